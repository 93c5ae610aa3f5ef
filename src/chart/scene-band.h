/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* For pages: the columns of a scene that stand on one page, where it is wider than that.  A scene is cut between
 * columns, where nothing but grounds and rules goes on. */

/* Adds what stands in @band of @scene to @target, so that the upper left corner of the band comes to lie at
 * (@x, @y). */
void roadmap_band_add (const RoadmapScene *scene,
                       const RoadmapReach *band,
                       RoadmapScene       *target,
                       double              x,
                       double              y);

G_END_DECLS
