/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/reschedule.h"

#include <string.h>

#include "model/amendment.h"

#define FIRST_MONTH (1 * 12)
#define AFTER_MONTH (10001 * 12) /* the fiscal year 9999 ends in the civil year 10000 */

/* The next finer unit in which points are written.  Who wrote years did not think in halves. */
static RoadmapUnit
get_finer (RoadmapUnit unit)
{
  return unit > ROADMAP_UNIT_QUARTER ? ROADMAP_UNIT_QUARTER : ROADMAP_UNIT_MONTH;
}

static RoadmapPoint
get_point (const RoadmapPoint *like,
           RoadmapUnit         unit,
           RoadmapMonth        month,
           int                 fiscal_start)
{
  /* Months are written by the civil calendar alone. */
  RoadmapCalendar calendar = unit == ROADMAP_UNIT_MONTH ? ROADMAP_CALENDAR_CIVIL : like->calendar;

  return roadmap_point_at (calendar, unit, month, fiscal_start);
}

static gboolean
is_written (const RoadmapPoint *point,
            int                 fiscal_start)
{
  int year = roadmap_point_get_year (point, fiscal_start);

  return point->first >= FIRST_MONTH && year >= 1 && year <= 9999;
}

/* @like again or, in its unit or else the coarsest finer one, the point that begins with @first. */
static gboolean
find_start (RoadmapPoint *point,
            RoadmapUnit   unit,
            RoadmapMonth  first,
            int           fiscal_start)
{
  RoadmapPoint found;

  if (first < FIRST_MONTH || first >= AFTER_MONTH)
    return FALSE;
  found = get_point (point, unit, first, fiscal_start);
  while (found.first != first)
    found = get_point (point, unit = get_finer (unit), first, fiscal_start);
  if (!is_written (&found, fiscal_start))
    return FALSE;
  *point = found;
  return TRUE;
}

/* The same for the point that ends before @after. */
static gboolean
find_end (RoadmapPoint *point,
          RoadmapUnit   unit,
          RoadmapMonth  after,
          int           fiscal_start)
{
  RoadmapPoint found;

  if (after <= FIRST_MONTH || after > AFTER_MONTH)
    return FALSE;
  found = get_point (point, unit, after - 1, fiscal_start);
  while (roadmap_point_get_after (&found) != after)
    found = get_point (point, unit = get_finer (unit), after - 1, fiscal_start);
  if (!is_written (&found, fiscal_start))
    return FALSE;
  *point = found;
  return TRUE;
}

gboolean
roadmap_span_move (RoadmapSpan *span,
                   int          months,
                   int          fiscal_start)
{
  RoadmapSpan moved;

  g_return_val_if_fail (span != NULL, FALSE);

  moved = *span;
  if (ABS ((gint64) months) > AFTER_MONTH ||
      !find_start (&moved.start, span->start.unit, span->start.first + months, fiscal_start) ||
      !find_end (&moved.end, span->end.unit, roadmap_span_get_after (span) + months, fiscal_start))
    return FALSE;
  *span = moved;
  return TRUE;
}

/* "FY2020 to FY2020-Q3" would not say where in the year it starts. */
static gboolean
refine_start (RoadmapSpan *span,
              int          fiscal_start)
{
  while (roadmap_point_get_after (&span->start) > roadmap_span_get_after (span))
    if (!find_start (&span->start, get_finer (span->start.unit), span->start.first, fiscal_start))
      return FALSE;
  return TRUE;
}

static gboolean
refine_end (RoadmapSpan *span,
            int          fiscal_start)
{
  while (span->end.first < span->start.first)
    if (!find_end (&span->end, get_finer (span->end.unit), roadmap_span_get_after (span), fiscal_start))
      return FALSE;
  return TRUE;
}

gboolean
roadmap_span_set_first (RoadmapSpan  *span,
                        RoadmapMonth  first,
                        int           fiscal_start)
{
  RoadmapSpan set;

  g_return_val_if_fail (span != NULL, FALSE);

  set = *span;
  if (first >= roadmap_span_get_after (span) || !find_start (&set.start, span->start.unit, first, fiscal_start) ||
      !refine_end (&set, fiscal_start))
    return FALSE;
  *span = set;
  return TRUE;
}

gboolean
roadmap_span_set_after (RoadmapSpan  *span,
                        RoadmapMonth  after,
                        int           fiscal_start)
{
  RoadmapSpan set;

  g_return_val_if_fail (span != NULL, FALSE);

  set = *span;
  set.open = FALSE;
  if (after <= span->start.first || !find_end (&set.end, span->end.unit, after, fiscal_start) ||
      !refine_start (&set, fiscal_start))
    return FALSE;
  *span = set;
  return TRUE;
}

static gboolean
are_same_points (const RoadmapPoint *a,
                 const RoadmapPoint *b)
{
  return a->calendar == b->calendar && a->unit == b->unit && a->first == b->first;
}

gboolean
roadmap_span_equal (const RoadmapSpan *a,
                    const RoadmapSpan *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return are_same_points (&a->start, &b->start) && are_same_points (&a->end, &b->end) && a->open == b->open;
}

/* A field that says the same already is left as it is written. */
static gboolean
set_field (Roadmap      *roadmap,
           RoadmapItem  *item,
           const char   *name,
           const char   *value,
           GError      **error)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
  g_autoptr (RoadmapEdit) edit = NULL;

  if (field == NULL || g_strcmp0 (roadmap_item_get (item, name), value) == 0)
    return TRUE;
  edit = roadmap_edit_new_set (item, field, NULL, value);
  return roadmap_change (roadmap, edit, error);
}

gboolean
roadmap_reschedule (Roadmap            *roadmap,
                    RoadmapItem        *item,
                    const RoadmapSpan  *span,
                    GError            **error)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  g_autofree char *start = roadmap_point_format (&span->start, fiscal_start);
  g_autofree char *end = roadmap_point_format (&span->end, fiscal_start);
  RoadmapSpan old;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), FALSE);
  g_return_val_if_fail (roadmap_get_span (roadmap, item, &old), FALSE);

  if (roadmap_span_equal (span, &old))
    return TRUE;
  if (old.basis == ROADMAP_BASIS_INFERRED && !set_field (roadmap, item, "basis", "confirmed", error))
    return FALSE;
  if (span->open != old.open && !set_field (roadmap, item, "open", span->open ? "true" : NULL, error))
    return FALSE;
  return set_field (roadmap, item, "start", start, error) && set_field (roadmap, item, "end", end, error);
}
