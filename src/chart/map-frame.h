/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/map-block.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: a map as it is drawn from the top down, and what stands around its regions. */

/* In units, which are pixels at the usual size of text. */
#define ROADMAP_MAP_MARGIN 12  /* around the map */
#define ROADMAP_MAP_GAP 8      /* between what the grid does not place, as between regions */
#define ROADMAP_MAP_PLATE_PAD 5 /* above and below the names of columns and bands */

typedef struct
{
  const RoadmapMapOptions *options;
  RoadmapScene            *scene;
  double                   unit;
  double                   width; /* without the margins */
  double                   y;     /* below all that is drawn */
} RoadmapMapDraft;

/* Each moves `y` on. */
void         roadmap_map_add_title         (RoadmapMapDraft *draft,
                                            gboolean         large);
void         roadmap_map_add_notes         (RoadmapMapDraft *draft,
                                            GPtrArray       *regions);

/* Columns: first they have their say in how wide the block becomes, then they stand above it. */
void         roadmap_map_add_column_widths (RoadmapMapDraft *draft,
                                            RoadmapMapBlock *block);
void         roadmap_map_add_columns       (RoadmapMapDraft *draft,
                                            RoadmapMapBlock *block,
                                            double           left);

/* Bands beside a block: the width they take, what they need in its rows, and where they stand when it is placed at `y`. */
double       roadmap_map_get_sides_width   (RoadmapMapDraft *draft);
void         roadmap_map_add_side_lengths  (RoadmapMapDraft *draft,
                                            RoadmapMapBlock *block);
void         roadmap_map_add_sides         (RoadmapMapDraft *draft,
                                            RoadmapMapBlock *block,
                                            double           width);
/* The name of a band above its regions, over the whole width. */
void         roadmap_map_add_band_title    (RoadmapMapDraft *draft,
                                            RoadmapItem     *band);

/* (transfer full): a text of an item, laid out as roadmap_measure_text() does. */
PangoLayout *roadmap_map_lay_out_field     (RoadmapMapDraft *draft,
                                            RoadmapItem     *item,
                                            const char      *field,
                                            RoadmapTextStyle style,
                                            double           width);
double       roadmap_map_get_text_height   (PangoLayout     *layout);

G_END_DECLS
