/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"
#include "paths.h"

#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "app/accessible-names.h"
#include "app/compat.h"
#include "app/help-window.h"
#include "app/leave.h"
#include "app/new-dialog.h"
#include "app/recovery.h"
#include "app/window-private.h"

struct _RoadmapApplication
{
  AdwApplication  parent_instance;

  GDate          *today; /* from the clock; moves at midnight */
  guint           midnight;
};

G_DEFINE_FINAL_TYPE (RoadmapApplication, roadmap_application, ADW_TYPE_APPLICATION)

static void
set_today (RoadmapApplication *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_clear_pointer (&self->today, g_date_free);
  self->today = g_date_new_dmy (day, month, year);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data))
      roadmap_window_set_today (l->data, self->today);
}

static gboolean midnight_cb (gpointer user_data);

static void
wait_for_midnight (RoadmapApplication *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (tomorrow),
                                                          g_date_time_get_month (tomorrow),
                                                          g_date_time_get_day_of_month (tomorrow), 0, 0, 1);

  self->midnight = g_timeout_add_seconds (g_date_time_difference (midnight, now) / G_TIME_SPAN_SECOND + 1,
                                          midnight_cb, self);
}

static gboolean
midnight_cb (gpointer user_data)
{
  RoadmapApplication *self = user_data;

  set_today (self);
  wait_for_midnight (self);
  return G_SOURCE_REMOVE;
}

static RoadmapWindow *
create_window (RoadmapApplication *self)
{
  return roadmap_window_new (ADW_APPLICATION (self), self->today);
}

/* (transfer none): a window that shows @file, NULL meaning nothing, or NULL. */
static RoadmapWindow *
find_window (RoadmapApplication *self,
             GFile              *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data))
      {
        GFile *shown = roadmap_window_get_file (l->data);

        if (file == NULL || shown == NULL ? file == shown : g_file_equal (file, shown))
          return l->data;
      }
  return NULL;
}

static void
roadmap_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (create_window (ROADMAP_APPLICATION (application)));
      roadmap_recovery_offer_left (ROADMAP_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
roadmap_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  RoadmapApplication *self = ROADMAP_APPLICATION (application);

  /* A new window is not shown before it has something to show. */
  for (int i = 0; i < n_files; i++)
    {
      RoadmapWindow *window = find_window (self, files[i]);

      if (window == NULL)
        window = find_window (self, NULL);
      if (window == NULL)
        window = create_window (self);
      roadmap_window_open (window, files[i]);
    }
}

/* A second one that is started hands over what it was asked to the first. */
static int
roadmap_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "new-window"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (!g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  return 0;
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (create_window (user_data)));
}

static void
created_cb (RoadmapNewDialog   *dialog,
            Roadmap            *roadmap,
            RoadmapApplication *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  RoadmapWindow *window = ROADMAP_IS_WINDOW (parent) ? ROADMAP_WINDOW (parent) : NULL;

  /* An empty window is used. */
  if (window == NULL || roadmap_window_has_roadmap (window))
    window = create_window (self);
  roadmap_window_show_new (window, roadmap);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_roadmap_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  RoadmapApplication *self = user_data;
  g_autofree char *folder = g_build_filename (PKGDATADIR, "templates", NULL);
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  GtkWidget *dialog;

  if (parent == NULL)
    {
      parent = GTK_WINDOW (create_window (self));
      gtk_window_present (parent);
    }
  dialog = roadmap_new_dialog_new (parent, folder, self->today);
  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, 0);
  roadmap_accessible_names_give (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  roadmap_compat_show_about (gtk_application_get_active_window (user_data));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  roadmap_help_window_present (user_data, ROADMAP_IS_WINDOW (window) ? window : NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  roadmap_leave (user_data);
}

/* The session is about to end; who has unsaved work says so. */
static void
query_end_cb (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data))
      roadmap_window_update_inhibition (l->data);
}

/* The ones people are told of: the shortcuts window has them all, which a test checks.  Other ways to type the same are
 * bindings of the window. */
static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.help", { "F1" } },
    { "app.new-roadmap", { "<Control>n" } },
    { "app.quit", { "<Control>q" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Shift><Control>s" } },
    { "win.print", { "<Control>p" } },
    { "win.export-pdf", { "<Shift><Control>p" } },
    { "win.export", { "<Shift><Control>e" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Shift><Control>z" } },
    { "win.search", { "<Control>f" } },
    { "win.next-hit", { "F3", "<Control>g" } },
    { "win.previous-hit", { "<Shift>F3", "<Shift><Control>g" } },
    { "win.view::timeline", { "<Control>1" } },
    { "win.view::table", { "<Control>2" } },
    { "win.view::map", { "<Control>3" } },
    { "win.view::document", { "<Control>4" } },
    { "win.view::progress", { "<Control>5" } },
    { "win.view::follow-up", { "<Control>6" } },
    { "win.record-progress", { "<Control>r" } },
    { "win.edit-item", { "<Control>e" } },
    { "win.show-sidebar", { "F9" } },
    { "win.show-details", { "<Shift>F9" } },
    { "win.zoom-in", { "<Control>plus" } },
    { "win.zoom-out", { "<Control>minus" } },
    { "win.zoom-fit", { "<Control>0" } },
    { "win.fullscreen", { "F11" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
roadmap_application_startup (GApplication *application)
{
  RoadmapApplication *self = ROADMAP_APPLICATION (application);
  const GActionEntry entries[] = {
    { "about", about_cb },
    { "help", help_cb },
    { "new-roadmap", new_roadmap_cb },
    { "new-window", new_window_cb },
    { "quit", quit_cb },
  };

  G_APPLICATION_CLASS (roadmap_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  set_accels (GTK_APPLICATION (application));
  g_signal_connect (application, "query-end", G_CALLBACK (query_end_cb), NULL);
  roadmap_accessible_names_init ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  set_today (self);
  wait_for_midnight (self);
}

static void
roadmap_application_finalize (GObject *object)
{
  RoadmapApplication *self = ROADMAP_APPLICATION (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  g_clear_pointer (&self->today, g_date_free);

  G_OBJECT_CLASS (roadmap_application_parent_class)->finalize (object);
}

static void
roadmap_application_class_init (RoadmapApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_application_finalize;
  application_class->startup = roadmap_application_startup;
  application_class->activate = roadmap_application_activate;
  application_class->open = roadmap_application_open;
  application_class->handle_local_options = roadmap_application_handle_local_options;
}

static void
roadmap_application_init (RoadmapApplication *self)
{
  const GOptionEntry options[] = {
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

RoadmapApplication *
roadmap_application_new (void)
{
  return g_object_new (ROADMAP_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       "resource-base-path", "/org/koteihyo/Koteihyo",
                       NULL);
}
