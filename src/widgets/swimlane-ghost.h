/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/axis.h"
#include "widgets/sheet-view.h"

G_BEGIN_DECLS

/* For swimlane-drag.c: what is painted over the timeline while the pointer drags.  Heights are those of all rows. */

/* A bar or milestone as it will be. */
typedef struct
{
  RoadmapItem       *item;     /* itself, or the lane of one that is not there yet: */
  gboolean           is_new;
  const RoadmapAxis *axis;
  RoadmapSpan        span;
  guint32            hue;
  double             y;
  double             height;
  gboolean           labelled; /* its span stands in words over it */
  gboolean           refused;  /* it cannot be there */
} RoadmapGhost;

void roadmap_swimlane_snapshot_ghost (RoadmapSheetView   *view,
                                      GtkSnapshot        *snapshot,
                                      const RoadmapGhost *ghost);

/* A rubber band, and a frame around each group it touches. */
void roadmap_swimlane_snapshot_band  (RoadmapSheetView   *view,
                                      GtkSnapshot        *snapshot,
                                      const RoadmapRect  *band);
void roadmap_swimlane_snapshot_frame (RoadmapSheetView        *view,
                                      GtkSnapshot             *snapshot,
                                      const RoadmapSheetPlace *place);

G_END_DECLS
