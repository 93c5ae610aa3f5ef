/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* What a bar or milestone is called for those who do not see it, in the language of the content. */

/* "指針改正に関する周知活動実施、令和3年度第1四半期以降、実施中" · "…, FY2021 Q1 onwards, in progress".  (transfer full) */
char *roadmap_bar_dup_name  (Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language);
/* All its words, for a tooltip: title, explanation, time and status, and the notes it refers to, a line each.  (transfer
 * full) */
char *roadmap_bar_dup_all   (Roadmap     *roadmap,
                             RoadmapItem *item,
                             const char  *language);
/* The stage or lane it stands in: "① IRB".  (transfer full) */
char *roadmap_bar_dup_place (RoadmapItem *item,
                             const char  *language);

G_END_DECLS
