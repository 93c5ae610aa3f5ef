/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The row of a form that picks a point in time, such as the start of a span: the points of one unit around the chart
 * that the item stands in, and a button that turns to another unit – years, halves or quarters of either calendar, or
 * months.
 *
 * signal "changed" (RoadmapPointRow *self): another point is picked. */

#define ROADMAP_TYPE_POINT_ROW (roadmap_point_row_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPointRow, roadmap_point_row, ROADMAP, POINT_ROW, AdwComboRow)

/* @around is the item, or what it is going to stand in; points are described in @language. @optional: none can be picked.
 * @ends: the point is the end of a span, so that the quarter of a year is its last. */
GtkWidget *roadmap_point_row_new       (Roadmap         *roadmap,
                                        RoadmapItem     *around,
                                        const char      *language,
                                        gboolean         optional,
                                        gboolean         ends);

/* As model/span.h writes it; NULL: none. */
char      *roadmap_point_row_dup_point (RoadmapPointRow *self);
/* Offers it, wherever it lies. */
void       roadmap_point_row_set_point (RoadmapPointRow *self,
                                        const char      *point);
/* In words, what is picked; NULL: none. */
char      *roadmap_point_row_describe  (RoadmapPointRow *self);

G_END_DECLS
