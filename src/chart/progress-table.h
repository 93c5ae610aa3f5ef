/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/progress-keys.h"

G_BEGIN_DECLS

/* For progress-layout.c: the table of charts, stages, lanes and categories. */

typedef struct
{
  const RoadmapProgressParts *parts;
  gboolean                    has_titles; /* in the heads, below the letters */
  double                      name_width;
  double                      bar_width;  /* 0: there is no room for bars */
  GArray                     *columns;    /* of figures */
} RoadmapProgressTable;

/* Finds the columns; the width of @parts grows if they need more. */
void   roadmap_progress_table_init      (RoadmapProgressTable       *self,
                                         RoadmapProgressParts       *parts);
void   roadmap_progress_table_clear     (RoadmapProgressTable       *self);

void   roadmap_progress_table_add_heads (const RoadmapProgressTable *self,
                                         RoadmapScene               *scene);
/* A row of figures.  @item (nullable): the chart, stage, lane or category; @total: a sum of those below it. */
void   roadmap_progress_table_add_row   (const RoadmapProgressTable *self,
                                         RoadmapItem                *item,
                                         const char                 *name,
                                         guint                       depth,
                                         gboolean                    total,
                                         const RoadmapProgress      *progress,
                                         RoadmapScene               *scene);
/* A line over rows. */
void   roadmap_progress_table_add_title (const RoadmapProgressTable *self,
                                         const char                 *title,
                                         RoadmapScene               *scene);

G_END_DECLS
