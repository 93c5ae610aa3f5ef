/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For pdf.c: what cairo cannot say about a document.  A PDF may end with an incremental update (ISO 32000-1, 7.5.6): new
 * versions of some objects, a table of where they are, and where the table before it is.  So the catalog gets its language
 * and the like without a byte of what cairo wrote being changed, or kept: only the catalog and the end are looked at.
 *
 * The file must have a table of objects as all PDFs had up to 1.4, which cairo 1.16 writes.  A stream of objects and references
 * (7.5.7, 7.5.8), as later ones may write, is left alone: the document then has no language. */
typedef struct _RoadmapPdfUpdate RoadmapPdfUpdate;

RoadmapPdfUpdate *roadmap_pdf_update_new         (void);
void              roadmap_pdf_update_free        (RoadmapPdfUpdate *self);

/* The next bytes of the file, in any pieces. */
void              roadmap_pdf_update_watch       (RoadmapPdfUpdate *self,
                                                  const char       *bytes,
                                                  gsize             length);
/* Whether what was watched ends as a PDF does. */
gboolean          roadmap_pdf_update_is_whole    (RoadmapPdfUpdate *self);
/* (transfer full) (nullable): the section to append when all was watched; NULL if there cannot be one.  @entries is added
 * to the catalog, with the XMP packet @metadata as its /Metadata. */
GString          *roadmap_pdf_update_make        (RoadmapPdfUpdate *self,
                                                  const char       *entries,
                                                  const char       *metadata);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPdfUpdate, roadmap_pdf_update_free)

G_END_DECLS
