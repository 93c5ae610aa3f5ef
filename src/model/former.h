/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Former wording: an item of kind "former" stands in the item whose field an edition changed.  It names the field and the
 * edition that changed it ("until"), and holds what was there before in "text", in each language it was there in; without
 * a text, nothing was.  Its own "edition", if it has one, is the one before in which the field had been changed already.
 *
 * What stood in an item is kept alike, when an edition took out or moved something of it: the field is then called
 * ROADMAP_FORMER_CHILDREN, and the text has the ids of the child items in their order. */

#define ROADMAP_FORMER_CHILDREN "children"

/* Whether an amendment keeps what was in the field. */
gboolean     roadmap_field_is_kept      (const RoadmapField *field);

/* What @edition keeps of @field of @item, or NULL if it did not change it. */
RoadmapItem *roadmap_former_find        (RoadmapItem        *item,
                                         const char         *field,
                                         RoadmapItem        *edition);
/* (transfer full): what @item says now in @field, for @edition to change; it belongs to no roadmap yet. */
RoadmapItem *roadmap_former_new         (Roadmap            *roadmap,
                                         RoadmapItem        *item,
                                         const char         *field,
                                         RoadmapItem        *edition);
/* Whether @item says now what @former keeps, in every language. */
gboolean     roadmap_former_is_current  (Roadmap            *roadmap,
                                         RoadmapItem        *former,
                                         RoadmapItem        *item);
/* Whether the edition that @former speaks of revised what was adopted, rather than its translation or its basis. */
gboolean     roadmap_former_is_revision (RoadmapItem        *former);

G_END_DECLS
