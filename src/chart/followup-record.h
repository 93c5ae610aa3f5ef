/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/followup-row.h"

G_BEGIN_DECLS

/* For followup-row.c: the words of one record in the columns of progress and plans. */

/* Adds @followup from @y on; returns its height.  @top: the stage or lane it stands in. */
double roadmap_followup_add_record    (const RoadmapFollowupTable *table,
                                       RoadmapItem                *top,
                                       RoadmapItem                *followup,
                                       guint                       line,
                                       double                      y,
                                       RoadmapScene               *scene);
/* "（再掲：① IRB）", naming @where; NULL: this stage, which needs no name. */
char  *roadmap_followup_dup_reference (const RoadmapFollowupTable *table,
                                       RoadmapItem                *where);

G_END_DECLS
