/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "chart/cover-layout.h"
#include "chart/fingerprint.h"
#include "chart/layout.h"
#include "chart/page-target.h"

#include "../model/sample.h"
#include "plan.h"
#include "reading-sound.h"

#define FINGERPRINT "a91f64164f0ecf66ae098e114d921d7b35822e997d8ddfeed793ed5713649a3c"

/* Of one layout, or without @layout of all that apply. */
static RoadmapPages *
create_pack_of (Roadmap               *roadmap,
                const char            *language,
                const char            *paper,
                gboolean               landscape,
                const RoadmapLayoutId *layout)
{
  GDate today;
  RoadmapPagesOptions options = {
    .roadmap = roadmap,
    .language = language,
    .today = &today,
    .layouts = layout,
    .n_layouts = layout != NULL ? 1 : 0,
    .pack = TRUE,
    .file_name = "plan.xml",
    .fingerprint = FINGERPRINT,
  };

  g_date_set_dmy (&today, 1, G_DATE_APRIL, 2021);
  g_assert_true (roadmap_paper_find (paper, landscape, &options.paper));
  return roadmap_pages_new (&options);
}

static RoadmapPages *
create_pack (Roadmap    *roadmap,
             const char *language,
             const char *paper,
             gboolean    landscape)
{
  return create_pack_of (roadmap, language, paper, landscape, NULL);
}

/* A plan of so many stages that its contents take more than a page. */
static Roadmap *
create_long_plan (guint n_stages)
{
  g_autoptr (GString) text = g_string_new ("roadmap r | date=2020-06-18 | title=計画 | attribution=出典\n"
                                           "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=表\n");

  for (guint i = 0; i < n_stages; i++)
    g_string_append_printf (text, "    stage s%u | number=%u | title=第%uの段階\n"
                                  "      bar s%u.b | start=FY2020 | end=FY2021 | title=取組\n", i, i + 1, i + 1, i);
  return sample_parse (text->str);
}

static const RoadmapShape *
find_text (RoadmapScene *scene,
           const char   *words)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->layout != NULL && g_str_equal (pango_layout_get_text (shape->layout), words))
        return shape;
    }
  return NULL;
}

static void
test_golden (void)
{
  const RoadmapLayoutId layout = ROADMAP_LAYOUT_SWIMLANE;
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pack_of (roadmap, "ja", "a4", TRUE, &layout);
  g_autofree char *cover = roadmap_scene_dump (roadmap_pages_get_scene (pages, 0));
  g_autofree char *contents = roadmap_scene_dump (roadmap_pages_get_scene (pages, 1));

  plan_assert_golden ("pack-cover-ja", cover);
  plan_assert_golden ("pack-contents-ja", contents);
}

/* The number that stands on the line of a link. */
static guint
read_number (RoadmapScene      *scene,
             const RoadmapRect *line)
{
  const RoadmapShape *last = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->layout != NULL && roadmap_rect_overlaps (&shape->rect, line) &&
          (last == NULL || shape->rect.x > last->rect.x))
        last = shape;
    }
  g_assert_nonnull (last);
  return atoi (pango_layout_get_text (last->layout));
}

/* Every line names the page that it leads to, and the title of what is there stands on that page. */
static void
assert_contents (RoadmapPages *pages)
{
  guint n_found = 0, n_wanted = 0, n_contents = 0;

  for (guint i = 1; i < roadmap_pages_get_n_pages (pages) && n_contents == i - 1; i++)
    {
      RoadmapScene *scene = roadmap_scene_ref (roadmap_pages_get_scene (pages, i));

      for (guint j = 0; j < roadmap_scene_get_n_links (scene); j++)
        {
          const RoadmapSceneLink *link = roadmap_scene_get_link (scene, j);
          guint page;
          double y;

          if (!g_str_has_prefix (link->target, "#page:"))
            continue;
          g_assert_true (roadmap_page_target_find (pages, link->target, &page, &y));
          g_assert_cmpuint (read_number (scene, &link->rect), ==, page + 1);
          n_contents = i;
          n_found++;
        }
      roadmap_scene_unref (scene);
    }
  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);

      n_wanted += bookmark->level <= 1 && bookmark->page > n_contents;
    }
  g_assert_cmpuint (n_found, ==, n_wanted);
  g_assert_cmpuint (n_found, >, 0);
}

static void
test_contents (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Roadmap) large = create_long_plan (120);
  g_autoptr (RoadmapPages) pages = create_pack (roadmap, "ja", "a4", TRUE);
  g_autoptr (RoadmapPages) small = create_pack (large, "en", "b5", FALSE);

  assert_contents (pages);
  assert_contents (small);
  /* More than one page of them. */
  g_assert_cmpuint (roadmap_pages_get_bookmark (small, 1)->page, >, 2);
}

/* One numbering goes through all, and bookmarks follow it. */
static void
test_numbers (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pack (roadmap, "en", "a3", TRUE);
  guint n = roadmap_pages_get_n_pages (pages);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u / %u", i + 1, n);

      g_assert_nonnull (find_text (roadmap_pages_get_scene (pages, i), label));
    }
  for (guint i = 1; i < roadmap_pages_get_n_bookmarks (pages); i++)
    g_assert_cmpuint (roadmap_pages_get_bookmark (pages, i)->page, >=, roadmap_pages_get_bookmark (pages, i - 1)->page);
}

/* No two texts of front matter lie over another, on any paper. */
static void
test_sound (void)
{
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) usual = sample_parse (plan_text);
  g_autoptr (Roadmap) wordy = plan_create_wordy ();
  Roadmap *roadmaps[] = { usual, wordy };
  const char *const *papers = roadmap_paper_get_names ();

  for (guint i = 0; papers[i] != NULL; i++)
    for (guint j = 0; j < 8; j++)
      {
        g_autoptr (RoadmapPages) pages = create_pack (roadmaps[j / 4], languages[j / 2 % 2], papers[i], j % 2 == 0);
        const RoadmapPaper *paper = roadmap_pages_get_paper (pages);
        RoadmapRect room = { 0, 0, paper->width, paper->height };

        g_test_message ("%s, roadmap %u, %s", papers[i], j / 4, languages[j / 2 % 2]);
        reading_assert_row (roadmap_pages_get_scene (pages, 0), &room);
        reading_assert_row (roadmap_pages_get_scene (pages, 1), &room);
      }
}

/* What is not known is left out. */
static void
test_bare_cover (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=計画\n");
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapCoverOptions options = {
    .roadmap = roadmap, .charts = charts, .language = "ja", .width = 700, .height = 400, .points = 9,
  };
  g_autoptr (RoadmapSheet) sheet = roadmap_cover_layout_new (&options);
  g_autofree char *words = reading_dup_words (sheet, roadmap_get_root (roadmap));

  g_assert_cmpstr (words, ==, "計画会議資料");
}

static void
test_fingerprint (void)
{
  g_autofree char *brief = roadmap_fingerprint_abbreviate (FINGERPRINT);
  g_autofree char *unchanged = roadmap_fingerprint_abbreviate ("a91f3c");

  g_assert_cmpstr (brief, ==, "a91f…3c");
  g_assert_cmpstr (unchanged, ==, "a91f3c");
}

static void
test_targets (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pack (roadmap, "ja", "a4", TRUE);
  g_autofree char *target = roadmap_page_target_new (2, 31.5);
  g_autofree char *beyond = roadmap_page_target_new (roadmap_pages_get_n_pages (pages), 0);
  guint page;
  double y;

  g_assert_true (roadmap_page_target_find (pages, target, &page, &y));
  g_assert_cmpuint (page, ==, 2);
  g_assert_cmpfloat (y, ==, 31);
  g_assert_true (roadmap_page_target_find (pages, "#irb", &page, &y));
  g_assert_cmpuint (page, >=, 2);
  g_assert_false (roadmap_page_target_find (pages, "#nothing", &page, &y));
  g_assert_false (roadmap_page_target_find (pages, beyond, &page, &y));
  g_assert_false (roadmap_page_target_find (pages, "https://www.example.org/", &page, &y));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/golden", test_golden);
  g_test_add_func ("/pack/contents", test_contents);
  g_test_add_func ("/pack/numbers", test_numbers);
  g_test_add_func ("/pack/sound", test_sound);
  g_test_add_func ("/pack/bare-cover", test_bare_cover);
  g_test_add_func ("/pack/fingerprint", test_fingerprint);
  g_test_add_func ("/pack/targets", test_targets);
  return g_test_run ();
}
