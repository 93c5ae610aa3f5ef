/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/opened-rows.h"

#include "widgets/outline-model.h"

struct _RoadmapOpenedRows
{
  GPtrArray *rows; /* GtkTreeListRow, outer ones before those in them */
};

static void
expanded_cb (GtkTreeListRow    *row,
             GParamSpec        *pspec,
             RoadmapOpenedRows *self)
{
  g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
  g_ptr_array_remove (self->rows, row);
}

/* Only from now on: what was expanded just now was not so by hand. */
static void
watch_from (RoadmapOpenedRows *self,
            guint              first)
{
  for (guint i = first; i < self->rows->len; i++)
    g_signal_connect (g_ptr_array_index (self->rows, i), "notify::expanded", G_CALLBACK (expanded_cb), self);
}

static gboolean
is_on (GtkTreeListRow *row,
       GPtrArray      *path)
{
  g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);

  return path != NULL && g_ptr_array_find (path, item, NULL);
}

RoadmapOpenedRows *
roadmap_opened_rows_new (void)
{
  RoadmapOpenedRows *self = g_new0 (RoadmapOpenedRows, 1);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
roadmap_opened_rows_free (RoadmapOpenedRows *self)
{
  g_return_if_fail (self != NULL);

  roadmap_opened_rows_forget (self);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
roadmap_opened_rows_reveal (RoadmapOpenedRows *self,
                            GtkTreeListModel  *model,
                            GPtrArray         *path)
{
  guint first = self->rows->len;
  guint position = roadmap_outline_model_reveal (model, path, self->rows);

  watch_from (self, first);
  return position;
}

void
roadmap_opened_rows_open_all (RoadmapOpenedRows *self,
                              GtkTreeListModel  *model)
{
  guint first = self->rows->len;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (model, i);

      if (!gtk_tree_list_row_is_expandable (row) || gtk_tree_list_row_get_expanded (row))
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      g_ptr_array_add (self->rows, g_steal_pointer (&row));
    }
  watch_from (self, first);
}

/* From the inside out. */
void
roadmap_opened_rows_close (RoadmapOpenedRows *self,
                           GPtrArray         *path)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkTreeListRow *row = g_ptr_array_index (self->rows, i - 1);

      if (is_on (row, path))
        continue;
      g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
      gtk_tree_list_row_set_expanded (row, FALSE);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

void
roadmap_opened_rows_forget (RoadmapOpenedRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->rows, i), expanded_cb, self);
  g_ptr_array_set_size (self->rows, 0);
}
