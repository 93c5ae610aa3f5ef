/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* The bird's-eye map of the state's roadmap.  It fills the width, and the height if it is not too high; where it is narrow
 * the regions stand below each other.
 *
 * Regions and cells are selected like bars; what is selected elsewhere makes the region of its lane stand out.  Enter or a
 * double click leads to the lane: the action "win.show-in-timeline" is activated, its parameter the lane's id (a string).
 * Where there is no lane it does what it does in any sheet.
 *
 * A roadmap that has no map (roadmap_map_find() of chart/map-layout.h says so) leaves the view empty. */

#define ROADMAP_TYPE_MAP_VIEW (roadmap_map_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapMapView, roadmap_map_view, ROADMAP, MAP_VIEW, RoadmapSheetView)

G_END_DECLS
