/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The bar below a window's header that tells what another program did to the file, with what can be done about it.  Its
 * buttons activate actions of the window. */

typedef enum
{
  ROADMAP_DISK_BAR_HIDDEN,
  ROADMAP_DISK_BAR_CHANGED, /* the file holds something else */
  ROADMAP_DISK_BAR_GONE,    /* there is no file any more */
} RoadmapDiskBarState;

#define ROADMAP_TYPE_DISK_BAR (roadmap_disk_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapDiskBar, roadmap_disk_bar, ROADMAP, DISK_BAR, AdwBin)

void                roadmap_disk_bar_set_state (RoadmapDiskBar      *self,
                                                RoadmapDiskBarState  state);
RoadmapDiskBarState roadmap_disk_bar_get_state (RoadmapDiskBar      *self);

G_END_DECLS
