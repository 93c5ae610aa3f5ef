/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* For pages: what stands below the rows of a page.  The legend explains what occurs on the page and nothing else:
 * kinds of edges and ends, the letters of statuses, the notes whose numbers bars carry. */

typedef struct
{
  Roadmap        *roadmap;
  RoadmapItem    *chart;      /* (nullable) */
  const char     *language;
  RoadmapMeasure *measure;
  double          width;
  gboolean        notes;      /* else they stand elsewhere */
  gboolean        categories; /* those of the roadmap, all of them */
} RoadmapLegendOptions;

/* (transfer full): the legend to @table, the scene of a page or of some rows; of height 0 if there is nothing to
 * say. */
RoadmapScene *roadmap_legend_create (const RoadmapLegendOptions *options,
                                     const RoadmapScene         *table);

G_END_DECLS
