/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/followup.h"

#include "sample.h"

static const char text[] =
  "roadmap r | title=計画\n"
  "  status open | title=実施中 | letter=実\n"
  "  status late | title=遅延 | letter=遅\n"
  "  status done | closed=true | title=完了 | letter=完\n"
  "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=表\n"
  "    stage s | title=段階\n"
  "      measure m | status=done | title=取組\n"
  "        followup m.1 | date=2021-03-31 | status=late | progress=一\n"
  "        followup m.2 | date=2021-04-01 | status=done | progress=二\n"
  "      bar b | start=FY2020 | end=FY2021 | measures=m | title=帯\n"
  "        followup b.3 | date=2022-01-10 | status=late | progress=三\n"
  "        followup b.2 | date=2021-06-01 | year=FY2020 | plan=二\n"
  "        followup b.1 | date=2020-06-01 | status=open | progress=一\n"
  "      bar other | start=FY2020 | end=FY2021 | measures=m | title=別の帯\n"
  "      bar again | start=FY2020 | end=FY2021 | title=再掲の帯\n"
  "        followup again.1 | date=2021-03-01 | repeats=again.2\n"
  "        followup again.2 | date=2021-03-02 | repeats=b.1\n"
  "        followup again.3 | date=2021-03-03 | repeats=b.1 | progress=自らの言葉\n"
  "  chart k | calendar=calendar | start=2020 | end=2022 | title=暦\n"
  "    lane l | title=分野\n"
  "      bar d | start=2020 | end=2021 | title=帯\n"
  "        followup d.1 | date=2021-02-01 | progress=一\n";

/* What does not say its year reports on the one of its date, by the calendar of its chart. */
static void
test_year (void)
{
  static const struct { const char *followup; int year; } cases[] = {
    { "m.1", 2020 }, { "m.2", 2021 }, { "b.2", 2020 }, { "b.3", 2021 }, { "d.1", 2021 },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (roadmap_followup_get_year (roadmap, sample_get (roadmap, cases[i].followup)), ==, cases[i].year);
}

static void
test_list (void)
{
  static const struct { const char *item; int year; const char *found; } cases[] = {
    { "b", 2020, "b.1 b.2" }, { "b", 2021, "b.3" }, { "b", 2019, "" }, { "m", 2020, "m.1" }, { "other", 2020, "" },
    { "s", 2020, "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = roadmap_list_followups (roadmap, sample_get (roadmap, cases[i].item), cases[i].year);
      g_autofree char *ids = sample_join_ids (list);

      g_assert_cmpstr (ids, ==, cases[i].found);
    }
  /* A bar is covered by what is recorded at its measure. */
  g_assert_true (roadmap_has_followup (roadmap, sample_get (roadmap, "other"), 2020));
  g_assert_false (roadmap_has_followup (roadmap, sample_get (roadmap, "other"), 2022));
  g_assert_false (roadmap_has_followup (roadmap, sample_get (roadmap, "again"), 2021));
}

/* Of one day the one that was recorded last comes first. */
static void
test_list_all (void)
{
  static const char days[] =
    "roadmap r | title=計画\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=表\n"
    "    stage s | title=段階\n"
    "      bar b | start=FY2020 | end=FY2021 | title=帯\n"
    "        followup b.1 | date=2021-06-01 | progress=一\n"
    "        followup b.2 | date=2020-06-01 | progress=二\n"
    "        followup b.3 | date=2021-06-01 | progress=三\n";
  g_autoptr (Roadmap) roadmap = sample_parse (days);
  g_autoptr (GPtrArray) list = roadmap_list_all_followups (sample_get (roadmap, "b"));
  g_autoptr (GPtrArray) none = roadmap_list_all_followups (sample_get (roadmap, "s"));
  g_autofree char *ids = sample_join_ids (list);

  g_assert_cmpstr (ids, ==, "b.3 b.1 b.2");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Also those that only the date of a record tells, each named by the calendar of its chart. */
static void
test_list_years (void)
{
  static const char dated[] =
    "roadmap r | title=計画\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=表\n"
    "    stage s | title=段階\n"
    "      bar b | start=FY2020 | end=FY2021 | title=帯\n"
    "        followup b.1 | date=2021-02-01 | progress=一\n"
    "        followup b.2 | date=2021-03-01 | year=FY2020 | progress=二\n"
    "  chart k | calendar=calendar | start=2020 | end=2022 | title=暦\n"
    "    lane l | title=分野\n"
    "      bar d | start=2020 | end=2021 | title=帯\n"
    "        followup d.1 | date=2021-02-01 | progress=一\n";
  g_autoptr (Roadmap) roadmap = sample_parse (dated);
  g_autoptr (GArray) years = roadmap_list_followup_years (roadmap);

  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, RoadmapYear, 0).year, ==, 2021);
  g_assert_cmpint (g_array_index (years, RoadmapYear, 0).calendar, ==, ROADMAP_CALENDAR_CIVIL);
  g_assert_cmpint (g_array_index (years, RoadmapYear, 1).year, ==, 2020);
  g_assert_cmpint (g_array_index (years, RoadmapYear, 1).calendar, ==, ROADMAP_CALENDAR_FISCAL);
}

static void
test_source (void)
{
  static const struct { const char *followup; const char *source; } cases[] = {
    { "again.1", "b.1" }, { "again.3", "again.3" }, { "b.2", "b.2" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (RoadmapEdit) ring = sample_parse_edit (roadmap, "set again.2 repeats=again.1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (roadmap_item_get_id (roadmap_followup_get_source (roadmap, sample_get (roadmap, cases[i].followup))),
                     ==, cases[i].source);
  /* A ring of them has no words, but an end. */
  if (roadmap_apply (roadmap, ring, NULL))
    g_assert_nonnull (roadmap_followup_get_source (roadmap, sample_get (roadmap, "again.1")));
}

static void
test_choose (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (Roadmap) none = sample_parse (sample_text);
  g_autoptr (Roadmap) empty = sample_parse ("roadmap r | title=x\n"
                                            "  chart c | calendar=fiscal | start=FY2031 | end=FY2032 | title=x\n");
  GDate today;
  RoadmapFollowupYear year = roadmap_choose_followup_year (roadmap, 0, NULL);

  g_date_set_dmy (&today, 31, 3, 2030);
  g_assert_cmpint (year.year, ==, 2021);
  g_assert_cmpint (year.last, ==, 2021);
  year = roadmap_choose_followup_year (roadmap, 2019, &today);
  g_assert_cmpint (year.year, ==, 2019);
  g_assert_cmpint (year.last, ==, 2021);
  year = roadmap_choose_followup_year (empty, 0, &today);
  g_assert_cmpint (year.year, ==, 2029);
  g_assert_cmpint (year.last, ==, 0);
  g_assert_cmpint (roadmap_choose_followup_year (empty, 0, NULL).year, ==, 2031);
  g_assert_cmpint (roadmap_choose_followup_year (none, 0, NULL).last, >, 0);
}

/* How far an item was: of the newest year how far it is now, of earlier ones what the records say. */
static void
test_status_of_year (void)
{
  static const struct { const char *item; int year; const char *status; } cases[] = {
    { "b", 2022, "done" }, { "b", 2021, "done" }, { "b", 2020, "open" }, { "b", 2019, NULL },
    { "m", 2021, "done" }, { "m", 2020, "late" },
    { "other", 2021, "done" }, { "other", 2020, "late" }, { "other", 2019, NULL },
    { "again", 2021, NULL }, { "again", 2020, "open" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RoadmapFollowupYear year = roadmap_choose_followup_year (roadmap, cases[i].year, NULL);
      RoadmapItem *status = roadmap_get_status_of_year (roadmap, sample_get (roadmap, cases[i].item), &year);

      g_test_message ("%s in %d", cases[i].item, cases[i].year);
      g_assert_cmpstr (status != NULL ? roadmap_item_get_id (status) : NULL, ==, cases[i].status);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/followup/year", test_year);
  g_test_add_func ("/followup/list", test_list);
  g_test_add_func ("/followup/list-all", test_list_all);
  g_test_add_func ("/followup/list-years", test_list_years);
  g_test_add_func ("/followup/source", test_source);
  g_test_add_func ("/followup/choose", test_choose);
  g_test_add_func ("/followup/status-of-year", test_status_of_year);

  return g_test_run ();
}
