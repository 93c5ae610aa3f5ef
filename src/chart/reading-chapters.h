/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For layout.c: the chapters that are read rather than looked up. */

gboolean roadmap_narrative_applies      (const RoadmapPagesOptions   *options);
void     roadmap_narrative_add_chapters (const RoadmapChapterContext *context,
                                         GPtrArray                   *chapters);

gboolean roadmap_changes_applies        (const RoadmapPagesOptions   *options);
void     roadmap_changes_add_chapters   (const RoadmapChapterContext *context,
                                         GPtrArray                   *chapters);

/* The front matter of a meeting pack. */
void     roadmap_cover_add_chapter      (const RoadmapChapterContext *context,
                                         GPtrArray                   *chapters);
void     roadmap_contents_add_chapter   (const RoadmapChapterContext *context,
                                         GPtrArray                   *chapters);

G_END_DECLS
