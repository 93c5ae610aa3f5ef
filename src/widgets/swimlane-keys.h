/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* For swimlane-view.c: what clicks and keys do on the timeline beyond any sheet.  As the virtual functions of the same names.
 *
 * - collapses the lane, + or = expands it; so do Left and Right on its name, and a click on the arrow before it.  N, and a
 * click on the number of a note, open the notes of a bar. */
gboolean roadmap_swimlane_clicked     (RoadmapSheetView        *view,
                                       const RoadmapSheetPlace *place,
                                       double                   x,
                                       double                   y);
gboolean roadmap_swimlane_key_pressed (RoadmapSheetView        *view,
                                       const RoadmapSheetPlace *place,
                                       guint                    key,
                                       GdkModifierType          modifiers);
/* Opens the notes of the item at a place.  FALSE if it has none. */
gboolean roadmap_swimlane_show_notes  (RoadmapSheetView        *view,
                                       const RoadmapSheetPlace *place);

G_END_DECLS
