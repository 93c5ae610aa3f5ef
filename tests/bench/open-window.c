/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The program itself, which opens the file it is given, up to the first frame in which there are bars in the timeline. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/application.h"
#include "first-frame.h"

/* Whether a bar of the timeline, or what stands for one, is shown at or below @widget. */
static gboolean
shows_bar (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "RoadmapBarChild") == 0)
    return gtk_widget_get_allocated_width (widget) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_bar (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_complete (GtkWindow *window)
{
  return shows_bar (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RoadmapApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = roadmap_application_new ();
  first_frame_watch (GTK_APPLICATION (application), is_complete);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
