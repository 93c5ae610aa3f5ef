/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* How far the roadmap is: bars counted by the statuses of its own vocabulary. */
typedef struct
{
  RoadmapItem *status; /* NULL: bars without a status */
  guint        n_bars;
} RoadmapStatusCount;

/* The item's own status, or NULL. */
RoadmapItem *roadmap_get_status    (Roadmap     *roadmap,
                                    RoadmapItem *item);
/* The same or, of a bar without one, that of the first of its measures that has one; or NULL. */
RoadmapItem *roadmap_find_status   (Roadmap     *roadmap,
                                    RoadmapItem *item);
/* (transfer full): one RoadmapStatusCount per status in the order of the vocabulary, last the bars without one, over the
 * bars in or under @top in the outline; a bar without a status of its own has that of its measure. */
GArray      *roadmap_count_status  (Roadmap     *roadmap,
                                    RoadmapItem *top);
/* The newest follow-up of an item by date, or NULL. */
RoadmapItem *roadmap_get_last_followup (RoadmapItem *item);

G_END_DECLS
