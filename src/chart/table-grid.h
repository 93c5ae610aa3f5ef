/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For table-layout.c: which cells a row of the table has, and which of them lie side by side.
 *
 * A row is divided into *strips*: one for each roadblock of a stage, or for a lane and each lane in it, and a last one
 * for what belongs to none.  The other columns are *stacks*: cells below each other that cover all strips.  A cell
 * touches the strips of its first to its last roadblock; where two share a strip, the edge between them lies in it.
 * Two that share several strips cannot both touch all of them: then their edge is light. */

typedef struct
{
  RoadmapItem *item;   /* (nullable): a roadblock or lane */
  guint        depth;  /* of a lane in lanes */
  double       needed; /* height; set by the layout */
  double       y;
  double       height;
} RoadmapTableStrip;

typedef struct
{
  RoadmapItem *item;   /* (nullable): nothing stands in the cell */
  guint        first;  /* the first strip it touches */
  guint        last;
  gboolean     light;  /* the edge to the cell above it does not divide what it belongs to */
  double       needed;
  double       y;
  double       height;
} RoadmapTableCell;

/* A piece of the years, beside a run of the measures' cells. */
typedef struct
{
  GPtrArray   *bars;   /* RoadmapItem, bars and milestones; empty: nothing stands in it */
  guint        first;  /* indices of cells */
  guint        last;
  double       needed;
  double       y;
  double       height;
} RoadmapTableYears;

typedef struct
{
  GArray *strips;     /* RoadmapTableStrip */
  GArray *addressed;  /* RoadmapTableCell */
  GArray *measures;   /* RoadmapTableCell */
  GArray *years;      /* RoadmapTableYears */
  double  needed;     /* of all strips together; set by the layout */
  double  height;
} RoadmapTableGrid;

/* @top is a stage, a lane, or a chart, for the milestones that stand in it outside of lanes. */
RoadmapTableGrid *roadmap_table_grid_new   (const RoadmapTableOptions *options,
                                            RoadmapItem               *top);
void              roadmap_table_grid_free  (RoadmapTableGrid          *self);
/* Whether nothing of @top is shown. */
gboolean          roadmap_table_grid_is_empty (const RoadmapTableGrid *self);

/* Finds the least heights in which every cell has what it needs, and the places.  A cell that spans strips overlaps
 * each of them by at least @overlap. */
void              roadmap_table_grid_solve (RoadmapTableGrid          *self,
                                            double                     overlap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapTableGrid, roadmap_table_grid_free)

G_END_DECLS
