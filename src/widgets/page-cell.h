/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/page-link.h"
#include "widgets/page-tiles.h"

G_BEGIN_DECLS

/* One page in a RoadmapPageColumn: its picture on a sheet of paper, and for a thumbnail its number below.  It can
 * have the focus, and has a name and a description for screen readers. */

#define ROADMAP_TYPE_PAGE_CELL (roadmap_page_cell_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPageCell, roadmap_page_cell, ROADMAP, PAGE_CELL, GtkWidget)

/* @tiles must outlive it. */
GtkWidget *roadmap_page_cell_new         (RoadmapPageTiles      *tiles,
                                          gboolean               numbered);

guint      roadmap_page_cell_get_page    (RoadmapPageCell       *self);
/* @name and @description (nullable) are for screen readers. */
void       roadmap_page_cell_set_page    (RoadmapPageCell       *self,
                                          guint                  page,
                                          guint                  n_pages,
                                          const char            *name,
                                          const char            *description);
/* Over the picture of the page, whose paper is @width points wide; without links, there are none any more. */
void       roadmap_page_cell_set_links   (RoadmapPageCell       *self,
                                          double                 width,
                                          GPtrArray             *links);
/* The size of the paper, and what is seen of it, in pixels. */
void       roadmap_page_cell_show        (RoadmapPageCell       *self,
                                          int                    width,
                                          int                    height,
                                          const graphene_rect_t *seen);
void       roadmap_page_cell_set_current (RoadmapPageCell       *self,
                                          gboolean               current);
/* How high the number is, and the space above it; 0 without one. */
int        roadmap_page_cell_get_foot    (RoadmapPageCell       *self);

G_END_DECLS
