/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* What pages look like on a screen, in tiles that are painted when they are first seen and kept while they are near.  A
 * frame paints only as many as it has time for, but always one; until a tile is there, what was there before shows, in
 * another size, or the paper. */

typedef struct _RoadmapPageTiles RoadmapPageTiles;

RoadmapPageTiles *roadmap_page_tiles_new       (void);
void              roadmap_page_tiles_free      (RoadmapPageTiles      *self);

/* From now on, @pages (nullable: nothing) with @zoom pixels a point, and @scale pixels of the device a pixel. */
void              roadmap_page_tiles_set       (RoadmapPageTiles      *self,
                                                RoadmapPages          *pages,
                                                double                 zoom,
                                                int                    scale);
/* Adds to @snapshot what is @seen of the page, in pixels from its corner.  @frame is the time of the frame clock.
 * Returns FALSE if there was no time for all of it: draw again. */
gboolean          roadmap_page_tiles_snapshot  (RoadmapPageTiles      *self,
                                                GtkSnapshot           *snapshot,
                                                guint                  page,
                                                const graphene_rect_t *seen,
                                                gint64                 frame);
/* How many tiles are kept. */
guint             roadmap_page_tiles_count     (RoadmapPageTiles      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPageTiles, roadmap_page_tiles_free)

G_END_DECLS
