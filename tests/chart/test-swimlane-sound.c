/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "../model/sample.h"
#include "model/mark.h"
#include "plan.h"
#include "sound.h"
#include "timeline.h"

/* What must be true of every layout, however narrow the axis and however long the words. */

/* The words are the title with nothing but numbers of notes and its mark behind it, and stand in the box or free beside it. */
static void
assert_whole_words (Roadmap            *roadmap,
                    RoadmapScene       *body,
                    const RoadmapGroup *group,
                    const char         *language)
{
  const RoadmapShape *words = plan_find_shape (body, group, ROADMAP_FORM_TEXT);
  const char *title = roadmap_item_get_in (group->item, "title", language);
  g_autofree char *mark = roadmap_mark_describe (roadmap, group->item, language);
  RoadmapRect scene = { 0, 0, roadmap_scene_get_width (body), roadmap_scene_get_height (body) };
  double width, height;

  g_assert_true (g_str_has_prefix (pango_layout_get_text (words->layout), title));
  g_assert_true (mark == NULL || strstr (pango_layout_get_text (words->layout), mark) != NULL);
  g_assert_false (pango_layout_is_ellipsized (words->layout));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (words->layout), ==, 0);
  roadmap_layout_get_size (words->layout, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, words->rect.width, SOUND_NEAR);
  g_assert_cmpfloat_with_epsilon (height, words->rect.height, SOUND_NEAR);
  if (roadmap_rect_overlaps (&words->rect, &group->box))
    sound_assert_within (&words->rect, &group->box);
  sound_assert_within (&group->bounds, &scene);
}

static void
assert_in_rows (Timeline *swimlane)
{
  RoadmapScene *body = timeline_get_body (swimlane);
  RoadmapScene *names = timeline_get_names (swimlane);
  double y = 0;

  for (guint i = 0; i < timeline_get_n_rows (swimlane); i++)
    {
      const RoadmapSwimlaneRow *row = timeline_get_row (swimlane, i);

      g_assert_cmpfloat (row->y, ==, y);
      g_assert_true (timeline_find_row (swimlane, y) == row);
      y += row->height;
    }
  g_assert_cmpfloat (roadmap_scene_get_height (body), >=, y);
  g_assert_cmpfloat_with_epsilon (roadmap_scene_get_height (names), roadmap_scene_get_height (body), SOUND_NEAR);

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      const RoadmapSwimlaneRow *row = timeline_get_row (swimlane, group->lane);

      g_assert_true (row->item == roadmap_item_get_parent (group->item));
      g_assert_cmpfloat (group->bounds.y, >=, row->y);
      g_assert_cmpfloat (roadmap_rect_get_bottom (&group->bounds), <=, row->y + row->height);
    }
}

static gboolean
says (RoadmapScene       *scene,
      const RoadmapGroup *group,
      const char         *text)
{
  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->layout != NULL && strcmp (pango_layout_get_text (shape->layout), text) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The words of a name lie in its cell, with its mark. */
static void
assert_whole_names (Roadmap         *roadmap,
                    Timeline *swimlane,
                    const char      *language)
{
  RoadmapScene *names = timeline_get_names (swimlane);

  for (guint i = 0; i < roadmap_scene_get_n_groups (names); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (names, i);
      const RoadmapSwimlaneRow *row = timeline_get_row (swimlane, i);
      g_autofree char *mark = roadmap_mark_describe (roadmap, row->item, language);

      g_assert_true (group->item == row->item);
      g_assert_true (mark == NULL || says (names, group, mark));
      g_assert_cmpfloat_with_epsilon (group->bounds.y, row->y, SOUND_NEAR);
      g_assert_cmpfloat_with_epsilon (group->bounds.height, row->height, SOUND_NEAR);
      g_assert_cmpfloat_with_epsilon (group->bounds.width, roadmap_scene_get_width (names), SOUND_NEAR);
    }
}

/* No label in the heads lies over another. */
static void
assert_free_labels (Timeline *swimlane)
{
  RoadmapScene *years = timeline_get_years (swimlane);

  for (guint i = 0; i < roadmap_scene_get_n_shapes (years); i++)
    for (guint j = i + 1; j < roadmap_scene_get_n_shapes (years); j++)
      {
        const RoadmapShape *a = roadmap_scene_get_shape (years, i);
        const RoadmapShape *b = roadmap_scene_get_shape (years, j);

        if (a->layout != NULL && b->layout != NULL)
          g_assert_false (roadmap_rect_overlaps (&a->rect, &b->rect));
      }
}

static void
assert_sound (Roadmap         *roadmap,
              Timeline *swimlane,
              const char      *language)
{
  RoadmapScene *body = timeline_get_body (swimlane);

  sound_assert_apart (body);
  assert_in_rows (swimlane);
  assert_whole_names (roadmap, swimlane, language);
  assert_free_labels (swimlane);
  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    assert_whole_words (roadmap, body, roadmap_scene_get_group (body, i), language);
}

static guint
count_items (Roadmap    *roadmap,
             const char *chart)
{
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, sample_get (roadmap, chart), "bar");
  g_autoptr (GPtrArray) milestones = roadmap_list (roadmap, sample_get (roadmap, chart), "milestone");

  return bars->len + milestones->len;
}

/* Narrow and wide, in both languages, with usual and long titles and with marks behind them. */
static void
test_sound (void)
{
  static const char *const charts[] = { "stages", "earlier", "stages earlier" };
  static const char *const languages[] = { "ja", "en" };
  static const double widths[] = { 150, 300, 480, 700, 1100, 3000 };
  g_autoptr (Roadmap) usual = sample_parse (plan_text);
  g_autoptr (Roadmap) wordy = plan_create_wordy ();
  g_autoptr (Roadmap) amended = sample_parse (plan_text);
  Roadmap *roadmaps[] = { usual, wordy, amended };

  plan_amend (amended);
  for (gsize i = 0; i < G_N_ELEMENTS (roadmaps); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (charts); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (languages); k++)
        for (gsize l = 0; l < G_N_ELEMENTS (widths); l++)
          {
            g_autoptr (Timeline) swimlane = NULL;
            guint n = 0;

            g_test_message ("roadmap %zu, %s, %s, %g", i, charts[j], languages[k], widths[l]);
            swimlane = plan_lay_out (roadmaps[i], charts[j], languages[k], widths[l], NULL);
            assert_sound (roadmaps[i], swimlane, languages[k]);
            n += strstr (charts[j], "stages") != NULL ? count_items (usual, "stages") : 0;
            n += strstr (charts[j], "earlier") != NULL ? count_items (usual, "earlier") : 0;
            g_assert_cmpuint (roadmap_scene_get_n_groups (timeline_get_body (swimlane)), ==, n);
          }
}

/* Twenty columns: a civil chart by quarters, every bar one of them. */
static void
test_many_quarters (void)
{
  g_autoptr (GString) text = g_string_new ("roadmap r | title=計画\n"
                                           "  chart c | calendar=calendar | start=2017 | end=2021 | title=表\n"
                                           "    lane l | title=段階\n");

  for (int i = 0; i < 20; i++)
    g_string_append_printf (text, "      bar b%d | start=%d-Q%d | end=%d-Q%d | title=第%d四半期の取組を検討する\n", i,
                            2017 + i / 4, i % 4 + 1, 2017 + i / 4, i % 4 + 1, i + 1);
  for (double width = 200; width < 2000; width *= 1.5)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (text->str);
      g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "c", "ja", width, NULL);

      g_test_message ("%g", width);
      assert_sound (roadmap, swimlane, "ja");
    }
}

/* A bar that lies off the axis is not lost. */
static void
test_stubs (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=計画\n"
                                              "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n"
                                              "    lane l | title=段階\n"
                                              "      bar early | start=FY2010 | end=FY2012 | title=早い取組\n"
                                              "      bar late | start=FY2030 | end=FY2031 | title=遅い取組\n"
                                              "      bar later | start=FY2031 | end=FY2031 | open=true | title=将来\n"
                                              "      milestone ms | start=2040-01 | title=節\n");
  g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "c", "ja", 400, NULL);
  RoadmapScene *body = timeline_get_body (swimlane);

  assert_sound (roadmap, swimlane, "ja");
  g_assert_cmpfloat (plan_get_group (roadmap, body, "early")->box.x, <, 1);
  g_assert_cmpfloat (roadmap_rect_get_right (&plan_get_group (roadmap, body, "late")->box), >, 399);
  g_assert_cmpfloat (plan_get_group (roadmap, body, "early")->box.width, >=, 4);
}

/* Neither may the label of today hide another. */
static void
test_today (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 4, 2020);
  for (int i = 0; i < 36; i++)
    {
      g_autoptr (Timeline) swimlane = plan_lay_out (roadmap, "stages", "ja", 500, &day);

      assert_free_labels (swimlane);
      g_date_add_months (&day, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/swimlane-sound/widths", test_sound);
  g_test_add_func ("/swimlane-sound/many-quarters", test_many_quarters);
  g_test_add_func ("/swimlane-sound/stubs", test_stubs);
  g_test_add_func ("/swimlane-sound/today", test_today);
  return g_test_run ();
}
