/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For detail-pane.c: several selected items – how many, which, and what can be done with all of them at once.  Its rows
 * activate "details.select-item", its buttons actions of the window. */

#define ROADMAP_TYPE_SELECTION_PANE (roadmap_selection_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSelectionPane, roadmap_selection_pane, ROADMAP, SELECTION_PANE, GtkBox)

/* Shows what @state, which has a roadmap, has selected. */
void roadmap_selection_pane_show (RoadmapSelectionPane *self,
                                  RoadmapViewState     *state);

G_END_DECLS
