/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-columns.h"

G_BEGIN_DECLS

/* For table-layout.c: the scenes of one row of the table. */

typedef struct
{
  const RoadmapTableOptions *options;
  const RoadmapTableColumns *columns;
  gboolean                   vertical;    /* names run downwards */
  double                     names_width;
  double                     body_width;
} RoadmapTablePart;

/* A stage, a lane, or a chart, for its milestones; then @notes, RoadmapItem, at the foot. */
void roadmap_table_row_add       (const RoadmapTablePart *part,
                                  RoadmapItem            *top,
                                  GPtrArray              *notes,
                                  RoadmapScene           *names,
                                  RoadmapScene           *body);
/* Adds notes below each other from @y on; returns where they end. */
double roadmap_table_add_notes   (const RoadmapTablePart *part,
                                  GPtrArray              *notes,
                                  double                  y,
                                  RoadmapScene           *body);
/* Notes of a whole chart. */
void roadmap_table_row_add_notes (const RoadmapTablePart *part,
                                  GPtrArray              *notes,
                                  RoadmapScene           *names,
                                  RoadmapScene           *body);
/* The title of the part's chart; below it the heads, if they do not stand directly above. */
void roadmap_table_row_add_band  (const RoadmapTablePart *part,
                                  gboolean                with_heads,
                                  RoadmapScene           *names,
                                  RoadmapScene           *body);

G_END_DECLS
