/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* A run of libxml2's parser over a file that comes from outside and is not trusted: nothing is fetched, a document type
 * declaration (and with it every entity of the file's own) is refused, and libxml2's limits on depth and length stay in
 * force.  What goes wrong becomes a ROADMAP_ERROR_SYNTAX with a sentence for people.
 *
 * @text is in UTF-8 and stays with the caller, as do @name, the file's name in messages, and @client, which callbacks get
 * back from roadmap_parser_get_client().  Set the callbacks in parser->sax. */
xmlParserCtxt *roadmap_parser_new          (GBytes         *text,
                                            const char     *name,
                                            gpointer        client);
void           roadmap_parser_free         (xmlParserCtxt  *parser);
gboolean       roadmap_parser_run          (xmlParserCtxt  *parser,
                                            GError        **error);

/* For callbacks, which get the parser as @context. */
gpointer       roadmap_parser_get_client   (void           *context);
/* Where the parser stands in the text, in bytes: before the ">" or "/>" of a start tag, behind that of an end tag. */
gsize          roadmap_parser_get_position (void           *context);
/* The "<" before @end, the nearest one: it cannot stand in a tag. */
gsize          roadmap_parser_find_tag     (void           *context,
                                            gsize           end);
/* The line, from 1, of the start tag that begins at @start and which the parser has read. */
guint          roadmap_parser_get_tag_line (void           *context,
                                            gsize           start);

/* What libxml2 hands to error handlers; const since 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError RoadmapXmlError;
#else
typedef xmlError RoadmapXmlError;
#endif
/* Its message without what belongs to a log: the line feed, a full stop.  (transfer full) */
char          *roadmap_xml_dup_message     (RoadmapXmlError *xml_error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, roadmap_parser_free)

G_END_DECLS
