/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* What must be true of all pages, whatever they show: no text lies over another or over the margin, none is smaller
 * than ROADMAP_MEASURE_MIN_POINTS or has letters that no font has, and each page says which of how many it is. */
void pages_assert_sound (RoadmapPages              *pages);
/* With @options that have one layout: what its chapters show stands on the pages, every line of it exactly once, below
 * the heads and beside the names of its row. */
void pages_assert_whole (RoadmapPages              *pages,
                         const RoadmapPagesOptions *options);

G_END_DECLS
