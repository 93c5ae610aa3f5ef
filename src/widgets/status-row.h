/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The row of a form that picks a status of the roadmap's own vocabulary, or none.  A screen reader is told which.
 *
 * "notify::selected" says that another was picked. */

#define ROADMAP_TYPE_STATUS_ROW (roadmap_status_row_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapStatusRow, roadmap_status_row, ROADMAP, STATUS_ROW, AdwComboRow)

/* Offers the statuses in @language and picks that of @item.  For a new row, once. */
void         roadmap_status_row_fill       (RoadmapStatusRow *self,
                                            Roadmap          *roadmap,
                                            RoadmapItem      *item,
                                            const char       *language);

/* What is picked; NULL: none. */
RoadmapItem *roadmap_status_row_get_status (RoadmapStatusRow *self);

G_END_DECLS
