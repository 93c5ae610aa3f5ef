/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* For swimlane-sheet.c: the cells of the column of names. */

typedef enum
{
  ROADMAP_NAME_CONTINUED   = 1 << 0, /* stands on an earlier page already */
  ROADMAP_NAME_WITH_PARENT = 1 << 1, /* below the name of the lane around it, which is not on the page */
} RoadmapNameFlags;

/* What the name of a row needs. */
double roadmap_swimlane_get_name_height (const RoadmapSwimlaneOptions *options,
                                         const RoadmapSwimlaneRow     *row,
                                         RoadmapNameFlags              flags);
/* Adds the cell @rect. */
void   roadmap_swimlane_add_name        (const RoadmapSwimlaneOptions *options,
                                         const RoadmapSwimlaneRow     *row,
                                         RoadmapNameFlags              flags,
                                         RoadmapScene                 *scene,
                                         const RoadmapRect            *rect);
/* Adds the full title of a chart to its band in the body, if the column of names has only a short name of it. */
void   roadmap_swimlane_add_band_title  (const RoadmapSwimlaneOptions *options,
                                         const RoadmapSwimlaneRow     *row,
                                         RoadmapScene                 *scene,
                                         const RoadmapRect            *rect);

G_END_DECLS
