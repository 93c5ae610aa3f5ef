/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* What lies over a view of charts in which the state's filter leaves nothing: words that say so, and a button that clears
 * the filter.  Visible only then, of which it takes care itself.
 *
 * Properties: "state" (RoadmapViewState, nullable), "chart" (RoadmapItem of kind chart, nullable: the one that is browsed,
 * or failing that all in force), "covers" (boolean, TRUE at first: whether what is below shows only what passes). */

#define ROADMAP_TYPE_FILTER_EMPTY (roadmap_filter_empty_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapFilterEmpty, roadmap_filter_empty, ROADMAP, FILTER_EMPTY, AdwBin)

G_END_DECLS
