/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* The mutations behind roadmap_apply(), for model/roadmap.c alone – and for model/as-of.c, on items of no roadmap yet. */

void     roadmap_item_set_value    (RoadmapItem        *item,
                                    const RoadmapField *field,
                                    const char         *language,
                                    const char         *value);
void     roadmap_item_insert_child (RoadmapItem        *item,
                                    RoadmapItem        *child,
                                    guint               position);
void     roadmap_item_remove_child (RoadmapItem        *item,
                                    guint               position);
/* Whether the item has been handed to a roadmap. */
gboolean roadmap_item_is_adopted   (RoadmapItem        *item);
void     roadmap_item_set_adopted  (RoadmapItem        *item,
                                    gboolean            adopted);

G_END_DECLS
