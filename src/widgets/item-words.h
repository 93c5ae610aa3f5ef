/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What to call any item, even one without words. */

/* Its label, or failing that what kind it is and, if it is of many, its number among these: "Addressed 2". */
char *roadmap_item_dup_name (RoadmapItem *item,
                             const char  *language);
/* The names of what it stands in, the outermost first: "ロードブロックの整理 › ① 倫理審査"; NULL if that is the roadmap. */
char *roadmap_item_dup_path (RoadmapItem *item,
                             const char  *language);
/* The name, shortened to about @width characters. */
char *roadmap_item_dup_short_name (RoadmapItem *item,
                                   const char  *language,
                                   guint        width);

G_END_DECLS
