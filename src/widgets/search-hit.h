/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Where a search hit leads, and how it is shown in a list. */

/* The nearest item around @hit that stands in an outline, else @hit itself; NULL if it is furniture of the file, such
 * as the heading of a column, that nobody goes to. */
RoadmapItem *roadmap_search_hit_get_target (RoadmapItem *hit);

/* What stands in the outline comes first, then what is said about it, then the rest: from 0. */
#define ROADMAP_N_SEARCH_RANKS 3
guint        roadmap_search_hit_get_rank   (RoadmapItem *hit);

/* A row shows the place, the title of the target, and the words that were found unless the title holds them.  What
 * matches is bold. */
GtkWidget   *roadmap_search_hit_create_row (void);
void         roadmap_search_hit_show       (GtkWidget   *row,
                                            RoadmapItem *hit,
                                            const char  *query,
                                            const char  *language);

G_END_DECLS
