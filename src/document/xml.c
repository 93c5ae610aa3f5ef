/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/xml.h"

#include <libxml/SAX2.h>

#include "document/encoding.h"
#include "document/parser.h"

struct _RoadmapXml
{
  char   *name;
  GBytes *text;
  xmlDoc *tree;
  GArray *extents; /* RoadmapXmlExtent; an element's _private is its index + 1 */
};

static void
start_element_cb (void           *context,
                  const xmlChar  *local_name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;
  RoadmapXml *xml = roadmap_parser_get_client (context);
  gsize size;
  const char *text = roadmap_xml_get_text (xml, &size);
  gsize position = roadmap_parser_get_position (context);
  RoadmapXmlExtent extent = { 0 };

  xmlSAX2StartElementNs (context, local_name, prefix, uri, n_namespaces, namespaces,
                         n_attributes, n_defaulted, attributes);
  /* In a file that is cut off, or nested too deeply, there may be no ">" or no new node; the error is still to come. */
  if (position >= size || parser->node == NULL || parser->node->_private != NULL)
    return;

  extent.start = roadmap_parser_find_tag (context, position);
  extent.content = position + (text[position] == '/' ? 2 : 1);
  extent.line = roadmap_parser_get_tag_line (context, extent.start);
  g_array_append_val (xml->extents, extent);
  parser->node->_private = GUINT_TO_POINTER (xml->extents->len);
}

static void
end_element_cb (void          *context,
                const xmlChar *local_name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  xmlParserCtxt *parser = context;
  RoadmapXml *xml = roadmap_parser_get_client (context);
  gsize position = roadmap_parser_get_position (context);

  if (parser->node != NULL && parser->node->_private != NULL)
    {
      guint index = GPOINTER_TO_UINT (parser->node->_private) - 1;
      RoadmapXmlExtent *extent = &g_array_index (xml->extents, RoadmapXmlExtent, index);

      extent->end = position;
      extent->content_end = position > extent->content ? roadmap_parser_find_tag (context, position - 1) : position;
    }
  xmlSAX2EndElementNs (context, local_name, prefix, uri);
}

RoadmapXml *
roadmap_xml_parse (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (RoadmapXml) self = NULL;
  g_autoptr (xmlParserCtxt) parser = NULL;

  g_return_val_if_fail (bytes != NULL && g_bytes_get_size (bytes) <= G_MAXINT, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (RoadmapXml, 1);
  self->name = g_strdup (name);
  self->extents = g_array_new (FALSE, FALSE, sizeof (RoadmapXmlExtent));
  self->text = roadmap_encoding_to_utf8 (bytes, name, error);
  if (self->text == NULL)
    return NULL;

  parser = roadmap_parser_new (self->text, self->name, self);
  parser->sax->startElementNs = start_element_cb;
  parser->sax->endElementNs = end_element_cb;
  if (!roadmap_parser_run (parser, error))
    return NULL;
  self->tree = g_steal_pointer (&parser->myDoc);
  return g_steal_pointer (&self);
}

void
roadmap_xml_free (RoadmapXml *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_clear_pointer (&self->extents, g_array_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

const char *
roadmap_xml_get_name (RoadmapXml *self)
{
  return self->name;
}

xmlDoc *
roadmap_xml_get_tree (RoadmapXml *self)
{
  return self->tree;
}

xmlNode *
roadmap_xml_get_root (RoadmapXml *self)
{
  return xmlDocGetRootElement (self->tree);
}

const char *
roadmap_xml_get_text (RoadmapXml *self,
                      gsize      *size)
{
  return g_bytes_get_data (self->text, size);
}

const RoadmapXmlExtent *
roadmap_xml_get_extent (RoadmapXml    *self,
                        const xmlNode *element)
{
  guint index = GPOINTER_TO_UINT (element->_private);

  g_return_val_if_fail (index > 0, NULL);

  return &g_array_index (self->extents, RoadmapXmlExtent, index - 1);
}
