/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* The shapes and texts of pages, taken down once, to be drawn again as PDF by what cannot do it with less: no layout, no
 * pages to find, no elements of structure, bookmarks or links.  A hatch and the head of an arrow are left out. */
typedef struct _PdfFloor PdfFloor;

PdfFloor *pdf_floor_new          (RoadmapPages *pages);
void      pdf_floor_free         (PdfFloor     *self);

/* Bare cairo, and a new PangoLayout for each text.  Returns how many bytes of PDF that made; they go nowhere. */
gsize     pdf_floor_draw_layouts (PdfFloor     *self);
/* Bare cairo, and the glyphs as they were placed when they were taken down. */
gsize     pdf_floor_draw_glyphs  (PdfFloor     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFloor, pdf_floor_free)

G_END_DECLS
