/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The program itself, which opens the file it is given, up to the first frame that shows the timeline with its bars. */

#include "config.h"
#include "paths.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/application.h"
#include "app/window-private.h"
#include "first-frame.h"
#include "widgets/sheet-view-private.h"

/* The first frame with a sheet paints all that is in view, names and bars: the children that take the focus and the pointer
 * come after it and change no pixel, as /sheet-view/first-frame of the tests shows. */
static gboolean
is_painted (RoadmapSheetView *view)
{
  RoadmapSheetPort port;

  if (!gtk_widget_get_mapped (GTK_WIDGET (view)) || !roadmap_sheet_view_get_port (view, &port))
    return FALSE;
  for (guint row = roadmap_sheet_find_row_at (port.sheet, port.seen.y); row < roadmap_sheet_get_n_rows (port.sheet); row++)
    {
      if (roadmap_sheet_get_row_y (port.sheet, row) >= port.seen.y + port.seen.height)
        return TRUE;
      if (!roadmap_sheet_is_laid_out (port.sheet, row))
        return FALSE;
    }
  return roadmap_sheet_get_n_rows (port.sheet) > 0;
}

static gboolean
is_complete (GtkWindow *window)
{
  return ROADMAP_IS_WINDOW (window) && is_painted (ROADMAP_SHEET_VIEW (ROADMAP_WINDOW (window)->timeline));
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
