/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/amendment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/former.h"
#include "model/lock.h"

/* A group of edits that stands or falls together. */
typedef struct
{
  Roadmap     *roadmap;
  RoadmapItem *amendment; /* NULL if there is none */
  GPtrArray   *applied;   /* RoadmapEdit */
  GError     **error;
} Change;

static void
change_init (Change   *change,
             Roadmap  *roadmap,
             GError  **error)
{
  change->roadmap = roadmap;
  change->amendment = roadmap_get_amendment (roadmap);
  change->applied = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);
  change->error = error;
}

static gboolean
apply (Change      *change,
       RoadmapEdit *edit)
{
  if (!roadmap_apply (change->roadmap, edit, change->error))
    return FALSE;
  g_ptr_array_add (change->applied, roadmap_edit_copy (edit));
  return TRUE;
}

static gboolean
apply_new (Change      *change,
           RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;

  return apply (change, owned);
}

/* Returns @stands, after taking back what was done if it does not. */
static gboolean
change_end (Change   *change,
            gboolean  stands)
{
  for (guint i = change->applied->len; i > 0 && !stands; i--)
    roadmap_revert (change->roadmap, g_ptr_array_index (change->applied, i - 1));
  g_ptr_array_unref (change->applied);
  return stands;
}

/* Whether there is something to keep of what @item says: what is new in the amendment was not there before, and what is
 * withdrawn is kept as it is. */
static gboolean
is_of_before (Change      *change,
              RoadmapItem *item)
{
  return change->amendment != NULL && !roadmap_item_is_of (item, change->amendment) && !roadmap_item_is (item, "former") &&
         !roadmap_item_is_withdrawn (item) && !roadmap_item_is_within (item, change->amendment);
}

/* Whether @item is adopted with what is in it, though it may have no words. */
static gboolean
is_adopted (RoadmapItem *item)
{
  if (roadmap_item_is_editors (item))
    return FALSE;
  for (const RoadmapField *field = roadmap_item_get_kind (item)->fields; field->name != NULL; field++)
    if (roadmap_field_is_kept (field))
      return TRUE;
  return FALSE;
}

/* Keeps what @item says in @field, unless the amendment has done so before. */
static gboolean
keep (Change      *change,
      RoadmapItem *item,
      const char  *field)
{
  g_autoptr (RoadmapItem) former = NULL;

  if (!is_of_before (change, item) || roadmap_former_find (item, field, change->amendment) != NULL)
    return TRUE;
  former = roadmap_former_new (change->roadmap, item, field, change->amendment);
  return apply_new (change, roadmap_edit_new_insert (item, G_MAXUINT, former));
}

/* What is said again needs not be kept. */
static gboolean
drop_current (Change      *change,
              RoadmapItem *item,
              const char  *field)
{
  RoadmapItem *former = change->amendment != NULL ? roadmap_former_find (item, field, change->amendment) : NULL;

  return former == NULL || !roadmap_former_is_current (change->roadmap, former, item) ||
         apply_new (change, roadmap_edit_new_remove (former));
}

static gboolean
change_kept (Change      *change,
             RoadmapEdit *edit)
{
  return keep (change, edit->item, edit->field->name) && apply (change, edit) &&
         drop_current (change, edit->item, edit->field->name);
}

static gboolean
change_set (Change      *change,
            RoadmapEdit *edit)
{
  gboolean kept = (roadmap_field_is_kept (edit->field) && !roadmap_item_is_editors (edit->item)) ||
                  strcmp (edit->field->name, "edition") == 0;

  return kept ? change_kept (change, edit) : apply (change, edit);
}

/* Says for @item alone which edition it is of, before it comes to stand where that is another one. */
static gboolean
pin_edition (Change      *change,
             RoadmapItem *item,
             RoadmapItem *new_parent)
{
  const char *id = roadmap_item_get_inherited (item, "edition");
  g_autoptr (RoadmapEdit) edit = NULL;

  if (change->amendment == NULL || roadmap_item_get (item, "edition") != NULL ||
      roadmap_item_is_of (item, change->amendment) == roadmap_item_is_of (new_parent, change->amendment) ||
      !is_adopted (item))
    return TRUE;
  edit = roadmap_edit_new_set (item, roadmap_kind_find_field (roadmap_item_get_kind (item), "edition"), NULL, id);
  return change_kept (change, edit);
}

static gboolean
change_move (Change      *change,
             RoadmapEdit *edit)
{
  g_autoptr (RoadmapItem) old_parent = g_object_ref (roadmap_item_get_parent (edit->item));

  if (!is_of_before (change, edit->item) || !is_adopted (edit->item))
    return pin_edition (change, edit->item, edit->new_parent) && apply (change, edit);

  return keep (change, old_parent, ROADMAP_FORMER_CHILDREN) &&
         keep (change, edit->new_parent, ROADMAP_FORMER_CHILDREN) &&
         pin_edition (change, edit->item, edit->new_parent) && apply (change, edit) &&
         drop_current (change, old_parent, ROADMAP_FORMER_CHILDREN) &&
         drop_current (change, edit->new_parent, ROADMAP_FORMER_CHILDREN);
}

/* (transfer full) (nullable): @ids, divided by spaces, without @id. */
static char *
leave_out (const char *ids,
           const char *id)
{
  g_auto (GStrv) all = g_strsplit (ids, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (char **other = all; *other != NULL; other++)
    if (strcmp (*other, id) != 0)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", *other);
  return rest->len > 0 ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}

static gboolean
unlink_field (Change             *change,
              RoadmapItem        *referrer,
              const RoadmapField *field,
              const char         *id)
{
  const char *value = roadmap_field_is_link (field) ? roadmap_item_get_value (referrer, field, NULL) : NULL;
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;
  g_autofree char *rest = NULL;
  g_autoptr (RoadmapEdit) edit = NULL;

  if (ids == NULL || !g_strv_contains ((const char *const *) ids, id))
    return TRUE;
  rest = leave_out (value, id);
  edit = roadmap_edit_new_set (referrer, field, NULL, rest);
  return is_of_before (change, referrer) ? change_kept (change, edit) : apply (change, edit);
}

/* Takes the links away that lead into @top from elsewhere.  What is withdrawn may lead to what else is. */
static gboolean
unlink_all (Change      *change,
            RoadmapItem *top,
            gboolean     from_withdrawn)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      g_autoptr (GPtrArray) referrers = from_withdrawn ? roadmap_get_all_referrers (change->roadmap, item)
                                                       : roadmap_get_referrers (change->roadmap, item, NULL);

      for (guint i = 0; i < referrers->len; i++)
        {
          RoadmapItem *referrer = g_ptr_array_index (referrers, i);

          for (const RoadmapField *field = roadmap_item_get_kind (referrer)->fields; field->name != NULL; field++)
            if (!roadmap_item_is_within (referrer, top) &&
                !unlink_field (change, referrer, field, roadmap_item_get_id (item)))
              return FALSE;
        }
    }
  return TRUE;
}

/* Where the amendment keeps what it takes out; made when it is first needed. */
static RoadmapItem *
get_container (Change *change)
{
  const RoadmapKind *kind = roadmap_schema_find_kind ("withdrawn");
  g_autofree char *id = g_strconcat (roadmap_item_get_id (change->amendment), ".", kind->name, NULL);
  g_autoptr (RoadmapItem) container = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (change->amendment); i++)
    if (roadmap_item_is (roadmap_item_get_child (change->amendment, i), kind->name))
      return roadmap_item_get_child (change->amendment, i);

  if (roadmap_lookup (change->roadmap, id) != NULL)
    {
      g_free (id);
      id = roadmap_dup_new_id (change->roadmap, kind);
    }
  container = roadmap_item_new (kind, id);
  return apply_new (change, roadmap_edit_new_insert (change->amendment, G_MAXUINT, container)) ? container : NULL;
}

static gboolean
withdraw (Change      *change,
          RoadmapItem *item)
{
  RoadmapItem *container;

  if (!unlink_all (change, item, FALSE) || !keep (change, roadmap_item_get_parent (item), ROADMAP_FORMER_CHILDREN))
    return FALSE;
  container = get_container (change);
  return container != NULL && apply_new (change, roadmap_edit_new_move (item, container, G_MAXUINT));
}

/* Whether @item was adopted before the amendment. */
static gboolean
must_stay_readable (Change      *change,
                    RoadmapItem *item)
{
  return is_of_before (change, item) && (is_adopted (item) || roadmap_has_adopted_wording (item, change->amendment));
}

/* (transfer full): the outermost items in @top that must stay readable, or that need not, to be withdrawn or removed by
 * themselves. */
static GPtrArray *
list_outermost (Change      *change,
                RoadmapItem *top,
                gboolean     adopted)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  RoadmapItem *item = roadmap_item_next (top, top);

  while (item != NULL)
    {
      gboolean right = adopted ? must_stay_readable (change, item) : roadmap_item_is_of (item, change->amendment);

      if (right)
        g_ptr_array_add (found, g_object_ref (item));
      item = right ? roadmap_item_next_beside (item, top) : roadmap_item_next (item, top);
    }
  return found;
}

static gboolean
remove_new (Change      *change,
            RoadmapEdit *edit);

/* What was new in it was never adopted, and goes. */
static gboolean
remove_adopted (Change      *change,
                RoadmapItem *item)
{
  g_autoptr (GPtrArray) added = list_outermost (change, item, FALSE);

  for (guint i = 0; i < added->len; i++)
    {
      g_autoptr (RoadmapEdit) edit = roadmap_edit_new_remove (g_ptr_array_index (added, i));

      if (!remove_new (change, edit))
        return FALSE;
    }
  return withdraw (change, item);
}

/* What was adopted and had been moved into it is withdrawn. */
static gboolean
remove_new (Change      *change,
            RoadmapEdit *edit)
{
  g_autoptr (GPtrArray) adopted = change->amendment != NULL ? list_outermost (change, edit->item, TRUE)
                                                            : g_ptr_array_new ();

  for (guint i = 0; i < adopted->len; i++)
    if (!remove_adopted (change, g_ptr_array_index (adopted, i)))
      return FALSE;
  return roadmap_check_lock (change->roadmap, edit, change->error) && unlink_all (change, edit->item, TRUE) &&
         apply (change, edit);
}

static gboolean
change_remove (Change      *change,
               RoadmapEdit *edit)
{
  return must_stay_readable (change, edit->item) ? remove_adopted (change, edit->item) : remove_new (change, edit);
}

/* A copy of an item is as new as any other. */
static void
stamp (RoadmapItem *top,
       const char  *edition)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    roadmap_item_init_value (item, roadmap_kind_find_field (roadmap_item_get_kind (item), "edition"), NULL,
                             item == top ? edition : NULL);
}

static gboolean
change_insert (Change      *change,
               RoadmapEdit *edit)
{
  if (change->amendment != NULL && is_adopted (edit->item) && !roadmap_item_is_editors (edit->parent) &&
      !roadmap_item_is (edit->item, "former") && !roadmap_item_is (edit->item, "edition"))
    stamp (edit->item, roadmap_item_is_of (edit->parent, change->amendment) ? NULL
                                                                             : roadmap_item_get_id (change->amendment));
  return apply (change, edit);
}

gboolean
roadmap_change (Roadmap      *self,
                RoadmapEdit  *edit,
                GError      **error)
{
  static gboolean (*const changes[]) (Change *, RoadmapEdit *) = {
    [ROADMAP_EDIT_SET] = change_set,
    [ROADMAP_EDIT_INSERT] = change_insert,
    [ROADMAP_EDIT_REMOVE] = change_remove,
    [ROADMAP_EDIT_MOVE] = change_move,
  };
  Change change;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  change_init (&change, self, error);
  return change_end (&change, changes[edit->type] (&change, edit));
}

/* Where a new edition stands: after the last one, or else after the parts of the source. */
static guint
find_place (RoadmapItem *root)
{
  guint place = 0;

  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (root, i);

      if (roadmap_item_is (child, "edition") || roadmap_item_is (child, "part"))
        place = i + 1;
    }
  return place;
}

static RoadmapItem *
create_edition (Roadmap    *roadmap,
                const char *date,
                const char *title,
                const char *meeting)
{
  const RoadmapKind *kind = roadmap_schema_find_kind ("edition");
  g_autofree char *id = roadmap_dup_new_id (roadmap, kind);
  RoadmapItem *edition = roadmap_item_new (kind, id);

  roadmap_item_init_value (edition, roadmap_kind_find_field (kind, "date"), NULL, date);
  roadmap_item_init_value (edition, roadmap_kind_find_field (kind, "title"), NULL, title);
  if (meeting != NULL && *meeting != '\0')
    roadmap_item_init_value (edition, roadmap_kind_find_field (kind, "meeting"), NULL, meeting);
  return edition;
}

/* Of a roadmap that names none, the first edition is what was adopted on its date. */
static gboolean
ensure_first_edition (Change *change)
{
  RoadmapItem *root = roadmap_get_root (change->roadmap);
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (root), "edition");
  const char *date = roadmap_item_get (root, "date");
  g_autoptr (RoadmapItem) edition = NULL;

  if (roadmap_item_get_value (root, field, NULL) != NULL)
    return TRUE;
  if (date == NULL)
    {
      g_set_error (change->error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("The roadmap does not say on which day it was adopted; enter that day first"));
      return FALSE;
    }
  edition = create_edition (change->roadmap, date, roadmap_item_get (root, "title"), NULL);
  return apply_new (change, roadmap_edit_new_insert (root, find_place (root), edition)) &&
         apply_new (change, roadmap_edit_new_set (root, field, NULL, roadmap_item_get_id (edition)));
}

static gboolean
check_date (Change     *change,
            const char *date)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (change->roadmap);
  const char *last = roadmap_item_get (g_ptr_array_index (editions, editions->len - 1), "date");

  if (g_strcmp0 (date, last) >= 0)
    return TRUE;
  g_set_error (change->error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
               _("The amendment cannot be adopted on %s, before the last edition of %s; enter a later day"), date, last);
  return FALSE;
}

static gboolean
open_edition (Change      *change,
              RoadmapItem *edition)
{
  RoadmapItem *root = roadmap_get_root (change->roadmap);

  if (change->amendment != NULL)
    {
      g_set_error (change->error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("An amendment is in progress already; finish it first"));
      return FALSE;
    }
  return ensure_first_edition (change) && check_date (change, roadmap_item_get (edition, "date")) &&
         apply_new (change, roadmap_edit_new_insert (root, find_place (root), edition));
}

RoadmapItem *
roadmap_open_amendment (Roadmap     *self,
                        const char  *date,
                        const char  *title,
                        const char  *meeting,
                        GError     **error)
{
  g_autoptr (RoadmapItem) edition = NULL;
  Change change;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), NULL);
  g_return_val_if_fail (date != NULL && title != NULL, NULL);

  edition = create_edition (self, date, title, meeting);
  roadmap_item_init_value (edition, roadmap_kind_find_field (roadmap_item_get_kind (edition), "draft"), NULL, "true");
  change_init (&change, self, error);
  return change_end (&change, open_edition (&change, edition)) ? edition : NULL;
}

gboolean
roadmap_finish_amendment (Roadmap  *self,
                          GError  **error)
{
  RoadmapItem *amendment;
  g_autoptr (RoadmapEdit) edit = NULL;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), FALSE);
  amendment = roadmap_get_amendment (self);
  g_return_val_if_fail (amendment != NULL, FALSE);

  edit = roadmap_edit_new_set (amendment, roadmap_kind_find_field (roadmap_item_get_kind (amendment), "draft"), NULL, NULL);
  return roadmap_apply (self, edit, error);
}
