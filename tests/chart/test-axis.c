/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/axis.h"

#include "../model/sample.h"
#include "plan.h"

#define MONTH(year, month) ((year) * 12 + (month) - 1)

static const RoadmapAxis fiscal_axis = {
  ROADMAP_CALENDAR_FISCAL, 4, MONTH (2020, 4), MONTH (2023, 4), FALSE, 10,
};

static void
test_charts (void)
{
  static const struct
  {
    const char     *charts;
    RoadmapCalendar calendar;
    RoadmapMonth    first;
    RoadmapMonth    after;
    gboolean        open;
  } rows[] = {
    { "stages", ROADMAP_CALENDAR_FISCAL, MONTH (2020, 4), MONTH (2023, 4), TRUE },
    { "earlier", ROADMAP_CALENDAR_CIVIL, MONTH (2017, 1), MONTH (2022, 1), FALSE },
    /* Years are those of the first chart's calendar, and whole. */
    { "stages earlier", ROADMAP_CALENDAR_FISCAL, MONTH (2016, 4), MONTH (2023, 4), TRUE },
    { "earlier stages", ROADMAP_CALENDAR_CIVIL, MONTH (2017, 1), MONTH (2024, 1), TRUE },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) charts = plan_list (roadmap, rows[i].charts);
      RoadmapAxis axis = roadmap_axis_for_charts (roadmap, charts, 0);

      g_test_message ("%s", rows[i].charts);
      g_assert_cmpint (axis.calendar, ==, rows[i].calendar);
      g_assert_cmpint (axis.first, ==, rows[i].first);
      g_assert_cmpint (axis.after, ==, rows[i].after);
      g_assert_cmpint (axis.open, ==, rows[i].open);
    }
}

static void
test_no_chart (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=空\n");
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  RoadmapAxis axis = roadmap_axis_for_charts (roadmap, charts, MONTH (2021, 2));

  g_assert_cmpuint (charts->len, ==, 0);
  g_assert_cmpint (axis.first, ==, MONTH (2020, 4));
  g_assert_cmpint (axis.after, ==, MONTH (2021, 4));
}

static void
test_lists (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_autoptr (GPtrArray) earlier = roadmap_list_earlier_charts (roadmap);
  g_autofree char *ids = sample_join_ids (charts);
  g_autofree char *earlier_ids = sample_join_ids (earlier);

  g_assert_cmpstr (ids, ==, "stages");
  g_assert_cmpstr (earlier_ids, ==, "earlier");
}

static void
test_positions (void)
{
  RoadmapAxis axis = fiscal_axis;
  GDate day;

  g_assert_cmpfloat (roadmap_axis_get_width (&axis), ==, 360);
  g_assert_cmpfloat (roadmap_axis_month_to_x (&axis, MONTH (2021, 4)), ==, 120);
  g_assert_cmpfloat (roadmap_axis_month_to_x (&axis, MONTH (2019, 4)), ==, -120);
  g_assert_cmpfloat (roadmap_axis_x_to_month (&axis, 125), ==, MONTH (2021, 4) + 0.5);
  roadmap_axis_set_width (&axis, 720);
  g_assert_cmpfloat (axis.pixels_per_month, ==, 20);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, 6, 2020);
  g_assert_cmpfloat_with_epsilon (roadmap_axis_date_to_x (&axis, &day), 2 * 20 + 20 * 14.5 / 30, 1e-9);
  g_assert_true (roadmap_axis_shows_date (&axis, &day));
  g_date_set_dmy (&day, 31, 3, 2020);
  g_assert_false (roadmap_axis_shows_date (&axis, &day));
  g_date_set_dmy (&day, 1, 4, 2023);
  g_assert_false (roadmap_axis_shows_date (&axis, &day));
}

static void
test_snap (void)
{
  static const struct
  {
    double       x;
    RoadmapUnit  unit;
    RoadmapMonth month;
  } rows[] = {
    { 0, ROADMAP_UNIT_QUARTER, MONTH (2020, 4) },
    { 14, ROADMAP_UNIT_QUARTER, MONTH (2020, 4) },
    { 16, ROADMAP_UNIT_QUARTER, MONTH (2020, 7) },
    { 16, ROADMAP_UNIT_MONTH, MONTH (2020, 6) },
    { 31, ROADMAP_UNIT_HALF, MONTH (2020, 10) },
    { 59, ROADMAP_UNIT_YEAR, MONTH (2020, 4) },
    { 61, ROADMAP_UNIT_YEAR, MONTH (2021, 4) },
    { 359, ROADMAP_UNIT_YEAR, MONTH (2023, 4) },
    { -1e12, ROADMAP_UNIT_MONTH, MONTH (2020, 4) },
    { 1e12, ROADMAP_UNIT_MONTH, MONTH (2023, 4) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%g, unit %d", rows[i].x, rows[i].unit);
      g_assert_cmpint (roadmap_axis_snap (&fiscal_axis, rows[i].x, rows[i].unit), ==, rows[i].month);
    }
}

/* The labels of all ticks, divided by spaces. */
static char *
join_labels (const RoadmapAxis *axis,
             RoadmapUnit        unit,
             const char        *language)
{
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (axis, unit);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = roadmap_tick_describe (&g_array_index (ticks, RoadmapTick, i), language);

      g_string_append_printf (labels, "%s%s", i > 0 ? " " : "", label);
    }
  return g_string_free (labels, FALSE);
}

static void
test_labels (void)
{
  static const struct
  {
    RoadmapCalendar calendar;
    RoadmapMonth    first;
    RoadmapUnit     unit;
    const char     *language;
    const char     *labels;
  } rows[] = {
    { ROADMAP_CALENDAR_FISCAL, MONTH (2020, 4), ROADMAP_UNIT_QUARTER, "ja", "4月 7月 10月 1月" },
    { ROADMAP_CALENDAR_FISCAL, MONTH (2020, 4), ROADMAP_UNIT_HALF, "ja", "4月 10月" },
    { ROADMAP_CALENDAR_FISCAL, MONTH (2020, 4), ROADMAP_UNIT_QUARTER, "en", "Apr Jul Oct Jan" },
    { ROADMAP_CALENDAR_CIVIL, MONTH (2020, 1), ROADMAP_UNIT_QUARTER, "ja", "1月 4月 7月 10月" },
    { ROADMAP_CALENDAR_CIVIL, MONTH (2020, 1), ROADMAP_UNIT_MONTH, "fr",
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapAxis axis = { rows[i].calendar, 4, rows[i].first, rows[i].first + 12, FALSE, 1 };
      g_autofree char *labels = join_labels (&axis, rows[i].unit, rows[i].language);

      g_assert_cmpstr (labels, ==, rows[i].labels);
    }
}

/* Ticks follow each other without a gap, from one end of the axis to the other, also where it cuts a unit. */
static void
test_ticks_cover_axis (void)
{
  RoadmapAxis axis = { ROADMAP_CALENDAR_FISCAL, 4, MONTH (2020, 5), MONTH (2022, 9), FALSE, 7 };

  for (RoadmapUnit unit = ROADMAP_UNIT_MONTH; unit <= ROADMAP_UNIT_YEAR; unit++)
    {
      g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&axis, unit);
      double x = 0;

      for (guint i = 0; i < ticks->len; i++)
        {
          const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);

          g_assert_cmpfloat_with_epsilon (tick->x, x, 1e-9);
          g_assert_cmpint (tick->point.unit, ==, unit);
          x = tick->x + tick->width;
        }
      g_assert_cmpfloat_with_epsilon (x, roadmap_axis_get_width (&axis), 1e-9);
    }
}

static void
test_units (void)
{
  static const double widths[] = { 25, 25, 25, 0 };
  static const struct
  {
    double      pixels_per_month;
    RoadmapUnit unit;
  } rows[] = {
    { 25, ROADMAP_UNIT_MONTH },
    { 24, ROADMAP_UNIT_QUARTER },
    { 9, ROADMAP_UNIT_QUARTER },
    { 8, ROADMAP_UNIT_HALF },
    { 4, ROADMAP_UNIT_YEAR },
    { 0.1, ROADMAP_UNIT_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapAxis axis = fiscal_axis;

      axis.pixels_per_month = rows[i].pixels_per_month;
      g_assert_cmpint (roadmap_axis_choose_unit (&axis, widths), ==, rows[i].unit);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/charts", test_charts);
  g_test_add_func ("/axis/no-chart", test_no_chart);
  g_test_add_func ("/axis/lists", test_lists);
  g_test_add_func ("/axis/positions", test_positions);
  g_test_add_func ("/axis/snap", test_snap);
  g_test_add_func ("/axis/labels", test_labels);
  g_test_add_func ("/axis/ticks-cover-axis", test_ticks_cover_axis);
  g_test_add_func ("/axis/units", test_units);
  return g_test_run ();
}
