/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/swimlane-view.h"

G_BEGIN_DECLS

/* For swimlane-gesture.c: what dragging does on the timeline, in the view's coordinates.
 *
 * A bar moves, or is pulled at its end, from quarter to quarter; moved over another lane it comes to stand there, if
 * that can have it.  Several that are selected move together.  In an empty place of a lane a new bar is drawn.  With
 * Shift there, with Ctrl (which keeps what is selected), outside of lanes, and in a roadmap that may not be changed, a
 * rubber band selects what it touches. */
typedef struct _RoadmapSwimlaneDrag RoadmapSwimlaneDrag;

/* @view owns this. */
RoadmapSwimlaneDrag *roadmap_swimlane_drag_new      (RoadmapSwimlaneView *view);
void                 roadmap_swimlane_drag_free     (RoadmapSwimlaneDrag *self);

/* Looks at what is there and does nothing yet; FALSE: there is nothing to drag. */
gboolean             roadmap_swimlane_drag_begin    (RoadmapSwimlaneDrag *self,
                                                     double               x,
                                                     double               y,
                                                     GdkModifierType      modifiers);
/* After begin(), when the pointer has left the place where it was pressed, and whenever it or what is under it moves. */
void                 roadmap_swimlane_drag_update   (RoadmapSwimlaneDrag *self,
                                                     double               x,
                                                     double               y);
/* Lets go: what was shown is done. */
void                 roadmap_swimlane_drag_end      (RoadmapSwimlaneDrag *self);
/* As if it had not begun. */
void                 roadmap_swimlane_drag_cancel   (RoadmapSwimlaneDrag *self);

/* Between the first update() and the end. */
gboolean             roadmap_swimlane_drag_is_under_way (RoadmapSwimlaneDrag *self);
/* Whether it leads from row to row, so that the view has to scroll up and down, too. */
gboolean             roadmap_swimlane_drag_changes_rows (RoadmapSwimlaneDrag *self);
/* (nullable): the name of the pointer for what can be dragged at a point, or is being dragged. */
const char          *roadmap_swimlane_drag_get_cursor (RoadmapSwimlaneDrag *self,
                                                     double               x,
                                                     double               y);

void                 roadmap_swimlane_drag_snapshot (RoadmapSwimlaneDrag *self,
                                                     GtkSnapshot         *snapshot);

G_END_DECLS
