/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "../chart/pages-sound.h"
#include "chart/layout.h"
#include "document/document.h"

/* All layouts of real roadmaps on all papers, which only a layer that reads files and draws charts can look at.
 * KOTEIHYO_ALL_PAGES in the environment has every one laid out on every paper, not every N_PARTS-th. */
#define N_PARTS 6

static const char *const papers[] = { "a3", "a4", "b4", "b5", "letter" };

static Roadmap *
open_roadmap (const char *path_from_tests)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, path_from_tests, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

static void
lengthen (Roadmap            *roadmap,
          RoadmapItem        *item,
          const RoadmapField *field,
          const char         *language)
{
  const char *value = roadmap_item_get_value (item, field, language);
  g_autofree char *longer = value != NULL ? g_strconcat (value, "、", value, " ", value, NULL) : NULL;
  g_autoptr (RoadmapEdit) edit = value != NULL ? roadmap_edit_new_set (item, field, language, longer) : NULL;
  g_autoptr (GError) error = NULL;

  if (edit != NULL)
    roadmap_apply (roadmap, edit, &error);
  g_assert_no_error (error);
}

/* All texts become three times as long, but for the letters of statuses, which are letters. */
static Roadmap *
open_wordy (const char *path_from_tests)
{
  Roadmap *roadmap = open_roadmap (path_from_tests);
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      const RoadmapField *field = roadmap_item_get_kind (item)->fields;

      for (; field->name != NULL; field++)
        if ((field->type == ROADMAP_FIELD_TEXT || field->type == ROADMAP_FIELD_MARKUP) &&
            !g_str_equal (field->name, "letter"))
          {
            lengthen (roadmap, item, field, NULL);
            lengthen (roadmap, item, field, "en");
          }
    }
  return roadmap;
}

static void
check (Roadmap             *roadmap,
       const RoadmapLayout *layout,
       const char          *language,
       const char          *paper,
       gboolean             landscape)
{
  RoadmapPagesOptions options = { .roadmap = roadmap, .language = language, .layouts = &layout->id, .n_layouts = 1,
                                  .earlier = TRUE, .file_name = "roadmap.xml", .fingerprint = "0123456789abcdef" };
  g_autoptr (RoadmapPages) pages = NULL;
  GDate today;

  if (!roadmap_layout_applies (layout, &options))
    return;
  g_date_set_dmy (&today, 20, 10, 2021);
  options.today = &today;
  g_assert_true (roadmap_paper_find (paper, landscape, &options.paper));
  pages = roadmap_pages_new (&options);
  g_test_message ("%s %s %s %s: %u pages, %.1f points", layout->name, language, paper, landscape ? "landscape" : "portrait",
                  roadmap_pages_get_n_pages (pages), roadmap_pages_get_text_size (pages, 0));
  pages_assert_sound (pages);
  pages_assert_whole (pages, &options);
}

/* Each layout comes onto each paper, in one language or the other, and a part of all. */
static void
check_all (Roadmap *roadmap,
           guint    part)
{
  static const char *const languages[] = { "ja", "en" };
  gboolean all = g_getenv ("KOTEIHYO_ALL_PAGES") != NULL;

  for (guint i = 0; i < roadmap_layout_get_n_layouts (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (papers) * 4; j++)
      if (all || (i + j + part) % N_PARTS == 0)
        check (roadmap, roadmap_layout_get (i), languages[j / 2 % 2], papers[j / 4], j % 2 == 0);
}

static void
test_shipped (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");

  check_all (roadmap, 0);
}

static void
test_second (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("data/second.xml");

  check_all (roadmap, 1);
}

static void
test_wordy_shipped (void)
{
  g_autoptr (Roadmap) roadmap = open_wordy ("../data/roadmap.xml");

  check_all (roadmap, 3);
}

static void
test_wordy_second (void)
{
  g_autoptr (Roadmap) roadmap = open_wordy ("data/second.xml");

  check_all (roadmap, 4);
}

/* What was reported over years, in lists of its own. */
static void
test_records (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("data/records.xml");
  g_autoptr (Roadmap) wordy = open_wordy ("data/records.xml");

  check_all (roadmap, 2);
  check_all (wordy, 5);
}

/* As published: a stage a page, the domains one page, the map one page. */
static void
test_a3 (void)
{
  static const struct
  {
    RoadmapLayoutId layout;
    guint           n_pages;
  } rows[] = {
    { ROADMAP_LAYOUT_TABLE, 9 },
    { ROADMAP_LAYOUT_DOMAINS, 1 },
    { ROADMAP_LAYOUT_MAP, 1 },
  };
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        RoadmapPagesOptions options = { .roadmap = roadmap, .language = languages[j], .layouts = &rows[i].layout,
                                        .n_layouts = 1 };
        g_autoptr (RoadmapPages) pages = NULL;

        g_assert_true (roadmap_paper_find ("a3", TRUE, &options.paper));
        pages = roadmap_pages_new (&options);
        g_test_message ("%s %s: %.1f points", roadmap_layout_find_id (rows[i].layout)->name, languages[j],
                        roadmap_pages_get_text_size (pages, 0));
        g_assert_cmpuint (roadmap_pages_get_n_pages (pages), ==, rows[i].n_pages);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-pages/shipped", test_shipped);
  g_test_add_func ("/shipped-pages/second", test_second);
  g_test_add_func ("/shipped-pages/records", test_records);
  g_test_add_func ("/shipped-pages/wordy-shipped", test_wordy_shipped);
  g_test_add_func ("/shipped-pages/wordy-second", test_wordy_second);
  g_test_add_func ("/shipped-pages/a3", test_a3);
  return g_test_run ();
}
