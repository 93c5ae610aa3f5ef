/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-move.h"

#include <math.h>

/* How much further a step to the side is than one ahead. */
#define ASIDE 3.0

/* Edges nearer than this count as one. */
#define NEAR 0.5

static gboolean
is_inside (const RoadmapRect *inner,
           const RoadmapRect *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

/* The box of a group without what lies inside of it. */
static RoadmapRect
get_own_part (const RoadmapScene *scene,
              const RoadmapGroup *group)
{
  RoadmapRect own = group->box;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *other = roadmap_scene_get_group (scene, i);

      if (other != group && is_inside (&other->box, &group->box))
        own.height = MIN (own.height, MAX (other->box.y - own.y, 0));
    }
  return own;
}

/* Turns the plane so that the direction is to the right. */
static RoadmapRect
turn (const RoadmapRect *rect,
      RoadmapDirection   direction)
{
  switch (direction)
    {
    case ROADMAP_DIRECTION_RIGHT:
      return *rect;
    case ROADMAP_DIRECTION_LEFT:
      return (RoadmapRect) { -rect->x - rect->width, rect->y, rect->width, rect->height };
    case ROADMAP_DIRECTION_DOWN:
      return (RoadmapRect) { rect->y, rect->x, rect->height, rect->width };
    case ROADMAP_DIRECTION_UP:
      return (RoadmapRect) { -rect->y - rect->height, rect->x, rect->height, rect->width };
    default:
      g_assert_not_reached ();
    }
}

/* How far it is to the right, or a negative number if it lies elsewhere.  Among several straight ahead the one whose
 * beginning is nearest to that of @from comes first, as one reads. */
static double
get_distance (const RoadmapRect *from,
              const RoadmapRect *to)
{
  double ahead = to->x - (from->x + from->width);
  double aside = MAX (from->y, to->y) - MIN (from->y + from->height, to->y + to->height);

  if (ahead < -NEAR)
    return -1;
  return MAX (ahead, 0) + ASIDE * MAX (aside, 0) + 0.001 * fabs (to->y - from->y);
}

const RoadmapGroup *
roadmap_map_move (const RoadmapScene *scene,
                  const RoadmapGroup *from,
                  RoadmapDirection    direction)
{
  RoadmapRect own = get_own_part (scene, from);
  RoadmapRect here = turn (&own, direction);
  const RoadmapGroup *best = NULL;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
      double distance;

      own = get_own_part (scene, group);
      own = turn (&own, direction);
      distance = get_distance (&here, &own);
      if (group == from || distance < 0 || distance >= best_distance)
        continue;
      best = group;
      best_distance = distance;
    }
  return best;
}
