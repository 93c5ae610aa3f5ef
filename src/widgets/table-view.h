/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* The table of a view state in its published layout (chart/table-layout.h): stages with their roadblocks, what was
 * addressed, measures, and years with bars.  As a sheet view it has a focusable child for each cell and bar, so that it
 * is the timeline for those who do not see it: each says in which column it stands and what it belongs to.
 *
 * Properties: those of RoadmapSheetView, "state" and "menu-model". */

#define ROADMAP_TYPE_TABLE_VIEW (roadmap_table_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapTableView, roadmap_table_view, ROADMAP, TABLE_VIEW, RoadmapSheetView)

G_END_DECLS
