/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* For measure.c: where lines may break, beyond what Pango knows from Unicode.  Everything is an attribute, not a
 * character such as U+2060, so that the text is still the wording when it is copied or searched. */

/* A piece of a text within which no line ends, in bytes. */
typedef struct
{
  int      start;
  int      end;
  gboolean word; /* only in lines as long as these: it is a word in katakana */
} RoadmapKeptPiece;

/* Makes @kept (RoadmapKeptPiece) those of @text in lines @line_ems long; negative: in a text that is not wrapped;
 * @mark_ems: the width of signs that may be tied to a word.
 *
 *   ／ and ～ do not begin a line; the hyphen in a compound does not end one; short words in katakana stay whole. */
void   roadmap_line_breaks_find             (const char    *text,
                                             double         line_ems,
                                             double         mark_ems,
                                             GArray        *kept);
/* Adds the attributes that keep them whole. */
void   roadmap_line_breaks_add              (PangoAttrList *attributes,
                                             GArray        *kept);
/* The width of the bullet with which all lines of a list begin, in ems; 0 if the text is no list. */
double roadmap_line_breaks_get_bullet_width (const char    *text);

G_END_DECLS
