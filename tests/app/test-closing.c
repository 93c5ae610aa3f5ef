/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two windows with unsaved work, and the ways out. */

typedef struct
{
  Fixture        first; /* it comes first in memory: the functions for a fixture take this for one */
  RoadmapWindow *second;
  GFile         *second_file;
} Story;

static void
set_title (RoadmapWindow *window,
           const char    *title)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (window->state);
  RoadmapItem *root = roadmap_get_root (roadmap);
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (
    root, roadmap_kind_find_field (roadmap_item_get_kind (root), "title"), "fr", title);

  roadmap_history_begin (window->history, "Title");
  g_assert_true (roadmap_apply (roadmap, edit, NULL));
  g_assert_true (roadmap_history_commit (window->history, NULL));
}

static void
set_up (Story         *story,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autofree char *copy = NULL;

  fixture_set_up (&story->first, data);
  copy = g_build_filename (story->first.folder, "second.xml", NULL);
  story->second_file = g_file_new_for_path (copy);
  g_assert_true (g_file_copy (source, story->second_file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  story->second = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);
  roadmap_window_open (story->second, story->second_file);
  fixture_settle ();
  set_title (story->first.window, "Un");
  set_title (story->second, "Deux");
}

static void
tear_down (Story         *story,
           gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (g_file_peek_path (story->second_file), "~", NULL);

  g_unlink (g_file_peek_path (story->second_file));
  g_unlink (backup);
  g_clear_object (&story->second_file);
  fixture_tear_down (&story->first, data);
}

/* (transfer none): the question that is open, of which there is no more than one; NULL if there is none. */
static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  AdwMessageDialog *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (window) || !gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;
      g_assert_null (found);
      found = ADW_MESSAGE_DIALOG (window);
    }
  return found;
}

/* Which window asks, as "roadmap.xml"; then answers it. */
static RoadmapWindow *
answer (const char *response)
{
  AdwMessageDialog *dialog = find_question ();
  RoadmapWindow *window;

  g_assert_nonnull (dialog);
  window = ROADMAP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle ();
  return window;
}

static void
quit (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture_application), "quit", NULL);
  fixture_settle ();
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture_application)));
}

static gboolean
has_title (GFile      *file,
           const char *title)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return strstr (text, title) != NULL;
}

static void
test_cancel (Story         *story,
             gconstpointer  data)
{
  quit ();
  answer ("cancel");
  g_assert_null (find_question ());
  g_assert_cmpuint (count_windows (), ==, 2);

  /* A no to the second question keeps the first window too, with its work. */
  quit ();
  answer ("discard");
  answer ("cancel");
  g_assert_null (find_question ());
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (roadmap_window_is_modified (story->first.window));
  g_assert_true (roadmap_window_is_modified (story->second));

  /* And it is asked again. */
  gtk_window_close (GTK_WINDOW (story->first.window));
  fixture_settle ();
  g_assert_true (answer ("cancel") == story->first.window);
  g_assert_cmpuint (count_windows (), ==, 2);
}

static void
test_answers (Story         *story,
              gconstpointer  data)
{
  RoadmapWindow *asked[2];
  gboolean first_saved;

  quit ();
  asked[0] = answer ("save");
  /* What is saved stays open until all have answered. */
  g_assert_cmpuint (count_windows (), ==, 2);
  first_saved = asked[0] == story->first.window;
  asked[1] = answer ("discard");
  g_assert_true (asked[0] != asked[1]);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_cmpint (has_title (story->first.file, "Un<"), ==, first_saved);
  g_assert_cmpint (has_title (story->second_file, "Deux<"), ==, !first_saved);
}

static void
test_save_fails (Story         *story,
                 gconstpointer  data)
{
  RoadmapWindow *window;

  g_assert_true (g_file_set_contents (g_file_peek_path (story->first.file), "somebody else’s", -1, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (story->second_file), "somebody else’s", -1, NULL));
  quit ();
  window = answer ("save");
  /* The next question is what to do about that. */
  g_assert_true (answer ("cancel") == window);
  g_assert_null (find_question ());
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_true (roadmap_window_is_modified (window));

  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_true (answer ("discard") == window);
  g_assert_cmpuint (count_windows (), ==, 1);
}

/* Asking twice is one question, and the last window takes the program along. */
static void
test_one_by_one (Story         *story,
                 gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (story->second));
  gtk_window_close (GTK_WINDOW (story->second));
  fixture_settle ();
  g_assert_true (answer ("discard") == story->second);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_false (has_title (story->second_file, "Deux<"));

  gtk_window_close (GTK_WINDOW (story->first.window));
  quit ();
  g_assert_true (answer ("save") == story->first.window);
  g_assert_cmpuint (count_windows (), ==, 0);
  g_assert_true (has_title (story->first.file, "Un<"));
}

static void
test_inhibits (Story         *story,
               gconstpointer  data)
{
  g_assert_true (story->first.window->inhibiting);
  fixture_activate (&story->first, "win.undo");
  g_assert_false (story->first.window->inhibiting);
  fixture_activate (&story->first, "win.redo");
  g_assert_true (story->first.window->inhibiting);
  fixture_activate (&story->first, "win.save");
  fixture_settle ();
  g_assert_false (story->first.window->inhibiting);
  g_assert_cmpuint (story->first.window->inhibition, ==, 0);
  g_assert_true (story->second->inhibiting);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Story         *story,
                       gconstpointer  data);
  } tests[] = {
    { "/closing/cancel", test_cancel },
    { "/closing/answers", test_answers },
    { "/closing/save-fails", test_save_fails },
    { "/closing/one-by-one", test_one_by_one },
    { "/closing/inhibits", test_inhibits },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Story, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
