/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/layout.h"

#include <string.h>

#include "../model/sample.h"
#include "pages-sound.h"

static RoadmapPages *
create_pages (Roadmap         *roadmap,
              RoadmapLayoutId  layout,
              const char      *paper,
              gboolean         landscape)
{
  RoadmapPagesOptions options = { .roadmap = roadmap, .language = "ja", .layouts = &layout, .n_layouts = 1,
                                  .file_name = "計画.xml", .fingerprint = "0123456789abcdef0123456789abcdef" };
  RoadmapPages *pages;

  g_assert_true (roadmap_layout_applies (roadmap_layout_find_id (layout), &options));
  g_assert_true (roadmap_paper_find (paper, landscape, &options.paper));
  pages = roadmap_pages_new (&options);
  pages_assert_sound (pages);
  pages_assert_whole (pages, &options);
  return pages;
}

/* @n_lanes lanes of @n_bars bars over @n_years years. */
static Roadmap *
create_lanes (guint n_lanes,
              guint n_bars,
              guint n_years)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          "roadmap r | title=計画\n  chart c | calendar=fiscal | start=FY2020 | end=FY%u | title=表\n",
                          2020 + n_years - 1);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_string_append_printf (text, "    lane l%u | number=%u | title=第%uの領域\n", i, i + 1, i + 1);
      for (guint j = 0; j < n_bars; j++)
        g_string_append_printf (text, "      bar b%u.%u | start=FY%u | end=FY%u | title=第%uの領域における%u番目の取組\n", i, j,
                                2020 + j % n_years, MIN (2020 + j % n_years + 1, 2020 + n_years - 1), i + 1, j + 1);
    }
  return sample_parse (text->str);
}

/* A stage with two roadblocks, over @n_years years. */
static Roadmap *
create_stages (guint n_years)
{
  g_autofree char *text = g_strdup_printf (
    "roadmap r | title=計画\n"
    "  domain common | title=共通\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY%u | title=表\n"
    "    stage irb | number=① | title=IRB\n"
    "      roadblock r1 | domain=common | title=【審査の質を均一化する必要があるのではないか】\n"
    "      roadblock r2 | domain=common | title=【相談できるAI-IRBが必要ではないか】\n"
    "      addressed a1 | roadblocks=r1 r2\n"
    "        paragraph a1.1 | text=下記のとおり確認した。\n"
    "      measure m1 | roadblocks=r1 r2 | title=倫理指針の見直し\n"
    "      bar b1 | start=FY2020-Q1 | end=FY2025-Q4 | measures=m1 | title=倫理指針の改正\n"
    "      note n1 | number=* | text=段階の注\n"
    "    stage ic | number=② | title=Informed Consent(IC)\n"
    "      roadblock r3 | domain=common | title=【ICのひな形】\n",
    2020 + n_years - 1);

  return sample_parse (text);
}

static void
test_table (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (roadmap_layout_get_n_layouts (), >=, 4);
  for (guint i = 0; i < roadmap_layout_get_n_layouts (); i++)
    {
      const RoadmapLayout *layout = roadmap_layout_get (i);
      g_autofree char *upper = g_ascii_strup (layout->name, -1);

      g_assert_true (g_hash_table_add (names, (char *) layout->name));
      g_assert_true (roadmap_layout_find (layout->name) == layout);
      g_assert_true (roadmap_layout_find (upper) == layout);
      g_assert_true (roadmap_layout_find_id (layout->id) == layout);
      g_assert_cmpstr (layout->title, !=, "");
      g_assert_true (g_str_has_suffix (layout->summary, "."));
    }
  g_assert_null (roadmap_layout_find ("pack"));
  g_assert_null (roadmap_layout_find (""));
}

/* What a roadmap has nothing for is not printed, and not in a pack. */
static void
test_applies (void)
{
  g_autoptr (Roadmap) lanes = create_lanes (1, 1, 2);
  g_autoptr (Roadmap) stages = create_stages (2);
  const RoadmapPagesOptions of_lanes = { .roadmap = lanes, .language = "ja" };
  const RoadmapPagesOptions of_stages = { .roadmap = stages, .language = "ja" };
  g_autoptr (GArray) pack = roadmap_layout_list_pack (&of_stages);

  g_assert_false (roadmap_layout_applies (roadmap_layout_find ("table"), &of_lanes));
  g_assert_true (roadmap_layout_applies (roadmap_layout_find ("domains"), &of_lanes));
  g_assert_true (roadmap_layout_applies (roadmap_layout_find ("table"), &of_stages));
  g_assert_false (roadmap_layout_applies (roadmap_layout_find ("domains"), &of_stages));
  g_assert_false (roadmap_layout_applies (roadmap_layout_find ("map"), &of_stages));
  for (guint i = 0; i < pack->len; i++)
    g_assert_cmpint (g_array_index (pack, RoadmapLayoutId, i), !=, ROADMAP_LAYOUT_DOMAINS);
}

static void
test_find (void)
{
  g_autoptr (Roadmap) roadmap = create_lanes (12, 12, 4);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, ROADMAP_LAYOUT_SWIMLANE, "b5", TRUE);
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, NULL, "bar");
  guint page, last_page = 0;
  double y;

  g_assert_cmpuint (roadmap_pages_get_n_pages (pages), >, 3);
  for (guint i = 0; i < bars->len; i++)
    {
      const RoadmapGroup *group;

      g_assert_true (roadmap_pages_find (pages, g_ptr_array_index (bars, i), &page, &y));
      group = roadmap_scene_find_group (roadmap_pages_get_scene (pages, page), g_ptr_array_index (bars, i));
      g_assert_nonnull (group);
      g_assert_cmpfloat (group->bounds.y, ==, y);
      last_page = MAX (last_page, page);
    }
  g_assert_cmpuint (last_page + 1, ==, roadmap_pages_get_n_pages (pages));
  g_assert_false (roadmap_pages_find (pages, roadmap_get_root (roadmap), &page, &y));
}

/* The lowest of the lanes that have their names on a page. */
static RoadmapItem *
find_last_lane (RoadmapScene *scene)
{
  const RoadmapGroup *last = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);

      if (roadmap_item_is (group->item, "lane") && (last == NULL || group->bounds.y > last->bounds.y))
        last = group;
    }
  return last != NULL ? last->item : NULL;
}

/* No page ends with a lane that is only a heading for those in it, and none wastes much. */
static void
test_headings (void)
{
  g_autoptr (GString) text = g_string_new ("roadmap r | title=計画\n"
                                           "  chart c | calendar=fiscal | start=FY2020 | end=FY2023 | title=表\n");
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (RoadmapPages) pages = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (text, "    lane l%u | title=第%uの領域\n      lane l%u.in | title=領域の中の領域\n", i, i + 1, i);
      for (guint j = 0; j <= i % 4; j++)
        g_string_append_printf (text, "        bar l%u.b%u | start=FY2020 | end=FY2022 | title=取組の推進\n", i, j);
    }
  roadmap = sample_parse (text->str);
  pages = create_pages (roadmap, ROADMAP_LAYOUT_SWIMLANE, "b5", TRUE);
  g_assert_cmpuint (roadmap_pages_get_n_pages (pages), >, 3);
  for (guint i = 0; i < roadmap_pages_get_n_pages (pages); i++)
    {
      RoadmapItem *last = find_last_lane (roadmap_pages_get_scene (pages, i));

      g_assert_true (roadmap_item_is (roadmap_item_get_parent (last), "lane"));
    }
}

static double
get_lowest (RoadmapScene *scene)
{
  double lowest = 0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    lowest = MAX (lowest, roadmap_rect_get_bottom (&roadmap_scene_get_group (scene, i)->bounds));
  return lowest;
}

/* A row stays whole if that leaves no more than about a third of a page empty; a longer one begins where there is
 * room. */
static void
test_ends (void)
{
  g_autoptr (Roadmap) low = create_lanes (40, 5, 1);
  g_autoptr (RoadmapPages) low_pages = create_pages (low, ROADMAP_LAYOUT_SWIMLANE, "a4", TRUE);
  g_autoptr (GPtrArray) lanes = roadmap_list (low, NULL, "lane");

  for (guint i = 0; i < lanes->len; i++)
    {
      guint n_found = 0;

      for (guint j = 0; j < roadmap_pages_get_n_pages (low_pages); j++)
        if (roadmap_scene_find_group (roadmap_pages_get_scene (low_pages, j), g_ptr_array_index (lanes, i)) != NULL)
          n_found++;
      g_assert_cmpuint (n_found, ==, 1);
    }
  for (guint n_bars = 25; n_bars < 60; n_bars += 7)
    {
      g_autoptr (Roadmap) high = create_lanes (4, n_bars, 1);
      g_autoptr (RoadmapPages) high_pages = create_pages (high, ROADMAP_LAYOUT_SWIMLANE, "a4", TRUE);

      for (guint i = 0; i + 1 < roadmap_pages_get_n_pages (high_pages); i++)
        g_assert_cmpfloat (get_lowest (roadmap_pages_get_scene (high_pages, i)), >,
                           0.6 * roadmap_pages_get_paper (high_pages)->height);
    }
}

/* A page is made anew when it was not asked for for long, and is the same then. */
static void
test_lazy (void)
{
  g_autoptr (Roadmap) roadmap = create_lanes (60, 12, 4);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, ROADMAP_LAYOUT_SWIMLANE, "b5", TRUE);
  g_autoptr (RoadmapScene) first = roadmap_scene_ref (roadmap_pages_get_scene (pages, 1));
  g_autofree char *before = roadmap_scene_dump (first);
  g_autofree char *after = NULL;

  g_assert_cmpuint (roadmap_pages_get_n_pages (pages), >, 16);
  g_assert_true (roadmap_pages_get_scene (pages, 2) != first);
  g_assert_true (roadmap_pages_get_scene (pages, 1) == first);
  for (guint i = 2; i < 16; i++)
    roadmap_pages_get_scene (pages, i);
  g_assert_true (roadmap_pages_get_scene (pages, 1) != first);
  after = roadmap_scene_dump (roadmap_pages_get_scene (pages, 1));
  g_assert_cmpstr (before, ==, after);
}

/* Columns that have no room beside the others stand on a next page, with heads and names. */
static void
test_wide_table (void)
{
  g_autoptr (Roadmap) roadmap = create_stages (25);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, ROADMAP_LAYOUT_TABLE, "b5", FALSE);
  RoadmapItem *measure = sample_get (roadmap, "m1");
  RoadmapItem *bar = sample_get (roadmap, "b1");
  RoadmapItem *stage = sample_get (roadmap, "irb");
  RoadmapScene *first = roadmap_pages_get_scene (pages, 0);
  RoadmapScene *second = roadmap_pages_get_scene (pages, 1);

  /* Two for each stage. */
  g_assert_cmpuint (roadmap_pages_get_n_pages (pages), ==, 4);
  g_assert_nonnull (roadmap_scene_find_group (first, measure));
  g_assert_null (roadmap_scene_find_group (first, bar));
  g_assert_nonnull (roadmap_scene_find_group (first, sample_get (roadmap, "n1")));
  g_assert_null (roadmap_scene_find_group (second, measure));
  g_assert_nonnull (roadmap_scene_find_group (second, bar));
  g_assert_nonnull (roadmap_scene_find_group (first, stage));
  g_assert_nonnull (roadmap_scene_find_group (second, stage));
}

static gboolean
has_words (RoadmapScene *scene,
           const char   *words)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      PangoLayout *layout = roadmap_scene_get_shape (scene, i)->layout;

      if (layout != NULL && strstr (pango_layout_get_text (layout), words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A timeline of very many years is divided, and what lies in two parts stands in both, cut off. */
static void
test_many_years (void)
{
  g_autoptr (Roadmap) roadmap = create_lanes (2, 60, 60);
  g_autoptr (RoadmapPages) pages = NULL;
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, NULL, "bar");
  RoadmapPagesOptions options = { .roadmap = roadmap, .language = "ja" };
  guint n_twice = 0;

  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  pages = roadmap_pages_new (&options);
  pages_assert_sound (pages);
  for (guint i = 0; i < bars->len; i++)
    {
      guint n_found = 0;

      for (guint j = 0; j < roadmap_pages_get_n_pages (pages); j++)
        n_found += roadmap_scene_find_group (roadmap_pages_get_scene (pages, j), g_ptr_array_index (bars, i)) != NULL;
      g_assert_cmpuint (n_found, >=, 1);
      g_assert_cmpuint (n_found, <=, 2);
      n_twice += n_found == 2;
    }
  g_assert_true (has_words (roadmap_pages_get_scene (pages, 0), "表　2020年度～20"));
  g_assert_true (has_words (roadmap_pages_get_scene (pages, roadmap_pages_get_n_pages (pages) - 1), "～2079年度"));
  /* Of each lane one bar for each place between two parts. */
  g_assert_cmpuint (n_twice, >=, 2);
  g_assert_cmpuint (n_twice, <=, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/table", test_table);
  g_test_add_func ("/layout/applies", test_applies);
  g_test_add_func ("/layout/find", test_find);
  g_test_add_func ("/layout/headings", test_headings);
  g_test_add_func ("/layout/ends", test_ends);
  g_test_add_func ("/layout/lazy", test_lazy);
  g_test_add_func ("/layout/wide-table", test_wide_table);
  g_test_add_func ("/layout/many-years", test_many_years);
  return g_test_run ();
}
