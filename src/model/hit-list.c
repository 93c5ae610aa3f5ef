/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/hit-list.h"

#include "model/edition.h"

struct _RoadmapHitList
{
  GObject             parent_instance;

  RoadmapHitFunc      may_find;
  gpointer            user_data;
  Roadmap            *roadmap;
  RoadmapSearchIndex *index; /* NULL until it is needed */
  char               *query;
  GPtrArray          *hits;  /* RoadmapItem, not owned: what leaves the roadmap is taken out */
  guint               refresh_id;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RoadmapHitList, roadmap_hit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ROADMAP_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ROADMAP_HIT_LIST (model)->hits->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RoadmapItem *item = roadmap_hit_list_get (ROADMAP_HIT_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* (transfer container) */
static GPtrArray *
find_hits (RoadmapHitList *self)
{
  GPtrArray *found;
  guint n = 0;

  if (self->roadmap == NULL || self->query == NULL)
    return g_ptr_array_new ();

  if (self->index == NULL)
    self->index = roadmap_search_index_new (self->roadmap);
  found = roadmap_search_index_find (self->index, self->query);
  for (guint i = 0; self->may_find != NULL && i < found->len; i++)
    if (self->may_find (g_ptr_array_index (found, i), self->user_data))
      g_ptr_array_index (found, n++) = g_ptr_array_index (found, i);
  if (self->may_find != NULL)
    g_ptr_array_set_size (found, n);
  return found;
}

static void
replace_hits (RoadmapHitList *self,
              GPtrArray      *hits)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->hits);

  self->hits = hits;
  if (old->len > 0 || hits->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, hits->len);
}

void
roadmap_hit_list_refresh (RoadmapHitList *self)
{
  g_return_if_fail (ROADMAP_IS_HIT_LIST (self));

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  replace_hits (self, find_hits (self));
}

static gboolean
refresh_cb (gpointer data)
{
  RoadmapHitList *self = data;

  self->refresh_id = 0;
  roadmap_hit_list_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
roadmap_hit_list_finalize (GObject *object)
{
  RoadmapHitList *self = ROADMAP_HIT_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->index, roadmap_search_index_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->roadmap);

  G_OBJECT_CLASS (roadmap_hit_list_parent_class)->finalize (object);
}

static void
roadmap_hit_list_class_init (RoadmapHitListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_hit_list_finalize;
}

static void
roadmap_hit_list_init (RoadmapHitList *self)
{
  self->hits = g_ptr_array_new ();
}

RoadmapHitList *
roadmap_hit_list_new (RoadmapHitFunc may_find,
                      gpointer       user_data)
{
  RoadmapHitList *self = g_object_new (ROADMAP_TYPE_HIT_LIST, NULL);

  self->may_find = may_find;
  self->user_data = user_data;
  return self;
}

void
roadmap_hit_list_set_roadmap (RoadmapHitList *self,
                              Roadmap        *roadmap)
{
  g_return_if_fail (ROADMAP_IS_HIT_LIST (self));

  if (!g_set_object (&self->roadmap, roadmap))
    return;
  g_clear_pointer (&self->index, roadmap_search_index_free);
  roadmap_hit_list_refresh (self);
}

void
roadmap_hit_list_set_query (RoadmapHitList *self,
                            const char     *query)
{
  g_return_if_fail (ROADMAP_IS_HIT_LIST (self));

  if (g_strcmp0 (self->query, query) == 0)
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  roadmap_hit_list_refresh (self);
}

/* Takes out what lies in @top. */
static void
drop_hits (RoadmapHitList *self,
           RoadmapItem    *top)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < self->hits->len; i++)
    if (!roadmap_item_is_within (g_ptr_array_index (self->hits, i), top))
      g_ptr_array_add (kept, g_ptr_array_index (self->hits, i));
  if (kept->len < self->hits->len)
    replace_hits (self, kept);
  else
    g_ptr_array_unref (kept);
}

void
roadmap_hit_list_update (RoadmapHitList    *self,
                         const RoadmapEdit *edit)
{
  g_return_if_fail (ROADMAP_IS_HIT_LIST (self));

  if (self->index != NULL)
    roadmap_search_index_update (self->index, edit);
  if (self->query == NULL)
    return;
  if (roadmap_edit_takes_out (edit))
    drop_hits (self, edit->item);
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

RoadmapItem *
roadmap_hit_list_get (RoadmapHitList *self,
                      guint           position)
{
  g_return_val_if_fail (ROADMAP_IS_HIT_LIST (self), NULL);

  return position < self->hits->len ? g_ptr_array_index (self->hits, position) : NULL;
}

gboolean
roadmap_hit_list_find (RoadmapHitList *self,
                       RoadmapItem    *item,
                       guint          *position)
{
  g_return_val_if_fail (ROADMAP_IS_HIT_LIST (self), FALSE);

  return g_ptr_array_find (self->hits, item, position);
}
