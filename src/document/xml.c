/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "document/encoding.h"
#include "document/place.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

struct _RoadmapXml
{
  char   *name;
  GBytes *text;
  xmlDoc *tree;
  GArray *extents; /* RoadmapXmlExtent; an element's _private is its index + 1 */
};

/* Rides along with libxml2's own context. */
typedef struct
{
  RoadmapXml *xml;
  GError     *error; /* the first one: later ones mostly follow from it */
} Parse;

static Parse *
get_parse (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

char *
roadmap_xml_dup_message (RoadmapXmlError *xml_error)
{
  char *message = g_strdup (xml_error->message != NULL ? xml_error->message : "");

  g_strstrip (g_strdelimit (message, "\n", ' '));
  if (g_str_has_suffix (message, "."))
    message[strlen (message) - 1] = '\0';
  return message;
}

static gboolean
is_at_end (void *context)
{
  return xmlByteConsumed (context) >= (long) g_bytes_get_size (get_parse (context)->xml->text);
}

static void
on_error_cb (void            *context,
             RoadmapXmlError *xml_error)
{
  Parse *parse = get_parse (context);
  const char *name = parse->xml->name;
  g_autofree char *message = roadmap_xml_dup_message (xml_error);

  /* A namespace that is no URI is still a name. */
  if (parse->error != NULL || xml_error->level < XML_ERR_ERROR || xml_error->code == XML_WAR_NS_URI)
    return;

  if (is_at_end (context) && xml_error->code != XML_ERR_TAG_NAME_MISMATCH)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, name, xml_error->line,
                          _("the file ends too early (%s); it was cut off: get it again, or open a backup"), message);
  else if (xml_error->code == XML_ERR_DOCUMENT_EMPTY)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, name, xml_error->line,
                          _("this is not an XML file; choose a roadmap, which begins with <?xml"));
  else
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, name, xml_error->line,
                          _("this is not well-formed XML (%s); correct it, or open a backup of the file"), message);
}

/* A document type declaration is the door to outside files and to texts that grow without end; roadmaps need none. */
static void
refuse_doctype_cb (void          *context,
                   const xmlChar *name,
                   const xmlChar *external_id,
                   const xmlChar *system_id)
{
  Parse *parse = get_parse (context);

  if (parse->error == NULL)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->xml->name,
                          ((xmlParserCtxt *) context)->input->line,
                          _("a roadmap must not have a <!DOCTYPE> declaration; remove it"));
  xmlStopParser (context);
}

static gsize
find_tag_start (const char *text,
                gsize       end)
{
  while (text[end] != '<')
    end--;
  return end;
}

/* libxml2 stands before the ">" or "/>" of the start tag.  The tag is found by going back: "<" cannot stand in one. */
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
  RoadmapXml *xml = get_parse (context)->xml;
  gsize size;
  const char *text = roadmap_xml_get_text (xml, &size);
  gsize position = xmlByteConsumed (parser);
  RoadmapXmlExtent extent = { 0 };

  xmlSAX2StartElementNs (context, local_name, prefix, uri, n_namespaces, namespaces,
                         n_attributes, n_defaulted, attributes);
  /* In a file that is cut off, or nested too deeply, there may be no ">" or no new node; the error is still to come. */
  if (position >= size || parser->node == NULL || parser->node->_private != NULL)
    return;

  extent.start = find_tag_start (text, position);
  extent.content = position + (text[position] == '/' ? 2 : 1);
  extent.line = parser->input->line + 1 - roadmap_count_line (text + extent.start, position - extent.start);
  g_array_append_val (xml->extents, extent);
  parser->node->_private = GUINT_TO_POINTER (xml->extents->len);
}

/* libxml2 stands behind the end tag, or behind the "/>". */
static void
end_element_cb (void          *context,
                const xmlChar *local_name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  xmlParserCtxt *parser = context;
  RoadmapXml *xml = get_parse (context)->xml;
  gsize position = xmlByteConsumed (parser);

  if (parser->node != NULL && parser->node->_private != NULL)
    {
      guint index = GPOINTER_TO_UINT (parser->node->_private) - 1;
      RoadmapXmlExtent *extent = &g_array_index (xml->extents, RoadmapXmlExtent, index);

      extent->end = position;
      extent->content_end = position > extent->content
                            ? find_tag_start (roadmap_xml_get_text (xml, NULL), position - 1)
                            : position;
    }
  xmlSAX2EndElementNs (context, local_name, prefix, uri);
}

static xmlParserCtxt *
create_parser (Parse *parse)
{
  gsize size;
  const char *text = roadmap_xml_get_text (parse->xml, &size);
  xmlParserCtxt *parser = xmlCreateMemoryParserCtxt (text, size);

  if (parser == NULL)
    g_error ("libxml2 could not create a parser");

  /* The encoding has been dealt with, and a second conversion would move the bytes that extents count. */
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser->_private = parse;
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->serror = on_error_cb;
  parser->sax->internalSubset = refuse_doctype_cb;
  parser->sax->startElementNs = start_element_cb;
  parser->sax->endElementNs = end_element_cb;
  return parser;
}

RoadmapXml *
roadmap_xml_parse (GBytes      *bytes,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (RoadmapXml) self = NULL;
  g_autoptr (xmlParserCtxt) parser = NULL;
  Parse parse = { 0 };

  g_return_val_if_fail (bytes != NULL && g_bytes_get_size (bytes) <= G_MAXINT, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (RoadmapXml, 1);
  self->name = g_strdup (name);
  self->extents = g_array_new (FALSE, FALSE, sizeof (RoadmapXmlExtent));
  self->text = roadmap_encoding_to_utf8 (bytes, name, error);
  if (self->text == NULL)
    return NULL;

  parse.xml = self;
  parser = create_parser (&parse);
  xmlParseDocument (parser);
  self->tree = g_steal_pointer (&parser->myDoc);
  if (parse.error == NULL && (!parser->wellFormed || roadmap_xml_get_root (self) == NULL))
    roadmap_set_error_at (&parse.error, ROADMAP_ERROR_SYNTAX, name, 1,
                          _("this is not well-formed XML; open a backup of the file"));
  if (parse.error == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, parse.error);
  return NULL;
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
