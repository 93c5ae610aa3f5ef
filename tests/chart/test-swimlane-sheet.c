/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-sheet.h"

#include "../model/sample.h"
#include "plan.h"

/* More than rounding may move things. */
#define NEAR 0.02

/* A domain that continues one of an earlier plan by link, one by its title, and one that is new. */
static const char text[] =
  "roadmap r | title=T\n"
  "  chart now | calendar=fiscal | start=FY2020 | end=FY2021 | title=Now\n"
  "    lane care | continues=old.nursing | hue=#ed5b00 | title=Care\n"
  "      bar care.1 | start=FY2020 | end=FY2020 | title=One\n"
  "      bar care.2 | start=FY2021 | end=FY2021 | basis=inferred | after=care.1 | title=Two, with so many words that one "
      "line of a year is by far too short for them all to stand in it\n"
  "    lane genome | title=Genome\n"
  "      lane genome.a | title=Part\n"
  "        bar genome.a.1 | start=FY2020 | end=FY2021 | title=Three\n"
  "    lane new | title=New\n"
  "      bar new.1 | start=FY2021 | end=FY2021 | after=care.1 | title=Four\n"
  "  chart then | role=earlier | calendar=calendar | start=2018 | end=2021 | title=Then\n"
  "    lane old.nursing | title=Nursing\n"
  "      bar old.nursing.1 | start=2018 | end=2019 | title=Promised\n"
  "    lane old.genome | title=Genome\n"
  "      bar old.genome.1 | start=2019 | end=2021 | open=true | title=Promised too\n"
  "    milestone old.m | start=2019 | title=Reform\n";

typedef struct
{
  Roadmap      *roadmap;
  RoadmapSheet *sheet;
} Fixture;

static gboolean
is_care_or_genome (RoadmapItem *lane,
                   gpointer     user_data)
{
  return g_str_equal (roadmap_item_get_id (lane), "care") || g_str_equal (roadmap_item_get_id (lane), "genome");
}

static void
set_up (Fixture         *fixture,
        RoadmapBarLook   look,
        gboolean         earlier,
        RoadmapShowFunc  collapsed)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  g_autoptr (GPtrArray) ghosts = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "en");
  RoadmapSwimlaneOptions options = { .language = "en", .name_width = 130, .measure = measure };

  fixture->roadmap = sample_parse (text);
  g_ptr_array_add (charts, sample_get (fixture->roadmap, "now"));
  all = g_ptr_array_copy (charts, NULL, NULL);
  if (earlier)
    {
      ghosts = roadmap_list_earlier_charts (fixture->roadmap);
      g_ptr_array_extend (all, ghosts, NULL, NULL);
    }
  options.roadmap = fixture->roadmap;
  options.charts = charts;
  options.axis = roadmap_axis_for_charts (fixture->roadmap, all, 0);
  options.look = look;
  options.earlier = ghosts;
  options.collapsed = collapsed;
  roadmap_axis_set_width (&options.axis, 20.0 * (options.axis.after - options.axis.first));
  fixture->sheet = roadmap_swimlane_sheet_new (&options);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->sheet);
  g_assert_finalize_object (fixture->roadmap);
}

static RoadmapSheetPlace
get_place (Fixture    *fixture,
           const char *id)
{
  RoadmapSheetPlace place;

  g_assert_true (roadmap_sheet_find (fixture->sheet, sample_get (fixture->roadmap, id), &place));
  return place;
}

static char *
join_rows (Fixture *fixture)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < roadmap_sheet_get_n_rows (fixture->sheet); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            roadmap_item_get_id (roadmap_sheet_get_row_item (fixture->sheet, i)));
  return g_string_free (ids, FALSE);
}

/* Every bar and milestone is found where it stands, also in rows that were not laid out yet. */
static void
test_found (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages earlier");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  g_autoptr (Timeline) all = plan_lay_out (roadmap, "stages earlier", "ja", 900, NULL);
  g_autoptr (RoadmapSheet) sheet = NULL;
  RoadmapSwimlaneOptions options = {
    .roadmap = roadmap,
    .charts = charts,
    .language = "ja",
    .axis = roadmap_axis_for_charts (roadmap, charts, 0),
    .name_width = 130,
    .measure = measure,
  };

  roadmap_axis_set_width (&options.axis, 900);
  sheet = roadmap_swimlane_sheet_new (&options);
  g_assert_cmpuint (roadmap_scene_get_n_groups (timeline_get_body (all)), >, 8);
  for (guint i = roadmap_scene_get_n_groups (timeline_get_body (all)); i > 0; i--)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (timeline_get_body (all), i - 1);
      RoadmapSheetPlace place;
      RoadmapRect bounds;

      g_assert_true (roadmap_sheet_find (sheet, group->item, &place));
      roadmap_sheet_lay_out (sheet, 0, 1e6);
      bounds = roadmap_sheet_get_bounds (sheet, &place);
      g_assert_cmpfloat_with_epsilon (bounds.x, group->bounds.x, NEAR);
      g_assert_cmpfloat_with_epsilon (bounds.y, group->bounds.y, NEAR);
      roadmap_sheet_forget_outside (sheet, -2, -1);
    }
}

/* What was promised stands above what became of it, pale and dashed, by the month on an axis of fiscal years. */
static void
test_ghosts (void)
{
  g_autofree char *rows = NULL;
  RoadmapSheetPlace ghost, bar;
  const RoadmapShape *box;
  Fixture fixture;

  set_up (&fixture, ROADMAP_BARS_FULL, TRUE, NULL);
  rows = join_rows (&fixture);
  g_assert_cmpstr (rows, ==, "now care genome genome.a new");

  ghost = get_place (&fixture, "care.1");
  bar = ghost;
  g_assert_true (roadmap_sheet_find_in_row (fixture.sheet, bar.row, sample_get (fixture.roadmap, "old.nursing.1"), &ghost));
  g_assert_cmpfloat (ghost.group->bounds.y + ghost.group->bounds.height, <, bar.group->bounds.y);
  g_assert_cmpuint (ghost.group->line, <, bar.group->line);
  /* January 2018 is the tenth month of the fiscal year 2017, with which the axis begins. */
  g_assert_cmpfloat_with_epsilon (ghost.group->box.x, 9 * 20 + 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (ghost.group->box.width, 24 * 20 - 1, NEAR);
  box = plan_find_shape (roadmap_sheet_get_body (fixture.sheet, ghost.row), ghost.group, ROADMAP_FORM_BOX);
  g_assert_true (box->flags & ROADMAP_SHAPE_DASHED);
  g_assert_cmpint (plan_find_shape (roadmap_sheet_get_body (fixture.sheet, ghost.row), ghost.group, ROADMAP_FORM_TEXT)->ink, ==,
                   ROADMAP_INK_DIM_TEXT);

  /* By its title; and the plan's milestones have a row of their own. */
  g_assert_true (roadmap_sheet_find_in_row (fixture.sheet, 2, sample_get (fixture.roadmap, "old.genome.1"), &ghost));
  g_assert_true (roadmap_sheet_find_in_row (fixture.sheet, 0, sample_get (fixture.roadmap, "old.m"), &ghost));
  g_assert_cmpuint (roadmap_scene_get_n_groups (roadmap_sheet_get_body (fixture.sheet, 4)), ==, 1);
  tear_down (&fixture);

  set_up (&fixture, ROADMAP_BARS_FULL, FALSE, NULL);
  g_assert_cmpuint (roadmap_sheet_get_n_rows (fixture.sheet), ==, 4);
  tear_down (&fixture);
}

/* A collapsed lane is lower, and has a strip for each of its bars, also for those of lanes in it. */
static void
test_collapsed (void)
{
  g_autofree char *rows = NULL;
  RoadmapSheetPlace strip, name;
  double height;
  Fixture fixture;

  set_up (&fixture, ROADMAP_BARS_FULL, FALSE, NULL);
  strip = get_place (&fixture, "care.1");
  height = roadmap_sheet_get_row_height (fixture.sheet, strip.row);
  name = get_place (&fixture, "care");
  g_assert_null (plan_find_shape (roadmap_sheet_get_names (fixture.sheet, name.row), name.group, ROADMAP_FORM_DISCLOSURE));
  tear_down (&fixture);

  set_up (&fixture, ROADMAP_BARS_FULL, FALSE, is_care_or_genome);
  rows = join_rows (&fixture);
  g_assert_cmpstr (rows, ==, "care genome new");
  strip = get_place (&fixture, "care.2");
  g_assert_cmpuint (strip.row, ==, 0);
  g_assert_cmpuint (strip.group->n_shapes, ==, 1);
  g_assert_cmpfloat (roadmap_sheet_get_row_height (fixture.sheet, 0), <, height);
  strip = get_place (&fixture, "genome.a.1");
  g_assert_cmpuint (strip.row, ==, 1);
  name = get_place (&fixture, "care");
  g_assert_true (plan_find_shape (roadmap_sheet_get_names (fixture.sheet, 0), name.group, ROADMAP_FORM_DISCLOSURE)->flags &
                 ROADMAP_SHAPE_CLOSED);
  name = get_place (&fixture, "new");
  g_assert_false (plan_find_shape (roadmap_sheet_get_names (fixture.sheet, 2), name.group, ROADMAP_FORM_DISCLOSURE)->flags &
                  ROADMAP_SHAPE_CLOSED);
  tear_down (&fixture);
}

/* One line of words in each bar, cut where it ends. */
static void
test_compact (void)
{
  RoadmapSheetPlace bar;
  const RoadmapShape *words;
  double height;
  Fixture fixture;

  set_up (&fixture, ROADMAP_BARS_FULL, FALSE, NULL);
  bar = get_place (&fixture, "care.2");
  height = bar.group->bounds.height;
  words = plan_find_shape (roadmap_sheet_get_body (fixture.sheet, bar.row), bar.group, ROADMAP_FORM_TEXT);
  g_assert_cmpint (pango_layout_get_line_count (words->layout), >, 1);
  tear_down (&fixture);

  set_up (&fixture, ROADMAP_BARS_COMPACT, FALSE, NULL);
  bar = get_place (&fixture, "care.2");
  g_assert_cmpfloat (bar.group->bounds.height, <, height / 2);
  words = plan_find_shape (roadmap_sheet_get_body (fixture.sheet, bar.row), bar.group, ROADMAP_FORM_TEXT);
  g_assert_cmpint (pango_layout_get_line_count (words->layout), ==, 1);
  g_assert_true (pango_layout_is_ellipsized (words->layout));
  g_assert_cmpfloat (words->rect.x + words->rect.width, <=, bar.group->box.x + bar.group->box.width);
  tear_down (&fixture);
}

/* Arrows lead from row to row, once both are laid out. */
static void
test_links (void)
{
  Fixture fixture;
  RoadmapSheetPlace step, next;
  RoadmapScene *links;
  RoadmapRect from, to;
  const RoadmapShape *arrow;

  set_up (&fixture, ROADMAP_BARS_FULL, FALSE, NULL);
  step = get_place (&fixture, "care.1");
  links = roadmap_swimlane_sheet_create_links (ROADMAP_SWIMLANE_SHEET (fixture.sheet), 0, 10000);
  g_assert_cmpuint (roadmap_scene_get_n_shapes (links), ==, 0);
  roadmap_scene_unref (links);

  next = get_place (&fixture, "new.1");
  links = roadmap_swimlane_sheet_create_links (ROADMAP_SWIMLANE_SHEET (fixture.sheet), 0, 10000);
  g_assert_cmpuint (roadmap_scene_get_n_shapes (links), ==, 1);
  arrow = roadmap_scene_get_shape (links, 0);
  from = roadmap_sheet_get_bounds (fixture.sheet, &step);
  to = roadmap_sheet_get_bounds (fixture.sheet, &next);
  g_assert_cmpfloat (arrow->rect.y, >, from.y);
  g_assert_cmpfloat (arrow->rect.y, <=, from.y + from.height);
  g_assert_cmpfloat_with_epsilon (arrow->rect.y + arrow->rect.height, to.y, NEAR);
  g_assert_cmpfloat (arrow->rect.x + arrow->rect.width, >, to.x);
  roadmap_scene_unref (links);
  tear_down (&fixture);
}

static gboolean
is_old_nursing (RoadmapItem *item,
                gpointer     user_data)
{
  return g_str_equal (roadmap_item_get_id (item), "old.nursing.1");
}

/* A lane stays for what a filter leaves of the earlier plan, too. */
static void
test_filtered_ghosts (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  g_autoptr (GPtrArray) earlier = roadmap_list_earlier_charts (roadmap);
  RoadmapSwimlaneOptions options = { .roadmap = roadmap, .charts = charts, .show = is_old_nursing, .earlier = earlier };
  g_autoptr (GArray) rows = NULL;

  g_ptr_array_add (charts, sample_get (roadmap, "now"));
  rows = roadmap_swimlane_options_list_rows (&options);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (roadmap_item_get_id (g_array_index (rows, RoadmapSwimlaneRow, 0).item), ==, "care");

  g_clear_pointer (&rows, g_array_unref);
  options.earlier = NULL;
  rows = roadmap_swimlane_options_list_rows (&options);
  g_assert_cmpuint (rows->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/swimlane-sheet/found", test_found);
  g_test_add_func ("/swimlane-sheet/ghosts", test_ghosts);
  g_test_add_func ("/swimlane-sheet/collapsed", test_collapsed);
  g_test_add_func ("/swimlane-sheet/compact", test_compact);
  g_test_add_func ("/swimlane-sheet/links", test_links);
  g_test_add_func ("/swimlane-sheet/filtered-ghosts", test_filtered_ghosts);

  return g_test_run ();
}
