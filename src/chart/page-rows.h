/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For pages: which rows of a chapter stand on a page, and their shapes. */

/* From one place in the rows to another, in a band of columns. */
typedef struct
{
  guint  row;   /* the first … */
  double from;  /* … and the height in it at which the page begins, */
  double shown; /* … with that which stands on earlier pages, as in chart/scene-slice.h */
  guint  last;  /* the last … */
  double to;    /* … and the height in it at which the page ends */
  double most;  /* no group is higher, unless it is cut */
  RoadmapReach band; /* of the body; without a width all of it */
} RoadmapPageRows;

/* (transfer full): what stands beside a row, the whole of it or the piece on the page. */
RoadmapScene *roadmap_page_rows_create_names (const RoadmapPageRows *self,
                                              RoadmapSheet          *sheet,
                                              guint                  row);
/* How high the row is on the page: as high as the piece of it, or as its names. */
double        roadmap_page_rows_get_height   (const RoadmapPageRows *self,
                                              RoadmapSheet          *sheet,
                                              guint                  row);
/* Adds names and bodies with the upper left corner at (@x, @y); returns the height of all. */
double        roadmap_page_rows_add          (const RoadmapPageRows *self,
                                              RoadmapSheet          *sheet,
                                              RoadmapScene          *scene,
                                              double                 x,
                                              double                 y);
/* Frees what the sheet has laid out for them, but for a row that goes on. */
void          roadmap_page_rows_forget       (const RoadmapPageRows *self,
                                              RoadmapSheet          *sheet);

G_END_DECLS
