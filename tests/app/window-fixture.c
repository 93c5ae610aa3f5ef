/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "widgets/sheet-child.h"

/* One for all tests, as a process has only one. */
RoadmapApplication *fixture_application;

static gboolean
is_saving (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data) && roadmap_window_is_saving (l->data))
      return TRUE;
  return FALSE;
}

void
fixture_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 3;

  while (g_get_monotonic_time () < end || is_saving ())
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* What the first frame need not show is made after it, and takes the focus then: on a busy machine that may be late. */
static void
wait_until_complete (RoadmapWindow *window)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!window->has_entered && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
  g_assert_true (window->has_entered);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  fixture->folder = g_dir_make_tmp ("koteihyo-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "roadmap.xml", NULL);
  g_assert_true (g_file_get_contents (source, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  fixture->file = g_file_new_for_path (path);

  fixture->window = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1400, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
  roadmap_window_open (fixture->window, fixture->file);
  wait_until_complete (fixture->window);
  fixture_settle ();
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (g_file_peek_path (fixture->file), "~", NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)); l != NULL;
       l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)))
    gtk_window_destroy (l->data);
  fixture_settle ();
  g_unlink (g_file_peek_path (fixture->file));
  g_unlink (backup);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_free (fixture->folder);
}

RoadmapItem *
fixture_look_up (Fixture    *fixture,
                 const char *id)
{
  RoadmapItem *item = roadmap_lookup (roadmap_view_state_get_roadmap (fixture->window->state), id);

  g_assert_nonnull (item);
  return item;
}

void
fixture_activate (Fixture    *fixture,
                  const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

/* One step that sets the status of a bar. */
void
fixture_set_status (Fixture    *fixture,
                    const char *id,
                    const char *status)
{
  RoadmapItem *item = fixture_look_up (fixture, id);
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), "status");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (item, field, NULL, status);

  roadmap_history_begin (fixture->window->history, "Set Status");
  g_assert_true (roadmap_apply (roadmap_view_state_get_roadmap (fixture->window->state), edit, NULL));
  g_assert_true (roadmap_history_commit (fixture->window->history, NULL));
}

/* (transfer none): the timeline's child for the bar, or NULL. */
GtkWidget *
fixture_find_bar (Fixture    *fixture,
                  const char *id)
{
  RoadmapItem *item = fixture_look_up (fixture, id);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->window->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_SHEET_CHILD (child) && roadmap_sheet_child_get_item (ROADMAP_SHEET_CHILD (child)) == item)
      return child;
  return NULL;
}

void
fixture_init (void)
{
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_application = g_object_new (ROADMAP_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID ".Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/koteihyo/Koteihyo",
                              NULL);
  g_assert_true (g_application_register (G_APPLICATION (fixture_application), NULL, NULL));
}
