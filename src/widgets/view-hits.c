/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-hits.h"

struct _RoadmapViewHits
{
  RoadmapHitList *list;
  guint           hit;
  RoadmapItem    *item; /* not owned, only compared: the hit at that position */
  void          (*changed) (gpointer user_data);
  gpointer        user_data;
};

/* The hit may stand elsewhere now. */
static void
items_changed_cb (RoadmapViewHits *self)
{
  guint position;

  if (self->item == NULL || !roadmap_hit_list_find (self->list, self->item, &position))
    position = G_MAXUINT;
  roadmap_view_hits_set (self, position);
}

RoadmapViewHits *
roadmap_view_hits_new (RoadmapHitFunc   may_find,
                       void           (*changed) (gpointer user_data),
                       gpointer         user_data)
{
  RoadmapViewHits *self = g_new0 (RoadmapViewHits, 1);

  self->list = roadmap_hit_list_new (may_find, user_data);
  self->hit = G_MAXUINT;
  self->changed = changed;
  self->user_data = user_data;
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}

void
roadmap_view_hits_free (RoadmapViewHits *self)
{
  g_return_if_fail (self != NULL);

  /* A view may still hold the list, which asks for what may be found. */
  g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
  roadmap_hit_list_set_roadmap (self->list, NULL);
  g_object_unref (self->list);
  g_free (self);
}

RoadmapHitList *
roadmap_view_hits_get_list (RoadmapViewHits *self)
{
  return self->list;
}

guint
roadmap_view_hits_get (RoadmapViewHits *self)
{
  return self->hit;
}

void
roadmap_view_hits_set (RoadmapViewHits *self,
                       guint            position)
{
  self->item = roadmap_hit_list_get (self->list, position);
  if (self->hit == position)
    return;
  self->hit = position;
  self->changed (self->user_data);
}

guint
roadmap_view_hits_step (RoadmapViewHits *self,
                        int              step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n == 0)
    return G_MAXUINT;
  if (self->hit == G_MAXUINT)
    return step > 0 ? 0 : n - 1;
  return (self->hit + n + step) % n;
}
