/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/changes.h"

G_BEGIN_DECLS

/* The text of a file without what cannot have changed in it.  The elements of items that did not change, nor moved, nor
 * have anything in them that did, are shrunk to their start tags, made empty: stubs.  So a change in a large file is
 * written by parsing and comparing little of it.
 *
 *     <lane id="l">                          <lane id="l">
 *       <title>…</title>                       <title>…</title>
 *       <bar id="a"><title>…</title></bar>     <bar id="a"/>
 *       <bar id="b"><title>…</title></bar>     <bar id="b"><title>…</title></bar>   this one changed
 *     </lane>                                </lane>
 */
typedef struct _RoadmapExcerpt RoadmapExcerpt;

typedef struct
{
  gsize start, end;                   /* of the stub in the excerpt */
  gsize original_start, original_end; /* of the element in the file's text */
  gsize written_start, written_end;   /* of the stub in what was written; end is 0 if it was left out */
} RoadmapStub;

/* @extents, of RoadmapExtent, are where items stand in @text by their serials.  NULL if they contradict each other,
 * which they should not.  (transfer full) (nullable) */
RoadmapExcerpt *roadmap_excerpt_new         (GBytes         *text,
                                             GArray         *extents,
                                             Roadmap        *roadmap,
                                             RoadmapChanges *changes);
void            roadmap_excerpt_free        (RoadmapExcerpt *self);
/* The excerpt @text that was written from this one, with the stubs where they were placed.  (transfer full) */
RoadmapExcerpt *roadmap_excerpt_new_written (RoadmapExcerpt *self,
                                             GString        *text);

/* (transfer full) */
GBytes         *roadmap_excerpt_get_text    (RoadmapExcerpt *self);
/* What ends the lines of the file. */
const char     *roadmap_excerpt_get_ending  (RoadmapExcerpt *self);
/* The stubs in the order of the excerpt, an array of RoadmapStub.  (transfer none) */
GArray         *roadmap_excerpt_get_stubs   (RoadmapExcerpt *self);
/* (transfer none) (nullable): the stub that begins at @start. */
RoadmapStub    *roadmap_excerpt_find_stub   (RoadmapExcerpt *self,
                                             gsize           start);
/* Says that @stub was copied to @written_start of the text that is written. */
void            roadmap_excerpt_place_stub  (RoadmapExcerpt *self,
                                             RoadmapStub    *stub,
                                             gsize           written_start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapExcerpt, roadmap_excerpt_free)

G_END_DECLS
