/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/era.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* The time axis: months to x and back.  A plain value; copy it and change pixels_per_month to zoom.
 *
 * x is 0 at the first month and counts pixels, or points on paper.  Months may be fractions: 24246.5 is the middle of
 * the month 24246. */
typedef struct
{
  RoadmapCalendar calendar;
  int             fiscal_start;     /* first month of a fiscal year, 1 to 12 */
  RoadmapMonth    first;
  RoadmapMonth    after;            /* the first month behind the axis */
  gboolean        open;             /* what is shown runs on (以降), and the last head says so */
  double          pixels_per_month;
} RoadmapAxis;

/* One unit of the calendar on the axis, cut to it at the ends. */
typedef struct
{
  RoadmapPoint point;
  double       x;
  double       width;
} RoadmapTick;

/* An axis of whole years of the first chart's calendar that covers all of @charts, 1 pixel a month.  Without a chart
 * that has a span: the fiscal year of the month @fallback. */
RoadmapAxis   roadmap_axis_for_charts    (Roadmap            *roadmap,
                                          GPtrArray          *charts,
                                          RoadmapMonth        fallback);
/* (transfer container): the charts of the roadmap that are not an earlier plan kept for reference, in order. */
GPtrArray    *roadmap_list_charts        (Roadmap            *roadmap);
/* (transfer container): those that are. */
GPtrArray    *roadmap_list_earlier_charts (Roadmap           *roadmap);

double        roadmap_axis_get_width     (const RoadmapAxis  *axis);
/* Sets pixels_per_month so that the axis is @width wide. */
void          roadmap_axis_set_width     (RoadmapAxis        *axis,
                                          double              width);
/* Not cut: months outside of the axis lie at negative x or beyond its width. */
double        roadmap_axis_month_to_x    (const RoadmapAxis  *axis,
                                          double              month);
double        roadmap_axis_x_to_month    (const RoadmapAxis  *axis,
                                          double              x);
/* The middle of the day. */
double        roadmap_axis_date_to_x     (const RoadmapAxis  *axis,
                                          const GDate        *date);
gboolean      roadmap_axis_shows_date    (const RoadmapAxis  *axis,
                                          const GDate        *date);
/* The boundary of @unit nearest to @x, kept on the axis. */
RoadmapMonth  roadmap_axis_snap          (const RoadmapAxis  *axis,
                                          double              x,
                                          RoadmapUnit         unit);

/* (transfer full): RoadmapTick by RoadmapTick. */
GArray       *roadmap_axis_list_ticks    (const RoadmapAxis  *axis,
                                          RoadmapUnit         unit);
/* The finest unit whose ticks are at least as wide as its element of @widths, by RoadmapUnit; years if none is. */
RoadmapUnit   roadmap_axis_choose_unit   (const RoadmapAxis  *axis,
                                          const double        widths[4]);
/* The words over a tick shorter than a year: the month it begins with, "4月" · "Apr". */
char         *roadmap_tick_describe      (const RoadmapTick  *tick,
                                          const char         *language);

G_END_DECLS
