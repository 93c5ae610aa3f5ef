/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* The chip of a status beside words: its letter in a small square.  Adds it with its left side at @x, in the middle of a
 * line that begins at @y and is @line_height high; returns how far behind @x words may begin.  A status without a letter
 * has no chip, nor has NULL: then nothing is added, and 0 returned.  @item (nullable): whose status it is. */
double roadmap_status_chip_add       (RoadmapScene   *scene,
                                      RoadmapMeasure *measure,
                                      RoadmapItem    *status,
                                      const char     *language,
                                      RoadmapItem    *item,
                                      double          x,
                                      double          y,
                                      double          line_height);
/* The same without adding it. */
double roadmap_status_chip_get_width (RoadmapMeasure *measure,
                                      RoadmapItem    *status,
                                      const char     *language);

G_END_DECLS
