/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/place.h"

G_BEGIN_DECLS

/* (transfer full): an item of @kind for @place, with an id that is free and a value in every field that must have one:
 * a title such as 新しい帯 or “New bar” in the roadmap's language, the next printed number where those beside it have one,
 * the days and years of @today, and as span @span (nullable), else that of the item it is put beside, else the first
 * unit of its chart.  It belongs to no roadmap yet; roadmap_arrange_insert() puts it there. */
RoadmapItem *roadmap_new_item        (Roadmap            *roadmap,
                                      const RoadmapKind  *kind,
                                      const RoadmapPlace *place,
                                      const GDate        *today,
                                      const RoadmapSpan  *span);

/* (transfer full) (nullable): the number that comes after @number, written as it is: ③ after ②, １０ after ９, “(2)” after
 * “(1)”; NULL if it counts nothing. */
char        *roadmap_number_next     (const char         *number);
/* (transfer full) (nullable): the next that no item of @kind in @parent has; NULL if none of them is numbered. */
char        *roadmap_number_dup_free (const RoadmapKind  *kind,
                                      RoadmapItem        *parent);

G_END_DECLS
