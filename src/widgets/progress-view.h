/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* How far the roadmap is, in figures (chart/progress-layout.h): for the chart that is browsed, or all of them.  As a sheet
 * view it has a focusable child for each row, which says its figures.  Enter, or a double click, on a chart, stage or lane
 * shows it in the timeline.
 *
 * Properties: those of RoadmapSheetView, "state" and "menu-model". */

#define ROADMAP_TYPE_PROGRESS_VIEW (roadmap_progress_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapProgressView, roadmap_progress_view, ROADMAP, PROGRESS_VIEW, RoadmapSheetView)

G_END_DECLS
