/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Editions: what was adopted on one day.  An item belongs to the edition in which it was first adopted, its own or the one
 * it inherits; what later editions changed in it stands in it as its former wording (model/former.h), and what they took
 * out stands in them, as withdrawn.  An edition that is a draft is an amendment in progress. */

/* (transfer container): the edition of the whole roadmap, and those adopted after it, in the order of their dates; an
 * amendment in progress is the last.  Earlier ones, from which a roadmap may quote, are none of its own. */
GPtrArray   *roadmap_list_editions     (Roadmap      *self);
/* The amendment in progress, or NULL. */
RoadmapItem *roadmap_get_amendment     (Roadmap      *self);

/* Whether @item was first adopted in @edition, or is that edition. */
gboolean     roadmap_item_is_of        (RoadmapItem  *item,
                                        RoadmapItem  *edition);
/* Whether an edition took @item out: it is in no chart, list or count any more, but in earlier editions. */
gboolean     roadmap_item_is_withdrawn (RoadmapItem  *item);
/* Whether @item is former wording, or what holds the items that an edition took out of its parent. */
gboolean     roadmap_item_is_past      (RoadmapItem  *item);
/* As roadmap_item_next(), without what is no longer there: withdrawn items, and former wording. */
RoadmapItem *roadmap_item_next_current (RoadmapItem  *item,
                                        RoadmapItem  *top);
/* Whether @edit takes its item out of what is there now, and with it everything below it. */
gboolean     roadmap_edit_takes_out    (const RoadmapEdit *edit);

G_END_DECLS
