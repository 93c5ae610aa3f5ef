/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/merge.h"

G_BEGIN_DECLS

/* Conflicts in words: those of the interface around those of the roadmap, which are in @language (NULL: its own).  All
 * newly allocated, and of one line. */

/* What the conflict is about: “Status”, “Title (en)”, “Place”, “Removed or changed”, “One id for two things”. */
char *roadmap_conflict_dup_topic   (const RoadmapConflict *conflict);
/* What it is if it is decided for @side: “実施中”, “In “共通””, “Removed”, “Changed, and kept”, “Bar “改正””. */
char *roadmap_conflict_dup_outcome (const RoadmapConflict *conflict,
                                    RoadmapMerge          *merge,
                                    RoadmapSide            side,
                                    const char            *language);
/* (transfer none): the item as it is on the side that has it, ours before theirs. */
RoadmapItem *roadmap_conflict_get_item (const RoadmapConflict *conflict);

G_END_DECLS
