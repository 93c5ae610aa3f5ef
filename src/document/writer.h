/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

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
/* Appends each of @items, from nothing, on a line of its own that begins with @indent; nothing ends the last line.  They
 * may belong to a roadmap or not; the outermost item of one is not among them. */
void    roadmap_write_items (GString    *out,
                             GPtrArray  *items,
                             const char *indent);

G_END_DECLS
