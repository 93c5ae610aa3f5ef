/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/parser.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "document/place.h"

#define MAX_ATTRIBUTES 10000

/* Rides along with libxml2's own context. */
typedef struct
{
  const char *name;
  const char *text;
  gsize       size;
  gsize       handed_over; /* how much of it the parser has got */
  guint       n_equals;    /* in pieces that were handed over since a "<" */
  gpointer    client;
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
  /* It may quote the file, and cut the quotation in the middle of a character. */
  char *message = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);

  g_strstrip (g_strdelimit (message, "\n", ' '));
  if (g_str_has_suffix (message, "."))
    message[strlen (message) - 1] = '\0';
  return message;
}

static gboolean
is_at_end (void *context)
{
  return roadmap_parser_get_position (context) >= get_parse (context)->size;
}

static void
on_error_cb (void            *context,
             RoadmapXmlError *xml_error)
{
  Parse *parse = get_parse (context);
  g_autofree char *message = roadmap_xml_dup_message (xml_error);

  /* A namespace that is no URI is still a name. */
  if (parse->error != NULL || xml_error->level < XML_ERR_ERROR || xml_error->code == XML_WAR_NS_URI)
    return;

  if (is_at_end (context) && xml_error->code != XML_ERR_TAG_NAME_MISMATCH)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name, xml_error->line,
                          _("the file ends too early (%s); it was cut off: get it again, or open a backup"), message);
  else if (xml_error->code == XML_ERR_DOCUMENT_EMPTY)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name, xml_error->line,
                          _("this is not an XML file; choose a roadmap, which begins with <?xml"));
  else
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name, xml_error->line,
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
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name, ((xmlParserCtxt *) context)->input->line,
                          _("a roadmap must not have a <!DOCTYPE> declaration; remove it"));
  xmlStopParser (context);
}

/* libxml2 compares each attribute of a tag with all others.  A "<" cannot stand in a tag, so where none comes any more,
 * the equals signs are attributes, or a text nobody would write. */
static gboolean
has_too_many_attributes (Parse *parse,
                         gsize  size)
{
  const char *piece = parse->text + parse->handed_over;

  if (memchr (piece, '<', size) != NULL)
    parse->n_equals = 0;
  else
    for (gsize i = 0; i < size; i++)
      parse->n_equals += piece[i] == '=';
  return parse->n_equals > MAX_ATTRIBUTES;
}

/* libxml2 would copy the whole of a text in memory; by the piece it keeps only what it is looking at. */
static int
read_cb (void *data,
         char *buffer,
         int   length)
{
  Parse *parse = data;
  gsize size = MIN ((gsize) length, parse->size - parse->handed_over);

  if (has_too_many_attributes (parse, size))
    {
      if (parse->error == NULL)
        roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name,
                              roadmap_count_line (parse->text, parse->handed_over),
                              _("an element here has too many attributes to be part of a roadmap; open another file"));
      return -1;
    }
  memcpy (buffer, parse->text + parse->handed_over, size);
  parse->handed_over += size;
  return size;
}

xmlParserCtxt *
roadmap_parser_new (GBytes     *text,
                    const char *name,
                    gpointer    client)
{
  Parse *parse = g_new0 (Parse, 1);
  xmlParserCtxt *parser;

  g_return_val_if_fail (g_bytes_get_size (text) <= G_MAXINT, NULL);

  parse->name = name;
  parse->text = g_bytes_get_data (text, &parse->size);
  parse->client = client;
  parser = xmlCreateIOParserCtxt (NULL, NULL, read_cb, NULL, parse, XML_CHAR_ENCODING_NONE);
  if (parser == NULL)
    g_error ("libxml2 could not create a parser");

  /* The encoding has been dealt with, and a second conversion would move the bytes that places in the text count. */
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  parser->_private = parse;
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->serror = on_error_cb;
  parser->sax->internalSubset = refuse_doctype_cb;
  return parser;
}

void
roadmap_parser_free (xmlParserCtxt *parser)
{
  Parse *parse = get_parse (parser);

  g_clear_error (&parse->error);
  g_free (parse);
  g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  xmlFreeParserCtxt (parser);
}

gboolean
roadmap_parser_run (xmlParserCtxt  *parser,
                    GError        **error)
{
  Parse *parse = get_parse (parser);

  xmlParseDocument (parser);
  if (parse->error == NULL && !parser->wellFormed)
    roadmap_set_error_at (&parse->error, ROADMAP_ERROR_SYNTAX, parse->name, 1,
                          _("this is not well-formed XML; open a backup of the file"));
  if (parse->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&parse->error));
  return FALSE;
}

gpointer
roadmap_parser_get_client (void *context)
{
  return get_parse (context)->client;
}

gsize
roadmap_parser_get_position (void *context)
{
  return xmlByteConsumed (context);
}

gsize
roadmap_parser_find_tag (void  *context,
                         gsize  end)
{
  const char *text = get_parse (context)->text;

  end = MIN (end, get_parse (context)->size - 1);
  while (text[end] != '<')
    end--;
  return end;
}

guint
roadmap_parser_get_tag_line (void  *context,
                             gsize  start)
{
  Parse *parse = get_parse (context);
  gsize position = MIN (roadmap_parser_get_position (context), parse->size);

  return ((xmlParserCtxt *) context)->input->line + 1 - roadmap_count_line (parse->text + start, position - start);
}
