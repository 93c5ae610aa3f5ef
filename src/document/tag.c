/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/tag.h"

#include <string.h>

#include "document/element.h"
#include "document/format.h"

/* Where an attribute stands in its tag:
 *
 *     <bar id="a"   start="FY2020">
 *              lead name   value  end
 */
typedef struct
{
  gsize lead; /* of the white space before it */
  gsize name;
  gsize name_end;
  gsize value; /* behind the opening quote */
  gsize value_end;
  gsize end; /* behind the closing quote */
} Attribute;

#define XML_SPACE " \t\r\n"

static gsize
find_name_end (const GString *tag)
{
  return strcspn (tag->str, XML_SPACE "/>");
}

/* Reads the attribute behind @offset.  The tag is known to be well-formed. */
static gboolean
scan_attribute (const GString *tag,
                gsize          offset,
                Attribute     *attribute)
{
  const char *text = tag->str;

  attribute->lead = offset;
  attribute->name = offset + strspn (text + offset, XML_SPACE);
  if (text[attribute->name] == '/' || text[attribute->name] == '>')
    return FALSE;

  attribute->name_end = attribute->name + strcspn (text + attribute->name, XML_SPACE "=");
  attribute->value = attribute->name_end + strcspn (text + attribute->name_end, "\"'") + 1;
  attribute->value_end = strchr (text + attribute->value, text[attribute->value - 1]) - text;
  attribute->end = attribute->value_end + 1;
  return TRUE;
}

static gboolean
find_attribute (const GString *tag,
                const char    *name,
                Attribute     *attribute)
{
  gsize length = strlen (name);

  for (gsize offset = find_name_end (tag); scan_attribute (tag, offset, attribute); offset = attribute->end)
    if (attribute->name_end - attribute->name == length && strncmp (tag->str + attribute->name, name, length) == 0)
      return TRUE;
  return FALSE;
}

static void
replace (GString    *tag,
         gsize       start,
         gsize       end,
         const char *text)
{
  g_string_erase (tag, start, end - start);
  g_string_insert (tag, start, text);
}

/* Finds what a new attribute goes behind: the nearest one before it in the order of the schema, or the id. */
static gboolean
find_predecessor (const GString      *tag,
                  const RoadmapKind  *kind,
                  const RoadmapField *field,
                  Attribute          *attribute)
{
  for (const RoadmapField *before = field; before > kind->fields; before--)
    if (!roadmap_field_is_text (before - 1) && find_attribute (tag, (before - 1)->name, attribute))
      return TRUE;
  return find_attribute (tag, "id", attribute);
}

static void
add_attribute (GString            *tag,
               const RoadmapKind  *kind,
               const RoadmapField *field,
               const char         *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Attribute before;
  gsize position = find_name_end (tag);

  roadmap_format_attribute (text, field->name, value);
  if (find_predecessor (tag, kind, field, &before))
    {
      /* Attributes that stand one on a line go on doing so. */
      g_string_erase (text, 0, 1);
      g_string_insert_len (text, 0, tag->str + before.lead, before.name - before.lead);
      position = before.end;
    }
  g_string_insert (tag, position, text->str);
}

static void
set_attribute (GString            *tag,
               const RoadmapKind  *kind,
               const RoadmapField *field,
               const char         *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Attribute attribute;

  if (!find_attribute (tag, field->name, &attribute))
    {
      add_attribute (tag, kind, field, value);
      return;
    }
  if (value == NULL)
    {
      g_string_erase (tag, attribute.lead, attribute.end - attribute.lead);
      return;
    }
  roadmap_format_attribute_value (text, value, tag->str[attribute.value - 1]);
  replace (tag, attribute.value, attribute.value_end, text->str);
}

void
roadmap_tag_update (GString       *tag,
                    const xmlNode *element,
                    RoadmapItem   *item)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    {
      const char *value;
      g_autofree char *old_value = NULL;

      if (roadmap_field_is_text (field))
        continue;
      value = roadmap_item_get_value (item, field, NULL);
      old_value = roadmap_element_dup_attribute (element, field->name);
      if (g_strcmp0 (value, old_value) != 0)
        set_attribute (tag, kind, field, value);
    }
}

void
roadmap_tag_add_namespace (GString    *tag,
                           const char *prefix,
                           const char *uri)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strconcat ("xmlns", prefix != NULL ? ":" : "", prefix, NULL);

  roadmap_format_attribute (text, name, uri);
  g_string_insert (tag, find_name_end (tag), text->str);
}

gboolean
roadmap_tag_is_empty (const GString *tag)
{
  return tag->str[tag->len - 2] == '/';
}

void
roadmap_tag_open (GString *tag)
{
  gsize end = tag->len - 2;

  if (!roadmap_tag_is_empty (tag))
    return;
  while (strchr (XML_SPACE, tag->str[end - 1]) != NULL)
    end--;
  replace (tag, end, tag->len, ">");
}

void
roadmap_tag_close (GString *tag)
{
  if (!roadmap_tag_is_empty (tag))
    g_string_insert_c (tag, tag->len - 1, '/');
}

void
roadmap_tag_append_end (const GString *tag,
                        GString       *out)
{
  g_string_append (out, "</");
  g_string_append_len (out, tag->str + 1, find_name_end (tag) - 1);
  g_string_append_c (out, '>');
}
