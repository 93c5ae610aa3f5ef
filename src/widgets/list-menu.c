/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/list-menu.h"

struct _RoadmapListMenu
{
  GtkWidget           *view; /* these two are not owned */
  GtkWidget           *list;
  RoadmapListMenuFunc  opening;
  gpointer             user_data;

  GMenuModel          *model;
  GtkWidget           *popover; /* NULL until it is first opened */
};

GtkWidget *
roadmap_list_find_row (GtkWidget *list,
                       GtkWidget *widget)
{
  if (widget == NULL || !gtk_widget_is_ancestor (widget, list))
    return NULL;
  while (gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
open_menu (RoadmapListMenu    *self,
           GtkWidget          *row,
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
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            RoadmapListMenu *self)
{
  GtkWidget *row = roadmap_list_find_row (self->list, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT));
  double view_x, view_y;

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (self->list, self->view, x, y, &view_x, &view_y);
  open_menu (self, row, &(GdkRectangle) { view_x, view_y, 1, 1 });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                RoadmapListMenu       *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *row = root != NULL ? roadmap_list_find_row (self->list, gtk_root_get_focus (root)) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !(key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)) ||
      !gtk_widget_compute_bounds (row, self->view, &bounds))
    return GDK_EVENT_PROPAGATE;
  open_menu (self, row, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, 24, bounds.size.height });
  return GDK_EVENT_STOP;
}

RoadmapListMenu *
roadmap_list_menu_new (GtkWidget           *view,
                       GtkWidget           *list,
                       RoadmapListMenuFunc  opening,
                       gpointer             user_data)
{
  RoadmapListMenu *self = g_new0 (RoadmapListMenu, 1);
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *self = (RoadmapListMenu) { view, list, opening, user_data };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (list, keys);
  return self;
}

void
roadmap_list_menu_free (RoadmapListMenu *self)
{
  roadmap_list_menu_set_model (self, NULL);
  g_free (self);
}

GMenuModel *
roadmap_list_menu_get_model (RoadmapListMenu *self)
{
  return self->model;
}

void
roadmap_list_menu_set_model (RoadmapListMenu *self,
                             GMenuModel      *model)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_object (&self->model, model);
}
