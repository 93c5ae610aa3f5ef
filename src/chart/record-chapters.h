/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For layout.c: the layouts that show what was recorded. */

/* The follow-up table, each stage or lane on pages of its own. */
gboolean roadmap_followup_applies      (const RoadmapPagesOptions   *options);
void     roadmap_followup_add_chapters (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);

G_END_DECLS
