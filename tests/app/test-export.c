/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Exporting from the window: what the dialog offers, and what then is in the folder. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/export-dialog.h"
#include "window-fixture.h"

/* The window over that of the roadmap, or NULL. */
static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0 ||
         (ADW_IS_PREFERENCES_ROW (widget) &&
          g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name) == 0) ||
         (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), name) != NULL);
}

static GtkWidget *
search (GtkWidget  *top,
        const char *name)
{
  if (is_named (top, name))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget  *top,
      const char *name)
{
  GtkWidget *found = search (top, name);

  if (found == NULL)
    g_error ("there is no %s", name);
  return found;
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  GtkWidget *dialog;

  fixture_activate (fixture, "win.export");
  fixture_settle ();
  dialog = find_dialog (fixture);
  g_assert_true (ROADMAP_IS_EXPORT_DIALOG (dialog));
  return dialog;
}

static void
choose_format (GtkWidget  *dialog,
               const char *id)
{
  const RoadmapExportFormat *format = roadmap_export_find_format (id);
  GtkWidget *row = find (dialog, format->title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

static void
assert_rows (GtkWidget  *dialog,
             const char *shown)
{
  static const char *const rows[] = {
    "language_row", "chart_row", "filter_row", "layout_row", "paper_row", "orientation_row", "scale_row", "mark_row",
  };
  g_auto (GStrv) names = g_strsplit (shown, " ", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (gtk_widget_get_visible (find (dialog, rows[i])) != g_strv_contains ((const char *const *) names, rows[i]))
      g_error ("%s is %s", rows[i], gtk_widget_get_visible (find (dialog, rows[i])) ? "shown" : "not shown");
}

/* Each format is offered with what it cannot carry, and with what it has a use for. */
static void
test_dialog (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find (dialog, format->title))), ==, format->limits);

  choose_format (dialog, "html");
  assert_rows (dialog, "language_row chart_row");
  choose_format (dialog, "csv");
  assert_rows (dialog, "language_row chart_row mark_row");
  choose_format (dialog, "pdf");
  assert_rows (dialog, "language_row chart_row layout_row paper_row orientation_row");
  choose_format (dialog, "svg");
  assert_rows (dialog, "language_row chart_row layout_row paper_row");
  choose_format (dialog, "png");
  assert_rows (dialog, "language_row chart_row layout_row paper_row scale_row");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "paper_row")), 2);
  assert_rows (dialog, "language_row chart_row layout_row paper_row orientation_row scale_row");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Waits until the window says something with @words in it. */
static void
wait_for (Fixture    *fixture,
          const char *words)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (search (GTK_WIDGET (fixture->window), words) == NULL &&
         (find_dialog (fixture) == NULL || search (find_dialog (fixture), words) == NULL))
    {
      if (g_get_monotonic_time () > end)
        g_error ("the window does not say “%s”", words);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

static char *
read_and_remove (Fixture    *fixture,
                 const char *name,
                 gsize      *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return text;
}

/* A name without a suffix gets that of the format. */
static void
export (Fixture    *fixture,
        GtkWidget  *dialog,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  roadmap_export_dialog_choose (ROADMAP_EXPORT_DIALOG (dialog), file);
}

static void
test_formats (Fixture      *fixture,
              gconstpointer data)
{
  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    {
      GtkWidget *dialog = open_dialog (fixture);
      g_autofree char *written = g_strdup_printf ("plan.%s", format->suffix);
      g_autofree char *text = NULL;
      gsize length = 0;

      choose_format (dialog, format->id);
      /* One chart is one picture. */
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "chart_row")), 1);
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "layout_row")), 0);
      adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "paper_row")), 0);
      export (fixture, dialog, "plan");
      wait_for (fixture, written);
      text = read_and_remove (fixture, written, &length);
      g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", format->id, length);
      g_assert_cmpuint (length, >, 500);
    }
}

/* What was chosen last is chosen again. */
static void
test_remembered (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *text = NULL;
  gsize length;

  choose_format (dialog, "csv");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "language_row")), 1);
  gtk_switch_set_active (GTK_SWITCH (find (dialog, "mark_switch")), FALSE);
  export (fixture, dialog, "table.csv");
  wait_for (fixture, "table.csv");
  text = read_and_remove (fixture, "table.csv", &length);
  g_assert_false (g_str_has_prefix (text, "\xef\xbb\xbf"));

  dialog = open_dialog (fixture);
  assert_rows (dialog, "language_row chart_row mark_row");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find (dialog, "language_row"))), ==, 1);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find (dialog, "mark_switch"))));
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Several pictures are several files; none of them takes the place of another file unasked. */
static void
test_several (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *kept = g_build_filename (fixture->folder, "plan-2.svg", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (kept, "mine", -1, NULL));
  choose_format (dialog, "svg");
  export (fixture, dialog, "plan");
  wait_for (fixture, "“plan-2.svg” already.");
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (fixture)), "replace");
  wait_for (fixture, "2 files written");
  first = read_and_remove (fixture, "plan-1.svg", &length);
  second = read_and_remove (fixture, "plan-2.svg", &length);
  g_assert_nonnull (strstr (first, "<svg"));
  g_assert_nonnull (strstr (second, "<svg"));
}

/* A sentence says what went wrong, and nothing is left behind. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);

  choose_format (dialog, "html");
  export (fixture, dialog, "missing/plan.html");
  wait_for (fixture, "The Roadmap Was Not Exported");
  g_assert_nonnull (search (find_dialog (fixture), "missing"));
  gtk_window_close (GTK_WINDOW (find_dialog (fixture)));
}

/* What is done to the roadmap, and to its window, once an export has begun does not matter to it. */
static void
test_meanwhile (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "plan.html", NULL);
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  g_autofree char *text = NULL;
  gsize length;

  choose_format (dialog, "html");
  export (fixture, dialog, "plan.html");
  fixture_set_status (fixture, "irb.bar-1", "done");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (!g_file_test (path, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
  fixture_settle ();
  text = read_and_remove (fixture, "plan.html", &length);
  g_assert_true (g_str_has_suffix (text, "</html>\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add ("/export/dialog", Fixture, NULL, fixture_set_up, test_dialog, fixture_tear_down);
  g_test_add ("/export/formats", Fixture, NULL, fixture_set_up, test_formats, fixture_tear_down);
  g_test_add ("/export/remembered", Fixture, NULL, fixture_set_up, test_remembered, fixture_tear_down);
  g_test_add ("/export/several", Fixture, NULL, fixture_set_up, test_several, fixture_tear_down);
  g_test_add ("/export/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/export/meanwhile", Fixture, NULL, fixture_set_up, test_meanwhile, fixture_tear_down);
  return g_test_run ();
}
