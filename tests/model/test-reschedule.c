/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/reschedule.h"

#include "model/history.h"
#include "sample.h"

/* What is done to a span: "move 3" by months, "first 2020-10" and "after 2021-01" to a month. */
typedef struct
{
  const char *span; /* "START END", with a + when it is open */
  const char *change;
  const char *expected; /* NULL: refused */
} Row;

static const Row fiscal_rows[] = {
  /* The author's units as far as they fit. */
  { "FY2020 FY2020",         "move 0",   "FY2020 FY2020" },
  { "FY2020 FY2020",         "move 3",   "FY2020-Q2 FY2021-Q1" },
  { "FY2020 FY2020",         "move 6",   "FY2020-Q3 FY2021-Q2" },
  { "FY2020 FY2020",         "move 12",  "FY2021 FY2021" },
  { "FY2020 FY2020",         "move -12", "FY2019 FY2019" },
  { "FY2020 FY2022",         "move -3",  "FY2019-Q4 FY2022-Q3" },
  { "FY2020-Q2 FY2021-Q1",   "move 9",   "FY2021-Q1 FY2021-Q4" },
  { "FY2020-Q1 FY2020-Q4",   "move 12",  "FY2021-Q1 FY2021-Q4" },
  { "FY2020-H1 FY2020-H2",   "move 6",   "FY2020-H2 FY2021-H1" },
  { "FY2020-H1 FY2020-H2",   "move 3",   "FY2020-Q2 FY2021-Q1" },
  { "FY2020-H1 FY2021",      "move 6",   "FY2020-H2 FY2022-Q2" },
  { "2020-08 2020-08",       "move 3",   "2020-11 2020-11" },
  { "2020-12 2021-03",       "move -3",  "2020-09 2020-12" },
  { "2020-08 FY2021",        "move 3",   "2020-11 FY2022-Q1" },
  /* A civil year stays one in a fiscal roadmap. */
  { "2017 2018",             "move 3",   "2017-Q2 2019-Q1" },
  { "2017 2018",             "move -24", "2015 2016" },
  { "2017 FY2018",           "move 12",  "2018 FY2019" },
  /* What no quarter begins with. */
  { "FY2020 FY2020",         "move 1",   "2020-05 2021-04" },
  /* 以降 stays. */
  { "FY2021-Q1 FY2022-Q4 +", "move 3",   "FY2021-Q2 FY2023-Q1 +" },
  { "FY2021-Q1 FY2022-Q4 +", "first 2020-10", "FY2020-Q3 FY2022-Q4 +" },
  /* Who says where it ends does not mean 以降. */
  { "FY2021-Q1 FY2022-Q4 +", "after 2022-04", "FY2021-Q1 FY2021-Q4" },

  { "FY2020 FY2022",         "after 2022-04", "FY2020 FY2021" },
  { "FY2020 FY2022",         "after 2021-10", "FY2020 FY2021-Q2" },
  { "FY2020 FY2022",         "first 2021-04", "FY2021 FY2022" },
  { "FY2020 FY2022",         "first 2020-07", "FY2020-Q2 FY2022" },
  { "FY2020-Q1 FY2020-Q4",   "after 2022-04", "FY2020-Q1 FY2021-Q4" },
  { "FY2020-H1 FY2020-H1",   "after 2021-04", "FY2020-H1 FY2020-H2" },
  { "2020-08 2020-08",       "after 2020-10", "2020-08 2020-09" },
  { "2020-08 2020-09",       "first 2020-07", "2020-07 2020-09" },
  /* Within a year both ends are said as finely as the one that was set. */
  { "FY2020 FY2020",         "after 2021-01", "FY2020-Q1 FY2020-Q3" },
  { "FY2020 FY2020",         "first 2020-07", "FY2020-Q2 FY2020-Q4" },
  { "FY2020 FY2022",         "after 2020-07", "FY2020-Q1 FY2020-Q1" },
  { "FY2020 FY2022",         "first 2023-01", "FY2022-Q4 FY2022-Q4" },
  { "FY2020 FY2022",         "after 2021-04", "FY2020 FY2020" },
  { "FY2020 2021-03",        "after 2020-09", "FY2020-Q1 2020-08" },
  /* The start is never after the end. */
  { "FY2020-Q1 FY2020-Q1",   "after 2020-07", "FY2020-Q1 FY2020-Q1" },
  { "FY2020-Q1 FY2020-Q1",   "after 2020-04", NULL },
  { "FY2020-Q1 FY2020-Q1",   "after 2019-04", NULL },
  { "FY2020-Q1 FY2020-Q1",   "first 2020-07", NULL },
  { "FY2020-Q1 FY2020-Q1",   "first 2021-07", NULL },
  /* The years there are. */
  { "FY9999 FY9999",         "move -12", "FY9998 FY9998" },
  { "FY9998 FY9998",         "move 12",  "FY9999 FY9999" },
  { "FY9999 FY9999",         "move 3",   NULL },
  { "FY9999-Q4 FY9999-Q4",   "move 3",   NULL },
  { "9999-12 9999-12",       "move 3",   NULL },
  { "9999-12 9999-12",       "move -3",  "9999-09 9999-09" },
  { "0001 0001",             "move -3",  NULL },
  { "0001 0001",             "move 3",   "0001-Q2 0002-Q1" },
  { "FY0001 FY0001",         "move -3",  NULL },
  { "FY2020 FY2020",         "move 2000000000",  NULL },
  { "FY2020 FY2020",         "move -2000000000", NULL },
};

/* The same in a roadmap whose fiscal years begin in February, so that no quarter of theirs is a civil one. */
static const Row february_rows[] = {
  { "FY2020 FY2020",         "move 3",   "FY2020-Q2 FY2021-Q1" },
  { "2020 2020",             "move 3",   "2020-Q2 2021-Q1" },
  { "2020 2021",             "first 2020-02", "2020-02 2021" },
  { "FY2020 FY2020",         "after 2020-05", "FY2020-Q1 FY2020-Q1" },
};

static RoadmapMonth
parse_month (const char *text)
{
  RoadmapPoint point;

  g_assert_true (roadmap_point_parse (text, ROADMAP_FISCAL_START_DEFAULT, &point));
  return point.first;
}

static RoadmapSpan
parse_span (const char *text,
            int         fiscal_start)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  RoadmapSpan span = { .basis = ROADMAP_BASIS_STATED };

  g_assert_true (roadmap_point_parse (parts[0], fiscal_start, &span.start));
  g_assert_true (roadmap_point_parse (parts[1], fiscal_start, &span.end));
  span.open = g_strcmp0 (parts[2], "+") == 0;
  return span;
}

static char *
format_span (const RoadmapSpan *span,
             int                fiscal_start)
{
  g_autofree char *start = roadmap_point_format (&span->start, fiscal_start);
  g_autofree char *end = roadmap_point_format (&span->end, fiscal_start);

  return g_strdup_printf ("%s %s%s", start, end, span->open ? " +" : "");
}

static gboolean
change_span (RoadmapSpan *span,
             const char  *change,
             int          fiscal_start)
{
  g_auto (GStrv) parts = g_strsplit (change, " ", -1);

  if (g_str_equal (parts[0], "move"))
    return roadmap_span_move (span, atoi (parts[1]), fiscal_start);
  if (g_str_equal (parts[0], "first"))
    return roadmap_span_set_first (span, parse_month (parts[1]), fiscal_start);
  g_assert_cmpstr (parts[0], ==, "after");
  return roadmap_span_set_after (span, parse_month (parts[1]), fiscal_start);
}

static void
check_rows (const Row *rows,
            gsize      n_rows,
            int        fiscal_start)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      RoadmapSpan span = parse_span (rows[i].span, fiscal_start);
      gboolean changed = change_span (&span, rows[i].change, fiscal_start);
      g_autofree char *result = format_span (&span, fiscal_start);

      g_test_message ("%s, %s", rows[i].span, rows[i].change);
      g_assert_cmpint (changed, ==, rows[i].expected != NULL);
      /* What is refused is left alone. */
      g_assert_cmpstr (result, ==, changed ? rows[i].expected : rows[i].span);
    }
}

static void
test_spans (void)
{
  check_rows (fiscal_rows, G_N_ELEMENTS (fiscal_rows), 4);
  check_rows (february_rows, G_N_ELEMENTS (february_rows), 2);
}

/* Whatever is moved lies where it was moved to and reads back the same, for each unit, calendar and start of the year. */
static void
test_all_moves (void)
{
  for (int fiscal_start = 1; fiscal_start <= 12; fiscal_start++)
    for (int calendar = ROADMAP_CALENDAR_FISCAL; calendar <= ROADMAP_CALENDAR_CIVIL; calendar++)
      for (int unit = ROADMAP_UNIT_MONTH; unit <= ROADMAP_UNIT_YEAR; unit++)
        for (int months = -25; months <= 25; months++)
          {
            RoadmapCalendar written = unit == ROADMAP_UNIT_MONTH ? ROADMAP_CALENDAR_CIVIL : (RoadmapCalendar) calendar;
            RoadmapPoint point = roadmap_point_at (written, unit, 2020 * 12 + 5, fiscal_start);
            RoadmapSpan span = { point, point, FALSE, ROADMAP_BASIS_STATED };
            g_autofree char *text = NULL;
            RoadmapSpan read;

            g_assert_true (roadmap_span_move (&span, months, fiscal_start));
            g_assert_cmpint (roadmap_span_get_first (&span), ==, point.first + months);
            g_assert_cmpint (roadmap_span_get_after (&span), ==, roadmap_point_get_after (&point) + months);
            text = format_span (&span, fiscal_start);
            read = parse_span (text, fiscal_start);
            g_assert_true (roadmap_span_equal (&read, &span));
          }
}

/* A step of its own for each: what the item says then. */
static void
test_items (void)
{
  static const struct
  {
    const char *item;
    const char *change;
    const char *start, *end, *open, *basis;
  } rows[] = {
    /* Inferred becomes confirmed; what the wording states is not called anything else. */
    { "irb.b1", "move 3", "FY2020-Q2", "FY2020-Q4", NULL, "confirmed" },
    { "irb.b1", "move 0", "FY2020-Q1", "FY2020-Q3", NULL, "inferred" },
    { "irb.b3", "move 3", "FY2021-Q2", "FY2022-Q1", NULL, NULL },
    { "irb.b2", "move 3", "FY2021-Q1", "FY2022-Q1", "true", NULL },
    { "irb.b2", "after 2021-10", "FY2020-Q4", "FY2021-Q2", NULL, NULL },
    { "irb.ms", "move -3", "2020-05", NULL, NULL, NULL },
    { "genome.ms", "move 3", "2018-Q2", NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      RoadmapItem *item = sample_get (roadmap, rows[i].item);
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;
      RoadmapSpan span;

      g_test_message ("%s, %s", rows[i].item, rows[i].change);
      g_assert_true (roadmap_get_span (roadmap, item, &span));
      g_assert_true (change_span (&span, rows[i].change, 4));
      roadmap_history_begin (history, "Move");
      roadmap_reschedule (roadmap, item, &span, &error);
      g_assert_no_error (error);
      roadmap_history_commit (history, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (roadmap_item_get (item, "start"), ==, rows[i].start);
      g_assert_cmpstr (roadmap_item_get (item, "end"), ==, rows[i].end);
      g_assert_cmpstr (roadmap_item_get (item, "open"), ==, rows[i].open);
      g_assert_cmpstr (roadmap_item_get (item, "basis"), ==, rows[i].basis);

      roadmap_history_undo (history);
      dump = sample_dump (roadmap);
      g_assert_cmpstr (dump, ==, sample_text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reschedule/spans", test_spans);
  g_test_add_func ("/reschedule/all-moves", test_all_moves);
  g_test_add_func ("/reschedule/items", test_items);

  return g_test_run ();
}
