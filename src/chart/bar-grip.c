/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/bar-grip.h"

#include <math.h>

#include "model/reschedule.h"

#define QUARTER 3

/* How far from its end a box is taken hold of by it; of a short box no more than a third, so that its middle is left. */
#define REACH 9.0

RoadmapGrip
roadmap_grip_find (const RoadmapRect *box,
                   RoadmapShapeFlags  flags,
                   double             x)
{
  double reach = MIN (REACH, box->width / 3);

  if (x < box->x + reach && !(flags & ROADMAP_SHAPE_BEGINS_BEFORE))
    return ROADMAP_GRIP_START;
  if (x >= roadmap_rect_get_right (box) - reach && x <= roadmap_rect_get_right (box) + 1 &&
      (!(flags & ROADMAP_SHAPE_ENDS_AFTER) || flags & ROADMAP_SHAPE_OPEN_END))
    return ROADMAP_GRIP_END;
  return ROADMAP_GRIP_WHOLE;
}

/* Where the span ends on the axis: an open one runs on to where that ends. */
static RoadmapMonth
get_after (const RoadmapAxis *axis,
           const RoadmapSpan *span)
{
  RoadmapMonth after = roadmap_span_get_after (span);

  return span->open ? MAX (axis->after, after) : after;
}

static RoadmapMonth
get_edge (RoadmapGrip        grip,
          const RoadmapAxis *axis,
          const RoadmapSpan *span)
{
  return grip == ROADMAP_GRIP_END ? get_after (axis, span) : roadmap_span_get_first (span);
}

/* The first month of the quarter @month lies in. */
static RoadmapMonth
get_quarter (const RoadmapAxis *axis,
             RoadmapMonth       month)
{
  return roadmap_point_at (axis->calendar, ROADMAP_UNIT_QUARTER, month, axis->fiscal_start).first;
}

int
roadmap_grip_pull (RoadmapGrip        grip,
                   const RoadmapAxis *axis,
                   const RoadmapSpan *span,
                   double             dx)
{
  RoadmapMonth edge = get_edge (grip, axis, span);
  double most = axis->after - axis->first;
  double months = CLAMP (dx / axis->pixels_per_month, -most, most);

  if (grip == ROADMAP_GRIP_WHOLE)
    return QUARTER * (int) round (months / QUARTER);
  /* Where it is pulled to is not where it is before it has been pulled at all. */
  if (fabs (months) < 0.5)
    return 0;
  return roadmap_axis_snap (axis, roadmap_axis_month_to_x (axis, edge + months), ROADMAP_UNIT_QUARTER) - edge;
}

int
roadmap_grip_step (RoadmapGrip        grip,
                   const RoadmapAxis *axis,
                   const RoadmapSpan *span,
                   int                quarters)
{
  RoadmapMonth edge = get_edge (grip, axis, span);
  RoadmapMonth quarter = get_quarter (axis, edge);

  if (grip == ROADMAP_GRIP_WHOLE || quarter == edge)
    return QUARTER * quarters;
  /* From within a quarter the first step leads to its end or its beginning. */
  return quarter + QUARTER * (quarters < 0 ? quarters + 1 : quarters) - edge;
}

/* How far down, or up, a span may be changed. */
static void
get_limits (RoadmapGrip        grip,
            const RoadmapAxis *axis,
            const RoadmapSpan *span,
            int               *least,
            int               *most)
{
  RoadmapMonth first = roadmap_span_get_first (span);
  RoadmapMonth after = get_after (axis, span);

  switch (grip)
    {
    case ROADMAP_GRIP_START:
      *least = axis->first - first;
      *most = get_quarter (axis, after - 1) - first;
      break;
    case ROADMAP_GRIP_END:
      *least = get_quarter (axis, first) + QUARTER - after;
      *most = axis->after - after;
      break;
    default:
      *least = first >= axis->first ? axis->first - first : axis->first + QUARTER - after;
      *most = after <= axis->after && !span->open ? axis->after - after : axis->after - QUARTER - first;
      *least -= *least % QUARTER;
      *most -= *most % QUARTER;
      break;
    }
  *least = MIN (*least, 0);
  *most = MAX (*most, 0);
}

int
roadmap_grip_limit (RoadmapGrip        grip,
                    const RoadmapAxis *axis,
                    const RoadmapSpan *span,
                    int                months)
{
  int least, most;

  get_limits (grip, axis, span, &least, &most);
  return CLAMP (months, least, most);
}

/* The end that an open bar has been given for paper is not where it is drawn to, and the start may be pulled beyond it. */
static gboolean
set_first (const RoadmapAxis *axis,
           RoadmapSpan       *span,
           RoadmapMonth       first)
{
  RoadmapSpan set = *span;

  if (span->open && first >= roadmap_span_get_after (span) &&
      !roadmap_span_set_after (&set, get_after (axis, span), axis->fiscal_start))
    return FALSE;
  set.open = span->open;
  if (!roadmap_span_set_first (&set, first, axis->fiscal_start))
    return FALSE;
  *span = set;
  return TRUE;
}

gboolean
roadmap_grip_apply (RoadmapGrip        grip,
                    const RoadmapAxis *axis,
                    RoadmapSpan       *span,
                    int                months)
{
  RoadmapMonth edge = get_edge (grip, axis, span);

  switch (grip)
    {
    case ROADMAP_GRIP_START:
      return set_first (axis, span, edge + months);
    case ROADMAP_GRIP_END:
      return months == 0 || roadmap_span_set_after (span, edge + months, axis->fiscal_start);
    default:
      return roadmap_span_move (span, months, axis->fiscal_start);
    }
}

static RoadmapPoint
get_point_at (const RoadmapAxis *axis,
              RoadmapUnit        unit,
              double             x)
{
  double month = floor (roadmap_axis_x_to_month (axis, x));

  return roadmap_point_at (axis->calendar, unit, (RoadmapMonth) CLAMP (month, axis->first, axis->after - 1),
                           axis->fiscal_start);
}

RoadmapSpan
roadmap_axis_draw_span (const RoadmapAxis *axis,
                        double             x1,
                        double             x2)
{
  double left = MIN (x1, x2);
  double right = MAX (x1, x2);
  RoadmapSpan span = { get_point_at (axis, ROADMAP_UNIT_QUARTER, left), get_point_at (axis, ROADMAP_UNIT_QUARTER, right),
                       FALSE, ROADMAP_BASIS_STATED };
  RoadmapSpan years = { get_point_at (axis, ROADMAP_UNIT_YEAR, left), get_point_at (axis, ROADMAP_UNIT_YEAR, right),
                        FALSE, ROADMAP_BASIS_STATED };

  return years.start.first == span.start.first && roadmap_span_get_after (&years) == roadmap_span_get_after (&span) ? years
                                                                                                                     : span;
}
