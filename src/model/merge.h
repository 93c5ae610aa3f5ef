/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Two versions of a roadmap that both go back to a third are joined.
 *
 * What only one side changed is taken over: values one by one, links of a list one by one, items that were added, moved or
 * removed.  Additions in the same place are both kept, theirs first.  Where both changed the same thing in different ways
 * there is a conflict, which is decided for one side; no conflict keeps the rest from being joined.  Whatever is decided,
 * the result is a sound roadmap: a link to an item that goes is taken out of its field. */

typedef enum
{
  ROADMAP_SIDE_OURS,
  ROADMAP_SIDE_THEIRS,
} RoadmapSide;

/* Each with what is decided at first: for the own work, except that nobody's work goes by itself. */
typedef enum
{
  ROADMAP_CONFLICT_SET,     /* a value was set to different ones: ours */
  ROADMAP_CONFLICT_MOVED,   /* an item was moved to different parents, or two into each other: ours */
  ROADMAP_CONFLICT_REMOVED, /* one side removed an item that the other changed, added to or linked to: it stays */
  ROADMAP_CONFLICT_KIND,    /* one id stands for items of different kinds: ours */
} RoadmapConflictType;

typedef struct _RoadmapConflict RoadmapConflict;
struct _RoadmapConflict
{
  RoadmapConflictType  type;
  RoadmapSide          choice; /* set by roadmap_merge_choose() */

  /* The item; NULL where it is not. */
  RoadmapItem         *base_item;
  RoadmapItem         *items[2]; /* by RoadmapSide */

  /* SET; a value is NULL where there is none */
  const RoadmapField  *field;
  const char          *language;
  const char          *base_value;
  const char          *values[2]; /* by RoadmapSide */

  RoadmapConflict     *partner; /* NULL, or one that is decided along with it: the other end of a span */
  guint                place;   /* for model/merge.c: where it stands among all */
};

typedef struct _RoadmapMerge RoadmapMerge;

/* The roadmaps must stay as they are as long as the merge is used.  Fails as roadmap_pairs_new() does. */
RoadmapMerge *roadmap_merge_new           (Roadmap          *base,
                                           Roadmap          *ours,
                                           Roadmap          *theirs,
                                           GError          **error);
void          roadmap_merge_free          (RoadmapMerge     *self);

Roadmap      *roadmap_merge_get_base      (RoadmapMerge     *self);
Roadmap      *roadmap_merge_get_side      (RoadmapMerge     *self,
                                           RoadmapSide       side);
/* (transfer none): the conflicts, those of one item one after another, in the order of ours, then of what only theirs
 * has. */
GPtrArray    *roadmap_merge_get_conflicts (RoadmapMerge     *self);
/* Decides a conflict; this may be done as often as one likes. */
void          roadmap_merge_choose        (RoadmapMerge     *self,
                                           RoadmapConflict  *conflict,
                                           RoadmapSide       side);
/* The two joined as decided, as a roadmap of its own; roadmap_become() brings it into one that is open.  Fails with
 * ROADMAP_ERROR_INVALID in one case: the first month of the fiscal year was changed on one side so that a span of the
 * other would end before it starts. */
Roadmap      *roadmap_merge_create        (RoadmapMerge     *self,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMerge, roadmap_merge_free)

G_END_DECLS
