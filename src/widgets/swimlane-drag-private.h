/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/swimlane-sheet.h"
#include "widgets/bar-move.h"
#include "widgets/sheet-view-private.h"
#include "widgets/swimlane-drag.h"

G_BEGIN_DECLS

/* For swimlane-drag.c, which does it, and swimlane-drag-look.c, which shows it. */

typedef enum
{
  ROADMAP_DRAG_NONE,
  ROADMAP_DRAG_BAR,  /* moves bars or pulls at an end */
  ROADMAP_DRAG_NEW,  /* draws a bar */
  ROADMAP_DRAG_BAND, /* selects */
} RoadmapDragMode;

struct _RoadmapSwimlaneDrag
{
  RoadmapSwimlaneView *view;     /* not owned: it owns this */
  RoadmapDragMode      mode;
  gboolean             under_way;
  double               press_x, press_y; /* in the view */
  double               start_x;  /* the same among the rows, */
  double               start_y;  /* from the top of this row, or of what is below all of them: */
  guint                start_row;
  RoadmapMonth         axis_first; /* of the axis it began on */
  Roadmap             *roadmap;
  gulong               changed_id;

  RoadmapItem         *item;     /* ROADMAP_DRAG_BAR: what was pressed; ROADMAP_DRAG_NEW: the lane; owned */
  RoadmapGrip          grip;
  double               grab_y;   /* of the pointer, from the top of the box */
  double               pointer_y; /* among the rows */
  RoadmapBarMove      *move;
  gboolean             refused;

  RoadmapSpan          span;     /* of the new bar */

  gboolean             keep;     /* what is selected already stays so */
  RoadmapRect          band;     /* among the rows */
  GPtrArray           *touched;  /* RoadmapItem, in the order of the rows */
};

const RoadmapAxis *roadmap_swimlane_drag_get_axis    (const RoadmapSheetPort  *port);
/* By what part a bar is taken hold of at @x of its row's scene; a milestone has no ends. */
RoadmapGrip        roadmap_swimlane_drag_find_grip   (RoadmapSwimlaneDrag     *self,
                                                      const RoadmapSheetPlace *place,
                                                      double                   x);
/* Where it began, among the rows. */
double             roadmap_swimlane_drag_get_start_y (RoadmapSwimlaneDrag     *self,
                                                      const RoadmapSheetPort  *port);

G_END_DECLS
