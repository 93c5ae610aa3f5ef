/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Where an item is to stand: as child @position of @parent.  The outline may show it under another item than that
 * (model/outline.h), which a link with ROADMAP_FIELD_NESTS says. */
typedef struct
{
  RoadmapItem *parent;
  guint        position; /* G_MAXUINT: after the last child */
  RoadmapItem *under;    /* (nullable): the item to link to … */
  RoadmapItem *like;     /* (nullable): … or the one beside it, which stands where its own links say */
} RoadmapPlace;

/* How a new item stands to the one it is added at. */
typedef enum
{
  ROADMAP_ADD_BESIDE, /* of the same kind, right after it */
  ROADMAP_ADD_INSIDE, /* under it in the outline, or about it */
  ROADMAP_ADD_AROUND, /* in what holds it */
} RoadmapAddWhere;

typedef struct
{
  const RoadmapKind *kind;
  RoadmapAddWhere    where;
} RoadmapAddition;

/* (transfer full): the RoadmapAdditions that can be made at @item, the likeliest first.  A kind occurs twice only if it can
 * stand both beside and inside. */
GArray             *roadmap_list_additions (Roadmap              *roadmap,
                                            RoadmapItem          *item);
/* Where an item of @kind is added at @item; FALSE if it cannot be. */
gboolean            roadmap_find_addition  (Roadmap              *roadmap,
                                            const RoadmapKind    *kind,
                                            RoadmapItem          *item,
                                            RoadmapAddWhere       where,
                                            RoadmapPlace         *place);
/* Where an item of @kind goes that is put down at @item: beside it, inside it, or in or beside what is around it, whichever
 * is the nearest that can be. */
gboolean            roadmap_find_place     (Roadmap              *roadmap,
                                            const RoadmapKind    *kind,
                                            RoadmapItem          *item,
                                            RoadmapPlace         *place);

/* The field by which an item of @kind stands under one of the kind @under, or NULL. */
const RoadmapField *roadmap_find_nesting   (const RoadmapKind    *kind,
                                            const char           *under);
/* Fills in the links of @item, which belongs to no roadmap yet, that @place asks for. */
void                roadmap_place_link     (const RoadmapPlace   *place,
                                            RoadmapItem          *item);

G_END_DECLS
