/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/compare-view.h"

G_BEGIN_DECLS

/* A window above another one with a comparison in it, which is looked at, or accepted as decided.
 *
 * signal "accepted" (RoadmapCompareDialog *self): the button was pressed; the dialog closes after that.
 * signal "item-selected" (RoadmapCompareDialog *self, RoadmapItem *item): as that of the view. */

#define ROADMAP_TYPE_COMPARE_DIALOG (roadmap_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapCompareDialog, roadmap_compare_dialog, ROADMAP, COMPARE_DIALOG, AdwWindow)

/* @explanation says what is compared, in a sentence.  @accept (nullable) is the label of the button that accepts, with a
 * mnemonic; without it the dialog can only be closed. */
GtkWidget          *roadmap_compare_dialog_new      (GtkWindow            *parent,
                                                     const char           *title,
                                                     const char           *explanation,
                                                     const char           *accept);
RoadmapCompareView *roadmap_compare_dialog_get_view (RoadmapCompareDialog *self);

G_END_DECLS
