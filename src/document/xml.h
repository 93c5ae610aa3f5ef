/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* A parsed XML file whose elements know where they stand in its bytes; parsed with the caution of document/parser.h. */
typedef struct _RoadmapXml RoadmapXml;

/* Where an element stands, in bytes from the start of the file:
 *
 *     <title xml:lang="en">Roadmap</title>     <title/>
 *     start                content            start
 *                                 content_end         content, content_end and end are the same
 *                                         end
 */
typedef struct
{
  gsize start;
  gsize content;
  gsize content_end;
  gsize end;
  guint line; /* of start, from 1 */
} RoadmapXmlExtent;

/* Parses @bytes, in any encoding that roadmap_encoding_to_utf8() takes.  @name is the file's name in messages.
 * Fails with ROADMAP_ERROR_SYNTAX. */
RoadmapXml             *roadmap_xml_parse      (GBytes         *bytes,
                                                const char     *name,
                                                GError        **error);
void                    roadmap_xml_free       (RoadmapXml     *self);

const char             *roadmap_xml_get_name   (RoadmapXml     *self);
xmlDoc                 *roadmap_xml_get_tree   (RoadmapXml     *self);
xmlNode                *roadmap_xml_get_root   (RoadmapXml     *self);
/* The file's text in UTF-8, which extents count in; not ended by NUL.  @size may be NULL. */
const char             *roadmap_xml_get_text   (RoadmapXml     *self,
                                                gsize          *size);
const RoadmapXmlExtent *roadmap_xml_get_extent (RoadmapXml     *self,
                                                const xmlNode  *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapXml, roadmap_xml_free)

G_END_DECLS
