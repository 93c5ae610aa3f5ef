/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Both editing dialogs and printing, on the shipped roadmap.  The dialogs are used as people use them, by their
 * widgets: templates name these, and rows made in C are found by their titles. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/item-dialog.h"
#include "app/print.h"
#include "app/progress-dialog.h"
#include "document/document.h"
#include "widgets/span-row.h"

#define BAR       "irb.bar-3" /* FY2021-Q1 to FY2022, open, inferred; with an explanation */
#define MEASURE   "irb.measure-1"
#define MILESTONE "phr.milestone-1" /* 2020-08, stated */

typedef struct
{
  RoadmapDocument *document;
  Roadmap         *roadmap;
  RoadmapHistory  *history;
  char            *folder;
  GtkWidget       *dialog; /* NULL once it has closed */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
  g_autoptr (GError) error = NULL;

  fixture->document = roadmap_document_open_path (path, &error);
  g_assert_no_error (error);
  fixture->roadmap = roadmap_document_get_roadmap (fixture->document);
  fixture->history = roadmap_history_new (fixture->roadmap);
  fixture->folder = g_dir_make_tmp ("koteihyo-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_null (fixture->dialog);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->history);
  g_object_unref (fixture->document);
}

static RoadmapItem *
get_item (Fixture    *fixture,
          const char *id)
{
  RoadmapItem *item = roadmap_lookup (fixture->roadmap, id);

  g_assert_nonnull (item);
  return item;
}

static const char *
get_value (Fixture    *fixture,
           const char *id,
           const char *field)
{
  return roadmap_item_get (get_item (fixture, id), field);
}

#define SHORTLY 100 /* milliseconds */

static void
pump (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
show (Fixture   *fixture,
      GtkWidget *dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  pump (SHORTLY);
}

static void
show_progress_dialog (Fixture    *fixture,
                      const char *id)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 10, 2022);
  show (fixture, roadmap_progress_dialog_new (NULL, fixture->history, fixture->roadmap, get_item (fixture, id), &today,
                                              NULL));
}

static void
show_item_dialog (Fixture    *fixture,
                  const char *id)
{
  show (fixture, roadmap_item_dialog_new (NULL, fixture->history, fixture->roadmap, get_item (fixture, id), NULL));
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0 ||
         (ADW_IS_PREFERENCES_ROW (widget) &&
          g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name) == 0);
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

static gpointer
find (Fixture    *fixture,
      const char *name)
{
  GtkWidget *widget = search (fixture->dialog, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
write_entry (Fixture    *fixture,
             const char *name,
             const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, name)), text);
}

static void
write_text (GtkTextView *view,
            const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
pick (Fixture    *fixture,
      const char *row,
      guint       position)
{
  adw_combo_row_set_selected (find (fixture, row), position);
}

/* Picks the entry of this text. */
static void
pick_text (Fixture    *fixture,
           const char *row,
           const char *text)
{
  GListModel *list = adw_combo_row_get_model (find (fixture, row));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkStringObject) entry = g_list_model_get_item (list, i);

      if (strcmp (gtk_string_object_get_string (entry), text) == 0)
        {
          pick (fixture, row, i);
          return;
        }
    }
  g_test_fail_printf ("%s does not offer %s", row, text);
}

static const char *
get_picked (Fixture    *fixture,
            const char *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (find (fixture, row)));
}

static gboolean
can_save (Fixture *fixture)
{
  return gtk_widget_get_sensitive (find (fixture, "save_button"));
}

/* As Ctrl+Enter does.  Enter in an entry presses the default button, which has the same action. */
static void
save (Fixture *fixture)
{
  g_assert_true (can_save (fixture));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)) == find (fixture, "save_button"));
  gtk_widget_activate_action (fixture->dialog, "dialog.save", NULL);
  pump (SHORTLY);
}

static void
assert_closed (Fixture *fixture)
{
  pump (SHORTLY);
  g_assert_null (fixture->dialog);
}

/* That what was done is one step of this name, and undo leaves nothing of it. */
static void
assert_one_step (Fixture    *fixture,
                 const char *name)
{
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->history), ==, name);
  roadmap_history_undo (fixture->history);
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
  g_assert_false (roadmap_history_get_modified (fixture->history));
}

static RoadmapItem *
get_only_followup (Fixture    *fixture,
                   const char *id)
{
  g_autoptr (GPtrArray) followups = roadmap_list (fixture->roadmap, get_item (fixture, id), "followup");

  g_assert_cmpuint (followups->len, ==, 1);
  return g_ptr_array_index (followups, 0);
}

/* Everything official, as one text. */
static void
append_official_cb (const RoadmapField *field,
                    const char         *language,
                    const char         *value,
                    gpointer            text)
{
  if (language == NULL && field->flags & ROADMAP_FIELD_OFFICIAL)
    g_string_append_printf (text, "%s=%s\n", field->name, value);
}

static char *
dump_official (Fixture *fixture)
{
  RoadmapItem *root = roadmap_get_root (fixture->roadmap);
  GString *text = g_string_new (NULL);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    roadmap_item_foreach_value (item, append_official_cb, text);
  return g_string_free (text, FALSE);
}

static void
test_progress_saved (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *official = dump_official (fixture);
  g_autofree char *official_after = NULL;
  RoadmapItem *followup;

  show_progress_dialog (fixture, BAR);
  g_assert_false (can_save (fixture));
  pick (fixture, "status_row", 2);
  write_text (find (fixture, "progress_view"), "○ 説明会を開催した。\n○ 資料を公開した。\n");
  write_text (find (fixture, "plan_view"), " ");
  write_entry (fixture, "meeting_row", "第15回");
  write_entry (fixture, "author_row", "山田");
  write_entry (fixture, "evidence_row", "https://www.mhlw.go.jp/stf/newpage_12345.html");
  g_assert_cmpstr (roadmap_progress_dialog_get_author (ROADMAP_PROGRESS_DIALOG (fixture->dialog)), ==, "山田");
  save (fixture);
  assert_closed (fixture);

  g_assert_cmpstr (get_value (fixture, BAR, "status"), ==, "in-progress");
  followup = get_only_followup (fixture, BAR);
  g_assert_cmpstr (roadmap_item_get (followup, "date"), ==, "2022-10-20");
  g_assert_cmpstr (roadmap_item_get (followup, "year"), ==, "FY2022");
  g_assert_cmpstr (roadmap_item_get (followup, "status"), ==, "in-progress");
  g_assert_cmpstr (roadmap_item_get (followup, "author"), ==, "山田");
  g_assert_cmpstr (roadmap_item_get (followup, "meeting"), ==, "第15回");
  g_assert_cmpstr (roadmap_item_get (followup, "progress"), ==, "○ 説明会を開催した。\n○ 資料を公開した。");
  g_assert_null (roadmap_item_get (followup, "plan"));
  g_assert_cmpstr (roadmap_item_get (followup, "evidence"), ==, "https://www.mhlw.go.jp/stf/newpage_12345.html");

  g_assert_true (roadmap_get_wording_locked (fixture->roadmap));
  official_after = dump_official (fixture);
  g_assert_cmpstr (official_after, ==, official);

  assert_one_step (fixture, "Record Progress");
  g_assert_null (get_value (fixture, BAR, "status"));
  g_assert_cmpuint (roadmap_item_get_n_children (get_item (fixture, BAR)), ==, 0);
}

/* A chart of calendar years is reported on by calendar years. */
static void
test_progress_civil_year (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *bar = "plan-2017.genome.bar-1";

  show_progress_dialog (fixture, bar);
  write_text (find (fixture, "progress_view"), "体制を整えた。");
  g_assert_cmpstr (adw_preferences_row_get_title (find (fixture, "year_row")), ==, "Year");
  save (fixture);
  assert_closed (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, bar), "year"), ==, "2022");
}

/* A record without a new status leaves the status alone; a measure takes records as a bar does. */
static void
test_progress_measure (Fixture       *fixture,
                       gconstpointer  data)
{
  show_progress_dialog (fixture, MEASURE);
  write_text (find (fixture, "plan_view"), "○ 周知を続ける。");
  save (fixture);
  assert_closed (fixture);

  g_assert_null (get_value (fixture, MEASURE, "status"));
  g_assert_null (roadmap_item_get (get_only_followup (fixture, MEASURE), "status"));
  assert_one_step (fixture, "Record Progress");
}

/* What comes with a paste from slides or tables. */
static void
test_progress_pasted (Fixture       *fixture,
                      gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  write_text (find (fixture, "progress_view"), "○ 説明会を開催した。\v○ 資料を公開した。");
  write_entry (fixture, "author_row", "厚生労働省\n山田\n");
  save (fixture);
  assert_closed (fixture);

  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==,
                   "○ 説明会を開催した。\n○ 資料を公開した。");
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "author"), ==, "厚生労働省 山田");
}

static void
test_progress_date (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const wrong[] = { "", "2022", "2022-13-01", "2022-02-29", "20 October 2022", "2022-10-20x" };

  show_progress_dialog (fixture, BAR);
  pick (fixture, "status_row", 1);
  g_assert_cmpstr (gtk_editable_get_text (find (fixture, "date_row")), ==, "2022-10-20");
  g_assert_nonnull (strstr (adw_preferences_row_get_title (find (fixture, "date_row")), "令和4年10月20日"));
  g_assert_true (can_save (fixture));

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      write_entry (fixture, "date_row", wrong[i]);
      g_assert_false (can_save (fixture));
      g_assert_true (gtk_widget_get_visible (find (fixture, "problem_label")));
      g_assert_true (gtk_widget_has_css_class (find (fixture, "date_row"), "error"));
    }

  /* As it comes from a Japanese keyboard. */
  write_entry (fixture, "date_row", "２０２１／０３／３１");
  g_assert_false (gtk_widget_get_visible (find (fixture, "problem_label")));
  save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "date"), ==, "2021-03-31");
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "year"), ==, "FY2020");
}

static void
test_progress_year (Fixture       *fixture,
                    gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  g_assert_cmpstr (get_picked (fixture, "year_row"), ==, "令和4年度（2022）");
  write_entry (fixture, "date_row", "2021-06-30");
  g_assert_cmpstr (get_picked (fixture, "year_row"), ==, "令和3年度（2021）");

  /* Once picked it stays: what is reported in June is the year before. */
  pick_text (fixture, "year_row", "令和2年度（2020）");
  write_entry (fixture, "date_row", "2022-06-30");
  g_assert_cmpstr (get_picked (fixture, "year_row"), ==, "令和2年度（2020）");
  pick (fixture, "status_row", 1);
  save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "year"), ==, "FY2020");
}

static void
test_progress_evidence (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const wrong[] = {
    "www.mhlw.go.jp", "javascript:alert(1)", "file:///etc/passwd", "https://", "報告書",
  };

  show_progress_dialog (fixture, BAR);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      write_entry (fixture, "evidence_row", wrong[i]);
      g_test_message ("%s", wrong[i]);
      g_assert_false (can_save (fixture));
    }
  write_entry (fixture, "evidence_row", " https://www.mhlw.go.jp/ ");
  save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "evidence"), ==, "https://www.mhlw.go.jp/");
}

/* Asks to close, is asked back, and thinks better of it. */
static void
close_and_keep (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) question = NULL;

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  pump (SHORTLY);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  question = g_list_model_get_item (windows, 0);
  if (GTK_WIDGET (question) == fixture->dialog)
    {
      g_object_unref (question);
      question = g_list_model_get_item (windows, 1);
    }
  gtk_window_close (question);
  pump (SHORTLY);
  g_assert_nonnull (fixture->dialog);
}

/* The author alone is no record; what was typed is not thrown away by a key. */
static void
test_progress_discard (Fixture       *fixture,
                       gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  roadmap_progress_dialog_set_author (ROADMAP_PROGRESS_DIALOG (fixture->dialog), "山田");
  g_assert_false (can_save (fixture));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  assert_closed (fixture);

  show_progress_dialog (fixture, BAR);
  write_text (find (fixture, "progress_view"), "○ 周知を開始。");
  close_and_keep (fixture);
  save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==, "○ 周知を開始。");
}

/* What the roadmap refuses is told, and the dialog stays with all that was entered. */
static void
test_progress_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (RoadmapEdit) removal = roadmap_edit_new_remove (get_item (fixture, "cancelled"));

  show_progress_dialog (fixture, BAR);
  pick (fixture, "status_row", 6);
  write_text (find (fixture, "progress_view"), "○ 中止となった。");
  g_assert_true (roadmap_apply (fixture->roadmap, removal, NULL));
  save (fixture);

  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_widget_get_visible (find (fixture, "error_label")));
  g_assert_null (get_value (fixture, BAR, "status"));
  g_assert_cmpuint (roadmap_item_get_n_children (get_item (fixture, BAR)), ==, 0);

  pick (fixture, "status_row", 5);
  g_assert_false (gtk_widget_get_visible (find (fixture, "error_label")));
  save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==, "○ 中止となった。");
}

static void
test_span_confirmed (Fixture       *fixture,
                     gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  g_assert_false (can_save (fixture));
  g_assert_cmpstr (get_picked (fixture, "St_art"), ==, "令和3年度第1四半期");
  g_assert_cmpstr (get_picked (fixture, "_End"), ==, "令和4年度");
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, "_Basis")), ==, ROADMAP_BASIS_INFERRED);

  pick_text (fixture, "St_art", "令和3年度第3四半期");
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, "_Basis")), ==, ROADMAP_BASIS_CONFIRMED);
  pick_text (fixture, "St_art", "令和3年度第1四半期");
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, "_Basis")), ==, ROADMAP_BASIS_INFERRED);
  g_assert_false (can_save (fixture));

  pick_text (fixture, "St_art", "令和3年度第3四半期");
  save (fixture);
  assert_closed (fixture);
  g_assert_cmpstr (get_value (fixture, BAR, "start"), ==, "FY2021-Q3");
  g_assert_cmpstr (get_value (fixture, BAR, "end"), ==, "FY2022");
  g_assert_cmpstr (get_value (fixture, BAR, "open"), ==, "true");
  g_assert_cmpstr (get_value (fixture, BAR, "basis"), ==, "confirmed");
  assert_one_step (fixture, "Change Span");
  g_assert_cmpstr (get_value (fixture, BAR, "start"), ==, "FY2021-Q1");
  g_assert_cmpstr (get_value (fixture, BAR, "basis"), ==, "inferred");
}

static void
test_span_basis_chosen (Fixture       *fixture,
                        gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  pick (fixture, "_Basis", ROADMAP_BASIS_STATED);
  pick (fixture, "_Basis", ROADMAP_BASIS_INFERRED);
  gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (find (fixture, "_Runs On"))), FALSE);
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, "_Basis")), ==, ROADMAP_BASIS_INFERRED);
  save (fixture);
  g_assert_null (get_value (fixture, BAR, "open"));
  g_assert_cmpstr (get_value (fixture, BAR, "basis"), ==, "inferred");
}

static void
test_span_reversed (Fixture       *fixture,
                    gconstpointer  data)
{
  RoadmapSpanRows *rows;

  show_item_dialog (fixture, BAR);
  rows = find (fixture, "span_rows");
  pick_text (fixture, "_End", "令和2年度第4四半期");
  g_assert_cmpstr (roadmap_span_rows_get_problem (rows), ==,
                   "The end, 令和2年度第4四半期, is before the start, 令和3年度第1四半期.");
  g_assert_true (gtk_widget_has_css_class (find (fixture, "_End"), "error"));
  g_assert_false (can_save (fixture));

  pick_text (fixture, "St_art", "令和2年度第4四半期");
  g_assert_null (roadmap_span_rows_get_problem (rows));
  g_assert_false (gtk_widget_has_css_class (find (fixture, "_End"), "error"));
  save (fixture);
  g_assert_cmpstr (get_value (fixture, BAR, "end"), ==, "FY2020-Q4");
}

/* A span may start within the year it ends in. */
static void
test_span_within_year (Fixture       *fixture,
                       gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  pick_text (fixture, "St_art", "令和4年度第2四半期");
  save (fixture);
  g_assert_cmpstr (get_value (fixture, BAR, "start"), ==, "FY2022-Q2");
  g_assert_cmpstr (get_value (fixture, BAR, "end"), ==, "FY2022");
}

/* A chart of FY2020 to FY2022 offers FY2018 to FY2026, and what the bar says in another unit. */
static void
test_span_offers (Fixture       *fixture,
                  gconstpointer  data)
{
  GListModel *list;
  g_autoptr (GtkStringObject) first = NULL;

  show_item_dialog (fixture, BAR);
  list = adw_combo_row_get_model (find (fixture, "St_art"));
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "平成30年度第1四半期");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 9 * 4 + 1);
}

static void
test_milestone (Fixture       *fixture,
                gconstpointer  data)
{
  show_item_dialog (fixture, MILESTONE);
  g_assert_cmpstr (get_picked (fixture, "_When"), ==, "令和2年8月");
  g_assert_false (gtk_widget_get_visible (find (fixture, "_End")));
  g_assert_false (gtk_widget_get_visible (find (fixture, "_Runs On")));

  pick_text (fixture, "_When", "令和2年度第2四半期");
  g_assert_cmpuint (adw_combo_row_get_selected (find (fixture, "_Basis")), ==, ROADMAP_BASIS_STATED);
  save (fixture);
  g_assert_cmpstr (get_value (fixture, MILESTONE, "start"), ==, "FY2020-Q2");
}

/* The text view in the field at @position of the box of this name. */
static GtkTextView *
find_text (Fixture    *fixture,
           const char *box,
           guint       position)
{
  GtkWidget *field = gtk_widget_get_first_child (find (fixture, box));

  while (position-- > 0)
    field = gtk_widget_get_next_sibling (field);
  return GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (field))));
}

static GtkTextView *
find_any_text (GtkWidget *top)
{
  if (GTK_IS_TEXT_VIEW (top))
    return GTK_TEXT_VIEW (top);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_any_text (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_wording_locked (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkTextView *title;

  show_item_dialog (fixture, BAR);
  title = find_text (fixture, "wording_box", 0);
  g_assert_false (gtk_text_view_get_editable (title));

  /* Even if the text did change: the roadmap refuses, and the dialog says so. */
  write_text (title, "別の文言");
  save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_widget_get_visible (find (fixture, "error_label")));
  g_assert_cmpstr (get_value (fixture, BAR, "title"), ==, "指針改正に関する周知活動実施");
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

static void
test_wording_unlocked (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkTextView *title;

  show_item_dialog (fixture, BAR);
  g_signal_emit_by_name (find (fixture, "unlock_button"), "clicked");
  title = find_text (fixture, "wording_box", 0);
  g_assert_true (gtk_text_view_get_editable (title));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (title)));
  g_assert_false (can_save (fixture));
  g_assert_true (roadmap_get_wording_locked (fixture->roadmap));

  write_text (title, " \n");
  g_assert_false (can_save (fixture));
  write_text (title, "指針改正に関する周知活動の実施");
  save (fixture);
  assert_closed (fixture);

  g_assert_true (roadmap_get_wording_locked (fixture->roadmap));
  g_assert_cmpstr (get_value (fixture, BAR, "title"), ==, "指針改正に関する周知活動の実施");
  assert_one_step (fixture, "Correct Wording");
  g_assert_cmpstr (get_value (fixture, BAR, "title"), ==, "指針改正に関する周知活動実施");
}

/* Ours is not locked: a translation is changed, and taken away by emptying it. */
static void
test_translation (Fixture       *fixture,
                  gconstpointer  data)
{
  RoadmapItem *bar = get_item (fixture, BAR);

  show_item_dialog (fixture, BAR);
  write_text (find_any_text (find (fixture, "translations_box")), "Publicise the amended guidelines");
  save (fixture);
  g_assert_cmpstr (roadmap_item_get_in (bar, "title", "en"), ==, "Publicise the amended guidelines");
  assert_one_step (fixture, "Edit Translation");

  show_item_dialog (fixture, BAR);
  write_text (find_any_text (find (fixture, "translations_box")), "");
  save (fixture);
  g_assert_cmpstr (roadmap_item_get_in (bar, "title", "en"), ==, "指針改正に関する周知活動実施");
  assert_one_step (fixture, "Edit Translation");
}

/* Only what differs is in the step: undo and the file's difference show no more. */
static void
count_edit_cb (Roadmap           *roadmap,
               const RoadmapEdit *edit,
               guint             *n_edits)
{
  ++*n_edits;
}

static void
test_item_several (Fixture       *fixture,
                   gconstpointer  data)
{
  guint n_edits = 0;

  g_signal_connect (fixture->roadmap, "changed", G_CALLBACK (count_edit_cb), &n_edits);
  show_item_dialog (fixture, BAR);
  write_text (find_any_text (find (fixture, "translations_box")), "Publicise the amended guidelines");
  pick_text (fixture, "St_art", "令和3年度第2四半期");
  save (fixture);
  g_assert_cmpuint (n_edits, ==, 3); /* translation, start, basis */
  assert_one_step (fixture, "Edit Item");
}

static void
test_item_discard (Fixture       *fixture,
                   gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  pick_text (fixture, "St_art", "令和3年度第2四半期");
  close_and_keep (fixture);
  pick_text (fixture, "St_art", "令和3年度第1四半期");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  assert_closed (fixture);
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

static void
assert_fits (Fixture *fixture)
{
  int minimum;

  gtk_widget_measure (fixture->dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (fixture->dialog, GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 600);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const ids[] = { BAR, MEASURE, MILESTONE, "irb", "genome", "irb.roadblock-1" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      show_item_dialog (fixture, ids[i]);
      assert_fits (fixture);
      gtk_window_close (GTK_WINDOW (fixture->dialog));
      assert_closed (fixture);
    }
  show_progress_dialog (fixture, MEASURE);
  assert_fits (fixture);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const entries[] = { "date_row", "meeting_row", "author_row", "evidence_row" };

  show_progress_dialog (fixture, BAR);
  g_assert_true (gtk_test_accessible_has_relation (find (fixture, "progress_view"),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (find (fixture, "status_row"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "None");
  pick (fixture, "status_row", 2);
  gtk_test_accessible_assert_property (find (fixture, "status_row"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "実施中");
  pick (fixture, "status_row", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkEditable *row = find (fixture, entries[i]);

      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  gtk_window_close (GTK_WINDOW (fixture->dialog));

  show_item_dialog (fixture, BAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_text (fixture, "wording_box", 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Explanation");
  gtk_test_accessible_assert_property (find_any_text (find (fixture, "translations_box")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Title, English Translation");
  gtk_test_accessible_assert_property (find (fixture, "_End"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "令和4年度");
}

static GPtrArray *
list_charts (Fixture *fixture)
{
  GPtrArray *charts = g_ptr_array_new ();

  g_ptr_array_add (charts, get_item (fixture, "stages"));
  g_ptr_array_add (charts, get_item (fixture, "domains"));
  return charts;
}

/* The content of a PDF is not a string: it has NUL bytes. */
static gboolean
contains (const char *content,
          gsize       length,
          const char *wanted)
{
  for (gsize i = 0; i + strlen (wanted) <= length; i++)
    if (memcmp (content + i, wanted, strlen (wanted)) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_true (contains (content + length - 8, 8, "%%EOF"));
  g_assert_true (contains (content, length, "1190.5")); /* A3, landscape */
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_print_export (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) charts = list_charts (fixture);
  const RoadmapPrintOptions options = { .roadmap = fixture->roadmap, .charts = charts, .language = "ja" };
  g_autoptr (GtkPrintOperation) operation = roadmap_print_operation_new (&options);
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  assert_pdf (path);
}

static void
test_print_pdf (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) charts = list_charts (fixture);
  const RoadmapPrintOptions options = { .roadmap = fixture->roadmap, .charts = charts };
  g_autofree char *path = g_build_filename (fixture->folder, "exported.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "nowhere.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_print_to_pdf (file, &options, &error));
  g_assert_no_error (error);
  g_assert_false (roadmap_print_to_pdf (nowhere, &options, &error));
  g_assert_nonnull (error);
  assert_pdf (path);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/dialogs/progress/saved", test_progress_saved);
  ADD ("/dialogs/progress/civil-year", test_progress_civil_year);
  ADD ("/dialogs/progress/measure", test_progress_measure);
  ADD ("/dialogs/progress/pasted", test_progress_pasted);
  ADD ("/dialogs/progress/date", test_progress_date);
  ADD ("/dialogs/progress/year", test_progress_year);
  ADD ("/dialogs/progress/evidence", test_progress_evidence);
  ADD ("/dialogs/progress/discard", test_progress_discard);
  ADD ("/dialogs/progress/refused", test_progress_refused);
  ADD ("/dialogs/span/confirmed", test_span_confirmed);
  ADD ("/dialogs/span/basis-chosen", test_span_basis_chosen);
  ADD ("/dialogs/span/reversed", test_span_reversed);
  ADD ("/dialogs/span/within-year", test_span_within_year);
  ADD ("/dialogs/span/offers", test_span_offers);
  ADD ("/dialogs/item/milestone", test_milestone);
  ADD ("/dialogs/item/wording-locked", test_wording_locked);
  ADD ("/dialogs/item/wording-unlocked", test_wording_unlocked);
  ADD ("/dialogs/item/translation", test_translation);
  ADD ("/dialogs/item/several", test_item_several);
  ADD ("/dialogs/item/discard", test_item_discard);
  ADD ("/dialogs/narrow", test_narrow);
  ADD ("/dialogs/names", test_names);
  ADD ("/print/export", test_print_export);
  ADD ("/print/pdf", test_print_pdf);
  return g_test_run ();
}
