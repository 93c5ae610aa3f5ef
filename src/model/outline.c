/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/outline.h"

gboolean
roadmap_outline_shows (RoadmapItem *item)
{
  static const char *const kinds[] = { "stage", "lane", "roadblock", "measure", "bar", "milestone", NULL };

  return g_strv_contains (kinds, roadmap_item_get_kind (item)->name);
}

gboolean
roadmap_outline_gathers (RoadmapItem *item)
{
  return roadmap_item_is (item, "roadblock") || roadmap_item_is (item, "measure");
}

/* (transfer container): the items beside @item that its links in @field lead to. */
static GPtrArray *
get_links_beside (Roadmap            *roadmap,
                  RoadmapItem        *item,
                  const RoadmapField *field)
{
  GPtrArray *links = roadmap_get_links (roadmap, item, field->name);

  for (guint i = links->len; i > 0; i--)
    if (roadmap_item_get_parent (g_ptr_array_index (links, i - 1)) != roadmap_item_get_parent (item))
      g_ptr_array_remove_index (links, i - 1);
  return links;
}

GPtrArray *
roadmap_outline_places (Roadmap     *roadmap,
                        RoadmapItem *item)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  GPtrArray *places;

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_NESTS && roadmap_item_get_value (item, field, NULL) != NULL)
      {
        g_autoptr (GPtrArray) links = get_links_beside (roadmap, item, field);

        if (links->len > 0)
          return g_steal_pointer (&links);
      }

  places = g_ptr_array_new ();
  if (roadmap_item_get_parent (item) != NULL)
    g_ptr_array_add (places, roadmap_item_get_parent (item));
  return places;
}

static gboolean
stands_under (Roadmap     *roadmap,
              RoadmapItem *item,
              RoadmapItem *place)
{
  g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, item);

  return g_ptr_array_find (places, place, NULL);
}

/* Those of @candidates that stand under @place. */
static void
add_from (Roadmap     *roadmap,
          GPtrArray   *candidates,
          RoadmapItem *place,
          GPtrArray   *children)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      RoadmapItem *child = g_ptr_array_index (candidates, i);

      if (roadmap_outline_shows (child) && stands_under (roadmap, child, place))
        g_ptr_array_add (children, child);
    }
}

GPtrArray *
roadmap_outline_children (Roadmap     *roadmap,
                          RoadmapItem *item)
{
  GPtrArray *children = g_ptr_array_new ();
  g_autoptr (GPtrArray) inner = g_ptr_array_new ();

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), children);

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    g_ptr_array_add (inner, roadmap_item_get_child (item, i));
  add_from (roadmap, inner, item, children);

  if (roadmap_outline_gathers (item))
    {
      g_autoptr (GPtrArray) referrers = roadmap_get_referrers (roadmap, item, NULL);

      add_from (roadmap, referrers, item, children);
    }
  return children;
}

/* Nothing that is shown is nested deeper than this, so what seems to be is a ring of links. */
#define MAX_DEPTH 64

/* The first place of @item that is @top or stands under it, or NULL. */
static RoadmapItem *
find_place (Roadmap     *roadmap,
            RoadmapItem *top,
            RoadmapItem *item,
            guint        depth)
{
  g_autoptr (GPtrArray) places = roadmap_outline_places (roadmap, item);

  for (guint i = 0; depth < MAX_DEPTH && i < places->len; i++)
    {
      RoadmapItem *place = g_ptr_array_index (places, i);

      if (place == top || find_place (roadmap, top, place, depth + 1) != NULL)
        return place;
    }
  return NULL;
}

gboolean
roadmap_outline_holds (Roadmap     *roadmap,
                       RoadmapItem *top,
                       RoadmapItem *item)
{
  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), FALSE);

  return find_place (roadmap, top, item, 0) != NULL;
}

GPtrArray *
roadmap_outline_path (Roadmap     *roadmap,
                      RoadmapItem *top,
                      RoadmapItem *item)
{
  GPtrArray *path = g_ptr_array_new ();

  while (item != top)
    {
      RoadmapItem *place = find_place (roadmap, top, item, path->len);

      if (place == NULL)
        {
          g_ptr_array_set_size (path, 0);
          return path;
        }
      g_ptr_array_insert (path, 0, item);
      item = place;
    }
  return path;
}
