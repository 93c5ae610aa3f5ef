/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What the program tells people about itself: the shortcuts window against the accelerators there are, and the help. */

#include "config.h"

#include <adwaita.h>

#include "app/application.h"
#include "app/help-topics.h"
#include "app/help-window.h"
#include "app/window.h"

static GtkApplication *application;

static void
settle (void)
{
  for (guint i = 0; i < 100; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static GtkWindow *
open_window (void)
{
  GtkWindow *window = GTK_WINDOW (roadmap_window_new (ADW_APPLICATION (application), NULL));

  gtk_window_present (window);
  settle ();
  return window;
}

static void
close_windows (void)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = gtk_application_get_windows (application))
    gtk_window_destroy (l->data);
  settle ();
}

/* Shortcuts */

/* Adds the accelerators and the actions that the shortcuts in @top show.  The window's copies for its search stand
 * outside of a section. */
static void
gather_shortcuts (GtkWidget  *top,
                  GHashTable *shown,
                  GHashTable *actions)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (top) && gtk_widget_get_ancestor (top, GTK_TYPE_SHORTCUTS_SECTION) != NULL)
    {
      g_autofree char *accelerator = NULL;
      g_autofree char *action = NULL;
      g_autofree char *title = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (top, "accelerator", &accelerator, "action-name", &action, "title", &title, NULL);
      g_test_message ("%s: %s", title, accelerator);
      g_assert_nonnull (accelerator);
      g_assert_cmpstr (accelerator, !=, "");
      parts = g_strsplit (accelerator, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (!g_hash_table_add (shown, g_strdup (parts[i])))
          g_error ("%s is listed twice", parts[i]);
      if (action != NULL && !g_hash_table_add (actions, g_steal_pointer (&action)))
        g_error ("%s is listed twice", title);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather_shortcuts (child, shown, actions);
}

/* It is made the first time, and is the same the second time. */
static GtkShortcutsWindow *
open_overlay (GtkWindow *window)
{
  GtkShortcutsWindow *overlay = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
      settle ();
      g_assert_true (overlay == NULL || overlay == gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
      overlay = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
    }
  return overlay;
}

static void
test_shortcuts_are_listed (void)
{
  GtkWindow *window = open_window ();
  GtkShortcutsWindow *overlay = open_overlay (window);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) described = gtk_application_list_action_descriptions (application);

  gather_shortcuts (GTK_WIDGET (overlay), shown, actions);
  for (guint i = 0; described[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, described[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        if (!g_hash_table_contains (shown, accels[j]))
          g_error ("The shortcuts window does not list %s, for %s", accels[j], described[i]);
    }
  close_windows ();
}

/* Alt belongs to mnemonics, Super to the desktop; and what GNOME has a standard for keeps to it. */
static void
test_shortcuts_are_standard (void)
{
  static const struct
  {
    const char *accel;
    const char *action;
  } standard[] = {
    { "<Control>o", "win.open" },
    { "<Control>s", "win.save" },
    { "<Shift><Control>s", "win.save-as" },
    { "<Control>p", "win.print" },
    { "<Control>f", "win.search" },
    { "<Control>w", "window.close" },
    { "<Control>q", "app.quit" },
    { "<Control>z", "win.undo" },
    { "<Shift><Control>z", "win.redo" },
    { "<Control>question", "win.show-help-overlay" },
    { "F1", "app.help" },
    { "F9", "win.show-sidebar" },
    { "F11", "win.fullscreen" },
    { "<Control>plus", "win.zoom-in" },
    { "<Control>minus", "win.zoom-out" },
    { "<Control>0", "win.zoom-fit" },
  };
  g_auto (GStrv) described = gtk_application_list_action_descriptions (application);

  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, standard[i].accel);

      g_test_message ("%s", standard[i].accel);
      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_cmpstr (actions[0], ==, standard[i].action);
    }
  for (guint i = 0; described[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, described[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, accels[j]);
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &modifiers));
          g_assert_cmpint (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK), ==, 0);
          g_assert_cmpuint (g_strv_length (actions), ==, 1);
        }
    }
}

/* Warnings are fatal here. */
static void
test_shortcuts_window_opens (void)
{
  GtkWindow *window = open_window ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (open_overlay (window))));
  close_windows ();
}

static void
test_fullscreen_and_back (void)
{
  GtkWindow *window = open_window ();
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "fullscreen");
  gboolean fullscreen;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) state = NULL;

      g_action_activate (action, NULL);
      settle ();
      g_object_get (window, "fullscreened", &fullscreen, NULL);
      state = g_action_get_state (action);
      g_assert_cmpint (fullscreen, ==, g_variant_get_boolean (state));
    }
  g_assert_false (fullscreen);
  close_windows ();
}

/* Help */

static gpointer
find (GtkWidget  *help,
      const char *name)
{
  GObject *child = gtk_widget_get_template_child (help, ROADMAP_TYPE_HELP_WINDOW, name);

  g_assert_nonnull (child);
  return child;
}

static GtkWidget *
open_help (GtkWindow *window)
{
  GtkWindow *help;

  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  settle ();
  help = gtk_application_get_active_window (application);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ROADMAP_IS_HELP_WINDOW (l->data))
      help = l->data;
  g_assert_true (ROADMAP_IS_HELP_WINDOW (help));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (help)));
  g_assert_true (gtk_window_get_transient_for (help) == window);
  return GTK_WIDGET (help);
}

static void
test_help_turns_pages (void)
{
  GtkWidget *help = open_help (open_window ());
  GtkListBox *list = find (help, "list");
  GtkStack *stack = find (help, "stack");
  const RoadmapHelpTopic *topics = roadmap_help_get_topics ();
  guint i;

  for (i = 0; topics[i].id != NULL; i++)
    {
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, i));
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, topics[i].id);
    }
  g_assert_cmpuint (i, >, 3);
  g_assert_null (gtk_list_box_get_row_at_index (list, i));
  close_windows ();
}

/* One window however often it is asked for, which goes with the one it helps with. */
static void
test_help_is_one_window (void)
{
  GtkWindow *window = open_window ();
  GtkWidget *help = open_help (window);

  g_assert_true (open_help (window) == help);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  settle ();
  g_assert_null (window);
  g_assert_null (gtk_application_get_windows (application));
}

/* Narrow as a phone: first the topics, then the one that was chosen, then back. */
static void
test_help_folds (void)
{
  GtkWidget *help = open_help (open_window ());
  AdwLeaflet *leaflet = find (help, "leaflet");
  GtkListBox *list = find (help, "list");
  GtkWidget *topics = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_BOX);
  int minimum;

  gtk_widget_measure (help, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (help), 360, 500);
  settle ();
  g_assert_true (adw_leaflet_get_folded (leaflet));

  g_assert_true (adw_leaflet_get_visible_child (leaflet) == topics);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  g_assert_true (adw_leaflet_get_visible_child (leaflet) != topics);
  g_assert_true (gtk_widget_activate_action (help, "help.back", NULL));
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == topics);
  close_windows ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = g_object_new (ROADMAP_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID ".Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/koteihyo/Koteihyo",
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/help/shortcuts-are-listed", test_shortcuts_are_listed);
  g_test_add_func ("/help/shortcuts-are-standard", test_shortcuts_are_standard);
  g_test_add_func ("/help/shortcuts-window-opens", test_shortcuts_window_opens);
  g_test_add_func ("/help/fullscreen-and-back", test_fullscreen_and_back);
  g_test_add_func ("/help/turns-pages", test_help_turns_pages);
  g_test_add_func ("/help/is-one-window", test_help_is_one_window);
  g_test_add_func ("/help/folds", test_help_folds);
  return g_test_run ();
}
