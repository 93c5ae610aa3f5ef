/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"
#include "stage.h"
#include "widgets/swimlane-drag.h"

G_BEGIN_DECLS

/* A timeline that can be edited, wide enough for all years of the plan, and a drag of its own on it. */
typedef struct
{
  Stage                stage;
  RoadmapHistory      *history;
  RoadmapSwimlaneDrag *drag;
  char                *before; /* the roadmap as text */
  double               x, y;   /* of the pointer */
} Board;

typedef enum
{
  BOARD_BODY,
  BOARD_LEFT,
  BOARD_RIGHT,
} BoardPart;

/* @chart (nullable: all) is the only one then that is in force. */
void        board_open             (Board      *board,
                                    const char *chart);
void        board_close            (Board      *board);

/* How wide a quarter is. */
double      board_get_quarter      (Board      *board);
/* The box of an item in the view. */
RoadmapRect board_get_box          (Board      *board,
                                    const char *id);
/* The middle of the quarter @quarters after the beginning of the axis, at the lower edge of a lane, where nothing stands. */
void        board_find_empty       (Board      *board,
                                    const char *lane,
                                    double      quarters,
                                    double     *x,
                                    double     *y);

/* Presses a part of an item's box; returns whether there is something to drag.  Then pulls by so many quarters more. */
gboolean    board_press            (Board      *board,
                                    const char *id,
                                    BoardPart   part);
void        board_pull             (Board      *board,
                                    double      quarters);
/* The gesture of a view itself. */
GtkEventController *board_find_gesture (GtkWidget *widget);

void        board_assert_span      (Board      *board,
                                    const char *id,
                                    const char *start,
                                    const char *end);
/* The roadmap is as it was when the board was opened. */
void        board_assert_unchanged (Board      *board);
/* What was done is one step, which undo takes back. */
void        board_assert_step      (Board      *board,
                                    const char *name);

G_END_DECLS
