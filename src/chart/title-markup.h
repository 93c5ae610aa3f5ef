/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* (transfer full): markup of an item's title in @language, in a text of @size, with the numbers of its notes raised behind
 * it; they stay on the line of its last character.  The mark of a revised item follows.  Empty if the item has no title. */
char *roadmap_title_dup_markup (Roadmap         *roadmap,
                                RoadmapItem     *item,
                                const char      *language,
                                RoadmapMeasure  *measure,
                                RoadmapTextSize  size);
/* Appends the mark of an item that was revised or added (model/mark.h), in small letters; nothing if it has none. */
void  roadmap_mark_append_markup (GString         *markup,
                                  Roadmap         *roadmap,
                                  RoadmapItem     *item,
                                  const char      *language,
                                  RoadmapMeasure  *measure,
                                  RoadmapTextSize  size);

G_END_DECLS
