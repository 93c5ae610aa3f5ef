/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "sound.h"

void
sound_assert_within (const RoadmapRect *inner,
                     const RoadmapRect *outer)
{
  g_assert_cmpfloat (inner->x, >=, outer->x - SOUND_NEAR);
  g_assert_cmpfloat (inner->y, >=, outer->y - SOUND_NEAR);
  g_assert_cmpfloat (roadmap_rect_get_right (inner), <=, roadmap_rect_get_right (outer) + SOUND_NEAR);
  g_assert_cmpfloat (roadmap_rect_get_bottom (inner), <=, roadmap_rect_get_bottom (outer) + SOUND_NEAR);
}

void
sound_assert_apart (RoadmapScene *scene)
{
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    for (guint j = i + 1; j < roadmap_scene_get_n_groups (scene); j++)
      {
        const RoadmapGroup *a = roadmap_scene_get_group (scene, i);
        const RoadmapGroup *b = roadmap_scene_get_group (scene, j);

        for (guint k = 0; k < a->n_shapes; k++)
          for (guint l = 0; l < b->n_shapes; l++)
            if (roadmap_rect_overlaps (&roadmap_scene_get_shape (scene, a->first + k)->rect,
                                       &roadmap_scene_get_shape (scene, b->first + l)->rect))
              g_error ("%s lies over %s", roadmap_item_get_id (a->item), roadmap_item_get_id (b->item));
      }
}
