/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* Adds a text as large as its layout, its upper left corner at (@x, @y); returns the height.  @item may be NULL. */
double roadmap_scene_add_tagged_text (RoadmapScene *self,
                                      PangoLayout  *layout,
                                      RoadmapInk    ink,
                                      RoadmapTag    tag,
                                      RoadmapItem  *item,
                                      double        x,
                                      double        y);

G_END_DECLS
