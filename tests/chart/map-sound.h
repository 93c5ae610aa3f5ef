/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/map-layout.h"

G_BEGIN_DECLS

/* The map of @roadmap in this width and height, with @points at the step BODY. */
RoadmapSheet *map_lay_out      (Roadmap      *roadmap,
                                const char   *language,
                                double        width,
                                double        height,
                                double        points);

/* What must be true of every map, however narrow and however large its text: each region and cell is there once, with its
 * words whole; cells lie in their regions, and nothing lies over anything else. */
void          map_assert_sound (Roadmap      *roadmap,
                                RoadmapSheet *sheet,
                                const char   *language);

G_END_DECLS
