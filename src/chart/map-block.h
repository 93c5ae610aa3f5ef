/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/map-grid.h"
#include "chart/map-region.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: regions that share one grid: those of a whole map, or a single one. */

typedef struct
{
  GPtrArray      *regions; /* RoadmapMapRegion */
  RoadmapMapGrid *columns;
  RoadmapMapGrid *rows;
} RoadmapMapBlock;

/* @regions: RoadmapMapRegion. */
RoadmapMapBlock *roadmap_map_block_new        (GPtrArray       *regions,
                                               RoadmapMapFit    fit);
void             roadmap_map_block_free       (RoadmapMapBlock *self);

/* Whether regions and cells each have a place of their own. */
gboolean         roadmap_map_block_is_drawn   (RoadmapMapBlock *self);
/* First the width, then what the caller adds to `rows`, then the height, each returning what is needed or is given,
 * whichever is more; then the shapes. */
double           roadmap_map_block_set_width  (RoadmapMapBlock *self,
                                               double           width);
double           roadmap_map_block_set_height (RoadmapMapBlock *self,
                                               double           height);
void             roadmap_map_block_add        (RoadmapMapBlock *self,
                                               RoadmapScene    *scene,
                                               double           x,
                                               double           y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMapBlock, roadmap_map_block_free)

G_END_DECLS
