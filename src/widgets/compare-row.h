/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/compare-entry.h"

G_BEGIN_DECLS

/* A row of a comparison: a heading; or an item, where it stands, and what became of it, with the parts that differ marked;
 * or what has to be decided about it, for the one side or the other. */
GtkWidget *roadmap_compare_row_create (void);
void       roadmap_compare_row_show   (GtkWidget           *row,
                                       RoadmapCompareEntry *entry);

G_END_DECLS
