/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/item.h"
#include "model/item-private.h"

#include <string.h>

#include "model/markup.h"

typedef struct
{
  const RoadmapField *field;
  const char         *language; /* interned; NULL for the document's own */
  char               *text;
} Value;

struct _RoadmapItem
{
  GObject            parent_instance;

  const RoadmapKind *kind;
  char              *id;
  RoadmapItem       *parent;   /* not owned */
  GPtrArray         *children; /* NULL while there are none: most items are leaves */
  GArray            *values;   /* Value, by field in the order of the schema, then by language */
  guint              position; /* where the parent's children hold it */
  guint              line : 31;
  guint              adopted : 1;
};

G_DEFINE_FINAL_TYPE (RoadmapItem, roadmap_item, G_TYPE_OBJECT)

static void
clear_value (gpointer data)
{
  Value *value = data;

  g_free (value->text);
}

/* Where the value stands, or where it would have to be inserted. */
static gboolean
find_value (RoadmapItem        *self,
            const RoadmapField *field,
            const char         *language,
            guint              *position)
{
  for (*position = 0; *position < self->values->len; (*position)++)
    {
      const Value *value = &g_array_index (self->values, Value, *position);
      int order = value->field == field ? g_strcmp0 (value->language, language) : value->field < field ? -1 : 1;

      if (order >= 0)
        return order == 0;
    }
  return FALSE;
}

/* The children from @first on have moved. */
static void
renumber_children (RoadmapItem *self,
                   guint        first)
{
  for (guint i = first; i < self->children->len; i++)
    ROADMAP_ITEM (g_ptr_array_index (self->children, i))->position = i;
}

static void
roadmap_item_finalize (GObject *object)
{
  RoadmapItem *self = ROADMAP_ITEM (object);

  for (guint i = 0; i < roadmap_item_get_n_children (self); i++)
    roadmap_item_get_child (self, i)->parent = NULL;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (roadmap_item_parent_class)->finalize (object);
}

static void
roadmap_item_class_init (RoadmapItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_item_finalize;
}

static void
roadmap_item_init (RoadmapItem *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);
}

RoadmapItem *
roadmap_item_new (const RoadmapKind *kind,
                  const char        *id)
{
  RoadmapItem *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (ROADMAP_TYPE_ITEM, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  return self;
}

RoadmapItem *
roadmap_item_copy (RoadmapItem *item)
{
  RoadmapItem *copy;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  copy = roadmap_item_new (item->kind, item->id);
  for (guint i = 0; i < item->values->len; i++)
    {
      const Value *value = &g_array_index (item->values, Value, i);

      roadmap_item_set_value (copy, value->field, value->language, value->text);
    }
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      g_autoptr (RoadmapItem) child = roadmap_item_copy (roadmap_item_get_child (item, i));

      roadmap_item_insert_child (copy, child, i);
    }
  return copy;
}

void
roadmap_item_init_value (RoadmapItem        *item,
                         const RoadmapField *field,
                         const char         *language,
                         const char         *value)
{
  g_return_if_fail (ROADMAP_IS_ITEM (item));
  g_return_if_fail (!item->adopted);
  g_return_if_fail (field != NULL && roadmap_kind_find_field (item->kind, field->name) == field);

  roadmap_item_set_value (item, field, language, value);
}

void
roadmap_item_init_child (RoadmapItem *item,
                         RoadmapItem *child)
{
  g_return_if_fail (ROADMAP_IS_ITEM (item));
  g_return_if_fail (!item->adopted);
  g_return_if_fail (ROADMAP_IS_ITEM (child) && child->parent == NULL);

  roadmap_item_insert_child (item, child, G_MAXUINT);
}

void
roadmap_item_set_value (RoadmapItem        *item,
                        const RoadmapField *field,
                        const char         *language,
                        const char         *value)
{
  const char *interned = g_intern_string (language);
  guint position;
  gboolean found = find_value (item, field, interned, &position);

  if (value == NULL)
    {
      if (found)
        g_array_remove_index (item->values, position);
      return;
    }

  if (found)
    {
      Value *old = &g_array_index (item->values, Value, position);

      g_free (old->text);
      old->text = g_strdup (value);
      return;
    }

  g_array_insert_val (item->values, position, ((Value) { field, interned, g_strdup (value) }));
}

void
roadmap_item_insert_child (RoadmapItem *item,
                           RoadmapItem *child,
                           guint        position)
{
  g_assert (child->parent == NULL);

  if (item->children == NULL)
    item->children = g_ptr_array_new_with_free_func (g_object_unref);
  position = MIN (position, item->children->len);
  g_ptr_array_insert (item->children, position, g_object_ref (child));
  child->parent = item;
  renumber_children (item, position);
}

void
roadmap_item_remove_child (RoadmapItem *item,
                           guint        position)
{
  roadmap_item_get_child (item, position)->parent = NULL;
  g_ptr_array_remove_index (item->children, position);
  renumber_children (item, position);
}

gboolean
roadmap_item_is_adopted (RoadmapItem *item)
{
  return item->adopted;
}

void
roadmap_item_set_adopted (RoadmapItem *item,
                          gboolean     adopted)
{
  item->adopted = adopted;
}

const RoadmapKind *
roadmap_item_get_kind (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return item->kind;
}

gboolean
roadmap_item_is (RoadmapItem *item,
                 const char  *kind)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), FALSE);

  return strcmp (item->kind->name, kind) == 0;
}

const char *
roadmap_item_get_id (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return item->id;
}

guint
roadmap_item_get_line (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), 0);

  return item->line;
}

void
roadmap_item_set_line (RoadmapItem *item,
                       guint        line)
{
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  item->line = line;
}

RoadmapItem *
roadmap_item_get_parent (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return item->parent;
}

guint
roadmap_item_get_n_children (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), 0);

  return item->children != NULL ? item->children->len : 0;
}

RoadmapItem *
roadmap_item_get_child (RoadmapItem *item,
                        guint        position)
{
  g_return_val_if_fail (position < roadmap_item_get_n_children (item), NULL);

  return g_ptr_array_index (item->children, position);
}

guint
roadmap_item_get_position (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), 0);
  g_return_val_if_fail (item->parent != NULL, 0);

  return item->position;
}

gboolean
roadmap_item_is_within (RoadmapItem *item,
                        RoadmapItem *ancestor)
{
  for (; item != NULL; item = item->parent)
    if (item == ancestor)
      return TRUE;
  return FALSE;
}

RoadmapItem *
roadmap_item_find_around (RoadmapItem *item,
                          const char  *kind)
{
  for (; item != NULL; item = item->parent)
    if (roadmap_item_is (item, kind))
      return item;
  return NULL;
}

RoadmapItem *
roadmap_item_next (RoadmapItem *item,
                   RoadmapItem *top)
{
  if (roadmap_item_get_n_children (item) > 0)
    return roadmap_item_get_child (item, 0);

  for (; item != top && item->parent != NULL; item = item->parent)
    if (item->position + 1 < item->parent->children->len)
      return g_ptr_array_index (item->parent->children, item->position + 1);
  return NULL;
}

const char *
roadmap_item_get_value (RoadmapItem        *item,
                        const RoadmapField *field,
                        const char         *language)
{
  guint position;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return find_value (item, field, language, &position) ? g_array_index (item->values, Value, position).text : NULL;
}

const char *
roadmap_item_get (RoadmapItem *item,
                  const char  *field)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);

  return found != NULL ? roadmap_item_get_value (item, found, NULL) : NULL;
}

const char *
roadmap_item_get_in (RoadmapItem *item,
                     const char  *field,
                     const char  *language)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);
  const char *value;

  if (found == NULL)
    return NULL;
  value = roadmap_item_get_value (item, found, language);
  return value != NULL || language == NULL ? value : roadmap_item_get_value (item, found, NULL);
}

const char *
roadmap_item_get_inherited (RoadmapItem *item,
                            const char  *field)
{
  for (; item != NULL; item = item->parent)
    {
      const char *value = roadmap_item_get (item, field);

      if (value != NULL)
        return value;
    }
  return NULL;
}

gboolean
roadmap_item_get_boolean (RoadmapItem *item,
                          const char  *field)
{
  return g_strcmp0 (roadmap_item_get (item, field), "true") == 0;
}

void
roadmap_item_foreach_value (RoadmapItem      *item,
                            RoadmapValueFunc  visit,
                            gpointer          user_data)
{
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  for (guint i = 0; i < item->values->len; i++)
    {
      const Value *value = &g_array_index (item->values, Value, i);

      visit (value->field, value->language, value->text, user_data);
    }
}

/* The brackets set a heading off on paper; in a list they only take room.  Not those of 【A】と【B】. */
static const char *
skip_heading_brackets (const char *text,
                       gsize      *length)
{
  const char *end = strstr (text, "】");

  *length = strlen (text);
  if (!g_str_has_prefix (text, "【") || end == NULL || end[strlen ("】")] != '\0')
    return text;

  *length -= strlen ("【") + strlen ("】");
  return text + strlen ("【");
}

char *
roadmap_item_dup_text (RoadmapItem *item,
                       const char  *field,
                       const char  *language)
{
  const RoadmapField *found = roadmap_kind_find_field (roadmap_item_get_kind (item), field);
  const char *value = roadmap_item_get_in (item, field, language);

  return value != NULL && found->type == ROADMAP_FIELD_MARKUP ? roadmap_markup_to_text (value) : g_strdup (value);
}

char *
roadmap_item_dup_title (RoadmapItem *item,
                        const char  *language)
{
  const char *title = roadmap_item_get_in (item, "title", language);
  g_autofree char *text = title == NULL ? roadmap_item_dup_text (item, "text", language) : NULL;
  gsize length;

  if (title == NULL)
    title = text != NULL ? text : "";
  title = skip_heading_brackets (title, &length);
  return g_strdelimit (g_strndup (title, length), "\n", ' ');
}

char *
roadmap_item_dup_label (RoadmapItem *item,
                        const char  *language)
{
  const char *number = roadmap_item_get (item, "number");
  g_autofree char *title = roadmap_item_dup_title (item, language);

  return number != NULL ? g_strdup_printf ("%s %s", number, title) : g_steal_pointer (&title);
}
