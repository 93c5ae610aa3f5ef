/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"

#include "widgets/swimlane-view.h"

/* What is selected, in order, the item that leads in brackets. */
static char *
describe (RoadmapViewState *state)
{
  GPtrArray *items = roadmap_view_state_get_selection (state);
  RoadmapItem *lead = roadmap_view_state_get_selected (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);

      g_assert_true (roadmap_view_state_is_selected (state, item));
      g_string_append_printf (text, item == lead ? "%s[%s]" : "%s%s", i > 0 ? " " : "", roadmap_item_get_id (item));
    }
  g_assert_true (lead == NULL ? items->len == 0 : roadmap_view_state_is_selected (state, lead));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Done one after another: “= ID…” selects these, the first one leading; “only ID”, “toggle ID” and “remove ID” say it, and
 * “none”.  Notified: s for the one that leads, S for what is selected. */
static const struct
{
  const char *words;
  const char *selection;
  const char *notified;
} story[] = {
  { "none", "", "" },
  { "only irb.b1", "[irb.b1]", "sS" },
  { "only irb.b1", "[irb.b1]", "" },
  { "toggle irb.b2", "irb.b1 [irb.b2]", "sS" },
  { "toggle irb.b3", "irb.b1 irb.b2 [irb.b3]", "sS" },
  { "toggle irb.b1", "irb.b2 [irb.b3]", "S" },
  { "toggle irb.b3", "[irb.b2]", "sS" },
  { "toggle irb.b2", "", "sS" },
  { "= irb.b1 irb.b2 irb.b3", "[irb.b1] irb.b2 irb.b3", "sS" },
  { "= irb.b1 irb.b2 irb.b3", "[irb.b1] irb.b2 irb.b3", "" },
  { "= irb.b3 irb.b2 irb.b2 irb.b3", "[irb.b3] irb.b2", "sS" },
  { "only irb.b3", "[irb.b3]", "S" },
  { "= irb.b1 irb.b2 irb.m1", "[irb.b1] irb.b2 irb.m1", "sS" },
  { "remove irb.b2", "[irb.b1] irb.m1", "S" },
  { "remove irb.b3", "[irb.b1] irb.m1", "" },
  { "remove irb.b1", "[irb.m1]", "sS" },
  /* What is in the item that goes, goes with it. */
  { "= irb.m1 genome.b1 irb.b4", "[irb.m1] genome.b1 irb.b4", "S" },
  { "remove genome.sub", "[irb.m1] irb.b4", "S" },
  { "remove irb", "", "sS" },
};

static void
perform (Stage      *stage,
         const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (char **id = words + 1; *id != NULL; id++)
    g_ptr_array_add (items, sample_get (stage->roadmap, *id));

  if (g_str_equal (words[0], "none"))
    roadmap_view_state_set_selected (stage->state, NULL);
  else if (g_str_equal (words[0], "only"))
    roadmap_view_state_set_selected (stage->state, g_ptr_array_index (items, 0));
  else if (g_str_equal (words[0], "toggle"))
    roadmap_view_state_toggle_selected (stage->state, g_ptr_array_index (items, 0));
  else if (g_str_equal (words[0], "="))
    roadmap_view_state_set_selection (stage->state, items, g_ptr_array_index (items, 0));
  else
    stage_apply (stage, text);
}

static void
note_selected_cb (GString *notified)
{
  g_string_append_c (notified, 's');
}

static void
note_selection_cb (GString *notified)
{
  g_string_append_c (notified, 'S');
}

static void
test_story (void)
{
  Stage stage;
  g_autoptr (GString) notified = g_string_new (NULL);

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  roadmap_set_wording_locked (stage.roadmap, FALSE);
  g_signal_connect_swapped (stage.state, "notify::selected", G_CALLBACK (note_selected_cb), notified);
  g_signal_connect_swapped (stage.state, "notify::selection", G_CALLBACK (note_selection_cb), notified);
  for (guint i = 0; i < G_N_ELEMENTS (story); i++)
    {
      g_autofree char *selection = NULL;

      g_string_truncate (notified, 0);
      perform (&stage, story[i].words);
      selection = describe (stage.state);
      g_assert_cmpstr (selection, ==, story[i].selection);
      g_assert_cmpstr (notified->str, ==, story[i].notified);
    }
  stage_close (&stage);
}

/* Who keeps a selection keeps it as it was. */
static void
test_kept (void)
{
  Stage stage;
  g_autoptr (GPtrArray) kept = NULL;

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  perform (&stage, "= irb.b1 irb.b2");
  kept = g_ptr_array_ref (roadmap_view_state_get_selection (stage.state));
  perform (&stage, "toggle irb.b1");
  g_assert_cmpuint (kept->len, ==, 2);

  roadmap_view_state_set_roadmap (stage.state, NULL);
  g_assert_cmpuint (roadmap_view_state_get_selection (stage.state)->len, ==, 0);
  g_clear_pointer (&kept, g_ptr_array_unref);
  stage_close (&stage);
}

static void
test_language_keeps (void)
{
  Stage stage;
  g_autofree char *selection = NULL;

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  perform (&stage, "= irb.b1 genome.b1");
  roadmap_view_state_set_language (stage.state, "en");
  roadmap_view_state_set_chart (stage.state, sample_get (stage.roadmap, "map"));
  selection = describe (stage.state);
  g_assert_cmpstr (selection, ==, "[irb.b1] genome.b1");
  stage_close (&stage);
}

static void
assert_selected (Stage      *stage,
                 const char *id,
                 gboolean    selected)
{
  GtkWidget *child;
  g_autofree char *error = NULL;

  stage_settle (stage);
  child = stage_find_child (stage, id);
  g_assert_nonnull (child);
  error = gtk_test_accessible_check_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED, selected);
  g_assert_cmpstr (error, ==, NULL);
}

/* All of them are seen to be selected, and are said to be. */
static void
test_children (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  perform (&stage, "= irb.b1 irb.b3");
  assert_selected (&stage, "irb.b1", TRUE);
  assert_selected (&stage, "irb.b2", FALSE);
  assert_selected (&stage, "irb.b3", TRUE);
  perform (&stage, "toggle irb.b2");
  perform (&stage, "toggle irb.b1");
  assert_selected (&stage, "irb.b1", FALSE);
  assert_selected (&stage, "irb.b2", TRUE);
  assert_selected (&stage, "irb.b3", TRUE);
  perform (&stage, "only irb.b3");
  assert_selected (&stage, "irb.b2", FALSE);
  assert_selected (&stage, "irb.b3", TRUE);
  stage_close (&stage);
}

static void
assert_selection (Stage      *stage,
                  const char *wanted)
{
  g_autofree char *selection = describe (stage->state);

  g_assert_cmpstr (selection, ==, wanted);
}

/* Keys extend what is selected, and take it back on the way back. */
static void
test_keys (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  stage_apply (&stage, "set map role=earlier");
  roadmap_view_state_set_chart (stage.state, sample_get (stage.roadmap, "plan"));
  stage_select (&stage, "irb.b1");
  gtk_widget_grab_focus (stage_find_child (&stage, "irb.b1"));
  g_assert_true (stage_type (&stage, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_selection (&stage, "irb.b1 [irb.ms]");
  g_assert_true (gtk_widget_has_focus (stage_find_child (&stage, "irb.ms")));
  g_assert_true (stage_type (&stage, GDK_KEY_Left, GDK_SHIFT_MASK));
  assert_selection (&stage, "[irb.b1]");
  g_assert_true (stage_type (&stage, GDK_KEY_End, GDK_SHIFT_MASK));
  assert_selection (&stage, "irb.b1 irb.b2 irb.b3 [irb.b4] irb.ms");
  g_assert_true (stage_type (&stage, GDK_KEY_Right, 0) || stage_type (&stage, GDK_KEY_Left, 0));
  g_assert_cmpuint (roadmap_view_state_get_selection (stage.state)->len, ==, 1);

  g_assert_true (stage_type (&stage, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (roadmap_view_state_get_selection (stage.state)->len, ==, 5);
  g_assert_true (stage_type (&stage, GDK_KEY_Escape, 0));
  assert_selection (&stage, "");
  stage_close (&stage);
}

/* A menu is that of all that is selected, or of the item alone it was opened on. */
static void
test_lead (void)
{
  Stage stage;

  stage_open (&stage, ROADMAP_TYPE_SWIMLANE_VIEW);
  perform (&stage, "= irb.b1 irb.b2");
  roadmap_view_state_lead_with (stage.state, sample_get (stage.roadmap, "irb.b2"));
  assert_selection (&stage, "irb.b1 [irb.b2]");
  roadmap_view_state_lead_with (stage.state, sample_get (stage.roadmap, "irb.b3"));
  assert_selection (&stage, "[irb.b3]");
  stage_close (&stage);
}

int
main (int    argc,
      char **argv)
{
  stage_init (&argc, &argv);
  g_test_add_func ("/view-selection/story", test_story);
  g_test_add_func ("/view-selection/kept", test_kept);
  g_test_add_func ("/view-selection/language-keeps", test_language_keeps);
  g_test_add_func ("/view-selection/children", test_children);
  g_test_add_func ("/view-selection/keys", test_keys);
  g_test_add_func ("/view-selection/lead", test_lead);
  return g_test_run ();
}
