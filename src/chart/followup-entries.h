/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/followup-layout.h"

G_BEGIN_DECLS

/* For followup-layout.c: what stands in which row of the follow-up table. */

/* A measure or bar. */
typedef struct
{
  RoadmapItem *item;
  gboolean     inner;    /* a bar below its measure */
  gboolean     repeated; /* 再掲: it stands with its records in another place */
} RoadmapFollowupEntry;

/* What stays together: a measure with its bars, or a bar without a measure. */
typedef struct
{
  RoadmapItem *around;  /* (nullable): the roadblock or inner lane whose name stands over the row; … */
  gboolean     others;  /* … or the row is the first of those without a roadblock, beside others that have one */
  GArray      *entries; /* RoadmapFollowupEntry; of a roadblock without measures none; owned */
} RoadmapFollowupRow;

/* (transfer full): the RoadmapFollowupRow of a stage or lane, in the order in which they stand. */
GPtrArray   *roadmap_followup_list_rows (const RoadmapFollowupOptions *options,
                                         RoadmapItem                  *top);
/* The outermost stage or lane around @item, or NULL. */
RoadmapItem *roadmap_followup_find_top  (RoadmapItem                  *item);

G_END_DECLS
