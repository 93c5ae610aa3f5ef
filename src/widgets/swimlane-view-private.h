/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/swimlane-layout.h"
#include "widgets/swimlane-view.h"

G_BEGIN_DECLS

/* What swimlane-input.c, the keyboard and pointer of the view, needs of it. */

/* The layout that is shown, or NULL while there is none. */
RoadmapSwimlane *roadmap_swimlane_view_get_layout   (RoadmapSwimlaneView *self);
/* The width of the column of names and the height of the heads, in pixels. */
void             roadmap_swimlane_view_get_head     (RoadmapSwimlaneView *self,
                                                     double              *name_width,
                                                     double              *head_height);
GtkAdjustment   *roadmap_swimlane_view_get_hadjustment (RoadmapSwimlaneView *self);
GtkAdjustment   *roadmap_swimlane_view_get_vadjustment (RoadmapSwimlaneView *self);
GMenuModel      *roadmap_swimlane_view_get_menu_model  (RoadmapSwimlaneView *self);
/* The child of the item; made, and scrolled into view, if need be.  NULL if the layout does not show the item. */
GtkWidget       *roadmap_swimlane_view_reveal       (RoadmapSwimlaneView *self,
                                                     RoadmapItem         *item);
/* Zooms so that the time at @x, a widget coordinate, stays where it is. */
void             roadmap_swimlane_view_zoom_at      (RoadmapSwimlaneView *self,
                                                     double               zoom,
                                                     double               x);

/* Keyboard and pointer of one view, which owns it. */
typedef struct _RoadmapSwimlaneInput RoadmapSwimlaneInput;

RoadmapSwimlaneInput *roadmap_swimlane_input_new      (RoadmapSwimlaneView  *view);
void                  roadmap_swimlane_input_free     (RoadmapSwimlaneInput *self);
/* Places an open context menu again after the view was allocated. */
void                  roadmap_swimlane_input_allocate (RoadmapSwimlaneInput *self);

G_END_DECLS
