/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Time in a roadmap is counted in whole months.  A RoadmapMonth is the number of months since January of year 0, so
 * that months can be compared and subtracted: month 2020-04 is 2020 * 12 + 3. */
typedef int RoadmapMonth;

typedef enum
{
  ROADMAP_CALENDAR_FISCAL,  /* years begin in the roadmap's fiscal-start month; Japan's in April (財政法 第11条) */
  ROADMAP_CALENDAR_CIVIL,   /* years begin in January */
} RoadmapCalendar;

typedef enum
{
  ROADMAP_UNIT_MONTH,
  ROADMAP_UNIT_QUARTER,
  ROADMAP_UNIT_HALF,
  ROADMAP_UNIT_YEAR,
} RoadmapUnit;

/* A stretch of time as an author writes it: "FY2020", "FY2020-H1", "FY2020-Q3", "2017", "2017-Q1" or "2020-08". */
typedef struct
{
  RoadmapCalendar calendar;
  RoadmapUnit     unit;
  RoadmapMonth    first; /* its first month */
} RoadmapPoint;

typedef enum
{
  ROADMAP_BASIS_STATED,
  ROADMAP_BASIS_INFERRED,
  ROADMAP_BASIS_CONFIRMED,
} RoadmapBasis;

/* From the first month of @start to the last month of @end; an open span (以降) runs on without an end. */
typedef struct
{
  RoadmapPoint start;
  RoadmapPoint end;
  gboolean     open;
  RoadmapBasis basis;
} RoadmapSpan;

#define ROADMAP_FISCAL_START_DEFAULT 4

/* Reads @text.  @fiscal_start is the first month of a fiscal year, 1 to 12.  Years are 1 to 9999. */
gboolean      roadmap_point_parse       (const char         *text,
                                         int                 fiscal_start,
                                         RoadmapPoint       *point);
/* The same text again, as roadmap_point_parse() reads it. */
char         *roadmap_point_format      (const RoadmapPoint *point,
                                         int                 fiscal_start);
/* The unit of @calendar that @month lies in. */
RoadmapPoint  roadmap_point_at          (RoadmapCalendar     calendar,
                                         RoadmapUnit         unit,
                                         RoadmapMonth        month,
                                         int                 fiscal_start);
/* The first month after the point. */
RoadmapMonth  roadmap_point_get_after   (const RoadmapPoint *point);
/* The year the point lies in, by its own calendar: FY2020-Q4 is in 2020, though it begins in January 2021. */
int           roadmap_point_get_year    (const RoadmapPoint *point,
                                         int                 fiscal_start);
/* Which quarter or half of its year the point is, from 1; for months, 1 to 12 by the civil calendar. */
int           roadmap_point_get_ordinal (const RoadmapPoint *point,
                                         int                 fiscal_start);

/* Length of a unit in months: 1, 3, 6 or 12. */
int           roadmap_unit_get_months   (RoadmapUnit         unit);

RoadmapMonth  roadmap_span_get_first    (const RoadmapSpan  *span);
/* The first month after the span, as far as it is stated; an open span runs on beyond it. */
RoadmapMonth  roadmap_span_get_after    (const RoadmapSpan  *span);
/* Whether the span ends after it starts: "2020-08" to "FY2020" does, though the fiscal year began before August. */
gboolean      roadmap_span_is_ordered   (const RoadmapSpan  *span);

/* The month @date lies in. */
RoadmapMonth  roadmap_month_of_date     (const GDate        *date);
/* The first day of @month; the day before it is the last one of the month before. */
void          roadmap_month_get_first_day (RoadmapMonth       month,
                                           GDate             *date);
/* Reads YYYY-MM-DD (ISO 8601 extended calendar date); other forms and impossible dates are refused. */
gboolean      roadmap_date_parse        (const char         *text,
                                         GDate              *date);
char         *roadmap_date_format       (const GDate        *date);

G_END_DECLS
