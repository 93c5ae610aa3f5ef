/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/axis.h"
#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For table-row.c: the bars beside one or several measures, packed into lines, with their explanations below them. */

typedef struct _RoadmapTableBars RoadmapTableBars;

/* @bars: RoadmapItem, bars and milestones. */
RoadmapTableBars *roadmap_table_bars_new        (const RoadmapTableOptions *options,
                                                 const RoadmapAxis         *axis,
                                                 GPtrArray                 *bars);
void              roadmap_table_bars_free       (RoadmapTableBars          *self);
double            roadmap_table_bars_get_height (RoadmapTableBars          *self);
/* Adds them with the axis's first month at @x; their lines are counted from @first_line.  Returns how many there are. */
guint             roadmap_table_bars_add        (RoadmapTableBars          *self,
                                                 const RoadmapTableOptions *options,
                                                 RoadmapScene              *scene,
                                                 double                     x,
                                                 double                     y,
                                                 guint                      first_line);

G_END_DECLS
