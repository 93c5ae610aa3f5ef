/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/bullets.h"

/* "0○text 1・text": the level, the marker and the words of each point. */
static char *
describe (const char *text)
{
  g_autoptr (GPtrArray) bullets = roadmap_bullets_parse (text);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < bullets->len; i++)
    {
      const RoadmapBullet *bullet = g_ptr_array_index (bullets, i);

      g_string_append_printf (words, "%s%u[%s]%s", i > 0 ? " " : "", bullet->level, bullet->marker, bullet->words);
    }
  return g_strdup (words->str);
}

static void
test_parse (void)
{
  static const struct { const char *text; const char *points; } cases[] = {
    { "", "" },
    { "一文だけ。", "0[]一文だけ。" },
    { "一\n\n二\n", "0[]一 0[]二" },
    { "○ 一\n○二", "0[○]一 0[○]二" },
    /* By their spaces … */
    { "○ 一\n　・ 二\n　　－ 三\n　・ 四\n○ 五", "0[○]一 1[・]二 2[－]三 1[・]四 0[○]五" },
    { "• one\n  – two\n  – three\n• four", "0[•]one 1[–]two 1[–]three 0[•]four" },
    { "・ 一\n　・ 二\n　　・ 三\n・ 四", "0[・]一 1[・]二 2[・]三 0[・]四" },
    /* … and without them by their kinds. */
    { "○ 一\n・ 二\n－ 三\n・ 四\n○ 五", "0[○]一 1[・]二 2[－]三 1[・]四 0[○]五" },
    { "・ 一\n○ 二\n・ 三", "0[・]一 0[○]二 1[・]三" },
    { "○ 一\n① 二\n② 三\n・ 四", "0[○]一 1[①]二 1[②]三 2[・]四" },
    { "１．一\n（１）二\n（２）三\n２．四", "0[１．]一 1[（１）]二 1[（２）]三 0[２．]四" },
    { "(1) one\n(2) two\n10. ten", "0[(1)]one 0[(2)]two 1[10.]ten" },
    /* What is further to the left than what is above it has come out of it. */
    { "　○ 一\n・ 二", "0[○]一 0[・]二" },
    /* Paragraphs. */
    { "○ 一\n　　続き\n・ 二\n地の文\n○ 三", "0[○]一 1[]続き 1[・]二 0[]地の文 0[○]三" },
    /* What only looks like a marker. */
    { "-5 度\n- 五", "0[]-5 度 0[-]五" },
    { "3.5 件", "0[]3.5 件" },
    { "2020年", "0[]2020年" },
    { "*注", "0[]*注" },
    /* A marker alone. */
    { "○", "0[○]" },
    /* Deeper than anybody reads. */
    { "・a\n ・b\n  ・c\n   ・d\n    ・e\n     ・f\n      ・g\n       ・h\n        ・i\n         ・j\n          k",
      "0[・]a 1[・]b 2[・]c 3[・]d 4[・]e 5[・]f 6[・]g 7[・]h 7[・]i 7[・]j 8[]k" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *points = describe (cases[i].text);

      g_assert_cmpstr (points, ==, cases[i].points);
    }
}

/* Words hang behind their marker, and what is nested in them begins where they do. */
static void
test_hang (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (10, "ja");
  RoadmapBulletStyle style = { measure, { ROADMAP_SIZE_BODY, 0 }, ROADMAP_INK_TEXT, ROADMAP_TAG_CELL, NULL };
  static const double widths[] = { 50, 90, 200, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
      double height = roadmap_bullets_add_text (&style, "○ 改正した。\n・ 一括審査を原則とした。\n－ 施行は令和3年6月", 5, 7,
                                                widths[i], 2, scene);
      const RoadmapShape *shapes[6];

      g_assert_cmpuint (roadmap_scene_get_n_shapes (scene), ==, 6);
      for (guint j = 0; j < 6; j++)
        {
          shapes[j] = roadmap_scene_get_shape (scene, j);
          g_assert_cmpfloat (shapes[j]->rect.x, >=, 5);
          g_assert_cmpfloat (shapes[j]->rect.y, >=, 7);
          g_assert_cmpfloat (roadmap_rect_get_right (&shapes[j]->rect), <=, 5 + widths[i] + 0.1);
          g_assert_cmpfloat (roadmap_rect_get_bottom (&shapes[j]->rect), <=, 7 + height + 0.1);
          for (guint k = 0; k < j; k++)
            g_assert_false (roadmap_rect_overlaps (&shapes[j]->rect, &shapes[k]->rect));
        }
      for (guint j = 0; j < 6; j += 2)
        g_assert_cmpfloat_with_epsilon (shapes[j]->rect.y, shapes[j + 1]->rect.y, 0.1);
      /* Where there is room. */
      if (widths[i] >= 90)
        {
          g_assert_cmpfloat_with_epsilon (shapes[2]->rect.x, shapes[1]->rect.x, 0.1);
          g_assert_cmpfloat_with_epsilon (shapes[4]->rect.x, shapes[3]->rect.x, 0.1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bullets/parse", test_parse);
  g_test_add_func ("/bullets/hang", test_hang);

  return g_test_run ();
}
