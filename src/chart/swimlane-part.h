/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/lane-bars.h"

G_BEGIN_DECLS

/* For the files swimlane-*.c alone: the rows of a swimlane, and their shapes. */

typedef struct
{
  RoadmapSwimlaneRow  row;        /* its item is owned */
  RoadmapLaneBars    *bars;       /* (nullable) */
  RoadmapLaneBars    *ghosts;     /* (nullable): above them */
  guint               first_line; /* the index of its first line in the body */
} RoadmapSwimlaneEntry;

/* A piece of the table and where it goes. */
typedef struct
{
  const RoadmapSwimlaneOptions *options;
  GPtrArray                    *entries; /* RoadmapSwimlaneEntry */
  RoadmapUnit                   unit;    /* of the columns */
  RoadmapScene                 *scene;
  double                        x;       /* of the body, or of the names */
  double                        y;       /* where `from` comes to lie */
  double                        from;    /* heights in the body */
  double                        to;
  gboolean                      goes_on; /* another part stands below: it has the line between them at its top */
  gboolean                      follows; /* another part stands above: this has the line between them */
} RoadmapSwimlanePart;

/* The bars of the row, laid out, and its height; it lies at 0. */
RoadmapSwimlaneEntry *roadmap_swimlane_entry_new (const RoadmapSwimlaneOptions *options,
                                                  const RoadmapSwimlaneRow     *row);
void   roadmap_swimlane_entry_free        (RoadmapSwimlaneEntry       *entry);
/* The tallest form the name of the row may have: on paper also that on a next page. */
double roadmap_swimlane_entry_get_name_height (const RoadmapSwimlaneEntry   *entry,
                                               const RoadmapSwimlaneOptions *options);
guint  roadmap_swimlane_entry_get_n_lines (const RoadmapSwimlaneEntry *entry);
double roadmap_swimlane_entry_get_end     (const RoadmapSwimlaneEntry *entry);

void   roadmap_swimlane_part_add_names    (const RoadmapSwimlanePart  *part);
/* The background of all rows, then their bars. */
void   roadmap_swimlane_part_add_body     (const RoadmapSwimlanePart  *part);

G_END_DECLS
