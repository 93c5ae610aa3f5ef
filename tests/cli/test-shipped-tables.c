/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "../chart/table-sound.h"
#include "chart/axis.h"
#include "document/document.h"

/* The tables of real roadmaps, which only a layer that reads files and draws charts can look at. */

static void
assert_sound (RoadmapDocument *document,
              GPtrArray       *charts,
              const char      *language)
{
  static const double widths[] = { 360, 900, 1130, 1240, 1900 };
  Roadmap *roadmap = roadmap_document_get_roadmap (document);

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RoadmapSheet) sheet = table_lay_out (roadmap, charts, language, widths[i]);

      g_test_message ("%s of %u, %s, %g", roadmap_item_get_id (g_ptr_array_index (charts, 0)), charts->len, language,
                      widths[i]);
      table_assert_sound (roadmap, sheet, charts, language);
      table_assert_beside (roadmap, sheet, charts);
    }
}

/* Each chart alone, then all together. */
static void
check (const char        *path,
       const char *const *languages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RoadmapDocument) document = roadmap_document_open (file, &error);
  g_autoptr (GPtrArray) charts = NULL;

  g_assert_no_error (error);
  charts = roadmap_list_charts (roadmap_document_get_roadmap (document));
  for (const char *const *language = languages; *language != NULL; language++)
    {
      for (guint i = 0; i < charts->len; i++)
        {
          g_autoptr (GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, g_ptr_array_index (charts, i));
          assert_sound (document, one, *language);
        }
      assert_sound (document, charts, *language);
    }
}

static void
test_shipped (void)
{
  static const char *const languages[] = { "ja", "en", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);

  check (path, languages);
}

static void
test_second (void)
{
  static const char *const languages[] = { "en", "fr", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);

  check (path, languages);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-tables/shipped", test_shipped);
  g_test_add_func ("/shipped-tables/second", test_second);
  return g_test_run ();
}
