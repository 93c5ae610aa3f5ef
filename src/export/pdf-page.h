/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* For pdf.c: draws pages with tags that say what their texts are, and with their links.
 *
 * A text becomes an element of structure; those of one group, such as the letter of a bar's status and its title, become
 * one.  Cells that follow each other become rows of a table: a row ends where the next cell does not stand to the right.
 * What is drawn without words has no element.  In a document of some hundred pages, texts of one kind that follow each other are one
 * element, so that memory does not grow with the pages. */
typedef struct _RoadmapPdfPage RoadmapPdfPage;

/* @cr draws to a PDF surface; pages must be drawn in order, within an element of structure. */
RoadmapPdfPage *roadmap_pdf_page_new  (RoadmapPages   *pages,
                                       cairo_t        *cr);
void            roadmap_pdf_page_free (RoadmapPdfPage *self);
void            roadmap_pdf_page_draw (RoadmapPdfPage *self,
                                       guint           page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPdfPage, roadmap_pdf_page_free)

G_END_DECLS
