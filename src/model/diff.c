/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/diff.h"

#include "model/pairs.h"

typedef struct
{
  RoadmapPairs *pairs;
  GPtrArray    *differences;
  RoadmapItem  *old_item; /* those that are compared */
  RoadmapItem  *new_item;
} Search;

static RoadmapDifference *
add (Search                *search,
     RoadmapDifferenceType  type,
     RoadmapItem           *old_item,
     RoadmapItem           *new_item)
{
  RoadmapDifference *difference = g_new0 (RoadmapDifference, 1);

  difference->type = type;
  g_set_object (&difference->old_item, old_item);
  g_set_object (&difference->new_item, new_item);
  g_ptr_array_add (search->differences, difference);
  return difference;
}

static void
add_value_cb (const RoadmapField *field,
              const char         *language,
              const char         *old_value,
              const char         *new_value,
              gpointer            user_data)
{
  Search *search = user_data;
  RoadmapDifference *difference = add (search, ROADMAP_DIFFERENCE_SET, search->old_item, search->new_item);

  difference->field = field;
  difference->language = g_intern_string (language);
  difference->old_value = g_strdup (old_value);
  difference->new_value = g_strdup (new_value);
}

static void
compare_item (Search      *search,
              RoadmapItem *item)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  RoadmapItem *old = roadmap_pairs_get_old (search->pairs, item);

  if (old == NULL)
    {
      /* Below a new one this is no news. */
      if (roadmap_pairs_get_old (search->pairs, parent) != NULL)
        add (search, ROADMAP_DIFFERENCE_INSERTED, NULL, item);
      return;
    }

  if (!roadmap_pairs_stays (search->pairs, item))
    add (search, ROADMAP_DIFFERENCE_MOVED, old, item);
  search->old_item = old;
  search->new_item = item;
  roadmap_pairs_compare (old, item, add_value_cb, search);
}

/* Those of the children of @old_parent from @position on that are gone, up to @end.  Returns where that was. */
static guint
add_removed (Search      *search,
             RoadmapItem *old_parent,
             guint        position,
             guint        end)
{
  for (; position < end; position++)
    {
      RoadmapItem *child = roadmap_item_get_child (old_parent, position);

      if (roadmap_pairs_get_new (search->pairs, child) == NULL)
        add (search, ROADMAP_DIFFERENCE_REMOVED, child, NULL);
    }
  return position;
}

static void
compare_below (Search      *search,
               RoadmapItem *item)
{
  RoadmapItem *old = roadmap_pairs_get_old (search->pairs, item);
  guint position = 0;

  compare_item (search, item);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);

      if (old != NULL && roadmap_pairs_stays (search->pairs, child))
        position = add_removed (search, old, position,
                                roadmap_item_get_position (roadmap_pairs_get_old (search->pairs, child)));
      compare_below (search, child);
    }
  if (old != NULL)
    add_removed (search, old, position, roadmap_item_get_n_children (old));
}

GPtrArray *
roadmap_diff (Roadmap  *old,
              Roadmap  *new,
              GError  **error)
{
  g_autoptr (RoadmapPairs) pairs = roadmap_pairs_new (old, new, error);
  Search search = { pairs, NULL, NULL, NULL };

  if (pairs == NULL)
    return NULL;

  search.differences = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_difference_free);
  compare_below (&search, roadmap_get_root (new));
  return search.differences;
}

RoadmapItem *
roadmap_difference_get_item (const RoadmapDifference *self)
{
  return self->new_item != NULL ? self->new_item : self->old_item;
}

void
roadmap_difference_free (RoadmapDifference *self)
{
  g_clear_object (&self->old_item);
  g_clear_object (&self->new_item);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}
