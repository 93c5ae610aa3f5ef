/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/edition.h"

#include <string.h>

static gboolean
is_draft (RoadmapItem *edition)
{
  return roadmap_item_get_boolean (edition, "draft");
}

/* Dates are written so that the later one is the greater string. */
static int
compare_editions (gconstpointer a,
                  gconstpointer b)
{
  RoadmapItem *one = *(RoadmapItem **) a, *other = *(RoadmapItem **) b;
  int order = (int) is_draft (one) - (int) is_draft (other);

  if (order == 0)
    order = g_strcmp0 (roadmap_item_get (one, "date"), roadmap_item_get (other, "date"));
  if (order == 0)
    order = roadmap_item_get_position (one) < roadmap_item_get_position (other) ? -1 : 1;
  return order;
}

GPtrArray *
roadmap_list_editions (Roadmap *self)
{
  RoadmapItem *root = roadmap_get_root (self);
  RoadmapItem *first = roadmap_get_linked (self, root, "edition");
  GPtrArray *editions = g_ptr_array_new ();
  guint before = 0;

  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    if (roadmap_item_is (roadmap_item_get_child (root, i), "edition"))
      g_ptr_array_add (editions, roadmap_item_get_child (root, i));
  g_ptr_array_sort (editions, compare_editions);

  if (first != NULL && g_ptr_array_find (editions, first, &before))
    g_ptr_array_remove_range (editions, 0, before);
  return editions;
}

RoadmapItem *
roadmap_get_amendment (Roadmap *self)
{
  RoadmapItem *root = roadmap_get_root (self);

  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (root, i);

      if (roadmap_item_is (child, "edition") && is_draft (child))
        return child;
    }
  return NULL;
}

gboolean
roadmap_item_is_of (RoadmapItem *item,
                    RoadmapItem *edition)
{
  return item == edition ||
         g_strcmp0 (roadmap_item_get_inherited (item, "edition"), roadmap_item_get_id (edition)) == 0;
}

gboolean
roadmap_item_is_withdrawn (RoadmapItem *item)
{
  static const RoadmapKind *withdrawn = NULL;

  /* It is asked of every item that may be listed. */
  if (withdrawn == NULL)
    withdrawn = roadmap_schema_find_kind ("withdrawn");
  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (roadmap_item_get_kind (item) == withdrawn)
      return TRUE;
  return FALSE;
}

gboolean
roadmap_item_is_past (RoadmapItem *item)
{
  return roadmap_item_is (item, "former") || roadmap_item_is (item, "withdrawn");
}

RoadmapItem *
roadmap_item_next_current (RoadmapItem *item,
                           RoadmapItem *top)
{
  RoadmapItem *next = roadmap_item_next (item, top);

  while (next != NULL && roadmap_item_is_past (next))
    next = roadmap_item_next_beside (next, top);
  return next;
}

gboolean
roadmap_edit_takes_out (const RoadmapEdit *edit)
{
  return edit->type == ROADMAP_EDIT_REMOVE ||
         (edit->type == ROADMAP_EDIT_MOVE && roadmap_item_is_withdrawn (edit->new_parent));
}
