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

/* (transfer container): the items that @item stands under; never empty but for the outermost. */
static GPtrArray *
get_places (Roadmap     *roadmap,
            RoadmapItem *item)
{
  const RoadmapKind *kind = roadmap_item_get_kind (item);
  GPtrArray *places;

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & ROADMAP_FIELD_NESTS && roadmap_item_get_value (item, field, NULL) != NULL)
      return roadmap_get_links (roadmap, item, field->name);

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
  g_autoptr (GPtrArray) places = get_places (roadmap, item);

  return g_ptr_array_find (places, place, NULL);
}

/* Links that nest lead to items around or beside the one that has them, so only these need a look. */
static void
add_from (Roadmap     *roadmap,
          RoadmapItem *container,
          RoadmapItem *place,
          GPtrArray   *children)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (container, i);

      if (roadmap_outline_shows (child) && stands_under (roadmap, child, place))
        g_ptr_array_add (children, child);
    }
}

GPtrArray *
roadmap_outline_children (Roadmap     *roadmap,
                          RoadmapItem *item)
{
  GPtrArray *children = g_ptr_array_new ();
  RoadmapItem *parent = roadmap_item_get_parent (item);

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), children);

  add_from (roadmap, item, item, children);
  if (parent != NULL && (roadmap_item_is (item, "roadblock") || roadmap_item_is (item, "measure")))
    add_from (roadmap, parent, item, children);
  return children;
}

GPtrArray *
roadmap_outline_path (Roadmap     *roadmap,
                      RoadmapItem *top,
                      RoadmapItem *item)
{
  GPtrArray *path = g_ptr_array_new ();

  while (item != top)
    {
      g_autoptr (GPtrArray) places = get_places (roadmap, item);

      /* A ring of links has no first place; nothing that is shown is nested deeper than this. */
      if (places->len == 0 || path->len > 64)
        {
          g_ptr_array_set_size (path, 0);
          return path;
        }
      g_ptr_array_insert (path, 0, item);
      item = g_ptr_array_index (places, 0);
    }
  return path;
}
