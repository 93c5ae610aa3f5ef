/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where pages of one size stand, one below another.  Lengths are pixels from the corner of all of it; pages count from
 * 0, and there is at least one.
 *
 * A page is turned to when its upper margin is at the upper edge of the view. */

typedef struct
{
  guint n_pages;
  int   width;       /* of a page … */
  int   height;
  int   foot;        /* … and what stands below it */
  int   margin;      /* around and between pages */
  int   view_width;  /* what is seen at a time */
  int   view_height;
} RoadmapPageGeometry;

/* A point on pages of whatever size, in shares of a page; the whole part of y is the page. */
typedef struct
{
  double x;
  double y;
} RoadmapPagePlace;

double           roadmap_page_geometry_get_width    (const RoadmapPageGeometry *self);
double           roadmap_page_geometry_get_height   (const RoadmapPageGeometry *self);
/* The left edge of pages, which stand in the middle of a wider view. */
double           roadmap_page_geometry_get_left     (const RoadmapPageGeometry *self);
double           roadmap_page_geometry_get_top      (const RoadmapPageGeometry *self,
                                                     guint                      page);
/* The upper edge of the view when @page is turned to. */
double           roadmap_page_geometry_get_turned   (const RoadmapPageGeometry *self,
                                                     guint                      page);

RoadmapPagePlace roadmap_page_geometry_find_place   (const RoadmapPageGeometry *self,
                                                     double                     x,
                                                     double                     y);
/* The other way round. */
void             roadmap_page_geometry_find_point   (const RoadmapPageGeometry *self,
                                                     RoadmapPagePlace           place,
                                                     double                    *x,
                                                     double                    *y);
/* Whether a place lies on a page or its foot, not between two or beside them. */
gboolean         roadmap_page_geometry_is_on_page   (const RoadmapPageGeometry *self,
                                                     RoadmapPagePlace           place);

/* With the upper edge of the view at @y: the pages in it, and the one that most is seen of, of several the first. */
void             roadmap_page_geometry_find_seen    (const RoadmapPageGeometry *self,
                                                     double                     y,
                                                     guint                     *first,
                                                     guint                     *last);
guint            roadmap_page_geometry_find_most_seen (const RoadmapPageGeometry *self,
                                                       double                     y);
/* Where reading goes on from @y by a share of the view, backwards if negative: not past the top of the next page,
 * nor of the one that is being read. */
double           roadmap_page_geometry_read_on      (const RoadmapPageGeometry *self,
                                                     double                     y,
                                                     double                     share);

G_END_DECLS
