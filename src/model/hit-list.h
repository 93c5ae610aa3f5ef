/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

#include "model/search-index.h"

G_BEGIN_DECLS

/* What a query finds, as a GListModel of RoadmapItem in the order of roadmap_search_index_find().  Nothing is made for a hit
 * before somebody asks for it, so that a letter which nearly all items hold costs little.
 *
 * The first query builds the index, which then follows the roadmap's edits.  The list itself follows in an idle of a
 * priority before the next frame, but what leaves the roadmap leaves the list at once. */

#define ROADMAP_TYPE_HIT_LIST (roadmap_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapHitList, roadmap_hit_list, ROADMAP, HIT_LIST, GObject)

/* Whether an item may be found at all. */
typedef gboolean (*RoadmapHitFunc) (RoadmapItem *item,
                                    gpointer     user_data);

/* @may_find may be NULL. */
RoadmapHitList *roadmap_hit_list_new         (RoadmapHitFunc     may_find,
                                              gpointer           user_data);

/* Both may be NULL; then the list is empty. */
void            roadmap_hit_list_set_roadmap (RoadmapHitList    *self,
                                              Roadmap           *roadmap);
void            roadmap_hit_list_set_query   (RoadmapHitList    *self,
                                              const char        *query);
/* The roadmap has changed by @edit, as its "changed" announces it. */
void            roadmap_hit_list_update      (RoadmapHitList    *self,
                                              const RoadmapEdit *edit);
/* Other items may be found now. */
void            roadmap_hit_list_refresh     (RoadmapHitList    *self);

/* (transfer none): the hit at @position; NULL if there is none. */
RoadmapItem    *roadmap_hit_list_get         (RoadmapHitList    *self,
                                              guint              position);
/* Whether @item is in the list. */
gboolean        roadmap_hit_list_find        (RoadmapHitList    *self,
                                              RoadmapItem       *item,
                                              guint             *position);

G_END_DECLS
