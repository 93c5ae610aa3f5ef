/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/swimlane-port.h"

G_BEGIN_DECLS

/* Scrolls what @port shows to the item: to its bar, to the first bar under it if it is selected, or to its lane.  A long bar
 * that is seen in good part stays where it is: it was probably clicked. */
void roadmap_swimlane_scroll_to (const RoadmapSwimlanePort *port,
                                 RoadmapItem               *item,
                                 GtkAdjustment             *hadjustment,
                                 GtkAdjustment             *vadjustment);

G_END_DECLS
