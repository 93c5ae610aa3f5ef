/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-geometry.h"

#include <math.h>

/* From the top of one page to that of the next. */
static double
get_step (const RoadmapPageGeometry *self)
{
  return MAX (1, self->height + self->foot + self->margin);
}

double
roadmap_page_geometry_get_width (const RoadmapPageGeometry *self)
{
  return self->width + 2 * self->margin;
}

double
roadmap_page_geometry_get_height (const RoadmapPageGeometry *self)
{
  return self->margin + self->n_pages * get_step (self);
}

double
roadmap_page_geometry_get_left (const RoadmapPageGeometry *self)
{
  return MAX (self->margin, (self->view_width - self->width) / 2);
}

double
roadmap_page_geometry_get_top (const RoadmapPageGeometry *self,
                               guint                      page)
{
  return self->margin + page * get_step (self);
}

double
roadmap_page_geometry_get_turned (const RoadmapPageGeometry *self,
                                  guint                      page)
{
  return page * get_step (self);
}

RoadmapPagePlace
roadmap_page_geometry_find_place (const RoadmapPageGeometry *self,
                                  double                     x,
                                  double                     y)
{
  return (RoadmapPagePlace) {
    .x = (x - roadmap_page_geometry_get_left (self)) / MAX (1, self->width),
    .y = MAX (0, y - self->margin) / get_step (self),
  };
}

void
roadmap_page_geometry_find_point (const RoadmapPageGeometry *self,
                                  RoadmapPagePlace           place,
                                  double                    *x,
                                  double                    *y)
{
  *x = place.x * self->width + roadmap_page_geometry_get_left (self);
  *y = place.y * get_step (self) + self->margin;
}

gboolean
roadmap_page_geometry_is_on_page (const RoadmapPageGeometry *self,
                                  RoadmapPagePlace           place)
{
  return place.x >= 0 && place.x <= 1 && place.y < self->n_pages &&
         (place.y - floor (place.y)) * get_step (self) <= self->height + self->foot;
}

void
roadmap_page_geometry_find_seen (const RoadmapPageGeometry *self,
                                 double                     y,
                                 guint                     *first,
                                 guint                     *last)
{
  double from = y - self->margin;

  *first = CLAMP (floor (from / get_step (self)), 0, self->n_pages - 1);
  *last = CLAMP (floor ((from + self->view_height) / get_step (self)), *first, self->n_pages - 1);
}

guint
roadmap_page_geometry_find_most_seen (const RoadmapPageGeometry *self,
                                      double                     y)
{
  double most = 0;
  guint first, last, best;

  roadmap_page_geometry_find_seen (self, y, &first, &last);
  best = first;
  for (guint page = first; page <= last; page++)
    {
      double top = roadmap_page_geometry_get_top (self, page);
      double seen = MIN (y + self->view_height, top + self->height) - MAX (y, top);

      if (seen > most)
        {
          most = seen;
          best = page;
        }
    }
  return best;
}

double
roadmap_page_geometry_read_on (const RoadmapPageGeometry *self,
                               double                     y,
                               double                     share)
{
  double target = y + share * self->view_height;
  guint page = CLAMP (floor ((y + 0.5) / get_step (self)), 0, self->n_pages - 1);
  double turned = roadmap_page_geometry_get_turned (self, page);

  if (share >= 0)
    return page + 1 < self->n_pages ? MIN (target, turned + get_step (self)) : target;
  /* From the top of a page to that of the one before it, if so much is seen at a time. */
  if (y < turned + 0.5)
    turned -= get_step (self);
  return MAX (0, MAX (target, turned));
}
