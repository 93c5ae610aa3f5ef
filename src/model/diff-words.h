/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/diff.h"

G_BEGIN_DECLS

/* Differences in words: those of the interface around those of the roadmap, which are in @language (NULL: its own).  All
 * newly allocated, and of one line. */

/* What the item is: “Bar “指針の改正””; its id if it has no words. */
char *roadmap_diff_dup_subject   (RoadmapItem              *item,
                                  const char               *language);
/* What became of it: “Added”, “Removed”, “Moved from “共通” to “基盤””, “Status: 未着手 → 実施中”.  @old and @new are the
 * roadmaps that were compared. */
char *roadmap_diff_dup_change    (const RoadmapDifference  *difference,
                                  Roadmap                  *old,
                                  Roadmap                  *new,
                                  const char               *language);
/* Both: “Bar “指針の改正”: Status: 未着手 → 実施中”. */
char *roadmap_diff_describe      (const RoadmapDifference  *difference,
                                  Roadmap                  *old,
                                  Roadmap                  *new,
                                  const char               *language);
/* A field in a language: “Status”, “Title (en)”. */
char *roadmap_diff_dup_field     (const RoadmapField       *field,
                                  const char               *language);

G_END_DECLS
