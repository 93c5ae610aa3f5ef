/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-rows.h"

/* How far below the top a passage comes to stand that is gone to, in pixels. */
#define TOP_MARGIN 24

struct _RoadmapPassageRows
{
  GtkListView *list;       /* not owned */
  GHashTable  *list_items; /* GtkListItem, not owned */
};

RoadmapPassageRows *
roadmap_passage_rows_new (GtkListView *list)
{
  RoadmapPassageRows *self = g_new0 (RoadmapPassageRows, 1);

  self->list = list;
  self->list_items = g_hash_table_new (NULL, NULL);
  return self;
}

void
roadmap_passage_rows_free (RoadmapPassageRows *self)
{
  g_hash_table_unref (self->list_items);
  g_free (self);
}

void
roadmap_passage_rows_add (RoadmapPassageRows *self,
                          GtkListItem        *list_item)
{
  g_hash_table_add (self->list_items, list_item);
}

void
roadmap_passage_rows_remove (RoadmapPassageRows *self,
                             GtkListItem        *list_item)
{
  g_hash_table_remove (self->list_items, list_item);
}

void
roadmap_passage_rows_foreach (RoadmapPassageRows *self,
                              GFunc               visit,
                              gpointer            user_data)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->list_items);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    visit (list_item, user_data);
}

GtkWidget *
roadmap_passage_rows_find (RoadmapPassageRows *self,
                           guint               position)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->list_items);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (gtk_list_item_get_position (list_item) == position)
      return gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  return NULL;
}

RoadmapPassageRow *
roadmap_passage_rows_find_focused (RoadmapPassageRows *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, list))
    return NULL;
  while (gtk_widget_get_parent (focus) != list)
    focus = gtk_widget_get_parent (focus);
  return ROADMAP_PASSAGE_ROW (gtk_widget_get_first_child (focus));
}

static GtkAdjustment *
get_adjustment (RoadmapPassageRows *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

/* FALSE if the row has no place yet. */
static gboolean
get_bounds (RoadmapPassageRows *self,
            GtkWidget          *row,
            graphene_rect_t    *bounds)
{
  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), bounds);
}

guint
roadmap_passage_rows_find_top (RoadmapPassageRows *self)
{
  GHashTableIter iter;
  gpointer list_item;
  guint top = GTK_INVALID_LIST_POSITION;

  if (gtk_adjustment_get_value (get_adjustment (self)) <= 0)
    return 0;

  g_hash_table_iter_init (&iter, self->list_items);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      guint position = gtk_list_item_get_position (list_item);
      graphene_rect_t bounds;

      if (position < top && get_bounds (self, gtk_widget_get_parent (gtk_list_item_get_child (list_item)), &bounds) &&
          bounds.origin.y + bounds.size.height > TOP_MARGIN)
        top = position;
    }
  return top;
}

gboolean
roadmap_passage_rows_can_see (RoadmapPassageRows *self,
                              guint               position)
{
  graphene_rect_t bounds;

  return get_bounds (self, roadmap_passage_rows_find (self, position), &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_adjustment_get_page_size (get_adjustment (self));
}

gboolean
roadmap_passage_rows_approach (RoadmapPassageRows *self,
                               guint               position)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double before = gtk_adjustment_get_value (adjustment);
  double distance;
  graphene_rect_t bounds;

  if (!get_bounds (self, roadmap_passage_rows_find (self, position), &bounds))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
      return FALSE;
    }

  distance = bounds.origin.y - TOP_MARGIN;
  if (ABS (distance) < 1)
    return TRUE;
  gtk_adjustment_set_value (adjustment, before + distance);
  /* At either end there is no further to go. */
  return ABS (gtk_adjustment_get_value (adjustment) - before) < 0.5;
}
