/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/status.h"

#include "model/outline.h"

RoadmapItem *
roadmap_get_status (Roadmap     *roadmap,
                    RoadmapItem *item)
{
  return roadmap_get_linked (roadmap, item, "status");
}

RoadmapItem *
roadmap_find_status (Roadmap     *roadmap,
                     RoadmapItem *item)
{
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  g_autoptr (GPtrArray) measures = NULL;

  if (status != NULL || !roadmap_item_is (item, "bar") || roadmap_item_get (item, "measures") == NULL)
    return status;
  measures = roadmap_get_links (roadmap, item, "measures");
  for (guint i = 0; i < measures->len && status == NULL; i++)
    status = roadmap_get_status (roadmap, g_ptr_array_index (measures, i));
  return status;
}

/* An item stands in the outline under each roadblock it serves, but is counted once. */
static void
collect_bars (Roadmap     *roadmap,
              RoadmapItem *item,
              GHashTable  *seen,
              GPtrArray   *bars)
{
  g_autoptr (GPtrArray) children = NULL;

  if (!g_hash_table_add (seen, item))
    return;
  if (roadmap_item_is (item, "bar"))
    g_ptr_array_add (bars, item);

  children = roadmap_outline_children (roadmap, item);
  for (guint i = 0; i < children->len; i++)
    collect_bars (roadmap, g_ptr_array_index (children, i), seen, bars);
}

static guint *
find_count (GArray      *counts,
            RoadmapItem *status)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, RoadmapStatusCount, i).status == status)
      return &g_array_index (counts, RoadmapStatusCount, i).n_bars;
  g_assert_not_reached ();
}

GArray *
roadmap_count_status (Roadmap     *roadmap,
                      RoadmapItem *top)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (RoadmapStatusCount));
  g_autoptr (GPtrArray) statuses = roadmap_list (roadmap, NULL, "status");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();

  g_ptr_array_add (statuses, NULL);
  for (guint i = 0; i < statuses->len; i++)
    g_array_append_val (counts, ((RoadmapStatusCount) { g_ptr_array_index (statuses, i), 0 }));

  collect_bars (roadmap, top, seen, bars);
  for (guint i = 0; i < bars->len; i++)
    ++*find_count (counts, roadmap_find_status (roadmap, g_ptr_array_index (bars, i)));
  return counts;
}

RoadmapItem *
roadmap_get_last_followup (RoadmapItem *item)
{
  RoadmapItem *last = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      /* Dates are written so that the later one is the greater string. */
      if (roadmap_item_is (child, "followup") &&
          (last == NULL || g_strcmp0 (roadmap_item_get (child, "date"), roadmap_item_get (last, "date")) >= 0))
        last = child;
    }
  return last;
}
