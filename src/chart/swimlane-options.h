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
} RoadmapSwimlaneOptions;

/* A row of the table: a stage or lane, the title band of a chart, or (its item is the chart and `band` is not set) the
 * milestones that stand in the chart outside of its lanes. */
typedef struct
{
  RoadmapItem *item;
  gboolean     band;
  guint        depth;  /* 0, or more for a lane in a lane */
  double       y;      /* in names and body */
  double       height;
} RoadmapSwimlaneRow;

/* (transfer full): with references to what it points to.  `show` and `show_data` must stay valid. */
RoadmapSwimlaneOptions *roadmap_swimlane_options_copy      (const RoadmapSwimlaneOptions *self);
void                    roadmap_swimlane_options_free      (RoadmapSwimlaneOptions       *self);
/* (transfer full): RoadmapSwimlaneRow by RoadmapSwimlaneRow, from the top, whose items are not owned and whose places are
 * not known yet. */
GArray                 *roadmap_swimlane_options_list_rows (const RoadmapSwimlaneOptions *self);
/* Whether @item, which stands in a lane, is a bar or milestone that is shown. */
gboolean                roadmap_swimlane_options_shows     (const RoadmapSwimlaneOptions *self,
                                                            RoadmapItem                  *item);

G_END_DECLS
