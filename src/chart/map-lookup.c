/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* What belongs to what on a map; this half of map-layout.h asks the roadmap alone. */
#include "chart/map-layout.h"

#include "chart/map-region.h"

RoadmapItem *
roadmap_map_find (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) maps = roadmap_list (roadmap, NULL, "map");

  for (guint i = 0; i < maps->len; i++)
    {
      RoadmapItem *map = g_ptr_array_index (maps, i);

      for (RoadmapItem *item = map; item != NULL; item = roadmap_item_next (item, map))
        if (roadmap_item_is (item, "region"))
          return map;
    }
  return NULL;
}

RoadmapItem *
roadmap_map_find_lane (Roadmap     *roadmap,
                       RoadmapItem *item)
{
  RoadmapItem *region = roadmap_item_find_around (item, "region");

  return region != NULL ? roadmap_get_linked (roadmap, region, "lane") : NULL;
}

RoadmapItem *
roadmap_map_find_region (Roadmap     *roadmap,
                         RoadmapItem *item)
{
  RoadmapItem *region = roadmap_item_find_around (item, "region");

  if (region != NULL)
    return region;
  for (; item != NULL; item = roadmap_item_get_parent (item))
    {
      g_autoptr (GPtrArray) regions = roadmap_get_referrers (roadmap, item, "region");

      if (roadmap_item_is (item, "lane") && regions->len > 0)
        return g_ptr_array_index (regions, 0);
    }
  return NULL;
}

static int
get_level (RoadmapItem *column)
{
  const char *level = roadmap_item_get (column, "level");

  return level != NULL ? g_ascii_strtoll (level, NULL, 10) : 0;
}

/* (transfer container): the columns of the map's deepest level. */
static GPtrArray *
list_columns (Roadmap     *roadmap,
              RoadmapItem *map)
{
  GPtrArray *columns = roadmap_list (roadmap, map, "column");
  int deepest = 0;

  for (guint i = 0; i < columns->len; i++)
    deepest = MAX (deepest, get_level (g_ptr_array_index (columns, i)));
  for (guint i = columns->len; i > 0; i--)
    if (get_level (g_ptr_array_index (columns, i - 1)) < deepest)
      g_ptr_array_remove_index (columns, i - 1);
  return columns;
}

char *
roadmap_map_dup_columns (Roadmap     *roadmap,
                         RoadmapItem *region,
                         const char  *language)
{
  g_autoptr (GPtrArray) columns = list_columns (roadmap, roadmap_item_find_around (region, "map"));
  RoadmapRect grid = roadmap_map_get_grid (region);
  const char *first = NULL, *last = NULL;
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      RoadmapRect column = roadmap_map_get_grid (g_ptr_array_index (columns, i));

      if (column.x + column.width <= grid.x || column.x >= grid.x + grid.width)
        continue;
      last = roadmap_item_get_in (g_ptr_array_index (columns, i), "title", language);
      if (n++ == 0)
        first = last;
    }
  if (n == 0 || n == columns->len || first == NULL || last == NULL)
    return NULL;
  return n == 1 ? g_strdup (first) : g_strdup_printf ("%s–%s", first, last);
}
