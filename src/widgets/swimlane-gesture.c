/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-gesture.h"

#include "widgets/sheet-view-private.h"

/* Nearer to the edge than this the view scrolls, in pixels, and at the edge by so many of them a second. */
#define EDGE 28.0
#define SPEED 900.0

struct _RoadmapSwimlaneGesture
{
  RoadmapSwimlaneView *view; /* not owned: it owns this */
  RoadmapSwimlaneDrag *drag;
  GtkGesture          *gesture; /* the view owns these */
  GtkEventController  *motion;
  GtkWidget           *root;    /* while something is dragged: has … */
  GtkEventController  *keys;    /* … this */
  guint                tick_id;
  gint64               frame_time;
  double               start_x, start_y; /* where it was pressed, in the view */
  double               x, y;    /* of the pointer */
};

static void
update_cursor (RoadmapSwimlaneGesture *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), roadmap_swimlane_drag_get_cursor (self->drag, self->x, self->y));
}

static void
leave_root (RoadmapSwimlaneGesture *self)
{
  if (self->root != NULL)
    {
      gtk_widget_remove_controller (self->root, self->keys);
      g_object_remove_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
    }
  self->root = NULL;
  self->keys = NULL;
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
}

static void
cancel (RoadmapSwimlaneGesture *self)
{
  leave_root (self);
  roadmap_swimlane_drag_cancel (self->drag);
  update_cursor (self);
}

/* Wherever the focus is: an empty place does not take it. */
static gboolean
key_pressed_cb (GtkEventControllerKey  *controller,
                guint                   key,
                guint                   code,
                GdkModifierType         modifiers,
                RoadmapSwimlaneGesture *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  /* A gesture that is denied ends, and that must find nothing to do any more. */
  cancel (self);
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);
  return GDK_EVENT_STOP;
}

/* Scrolling at the edges */

/* From -1 to 1. */
static double
get_speed (double pointer,
           double from,
           double to)
{
  if (pointer < from + EDGE)
    return MAX (-1.0, (pointer - from - EDGE) / EDGE);
  if (pointer > to - EDGE)
    return MIN (1.0, (pointer - to + EDGE) / EDGE);
  return 0;
}

static gboolean
scroll_by (RoadmapSwimlaneGesture *self,
           GtkAdjustment          *adjustment,
           double                  speed,
           double                  seconds)
{
  double before = gtk_adjustment_get_value (adjustment);

  if (speed == 0)
    return FALSE;
  gtk_adjustment_set_value (adjustment, before + speed * SPEED * seconds);
  return gtk_adjustment_get_value (adjustment) != before;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  RoadmapSwimlaneGesture *self = user_data;
  RoadmapSheetView *view = ROADMAP_SHEET_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN (0.1, (now - self->frame_time) / (double) G_USEC_PER_SEC);
  gboolean scrolled = FALSE;
  RoadmapSheetPort port;

  self->frame_time = now;
  /* The drag may have ended by itself, when what is dragged was changed elsewhere. */
  if (!roadmap_swimlane_drag_is_under_way (self->drag) || !roadmap_sheet_view_get_port (view, &port))
    {
      self->tick_id = 0;
      cancel (self);
      return G_SOURCE_REMOVE;
    }
  scrolled |= scroll_by (self, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)),
                         get_speed (self->x, port.x, port.x + port.seen.width), seconds);
  if (roadmap_swimlane_drag_changes_rows (self->drag))
    scrolled |= scroll_by (self, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                           get_speed (self->y, port.y, port.y + port.seen.height), seconds);
  if (scrolled)
    roadmap_swimlane_drag_update (self->drag, self->x, self->y);
  return G_SOURCE_CONTINUE;
}

/* The gesture */

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
begin_cb (GtkGestureDrag         *gesture,
          double                  x,
          double                  y,
          RoadmapSwimlaneGesture *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->start_x = x;
  self->start_y = y;
  if (is_touch (GTK_GESTURE (gesture)) || !roadmap_swimlane_drag_begin (self->drag, x, y, modifiers))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
enter_root (RoadmapSwimlaneGesture *self)
{
  self->root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self->view)));
  g_object_add_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
  self->frame_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self->view)));
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

static void
update_cb (GtkGestureDrag         *gesture,
           double                  dx,
           double                  dy,
           RoadmapSwimlaneGesture *self)
{
  self->x = self->start_x + dx;
  self->y = self->start_y + dy;
  if (!roadmap_swimlane_drag_is_under_way (self->drag))
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->view), self->start_x, self->start_y, self->x, self->y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->root == NULL)
        enter_root (self);
    }
  roadmap_swimlane_drag_update (self->drag, self->x, self->y);
  update_cursor (self);
}

static void
end_cb (GtkGestureDrag         *gesture,
        double                  dx,
        double                  dy,
        RoadmapSwimlaneGesture *self)
{
  leave_root (self);
  roadmap_swimlane_drag_end (self->drag);
  update_cursor (self);
}

static void
cancel_cb (RoadmapSwimlaneGesture *self)
{
  cancel (self);
}

static void
moved_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          RoadmapSwimlaneGesture   *self)
{
  if (roadmap_swimlane_drag_is_under_way (self->drag))
    return;
  self->x = x;
  self->y = y;
  update_cursor (self);
}

RoadmapSwimlaneGesture *
roadmap_swimlane_gesture_new (RoadmapSwimlaneView *view)
{
  RoadmapSwimlaneGesture *self = g_new0 (RoadmapSwimlaneGesture, 1);

  self->view = view;
  self->drag = roadmap_swimlane_drag_new (view);
  self->gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (self->gesture));
  self->motion = gtk_event_controller_motion_new ();
  g_signal_connect (self->motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), self->motion);
  return self;
}

void
roadmap_swimlane_gesture_free (RoadmapSwimlaneGesture *self)
{
  leave_root (self);
  g_signal_handlers_disconnect_by_data (self->gesture, self);
  g_signal_handlers_disconnect_by_data (self->motion, self);
  roadmap_swimlane_drag_free (self->drag);
  g_free (self);
}

RoadmapSwimlaneDrag *
roadmap_swimlane_gesture_get_drag (RoadmapSwimlaneGesture *self)
{
  return self->drag;
}
