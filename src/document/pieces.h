/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/xml.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* What has to happen to the content of one item's element so that it says what the item says now. */

/* Something that the element does not have at this place: an item, or a value. */
typedef struct
{
  RoadmapItem        *item;
  const RoadmapField *field;
  const char         *language;
  const char         *value;
} RoadmapAddition;

/* A child element.  The first piece has none: it is the start tag of the element around. */
typedef struct
{
  const xmlNode          *element;
  const RoadmapXmlExtent *extent;
  RoadmapItem            *item;     /* what it is to hold: an item … */
  const RoadmapField     *field;    /* … or a value of this field … */
  char                   *language; /* … and language; neither if it is not ours */
  const char             *value;    /* the new value, or NULL if it stays as it is */
  gboolean                gone;     /* it is no more, or no more here */
  gsize                   line_start, line_end; /* of its lines if it has them to itself; otherwise both 0 */
  GArray                 *additions; /* RoadmapAddition, in order, that come behind it; NULL for none */
} RoadmapPiece;

/* (transfer full): the pieces of @element, an element that holds @item, in the order of the file. */
GPtrArray *roadmap_pieces_list           (RoadmapXml    *xml,
                                          const xmlNode *element,
                                          Roadmap       *roadmap,
                                          RoadmapItem   *item);
gboolean   roadmap_pieces_have_additions (GPtrArray     *pieces);
gboolean   roadmap_pieces_have_gone      (GPtrArray     *pieces);

G_END_DECLS
