/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/lane-bars.h"

G_BEGIN_DECLS

/* For the files swimlane-*.c alone: a row of a swimlane, and its shapes. */

typedef struct
{
  RoadmapSwimlaneRow  row;    /* its item is owned */
  RoadmapLaneBars    *bars;   /* (nullable) */
  RoadmapLaneBars    *ghosts; /* (nullable): above them */
} RoadmapSwimlaneEntry;

/* A row and the scene it goes into, at its origin. */
typedef struct
{
  const RoadmapSwimlaneOptions *options;
  const RoadmapSwimlaneEntry   *entry;
  RoadmapUnit                   unit;    /* of the columns */
  RoadmapScene                 *scene;
  gboolean                      goes_on; /* another row stands below: it has the line between them at its top */
  gboolean                      follows; /* another row stands above: this has the line between them */
} RoadmapSwimlanePart;

/* The bars of the row, laid out, and its height; it lies at 0. */
RoadmapSwimlaneEntry *roadmap_swimlane_entry_new (const RoadmapSwimlaneOptions *options,
                                                  const RoadmapSwimlaneRow     *row);
void   roadmap_swimlane_entry_free        (RoadmapSwimlaneEntry       *entry);
/* The tallest form the name of the row may have: on paper also that on a next page. */
double roadmap_swimlane_entry_get_name_height (const RoadmapSwimlaneEntry   *entry,
                                               const RoadmapSwimlaneOptions *options);

void   roadmap_swimlane_part_add_names    (const RoadmapSwimlanePart  *part);
/* The background, then the bars. */
void   roadmap_swimlane_part_add_body     (const RoadmapSwimlanePart  *part);

G_END_DECLS
