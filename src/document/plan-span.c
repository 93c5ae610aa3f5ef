/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/plan-private.h"

#include "model/era.h"
#include "model/span.h"

static RoadmapMonth
get_month_after (const GDate *date)
{
  return roadmap_month_of_date (date) + 1;
}

static void
get_last_day (const RoadmapPoint *point,
              GDate              *date)
{
  roadmap_month_get_first_day (roadmap_point_get_after (point), date);
  g_date_subtract_days (date, 1);
}

/* Whether the period the task had as an item still begins or ends on that day. */
static gboolean
fits (const RoadmapPlanMaking *making,
      const char              *text,
      const GDate             *day,
      gboolean                 is_end)
{
  RoadmapPoint point;
  GDate own;

  if (text == NULL || !roadmap_point_parse (text, making->fiscal_start, &point))
    return FALSE;
  if (is_end)
    get_last_day (&point, &own);
  else
    roadmap_month_get_first_day (point.first, &own);
  return g_date_compare (&own, day) == 0;
}

/* The longest unit of which whole ones fill the months. */
static RoadmapUnit
find_unit (const RoadmapPlanMaking *making,
           RoadmapMonth             first,
           RoadmapMonth             after)
{
  static const RoadmapUnit units[] = { ROADMAP_UNIT_YEAR, ROADMAP_UNIT_QUARTER };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      RoadmapPoint start = roadmap_point_at (making->calendar, units[i], first, making->fiscal_start);
      RoadmapPoint end = roadmap_point_at (making->calendar, units[i], after - 1, making->fiscal_start);

      if (start.first == first && roadmap_point_get_after (&end) == after)
        return units[i];
    }
  return ROADMAP_UNIT_MONTH;
}

static char *
format_point (const RoadmapPlanMaking *making,
              RoadmapUnit              unit,
              RoadmapMonth             month)
{
  RoadmapPoint point = roadmap_point_at (making->calendar, unit, month, making->fiscal_start);

  return roadmap_point_format (&point, making->fiscal_start);
}

void
roadmap_plan_find_span (const RoadmapPlanMaking *making,
                        const RoadmapPlanTask   *task,
                        char                   **start,
                        char                   **end)
{
  RoadmapMonth first = roadmap_month_of_date (&task->first);
  RoadmapMonth after = get_month_after (&task->last);
  RoadmapUnit unit = find_unit (making, first, after);

  *start = fits (making, task->start, &task->first, FALSE) ? g_strdup (task->start) : format_point (making, unit, first);
  *end = fits (making, task->end, &task->last, TRUE) ? g_strdup (task->end) : format_point (making, unit, after - 1);
}

char *
roadmap_plan_find_point (const RoadmapPlanMaking *making,
                         const RoadmapPlanTask   *task)
{
  if (fits (making, task->start, &task->last, TRUE))
    return g_strdup (task->start);
  return format_point (making, ROADMAP_UNIT_MONTH, roadmap_month_of_date (&task->last));
}

char *
roadmap_plan_dup_timing (const RoadmapPlanMaking *making,
                         const RoadmapPlanTask   *task)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (g_date_is_first_of_month (&task->first) && g_date_is_last_of_month (&task->last))
    return NULL;
  first = roadmap_date_describe (&task->first, making->language);
  last = roadmap_date_describe (&task->last, making->language);
  return g_strdup_printf (g_str_has_prefix (making->language, "ja") ? "%sから%sまで" : "%s to %s", first, last);
}

void
roadmap_plan_find_years (const RoadmapPlanMaking *making,
                         const GDate             *first,
                         const GDate             *last,
                         char                   **start,
                         char                   **end)
{
  *start = format_point (making, ROADMAP_UNIT_YEAR, roadmap_month_of_date (first));
  *end = format_point (making, ROADMAP_UNIT_YEAR, roadmap_month_of_date (last));
}
