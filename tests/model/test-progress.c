/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/progress.h"

#include "sample.h"

static const char text[] =
  "roadmap r | title=計画\n"
  "  status open | title=実施中 | letter=実\n"
  "  status done | closed=true | title=完了 | letter=完\n"
  "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=表\n"
  "    stage s | title=段階\n"
  "      measure m | title=取組\n"
  "        followup m.1 | date=2021-05-01 | progress=一\n"
  "      bar a | start=FY2020-Q1 | end=FY2020-Q2 | measures=m | status=done | title=一\n"
  "        followup a.1 | date=2020-07-01 | status=open | progress=一\n"
  "      bar b | start=FY2020-Q1 | end=FY2020-Q4 | measures=m | status=open | title=二\n"
  "      bar d | start=FY2020-Q1 | end=FY2021-Q1 | title=三\n"
  "      bar e | start=FY2020-Q1 | end=FY2020-Q2 | open=true | status=open | title=四\n"
  "      bar f | start=FY2022 | end=FY2022 | title=五\n";

/* "n 5 closed 1 overdue 2 recorded 2 before 1 during 2 after 2 · 2 1 2" */
static char *
describe (Roadmap    *roadmap,
          int         year,
          const char *day)
{
  g_auto (RoadmapProgressAsk) ask = { NULL };
  g_auto (RoadmapProgress) progress = { 0 };
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, NULL, "bar");
  GDate today;

  roadmap_progress_ask_init (&ask, roadmap, year, day != NULL && roadmap_date_parse (day, &today) ? &today : NULL);
  for (guint i = 0; i < bars->len; i++)
    roadmap_progress_add (&progress, &ask, g_ptr_array_index (bars, i));
  return g_strdup_printf ("closed %u overdue %u recorded %u phases %u %u %u statuses %u %u %u of %u", progress.n_closed,
                          progress.n_overdue, progress.n_recorded, progress.n_in_phase[ROADMAP_PHASE_BEFORE],
                          progress.n_in_phase[ROADMAP_PHASE_DURING], progress.n_in_phase[ROADMAP_PHASE_AFTER],
                          roadmap_progress_get (&progress, 0), roadmap_progress_get (&progress, 1),
                          roadmap_progress_get (&progress, 2), progress.n_bars);
}

static void
test_counts (void)
{
  static const struct { int year; const char *today; const char *counts; } cases[] = {
    { 0, NULL, "closed 1 overdue 0 recorded 2 phases 0 0 0 statuses 2 1 2 of 5" },
    { 0, "2021-06-30", "closed 1 overdue 1 recorded 2 phases 1 2 2 statuses 2 1 2 of 5" },
    { 0, "2021-07-01", "closed 1 overdue 2 recorded 2 phases 1 1 3 statuses 2 1 2 of 5" },
    /* As of the end of an earlier year, whatever day it is. */
    { 2020, "2030-01-01", "closed 0 overdue 2 recorded 1 phases 1 2 2 statuses 1 0 4 of 5" },
    { 2019, "2030-01-01", "closed 0 overdue 0 recorded 0 phases 1 4 0 statuses 0 0 5 of 5" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counts = describe (roadmap, cases[i].year, cases[i].today);

      g_assert_cmpstr (counts, ==, cases[i].counts);
    }
}

static void
test_overdue_since (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_auto (RoadmapProgressAsk) ask = { NULL };
  RoadmapMonth since = 0;
  GDate today;

  g_date_set_dmy (&today, 1, 4, 2022);
  roadmap_progress_ask_init (&ask, roadmap, 0, &today);
  g_assert_true (roadmap_progress_ask_overdue (&ask, sample_get (roadmap, "b"), &since));
  g_assert_cmpint (since, ==, 2021 * 12 + 3);
  /* What is closed, runs on, or has not ended. */
  g_assert_false (roadmap_progress_ask_overdue (&ask, sample_get (roadmap, "a"), &since));
  g_assert_false (roadmap_progress_ask_overdue (&ask, sample_get (roadmap, "e"), &since));
  g_assert_false (roadmap_progress_ask_overdue (&ask, sample_get (roadmap, "f"), &since));
}

/* What it was a year before is only known from records. */
static void
test_before (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_auto (RoadmapProgressAsk) ask = { NULL };
  g_auto (RoadmapProgressAsk) first = { NULL };

  roadmap_progress_ask_init (&ask, roadmap, 2021, NULL);
  g_assert_true (roadmap_progress_ask_knows_before (&ask));
  g_assert_true (roadmap_progress_ask_status (&ask, sample_get (roadmap, "a")) == sample_get (roadmap, "done"));
  g_assert_true (roadmap_progress_ask_status_before (&ask, sample_get (roadmap, "a")) == sample_get (roadmap, "open"));
  g_assert_null (roadmap_progress_ask_status_before (&ask, sample_get (roadmap, "b")));

  roadmap_progress_ask_init (&first, roadmap, 2020, NULL);
  g_assert_false (roadmap_progress_ask_knows_before (&first));
  g_assert_null (roadmap_progress_ask_status_before (&first, sample_get (roadmap, "a")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/counts", test_counts);
  g_test_add_func ("/progress/overdue-since", test_overdue_since);
  g_test_add_func ("/progress/before", test_before);

  return g_test_run ();
}
