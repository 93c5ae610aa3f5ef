/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/merge.h"

G_BEGIN_DECLS

/* For merge.c, which finds what was changed where and what that leaves to decide, merge-values.c, which joins the values of
 * an item, and merge-tree.c, which joins the trees. */

/* The version both go back to, beside the two sides. */
#define ROADMAP_MERGE_BASE 2
#define ROADMAP_MERGE_N_VERSIONS 3

/* An item in all its versions. */
typedef struct _RoadmapMergeItem RoadmapMergeItem;
struct _RoadmapMergeItem
{
  RoadmapItem       *versions[ROADMAP_MERGE_N_VERSIONS]; /* by RoadmapSide, then base; NULL where it is not */
  RoadmapMergeItem  *namesake; /* the next of another kind with the same id */
  guint              place;    /* among all */
  gboolean           touched;  /* the side that still has it changed it, or what is around it */
  RoadmapConflict   *removed;  /* whether there will be the item; NULL if that is clear */
  RoadmapConflict   *moved;    /* where; NULL if that is clear */
  GPtrArray         *set;      /* of RoadmapConflict; NULL if there are none */

  /* While the trees are joined */
  gboolean           present;
  gboolean           settled; /* where it goes may not be changed any more */
  RoadmapSide        side;    /* whose place it has */
  guint              visit;   /* the walk that came by last */
};

struct _RoadmapMerge
{
  Roadmap    *roadmaps[ROADMAP_MERGE_N_VERSIONS];
  GPtrArray  *items;     /* RoadmapMergeItem, in the order of ours, then what only theirs has, then what only base has */
  GHashTable *by_id;     /* the first RoadmapMergeItem with it */
  GPtrArray  *conflicts; /* RoadmapConflict, owned */
};

/* The item in all versions; NULL if @item is. */
RoadmapMergeItem *roadmap_merge_find         (RoadmapMerge       *self,
                                              RoadmapItem        *item);
/* Where it stands in a version; NULL for the outermost, and where it is not. */
RoadmapMergeItem *roadmap_merge_get_parent   (RoadmapMerge       *self,
                                              RoadmapMergeItem   *item,
                                              guint               version);
/* Whose place it has: that of the side that moved it, as decided. */
RoadmapSide       roadmap_merge_get_mover    (RoadmapMerge       *self,
                                              RoadmapMergeItem   *item);

/* Calls @visit for each value in one of the versions, in the order of the schema; @values are by version. */
typedef void    (*RoadmapMergeValueFunc)     (RoadmapMergeItem   *item,
                                              const RoadmapField *field,
                                              const char         *language,
                                              const char *const  *values,
                                              gpointer            user_data);
void              roadmap_merge_foreach_value (RoadmapMergeItem      *item,
                                               RoadmapMergeValueFunc  visit,
                                               gpointer               user_data);
/* Joins the versions of one value.  FALSE if they are in conflict; else *@joined (transfer full) is NULL if there is to be
 * none. */
gboolean          roadmap_merge_join_value   (const RoadmapField *field,
                                              const char *const  *values,
                                              char              **joined);
/* The same as decided. */
char             *roadmap_merge_dup_value    (RoadmapMergeItem   *item,
                                              const RoadmapField *field,
                                              const char         *language,
                                              const char *const  *values);

/* Decides for each item whether it is present, and which side's place it has, so that all stand in one tree.
 * (transfer none): an item of a ring in which the sides would put items into each other; NULL if there is none, or if
 * @settle, when rings are opened in favour of ours. */
RoadmapMergeItem *roadmap_merge_find_places  (RoadmapMerge       *self,
                                              gboolean            settle);

G_END_DECLS
