/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene-slice.h"

#include <string.h>

#include "../model/sample.h"
#include "chart/measure.h"
#include "chart/scene-band.h"
#include "chart/table-layout.h"
#include "plan.h"

#define LINE 10.0 /* nothing here is so exact that a font decides */

/* As many lines as @n_lines, each of one word. */
static PangoLayout *
create_text (guint n_lines)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (LINE, "ja");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%s行%u", i > 0 ? "\n" : "", i);
  return roadmap_measure_text (measure, text->str, (RoadmapTextStyle) { ROADMAP_SIZE_BODY, 0 }, ROADMAP_UNWRAPPED);
}

static void
add_box (RoadmapScene *scene,
         RoadmapItem  *item,
         double        y,
         double        height)
{
  roadmap_scene_begin_group (scene, item, 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_BOX, ROADMAP_INK_BAR_TINT, 0, (RoadmapRect) { 100, y, 50, height });
  roadmap_scene_end_group (scene);
}

/* The slices of @scene no higher than @room, below each other with their heights, until nothing is left over. */
static char *
dump_slices (RoadmapScene *scene,
             double        room)
{
  RoadmapSlice slice = { .shown = -1, .most = 0.7 * room };
  GString *text = g_string_new (NULL);
  double next;

  do
    {
      g_autoptr (RoadmapScene) target = roadmap_scene_new ();
      g_autofree char *dump = NULL;

      g_assert_true (roadmap_slice_cut (&slice, scene, NULL, room, &next));
      g_assert_cmpfloat (slice.to - slice.from, <=, room);
      slice.height = slice.to - slice.from;
      roadmap_slice_add (&slice, scene, target, 0, 0);
      dump = roadmap_scene_dump (target);
      g_string_append_printf (text, "-- %.0f to %.0f\n%s", slice.from, slice.to, dump);
      slice.from = next;
      slice.shown = slice.to;
    }
  while (next < G_MAXDOUBLE);
  return g_string_free (text, FALSE);
}

/* Every line of a text stands in one slice, whole. */
static void
test_lines (void)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (PangoLayout) text = create_text (25);
  double height;

  roadmap_layout_get_size (text, NULL, &height);
  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 0, 3);
  for (double room = height / 12; room < 2 * height; room *= 1.3)
    {
      RoadmapSlice slice = { .shown = -1, .most = room };
      double next;
      guint n_lines = 0;

      do
        {
          g_autoptr (RoadmapScene) target = roadmap_scene_new ();
          const RoadmapShape *piece;

          g_assert_true (roadmap_slice_cut (&slice, scene, NULL, room, &next));
          roadmap_slice_add (&slice, scene, target, 0, 100);
          g_assert_cmpuint (roadmap_scene_get_n_shapes (target), ==, 1);
          piece = roadmap_scene_get_shape (target, 0);
          g_assert_cmpfloat (piece->rect.y, >=, 100);
          g_assert_cmpfloat (roadmap_rect_get_bottom (&piece->rect), <=, 100 + room + 0.01);
          g_assert_cmpuint (piece->first_line, ==, n_lines);
          n_lines += piece->n_lines > 0 ? piece->n_lines : 25;
          slice.from = next;
          slice.shown = slice.to;
        }
      while (next < G_MAXDOUBLE);
      g_assert_cmpuint (n_lines, ==, 25);
    }
}

/* Nothing has room in less than a line. */
static void
test_no_room (void)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (PangoLayout) text = create_text (2);
  RoadmapSlice slice = { .shown = -1, .most = 100 };
  double next;

  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 0, 0);
  g_assert_false (roadmap_slice_cut (&slice, scene, NULL, 5, &next));
}

/* A bar that does not fit goes to the next slice, which begins at its top; grounds are cut, rules too. */
static void
test_bar (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autofree char *dump = NULL;

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, (RoadmapRect) { 0, 0, 200, 100 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { 90, 0, 0, 100 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { 0, 45, 90, 0 });
  add_box (scene, sample_get (roadmap, "irb.1"), 10, 20);
  add_box (scene, sample_get (roadmap, "irb.2"), 40, 30);
  roadmap_scene_extend (scene, 200, 100);
  dump = dump_slices (scene, 60);
  g_assert_cmpstr (dump, ==,
                   "-- 0 to 34\n"
                   "scene 200 34\n"
                   "fill head 0 0 200 34\n"
                   "rule grid 90 0 0 34\n"
                   "group irb.1 lane 0 line 0\n"
                   "  box bar-tint 100 10 50 20\n"
                   "-- 36 to 96\n"
                   "scene 200 60\n"
                   "fill head 0 0 200 60\n"
                   "rule grid 90 0 0 60\n"
                   "rule grid 0 9 90 0\n"
                   "group irb.2 lane 0 line 0\n"
                   "  box bar-tint 100 4 50 30\n");
}

/* One that is higher than any slice is cut like a ground. */
static void
test_high_bar (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (PangoLayout) text = create_text (3);
  RoadmapSlice slice = { .shown = -1, .most = 70 };
  g_autofree char *dump = NULL;

  roadmap_scene_begin_group (scene, sample_get (roadmap, "irb.1"), 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_BOX, ROADMAP_INK_BAR_TINT, 0, (RoadmapRect) { 100, 0, 50, 150 });
  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 105, 70);
  roadmap_scene_end_group (scene);
  g_assert_true (roadmap_slice_cuts_groups (&slice, scene));
  slice.most = 150;
  g_assert_false (roadmap_slice_cuts_groups (&slice, scene));
  dump = dump_slices (scene, 100);
  g_assert_nonnull (strstr (dump, "box bar-tint 100 0 50 "));
  g_assert_nonnull (strstr (dump, "行0|行1\""));
  g_assert_nonnull (strstr (dump, "\"行2\""));
}

/* The title of a box in which others lie stays with the first of them. */
static void
test_container (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (PangoLayout) text = create_text (1);
  RoadmapSlice slice = { .shown = -1, .most = 100 };
  g_autoptr (RoadmapScene) first = roadmap_scene_new ();
  double next;

  add_box (scene, sample_get (roadmap, "irb.1"), 0, 40);
  roadmap_scene_begin_group (scene, sample_get (roadmap, "irb.2"), 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_BOX, ROADMAP_INK_BAR_TINT, 0, (RoadmapRect) { 0, 50, 200, 150 });
  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 5, 55);
  roadmap_scene_end_group (scene);
  add_box (scene, sample_get (roadmap, "irb.3"), 75, 40);
  /* The title would have room, but not what it heads. */
  g_assert_true (roadmap_slice_cut (&slice, scene, NULL, 100, &next));
  roadmap_slice_add (&slice, scene, first, 0, 0);
  g_assert_nonnull (roadmap_scene_find_group (first, sample_get (roadmap, "irb.1")));
  g_assert_null (roadmap_scene_find_group (first, sample_get (roadmap, "irb.3")));
  for (guint i = 0; i < roadmap_scene_get_n_shapes (first); i++)
    g_assert_null (roadmap_scene_get_shape (first, i)->layout);
  g_assert_cmpfloat (next, <=, 55);
  slice.from = next;
  slice.shown = slice.to;
  g_assert_true (roadmap_slice_cut (&slice, scene, NULL, 200, &next));
  g_assert_cmpfloat (next, ==, G_MAXDOUBLE);
}

/* A name stands again where its cell goes on, and only once where it does not. */
static void
test_names (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (PangoLayout) text = create_text (1);
  RoadmapSlice slice = { .from = 50, .shown = 50, .to = 100, .height = 50, .most = 100 };
  g_autoptr (RoadmapScene) target = roadmap_scene_new ();
  g_autofree char *dump = NULL;

  roadmap_scene_begin_group (scene, sample_get (roadmap, "irb"), 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, 0, (RoadmapRect) { 0, 0, 50, 90 });
  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 5, 5);
  roadmap_scene_end_group (scene);
  roadmap_scene_begin_group (scene, sample_get (roadmap, "data"), 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, 0, (RoadmapRect) { 60, 0, 50, 40 });
  roadmap_scene_add_text (scene, text, ROADMAP_INK_TEXT, 0, 65, 5);
  roadmap_scene_end_group (scene);
  roadmap_slice_add_names (&slice, scene, target);
  dump = roadmap_scene_dump (target);
  g_assert_nonnull (strstr (dump, "fill name-tint 0 0 50 40\n"));
  g_assert_nonnull (strstr (dump, "text text 5 5 "));
  g_assert_null (strstr (dump, "text text 65 "));
}

/* Columns: what begins in a band stands in it, grounds are cut at both sides. */
static void
test_band (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) target = roadmap_scene_new ();
  const RoadmapReach band = { 80, 160 };
  g_autofree char *dump = NULL;

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, (RoadmapRect) { 0, 0, 200, 10 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { 0, 5, 100, 0 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { 50, 0, 0, 10 });
  add_box (scene, sample_get (roadmap, "irb.1"), 0, 10);
  roadmap_scene_begin_group (scene, sample_get (roadmap, "irb.2"), 0, 0);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_BOX, ROADMAP_INK_BAR_TINT, 0, (RoadmapRect) { 170, 0, 20, 10 });
  roadmap_scene_end_group (scene);
  roadmap_scene_add_link (scene, (RoadmapRect) { 170, 0, 20, 10 }, "#irb.2");
  roadmap_scene_add_link (scene, (RoadmapRect) { 100, 0, 20, 10 }, "#irb.1");
  roadmap_band_add (scene, &band, target, 1000, 500);
  dump = roadmap_scene_dump (target);
  g_assert_cmpstr (dump, ==,
                   "scene 1080 510\n"
                   "fill head 1000 500 80 10\n"
                   "rule grid 1000 505 20 0\n"
                   "group irb.1 lane 0 line 0\n"
                   "  box bar-tint 1020 500 50 10\n"
                   "link 1020 500 20 10 #irb.1\n");
}

/* A row of the table with cells beside each other that end at different heights, in slices. */
static void
test_golden (void)
{
  static const char text[] =
    "roadmap r | title=計画\n"
    "  domain common | title=共通\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n"
    "    stage irb | number=① | hue=#3584e4 | title=IRB\n"
    "      roadblock r1 | domain=common | title=【審査の質を均一化する必要があるのではないか】\n"
    "        issue r1.1 | marker=○ | text=施設ごとに倫理審査の承認され易さが異なるため、標準的な基準が必要ではないか。\n"
    "      roadblock r2 | domain=common | title=【相談できるAI-IRBが必要ではないか】\n"
    "        issue r2.1 | marker=○ | text=全ての施設でAI-IRBの設置は困難である。\n"
    "      addressed a1 | roadblocks=r1 r2\n"
    "        paragraph a1.1 | marker=○ | text=下記のとおり、倫理審査に当たり現行の指針に基づき、必ずしも自施設で審査する必要は"
    "ないこと、専門家を構成員とする必要はないことを確認した。学会の倫理審査委員会で一括して審査すること。\n"
    "      measure m1 | roadblocks=r1 r2 | title=倫理指針の見直し\n"
    "      bar b1 | start=FY2020-Q1 | end=FY2020-Q4 | measures=m1 | title=倫理指針の改正\n"
    "      bar b2 | start=FY2020-Q3 | end=FY2021 | measures=m1 | title=周知活動 | detail=原則一括審査とすること等を周知する。\n";
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "c");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (LINE, "ja");
  const RoadmapTableOptions options = { roadmap, charts, "ja", 640, .measure = measure };
  g_autoptr (RoadmapSheet) sheet = roadmap_table_new (&options);
  g_autofree char *dump = dump_slices (roadmap_sheet_get_body (sheet, 0), 100);

  plan_assert_golden ("slices-ja", dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-slice/lines", test_lines);
  g_test_add_func ("/scene-slice/no-room", test_no_room);
  g_test_add_func ("/scene-slice/bar", test_bar);
  g_test_add_func ("/scene-slice/high-bar", test_high_bar);
  g_test_add_func ("/scene-slice/container", test_container);
  g_test_add_func ("/scene-slice/names", test_names);
  g_test_add_func ("/scene-slice/band", test_band);
  g_test_add_func ("/scene-slice/golden", test_golden);
  return g_test_run ();
}
