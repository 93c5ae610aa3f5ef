/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-columns.h"
#include "chart/table-grid.h"

G_BEGIN_DECLS

/* For table-layout.c: the column of names.  A stage's name runs downwards in a narrow column if it is Japanese, else it
 * stands at the top; lanes in lanes have a column for each level. */

typedef struct
{
  const RoadmapTableOptions *options;
  guint                      n_levels;
  gboolean                   vertical;
  double                     width;    /* of all levels */
} RoadmapTableNames;

/* What the name of @item, a stage, a lane, or a chart for its milestones, needs beside a strip of its own. */
double roadmap_table_names_get_height (const RoadmapTableNames *self,
                                       RoadmapItem             *item);
/* Adds the names of the row of @top: its own, as high as the row, and beside it those of the lanes in it. */
void   roadmap_table_names_add        (const RoadmapTableNames *self,
                                       RoadmapItem             *top,
                                       const RoadmapTableGrid  *grid,
                                       double                   height,
                                       RoadmapScene            *scene);
/* The edge below names that are @height with it. */
void   roadmap_table_names_add_edge   (const RoadmapTableNames *self,
                                       double                   height,
                                       RoadmapScene            *scene);
/* The same as names for a piece of a row of one level, with its edge, @height or as high as the name needs; @continued: the row began earlier. */
void   roadmap_table_names_add_piece  (const RoadmapTableNames *self,
                                       RoadmapItem             *top,
                                       gboolean                 continued,
                                       double                   height,
                                       RoadmapScene            *scene);

G_END_DECLS
