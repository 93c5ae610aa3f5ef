/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/passage-menu.h"

struct _RoadmapPassageMenu
{
  GtkWidget              *view; /* these three are not owned */
  GtkListView            *list;
  RoadmapPassageRows     *rows;
  RoadmapPassageMenuFunc  opening;
  gpointer                user_data;

  GMenuModel             *model;
  GtkWidget              *popover; /* NULL until it is first opened */
};

static void
open_menu (RoadmapPassageMenu *self,
           RoadmapPassageRow  *row,
           const GdkRectangle *at)
{
  if (self->model == NULL || !self->opening (row, self->user_data))
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->model);
      gtk_widget_set_parent (self->popover, self->view);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            RoadmapPassageMenu *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, ROADMAP_TYPE_PASSAGE_ROW) : NULL;
  double view_x, view_y;

  /* Around the passage there is a widget of GTK's. */
  if (row == NULL && picked != NULL && gtk_widget_get_parent (picked) == list)
    row = gtk_widget_get_first_child (picked);
  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (list, self->view, x, y, &view_x, &view_y);
  open_menu (self, ROADMAP_PASSAGE_ROW (row), &(GdkRectangle) { view_x, view_y, 1, 1 });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                RoadmapPassageMenu    *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  RoadmapPassageRow *row = roadmap_passage_rows_find_focused (self->rows);
  graphene_rect_t bounds;

  if (row == NULL || !(key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), self->view, &bounds))
    return GDK_EVENT_PROPAGATE;
  open_menu (self, row, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, 24, bounds.size.height });
  return GDK_EVENT_STOP;
}

RoadmapPassageMenu *
roadmap_passage_menu_new (GtkWidget              *view,
                          GtkListView            *list,
                          RoadmapPassageRows     *rows,
                          RoadmapPassageMenuFunc  opening,
                          gpointer                user_data)
{
  RoadmapPassageMenu *self = g_new0 (RoadmapPassageMenu, 1);
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *self = (RoadmapPassageMenu) { view, list, rows, opening, user_data };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
  return self;
}

void
roadmap_passage_menu_free (RoadmapPassageMenu *self)
{
  roadmap_passage_menu_set_model (self, NULL);
  g_free (self);
}

GMenuModel *
roadmap_passage_menu_get_model (RoadmapPassageMenu *self)
{
  return self->model;
}

void
roadmap_passage_menu_set_model (RoadmapPassageMenu *self,
                                GMenuModel         *model)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_object (&self->model, model);
}
