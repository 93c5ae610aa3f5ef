/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-state-private.h"

#include <string.h>

/* The stages and lanes of which only the names are shown. */

char **
roadmap_view_state_dup_collapsed (RoadmapViewState *self)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (self->collapsed), (GCompareFunc) strcmp);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GList *l = ids; l != NULL; l = l->next)
    g_strv_builder_add (builder, l->data);
  return g_strv_builder_end (builder);
}

gboolean
roadmap_view_state_is_collapsed (RoadmapViewState *self,
                                 RoadmapItem      *lane)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), FALSE);

  return g_hash_table_contains (self->collapsed, roadmap_item_get_id (lane));
}

void
roadmap_view_state_collapse (RoadmapViewState *self,
                             RoadmapItem      *lane,
                             gboolean          collapsed)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (roadmap_view_state_is_collapsed (self, lane) == collapsed)
    return;
  if (collapsed)
    g_hash_table_add (self->collapsed, g_strdup (roadmap_item_get_id (lane)));
  else
    g_hash_table_remove (self->collapsed, roadmap_item_get_id (lane));
  g_object_notify (G_OBJECT (self), "collapsed");
}

void
roadmap_view_state_set_collapsed (RoadmapViewState  *self,
                                  const char *const *ids)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  g_hash_table_remove_all (self->collapsed);
  for (; ids != NULL && *ids != NULL; ids++)
    g_hash_table_add (self->collapsed, g_strdup (*ids));
  g_object_notify (G_OBJECT (self), "collapsed");
}
