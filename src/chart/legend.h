/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* For pages.c: what stands below the table of a page.  The legend explains what occurs on the page and nothing else:
 * kinds of edges and ends, the letters of statuses, the notes whose numbers bars carry. */

typedef struct
{
  Roadmap        *roadmap;
  RoadmapItem    *chart;
  const char     *language;
  RoadmapMeasure *measure;
  double          width;
} RoadmapLegendOptions;

/* (transfer full): the legend to @table, the scene of a page or of some rows; of height 0 if there is nothing to
 * say. */
RoadmapScene *roadmap_legend_create (const RoadmapLegendOptions *options,
                                     const RoadmapScene         *table);

G_END_DECLS
