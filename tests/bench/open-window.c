/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The program itself, which opens the file it is given, up to the first frame in which there are bars in the timeline. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/application.h"
#include "app/window-private.h"
#include "first-frame.h"

/* Whether a bar of the timeline is shown at or below @widget: a bar is an item of the view, which is a list. */
static gboolean
shows_bar (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_allocated_width (widget) == 0)
    return FALSE;
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_bar (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_complete (GtkWindow *window)
{
  return ROADMAP_IS_WINDOW (window) && shows_bar (GTK_WIDGET (ROADMAP_WINDOW (window)->timeline));
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
