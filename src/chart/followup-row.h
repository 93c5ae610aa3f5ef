/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/followup-entries.h"
#include "model/followup.h"

G_BEGIN_DECLS

/* For followup-layout.c: the columns of the table, its heads, and the scene of one row. */

typedef enum
{
  ROADMAP_FOLLOWUP_NAME,
  ROADMAP_FOLLOWUP_PROGRESS,
  ROADMAP_FOLLOWUP_PLAN,
} RoadmapFollowupColumn;

#define ROADMAP_N_FOLLOWUP_COLUMNS (ROADMAP_FOLLOWUP_PLAN + 1)

/* What all rows share. */
typedef struct
{
  const RoadmapFollowupOptions *options;
  RoadmapFollowupYear           year;
  double                        unit;  /* a pixel at the usual size */
  double                        em;    /* of the text of cells */
  double                        pad_x; /* between an edge and the words */
  double                        pad_y;
  double                        gap;   /* between paragraphs */
  double                        x[ROADMAP_N_FOLLOWUP_COLUMNS];
  double                        width[ROADMAP_N_FOLLOWUP_COLUMNS];
} RoadmapFollowupTable;

/* Divides the width; the columns are together as wide as they need at least. */
void   roadmap_followup_table_init      (RoadmapFollowupTable         *self,
                                         const RoadmapFollowupOptions *options);
double roadmap_followup_table_get_width (const RoadmapFollowupTable   *self);

/* Adds the name of @top and the heads of the columns at the height @y; they are as high as they need, or @height.  Returns
 * which. */
double roadmap_followup_table_add_heads (const RoadmapFollowupTable   *self,
                                         RoadmapItem                  *top,
                                         double                        height,
                                         RoadmapScene                 *scene);
void   roadmap_followup_table_add_row   (const RoadmapFollowupTable   *self,
                                         RoadmapItem                  *top,
                                         const RoadmapFollowupRow     *row,
                                         RoadmapScene                 *scene);

/* Adds the name of an item whose records go on, marked as continued, at the top of a page, if it has room in @height. */
void   roadmap_followup_table_add_continued (const RoadmapFollowupTable *self,
                                         RoadmapItem                  *item,
                                         double                        height,
                                         RoadmapScene                 *scene);

G_END_DECLS
