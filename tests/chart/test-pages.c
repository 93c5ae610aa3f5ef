/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/pages.h"

#include <string.h>

#include "../model/sample.h"
#include "chart/filter-words.h"
#include "model/filter-set.h"
#include "pages-sound.h"
#include "plan.h"

static RoadmapPages *
create_pages (Roadmap     *roadmap,
              const char  *charts,
              const char  *language,
              const char  *paper,
              gboolean     landscape,
              const GDate *today)
{
  g_autoptr (GPtrArray) list = plan_list (roadmap, charts);
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = list, .language = language, .today = today };

  g_assert_true (roadmap_paper_find (paper, landscape, &options.paper));
  return roadmap_pages_new (&options);
}

/* A plan of @n_lanes lanes, every second with one in it, of @n_bars bars each. */
static Roadmap *
create_long_plan (guint n_lanes,
                  guint n_bars)
{
  g_autoptr (GString) text = g_string_new ("roadmap r | date=2020-06-18 | title=計画 | attribution=出典\n"
                                           "  chart c | calendar=fiscal | start=FY2020 | end=FY2023 | title=表\n");

  for (guint i = 0; i < n_lanes; i++)
    {
      const char *indent = i % 2 == 1 ? "  " : "";

      g_string_append_printf (text, "%s    lane l%u | number=%u | title=第%uの領域における取組\n", indent, i, i + 1, i + 1);
      for (guint j = 0; j < n_bars; j++)
        g_string_append_printf (text, "%s      bar b%u.%u | start=FY2020-Q%u | end=FY2022 | notes=n%u | "
                                      "title=第%uの領域における%u番目の取組を推進し、その結果を踏まえて検討する\n",
                                indent, i, j, j % 4 + 1, i % 3, i + 1, j + 1);
    }
  for (guint i = 0; i < 3; i++)
    g_string_append_printf (text, "    note n%u | number=%u | text=第%uの注釈の文\n", i, i + 1, i + 1);
  return sample_parse (text->str);
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

/* Every bar and milestone stands on exactly one page, with the name of its lane and the years above. */
static void
assert_complete (Roadmap      *roadmap,
                 RoadmapPages *pages,
                 const char   *year)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, NULL, "bar");

  pages_assert_sound (pages);
  for (guint page = 0; page < roadmap_pages_get_n_pages (pages); page++)
    {
      RoadmapScene *scene = roadmap_pages_get_scene (pages, page);

      g_assert_true (has_words (scene, year));
      for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
        {
          RoadmapItem *item = roadmap_scene_get_group (scene, i)->item;

          if (!roadmap_item_is (item, "bar"))
            continue;
          g_assert_true (g_hash_table_add (seen, item));
          g_assert_nonnull (roadmap_scene_find_group (scene, roadmap_item_get_parent (item)));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, bars->len);
}

static void
test_papers (void)
{
  RoadmapPaper paper = { 1, 2, 3 };
  const char *const *names = roadmap_paper_get_names ();

  g_assert_cmpuint (g_strv_length ((char **) names), ==, 5);
  for (; *names != NULL; names++)
    {
      g_assert_true (roadmap_paper_find (*names, TRUE, &paper));
      g_assert_cmpfloat (paper.width, >, paper.height);
      g_assert_true (roadmap_paper_find (*names, FALSE, &paper));
      g_assert_cmpfloat (paper.width, <, paper.height);
    }
  g_assert_true (roadmap_paper_find ("A3", TRUE, &paper));
  g_assert_cmpfloat_with_epsilon (paper.width, 1190.55, 0.01);
  g_assert_cmpfloat_with_epsilon (paper.height, 841.89, 0.01);
  g_assert_false (roadmap_paper_find ("a0", TRUE, &paper));
  g_assert_cmpfloat_with_epsilon (paper.width, 1190.55, 0.01);
}

static void
test_complete (void)
{
  static const struct
  {
    const char *paper;
    gboolean    landscape;
  } rows[] = { { "a3", TRUE }, { "a4", TRUE }, { "a4", FALSE }, { "b5", FALSE }, { "letter", TRUE } };
  g_autoptr (Roadmap) usual = sample_parse (plan_text);
  g_autoptr (Roadmap) wordy = plan_create_wordy ();
  g_autoptr (Roadmap) many = create_long_plan (24, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapPages) pages = NULL;
      g_autoptr (RoadmapPages) wordy_pages = NULL;
      g_autoptr (RoadmapPages) many_pages = NULL;

      g_test_message ("%s", rows[i].paper);
      pages = create_pages (usual, "stages earlier", "ja", rows[i].paper, rows[i].landscape, NULL);
      assert_complete (usual, pages, "20");
      g_assert_cmpuint (roadmap_pages_get_n_pages (pages), ==, 2);
      wordy_pages = create_pages (wordy, "stages earlier", "en", rows[i].paper, rows[i].landscape, NULL);
      assert_complete (wordy, wordy_pages, "20");
      many_pages = create_pages (many, "c", "ja", rows[i].paper, rows[i].landscape, NULL);
      assert_complete (many, many_pages, "令和2年度");
      g_assert_cmpuint (roadmap_pages_get_n_pages (many_pages), >, 2);
    }
}

/* A lane higher than a page goes on with its name again. */
static void
test_continued (void)
{
  g_autoptr (Roadmap) roadmap = create_long_plan (2, 60);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "c", "ja", "a4", TRUE, NULL);
  guint n_continued = 0;

  assert_complete (roadmap, pages, "令和2年度");
  for (guint i = 0; i < roadmap_pages_get_n_pages (pages); i++)
    {
      RoadmapScene *scene = roadmap_pages_get_scene (pages, i);

      n_continued += has_words (scene, "（続き）");
      /* The lane within has the name of the one around it above its own. */
      if (has_words (scene, "第2の領域における取組（続き）"))
        g_assert_true (has_words (scene, "第1の領域における取組"));
    }
  g_assert_cmpuint (n_continued, >=, 4);
}

/* A line of bars that is higher than a page makes the text smaller, not shorter. */
static void
test_high_line (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new ("roadmap r | title=計画\n"
                                           "  chart c | calendar=fiscal | start=FY2020 | end=FY2023 | title=表\n"
                                           "    lane l | title=領域\n");
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (RoadmapPages) pages = NULL;

  for (int i = 0; i < 120; i++)
    g_string_append (title, "領域における取組を推進する。");
  g_string_append_printf (text, "      bar b | start=FY2020 | end=FY2023 | title=%s\n", title->str);
  roadmap = sample_parse (text->str);
  pages = create_pages (roadmap, "c", "ja", "b5", TRUE, NULL);
  assert_complete (roadmap, pages, "令和2年度");
}

static void
test_legend (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "stages earlier", "ja", "a3", TRUE, NULL);
  g_autoptr (RoadmapPages) english = create_pages (roadmap, "stages", "en", "a3", TRUE, NULL);
  RoadmapScene *first = roadmap_pages_get_scene (pages, 0);
  RoadmapScene *second = roadmap_pages_get_scene (pages, 1);

  /* What occurs on the page, and only there. */
  g_assert_true (has_words (first, "期間は推定"));
  g_assert_true (has_words (first, "以降も続く"));
  g_assert_true (has_words (first, "遅延"));
  g_assert_true (has_words (first, "AMED研究事業"));
  g_assert_false (has_words (second, "期間は推定"));
  g_assert_false (has_words (second, "遅延"));
  g_assert_true (has_words (second, "時期は推定"));
  g_assert_true (has_words (second, "出典：報告書"));
  g_assert_false (has_words (first, "訳"));
  g_assert_true (has_words (roadmap_pages_get_scene (english, 0), "translation"));
  g_assert_true (has_words (roadmap_pages_get_scene (english, 0), "Delayed"));
}

static void
test_stamp (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = NULL;
  RoadmapScene *scene;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, 10, 2022);
  pages = create_pages (roadmap, "stages", "ja", "a4", TRUE, &day);
  scene = roadmap_pages_get_scene (pages, 0);
  g_assert_true (has_words (scene, "ロードブロック解消のための工程表"));
  g_assert_true (has_words (scene, "別添１　令和2年6月18日版"));
  g_assert_true (has_words (scene, "令和4年10月20日現在"));
  g_assert_true (has_words (scene, "今日"));
  g_assert_true (has_words (scene, "協議会"));
  g_assert_true (has_words (scene, "出典：厚生労働省"));
  g_assert_cmpstr (roadmap_pages_get_title (pages), ==, "工程表");
  g_assert_cmpstr (roadmap_pages_get_author (pages), ==, "協議会");
  g_assert_cmpstr (roadmap_pages_get_subject (pages), ==, "ロードブロック解消のための工程表");
}

/* A part with a long name stands above the edition, not beside it with a year on the next line. */
static void
test_long_stamp (void)
{
  g_auto (GStrv) parts = g_strsplit (plan_text, "title=別添１ |", 2);
  g_autofree char *text = g_strjoinv ("title=別添１（ロードブロックの解消に向けた工程表の各段階） |", parts);
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "stages", "ja", "b5", FALSE, NULL);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (has_words (roadmap_pages_get_scene (pages, 0),
                            "別添１（ロードブロックの解消に向けた工程表の各段階）\n令和2年6月18日版"));
}

static void
test_bookmarks (void)
{
  static const struct
  {
    const char *text;
    guint       page;
    guint       level;
  } expected[] = {
    { "ロードブロック解消のための工程表", 0, 0 },
    { "①IRB", 0, 1 },
    { "④データ転送・標準化／匿名化", 0, 1 },
    { "以前の工程表", 1, 0 },
    { "介護", 1, 1 },
    { "介護ロボット", 1, 2 },
    { "ケアプラン", 1, 2 },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "stages earlier", "ja", "a4", TRUE, NULL);

  g_assert_cmpuint (roadmap_pages_get_n_bookmarks (pages), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);
      g_auto (GStrv) words = g_strsplit (bookmark->text, " ", -1);
      g_autofree char *text = g_strjoinv ("", words);

      g_assert_cmpstr (text, ==, expected[i].text);
      g_assert_cmpuint (bookmark->page, ==, expected[i].page);
      g_assert_cmpuint (bookmark->level, ==, expected[i].level);
      g_assert_cmpfloat (bookmark->y, >, 0);
      g_assert_cmpfloat (bookmark->y, <, roadmap_pages_get_paper (pages)->height);
    }
}

static void
test_nothing (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=空\n"
                                              "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = none, .language = "ja" };
  g_autoptr (RoadmapPages) empty_chart = create_pages (roadmap, "c", "ja", "a4", TRUE, NULL);
  g_autoptr (RoadmapPages) no_chart = NULL;

  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  no_chart = roadmap_pages_new (&options);
  g_assert_cmpuint (roadmap_pages_get_n_pages (empty_chart), ==, 1);
  g_assert_cmpuint (roadmap_pages_get_n_pages (no_chart), ==, 1);
  pages_assert_sound (empty_chart);
  pages_assert_sound (no_chart);
  g_assert_cmpstr (roadmap_pages_get_author (no_chart), ==, "");
}

static void
test_golden (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "stages", "ja", "a4", TRUE, NULL);
  g_autofree char *dump = roadmap_scene_dump (roadmap_pages_get_scene (pages, 0));

  plan_assert_golden ("page-a4-ja", dump);
}

static gboolean
show_cb (RoadmapItem *item,
         gpointer     shown)
{
  return roadmap_filter_set_shows (shown, item);
}

/* On every page, in the language of the content: a part must not pass for the whole. */
static void
test_filter (void)
{
  static const struct
  {
    const char *filter;
    const char *language;
    const char *words;
  } rows[] = {
    { "stage:irb", "ja", "絞り込み表示（開発段階・領域：① IRB）" },
    { "stage:irb year:2020,2021 status:none", "ja",
      "絞り込み表示（状況：記録なし／開発段階・領域：① IRB／期間：2020年度、2021年度）" },
    { "year:2020 basis:inferred,stated", "en", "Filtered (Years: FY2020 / Basis of the span: Inferred, Stated)" },
    { "basis:confirmed late", "en", "Filtered (Basis of the span: Confirmed / Overdue)" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapFilter) filter = NULL;
      g_autofree char *words = NULL;

      g_assert_true (roadmap_filter_parse (rows[i].filter, &filter, NULL));
      words = roadmap_filter_dup_words (filter, roadmap, rows[i].language);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
  g_assert_null (roadmap_filter_dup_words (NULL, roadmap, "ja"));
}

static void
test_filter_golden (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) list = plan_list (roadmap, "stages");
  g_autoptr (RoadmapFilter) filter = NULL;
  g_autoptr (RoadmapFilterSet) shown = NULL;
  g_autoptr (RoadmapPages) pages = NULL;
  g_autofree char *dump = NULL;
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = list, .language = "ja", .show = show_cb };

  g_assert_true (roadmap_filter_parse ("stage:irb year:2020", &filter, NULL));
  shown = roadmap_filter_set_new (roadmap, filter, NULL);
  options.filter = filter;
  options.show_data = shown;
  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  pages = roadmap_pages_new (&options);
  dump = roadmap_scene_dump (roadmap_pages_get_scene (pages, 0));
  plan_assert_golden ("page-filter-ja", dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/papers", test_papers);
  g_test_add_func ("/pages/complete", test_complete);
  g_test_add_func ("/pages/continued", test_continued);
  g_test_add_func ("/pages/high-line", test_high_line);
  g_test_add_func ("/pages/legend", test_legend);
  g_test_add_func ("/pages/stamp", test_stamp);
  g_test_add_func ("/pages/long-stamp", test_long_stamp);
  g_test_add_func ("/pages/bookmarks", test_bookmarks);
  g_test_add_func ("/pages/nothing", test_nothing);
  g_test_add_func ("/pages/golden", test_golden);
  g_test_add_func ("/pages/filter", test_filter);
  g_test_add_func ("/pages/filter-golden", test_filter_golden);
  return g_test_run ();
}
