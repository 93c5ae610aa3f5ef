/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib.h>

#include "chart/sheet.h"

#include "../model/sample.h"

/* A sheet with a row for each stage; its bars stand in boxes of 10 × 10 at x = 20 × their place, each fourth on a new line.
 * Every row is estimated at 5. */

#define ESTIMATE 5.0

typedef RoadmapSheet BoxSheet;
typedef RoadmapSheetClass BoxSheetClass;

GType box_sheet_get_type (void);

G_DEFINE_TYPE (BoxSheet, box_sheet, ROADMAP_TYPE_SHEET)

static guint n_laid_out;

static void
box_sheet_lay_out (RoadmapSheet *sheet,
                   guint         index,
                   RoadmapScene *names,
                   RoadmapScene *body)
{
  RoadmapItem *stage = roadmap_sheet_get_row_item (sheet, index);

  n_laid_out++;
  roadmap_scene_begin_group (names, stage, 0, 0);
  roadmap_scene_add (names, &(RoadmapShape) { .form = ROADMAP_FORM_FILL, .rect = { 0, 0, 30, 8 }, .item = stage });
  roadmap_scene_end_group (names);
  for (guint i = 0; i < roadmap_item_get_n_children (stage); i++)
    {
      RoadmapItem *bar = roadmap_item_get_child (stage, i);

      roadmap_scene_begin_group (body, bar, 0, i / 3);
      roadmap_scene_add (body, &(RoadmapShape) { .form = ROADMAP_FORM_BOX, .rect = { 20.0 * (i % 3), 10.0 * (i / 3), 10, 10 },
                                                 .item = bar });
      roadmap_scene_end_group (body);
    }
}

static void
box_sheet_class_init (BoxSheetClass *klass)
{
  klass->lay_out = box_sheet_lay_out;
}

static void
box_sheet_init (BoxSheet *self)
{
}

static Roadmap *
create_plan (void)
{
  return sample_parse ("roadmap roadmap | title=T\n"
                       "  chart c | calendar=fiscal | start=FY2020 | end=FY2022 | title=C\n"
                       "    stage a | title=A\n"
                       "      bar a1 | start=FY2020 | end=FY2020 | title=1\n"
                       "      bar a2 | start=FY2020 | end=FY2020 | title=2\n"
                       "      bar a3 | start=FY2020 | end=FY2020 | title=3\n"
                       "      bar a4 | start=FY2020 | end=FY2020 | title=4\n"
                       "    stage b | title=B\n"
                       "    stage c0 | title=C\n"
                       "      bar c1 | start=FY2020 | end=FY2020 | title=1\n"
                       "      bar c2 | start=FY2020 | end=FY2020 | title=2\n");
}

static RoadmapSheet *
create_sheet (Roadmap *roadmap)
{
  RoadmapSheet *sheet = g_object_new (box_sheet_get_type (), NULL);
  g_autoptr (GPtrArray) stages = roadmap_list (roadmap, NULL, "stage");

  n_laid_out = 0;
  roadmap_sheet_set_widths (sheet, 30, 100);
  for (guint i = 0; i < stages->len; i++)
    roadmap_sheet_add_row (sheet, g_ptr_array_index (stages, i), ESTIMATE);
  return sheet;
}

static void
test_rows_are_laid_out_when_needed (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);

  g_assert_cmpfloat (roadmap_sheet_get_height (sheet), ==, 3 * ESTIMATE);
  g_assert_cmpuint (n_laid_out, ==, 0);

  g_assert_true (roadmap_sheet_lay_out (sheet, 0, 15));
  g_assert_cmpuint (n_laid_out, ==, 1); /* the first row is 20 high, so the others have left what was asked for */
  g_assert_cmpfloat (roadmap_sheet_get_row_y (sheet, 1), ==, 20);
  g_assert_false (roadmap_sheet_is_laid_out (sheet, 1));

  g_assert_true (roadmap_sheet_lay_out (sheet, 0, 100));
  g_assert_cmpuint (n_laid_out, ==, 3);
  g_assert_cmpfloat (roadmap_sheet_get_height (sheet), ==, 20 + 8 + 10);
  g_assert_false (roadmap_sheet_lay_out (sheet, 0, 100));
  g_assert_cmpuint (n_laid_out, ==, 3);
}

static void
test_forgotten_rows_keep_their_height (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);

  roadmap_sheet_lay_out (sheet, 0, 100);
  roadmap_sheet_forget_outside (sheet, 22, 27);
  g_assert_false (roadmap_sheet_is_laid_out (sheet, 0));
  g_assert_true (roadmap_sheet_is_laid_out (sheet, 1));
  g_assert_false (roadmap_sheet_is_laid_out (sheet, 2));
  g_assert_cmpfloat (roadmap_sheet_get_height (sheet), ==, 38);

  roadmap_sheet_forget_row (sheet, 1);
  g_assert_false (roadmap_sheet_is_laid_out (sheet, 1));
  g_assert_false (roadmap_sheet_lay_out (sheet, 0, 100));
}

static void
test_find_row_at (void)
{
  static const struct { double y; guint row; } cases[] = { { -3, 0 }, { 0, 0 }, { 19.9, 0 }, { 20, 1 }, { 28, 2 }, { 99, 2 } };
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);

  roadmap_sheet_lay_out (sheet, 0, 100);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (roadmap_sheet_find_row_at (sheet, cases[i].y), ==, cases[i].row);
}

static void
test_find_and_pick (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);
  RoadmapSheetPlace place;
  RoadmapRect bounds;

  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "c2"), &place));
  g_assert_cmpuint (place.row, ==, 2);
  g_assert_cmpuint (n_laid_out, ==, 1);
  roadmap_sheet_lay_out (sheet, 0, 100);
  bounds = roadmap_sheet_get_bounds (sheet, &place);
  g_assert_cmpfloat (bounds.x, ==, 20);
  g_assert_cmpfloat (bounds.y, ==, 28);

  g_assert_true (roadmap_sheet_pick (sheet, 25, 30) == roadmap_lookup (roadmap, "c2"));
  g_assert_null (roadmap_sheet_pick (sheet, 15, 30));
  g_assert_null (roadmap_sheet_pick (sheet, 25, 38));
  g_assert_true (roadmap_sheet_pick_name (sheet, 5, 22) == roadmap_lookup (roadmap, "b"));
  g_assert_false (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "c"), &place));
}

static void
test_move_passes_empty_rows (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);
  RoadmapSheetPlace place, next;

  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "a2"), &place));
  g_assert_true (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_DOWN, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "a4");
  g_assert_true (roadmap_sheet_move (sheet, &next, ROADMAP_DIRECTION_DOWN, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "c1");
  g_assert_false (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_DOWN, &next));
  g_assert_true (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_UP, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "a4");

  g_assert_true (roadmap_sheet_find_end (sheet, FALSE, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "a1");
  g_assert_true (roadmap_sheet_find_end (sheet, TRUE, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "c2");
}

/* Names lie to the left of their row; from there the keys go from name to name. */
static void
test_move_among_names (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);
  RoadmapSheetPlace place, next;

  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "c1"), &place));
  g_assert_false (place.in_names);
  g_assert_true (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_LEFT, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "c0");
  g_assert_true (next.in_names);
  g_assert_false (roadmap_sheet_move (sheet, &next, ROADMAP_DIRECTION_LEFT, &place));
  g_assert_false (roadmap_sheet_move (sheet, &next, ROADMAP_DIRECTION_DOWN, &place));
  g_assert_true (roadmap_sheet_move (sheet, &next, ROADMAP_DIRECTION_UP, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "b");
  g_assert_false (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_RIGHT, &next));
  g_assert_true (roadmap_sheet_move (sheet, &place, ROADMAP_DIRECTION_UP, &next));
  g_assert_true (roadmap_sheet_move (sheet, &next, ROADMAP_DIRECTION_RIGHT, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "a1");
}

static void
test_ends_and_pages (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);
  RoadmapSheetPlace place, next;

  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "a2"), &place));
  g_assert_true (roadmap_sheet_find_row_end (sheet, &place, TRUE, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "a3");
  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "b"), &place));
  g_assert_false (roadmap_sheet_find_row_end (sheet, &place, FALSE, &next));

  roadmap_sheet_lay_out (sheet, 0, 100);
  g_assert_true (roadmap_sheet_find (sheet, roadmap_lookup (roadmap, "a2"), &place));
  g_assert_true (roadmap_sheet_find_near (sheet, &place, 33, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "c2");
  /* There is nothing in the second row; one goes on. */
  g_assert_true (roadmap_sheet_find_near (sheet, &place, 24, &next));
  g_assert_cmpstr (roadmap_item_get_id (next.group->item), ==, "c2");
  g_assert_true (roadmap_sheet_find_near (sheet, &next, 12, &place));
  g_assert_cmpstr (roadmap_item_get_id (place.group->item), ==, "a4");
}

/* The heads over the row at a height are those taken last before it was added. */
static void
test_heads (void)
{
  static const struct { double y; guint heads; } cases[] = { { -5, 0 }, { 0, 0 }, { 19, 0 }, { 20, 1 }, { 30, 1 } };
  g_autoptr (Roadmap) roadmap = create_plan ();
  RoadmapSheet *sheet = g_object_new (box_sheet_get_type (), NULL);
  RoadmapScene *heads[] = { roadmap_scene_new (), roadmap_scene_new () };

  roadmap_scene_extend (heads[0], 10, 12);
  roadmap_sheet_take_heads (sheet, roadmap_scene_new (), heads[0]);
  roadmap_sheet_add_row (sheet, sample_get (roadmap, "a"), ESTIMATE);
  roadmap_sheet_take_heads (sheet, roadmap_scene_new (), heads[1]);
  roadmap_sheet_add_row (sheet, sample_get (roadmap, "c0"), ESTIMATE);
  roadmap_sheet_lay_out (sheet, 0, 100);

  g_assert_true (roadmap_sheet_get_head (sheet) == heads[0]);
  g_assert_cmpfloat (roadmap_sheet_get_head_height (sheet), ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RoadmapScene *corner, *head;

      roadmap_sheet_find_heads (sheet, cases[i].y, &corner, &head);
      g_assert_true (head == heads[cases[i].heads]);
    }
  g_object_unref (sheet);
}

static void
test_flatten (void)
{
  g_autoptr (Roadmap) roadmap = create_plan ();
  g_autoptr (RoadmapSheet) sheet = create_sheet (roadmap);
  g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
  const RoadmapGroup *group = roadmap_scene_find_group (scene, roadmap_lookup (roadmap, "c2"));

  g_assert_nonnull (group);
  g_assert_cmpfloat (group->bounds.x, ==, 30 + 20);
  g_assert_cmpfloat (group->bounds.y, ==, 28);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/rows-are-laid-out-when-needed", test_rows_are_laid_out_when_needed);
  g_test_add_func ("/sheet/forgotten-rows-keep-their-height", test_forgotten_rows_keep_their_height);
  g_test_add_func ("/sheet/find-row-at", test_find_row_at);
  g_test_add_func ("/sheet/find-and-pick", test_find_and_pick);
  g_test_add_func ("/sheet/move-passes-empty-rows", test_move_passes_empty_rows);
  g_test_add_func ("/sheet/move-among-names", test_move_among_names);
  g_test_add_func ("/sheet/ends-and-pages", test_ends_and_pages);
  g_test_add_func ("/sheet/heads", test_heads);
  g_test_add_func ("/sheet/flatten", test_flatten);

  return g_test_run ();
}
