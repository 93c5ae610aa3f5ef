/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/excerpt.h"

G_BEGIN_DECLS

/* The content of a file that holds @roadmap.
 *
 * @original is what the roadmap was read from, in UTF-8, and everything in it that does not have to change stays
 * byte for byte: where a value differs, its attribute or the text of its element is replaced; items that are new,
 * gone or moved come and go with the lines they stand on; comments, unknown elements and attributes, spacing and
 * quotes remain.  So a roadmap that was not changed, or changed back, is written as it was read.
 *
 * With NULL for @original the file is written from nothing: one element a line, two spaces a level.
 *
 * Fails only when @original cannot be parsed, which it can if the roadmap was read from it. */
GBytes *roadmap_write (GBytes   *original,
                       Roadmap  *roadmap,
                       GError  **error);
/* An item that was written, and where in the text. */
typedef struct
{
  RoadmapItem *item; /* owned */
  gsize        start, end;
} RoadmapWritten;

/* As roadmap_write() with the whole text that @excerpt is of, but the result is an excerpt too: the stubs in it, which
 * have been placed, stand for elements that are to be copied.  The items that were written rather than copied are
 * appended to @written (nullable).  NULL if the excerpt cannot be parsed.  (transfer full) */
GString *roadmap_write_excerpt (RoadmapExcerpt *excerpt,
                                Roadmap        *roadmap,
                                GArray         *written);

/* Appends each of @items, from nothing, on a line of its own that begins with @indent; nothing ends the last line.
 * They may belong to a roadmap or not; the outermost item of one is not among them. */
void    roadmap_write_items (GString    *out,
                             GPtrArray  *items,
                             const char *indent);

G_END_DECLS
