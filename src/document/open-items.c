/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/open-items.h"

typedef struct
{
  const RoadmapField *field;
  const char         *language; /* interned; NULL for the document's own */
  gsize               text;     /* where in the words */
} Value;

typedef struct
{
  const RoadmapKind *kind;
  guint              line;
  guint              serial;
  gsize              id;          /* where in the words; what belongs to the item follows it */
  guint              first_value; /* where its values begin among those of all items */
  GPtrArray         *children;    /* NULL while there are none */
} OpenItem;

struct _RoadmapOpenItems
{
  GArray  *items;  /* OpenItem, the innermost last */
  GArray  *values; /* Value, of all items */
  GString *words;  /* ids and texts of all items, each ended by NUL */
  GArray  *packed; /* RoadmapValue, of the item that is being made */
};

static void
clear_open_item (gpointer data)
{
  OpenItem *item = data;

  g_clear_pointer (&item->children, g_ptr_array_unref);
}

RoadmapOpenItems *
roadmap_open_items_new (void)
{
  RoadmapOpenItems *self = g_new0 (RoadmapOpenItems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (OpenItem));
  g_array_set_clear_func (self->items, clear_open_item);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->packed = g_array_new (FALSE, FALSE, sizeof (RoadmapValue));
  self->words = g_string_new (NULL);
  return self;
}

void
roadmap_open_items_free (RoadmapOpenItems *self)
{
  g_array_unref (self->items);
  g_array_unref (self->values);
  g_array_unref (self->packed);
  g_string_free (self->words, TRUE);
  g_free (self);
}

static OpenItem *
get_innermost (RoadmapOpenItems *self)
{
  return self->items->len > 0 ? &g_array_index (self->items, OpenItem, self->items->len - 1) : NULL;
}

const RoadmapKind *
roadmap_open_items_get_kind (RoadmapOpenItems *self)
{
  const OpenItem *item = get_innermost (self);

  return item != NULL ? item->kind : NULL;
}

const char *
roadmap_open_items_get_id (RoadmapOpenItems *self)
{
  return self->words->str + get_innermost (self)->id;
}

void
roadmap_open_items_begin (RoadmapOpenItems  *self,
                          const RoadmapKind *kind,
                          guint              line,
                          guint              serial,
                          const char        *id,
                          gsize              length)
{
  OpenItem item = { kind, line, serial, self->words->len, self->values->len, NULL };

  g_string_append_len (self->words, id, length);
  g_string_append_c (self->words, '\0');
  g_array_append_val (self->items, item);
}

RoadmapItem *
roadmap_open_items_end (RoadmapOpenItems *self)
{
  OpenItem *item = get_innermost (self);
  RoadmapItem *made;

  g_array_set_size (self->packed, 0);
  for (guint i = item->first_value; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      g_array_append_val (self->packed,
                          ((RoadmapValue) { value->field, value->language, self->words->str + value->text }));
    }
  made = roadmap_item_new_with_values (item->kind, self->words->str + item->id,
                                       (RoadmapValue *) (gpointer) self->packed->data, self->packed->len);
  roadmap_item_set_line (made, item->line);
  roadmap_item_set_serial (made, item->serial);
  for (guint i = 0; item->children != NULL && i < item->children->len; i++)
    roadmap_item_init_child (made, g_ptr_array_index (item->children, i));

  g_array_set_size (self->values, item->first_value);
  g_string_truncate (self->words, item->id);
  g_array_set_size (self->items, self->items->len - 1);
  return made;
}

void
roadmap_open_items_take_child (RoadmapOpenItems *self,
                               RoadmapItem      *child)
{
  OpenItem *item = get_innermost (self);

  if (item->children == NULL)
    item->children = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (item->children, child);
}

GString *
roadmap_open_items_get_words (RoadmapOpenItems *self)
{
  return self->words;
}

gboolean
roadmap_open_items_add_value (RoadmapOpenItems    *self,
                              const RoadmapField  *field,
                              const char          *language,
                              gsize                start,
                              GError             **error)
{
  /* It counts as ended by NUL. */
  g_string_append_c (self->words, '\0');
  if (!roadmap_field_check_form (field, self->words->str + start, error))
    return FALSE;

  g_array_append_val (self->values, ((Value) { field, language, start }));
  return TRUE;
}

gboolean
roadmap_open_items_has_value (RoadmapOpenItems   *self,
                              const RoadmapField *field,
                              const char         *language)
{
  for (guint i = get_innermost (self)->first_value; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->field == field && value->language == language)
        return TRUE;
    }
  return FALSE;
}
