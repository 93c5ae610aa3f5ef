/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/change-list.h"

G_BEGIN_DECLS

/* For changes-layout.c: what became of an item, in words beside each other. */

typedef struct
{
  char  *markup;
  guint  depth;  /* how far in it stands: what is said of an item in an item stands further in */
} RoadmapChangeText;

typedef struct
{
  char      *label;  /* what differs: 表題, 期間, 新設 … */
  GPtrArray *before; /* RoadmapChangeText, below each other */
  GPtrArray *after;
} RoadmapChangeLine;

typedef struct
{
  Roadmap    *old;
  Roadmap    *new;
  const char *language;
} RoadmapChangeVersions;

/* (transfer full): RoadmapChangeLine.  In wordings that were changed, what went is struck and what came underlined. */
GPtrArray *roadmap_change_list_lines  (const RoadmapChange         *change,
                                       const RoadmapChangeVersions *versions);
/* (transfer full): what the item is called: its number and title, or the beginning of its text, or failing these what
 * it stands in. */
char      *roadmap_change_dup_name    (RoadmapItem                 *item,
                                       const char                  *language);
/* (transfer full): "① Stage"; a narrative is known by what it is. */
char      *roadmap_change_dup_container_name (RoadmapItem          *container,
                                       const char                  *language);
/* (transfer full): where @container stands and what it is called, "Chart › ① Stage"; of NULL, that it is the whole. */
char      *roadmap_change_dup_heading (RoadmapItem                 *container,
                                       const char                  *language);

G_END_DECLS
