/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <cairo.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/* For paint.c: the outlines of boxes and diamonds as paths.  @rect is given apart from the shape, since edges are drawn
 * inside of it and selections around it. */

void roadmap_trace_box     (cairo_t            *cr,
                            const RoadmapShape *shape,
                            const RoadmapRect  *rect,
                            double              radius);
void roadmap_trace_diamond (cairo_t            *cr,
                            const RoadmapRect  *rect);

G_END_DECLS
