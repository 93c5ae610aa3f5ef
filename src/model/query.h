/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Search over all words of a roadmap.  Text and query are folded alike (model/fold.h), so that ＡＩ, AI and ai, ｶﾞｲﾄﾞ,
 * ガイド and がいど find each other.  A query of several words finds items that hold them all, each anywhere; but a word of a
 * Latin, Greek or Cyrillic script only where a word begins: "AI" finds AI開発 and not "maintain". */

/* Bytes of a text, from @start up to before @end. */
typedef struct
{
  gsize start;
  gsize end;
} RoadmapRange;

/* Folded text for comparing.  (transfer full) */
char      *roadmap_query_fold   (const char  *text);
/* (transfer full): the folded words of a query, without empty ones; NULL has none. */
char     **roadmap_query_split  (const char  *query);
/* Adds what is searched of @item to @folded: each text folded, and a line feed. */
void       roadmap_query_append_words (RoadmapItem *item,
                                       GString     *folded);
/* Whether any text, number or note of the item itself, in any language, holds all words of @query. */
gboolean   roadmap_query_match  (RoadmapItem *item,
                                 const char  *query);
/* (transfer container): the items that match, in the order of the file; empty for an empty query. */
GPtrArray *roadmap_query_search (Roadmap     *roadmap,
                                 const char  *query);
/* (transfer full) (element-type RoadmapRange): where @text, without markup, holds any word of @query, to mark it: whole
 * characters, in order, none touching another.  Empty for an empty query or NULL. */
GArray    *roadmap_query_find_ranges (const char *text,
                                      const char *query);
/* The words of the item around its first match for the first word of @query: a newly allocated excerpt of at most @width
 * characters and two ellipses, or NULL if none of its texts holds it. */
char      *roadmap_query_excerpt (RoadmapItem *item,
                                  const char  *query,
                                  guint        width);

G_END_DECLS
