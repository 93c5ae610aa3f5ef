/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-sheet.h"
#include "model/amendment.h"
#include "model/former.h"
#include "model/rules.h"
#include "stage.h"
#include "widgets/sheet-child.h"
#include "widgets/sheet-view-private.h"
#include "widgets/swimlane-drag.h"
#include "widgets/swimlane-nudge.h"

/* A timeline that can be edited, and a drag of its own on it. */
typedef struct
{
  Stage                stage;
  RoadmapHistory      *history;
  RoadmapSwimlaneDrag *drag;
  char                *before; /* the roadmap as text */
  double               x, y;   /* of the pointer */
} Table;

static void
open_table (Table      *table,
            const char *chart)
{
  stage_open (&table->stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  /* Wide enough for all years of the plan. */
  gtk_window_set_default_size (GTK_WINDOW (table->stage.window), 1100, 800);
  /* All current charts have one axis. */
  if (chart != NULL)
    stage_apply (&table->stage, "set map role=earlier");
  table->history = roadmap_history_new (table->stage.roadmap);
  roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (table->stage.widget), table->history);
  if (chart != NULL)
    roadmap_view_state_set_chart (table->stage.state, sample_get (table->stage.roadmap, chart));
  stage_settle (&table->stage);
  table->drag = roadmap_swimlane_drag_new (ROADMAP_SWIMLANE_VIEW (table->stage.widget));
  table->before = sample_dump (table->stage.roadmap);
}

static void
close_table (Table *table)
{
  roadmap_swimlane_drag_free (table->drag);
  g_clear_pointer (&table->before, g_free);
  roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (table->stage.widget), NULL);
  g_assert_finalize_object (table->history);
  stage_close (&table->stage);
}

static const RoadmapAxis *
get_axis (Table *table)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (table->stage.widget));

  return roadmap_swimlane_sheet_get_axis (ROADMAP_SWIMLANE_SHEET (sheet));
}

static double
get_quarter (Table *table)
{
  return 3 * get_axis (table)->pixels_per_month;
}

/* The box of an item in the view. */
static RoadmapRect
get_box (Table      *table,
         const char *id)
{
  RoadmapSheetView *view = ROADMAP_SHEET_VIEW (table->stage.widget);
  RoadmapSheetPlace place;
  RoadmapSheetPort port;
  RoadmapRect box;

  g_assert_true (roadmap_sheet_view_get_port (view, &port));
  g_assert_true (roadmap_sheet_find (port.sheet, sample_get (table->stage.roadmap, id), &place));
  box = place.group->box;
  box.x += port.x - port.seen.x;
  box.y += roadmap_sheet_get_row_y (port.sheet, place.row) + port.y - port.seen.y;
  return box;
}

/* The middle of the quarter @quarters after the beginning of the axis, at the height of the middle of a lane's last part,
 * where nothing stands. */
static void
find_empty (Table      *table,
            const char *lane,
            double      quarters,
            double     *x,
            double     *y)
{
  RoadmapSheetPort port;
  guint row;

  g_assert_true (roadmap_sheet_view_get_port (ROADMAP_SHEET_VIEW (table->stage.widget), &port));
  g_assert_true (roadmap_sheet_find_row_of (port.sheet, sample_get (table->stage.roadmap, lane), &row));
  *x = port.x - port.seen.x + (quarters + 0.5) * get_quarter (table);
  *y = port.y - port.seen.y + roadmap_sheet_get_row_y (port.sheet, row) + roadmap_sheet_get_row_height (port.sheet, row) - 2;
}

typedef enum { BODY, LEFT, RIGHT } Part;

static gboolean
press (Table      *table,
       const char *id,
       Part        part)
{
  RoadmapRect box = get_box (table, id);

  table->x = part == LEFT ? box.x + 3 : part == RIGHT ? box.x + box.width - 3 : box.x + box.width / 2;
  table->y = box.y + box.height / 2;
  return roadmap_swimlane_drag_begin (table->drag, table->x, table->y, 0);
}

static void
pull (Table  *table,
      double  quarters)
{
  table->x += quarters * get_quarter (table);
  roadmap_swimlane_drag_update (table->drag, table->x, table->y);
}

static void
assert_span (Table      *table,
             const char *id,
             const char *start,
             const char *end)
{
  RoadmapItem *item = sample_get (table->stage.roadmap, id);

  g_assert_cmpstr (roadmap_item_get (item, "start"), ==, start);
  g_assert_cmpstr (roadmap_item_get (item, "end"), ==, end);
}

static void
assert_unchanged (Table *table)
{
  g_autofree char *now = sample_dump (table->stage.roadmap);

  g_assert_cmpstr (now, ==, table->before);
}

/* What was done is one step, which undo takes back. */
static void
assert_step (Table      *table,
             const char *name)
{
  g_assert_cmpstr (roadmap_history_get_undo_name (table->history), ==, name);
  roadmap_history_undo (table->history);
  assert_unchanged (table);
  g_assert_false (roadmap_history_get_can_undo (table->history));
  stage_settle (&table->stage);
}

static void
test_bars (void)
{
  static const struct
  {
    const char *id;
    Part        part;
    double      quarters;
    const char *start, *end;
    const char *step;
  } rows[] = {
    { "irb.b1", BODY,  1,   "FY2020-Q2", "FY2020-Q4", "Move “改正”" },
    { "irb.b1", BODY,  1.4, "FY2020-Q2", "FY2020-Q4", "Move “改正”" },
    { "irb.b3", BODY,  1,   "FY2021-Q2", "FY2022-Q1", "Move “人材育成”" },
    { "irb.b3", BODY,  4,   "FY2022",    "FY2022",    "Move “人材育成”" },
    { "irb.b3", BODY,  -4,  "FY2020",    "FY2020",    "Move “人材育成”" },
    { "irb.b1", RIGHT, 1,   "FY2020-Q1", "FY2020-Q4", "Change the Span of “改正”" },
    { "irb.b1", RIGHT, -9,  "FY2020-Q1", "FY2020-Q1", "Change the Span of “改正”" },
    { "irb.b3", LEFT,  -2,  "FY2020-Q3", "FY2021",    "Change the Span of “人材育成”" },
    { "irb.b3", LEFT,  9,   "FY2021-Q4", "FY2021-Q4", "Change the Span of “人材育成”" },
    { "irb.ms", BODY,  2,   "2021-02",   NULL,        "Move “答申”" },
  };
  Table table;

  open_table (&table, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s by %g", rows[i].id, rows[i].quarters);
      g_assert_true (press (&table, rows[i].id, rows[i].part));
      g_assert_false (roadmap_swimlane_drag_is_under_way (table.drag));
      pull (&table, rows[i].quarters);
      g_assert_true (roadmap_swimlane_drag_is_under_way (table.drag));
      /* Nothing is done before it is let go. */
      assert_unchanged (&table);
      roadmap_swimlane_drag_end (table.drag);
      assert_span (&table, rows[i].id, rows[i].start, rows[i].end);
      stage_settle (&table.stage);
      g_assert_true (gtk_widget_has_focus (stage_find_child (&table.stage, rows[i].id)));
      assert_step (&table, rows[i].step);
    }
  close_table (&table);
}

/* While it is dragged, the bar stands pale where it was; afterwards nothing does. */
static void
test_no_trace (void)
{
  Table table;
  GtkWidget *bar;

  open_table (&table, "plan");
  bar = stage_find_child (&table.stage, "irb.b3");
  g_assert_true (press (&table, "irb.b3", BODY));
  pull (&table, 3);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), <, 0.5);
  roadmap_swimlane_drag_cancel (table.drag);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_assert_false (roadmap_swimlane_drag_is_under_way (table.drag));
  roadmap_swimlane_drag_end (table.drag);
  assert_unchanged (&table);
  g_assert_false (roadmap_history_get_can_undo (table.history));

  /* Back where it was there is nothing to do; a press alone neither. */
  g_assert_true (press (&table, "irb.b3", BODY));
  pull (&table, 2);
  pull (&table, -2);
  roadmap_swimlane_drag_end (table.drag);
  g_assert_true (press (&table, "irb.b3", BODY));
  roadmap_swimlane_drag_end (table.drag);
  assert_unchanged (&table);
  g_assert_false (roadmap_history_get_can_undo (table.history));

  /* What changes under the pointer is let go of. */
  g_assert_true (press (&table, "irb.b3", BODY));
  pull (&table, 2);
  stage_apply (&table.stage, "set irb.b3 status=done");
  g_assert_false (roadmap_swimlane_drag_is_under_way (table.drag));
  roadmap_swimlane_drag_end (table.drag);
  assert_span (&table, "irb.b3", "FY2021", "FY2021");
  close_table (&table);
}

static void
test_lanes (void)
{
  RoadmapRect box;
  Table table;

  open_table (&table, "plan");
  g_assert_true (press (&table, "irb.b3", BODY));
  box = get_box (&table, "ic.b1");
  table.y = box.y + 5;
  pull (&table, 1);
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, table.x, table.y), ==, "grabbing");
  roadmap_swimlane_drag_end (table.drag);
  assert_span (&table, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  g_assert_true (roadmap_item_get_parent (sample_get (table.stage.roadmap, "irb.b3")) == sample_get (table.stage.roadmap, "ic"));
  /* Behind the last bar there, and with the focus. */
  g_assert_cmpuint (roadmap_item_get_position (sample_get (table.stage.roadmap, "irb.b3")), ==, 1);
  stage_settle (&table.stage);
  g_assert_true (gtk_widget_has_focus (stage_find_child (&table.stage, "irb.b3")));
  assert_step (&table, "Move “人材育成”");

  /* An end is pulled, not carried. */
  g_assert_true (press (&table, "irb.b3", RIGHT));
  table.y = get_box (&table, "ic.b1").y + 5;
  pull (&table, 1);
  roadmap_swimlane_drag_end (table.drag);
  g_assert_true (roadmap_item_get_parent (sample_get (table.stage.roadmap, "irb.b3")) == sample_get (table.stage.roadmap, "irb"));
  assert_step (&table, "Change the Span of “人材育成”");
  close_table (&table);
}

/* The title of a chart is no lane. */
static void
test_refused (void)
{
  RoadmapSheetPort port;
  Table table;
  guint row;

  open_table (&table, NULL);
  g_assert_true (press (&table, "irb.b1", BODY));
  g_assert_true (roadmap_sheet_view_get_port (ROADMAP_SHEET_VIEW (table.stage.widget), &port));
  g_assert_true (roadmap_sheet_find_row_of (port.sheet, sample_get (table.stage.roadmap, "map"), &row));
  table.y = port.y - port.seen.y + roadmap_sheet_get_row_y (port.sheet, row) + 5;
  pull (&table, 1);
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, table.x, table.y), ==, "not-allowed");
  roadmap_swimlane_drag_end (table.drag);
  assert_unchanged (&table);
  g_assert_false (roadmap_history_get_can_undo (table.history));
  close_table (&table);
}

static void
select_two (Table      *table,
            const char *id,
            const char *lead)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, g_object_ref (sample_get (table->stage.roadmap, id)));
  g_ptr_array_add (items, g_object_ref (sample_get (table->stage.roadmap, lead)));
  roadmap_view_state_set_selection (table->stage.state, items, NULL);
  stage_settle (&table->stage);
}

static void
test_several (void)
{
  Table table;

  open_table (&table, "plan");
  select_two (&table, "irb.b1", "irb.b3");
  g_assert_true (press (&table, "irb.b3", BODY));
  pull (&table, 2);
  roadmap_swimlane_drag_end (table.drag);
  assert_span (&table, "irb.b1", "FY2020-Q3", "FY2021-Q1");
  assert_span (&table, "irb.b3", "FY2021-Q3", "FY2022-Q2");
  assert_step (&table, "Move 2 Items");

  /* All move as far as all can: one is at the beginning of the axis. */
  g_assert_true (press (&table, "irb.b3", BODY));
  pull (&table, -2);
  roadmap_swimlane_drag_end (table.drag);
  assert_unchanged (&table);
  g_assert_false (roadmap_history_get_can_undo (table.history));

  /* Another that is not selected goes alone; an end is that of one. */
  g_assert_true (press (&table, "ic.b1", BODY));
  pull (&table, 1);
  roadmap_swimlane_drag_end (table.drag);
  assert_step (&table, "Move “改正”");
  g_assert_true (press (&table, "irb.b3", RIGHT));
  pull (&table, 1);
  roadmap_swimlane_drag_end (table.drag);
  assert_span (&table, "irb.b3", "FY2021", "FY2022-Q1");
  assert_step (&table, "Change the Span of “人材育成”");
  close_table (&table);
}

static void
test_new (void)
{
  RoadmapItem *lane, *bar;
  double x, y;
  Table table;

  open_table (&table, "plan");
  lane = sample_get (table.stage.roadmap, "ic");
  find_empty (&table, "ic", 1, &x, &y);
  g_assert_true (roadmap_swimlane_drag_begin (table.drag, x, y, 0));
  roadmap_swimlane_drag_update (table.drag, x + 2 * get_quarter (&table), y);
  assert_unchanged (&table);
  roadmap_swimlane_drag_end (table.drag);
  stage_settle (&table.stage);
  bar = roadmap_view_state_get_selected (table.stage.state);
  g_assert_true (roadmap_item_is (bar, "bar"));
  g_assert_true (roadmap_item_get_parent (bar) == lane);
  assert_span (&table, roadmap_item_get_id (bar), "FY2020-Q2", "FY2020-Q4");
  g_assert_true (gtk_widget_has_focus (stage_find_child (&table.stage, roadmap_item_get_id (bar))));
  assert_step (&table, "Add Bar");

  g_assert_true (roadmap_swimlane_drag_begin (table.drag, x, y, 0));
  roadmap_swimlane_drag_update (table.drag, x + 2 * get_quarter (&table), y);
  roadmap_swimlane_drag_cancel (table.drag);
  assert_unchanged (&table);
  close_table (&table);
}

static void
assert_selection (Table      *table,
                  const char *ids)
{
  g_autofree char *selected = sample_join_ids (roadmap_view_state_get_selection (table->stage.state));

  g_assert_cmpstr (selected, ==, ids);
}

static void
band (Table           *table,
      const char      *lane,
      double           quarter,
      const char      *to,
      GdkModifierType  modifiers)
{
  RoadmapRect box = get_box (table, to);
  double x, y;

  find_empty (table, lane, quarter, &x, &y);
  g_assert_true (roadmap_swimlane_drag_begin (table->drag, x, y, modifiers));
  roadmap_swimlane_drag_update (table->drag, box.x + box.width / 2, box.y + box.height / 2);
  roadmap_swimlane_drag_end (table->drag);
  stage_settle (&table->stage);
}

static void
test_band (void)
{
  Table table;

  open_table (&table, "plan");
  band (&table, "ic", 0, "ic.b1", GDK_SHIFT_MASK);
  assert_selection (&table, "ic.b1");
  stage_select (&table.stage, "irb.b1");
  band (&table, "ic", 0, "ic.b1", GDK_CONTROL_MASK);
  assert_selection (&table, "irb.b1 ic.b1");
  band (&table, "ic", 0, "ic.b1", GDK_SHIFT_MASK);
  assert_selection (&table, "ic.b1");
  assert_unchanged (&table);
  close_table (&table);
}

/* Without a history, or with that of another roadmap, nothing can be changed, and everything be selected. */
static void
check_read_only (RoadmapHistory *history)
{
  Table table;

  open_table (&table, "plan");
  roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (table.stage.widget), history);
  g_assert_false (press (&table, "irb.b3", BODY));
  pull (&table, 2);
  g_assert_false (roadmap_swimlane_drag_is_under_way (table.drag));
  g_assert_null (roadmap_swimlane_drag_get_cursor (table.drag, table.x, table.y));
  roadmap_swimlane_drag_end (table.drag);
  gtk_widget_grab_focus (stage_find_child (&table.stage, "irb.b3"));
  g_assert_false (stage_type (&table.stage, GDK_KEY_Right, GDK_CONTROL_MASK));
  band (&table, "ic", 0, "ic.b1", 0);
  assert_selection (&table, "ic.b1");
  assert_unchanged (&table);
  close_table (&table);
}

static void
test_read_only (void)
{
  g_autoptr (Roadmap) other = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (other);

  check_read_only (NULL);
  check_read_only (history);
  g_assert_false (roadmap_history_get_can_undo (history));
}

/* While an amendment is open, what was adopted is kept. */
static void
test_amendment (void)
{
  RoadmapItem *edition, *bar, *former;
  Table table;

  open_table (&table, "plan");
  bar = sample_get (table.stage.roadmap, "irb.b3");
  roadmap_history_begin (table.history, "Amend");
  edition = roadmap_open_amendment (table.stage.roadmap, "2022-03-25", "一部見直し", NULL, NULL);
  g_assert_nonnull (edition);
  g_assert_true (roadmap_history_commit (table.history, NULL));
  g_clear_pointer (&table.before, g_free);
  table.before = sample_dump (table.stage.roadmap);
  stage_settle (&table.stage);

  g_assert_true (press (&table, "irb.b3", BODY));
  table.y = get_box (&table, "ic.b1").y + 5;
  pull (&table, 1);
  roadmap_swimlane_drag_end (table.drag);
  assert_span (&table, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  g_assert_true (roadmap_item_get_parent (bar) == sample_get (table.stage.roadmap, "ic"));
  former = roadmap_former_find (bar, "start", edition);
  g_assert_cmpstr (roadmap_item_get (former, "text"), ==, "FY2021");
  g_assert_nonnull (roadmap_former_find (sample_get (table.stage.roadmap, "irb"), ROADMAP_FORMER_CHILDREN, edition));
  roadmap_history_undo (table.history);
  assert_unchanged (&table);
  close_table (&table);
}

/* An earlier plan's bars behind the others are only to look at. */
static void
test_earlier (void)
{
  GtkAllocation place;
  Table table;

  open_table (&table, "plan");
  roadmap_set_wording_locked (table.stage.roadmap, FALSE);
  stage_apply (&table.stage, "set genome title=IRBの審査");
  roadmap_view_state_set_earlier (table.stage.state, TRUE);
  stage_settle (&table.stage);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table.stage.widget)), 0);
  stage_settle (&table.stage);
  gtk_widget_get_allocation (stage_find_child (&table.stage, "genome.b1"), &place);
  table.x = place.x + place.width / 2;
  table.y = place.y + place.height / 2;
  g_assert_null (roadmap_swimlane_drag_get_cursor (table.drag, table.x, table.y));
  g_assert_false (roadmap_swimlane_drag_begin (table.drag, table.x, table.y, 0));
  close_table (&table);
}

static void
test_cursors (void)
{
  RoadmapRect box;
  Table table;

  open_table (&table, "plan");
  box = get_box (&table, "irb.b3");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, box.x + 3, box.y + 5), ==, "col-resize");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, box.x + box.width / 2, box.y + 5), ==, "grab");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, box.x + box.width - 3, box.y + 5), ==, "col-resize");
  g_assert_null (roadmap_swimlane_drag_get_cursor (table.drag, 5, box.y + 5));
  g_assert_null (roadmap_swimlane_drag_get_cursor (table.drag, box.x + 3, 5));
  box = get_box (&table, "irb.ms");
  g_assert_cmpstr (roadmap_swimlane_drag_get_cursor (table.drag, box.x + 1, box.y + box.height / 2), ==, "grab");
  close_table (&table);
}

/* Whatever is dragged wherever: it can be undone, and what it makes keeps the rules. */
static void
test_random (void)
{
  static const char *const ids[] = { "irb.b1", "irb.b2", "irb.b3", "irb.b4", "irb.ms", "ic.b1" };
  static const GdkModifierType modifiers[] = { 0, 0, 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  g_autofree char *after = NULL;
  g_autofree char *redone = NULL;
  Table table;

  open_table (&table, "plan");
  for (guint i = 0; i < 150; i++)
    {
      RoadmapRect box = get_box (&table, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))]);
      double x = box.x + g_test_rand_double_range (-20, box.width + 20);
      double y = box.y + g_test_rand_double_range (-5, box.height + 5);

      roadmap_swimlane_drag_begin (table.drag, x, y, modifiers[g_test_rand_int_range (0, G_N_ELEMENTS (modifiers))]);
      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        roadmap_swimlane_drag_update (table.drag, x + g_test_rand_double_range (-600, 600),
                                      y + g_test_rand_double_range (-300, 300));
      if (g_test_rand_int_range (0, 5) == 0)
        roadmap_swimlane_drag_cancel (table.drag);
      else
        roadmap_swimlane_drag_end (table.drag);
      for (RoadmapItem *item = roadmap_get_root (table.stage.roadmap); item != NULL;
           item = roadmap_item_next (item, roadmap_get_root (table.stage.roadmap)))
        g_assert_true (roadmap_check (table.stage.roadmap, item, NULL));
    }
  after = sample_dump (table.stage.roadmap);
  g_assert_cmpstr (after, !=, table.before);
  while (roadmap_history_get_can_undo (table.history))
    roadmap_history_undo (table.history);
  assert_unchanged (&table);
  while (roadmap_history_get_can_redo (table.history))
    roadmap_history_redo (table.history);
  redone = sample_dump (table.stage.roadmap);
  g_assert_cmpstr (redone, ==, after);
  close_table (&table);
}

static GtkEventController *
find_gesture (GtkWidget *widget)
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

/* Painting must not fail; what it looks like people look at. */
static void
test_painting (void)
{
  GtkEventController *gesture;
  double x, y;
  Table table;

  open_table (&table, "plan");
  gesture = find_gesture (table.stage.widget);
  for (guint i = 0; i < 2; i++)
    {
      /* First a new bar, then a rubber band. */
      roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (table.stage.widget), i == 0 ? table.history : NULL);
      find_empty (&table, "ic", 0, &x, &y);
      g_signal_emit_by_name (gesture, "drag-begin", x, y);
      g_signal_emit_by_name (gesture, "drag-update", get_quarter (&table), -40.0);
      stage_settle (&table.stage);
      g_assert_true (stage_press (table.stage.window, GDK_KEY_Escape));
      g_signal_emit_by_name (gesture, "drag-end", get_quarter (&table), -40.0);
      assert_unchanged (&table);
      g_assert_null (roadmap_view_state_get_selected (table.stage.state));
    }
  close_table (&table);
}

/* A press is no drag before it has gone some way; Escape is taken while there is one, wherever the focus is. */
static void
test_gesture (void)
{
  GtkEventController *gesture;
  RoadmapRect box;
  GtkWidget *bar;
  Table table;

  open_table (&table, "plan");
  gesture = find_gesture (table.stage.widget);
  bar = stage_find_child (&table.stage, "irb.b3");
  box = get_box (&table, "irb.b3");
  g_assert_false (stage_press (table.stage.window, GDK_KEY_Escape));
  g_signal_emit_by_name (gesture, "drag-begin", box.x + box.width / 2, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", 2.0, 1.0);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_signal_emit_by_name (gesture, "drag-update", get_quarter (&table), 1.0);
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), <, 0.5);
  stage_settle (&table.stage);
  g_assert_false (stage_press (table.stage.window, GDK_KEY_a));
  g_assert_true (stage_press (table.stage.window, GDK_KEY_Escape));
  g_assert_cmpfloat (gtk_widget_get_opacity (bar), ==, 1.0);
  g_signal_emit_by_name (gesture, "drag-end", get_quarter (&table), 1.0);
  g_assert_false (stage_press (table.stage.window, GDK_KEY_Escape));
  assert_unchanged (&table);

  g_signal_emit_by_name (gesture, "drag-begin", box.x + box.width / 2, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", get_quarter (&table), 1.0);
  g_signal_emit_by_name (gesture, "drag-end", get_quarter (&table), 1.0);
  assert_span (&table, "irb.b3", "FY2021-Q2", "FY2022-Q1");
  assert_step (&table, "Move “人材育成”");

  /* At the edge of what is seen the view scrolls on, as long as it is dragged. */
  roadmap_view_state_set_zoom (table.stage.state, 4.0);
  stage_select (&table.stage, "irb.b1");
  box = get_box (&table, "irb.b1");
  g_signal_emit_by_name (gesture, "drag-begin", box.x + 60, box.y + box.height / 2);
  g_signal_emit_by_name (gesture, "drag-update", 1090 - box.x - 60, 1.0);
  for (guint i = 0; i < 8; i++)
    stage_settle (&table.stage);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table.stage.widget))), >, 20);
  g_assert_true (stage_press (table.stage.window, GDK_KEY_Escape));
  assert_unchanged (&table);
  close_table (&table);
}

/* The keyboard */

static void
test_keys (void)
{
  static const struct
  {
    const char      *id;
    guint            key;
    GdkModifierType  modifiers;
    const char      *start, *end;
    const char      *step;
  } rows[] = {
    { "irb.b3", GDK_KEY_Right,  GDK_CONTROL_MASK,                  "FY2021-Q2", "FY2022-Q1", "Move “人材育成”" },
    { "irb.b3", GDK_KEY_Left,   GDK_CONTROL_MASK,                  "FY2020-Q4", "FY2021-Q3", "Move “人材育成”" },
    { "irb.b3", GDK_KEY_Right,  GDK_CONTROL_MASK | GDK_SHIFT_MASK, "FY2021",    "FY2022-Q1", "Change the Span of “人材育成”" },
    { "irb.b3", GDK_KEY_Left,   GDK_CONTROL_MASK | GDK_SHIFT_MASK, "FY2021-Q1", "FY2021-Q3", "Change the Span of “人材育成”" },
    { "irb.b3", GDK_KEY_comma,  0,                                 "FY2020-Q4", "FY2021",    "Change the Span of “人材育成”" },
    { "irb.b3", GDK_KEY_period, 0,                                 "FY2021-Q2", "FY2021-Q4", "Change the Span of “人材育成”" },
    { "irb.ms", GDK_KEY_Right,  GDK_CONTROL_MASK,                  "2020-11",   NULL,        "Move “答申”" },
  };
  Table table;

  open_table (&table, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_widget_grab_focus (stage_find_child (&table.stage, rows[i].id));
      g_assert_true (stage_type (&table.stage, rows[i].key, rows[i].modifiers));
      assert_span (&table, rows[i].id, rows[i].start, rows[i].end);
      g_assert_true (gtk_widget_has_focus (stage_find_child (&table.stage, rows[i].id)));
      assert_step (&table, rows[i].step);
    }

  /* Those who do not see it hear where it is now. */
  gtk_widget_grab_focus (stage_find_child (&table.stage, "irb.b3"));
  g_assert_true (stage_type (&table.stage, GDK_KEY_Right, GDK_CONTROL_MASK));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find_child (&table.stage, "irb.b3")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "人材育成、令和3年度第2四半期から令和4年度第1四半期");
  roadmap_history_undo (table.history);

  /* To the lane below and back up; above the first there is none. */
  g_assert_true (stage_type (&table.stage, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (roadmap_item_get_parent (sample_get (table.stage.roadmap, "irb.b3")) == sample_get (table.stage.roadmap, "ic"));
  g_assert_true (gtk_widget_has_focus (stage_find_child (&table.stage, "irb.b3")));
  assert_span (&table, "irb.b3", "FY2021", "FY2021");
  g_assert_true (stage_type (&table.stage, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (stage_type (&table.stage, GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_true (roadmap_item_get_parent (sample_get (table.stage.roadmap, "irb.b3")) == sample_get (table.stage.roadmap, "irb"));
  g_assert_true (stage_type (&table.stage, GDK_KEY_Up, GDK_CONTROL_MASK));
  roadmap_history_undo (table.history);
  assert_step (&table, "Move “人材育成”");

  /* At the end of the axis it stays, and a milestone has no ends. */
  gtk_widget_grab_focus (stage_find_child (&table.stage, "irb.b1"));
  g_assert_true (stage_type (&table.stage, GDK_KEY_Left, GDK_CONTROL_MASK));
  gtk_widget_grab_focus (stage_find_child (&table.stage, "irb.ms"));
  g_assert_false (stage_type (&table.stage, GDK_KEY_comma, 0));
  assert_unchanged (&table);
  g_assert_false (roadmap_history_get_can_undo (table.history));
  close_table (&table);
}

/* Letters are keys at their times, divided by dots of a second and a half. */
static void
test_joining (void)
{
  static const struct
  {
    const char *story; /* > and < move, } and { are the end; x is something else that is done, u undoes */
    const char *start, *end;
    guint       n_steps;
  } rows[] = {
    { ">",         "FY2021-Q2", "FY2022-Q1", 1 },
    { ">>>",       "FY2021-Q4", "FY2022-Q3", 1 },
    { ">>>>",      "FY2022",    "FY2022",    1 },
    { ">.>",       "FY2021-Q3", "FY2022-Q2", 2 },
    { ">.>>.>",    "FY2022",    "FY2022",    3 },
    /* Back where it was it is written as it was. */
    { "><",        "FY2021",    "FY2021",    1 },
    { ">.<",       "FY2021",    "FY2021",    2 },
    { "}}}}",      "FY2021",    "FY2022",    1 },
    { "}{",        "FY2021",    "FY2021",    1 },
    /* Another end, another deed, and an undo part them. */
    { ">}",        "FY2021-Q2", "FY2022-Q2", 2 },
    { ">x>",       "FY2021-Q3", "FY2022-Q2", 3 },
    { ">u>",       "FY2021-Q2", "FY2022-Q1", 1 },
    { ">>u>",      "FY2021-Q2", "FY2022-Q1", 1 },
    { ">.>u>",     "FY2021-Q3", "FY2022-Q2", 2 },
  };
  Table table;

  open_table (&table, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSwimlaneNudge *nudge = roadmap_swimlane_nudge_new (ROADMAP_SWIMLANE_VIEW (table.stage.widget));
      RoadmapItem *item = sample_get (table.stage.roadmap, "irb.b3");
      gint64 time = G_USEC_PER_SEC;
      gulong id = g_signal_connect_swapped (table.history, "stepped", G_CALLBACK (roadmap_swimlane_nudge_part), nudge);
      guint n_steps = 0;

      g_test_message ("%s", rows[i].story);
      for (const char *c = rows[i].story; *c != '\0'; c++, time += G_USEC_PER_SEC / 10)
        {
          gboolean later = *c == '>' || *c == '}';
          gboolean end = *c == '{' || *c == '}';

          if (*c == '.')
            time += 3 * G_USEC_PER_SEC / 2;
          else if (*c == 'x')
            stage_apply (&table.stage, "set ic.b1 status=done");
          else if (*c == 'u')
            roadmap_history_undo (table.history);
          else
            g_assert_true (roadmap_swimlane_nudge_press (nudge, item, later ? GDK_KEY_Right : GDK_KEY_Left,
                                                         GDK_CONTROL_MASK | (end ? GDK_SHIFT_MASK : 0), time));
        }
      assert_span (&table, "irb.b3", rows[i].start, rows[i].end);
      for (; roadmap_history_get_can_undo (table.history); n_steps++)
        roadmap_history_undo (table.history);
      g_assert_cmpuint (n_steps, ==, rows[i].n_steps);
      assert_unchanged (&table);
      g_signal_handler_disconnect (table.history, id);
      roadmap_swimlane_nudge_free (nudge);
    }
  close_table (&table);
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
  g_test_add_func ("/swimlane-drag/new", test_new);
  g_test_add_func ("/swimlane-drag/band", test_band);
  g_test_add_func ("/swimlane-drag/read-only", test_read_only);
  g_test_add_func ("/swimlane-drag/amendment", test_amendment);
  g_test_add_func ("/swimlane-drag/earlier", test_earlier);
  g_test_add_func ("/swimlane-drag/cursors", test_cursors);
  g_test_add_func ("/swimlane-drag/gesture", test_gesture);
  g_test_add_func ("/swimlane-drag/painting", test_painting);
  g_test_add_func ("/swimlane-drag/random", test_random);
  g_test_add_func ("/swimlane-drag/keys", test_keys);
  g_test_add_func ("/swimlane-drag/joining", test_joining);

  return g_test_run ();
}
