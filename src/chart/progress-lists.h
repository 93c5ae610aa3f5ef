/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/progress-keys.h"

G_BEGIN_DECLS

/* For progress-layout.c: bars that want a word of their own, each in a line. */

typedef enum
{
  ROADMAP_PROGRESS_OVERDUE, /* what has ended by plan and is not closed, the longest ago first */
  ROADMAP_PROGRESS_CHANGED, /* what has another status than a year before */
} RoadmapProgressList;

#define ROADMAP_N_PROGRESS_LISTS (ROADMAP_PROGRESS_CHANGED + 1)

/* (transfer container): the bars in the list. */
GPtrArray *roadmap_progress_list       (const RoadmapProgressParts *parts,
                                        RoadmapProgressList         list);
/* The heads of a list of so many bars; @continued: on a further page.  They stand at the foot of @height if that is more
 * than they need. */
void       roadmap_progress_list_heads (const RoadmapProgressParts *parts,
                                        RoadmapProgressList         list,
                                        guint                       n_bars,
                                        gboolean                    continued,
                                        double                      height,
                                        RoadmapScene               *scene);
void       roadmap_progress_list_row   (const RoadmapProgressParts *parts,
                                        RoadmapProgressList         list,
                                        RoadmapItem                *bar,
                                        RoadmapScene               *scene);

G_END_DECLS
