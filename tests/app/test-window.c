/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gstdio.h>

#include "window-fixture.h"

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "roadmap");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->trees), ==, "stages");
  g_assert_nonnull (gtk_stack_get_child_by_name (fixture->window->trees, "domains"));
  g_assert_nonnull (gtk_stack_get_child_by_name (fixture->window->trees, "plan-2017"));
  for (int i = 0; i < 50 && fixture_find_bar (fixture, "irb.bar-1") == NULL; i++)
    fixture_settle ();
  g_assert_nonnull (fixture_find_bar (fixture, "irb.bar-1"));
  g_assert_false (roadmap_window_is_modified (fixture->window));
}

static void
test_selects_everywhere (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *bar;

  roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "genome.bar-1"));
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->trees), ==, "domains");
  bar = fixture_find_bar (fixture, "genome.bar-1");
  g_assert_nonnull (bar);
  g_assert_null (fixture_find_bar (fixture, "irb.bar-1"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  g_assert_true (gtk_widget_activate_action (bar, "item.activate", NULL));
  g_assert_true (roadmap_view_state_get_selected (fixture->window->state) == fixture_look_up (fixture, "genome.bar-1"));
}

static void
test_bar_says_what_it_is (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.content-language", "s", "official"));
  fixture_set_status (fixture, "irb.bar-3", "in-progress");
  fixture_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture_find_bar (fixture, "irb.bar-3")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "指針改正に関する周知活動実施、令和3年度第1四半期以降、実施中");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture_find_bar (fixture, "irb.bar-3")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "① IRB");
}

/* What a key does on the timeline; whether it did anything. */
static gboolean
type (Fixture         *fixture,
      guint            key,
      GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window->timeline));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0u, modifiers, &handled);
    }
  return handled;
}

static void
test_arrow_keys (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_true (gtk_widget_grab_focus (fixture_find_bar (fixture, "irb.bar-1")));
  g_assert_true (type (fixture, GDK_KEY_Right, 0));
  g_assert_true (roadmap_view_state_get_selected (fixture->window->state) == fixture_look_up (fixture, "irb.bar-2"));
  g_assert_true (gtk_widget_has_focus (fixture_find_bar (fixture, "irb.bar-2")));
}

/* What is changed on the timeline is undone like anything else. */
static void
test_moves_bars (Fixture       *fixture,
                 gconstpointer  data)
{
  RoadmapItem *bar = fixture_look_up (fixture, "irb.bar-1");

  g_assert_true (gtk_widget_grab_focus (fixture_find_bar (fixture, "irb.bar-1")));
  g_assert_true (type (fixture, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpstr (roadmap_item_get (bar, "start"), ==, "FY2020-Q2");
  g_assert_cmpstr (roadmap_item_get (bar, "end"), ==, "FY2020-Q4");
  g_assert_true (roadmap_history_get_modified (fixture->window->history));
  fixture_settle ();
  g_assert_true (gtk_widget_has_focus (fixture_find_bar (fixture, "irb.bar-1")));
  fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (roadmap_item_get (bar, "start"), ==, "FY2020-Q1");
  g_assert_cmpstr (roadmap_item_get (bar, "basis"), ==, "inferred");
  g_assert_false (roadmap_history_get_modified (fixture->window->history));
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpfloat (roadmap_view_state_get_zoom (fixture->window->state), ==, 1.0);
  fixture_activate (fixture, "win.zoom-in");
  g_assert_cmpfloat (roadmap_view_state_get_zoom (fixture->window->state), >, 1.0);
  fixture_settle ();
  g_assert_nonnull (fixture_find_bar (fixture, "irb.bar-1"));
  fixture_activate (fixture, "win.zoom-fit");
  g_assert_cmpfloat (roadmap_view_state_get_zoom (fixture->window->state), ==, 1.0);
}

static void
test_saves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &before, NULL, NULL, NULL));
  fixture_set_status (fixture, "irb.bar-1", "done");
  g_assert_true (roadmap_window_is_modified (fixture->window));
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  g_assert_false (roadmap_window_is_modified (fixture->window));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &after, NULL, NULL, NULL));
  g_assert_cmpstr (before, !=, after);

  fixture_activate (fixture, "win.undo");
  g_assert_true (roadmap_window_is_modified (fixture->window));
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  g_clear_pointer (&after, g_free);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &after, NULL, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
}

static guint
count_dialogs (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += ADW_IS_MESSAGE_DIALOG (l->data);
  return n;
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

static void
test_asks_before_closing (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *text = NULL;

  fixture_set_status (fixture, "irb.bar-1", "done");
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_cmpuint (count_dialogs (), ==, 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "cancel");
  gtk_window_destroy (find_dialog ());
  fixture_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_true (roadmap_window_is_modified (fixture->window));

  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture_settle ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "save");
  gtk_window_destroy (find_dialog ());
  fixture_settle ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (fixture_application)));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "status=\"done\""));
}

static void
test_tells_of_a_changed_file (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *text = NULL;

  fixture_set_status (fixture, "irb.bar-1", "done");
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "somebody else's", -1, NULL));
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  g_assert_cmpuint (count_dialogs (), ==, 1);
  gtk_window_destroy (find_dialog ());
  g_assert_true (roadmap_window_is_modified (fixture->window));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, NULL, NULL, NULL));
  g_assert_cmpstr (text, ==, "somebody else's");
}

static void
test_keeps_what_it_has (Fixture       *fixture,
                        gconstpointer  data)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (fixture->window->state);
  g_autofree char *path = g_build_filename (fixture->folder, "bad.xml", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "<roadmap", -1, NULL));
  roadmap_window_open (fixture->window, bad);
  g_assert_cmpuint (count_dialogs (), ==, 1);
  gtk_window_destroy (find_dialog ());
  g_assert_true (roadmap_view_state_get_roadmap (fixture->window->state) == roadmap);
  g_assert_true (g_file_equal (roadmap_window_get_file (fixture->window), fixture->file));
  g_unlink (path);
}

static void
test_opens_a_different_roadmap (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);
  g_autoptr (GFile) second = g_file_new_for_path (path);
  GList *windows;

  roadmap_window_open (fixture->window, second);
  fixture_settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (fixture_application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);

  /* A file that is open already only comes to the front. */
  roadmap_window_open (fixture->window, second);
  fixture_settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (fixture_application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
}

static void
test_accels_are_not_shared (Fixture       *fixture,
                            gconstpointer  data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (fixture_application));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (char **action = actions; *action != NULL; action++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (fixture_application), *action);

      for (char **accel = accels; *accel != NULL; accel++, n++)
        g_assert_true (g_hash_table_add (seen, g_strdup (*accel)));
    }
  g_assert_cmpuint (n, >, 15);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window/shows", test_shows },
    { "/window/selects-everywhere", test_selects_everywhere },
    { "/window/bar-says-what-it-is", test_bar_says_what_it_is },
    { "/window/arrow-keys", test_arrow_keys },
    { "/window/moves-bars", test_moves_bars },
    { "/window/zoom", test_zoom },
    { "/window/saves", test_saves },
    { "/window/asks-before-closing", test_asks_before_closing },
    { "/window/tells-of-a-changed-file", test_tells_of_a_changed_file },
    { "/window/keeps-what-it-has", test_keeps_what_it_has },
    { "/window/opens-a-different-roadmap", test_opens_a_different_roadmap },
    { "/window/accels-are-not-shared", test_accels_are_not_shared },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
