/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/item.h"
#include "model/item-private.h"

#include <string.h>

#include "model/markup.h"

struct _RoadmapItem
{
  GObject            parent_instance;

  const RoadmapKind *kind;
  const char        *id;       /* in the package */
  RoadmapItem       *parent;   /* not owned */
  GPtrArray         *children; /* NULL while there are none: most items are leaves */
  RoadmapValue      *values;   /* by field in the order of the schema, then by language, which is interned */
  guint              n_values;
  guint              position; /* where the parent's children hold it */
  guint              line : 31;
  guint              adopted : 1;
  guint              serial;

  /* What the item was made with, in one piece: its values, its id, the texts.  A roadmap has a great many values, and few
   * of them ever change: one that does has its own memory from then on, as have the values when one is added. */
  char              *package;
  gsize              package_size;
};

G_DEFINE_FINAL_TYPE (RoadmapItem, roadmap_item, G_TYPE_OBJECT)

static gboolean
is_in_package (RoadmapItem   *self,
               gconstpointer  place)
{
  const char *c = place;

  return c >= self->package && c < self->package + self->package_size;
}

static void
free_unpacked (RoadmapItem   *self,
               gconstpointer  memory)
{
  if (!is_in_package (self, memory))
    g_free ((gpointer) memory);
}

/* By field in the order of the schema; the document's own language comes first. */
static int
compare_place (const RoadmapValue *value,
               const RoadmapField *field,
               const char         *language)
{
  if (value->field != field)
    return value->field < field ? -1 : 1;
  return value->language == language ? 0 : g_strcmp0 (value->language, language);
}

/* Where the value stands, or where it would have to be inserted. */
static gboolean
find_value (RoadmapItem        *self,
            const RoadmapField *field,
            const char         *language,
            guint              *position)
{
  for (*position = 0; *position < self->n_values; (*position)++)
    {
      int order = compare_place (&self->values[*position], field, language);

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
  for (guint i = 0; i < self->n_values; i++)
    free_unpacked (self, self->values[i].text);
  free_unpacked (self, self->values);
  g_free (self->package);

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
}

/* Inserts @value, as it is, where it belongs among those that are there already. */
static void
place_value (RoadmapItem        *self,
             const RoadmapValue *value)
{
  guint i = self->n_values++;

  for (; i > 0 && compare_place (&self->values[i - 1], value->field, value->language) > 0; i--)
    self->values[i] = self->values[i - 1];
  self->values[i] = *value;
}

/* Copies @text to *@end, and moves that behind it. */
static const char *
pack_text (char       **end,
           const char  *text)
{
  char *start = *end;

  *end = g_stpcpy (start, text) + 1;
  return start;
}

gboolean
roadmap_item_is_id (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return (g_ascii_isalpha (*text) || *text == '_') &&
         text[strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-")] == '\0';
}

RoadmapItem *
roadmap_item_new (const RoadmapKind *kind,
                  const char        *id)
{
  return roadmap_item_new_with_values (kind, id, NULL, 0);
}

RoadmapItem *
roadmap_item_new_with_values (const RoadmapKind  *kind,
                              const char         *id,
                              const RoadmapValue *values,
                              guint               n_values)
{
  RoadmapItem *self;
  gsize size;
  char *end;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  size = n_values * sizeof (RoadmapValue) + strlen (id) + 1;
  for (guint i = 0; i < n_values; i++)
    size += strlen (values[i].text) + 1;

  self = g_object_new (ROADMAP_TYPE_ITEM, NULL);
  self->kind = kind;
  self->package = g_malloc (size);
  self->package_size = size;
  self->values = (RoadmapValue *) (gpointer) self->package;
  end = self->package + n_values * sizeof (RoadmapValue);
  self->id = pack_text (&end, id);
  for (guint i = 0; i < n_values; i++)
    place_value (self, &(RoadmapValue) { values[i].field, g_intern_string (values[i].language),
                                         pack_text (&end, values[i].text) });
  return self;
}

RoadmapItem *
roadmap_item_copy (RoadmapItem *item)
{
  RoadmapItem *copy;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  copy = roadmap_item_new_with_values (item->kind, item->id, item->values, item->n_values);
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
  guint position;
  gboolean found = find_value (item, field, language, &position);

  if (found && value != NULL)
    {
      const char *old = item->values[position].text;

      item->values[position].text = g_strdup (value);
      free_unpacked (item, old);
    }
  else if (found)
    {
      free_unpacked (item, item->values[position].text);
      item->n_values--;
      memmove (item->values + position, item->values + position + 1, (item->n_values - position) * sizeof (RoadmapValue));
    }
  else if (value != NULL)
    {
      RoadmapValue *old = item->values;

      item->values = g_new (RoadmapValue, item->n_values + 1);
      memcpy (item->values, old, item->n_values * sizeof (RoadmapValue));
      free_unpacked (item, old);
      place_value (item, &(RoadmapValue) { field, g_intern_string (language), g_strdup (value) });
    }
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

guint
roadmap_item_get_serial (RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), 0);

  return item->serial;
}

void
roadmap_item_set_serial (RoadmapItem *item,
                         guint        serial)
{
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  item->serial = serial;
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
  return roadmap_item_get_n_children (item) > 0 ? roadmap_item_get_child (item, 0) : roadmap_item_next_beside (item, top);
}

RoadmapItem *
roadmap_item_next_beside (RoadmapItem *item,
                          RoadmapItem *top)
{
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

  return find_value (item, field, language, &position) ? item->values[position].text : NULL;
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

  for (guint i = 0; i < item->n_values; i++)
    visit (item->values[i].field, item->values[i].language, item->values[i].text, user_data);
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
