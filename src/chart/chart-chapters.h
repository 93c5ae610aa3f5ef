/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For layout.c: the layouts that print a chart as the program shows it. */

/* The swimlane timeline: each chart is a chapter, on an axis of its own that fills the width. */
gboolean roadmap_timeline_applies      (const RoadmapPagesOptions   *options);
void     roadmap_timeline_add_chapters (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);

G_END_DECLS
