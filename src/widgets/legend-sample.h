/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/* One sign of the chart by itself, painted as the chart paints it, to stand beside words that explain it.  It says
 * nothing to a screen reader: the words do. */

#define ROADMAP_TYPE_LEGEND_SAMPLE (roadmap_legend_sample_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapLegendSample, roadmap_legend_sample, ROADMAP, LEGEND_SAMPLE, GtkWidget)

/* @shape without layout and item, its rectangle as large as the sample is to be; copied.  @letter (nullable) stands in
 * its middle. */
GtkWidget *roadmap_legend_sample_new (const RoadmapShape *shape,
                                      const char         *letter);

G_END_DECLS
