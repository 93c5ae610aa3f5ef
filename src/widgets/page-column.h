/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/pages.h"

G_BEGIN_DECLS

/* Pages one below another, for a GtkScrolledWindow.  Only what is in view is painted, and only for pages in view there
 * are children: a RoadmapPageCell each, by which a screen reader finds them.  One of the pages is the current one: the
 * one that was gone to last, or that most is seen of after scrolling.  The focus, if it is here, is on it.
 *
 * Abstract: page-view shows the pages to be read, page-thumbnails to find one's way.
 *
 * Properties: those of GtkScrollable, and
 *   "page" uint: the current page, from 0; setting it scrolls there.
 *   "zoom" double, read-only: pixels a point is large at present. */

#define ROADMAP_TYPE_PAGE_COLUMN (roadmap_page_column_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoadmapPageColumn, roadmap_page_column, ROADMAP, PAGE_COLUMN, GtkWidget)

struct _RoadmapPageColumnClass
{
  GtkWidgetClass parent_class;

  int      margin;   /* pixels around and between pages */
  gboolean numbered; /* pages have their number below */
  gboolean follows;  /* the current page is the one that is read, not one that was chosen: it follows scrolling,
                      * goes to the top when it is gone to, and its links can be followed */

  /* How many pixels a point is large, where a page and the margin on both sides should go into this much. */
  double (* get_zoom) (RoadmapPageColumn  *self,
                       const RoadmapPaper *paper,
                       int                 width,
                       int                 height);
};

/* @pages NULL: none.  The current page stays, if it is still there. */
void          roadmap_page_column_set_pages (RoadmapPageColumn *self,
                                             RoadmapPages      *pages);
RoadmapPages *roadmap_page_column_get_pages (RoadmapPageColumn *self);
/* 0 without pages. */
guint         roadmap_page_column_get_n_pages (RoadmapPageColumn *self);

guint         roadmap_page_column_get_page  (RoadmapPageColumn *self);
/* Goes to the page, or the last one if there are fewer. */
void          roadmap_page_column_set_page  (RoadmapPageColumn *self,
                                             guint              page);
/* Goes to a place on the page, points from its upper edge. */
void          roadmap_page_column_go_to     (RoadmapPageColumn *self,
                                             guint              page,
                                             double             y);
double        roadmap_page_column_get_zoom  (RoadmapPageColumn *self);

/* For subclasses. */

/* The zoom is about to be another; what is at (@x, @y) of the widget stays there. */
void          roadmap_page_column_queue_zoom (RoadmapPageColumn *self,
                                              double             x,
                                              double             y);
/* Goes on reading by a share of what is seen at a time, backwards if negative (widgets/page-geometry.h). */
void          roadmap_page_column_read_on   (RoadmapPageColumn *self,
                                             double             share);
/* Goes that many pages on. */
void          roadmap_page_column_step      (RoadmapPageColumn *self,
                                             int                step);
/* Scrolls by pixels. */
void          roadmap_page_column_scroll    (RoadmapPageColumn *self,
                                             double             dx,
                                             double             dy);
/* The page at a point of the widget; FALSE if there is none. */
gboolean      roadmap_page_column_find      (RoadmapPageColumn *self,
                                             double             x,
                                             double             y,
                                             guint             *page);
G_END_DECLS
