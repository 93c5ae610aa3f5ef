/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/scene-band.h"

/* Rounding of widths. */
#define NEAR 0.01

/* Cuts grounds and rules to the band; FALSE if the shape stands in another one. */
static gboolean
cut_shape (RoadmapShape       *shape,
           const RoadmapReach *band)
{
  double right = roadmap_rect_get_right (&shape->rect);

  if (shape->form != ROADMAP_FORM_FILL && shape->form != ROADMAP_FORM_RULE)
    return shape->rect.x >= band->from - NEAR && shape->rect.x < band->to - NEAR;
  if (shape->rect.width == 0)
    return shape->rect.x >= band->from - NEAR && shape->rect.x <= band->to + NEAR;

  shape->rect.x = MAX (shape->rect.x, band->from);
  shape->rect.width = MIN (right, band->to) - shape->rect.x;
  return shape->rect.width > NEAR;
}

static void
add_link (const RoadmapSceneLink *link,
          const RoadmapReach     *band,
          RoadmapScene           *target,
          double                  dx,
          double                  dy)
{
  RoadmapRect rect = link->rect;

  if (rect.x < band->from - NEAR || rect.x >= band->to - NEAR)
    return;
  rect.x += dx;
  rect.y += dy;
  roadmap_scene_add_link (target, rect, link->target);
}

void
roadmap_band_add (const RoadmapScene *scene,
                  const RoadmapReach *band,
                  RoadmapScene       *target,
                  double              x,
                  double              y)
{
  double dx = x - band->from;
  guint next = 0;
  gboolean begun = FALSE;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      gboolean is_left = next < roadmap_scene_get_n_groups (scene);
      const RoadmapGroup *group = is_left ? roadmap_scene_get_group (scene, next) : NULL;
      RoadmapShape shape = *roadmap_scene_get_shape (scene, i);

      if (cut_shape (&shape, band))
        {
          if (group != NULL && i >= group->first && !begun)
            {
              roadmap_scene_begin_group (target, group->item, group->lane, group->line);
              begun = TRUE;
            }
          shape.rect.x += dx;
          shape.rect.y += y;
          roadmap_scene_add (target, &shape);
        }
      if (group == NULL || i + 1 != group->first + group->n_shapes)
        continue;
      if (begun)
        roadmap_scene_end_group (target);
      begun = FALSE;
      next++;
    }
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    add_link (roadmap_scene_get_link (scene, i), band, target, dx, y);
}
