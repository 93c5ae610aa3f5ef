/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/tree-selection.h"

#include "model/outline.h"

struct _RoadmapTreeSelection
{
  GtkMultiSelection *rows;
  RoadmapFocusFunc   get_focused;
  gpointer           user_data;
  RoadmapViewState  *state;     /* not owned */
  GtkTreeListRow    *lead;      /* of the item that leads; it may have left the model */
  gboolean           is_telling; /* one side is following the other */
};

static GtkTreeListModel *
get_model (RoadmapTreeSelection *self)
{
  return GTK_TREE_LIST_MODEL (gtk_multi_selection_get_model (self->rows));
}

/* Not owned. */
static RoadmapItem *
get_item (RoadmapTreeSelection *self,
          guint                 position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (get_model (self), position);
  g_autoptr (RoadmapItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item;
}

static void
set_lead (RoadmapTreeSelection *self,
          guint                 position)
{
  g_clear_object (&self->lead);
  if (position != GTK_INVALID_LIST_POSITION && get_model (self) != NULL)
    self->lead = gtk_tree_list_model_get_row (get_model (self), position);
}

guint
roadmap_tree_selection_get_position (RoadmapTreeSelection *self)
{
  return self->lead != NULL ? gtk_tree_list_row_get_position (self->lead) : GTK_INVALID_LIST_POSITION;
}

GtkTreeListRow *
roadmap_tree_selection_get_lead (RoadmapTreeSelection *self)
{
  return roadmap_tree_selection_get_position (self) != GTK_INVALID_LIST_POSITION ? self->lead : NULL;
}

gboolean
roadmap_tree_selection_has_rows (RoadmapTreeSelection *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));

  return !gtk_bitset_is_empty (selected);
}

/* From the rows to the state */

/* The last of @selected from @position on, @n_items long. */
static guint
find_last (GtkBitset *selected,
           guint      position,
           guint      n_items)
{
  for (guint i = position + n_items; i > position; i--)
    if (gtk_bitset_contains (selected, i - 1))
      return i - 1;
  return GTK_INVALID_LIST_POSITION;
}

/* A click and a key move the focus before they select. */
static guint
choose_lead (RoadmapTreeSelection *self,
             GtkBitset            *selected,
             guint                 position,
             guint                 n_items)
{
  guint focused = self->get_focused (self->user_data);
  guint changed = find_last (selected, position, n_items);

  if (focused != GTK_INVALID_LIST_POSITION && gtk_bitset_contains (selected, focused))
    return focused;
  if (changed != GTK_INVALID_LIST_POSITION)
    return changed;
  return gtk_bitset_contains (selected, roadmap_tree_selection_get_position (self))
           ? roadmap_tree_selection_get_position (self)
           : gtk_bitset_get_maximum (selected);
}

static void
selection_changed_cb (RoadmapTreeSelection *self,
                      guint                 position,
                      guint                 n_items)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint row;

  if (self->is_telling || self->state == NULL || get_model (self) == NULL)
    return;

  self->is_telling = TRUE;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &row); more; more = gtk_bitset_iter_next (&iter, &row))
    g_ptr_array_add (items, get_item (self, row));
  if (items->len > 0)
    {
      set_lead (self, choose_lead (self, selected, position, n_items));
      roadmap_view_state_set_selection (self->state, items,
                                        get_item (self, roadmap_tree_selection_get_position (self)));
    }
  else
    roadmap_view_state_set_selected (self->state, NULL);
  self->is_telling = FALSE;
}

/* From the state to the rows */

/* Whether one row is selected and it is the right one. */
static gboolean
is_shown (RoadmapTreeSelection *self,
          GPtrArray            *items,
          GtkBitset            *selected)
{
  if (items->len > 1 || gtk_bitset_get_size (selected) != items->len)
    return FALSE;
  return items->len == 0 || get_item (self, gtk_bitset_get_minimum (selected)) == g_ptr_array_index (items, 0);
}

static gboolean
is_lead_shown (RoadmapTreeSelection *self,
               RoadmapItem          *lead)
{
  guint position = roadmap_tree_selection_get_position (self);

  return position != GTK_INVALID_LIST_POSITION && get_item (self, position) == lead;
}

static guint
reveal_lead (RoadmapTreeSelection *self,
             RoadmapItem          *lead,
             RoadmapItem          *chart,
             RoadmapOpenedRows    *opened)
{
  g_autoptr (GPtrArray) path = NULL;

  if (is_lead_shown (self, lead))
    return roadmap_tree_selection_get_position (self);
  path = roadmap_outline_path (roadmap_view_state_get_roadmap (self->state), chart, lead);
  /* Going through a timeline would otherwise open the whole tree bit by bit. */
  roadmap_opened_rows_close (opened, path);
  return roadmap_opened_rows_reveal (opened, get_model (self), path);
}

/* Those rows of the items that are selected already stay so; else the first of each. */
static void
add_others (RoadmapTreeSelection *self,
            GtkBitset            *rows,
            guint                 lead)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));

  if (lead != GTK_INVALID_LIST_POSITION)
    g_hash_table_add (seen, get_item (self, lead));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_rows; i++)
      {
        RoadmapItem *item = get_item (self, i);

        if ((pass == 1 || gtk_bitset_contains (selected, i)) && roadmap_view_state_is_selected (self->state, item) &&
            g_hash_table_add (seen, item))
          gtk_bitset_add (rows, i);
      }
}

gboolean
roadmap_tree_selection_follow (RoadmapTreeSelection *self,
                               RoadmapItem          *chart,
                               RoadmapOpenedRows    *opened)
{
  GPtrArray *items = self->state != NULL ? roadmap_view_state_get_selection (self->state) : NULL;
  RoadmapItem *lead = self->state != NULL ? roadmap_view_state_get_selected (self->state) : NULL;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean is_there;

  if (self->is_telling || (items != NULL && get_model (self) != NULL && is_shown (self, items, selected)))
    return FALSE;

  self->is_telling = TRUE;
  is_there = get_model (self) != NULL && is_lead_shown (self, lead);
  if (lead != NULL && get_model (self) != NULL)
    position = reveal_lead (self, lead, chart, opened);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (rows, position);
  if (items != NULL && items->len > 1 && get_model (self) != NULL)
    add_others (self, rows, position);
  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), rows, all);
  set_lead (self, position);
  self->is_telling = FALSE;
  return position != GTK_INVALID_LIST_POSITION && !is_there;
}

void
roadmap_tree_selection_select (RoadmapTreeSelection *self,
                               GtkTreeListRow       *row)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), gtk_tree_list_row_get_position (row), TRUE);
}

void
roadmap_tree_selection_toggle (RoadmapTreeSelection *self,
                               guint                 position)
{
  GtkSelectionModel *rows = GTK_SELECTION_MODEL (self->rows);

  if (gtk_selection_model_is_selected (rows, position))
    gtk_selection_model_unselect_item (rows, position);
  else
    gtk_selection_model_select_item (rows, position, FALSE);
}

void
roadmap_tree_selection_forget (RoadmapTreeSelection *self)
{
  g_clear_object (&self->lead);
}

RoadmapTreeSelection *
roadmap_tree_selection_new (GtkMultiSelection *rows,
                            RoadmapFocusFunc   get_focused,
                            gpointer           user_data)
{
  RoadmapTreeSelection *self = g_new0 (RoadmapTreeSelection, 1);

  self->rows = g_object_ref (rows);
  self->get_focused = get_focused;
  self->user_data = user_data;
  g_signal_connect_swapped (rows, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  return self;
}

void
roadmap_tree_selection_free (RoadmapTreeSelection *self)
{
  g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->lead);
  g_object_unref (self->rows);
  g_free (self);
}

void
roadmap_tree_selection_set_state (RoadmapTreeSelection *self,
                                  RoadmapViewState     *state)
{
  self->state = state;
}
