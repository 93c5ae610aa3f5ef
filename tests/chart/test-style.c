/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/style.h"

#include "../model/sample.h"
#include "plan.h"

/* The hues of the shipped roadmap and of roadmaps without their own. */
static const guint32 hues[] = {
  0x3584e4, 0x2190a4, 0x3a944a, 0xc88800, 0xed5b00, 0xe62d42, 0xd56199, 0x9141ac, 0x6f8396, 0x986a44, 0x77767b,
};

static const guint32 status_hues[] = { 0x77767b, 0x1c71d8, 0x2190a4, 0x26a269, 0xc01c28, 0x5e5c64 };

static void
assert_contrast (const RoadmapPalette *palette,
                 RoadmapInk            ink,
                 RoadmapColour         ground,
                 guint32               hue,
                 double                least)
{
  RoadmapColour colour = roadmap_palette_get_ink (palette, ink, hue);
  double contrast = roadmap_colour_contrast (&colour, &ground);

  if (contrast >= least)
    return;
  g_test_message ("theme %d, ink %d, hue #%06x: %g", (int) (palette - roadmap_palette_get (0)), ink, hue, contrast);
  g_test_fail ();
}

static void
test_text_contrast (void)
{
  static const RoadmapInk tints[] = { ROADMAP_INK_NAME_TINT, ROADMAP_INK_ROW_TINT, ROADMAP_INK_BAR_TINT };

  for (RoadmapTheme theme = 0; theme < ROADMAP_N_THEMES; theme++)
    for (gsize i = 0; i < G_N_ELEMENTS (hues); i++)
      {
        const RoadmapPalette *palette = roadmap_palette_get (theme);

        for (gsize j = 0; j < G_N_ELEMENTS (tints); j++)
          {
            RoadmapColour ground = roadmap_palette_get_ink (palette, tints[j], hues[i]);

            assert_contrast (palette, ROADMAP_INK_TEXT, ground, hues[i], 4.5);
            assert_contrast (palette, ROADMAP_INK_DIM_TEXT, ground, hues[i], 4.5);
            assert_contrast (palette, ROADMAP_INK_HUE_TEXT, ground, hues[i], 4.5);
            assert_contrast (palette, ROADMAP_INK_HUE, ground, hues[i], 3);
          }
        assert_contrast (palette, ROADMAP_INK_TEXT, roadmap_palette_get_hatch (palette, hues[i]), hues[i], 4.5);
      }
}

static void
test_head_contrast (void)
{
  for (RoadmapTheme theme = 0; theme < ROADMAP_N_THEMES; theme++)
    {
      const RoadmapPalette *palette = roadmap_palette_get (theme);

      assert_contrast (palette, ROADMAP_INK_TEXT, palette->head, 0, 4.5);
      assert_contrast (palette, ROADMAP_INK_DIM_TEXT, palette->head, 0, 4.5);
      assert_contrast (palette, ROADMAP_INK_DIM_TEXT, palette->panel, 0, 4.5);
      assert_contrast (palette, ROADMAP_INK_TODAY, palette->background, 0, 3);
      g_assert_cmpfloat (roadmap_colour_contrast (&palette->accent, &palette->background), >=, 3);
    }
}

static void
test_mark_contrast (void)
{
  for (RoadmapTheme theme = 0; theme < ROADMAP_N_THEMES; theme++)
    {
      const RoadmapPalette *palette = roadmap_palette_get (theme);

      assert_contrast (palette, ROADMAP_INK_TEXT, palette->mark, 0, 4.5);
      assert_contrast (palette, ROADMAP_INK_DIM_TEXT, palette->mark, 0, 4.5);
    }
}

static void
test_status_contrast (void)
{
  static const RoadmapColour white = { 1, 1, 1 };

  for (RoadmapTheme theme = 0; theme < ROADMAP_N_THEMES; theme++)
    for (gsize i = 0; i < G_N_ELEMENTS (status_hues); i++)
      assert_contrast (roadmap_palette_get (theme), ROADMAP_INK_STATUS, white, status_hues[i], 4.5);
}

static void
test_contrast_values (void)
{
  RoadmapColour white = roadmap_colour_from_hue (0xffffff);
  RoadmapColour black = roadmap_colour_from_hue (0x000000);
  RoadmapColour grey = roadmap_colour_from_hue (0x767676);

  g_assert_cmpfloat_with_epsilon (roadmap_colour_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (roadmap_colour_contrast (&white, &white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (roadmap_colour_contrast (&grey, &white), 4.54, 0.01);
}

static void
test_hues (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);

  /* its own; by order; that of the lane around it; none to take one from */
  g_assert_cmphex (roadmap_item_get_hue (sample_get (roadmap, "irb.1")), ==, 0x3584e4);
  g_assert_cmphex (roadmap_lane_get_hue (sample_get (roadmap, "data")), ==, 0x2190a4);
  g_assert_cmphex (roadmap_lane_get_hue (sample_get (roadmap, "care.plans")), ==,
                   roadmap_lane_get_hue (sample_get (roadmap, "care")));
  g_assert_cmphex (roadmap_item_get_hue (sample_get (roadmap, "ms")), ==, 0x77767b);
  g_assert_cmphex (roadmap_status_get_hue (sample_get (roadmap, "late")), ==, 0xc01c28);
}

static void
test_parse (void)
{
  guint32 hue = 1;

  g_assert_true (roadmap_hue_parse ("#3584e4", &hue));
  g_assert_cmphex (hue, ==, 0x3584e4);
  g_assert_false (roadmap_hue_parse (NULL, &hue));
  g_assert_false (roadmap_hue_parse ("3584e4", &hue));
  g_assert_false (roadmap_hue_parse ("#3584ez", &hue));
  g_assert_cmphex (hue, ==, 0x3584e4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/text-contrast", test_text_contrast);
  g_test_add_func ("/style/head-contrast", test_head_contrast);
  g_test_add_func ("/style/mark-contrast", test_mark_contrast);
  g_test_add_func ("/style/status-contrast", test_status_contrast);
  g_test_add_func ("/style/contrast-values", test_contrast_values);
  g_test_add_func ("/style/hues", test_hues);
  g_test_add_func ("/style/parse", test_parse);
  return g_test_run ();
}
