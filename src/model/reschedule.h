/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Spans as they are set by hand, in months, and written again in the author's own units as far as these fit: FY2020 a
 * quarter later is FY2020-Q2 to FY2021-Q1, a year later FY2021.  Who wrote years gets quarters before months, who wrote
 * months keeps them, and each point stays in its calendar.
 *
 * All return FALSE, and leave @span alone, if it would end before it starts or leave the years 1 to 9999. */

/* Moves both ends by @months, later if positive.  An open span stays open. */
gboolean roadmap_span_move      (RoadmapSpan        *span,
                                 int                 months,
                                 int                 fiscal_start);
/* Makes it start with the month @first. */
gboolean roadmap_span_set_first (RoadmapSpan        *span,
                                 RoadmapMonth        first,
                                 int                 fiscal_start);
/* Makes it end before the month @after, and not be open: who says where it ends does not mean 以降. */
gboolean roadmap_span_set_after (RoadmapSpan        *span,
                                 RoadmapMonth        after,
                                 int                 fiscal_start);

/* Whether they are the same points, equally open; what they rest on is not looked at. */
gboolean roadmap_span_equal     (const RoadmapSpan  *a,
                                 const RoadmapSpan  *b);

/* Makes @span that of @item, a bar or a milestone, of which the end is its start.  An inferred span is a confirmed one from
 * then on, since a person has set it; what the source says of the time (`timing`) stays as it was worded.  Part of a
 * step: fails with what roadmap_apply() refuses, and then some fields may be set. */
gboolean roadmap_reschedule     (Roadmap            *roadmap,
                                 RoadmapItem        *item,
                                 const RoadmapSpan  *span,
                                 GError            **error);

G_END_DECLS
