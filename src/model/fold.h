/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text made alike for comparing: Unicode NFKC and case folding, and katakana as hiragana, so that ＡＩ, AI and ai, ｶﾞｲﾄﾞ,
 * ガイド and がいど find each other.
 *
 * Folding works cluster by cluster: a character with what combines with it (e + U+0301, ｶ + ﾞ).  So the folded text of a
 * whole is that of its clusters one after the other, and a place in it can be led back to the text, though folding
 * changes lengths (㈱ becomes three characters, ｶﾞ one). */

/* Where a cluster begins, in bytes from the beginning of each text. */
typedef struct
{
  guint text;
  guint folded;
} RoadmapFoldPlace;

/* (element-type RoadmapFoldPlace): an empty map, to be filled by roadmap_fold_append(). */
GArray     *roadmap_fold_map_new    (void);
/* Adds the folded @length bytes of @text (-1: up to its end) to @folded, and to @map, unless that is NULL, where each
 * cluster begins; the last place in a map is the end of both texts. */
void        roadmap_fold_append     (GString    *folded,
                                     const char *text,
                                     gssize      length,
                                     GArray     *map);

/* The first occurrence of the folded, not empty @word in @folded at or after @from, which points into @folded; NULL if
 * there is none.  A word that begins with a letter of a script that puts spaces between its words (Latin, Greek,
 * Cyrillic) is found only where such a word begins: "ai" is in "ai開発", "the ai" and "open-ai", but not in "maintain".
 * Whatever follows: words have endings. */
const char *roadmap_fold_find       (const char *folded,
                                     const char *from,
                                     const char *word);

G_END_DECLS
