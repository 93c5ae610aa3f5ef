/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For table-layout.c: arrow keys.  Left and right lead along the row, in the years from bar to bar, else to the cell beside;
 * up and down within the column, on into the next row. */
gboolean roadmap_table_move (RoadmapSheet            *sheet,
                             const RoadmapSheetPlace *from,
                             RoadmapDirection         direction,
                             RoadmapSheetPlace       *to);

G_END_DECLS
