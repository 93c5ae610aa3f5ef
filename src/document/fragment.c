/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/fragment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/copier.h"
#include "document/element.h"
#include "document/file.h"
#include "document/format.h"
#include "document/place.h"
#include "document/reader.h"
#include "document/writer.h"

static gboolean
stands_in_another (RoadmapItem *item,
                   GHashTable  *items)
{
  for (item = roadmap_item_get_parent (item); item != NULL; item = roadmap_item_get_parent (item))
    if (g_hash_table_contains (items, item))
      return TRUE;
  return FALSE;
}

/* (transfer container): @items, each once, without those inside others. */
static GPtrArray *
list_outermost (GPtrArray *items)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  GPtrArray *outermost = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (all, g_ptr_array_index (items, i));
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);

      if (!stands_in_another (item, all) && g_hash_table_remove (all, item))
        g_ptr_array_add (outermost, item);
    }
  return outermost;
}

char *
roadmap_fragment_write (Roadmap   *roadmap,
                        GPtrArray *items)
{
  g_autoptr (GPtrArray) outermost = NULL;
  GString *out;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  outermost = list_outermost (items);
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" ROADMAP_ELEMENT_FRAGMENT);
  roadmap_format_attribute (out, "xmlns", ROADMAP_ELEMENT_NAMESPACE);
  roadmap_format_attribute (out, "version", G_STRINGIFY (ROADMAP_ELEMENT_VERSION));
  roadmap_format_attribute (out, "xml:lang", roadmap_get_language (roadmap));
  g_string_append_c (out, '>');
  roadmap_write_items (out, outermost, ROADMAP_COPIER_UNIT);
  g_string_append (out, "\n</" ROADMAP_ELEMENT_FRAGMENT ">\n");
  return g_string_free (out, FALSE);
}

static GPtrArray *
read_text (const char  *text,
           gssize       length,
           const char  *name,
           char       **language,
           GError     **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GBytes) bytes = NULL;

  if (size > ROADMAP_FILE_MAX_SIZE)
    {
      roadmap_set_error_at (error, ROADMAP_ERROR_SYNTAX, name, 1, _("this is too much at once; copy a smaller part"));
      return NULL;
    }
  bytes = g_bytes_new_static (text, size);
  return roadmap_read_items (bytes, name, language, error);
}

GPtrArray *
roadmap_fragment_read (const char  *text,
                       gssize       length,
                       const char  *name,
                       GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return read_text (text, length, name, NULL, error);
}

/* Makes what stands in @language the wording, and the wording, which is in @old_language, a translation. */
static void
exchange_wording (RoadmapItem        *item,
                  const RoadmapField *field,
                  const char         *old_language,
                  const char         *language)
{
  g_autofree char *old = g_strdup (roadmap_item_get_value (item, field, NULL));

  roadmap_item_init_value (item, field, NULL, roadmap_item_get_value (item, field, language));
  roadmap_item_init_value (item, field, language, NULL);
  roadmap_item_init_value (item, field, old_language, old);
}

typedef struct
{
  const char *wanted;
  const char *found; /* the same tag as the item spells it; NULL if it has no such wording */
  const RoadmapField *field;
} Wording;

static void
find_wording_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  Wording *wording = user_data;

  if (field == wording->field && language != NULL && roadmap_element_is_own (language, wording->wanted))
    wording->found = language;
}

static void
translate (RoadmapItem *item,
           const char  *old_language,
           const char  *language)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      Wording wording = { .wanted = language, .field = field };

      roadmap_item_foreach_value (item, find_wording_cb, &wording);
      if (wording.found != NULL)
        exchange_wording (item, field, old_language, wording.found);
    }
}

GPtrArray *
roadmap_fragment_read_for (const char  *text,
                           gssize       length,
                           const char  *name,
                           const char  *language,
                           GError     **error)
{
  g_autofree char *old_language = NULL;
  GPtrArray *items;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  items = read_text (text, length, name, &old_language, error);
  if (items == NULL || roadmap_element_is_own (old_language, language))
    return items;

  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *top = g_ptr_array_index (items, i);

      for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
        translate (item, old_language, language);
    }
  return items;
}
