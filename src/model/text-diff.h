/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which parts of two texts are not in both: words, and of scripts that do not divide words, characters. */

/* From byte @start up to @end. */
typedef struct
{
  guint start;
  guint end;
} RoadmapTextRange;

/* @old_ranges and @new_ranges (out, transfer full) are GArrays of RoadmapTextRange, in order and apart from one
 * another: what of @old is not in @new, and the other way round.  They are as small as can be for texts of usual
 * length; of very long ones what differs between their common beginning and end is taken as a whole. */
void roadmap_text_diff (const char  *old,
                        const char  *new,
                        GArray     **old_ranges,
                        GArray     **new_ranges);

G_END_DECLS
