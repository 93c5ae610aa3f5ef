/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/arrange.h"

G_BEGIN_DECLS

/* Items that are being dragged, inside the program.  A value, so that it can be what a drag offers. */
typedef struct
{
  Roadmap     *roadmap; /* they belong to */
  GPtrArray   *items;   /* of RoadmapItem, owned, none of which stands inside another */
  RoadmapItem *from;    /* (nullable): what they stood under where they were taken */
} RoadmapDraggedItems;

#define ROADMAP_TYPE_DRAGGED_ITEMS (roadmap_dragged_items_get_type ())
GType                roadmap_dragged_items_get_type (void);

RoadmapDraggedItems *roadmap_dragged_items_new      (Roadmap             *roadmap,
                                                     GPtrArray           *items,
                                                     RoadmapItem         *from);
RoadmapDraggedItems *roadmap_dragged_items_copy     (RoadmapDraggedItems *self);
void                 roadmap_dragged_items_free     (RoadmapDraggedItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapDraggedItems, roadmap_dragged_items_free)

G_END_DECLS
