/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The folded words of all items of a roadmap in one buffer (model/query.h), in the order of the file, so that a search
 * is one pass over it.  It has to be told of each edit; it keeps the roadmap not alive, which must live as long as
 * it. */

typedef struct _RoadmapSearchIndex RoadmapSearchIndex;

RoadmapSearchIndex *roadmap_search_index_new      (Roadmap            *roadmap);
void                roadmap_search_index_free     (RoadmapSearchIndex *self);

/* Follows an edit, as the roadmap's "changed" announces it.  It costs next to nothing until the next search, for which
 * only what edits have touched is folded anew. */
void                roadmap_search_index_update   (RoadmapSearchIndex *self,
                                                   const RoadmapEdit  *edit);
/* (transfer container): the items that hold all words of @query and that one can go to (roadmap_search_get_target()), by
 * rank, within a rank in the order of the file; empty for an empty query. */
GPtrArray          *roadmap_search_index_find     (RoadmapSearchIndex *self,
                                                   const char         *query);
/* The buffer. */
const char         *roadmap_search_index_get_text (RoadmapSearchIndex *self);
/* What the index occupies, in bytes. */
gsize               roadmap_search_index_get_size (RoadmapSearchIndex *self);

/* Where something that was found leads: the nearest item around @hit that stands in an outline, else @hit itself; NULL if
 * it is furniture of the file, such as the heading of a column, that nobody goes to. */
RoadmapItem        *roadmap_search_get_target     (RoadmapItem        *hit);
/* What stands in the outline comes first, then what is said about it, then the rest: 0, 1, 2.  @hit must lead somewhere. */
guint               roadmap_search_get_rank       (RoadmapItem        *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapSearchIndex, roadmap_search_index_free)

G_END_DECLS
