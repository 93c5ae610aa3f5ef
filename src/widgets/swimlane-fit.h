/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/swimlane-layout.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* The swimlanes that a view state asks for: the chart that is browsed, or all current ones, on a time axis that fills
 * @body_width at zoom 1, or is wider where years would become too narrow to read.  The state has a roadmap.  Widths are in
 * pixels.  (transfer full) */
RoadmapSwimlane *roadmap_swimlane_fit (RoadmapViewState *state,
                                       RoadmapMeasure   *measure,
                                       double            name_width,
                                       double            body_width);

G_END_DECLS
