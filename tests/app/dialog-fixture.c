/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "dialog-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
dialog_set_up (DialogFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *path = data != NULL ? g_test_build_filename (G_TEST_DIST, "data", data, NULL)
                                       : g_test_build_filename (G_TEST_DIST, "..", "data", "roadmap.xml", NULL);
  g_autoptr (GError) error = NULL;

  fixture->document = roadmap_document_open_path (path, &error);
  g_assert_no_error (error);
  fixture->roadmap = roadmap_document_get_roadmap (fixture->document);
  fixture->history = roadmap_history_new (fixture->roadmap);
  fixture->folder = g_dir_make_tmp ("koteihyo-XXXXXX", NULL);
}

void
dialog_reset_settings (const char *schema)
{
  g_autoptr (GSettings) settings = g_settings_new (schema);
  g_autoptr (GSettingsSchema) keys_of = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &keys_of, NULL);
  keys = g_settings_schema_list_keys (keys_of);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

void
dialog_tear_down (DialogFixture *fixture,
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

RoadmapItem *
dialog_get_item (DialogFixture *fixture,
                 const char *id)
{
  RoadmapItem *item = roadmap_lookup (fixture->roadmap, id);

  g_assert_nonnull (item);
  return item;
}

const char *
dialog_get_value (DialogFixture *fixture,
                  const char *id,
                  const char *field)
{
  return roadmap_item_get (dialog_get_item (fixture, id), field);
}

void
dialog_pump (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
dialog_show (DialogFixture *fixture,
             GtkWidget *dialog)
{
  fixture->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  dialog_pump (SHORTLY);
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

gpointer
dialog_find (DialogFixture *fixture,
             const char *name)
{
  GtkWidget *widget = search (fixture->dialog, name);

  g_assert_nonnull (widget);
  return widget;
}

void
dialog_write_entry (DialogFixture *fixture,
                    const char *name,
                    const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (dialog_find (fixture, name)), text);
}

void
dialog_write_text (GtkTextView *view,
                   const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

void
dialog_pick (DialogFixture *fixture,
             const char *row,
             guint       position)
{
  adw_combo_row_set_selected (dialog_find (fixture, row), position);
}

/* Picks the entry of this text. */
void
dialog_pick_text (DialogFixture *fixture,
                  const char *row,
                  const char *text)
{
  GListModel *list = adw_combo_row_get_model (dialog_find (fixture, row));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkStringObject) entry = g_list_model_get_item (list, i);

      if (strcmp (gtk_string_object_get_string (entry), text) == 0)
        {
          dialog_pick (fixture, row, i);
          return;
        }
    }
  g_test_fail_printf ("%s does not offer %s", row, text);
}

const char *
dialog_get_picked (DialogFixture *fixture,
                   const char *row)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (dialog_find (fixture, row)));
}

gboolean
dialog_can_save (DialogFixture *fixture)
{
  return gtk_widget_get_sensitive (dialog_find (fixture, "save_button"));
}

/* As Ctrl+Enter does.  Enter in an entry presses the default button, which has the same action. */
void
dialog_save (DialogFixture *fixture)
{
  g_assert_true (dialog_can_save (fixture));
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)) == dialog_find (fixture, "save_button"));
  gtk_widget_activate_action (fixture->dialog, "dialog.save", NULL);
  dialog_pump (SHORTLY);
}

void
dialog_assert_closed (DialogFixture *fixture)
{
  dialog_pump (SHORTLY);
  g_assert_null (fixture->dialog);
}

/* That what was done is one step of this name, and undo leaves nothing of it. */
void
dialog_assert_one_step (DialogFixture *fixture,
                        const char *name)
{
  g_assert_cmpstr (roadmap_history_get_undo_name (fixture->history), ==, name);
  roadmap_history_undo (fixture->history);
  g_assert_false (roadmap_history_get_can_undo (fixture->history));
  g_assert_false (roadmap_history_get_modified (fixture->history));
}

/* Asks to close, is asked back, and thinks better of it. */
void
dialog_close_and_keep (DialogFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) question = NULL;

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  dialog_pump (SHORTLY);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  question = g_list_model_get_item (windows, 0);
  if (GTK_WIDGET (question) == fixture->dialog)
    {
      g_object_unref (question);
      question = g_list_model_get_item (windows, 1);
    }
  gtk_window_close (question);
  dialog_pump (SHORTLY);
  g_assert_nonnull (fixture->dialog);
}

void
dialog_assert_fits (DialogFixture *fixture)
{
  int minimum;

  gtk_widget_measure (fixture->dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (fixture->dialog, GTK_ORIENTATION_VERTICAL, 360, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 600);
}
