/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/history.h"

G_BEGIN_DECLS

/* Records how far a bar or measure is: adds a dated follow-up and sets the status, in one step that undo takes back.
 * The adopted wording is not touched.
 *
 * signal "saved" (RoadmapProgressDialog *self): the record is in the roadmap; the dialog closes. */

#define ROADMAP_TYPE_PROGRESS_DIALOG (roadmap_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapProgressDialog, roadmap_progress_dialog, ROADMAP, PROGRESS_DIALOG, AdwWindow)

/* @item is a bar or measure of @roadmap.  @language is the content's, NULL for the document's own; what is entered is
 * recorded in the document's own in any case.  Show it with gtk_window_present(); it frees itself when it closes. */
GtkWidget  *roadmap_progress_dialog_new        (GtkWindow             *parent,
                                                RoadmapHistory        *history,
                                                Roadmap               *roadmap,
                                                RoadmapItem           *item,
                                                const GDate           *today,
                                                const char            *language);

/* Who records: the caller remembers it from one record to the next.  Never NULL. */
const char *roadmap_progress_dialog_get_author (RoadmapProgressDialog *self);
void        roadmap_progress_dialog_set_author (RoadmapProgressDialog *self,
                                                const char            *author);

G_END_DECLS
