/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "app/amend-dialog.h"
#include "model/amendment.h"
#include "window-fixture.h"

/* Amending the shipped roadmap in the window, looking at it as it was, and finishing. */

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static Roadmap *
get_shown (Fixture *fixture)
{
  return roadmap_view_state_get_roadmap (fixture->window->state);
}

/* The first below @widget of this type whose property has this value, or NULL. */
static GtkWidget *
find_below (GtkWidget  *widget,
            GType       type,
            const char *property,
            const char *value)
{
  g_autofree char *text = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_object_get (widget, property, &text, NULL);
  if (text != NULL && strstr (text, value) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_child_visible (child) ? find_below (child, type, property, value) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  GtkWidget *label = find_below (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "label", text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* What is shown follows in a frame or two, or in many where the machine has other things to do. */
#define TRIES 60

static void
wait_for_text (Fixture    *fixture,
               const char *text,
               gboolean    there)
{
  for (guint i = 0; i < TRIES && says (fixture, text) != there; i++)
    fixture_settle ();
  g_assert_cmpint (says (fixture, text), ==, there);
}

static void
wait_for_bar (Fixture    *fixture,
              const char *id,
              gboolean    there)
{
  for (guint i = 0; i < TRIES && (fixture_find_bar (fixture, id) != NULL) != there; i++)
    fixture_settle ();
  g_assert_cmpint (fixture_find_bar (fixture, id) != NULL, ==, there);
}

static void
set_entry (GtkWindow  *dialog,
           const char *title,
           const char *text)
{
  GtkWidget *row = find_below (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDate) today = g_date_new_dmy (20, 3, 2022);

  fixture_set_up (fixture, data);
  roadmap_window_set_today (fixture->window, today);
  wait_for_bar (fixture, "irb.bar-1", TRUE);
}

/* Through the dialog, as a person does. */
static void
begin_amendment (Fixture *fixture)
{
  GtkWindow *dialog;

  fixture_activate (fixture, "win.amend");
  dialog = find_window (ROADMAP_TYPE_AMEND_DIALOG);
  g_assert_nonnull (dialog);
  set_entry (dialog, "_Date", "2022-03-25");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.open", NULL));
  fixture_settle ();
  g_assert_null (find_window (ROADMAP_TYPE_AMEND_DIALOG));
  g_assert_nonnull (roadmap_get_amendment (get_shown (fixture)));
}

static void
change_title (Fixture    *fixture,
              const char *id,
              const char *title)
{
  RoadmapItem *item = fixture_look_up (fixture, id);
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (item, roadmap_kind_find_field (roadmap_item_get_kind (item), "title"),
                                                       NULL, title);
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (fixture->window->history, "Edit");
  roadmap_change (get_shown (fixture), edit, &error);
  g_assert_no_error (error);
  g_assert_true (roadmap_history_commit (fixture->window->history, NULL));
  fixture_settle ();
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *date, *name, *problem; } cases[] = {
    { "2022-03-32", "x", "The date must be a day of the calendar such as 2020-06-18." },
    { "2020-06-17", "x", "The date must not be before the last edition, of 令和2年6月18日." },
    { "2022-03-25", " ", "The edition must have a name." },
  };
  GtkWindow *dialog;
  RoadmapItem *amendment;

  fixture_activate (fixture, "win.amend");
  dialog = find_window (ROADMAP_TYPE_AMEND_DIALOG);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_entry (dialog, "_Date", cases[i].date);
      set_entry (dialog, "_Name", cases[i].name);
      g_assert_nonnull (find_below (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "label", cases[i].problem));
      gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.open", NULL);
      g_assert_null (roadmap_get_amendment (get_shown (fixture)));
    }
  gtk_window_destroy (dialog);

  /* Untouched, the edition is called after its day, and the meeting is that of the last one. */
  begin_amendment (fixture);
  amendment = roadmap_get_amendment (get_shown (fixture));
  g_assert_cmpstr (roadmap_item_get (amendment, "title"), ==, "令和4年3月25日");
  g_assert_cmpstr (roadmap_item_get (amendment, "meeting"), ==, "保健医療分野AI開発加速コンソーシアム");
  g_assert_true (roadmap_window_is_modified (fixture->window));

  fixture_activate (fixture, "win.undo");
  g_assert_null (roadmap_get_amendment (get_shown (fixture)));
  wait_for_text (fixture, "changes to what was adopted belong to it", FALSE);
}

static void
test_amend (Fixture       *fixture,
            gconstpointer  data)
{
  Roadmap *current = get_shown (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.content-language", "s", "official"));
  begin_amendment (fixture);
  wait_for_text (fixture, "Amendment of 令和4年3月25日: changes to what was adopted belong to it", TRUE);
  roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "irb.bar-1"));
  change_title (fixture, "irb.bar-1", "指針の再改正");
  wait_for_text (fixture, "令和4年3月25日一部見直し", TRUE);
  wait_for_text (fixture, "医学研究等に係る倫理指針の改正", TRUE);
  wait_for_bar (fixture, "irb.bar-1", TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture_find_bar (fixture, "irb.bar-1")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "指針の再改正、令和2年度第1四半期から令和2年度第3四半期、令和4年3月25日一部見直し");

  /* As it was: the same bar is selected, says what it said, and cannot be changed. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edition", "s", "edition.2020"));
  fixture_settle ();
  g_assert_true (get_shown (fixture) != current);
  wait_for_text (fixture, "As of 令和2年6月18日 (read only)", TRUE);
  g_assert_cmpstr (roadmap_item_get (roadmap_view_state_get_selected (fixture->window->state), "title"), ==,
                   "医学研究等に係る倫理指針の改正");
  wait_for_text (fixture, "一部見直し", FALSE);
  fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (current, "irb.bar-1"), "title"), ==, "指針の再改正");
  g_assert_null (find_window (ROADMAP_TYPE_AMEND_DIALOG));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edition", "s", ""));
  fixture_settle ();
  g_assert_true (get_shown (fixture) == current);
  g_assert_true (roadmap_view_state_get_selected (fixture->window->state) == roadmap_lookup (current, "irb.bar-1"));
  fixture_activate (fixture, "win.undo");
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (current, "irb.bar-1"), "title"), ==, "医学研究等に係る倫理指針の改正");
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *dialog;

  begin_amendment (fixture);
  change_title (fixture, "irb.bar-1", "指針の再改正");
  fixture_activate (fixture, "win.finish-amendment");
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "1 item was revised"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "finish");
  gtk_window_destroy (dialog);
  fixture_settle ();
  g_assert_null (roadmap_get_amendment (get_shown (fixture)));
  wait_for_text (fixture, "changes to what was adopted belong to it", FALSE);

  fixture_activate (fixture, "win.undo");
  g_assert_nonnull (roadmap_get_amendment (get_shown (fixture)));
  wait_for_text (fixture, "changes to what was adopted belong to it", TRUE);
}

/* What was taken out is nowhere, but there in the edition before. */
static void
test_withdrawn (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (RoadmapEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  begin_amendment (fixture);
  roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "irb.bar-1"));
  fixture_settle ();
  edit = roadmap_edit_new_remove (fixture_look_up (fixture, "irb.bar-1"));
  roadmap_history_begin (fixture->window->history, "Delete");
  roadmap_change (get_shown (fixture), edit, &error);
  g_assert_no_error (error);
  g_assert_true (roadmap_history_commit (fixture->window->history, NULL));
  fixture_settle ();
  wait_for_bar (fixture, "irb.bar-1", FALSE);
  wait_for_bar (fixture, "irb.bar-2", TRUE);
  g_assert_null (roadmap_view_state_get_selected (fixture->window->state));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edition", "s", "edition.2020"));
  fixture_settle ();
  wait_for_bar (fixture, "irb.bar-1", TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edition", "s", ""));
  fixture_settle ();
  wait_for_bar (fixture, "irb.bar-1", FALSE);
  fixture_activate (fixture, "win.undo");
  fixture_settle ();
  wait_for_bar (fixture, "irb.bar-1", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_init ();

  g_test_add ("/window-editions/dialog", Fixture, NULL, set_up, test_dialog, fixture_tear_down);
  g_test_add ("/window-editions/amend", Fixture, NULL, set_up, test_amend, fixture_tear_down);
  g_test_add ("/window-editions/finish", Fixture, NULL, set_up, test_finish, fixture_tear_down);
  g_test_add ("/window-editions/withdrawn", Fixture, NULL, set_up, test_withdrawn, fixture_tear_down);

  return g_test_run ();
}
