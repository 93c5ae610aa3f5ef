/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/page-target.h"

#define MARGIN 18
#define ARROW 48.0 /* pixels */
#define PAGE_SHARE 0.9
#define WHEEL_FACTOR 1.15

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH 25.4
#define USUAL_DPI 96.0
/* What a display says of its size is believed only within these. */
#define MIN_DPI 60.0
#define MAX_DPI 250.0

struct _RoadmapPageView
{
  RoadmapPageColumn  parent_instance;

  const char        *fit;      /* static */
  double             scale;    /* if it is free */
  double             pointer_x;
  double             pointer_y;
  double             pinched;  /* the scale when two fingers were put down */
  double             dragged_x; /* how far the paper has been moved */
  double             dragged_y;
};

enum { OPEN_URI, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_FIT, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (RoadmapPageView, roadmap_page_view, ROADMAP_TYPE_PAGE_COLUMN)

enum { FIT_WIDTH, FIT_PAGE, FIT_FREE };

static const char *const fits[] = { [FIT_WIDTH] = "width", [FIT_PAGE] = "page", [FIT_FREE] = "free" };

double
roadmap_page_view_get_resolution (RoadmapPageView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = NULL;
  double dpi = 0;

  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor != NULL && gdk_monitor_get_width_mm (monitor) > 0)
    {
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      dpi = area.width / (gdk_monitor_get_width_mm (monitor) / MM_PER_INCH);
    }
  return (dpi < MIN_DPI || dpi > MAX_DPI ? USUAL_DPI : dpi) / POINTS_PER_INCH;
}

static double
roadmap_page_view_get_zoom (RoadmapPageColumn  *column,
                            const RoadmapPaper *paper,
                            int                 width,
                            int                 height)
{
  RoadmapPageView *self = ROADMAP_PAGE_VIEW (column);
  double resolution = roadmap_page_view_get_resolution (self);
  double zoom = self->scale * resolution;

  if (self->fit != fits[FIT_FREE])
    zoom = width / paper->width;
  if (self->fit == fits[FIT_PAGE])
    zoom = MIN (zoom, height / paper->height);
  return CLAMP (zoom, ROADMAP_PAGE_SCALE_MIN * resolution, ROADMAP_PAGE_SCALE_MAX * resolution);
}

double
roadmap_page_view_get_scale (RoadmapPageView *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_VIEW (self), 1);

  return roadmap_page_column_get_zoom (ROADMAP_PAGE_COLUMN (self)) / roadmap_page_view_get_resolution (self);
}

const char *
roadmap_page_view_get_fit (RoadmapPageView *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_VIEW (self), NULL);

  return self->fit;
}

static void
set_fit (RoadmapPageView *self,
         const char      *fit)
{
  if (self->fit == fit)
    return;
  self->fit = fit;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
}

void
roadmap_page_view_set_fit (RoadmapPageView *self,
                           const char      *fit)
{
  g_return_if_fail (ROADMAP_IS_PAGE_VIEW (self));

  self->scale = roadmap_page_view_get_scale (self);
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_strcmp0 (fit, fits[i]) == 0)
      set_fit (self, fits[i]);
  roadmap_page_column_queue_zoom (ROADMAP_PAGE_COLUMN (self), gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, MARGIN);
}

static void
zoom_around (RoadmapPageView *self,
             double           scale,
             double           x,
             double           y)
{
  self->scale = CLAMP (scale, ROADMAP_PAGE_SCALE_MIN, ROADMAP_PAGE_SCALE_MAX);
  set_fit (self, fits[FIT_FREE]);
  roadmap_page_column_queue_zoom (ROADMAP_PAGE_COLUMN (self), x, y);
}

void
roadmap_page_view_set_scale (RoadmapPageView *self,
                             double           scale)
{
  g_return_if_fail (ROADMAP_IS_PAGE_VIEW (self));

  zoom_around (self, scale, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
               gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
roadmap_page_view_step_scale (RoadmapPageView *self,
                              int              step)
{
  static const double scales[] = { 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3,
                                   4, 5, 6, 8 };
  double now, next;

  g_return_if_fail (ROADMAP_IS_PAGE_VIEW (self));

  now = self->fit == fits[FIT_FREE] ? self->scale : roadmap_page_view_get_scale (self);
  next = step > 0 ? ROADMAP_PAGE_SCALE_MAX : ROADMAP_PAGE_SCALE_MIN;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (step < 0 && scales[i] < now - 0.005)
        next = scales[i];
      if (step > 0 && scales[i] > now + 0.005)
        {
          next = scales[i];
          break;
        }
    }
  roadmap_page_view_set_scale (self, next);
}

/* Pointer */

static gboolean
wheel_cb (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          RoadmapPageView          *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double now = self->fit == fits[FIT_FREE] ? self->scale : roadmap_page_view_get_scale (self);

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_around (self, now * pow (WHEEL_FACTOR, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (RoadmapPageView *self,
           double           x,
           double           y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pinch_begin_cb (RoadmapPageView *self)
{
  self->pinched = roadmap_page_view_get_scale (self);
}

static void
pinch_cb (GtkGesture      *gesture,
          double           factor,
          RoadmapPageView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_around (self, self->pinched * factor, x, y);
}

static void
drag_begin_cb (RoadmapPageView *self,
               double           x,
               double           y)
{
  self->dragged_x = self->dragged_y = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_cb (RoadmapPageView *self,
         double           x,
         double           y)
{
  roadmap_page_column_scroll (ROADMAP_PAGE_COLUMN (self), self->dragged_x - round (x), self->dragged_y - round (y));
  self->dragged_x = round (x);
  self->dragged_y = round (y);
}

static void
drag_end_cb (RoadmapPageView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
add_controllers (RoadmapPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (widget, wheel);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
follow_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapPageColumn *column = ROADMAP_PAGE_COLUMN (widget);
  const char *target = g_variant_get_string (parameter, NULL);
  guint page;
  double y;

  if (roadmap_page_target_find (roadmap_page_column_get_pages (column), target, &page, &y))
    roadmap_page_column_go_to (column, page, y);
  else if (*target != '#')
    g_signal_emit (widget, signals[OPEN_URI], 0, target);
}

/* How far to scroll so that a span comes into view, as little as can be; its beginning, where it is longer. */
static double
find_way (double from,
          double to,
          double room)
{
  if (from < 0 || to - from > room)
    return from;
  return MAX (0, to - room);
}

static void
reveal_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  roadmap_page_column_scroll (ROADMAP_PAGE_COLUMN (widget),
                              find_way (bounds.origin.x, bounds.origin.x + bounds.size.width,
                                        gtk_widget_get_width (widget)),
                              find_way (bounds.origin.y, bounds.origin.y + bounds.size.height,
                                        gtk_widget_get_height (widget)));
}

/* Keys */

typedef enum
{
  MOVE_SCROLL, /* by arrows along x and y */
  MOVE_READ,   /* by y screens */
  MOVE_STEP,   /* by y pages */
  MOVE_GO,     /* to the first page or the last */
} Move;

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  RoadmapPageColumn *column = ROADMAP_PAGE_COLUMN (widget);
  int move, x, y;

  g_variant_get (arguments, "(iii)", &move, &x, &y);
  switch (move)
    {
    case MOVE_SCROLL:
      roadmap_page_column_scroll (column, x * ARROW, y * ARROW);
      break;
    case MOVE_READ:
      roadmap_page_column_read_on (column, y * PAGE_SHARE);
      break;
    case MOVE_STEP:
      roadmap_page_column_step (column, y);
      break;
    case MOVE_GO:
      roadmap_page_column_set_page (column, y < 0 ? 0 : G_MAXUINT);
      break;
    }
  return TRUE;
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint           key, key_pad;
    GdkModifierType modifiers;
    Move            move;
    int             x, y;
  } table[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, MOVE_SCROLL, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, MOVE_SCROLL, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, MOVE_SCROLL, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, MOVE_SCROLL, 0, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, MOVE_READ, 0, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, MOVE_READ, 0, 1 },
    { GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, MOVE_READ, 0, -1 },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, MOVE_READ, 0, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_CONTROL_MASK, MOVE_STEP, 0, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_CONTROL_MASK, MOVE_STEP, 0, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, MOVE_GO, 0, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, MOVE_GO, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gtk_widget_class_add_binding (klass, table[i].key, table[i].modifiers, move_cb, "(iii)", table[i].move,
                                    table[i].x, table[i].y);
      gtk_widget_class_add_binding (klass, table[i].key_pad, table[i].modifiers, move_cb, "(iii)", table[i].move,
                                    table[i].x, table[i].y);
    }
}

/* Object */

static void
roadmap_page_view_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_FIT)
    g_value_set_static_string (value, ROADMAP_PAGE_VIEW (object)->fit);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
roadmap_page_view_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_FIT)
    roadmap_page_view_set_fit (ROADMAP_PAGE_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
roadmap_page_view_class_init (RoadmapPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RoadmapPageColumnClass *column_class = ROADMAP_PAGE_COLUMN_CLASS (klass);

  object_class->get_property = roadmap_page_view_get_property;
  object_class->set_property = roadmap_page_view_set_property;
  column_class->margin = MARGIN;
  column_class->follows = TRUE;
  column_class->get_zoom = roadmap_page_view_get_zoom;

  props[PROP_FIT] = g_param_spec_string ("fit", NULL, NULL, fits[FIT_WIDTH],
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[OPEN_URI] = g_signal_new ("open-uri", ROADMAP_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.follow", "s", follow_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.reveal", NULL, reveal_cb);
  add_keys (GTK_WIDGET_CLASS (klass));
}

static void
roadmap_page_view_init (RoadmapPageView *self)
{
  self->fit = fits[FIT_WIDTH];
  self->scale = 1;
  add_controllers (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
}
