/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "model/change-list.h"

G_BEGIN_DECLS

/* For changes-layout.c: the columns of a table of changes, and its rows.  All is drawn from the left edge of the table. */

typedef enum
{
  ROADMAP_CHANGES_ITEM,
  ROADMAP_CHANGES_WHAT,
  ROADMAP_CHANGES_BEFORE,
  ROADMAP_CHANGES_AFTER,
} RoadmapChangesColumn;

#define ROADMAP_N_CHANGES_COLUMNS (ROADMAP_CHANGES_AFTER + 1)

/* Air around the words of a cell, in units. */
#define ROADMAP_CHANGES_PAD_X 6
#define ROADMAP_CHANGES_PAD_Y 5

extern const RoadmapTextStyle roadmap_changes_cell_style;
extern const RoadmapTextStyle roadmap_changes_label_style;

typedef struct
{
  Roadmap        *roadmap;
  Roadmap        *since;
  char           *language;
  RoadmapMeasure *measure;
  double          width;
  double          unit;
  gboolean        wide;  /* item and what differs are columns of their own */
  gboolean        paged; /* and items are the names of rows */
  double          x[ROADMAP_N_CHANGES_COLUMNS + 1]; /* the left edges of the columns, and the right one of the last */
} RoadmapChangesTable;

typedef struct
{
  const RoadmapChange *change;
  guint                index;
  gboolean             begins_group; /* the heading of a group stands over it */
} RoadmapChangesRow;

/* Fills in all below `width`; `paged` is what is wished. */
void   roadmap_changes_table_find_columns (RoadmapChangesTable       *self);

/* Adds the row: if the table is paged, its item and what stands over it to @names; the rest to @rest. */
void   roadmap_changes_row_add            (const RoadmapChangesRow   *row,
                                           const RoadmapChangesTable *table,
                                           RoadmapScene              *names,
                                           RoadmapScene              *rest);
/* Adds what stands beside a piece of the row in a paged table; @ends: the row does with it. */
void   roadmap_changes_row_add_piece      (const RoadmapChangesRow   *row,
                                           const RoadmapChangesTable *table,
                                           const RoadmapSheetPiece   *piece,
                                           gboolean                   ends,
                                           RoadmapScene              *names);

/* Adds a text with air around it between two edges; returns where it ends, with the air. */
double roadmap_changes_add_text           (const RoadmapChangesTable *table,
                                           RoadmapScene              *scene,
                                           const char                *markup,
                                           RoadmapTextStyle           style,
                                           RoadmapInk                 ink,
                                           RoadmapTag                 tag,
                                           double                     left,
                                           double                     right,
                                           double                     y);
void   roadmap_changes_add_rule           (RoadmapScene              *scene,
                                           RoadmapInk                 ink,
                                           double                     x,
                                           double                     y,
                                           double                     width,
                                           double                     height);

G_END_DECLS
