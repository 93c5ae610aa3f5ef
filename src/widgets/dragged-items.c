/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/dragged-items.h"

#include "model/copies.h"

G_DEFINE_BOXED_TYPE (RoadmapDraggedItems, roadmap_dragged_items, roadmap_dragged_items_copy, roadmap_dragged_items_free)

RoadmapDraggedItems *
roadmap_dragged_items_new (Roadmap     *roadmap,
                           GPtrArray   *items,
                           RoadmapItem *from)
{
  RoadmapDraggedItems *self = g_new0 (RoadmapDraggedItems, 1);
  g_autoptr (GPtrArray) tops = roadmap_list_tops (items);

  self->roadmap = g_object_ref (roadmap);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tops->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (tops, i)));
  g_set_object (&self->from, from);
  return self;
}

RoadmapDraggedItems *
roadmap_dragged_items_copy (RoadmapDraggedItems *self)
{
  RoadmapDraggedItems *copy = g_new0 (RoadmapDraggedItems, 1);

  copy->roadmap = g_object_ref (self->roadmap);
  copy->items = g_ptr_array_ref (self->items);
  g_set_object (&copy->from, self->from);
  return copy;
}

void
roadmap_dragged_items_free (RoadmapDraggedItems *self)
{
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->from);
  g_free (self);
}
