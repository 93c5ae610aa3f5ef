/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* The roadmap as people read it, which is not quite how it is written down: a measure stands under each roadblock it
 * serves and a bar under each of its measures, so one item can stand in several places.  An item that fills a link with
 * ROADMAP_FIELD_NESTS stands under the items it links to by the first such field that leads to items of the same parent;
 * any other under its parent, so that each item stands somewhere.
 *
 * An outline shows stages, lanes, roadblocks, measures, bars and milestones, and leaves out what is only said about
 * them (issues, notes, remarks, follow-ups …). */

/* Whether items of this kind stand in an outline. */
gboolean   roadmap_outline_shows     (RoadmapItem *item);
/* Whether items of this kind have others under them that only link to them. */
gboolean   roadmap_outline_gathers   (RoadmapItem *item);
/* (transfer container): what stands directly under @item, in the order of the file. */
GPtrArray *roadmap_outline_children  (Roadmap     *roadmap,
                                      RoadmapItem *item);
/* (transfer container): the items that @item stands directly under; empty only for the outermost. */
GPtrArray *roadmap_outline_places    (Roadmap     *roadmap,
                                      RoadmapItem *item);
/* Whether @item stands somewhere under @top. */
gboolean   roadmap_outline_holds     (Roadmap     *roadmap,
                                      RoadmapItem *top,
                                      RoadmapItem *item);
/* (transfer container): the items from below @top down to @item itself, along the first place under @top that @item
 * stands in; empty if it does not stand there. */
GPtrArray *roadmap_outline_path      (Roadmap     *roadmap,
                                      RoadmapItem *top,
                                      RoadmapItem *item);

G_END_DECLS
