/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/swimlane-drag.h"

G_BEGIN_DECLS

/* For swimlane-view.c: the pointer's side of dragging.  A press that does not move stays a click.  Escape ends a drag
 * as if it had not begun; near the edges of what is seen the view scrolls.  A finger scrolls and drags nothing. */
typedef struct _RoadmapSwimlaneGesture RoadmapSwimlaneGesture;

/* @view owns this. */
RoadmapSwimlaneGesture *roadmap_swimlane_gesture_new      (RoadmapSwimlaneView    *view);
void                    roadmap_swimlane_gesture_free     (RoadmapSwimlaneGesture *self);
RoadmapSwimlaneDrag    *roadmap_swimlane_gesture_get_drag (RoadmapSwimlaneGesture *self);

G_END_DECLS
