/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/progress-keys.h"

G_BEGIN_DECLS

/* For progress-layout.c: the figures of all bars, one bar for them all, and what it means. */
void roadmap_progress_add_summary (const RoadmapProgressParts *parts,
                                   RoadmapScene               *scene);
/* What figures mean, and what was not recorded, below everything. */
void roadmap_progress_add_notes   (const RoadmapProgressParts *parts,
                                   RoadmapScene               *scene);

G_END_DECLS
