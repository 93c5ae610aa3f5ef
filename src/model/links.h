/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* For model/roadmap.c alone: which items link to which id, so that nobody goes through a whole roadmap to find out.  The
 * items are not owned. */
typedef struct _RoadmapLinks RoadmapLinks;

/* Of all items below @root. */
RoadmapLinks *roadmap_links_new    (RoadmapItem   *root);
void          roadmap_links_free   (RoadmapLinks  *self);

/* The links of @top and of all below it come in, or are about to go. */
void          roadmap_links_add    (RoadmapLinks  *self,
                                    RoadmapItem   *top);
void          roadmap_links_remove (RoadmapLinks  *self,
                                    RoadmapItem   *top);
/* The value of one field is no longer what it was; both may be NULL. */
void          roadmap_links_change (RoadmapLinks  *self,
                                    RoadmapItem   *item,
                                    const char    *old_value,
                                    const char    *value);

/* (transfer container): the items that link to @id, each once, in the order of the file. */
GPtrArray    *roadmap_links_list   (RoadmapLinks  *self,
                                    const char    *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapLinks, roadmap_links_free)

G_END_DECLS
