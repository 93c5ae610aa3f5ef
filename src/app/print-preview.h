/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "app/print-job.h"

G_BEGIN_DECLS

/* What comes out of the printer, before it does: all pages, with the options that make them.  From here it goes to the
 * system's print dialog, or into a PDF.
 *
 * A dialog of @parent.  @source is looked at again whenever pages are made, so all of it is kept; the roadmap may
 * change. */

#define ROADMAP_TYPE_PRINT_PREVIEW (roadmap_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPrintPreview, roadmap_print_preview, ROADMAP, PRINT_PREVIEW, AdwWindow)

/* @file (nullable) is the roadmap's: a PDF is suggested beside it.  @edition (nullable) is the id of the edition that
 * is shown instead of the current one. */
GtkWidget           *roadmap_print_preview_new         (GtkWindow                *parent,
                                                        const RoadmapPrintSource *source,
                                                        GFile                    *file,
                                                        const char               *edition);
RoadmapPrintChoices *roadmap_print_preview_get_choices (RoadmapPrintPreview      *self);
/* (nullable): what is shown; NULL until pages are made, or if there is nothing to print. */
RoadmapPrintJob     *roadmap_print_preview_get_job     (RoadmapPrintPreview      *self);
/* Has changes since the roadmap of @file printed, too.  Fails with ROADMAP_ERROR_INVALID if that is no version of the one
 * that is printed. */
gboolean             roadmap_print_preview_show_since  (RoadmapPrintPreview      *self,
                                                        GFile                    *file,
                                                        Roadmap                  *roadmap,
                                                        GError                  **error);
/* Whether pages are about to be made anew. */
gboolean             roadmap_print_preview_is_busy     (RoadmapPrintPreview      *self);

G_END_DECLS
