/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For layout.c: the layouts that show what was recorded. */

/* The follow-up table, each stage or lane on pages of its own.  Before anything has been recorded it is a form to fill in,
 * which does not belong in a meeting pack. */
gboolean roadmap_followup_applies      (const RoadmapPagesOptions   *options);
gboolean roadmap_followup_has_records  (const RoadmapPagesOptions   *options);
void     roadmap_followup_add_chapters (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);

/* The summary of progress. */
gboolean roadmap_progress_applies      (const RoadmapPagesOptions   *options);
void     roadmap_progress_add_chapters (const RoadmapChapterContext *context,
                                        GPtrArray                   *chapters);

G_END_DECLS
