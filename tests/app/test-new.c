/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "app/new-dialog.h"

/* A new roadmap, from the dialog to its file. */

typedef struct
{
  GtkWidget *dialog;
  Roadmap   *created;
} Story;

static void
created_cb (RoadmapNewDialog *dialog,
            Roadmap          *roadmap,
            Story            *story)
{
  g_set_object (&story->created, roadmap);
}

static GtkWidget *
get_child (Story      *story,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (story->dialog, ROADMAP_TYPE_NEW_DIALOG, name));
}

static void
open_dialog (Story      *story,
             const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", folder, NULL);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 10, 2, 2027);
  *story = (Story) { roadmap_new_dialog_new (NULL, path, &today), NULL };
  g_signal_connect (story->dialog, "created", G_CALLBACK (created_cb), story);
  g_object_add_weak_pointer (G_OBJECT (story->dialog), (gpointer *) &story->dialog);
  gtk_window_present (GTK_WINDOW (story->dialog));
  fixture_settle ();
}

static void
set_title (Story      *story,
           const char *title)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (story, "title_row")), title);
}

static char *
dup_lanes (Story *story)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_child (story, "lanes_view")));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
set_lanes (Story      *story,
           const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_child (story, "lanes_view"))), text, -1);
}

static void
assert_problem (Story      *story,
                const char *problem)
{
  GtkWidget *label = get_child (story, "problem_label");

  g_assert_cmpstr (gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL, ==, problem);
}

static void
choose_template (Story *story,
                 int    index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (get_child (story, "template_list")), index);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

static void
press_create (Story *story)
{
  gtk_widget_activate_action (story->dialog, "dialog.create", NULL);
  fixture_settle ();
}

static void
test_stages (void)
{
  Story story;
  g_autofree char *lanes = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  Roadmap *roadmap;

  open_dialog (&story, "templates");
  /* In English, since the interface is; nothing is wrong that nobody has entered. */
  lanes = dup_lanes (&story);
  g_assert_cmpstr (lanes, ==, "Lane");
  assert_problem (&story, NULL);
  press_create (&story);
  g_assert_nonnull (story.dialog);
  g_assert_null (story.created);

  choose_template (&story, 1);
  g_free (lanes);
  lanes = dup_lanes (&story);
  g_assert_true (g_str_has_prefix (lanes, "IRB\nInformed consent (IC)\n"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (&story, "language_row")), 0);
  g_free (lanes);
  lanes = dup_lanes (&story);
  g_assert_true (g_str_has_suffix (lanes, "\n商用展開／アップデート\nその他"));

  /* What was entered stays, whatever is chosen after it. */
  set_lanes (&story, "試行\n\n その他 \n");
  choose_template (&story, 2);
  choose_template (&story, 1);
  set_title (&story, "全国の工程表");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (&story, "last_spin")), 2020);
  assert_problem (&story, "The last year must not be before the first.");
  press_create (&story);
  g_assert_null (story.created);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (&story, "last_spin")), 2030);
  assert_problem (&story, NULL);
  press_create (&story);
  g_assert_null (story.dialog);

  roadmap = story.created;
  stages = roadmap_list (roadmap, NULL, "stage");
  g_assert_cmpuint (stages->len, ==, 2);
  g_assert_cmpstr (roadmap_item_get (g_ptr_array_index (stages, 1), "title"), ==, "その他");
  g_assert_cmpstr (roadmap_get_language (roadmap), ==, "ja");
  /* February belongs to the fiscal year before. */
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap, "plan"), "start"), ==, "FY2026");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap, "plan"), "end"), ==, "FY2030");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap, "plan"), "columns"), ==, "quarter");
  g_assert_nonnull (roadmap_lookup (roadmap, "category.a"));
  g_clear_object (&story.created);
}

static void
test_no_templates (void)
{
  Story story;

  open_dialog (&story, "absent");
  assert_problem (&story, "The templates of this program are missing; install it again.");
  set_title (&story, "x");
  press_create (&story);
  g_assert_null (story.created);
  gtk_window_destroy (GTK_WINDOW (story.dialog));
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* It has no file, and is asked about like any unsaved work. */
static void
test_window (void)
{
  Story story;
  RoadmapWindow *window = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);
  g_autofree char *folder = g_dir_make_tmp ("koteihyo-new-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *question;

  open_dialog (&story, "templates");
  choose_template (&story, 2);
  set_title (&story, "A new plan");
  press_create (&story);
  gtk_window_present (GTK_WINDOW (window));
  roadmap_window_show_new (window, story.created);
  fixture_settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "A new plan");
  g_assert_cmpstr (adw_view_switcher_title_get_subtitle (window->title), ==, "• Untitled Roadmap");
  g_assert_true (roadmap_window_is_modified (window));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL) &&
                  find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  for (guint i = 0; i < 6; i++)
    {
      static const char *const views[] = { "table", "map", "document", "progress", "follow-up", "timeline" };

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", views[i]));
      fixture_settle ();
    }

  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  question = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "save");
  gtk_window_destroy (question);
  fixture_settle ();
  /* Where to save it; without an answer it stays. */
  question = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_nonnull (question);
  gtk_window_close (question);
  fixture_settle ();
  g_assert_nonnull (find_window (ROADMAP_TYPE_WINDOW));
  g_assert_true (roadmap_window_is_modified (window));

  g_assert_true (roadmap_document_save_as (window->document, file, NULL));
  roadmap_history_mark_saved (window->history);
  g_assert_cmpstr (adw_view_switcher_title_get_subtitle (window->title), ==, "new.xml");
  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_null (find_window (ROADMAP_TYPE_WINDOW));
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_object (&story.created);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add_func ("/new/stages", test_stages);
  g_test_add_func ("/new/no-templates", test_no_templates);
  g_test_add_func ("/new/window", test_window);
  return g_test_run ();
}
