/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/bar-grip.h"

#define MONTH(year, month) ((year) * 12 + (month) - 1)

#define WHOLE ROADMAP_GRIP_WHOLE
#define START ROADMAP_GRIP_START
#define END ROADMAP_GRIP_END

/* FY2020 to FY2022, a quarter 30 wide; the same years by the civil calendar. */
static const RoadmapAxis fiscal_axis = {
  ROADMAP_CALENDAR_FISCAL, 4, MONTH (2020, 4), MONTH (2023, 4), FALSE, 10,
};
static const RoadmapAxis civil_axis = {
  ROADMAP_CALENDAR_CIVIL, 4, MONTH (2020, 1), MONTH (2023, 1), FALSE, 10,
};

static RoadmapSpan
parse_span (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  RoadmapSpan span = { .basis = ROADMAP_BASIS_STATED };

  g_assert_true (roadmap_point_parse (parts[0], 4, &span.start));
  g_assert_true (roadmap_point_parse (parts[1], 4, &span.end));
  span.open = g_strcmp0 (parts[2], "+") == 0;
  return span;
}

static char *
format_span (const RoadmapSpan *span)
{
  g_autofree char *start = roadmap_point_format (&span->start, 4);
  g_autofree char *end = roadmap_point_format (&span->end, 4);

  return g_strdup_printf ("%s %s%s", start, end, span->open ? " +" : "");
}

static void
test_find (void)
{
  static const struct
  {
    double            width; /* of a box that begins at 100 */
    RoadmapShapeFlags flags;
    double            x;
    RoadmapGrip       grip;
  } rows[] = {
    { 120, 0, 100, START },
    { 120, 0, 106, START },
    { 120, 0, 110, WHOLE },
    { 120, 0, 160, WHOLE },
    { 120, 0, 213, END },
    { 120, 0, 220, END },
    /* Words beside the box are not its end. */
    { 120, 0, 230, WHOLE },
    /* A third of a short one is left for its middle. */
    { 12, 0, 103, START },
    { 12, 0, 105, WHOLE },
    { 12, 0, 107, WHOLE },
    { 12, 0, 109, END },
    /* Ends that lie off the axis; the head of an open bar is one to take hold of. */
    { 120, ROADMAP_SHAPE_BEGINS_BEFORE, 102, WHOLE },
    { 120, ROADMAP_SHAPE_BEGINS_BEFORE, 218, END },
    { 120, ROADMAP_SHAPE_ENDS_AFTER, 218, WHOLE },
    { 120, ROADMAP_SHAPE_OPEN_END, 218, END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapRect box = { 100, 0, rows[i].width, 20 };

      g_test_message ("%g, %g", rows[i].width, rows[i].x);
      g_assert_cmpint (roadmap_grip_find (&box, rows[i].flags, rows[i].x), ==, rows[i].grip);
    }
}

static void
check_result (RoadmapGrip        grip,
              const RoadmapAxis *axis,
              const char        *text,
              int                months,
              const char        *expected)
{
  RoadmapSpan span = parse_span (text);
  g_autofree char *result = NULL;

  g_assert_true (roadmap_grip_apply (grip, axis, &span, roadmap_grip_limit (grip, axis, &span, months)));
  result = format_span (&span);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_pull (void)
{
  static const struct
  {
    RoadmapGrip  grip;
    const char  *span;
    double       dx;
    const char  *expected;
  } rows[] = {
    { WHOLE, "FY2021-Q1 FY2021-Q2",   0,    "FY2021-Q1 FY2021-Q2" },
    { WHOLE, "FY2021-Q1 FY2021-Q2",   14,   "FY2021-Q1 FY2021-Q2" },
    { WHOLE, "FY2021-Q1 FY2021-Q2",   16,   "FY2021-Q2 FY2021-Q3" },
    { WHOLE, "FY2021-Q1 FY2021-Q2",   -16,  "FY2020-Q4 FY2021-Q1" },
    { WHOLE, "FY2021 FY2021",         31,   "FY2021-Q2 FY2022-Q1" },
    { WHOLE, "FY2021 FY2021",         118,  "FY2022 FY2022" },
    { WHOLE, "2021-05 2021-05",       31,   "2021-08 2021-08" },
    /* Not off the axis, however far. */
    { WHOLE, "FY2021 FY2021",         1e9,  "FY2022 FY2022" },
    { WHOLE, "FY2021 FY2021",         -1e9, "FY2020 FY2020" },
    { WHOLE, "2021-05 2021-05",       1e9,  "2023-02 2023-02" },
    { WHOLE, "2021-05 2021-05",       -1e9, "2020-05 2020-05" },
    { WHOLE, "FY2021-Q1 FY2021-Q4 +", 1e9,  "FY2022-Q4 FY2023-Q3 +" },
    /* What lies off the axis stays on it with a quarter. */
    { WHOLE, "FY2019 FY2020-Q2",      -1e9, "FY2018-Q4 FY2020-Q1" },
    { WHOLE, "FY2019 FY2020-Q2",      1e9,  "FY2021-Q3 FY2022-Q4" },
    { WHOLE, "FY2022-Q3 FY2024",      1e9,  "FY2022-Q4 FY2025-Q1" },
    { WHOLE, "FY2022-Q4 FY2024",      31,   "FY2022-Q4 FY2024" },
    /* At once no further than the axis is long. */
    { WHOLE, "FY2019 FY2024",         -1e9, "FY2016 FY2021" },

    { END,   "FY2021-Q1 FY2021-Q2",   4,    "FY2021-Q1 FY2021-Q2" },
    { END,   "FY2021-Q1 FY2021-Q2",   16,   "FY2021-Q1 FY2021-Q3" },
    { END,   "FY2021-Q1 FY2021-Q2",   1e9,  "FY2021-Q1 FY2022-Q4" },
    { END,   "FY2021-Q1 FY2021-Q2",   -31,  "FY2021-Q1 FY2021-Q1" },
    { END,   "FY2021-Q1 FY2021-Q2",   -1e9, "FY2021-Q1 FY2021-Q1" },
    { END,   "2021-05 2021-07",       31,   "2021-05 2021-09" },
    { END,   "2021-05 2021-08",       -1e9, "2021-05 2021-06" },
    /* The end of an open bar is where the axis ends. */
    { END,   "FY2021-Q1 FY2021-Q2 +", -31,  "FY2021-Q1 FY2022-Q3" },
    { END,   "FY2021-Q1 FY2021-Q2 +", 1e9,  "FY2021-Q1 FY2021-Q2 +" },
    { END,   "FY2021-Q1 FY2021-Q2 +", -2,   "FY2021-Q1 FY2021-Q2 +" },

    { START, "FY2021-Q1 FY2021-Q2",   16,   "FY2021-Q2 FY2021-Q2" },
    { START, "FY2021-Q1 FY2021-Q2",   1e9,  "FY2021-Q2 FY2021-Q2" },
    { START, "FY2021-Q1 FY2021-Q2",   -1e9, "FY2020-Q1 FY2021-Q2" },
    { START, "FY2021 FY2021",         31,   "FY2021-Q2 FY2021-Q4" },
    { START, "2021-05 2021-08",       16,   "2021-07 2021-08" },
    { START, "2021-05 2021-08",       2,    "2021-05 2021-08" },
    { START, "FY2021-Q1 FY2021-Q2 +", 121,  "FY2022-Q1 FY2022-Q4 +" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = parse_span (rows[i].span);

      g_test_message ("%d: %s by %g", rows[i].grip, rows[i].span, rows[i].dx);
      check_result (rows[i].grip, &fiscal_axis, rows[i].span,
                    roadmap_grip_pull (rows[i].grip, &fiscal_axis, &span, rows[i].dx), rows[i].expected);
    }
}

static void
test_step (void)
{
  static const struct
  {
    RoadmapGrip  grip;
    const char  *span;
    int          quarters;
    const char  *expected;
  } rows[] = {
    { WHOLE, "FY2021 FY2021",         1,  "FY2021-Q2 FY2022-Q1" },
    { WHOLE, "FY2021 FY2021",         4,  "FY2022 FY2022" },
    { WHOLE, "FY2021 FY2021",         5,  "FY2022 FY2022" },
    { WHOLE, "2021-05 2021-05",       -1, "2021-02 2021-02" },
    { END,   "FY2021-Q1 FY2021-Q2",   1,  "FY2021-Q1 FY2021-Q3" },
    { END,   "FY2021-Q1 FY2021-Q2",   -1, "FY2021-Q1 FY2021-Q1" },
    { END,   "FY2021-Q1 FY2021-Q1",   -1, "FY2021-Q1 FY2021-Q1" },
    { END,   "FY2021-Q1 FY2021-Q2 +", -1, "FY2021-Q1 FY2022-Q3" },
    { END,   "FY2021-Q1 FY2021-Q2 +", 1,  "FY2021-Q1 FY2021-Q2 +" },
    { START, "FY2021-Q1 FY2021-Q2",   -1, "FY2020-Q4 FY2021-Q2" },
    { START, "FY2021-Q2 FY2021-Q2",   1,  "FY2021-Q2 FY2021-Q2" },
    /* From within a quarter to its ends. */
    { END,   "2021-05 2021-07",       1,  "2021-05 2021-09" },
    { END,   "2021-05 2021-08",       -1, "2021-05 2021-06" },
    { START, "2021-05 2021-08",       1,  "2021-07 2021-08" },
    { START, "2021-05 2021-08",       -1, "2021-04 2021-08" },
    { START, "2021-05 2021-08",       -2, "2021-01 2021-08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = parse_span (rows[i].span);

      g_test_message ("%d: %s by %d", rows[i].grip, rows[i].span, rows[i].quarters);
      check_result (rows[i].grip, &fiscal_axis, rows[i].span,
                    roadmap_grip_step (rows[i].grip, &fiscal_axis, &span, rows[i].quarters), rows[i].expected);
    }
}

static void
test_draw (void)
{
  static const struct
  {
    const RoadmapAxis *axis;
    double             x1, x2;
    const char        *expected;
  } rows[] = {
    { &fiscal_axis, 5,   5,    "FY2020-Q1 FY2020-Q1" },
    { &fiscal_axis, 5,   31,   "FY2020-Q1 FY2020-Q2" },
    { &fiscal_axis, 31,  5,    "FY2020-Q1 FY2020-Q2" },
    { &fiscal_axis, 40,  200,  "FY2020-Q2 FY2021-Q3" },
    { &fiscal_axis, 5,   119,  "FY2020 FY2020" },
    { &fiscal_axis, 125, 350,  "FY2021 FY2022" },
    { &fiscal_axis, 5,   121,  "FY2020-Q1 FY2021-Q1" },
    { &fiscal_axis, -90, 1e9,  "FY2020 FY2022" },
    { &fiscal_axis, 1e9, 1e10, "FY2022-Q4 FY2022-Q4" },
    { &civil_axis,  5,   40,   "2020-Q1 2020-Q2" },
    { &civil_axis,  5,   110,  "2020 2020" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSpan span = roadmap_axis_draw_span (rows[i].axis, rows[i].x1, rows[i].x2);
      g_autofree char *text = format_span (&span);

      g_test_message ("%g to %g", rows[i].x1, rows[i].x2);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bar-grip/find", test_find);
  g_test_add_func ("/bar-grip/pull", test_pull);
  g_test_add_func ("/bar-grip/step", test_step);
  g_test_add_func ("/bar-grip/draw", test_draw);

  return g_test_run ();
}
