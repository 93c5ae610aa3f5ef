/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* For measure.c: how large a text becomes, found out without laying it out.
 *
 * Most of what is laid out to find the places of things is never drawn in that size.  A layout shapes every letter, which
 * is what costs; but how far a letter advances depends only on it and on the next one, the script it stands in, and the
 * size.  A ruler learns that from layouts, in thousandths of an em, and breaks lines as Pango does: at the last break that
 * fits, the space before it not counted.  Results are those of Pango to the unit.
 *
 * It says nothing about texts that are not so simple: with combined letters, other scripts than Han, kana and Latin, or
 * words that have to be broken for want of room; nor in fonts whose em has not a thousand units, or that are fitted to
 * pixels.  All lengths are Pango's units. */

typedef struct _RoadmapTextRuler RoadmapTextRuler;

/* (transfer full): @context has neither hints nor rounded positions; of @font the size is not used. */
RoadmapTextRuler *roadmap_text_ruler_new  (PangoContext               *context,
                                           const PangoFontDescription *font);
void              roadmap_text_ruler_free (RoadmapTextRuler           *self);

/* Takes up a text in letters of @size; no line ends within the pieces @kept (RoadmapKeptPiece).  @marks (nullable) are attributes
 * of parts of it: of what they may say smaller letters, raised ones and forbidden breaks are known.  FALSE if it is not simple.
 * What follows is about the text taken up last. */
gboolean          roadmap_text_ruler_read (RoadmapTextRuler           *self,
                                           const char                 *text,
                                           GArray                     *kept,
                                           PangoAttrList              *marks,
                                           int                         size);

typedef struct
{
  int            width;     /* -1: not wrapped */
  int            indent;    /* as in a layout */
  PangoAlignment alignment;
} RoadmapTextFrame;

typedef struct
{
  int n_lines;
  int right;      /* the right edge of the longest line */
  int last_start; /* where the last line begins, in bytes */
} RoadmapTextLines;

/* FALSE if a word would have to be broken. */
gboolean          roadmap_text_ruler_wrap (RoadmapTextRuler           *self,
                                           const RoadmapTextFrame     *frame,
                                           RoadmapTextLines           *lines);
/* The width of the longest piece between two breaks, the spaces at its end not counted, in a text that is not wrapped: words in
 * katakana are no pieces. */
int               roadmap_text_ruler_get_longest_word (RoadmapTextRuler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapTextRuler, roadmap_text_ruler_free)

G_END_DECLS
