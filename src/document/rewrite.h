/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/changes.h"

G_BEGIN_DECLS

/* A file's new text, as a plan: what is copied from the old text, and what comes between.  It is made of what changed,
 * so that making it takes little time however large the file is; carrying it out takes time but does not look at the
 * roadmap and can be left to a thread.  The result is what roadmap_write() would make of the whole. */
typedef struct _RoadmapRewrite RoadmapRewrite;

/* @text is what @roadmap was read from or last written as, @extents say where its items stand in it, and @changes what
 * happened since.
 *
 * What is planned has been read again and compared with the roadmap, and the items in it keep the rules.  If not, or if
 * there is something about the file that an excerpt cannot show, the result is NULL, and the whole must be written and
 * read again, which finds what is wrong.  (transfer full) (nullable) */
RoadmapRewrite *roadmap_rewrite_new         (GBytes         *text,
                                             GArray         *extents,
                                             Roadmap        *roadmap,
                                             RoadmapChanges *changes);
void            roadmap_rewrite_free        (RoadmapRewrite *self);

/* The new text; the old one itself if it is the same.  In any thread, once.  (transfer full) */
GBytes         *roadmap_rewrite_run         (RoadmapRewrite *self);
/* After that, when the text is in the file: where the items stand in it.  Gives serials to those that are new.  In the
 * thread of the roadmap.  (transfer full) */
GArray         *roadmap_rewrite_adopt       (RoadmapRewrite *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapRewrite, roadmap_rewrite_free)

G_END_DECLS
