/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/sheet.h"
#include "chart/swimlane-options.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* The bird's-eye map of a roadmap (俯瞰図): where its lanes lie among the stations of care, or whatever else its columns
 * say.  A sheet of one row without names or head.
 *
 *   Title of the map                      date line
 *      ╭─ column ───────────╮ ╭──────╮
 *      ╭────────▷╭─────────▷╭────────╮
 *   ┌─┐┌────────────┐┌───────────────┐
 *   │b││① region ◔2/3│ …             │  A region has the hue and number of its lane and, when progress was recorded, how
 *   │a││┌────┐ ┌────┐│               │  far the lane is; its cells stand in it, with arrows from one to the next.
 *   │n│││cell│→│cell││               │
 *   │d││└────┘ └────┘│               │
 *   └─┘└────────────┘└───────────────┘
 *   * a note
 *
 * The map keeps the proportions of its grid, but its texts decide: rows and columns grow until each is whole.  Where the
 * width is too small for that, regions stand below each other, and a line in each says which columns it belongs to.
 *
 * Its groups are the regions and their cells, a region before its cells, and lie in the plane for the arrow keys. */

typedef struct
{
  Roadmap         *roadmap;
  RoadmapItem     *map;       /* of kind "map" */
  const char      *language;  /* of the content */
  double           width;     /* pixels or points; what the map needs at least may be more */
  double           height;    /* to be filled if that takes no more than stretching it somewhat; 0: as low as it can be */
  RoadmapMeasure  *measure;
  RoadmapShowFunc  show;      /* (nullable): all; else a region is pale if no bar or milestone of its lane is shown */
  gpointer         show_data; /* only used during roadmap_map_layout_new() */
  gboolean         untitled;  /* its title stands elsewhere, as at the head of a page */
  gboolean         listed;    /* regions stand below each other, however wide it is */
} RoadmapMapOptions;

#define ROADMAP_TYPE_MAP_LAYOUT (roadmap_map_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapMapLayout, roadmap_map_layout, ROADMAP, MAP_LAYOUT, RoadmapSheet)

RoadmapSheet *roadmap_map_layout_new     (const RoadmapMapOptions *options);
/* Whether the regions stand below each other. */
gboolean      roadmap_map_layout_is_list (RoadmapMapLayout        *self);

/* The first map of the roadmap that has a region, or NULL: then there is nothing to lay out. */
RoadmapItem  *roadmap_map_find           (Roadmap                 *roadmap);
/* The lane a region of the map, or a cell in it, stands for; NULL if it stands for none. */
RoadmapItem  *roadmap_map_find_lane      (Roadmap                 *roadmap,
                                          RoadmapItem             *item);
/* The region @item is, lies in or – as a lane or something in a lane – belongs to; NULL if there is none. */
RoadmapItem  *roadmap_map_find_region    (Roadmap                 *roadmap,
                                          RoadmapItem             *item);
/* (transfer full): the columns a region stands under, "診断–治療"; NULL if under none, or under all. */
char         *roadmap_map_dup_columns    (Roadmap                 *roadmap,
                                          RoadmapItem             *region,
                                          const char              *language);

G_END_DECLS
