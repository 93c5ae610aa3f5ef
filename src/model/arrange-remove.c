/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/arrange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/amendment.h"
#include "model/copies.h"
#include "model/markup.h"

typedef struct
{
  Roadmap    *roadmap;
  GHashTable *going; /* set of the items that go, with everything below them */
  GError    **error;
} Removal;

static gboolean
take_link_away (Removal            *removal,
                RoadmapItem        *item,
                const RoadmapField *field,
                const char         *id)
{
  const char *value = roadmap_item_get_value (item, field, NULL);
  g_autofree char *rest = value != NULL ? roadmap_links_without (value, id, NULL) : NULL;
  g_autofree char *label = NULL;

  if (g_strcmp0 (value, rest) == 0)
    return TRUE;
  if (rest != NULL || !(field->flags & ROADMAP_FIELD_REQUIRED))
    return roadmap_arrange_change (removal->roadmap, item, field, rest, removal->error);

  label = roadmap_item_dup_label (item, NULL);
  /* Translators: the first %s is what an item is called, the second the name of a field such as “Region” */
  g_set_error (removal->error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
               _("“%s” would be left without its “%s”; give it another one first, or delete it too"), label, _(field->label));
  return FALSE;
}

static gboolean
take_links_away (Removal     *removal,
                 RoadmapItem *item,
                 const char  *id)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (roadmap_field_is_link (field) && !take_link_away (removal, item, field, id))
      return FALSE;
  return TRUE;
}

static gboolean
unlink_item (Removal     *removal,
             RoadmapItem *item)
{
  const char *id = roadmap_item_get_id (item);
  g_autoptr (GPtrArray) referrers = roadmap_get_referrers (removal->roadmap, item, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      RoadmapItem *referrer = g_ptr_array_index (referrers, i);

      if (!g_hash_table_contains (removal->going, referrer) && !take_links_away (removal, referrer, id))
        return FALSE;
    }
  /* The outermost item is no referrer, but may have links. */
  return take_links_away (removal, roadmap_get_root (removal->roadmap), id);
}

/* Marks in texts */

static gboolean
is_marked (RoadmapItem *item)
{
  return roadmap_item_is (item, "note") || roadmap_item_is (item, "footnote");
}

static char *
keep_ref (const char *id,
          gpointer    removal)
{
  RoadmapItem *target = roadmap_lookup (((Removal *) removal)->roadmap, id);

  return target == NULL || !g_hash_table_contains (((Removal *) removal)->going, target) ? g_strdup (id) : NULL;
}

typedef struct
{
  Removal     *removal;
  RoadmapItem *item;
  GPtrArray   *edits;
} Unmarking;

static void
unmark_value_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  const Unmarking *unmarking = user_data;
  g_autofree char *text = NULL;

  if (field->type != ROADMAP_FIELD_MARKUP || strstr (value, "<ref") == NULL)
    return;
  text = roadmap_markup_replace_refs (value, keep_ref, unmarking->removal);
  if (strcmp (text, value) != 0)
    g_ptr_array_add (unmarking->edits, roadmap_edit_new_set (unmarking->item, field, language, text));
}

/* The mark in a text stays as a word where the note it leads to goes. */
static gboolean
unmark_texts (Removal *removal)
{
  RoadmapItem *root = roadmap_get_root (removal->roadmap);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if (!g_hash_table_contains (removal->going, item))
      roadmap_item_foreach_value (item, unmark_value_cb, &(Unmarking) { removal, item, edits });
  for (guint i = 0; i < edits->len; i++)
    if (!roadmap_change (removal->roadmap, g_ptr_array_index (edits, i), removal->error))
      return FALSE;
  return TRUE;
}

/* All of it */

static gboolean
note_going (Removal   *removal,
            GPtrArray *tops)
{
  gboolean marked = FALSE;

  for (guint i = 0; i < tops->len; i++)
    {
      RoadmapItem *top = g_ptr_array_index (tops, i);

      for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
        {
          g_hash_table_add (removal->going, item);
          marked = marked || is_marked (item);
        }
    }
  return marked;
}

static gboolean
unlink_all (Removal   *removal,
            GPtrArray *tops)
{
  for (guint i = 0; i < tops->len; i++)
    {
      RoadmapItem *top = g_ptr_array_index (tops, i);

      for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
        if (!unlink_item (removal, item))
          return FALSE;
    }
  return TRUE;
}

/* Letters: a message has one line, and what to do comes last. */
#define TITLE_LENGTH 18

static char *
dup_short_label (RoadmapItem *item)
{
  g_autofree char *label = roadmap_item_dup_label (item, NULL);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (label, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&label);
  start = g_utf8_substring (label, 0, TITLE_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

/* Which item it was is told by its title: an id says nothing to people. */
static void
explain_lock (RoadmapItem  *item,
              GError      **error)
{
  g_autofree char *label = NULL;

  if (error == NULL || !g_error_matches (*error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING))
    return;
  g_clear_error (error);
  label = dup_short_label (item);
  g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING,
               _("“%s” was adopted; begin an amendment to take it out, or unlock the wording to correct a mistake"), label);
}

/* From the last one on: where each of many stood need not be counted again for those that follow it. */
static gboolean
remove_all (Removal   *removal,
            GPtrArray *tops)
{
  for (guint i = tops->len; i > 0; i--)
    {
      RoadmapItem *top = g_ptr_array_index (tops, i - 1);

      if (!roadmap_arrange_apply (removal->roadmap, roadmap_edit_new_remove (top), removal->error))
        {
          explain_lock (top, removal->error);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
roadmap_arrange_remove (RoadmapHistory  *history,
                        Roadmap         *roadmap,
                        const char      *name,
                        GPtrArray       *items,
                        GError         **error)
{
  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) tops = NULL;
  Removal removal = { roadmap, going, error };
  gboolean marked, done;

  g_return_val_if_fail (ROADMAP_IS_HISTORY (history) && ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (items != NULL && items->len > 0, FALSE);

  tops = roadmap_list_tops (items);
  g_return_val_if_fail (g_ptr_array_index (tops, 0) != roadmap_get_root (roadmap), FALSE);

  marked = note_going (&removal, tops);
  roadmap_history_begin (history, name);
  done = unlink_all (&removal, tops) && (!marked || unmark_texts (&removal)) && remove_all (&removal, tops);
  return roadmap_arrange_end (history, done, error);
}
