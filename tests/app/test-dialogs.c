/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The dialog that records progress, on the shipped roadmap.  The dialogs are used as people use them, by their
 * widgets: templates name these, and rows made in C are found by their titles. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/progress-dialog.h"
#include "dialog-fixture.h"

#define BAR     "irb.bar-3" /* FY2021-Q1 to FY2022, open, inferred; with an explanation */
#define MEASURE "irb.measure-1"

static void
show_progress_dialog (DialogFixture *fixture,
                      const char    *id)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 20, 10, 2022);
  dialog_show (fixture, roadmap_progress_dialog_new (NULL, fixture->history, fixture->roadmap,
                                                     dialog_get_item (fixture, id), &today, NULL));
}

static RoadmapItem *
get_only_followup (DialogFixture *fixture,
                   const char    *id)
{
  g_autoptr (GPtrArray) followups = roadmap_list (fixture->roadmap, dialog_get_item (fixture, id), "followup");

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
dump_official (DialogFixture *fixture)
{
  RoadmapItem *root = roadmap_get_root (fixture->roadmap);
  GString *text = g_string_new (NULL);

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    roadmap_item_foreach_value (item, append_official_cb, text);
  return g_string_free (text, FALSE);
}

static void
test_progress_saved (DialogFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *official = dump_official (fixture);
  g_autofree char *official_after = NULL;
  RoadmapItem *followup;

  show_progress_dialog (fixture, BAR);
  g_assert_false (dialog_can_save (fixture));
  dialog_pick (fixture, "status_row", 2);
  dialog_write_text (dialog_find (fixture, "progress_view"), "○ 説明会を開催した。\n○ 資料を公開した。\n");
  dialog_write_text (dialog_find (fixture, "plan_view"), " ");
  dialog_write_entry (fixture, "meeting_row", "第15回");
  dialog_write_entry (fixture, "author_row", "山田");
  dialog_write_entry (fixture, "evidence_row", "https://www.mhlw.go.jp/stf/newpage_12345.html");
  g_assert_cmpstr (roadmap_progress_dialog_get_author (ROADMAP_PROGRESS_DIALOG (fixture->dialog)), ==, "山田");
  dialog_save (fixture);
  dialog_assert_closed (fixture);

  g_assert_cmpstr (dialog_get_value (fixture, BAR, "status"), ==, "in-progress");
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

  dialog_assert_one_step (fixture, "Record Progress");
  g_assert_null (dialog_get_value (fixture, BAR, "status"));
  g_assert_cmpuint (roadmap_item_get_n_children (dialog_get_item (fixture, BAR)), ==, 0);
}

/* A chart of calendar years is reported on by calendar years. */
static void
test_progress_civil_year (DialogFixture *fixture,
                          gconstpointer  data)
{
  const char *bar = "plan-2017.genome.bar-1";

  show_progress_dialog (fixture, bar);
  dialog_write_text (dialog_find (fixture, "progress_view"), "体制を整えた。");
  g_assert_cmpstr (adw_preferences_row_get_title (dialog_find (fixture, "year_row")), ==, "Year");
  dialog_save (fixture);
  dialog_assert_closed (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, bar), "year"), ==, "2022");
}

/* A record without a new status leaves the status alone; a measure takes records as a bar does. */
static void
test_progress_measure (DialogFixture *fixture,
                       gconstpointer  data)
{
  show_progress_dialog (fixture, MEASURE);
  dialog_write_text (dialog_find (fixture, "plan_view"), "○ 周知を続ける。");
  dialog_save (fixture);
  dialog_assert_closed (fixture);

  g_assert_null (dialog_get_value (fixture, MEASURE, "status"));
  g_assert_null (roadmap_item_get (get_only_followup (fixture, MEASURE), "status"));
  dialog_assert_one_step (fixture, "Record Progress");
}

/* What comes with a paste from slides or tables. */
static void
test_progress_pasted (DialogFixture *fixture,
                      gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  dialog_write_text (dialog_find (fixture, "progress_view"), "○ 説明会を開催した。\v○ 資料を公開した。");
  dialog_write_entry (fixture, "author_row", "厚生労働省\n山田\n");
  dialog_save (fixture);
  dialog_assert_closed (fixture);

  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==,
                   "○ 説明会を開催した。\n○ 資料を公開した。");
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "author"), ==, "厚生労働省 山田");
}

static void
test_progress_date (DialogFixture *fixture,
                    gconstpointer  data)
{
  static const char *const wrong[] = { "", "2022", "2022-13-01", "2022-02-29", "20 October 2022", "2022-10-20x" };

  show_progress_dialog (fixture, BAR);
  dialog_pick (fixture, "status_row", 1);
  g_assert_cmpstr (gtk_editable_get_text (dialog_find (fixture, "date_row")), ==, "2022-10-20");
  g_assert_nonnull (strstr (adw_preferences_row_get_title (dialog_find (fixture, "date_row")), "令和4年10月20日"));
  g_assert_true (dialog_can_save (fixture));

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      dialog_write_entry (fixture, "date_row", wrong[i]);
      g_assert_false (dialog_can_save (fixture));
      g_assert_true (gtk_widget_get_visible (dialog_find (fixture, "problem_label")));
      g_assert_true (gtk_widget_has_css_class (dialog_find (fixture, "date_row"), "error"));
    }

  /* As it comes from a Japanese keyboard. */
  dialog_write_entry (fixture, "date_row", "２０２１／０３／３１");
  g_assert_false (gtk_widget_get_visible (dialog_find (fixture, "problem_label")));
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "date"), ==, "2021-03-31");
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "year"), ==, "FY2020");
}

static void
test_progress_year (DialogFixture *fixture,
                    gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  g_assert_cmpstr (dialog_get_picked (fixture, "year_row"), ==, "令和4年度（2022）");
  dialog_write_entry (fixture, "date_row", "2021-06-30");
  g_assert_cmpstr (dialog_get_picked (fixture, "year_row"), ==, "令和3年度（2021）");

  /* Once picked it stays: what is reported in June is the year before. */
  dialog_pick_text (fixture, "year_row", "令和2年度（2020）");
  dialog_write_entry (fixture, "date_row", "2022-06-30");
  g_assert_cmpstr (dialog_get_picked (fixture, "year_row"), ==, "令和2年度（2020）");
  dialog_pick (fixture, "status_row", 1);
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "year"), ==, "FY2020");
}

static void
test_progress_evidence (DialogFixture *fixture,
                        gconstpointer  data)
{
  static const char *const wrong[] = {
    "www.mhlw.go.jp", "javascript:alert(1)", "file:///etc/passwd", "https://", "報告書",
  };

  show_progress_dialog (fixture, BAR);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      dialog_write_entry (fixture, "evidence_row", wrong[i]);
      g_test_message ("%s", wrong[i]);
      g_assert_false (dialog_can_save (fixture));
    }
  dialog_write_entry (fixture, "evidence_row", " https://www.mhlw.go.jp/ ");
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "evidence"), ==, "https://www.mhlw.go.jp/");
}

/* The author alone is no record; what was typed is not thrown away by a key. */
static void
test_progress_discard (DialogFixture *fixture,
                       gconstpointer  data)
{
  show_progress_dialog (fixture, BAR);
  roadmap_progress_dialog_set_author (ROADMAP_PROGRESS_DIALOG (fixture->dialog), "山田");
  g_assert_false (dialog_can_save (fixture));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  dialog_assert_closed (fixture);

  show_progress_dialog (fixture, BAR);
  dialog_write_text (dialog_find (fixture, "progress_view"), "○ 周知を開始。");
  dialog_close_and_keep (fixture);
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==, "○ 周知を開始。");
}

/* What the roadmap refuses is told, and the dialog stays with all that was entered. */
static void
test_progress_refused (DialogFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (RoadmapEdit) removal = roadmap_edit_new_remove (dialog_get_item (fixture, "cancelled"));

  show_progress_dialog (fixture, BAR);
  dialog_pick (fixture, "status_row", 6);
  dialog_write_text (dialog_find (fixture, "progress_view"), "○ 中止となった。");
  g_assert_true (roadmap_apply (fixture->roadmap, removal, NULL));
  dialog_save (fixture);

  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_widget_get_visible (dialog_find (fixture, "error_label")));
  g_assert_null (dialog_get_value (fixture, BAR, "status"));
  g_assert_cmpuint (roadmap_item_get_n_children (dialog_get_item (fixture, BAR)), ==, 0);

  dialog_pick (fixture, "status_row", 5);
  g_assert_false (gtk_widget_get_visible (dialog_find (fixture, "error_label")));
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get (get_only_followup (fixture, BAR), "progress"), ==, "○ 中止となった。");
}

static void
test_narrow (DialogFixture *fixture,
             gconstpointer  data)
{
  show_progress_dialog (fixture, MEASURE);
  dialog_assert_fits (fixture);
}

static void
test_names (DialogFixture *fixture,
            gconstpointer  data)
{
  static const char *const entries[] = { "date_row", "meeting_row", "author_row", "evidence_row" };

  show_progress_dialog (fixture, BAR);
  g_assert_true (gtk_test_accessible_has_relation (dialog_find (fixture, "progress_view"),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_test_accessible_assert_property (dialog_find (fixture, "status_row"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "None");
  dialog_pick (fixture, "status_row", 2);
  gtk_test_accessible_assert_property (dialog_find (fixture, "status_row"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "実施中");
  dialog_pick (fixture, "status_row", 0);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GtkEditable *row = dialog_find (fixture, entries[i]);

      g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                                       GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
}

#define ADD(path, test) g_test_add (path, DialogFixture, NULL, dialog_set_up, test, dialog_tear_down)

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
  ADD ("/dialogs/narrow", test_narrow);
  ADD ("/dialogs/names", test_names);
  return g_test_run ();
}
