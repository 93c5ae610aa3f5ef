/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"

G_BEGIN_DECLS

/* For the files map-*.c alone: how narrow the words of a map may become.  A map tries the first that its width has room
 * for. */
typedef enum
{
  ROADMAP_MAP_ROOMY, /* no word is broken, and rings have room beside their titles */
  ROADMAP_MAP_CLOSE, /* no word is broken */
  ROADMAP_MAP_TIGHT, /* only words that may not be broken are not: of Japanese, a few letters a line */
} RoadmapMapFit;

#define ROADMAP_MAP_N_FITS (ROADMAP_MAP_TIGHT + 1)

/* The narrowest lines in which a text reads well. */
double roadmap_map_fit_get_width (RoadmapMapFit     fit,
                                  RoadmapMeasure   *measure,
                                  const char       *markup,
                                  RoadmapTextStyle  style);

G_END_DECLS
