/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* What the views are filtered by and searched for, as a row of chips that can be taken away; it wraps, and it is not visible
 * when there is nothing to show.
 *
 * A chip is a button: a click, Enter, Delete or Backspace takes it away, and the focus goes on to the next.  Escape, and
 * the button at the end, take away all of them.
 *
 * Property: "state" (RoadmapViewState, nullable). */

#define ROADMAP_TYPE_FILTER_BAR (roadmap_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFilterBar, roadmap_filter_bar, ROADMAP, FILTER_BAR, AdwBin)

GtkWidget *roadmap_filter_bar_new       (void);
void       roadmap_filter_bar_set_state (RoadmapFilterBar *self,
                                         RoadmapViewState *state);

G_END_DECLS
