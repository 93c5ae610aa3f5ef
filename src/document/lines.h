/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The lines of a text in memory, asked about by byte offsets.  Blanks are spaces and tabs. */

/* What ends the lines of @text, by its first one: "\n" or "\r\n". */
const char *roadmap_lines_get_ending (const char *text,
                                      gsize       size);
/* Whether only blanks stand before @offset on its line, which begins at @start. */
gboolean    roadmap_lines_is_first   (const char *text,
                                      gsize       offset,
                                      gsize      *start);
/* Whether only blanks follow @offset on its line and the line ends before @limit; @next is where the next one
 * begins. */
gboolean    roadmap_lines_is_last    (const char *text,
                                      gsize       limit,
                                      gsize       offset,
                                      gsize      *next);
/* @offset, or the end of the comments that follow it on the same line and nothing else does: they speak of what stands
 * before them. */
gsize       roadmap_lines_skip_notes (const char *text,
                                      gsize       limit,
                                      gsize       offset);
gsize       roadmap_lines_skip_blank (const char *text,
                                      gsize       limit,
                                      gsize       offset);

G_END_DECLS
