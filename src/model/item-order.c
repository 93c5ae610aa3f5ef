/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/item-order.h"

static guint
get_depth (RoadmapItem *item)
{
  guint depth = 0;

  while ((item = roadmap_item_get_parent (item)) != NULL)
    depth++;
  return depth;
}

static RoadmapItem *
get_ancestor (RoadmapItem *item,
              guint        levels)
{
  while (levels-- > 0)
    item = roadmap_item_get_parent (item);
  return item;
}

int
roadmap_item_compare_place (gconstpointer a,
                            gconstpointer b)
{
  RoadmapItem *one = *(RoadmapItem **) a, *other = *(RoadmapItem **) b;
  guint depth = get_depth (one), other_depth = get_depth (other);
  guint common = MIN (depth, other_depth);

  one = get_ancestor (one, depth - common);
  other = get_ancestor (other, other_depth - common);
  if (one == other)
    return (depth > other_depth) - (depth < other_depth);
  while (roadmap_item_get_parent (one) != roadmap_item_get_parent (other))
    {
      one = roadmap_item_get_parent (one);
      other = roadmap_item_get_parent (other);
    }
  if (roadmap_item_get_parent (one) == NULL)
    return 0;
  return roadmap_item_get_position (one) < roadmap_item_get_position (other) ? -1 : 1;
}
