/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The dialog that edits an item of any kind, on the shipped roadmap and on the other one. */

#include <string.h>

#include "app/item-dialog.h"
#include "dialog-fixture.h"
#include "form-driver.h"

#define BAR       "irb.bar-3" /* FY2021-Q1 to FY2022, open, inferred; with an explanation */
#define MEASURE   "irb.measure-1"
#define MILESTONE "phr.milestone-1" /* 2020-08, stated */
#define TITLE     "指針改正に関する周知活動実施"

static void
show_item (DialogFixture *fixture,
           RoadmapItem   *item)
{
  dialog_show (fixture, roadmap_item_dialog_new (NULL, fixture->history, fixture->roadmap, item, NULL));
}

static void
show_item_dialog (DialogFixture *fixture,
                  const char    *id)
{
  show_item (fixture, dialog_get_item (fixture, id));
}

static RoadmapItemForm *
get_form (DialogFixture *fixture)
{
  return ROADMAP_ITEM_FORM (form_find_below (fixture->dialog, ROADMAP_TYPE_ITEM_FORM));
}

static RoadmapFormField *
get_field (DialogFixture *fixture,
           const char    *name)
{
  return form_get (get_form (fixture), name, NULL);
}

static void
enter (DialogFixture *fixture,
       const char    *name,
       const char    *value)
{
  form_enter (get_form (fixture), get_field (fixture, name), value);
}

static void
enter_in (DialogFixture *fixture,
          const char    *name,
          const char    *language,
          const char    *value)
{
  form_enter (get_form (fixture), form_get (get_form (fixture), name, language), value);
}

static const char *
get_entered (DialogFixture *fixture,
             const char    *name)
{
  return get_field (fixture, name)->value;
}

static void
activate (DialogFixture *fixture,
          const char    *action)
{
  gtk_widget_activate_action (fixture->dialog, action, NULL);
  dialog_pump (SHORTLY);
}

static const char *
get_problem (DialogFixture *fixture,
             const char    *name)
{
  return roadmap_field_row_get_problem (get_field (fixture, name)->row);
}

static void
test_span_confirmed (DialogFixture *fixture,
                     gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  g_assert_false (dialog_can_save (fixture));
  /* The first that is not locked. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)),
                                         roadmap_field_row_get_widget (form_get (get_form (fixture), "title", "en")->row)));
  g_assert_cmpstr (dialog_get_picked (fixture, "_From"), ==, "令和3年度第1四半期");
  g_assert_cmpstr (dialog_get_picked (fixture, "T_o"), ==, "令和4年度");

  enter (fixture, "start", "FY2021-Q3");
  g_assert_cmpstr (get_entered (fixture, "basis"), ==, "confirmed");
  g_assert_cmpstr (dialog_get_picked (fixture, "_Basis of the span"), ==, "Confirmed");
  enter (fixture, "start", "FY2021-Q1");
  g_assert_cmpstr (get_entered (fixture, "basis"), ==, "inferred");
  g_assert_false (dialog_can_save (fixture));

  enter (fixture, "start", "FY2021-Q3");
  dialog_save (fixture);
  dialog_assert_closed (fixture);
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "start"), ==, "FY2021-Q3");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "end"), ==, "FY2022");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "open"), ==, "true");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "basis"), ==, "confirmed");
  dialog_assert_one_step (fixture, "Edit Bar “" TITLE "”");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "start"), ==, "FY2021-Q1");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "basis"), ==, "inferred");
}

static void
test_span_basis_chosen (DialogFixture *fixture,
                        gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  enter (fixture, "basis", "stated");
  enter (fixture, "basis", "inferred");
  enter (fixture, "open", NULL);
  g_assert_cmpstr (get_entered (fixture, "basis"), ==, "inferred");
  dialog_save (fixture);
  g_assert_null (dialog_get_value (fixture, BAR, "open"));
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "basis"), ==, "inferred");
}

static void
test_span_reversed (DialogFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *row;

  show_item_dialog (fixture, BAR);
  enter (fixture, "end", "FY2020-Q4");
  row = roadmap_field_row_get_widget (get_field (fixture, "end")->row);
  g_assert_cmpstr (get_problem (fixture, "end"), ==,
                   "The end, 令和2年度第4四半期, is before the start, 令和3年度第1四半期.");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (dialog_can_save (fixture));
  g_assert_cmpstr (gtk_label_get_label (dialog_find (fixture, "problem_label")), ==, get_problem (fixture, "end"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (dialog_find (fixture, "save_button")), ==, get_problem (fixture, "end"));

  enter (fixture, "start", "FY2020-Q4");
  g_assert_null (get_problem (fixture, "end"));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_false (gtk_widget_get_visible (dialog_find (fixture, "problem_button")));
  dialog_save (fixture);
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "end"), ==, "FY2020-Q4");
}

/* A span may start within the year it ends in. */
static void
test_span_within_year (DialogFixture *fixture,
                       gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  enter (fixture, "start", "FY2022-Q2");
  dialog_save (fixture);
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "start"), ==, "FY2022-Q2");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "end"), ==, "FY2022");
}

/* A chart of FY2020 to FY2022 offers FY2018 to FY2026 in the unit that the bar says, and other units at the same time. */
static void
test_span_offers (DialogFixture *fixture,
                  gconstpointer  data)
{
  GListModel *list;
  g_autoptr (GtkStringObject) first = NULL;

  show_item_dialog (fixture, BAR);
  list = adw_combo_row_get_model (dialog_find (fixture, "_From"));
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (gtk_string_object_get_string (first), ==, "平成30年度第1四半期");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 9 * 4);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (dialog_find (fixture, "T_o"))), ==, 9);
}

static void
pick_unit (DialogFixture *fixture,
           const char    *name,
           int            position)
{
  GtkWidget *row = roadmap_field_row_get_widget (get_field (fixture, name)->row);
  GtkWidget *button = form_find_below (row, GTK_TYPE_MENU_BUTTON);
  GtkWidget *list = form_find_below (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX);

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position));
}

/* The end of a year is its last quarter, the start its first. */
static void
test_span_units (DialogFixture *fixture,
                 gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  pick_unit (fixture, "end", 2);
  g_assert_cmpstr (get_entered (fixture, "end"), ==, "FY2022-Q4");
  pick_unit (fixture, "end", 6);
  g_assert_cmpstr (get_entered (fixture, "end"), ==, "2023-03");
  pick_unit (fixture, "end", 3);
  g_assert_cmpstr (get_entered (fixture, "end"), ==, "2023");
  pick_unit (fixture, "start", 1);
  g_assert_cmpstr (get_entered (fixture, "start"), ==, "FY2021-H1");
  activate (fixture, "dialog.undo");
  g_assert_cmpstr (get_entered (fixture, "start"), ==, "FY2021-Q1");
  activate (fixture, "dialog.undo");
  g_assert_cmpstr (get_entered (fixture, "end"), ==, "2023-03");
}

static void
test_milestone (DialogFixture *fixture,
                gconstpointer  data)
{
  show_item_dialog (fixture, MILESTONE);
  g_assert_cmpstr (dialog_get_picked (fixture, "_When"), ==, "令和2年8月");
  g_assert_null (roadmap_item_form_find_field (get_form (fixture), "end", NULL));

  enter (fixture, "start", "FY2020-Q2");
  g_assert_cmpstr (get_entered (fixture, "basis"), ==, "stated");
  dialog_save (fixture);
  g_assert_cmpstr (dialog_get_value (fixture, MILESTONE, "start"), ==, "FY2020-Q2");
}

static GtkTextView *
get_text (DialogFixture *fixture,
          const char    *name)
{
  return GTK_TEXT_VIEW (form_find_below (roadmap_field_row_get_widget (get_field (fixture, name)->row), GTK_TYPE_TEXT_VIEW));
}

static void
test_wording_locked (DialogFixture *fixture,
                     gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  g_assert_false (gtk_text_view_get_editable (get_text (fixture, "title")));
  g_assert_false (gtk_widget_get_sensitive (roadmap_field_row_get_widget (get_field (fixture, "origin")->row)));

  /* Even if the text did change: the roadmap refuses, and the dialog says so. */
  enter (fixture, "title", "別の文言");
  dialog_save (fixture);
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_widget_get_visible (dialog_find (fixture, "problem_button")));
  g_assert_cmpstr (get_entered (fixture, "title"), ==, "別の文言");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "title"), ==, TITLE);
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

static void
test_wording_unlocked (DialogFixture *fixture,
                       gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  g_signal_emit_by_name (get_form (fixture)->unlock_button, "clicked");
  g_assert_true (gtk_text_view_get_editable (get_text (fixture, "title")));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_text (fixture, "title"))));
  g_assert_false (dialog_can_save (fixture));
  g_assert_true (roadmap_get_wording_locked (fixture->roadmap));

  enter (fixture, "title", " \n");
  g_assert_cmpstr (get_problem (fixture, "title"), ==, "“Title” cannot be empty.");
  g_assert_false (dialog_can_save (fixture));
  enter (fixture, "title", "指針改正に関する周知活動の実施");
  dialog_save (fixture);
  dialog_assert_closed (fixture);

  g_assert_true (roadmap_get_wording_locked (fixture->roadmap));
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "title"), ==, "指針改正に関する周知活動の実施");
  dialog_assert_one_step (fixture, "Edit Bar “" TITLE "”");
  g_assert_cmpstr (dialog_get_value (fixture, BAR, "title"), ==, TITLE);
}

/* Ours is not locked: a translation is changed, and taken away by emptying it. */
static void
test_translation (DialogFixture *fixture,
                  gconstpointer  data)
{
  RoadmapItem *bar = dialog_get_item (fixture, BAR);

  show_item_dialog (fixture, BAR);
  enter_in (fixture, "title", "en", "Publicise the amended guidelines");
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get_in (bar, "title", "en"), ==, "Publicise the amended guidelines");
  roadmap_history_undo (fixture->history);

  show_item_dialog (fixture, BAR);
  enter_in (fixture, "title", "en", "");
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get_in (bar, "title", "en"), ==, TITLE);
  dialog_assert_one_step (fixture, "Edit Bar “" TITLE "”");

  show_item_dialog (fixture, BAR);
  gtk_widget_activate_action (GTK_WIDGET (get_form (fixture)), "form.add-language", "s", "fr");
  enter_in (fixture, "title", "fr", "Faire connaître les lignes directrices");
  dialog_save (fixture);
  g_assert_cmpstr (roadmap_item_get_in (bar, "title", "fr"), ==, "Faire connaître les lignes directrices");
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
test_several (DialogFixture *fixture,
              gconstpointer  data)
{
  guint n_edits = 0;

  g_signal_connect (fixture->roadmap, "changed", G_CALLBACK (count_edit_cb), &n_edits);
  show_item_dialog (fixture, BAR);
  enter_in (fixture, "title", "en", "Publicise the amended guidelines");
  enter (fixture, "start", "FY2021-Q2");
  dialog_save (fixture);
  g_assert_cmpuint (n_edits, ==, 3); /* translation, start, basis */
  dialog_assert_one_step (fixture, "Edit Bar “" TITLE "”");
}

static void
test_discard (DialogFixture *fixture,
              gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  enter (fixture, "start", "FY2021-Q2");
  dialog_close_and_keep (fixture);
  g_assert_cmpstr (get_entered (fixture, "start"), ==, "FY2021-Q2");
  activate (fixture, "dialog.undo");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  dialog_assert_closed (fixture);
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

/* What is wrong is gone to, unfolded and given the focus, by the key that would save. */
static void
test_go_to_problem (DialogFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *row;

  show_item_dialog (fixture, "edition.2020");
  row = roadmap_field_row_get_widget (get_field (fixture, "date")->row);
  enter (fixture, "date", "2020-06-31");
  g_assert_cmpstr (get_problem (fixture, "date"), ==, "“Date” cannot be “2020-06-31”; it must be a date such as 2020-06-18");
  g_assert_false (dialog_can_save (fixture));
  gtk_window_set_focus (GTK_WINDOW (fixture->dialog), NULL);
  activate (fixture, "dialog.try-save");
  g_assert_nonnull (fixture->dialog);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)), row));
}

/* Nothing is there before it is added, and nothing after it is cancelled. */
static void
test_new_item (DialogFixture *fixture,
               gconstpointer  data)
{
  RoadmapItem *stage = dialog_get_item (fixture, "irb");
  guint n_children = roadmap_item_get_n_children (stage);
  RoadmapPlace place = { .parent = stage, .position = 2 };
  g_autoptr (RoadmapItem) item = roadmap_item_new (roadmap_schema_find_kind ("bar"), "bar.new");

  dialog_show (fixture, roadmap_item_dialog_new_item (NULL, fixture->history, fixture->roadmap, item, &place, NULL));
  g_assert_false (dialog_can_save (fixture));
  g_assert_null (get_problem (fixture, "title"));
  activate (fixture, "dialog.try-save");
  g_assert_cmpstr (get_problem (fixture, "title"), ==, "“Title” cannot be empty.");
  enter (fixture, "title", "新しい帯");
  enter (fixture, "start", "FY2021-Q1");
  enter (fixture, "end", "FY2021-Q2");
  enter (fixture, "measures", MEASURE);
  g_assert_cmpuint (roadmap_item_get_n_children (stage), ==, n_children);
  dialog_save (fixture);
  dialog_assert_closed (fixture);

  g_assert_cmpstr (dialog_get_value (fixture, "bar.new", "title"), ==, "新しい帯");
  g_assert_cmpstr (dialog_get_value (fixture, "bar.new", "measures"), ==, MEASURE);
  g_assert_cmpuint (roadmap_item_get_position (dialog_get_item (fixture, "bar.new")), ==, 2);
  dialog_assert_one_step (fixture, "Add Bar");
  g_assert_null (roadmap_lookup (fixture->roadmap, "bar.new"));

  dialog_show (fixture, roadmap_item_dialog_new_item (NULL, fixture->history, fixture->roadmap, item, &place, NULL));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  dialog_assert_closed (fixture);
  g_assert_null (roadmap_lookup (fixture->roadmap, "bar.new"));
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

/* Each field is changed, which makes one edit and nothing wrong, and changed back, which makes none. */
static void
change_each_field (DialogFixture *fixture)
{
  RoadmapItemForm *form = get_form (fixture);

  for (guint i = 0; i < form->fields->len; i++)
    {
      RoadmapFormField *field = g_ptr_array_index (form->fields, i);
      g_autofree char *original = g_strdup (field->value);
      g_autofree char *other = form_dup_other (form, field);
      g_autoptr (GPtrArray) edits = NULL;

      if (g_strcmp0 (other, original) == 0)
        continue;
      g_test_message ("%s: %s → %s", field->field->name, original != NULL ? original : "–", other != NULL ? other : "–");
      form_enter (form, field, other);
      g_assert_cmpstr (field->value, ==, other);
      g_assert_cmpstr (field->problem, ==, NULL);
      edits = roadmap_item_form_get_edits (form);
      g_assert_cmpuint (edits->len, >=, 1);
      g_assert_true (dialog_can_save (fixture));

      form_enter (form, field, original);
      g_assert_cmpstr (field->value, ==, original);
      /* The basis of a span follows where it was moved. */
      form->basis_chosen = FALSE;
      g_assert_false (roadmap_item_form_has_edits (form));
    }
}

static void
undo_and_redo_all (DialogFixture *fixture)
{
  RoadmapItemForm *form = get_form (fixture);
  guint n = 0, m = 0;

  for (; roadmap_item_form_can_undo (form); n++)
    roadmap_item_form_undo (form);
  g_assert_false (roadmap_item_form_has_edits (form));
  for (; roadmap_item_form_can_redo (form); m++)
    roadmap_item_form_redo (form);
  g_assert_cmpuint (n, ==, m);
  g_assert_false (roadmap_item_form_has_edits (form));
}

static void
test_every_kind (DialogFixture *fixture,
                 gconstpointer  data)
{
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_autoptr (GPtrArray) items = roadmap_list (fixture->roadmap, NULL, kind->name);

      if (items->len == 0)
        continue;
      g_test_message ("%s %s", kind->name, roadmap_item_get_id (g_ptr_array_index (items, 0)));
      show_item (fixture, g_ptr_array_index (items, 0));
      g_assert_false (roadmap_item_form_has_edits (get_form (fixture)));
      g_assert_null (roadmap_item_form_get_problem (get_form (fixture)));
      g_assert_false (dialog_can_save (fixture));
      dialog_assert_fits (fixture);
      roadmap_item_form_unlock (get_form (fixture));
      change_each_field (fixture);
      undo_and_redo_all (fixture);
      dialog_assert_fits (fixture);
      gtk_window_close (GTK_WINDOW (fixture->dialog));
      dialog_assert_closed (fixture);
    }
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
}

static void
test_names (DialogFixture *fixture,
            gconstpointer  data)
{
  show_item_dialog (fixture, BAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_text (fixture, "detail")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Explanation");
  gtk_test_accessible_assert_property (
    form_find_below (roadmap_field_row_get_widget (form_get (get_form (fixture), "title", "en")->row), GTK_TYPE_TEXT_VIEW),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Title, English Translation");
  gtk_test_accessible_assert_property (dialog_find (fixture, "T_o"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "令和4年度");

  enter (fixture, "end", "FY2020-Q4");
  gtk_test_accessible_assert_property (dialog_find (fixture, "T_o"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "令和2年度第4四半期 – The end, 令和2年度第4四半期, is before the start, "
                                       "令和3年度第1四半期.");
  gtk_test_accessible_assert_state (dialog_find (fixture, "T_o"), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
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

  ADD ("/item-dialog/span/confirmed", test_span_confirmed);
  ADD ("/item-dialog/span/basis-chosen", test_span_basis_chosen);
  ADD ("/item-dialog/span/reversed", test_span_reversed);
  ADD ("/item-dialog/span/within-year", test_span_within_year);
  ADD ("/item-dialog/span/offers", test_span_offers);
  ADD ("/item-dialog/span/units", test_span_units);
  ADD ("/item-dialog/milestone", test_milestone);
  ADD ("/item-dialog/wording-locked", test_wording_locked);
  ADD ("/item-dialog/wording-unlocked", test_wording_unlocked);
  ADD ("/item-dialog/translation", test_translation);
  ADD ("/item-dialog/several", test_several);
  ADD ("/item-dialog/discard", test_discard);
  ADD ("/item-dialog/go-to-problem", test_go_to_problem);
  ADD ("/item-dialog/new-item", test_new_item);
  ADD ("/item-dialog/every-kind", test_every_kind);
  g_test_add ("/item-dialog/every-kind/second", DialogFixture, "second.xml", dialog_set_up, test_every_kind, dialog_tear_down);
  ADD ("/item-dialog/names", test_names);
  return g_test_run ();
}
