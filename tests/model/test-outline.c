/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/era.h"
#include "model/outline.h"

#include "sample.h"

static void
assert_children (Roadmap    *roadmap,
                 const char *id,
                 const char *expected)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (roadmap, sample_get (roadmap, id));
  g_autofree char *ids = sample_join_ids (children);

  g_test_message ("under %s", id);
  g_assert_cmpstr (ids, ==, expected);
}

static void
test_children (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  assert_children (roadmap, "plan", "irb ic");
  /* What has links stands under these, in each place. */
  assert_children (roadmap, "irb", "irb.r1 irb.r2 irb.m2 irb.b4 irb.ms");
  assert_children (roadmap, "irb.r1", "irb.m1");
  assert_children (roadmap, "irb.r2", "irb.m1 irb.b3");
  assert_children (roadmap, "irb.m1", "irb.b1 irb.b2");
  assert_children (roadmap, "irb.m2", "irb.b2");
  assert_children (roadmap, "irb.b1", "");
  assert_children (roadmap, "ic", "ic.b1");
  assert_children (roadmap, "genome", "genome.sub genome.ms");
  assert_children (roadmap, "genome.sub", "genome.b1");
  assert_children (roadmap, "genome.ms", "");
}

static void
test_shown_kinds (void)
{
  static const struct
  {
    const char *id;
    gboolean    shown;
  } rows[] = {
    { "irb", TRUE }, { "genome", TRUE }, { "irb.r1", TRUE }, { "irb.m1", TRUE }, { "irb.b1", TRUE }, { "irb.ms", TRUE },
    { "irb.r1.i1", FALSE }, { "irb.b1.f1", FALSE }, { "n1", FALSE }, { "ic.x1", FALSE }, { "done", FALSE },
    { "plan", FALSE },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (roadmap_outline_shows (sample_get (roadmap, rows[i].id)), ==, rows[i].shown);
}

static void
test_paths (void)
{
  static const struct
  {
    const char *top, *item;
    const char *path;
  } rows[] = {
    { "roadmap", "irb.b1", "plan irb irb.r1 irb.m1 irb.b1" },
    { "plan", "irb.b1", "irb irb.r1 irb.m1 irb.b1" },
    { "irb", "irb.b3", "irb.r2 irb.b3" },
    { "irb", "irb.b4", "irb.b4" },
    /* The first place is in another branch; the path is that below the top. */
    { "irb.r2", "irb.b2", "irb.m1 irb.b2" },
    { "irb.m2", "irb.b2", "irb.b2" },
    { "map", "genome.b1", "genome genome.sub genome.b1" },
    { "irb", "irb", "" },
    { "ic", "irb.b1", "" },
    { "irb.r1", "irb.b3", "" },
    { "irb.m2", "irb.b1", "" },
    { "irb.b1", "irb", "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapItem *top = sample_get (roadmap, rows[i].top);
      RoadmapItem *item = sample_get (roadmap, rows[i].item);
      g_autoptr (GPtrArray) path = roadmap_outline_path (roadmap, top, item);
      g_autofree char *ids = sample_join_ids (path);

      g_test_message ("%s below %s", rows[i].item, rows[i].top);
      g_assert_cmpstr (ids, ==, rows[i].path);
      g_assert_cmpint (roadmap_outline_holds (roadmap, top, item), ==, *rows[i].path != '\0');
    }
}

/* An outline hides nothing: each step of the path to an item is among the children of the one before it. */
static void
check_reachable (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) charts = roadmap_list (roadmap, NULL, "chart");
  guint n_shown = 0;

  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i);

      for (RoadmapItem *item = chart; item != NULL; item = roadmap_item_next (item, chart))
        {
          g_autoptr (GPtrArray) path = roadmap_outline_path (roadmap, chart, item);
          RoadmapItem *above = chart;

          if (!roadmap_outline_shows (item))
            continue;
          g_test_message ("%s", roadmap_item_get_id (item));
          g_assert_cmpuint (path->len, >, 0);
          for (guint n = 0; n < path->len; n++)
            {
              g_autoptr (GPtrArray) children = roadmap_outline_children (roadmap, above);

              g_assert_true (g_ptr_array_find (children, g_ptr_array_index (path, n), NULL));
              above = g_ptr_array_index (path, n);
            }
          n_shown++;
        }
    }
  g_assert_cmpuint (n_shown, ==, 16);
}

static void
test_nothing_is_hidden (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  check_reachable (roadmap);
}

/* Links that lead to another stage, or to what is beside the lane around: the item stands under its parent. */
static void
test_links_elsewhere (void)
{
  static const char *const edits[] = {
    "set ic.b1 measures=irb.m1",
    "set irb.m2 roadblocks=irb.r1",
    "insert genome -1 measure genome.m1 | roadblocks=irb.r1 | title=連携",
    "set genome.b1 measures=genome.m1",
    "remove irb.b3",
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, edits[i]);

      g_assert_true (roadmap_apply (roadmap, edit, NULL));
    }

  assert_children (roadmap, "ic", "ic.b1");
  assert_children (roadmap, "irb.r1", "irb.m1 irb.m2");
  assert_children (roadmap, "genome", "genome.sub genome.ms genome.m1");
  assert_children (roadmap, "genome.sub", "genome.b1");
  assert_children (roadmap, "genome.m1", "");
  check_reachable (roadmap);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/children", test_children);
  g_test_add_func ("/outline/shown-kinds", test_shown_kinds);
  g_test_add_func ("/outline/paths", test_paths);
  g_test_add_func ("/outline/nothing-is-hidden", test_nothing_is_hidden);
  g_test_add_func ("/outline/links-elsewhere", test_links_elsewhere);

  return g_test_run ();
}
