/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/progress.h"

G_BEGIN_DECLS

/* What the views of records say to those who do not see them, in @language. */

/* (transfer full): of a measure or bar what the table calls it, then what was reported about it in @year; of anything else
 * only the former. */
char *roadmap_record_dup_name    (Roadmap                  *roadmap,
                                  RoadmapItem              *item,
                                  int                       year,
                                  const char               *language);
/* (transfer full): of a chart, stage, lane or category its name and how many of its bars, by status. */
char *roadmap_record_dup_counts  (RoadmapItem              *item,
                                  const RoadmapProgressAsk *ask,
                                  const RoadmapProgress    *progress,
                                  const char               *language);

G_END_DECLS
