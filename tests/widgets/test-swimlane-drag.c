/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "board.h"
#include "model/amendment.h"
#include "model/former.h"
#include "model/rules.h"
#include "widgets/sheet-view-private.h"

static void
test_bars (void)
{
  static const struct
  {
    const char *id;
    BoardPart   part;
    double      quarters;
    const char *start, *end;
    const char *step;
  } rows[] = {
    { "irb.b1", BOARD_BODY,  1,   "FY2020-Q2", "FY2020-Q4", "Move “改正”" },
    { "irb.b1", BOARD_BODY,  1.4, "FY2020-Q2", "FY2020-Q4", "Move “改正”" },
    { "irb.b3", BOARD_BODY,  1,   "FY2021-Q2", "FY2022-Q1", "Move “人材育成”" },
    { "irb.b3", BOARD_BODY,  4,   "FY2022",    "FY2022",    "Move “人材育成”" },
    { "irb.b3", BOARD_BODY,  -4,  "FY2020",    "FY2020",    "Move “人材育成”" },
    { "irb.b1", BOARD_RIGHT, 1,   "FY2020-Q1", "FY2020-Q4", "Change the Span of “改正”" },
    { "irb.b1", BOARD_RIGHT, -9,  "FY2020-Q1", "FY2020-Q1", "Change the Span of “改正”" },
    { "irb.b3", BOARD_LEFT,  -2,  "FY2020-Q3", "FY2021",    "Change the Span of “人材育成”" },
    { "irb.b3", BOARD_LEFT,  9,   "FY2021-Q4", "FY2021-Q4", "Change the Span of “人材育成”" },
    { "irb.ms", BOARD_BODY,  2,   "2021-02",   NULL,        "Move “答申”" },
  };
  Board board;

  board_open (&board, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s by %g", rows[i].id, rows[i].quarters);
      g_assert_true (board_press (&board, rows[i].id, rows[i].part));
      g_assert_false (roadmap_swimlane_drag_is_under_way (board.drag));
      board_pull (&board, rows[i].quarters);
      g_assert_true (roadmap_swimlane_drag_is_under_way (board.drag));
      /* Nothing is done before it is let go. */
      board_assert_unchanged (&board);
      roadmap_swimlane_drag_end (board.drag);
      board_assert_span (&board, rows[i].id, rows[i].start, rows[i].end);
      stage_settle (&board.stage);
      g_assert_true (gtk_widget_has_focus (stage_find_child (&board.stage, rows[i].id)));
      board_assert_step (&board, rows[i].step);
    }
  board_close (&board);
}

/* While it is dragged, the bar stands pale where it was; afterwards nothing does. */
static void
test_no_trace (void)
{
  Board board;
  GtkWidget *bar;

  board_open (&board, "plan");
  bar = stage_find_child (&board.stage, "irb.b3");
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, 3);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), <, 0.5);
  roadmap_swimlane_drag_cancel (board.drag);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_assert_false (roadmap_swimlane_drag_is_under_way (board.drag));
  roadmap_swimlane_drag_end (board.drag);
  board_assert_unchanged (&board);
  g_assert_false (roadmap_history_get_can_undo (board.history));

  /* Back where it was there is nothing to do; a press alone neither. */
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, 2);
  board_pull (&board, -2);
  roadmap_swimlane_drag_end (board.drag);
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  roadmap_swimlane_drag_end (board.drag);
  board_assert_unchanged (&board);
  g_assert_false (roadmap_history_get_can_undo (board.history));

  /* What changes under the pointer is let go of. */
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, 2);
  stage_apply (&board.stage, "set irb.b3 status=done");
  g_assert_false (roadmap_swimlane_drag_is_under_way (board.drag));
  roadmap_swimlane_drag_end (board.drag);
  board_assert_span (&board, "irb.b3", "FY2021", "FY2021");
  board_close (&board);
}

static void
test_lanes (void)
{
  RoadmapRect box;
  Board board;

  board_open (&board, "plan");
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  box = board_get_box (&board, "ic.b1");
  board.y = box.y + 5;
  board_pull (&board, 1);
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, board.x, board.y), ==, "grabbing");
  roadmap_swimlane_drag_end (board.drag);
  board_assert_span (&board, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  g_assert_true (roadmap_item_get_parent (sample_get (board.stage.roadmap, "irb.b3")) == sample_get (board.stage.roadmap, "ic"));
  /* Behind the last bar there, and with the focus. */
  g_assert_cmpuint (roadmap_item_get_position (sample_get (board.stage.roadmap, "irb.b3")), ==, 1);
  stage_settle (&board.stage);
  g_assert_true (gtk_widget_has_focus (stage_find_child (&board.stage, "irb.b3")));
  board_assert_step (&board, "Move “人材育成”");

  /* An end is pulled, not carried. */
  g_assert_true (board_press (&board, "irb.b3", BOARD_RIGHT));
  board.y = board_get_box (&board, "ic.b1").y + 5;
  board_pull (&board, 1);
  roadmap_swimlane_drag_end (board.drag);
  g_assert_true (roadmap_item_get_parent (sample_get (board.stage.roadmap, "irb.b3")) == sample_get (board.stage.roadmap, "irb"));
  board_assert_step (&board, "Change the Span of “人材育成”");
  board_close (&board);
}

/* The title of a chart is no lane. */
static void
test_refused (void)
{
  RoadmapSheetPort port;
  Board board;
  guint row;

  board_open (&board, NULL);
  g_assert_true (board_press (&board, "irb.b1", BOARD_BODY));
  g_assert_true (roadmap_sheet_view_get_port (ROADMAP_SHEET_VIEW (board.stage.widget), &port));
  g_assert_true (roadmap_sheet_find_row_of (port.sheet, sample_get (board.stage.roadmap, "map"), &row));
  board.y = port.y - port.seen.y + roadmap_sheet_get_row_y (port.sheet, row) + 5;
  board_pull (&board, 1);
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, board.x, board.y), ==, "not-allowed");
  roadmap_swimlane_drag_end (board.drag);
  board_assert_unchanged (&board);
  g_assert_false (roadmap_history_get_can_undo (board.history));
  board_close (&board);
}

static void
select_two (Board      *board,
            const char *id,
            const char *lead)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (sample_get (board->stage.roadmap, id)));
  g_ptr_array_add (items, g_object_ref (sample_get (board->stage.roadmap, lead)));
  roadmap_view_state_set_selection (board->stage.state, items, NULL);
  stage_settle (&board->stage);
}

static void
test_several (void)
{
  Board board;

  board_open (&board, "plan");
  select_two (&board, "irb.b1", "irb.b3");
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, 2);
  roadmap_swimlane_drag_end (board.drag);
  board_assert_span (&board, "irb.b1", "FY2020-Q3", "FY2021-Q1");
  board_assert_span (&board, "irb.b3", "FY2021-Q3", "FY2022-Q2");
  board_assert_step (&board, "Move 2 Items");

  /* All move as far as all can: one is at the beginning of the axis. */
  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, -2);
  roadmap_swimlane_drag_end (board.drag);
  board_assert_unchanged (&board);
  g_assert_false (roadmap_history_get_can_undo (board.history));

  /* Another that is not selected goes alone; an end is that of one. */
  g_assert_true (board_press (&board, "ic.b1", BOARD_BODY));
  board_pull (&board, 1);
  roadmap_swimlane_drag_end (board.drag);
  board_assert_step (&board, "Move “改正”");
  g_assert_true (board_press (&board, "irb.b3", BOARD_RIGHT));
  board_pull (&board, 1);
  roadmap_swimlane_drag_end (board.drag);
  board_assert_span (&board, "irb.b3", "FY2021", "FY2022-Q1");
  board_assert_step (&board, "Change the Span of “人材育成”");
  board_close (&board);
}

/* While an amendment is open, what was adopted is kept. */
static void
test_amendment (void)
{
  RoadmapItem *edition, *bar, *former;
  Board board;

  board_open (&board, "plan");
  bar = sample_get (board.stage.roadmap, "irb.b3");
  roadmap_history_begin (board.history, "Amend");
  edition = roadmap_open_amendment (board.stage.roadmap, "2022-03-25", "一部見直し", NULL, NULL);
  g_assert_nonnull (edition);
  g_assert_true (roadmap_history_commit (board.history, NULL));
  g_clear_pointer (&board.before, g_free);
  board.before = sample_dump (board.stage.roadmap);
  stage_settle (&board.stage);

  g_assert_true (board_press (&board, "irb.b3", BOARD_BODY));
  board.y = board_get_box (&board, "ic.b1").y + 5;
  board_pull (&board, 1);
  roadmap_swimlane_drag_end (board.drag);
  board_assert_span (&board, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  g_assert_true (roadmap_item_get_parent (bar) == sample_get (board.stage.roadmap, "ic"));
  former = roadmap_former_find (bar, "start", edition);
  g_assert_cmpstr (roadmap_item_get (former, "text"), ==, "FY2021");
  g_assert_nonnull (roadmap_former_find (sample_get (board.stage.roadmap, "irb"), ROADMAP_FORMER_CHILDREN, edition));
  roadmap_history_undo (board.history);
  board_assert_unchanged (&board);
  board_close (&board);
}

/* Whatever is dragged wherever: it can be undone, and what it makes keeps the rules. */
static void
test_random (void)
{
  static const char *const ids[] = { "irb.b1", "irb.b2", "irb.b3", "irb.b4", "irb.ms", "ic.b1" };
  static const GdkModifierType modifiers[] = { 0, 0, 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  Board board;

  board_open (&board, "plan");
  for (guint i = 0; i < 150; i++)
    {
      RoadmapRect box = board_get_box (&board, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))]);
      double x = box.x + g_test_rand_double_range (-20, box.width + 20);
      double y = box.y + g_test_rand_double_range (-5, box.height + 5);

      roadmap_swimlane_drag_begin (board.drag, x, y, modifiers[g_test_rand_int_range (0, G_N_ELEMENTS (modifiers))]);
      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        roadmap_swimlane_drag_update (board.drag, x + g_test_rand_double_range (-600, 600),
                                      y + g_test_rand_double_range (-300, 300));
      if (g_test_rand_int_range (0, 5) == 0)
        roadmap_swimlane_drag_cancel (board.drag);
      else
        roadmap_swimlane_drag_end (board.drag);
      for (RoadmapItem *item = roadmap_get_root (board.stage.roadmap); item != NULL;
           item = roadmap_item_next (item, roadmap_get_root (board.stage.roadmap)))
        g_assert_true (roadmap_check (board.stage.roadmap, item, NULL));
    }
  after = sample_dump (board.stage.roadmap);
  g_assert_cmpstr (after, !=, board.before);
  while (roadmap_history_get_can_undo (board.history))
    roadmap_history_undo (board.history);
  board_assert_unchanged (&board);
  while (roadmap_history_get_can_redo (board.history))
    roadmap_history_redo (board.history);
  redone = sample_dump (board.stage.roadmap);
  g_assert_cmpstr (redone, ==, after);
  board_close (&board);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/swimlane-drag/bars", test_bars);
  g_test_add_func ("/swimlane-drag/no-trace", test_no_trace);
  g_test_add_func ("/swimlane-drag/lanes", test_lanes);
  g_test_add_func ("/swimlane-drag/refused", test_refused);
  g_test_add_func ("/swimlane-drag/several", test_several);
  g_test_add_func ("/swimlane-drag/amendment", test_amendment);
  g_test_add_func ("/swimlane-drag/random", test_random);

  return g_test_run ();
}
