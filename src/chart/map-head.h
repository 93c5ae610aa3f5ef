/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/map-fit.h"
#include "chart/map-layout.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: what stands at the top of a region.
 *
 *   ① Title of the region  ◔ 2/5
 *     over two lines
 *     columns
 *
 * Where that would be too narrow, the ring stands below the title. */

typedef struct _RoadmapMapHead RoadmapMapHead;

/* @columns (nullable) is said below the title. */
RoadmapMapHead *roadmap_map_head_new           (const RoadmapMapOptions *options,
                                                RoadmapItem             *region,
                                                const char              *columns);
void            roadmap_map_head_free          (RoadmapMapHead          *self);

gboolean        roadmap_map_head_has_ring      (RoadmapMapHead          *self);
double          roadmap_map_head_get_min_width (RoadmapMapHead          *self,
                                                RoadmapMapFit            fit);
void            roadmap_map_head_set_width     (RoadmapMapHead          *self,
                                                double                   width);
/* For the width that was set; 0 before. */
double          roadmap_map_head_get_height    (RoadmapMapHead          *self);
void            roadmap_map_head_add           (RoadmapMapHead          *self,
                                                RoadmapScene            *scene,
                                                guint32                  hue,
                                                gboolean                 pale,
                                                double                   x,
                                                double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMapHead, roadmap_map_head_free)

G_END_DECLS
