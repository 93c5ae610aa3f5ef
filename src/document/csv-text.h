/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* A table as text: a row a line, cells divided by commas, semicolons or tabs (what the first line has most of), in quotes
 * where they hold these, a quote or a line feed (RFC 4180).  It comes from outside and is not trusted: the number of columns
 * and rows is limited, and of cells in them. */

typedef struct
{
  guint   line;    /* of the file, from 1, on which the row begins */
  guint   n_cells;
  char  **cells;   /* without quotes and without space around them; line ends in them are LF */
} RoadmapCsvRow;

#define ROADMAP_CSV_MAX_COLUMNS 4096
#define ROADMAP_CSV_MAX_CELLS   4000000

/* (transfer full): RoadmapCsvRow, the heads first; rows in which nothing stands are left out.  @text is in UTF-8; @name is
 * the file's name in messages.  Fails with ROADMAP_ERROR_SYNTAX and "NAME:LINE: sentence". */
GPtrArray  *roadmap_csv_parse      (GBytes              *text,
                                    const char          *name,
                                    GError             **error);
/* The cell, which is empty where the row is shorter. */
const char *roadmap_csv_row_get    (const RoadmapCsvRow *row,
                                    guint                column);

G_END_DECLS
