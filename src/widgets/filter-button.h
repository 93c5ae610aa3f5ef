/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* A button that opens the facets of the state's roadmap (model/facet.h) with their values to choose among, each with the
 * number of bars it would leave.
 *
 * Property: "state" (RoadmapViewState, nullable). */

#define ROADMAP_TYPE_FILTER_BUTTON (roadmap_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFilterButton, roadmap_filter_button, ROADMAP, FILTER_BUTTON, AdwBin)

GtkWidget *roadmap_filter_button_new       (void);
void       roadmap_filter_button_set_state (RoadmapFilterButton *self,
                                            RoadmapViewState    *state);

G_END_DECLS
