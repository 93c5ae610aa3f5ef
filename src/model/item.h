/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib-object.h>

#include "model/schema.h"
#include "model/span.h"

G_BEGIN_DECLS

/* One thing of a roadmap: a kind, an id that never changes, values for the kind's fields, and child items in order.
 *
 * An item is built with roadmap_item_init_value() and roadmap_item_init_child() and then handed to a roadmap; from that
 * moment on only roadmap_apply() changes it.
 *
 * Languages: a NULL language is the document's own, in which the adopted wording stands.  A value in another language is
 * a translation of ours. */

#define ROADMAP_TYPE_ITEM (roadmap_item_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItem, roadmap_item, ROADMAP, ITEM, GObject)

/* A value in a language. */
typedef struct
{
  const RoadmapField *field;
  const char         *language;
  const char         *text;
} RoadmapValue;

/* Whether @text can be an id: a letter or underscore, then letters from a to z, digits, dots, hyphens and underscores. */
gboolean           roadmap_item_is_id           (const char          *text);

RoadmapItem       *roadmap_item_new             (const RoadmapKind   *kind,
                                                 const char          *id);
/* An item with values of its kind's fields from the beginning, which takes one piece of memory however many there are.
 * They are copied; they stand in any order, but no two for the same field and language. */
RoadmapItem       *roadmap_item_new_with_values (const RoadmapKind   *kind,
                                                 const char          *id,
                                                 const RoadmapValue  *values,
                                                 guint                n_values);
/* A copy of @item with everything below it, ids included, that belongs to no roadmap. */
RoadmapItem       *roadmap_item_copy            (RoadmapItem         *item);

void               roadmap_item_init_value      (RoadmapItem         *item,
                                                 const RoadmapField  *field,
                                                 const char          *language,
                                                 const char          *value);
void               roadmap_item_init_child      (RoadmapItem         *item,
                                                 RoadmapItem         *child);

const RoadmapKind *roadmap_item_get_kind        (RoadmapItem         *item);
/* Whether the item's kind has this name. */
gboolean           roadmap_item_is              (RoadmapItem         *item,
                                                 const char          *kind);
const char        *roadmap_item_get_id          (RoadmapItem         *item);
/* The line of the file the item was read from, from 1; 0 when it was not read from a file. */
guint              roadmap_item_get_line        (RoadmapItem         *item);
void               roadmap_item_set_line        (RoadmapItem         *item,
                                                 guint                line);

/* A number under which whoever keeps the file knows the item; 0, as at first, for none.  A copy has none. */
guint              roadmap_item_get_serial      (RoadmapItem         *item);
void               roadmap_item_set_serial      (RoadmapItem         *item,
                                                 guint                serial);

/* The item around this one; NULL for the outermost.  Not owned by the caller, as all items these return. */
RoadmapItem       *roadmap_item_get_parent      (RoadmapItem         *item);
guint              roadmap_item_get_n_children  (RoadmapItem         *item);
RoadmapItem       *roadmap_item_get_child       (RoadmapItem         *item,
                                                 guint                position);
/* Position among the parent's children, from 0. */
guint              roadmap_item_get_position    (RoadmapItem         *item);
/* Whether @item is @ancestor or lies below it. */
gboolean           roadmap_item_is_within       (RoadmapItem         *item,
                                                 RoadmapItem         *ancestor);
/* The nearest item of this kind around @item, or @item itself; NULL if there is none. */
RoadmapItem       *roadmap_item_find_around     (RoadmapItem         *item,
                                                 const char          *kind);
/* The next item below @top in the order of the file (children before siblings), or NULL.  Start with @item = @top. */
RoadmapItem       *roadmap_item_next            (RoadmapItem         *item,
                                                 RoadmapItem         *top);
/* The same, but after everything in @item. */
RoadmapItem       *roadmap_item_next_beside     (RoadmapItem         *item,
                                                 RoadmapItem         *top);

/* A value in exactly this language, or NULL.  The field must be one of the item's kind. */
const char        *roadmap_item_get_value       (RoadmapItem         *item,
                                                 const RoadmapField  *field,
                                                 const char          *language);
/* The same by name in the document's own language; NULL also when the kind has no such field. */
const char        *roadmap_item_get             (RoadmapItem         *item,
                                                 const char          *field);
/* The value in @language, or failing that in the document's own; NULL if there is neither. */
const char        *roadmap_item_get_in          (RoadmapItem         *item,
                                                 const char          *field,
                                                 const char          *language);
/* As roadmap_item_get_in(), with the tags of a MARKUP value taken out. */
char              *roadmap_item_dup_text        (RoadmapItem         *item,
                                                 const char          *field,
                                                 const char          *language);
/* The value of the item or, if it has none, of the nearest item around it that has. */
const char        *roadmap_item_get_inherited   (RoadmapItem         *item,
                                                 const char          *field);
gboolean           roadmap_item_get_boolean     (RoadmapItem         *item,
                                                 const char          *field);

/* Calls @visit for each value, by field in the order of the schema, the document's language first. */
typedef void     (*RoadmapValueFunc)            (const RoadmapField  *field,
                                                 const char          *language,
                                                 const char          *value,
                                                 gpointer             user_data);
void               roadmap_item_foreach_value   (RoadmapItem         *item,
                                                 RoadmapValueFunc     visit,
                                                 gpointer             user_data);

/* What to call the item in a list: its number and title, or failing these its text, without 【】 around it, line feeds or
 * markup.  In @language, or failing that in the document's own.  Never NULL; empty if the item has no words. */
char              *roadmap_item_dup_label       (RoadmapItem         *item,
                                                 const char          *language);
/* As roadmap_item_dup_label(), without the number. */
char              *roadmap_item_dup_title       (RoadmapItem         *item,
                                                 const char          *language);

G_END_DECLS
