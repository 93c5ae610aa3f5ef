/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/become.h"

#include "model/pairs.h"

typedef struct
{
  Roadmap      *roadmap;
  RoadmapPairs *pairs;
  GPtrArray    *applied; /* edits */
  GError       *error;
  RoadmapItem  *item;    /* whose values are compared */
} Change;

/* Consumes @edit.  After an error nothing more happens. */
static void
apply (Change      *change,
       RoadmapEdit *edit)
{
  if (change->error == NULL && roadmap_apply (change->roadmap, edit, &change->error))
    g_ptr_array_add (change->applied, edit);
  else
    roadmap_edit_free (edit);
}

static void
copy_value_cb (const RoadmapField *field,
               const char         *language,
               const char         *value,
               gpointer            copy)
{
  roadmap_item_init_value (copy, field, language, value);
}

/* A copy with those items below it that are new as well; the others come by moving. */
static RoadmapItem *
copy_new (Change      *change,
          RoadmapItem *item)
{
  RoadmapItem *copy = roadmap_item_new (roadmap_item_get_kind (item), roadmap_item_get_id (item));

  roadmap_item_foreach_value (item, copy_value_cb, copy);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);
      g_autoptr (RoadmapItem) child_copy = NULL;

      if (roadmap_pairs_get_old (change->pairs, child) != NULL)
        continue;
      child_copy = copy_new (change, child);
      roadmap_item_init_child (copy, child_copy);
    }
  return copy;
}

static void
insert (Change      *change,
        RoadmapItem *parent,
        guint        position,
        RoadmapItem *item)
{
  g_autoptr (RoadmapItem) copy = copy_new (change, item);

  apply (change, roadmap_edit_new_insert (parent, position, copy));
}

static void
move (Change      *change,
      RoadmapItem *parent,
      guint        position,
      RoadmapItem *item)
{
  /* Without the item, those behind it are one further to the front. */
  if (roadmap_item_get_parent (item) == parent && roadmap_item_get_position (item) < position)
    position--;
  apply (change, roadmap_edit_new_move (item, parent, position));
}

/* Brings everything below @model's pendant to where it belongs, behind one another.  What does not belong there stands in
 * between until it leaves. */
static void
place_children (Change      *change,
                RoadmapItem *model)
{
  RoadmapItem *parent = roadmap_lookup (change->roadmap, roadmap_item_get_id (model));
  guint position = 0;

  for (guint i = 0; i < roadmap_item_get_n_children (model) && change->error == NULL; i++)
    {
      RoadmapItem *child = roadmap_item_get_child (model, i);
      RoadmapItem *old = roadmap_pairs_get_old (change->pairs, child);

      if (old != NULL && !roadmap_pairs_stays (change->pairs, child))
        move (change, parent, position, old);
      else if (roadmap_lookup (change->roadmap, roadmap_item_get_id (child)) == NULL)
        insert (change, parent, position, child);
      if (change->error == NULL)
        position = roadmap_item_get_position (roadmap_lookup (change->roadmap, roadmap_item_get_id (child))) + 1;
    }
}

static void
set_value_cb (const RoadmapField *field,
              const char         *language,
              const char         *old_value,
              const char         *new_value,
              gpointer            user_data)
{
  Change *change = user_data;

  apply (change, roadmap_edit_new_set (change->item, field, language, new_value));
}

/* The outermost of @items that are still there take the others along. */
static void
remove_all (Change    *change,
            GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);

      if (roadmap_lookup (change->roadmap, roadmap_item_get_id (item)) == item)
        apply (change, roadmap_edit_new_remove (item));
    }
}

/* What only has to make room for its own id goes first: nothing below it stays.  The others may hold what has yet to move
 * out of them. */
static void
carry_out (Change  *change,
           Roadmap *other)
{
  RoadmapItem *old_root = roadmap_get_root (change->roadmap), *root = roadmap_get_root (other);
  g_autoptr (GPtrArray) replaced = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  for (RoadmapItem *item = old_root; item != NULL; item = roadmap_item_next (item, old_root))
    if (roadmap_pairs_is_replaced (change->pairs, item))
      g_ptr_array_add (replaced, g_object_ref (item));
    else if (roadmap_pairs_get_new (change->pairs, item) == NULL)
      g_ptr_array_add (removed, g_object_ref (item));

  remove_all (change, replaced);
  for (RoadmapItem *item = root; item != NULL && change->error == NULL; item = roadmap_item_next (item, root))
    place_children (change, item);
  remove_all (change, removed);
  /* Now there is everything that a link may lead to. */
  for (RoadmapItem *item = root; item != NULL && change->error == NULL; item = roadmap_item_next (item, root))
    {
      change->item = roadmap_pairs_get_old (change->pairs, item);
      if (change->item != NULL)
        roadmap_pairs_compare (change->item, item, set_value_cb, change);
    }
}

gboolean
roadmap_become (Roadmap  *self,
                Roadmap  *other,
                GError  **error)
{
  g_autoptr (RoadmapPairs) pairs = roadmap_pairs_new (self, other, error);
  g_autoptr (GPtrArray) applied = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);
  Change change = { self, pairs, applied, NULL, NULL };
  gboolean locked = roadmap_get_wording_locked (self);

  if (pairs == NULL)
    return FALSE;

  roadmap_set_wording_locked (self, FALSE);
  carry_out (&change, other);
  roadmap_set_wording_locked (self, locked);
  if (change.error == NULL)
    return TRUE;

  for (guint i = applied->len; i > 0; i--)
    roadmap_revert (self, g_ptr_array_index (applied, i - 1));
  g_propagate_error (error, change.error);
  return FALSE;
}
