/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene-text.h"

#include "chart/layout-size.h"

double
roadmap_scene_add_tagged_text (RoadmapScene *self,
                               PangoLayout  *layout,
                               RoadmapInk    ink,
                               RoadmapTag    tag,
                               RoadmapItem  *item,
                               double        x,
                               double        y)
{
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ink,
    .tag = tag,
    .item = item,
    .layout = layout,
    .rect = { .x = x, .y = y },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (self, &shape);
  return shape.rect.height;
}
