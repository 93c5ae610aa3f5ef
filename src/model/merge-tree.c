/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/merge-private.h"

#include "model/order.h"

/* The trees joined as decided. */

static gboolean
is_root (RoadmapMergeItem *item)
{
  return item->versions[ROADMAP_SIDE_OURS] != NULL &&
         roadmap_item_get_parent (item->versions[ROADMAP_SIDE_OURS]) == NULL;
}

static void
choose_place (RoadmapMerge     *self,
              RoadmapMergeItem *item)
{
  gboolean ours = item->versions[ROADMAP_SIDE_OURS] != NULL, theirs = item->versions[ROADMAP_SIDE_THEIRS] != NULL;

  if (item->removed != NULL)
    item->present = item->versions[item->removed->choice] != NULL;
  else
    item->present = item->versions[ROADMAP_MERGE_BASE] != NULL ? ours && theirs : ours || theirs;
  item->settled = !ours || !theirs;
  if (item->settled)
    item->side = ours ? ROADMAP_SIDE_OURS : ROADMAP_SIDE_THEIRS;
  else
    item->side = roadmap_merge_get_mover (self, item);
}

/* What would stand in something that goes has the place the other side knows, or goes along.  Returns whether it stands. */
static gboolean
keep_standing (RoadmapMerge     *self,
               RoadmapMergeItem *item)
{
  RoadmapMergeItem *parent = roadmap_merge_get_parent (self, item, item->side);
  RoadmapMergeItem *other = roadmap_merge_get_parent (self, item, 1 - item->side);

  if (parent != NULL && parent->present)
    return TRUE;

  if (!item->settled && other != NULL && other->present)
    {
      item->side = 1 - item->side;
      item->settled = TRUE;
    }
  else
    item->present = FALSE;
  return FALSE;
}

static void
settle_parents (RoadmapMerge *self)
{
  gboolean all_stand;

  /* What is around an item mostly comes before it, so that the second round finds nothing more to do. */
  do
    {
      all_stand = TRUE;
      for (guint i = 0; i < self->items->len; i++)
        {
          RoadmapMergeItem *item = g_ptr_array_index (self->items, i);

          if (item->present && !is_root (item) && !keep_standing (self, item))
            all_stand = FALSE;
        }
    }
  while (!all_stand);
}

static RoadmapMergeItem *
find_ring (RoadmapMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    ((RoadmapMergeItem *) g_ptr_array_index (self->items, i))->visit = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      RoadmapMergeItem *item = g_ptr_array_index (self->items, i);

      for (; item->present && item->visit == 0 && !is_root (item); item = roadmap_merge_get_parent (self, item, item->side))
        item->visit = i + 1;
      /* Back where this walk has been. */
      if (item->visit == i + 1)
        return item;
    }
  return NULL;
}

/* Ours is a tree, so a ring has something of theirs in it. */
static void
open_ring (RoadmapMerge     *self,
           RoadmapMergeItem *first)
{
  RoadmapMergeItem *item = first;

  do
    {
      RoadmapMergeItem *next = roadmap_merge_get_parent (self, item, item->side);

      if (item->versions[ROADMAP_SIDE_OURS] != NULL)
        {
          item->side = ROADMAP_SIDE_OURS;
          item->settled = TRUE;
        }
      item = next;
    }
  while (item != first);
}

RoadmapMergeItem *
roadmap_merge_find_places (RoadmapMerge *self,
                           gboolean      settle)
{
  RoadmapMergeItem *ring;

  for (guint i = 0; i < self->items->len; i++)
    choose_place (self, g_ptr_array_index (self->items, i));
  settle_parents (self);
  while ((ring = find_ring (self)) != NULL && settle)
    {
      open_ring (self, ring);
      settle_parents (self);
    }
  return ring;
}

static gboolean
may_lead_to (RoadmapMerge       *self,
             const RoadmapField *field,
             const char         *id)
{
  for (RoadmapMergeItem *item = g_hash_table_lookup (self->by_id, id); item != NULL; item = item->namesake)
    if (item->present)
      return roadmap_field_may_link_to (field, roadmap_item_get_kind (item->versions[item->side])->name);
  return FALSE;
}

/* Consumes @value: what it leads to may have gone. */
static char *
drop_dead_links (RoadmapMerge       *self,
                 const RoadmapField *field,
                 char               *value)
{
  g_autofree char *all = value;
  g_auto (GStrv) ids = g_strsplit (all, " ", -1);
  g_autoptr (GString) alive = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    if (may_lead_to (self, field, *id))
      g_string_append_printf (alive, "%s%s", alive->len > 0 ? " " : "", *id);
  return alive->len > 0 ? g_string_free (g_steal_pointer (&alive), FALSE) : NULL;
}

typedef struct
{
  RoadmapMerge *merge;
  GArray       *values; /* RoadmapValue, whose texts are owned */
} Collection;

static void
collect_value_cb (RoadmapMergeItem   *item,
                  const RoadmapField *field,
                  const char         *language,
                  const char *const  *values,
                  gpointer            user_data)
{
  Collection *collection = user_data;
  char *value = roadmap_merge_dup_value (item, field, language, values);

  if (value != NULL && roadmap_field_is_link (field))
    value = drop_dead_links (collection->merge, field, value);
  if (value != NULL)
    g_array_append_val (collection->values, ((RoadmapValue) { field, language, value }));
}

static RoadmapItem *
make_item (RoadmapMerge     *self,
           RoadmapMergeItem *item)
{
  RoadmapItem *version = item->versions[item->side];
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RoadmapValue));
  RoadmapItem *made;

  roadmap_merge_foreach_value (item, collect_value_cb, &(Collection) { self, values });
  made = roadmap_item_new_with_values (roadmap_item_get_kind (version), roadmap_item_get_id (version),
                                       (RoadmapValue *) (gpointer) values->data, values->len);
  for (guint i = 0; i < values->len; i++)
    g_free ((char *) g_array_index (values, RoadmapValue, i).text);
  return made;
}

/* (transfer container): those of the children in one version that come to stand here. */
static GPtrArray *
list_children (RoadmapMerge     *self,
               RoadmapMergeItem *parent,
               guint             version)
{
  GPtrArray *children = g_ptr_array_new ();
  RoadmapItem *item = parent->versions[version];

  for (guint i = 0; item != NULL && i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapMergeItem *child = roadmap_merge_find (self, roadmap_item_get_child (item, i));

      if (child->present && roadmap_merge_get_parent (self, child, child->side) == parent)
        g_ptr_array_add (children, child);
    }
  return children;
}

static RoadmapItem *
make_tree (RoadmapMerge     *self,
           RoadmapMergeItem *item)
{
  RoadmapItem *made = make_item (self, item);
  g_autoptr (GPtrArray) base = list_children (self, item, ROADMAP_MERGE_BASE);
  g_autoptr (GPtrArray) ours = list_children (self, item, ROADMAP_SIDE_OURS);
  g_autoptr (GPtrArray) theirs = list_children (self, item, ROADMAP_SIDE_THEIRS);
  g_autoptr (GPtrArray) children = roadmap_order_merge (base, ours, theirs);

  for (guint i = 0; i < children->len; i++)
    {
      g_autoptr (RoadmapItem) child = make_tree (self, g_ptr_array_index (children, i));

      roadmap_item_init_child (made, child);
    }
  return made;
}

Roadmap *
roadmap_merge_create (RoadmapMerge  *self,
                      GError       **error)
{
  Roadmap *theirs = self->roadmaps[ROADMAP_SIDE_THEIRS];
  g_autoptr (RoadmapItem) root = NULL;

  roadmap_merge_find_places (self, TRUE);
  root = make_tree (self, roadmap_merge_find (self, roadmap_get_root (theirs)));
  return roadmap_new (root, roadmap_get_language (theirs), error);
}
