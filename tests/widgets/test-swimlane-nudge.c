/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "board.h"
#include "widgets/swimlane-nudge.h"

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
  Board board;

  board_open (&board, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_widget_grab_focus (stage_find_child (&board.stage, rows[i].id));
      g_assert_true (stage_type (&board.stage, rows[i].key, rows[i].modifiers));
      board_assert_span (&board, rows[i].id, rows[i].start, rows[i].end);
      g_assert_true (gtk_widget_has_focus (stage_find_child (&board.stage, rows[i].id)));
      board_assert_step (&board, rows[i].step);
    }

  /* Those who do not see it hear where it is now. */
  gtk_widget_grab_focus (stage_find_child (&board.stage, "irb.b3"));
  g_assert_true (stage_type (&board.stage, GDK_KEY_Right, GDK_CONTROL_MASK));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stage_find_child (&board.stage, "irb.b3")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "人材育成、令和3年度第2四半期から令和4年度第1四半期");
  roadmap_history_undo (board.history);

  /* To the lane below and back up; above the first there is none. */
  g_assert_true (stage_type (&board.stage, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (roadmap_item_get_parent (sample_get (board.stage.roadmap, "irb.b3")) == sample_get (board.stage.roadmap, "ic"));
  g_assert_true (gtk_widget_has_focus (stage_find_child (&board.stage, "irb.b3")));
  board_assert_span (&board, "irb.b3", "FY2021", "FY2021");
  g_assert_true (stage_type (&board.stage, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (stage_type (&board.stage, GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_true (roadmap_item_get_parent (sample_get (board.stage.roadmap, "irb.b3")) == sample_get (board.stage.roadmap, "irb"));
  g_assert_true (stage_type (&board.stage, GDK_KEY_Up, GDK_CONTROL_MASK));
  roadmap_history_undo (board.history);
  board_assert_step (&board, "Move “人材育成”");

  /* At the end of the axis it stays, and a milestone has no ends. */
  gtk_widget_grab_focus (stage_find_child (&board.stage, "irb.b1"));
  g_assert_true (stage_type (&board.stage, GDK_KEY_Left, GDK_CONTROL_MASK));
  gtk_widget_grab_focus (stage_find_child (&board.stage, "irb.ms"));
  g_assert_false (stage_type (&board.stage, GDK_KEY_comma, 0));
  board_assert_unchanged (&board);
  g_assert_false (roadmap_history_get_can_undo (board.history));
  board_close (&board);
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
  Board board;

  board_open (&board, "plan");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapSwimlaneNudge *nudge = roadmap_swimlane_nudge_new (ROADMAP_SWIMLANE_VIEW (board.stage.widget));
      RoadmapItem *item = sample_get (board.stage.roadmap, "irb.b3");
      gint64 time = G_USEC_PER_SEC;
      gulong id = g_signal_connect_swapped (board.history, "stepped", G_CALLBACK (roadmap_swimlane_nudge_part), nudge);
      guint n_steps = 0;

      g_test_message ("%s", rows[i].story);
      for (const char *c = rows[i].story; *c != '\0'; c++, time += G_USEC_PER_SEC / 10)
        {
          gboolean later = *c == '>' || *c == '}';
          gboolean end = *c == '{' || *c == '}';

          if (*c == '.')
            time += 3 * G_USEC_PER_SEC / 2;
          else if (*c == 'x')
            stage_apply (&board.stage, "set ic.b1 status=done");
          else if (*c == 'u')
            roadmap_history_undo (board.history);
          else
            g_assert_true (roadmap_swimlane_nudge_press (nudge, item, later ? GDK_KEY_Right : GDK_KEY_Left,
                                                         GDK_CONTROL_MASK | (end ? GDK_SHIFT_MASK : 0), time));
        }
      board_assert_span (&board, "irb.b3", rows[i].start, rows[i].end);
      for (; roadmap_history_get_can_undo (board.history); n_steps++)
        roadmap_history_undo (board.history);
      g_assert_cmpuint (n_steps, ==, rows[i].n_steps);
      board_assert_unchanged (&board);
      g_signal_handler_disconnect (board.history, id);
      roadmap_swimlane_nudge_free (nudge);
    }
  board_close (&board);
}

int
main (int   argc,
      char *argv[])
{
  stage_init (&argc, &argv);

  g_test_add_func ("/swimlane-nudge/keys", test_keys);
  g_test_add_func ("/swimlane-nudge/joining", test_joining);

  return g_test_run ();
}
