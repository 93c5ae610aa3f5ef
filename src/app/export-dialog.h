/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "app/export-job.h"

G_BEGIN_DECLS

/* Asks in which format a roadmap is to be exported: all rows of export/formats.h, each with what it cannot carry, and
 * below them what the chosen one has a use for.  What was chosen last is remembered in the settings.
 *
 * signal "chosen" (RoadmapExportDialog *self, GFile *target, gboolean replace): where to, and whether people have
 * agreed that what is there is replaced; the dialog closes. */

#define ROADMAP_TYPE_EXPORT_DIALOG (roadmap_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapExportDialog, roadmap_export_dialog, ROADMAP, EXPORT_DIALOG, AdwWindow)

/* What is to be exported, as a window shows it. */
typedef struct
{
  Roadmap       *roadmap;
  const char    *language; /* (nullable): of the words in the window; NULL: the roadmap's own */
  RoadmapItem   *chart;    /* (nullable): the one that is shown */
  RoadmapFilter *filter;   /* (nullable) */
  const GDate   *today;    /* (nullable) */
  GFile         *file;     /* (nullable): the roadmap's, beside which the export is suggested */
  const char    *fingerprint; /* (nullable): of its bytes */
} RoadmapExportSource;

/* @source is copied.  Show it with gtk_window_present(); it frees itself when it closes. */
GtkWidget        *roadmap_export_dialog_new        (GtkWindow                 *parent,
                                                    const RoadmapExportSource *source);
/* (transfer full): a job for what is chosen now. */
RoadmapExportJob *roadmap_export_dialog_create_job (RoadmapExportDialog       *self);
/* Goes on with a file that was picked to write to.  A name without the format's suffix gets it; then nobody has been
 * asked about a file of the new name. */
void              roadmap_export_dialog_choose     (RoadmapExportDialog       *self,
                                                    GFile                     *file);

G_END_DECLS
