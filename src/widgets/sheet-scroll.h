/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/sheet.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* Where in the sheet to go for an item: to its group, to the first one that stands under it in the outline, or FALSE.  Lays
 * out the row it finds. */
gboolean roadmap_sheet_find_shown   (RoadmapSheet            *sheet,
                                     Roadmap                 *roadmap,
                                     RoadmapItem             *item,
                                     RoadmapSheetPlace       *place);
/* Scrolls so that the group is seen, when @seen is what is seen now.  A wide one that is seen in good part stays where it
 * is: it was probably clicked. */
void     roadmap_sheet_scroll_to    (RoadmapSheet            *sheet,
                                     const RoadmapSheetPlace *place,
                                     const RoadmapRect       *seen,
                                     GtkAdjustment           *hadjustment,
                                     GtkAdjustment           *vadjustment);

G_END_DECLS
