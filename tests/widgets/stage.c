/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "stage.h"

#include "widgets/sheet-child.h"

void
stage_init (int    *argc,
            char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

void
stage_settle (Stage *stage)
{
  for (guint i = 0; i < 4; i++)
    gtk_test_widget_wait_for_draw (stage->window);
}

void
stage_open (Stage *stage,
            GType  type)
{
  stage->roadmap = sample_parse (sample_text);
  stage->state = roadmap_view_state_new ();
  roadmap_view_state_set_roadmap (stage->state, stage->roadmap);
  stage->widget = g_object_new (type, "state", stage->state, NULL);
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 420, 700);
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->widget);
  gtk_window_present (GTK_WINDOW (stage->window));
  stage_settle (stage);
}

void
stage_close (Stage *stage)
{
  gpointer widget = stage->widget;

  g_object_add_weak_pointer (G_OBJECT (stage->widget), &widget);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (widget);
  g_assert_finalize_object (stage->state);
  g_assert_finalize_object (stage->roadmap);
}

void
stage_apply (Stage      *stage,
             const char *text)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (stage->roadmap, text);
  g_autoptr (GError) error = NULL;

  roadmap_apply (stage->roadmap, edit, &error);
  g_assert_no_error (error);
}

void
stage_select (Stage      *stage,
              const char *id)
{
  roadmap_view_state_set_selected (stage->state, id != NULL ? sample_get (stage->roadmap, id) : NULL);
  stage_settle (stage);
}

void
stage_assert_selected (Stage      *stage,
                       const char *id)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (stage->state);

  g_assert_cmpstr (selected != NULL ? roadmap_item_get_id (selected) : NULL, ==, id);
}

GtkWidget *
stage_find (GtkWidget  *top,
            GType       type,
            const char *text)
{
  if (gtk_widget_get_mapped (top) && g_type_is_a (G_OBJECT_TYPE (top), type) &&
      (text == NULL || g_strcmp0 (gtk_label_get_text (GTK_LABEL (top)), text) == 0))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stage_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
append_words (GtkWidget *top,
              GString   *words)
{
  if (!gtk_widget_get_mapped (top))
    return;
  if (GTK_IS_LABEL (top))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (top)));
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

void
stage_assert_words (Stage      *stage,
                    const char *wanted)
{
  g_autoptr (GString) words = g_string_new ("\n");
  g_autofree char *line = g_strdup_printf ("\n%s\n", wanted);

  append_words (stage->widget, words);
  if (strstr (words->str, line) == NULL)
    g_error ("“%s” cannot be seen; but this can:%s", wanted, words->str);
}

void
stage_assert_no_words (Stage      *stage,
                       const char *unwanted)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_words (stage->widget, words);
  if (strstr (words->str, unwanted) != NULL)
    g_error ("“%s” can be seen:\n%s", unwanted, words->str);
}

gboolean
stage_press (GtkWidget *widget,
             guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  return handled;
}

gboolean
stage_type (Stage           *stage,
            guint            key,
            GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage->widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  stage_settle (stage);
  return handled;
}

GtkWidget *
stage_find_child (Stage      *stage,
                  const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stage->widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_SHEET_CHILD (child) && gtk_widget_get_child_visible (child) &&
        g_str_equal (roadmap_item_get_id (roadmap_sheet_child_get_item (ROADMAP_SHEET_CHILD (child))), id))
      return child;
  return NULL;
}
