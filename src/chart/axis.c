/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/axis.h"

#include <math.h>
#include <string.h>

static const char *const english_months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

static GPtrArray *
list_charts (Roadmap  *roadmap,
             gboolean  earlier)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  GPtrArray *charts = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (root, i);

      if (roadmap_item_is (item, "chart") &&
          (g_strcmp0 (roadmap_item_get (item, "role"), "earlier") == 0) == earlier)
        g_ptr_array_add (charts, item);
    }
  return charts;
}

GPtrArray *
roadmap_list_charts (Roadmap *roadmap)
{
  return list_charts (roadmap, FALSE);
}

GPtrArray *
roadmap_list_earlier_charts (Roadmap *roadmap)
{
  return list_charts (roadmap, TRUE);
}

static RoadmapCalendar
get_calendar (RoadmapItem *chart)
{
  return g_strcmp0 (roadmap_item_get (chart, "calendar"), "calendar") == 0 ? ROADMAP_CALENDAR_CIVIL
                                                                           : ROADMAP_CALENDAR_FISCAL;
}

/* Makes the axis begin and end with whole years. */
static void
round_to_years (RoadmapAxis *axis)
{
  RoadmapPoint first = roadmap_point_at (axis->calendar, ROADMAP_UNIT_YEAR, axis->first, axis->fiscal_start);
  RoadmapPoint last = roadmap_point_at (axis->calendar, ROADMAP_UNIT_YEAR, axis->after - 1, axis->fiscal_start);

  axis->first = first.first;
  axis->after = roadmap_point_get_after (&last);
}

RoadmapAxis
roadmap_axis_for_charts (Roadmap      *roadmap,
                         GPtrArray    *charts,
                         RoadmapMonth  fallback)
{
  RoadmapAxis axis = {
    .calendar = charts->len > 0 ? get_calendar (g_ptr_array_index (charts, 0)) : ROADMAP_CALENDAR_FISCAL,
    .fiscal_start = roadmap_get_fiscal_start (roadmap),
    .first = G_MAXINT,
    .after = G_MININT,
    .pixels_per_month = 1,
  };

  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapSpan span;

      if (!roadmap_get_span (roadmap, g_ptr_array_index (charts, i), &span))
        continue;
      axis.first = MIN (axis.first, roadmap_span_get_first (&span));
      axis.after = MAX (axis.after, roadmap_span_get_after (&span));
      axis.open |= span.open;
    }
  if (axis.first >= axis.after)
    {
      axis.first = fallback;
      axis.after = fallback + 1;
    }
  round_to_years (&axis);
  return axis;
}

double
roadmap_axis_get_width (const RoadmapAxis *axis)
{
  return (axis->after - axis->first) * axis->pixels_per_month;
}

void
roadmap_axis_set_width (RoadmapAxis *axis,
                        double       width)
{
  axis->pixels_per_month = width / (axis->after - axis->first);
}

double
roadmap_axis_month_to_x (const RoadmapAxis *axis,
                         double             month)
{
  return (month - axis->first) * axis->pixels_per_month;
}

double
roadmap_axis_x_to_month (const RoadmapAxis *axis,
                         double             x)
{
  return axis->first + x / axis->pixels_per_month;
}

double
roadmap_axis_date_to_x (const RoadmapAxis *axis,
                        const GDate       *date)
{
  int days = g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date));

  return roadmap_axis_month_to_x (axis, roadmap_month_of_date (date) + (g_date_get_day (date) - 0.5) / days);
}

gboolean
roadmap_axis_shows_date (const RoadmapAxis *axis,
                         const GDate       *date)
{
  RoadmapMonth month = roadmap_month_of_date (date);

  return month >= axis->first && month < axis->after;
}

RoadmapMonth
roadmap_axis_snap (const RoadmapAxis *axis,
                   double             x,
                   RoadmapUnit        unit)
{
  double month = roadmap_axis_x_to_month (axis, x);
  RoadmapPoint point;
  RoadmapMonth after;

  /* Far off the axis a month need not even fit in an int. */
  if (month <= axis->first)
    return axis->first;
  if (month >= axis->after)
    return axis->after;

  point = roadmap_point_at (axis->calendar, unit, (RoadmapMonth) floor (month), axis->fiscal_start);
  after = roadmap_point_get_after (&point);
  return CLAMP (month - point.first < after - month ? point.first : after, axis->first, axis->after);
}

GArray *
roadmap_axis_list_ticks (const RoadmapAxis *axis,
                         RoadmapUnit        unit)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (RoadmapTick));

  for (RoadmapMonth month = axis->first; month < axis->after;)
    {
      RoadmapTick tick = { .point = roadmap_point_at (axis->calendar, unit, month, axis->fiscal_start) };
      RoadmapMonth after = MIN (roadmap_point_get_after (&tick.point), axis->after);

      tick.x = roadmap_axis_month_to_x (axis, month);
      tick.width = roadmap_axis_month_to_x (axis, after) - tick.x;
      g_array_append_val (ticks, tick);
      month = after;
    }
  return ticks;
}

RoadmapUnit
roadmap_axis_choose_unit (const RoadmapAxis *axis,
                          const double       widths[4])
{
  for (RoadmapUnit unit = ROADMAP_UNIT_MONTH; unit < ROADMAP_UNIT_YEAR; unit++)
    if (roadmap_unit_get_months (unit) * axis->pixels_per_month >= widths[unit])
      return unit;
  return ROADMAP_UNIT_YEAR;
}

char *
roadmap_tick_describe (const RoadmapTick *tick,
                       const char        *language)
{
  int month = tick->point.first % 12;

  if (language != NULL && g_str_has_prefix (language, "ja"))
    return g_strdup_printf ("%d月", month + 1);
  return g_strdup (english_months[month]);
}
