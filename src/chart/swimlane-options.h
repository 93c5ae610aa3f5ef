/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/axis.h"
#include "chart/measure.h"

G_BEGIN_DECLS

/* What a swimlane timeline is to show, and the rows it then has. */

/* Whether an item is shown; for bars and milestones. */
typedef gboolean (*RoadmapShowFunc) (RoadmapItem *item,
                                     gpointer     user_data);

/* What bars look like. */
typedef enum
{
  ROADMAP_BARS_FULL,    /* with all their words */
  ROADMAP_BARS_COMPACT, /* with one line of words */
  ROADMAP_BARS_STRIPS,  /* thin and without words */
  ROADMAP_BARS_GHOSTS,  /* slim, pale and with small words: an earlier plan's */
} RoadmapBarLook;

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;     /* RoadmapItem; below each other, each with a band for its title if there are several */
  const char      *language;   /* of the content; a text without a translation stands in the document's own */
  RoadmapAxis      axis;
  double           name_width; /* of the column of names; pixels or points */
  const GDate     *today;      /* (nullable): no line */
  RoadmapMeasure  *measure;
  gboolean         paged;      /* for paper: rows are made high enough to have their names again on a next page */
  RoadmapShowFunc  show;       /* (nullable): all; else a lane in which nothing is shown is left out */
  gpointer         show_data;
  RoadmapBarLook   look;       /* of the bars in lanes that are not collapsed */
  GPtrArray       *earlier;    /* (nullable): RoadmapItem; charts of an earlier plan, whose bars stand as ghosts above those
                                * of the lane that continues theirs */
  RoadmapShowFunc  collapsed;  /* (nullable): a lane of which only the name and strips are shown, also for the lanes in it;
                                * else no lane can be collapsed */
  gpointer         collapsed_data;
} RoadmapSwimlaneOptions;

/* A row of the table: a stage or lane, the title band of a chart, or (its item is the chart and `band` is not set) the
 * milestones that stand in the chart outside of its lanes. */
typedef struct
{
  RoadmapItem *item;
  gboolean     band;
  guint        depth;  /* 0, or more for a lane in a lane */
  gboolean     collapsed;
  double       y;      /* in names and body */
  double       height;
} RoadmapSwimlaneRow;

/* (transfer full): with references to what it points to.  Functions and their data must stay valid. */
RoadmapSwimlaneOptions *roadmap_swimlane_options_copy      (const RoadmapSwimlaneOptions *self);
void                    roadmap_swimlane_options_free      (RoadmapSwimlaneOptions       *self);
/* (transfer full): RoadmapSwimlaneRow by RoadmapSwimlaneRow, from the top, whose items are not owned and whose places are
 * not known yet. */
GArray                 *roadmap_swimlane_options_list_rows (const RoadmapSwimlaneOptions *self);
/* (transfer container): the bars and milestones shown in a row, and those that stand as ghosts above them. */
GPtrArray              *roadmap_swimlane_options_list_bars  (const RoadmapSwimlaneOptions *self,
                                                             const RoadmapSwimlaneRow     *row);
GPtrArray              *roadmap_swimlane_options_list_ghosts (const RoadmapSwimlaneOptions *self,
                                                              const RoadmapSwimlaneRow     *row);
/* The lane or stage of an earlier plan that @lane continues: the one it says it does, or failing that one of the same
 * title; NULL if there is none. */
RoadmapItem            *roadmap_find_continued_lane        (Roadmap                      *roadmap,
                                                            GPtrArray                    *earlier,
                                                            RoadmapItem                  *lane);
/* Whether @item, which stands in a lane, is a bar or milestone that is shown. */
gboolean                roadmap_swimlane_options_shows     (const RoadmapSwimlaneOptions *self,
                                                            RoadmapItem                  *item);

G_END_DECLS
