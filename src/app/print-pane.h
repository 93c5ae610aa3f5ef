/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "app/print-job.h"

G_BEGIN_DECLS

/* The options of the print preview: what is printed, what of it is shown, and on what paper.  Only what makes a
 * difference for the roadmap is offered.
 *
 * Signals: "choose-since" (RoadmapPrintPane *self): someone wants to choose a file to show changes since. */

#define ROADMAP_TYPE_PRINT_PANE (roadmap_print_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPrintPane, roadmap_print_pane, ROADMAP, PRINT_PANE, AdwBin)

/* Once. */
void roadmap_print_pane_bind   (RoadmapPrintPane         *self,
                                const RoadmapPrintSource *source,
                                RoadmapPrintChoices      *choices);
/* Shows what @job prints, and offers what it could. */
void roadmap_print_pane_update (RoadmapPrintPane         *self,
                                RoadmapPrintJob          *job);

G_END_DECLS
