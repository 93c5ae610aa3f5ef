/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/compare-dialog.h"
#include "app/disk-bar.h"

/* What other programs do to the file of a window. */

#define PATIENCE (10 * G_USEC_PER_SEC)

static RoadmapDiskBarState
get_state (Fixture *fixture)
{
  GtkWidget *bar = adw_bin_get_child (fixture->window->disk_place);

  return bar != NULL ? roadmap_disk_bar_get_state (ROADMAP_DISK_BAR (bar)) : ROADMAP_DISK_BAR_HIDDEN;
}

static void
wait_for (Fixture             *fixture,
          RoadmapDiskBarState  state)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (get_state (fixture) != state && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
  g_assert_cmpint (get_state (fixture), ==, state);
}

/* The file as somebody else leaves it: an item changed without this program's window. */
static void
change_file (Fixture    *fixture,
             const char *id,
             const char *field_name,
             const char *value)
{
  g_autoptr (RoadmapDocument) document = roadmap_document_open (fixture->file, NULL);
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  RoadmapItem *item = roadmap_lookup (roadmap, id);
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (
    item, roadmap_kind_find_field (roadmap_item_get_kind (item), field_name), NULL, value);

  roadmap_set_wording_locked (roadmap, FALSE);
  g_assert_true (roadmap_apply (roadmap, edit, NULL));
  g_assert_true (roadmap_document_save_copy (document, g_file_peek_path (fixture->file), NULL));
}

static const char *
get_value (Fixture    *fixture,
           const char *id,
           const char *field)
{
  return roadmap_item_get (fixture_look_up (fixture, id), field);
}

/* In the file. */
static char *
dup_saved (Fixture    *fixture,
           const char *id,
           const char *field)
{
  g_autoptr (RoadmapDocument) document = roadmap_document_open (fixture->file, NULL);

  return g_strdup (roadmap_item_get (roadmap_lookup (roadmap_document_get_roadmap (document), id), field));
}

static void
assert_saved (Fixture    *fixture,
              const char *id,
              const char *field,
              const char *value)
{
  g_autofree char *saved = dup_saved (fixture, id, field);

  g_assert_cmpstr (saved, ==, value);
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  RoadmapWindow *window = fixture->window;
  GtkAdjustment *adjustment;
  double scrolled;

  /* A step that is saved, a selection, a place. */
  fixture_set_status (fixture, "irb.bar-1", "done");
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  roadmap_view_state_set_selected (window->state, fixture_look_up (fixture, "irb.bar-3"));
  fixture_activate (fixture, "win.all-charts");
  fixture_settle ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (window->timeline));
  gtk_adjustment_set_value (adjustment, 700);
  scrolled = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (scrolled, >, 100);
  fixture_settle ();
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_HIDDEN);

  change_file (fixture, "irb.bar-2", "status", "delayed");
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  g_assert_null (get_value (fixture, "irb.bar-2", "status"));
  fixture_activate (fixture, "win.reload");
  fixture_settle ();
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_HIDDEN);
  g_assert_cmpstr (get_value (fixture, "irb.bar-2", "status"), ==, "delayed");
  g_assert_false (roadmap_window_is_modified (window));
  g_assert_false (roadmap_history_get_can_undo (window->history));
  g_assert_true (roadmap_view_state_get_selected (window->state) == fixture_look_up (fixture, "irb.bar-3"));
  g_assert_null (roadmap_view_state_get_chart (window->state));
  for (guint i = 0; i < 5; i++)
    fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, scrolled);
}

static void
test_carries_over (Fixture       *fixture,
                   gconstpointer  data)
{
  RoadmapWindow *window = fixture->window;

  fixture_set_status (fixture, "irb.bar-1", "done");
  fixture_set_status (fixture, "irb.bar-3", "ongoing");
  change_file (fixture, "irb.bar-2", "status", "delayed");
  roadmap_window_look_at_disk (window);
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  fixture_activate (fixture, "win.reload");
  fixture_settle ();
  g_assert_null (find_window (ROADMAP_TYPE_COMPARE_DIALOG));
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "done");
  g_assert_cmpstr (get_value (fixture, "irb.bar-2", "status"), ==, "delayed");
  g_assert_cmpstr (get_value (fixture, "irb.bar-3", "status"), ==, "ongoing");

  /* What was carried over is one step, above what the file holds. */
  g_assert_true (roadmap_window_is_modified (window));
  g_assert_cmpstr (roadmap_history_get_undo_name (window->history), ==, "Carry over unsaved changes");
  fixture_activate (fixture, "win.undo");
  g_assert_false (roadmap_window_is_modified (window));
  g_assert_null (get_value (fixture, "irb.bar-1", "status"));
  g_assert_false (roadmap_history_get_can_undo (window->history));
  fixture_activate (fixture, "win.redo");
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  assert_saved (fixture, "irb.bar-1", "status", "done");
  assert_saved (fixture, "irb.bar-2", "status", "delayed");
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWindow *dialog;

  fixture_set_status (fixture, "irb.bar-1", "done");
  change_file (fixture, "irb.bar-1", "status", "delayed");
  roadmap_window_look_at_disk (fixture->window);
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  fixture_activate (fixture, "win.reload");
  fixture_settle ();
  dialog = find_window (ROADMAP_TYPE_COMPARE_DIALOG);
  g_assert_nonnull (dialog);

  /* Nothing happens without an answer. */
  gtk_window_close (dialog);
  fixture_settle ();
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "done");
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_CHANGED);

  fixture_activate (fixture, "win.compare-with-file");
  fixture_settle ();
  dialog = find_window (ROADMAP_TYPE_COMPARE_DIALOG);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.accept", NULL));
  fixture_settle ();
  g_assert_null (find_window (ROADMAP_TYPE_COMPARE_DIALOG));
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "done");
  fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "delayed");
}

static void
test_keep_mine (Fixture       *fixture,
                gconstpointer  data)
{
  change_file (fixture, "irb.bar-1", "status", "delayed");
  roadmap_window_look_at_disk (fixture->window);
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  fixture_activate (fixture, "win.keep-mine");
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_HIDDEN);
  g_assert_true (roadmap_window_is_modified (fixture->window));
  roadmap_window_look_at_disk (fixture->window);
  fixture_settle ();
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_HIDDEN);

  /* That version may be overwritten, and no other. */
  change_file (fixture, "irb.bar-2", "status", "delayed");
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  fixture_activate (fixture, "win.keep-mine");
  fixture_activate (fixture, "win.save");
  fixture_settle ();
  g_assert_false (roadmap_window_is_modified (fixture->window));
  assert_saved (fixture, "irb.bar-1", "status", NULL);
  assert_saved (fixture, "irb.bar-2", "status", NULL);
}

/* Answers the question that a save asks when the file was changed. */
static void
answer_save (Fixture    *fixture,
             const char *response)
{
  GtkWindow *dialog;

  fixture_activate (fixture, "win.save");
  fixture_settle ();
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  fixture_settle ();
  fixture_settle ();
  fixture_settle ();
}

static void
test_save_asks (Fixture       *fixture,
                gconstpointer  data)
{
  fixture_set_status (fixture, "irb.bar-1", "done");
  change_file (fixture, "irb.bar-2", "status", "delayed");
  answer_save (fixture, "cancel");
  assert_saved (fixture, "irb.bar-2", "status", "delayed");
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  answer_save (fixture, "overwrite");
  assert_saved (fixture, "irb.bar-1", "status", "done");
  assert_saved (fixture, "irb.bar-2", "status", NULL);
  g_assert_false (roadmap_window_is_modified (fixture->window));

  fixture_set_status (fixture, "irb.bar-1", "ongoing");
  change_file (fixture, "irb.bar-2", "status", "delayed");
  answer_save (fixture, "reload");
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "ongoing");
  g_assert_cmpstr (get_value (fixture, "irb.bar-2", "status"), ==, "delayed");
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (g_file_peek_path (fixture->file));
  roadmap_window_look_at_disk (fixture->window);
  wait_for (fixture, ROADMAP_DISK_BAR_GONE);
  g_assert_true (roadmap_window_is_modified (fixture->window));
  fixture_activate (fixture, "win.save");
  wait_for (fixture, ROADMAP_DISK_BAR_HIDDEN);
  g_assert_true (g_file_query_exists (fixture->file, NULL));
  g_assert_false (roadmap_window_is_modified (fixture->window));
}

/* The same content from another hand, and what cannot be read, are no news; nor does a damaged file do any harm. */
static void
test_no_news (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (fixture->file, NULL, &text, &length, NULL, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, length, NULL));
  roadmap_window_look_at_disk (fixture->window);
  for (guint i = 0; i < 4; i++)
    fixture_settle ();
  g_assert_cmpint (get_state (fixture), ==, ROADMAP_DISK_BAR_HIDDEN);

  fixture_set_status (fixture, "irb.bar-1", "done");
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "<roadmap", -1, NULL));
  wait_for (fixture, ROADMAP_DISK_BAR_CHANGED);
  fixture_activate (fixture, "win.reload");
  fixture_settle ();
  g_assert_nonnull (find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (get_value (fixture, "irb.bar-1", "status"), ==, "done");

  /* Put right again by that hand. */
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, length, NULL));
  wait_for (fixture, ROADMAP_DISK_BAR_HIDDEN);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/window-disk/reload", test_reload },
    { "/window-disk/carries-over", test_carries_over },
    { "/window-disk/conflict", test_conflict },
    { "/window-disk/keep-mine", test_keep_mine },
    { "/window-disk/save-asks", test_save_asks },
    { "/window-disk/gone", test_gone },
    { "/window-disk/no-news", test_no_news },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
