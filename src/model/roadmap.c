/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/roadmap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edition.h"
#include "model/item-private.h"
#include "model/links.h"
#include "model/rules.h"

struct _Roadmap
{
  GObject       parent_instance;

  RoadmapItem  *root;
  char         *language;
  GHashTable   *items; /* id → RoadmapItem, neither owned: both live in the tree under root */
  RoadmapLinks *links; /* NULL until somebody asks */
  gboolean      wording_locked;
  gboolean      past;
  gboolean      read_only;
};

G_DEFINE_FINAL_TYPE (Roadmap, roadmap, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
roadmap_finalize (GObject *object)
{
  Roadmap *self = ROADMAP_ROADMAP (object);

  g_clear_pointer (&self->links, roadmap_links_free);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_object (&self->root);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (roadmap_parent_class)->finalize (object);
}

static void
roadmap_class_init (RoadmapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_finalize;

  signals[CHANGED] = g_signal_new ("changed", ROADMAP_TYPE_ROADMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ROADMAP_TYPE_EDIT | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
roadmap_init (Roadmap *self)
{
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->wording_locked = TRUE;
}

/* Returns the first item whose id was there already, or NULL. */
static RoadmapItem *
adopt (Roadmap     *self,
       RoadmapItem *top)
{
  RoadmapItem *taken = NULL;

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      if (!g_hash_table_insert (self->items, (gpointer) roadmap_item_get_id (item), item) && taken == NULL)
        taken = item;
      roadmap_item_set_adopted (item, TRUE);
    }
  return taken;
}

static void
disown (Roadmap     *self,
        RoadmapItem *top)
{
  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      g_hash_table_remove (self->items, roadmap_item_get_id (item));
      roadmap_item_set_adopted (item, FALSE);
    }
}

Roadmap *
roadmap_new (RoadmapItem  *root,
             const char   *language,
             GError      **error)
{
  g_autoptr (Roadmap) self = NULL;
  RoadmapItem *taken;
  gboolean sound;

  g_return_val_if_fail (roadmap_item_is (root, ROADMAP_KIND_ROOT), NULL);
  g_return_val_if_fail (!roadmap_item_is_adopted (root), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_ROADMAP, NULL);
  self->language = g_strdup (language);
  self->root = g_object_ref (root);
  taken = adopt (self, root);
  if (taken != NULL)
    roadmap_set_id_error (taken, error);
  sound = taken == NULL;
  for (RoadmapItem *item = root; item != NULL && sound; item = roadmap_item_next (item, root))
    sound = roadmap_check (self, item, error);
  if (sound)
    return g_steal_pointer (&self);

  disown (self, root);
  return NULL;
}

Roadmap *
roadmap_copy (Roadmap *self)
{
  g_autoptr (RoadmapItem) root = roadmap_item_copy (roadmap_get_root (self));
  g_autoptr (GError) error = NULL;
  Roadmap *copy = roadmap_new (root, self->language, &error);

  /* A step of the history that is open may leave a rule broken; between steps none is. */
  if (copy == NULL)
    g_error ("%s", error->message);
  return copy;
}

RoadmapItem *
roadmap_get_root (Roadmap *self)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), NULL);

  return self->root;
}

const char *
roadmap_get_language (Roadmap *self)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), NULL);

  return self->language;
}

int
roadmap_get_fiscal_start (Roadmap *self)
{
  const char *value = roadmap_item_get (roadmap_get_root (self), "fiscal-start");
  gint64 month = value != NULL ? g_ascii_strtoll (value, NULL, 10) : ROADMAP_FISCAL_START_DEFAULT;

  return CLAMP (month, 1, 12);
}

RoadmapItem *
roadmap_lookup (Roadmap    *self,
                const char *id)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->items, id);
}

GPtrArray *
roadmap_get_links (Roadmap     *self,
                   RoadmapItem *item,
                   const char  *field)
{
  GPtrArray *links = g_ptr_array_new ();
  const char *value = roadmap_item_get (item, field);
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;

  for (char **id = ids; id != NULL && *id != NULL; id++)
    {
      RoadmapItem *linked = roadmap_lookup (self, *id);

      if (linked != NULL)
        g_ptr_array_add (links, linked);
    }
  return links;
}

RoadmapItem *
roadmap_get_linked (Roadmap     *self,
                    RoadmapItem *item,
                    const char  *field)
{
  const char *value = roadmap_item_get (item, field);
  g_autoptr (GPtrArray) links = NULL;

  if (value == NULL || strchr (value, ' ') == NULL)
    return value != NULL ? roadmap_lookup (self, value) : NULL;

  links = roadmap_get_links (self, item, field);
  return links->len > 0 ? g_ptr_array_index (links, 0) : NULL;
}

GPtrArray *
roadmap_get_referrers (Roadmap     *self,
                       RoadmapItem *item,
                       const char  *kind)
{
  GPtrArray *referrers = roadmap_get_all_referrers (self, item);

  for (guint i = referrers->len; i > 0; i--)
    {
      RoadmapItem *referrer = g_ptr_array_index (referrers, i - 1);

      if ((kind != NULL && !roadmap_item_is (referrer, kind)) || roadmap_item_is (referrer, "former") ||
          roadmap_item_is_withdrawn (referrer))
        g_ptr_array_remove_index (referrers, i - 1);
    }
  return referrers;
}

GPtrArray *
roadmap_get_all_referrers (Roadmap     *self,
                           RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), NULL);

  if (self->links == NULL)
    self->links = roadmap_links_new (self->root);
  return roadmap_links_list (self->links, roadmap_item_get_id (item));
}

/* Stages and lanes hold nearly all there is, but none of the vocabulary: where @wanted cannot stand is not looked. */
static RoadmapItem *
find_next (RoadmapItem       *item,
           RoadmapItem       *top,
           const RoadmapKind *wanted)
{
  if (item == top || wanted == NULL || roadmap_kind_may_hold (roadmap_item_get_kind (item), wanted))
    return roadmap_item_next_current (item, top);

  do
    item = roadmap_item_next_beside (item, top);
  while (item != NULL && roadmap_item_is_past (item));
  return item;
}

GPtrArray *
roadmap_list (Roadmap     *self,
              RoadmapItem *top,
              const char  *kind)
{
  GPtrArray *items = g_ptr_array_new ();
  const RoadmapKind *wanted = kind != NULL ? roadmap_schema_find_kind (kind) : NULL;

  g_return_val_if_fail (kind == NULL || wanted != NULL, items);

  if (top == NULL)
    top = roadmap_get_root (self);
  for (RoadmapItem *item = find_next (top, top, wanted); item != NULL; item = find_next (item, top, wanted))
    if (wanted == NULL || roadmap_item_get_kind (item) == wanted)
      g_ptr_array_add (items, item);
  return items;
}

static void
add_language_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            languages)
{
  if (language != NULL && !g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
    g_ptr_array_add (languages, g_strdup (language));
}

char **
roadmap_list_languages (Roadmap *self)
{
  GPtrArray *languages = g_ptr_array_new ();

  g_ptr_array_add (languages, g_strdup (self->language));
  for (RoadmapItem *item = self->root; item != NULL; item = roadmap_item_next (item, self->root))
    roadmap_item_foreach_value (item, add_language_cb, languages);
  g_ptr_array_add (languages, NULL);
  return (char **) g_ptr_array_free (languages, FALSE);
}

static RoadmapBasis
parse_basis (const char *basis)
{
  if (g_strcmp0 (basis, "inferred") == 0)
    return ROADMAP_BASIS_INFERRED;
  if (g_strcmp0 (basis, "confirmed") == 0)
    return ROADMAP_BASIS_CONFIRMED;
  return ROADMAP_BASIS_STATED;
}

gboolean
roadmap_get_span (Roadmap     *self,
                  RoadmapItem *item,
                  RoadmapSpan *span)
{
  const char *start = roadmap_item_get (item, "start");
  const char *end = roadmap_item_get (item, "end");
  int fiscal_start = roadmap_get_fiscal_start (self);

  if (start == NULL || !roadmap_point_parse (start, fiscal_start, &span->start) ||
      !roadmap_point_parse (end != NULL ? end : start, fiscal_start, &span->end))
    return FALSE;

  span->open = roadmap_item_get_boolean (item, "open");
  span->basis = parse_basis (roadmap_item_get (item, "basis"));
  return TRUE;
}

RoadmapCalendar
roadmap_get_calendar (Roadmap     *self,
                      RoadmapItem *item)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), ROADMAP_CALENDAR_FISCAL);

  return chart != NULL && g_strcmp0 (roadmap_item_get (chart, "calendar"), "calendar") == 0 ? ROADMAP_CALENDAR_CIVIL
                                                                                            : ROADMAP_CALENDAR_FISCAL;
}

char *
roadmap_dup_new_id (Roadmap           *self,
                    const RoadmapKind *kind)
{
  /* No letters that are read for one another, and no vowels, so that no word comes out. */
  static const char alphabet[] = "23456789bcdfghjkmnpqrstvwxz";
  char suffix[9] = "";
  g_autofree char *id = NULL;

  do
    {
      for (guint i = 0; i < sizeof suffix - 1; i++)
        suffix[i] = alphabet[g_random_int_range (0, sizeof alphabet - 1)];
      g_free (id);
      id = g_strdup_printf ("%s-%s", kind->name, suffix);
    }
  while (roadmap_lookup (self, id) != NULL);
  return g_steal_pointer (&id);
}

gboolean
roadmap_get_wording_locked (Roadmap *self)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), TRUE);

  return self->wording_locked;
}

void
roadmap_set_wording_locked (Roadmap  *self,
                            gboolean  locked)
{
  g_return_if_fail (ROADMAP_IS_ROADMAP (self));

  self->wording_locked = locked;
}

gboolean
roadmap_get_read_only (Roadmap *self)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), TRUE);

  return self->read_only || self->past;
}

void
roadmap_set_read_only (Roadmap  *self,
                       gboolean  read_only)
{
  g_return_if_fail (ROADMAP_IS_ROADMAP (self));

  self->read_only = read_only;
}

gboolean
roadmap_is_past (Roadmap *self)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), FALSE);

  return self->past;
}

void
roadmap_set_past (Roadmap *self)
{
  g_return_if_fail (ROADMAP_IS_ROADMAP (self));

  self->past = TRUE;
}

/* Fills in what the edit is about to replace. */
static void
complete_edit (RoadmapEdit *edit)
{
  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      g_free (edit->old_value);
      edit->old_value = g_strdup (roadmap_item_get_value (edit->item, edit->field, edit->language));
      break;
    case ROADMAP_EDIT_INSERT:
      edit->position = MIN (edit->position, roadmap_item_get_n_children (edit->parent));
      break;
    case ROADMAP_EDIT_MOVE:
      {
        gboolean same = edit->new_parent == roadmap_item_get_parent (edit->item);

        edit->new_position = MIN (edit->new_position, roadmap_item_get_n_children (edit->new_parent) - same);
      }
      G_GNUC_FALLTHROUGH;
    case ROADMAP_EDIT_REMOVE:
    default:
      g_set_object (&edit->parent, roadmap_item_get_parent (edit->item));
      edit->position = roadmap_item_get_position (edit->item);
      break;
    }
}

/* Keeps the links right over an edit that is about to be carried out.  An item that moves takes its links along. */
static void
update_links (Roadmap           *self,
              const RoadmapEdit *edit)
{
  if (edit->type == ROADMAP_EDIT_SET && edit->item != self->root && roadmap_field_is_link (edit->field))
    roadmap_links_change (self->links, edit->item, roadmap_item_get_value (edit->item, edit->field, NULL), edit->value);
  else if (edit->type == ROADMAP_EDIT_INSERT)
    roadmap_links_add (self->links, edit->item);
  else if (edit->type == ROADMAP_EDIT_REMOVE)
    roadmap_links_remove (self->links, edit->item);
}

static void
carry_out (Roadmap           *self,
           const RoadmapEdit *edit)
{
  if (self->links != NULL)
    update_links (self, edit);

  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      roadmap_item_set_value (edit->item, edit->field, edit->language, edit->value);
      break;
    case ROADMAP_EDIT_INSERT:
      roadmap_item_insert_child (edit->parent, edit->item, edit->position);
      adopt (self, edit->item);
      break;
    case ROADMAP_EDIT_REMOVE:
      disown (self, edit->item);
      roadmap_item_remove_child (edit->parent, edit->position);
      break;
    case ROADMAP_EDIT_MOVE:
      roadmap_item_remove_child (edit->parent, edit->position);
      roadmap_item_insert_child (edit->new_parent, edit->item, edit->new_position);
      break;
    default:
      g_assert_not_reached ();
    }

  g_signal_emit (self, signals[CHANGED], 0, edit);
}

typedef gboolean (*CheckFunc) (Roadmap      *self,
                               RoadmapEdit  *edit,
                               GError      **error);

static gboolean
apply (Roadmap      *self,
       RoadmapEdit  *edit,
       CheckFunc     check,
       GError      **error)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (edit->item != self->root || edit->type == ROADMAP_EDIT_SET, FALSE);
  g_return_val_if_fail (roadmap_item_is_adopted (edit->item) == (edit->type != ROADMAP_EDIT_INSERT), FALSE);
  g_return_val_if_fail (edit->type != ROADMAP_EDIT_INSERT || roadmap_item_is_adopted (edit->parent), FALSE);
  g_return_val_if_fail (edit->type != ROADMAP_EDIT_MOVE || roadmap_item_is_adopted (edit->new_parent), FALSE);

  if (self->read_only)
    {
      g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                           _("The roadmap was made by a newer version of this program; update the program to change it"));
      return FALSE;
    }
  if (!check (self, edit, error))
    return FALSE;

  complete_edit (edit);
  carry_out (self, edit);
  return TRUE;
}

gboolean
roadmap_apply (Roadmap      *self,
               RoadmapEdit  *edit,
               GError      **error)
{
  return apply (self, edit, roadmap_check_edit, error);
}

gboolean
roadmap_replay (Roadmap      *self,
                RoadmapEdit  *edit,
                GError      **error)
{
  return apply (self, edit, roadmap_check_replay, error);
}

void
roadmap_revert (Roadmap           *self,
                const RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) inverse = NULL;

  g_return_if_fail (ROADMAP_IS_ROADMAP (self));
  g_return_if_fail (edit != NULL);

  inverse = roadmap_edit_invert (edit);
  carry_out (self, inverse);
}
