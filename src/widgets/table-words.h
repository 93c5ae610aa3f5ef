/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What the cells of a table say of themselves to those who do not see them, in @language, the content's. */

/* (transfer full): its column, its words, and what it belongs to: "ロードブロック、審査の質…、区分 B・C、…". */
char *roadmap_table_dup_cell_name  (Roadmap     *roadmap,
                                    RoadmapItem *item,
                                    const char  *language);
/* (transfer full): the stage or lane it stands in, and of a bar its measures. */
char *roadmap_table_dup_cell_place (Roadmap     *roadmap,
                                    RoadmapItem *item,
                                    const char  *language);

G_END_DECLS
