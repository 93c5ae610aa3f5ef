/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/xml.h"
#include "model/item.h"

G_BEGIN_DECLS

/* The text of one start tag, from "<" to ">", changed in place.  What is not asked for keeps its order, quotes and
 * spacing. */

/* Makes the attributes say what @item says, where they differ; @element is what the tag was parsed as.  A new attribute
 * goes to its place in the order of the schema. */
void roadmap_tag_update        (GString       *tag,
                                const xmlNode *element,
                                RoadmapItem   *item);
/* @prefix is NULL for the default namespace. */
void roadmap_tag_add_namespace (GString       *tag,
                                const char    *prefix,
                                const char    *uri);

gboolean roadmap_tag_is_empty  (const GString *tag);
/* Turns an empty-element tag into a start tag, and back; does nothing to a tag that is one already. */
void roadmap_tag_open          (GString       *tag);
void roadmap_tag_close         (GString       *tag);
/* Appends the end tag that goes with @tag to @out. */
void roadmap_tag_append_end    (const GString *tag,
                                GString       *out);

G_END_DECLS
