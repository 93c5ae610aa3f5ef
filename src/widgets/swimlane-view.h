/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* The swimlane timeline of a view state: years at the top, names of lanes at the left.  The chart that is browsed, or all
 * current ones, on a time axis that fills the width at zoom 1, or is wider where years would become too narrow to read. */

#define ROADMAP_TYPE_SWIMLANE_VIEW (roadmap_swimlane_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSwimlaneView, roadmap_swimlane_view, ROADMAP, SWIMLANE_VIEW, RoadmapSheetView)

G_END_DECLS
