/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/edition.h"

G_BEGIN_DECLS

/* Former wording for people to read. */

typedef struct
{
  RoadmapItem *edition; /* in force until this one */
  RoadmapItem *item;    /* that said it; neither is owned */
  const char  *label;   /* what it was: a title, the time …; untranslated, for gettext */
  char        *text;    /* in the language asked for; empty if there was nothing */
  gboolean     adopted; /* the words are in the document's own language */
} RoadmapFormerWords;

/* (transfer full) (element-type RoadmapFormerWords): what @item and the paragraphs in it said in earlier editions, the
 * newest first, in @language, or in the document's own where there was no translation.  What was taken out of @item is
 * listed with it.  Left out is what tells a reader nothing, such as another order. */
GPtrArray *roadmap_list_former_words (Roadmap      *roadmap,
                                      RoadmapItem  *item,
                                      const char   *language);

G_END_DECLS
