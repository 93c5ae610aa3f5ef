/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"
#include "paths.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

/* The window's roadmap as a file: opening, saving, and on paper. */

static void
open_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  roadmap_window_open (user_data, file);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_compat_choose_open (GTK_WINDOW (widget), open_chosen_cb, widget);
}

static void
open_uri_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  roadmap_window_open (ROADMAP_WINDOW (widget), file);
}

static void
open_example_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_build_filename (PKGDATADIR, "roadmap.xml", NULL);

  roadmap_window_open (ROADMAP_WINDOW (widget), file);
}

static void
choose_save_as (RoadmapWindow    *self,
                RoadmapSavedFunc  saved);

/* What is in the file now, and no other, is written over. */
static void
overwrite_cb (RoadmapWindow *self)
{
  if (roadmap_window_keep_mine (self))
    roadmap_window_save (self, NULL);
}

static void
changed_answered_cb (const char *response,
                     gpointer    user_data)
{
  RoadmapWindow *self = user_data;

  if (g_strcmp0 (response, "save-as") == 0)
    choose_save_as (self, NULL);
  else if (g_strcmp0 (response, "overwrite") == 0)
    roadmap_window_find_disk (self, overwrite_cb);
  else if (g_strcmp0 (response, "compare") == 0)
    roadmap_window_compare_with_file (self);
  else if (g_strcmp0 (response, "reload") == 0)
    roadmap_window_reload (self);
  else
    roadmap_window_look_at_disk (self);
}

/* Somebody else's work is in the file now: it is not written over, and neither is ours thrown away unasked. */
void
roadmap_window_ask_about_changed (RoadmapWindow *self)
{
  const RoadmapAnswer answers[] = {
    { "cancel", _("_Cancel"), FALSE, FALSE },
    { "save-as", _("Save Mine _As…"), FALSE, FALSE },
    { "overwrite", _("_Overwrite"), TRUE, FALSE },
    { "compare", _("Co_mpare…"), FALSE, FALSE },
    { "reload", _("_Reload and Carry Over Mine"), FALSE, TRUE },
    { NULL },
  };

  roadmap_compat_ask (GTK_WINDOW (self), _("The File Was Changed by Another Program"),
                      _("It was not saved, so that what is in the file now is not lost. Reloading reads it and carries "
                        "over what you have not saved."),
                      answers, changed_answered_cb, self);
}

void
roadmap_window_save (RoadmapWindow    *self,
                     RoadmapSavedFunc  saved)
{
  roadmap_window_update_access (self);
  if (roadmap_document_get_file (self->document) == NULL ||
      roadmap_document_get_access (self->document) == ROADMAP_ACCESS_PROTECTED)
    choose_save_as (self, saved);
  else
    roadmap_window_write (self, NULL, saved);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  roadmap_window_save (ROADMAP_WINDOW (widget), NULL);
}

static void
save_as_chosen_cb (GFile    *file,
                   gpointer  user_data)
{
  RoadmapWindow *self = user_data;

  roadmap_window_write (self, file, self->saved_as);
}

/* A name for a roadmap that has no file yet, from its title. */
static char *
propose_name (RoadmapWindow *self)
{
  GFile *file = roadmap_document_get_file (self->document);
  g_autofree char *title = NULL;

  if (file != NULL)
    return g_strdup (roadmap_document_get_display_name (self->document));
  title = roadmap_item_dup_title (roadmap_get_root (roadmap_document_get_roadmap (self->document)), NULL);
  return g_strdup_printf ("%s.xml", *title != '\0' ? g_strdelimit (title, "/\n", ' ') : _("Untitled Roadmap"));
}

static void
choose_save_as (RoadmapWindow    *self,
                RoadmapSavedFunc  saved)
{
  GFile *file = roadmap_document_get_file (self->document);
  g_autofree char *name = propose_name (self);

  self->saved_as = saved;
  roadmap_compat_choose_save (GTK_WINDOW (self), _("Save Roadmap As"), ROADMAP_FILES_ROADMAP, name, file,
                              save_as_chosen_cb, self);
}

static void
save_as_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  choose_save_as (ROADMAP_WINDOW (widget), NULL);
}

void
roadmap_window_init_file_actions (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.open", NULL, open_cb },
    { "win.open-uri", "s", open_uri_cb },
    { "win.open-example", NULL, open_example_cb },
    { "win.save", NULL, save_cb },
    { "win.save-as", NULL, save_as_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
