/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/map-head.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: a region of the map with its cells, the room they need and the shapes they become. */

typedef struct
{
  RoadmapItem *item;
  RoadmapRect  grid;   /* in the lines of the map's grid */
  GPtrArray   *next;   /* RoadmapItem: the cells it leads to */
  char        *markup;
  PangoLayout *text;   /* NULL until it was measured for a width */
  RoadmapRect  rect;   /* of its card */
} RoadmapMapCell;

typedef struct
{
  const RoadmapMapOptions *options;
  RoadmapItem             *item;
  guint32                  hue;
  gboolean                 pale;
  RoadmapRect              grid;
  RoadmapMapHead          *head;
  GPtrArray               *cells;    /* RoadmapMapCell */
  RoadmapRect              rect;     /* of its panel */
  double                   head_top; /* from the upper edge of the panel */
} RoadmapMapRegion;

/* @with_columns: the region says which columns it belongs to. */
RoadmapMapRegion *roadmap_map_region_new           (const RoadmapMapOptions *options,
                                                    RoadmapItem             *item,
                                                    gboolean                 with_columns);
void              roadmap_map_region_free          (RoadmapMapRegion        *self);

/* Whether each cell has a place of its own. */
gboolean          roadmap_map_region_is_drawn      (RoadmapMapRegion        *self);
/* Gives up the places of cells: they stand below each other. */
void              roadmap_map_region_make_list     (RoadmapMapRegion        *self);
/* The line of the grid below the region's head, at which its cells begin. */
double            roadmap_map_region_get_first     (RoadmapMapRegion        *self);
/* How much further cells stay away from the edge of the region than from each other. */
double            roadmap_map_region_get_pad       (RoadmapMapRegion        *self);

/* What region and cells need in their places on the grid, with the gaps around them. */
double            roadmap_map_region_get_min_width (RoadmapMapRegion        *self,
                                                    RoadmapMapFit            fit);
double            roadmap_map_cell_get_min_width   (RoadmapMapRegion        *self,
                                                    RoadmapMapCell          *cell,
                                                    RoadmapMapFit            fit);
/* The same for heights, when the width of the place is known: what the head needs, and the cell. */
void              roadmap_map_region_set_width     (RoadmapMapRegion        *self,
                                                    double                   width);
double            roadmap_map_region_get_head_need (RoadmapMapRegion        *self);
double            roadmap_map_cell_set_width       (RoadmapMapRegion        *self,
                                                    RoadmapMapCell          *cell,
                                                    double                   width);
/* Puts them in their places: @place is what lies between their lines of the grid, @head_room what the rows of its head
 * have more than the highest head in them needs. */
void              roadmap_map_region_set_place     (RoadmapMapRegion        *self,
                                                    const RoadmapRect       *place,
                                                    double                   head_room);
void              roadmap_map_cell_set_place       (RoadmapMapRegion        *self,
                                                    RoadmapMapCell          *cell,
                                                    const RoadmapRect       *place);

/* Adds the groups of the region and of its cells, moved by (@dx, @dy). */
void              roadmap_map_region_add           (RoadmapMapRegion        *self,
                                                    RoadmapScene            *scene,
                                                    double                   dx,
                                                    double                   dy);

/* Where an item of the map is drawn; what is left out counts as 0, or as 1 for lengths. */
RoadmapRect       roadmap_map_get_grid             (RoadmapItem             *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMapRegion, roadmap_map_region_free)

G_END_DECLS
