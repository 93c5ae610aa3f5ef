/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/pairs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/order.h"

struct _RoadmapPairs
{
  GHashTable *new_items; /* by the old one */
  GHashTable *old_items; /* by the new one */
  GHashTable *replaced;  /* old items */
  GHashTable *staying;   /* new items */
};

gboolean
roadmap_pairs_check (Roadmap  *old,
                     Roadmap  *new,
                     GError  **error)
{
  const char *old_id = roadmap_item_get_id (roadmap_get_root (old));
  const char *new_id = roadmap_item_get_id (roadmap_get_root (new));

  if (strcmp (old_id, new_id) != 0)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                 _("the two are not versions of one roadmap: one has the id “%s”, the other “%s”; choose two that go "
                   "back to the same file"),
                 old_id, new_id);
  else if (g_ascii_strcasecmp (roadmap_get_language (old), roadmap_get_language (new)) != 0)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                 _("one version is written in the language “%s”, the other in “%s”; correct xml:lang in one of them"),
                 roadmap_get_language (old), roadmap_get_language (new));
  else
    return TRUE;
  return FALSE;
}

static void
pair_item (RoadmapPairs *self,
           Roadmap      *new,
           RoadmapItem  *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  RoadmapItem *other = roadmap_lookup (new, roadmap_item_get_id (item));
  gboolean below_replaced = parent != NULL && g_hash_table_contains (self->replaced, parent);
  gboolean same_kind = other != NULL && roadmap_item_get_kind (other) == roadmap_item_get_kind (item);

  if (below_replaced || (other != NULL && !same_kind))
    g_hash_table_add (self->replaced, item);
  else if (other != NULL)
    {
      g_hash_table_insert (self->new_items, item, other);
      g_hash_table_insert (self->old_items, other, item);
    }
}

/* Of the children that two paired parents have in common, as many stay as can: the rest is moved around them. */
static void
find_staying (RoadmapPairs *self,
              RoadmapItem  *old_parent)
{
  RoadmapItem *new_parent = roadmap_pairs_get_new (self, old_parent);
  guint n = roadmap_item_get_n_children (old_parent);
  g_autoptr (GPtrArray) common = g_ptr_array_sized_new (n);
  g_autoptr (GArray) positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autoptr (GArray) stable = NULL;

  for (guint i = 0; i < n; i++)
    {
      RoadmapItem *item = roadmap_pairs_get_new (self, roadmap_item_get_child (old_parent, i));

      if (item != NULL && roadmap_item_get_parent (item) == new_parent)
        {
          guint position = roadmap_item_get_position (item);

          g_ptr_array_add (common, item);
          g_array_append_val (positions, position);
        }
    }
  stable = roadmap_order_find_stable (positions);
  for (guint i = 0; i < common->len; i++)
    if (g_array_index (stable, gboolean, i))
      g_hash_table_add (self->staying, g_ptr_array_index (common, i));
}

RoadmapPairs *
roadmap_pairs_new (Roadmap  *old,
                   Roadmap  *new,
                   GError  **error)
{
  RoadmapItem *root;
  RoadmapPairs *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (old), NULL);
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (new), NULL);

  if (!roadmap_pairs_check (old, new, error))
    return NULL;

  self = g_new0 (RoadmapPairs, 1);
  self->new_items = g_hash_table_new (NULL, NULL);
  self->old_items = g_hash_table_new (NULL, NULL);
  self->replaced = g_hash_table_new (NULL, NULL);
  self->staying = g_hash_table_new (NULL, NULL);
  root = roadmap_get_root (old);
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    pair_item (self, new, item);
  g_hash_table_add (self->staying, roadmap_get_root (new));
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (roadmap_item_get_n_children (item) > 0 && roadmap_pairs_get_new (self, item) != NULL)
      find_staying (self, item);
  return self;
}

void
roadmap_pairs_free (RoadmapPairs *self)
{
  g_hash_table_unref (self->new_items);
  g_hash_table_unref (self->old_items);
  g_hash_table_unref (self->replaced);
  g_hash_table_unref (self->staying);
  g_free (self);
}

RoadmapItem *
roadmap_pairs_get_old (RoadmapPairs *self,
                       RoadmapItem  *new_item)
{
  return g_hash_table_lookup (self->old_items, new_item);
}

RoadmapItem *
roadmap_pairs_get_new (RoadmapPairs *self,
                       RoadmapItem  *old_item)
{
  return g_hash_table_lookup (self->new_items, old_item);
}

gboolean
roadmap_pairs_stays (RoadmapPairs *self,
                     RoadmapItem  *new_item)
{
  return g_hash_table_contains (self->staying, new_item);
}

gboolean
roadmap_pairs_is_replaced (RoadmapPairs *self,
                           RoadmapItem  *old_item)
{
  return g_hash_table_contains (self->replaced, old_item);
}

static void
collect_value_cb (const RoadmapField *field,
                  const char         *language,
                  const char         *text,
                  gpointer            values)
{
  g_array_append_val (values, ((RoadmapValue) { field, language, text }));
}

GArray *
roadmap_pairs_list_values (RoadmapItem *item)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (RoadmapValue));

  if (item != NULL)
    roadmap_item_foreach_value (item, collect_value_cb, values);
  return values;
}

/* The schema's fields stand in memory in their order. */
int
roadmap_pairs_compare_place (const RoadmapValue *a,
                             const RoadmapValue *b)
{
  if (a->field != b->field)
    return a->field < b->field ? -1 : 1;
  return g_strcmp0 (a->language, b->language);
}

void
roadmap_pairs_compare (RoadmapItem            *old_item,
                       RoadmapItem            *new_item,
                       RoadmapValueChangeFunc  visit,
                       gpointer                user_data)
{
  g_autoptr (GArray) old_values = roadmap_pairs_list_values (old_item);
  g_autoptr (GArray) new_values = roadmap_pairs_list_values (new_item);
  guint i = 0, j = 0;

  while (i < old_values->len || j < new_values->len)
    {
      const RoadmapValue *old = i < old_values->len ? &g_array_index (old_values, RoadmapValue, i) : NULL;
      const RoadmapValue *new = j < new_values->len ? &g_array_index (new_values, RoadmapValue, j) : NULL;
      int order = old == NULL ? 1 : new == NULL ? -1 : roadmap_pairs_compare_place (old, new);
      const RoadmapValue *place = order <= 0 ? old : new;

      i += order <= 0;
      j += order >= 0;
      if (order != 0 || strcmp (old->text, new->text) != 0)
        visit (place->field, place->language, order <= 0 ? old->text : NULL, order >= 0 ? new->text : NULL, user_data);
    }
}
