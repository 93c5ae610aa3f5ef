/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "../chart/plan.h"
#include "../chart/record-sound.h"
#include "document/document.h"
#include "model/followup.h"

/* What is reported of real roadmaps, which only a layer that reads files and draws charts can look at. */

static RoadmapDocument *
open_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document = roadmap_document_open (file, &error);

  g_assert_no_error (error);
  return document;
}

static const struct
{
  const char *folder;
  const char *name;
  const char *languages[3];
} files[] = {
  { "../data", "roadmap.xml", { "ja", "en" } },
  { "data", "second.xml", { "en", "fr" } },
  { "data", "records.xml", { "ja", "en" } },
};

/* Makes all that people have written three times as long. */
static void
make_wordy (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      const RoadmapField *field = roadmap_item_get_kind (item)->fields;

      for (; field->name != NULL; field++)
        {
          const char *value = roadmap_item_get_value (item, field, NULL);
          g_autofree char *wordy = NULL;
          g_autoptr (RoadmapEdit) edit = NULL;
          g_autoptr (GError) error = NULL;

          if (value == NULL || (field->type != ROADMAP_FIELD_TEXT && field->type != ROADMAP_FIELD_MARKUP))
            continue;
          wordy = g_strconcat (value, value, value, NULL);
          edit = roadmap_edit_new_set (item, field, NULL, wordy);
          roadmap_apply (roadmap, edit, &error);
          g_assert_no_error (error);
        }
    }
}

static void
check_followups (Roadmap    *roadmap,
                 const char *language)
{
  static const double widths[] = { 100, 400, 700, 1130, 1900 };
  int year = roadmap_choose_followup_year (roadmap, 0, NULL).year;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int before = 0; before < 2; before++)
      {
        g_autoptr (RoadmapSheet) sheet = record_lay_out_followups (roadmap, language, widths[i], year - before);

        g_test_message ("%s, %g, %d", language, widths[i], year - before);
        record_assert_sound (sheet);
        record_assert_complete (roadmap, sheet, language, year - before);
      }
}

static void
test_followups (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (RoadmapDocument) document = open_file (files[i].folder, files[i].name);
      Roadmap *roadmap = roadmap_document_get_roadmap (document);

      g_test_message ("%s", files[i].name);
      for (const char *const *language = files[i].languages; *language != NULL; language++)
        check_followups (roadmap, *language);
      make_wordy (roadmap);
      check_followups (roadmap, files[i].languages[0]);
    }
}

/* No words of the row's piece from @from on lie under @name. */
static void
assert_free (RoadmapScene       *body,
             double              from,
             const RoadmapShape *name)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (body, i);
      RoadmapRect rect = shape->rect;

      rect.y -= from;
      g_assert_false (shape->layout != NULL && roadmap_rect_overlaps (&rect, &name->rect));
    }
}

/* Where a row is cut, what goes on is named again beside it, if that has room. */
static void
test_continued (void)
{
  g_autoptr (RoadmapDocument) document = open_file ("data", "records.xml");
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  g_autoptr (RoadmapSheet) sheet = record_lay_out_followups (roadmap, "ja", 400, 0);
  guint n_named = 0;

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);
      double height = roadmap_sheet_get_row_height (sheet, i);

      for (double from = 0; from < height; from += 7)
        {
          RoadmapSheetPiece piece = { from, height, TRUE };
          g_autoptr (RoadmapScene) names = roadmap_sheet_create_names (sheet, i, &piece);

          g_assert_true (from > 0 || names == NULL);
          for (guint j = 0; names != NULL && j < roadmap_scene_get_n_shapes (names); j++)
            {
              const RoadmapShape *name = roadmap_scene_get_shape (names, j);

              g_assert_true (g_str_has_suffix (pango_layout_get_text (name->layout), "（続き）"));
              assert_free (body, from, name);
              n_named++;
            }
        }
    }
  g_assert_cmpuint (n_named, >, 20);
}

static void
check_progress (Roadmap    *roadmap,
                const char *language)
{
  static const double widths[] = { 100, 400, 700, 1130, 1900 };
  int year = roadmap_choose_followup_year (roadmap, 0, NULL).year;
  GDate today;

  g_date_set_dmy (&today, 15, 4, 2022);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int n = 0; n < 8; n++)
      {
        const GDate *day = n & 2 ? &today : NULL;
        int about = year - (n & 4) / 4;
        g_autoptr (RoadmapSheet) sheet = record_lay_out_progress (roadmap, language, widths[i], about, day, n & 1);

        g_test_message ("%s, %g, %d, %d", language, widths[i], about, n);
        record_assert_sound (sheet);
        record_assert_summary (roadmap, sheet, language, about, day);
      }
}

static void
test_progress (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (RoadmapDocument) document = open_file (files[i].folder, files[i].name);
      Roadmap *roadmap = roadmap_document_get_roadmap (document);

      g_test_message ("%s", files[i].name);
      for (const char *const *language = files[i].languages; *language != NULL; language++)
        check_progress (roadmap, *language);
      make_wordy (roadmap);
      check_progress (roadmap, files[i].languages[0]);
    }
}

static void
assert_golden_sheet (RoadmapSheet *sheet,
                     const char   *name)
{
  g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
  g_autofree char *text = roadmap_scene_dump (scene);

  plan_assert_golden (name, text);
}

static void
assert_golden (const char *folder,
               const char *file,
               const char *language,
               double      width,
               const char *name)
{
  g_autoptr (RoadmapDocument) document = open_file (folder, file);
  g_autoptr (RoadmapSheet) sheet = record_lay_out_followups (roadmap_document_get_roadmap (document), language, width, 0);

  assert_golden_sheet (sheet, name);
}

static void
assert_golden_progress (const char *folder,
                        const char *file,
                        const char *language,
                        double      width,
                        const char *name)
{
  g_autoptr (RoadmapDocument) document = open_file (folder, file);
  g_autoptr (RoadmapSheet) sheet = NULL;
  GDate today;

  g_date_set_dmy (&today, 15, 4, 2022);
  sheet = record_lay_out_progress (roadmap_document_get_roadmap (document), language, width, 0, &today, TRUE);
  assert_golden_sheet (sheet, name);
}

static void
test_golden_progress (void)
{
  assert_golden_progress ("data", "records.xml", "ja", 1130, "progress-records-ja");
  assert_golden_progress ("data", "second.xml", "en", 700, "progress-second-en");
  assert_golden_progress ("../data", "roadmap.xml", "ja", 1130, "progress-shipped-ja");
}

static void
test_golden_followups (void)
{
  assert_golden ("data", "records.xml", "ja", 1130, "followup-records-ja");
  assert_golden ("data", "second.xml", "en", 700, "followup-second-en");
  assert_golden ("../data", "roadmap.xml", "ja", 1130, "followup-shipped-ja");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shipped-records/followups", test_followups);
  g_test_add_func ("/shipped-records/continued", test_continued);
  g_test_add_func ("/shipped-records/progress", test_progress);
  g_test_add_func ("/shipped-records/golden-followups", test_golden_followups);
  g_test_add_func ("/shipped-records/golden-progress", test_golden_progress);

  return g_test_run ();
}
