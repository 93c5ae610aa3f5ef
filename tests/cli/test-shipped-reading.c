/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib.h>

#include "../chart/reading-sound.h"
#include "chart/changes-layout.h"
#include "document/document.h"
#include "model/amendment.h"
#include "model/as-of.h"

/* The running text of the two roadmaps in the repository, and what changed in them, which only this layer can read and
 * lay out. */

static Roadmap *
open_roadmap (const char *path_from_tests)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, path_from_tests, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

/* From a telephone to the widest paper; pages of A5 upwards. */
static void
check_narrative (const char        *path,
                 const char *const *languages)
{
  static const double widths[] = { 320, 454, 527, 666, 773, 958, 1105, 1600 };
  static const double heights[] = { 0, 430, 650, 1000 };
  static const double sizes[] = { 9, 10.5, 14.7 };
  g_autoptr (Roadmap) roadmap = open_roadmap (path);
  g_autoptr (GPtrArray) narratives = roadmap_list (roadmap, NULL, "narrative");
  RoadmapItem *narrative = g_ptr_array_index (narratives, 0);

  for (guint i = 0; languages[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths) * G_N_ELEMENTS (heights) * G_N_ELEMENTS (sizes); j++)
      {
        double width = widths[j % G_N_ELEMENTS (widths)];
        double height = heights[j / G_N_ELEMENTS (widths) % G_N_ELEMENTS (heights)];
        double points = sizes[j / G_N_ELEMENTS (widths) / G_N_ELEMENTS (heights)];
        g_autoptr (RoadmapSheet) sheet = NULL;

        g_test_message ("%s, %g × %g, text %g", languages[i], width, height, points);
        sheet = reading_lay_out_narrative (roadmap, narrative, languages[i], width, height, points);
        reading_assert_sound (sheet, height);
        reading_assert_has_narrative (sheet, roadmap, narrative, languages[i]);
      }
}

static void
test_narrative (void)
{
  static const char *const languages[] = { "ja", "en", NULL };

  check_narrative ("../data/roadmap.xml", languages);
}

static void
test_second_narrative (void)
{
  static const char *const languages[] = { "en", "fr", NULL };

  check_narrative ("data/second.xml", languages);
}

/* On A3 the three pages of the source are one. */
static void
test_fits (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");
  g_autoptr (GPtrArray) narratives = roadmap_list (roadmap, NULL, "narrative");
  g_autoptr (RoadmapSheet) sheet = NULL;

  sheet = reading_lay_out_narrative (roadmap, g_ptr_array_index (narratives, 0), "ja", 1105, 680, 10.5);
  g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, 1);
}

static void
check_changes (Roadmap    *roadmap,
               const char *first_edition,
               const char *language,
               guint       n_rows)
{
  static const double widths[] = { 320, 527, 773, 1105, 1600 };
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) since = roadmap_as_of (roadmap, roadmap_lookup (roadmap, first_edition), &error);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (9, language);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      RoadmapChangesOptions options = {
        .roadmap = roadmap, .since = since, .language = language, .width = widths[i], .measure = measure,
      };
      g_autoptr (RoadmapSheet) sheet = roadmap_changes_layout_new (&options, &error);

      g_assert_no_error (error);
      reading_assert_sound (sheet, 0);
      g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, n_rows);
    }
}

/* The other roadmap was amended once. */
static void
test_second_changes (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("data/second.xml");
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);

  g_assert_cmpuint (editions->len, ==, 2);
  check_changes (roadmap, roadmap_item_get_id (g_ptr_array_index (editions, 0)), "en", 1);
}

/* Every title and text of the shipped roadmap is revised: a row for each item. */
static void
test_all_changed (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  roadmap_open_amendment (roadmap, "2022-03-25", "令和４年３月25日", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      const char *name = roadmap_item_get (item, "title") != NULL ? "title" : "text";
      const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
      g_autofree char *revised = NULL;
      g_autoptr (RoadmapEdit) edit = NULL;

      if (field == NULL || !(field->flags & ROADMAP_FIELD_OFFICIAL) || roadmap_item_is (item, "edition") ||
          roadmap_item_get (item, "origin") != NULL)
        continue;
      revised = g_strconcat (roadmap_item_get (item, name), "（改定）", NULL);
      edit = roadmap_edit_new_set (item, field, NULL, revised);
      roadmap_change (roadmap, edit, &error);
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpuint (n, >, 200);
  check_changes (roadmap, "edition.2020", "ja", n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-reading/narrative", test_narrative);
  g_test_add_func ("/shipped-reading/second-narrative", test_second_narrative);
  g_test_add_func ("/shipped-reading/fits", test_fits);
  g_test_add_func ("/shipped-reading/second-changes", test_second_changes);
  g_test_add_func ("/shipped-reading/all-changed", test_all_changed);
  return g_test_run ();
}
