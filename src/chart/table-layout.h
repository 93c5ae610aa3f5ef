/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"

G_BEGIN_DECLS

/* The table in which roadblocks and what is done about them are published: a sheet with a row for each stage.
 *
 *   stage │ domain │ roadblock │ addressed │ measure │ years, with bars
 *   ──────┼────────┼───────────┼───────────┼─────────┼─────────────────
 *     ①   │ common │ 【…】B・C │           │ review  │ ▓▓▓▓▓▓ ▒▒▒
 *    IRB  ├────────┼───────────┼───────────┤         │
 *         │ common │ 【…】C    │ ○ …       │         │
 *
 * A cell spans all roadblocks it belongs to, and neighbours without content are one.  Bars lie at the height of their
 * measure.  Every text is whole: cells grow with it.  Columns of which a chart has nothing are left out, so that a chart
 * of lanes has only their names, measures if there are any, and the years.  Notes stand at the foot of the stage that
 * refers to them.
 *
 * Groups of a row: their `lane` is the column, of RoadmapTableColumn, and `line` counts downwards in it; arrow keys go
 * along the row of the table and within the column. */

typedef enum
{
  ROADMAP_TABLE_DOMAIN,
  ROADMAP_TABLE_ROADBLOCK,
  ROADMAP_TABLE_ADDRESSED,
  ROADMAP_TABLE_MEASURE,
  ROADMAP_TABLE_YEARS,
} RoadmapTableColumn;

#define ROADMAP_N_TABLE_COLUMNS (ROADMAP_TABLE_YEARS + 1)

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;    /* RoadmapItem; each with a band for its title and heads if there are several */
  const char      *language;  /* of the content; a text without a translation stands in the document's own */
  double           width;     /* of all; the body becomes wider if its columns need more */
  const GDate     *today;     /* (nullable): no line */
  RoadmapMeasure  *measure;
  gboolean         compact;   /* smaller letters and less air */
  gboolean         paged;     /* for paper: years have room on a page of this width, however many they are, and
                              * rows have no ground */
  RoadmapShowFunc  show;      /* (nullable): all; asked for roadblocks, measures, bars and milestones.  What is shown
                               * keeps what it stands under, if nothing of that is shown by itself. */
  gpointer         show_data;
} RoadmapTableOptions;

#define ROADMAP_TYPE_TABLE (roadmap_table_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapTable, roadmap_table, ROADMAP, TABLE, RoadmapSheet)

RoadmapSheet *roadmap_table_new          (const RoadmapTableOptions *options);

/* (transfer full): what stands over the column of @item's chart in which cells of @item's kind stand; NULL if it is no
 * column of it. */
char         *roadmap_table_dup_heading  (RoadmapItem               *item,
                                          const char                *language);

G_END_DECLS
