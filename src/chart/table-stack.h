/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-grid.h"

G_BEGIN_DECLS

/* For table-grid.c: cells below each other. */

/* A cell before it has a place: the strips it belongs to. */
typedef struct
{
  RoadmapItem *item;  /* (nullable) */
  guint        first;
  guint        last;
  guint        order; /* in the file */
} RoadmapTableEntry;

/* For g_array_sort(): the order in which entries are stacked. */
int  roadmap_table_entry_compare (gconstpointer  a,
                                  gconstpointer  b);
/* Stacks the sorted entries, as a staircase from the upper left to the lower right, and fills what they leave.
 * @cell_by_order (nullable) is told which cell is whose. */
void roadmap_table_stack         (GArray        *entries,
                                  guint          n_strips,
                                  GArray        *cells,
                                  guint         *cell_by_order);

G_END_DECLS
