/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

#include <math.h>

/* One notch of the wheel. */
#define ZOOM_STEP 1.2

struct _RoadmapSheetInput
{
  RoadmapSheetView *view;         /* not owned: it owns this */
  GtkPopover       *menu;         /* a child of the view; NULL until it is first opened */
  double            pointer_x;    /* where the wheel zooms, in the view's coordinates */
  double            pointer_y;
  double            pinched_from; /* the zoom at the beginning of a pinch */
  RoadmapItem      *pressed;      /* not owned, only compared: it was one of several that are selected */
};

static RoadmapViewState *
get_state (RoadmapSheetInput *self)
{
  return roadmap_sheet_view_get_state (self->view);
}

/* The menu */

static void
open_menu (RoadmapSheetInput  *self,
           RoadmapItem        *item,
           const GdkRectangle *at)
{
  GMenuModel *model = roadmap_sheet_view_get_menu_model (self->view);

  roadmap_view_state_lead_with (get_state (self), item);
  if (model == NULL)
    return;
  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self->view));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (self->menu, at);
  gtk_popover_popup (self->menu);
}

static void
open_menu_at_place (RoadmapSheetInput       *self,
                    const RoadmapSheetPlace *place)
{
  GdkRectangle bounds;

  roadmap_sheet_view_get_bounds (self->view, place, &bounds);
  open_menu (self, place->group->item, &(GdkRectangle) { MAX (0, bounds.x), bounds.y, 24, bounds.height });
}

/* The pointer */

static gboolean
is_selectable (RoadmapItem *item)
{
  return item != NULL && !roadmap_item_is (item, "chart") && !roadmap_item_is (item, "map");
}

static GdkModifierType
get_modifiers (GtkGestureClick *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) &
         gtk_accelerator_get_default_mod_mask ();
}

static gboolean
is_one_of_several (RoadmapSheetInput *self,
                   RoadmapItem       *item)
{
  return roadmap_view_state_is_selected (get_state (self), item) &&
         roadmap_view_state_get_selection (get_state (self))->len > 1;
}

/* Those that are selected may be about to be dragged together: that it is selected alone waits for the release. */
static void
select_pressed (RoadmapSheetInput *self,
                RoadmapItem       *item)
{
  self->pressed = is_one_of_several (self, item) ? item : NULL;
  if (self->pressed == NULL)
    roadmap_view_state_set_selected (get_state (self), item);
}

static void
released_cb (GtkGestureClick   *gesture,
             int                n_press,
             double             x,
             double             y,
             RoadmapSheetInput *self)
{
  RoadmapItem *pressed = g_steal_pointer (&self->pressed);
  RoadmapSheetPlace place;
  RoadmapRect point;

  if (pressed != NULL && roadmap_sheet_view_pick (self->view, x, y, &place, &point) == pressed)
    roadmap_view_state_set_selected (get_state (self), pressed);
}

static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            RoadmapSheetInput *self)
{
  RoadmapSheetViewClass *klass = ROADMAP_SHEET_VIEW_GET_CLASS (self->view);
  RoadmapSheetPlace place;
  RoadmapRect point;
  RoadmapItem *item = roadmap_sheet_view_pick (self->view, x, y, &place, &point);
  g_autoptr (RoadmapItem) kept = item != NULL ? g_object_ref (item) : NULL;

  if (item == NULL)
    return;
  if (place.group != NULL && klass->clicked != NULL && klass->clicked (self->view, &place, point.x, point.y))
    return;
  if (!is_selectable (item) || roadmap_sheet_view_select_more (self->view, &place, get_modifiers (gesture)))
    return;
  /* Beside all groups these keys are for a rubber band, and what is selected waits for it. */
  if (place.group == NULL && get_modifiers (gesture) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return;
  if (place.group != NULL)
    roadmap_sheet_view_go_to (self->view, &place);
  select_pressed (self, item);
  if (n_press == 2 && place.group != NULL && !roadmap_sheet_view_open_item (self->view, item))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "win.edit-item", NULL);
}

static void
menu_pressed_cb (GtkGestureClick   *gesture,
                 int                n_press,
                 double             x,
                 double             y,
                 RoadmapSheetInput *self)
{
  RoadmapSheetPlace place;
  RoadmapRect point;
  RoadmapItem *item = roadmap_sheet_view_pick (self->view, x, y, &place, &point);

  if (!is_selectable (item))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, item, &(GdkRectangle) { x, y, 1, 1 });
}

static void
pointer_moved_cb (GtkEventControllerMotion *controller,
                  double                    x,
                  double                    y,
                  RoadmapSheetInput        *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static double
get_zoom (RoadmapSheetInput *self)
{
  RoadmapSheetViewClass *klass = ROADMAP_SHEET_VIEW_GET_CLASS (self->view);

  return klass->get_zoom != NULL && get_state (self) != NULL ? klass->get_zoom (self->view) : 0.0;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           RoadmapSheetInput        *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double zoom = get_zoom (self);

  if (!(modifiers & GDK_CONTROL_MASK) || zoom == 0.0)
    return GDK_EVENT_PROPAGATE;
  roadmap_sheet_view_zoom_at (self->view, zoom * pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture        *gesture,
                GdkEventSequence  *sequence,
                RoadmapSheetInput *self)
{
  self->pinched_from = get_zoom (self);
}

static void
pinched_cb (GtkGestureZoom    *gesture,
            double             scale,
            RoadmapSheetInput *self)
{
  double x = self->pointer_x;
  double y = self->pointer_y;

  if (self->pinched_from == 0.0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  roadmap_sheet_view_zoom_at (self->view, self->pinched_from * scale, x, y);
}

/* The keyboard */

static double
get_page (const RoadmapSheetPort *port)
{
  return port->seen.height * 0.9;
}

static gboolean
find_page (const RoadmapSheetPort  *port,
           const RoadmapSheetPlace *from,
           int                      sign,
           RoadmapSheetPlace       *to)
{
  RoadmapRect bounds = roadmap_sheet_get_bounds (port->sheet, from);
  double y = CLAMP (bounds.y + sign * get_page (port), 0, MAX (0, roadmap_sheet_get_height (port->sheet) - 1));

  return roadmap_sheet_find_near (port->sheet, from, y, to);
}

/* The group a key leads to. */
static gboolean
find_target (const RoadmapSheetPort  *port,
             const RoadmapSheetPlace *from,
             guint                    key,
             GdkModifierType          modifiers,
             RoadmapSheetPlace       *to)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (modifiers & ~GDK_CONTROL_MASK)
    return FALSE;
  if (control && key != GDK_KEY_Home && key != GDK_KEY_KP_Home && key != GDK_KEY_End && key != GDK_KEY_KP_End)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return roadmap_sheet_move (port->sheet, from, ROADMAP_DIRECTION_LEFT, to);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return roadmap_sheet_move (port->sheet, from, ROADMAP_DIRECTION_RIGHT, to);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return roadmap_sheet_move (port->sheet, from, ROADMAP_DIRECTION_UP, to);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return roadmap_sheet_move (port->sheet, from, ROADMAP_DIRECTION_DOWN, to);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return control ? roadmap_sheet_find_end (port->sheet, FALSE, to)
                     : roadmap_sheet_find_row_end (port->sheet, from, FALSE, to);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return control ? roadmap_sheet_find_end (port->sheet, TRUE, to)
                     : roadmap_sheet_find_row_end (port->sheet, from, TRUE, to);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return find_page (port, from, -1, to);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return find_page (port, from, 1, to);
    default:
      return FALSE;
    }
}

static gboolean
is_menu_key (guint           key,
             GdkModifierType modifiers)
{
  return (key == GDK_KEY_Menu && modifiers == 0) || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK);
}

static gboolean
leave_selection (RoadmapSheetInput *self)
{
  if (roadmap_view_state_get_selected (get_state (self)) == NULL)
    return GDK_EVENT_PROPAGATE;
  roadmap_view_state_set_selected (get_state (self), NULL);
  return GDK_EVENT_STOP;
}

static void
go_to (RoadmapSheetInput       *self,
       const RoadmapSheetPlace *place)
{
  g_autoptr (RoadmapItem) item = g_object_ref (place->group->item);

  roadmap_sheet_view_go_to (self->view, place);
  if (is_selectable (item))
    roadmap_view_state_set_selected (get_state (self), item);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                RoadmapSheetInput     *self)
{
  RoadmapSheetViewClass *klass = ROADMAP_SHEET_VIEW_GET_CLASS (self->view);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  RoadmapSheetPlace from, to;
  RoadmapSheetPort port;

  if (get_state (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && modifiers == 0)
    return leave_selection (self);
  if (!roadmap_sheet_view_get_focused (self->view, &from) || !roadmap_sheet_view_get_port (self->view, &port))
    return GDK_EVENT_PROPAGATE;
  if (is_menu_key (key, modifiers))
    {
      open_menu_at_place (self, &from);
      return GDK_EVENT_STOP;
    }
  if (klass->key_pressed != NULL && klass->key_pressed (self->view, &from, key, modifiers))
    return GDK_EVENT_STOP;
  if ((key == GDK_KEY_a || key == GDK_KEY_A) && modifiers == GDK_CONTROL_MASK)
    {
      roadmap_sheet_view_select_row (self->view, &from);
      return GDK_EVENT_STOP;
    }
  if (!find_target (&port, &from, key, modifiers & ~GDK_SHIFT_MASK, &to))
    return GDK_EVENT_PROPAGATE;

  if (!roadmap_sheet_view_select_more (self->view, &to, modifiers & GDK_SHIFT_MASK))
    go_to (self, &to);
  return GDK_EVENT_STOP;
}

/* Setting up */

static GtkGesture *
add_click (RoadmapSheetInput *self,
           guint              button,
           GCallback          callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  g_signal_connect (click, "pressed", callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  return click;
}

static void
add_controllers (RoadmapSheetInput *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb)), "released", G_CALLBACK (released_cb), self);
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

RoadmapSheetInput *
roadmap_sheet_input_new (RoadmapSheetView *view)
{
  RoadmapSheetInput *self = g_new0 (RoadmapSheetInput, 1);

  self->view = view;
  add_controllers (self);
  return self;
}

void
roadmap_sheet_input_free (RoadmapSheetInput *self)
{
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  g_free (self);
}
