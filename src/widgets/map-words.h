/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What regions and cells of a map are called for those who do not see it, in the language of the content. */

/* (transfer full): "②画像診断支援領域におけるAI開発、帯2本のうち終了0本" for a region with a lane; else what the map says. */
char *roadmap_map_dup_name  (Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language);
/* (transfer full): of a cell its region, of a region its band and the columns it stands under; then what its notes say. */
char *roadmap_map_dup_place (Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language);

/* (transfer full): the name, and below it what the notes say whose marks it carries. */
char *roadmap_map_dup_tooltip (Roadmap     *roadmap,
                               RoadmapItem *item,
                               const char  *language);

G_END_DECLS
