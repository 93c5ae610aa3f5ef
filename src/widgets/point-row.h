/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The row of a form that picks a point in time, such as the start of a span: among the quarters of an item's chart,
 * from two years before it to four years after it, and what the item says now if that is of another unit.
 *
 * "notify::selected" says that another was picked. */

#define ROADMAP_TYPE_POINT_ROW (roadmap_point_row_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPointRow, roadmap_point_row, ROADMAP, POINT_ROW, AdwComboRow)

GtkWidget   *roadmap_point_row_new       (void);

/* Offers the points for @item, described in @language, and picks @point; that is the start or the end of @span, which
 * the item has. */
void         roadmap_point_row_fill      (RoadmapPointRow    *self,
                                          Roadmap            *roadmap,
                                          RoadmapItem        *item,
                                          const char         *language,
                                          const RoadmapSpan  *span,
                                          const RoadmapPoint *point);

/* What is picked.  The row has been filled. */
RoadmapPoint roadmap_point_row_get_point (RoadmapPointRow    *self);
/* Whether that is another point than the row was filled with. */
gboolean     roadmap_point_row_has_moved (RoadmapPointRow    *self);

G_END_DECLS
