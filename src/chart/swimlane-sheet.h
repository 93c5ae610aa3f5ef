/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/sheet.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* The swimlane timeline: a sheet with a row for each stage or lane, for the title of each chart if there are
 * several, and for the milestones that stand in a chart outside of its lanes.
 *
 * Bars of a lane are packed into lines: a bar stands in the first line where it is free for the bar's time, the steps of a
 * chain (`after`) one behind the other where that can be.  Every text is whole: a line grows with its longest text.  This is
 * done when the lane comes into view; until then its height is guessed from the number of its bars. */

#define ROADMAP_TYPE_SWIMLANE_SHEET (roadmap_swimlane_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSwimlaneSheet, roadmap_swimlane_sheet, ROADMAP, SWIMLANE_SHEET, RoadmapSheet)

RoadmapSheet      *roadmap_swimlane_sheet_new      (const RoadmapSwimlaneOptions *options);

const RoadmapAxis *roadmap_swimlane_sheet_get_axis (RoadmapSwimlaneSheet         *self);
/* The unit of the second row of heads, to which dragging snaps well. */
RoadmapUnit        roadmap_swimlane_sheet_get_unit (RoadmapSwimlaneSheet         *self);

/* (transfer full): the arrows between steps of different rows that are laid out and near @from … @to, in the coordinates of
 * all bodies.  Lays out nothing. */
RoadmapScene      *roadmap_swimlane_sheet_create_links (RoadmapSwimlaneSheet *self,
                                                        double                from,
                                                        double                to);

G_END_DECLS
