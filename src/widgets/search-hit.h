/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* How what a search found is shown in a list. */

/* A row shows the place, the title of the target, and the words that were found unless the title holds them.  What
 * matches is bold. */
GtkWidget *roadmap_search_hit_create_row (void);
void       roadmap_search_hit_show       (GtkWidget   *row,
                                          RoadmapItem *hit,
                                          const char  *query,
                                          const char  *language);

G_END_DECLS
