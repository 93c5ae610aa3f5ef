/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* For swimlane-sheet.c: the heads over the columns.  Years stand in the first row, in a second one the months with
 * which quarters, halves or months begin, as fine as the width allows, and the label of today. */

/* The finest unit whose labels fit. */
RoadmapUnit   roadmap_swimlane_choose_unit   (const RoadmapSwimlaneOptions *options);
RoadmapScene *roadmap_swimlane_create_years  (const RoadmapSwimlaneOptions *options,
                                              RoadmapUnit                   unit);
/* What the names are: the heading of the one chart's stages or lanes, if it has one. */
RoadmapScene *roadmap_swimlane_create_corner (const RoadmapSwimlaneOptions *options,
                                              double                        height);

G_END_DECLS
