/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* A swimlane timeline with all its rows below each other in one scene, in which lanes and lines are counted through. */
typedef struct _Timeline Timeline;

Timeline                 *timeline_new        (const RoadmapSwimlaneOptions *options);
void                      timeline_free       (Timeline                     *self);

/* (transfer none) */
RoadmapScene             *timeline_get_corner (Timeline                     *self);
RoadmapScene             *timeline_get_years  (Timeline                     *self);
RoadmapScene             *timeline_get_names  (Timeline                     *self);
RoadmapScene             *timeline_get_body   (Timeline                     *self);

guint                     timeline_get_n_rows (Timeline                     *self);
const RoadmapSwimlaneRow *timeline_get_row    (Timeline                     *self,
                                               guint                         index);
/* The row at @y of the body, or NULL. */
const RoadmapSwimlaneRow *timeline_find_row   (Timeline                     *self,
                                               double                        y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Timeline, timeline_free)

G_END_DECLS
