/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* For lane-bars.c: where one bar or milestone lies along the axis, and where its words stand.
 *
 * The words of a bar stand in its box, wrapped.  Where the box is too narrow for that they stand beside it, if the line
 * is free there; a bar whose words would become a tower of letters, or would break in the middle of words, wants a line
 * that is. */

/* Lengths that the layout shares, in pixels or points; all in proportion to the size of the text. */
typedef struct
{
  double unit;     /* a pixel at the usual size */
  double pad_x;    /* between a box and its words */
  double pad_y;
  double corner;
  double head;     /* at most, of arrow heads and notches */
  double chip;     /* side of the square with a status's letter */
  double chip_gap; /* between it and the words */
  double diamond;
  double gap;      /* between a box and words beside it */
  double margin;   /* above and below the lines of a lane */
  double between;  /* between lines */
} RoadmapBarMetrics;

/* For bars that look full. */
RoadmapBarMetrics roadmap_bar_metrics             (RoadmapMeasure               *measure);
/* For what the options' bars look like. */
RoadmapBarMetrics roadmap_bar_metrics_for         (const RoadmapSwimlaneOptions *options);

typedef enum
{
  ROADMAP_TEXT_INSIDE,
  ROADMAP_TEXT_RIGHT,
  ROADMAP_TEXT_LEFT,
} RoadmapTextPlace;

typedef struct
{
  RoadmapItem       *item;      /* owned */
  RoadmapItem       *status;    /* (nullable) */
  gboolean           milestone;
  gboolean           has_words;
  RoadmapShapeFlags  flags;     /* of its box */
  double             left;      /* of its box, along the axis */
  double             right;
  double             room_left; /* of all it takes up in its line */
  double             room_right;
  guint              line;
  char              *markup;    /* owned */
  PangoLayout       *text;      /* owned */
  PangoLayout       *letter;    /* owned; (nullable): of its status */
  gboolean           apart;     /* the letter stands before all lines, not in the first */
  RoadmapTextPlace   text_place;
} RoadmapBarPlace;

/* The box of @item and the room it wants in its line, with its words; FALSE if it has no span.  The result is ended
 * with roadmap_bar_place_clear(). */
gboolean          roadmap_bar_place_init          (RoadmapBarPlace              *self,
                                                   const RoadmapSwimlaneOptions *options,
                                                   RoadmapItem                  *item);
void              roadmap_bar_place_clear         (RoadmapBarPlace              *self);

/* Where along @axis the box of a bar with @span lies, or the diamond of a milestone; adds to @flags how it is cut off. */
RoadmapReach      roadmap_bar_place_find_box      (const RoadmapAxis            *axis,
                                                   const RoadmapBarMetrics      *metrics,
                                                   const RoadmapSpan            *span,
                                                   gboolean                      milestone,
                                                   RoadmapShapeFlags            *flags);

/* When the lines stand: lets the words of a narrow box flow out of it if they fit before @next, where the next thing on
 * the line begins. */
void              roadmap_bar_place_use_room      (RoadmapBarPlace              *self,
                                                   const RoadmapSwimlaneOptions *options,
                                                   double                        next);
double            roadmap_bar_place_get_height    (const RoadmapBarPlace        *self,
                                                   const RoadmapBarMetrics      *metrics);

G_END_DECLS
