/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/page-cell.h"
#include "widgets/page-column.h"
#include "widgets/page-geometry.h"

G_BEGIN_DECLS

/* For page-column.c: its children, a RoadmapPageCell for each page in view, in the order of the pages, which is that of a
 * screen reader.  One of all pages is the current one; if the focus is on a cell, it is on that of the current page. */

typedef struct _RoadmapPageCells RoadmapPageCells;

/* @column and @tiles must outlive it. */
RoadmapPageCells *roadmap_page_cells_new         (RoadmapPageColumn         *column,
                                                  RoadmapPageTiles          *tiles);
/* After roadmap_page_cells_remove(). */
void              roadmap_page_cells_free        (RoadmapPageCells          *self);

/* What the cells show; NULL: none, and then no cells are made. */
void              roadmap_page_cells_set_pages   (RoadmapPageCells          *self,
                                                  RoadmapPages              *pages);
/* Whether there are cells for the pages up to @last, and no others. */
gboolean          roadmap_page_cells_are_of      (RoadmapPageCells          *self,
                                                  guint                      first,
                                                  guint                      last);
/* Makes them so; a cell that there is already stays. */
void              roadmap_page_cells_make        (RoadmapPageCells          *self,
                                                  guint                      first,
                                                  guint                      last);
void              roadmap_page_cells_remove      (RoadmapPageCells          *self);
gboolean          roadmap_page_cells_are_none    (RoadmapPageCells          *self);

guint             roadmap_page_cells_get_current (RoadmapPageCells          *self);
/* The focus, if a cell has it, goes with the current page, so that a screen reader says which it is. */
void              roadmap_page_cells_set_current (RoadmapPageCells          *self,
                                                  guint                      page);
/* Gives the focus to the current page, as soon as that has a cell. */
gboolean          roadmap_page_cells_grab_focus  (RoadmapPageCells          *self);
/* Gives the focus to the current page if that has a cell. */
gboolean          roadmap_page_cells_focus       (RoadmapPageCells          *self);

/* What stands below a page, in pixels (widgets/page-cell.h); 0 without cells. */
int               roadmap_page_cells_get_foot    (RoadmapPageCells          *self);
/* Allocates the cells of the pages up to @last, which are seen, in a column that is scrolled to (@x, @y); others are hidden. */
void              roadmap_page_cells_place       (RoadmapPageCells          *self,
                                                  const RoadmapPageGeometry *geometry,
                                                  double                     x,
                                                  double                     y,
                                                  guint                      first,
                                                  guint                      last);
/* Hides all. */
void              roadmap_page_cells_hide        (RoadmapPageCells          *self);

G_END_DECLS
