/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-block.h"

static RoadmapMapRegion *
get_region (RoadmapMapBlock *self,
            guint            index)
{
  return g_ptr_array_index (self->regions, index);
}

/* A cell that does not reach the edge of its region keeps away from it all the same, if nothing else stands between. */
static void
keep_apart (RoadmapMapGrid *grid,
            double          line,
            double          edge,
            double          pad)
{
  if (line < edge)
    roadmap_map_grid_add (grid, line, edge, pad);
}

static void
add_widths (RoadmapMapBlock  *self,
            RoadmapMapRegion *region,
            RoadmapMapFit     fit)
{
  double pad = roadmap_map_region_get_pad (region);

  roadmap_map_grid_add (self->columns, region->grid.x, region->grid.x + region->grid.width,
                        roadmap_map_region_get_min_width (region, fit));
  for (guint i = 0; i < region->cells->len; i++)
    {
      RoadmapMapCell *cell = g_ptr_array_index (region->cells, i);

      roadmap_map_grid_add (self->columns, cell->grid.x, cell->grid.x + cell->grid.width,
                            roadmap_map_cell_get_min_width (region, cell, fit));
      keep_apart (self->columns, region->grid.x, cell->grid.x, pad);
      keep_apart (self->columns, cell->grid.x + cell->grid.width, region->grid.x + region->grid.width, pad);
    }
  if (region->cells->len > 0)
    {
      roadmap_map_grid_pad (self->columns, region->grid.x, TRUE, pad);
      roadmap_map_grid_pad (self->columns, region->grid.x + region->grid.width, FALSE, pad);
    }
}

RoadmapMapBlock *
roadmap_map_block_new (GPtrArray     *regions,
                       RoadmapMapFit  fit)
{
  RoadmapMapBlock *self = g_new0 (RoadmapMapBlock, 1);

  self->regions = g_ptr_array_ref (regions);
  self->columns = roadmap_map_grid_new ();
  self->rows = roadmap_map_grid_new ();
  for (guint i = 0; i < regions->len; i++)
    add_widths (self, get_region (self, i), fit);
  return self;
}

void
roadmap_map_block_free (RoadmapMapBlock *self)
{
  roadmap_map_grid_free (self->columns);
  roadmap_map_grid_free (self->rows);
  g_ptr_array_unref (self->regions);
  g_free (self);
}

gboolean
roadmap_map_block_is_drawn (RoadmapMapBlock *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      if (!roadmap_map_region_is_drawn (get_region (self, i)))
        return FALSE;
      for (guint j = i + 1; j < self->regions->len; j++)
        if (roadmap_rect_overlaps (&get_region (self, i)->grid, &get_region (self, j)->grid))
          return FALSE;
    }
  return TRUE;
}

static double
get_width (RoadmapMapBlock   *self,
           const RoadmapRect *grid)
{
  return roadmap_map_grid_get (self->columns, grid->x + grid->width) - roadmap_map_grid_get (self->columns, grid->x);
}

/* The head of a region has the rows above its cells, or else those of the whole region; where cells begin in its first
 * row, they themselves leave room for it. */
static void
add_heights (RoadmapMapBlock  *self,
             RoadmapMapRegion *region)
{
  double first = roadmap_map_region_get_first (region);
  double pad = roadmap_map_region_get_pad (region);
  double height;

  roadmap_map_region_set_width (region, get_width (self, &region->grid));
  height = roadmap_map_region_get_head_need (region);
  roadmap_map_grid_add (self->rows, region->grid.y, region->grid.y + region->grid.height, height);
  if (first > region->grid.y)
    roadmap_map_grid_add (self->rows, region->grid.y, first, height);
  for (guint i = 0; i < region->cells->len; i++)
    {
      RoadmapMapCell *cell = g_ptr_array_index (region->cells, i);

      roadmap_map_grid_add (self->rows, cell->grid.y, cell->grid.y + cell->grid.height,
                            roadmap_map_cell_set_width (region, cell, get_width (self, &cell->grid)));
      keep_apart (self->rows, cell->grid.y + cell->grid.height, region->grid.y + region->grid.height, pad);
    }
  if (region->cells->len > 0)
    roadmap_map_grid_pad (self->rows, region->grid.y + region->grid.height, FALSE, pad);
}

double
roadmap_map_block_set_width (RoadmapMapBlock *self,
                             double           width)
{
  double needed = roadmap_map_grid_solve (self->columns, width);

  g_clear_pointer (&self->rows, roadmap_map_grid_free);
  self->rows = roadmap_map_grid_new ();
  for (guint i = 0; i < self->regions->len; i++)
    add_heights (self, get_region (self, i));
  return needed;
}

static RoadmapRect
get_place (RoadmapMapBlock   *self,
           const RoadmapRect *grid)
{
  double x = roadmap_map_grid_get (self->columns, grid->x);
  double y = roadmap_map_grid_get (self->rows, grid->y);

  return (RoadmapRect) { x, y, roadmap_map_grid_get (self->columns, grid->x + grid->width) - x,
                         roadmap_map_grid_get (self->rows, grid->y + grid->height) - y };
}

/* What the rows of the region's head have more than the highest of the heads that begin and end with it. */
static double
get_head_room (RoadmapMapBlock  *self,
               RoadmapMapRegion *region)
{
  double first = roadmap_map_region_get_first (region);
  double highest = 0;

  for (guint i = 0; i < self->regions->len; i++)
    {
      RoadmapMapRegion *other = get_region (self, i);

      if (other->grid.y == region->grid.y && roadmap_map_region_get_first (other) == first)
        highest = MAX (highest, roadmap_map_region_get_head_need (other));
    }
  return MAX (roadmap_map_grid_get (self->rows, first) - roadmap_map_grid_get (self->rows, region->grid.y) - highest, 0);
}

static void
set_places (RoadmapMapBlock  *self,
            RoadmapMapRegion *region)
{
  RoadmapRect place = get_place (self, &region->grid);

  roadmap_map_region_set_place (region, &place, get_head_room (self, region));
  for (guint i = 0; i < region->cells->len; i++)
    {
      RoadmapMapCell *cell = g_ptr_array_index (region->cells, i);

      place = get_place (self, &cell->grid);
      roadmap_map_cell_set_place (region, cell, &place);
    }
}

double
roadmap_map_block_set_height (RoadmapMapBlock *self,
                              double           height)
{
  double needed = roadmap_map_grid_solve (self->rows, height);

  for (guint i = 0; i < self->regions->len; i++)
    set_places (self, get_region (self, i));
  return needed;
}

void
roadmap_map_block_add (RoadmapMapBlock *self,
                       RoadmapScene    *scene,
                       double           x,
                       double           y)
{
  for (guint i = 0; i < self->regions->len; i++)
    roadmap_map_region_add (get_region (self, i), scene, x, y);
}
