/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/page-run.h"

G_BEGIN_DECLS

/* For page-run.c: where the pages of a chapter end. */

/* Adds the pages of the chapter @index to the run, with their marks. */
void          roadmap_page_cut_add_pages     (RoadmapPageRun        *run,
                                              guint                  index);
/* (transfer full): what stands below the rows of a page whose rows are all in @table; of height 0 if nothing does. */
RoadmapScene *roadmap_page_cut_create_legend (const RoadmapPageRun  *run,
                                              const RoadmapPagePlan *page,
                                              const RoadmapScene    *table);

G_END_DECLS
