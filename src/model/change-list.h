/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/diff.h"

G_BEGIN_DECLS

/* What differs between two versions of a roadmap, an entry for each item, as it is published beside the new text
 * (新旧対照表).  What only keeps the history is left out: former wording, and that there is another edition.  An item that
 * an edition took out is removed, though the file still has it. */

typedef enum
{
  ROADMAP_CHANGE_REVISED, /* @differences are what is not as it was: SET and MOVED */
  ROADMAP_CHANGE_ADDED,   /* @item, with all that is new below it */
  ROADMAP_CHANGE_REMOVED, /* @item, with all below it that is gone as well */
} RoadmapChangeType;

#define ROADMAP_N_CHANGE_TYPES (ROADMAP_CHANGE_REMOVED + 1)

typedef struct
{
  RoadmapChangeType  type;
  RoadmapItem       *item;      /* of the new version; what was removed, of the old */
  RoadmapItem       *container; /* (nullable): the chart, stage, lane, narrative, section, map or band around it, of the
                                 * same version */
  GPtrArray         *differences; /* RoadmapDifference; empty unless it was revised */
} RoadmapChange;

typedef struct
{
  GPtrArray *changes;     /* RoadmapChange, in the order of the file; what was removed stands where it was */
  GPtrArray *differences; /* those that the changes refer to */
  guint      n[ROADMAP_N_CHANGE_TYPES];
} RoadmapChangeList;

/* (transfer full): for readers of @language (NULL: the roadmap's own).  Where the wording and its translation differ,
 * they are told the one in their language; of other languages nothing.  Fails as roadmap_diff() does. */
RoadmapChangeList *roadmap_change_list_new  (Roadmap           *old,
                                             Roadmap           *new,
                                             const char        *language,
                                             GError           **error);
void               roadmap_change_list_free (RoadmapChangeList *self);

/* The chart, stage, lane, narrative, section, map or band that @item lies in, or NULL. */
RoadmapItem       *roadmap_item_find_container (RoadmapItem    *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapChangeList, roadmap_change_list_free)

G_END_DECLS
