/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/history.h"

G_BEGIN_DECLS

/* Asks on which day an amendment is to be adopted, by which meeting and what the edition is called, and opens it: one step
 * of the history.
 *
 * signal "opened" (RoadmapAmendDialog *self): the amendment is in progress; the dialog closes. */

#define ROADMAP_TYPE_AMEND_DIALOG (roadmap_amend_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapAmendDialog, roadmap_amend_dialog, ROADMAP, AMEND_DIALOG, AdwWindow)

/* @today is the day that is suggested.  Show it with gtk_window_present(); it frees itself when it closes. */
GtkWidget *roadmap_amend_dialog_new (GtkWindow      *parent,
                                     RoadmapHistory *history,
                                     Roadmap        *roadmap,
                                     const GDate    *today);

G_END_DECLS
