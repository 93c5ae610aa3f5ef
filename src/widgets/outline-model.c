/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/outline-model.h"

#include "model/outline.h"

/* (transfer container) */
static GPtrArray *
list_children (RoadmapViewState *state,
               RoadmapItem      *item)
{
  GPtrArray *children = roadmap_outline_children (roadmap_view_state_get_roadmap (state), item);

  for (guint i = children->len; i > 0; i--)
    if (!roadmap_view_state_shows (state, g_ptr_array_index (children, i - 1)))
      g_ptr_array_remove_index (children, i - 1);
  return children;
}

static GListStore *
store_children (GPtrArray *children)
{
  GListStore *store = g_list_store_new (ROADMAP_TYPE_ITEM);

  g_list_store_splice (store, 0, 0, children->pdata, children->len);
  return store;
}

static gboolean
has_children (RoadmapViewState *state,
              RoadmapItem      *item)
{
  g_autoptr (GPtrArray) children = list_children (state, item);

  return children->len > 0;
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer state)
{
  g_autoptr (GPtrArray) children = list_children (state, item);

  return children->len > 0 ? G_LIST_MODEL (store_children (children)) : NULL;
}

GtkTreeListModel *
roadmap_outline_model_new (RoadmapViewState *state,
                           RoadmapItem      *top)
{
  g_autoptr (GPtrArray) children = list_children (state, top);

  return gtk_tree_list_model_new (G_LIST_MODEL (store_children (children)), FALSE, FALSE, create_children_cb,
                                  g_object_ref (state), g_object_unref);
}

/* (transfer full): child @position of @row, or of the top if that is NULL; NULL if there is none. */
static GtkTreeListRow *
get_child_row (GtkTreeListModel *self,
               GtkTreeListRow   *row,
               guint             position)
{
  if (row == NULL)
    return gtk_tree_list_model_get_child_row (self, position);
  return gtk_tree_list_row_get_child_row (row, position);
}

/* The ids down to a row: they say which place of an item is meant. */
static char *
dup_place (GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);
  g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);
  g_autofree char *above = parent != NULL ? dup_place (parent) : NULL;

  return g_strjoin ("\n", roadmap_item_get_id (item), above, NULL);
}

/* Notes the places of all expanded rows from @row down. */
static void
note_expanded (GtkTreeListRow *row,
               GHashTable     *places)
{
  GtkTreeListRow *child;

  if (!gtk_tree_list_row_get_expanded (row))
    return;
  g_hash_table_add (places, dup_place (row));
  for (guint i = 0; (child = gtk_tree_list_row_get_child_row (row, i)) != NULL; i++)
    {
      note_expanded (child, places);
      g_object_unref (child);
    }
}

static void
expand (GtkTreeListRow *row,
        GHashTable     *places)
{
  g_autofree char *place = dup_place (row);
  GtkTreeListRow *child;

  if (!g_hash_table_contains (places, place))
    return;
  gtk_tree_list_row_set_expanded (row, TRUE);
  for (guint i = 0; (child = gtk_tree_list_row_get_child_row (row, i)) != NULL; i++)
    {
      expand (child, places);
      g_object_unref (child);
    }
}

/* Makes @store hold @wanted item by item: a store that is filled anew would lose the rows that stay.  What stands
 * before @start and behind @end of the old items is the same already. */
static void
update_store (GListStore *store,
              GPtrArray  *wanted,
              guint       start,
              guint       end)
{
  guint wanted_end = wanted->len - (g_list_model_get_n_items (G_LIST_MODEL (store)) - end);
  guint old;

  for (guint i = end; i > start; i--)
    {
      g_autoptr (RoadmapItem) item = g_list_model_get_item (G_LIST_MODEL (store), i - 1);

      if (!g_ptr_array_find (wanted, item, NULL))
        g_list_store_remove (store, i - 1);
    }

  for (guint i = start; i < wanted_end; i++)
    {
      RoadmapItem *item = g_ptr_array_index (wanted, i);

      if (g_list_store_find (store, item, &old))
        {
          if (old == i)
            continue;
          g_list_store_remove (store, old);
        }
      g_list_store_insert (store, i, item);
    }
}

static gboolean
holds_at (GListModel *store,
          guint       position,
          gpointer    wanted)
{
  g_autoptr (RoadmapItem) item = g_list_model_get_item (store, position);

  return item == wanted;
}

/* The rows that are made anew are collapsed at first. */
static void
update_rows (GtkTreeListModel *self,
             GtkTreeListRow   *parent,
             GListModel       *store,
             GPtrArray        *wanted)
{
  g_autoptr (GHashTable) expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (store);
  guint start = 0, same = 0;

  while (start < MIN (n, wanted->len) && holds_at (store, start, g_ptr_array_index (wanted, start)))
    start++;
  while (same < MIN (n, wanted->len) - start &&
         holds_at (store, n - 1 - same, g_ptr_array_index (wanted, wanted->len - 1 - same)))
    same++;

  for (guint i = start; i < n - same; i++)
    {
      g_autoptr (GtkTreeListRow) row = get_child_row (self, parent, i);

      note_expanded (row, expanded);
    }
  update_store (G_LIST_STORE (store), wanted, start, n - same);
  for (guint i = start; i < wanted->len - same; i++)
    {
      g_autoptr (GtkTreeListRow) row = get_child_row (self, parent, i);

      expand (row, expanded);
    }
}

static void
update_children (GtkTreeListModel   *self,
                 GtkTreeListRow     *parent,
                 GListModel         *store,
                 RoadmapViewState   *state,
                 RoadmapItem        *item,
                 RoadmapTreeChanges *changes)
{
  g_autoptr (GPtrArray) wanted = list_children (state, item);

  update_rows (self, parent, store, wanted);
  for (guint i = 0; i < wanted->len; i++)
    {
      gpointer child = g_ptr_array_index (wanted, i);
      g_autoptr (GtkTreeListRow) row = NULL;
      GListModel *children;

      if (!roadmap_tree_changes_reach (changes, child))
        continue;
      row = get_child_row (self, parent, i);
      children = gtk_tree_list_row_get_children (row);
      /* Whether a row can be expanded is found out once, so one for which that changed begins anew. */
      if (gtk_tree_list_row_is_expandable (row) != has_children (state, child))
        g_list_store_splice (G_LIST_STORE (store), i, 1, &child, 1);
      else if (children != NULL)
        update_children (self, row, children, state, child, changes);
    }
}

void
roadmap_outline_model_update (GtkTreeListModel   *self,
                              RoadmapViewState   *state,
                              RoadmapItem        *top,
                              RoadmapTreeChanges *changes)
{
  update_children (self, NULL, gtk_tree_list_model_get_model (self), state, top, changes);
}

guint
roadmap_outline_model_count (RoadmapViewState *state,
                             RoadmapItem      *top,
                             guint             most)
{
  g_autoptr (GPtrArray) children = list_children (state, top);
  guint n = 0;

  for (guint i = 0; i < children->len && n <= most; i++)
    n += 1 + roadmap_outline_model_count (state, g_ptr_array_index (children, i), most - n);
  return MIN (n, most + 1);
}

/* (transfer full) */
static GtkTreeListRow *
find_child_row (GtkTreeListModel *self,
                GtkTreeListRow   *parent,
                RoadmapItem      *wanted)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = get_child_row (self, parent, i)) != NULL; i++)
    {
      g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);

      if (item == wanted)
        return row;
      g_object_unref (row);
    }
  return NULL;
}

static void
open_row (GtkTreeListRow *row,
          GPtrArray      *opened)
{
  if (gtk_tree_list_row_get_expanded (row))
    return;
  gtk_tree_list_row_set_expanded (row, TRUE);
  g_ptr_array_add (opened, g_object_ref (row));
}

guint
roadmap_outline_model_reveal (GtkTreeListModel *self,
                              GPtrArray        *path,
                              GPtrArray        *opened)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  for (guint i = 0; i < path->len; i++)
    {
      g_autoptr (GtkTreeListRow) child = NULL;

      if (row != NULL)
        open_row (row, opened);
      child = find_child_row (self, row, g_ptr_array_index (path, i));
      if (child == NULL)
        return GTK_INVALID_LIST_POSITION;
      g_set_object (&row, child);
    }
  return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
}
