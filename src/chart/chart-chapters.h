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

/* The table of roadblocks: each chart that has stages is a chapter, each stage a page. */
gboolean roadmap_stages_apply          (const RoadmapPagesOptions   *options);
void     roadmap_stages_add_chapters   (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);
/* The table of lanes: each chart without stages is a chapter, on one page if that can be. */
gboolean roadmap_domains_apply         (const RoadmapPagesOptions   *options);
void     roadmap_domains_add_chapters  (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);
/* The map of the roadmap, on one page if that can be. */
gboolean roadmap_map_applies           (const RoadmapPagesOptions   *options);
void     roadmap_map_add_chapters      (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);

G_END_DECLS
