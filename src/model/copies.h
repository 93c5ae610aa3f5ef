/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Copies of items for @roadmap, which belong to it as little as items from elsewhere do. */
typedef enum
{
  ROADMAP_COPY_NEW_IDS = 1 << 0, /* every copy gets a new id, not only where the id is taken */
  ROADMAP_COPY_FRESH   = 1 << 1, /* they were adopted in no edition yet and stand nowhere in the source */
  ROADMAP_COPY_EDITORS = 1 << 2, /* they are the editor's */
} RoadmapCopyFlags;

/* (transfer full): copies of @items with everything below them, none of which stands inside another.  Links between
 * them lead to the copies, others where they led.  Those that would lead nowhere in @roadmap are left out, and counted
 * in @n_dropped (nullable). */
GPtrArray *roadmap_copy_items        (Roadmap          *roadmap,
                                      GPtrArray        *items,
                                      RoadmapCopyFlags  flags,
                                      guint            *n_dropped);

/* (transfer container): @items without those that stand inside another of them, in the order of the file. */
GPtrArray *roadmap_list_tops         (GPtrArray        *items);

G_END_DECLS
