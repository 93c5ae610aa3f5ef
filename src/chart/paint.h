/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <cairo.h>

#include "chart/scene.h"
#include "chart/style.h"

G_BEGIN_DECLS

/* Scenes on a cairo context.  A pixel or point of the scene is a unit of the context's user space: translate and scale
 * before.  Grid lines are set on the device's pixels.  The caller fills the background. */

/* Paints the shapes that touch @clip, in scene coordinates; NULL: all. */
void roadmap_paint_scene      (cairo_t              *cr,
                               const RoadmapScene   *scene,
                               const RoadmapPalette *palette,
                               const RoadmapRect    *clip);
/* The same without the groups. */
void roadmap_paint_background (cairo_t              *cr,
                               const RoadmapScene   *scene,
                               const RoadmapPalette *palette,
                               const RoadmapRect    *clip);
/* One group alone, where it stands in the scene. */
void roadmap_paint_group      (cairo_t              *cr,
                               const RoadmapScene   *scene,
                               const RoadmapGroup   *group,
                               const RoadmapPalette *palette);
/* One shape. */
void roadmap_paint_shape      (cairo_t              *cr,
                               const RoadmapShape   *shape,
                               const RoadmapPalette *palette);
/* Adds the outline of the group's box to the path, @outset larger on each side, for selection, focus and hover; the
 * caller strokes it. */
void roadmap_paint_outline    (cairo_t              *cr,
                               const RoadmapScene   *scene,
                               const RoadmapGroup   *group,
                               double                outset);

void roadmap_set_colour       (cairo_t              *cr,
                               const RoadmapColour  *colour);

G_END_DECLS
