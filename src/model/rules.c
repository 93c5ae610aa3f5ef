/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/edition.h"
#include "model/former.h"
#include "model/lock.h"

/* Puts where the item stands in its file before the message, as far as it is known. */
static void
set_invalid (GError      **error,
             RoadmapItem  *item,
             const char   *format,
             ...) G_GNUC_PRINTF (3, 4);

static void
set_invalid (GError      **error,
             RoadmapItem  *item,
             const char   *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (roadmap_item_get_line (item) > 0)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, "line %u: %s", roadmap_item_get_line (item), message);
  else
    g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID, message);
}

void
roadmap_set_id_error (RoadmapItem  *item,
                      GError      **error)
{
  set_invalid (error, item, _("the id “%s” is used twice; give one of the two items another id"), roadmap_item_get_id (item));
}

gboolean
roadmap_check_new_ids (Roadmap      *self,
                       RoadmapItem  *top,
                       GError      **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      const char *id = roadmap_item_get_id (item);

      if (roadmap_lookup (self, id) != NULL || !g_hash_table_add (seen, (gpointer) id))
        {
          roadmap_set_id_error (item, error);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_link (Roadmap             *self,
            RoadmapItem         *item,
            const RoadmapField  *field,
            const char          *id,
            GError             **error)
{
  RoadmapItem *target = roadmap_lookup (self, id);

  if (target == NULL)
    {
      set_invalid (error, item, _("“%s” of “%s” leads to “%s”, which does not exist; correct the id or remove it"),
                   field->name, roadmap_item_get_id (item), id);
      return FALSE;
    }
  if (!roadmap_field_may_link_to (field, roadmap_item_get_kind (target)->name))
    {
      set_invalid (error, item, _("“%s” of “%s” leads to “%s”, which is of the kind %s; it must lead to: %s"),
                   field->name, roadmap_item_get_id (item), id, roadmap_item_get_kind (target)->name, field->target);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_links (Roadmap             *self,
             RoadmapItem         *item,
             const RoadmapField  *field,
             const char          *value,
             GError             **error)
{
  g_auto (GStrv) ids = NULL;

  /* Most links name one item, and need no list. */
  if (strchr (value, ' ') == NULL)
    return check_link (self, item, field, value, error);

  ids = g_strsplit (value, " ", -1);
  for (char **id = ids; *id != NULL; id++)
    if (!check_link (self, item, field, *id, error))
      return FALSE;
  return TRUE;
}

/* In the document's own language there is the wording itself, with a NULL language: a second one beside it would not be
 * locked, and a file could not hold both. */
static gboolean
check_language (Roadmap             *self,
                const RoadmapField  *field,
                const char          *language,
                GError             **error)
{
  if (language == NULL)
    return TRUE;
  if (!roadmap_field_is_text (field))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("“%s” has no translations; leave the language out"), field->name);
      return FALSE;
    }
  if (g_ascii_strcasecmp (language, roadmap_get_language (self)) != 0 &&
      g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\\z", language, 0, 0))
    return TRUE;

  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
               _("“%s” cannot be translated into “%s”; give a language tag such as en, other than the roadmap’s own"),
               field->name, language);
  return FALSE;
}

static gboolean
check_set (Roadmap      *self,
           RoadmapEdit  *edit,
           GError      **error)
{
  if (!check_language (self, edit->field, edit->language, error))
    return FALSE;
  if (edit->value == NULL)
    return TRUE;
  return roadmap_field_check (edit->field, edit->value, error);
}

static gboolean
check_set_links (Roadmap            *self,
                 const RoadmapEdit  *edit,
                 GError            **error)
{
  return edit->value == NULL || !roadmap_field_is_link (edit->field) ||
         check_links (self, edit->item, edit->field, edit->value, error);
}

static gboolean
check_place (RoadmapItem  *item,
             RoadmapItem  *parent,
             GError      **error)
{
  const RoadmapKind *kind = roadmap_item_get_kind (parent);

  if (roadmap_item_is_within (parent, item))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("“%s” cannot be put inside itself; choose another place"), roadmap_item_get_id (item));
      return FALSE;
    }
  if (!roadmap_kind_may_contain (kind, roadmap_item_get_kind (item)->name))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("A %s cannot stand in a %s; it may hold: %s"), roadmap_item_get_kind (item)->name,
                   kind->name, kind->children != NULL ? kind->children : "–");
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  Roadmap *roadmap;
  GError  *error;
} ValueCheck;

static void
check_value_cb (const RoadmapField *field,
                const char         *language,
                const char         *value,
                gpointer            user_data)
{
  ValueCheck *check = user_data;

  if (check->error == NULL && check_language (check->roadmap, field, language, &check->error))
    roadmap_field_check (field, value, &check->error);
}

/* Where links lead is not asked yet: the next edits may bring it. */
static gboolean
check_insert (Roadmap            *self,
              const RoadmapEdit  *edit,
              GError            **error)
{
  ValueCheck check = { self, NULL };

  if (!check_place (edit->item, edit->parent, error) || !roadmap_check_new_ids (self, edit->item, error))
    return FALSE;

  for (RoadmapItem *item = edit->item; item != NULL && check.error == NULL; item = roadmap_item_next (item, edit->item))
    roadmap_item_foreach_value (item, check_value_cb, &check);
  if (check.error == NULL)
    return TRUE;
  g_propagate_error (error, check.error);
  return FALSE;
}

gboolean
roadmap_check_replay (Roadmap      *self,
                      RoadmapEdit  *edit,
                      GError      **error)
{
  switch (edit->type)
    {
    case ROADMAP_EDIT_SET:
      return check_set (self, edit, error);
    case ROADMAP_EDIT_INSERT:
      return check_insert (self, edit, error);
    case ROADMAP_EDIT_MOVE:
      return check_place (edit->item, edit->new_parent, error);
    case ROADMAP_EDIT_REMOVE:
    default:
      return TRUE;
    }
}

gboolean
roadmap_check_edit (Roadmap      *self,
                    RoadmapEdit  *edit,
                    GError      **error)
{
  return roadmap_check_lock (self, edit, error) && roadmap_check_replay (self, edit, error) &&
         (edit->type != ROADMAP_EDIT_SET || check_set_links (self, edit, error));
}

static gboolean
check_order (Roadmap      *self,
             RoadmapItem  *item,
             GError      **error)
{
  RoadmapSpan span;

  if (!roadmap_get_span (self, item, &span) || roadmap_span_is_ordered (&span))
    return TRUE;

  set_invalid (error, item, _("“%s” ends (%s) before it starts (%s); exchange the two or correct one"),
               roadmap_item_get_id (item), roadmap_item_get (item, "end"), roadmap_item_get (item, "start"));
  return FALSE;
}

/* What is kept must be what the field could have said. */
static gboolean
check_former (RoadmapItem  *item,
              GError      **error)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  const char *name = roadmap_item_get (item, "field");
  const char *text = roadmap_item_get (item, "text");
  const RoadmapField *field;
  g_autoptr (GError) cause = NULL;

  if (!roadmap_item_is (item, "former") || parent == NULL || strcmp (name, ROADMAP_FORMER_CHILDREN) == 0)
    return TRUE;

  field = roadmap_kind_find_field (roadmap_item_get_kind (parent), name);
  if (field == NULL)
    {
      set_invalid (error, item, _("“%s” keeps a former “%s”, which no %s has; correct the name of the field"),
                   roadmap_item_get_id (item), name, roadmap_item_get_kind (parent)->name);
      return FALSE;
    }
  if (text == NULL || roadmap_field_check_form (field, text, &cause))
    return TRUE;
  set_invalid (error, item, "%s", cause->message);
  return FALSE;
}

/* The other one may stand before the item or behind it. */
static gboolean
check_amendment (Roadmap      *self,
                 RoadmapItem  *item,
                 GError      **error)
{
  RoadmapItem *root = roadmap_get_root (self);

  if (!roadmap_item_is (item, "edition") || !roadmap_item_get_boolean (item, "draft"))
    return TRUE;

  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *other = roadmap_item_get_child (root, i);

      if (other == item || !roadmap_item_is (other, "edition") || !roadmap_item_get_boolean (other, "draft"))
        continue;
      set_invalid (error, item, _("“%s” and “%s” are both amendments in progress; finish one of them first"),
                   roadmap_item_get_id (other), roadmap_item_get_id (item));
      return FALSE;
    }
  return TRUE;
}

/* Whether the links of an item lead somewhere. */
typedef struct
{
  Roadmap     *roadmap;
  RoadmapItem *item;
  GError      *error;
} LinkCheck;

static void
check_links_cb (const RoadmapField *field,
                const char         *language,
                const char         *value,
                gpointer            user_data)
{
  LinkCheck *check = user_data;

  if (check->error == NULL && roadmap_field_is_link (field))
    check_links (check->roadmap, check->item, field, value, &check->error);
}

gboolean
roadmap_check (Roadmap      *self,
               RoadmapItem  *item,
               GError      **error)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  LinkCheck check = { self, item, NULL };

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_REQUIRED && roadmap_item_get_value (item, field, NULL) == NULL)
      {
        set_invalid (error, item, _("the %s “%s” has no “%s”; add one"), kind->name, roadmap_item_get_id (item), field->name);
        return FALSE;
      }

  roadmap_item_foreach_value (item, check_links_cb, &check);
  if (check.error != NULL)
    {
      g_propagate_error (error, check.error);
      return FALSE;
    }
  return check_order (self, item, error) && check_former (item, error) && check_amendment (self, item, error);
}
