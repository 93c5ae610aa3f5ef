/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "../model/sample.h"
#include "plan.h"
#include "timeline.h"

/* More than rounding may move things. */
#define NEAR 0.02

/* Single things */

static const RoadmapShape *
find_box (Roadmap      *roadmap,
          RoadmapScene *body,
          const char   *id)
{
  return plan_find_shape (body, plan_get_group (roadmap, body, id), ROADMAP_FORM_BOX);
}

static void
test_spans (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);
  const RoadmapShape *box;

  /* 20 points a month, and half a point on each side kept free. */
  box = find_box (roadmap, body, "irb.2");
  g_assert_cmpfloat (box->rect.x, ==, 180.5);
  g_assert_cmpfloat (box->rect.width, ==, 119);
  g_assert_cmpint (box->flags, ==, ROADMAP_SHAPE_DASHED);

  /* Without an end it runs on to the end of the axis, whatever end is written down. */
  box = find_box (roadmap, body, "irb.3");
  g_assert_cmpfloat (roadmap_rect_get_right (&box->rect), ==, 719.5);
  g_assert_cmpint (box->flags, ==, ROADMAP_SHAPE_DASHED | ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_HATCHED);

  box = find_box (roadmap, body, "data.3");
  g_assert_cmpfloat (box->rect.x, ==, 0.5);
  g_assert_cmpint (box->flags, ==, ROADMAP_SHAPE_BEGINS_BEFORE);
  box = find_box (roadmap, body, "data.4");
  g_assert_cmpfloat (roadmap_rect_get_right (&box->rect), ==, 719.5);
  g_assert_cmpint (box->flags, ==, ROADMAP_SHAPE_ENDS_AFTER);
}

static void
test_statuses (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) japanese = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  g_autoptr (Timeline) english = plan_lay_out (roadmap, "stages", "en", 720, NULL);
  RoadmapScene *body = timeline_get_body (japanese);
  const RoadmapShape *chip;

  chip = plan_find_shape (body, plan_get_group (roadmap, body, "irb.2"), ROADMAP_FORM_CHIP);
  g_assert_cmpstr (pango_layout_get_text (chip->layout), ==, "実");
  g_assert_cmphex (chip->hue, ==, 0x1c71d8);
  g_assert_null (plan_find_shape (body, plan_get_group (roadmap, body, "irb.1"), ROADMAP_FORM_CHIP));
  g_assert_cmpint (plan_find_shape (body, plan_get_group (roadmap, body, "data.3"), ROADMAP_FORM_TEXT)->flags, ==,
                   ROADMAP_SHAPE_STRUCK);

  body = timeline_get_body (english);
  chip = plan_find_shape (body, plan_get_group (roadmap, body, "irb.2"), ROADMAP_FORM_CHIP);
  g_assert_cmpstr (pango_layout_get_text (chip->layout), ==, "P");
}

static void
test_notes (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);
  const RoadmapGroup *group = plan_get_group (roadmap, body, "data.1");

  g_assert_cmpstr (pango_layout_get_text (plan_find_shape (body, group, ROADMAP_FORM_TEXT)->layout), ==,
                   "改定案のパブコメ１２");
}

static guint
get_line (Roadmap      *roadmap,
          RoadmapScene *body,
          const char   *id)
{
  return plan_get_group (roadmap, body, id)->line;
}

/* Steps stand in the line of the step before, where it is free, and milestones below their bar. */
static void
test_lines (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);

  g_assert_cmpuint (get_line (roadmap, body, "irb.1"), ==, 0);
  g_assert_cmpuint (get_line (roadmap, body, "irb.2"), ==, 0);
  g_assert_cmpuint (get_line (roadmap, body, "irb.3"), ==, 1);
  g_assert_cmpuint (get_line (roadmap, body, "data.1"), ==, 2);
  g_assert_cmpuint (get_line (roadmap, body, "data.2"), ==, 2);
  g_assert_cmpuint (get_line (roadmap, body, "data.3"), ==, 3);
  g_assert_cmpuint (get_line (roadmap, body, "data.4"), ==, 3);
  g_assert_cmpuint (get_line (roadmap, body, "data.m"), ==, 4);
}

static guint
count_forms (RoadmapScene *scene,
             RoadmapForm   form)
{
  guint n = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    n += roadmap_scene_get_shape (scene, i)->form == form;
  return n;
}

/* irb.1 and irb.2, data.1 and data.2 touch; from irb.2 an arrow goes down. */
static void
test_connectors (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);
  const RoadmapGroup *from = plan_get_group (roadmap, body, "irb.2");
  const RoadmapGroup *to = plan_get_group (roadmap, body, "irb.3");

  g_assert_cmpuint (count_forms (body, ROADMAP_FORM_CONNECTOR), ==, 1);
  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (body, i);

      if (shape->form != ROADMAP_FORM_CONNECTOR)
        continue;
      g_assert_cmpfloat (shape->rect.y, ==, roadmap_rect_get_bottom (&from->box));
      g_assert_cmpfloat_with_epsilon (roadmap_rect_get_bottom (&shape->rect), to->box.y, NEAR);
      g_assert_cmpfloat (shape->rect.width, ==, 0);
    }
}

/* A bar of a quarter on a narrow axis has its words beside it, to the left if there is no room to the right. */
static void
test_words_beside (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "earlier", "ja", 300, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);
  const RoadmapGroup *first = plan_get_group (roadmap, body, "care.plans.1");
  const RoadmapGroup *last = plan_get_group (roadmap, body, "care.plans.2");
  const RoadmapShape *words;

  words = plan_find_shape (body, first, ROADMAP_FORM_TEXT);
  g_assert_cmpfloat (words->rect.x, >, roadmap_rect_get_right (&first->box));
  words = plan_find_shape (body, last, ROADMAP_FORM_TEXT);
  g_assert_cmpfloat (roadmap_rect_get_right (&words->rect), <, last->box.x);
}

static void
test_milestones (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) stages = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  g_autoptr (Timeline) earlier = plan_lay_out (roadmap, "earlier", "ja", 600, NULL);
  RoadmapScene *body = timeline_get_body (stages);
  const RoadmapGroup *group = plan_get_group (roadmap, body, "data.m");
  const RoadmapShape *diamond = plan_find_shape (body, group, ROADMAP_FORM_DIAMOND);

  /* The end of August 2020, as it is stated to the month. */
  g_assert_cmpfloat (diamond->rect.x + diamond->rect.width / 2, ==, 100);
  g_assert_cmpint (diamond->flags, ==, 0);

  /* One of the chart itself has a row of its own. */
  g_assert_true (timeline_get_row (earlier, 0)->item == sample_get (roadmap, "earlier"));
  g_assert_false (timeline_get_row (earlier, 0)->band);
  body = timeline_get_body (earlier);
  group = plan_get_group (roadmap, body, "ms");
  diamond = plan_find_shape (body, group, ROADMAP_FORM_DIAMOND);
  g_assert_cmpfloat (diamond->rect.x + diamond->rect.width / 2, ==, 180);
  g_assert_cmpint (diamond->flags, ==, ROADMAP_SHAPE_DASHED);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *id;
    gboolean    band;
    guint       depth;
  } expected[] = {
    { "stages", TRUE, 0 }, { "irb", FALSE, 0 }, { "data", FALSE, 0 },
    { "earlier", TRUE, 0 }, { "earlier", FALSE, 0 }, { "care", FALSE, 0 },
    { "care.robots", FALSE, 1 }, { "care.plans", FALSE, 1 },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages earlier", "ja", 900, NULL);

  g_assert_cmpuint (timeline_get_n_rows (swimlane), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const RoadmapSwimlaneRow *row = timeline_get_row (swimlane, i);

      g_assert_cmpstr (roadmap_item_get_id (row->item), ==, expected[i].id);
      g_assert_cmpint (row->band, ==, expected[i].band);
      g_assert_cmpuint (row->depth, ==, expected[i].depth);
    }
  g_assert_null (timeline_find_row (swimlane, -1));
  g_assert_null (timeline_find_row (swimlane, 1e6));
}

/* The words of the heads, divided by "|". */
static char *
join_labels (RoadmapScene *scene)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      PangoLayout *layout = roadmap_scene_get_shape (scene, i)->layout;

      if (layout != NULL)
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? "|" : "", pango_layout_get_text (layout));
    }
  return g_string_free (labels, FALSE);
}

static void
test_heads (void)
{
  static const struct
  {
    const char *charts;
    const char *language;
    double      width;
    const char *labels;
  } rows[] = {
    { "stages", "ja", 720,
      "令和2年度|（2020）|令和3年度|（2021）|令和4年度|（2022）以降|4月|7月|10月|1月|4月|7月|10月|1月|4月|7月|10月|1月" },
    { "stages", "en", 720, "FY2020|FY2021|FY2022| onwards|Apr|Jul|Oct|Jan|Apr|Jul|Oct|Jan|Apr|Jul|Oct|Jan" },
    { "stages", "ja", 270, "令和2年度|（2020）|令和3年度|（2021）|令和4年度|（2022）以降|4月|10月|4月|10月|4月|10月" },
    { "stages", "ja", 150, "2020年度|2022年度" },
    { "earlier", "ja", 150, "2017年|2019年|2021年" },
    { "earlier", "en", 500,
      "2017|2018|2019|2020|2021|Jan|Jul|Jan|Jul|Jan|Jul|Jan|Jul|Jan|Jul" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Timeline) swimlane = NULL;
      g_autofree char *labels = NULL;

      swimlane = plan_lay_out (roadmap, rows[i].charts, rows[i].language, rows[i].width, NULL);
      labels = join_labels (timeline_get_years (swimlane));
      g_assert_cmpstr (labels, ==, rows[i].labels);
    }
}

static void
test_corner (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) one = plan_lay_out (roadmap, "stages", "ja", 720, NULL);
  g_autoptr (Timeline) two = plan_lay_out (roadmap, "stages earlier", "ja", 720, NULL);
  g_autofree char *heading = join_labels (timeline_get_corner (one));
  g_autofree char *nothing = join_labels (timeline_get_corner (two));

  g_assert_cmpstr (heading, ==, "開発段階");
  g_assert_cmpstr (nothing, ==, "");
}

static guint
count_inks (RoadmapScene *scene,
            RoadmapInk    ink)
{
  guint n = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    n += roadmap_scene_get_shape (scene, i)->ink == ink;
  return n;
}

/* Today is a line behind the bars and a label in the heads that hides no other label; off the axis it is neither. */
static void
test_today (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) within = NULL;
  g_autoptr (Timeline) outside = NULL;
  g_autofree char *labels = NULL;
  RoadmapScene *body;
  guint n_lines;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 16, 11, 2021);
  within = plan_lay_out (roadmap, "stages", "ja", 720, &day);
  body = timeline_get_body (within);
  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);

      for (guint j = group->first; j < roadmap_scene_get_n_shapes (body); j++)
        {
          const RoadmapShape *shape = roadmap_scene_get_shape (body, j);

          g_assert_false (shape->ink == ROADMAP_INK_TODAY && roadmap_rect_overlaps (&shape->rect, &group->bounds));
        }
    }
  n_lines = count_inks (body, ROADMAP_INK_TODAY);
  g_assert_cmpuint (n_lines, ==, timeline_get_n_rows (within));
  labels = join_labels (timeline_get_years (within));
  g_assert_nonnull (strstr (labels, "今日"));
  g_assert_nonnull (strstr (labels, "4月|7月|1月|4月"));

  g_date_set_dmy (&day, 16, 11, 2030);
  outside = plan_lay_out (roadmap, "stages", "ja", 720, &day);
  g_assert_cmpuint (count_forms (timeline_get_years (outside), ROADMAP_FORM_LABEL), ==, 0);
}

static gboolean
is_not_in_data (RoadmapItem *item,
                gpointer     user_data)
{
  return !roadmap_item_is_within (item, user_data);
}

static void
test_filter (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  RoadmapSwimlaneOptions options = {
    .roadmap = roadmap,
    .charts = charts,
    .language = "ja",
    .axis = roadmap_axis_for_charts (roadmap, charts, 0),
    .name_width = 100,
    .measure = measure,
    .show = is_not_in_data,
    .show_data = sample_get (roadmap, "data"),
  };
  g_autoptr (Timeline) swimlane = NULL;

  roadmap_axis_set_width (&options.axis, 600);
  swimlane = timeline_new (&options);
  g_assert_cmpuint (roadmap_scene_get_n_groups (timeline_get_body (swimlane)), ==, 3);
  /* A lane of which nothing is left is not shown either. */
  g_assert_cmpuint (timeline_get_n_rows (swimlane), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=空\n"
                                              "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n"
                                              "    lane l | title=段階\n"
                                              "  chart d | calendar=fiscal | start=FY2020 | end=FY2021 | title=無\n");
  g_autoptr (Timeline) lane = plan_lay_out (roadmap, "c", "ja", 600, NULL);
  g_autoptr (Timeline) nothing = plan_lay_out (roadmap, "d", "ja", 600, NULL);

  g_assert_cmpuint (timeline_get_n_rows (lane), ==, 1);
  g_assert_cmpfloat (timeline_get_row (lane, 0)->height, >, 20);
  g_assert_cmpuint (timeline_get_n_rows (nothing), ==, 0);
}

/* Golden texts */

static void
assert_golden (const char *name,
               const char *charts,
               const char *language,
               double      width)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (Timeline) swimlane = NULL;
  g_autofree char *years = NULL;
  g_autofree char *names = NULL;
  g_autofree char *body = NULL;
  g_autofree char *all = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 20, 10, 2021);
  swimlane = plan_lay_out (roadmap, charts, language, width, &day);
  years = roadmap_scene_dump (timeline_get_years (swimlane));
  names = roadmap_scene_dump (timeline_get_names (swimlane));
  body = roadmap_scene_dump (timeline_get_body (swimlane));
  all = g_strjoin ("\n", years, names, body, NULL);
  plan_assert_golden (name, all);
}

static void
test_golden (void)
{
  assert_golden ("stages-ja", "stages", "ja", 720);
  assert_golden ("stages-en-narrow", "stages", "en", 300);
  assert_golden ("earlier-ja", "earlier", "ja", 600);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/swimlane/spans", test_spans);
  g_test_add_func ("/swimlane/statuses", test_statuses);
  g_test_add_func ("/swimlane/notes", test_notes);
  g_test_add_func ("/swimlane/lines", test_lines);
  g_test_add_func ("/swimlane/connectors", test_connectors);
  g_test_add_func ("/swimlane/words-beside", test_words_beside);
  g_test_add_func ("/swimlane/milestones", test_milestones);
  g_test_add_func ("/swimlane/rows", test_rows);
  g_test_add_func ("/swimlane/heads", test_heads);
  g_test_add_func ("/swimlane/corner", test_corner);
  g_test_add_func ("/swimlane/today", test_today);
  g_test_add_func ("/swimlane/filter", test_filter);
  g_test_add_func ("/swimlane/empty", test_empty);
  g_test_add_func ("/swimlane/golden", test_golden);
  return g_test_run ();
}
