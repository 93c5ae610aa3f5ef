/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/view-place.h"

#include "model/edition.h"

/* A new roadmap is laid out over some frames, and a view turns to what is selected in it when that is done: the place
 * is held until it stayed by itself for so many frames, but not for ever. */
#define N_FRAMES 10
#define MAX_FRAMES 90

struct _RoadmapViewPlace
{
  GPtrArray *selected; /* ids */
  char      *lead;     /* NULL: nothing is selected */
  char      *chart;    /* NULL: all */
  GArray    *values;   /* double: across and down of each scrolled window that can be seen */
};

typedef struct
{
  GArray *values;
  guint   n_frames; /* since it was last moved */
  guint   n_all;
} Scroll;

static void
collect_values (GtkWidget *widget,
                GArray    *values)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (widget);

      g_array_append_val (values, ((double) { gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scrolled)) }));
      g_array_append_val (values, ((double) { gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled)) }));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_values (child, values);
}

static gboolean
move (GtkAdjustment *adjustment,
      double         value)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, value);
  return gtk_adjustment_get_value (adjustment) != before;
}

/* Whether anything had to be moved. */
static gboolean
restore_values (GtkWidget *widget,
                GArray    *values,
                guint     *at)
{
  gboolean moved = FALSE;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_SCROLLED_WINDOW (widget) && *at + 1 < values->len)
    {
      GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (widget);

      moved = move (gtk_scrolled_window_get_hadjustment (scrolled), g_array_index (values, double, *at));
      moved = move (gtk_scrolled_window_get_vadjustment (scrolled), g_array_index (values, double, *at + 1)) || moved;
      *at += 2;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    moved = restore_values (child, values, at) || moved;
  return moved;
}

static gboolean
scroll_cb (GtkWidget     *views,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;
  guint at = 0;

  scroll->n_frames = restore_values (views, scroll->values, &at) ? 0 : scroll->n_frames + 1;
  scroll->n_all++;
  return scroll->n_frames < N_FRAMES && scroll->n_all < MAX_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
free_scroll (gpointer data)
{
  Scroll *scroll = data;

  g_array_unref (scroll->values);
  g_free (scroll);
}

static char *
dup_id (RoadmapItem *item)
{
  return item != NULL ? g_strdup (roadmap_item_get_id (item)) : NULL;
}

RoadmapViewPlace *
roadmap_view_place_save (RoadmapViewState *state,
                         GtkWidget        *views)
{
  RoadmapViewPlace *self = g_new0 (RoadmapViewPlace, 1);
  GPtrArray *selection = roadmap_view_state_get_selection (state);

  self->selected = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < selection->len; i++)
    g_ptr_array_add (self->selected, dup_id (g_ptr_array_index (selection, i)));
  self->lead = dup_id (roadmap_view_state_get_selected (state));
  self->chart = dup_id (roadmap_view_state_get_chart (state));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  collect_values (views, self->values);
  return self;
}

static RoadmapItem *
find (Roadmap    *roadmap,
      const char *id)
{
  RoadmapItem *item = id != NULL ? roadmap_lookup (roadmap, id) : NULL;

  return item != NULL && !roadmap_item_is_withdrawn (item) ? item : NULL;
}

void
roadmap_view_place_restore (RoadmapViewPlace *self,
                            RoadmapViewState *state,
                            GtkWidget        *views)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  RoadmapItem *lead = find (roadmap, self->lead);
  RoadmapItem *chart = find (roadmap, self->chart);
  Scroll *scroll = g_new0 (Scroll, 1);

  if (chart != NULL && roadmap_item_is (chart, "chart"))
    roadmap_view_state_set_chart (state, chart);
  else if (self->chart == NULL)
    roadmap_view_state_set_chart (state, NULL);
  for (guint i = 0; i < self->selected->len; i++)
    {
      RoadmapItem *item = find (roadmap, g_ptr_array_index (self->selected, i));

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (items->len > 0)
    roadmap_view_state_set_selection (state, items, lead);

  scroll->values = g_array_ref (self->values);
  gtk_widget_add_tick_callback (views, scroll_cb, scroll, free_scroll);
}

void
roadmap_view_place_free (RoadmapViewPlace *self)
{
  g_ptr_array_unref (self->selected);
  g_free (self->lead);
  g_free (self->chart);
  g_array_unref (self->values);
  g_free (self);
}
