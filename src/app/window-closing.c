/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

/* A window with unsaved work is not closed, and nobody is logged out, without being asked. */

char *
roadmap_window_dup_name (RoadmapWindow *self)
{
  const char *name = self->document != NULL ? roadmap_document_get_display_name (self->document) : NULL;

  return g_strdup (name != NULL ? name : _("Untitled Roadmap"));
}

static void
answer (RoadmapWindow *self,
        gboolean       discarded)
{
  RoadmapCloseFunc may_close = self->may_close;

  self->may_close = NULL;
  if (may_close != NULL)
    may_close (self, discarded, self->may_close_data);
}

static void
saved_cb (RoadmapWindow *self)
{
  answer (self, FALSE);
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  RoadmapWindow *self = user_data;

  self->asking = FALSE;
  if (g_strcmp0 (response, "discard") == 0)
    answer (self, TRUE);
  else if (g_strcmp0 (response, "save") == 0)
    roadmap_window_save (self, saved_cb);
  else
    self->may_close = NULL;
}

static void
ask (RoadmapWindow *self)
{
  const RoadmapAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "discard", _("_Discard"), TRUE, FALSE },
    { "save", roadmap_window_get_file (self) != NULL ? _("_Save") : _("_Save…"), FALSE, TRUE },
    { NULL },
  };
  g_autofree char *name = roadmap_window_dup_name (self);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("Save Changes to “%s”?"), name);

  self->asking = TRUE;
  roadmap_compat_ask (GTK_WINDOW (self), heading,
                      _("The roadmap has changes that are not in the file. What is not saved will be lost."),
                      answers, answered_cb, self);
}

static void
ask_again_cb (RoadmapWindow *self)
{
  roadmap_window_ask_to_close (self, self->may_close, self->may_close_data);
}

void
roadmap_window_ask_to_close (RoadmapWindow    *self,
                             RoadmapCloseFunc  may_close,
                             gpointer          user_data)
{
  self->may_close = may_close;
  self->may_close_data = user_data;
  if (roadmap_window_wait_for_saving (self, ask_again_cb))
    return;
  if (!roadmap_window_is_modified (self))
    {
      answer (self, FALSE);
      return;
    }

  /* A question that is open already has its answer passed on. */
  gtk_window_present (GTK_WINDOW (self));
  if (!self->asking)
    ask (self);
}

void
roadmap_window_close_for_good (RoadmapWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
may_close_cb (RoadmapWindow *self,
              gboolean       discarded,
              gpointer       user_data)
{
  roadmap_window_close_for_good (self);
}

static void
close_cb (RoadmapWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

gboolean
roadmap_window_hold (RoadmapWindow *self)
{
  if (roadmap_window_wait_for_saving (self, close_cb))
    return TRUE;
  if (self->closing || !roadmap_window_is_modified (self))
    return FALSE;

  roadmap_window_ask_to_close (self, may_close_cb, NULL);
  return TRUE;
}

/* A desktop that shows who keeps it from logging out names the file. */
void
roadmap_window_update_inhibition (RoadmapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean modified = roadmap_window_is_modified (self) && application != NULL;
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  if (modified == self->inhibiting)
    return;

  self->inhibiting = modified;
  if (!modified)
    {
      if (self->inhibition != 0 && application != NULL)
        gtk_application_uninhibit (application, self->inhibition);
      self->inhibition = 0;
      return;
    }
  name = roadmap_window_dup_name (self);
  /* Translators: why the session should not end; %s is the name of a file */
  reason = g_strdup_printf (_("“%s” has changes that are not saved"), name);
  self->inhibition = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, reason);
}

/* Before the window leaves its application. */
void
roadmap_window_end_inhibition (RoadmapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->inhibition != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
  self->inhibiting = FALSE;
}
