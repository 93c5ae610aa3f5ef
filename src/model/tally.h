/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What parts of a roadmap hold, counted once and then kept up. */
typedef struct
{
  guint n_roadblocks, n_measures, n_bars;
  guint n_inferred; /* bars whose span is inferred … */
  guint n_open;     /* … or runs on */
} RoadmapTally;

/* Whether an item counts. */
typedef gboolean (*RoadmapTallyFunc) (RoadmapItem *item,
                                      gpointer     user_data);

/* Adds @top and all below it, without what is no longer there; @counts may be NULL: all count. */
void     roadmap_tally_add    (RoadmapTally       *tally,
                               RoadmapItem        *top,
                               RoadmapTallyFunc    counts,
                               gpointer            user_data);
/* Follows an edit, as "changed" announces it, in a tally of @tops in which all items count. */
void     roadmap_tally_update (RoadmapTally       *tally,
                               GPtrArray          *tops,
                               const RoadmapEdit  *edit);

G_END_DECLS
