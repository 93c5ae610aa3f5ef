/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "board.h"

typedef struct
{
  RoadmapItem *bar;    /* (nullable) */
  RoadmapItem *parent;
} Drawn;

static void
drawn_cb (RoadmapSwimlaneView *view,
          RoadmapItem         *bar,
          const RoadmapPlace  *place,
          Drawn               *drawn)
{
  g_set_object (&drawn->bar, bar);
  drawn->parent = place->parent;
}

/* What is drawn is told, and nothing of it is in the roadmap before somebody puts it there. */
static void
test_new (void)
{
  Drawn drawn = { NULL, NULL };
  Board board;
  double x, y;

  board_open (&board, "plan");
  g_signal_connect (board.stage.widget, "drawn", G_CALLBACK (drawn_cb), &drawn);
  board_find_empty (&board, "ic", 1, &x, &y);
  g_assert_true (roadmap_swimlane_drag_begin (board.drag, x, y, 0));
  roadmap_swimlane_drag_update (board.drag, x + 2 * board_get_quarter (&board), y);
  roadmap_swimlane_drag_cancel (board.drag);
  g_assert_null (drawn.bar);

  g_assert_true (roadmap_swimlane_drag_begin (board.drag, x, y, 0));
  roadmap_swimlane_drag_update (board.drag, x + 2 * board_get_quarter (&board), y);
  g_assert_null (drawn.bar);
  roadmap_swimlane_drag_end (board.drag);
  g_assert_true (roadmap_item_is (drawn.bar, "bar"));
  g_assert_true (drawn.parent == sample_get (board.stage.roadmap, "ic"));
  g_assert_cmpstr (roadmap_item_get (drawn.bar, "start"), ==, "FY2020-Q2");
  g_assert_cmpstr (roadmap_item_get (drawn.bar, "end"), ==, "FY2020-Q4");
  board_assert_unchanged (&board);
  g_clear_object (&drawn.bar);
  board_close (&board);
}

static void
assert_selection (Board      *board,
                  const char *ids)
{
  g_autofree char *selected = sample_join_ids (roadmap_view_state_get_selection (board->stage.state));

  g_assert_cmpstr (selected, ==, ids);
}

static void
band (Board           *board,
      const char      *lane,
      double           quarter,
      const char      *to,
      GdkModifierType  modifiers)
{
  RoadmapRect box = board_get_box (board, to);
  double x, y;

  board_find_empty (board, lane, quarter, &x, &y);
  g_assert_true (roadmap_swimlane_drag_begin (board->drag, x, y, modifiers));
  roadmap_swimlane_drag_update (board->drag, box.x + box.width / 2, box.y + box.height / 2);
  roadmap_swimlane_drag_end (board->drag);
  stage_settle (&board->stage);
}

static void
test_band (void)
{
  Board board;

  board_open (&board, "plan");
  band (&board, "ic", 0, "ic.b1", GDK_SHIFT_MASK);
  assert_selection (&board, "ic.b1");
  stage_select (&board.stage, "irb.b1");
  band (&board, "ic", 0, "ic.b1", GDK_CONTROL_MASK);
  assert_selection (&board, "irb.b1 ic.b1");
  band (&board, "ic", 0, "ic.b1", GDK_SHIFT_MASK);
  assert_selection (&board, "ic.b1");
  board_assert_unchanged (&board);
  board_close (&board);
}

/* Without a history, or with that of another roadmap, nothing can be changed, and everything be selected; and where the
 * roadmap itself is @read_only, whose history @history need not be. */
static void
check_read_only (RoadmapHistory *history,
                 gboolean        read_only)
{
  Board board;

  board_open (&board, "plan");
  roadmap_set_read_only (board.stage.roadmap, read_only);
  if (!read_only)
    roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (board.stage.widget), history);
  g_assert_false (board_press (&board, "irb.b3", BOARD_BODY));
  board_pull (&board, 2);
  g_assert_false (roadmap_swimlane_drag_is_under_way (board.drag));
  g_assert_null (roadmap_swimlane_drag_get_cursor (board.drag, board.x, board.y));
  roadmap_swimlane_drag_end (board.drag);
  gtk_widget_grab_focus (stage_find_child (&board.stage, "irb.b3"));
  g_assert_false (stage_type (&board.stage, GDK_KEY_Right, GDK_CONTROL_MASK));
  band (&board, "ic", 0, "ic.b1", 0);
  assert_selection (&board, "ic.b1");
  board_assert_unchanged (&board);
  board_close (&board);
}

static void
test_read_only (void)
{
  g_autoptr (Roadmap) other = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (other);

  check_read_only (NULL, FALSE);
  check_read_only (history, FALSE);
  check_read_only (NULL, TRUE);
  g_assert_false (roadmap_history_get_can_undo (history));
}

/* An earlier plan's bars behind the others are only to look at. */
static void
test_earlier (void)
{
  GtkAllocation place;
  Board board;

  board_open (&board, "plan");
  roadmap_set_wording_locked (board.stage.roadmap, FALSE);
  stage_apply (&board.stage, "set genome title=IRBの審査");
  roadmap_view_state_set_earlier (board.stage.state, TRUE);
  stage_settle (&board.stage);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (board.stage.widget)), 0);
  stage_settle (&board.stage);
  gtk_widget_get_allocation (stage_find_child (&board.stage, "genome.b1"), &place);
  board.x = place.x + place.width / 2;
  board.y = place.y + place.height / 2;
  g_assert_null (roadmap_swimlane_drag_get_cursor (board.drag, board.x, board.y));
  g_assert_false (roadmap_swimlane_drag_begin (board.drag, board.x, board.y, 0));
  board_close (&board);
}

static void
test_cursors (void)
{
  RoadmapRect box;
  Board board;

  board_open (&board, "plan");
  box = board_get_box (&board, "irb.b3");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, box.x + 3, box.y + 5), ==, "col-resize");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, box.x + box.width / 2, box.y + 5), ==, "grab");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, box.x + box.width - 3, box.y + 5), ==, "col-resize");
  g_assert_null (roadmap_swimlane_drag_get_cursor (board.drag, 5, box.y + 5));
  g_assert_null (roadmap_swimlane_drag_get_cursor (board.drag, box.x + 3, 5));
  box = board_get_box (&board, "irb.ms");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (board.drag, box.x + 1, box.y + box.height / 2), ==, "grab");
  board_close (&board);
}

/* Painting must not fail; what it looks like people look at. */
static void
test_painting (void)
{
  GtkEventController *gesture;
  double x, y;
  Board board;

  board_open (&board, "plan");
  gesture = board_find_gesture (board.stage.widget);
  for (guint i = 0; i < 2; i++)
    {
      /* First a new bar, then a rubber band. */
      roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (board.stage.widget), i == 0 ? board.history : NULL);
      board_find_empty (&board, "ic", 0, &x, &y);
      g_signal_emit_by_name (gesture, "drag-begin", x, y);
      g_signal_emit_by_name (gesture, "drag-update", board_get_quarter (&board), -40.0);
      stage_settle (&board.stage);
      g_assert_true (stage_press (board.stage.window, GDK_KEY_Escape));
      g_signal_emit_by_name (gesture, "drag-end", board_get_quarter (&board), -40.0);
      board_assert_unchanged (&board);
      g_assert_null (roadmap_view_state_get_selected (board.stage.state));
    }
  board_close (&board);
}

/* A press is no drag before it has gone some way; Escape is taken while there is one, wherever the focus is. */
static void
test_gesture (void)
{
  GtkEventController *gesture;
  RoadmapRect box;
  GtkWidget *bar;
  Board board;

  board_open (&board, "plan");
  gesture = board_find_gesture (board.stage.widget);
  bar = stage_find_child (&board.stage, "irb.b3");
  box = board_get_box (&board, "irb.b3");
  g_assert_false (stage_press (board.stage.window, GDK_KEY_Escape));
  g_signal_emit_by_name (gesture, "drag-begin", box.x + box.width / 2, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", 2.0, 1.0);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_signal_emit_by_name (gesture, "drag-update", board_get_quarter (&board), 1.0);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), <, 0.5);
  stage_settle (&board.stage);
  g_assert_false (stage_press (board.stage.window, GDK_KEY_a));
  g_assert_true (stage_press (board.stage.window, GDK_KEY_Escape));
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_signal_emit_by_name (gesture, "drag-end", board_get_quarter (&board), 1.0);
  g_assert_false (stage_press (board.stage.window, GDK_KEY_Escape));
  board_assert_unchanged (&board);

  g_signal_emit_by_name (gesture, "drag-begin", box.x + box.width / 2, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", board_get_quarter (&board), 1.0);
  g_signal_emit_by_name (gesture, "drag-end", board_get_quarter (&board), 1.0);
  board_assert_span (&board, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  board_assert_step (&board, "Move “人材育成”");

  /* At the edge of what is seen the view scrolls on, as long as it is dragged. */
  roadmap_view_state_set_zoom (board.stage.state, 4.0);
  stage_select (&board.stage, "irb.b1");
  box = board_get_box (&board, "irb.b1");
  g_signal_emit_by_name (gesture, "drag-begin", box.x + 60, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", 1090 - box.x - 60, 1.0);
  for (guint i = 0; i < 8; i++)
    stage_settle (&board.stage);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (board.stage.widget))), >, 20);
  g_assert_true (stage_press (board.stage.window, GDK_KEY_Escape));
  board_assert_unchanged (&board);
  board_close (&board);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/swimlane-draw/new", test_new);
  g_test_add_func ("/swimlane-draw/band", test_band);
  g_test_add_func ("/swimlane-draw/read-only", test_read_only);
  g_test_add_func ("/swimlane-draw/earlier", test_earlier);
  g_test_add_func ("/swimlane-draw/cursors", test_cursors);
  g_test_add_func ("/swimlane-draw/painting", test_painting);
  g_test_add_func ("/swimlane-draw/gesture", test_gesture);

  return g_test_run ();
}
