/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/span.h"

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static const struct
{
  const char      *text;
  int              fiscal_start;
  RoadmapCalendar  calendar;
  RoadmapUnit      unit;
  RoadmapMonth     first;
  RoadmapMonth     after;
  int              year;
  int              ordinal;
} points[] = {
  { "FY2020",    4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR,    MONTH (2020, 4),  MONTH (2021, 4), 2020, 1 },
  { "FY2020-H1", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_HALF,    MONTH (2020, 4),  MONTH (2020, 10), 2020, 1 },
  { "FY2020-H2", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_HALF,    MONTH (2020, 10), MONTH (2021, 4), 2020, 2 },
  { "FY2020-Q1", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2020, 4),  MONTH (2020, 7), 2020, 1 },
  { "FY2020-Q3", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2020, 10), MONTH (2021, 1), 2020, 3 },
  { "FY2020-Q4", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2021, 1),  MONTH (2021, 4), 2020, 4 },
  { "2017",      4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_YEAR,    MONTH (2017, 1),  MONTH (2018, 1), 2017, 1 },
  { "2017-H2",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_HALF,    MONTH (2017, 7),  MONTH (2018, 1), 2017, 2 },
  { "2017-Q1",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_QUARTER, MONTH (2017, 1),  MONTH (2017, 4), 2017, 1 },
  { "2017-Q4",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_QUARTER, MONTH (2017, 10), MONTH (2018, 1), 2017, 4 },
  { "2020-01",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_MONTH,   MONTH (2020, 1),  MONTH (2020, 2), 2020, 1 },
  { "2020-08",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_MONTH,   MONTH (2020, 8),  MONTH (2020, 9), 2020, 8 },
  { "2020-12",   4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_MONTH,   MONTH (2020, 12), MONTH (2021, 1), 2020, 12 },
  /* The first and the last year there are. */
  { "0001",      4,  ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_YEAR,    MONTH (1, 1),     MONTH (2, 1), 1, 1 },
  { "FY0001-Q1", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (1, 4),     MONTH (1, 7), 1, 1 },
  { "FY9999-Q4", 4,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (10000, 1), MONTH (10000, 4), 9999, 4 },
  /* Fiscal years that begin in January, July, October and December; civil years do not follow them. */
  { "FY2020-Q1", 1,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2020, 1),  MONTH (2020, 4), 2020, 1 },
  { "FY2020-H2", 7,  ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_HALF,    MONTH (2021, 1),  MONTH (2021, 7), 2020, 2 },
  { "FY2020-Q2", 10, ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2021, 1),  MONTH (2021, 4), 2020, 2 },
  { "FY2020",    12, ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR,    MONTH (2020, 12), MONTH (2021, 12), 2020, 1 },
  { "2020-Q2",   10, ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_QUARTER, MONTH (2020, 4),  MONTH (2020, 7), 2020, 2 },
};

static void
test_points (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      RoadmapPoint point;
      g_autofree char *text = NULL;

      g_test_message ("%s, fiscal years from month %d", points[i].text, points[i].fiscal_start);
      g_assert_true (roadmap_point_parse (points[i].text, points[i].fiscal_start, &point));
      g_assert_cmpint (point.calendar, ==, points[i].calendar);
      g_assert_cmpint (point.unit, ==, points[i].unit);
      g_assert_cmpint (point.first, ==, points[i].first);
      g_assert_cmpint (roadmap_point_get_after (&point), ==, points[i].after);
      g_assert_cmpint (roadmap_point_get_year (&point, points[i].fiscal_start), ==, points[i].year);
      g_assert_cmpint (roadmap_point_get_ordinal (&point, points[i].fiscal_start), ==, points[i].ordinal);

      text = roadmap_point_format (&point, points[i].fiscal_start);
      g_assert_cmpstr (text, ==, points[i].text);
    }
}

static void
test_refused_points (void)
{
  static const char *const refused[] = {
    "", "FY", "FY20", "FY2020-", "FY2020-Q", "FY2020-Q0", "FY2020-Q5", "FY2020-Q12", "FY2020-H0", "FY2020-H3",
    "FY2020-08", "FY2020Q1", "FY2020-1", "FY2020-q1", "fy2020", "FY 2020", "FY-2020", "FY02020", "FY0000",
    "0000", "0000-01", "202", "20201", "2020-", "2020-00", "2020-13", "2020-1", "2020-008", "2020-08-1",
    "2020-Q0", "2020-Q5", "2020-H3", "2020/08", "+2020", "-2020",
    "2020 ", " 2020", "2020-08 ", "FY2020-Q1 ", "2020-Q1\n",
    "２０２０", "２020", "FY2020-Q１", "2020-8月", "令和2年度",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      RoadmapPoint point;

      if (roadmap_point_parse (refused[i], ROADMAP_FISCAL_START_DEFAULT, &point))
        g_error ("“%s” was read as a point", refused[i]);
    }
}

/* Every month lies in the point that roadmap_point_at() names for it, and points of a unit follow each other without a
 * gap: all calendars, units and fiscal years over two years. */
static void
test_point_at (void)
{
  for (int fiscal_start = 1; fiscal_start <= 12; fiscal_start++)
    for (int calendar = ROADMAP_CALENDAR_FISCAL; calendar <= ROADMAP_CALENDAR_CIVIL; calendar++)
      for (int unit = ROADMAP_UNIT_MONTH; unit <= ROADMAP_UNIT_YEAR; unit++)
        for (RoadmapMonth month = MONTH (2020, 1); month < MONTH (2022, 1); month++)
          {
            RoadmapPoint point = roadmap_point_at (calendar, unit, month, fiscal_start);
            RoadmapPoint next = roadmap_point_at (calendar, unit, roadmap_point_get_after (&point), fiscal_start);

            g_assert_cmpint (point.calendar, ==, calendar);
            g_assert_cmpint (point.unit, ==, unit);
            g_assert_cmpint (point.first, <=, month);
            g_assert_cmpint (roadmap_point_get_after (&point), >, month);
            g_assert_cmpint (next.first, ==, roadmap_point_get_after (&point));
          }
}

static void
test_point_at_names (void)
{
  static const struct
  {
    RoadmapCalendar  calendar;
    RoadmapUnit      unit;
    RoadmapMonth     month;
    const char      *text;
  } rows[] = {
    { ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR,    MONTH (2021, 3),  "FY2020" },
    { ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_YEAR,    MONTH (2021, 4),  "FY2021" },
    { ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_HALF,    MONTH (2020, 9),  "FY2020-H1" },
    { ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_QUARTER, MONTH (2021, 2),  "FY2020-Q4" },
    { ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_QUARTER, MONTH (2021, 2),  "2021-Q1" },
    { ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_HALF,    MONTH (2020, 12), "2020-H2" },
    { ROADMAP_CALENDAR_CIVIL,  ROADMAP_UNIT_MONTH,   MONTH (2020, 12), "2020-12" },
    /* A month has the same name in either calendar. */
    { ROADMAP_CALENDAR_FISCAL, ROADMAP_UNIT_MONTH,   MONTH (2021, 1),  "2021-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapPoint point = roadmap_point_at (rows[i].calendar, rows[i].unit, rows[i].month, 4);
      g_autofree char *text = roadmap_point_format (&point, 4);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_order (void)
{
  static const struct
  {
    const char *start, *end;
    gboolean    ordered;
  } rows[] = {
    { "FY2020",    "FY2020",    TRUE },
    { "FY2020-Q1", "FY2020-Q1", TRUE },
    { "FY2020-Q1", "FY2022-Q4", TRUE },
    { "FY2020-Q2", "FY2020-Q1", FALSE },
    { "FY2021",    "FY2020",    FALSE },
    { "2020-08",   "2020-07",   FALSE },
    /* Units and calendars may differ; what counts is that the last month is not before the first. */
    { "FY2020",    "FY2020-Q1", TRUE },
    { "FY2020-Q3", "FY2020",    TRUE },
    { "2020-08",   "FY2020",    TRUE },
    { "2021-03",   "FY2020",    TRUE },
    { "2021-04",   "FY2020",    FALSE },
    { "2020",      "FY2020",    TRUE },
    { "FY2020-Q4", "2020",      FALSE },
    { "FY2020-Q4", "2021-01",   TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = { .open = i % 2 };

      g_test_message ("%s to %s", rows[i].start, rows[i].end);
      g_assert_true (roadmap_point_parse (rows[i].start, 4, &span.start));
      g_assert_true (roadmap_point_parse (rows[i].end, 4, &span.end));
      g_assert_cmpint (roadmap_span_is_ordered (&span), ==, rows[i].ordered);
      g_assert_cmpint (roadmap_span_get_first (&span), ==, span.start.first);
      g_assert_cmpint (roadmap_span_get_after (&span), ==, roadmap_point_get_after (&span.end));
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char   *text;
    RoadmapMonth  month; /* 0: refused */
  } rows[] = {
    { "2020-06-18", MONTH (2020, 6) },
    { "2020-02-29", MONTH (2020, 2) },
    { "2000-02-29", MONTH (2000, 2) },
    { "1999-12-31", MONTH (1999, 12) },
    { "0001-01-01", MONTH (1, 1) },
    { "9999-12-31", MONTH (9999, 12) },
    { "2021-02-29", 0 },
    { "1900-02-29", 0 },
    { "2020-04-31", 0 },
    { "2020-13-01", 0 },
    { "2020-00-01", 0 },
    { "2020-01-00", 0 },
    { "0000-01-01", 0 },
    { "2020-6-18", 0 },
    { "2020-06-8", 0 },
    { "20200618", 0 },
    { "2020/06/18", 0 },
    { "2020-06-18 ", 0 },
    { " 2020-06-18", 0 },
    { "2020-06-18T00:00", 0 },
    { "2020-06", 0 },
    { "18 June 2020", 0 },
    { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (roadmap_date_parse (rows[i].text, &date), ==, rows[i].month != 0);
      if (rows[i].month == 0)
        continue;

      g_assert_cmpint (roadmap_month_of_date (&date), ==, rows[i].month);
      text = roadmap_date_format (&date);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/points", test_points);
  g_test_add_func ("/span/refused-points", test_refused_points);
  g_test_add_func ("/span/point-at", test_point_at);
  g_test_add_func ("/span/point-at-names", test_point_at_names);
  g_test_add_func ("/span/order", test_order);
  g_test_add_func ("/span/dates", test_dates);

  return g_test_run ();
}
