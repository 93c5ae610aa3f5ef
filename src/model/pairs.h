/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Two versions of one roadmap, item by item: what is which.
 *
 * Items are the same if they have the same id and kind.  An item whose kind is another now is another one, and what stood
 * below it goes with it.  Nothing is owned: both roadmaps must stay and stay as they are. */
typedef struct _RoadmapPairs RoadmapPairs;

/* Fails with ROADMAP_ERROR_INVALID if they are not versions of one roadmap: their outermost items have different ids, or
 * they are written in different languages. */
gboolean      roadmap_pairs_check       (Roadmap       *old,
                                         Roadmap       *new,
                                         GError       **error);
/* Fails as roadmap_pairs_check() does. */
RoadmapPairs *roadmap_pairs_new         (Roadmap       *old,
                                         Roadmap       *new,
                                         GError       **error);
void          roadmap_pairs_free        (RoadmapPairs  *self);

/* The same item in the other version; NULL if it has none there. */
RoadmapItem  *roadmap_pairs_get_old     (RoadmapPairs  *self,
                                         RoadmapItem   *new_item);
RoadmapItem  *roadmap_pairs_get_new     (RoadmapPairs  *self,
                                         RoadmapItem   *old_item);
/* Whether the item is in both under the same parent, and in the same order among most of those that are. */
gboolean      roadmap_pairs_stays       (RoadmapPairs  *self,
                                         RoadmapItem   *new_item);
/* Whether the item has no pair because it, or one around it, has become another kind: its id may be taken again. */
gboolean      roadmap_pairs_is_replaced (RoadmapPairs  *self,
                                         RoadmapItem   *old_item);

/* (transfer full): GArray of the item's RoadmapValue, in the order of roadmap_item_foreach_value(); empty for NULL. */
GArray       *roadmap_pairs_list_values (RoadmapItem        *item);
/* Which of two values comes first in that order, as strcmp(); the texts are not looked at. */
int           roadmap_pairs_compare_place (const RoadmapValue *a,
                                           const RoadmapValue *b);

/* A value that is not the same in both; NULL where there is none. */
typedef void (*RoadmapValueChangeFunc)  (const RoadmapField *field,
                                         const char         *language,
                                         const char         *old_value,
                                         const char         *new_value,
                                         gpointer            user_data);
/* Calls @visit for each such value of two items of one kind, in the order of roadmap_item_foreach_value(). */
void          roadmap_pairs_compare     (RoadmapItem            *old_item,
                                         RoadmapItem            *new_item,
                                         RoadmapValueChangeFunc  visit,
                                         gpointer                user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPairs, roadmap_pairs_free)

G_END_DECLS
