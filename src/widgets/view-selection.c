/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/view-state-private.h"

/* Which items are selected: one that leads, and maybe others besides. */

void
roadmap_view_state_init_selection (RoadmapViewState *self)
{
  self->selection = g_ptr_array_new_with_free_func (g_object_unref);
  self->is_selected = g_hash_table_new (NULL, NULL);
}

void
roadmap_view_state_clear_selection (RoadmapViewState *self)
{
  g_clear_pointer (&self->is_selected, g_hash_table_unref);
  g_clear_pointer (&self->selection, g_ptr_array_unref);
  g_clear_object (&self->selected);
}

/* An earlier plan that is shown behind what came of it can be seen without turning to it. */
static gboolean
is_to_turn_to (RoadmapViewState *self,
               RoadmapItem      *chart)
{
  if (g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") == 0)
    return !self->earlier;
  return self->chart != NULL;
}

static gboolean
has_same_items (RoadmapViewState *self,
                GPtrArray        *items)
{
  if (items->len != self->selection->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_index (items, i) != g_ptr_array_index (self->selection, i))
      return FALSE;
  return TRUE;
}

static void
set_lead (RoadmapViewState *self,
          RoadmapItem      *lead)
{
  RoadmapItem *chart = lead != NULL ? roadmap_item_find_around (lead, "chart") : NULL;

  g_set_object (&self->selected, lead);
  if (chart != NULL && is_to_turn_to (self, chart))
    roadmap_view_state_set_chart (self, chart);
  g_object_notify (G_OBJECT (self), "selected");
}

/* Each of @items occurs once. */
static void
select_items (RoadmapViewState *self,
              GPtrArray        *items,
              RoadmapItem      *lead)
{
  gboolean leads = self->selected != lead;

  if (!leads && has_same_items (self, items))
    return;

  /* All of it is so before anybody is told. */
  g_ptr_array_ref (items);
  g_ptr_array_unref (self->selection);
  self->selection = items;
  g_hash_table_remove_all (self->is_selected);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (self->is_selected, g_ptr_array_index (items, i));
  if (leads)
    set_lead (self, lead);
  g_object_notify (G_OBJECT (self), "selection");
}

/* (transfer full) */
static GPtrArray *
copy_without (GPtrArray *items,
              gboolean (*is_left_out) (RoadmapItem *item,
                                       gpointer     user_data),
              gpointer   user_data)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    if (!is_left_out (g_ptr_array_index (items, i), user_data))
      g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (items, i)));
  return copy;
}

static gboolean
is_seen (RoadmapItem *item,
         gpointer     seen)
{
  return !g_hash_table_add (seen, item);
}

static gboolean
is_item (RoadmapItem *item,
         gpointer     other)
{
  return item == other;
}

static gboolean
is_within (RoadmapItem *item,
           gpointer     top)
{
  return roadmap_item_is_within (item, top);
}

/* The last that was selected leads where the lead itself is gone. */
static void
select_rest (RoadmapViewState *self,
             GPtrArray        *rest)
{
  RoadmapItem *lead = self->selected;

  if (!g_ptr_array_find (rest, lead, NULL))
    lead = rest->len > 0 ? g_ptr_array_index (rest, rest->len - 1) : NULL;
  select_items (self, rest, lead);
}

void
roadmap_view_state_drop_selected (RoadmapViewState *self,
                                  RoadmapItem      *removed)
{
  g_autoptr (GPtrArray) rest = NULL;

  if (self->selected == NULL)
    return;
  rest = copy_without (self->selection, is_within, removed);
  select_rest (self, rest);
}

RoadmapItem *
roadmap_view_state_get_selected (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->selected;
}

void
roadmap_view_state_set_selected (RoadmapViewState *self,
                                 RoadmapItem      *item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (item == NULL || ROADMAP_IS_ITEM (item));

  if (item != NULL)
    g_ptr_array_add (items, g_object_ref (item));
  select_items (self, items, item);
}

GPtrArray *
roadmap_view_state_get_selection (RoadmapViewState *self)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), NULL);

  return self->selection;
}

gboolean
roadmap_view_state_is_selected (RoadmapViewState *self,
                                RoadmapItem      *item)
{
  g_return_val_if_fail (ROADMAP_IS_VIEW_STATE (self), FALSE);

  return g_hash_table_contains (self->is_selected, item);
}

void
roadmap_view_state_set_selection (RoadmapViewState *self,
                                  GPtrArray        *items,
                                  RoadmapItem      *lead)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) once = NULL;

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (items != NULL);
  g_return_if_fail (lead == NULL || g_ptr_array_find (items, lead, NULL));

  once = copy_without (items, is_seen, seen);
  if (lead == NULL && once->len > 0)
    lead = g_ptr_array_index (once, once->len - 1);
  select_items (self, once, lead);
}

void
roadmap_view_state_lead_with (RoadmapViewState *self,
                              RoadmapItem      *item)
{
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  if (roadmap_view_state_is_selected (self, item))
    select_items (self, self->selection, item);
  else
    roadmap_view_state_set_selected (self, item);
}

void
roadmap_view_state_toggle_selected (RoadmapViewState *self,
                                    RoadmapItem      *item)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (ROADMAP_IS_VIEW_STATE (self));
  g_return_if_fail (ROADMAP_IS_ITEM (item));

  items = copy_without (self->selection, is_item, item);
  if (roadmap_view_state_is_selected (self, item))
    {
      select_rest (self, items);
      return;
    }
  g_ptr_array_add (items, g_object_ref (item));
  select_items (self, items, item);
}
