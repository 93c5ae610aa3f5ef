/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib.h>

#include "../chart/map-sound.h"
#include "document/document.h"

/* The bird's-eye maps of the two roadmaps in the repository, which only this layer can read and lay out. */

static Roadmap *
open_roadmap (const char *path_from_tests)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, path_from_tests, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  g_assert_no_error (error);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

/* As wide as a telephone to as wide as a wall, with usual and doubled text. */
static void
test_sound (void)
{
  static const double widths[] = { 320, 360, 480, 600, 640, 720, 800, 1000, 1200, 1500, 2000 };
  static const double sizes[] = { 13, 14.7, 22, 29.3 };
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          g_autoptr (RoadmapSheet) sheet = NULL;

          g_test_message ("%s, width %g, text %g", languages[i], widths[j], sizes[k]);
          sheet = map_lay_out (roadmap, languages[i], widths[j], 800, sizes[k]);
          map_assert_sound (roadmap, sheet, languages[i]);
          if (widths[j] / sizes[k] >= 62) /* ems; English words are longer */
            g_assert_false (roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)));
          if (widths[j] / sizes[k] < 40)
            g_assert_true (roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)));
        }
}

/* On a screen that is wide enough the whole poster is seen at once. */
static void
test_fits (void)
{
  g_autoptr (Roadmap) roadmap = open_roadmap ("../data/roadmap.xml");
  g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, "ja", 1500, 900, 14.7);

  g_assert_cmpfloat (roadmap_sheet_get_height (sheet), <=, 901);
  g_assert_cmpfloat (roadmap_sheet_get_height (sheet), >, 880);
}

/* The other roadmap's is a small one in English, with columns of one level and lanes in lanes. */
static void
test_second (void)
{
  static const double widths[] = { 320, 700, 1500 };
  g_autoptr (Roadmap) roadmap = open_roadmap ("data/second.xml");

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RoadmapSheet) sheet = map_lay_out (roadmap, "en", widths[i], 700, 13);

      map_assert_sound (roadmap, sheet, "en");
      g_assert_true (roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)) == (widths[i] < 500));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-map/sound", test_sound);
  g_test_add_func ("/shipped-map/fits", test_fits);
  g_test_add_func ("/shipped-map/second", test_second);
  return g_test_run ();
}
