/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/table-layout.h"

G_BEGIN_DECLS

/* For table-layout.c: which notes stand where. */

/* Whether the chart has notes of its own. */
gboolean   roadmap_table_has_notes        (RoadmapItem *chart);
/* (transfer container): the notes of @top itself, a stage or lane, and those of @chart (nullable) that @top refers to. */
GPtrArray *roadmap_table_list_notes       (Roadmap     *roadmap,
                                           RoadmapItem *chart,
                                           RoadmapItem *top);
/* (transfer container): the notes of the chart itself that are in none of the lists. */
GPtrArray *roadmap_table_list_other_notes (RoadmapItem *chart,
                                           GPtrArray   *lists);

G_END_DECLS
