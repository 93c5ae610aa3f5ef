/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* An entry for the state's query, a button for its filter, and below them what was found (model/hit-list.h).  A hit inside
 * something that stands in the outline – an issue, a record, a remark – leads to that; a hit elsewhere, as in the
 * narrative, to itself.  Choosing a hit selects it in the state.
 *
 * Enter in the entry chooses the first hit, Down goes to the list, Up from its first row back.  Escape clears the query,
 * and when there is none the filter.  The actions "hit.next" and "hit.previous" go from hit to hit.
 *
 * Properties: "state" (RoadmapViewState, nullable), "searching" (boolean, read-only, notified: there is a query). */

#define ROADMAP_TYPE_SEARCH_BAR (roadmap_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapSearchBar, roadmap_search_bar, ROADMAP, SEARCH_BAR, AdwBin)

GtkWidget        *roadmap_search_bar_new           (void);

RoadmapViewState *roadmap_search_bar_get_state     (RoadmapSearchBar *self);
void              roadmap_search_bar_set_state     (RoadmapSearchBar *self,
                                                    RoadmapViewState *state);

gboolean          roadmap_search_bar_get_searching (RoadmapSearchBar *self);

/* Puts the keyboard focus into the entry and selects what is in it. */
void              roadmap_search_bar_grab          (RoadmapSearchBar *self);
/* Goes to the next hit (@step 1) or the one before (-1) of what is in the entry; needs not be visible for it. */
void              roadmap_search_bar_step          (RoadmapSearchBar *self,
                                                    int               step);

G_END_DECLS
