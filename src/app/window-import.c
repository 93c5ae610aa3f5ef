/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"
#include "paths.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "document/file.h"
#include "document/import.h"

/* New roadmaps from the files of other programs. */

void
roadmap_window_import (RoadmapWindow         *self,
                       GFile                 *file,
                       const RoadmapImporter *importer)
{
  g_autoptr (Roadmap) template = roadmap_import_open_template (PKGDATADIR);
  const RoadmapImportOptions options = { .template = template, .today = roadmap_view_state_get_today (self->state) };
  g_autofree char *name = roadmap_file_dup_display_name (file);
  g_autofree char *message = NULL;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GError) error = NULL;
  RoadmapWindow *window = self;

  if (importer == NULL)
    importer = roadmap_import_recognise_file (file);
  if (importer != NULL)
    roadmap = roadmap_import_file (file, importer, &options, &error);
  if (roadmap == NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      roadmap_compat_tell (GTK_WINDOW (self), _("The File Cannot Be Imported"),
                           error != NULL ? error->message
                                         : _("It is neither a CSV table nor a project plan in Microsoft Project XML."));
      return;
    }

  if (roadmap_window_has_roadmap (self))
    window = roadmap_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                 roadmap_view_state_get_today (self->state));
  roadmap_window_show_new (window, roadmap);
  gtk_window_present (GTK_WINDOW (window));
  /* Translators: the first %s is the name of a file, the second what it is, such as “CSV table” */
  message = g_strdup_printf (_("“%s” (%s) became a new roadmap, which is not saved yet"), name, _(importer->title));
  roadmap_window_toast (window, message);
}

gboolean
roadmap_window_import_if_other (RoadmapWindow *self,
                                GFile         *file)
{
  const RoadmapImporter *importer = roadmap_import_recognise_file (file);

  if (importer == NULL)
    return FALSE;
  roadmap_window_import (self, file, importer);
  return TRUE;
}

static void
import_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  roadmap_window_import (user_data, file, NULL);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  roadmap_compat_choose_import (GTK_WINDOW (widget), import_chosen_cb, widget);
}

void
roadmap_window_init_import (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.import", NULL, import_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
