/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-state-private.h"

/* Which part of the roadmap is shown, and what is found in it. */

void
roadmap_view_state_notify_shown (RoadmapViewState *self)
{
  if (self->query != NULL)
    roadmap_hit_list_refresh (roadmap_view_state_get_hits (self));
  g_object_notify (G_OBJECT (self), "filter");
}

void
roadmap_view_state_notify_filter (RoadmapViewState *self)
{
  roadmap_view_state_notify_shown (self);
  g_object_notify (G_OBJECT (self), "filter-text");
}

const char *
roadmap_view_state_get_query (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->query;
}

void
roadmap_view_state_set_query (RoadmapViewState *self,
                              const char       *query)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (query != NULL && *query == '\0')
    query = NULL;
  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  roadmap_view_hits_set (self->hits, G_MAXUINT);
  roadmap_hit_list_set_query (roadmap_view_state_get_hits (self), query);
  g_object_notify (G_OBJECT (self), "query");
}

RoadmapHitList *
roadmap_view_state_get_hits (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return roadmap_view_hits_get_list (self->hits);
}

guint
roadmap_view_state_get_hit (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), G_MAXUINT);

  return roadmap_view_hits_get (self->hits);
}

gboolean
roadmap_view_state_go_to_hit (RoadmapViewState *self,
                              guint             position)
{
  RoadmapItem *hit;

  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), FALSE);

  hit = roadmap_hit_list_get (roadmap_view_state_get_hits (self), position);
  if (hit == NULL)
    return FALSE;
  roadmap_view_hits_set (self->hits, position);
  roadmap_view_state_set_selected (self, roadmap_search_get_target (hit));
  return TRUE;
}

gboolean
roadmap_view_state_step_hit (RoadmapViewState *self,
                             int               step)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  return roadmap_view_state_go_to_hit (self, roadmap_view_hits_step (self->hits, step));
}

RoadmapFilter *
roadmap_view_state_get_filter (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return roadmap_view_filter_get (self->filter);
}

void
roadmap_view_state_set_filter (RoadmapViewState *self,
                               RoadmapFilter    *filter)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));

  if (roadmap_view_filter_set (self->filter, filter))
    roadmap_view_state_notify_filter (self);
}

gboolean
roadmap_view_state_shows (RoadmapViewState *self,
                          RoadmapItem      *item)
{
  RoadmapFilterSet *shown;

  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), TRUE);
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), TRUE);

  shown = roadmap_view_filter_get_shown (self->filter);
  return shown == NULL || roadmap_filter_set_shows (shown, item);
}

gboolean
roadmap_view_state_holds (RoadmapViewState *self,
                          RoadmapItem      *item)
{
  RoadmapFilterSet *shown;

  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), TRUE);

  shown = roadmap_view_filter_get_shown (self->filter);
  return shown == NULL || roadmap_filter_set_holds (shown, item);
}

guint
roadmap_view_state_count_shown (RoadmapViewState *self,
                                guint            *n_bars)
{
  RoadmapFilterSet *shown;

  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), 0);

  *n_bars = 0;
  shown = roadmap_view_filter_get_shown (self->filter);
  return shown != NULL ? roadmap_filter_set_count (shown, n_bars) : 0;
}

gboolean
roadmap_view_state_show_func (RoadmapItem *item,
                              gpointer     state)
{
  return roadmap_view_state_shows (state, item);
}
