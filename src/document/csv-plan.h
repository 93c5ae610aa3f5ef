/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/csv-text.h"
#include "document/import.h"

G_BEGIN_DECLS

/* A simple table of another program: a row a task, with columns for its title, start, end, lane and so on, whose heads are
 * among those in csv-plan.c, in Japanese or English, in any order and case.  Only the title must be there.  Several columns
 * for lanes are lanes in lanes, from the left.  A row with only a title of a lane is that lane. */
Roadmap *roadmap_csv_read_plan (GPtrArray                   *rows,
                                GBytes                      *content,
                                const char                  *name,
                                const RoadmapImportOptions  *options,
                                GError                     **error);

G_END_DECLS
