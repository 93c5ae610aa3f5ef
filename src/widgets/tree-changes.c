/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/tree-changes.h"

#include "model/outline.h"

struct _RoadmapTreeChanges
{
  GHashTable *items; /* set of what was changed and all around it; not owned, only compared */
  gboolean    all;
};

RoadmapTreeChanges *
roadmap_tree_changes_new (void)
{
  RoadmapTreeChanges *self = g_new0 (RoadmapTreeChanges, 1);

  self->items = g_hash_table_new (NULL, NULL);
  return self;
}

void
roadmap_tree_changes_free (RoadmapTreeChanges *self)
{
  g_hash_table_unref (self->items);
  g_free (self);
}

static void
add_around (RoadmapTreeChanges *self,
            RoadmapItem        *item)
{
  for (; item != NULL; item = roadmap_item_get_parent (item))
    g_hash_table_add (self->items, item);
}

/* Rows say nothing about other rows, and only what stands outside of all charts – statuses, categories – is named in
 * many. */
static gboolean
stays_in_charts (const RoadmapEdit *edit)
{
  RoadmapItem *place = edit->type == ROADMAP_EDIT_SET ? edit->item : edit->parent;

  return !roadmap_item_is (edit->item, "chart") && roadmap_item_find_around (place, "chart") != NULL;
}

gboolean
roadmap_tree_changes_add (RoadmapTreeChanges *self,
                          RoadmapItem        *chart,
                          const RoadmapEdit  *edit)
{
  RoadmapItem *from = edit->parent;

  if (!stays_in_charts (edit))
    {
      roadmap_tree_changes_add_all (self);
      return TRUE;
    }
  if (!roadmap_item_is_within (edit->item, chart) && (from == NULL || !roadmap_item_is_within (from, chart)))
    return FALSE;

  add_around (self, edit->item);
  add_around (self, from);
  return TRUE;
}

void
roadmap_tree_changes_add_all (RoadmapTreeChanges *self)
{
  self->all = TRUE;
}

void
roadmap_tree_changes_clear (RoadmapTreeChanges *self)
{
  g_hash_table_remove_all (self->items);
  self->all = FALSE;
}

gboolean
roadmap_tree_changes_concern (RoadmapTreeChanges *self,
                              RoadmapItem        *item)
{
  return self->all || g_hash_table_contains (self->items, item);
}

/* What is gathered under an item by its links stands beside it in the file. */
gboolean
roadmap_tree_changes_reach (RoadmapTreeChanges *self,
                            RoadmapItem        *item)
{
  return roadmap_tree_changes_concern (self, item) ||
         (roadmap_outline_gathers (item) && roadmap_tree_changes_concern (self, roadmap_item_get_parent (item)));
}
