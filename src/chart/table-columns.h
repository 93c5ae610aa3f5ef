/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For the files table-*.c: the columns of one chart, and the heads over them. */

typedef struct
{
  RoadmapItem *chart;
  guint        n_levels; /* of names: 1, or more for lanes in lanes */
  gboolean     has[ROADMAP_N_TABLE_COLUMNS];
  double       x[ROADMAP_N_TABLE_COLUMNS]; /* in the body */
  double       width[ROADMAP_N_TABLE_COLUMNS];
  double       max_years; /* of what the years ask for at least */
  RoadmapAxis  axis;     /* as wide as the years */
} RoadmapTableColumns;

/* Lengths that the table shares, in pixels or points; all in proportion to the size of the text. */
typedef struct
{
  double          unit;    /* a pixel at the usual size */
  double          em;      /* of the text of cells */
  double          pad_x;   /* between an edge and the words */
  double          pad_y;
  double          gap;     /* between the parts of a cell */
  RoadmapTextSize size;    /* of the text of cells */
} RoadmapTableMetrics;

RoadmapTableMetrics roadmap_table_metrics               (const RoadmapTableOptions *options);

/* Finds out what @chart has. */
void                roadmap_table_columns_init          (RoadmapTableColumns       *self,
                                                         const RoadmapTableOptions *options,
                                                         RoadmapItem               *chart);
/* Whether the names of stages run downwards in a narrow column, as names in Japanese do beside tall rows. */
gboolean            roadmap_table_columns_has_vertical_names (const RoadmapTableColumns *self,
                                                         const RoadmapTableOptions *options);
/* What the names need. */
double              roadmap_table_columns_get_names_width (const RoadmapTableColumns *self,
                                                         const RoadmapTableOptions *options,
                                                         gboolean                   vertical);
/* What the body needs at least. */
double              roadmap_table_columns_get_min_width (const RoadmapTableColumns *self,
                                                         const RoadmapTableOptions *options);
/* Divides @width, which is no less than that. */
void                roadmap_table_columns_set_width     (RoadmapTableColumns       *self,
                                                         const RoadmapTableOptions *options,
                                                         double                     width);

/* Adds the heads at the height @y, that over the names to @corner and the others to @head.  They are as high as their words
 * need, or @height; returns which. */
double              roadmap_table_columns_add_heads     (const RoadmapTableColumns *self,
                                                         const RoadmapTableOptions *options,
                                                         double                     names_width,
                                                         double                     y,
                                                         double                     height,
                                                         RoadmapScene              *corner,
                                                         RoadmapScene              *head);
/* (transfer full) (nullable): the words over the column of @kind beside @item: the nearest heading around it, else what
 * such a column is usually called; NULL if there is no such column. */
char               *roadmap_table_dup_heading_for       (RoadmapItem               *item,
                                                         const char                *kind,
                                                         const char                *language);
/* The heading of its own that @stage has for the column, or NULL. */
RoadmapItem        *roadmap_table_find_heading          (RoadmapItem               *stage,
                                                         const char                *kind);
/* "roadblock" and so on; NULL for the years. */
const char         *roadmap_table_column_get_kind       (RoadmapTableColumn         column);

/* As roadmap_scene_add_text(), of @item (nullable). */
void                roadmap_table_add_text              (RoadmapScene              *scene,
                                                         PangoLayout               *layout,
                                                         RoadmapInk                 ink,
                                                         double                     x,
                                                         double                     y,
                                                         RoadmapItem               *item);

G_END_DECLS
