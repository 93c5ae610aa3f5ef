/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "board.h"

#include "chart/swimlane-sheet.h"
#include "widgets/sheet-view-private.h"

void
board_open (Board      *board,
            const char *chart)
{
  stage_open (&board->stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  /* Wide enough for all years of the plan. */
  gtk_window_set_default_size (GTK_WINDOW (board->stage.window), 1100, 800);
  /* All current charts have one axis. */
  if (chart != NULL)
    stage_apply (&board->stage, "set map role=earlier");
  board->history = roadmap_history_new (board->stage.roadmap);
  roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (board->stage.widget), board->history);
  if (chart != NULL)
    roadmap_view_state_set_chart (board->stage.state, sample_get (board->stage.roadmap, chart));
  stage_settle (&board->stage);
  board->drag = roadmap_swimlane_drag_new (ROADMAP_SWIMLANE_VIEW (board->stage.widget));
  board->before = sample_dump (board->stage.roadmap);
}

void
board_close (Board *board)
{
  roadmap_swimlane_drag_free (board->drag);
  g_clear_pointer (&board->before, g_free);
  roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (board->stage.widget), NULL);
  g_assert_finalize_object (board->history);
  stage_close (&board->stage);
}

static const RoadmapAxis *
get_axis (Board *board)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (board->stage.widget));

  return roadmap_swimlane_sheet_get_axis (ROADMAP_SWIMLANE_SHEET (sheet));
}

double
board_get_quarter (Board *board)
{
  return 3 * get_axis (board)->pixels_per_month;
}

RoadmapRect
board_get_box (Board      *board,
               const char *id)
{
  RoadmapSheetView *view = ROADMAP_SHEET_VIEW (board->stage.widget);
  RoadmapSheetPlace place;
  RoadmapSheetPort port;
  RoadmapRect box;

  g_assert_true (roadmap_sheet_view_get_port (view, &port));
  g_assert_true (roadmap_sheet_find (port.sheet, sample_get (board->stage.roadmap, id), &place));
  box = place.group->box;
  box.x += port.x - port.seen.x;
  box.y += roadmap_sheet_get_row_y (port.sheet, place.row) + port.y - port.seen.y;
  return box;
}

void
board_find_empty (Board      *board,
                  const char *lane,
                  double      quarters,
                  double     *x,
                  double     *y)
{
  RoadmapSheetPort port;
  guint row;

  g_assert_true (roadmap_sheet_view_get_port (ROADMAP_SHEET_VIEW (board->stage.widget), &port));
  g_assert_true (roadmap_sheet_find_row_of (port.sheet, sample_get (board->stage.roadmap, lane), &row));
  *x = port.x - port.seen.x + (quarters + 0.5) * board_get_quarter (board);
  *y = port.y - port.seen.y + roadmap_sheet_get_row_y (port.sheet, row) + roadmap_sheet_get_row_height (port.sheet, row) - 2;
}

gboolean
board_press (Board      *board,
             const char *id,
             BoardPart   part)
{
  RoadmapRect box = board_get_box (board, id);

  board->x = part == BOARD_LEFT ? box.x + 3 : part == BOARD_RIGHT ? box.x + box.width - 3 : box.x + box.width / 2;
  board->y = box.y + box.height / 2;
  return roadmap_swimlane_drag_begin (board->drag, board->x, board->y, 0);
}

void
board_pull (Board  *board,
            double  quarters)
{
  board->x += quarters * board_get_quarter (board);
  roadmap_swimlane_drag_update (board->drag, board->x, board->y);
}

void
board_assert_span (Board      *board,
                   const char *id,
                   const char *start,
                   const char *end)
{
  RoadmapItem *item = sample_get (board->stage.roadmap, id);

  g_assert_cmpstr (roadmap_item_get (item, "start"), ==, start);
  g_assert_cmpstr (roadmap_item_get (item, "end"), ==, end);
}

void
board_assert_unchanged (Board *board)
{
  g_autofree char *now = sample_dump (board->stage.roadmap);

  g_assert_cmpstr (now, ==, board->before);
}

void
board_assert_step (Board      *board,
                   const char *name)
{
  g_assert_cmpstr (roadmap_history_get_undo_name (board->history), ==, name);
  roadmap_history_undo (board->history);
  board_assert_unchanged (board);
  g_assert_false (roadmap_history_get_can_undo (board->history));
  stage_settle (&board->stage);
}

GtkEventController *
board_find_gesture (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }
  g_assert_not_reached ();
}
