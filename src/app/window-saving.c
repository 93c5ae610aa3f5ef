/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

/* Saving without making anybody wait: what is to be written is found out at once, the rest happens in a thread, and the
 * roadmap can be changed meanwhile.  Who closes the window waits after all, for there would be nobody left to tell that
 * it failed. */

/* What takes no longer needs no progress bar, and what takes longer moves it so often. */
#define SHOW_DELAY  500 /* milliseconds */
#define PULSE_DELAY 100
#define BAR_WIDTH   120

struct _RoadmapWindowSaving
{
  RoadmapDocument  *document; /* that is being saved */
  RoadmapHistory   *history;
  RoadmapSavedFunc  saved;    /* NULL: nobody wants to know */

  gboolean          again;    /* it is to be saved once more after this */
  GFile            *again_to; /* as this file; NULL: as its own */
  RoadmapSavedFunc  again_saved;

  RoadmapSavedFunc  then;     /* waits until nothing is being saved any more; NULL: nobody */
  GtkWidget        *bar;      /* NULL while there is none */
  guint             bar_id;
};

static gboolean
pulse_cb (gpointer user_data)
{
  RoadmapWindow *self = user_data;

  if (self->saving->bar != NULL)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->saving->bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
show_bar_cb (gpointer user_data)
{
  RoadmapWindow *self = user_data;
  RoadmapWindowSaving *saving = self->saving;
  GtkWidget *label = GTK_WIDGET (self->status_label);

  saving->bar_id = g_timeout_add (PULSE_DELAY, pulse_cb, self);
  /* The window may be gone. */
  if (label == NULL)
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&saving->bar, gtk_progress_bar_new ());
  gtk_widget_set_size_request (saving->bar, BAR_WIDTH, -1);
  gtk_widget_set_valign (saving->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (saving->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Saving…"), -1);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (label)), saving->bar, label);
  return G_SOURCE_REMOVE;
}

static void
hide_bar (RoadmapWindow *self)
{
  RoadmapWindowSaving *saving = self->saving;

  g_clear_handle_id (&saving->bar_id, g_source_remove);
  if (saving->bar != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (saving->bar)), saving->bar);
  g_clear_weak_pointer (&saving->bar);
}

static void
free_saving (RoadmapWindowSaving *saving)
{
  g_clear_object (&saving->document);
  g_clear_object (&saving->history);
  g_clear_object (&saving->again_to);
  g_free (saving);
}

/* The window may show another document by now, or nothing. */
static void
take_success (RoadmapWindow       *self,
              RoadmapWindowSaving *saving)
{
  if (self->document == saving->document)
    {
      g_clear_pointer (&self->saved_at, g_date_time_unref);
      self->saved_at = g_date_time_new_now_local ();
    }
  roadmap_history_end_saving (saving->history, TRUE);
  if (self->document == saving->document)
    roadmap_window_update_access (self);
  if (saving->saved != NULL)
    saving->saved (self);
  if (saving->again)
    roadmap_window_write (self, saving->again_to, saving->again_saved);
}

/* Whatever waited for this save does not happen. */
static void
take_failure (RoadmapWindow       *self,
              RoadmapWindowSaving *saving,
              const GError        *error)
{
  roadmap_history_end_saving (saving->history, FALSE);
  self->closing = FALSE;
  saving->then = NULL;
  if (self->document == NULL)
    return;
  if (g_error_matches (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED))
    roadmap_window_ask_about_changed (self);
  else
    roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Was Not Saved"), error->message);
}

static void
written_cb (GObject      *document,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (RoadmapWindow) self = user_data;
  RoadmapWindowSaving *saving = self->saving;
  g_autoptr (GError) error = NULL;
  gboolean saved = roadmap_document_save_finish (ROADMAP_DOCUMENT (document), result, &error);

  hide_bar (self);
  self->saving = NULL;
  if (saved)
    take_success (self, saving);
  else
    take_failure (self, saving, error);
  if (self->document != NULL)
    {
      roadmap_window_update_status (self);
      roadmap_window_update_actions (self);
    }

  /* It waits on if there is something to be saved once more. */
  if (saving->then != NULL && self->saving != NULL)
    self->saving->then = saving->then;
  else if (saving->then != NULL)
    saving->then (self);
  free_saving (saving);
}

void
roadmap_window_write (RoadmapWindow    *self,
                      GFile            *file,
                      RoadmapSavedFunc  saved)
{
  RoadmapWindowSaving *saving = self->saving;

  if (saving != NULL)
    {
      saving->again = TRUE;
      g_set_object (&saving->again_to, file);
      saving->again_saved = saved;
      return;
    }

  self->saving = saving = g_new0 (RoadmapWindowSaving, 1);
  saving->document = g_object_ref (self->document);
  saving->history = g_object_ref (self->history);
  saving->saved = saved;
  saving->bar_id = g_timeout_add (SHOW_DELAY, show_bar_cb, self);
  roadmap_history_begin_saving (self->history);
  roadmap_document_save_async (self->document, file, written_cb, g_object_ref (self));
  roadmap_window_update_status (self);
}

gboolean
roadmap_window_is_saving (RoadmapWindow *self)
{
  return self->saving != NULL;
}

gboolean
roadmap_window_wait_for_saving (RoadmapWindow    *self,
                                RoadmapSavedFunc  then)
{
  if (self->saving == NULL)
    return FALSE;

  self->saving->then = then;
  return TRUE;
}
