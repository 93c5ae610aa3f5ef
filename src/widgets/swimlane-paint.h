/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/swimlane-port.h"

G_BEGIN_DECLS

/* The parts of a swimlane view that are not bars. */

/* The rows and the grid under the bars. */
void roadmap_swimlane_paint_body  (const RoadmapSwimlanePort *port,
                                   GtkSnapshot               *snapshot);
/* Years, names and the corner, which lie over bars that scroll under them. */
void roadmap_swimlane_paint_heads (const RoadmapSwimlanePort *port,
                                   GtkSnapshot               *snapshot);

G_END_DECLS
