/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"
#include "model/place.h"
#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* The swimlane timeline of a view state: years at the top, names of lanes at the left.  The chart that is browsed, or all
 * current ones, on a time axis that fills the width at zoom 1, or is wider where years would become too narrow to read.
 *
 * With a history what is shown can be changed: bars and milestones by dragging (widgets/swimlane-drag.h) and by keys
 * (widgets/swimlane-nudge.h), a quarter at a time.
 *
 * Property "history" (RoadmapHistory, nullable).  NULL, or that of another roadmap than the state's, as when this is
 * the roadmap of an earlier edition: nothing may be changed; nor may a roadmap that is read-only.
 * Signal "refused" (RoadmapSwimlaneView *self, const char *message): the roadmap refused a change, and why.
 * Signal "drawn" (RoadmapSwimlaneView *self, RoadmapItem *bar, const RoadmapPlace *place): a bar was drawn in an empty
 * place.  It belongs to no roadmap yet: whoever shows the view asks what it is to be, and adds it. */

#define ROADMAP_TYPE_SWIMLANE_VIEW (roadmap_swimlane_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSwimlaneView, roadmap_swimlane_view, ROADMAP, SWIMLANE_VIEW, RoadmapSheetView)

RoadmapHistory *roadmap_swimlane_view_get_history (RoadmapSwimlaneView *self);
void            roadmap_swimlane_view_set_history (RoadmapSwimlaneView *self,
                                                   RoadmapHistory      *history);
/* Brings @item into view with the focus on it, if it is shown at all. */
void            roadmap_swimlane_view_go_to       (RoadmapSwimlaneView *self,
                                                   RoadmapItem         *item);
/* For the files swimlane-*.c: emits "refused", and "drawn". */
void            roadmap_swimlane_view_refuse      (RoadmapSwimlaneView *self,
                                                   const GError        *error);
void            roadmap_swimlane_view_tell_drawn  (RoadmapSwimlaneView *self,
                                                   RoadmapItem         *bar,
                                                   const RoadmapPlace  *place);

G_END_DECLS
