/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/element.h"

#include <string.h>

static const char *
get_name (const xmlNode *element)
{
  return (const char *) element->name;
}

const RoadmapKind *
roadmap_element_find_kind (const char        *name,
                           const RoadmapKind *parent)
{
  if (parent == NULL)
    return strcmp (name, ROADMAP_KIND_ROOT) == 0 ? roadmap_schema_find_kind (ROADMAP_KIND_ROOT) : NULL;
  return roadmap_kind_may_contain (parent, name) ? roadmap_schema_find_kind (name) : NULL;
}

const RoadmapField *
roadmap_element_find_field (const char        *name,
                            const RoadmapKind *parent)
{
  const RoadmapField *field = roadmap_kind_find_field (parent, name);

  return field != NULL && roadmap_field_is_text (field) ? field : NULL;
}

gboolean
roadmap_element_is_own (const char *language,
                        const char *document_language)
{
  return language == NULL || *language == '\0' ||
         (document_language != NULL && g_ascii_strcasecmp (language, document_language) == 0);
}

gboolean
roadmap_element_is_ours (const xmlNode *element)
{
  return element->type == XML_ELEMENT_NODE && element->ns != NULL &&
         xmlStrEqual (element->ns->href, BAD_CAST ROADMAP_ELEMENT_NAMESPACE);
}

/* As GLib's memory, and without what libxml2 had to say about it. */
static char *
take (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

const RoadmapKind *
roadmap_element_get_kind (const xmlNode     *element,
                          const RoadmapKind *parent)
{
  return roadmap_element_is_ours (element) ? roadmap_element_find_kind (get_name (element), parent) : NULL;
}

const RoadmapField *
roadmap_element_get_field (const xmlNode     *element,
                           const RoadmapKind *parent)
{
  return roadmap_element_is_ours (element) ? roadmap_element_find_field (get_name (element), parent) : NULL;
}

char *
roadmap_element_dup_language (const xmlNode *element,
                              const char    *document_language)
{
  g_autofree char *language = take (xmlGetNsProp (element, BAD_CAST "lang", XML_XML_NAMESPACE));

  return roadmap_element_is_own (language, document_language) ? NULL : g_steal_pointer (&language);
}

char *
roadmap_element_dup_markup (const char *start,
                            const char *end)
{
  GString *bytes = g_string_sized_new (end - start);

  for (const char *c = start; c < end; c++)
    if (*c != '\r')
      g_string_append_c (bytes, *c);
    else if (c + 1 == end || c[1] != '\n')
      g_string_append_c (bytes, '\n');
  return g_string_free (bytes, FALSE);
}

char *
roadmap_element_dup_value (RoadmapXml         *xml,
                           const xmlNode      *element,
                           const RoadmapField *field)
{
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (xml, element);
  const char *text = roadmap_xml_get_text (xml, NULL);

  if (field->type == ROADMAP_FIELD_MARKUP)
    return roadmap_element_dup_markup (text + extent->content, text + extent->content_end);
  return take (xmlNodeGetContent (element));
}

char *
roadmap_element_dup_attribute (const xmlNode *element,
                               const char    *name)
{
  return take (xmlGetNoNsProp (element, BAD_CAST name));
}
