/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/box-path.h"

/* The right side of a box, from the top down; the current point is the end of its upper edge. */
static void
trace_right (cairo_t           *cr,
             const RoadmapRect *rect,
             double             radius,
             double             head,
             RoadmapShapeFlags  flags)
{
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  if (flags & ROADMAP_SHAPE_OPEN_END)
    {
      cairo_line_to (cr, right - head, rect->y);
      cairo_line_to (cr, right, rect->y + rect->height / 2);
      cairo_line_to (cr, right - head, bottom);
    }
  else if (flags & ROADMAP_SHAPE_ENDS_AFTER)
    {
      cairo_line_to (cr, right, rect->y);
      cairo_line_to (cr, right - head, rect->y + rect->height / 2);
      cairo_line_to (cr, right, bottom);
    }
  else
    {
      cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
      cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
    }
}

/* The left side, from the bottom up. */
static void
trace_left (cairo_t           *cr,
            const RoadmapRect *rect,
            double             radius,
            double             head,
            RoadmapShapeFlags  flags)
{
  double bottom = rect->y + rect->height;

  if (flags & ROADMAP_SHAPE_BEGINS_BEFORE)
    {
      cairo_line_to (cr, rect->x, bottom);
      cairo_line_to (cr, rect->x + head, rect->y + rect->height / 2);
      cairo_line_to (cr, rect->x, rect->y);
    }
  else
    {
      cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
      cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
    }
}

void
roadmap_trace_box (cairo_t            *cr,
                   const RoadmapShape *shape,
                   const RoadmapRect  *rect,
                   double              radius)
{
  double head = roadmap_shape_get_head (shape);

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  cairo_new_sub_path (cr);
  trace_right (cr, rect, radius, head, shape->flags);
  trace_left (cr, rect, radius, head, shape->flags);
  cairo_close_path (cr);
}

void
roadmap_trace_diamond (cairo_t           *cr,
                       const RoadmapRect *rect)
{
  cairo_move_to (cr, rect->x + rect->width / 2, rect->y);
  cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height / 2);
  cairo_line_to (cr, rect->x + rect->width / 2, rect->y + rect->height);
  cairo_line_to (cr, rect->x, rect->y + rect->height / 2);
  cairo_close_path (cr);
}
