/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/xml.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* What an element of a roadmap file stands for.  Reader and writer both ask here, so that what is read and what is
 * rewritten cannot drift apart.  An element that is neither an item nor a value is not ours: it is skipped, and
 * stays. */

#define ROADMAP_ELEMENT_NAMESPACE "https://koteihyo.org/ns/roadmap"
#define ROADMAP_ELEMENT_VERSION   1
/* The outermost element of a fragment (document/fragment.h). */
#define ROADMAP_ELEMENT_FRAGMENT  "fragment"

/* What an element of our namespace with this name is; the same as the two functions below say of a node. */
const RoadmapKind  *roadmap_element_find_kind     (const char         *name,
                                                   const RoadmapKind  *parent);
const RoadmapField *roadmap_element_find_field    (const char         *name,
                                                   const RoadmapKind  *parent);
/* Whether a value with this xml:lang (NULL: none) is in the document's own language; tags do not differ by the case of
 * their letters. */
gboolean            roadmap_element_is_own        (const char         *language,
                                                   const char         *document_language);
/* The value of a MARKUP field between these two places of the text.  Line ends are LF, as in all XML. */
char               *roadmap_element_dup_markup    (const char         *start,
                                                   const char         *end);

gboolean            roadmap_element_is_ours       (const xmlNode      *element);
/* The kind of the item that @element is when it stands in an item of @parent (NULL: outermost); NULL if it is none. */
const RoadmapKind  *roadmap_element_get_kind      (const xmlNode      *element,
                                                   const RoadmapKind  *parent);
/* The field that @element holds a value of when it stands in an item of @parent; NULL if it holds none. */
const RoadmapField *roadmap_element_get_field     (const xmlNode      *element,
                                                   const RoadmapKind  *parent);
/* The language of such an element, or NULL for the document's own, which is @document_language. */
char               *roadmap_element_dup_language  (const xmlNode      *element,
                                                   const char         *document_language);
/* The value it holds: the decoded text, or the XML between the tags for a MARKUP field.  Line ends are LF, as in all
 * XML. */
char               *roadmap_element_dup_value     (RoadmapXml         *xml,
                                                   const xmlNode      *element,
                                                   const RoadmapField *field);
/* The value of an attribute without a namespace, decoded; NULL if there is none. */
char               *roadmap_element_dup_attribute (const xmlNode      *element,
                                                   const char         *name);

G_END_DECLS
