/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/filter-set.h"
#include "model/outline.h"

#include "sample.h"

/* With the categories, domains and statuses of two roadblocks, and a bar that serves one of them. */
static const char text[] =
  "roadmap roadmap | fiscal-start=4 | title=工程表\n"
  "  domain common | title=共通\n"
  "  domain devices | title=医療機器\n"
  "  category cat.a | label=A | title=法改正\n"
  "  category cat.b | label=B | title=運用\n"
  "  category cat.c | label=C D | title=予算\n"
  "  status open | title=未着手 | letter=未\n"
  "  status delayed | title=遅延 | title@en=Delayed | letter=遅\n"
  "  status done | closed=true | title=完了 | letter=完\n"
  "  narrative text | title=本文\n"
  "    paragraph text.p | text=はじめに\n"
  "  chart plan | calendar=fiscal | start=FY2020 | end=FY2022 | open=true | title=計画\n"
  "    heading plan.h | for=stage | title=段階\n"
  "    stage s | number=① | title=一\n"
  "      roadblock r1 | domain=common | categories=cat.a cat.b | title=一の一\n"
  "        issue r1.i | text=問い\n"
  "      roadblock r2 | domain=devices | categories=cat.c | title=一の二\n"
  "      roadblock r3 | categories=cat.b | title=一の三\n"
  "      measure m1 | roadblocks=r1 r2 | status=done | title=取組\n"
  "      bar b1 | start=FY2020-Q1 | end=FY2020-Q4 | basis=inferred | measures=m1 | title=閉\n"
  "      bar b2 | start=FY2020-Q3 | end=FY2021-Q2 | measures=m1 | status=delayed | title=遅\n"
  "        followup b2.f | date=2021-03-31 | progress=議論\n"
  "      bar b3 | start=FY2021 | end=FY2022 | open=true | basis=confirmed | roadblocks=r2 | title=開\n"
  "      bar b4 | start=2022-01 | end=2022-03 | status=open | title=独\n"
  "      milestone m | start=2020-08 | of=b1 | title=答申\n"
  "    stage t | number=② | title=二\n"
  "      milestone u | start=FY2022 | title=公布\n"
  "  chart map | role=earlier | calendar=calendar | start=2017 | end=2020 | title=俯瞰図\n"
  "    lane l | title=領域\n"
  "      lane l.k | title=細分\n"
  "        bar b5 | start=2020 | end=2020 | status=delayed | title=旧\n";

static RoadmapFilter *
parse (Roadmap    *roadmap,
       const char *words)
{
  g_autoptr (RoadmapFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  RoadmapFilter *resolved;

  roadmap_filter_parse (words, &filter, &error);
  g_assert_no_error (error);
  roadmap_filter_resolve (filter, roadmap, &resolved, &error);
  g_assert_no_error (error);
  return resolved;
}

static void
test_text (void)
{
  static const struct
  {
    const char *words, *canonical;
  } rows[] = {
    { "", "" },
    { " \t ", "" },
    { "late", "late" },
    { "  category:A ", "category:A" },
    { "category:B,A", "category:A,B" },
    { "category:B category:A,B", "category:A,B" },
    { "late year:2022,2021 status:none,delayed category:A", "category:A status:delayed,none year:2021,2022 late" },
    { "category:,A,", "category:A" },
    /* As people call it. */
    { "category:cat.a", "category:A" },
    { "category:Ａ", "category:A" },
    { "category:法改正", "category:A" },
    { "category:予算", "category:cat.c" },
    { "status:遅", "status:delayed" },
    { "status:DELAYED", "status:delayed" },
    { "domain:医療機器", "domain:devices" },
    { "stage:①,l.k", "stage:l.k,s" },
    { "year:0021", "year:21" },
    { "basis:inferred,confirmed", "basis:confirmed,inferred" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapFilter) filter = parse (roadmap, rows[i].words);
      g_autofree char *canonical = roadmap_filter_dup_text (filter);
      g_autoptr (RoadmapFilter) again = parse (roadmap, canonical);

      g_assert_cmpstr (canonical, ==, rows[i].canonical);
      g_assert_true (roadmap_filter_equal (filter, again));
      g_assert_cmpint (filter == NULL, ==, *canonical == '\0');
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *words, *message;
  } rows[] = {
    { "colour:red",
      "“colour” is nothing to filter by; write one of: category, status, domain, stage, year, basis, late" },
    { "A", "“A” is nothing to filter by; write one of: category, status, domain, stage, year, basis, late" },
    { "category", "“category” names no value; write for example category:A,C" },
    { "status:,", "“status:,” names no value; write for example category:A,C" },
    { "year:next", "“next” is no year; write for example year:2021" },
    { "year:0", "“0” is no year; write for example year:2021" },
    { "basis:guess", "“guess” is no basis; write one of: stated, inferred, confirmed" },
    { "late:2021", "“late:2021” has a value too many; write only “late”" },
    { "category:A,X", "the roadmap has no “category:X”; choose from: A, B, cat.c" },
    { "category:none", "the roadmap has no “category:none”; choose from: A, B, cat.c" },
    { "status:r1", "the roadmap has no “status:r1”; choose from: open, delayed, done, none" },
    { "stage:r1", "the roadmap has no “stage:r1”; choose from: s, t" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapFilter) filter = NULL;
      g_autoptr (RoadmapFilter) resolved = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (roadmap_filter_parse (rows[i].words, &filter, &error) &&
                      roadmap_filter_resolve (filter, roadmap, &resolved, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_value (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (RoadmapFilter) a = roadmap_filter_set (NULL, ROADMAP_FACET_CATEGORY, "A", TRUE);
  g_autoptr (RoadmapFilter) ab = roadmap_filter_set (a, ROADMAP_FACET_CATEGORY, "B", TRUE);
  g_autoptr (RoadmapFilter) b = roadmap_filter_set (ab, ROADMAP_FACET_CATEGORY, "A", FALSE);
  g_autoptr (RoadmapFilter) other = NULL;
  g_autoptr (RoadmapFilter) kept = NULL;
  g_autofree char *words = NULL;

  g_assert_true (roadmap_filter_has (a, ROADMAP_FACET_CATEGORY, "A"));
  g_assert_false (roadmap_filter_has (a, ROADMAP_FACET_CATEGORY, "B"));
  g_assert_true (roadmap_filter_has (ab, ROADMAP_FACET_CATEGORY, "B"));
  g_assert_false (roadmap_filter_has (b, ROADMAP_FACET_CATEGORY, "A"));
  g_assert_false (roadmap_filter_has (NULL, ROADMAP_FACET_CATEGORY, "A"));
  g_assert_null (roadmap_filter_set (b, ROADMAP_FACET_CATEGORY, "B", FALSE));
  g_assert_null (roadmap_filter_set (NULL, ROADMAP_FACET_CATEGORY, "B", FALSE));
  g_assert_true (roadmap_filter_equal (NULL, NULL));
  g_assert_false (roadmap_filter_equal (a, b));

  /* A filter made for another roadmap. */
  g_assert_true (roadmap_filter_parse ("category:A,Z status:running year:2021 late", &other, NULL));
  kept = roadmap_filter_restrict (other, roadmap);
  words = roadmap_filter_dup_text (kept);
  g_assert_cmpstr (words, ==, "category:A year:2021 late");
}

/* The items of the outline that are shown, in the order of the file. */
static char *
dup_shown (Roadmap          *roadmap,
           RoadmapFilterSet *set)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if ((roadmap_outline_shows (item) || roadmap_item_is (item, "chart")) && roadmap_filter_set_shows (set, item))
      g_ptr_array_add (shown, item);
  return sample_join_ids (shown);
}

#define ALL "plan s r1 r2 r3 m1 b1 b2 b3 b4 m t u map l l.k b5"

static void
test_shows (void)
{
  static const struct
  {
    const char *words, *shown;
  } rows[] = {
    { "", ALL },
    { "category:A", "plan s r1 r2 m1 b1 b2 m" },
    { "category:cat.c", "plan s r1 r2 m1 b1 b2 b3 m" },
    { "category:B", "plan s r1 r2 r3 m1 b1 b2 m" },
    { "domain:devices", "plan s r1 r2 m1 b1 b2 b3 m" },
    { "domain:common", "plan s r1 r2 m1 b1 b2 m" },
    /* A bar's own status, else that of its measure, else none. */
    { "status:done", "plan s r1 r2 m1 b1 m" },
    { "status:delayed", "plan s r1 r2 m1 b2 map l l.k b5" },
    { "status:none", "plan s r2 b3" },
    { "status:none,open", "plan s r2 b3 b4" },
    { "stage:t", "plan t u" },
    { "stage:l", "map l l.k b5" },
    { "stage:l.k,t", "plan t u map l l.k b5" },
    /* By the chart's own calendar: January 2022 is in the fiscal year 2021. */
    { "year:2020", "plan s r1 r2 m1 b1 b2 m map l l.k b5" },
    { "year:2021", "plan s r1 r2 m1 b2 b3 b4" },
    { "year:2022", "plan s r2 b3 t u" },
    { "year:2030", "plan s r2 b3" },
    { "year:2017", "" },
    { "basis:inferred", "plan s r1 r2 m1 b1" },
    { "basis:confirmed,inferred", "plan s r1 r2 m1 b1 b3" },
    { "basis:stated", "plan s r1 r2 m1 b2 b4 m t u map l l.k b5" },
    /* Over before December 2021 and not closed. */
    { "late", "plan s r1 r2 m1 b2 map l l.k b5" },
    /* One value within a facet, all facets. */
    { "category:A year:2021", "plan s r1 r2 m1 b2" },
    { "category:A status:none", "" },
    { "late stage:l", "map l l.k b5" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 12, 2021);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapFilter) filter = parse (roadmap, rows[i].words);
      g_autoptr (RoadmapFilterSet) set = roadmap_filter_set_new (roadmap, filter, &today);
      g_autofree char *shown = dup_shown (roadmap, set);

      g_test_message ("“%s”", rows[i].words);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

/* What is no part of the outline. */
static void
test_shows_rest (void)
{
  static const char *const always[] = { "roadmap", "common", "cat.a", "open", "text", "text.p" };
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (RoadmapFilter) filter = parse (roadmap, "category:A");
  g_autoptr (RoadmapFilterSet) set = roadmap_filter_set_new (roadmap, filter, NULL);
  g_autoptr (RoadmapFilterSet) all = roadmap_filter_set_new (roadmap, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    g_assert_true (roadmap_filter_set_shows (set, sample_get (roadmap, always[i])));
  g_assert_true (roadmap_filter_set_shows (set, sample_get (roadmap, "plan.h")));
  g_assert_true (roadmap_filter_set_shows (set, sample_get (roadmap, "r1.i")));
  g_assert_true (roadmap_filter_set_shows (set, sample_get (roadmap, "b2.f")));
  g_assert_false (roadmap_filter_set_shows (set, sample_get (roadmap, "map")));

  /* A search with a filter finds nothing outside of the charts. */
  g_assert_false (roadmap_filter_set_holds (set, sample_get (roadmap, "text.p")));
  g_assert_false (roadmap_filter_set_holds (set, sample_get (roadmap, "b4")));
  g_assert_true (roadmap_filter_set_holds (set, sample_get (roadmap, "b2.f")));
  g_assert_true (roadmap_filter_set_holds (all, sample_get (roadmap, "text.p")));
}

static void
test_late (void)
{
  static const struct
  {
    int         day, month, year;
    const char *shown;
  } rows[] = {
    { 30, 9, 2021, "map l l.k b5" },
    { 1, 10, 2021, "plan s r1 r2 m1 b2 map l l.k b5" },
    { 1, 4, 2030, "plan s r1 r2 m1 b2 b4 map l l.k b5" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (RoadmapFilter) filter = parse (roadmap, "late");
  g_autoptr (RoadmapFilterSet) without = roadmap_filter_set_new (roadmap, filter, NULL);
  g_autofree char *none = dup_shown (roadmap, without);

  g_assert_cmpstr (none, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapFilterSet) set = NULL;
      g_autofree char *shown = NULL;
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_dmy (&today, rows[i].day, rows[i].month, rows[i].year);
      set = roadmap_filter_set_new (roadmap, filter, &today);
      shown = dup_shown (roadmap, set);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
apply (Roadmap          *roadmap,
       RoadmapFilterSet *set,
       const char       *words,
       gboolean          may_change)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, words);
  g_autoptr (GError) error = NULL;

  roadmap_apply (roadmap, edit, &error);
  g_assert_no_error (error);
  g_test_message ("%s", words);
  g_assert_cmpint (roadmap_filter_set_update (set, edit), ==, may_change);
}

/* After each edit the set is what a new one would be. */
static void
test_update (void)
{
  static const char *const filters[] = {
    "category:A", "status:done", "status:none", "domain:devices", "stage:t", "year:2021", "basis:stated", "late",
    "category:A year:2021",
  };
  static const struct
  {
    const char *edit;
    gboolean    may_change;
  } edits[] = {
    { "set b1 title=題", FALSE },
    { "insert b1 -1 followup f | date=2022-03-31 | status=done | progress=済", FALSE },
    { "set f status=delayed", FALSE },
    { "set b1 status=delayed", TRUE },
    { "set b1 end=FY2021-Q3", TRUE },
    { "set b3 open", TRUE },
    { "set b3 basis", TRUE },
    { "insert s -1 bar n | start=FY2021 | end=FY2021 | roadblocks=r3 | title=新", TRUE },
    { "set n roadblocks=r1", TRUE },
    { "move n t 0", TRUE },
    { "remove n", TRUE },
    { "set m1 status", TRUE },
    { "set r1 categories=cat.c", TRUE },
    { "set r2 domain=common", TRUE },
    { "set done closed", TRUE },
    { "set plan calendar=calendar", TRUE },
    { "remove m", TRUE },
    { "remove b4", TRUE },
    { "remove text.p", FALSE },
  };
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 12, 2021);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (text);
      g_autoptr (RoadmapFilter) filter = parse (roadmap, filters[i]);
      g_autoptr (RoadmapFilterSet) set = roadmap_filter_set_new (roadmap, filter, &today);

      roadmap_set_wording_locked (roadmap, FALSE);
      g_free (dup_shown (roadmap, set));
      for (gsize n = 0; n < G_N_ELEMENTS (edits); n++)
        {
          g_autoptr (RoadmapFilterSet) fresh = NULL;
          g_autofree char *before = dup_shown (roadmap, set);
          g_autofree char *shown = NULL;
          g_autofree char *wanted = NULL;

          apply (roadmap, set, edits[n].edit, edits[n].may_change);
          fresh = roadmap_filter_set_new (roadmap, filter, &today);
          shown = dup_shown (roadmap, set);
          wanted = dup_shown (roadmap, fresh);
          g_assert_cmpstr (shown, ==, wanted);
          if (!edits[n].may_change)
            g_assert_cmpstr (shown, ==, before);
        }
    }
}

static char *
dup_counts (Roadmap    *roadmap,
            const char *words)
{
  g_autoptr (RoadmapFilter) filter = parse (roadmap, words);
  g_autoptr (RoadmapFilterCounts) counts = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, 12, 2021);
  counts = roadmap_filter_counts_new (roadmap, filter, &today);
  g_string_append_printf (line, "%u/%u", roadmap_filter_counts_get_n_shown (counts),
                          roadmap_filter_counts_get_n_bars (counts));
  for (guint facet = 0; facet < ROADMAP_N_FACETS; facet++)
    {
      g_auto (GStrv) values = roadmap_facet_list_values (roadmap, facet);

      g_string_append (line, " |");
      for (char **value = values; *value != NULL; value++)
        g_string_append_printf (line, " %s %u", *value, roadmap_filter_counts_get (counts, facet, *value));
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *words, *counts;
  } rows[] = {
    { "", "4/4 | A 2 B 2 cat.c 3 | open 1 delayed 1 done 1 none 1 | common 2 devices 3 | s 4 t 0 | "
          "2020 2 2021 3 2022 1 | stated 2 inferred 1 confirmed 1 | late 1" },
    /* The other values of a facet that is asked for say what they would add. */
    { "year:2020", "2/4 | A 2 B 2 cat.c 2 | open 0 delayed 1 done 1 none 0 | common 2 devices 2 | s 2 t 0 | "
                   "2020 2 2021 3 2022 1 | stated 1 inferred 1 confirmed 0 | late 1" },
    { "year:2020 status:delayed", "1/4 | A 1 B 1 cat.c 1 | open 0 delayed 1 done 1 none 0 | common 1 devices 1 | s 1 t 0 | "
                                  "2020 1 2021 1 2022 0 | stated 1 inferred 0 confirmed 0 | late 1" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *counts = dup_counts (roadmap, rows[i].words);

      g_assert_cmpstr (counts, ==, rows[i].counts);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/errors", test_errors);
  g_test_add_func ("/filter/value", test_value);
  g_test_add_func ("/filter/shows", test_shows);
  g_test_add_func ("/filter/shows-rest", test_shows_rest);
  g_test_add_func ("/filter/late", test_late);
  g_test_add_func ("/filter/update", test_update);
  g_test_add_func ("/filter/counts", test_counts);

  return g_test_run ();
}
