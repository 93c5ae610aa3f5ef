/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/status.h"

#include "sample.h"

/* "open 1 · running 2 · – 3": the counts, the bars without a status last. */
static char *
count (Roadmap    *roadmap,
       const char *top)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, sample_get (roadmap, top));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *row = &g_array_index (counts, RoadmapStatusCount, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? " · " : "",
                              row->status != NULL ? roadmap_item_get_id (row->status) : "–", row->n_bars);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_counts (void)
{
  static const struct
  {
    const char *top, *counts;
  } rows[] = {
    /* irb.b2 stands under two measures and is counted once. */
    { "plan",   "open 0 · running 2 · done 1 · – 2" },
    { "irb",    "open 0 · running 1 · done 1 · – 2" },
    { "irb.r1", "open 0 · running 1 · done 1 · – 0" },
    { "irb.r2", "open 0 · running 1 · done 1 · – 1" },
    { "irb.m2", "open 0 · running 1 · done 0 · – 0" },
    { "irb.b1", "open 0 · running 0 · done 1 · – 0" },
    { "ic",     "open 0 · running 1 · done 0 · – 0" },
    { "map",    "open 0 · running 0 · done 0 · – 1" },
    { "n1",     "open 0 · running 0 · done 0 · – 0" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *counts = count (roadmap, rows[i].top);

      g_test_message ("%s", rows[i].top);
      g_assert_cmpstr (counts, ==, rows[i].counts);
    }
}

static void
test_counts_follow_edits (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapEdit) set = sample_parse_edit (roadmap, "set irb.b4 status=open");
  g_autoptr (RoadmapEdit) move = sample_parse_edit (roadmap, "move irb.b4 ic 0");
  g_autofree char *counts = NULL;

  g_assert_true (roadmap_apply (roadmap, set, NULL));
  g_assert_true (roadmap_apply (roadmap, move, NULL));
  counts = count (roadmap, "ic");
  g_assert_cmpstr (counts, ==, "open 1 · running 1 · done 0 · – 0");
}

/* The vocabulary is the roadmap's own, and may be empty. */
static void
test_no_vocabulary (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (
    "roadmap r | title=x\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2020 | title=x\n"
    "    lane l | title=x\n"
    "      bar b | start=FY2020 | end=FY2020 | title=x\n");
  g_autofree char *counts = count (roadmap, "c");

  g_assert_cmpstr (counts, ==, "– 1");
}

static void
test_status (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  g_assert_true (roadmap_get_status (roadmap, sample_get (roadmap, "irb.b1")) == sample_get (roadmap, "done"));
  g_assert_true (roadmap_get_status (roadmap, sample_get (roadmap, "irb.b1.f1")) == sample_get (roadmap, "running"));
  g_assert_null (roadmap_get_status (roadmap, sample_get (roadmap, "irb.b4")));
  g_assert_null (roadmap_get_status (roadmap, sample_get (roadmap, "irb")));
}

static void
test_last_followup (void)
{
  static const struct
  {
    const char *edit; /* NULL: none */
    const char *last;
  } rows[] = {
    { NULL, "irb.b1.f2" },
    { "insert irb.b1 0 followup new | date=2023-03-31", "new" },
    /* A record that was added late says so by its date. */
    { "insert irb.b1 -1 followup new | date=2020-12-31", "irb.b1.f2" },
    /* Two of a day: the one that was written down later. */
    { "insert irb.b1 -1 followup new | date=2022-03-31", "new" },
    { "insert irb.b1 0 followup new | date=2022-03-31", "irb.b1.f2" },
    { "insert irb.b1 -1 remark new | text=x", "irb.b1.f2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapEdit) edit = rows[i].edit != NULL ? sample_parse_edit (roadmap, rows[i].edit) : NULL;
      RoadmapItem *last;

      g_assert_true (edit == NULL || roadmap_apply (roadmap, edit, NULL));
      last = roadmap_get_last_followup (sample_get (roadmap, "irb.b1"));
      g_assert_cmpstr (roadmap_item_get_id (last), ==, rows[i].last);
      g_assert_null (roadmap_get_last_followup (sample_get (roadmap, "irb.b2")));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/counts", test_counts);
  g_test_add_func ("/status/counts-follow-edits", test_counts_follow_edits);
  g_test_add_func ("/status/no-vocabulary", test_no_vocabulary);
  g_test_add_func ("/status/status", test_status);
  g_test_add_func ("/status/last-followup", test_last_followup);

  return g_test_run ();
}
