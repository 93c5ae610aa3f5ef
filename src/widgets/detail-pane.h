/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* All that is known about the item selected in a view state; of several, which they are and what can be done with all
 * of them; a hint while nothing is selected.  It follows selection, language and edits at the next frame.  Links to
 * other items select these in the state.
 *
 * Property: "state" (RoadmapViewState, nullable).
 *
 * Its buttons activate "win.record-progress" (on bars and measures) and "win.edit-item", which the window provides for the
 * selected item; the row that says where an item stands in the source activates "win.show-in-document" with the item's id,
 * a string. */

#define ROADMAP_TYPE_DETAIL_PANE (roadmap_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapDetailPane, roadmap_detail_pane, ROADMAP, DETAIL_PANE, AdwBin)

GtkWidget        *roadmap_detail_pane_new       (void);

RoadmapViewState *roadmap_detail_pane_get_state (RoadmapDetailPane *self);
void              roadmap_detail_pane_set_state (RoadmapDetailPane *self,
                                                 RoadmapViewState  *state);

G_END_DECLS
