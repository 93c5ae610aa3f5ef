/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where two texts differ: the characters from @start up to @old_end became those from @start up to @new_end. */
typedef struct
{
  int start;
  int old_end;
  int new_end;
} RoadmapTextDifference;

RoadmapTextDifference roadmap_text_compare (const char *old_text,
                                            const char *new_text);

G_END_DECLS
