/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-paint.h"

#include "chart/paint.h"

/* Opens a drawing of @area of the view in which (@dx, @dy) of a scene lies in the corner. */
static cairo_t *
begin (const RoadmapSwimlanePort *port,
       GtkSnapshot               *snapshot,
       const RoadmapRect         *area,
       double                     dx,
       double                     dy)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  roadmap_set_colour (cr, &port->palette->background);
  cairo_paint (cr);
  cairo_translate (cr, area->x - dx, area->y - dy);
  return cr;
}

static void
paint_head (const RoadmapSwimlanePort *port,
            GtkSnapshot               *snapshot,
            RoadmapScene              *scene,
            const RoadmapRect         *area,
            double                     dx,
            double                     dy)
{
  RoadmapRect seen = { dx, dy, area->width, area->height };
  cairo_t *cr = begin (port, snapshot, area, dx, dy);

  roadmap_paint_scene (cr, scene, port->palette, &seen);
  cairo_destroy (cr);
}

static void
outline_selected_name (const RoadmapSwimlanePort *port,
                       GtkSnapshot               *snapshot,
                       const RoadmapRect         *area)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (port->state);
  RoadmapScene *names = roadmap_swimlane_get_names (port->layout);
  const RoadmapGroup *group = selected != NULL ? roadmap_scene_find_group (names, selected) : NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (area->x, area->y, area->width, area->height);
  cairo_t *cr;

  if (group == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, area->x, area->y - port->seen.y);
  cairo_rectangle (cr, group->bounds.x + 1.5, group->bounds.y + 1.5, group->bounds.width - 3, group->bounds.height - 3);
  roadmap_set_colour (cr, &port->palette->accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
roadmap_swimlane_paint_body (const RoadmapSwimlanePort *port,
                             GtkSnapshot               *snapshot)
{
  RoadmapRect area = { port->x, port->y, port->seen.width, port->seen.height };
  cairo_t *cr = begin (port, snapshot, &area, port->seen.x, port->seen.y);

  roadmap_paint_background (cr, roadmap_swimlane_get_body (port->layout), port->palette, &port->seen);
  cairo_destroy (cr);
}

void
roadmap_swimlane_paint_heads (const RoadmapSwimlanePort *port,
                              GtkSnapshot               *snapshot)
{
  RoadmapRect names = { 0, port->y, port->x, port->seen.height };
  RoadmapRect years = { port->x, 0, port->seen.width, port->y };
  RoadmapRect corner = { 0, 0, port->x, port->y };

  paint_head (port, snapshot, roadmap_swimlane_get_names (port->layout), &names, 0, port->seen.y);
  outline_selected_name (port, snapshot, &names);
  paint_head (port, snapshot, roadmap_swimlane_get_years (port->layout), &years, port->seen.x, 0);
  paint_head (port, snapshot, roadmap_swimlane_get_corner (port->layout), &corner, 0, 0);
}
