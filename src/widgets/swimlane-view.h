/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* The swimlane timeline of a view state: years at the top and names of lanes at the left stay while the bars scroll.
 *
 * It is a GtkScrollable, for a GtkScrolledWindow.  The chart is drawn by cairo; over it lies a focusable child for each
 * bar in view.  Tab enters at the selected bar and leaves; arrow keys go from bar to bar, Home and End along the lane;
 * Ctrl with the wheel, and pinching, zoom around the pointer.
 *
 * Properties: "state" (RoadmapViewState), "menu-model" (GMenuModel, nullable: the context menu of a bar, which is selected
 * before it opens). */

#define ROADMAP_TYPE_SWIMLANE_VIEW (roadmap_swimlane_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSwimlaneView, roadmap_swimlane_view, ROADMAP, SWIMLANE_VIEW, GtkWidget)

RoadmapViewState *roadmap_swimlane_view_get_state      (RoadmapSwimlaneView *self);
void              roadmap_swimlane_view_set_state      (RoadmapSwimlaneView *self,
                                                        RoadmapViewState    *state);

G_END_DECLS
