/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/leave.h"

#include "app/window-private.h"

#define DISCARDED "roadmap-leave-discarded" /* of the application: the windows whose work may go, while it is left */

static void ask_next (GtkApplication *application);

static void
answered_cb (RoadmapWindow *window,
             gboolean       discarded,
             gpointer       application)
{
  GPtrArray *may_go = g_object_get_data (application, DISCARDED);

  if (discarded)
    g_ptr_array_add (may_go, g_object_ref (window));
  ask_next (application);
}

static void
close_all (GtkApplication *application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  g_object_set_data (G_OBJECT (application), DISCARDED, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data))
      roadmap_window_close_for_good (l->data);
    else
      gtk_window_close (l->data);
}

static void
ask_next (GtkApplication *application)
{
  GPtrArray *may_go = g_object_get_data (G_OBJECT (application), DISCARDED);

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data) && roadmap_window_is_modified (l->data) &&
        !g_ptr_array_find (may_go, l->data, NULL))
      {
        roadmap_window_ask_to_close (l->data, answered_cb, application);
        return;
      }
  close_all (application);
}

/* Forms that are open above the windows.  FALSE if one of them wants to be asked about what was entered. */
static gboolean
close_forms (void)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean all_closed = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      /* The question of a window stays: it is answered once. */
      if (ADW_IS_WINDOW (window) && gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        g_ptr_array_add (forms, g_steal_pointer (&window));
    }
  for (guint i = 0; i < forms->len; i++)
    {
      GtkWindow *form = g_ptr_array_index (forms, i);

      gtk_window_close (form);
      if (gtk_widget_get_visible (GTK_WIDGET (form)))
        all_closed = FALSE;
    }
  return all_closed;
}

void
roadmap_leave (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_object_set_data_full (G_OBJECT (application), DISCARDED, g_ptr_array_new_with_free_func (g_object_unref),
                          (GDestroyNotify) g_ptr_array_unref);
  if (close_forms ())
    ask_next (application);
}
