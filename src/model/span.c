/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/span.h"

#define MONTHS_PER_YEAR 12

/* Reads exactly @n digits. */
static gboolean
parse_digits (const char **text,
              int          n,
              int         *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value ((*text)[i]);
    }
  *text += n;
  return TRUE;
}

static gboolean
parse_ordinal (const char *text,
               int         count,
               int        *ordinal)
{
  *ordinal = g_ascii_digit_value (text[0]);
  return *ordinal >= 1 && *ordinal <= count && text[1] == '\0';
}

static RoadmapMonth
get_year_start (RoadmapCalendar calendar,
                int             year,
                int             fiscal_start)
{
  int first_month = calendar == ROADMAP_CALENDAR_FISCAL ? fiscal_start : 1;

  return year * MONTHS_PER_YEAR + first_month - 1;
}

gboolean
roadmap_point_parse (const char   *text,
                     int           fiscal_start,
                     RoadmapPoint *point)
{
  int year, ordinal;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= MONTHS_PER_YEAR, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  point->calendar = g_str_has_prefix (text, "FY") ? ROADMAP_CALENDAR_FISCAL : ROADMAP_CALENDAR_CIVIL;
  if (point->calendar == ROADMAP_CALENDAR_FISCAL)
    text += 2;
  if (!parse_digits (&text, 4, &year) || year == 0)
    return FALSE;

  point->unit = ROADMAP_UNIT_YEAR;
  point->first = get_year_start (point->calendar, year, fiscal_start);
  if (*text == '\0')
    return TRUE;
  if (*text++ != '-')
    return FALSE;

  if (*text == 'Q' && parse_ordinal (text + 1, 4, &ordinal))
    {
      point->unit = ROADMAP_UNIT_QUARTER;
      point->first += 3 * (ordinal - 1);
      return TRUE;
    }
  if (*text == 'H' && parse_ordinal (text + 1, 2, &ordinal))
    {
      point->unit = ROADMAP_UNIT_HALF;
      point->first += 6 * (ordinal - 1);
      return TRUE;
    }

  /* A month belongs to the civil calendar: "FY2020-08" would leave open whether it lies in 2020. */
  if (point->calendar == ROADMAP_CALENDAR_CIVIL && parse_digits (&text, 2, &ordinal) &&
      *text == '\0' && ordinal >= 1 && ordinal <= MONTHS_PER_YEAR)
    {
      point->unit = ROADMAP_UNIT_MONTH;
      point->first += ordinal - 1;
      return TRUE;
    }

  return FALSE;
}

char *
roadmap_point_format (const RoadmapPoint *point,
                      int                 fiscal_start)
{
  const char *prefix = point->calendar == ROADMAP_CALENDAR_FISCAL ? "FY" : "";
  int year = roadmap_point_get_year (point, fiscal_start);
  int ordinal = roadmap_point_get_ordinal (point, fiscal_start);

  switch (point->unit)
    {
    case ROADMAP_UNIT_MONTH:
      return g_strdup_printf ("%04d-%02d", point->first / MONTHS_PER_YEAR, ordinal);
    case ROADMAP_UNIT_QUARTER:
      return g_strdup_printf ("%s%04d-Q%d", prefix, year, ordinal);
    case ROADMAP_UNIT_HALF:
      return g_strdup_printf ("%s%04d-H%d", prefix, year, ordinal);
    case ROADMAP_UNIT_YEAR:
      return g_strdup_printf ("%s%04d", prefix, year);
    default:
      g_assert_not_reached ();
    }
}

RoadmapPoint
roadmap_point_at (RoadmapCalendar calendar,
                  RoadmapUnit     unit,
                  RoadmapMonth    month,
                  int             fiscal_start)
{
  RoadmapMonth origin = get_year_start (calendar, 0, fiscal_start);
  int length = roadmap_unit_get_months (unit);

  return (RoadmapPoint) { calendar, unit, origin + (month - origin) / length * length };
}

RoadmapMonth
roadmap_point_get_after (const RoadmapPoint *point)
{
  return point->first + roadmap_unit_get_months (point->unit);
}

int
roadmap_point_get_year (const RoadmapPoint *point,
                        int                 fiscal_start)
{
  return (point->first - get_year_start (point->calendar, 0, fiscal_start)) / MONTHS_PER_YEAR;
}

int
roadmap_point_get_ordinal (const RoadmapPoint *point,
                           int                 fiscal_start)
{
  RoadmapMonth year_start;

  if (point->unit == ROADMAP_UNIT_MONTH)
    return point->first % MONTHS_PER_YEAR + 1;

  year_start = get_year_start (point->calendar, roadmap_point_get_year (point, fiscal_start), fiscal_start);
  return (point->first - year_start) / roadmap_unit_get_months (point->unit) + 1;
}

int
roadmap_unit_get_months (RoadmapUnit unit)
{
  static const int months[] = {
    [ROADMAP_UNIT_MONTH] = 1,
    [ROADMAP_UNIT_QUARTER] = 3,
    [ROADMAP_UNIT_HALF] = 6,
    [ROADMAP_UNIT_YEAR] = MONTHS_PER_YEAR,
  };

  return months[unit];
}

RoadmapMonth
roadmap_span_get_first (const RoadmapSpan *span)
{
  return span->start.first;
}

RoadmapMonth
roadmap_span_get_after (const RoadmapSpan *span)
{
  return roadmap_point_get_after (&span->end);
}

gboolean
roadmap_span_is_ordered (const RoadmapSpan *span)
{
  return span->start.first < roadmap_span_get_after (span);
}

RoadmapMonth
roadmap_month_of_date (const GDate *date)
{
  return g_date_get_year (date) * MONTHS_PER_YEAR + g_date_get_month (date) - 1;
}

void
roadmap_month_get_first_day (RoadmapMonth  month,
                             GDate        *date)
{
  g_return_if_fail (month >= 12 && date != NULL);

  g_date_clear (date, 1);
  g_date_set_dmy (date, 1, month % 12 + 1, month / 12);
}

gboolean
roadmap_date_parse (const char *text,
                    GDate      *date)
{
  int year, month, day;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!parse_digits (&text, 4, &year) || *text++ != '-' ||
      !parse_digits (&text, 2, &month) || *text++ != '-' ||
      !parse_digits (&text, 2, &day) || *text != '\0' ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

char *
roadmap_date_format (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}
