/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-view-private.h"

#include <math.h>

#include "widgets/bar-child.h"

/* One notch of the wheel. */
#define ZOOM_STEP 1.2

struct _RoadmapSwimlaneInput
{
  RoadmapSwimlaneView *view;         /* not owned: it owns this */
  GtkPopover          *menu;         /* a child of the view; NULL until it is first opened */
  double               pointer_x;    /* where the wheel zooms, in the view's coordinates */
  double               pinched_from; /* the zoom at the beginning of a pinch */
};

static void
open_menu (RoadmapSwimlaneInput *self,
           RoadmapItem          *item,
           const GdkRectangle   *at)
{
  GMenuModel *model = roadmap_swimlane_view_get_menu_model (self->view);

  if (model == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->view));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
    }

  roadmap_view_state_set_selected (roadmap_swimlane_view_get_state (self->view), item);
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

/* The bar or lane at a point of the widget, or NULL. */
static RoadmapItem *
pick (RoadmapSwimlaneView *self,
      double               x,
      double               y)
{
  RoadmapSwimlane *layout = roadmap_swimlane_view_get_layout (self);
  double name_width, head_height, dx, dy;

  if (layout == NULL)
    return NULL;
  roadmap_swimlane_view_get_head (self, &name_width, &head_height);
  if (y < head_height)
    return NULL;

  dx = gtk_adjustment_get_value (roadmap_swimlane_view_get_hadjustment (self));
  dy = gtk_adjustment_get_value (roadmap_swimlane_view_get_vadjustment (self));
  if (x < name_width)
    return roadmap_scene_pick (roadmap_swimlane_get_names (layout), x, y - head_height + dy);
  return roadmap_scene_pick (roadmap_swimlane_get_body (layout), x - name_width + dx, y - head_height + dy);
}

/* A click beside the bars of a lane takes the keyboard to the first of them that is in view, if there is one. */
static void
focus_lane (RoadmapSwimlaneView *self,
            RoadmapItem         *lane)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_BAR_CHILD (child) &&
        roadmap_item_is_within (roadmap_bar_child_get_item (ROADMAP_BAR_CHILD (child)), lane))
      {
        gtk_widget_grab_focus (child);
        return;
      }
}

static void
pressed_cb (GtkGestureClick      *gesture,
            int                   n_press,
            double                x,
            double                y,
            RoadmapSwimlaneInput *self)
{
  RoadmapItem *item = pick (self->view, x, y);
  GtkWidget *child = item != NULL ? roadmap_swimlane_view_reveal (self->view, item) : NULL;

  if (item == NULL || roadmap_item_is (item, "chart"))
    return;
  if (child != NULL)
    gtk_widget_grab_focus (child);
  else
    focus_lane (self->view, item);
  roadmap_view_state_set_selected (roadmap_swimlane_view_get_state (self->view), item);
  if (n_press == 2 && child != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.edit-item", NULL);
}

static void
menu_pressed_cb (GtkGestureClick      *gesture,
                 int                   n_press,
                 double                x,
                 double                y,
                 RoadmapSwimlaneInput *self)
{
  RoadmapItem *item = pick (self->view, x, y);

  if (item == NULL || roadmap_item_is (item, "chart"))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, item, &(GdkRectangle) { x, y, 1, 1 });
}

static RoadmapBarChild *
find_focused (RoadmapSwimlaneView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return ROADMAP_IS_BAR_CHILD (child) ? ROADMAP_BAR_CHILD (child) : NULL;
}

static void
go_to (RoadmapSwimlaneView *self,
       const RoadmapGroup  *group)
{
  GtkWidget *child = roadmap_swimlane_view_reveal (self, group->item);

  gtk_widget_grab_focus (child);
  roadmap_view_state_set_selected (roadmap_swimlane_view_get_state (self), group->item);
}

/* The last bar there is in a direction, along the lane. */
static const RoadmapGroup *
find_end (RoadmapScene       *body,
          const RoadmapGroup *from,
          RoadmapDirection    direction)
{
  const RoadmapGroup *next;

  while ((next = roadmap_scene_move (body, from, direction)) != NULL)
    from = next;
  return from;
}

static const RoadmapGroup *
find_target (RoadmapScene       *body,
             const RoadmapGroup *from,
             guint               key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return roadmap_scene_move (body, from, ROADMAP_DIRECTION_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return roadmap_scene_move (body, from, ROADMAP_DIRECTION_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return roadmap_scene_move (body, from, ROADMAP_DIRECTION_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return roadmap_scene_move (body, from, ROADMAP_DIRECTION_DOWN);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return find_end (body, from, ROADMAP_DIRECTION_LEFT);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return find_end (body, from, ROADMAP_DIRECTION_RIGHT);
    default:
      return NULL;
    }
}

static gboolean
is_menu_key (guint           key,
             GdkModifierType modifiers)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
}

static void
open_menu_at_child (RoadmapSwimlaneInput *self,
                    RoadmapBarChild      *child)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (child), GTK_WIDGET (self->view), &bounds))
    open_menu (self, roadmap_bar_child_get_item (child),
               &(GdkRectangle) { MAX (0, bounds.origin.x), bounds.origin.y, 24, bounds.size.height });
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                RoadmapSwimlaneInput  *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  RoadmapBarChild *child = find_focused (self->view);
  const RoadmapGroup *from, *target;
  RoadmapScene *body;

  if (child == NULL)
    return GDK_EVENT_PROPAGATE;
  if (is_menu_key (key, modifiers))
    {
      open_menu_at_child (self, child);
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  body = roadmap_swimlane_get_body (roadmap_swimlane_view_get_layout (self->view));
  from = roadmap_scene_find_group (body, roadmap_bar_child_get_item (child));
  target = from != NULL ? find_target (body, from, key) : NULL;
  if (target == NULL)
    return GDK_EVENT_PROPAGATE;

  go_to (self->view, target);
  return GDK_EVENT_STOP;
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller,
                  double                    x,
                  double                    y,
                  RoadmapSwimlaneInput     *self)
{
  self->pointer_x = x;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           RoadmapSwimlaneInput     *self)
{
  RoadmapViewState *state = roadmap_swimlane_view_get_state (self->view);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(modifiers & GDK_CONTROL_MASK) || state == NULL)
    return GDK_EVENT_PROPAGATE;
  roadmap_swimlane_view_zoom_at (self->view, roadmap_view_state_get_zoom (state) * pow (ZOOM_STEP, -dy),
                                 self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture           *gesture,
                GdkEventSequence     *sequence,
                RoadmapSwimlaneInput *self)
{
  RoadmapViewState *state = roadmap_swimlane_view_get_state (self->view);

  self->pinched_from = state != NULL ? roadmap_view_state_get_zoom (state) : 1.0;
}

static void
pinched_cb (GtkGestureZoom       *gesture,
            double                scale,
            RoadmapSwimlaneInput *self)
{
  double x = self->pointer_x;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, NULL);
  roadmap_swimlane_view_zoom_at (self->view, self->pinched_from * scale, x);
}

static void
add_click (RoadmapSwimlaneInput *self,
           guint                 button,
           GCallback             callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
add_controllers (RoadmapSwimlaneInput *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, keys);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (view, wheel);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (view, motion);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (pinch));
}

RoadmapSwimlaneInput *
roadmap_swimlane_input_new (RoadmapSwimlaneView *view)
{
  RoadmapSwimlaneInput *self = g_new0 (RoadmapSwimlaneInput, 1);

  self->view = view;
  self->pinched_from = 1.0;
  add_controllers (self);
  return self;
}

void
roadmap_swimlane_input_free (RoadmapSwimlaneInput *self)
{
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  g_free (self);
}

void
roadmap_swimlane_input_allocate (RoadmapSwimlaneInput *self)
{
  if (self->menu != NULL)
    gtk_popover_present (self->menu);
}
