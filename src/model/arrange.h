/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/history.h"
#include "model/place.h"

G_BEGIN_DECLS

/* Whole items: put in, doubled, taken out, moved.  Each of these is one step of @history, that of @roadmap, with the
 * translated @name; or it fails with a sentence for people and changes nothing.
 *
 * What is added while the adopted wording is locked is the editor's: nobody has adopted it.  What is added in an amendment
 * belongs to that. */

/* Puts a new item, such as roadmap_new_item() makes, in its place. */
gboolean   roadmap_arrange_insert    (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      RoadmapItem         *item,
                                      const RoadmapPlace  *place,
                                      GError             **error);

/* (transfer full): copies of @items, each right after what it is a copy of, with everything below them; NULL on
 * failure.  Links among what was copied lead from copy to copy.  One that is numbered gets the next free number. */
GPtrArray *roadmap_arrange_duplicate (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      GError             **error);

/* (transfer full): @items, which belong to no roadmap, as they were put down at @at: beside it, inside it, or in what is
 * around it (roadmap_find_place()).  NULL on failure, also when one of them can stand nowhere there.  Ids that are
 * taken are replaced.  Links that would lead nowhere are left out; @n_dropped is how many were. */
GPtrArray *roadmap_arrange_paste     (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      RoadmapItem         *at,
                                      guint               *n_dropped,
                                      GError             **error);
/* The same for one place that all of them fit, as roadmap_find_drop() gives. */
GPtrArray *roadmap_arrange_paste_to  (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      const RoadmapPlace  *place,
                                      guint               *n_dropped,
                                      GError             **error);

/* Takes @items out with everything below them, and all links to them. */
gboolean   roadmap_arrange_remove    (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      GError             **error);

/* Gives @field the value @value (NULL: none) in those of @items that have such a field. */
gboolean   roadmap_arrange_set       (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      const char          *field,
                                      const char          *value,
                                      GError             **error);

/* What a person sees: with a filter some of what stands beside an item is hidden. */
typedef struct
{
  gboolean (*shows) (RoadmapItem *item,
                     gpointer     data);
  gpointer   data;
} RoadmapArrangeSeen;

/* Moves @items one place up (@step -1) or down (1) among what the outline shows beside them, past what @seen (NULL:
 * everything is seen) hides.  Those that are at the end already stay. */
gboolean   roadmap_arrange_can_step  (Roadmap             *roadmap,
                                      GPtrArray           *items,
                                      int                  step,
                                      const RoadmapArrangeSeen *seen);
gboolean   roadmap_arrange_step      (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      int                  step,
                                      const RoadmapArrangeSeen *seen,
                                      GError             **error);

/* Where in an outline something is dropped. */
typedef enum
{
  ROADMAP_DROP_BEFORE, /* between two rows: before this one … */
  ROADMAP_DROP_AFTER,  /* … or after it */
  ROADMAP_DROP_ONTO,   /* on the row: under it */
} RoadmapDropSide;

/* Where an item of @kind stands that is dropped at the row of @item, which stands under @under there.  FALSE: it may
 * not. */
gboolean   roadmap_find_drop         (Roadmap             *roadmap,
                                      const RoadmapKind   *kind,
                                      RoadmapItem         *item,
                                      RoadmapItem         *under,
                                      RoadmapDropSide      side,
                                      RoadmapPlace        *place);
/* Whether all of @items may be moved to @place, from under @from (nullable), and something changes by it. */
gboolean   roadmap_arrange_can_move  (Roadmap             *roadmap,
                                      GPtrArray           *items,
                                      RoadmapItem         *from,
                                      const RoadmapPlace  *place);
/* Moves @items, from under @from (NULL: wherever they stand), to @place.  Where that is a link, the link to @from is
 * replaced by it.  What stands under them alone goes along. */
gboolean   roadmap_arrange_move      (RoadmapHistory      *history,
                                      Roadmap             *roadmap,
                                      const char          *name,
                                      GPtrArray           *items,
                                      RoadmapItem         *from,
                                      const RoadmapPlace  *place,
                                      GError             **error);

G_END_DECLS
