/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/* For reader.c: the items whose end tags are still to come, each standing in the one before, and what has been read of
 * them.  An item is made at its end tag, when all its values are known.  All ids and values that wait for that lie in
 * one string, so that hardly any of them needs memory of its own. */
typedef struct _RoadmapOpenItems RoadmapOpenItems;

RoadmapOpenItems  *roadmap_open_items_new        (void);
void               roadmap_open_items_free       (RoadmapOpenItems   *self);

/* Of the innermost item; NULL while none is open. */
const RoadmapKind *roadmap_open_items_get_kind   (RoadmapOpenItems   *self);
/* Of the innermost item, until something is added. */
const char        *roadmap_open_items_get_id     (RoadmapOpenItems   *self);

/* Opens an item, which becomes the innermost one.  @id has @length bytes; @line and @serial (model/item.h) are 0 for
 * none. */
void               roadmap_open_items_begin      (RoadmapOpenItems   *self,
                                                  const RoadmapKind  *kind,
                                                  guint               line,
                                                  guint               serial,
                                                  const char         *id,
                                                  gsize               length);
/* Ends the innermost item.  (transfer full): it, with its values and with what was added to it. */
RoadmapItem       *roadmap_open_items_end        (RoadmapOpenItems   *self);
/* Adds @child, which is taken, to the innermost item. */
void               roadmap_open_items_take_child (RoadmapOpenItems   *self,
                                                  RoadmapItem        *child);

/* (transfer none): where the text of a value is appended before it is added. */
GString           *roadmap_open_items_get_words  (RoadmapOpenItems   *self);
/* Adds the words from @start on to the innermost item as a value.  @language, which is interned, is NULL for the
 * document's own.  Fails if the value has not the form that it must have in @field; then the item does not get it. */
gboolean           roadmap_open_items_add_value  (RoadmapOpenItems   *self,
                                                  const RoadmapField *field,
                                                  const char         *language,
                                                  gsize               start,
                                                  GError            **error);
gboolean           roadmap_open_items_has_value  (RoadmapOpenItems   *self,
                                                  const RoadmapField *field,
                                                  const char         *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapOpenItems, roadmap_open_items_free)

G_END_DECLS
