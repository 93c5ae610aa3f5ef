/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/swimlane-bars.h"
#include "widgets/swimlane-fit.h"
#include "widgets/swimlane-paint.h"
#include "widgets/swimlane-scroll.h"
#include "widgets/theme.h"

#define NAME_EMS 10.5

struct _RoadmapSwimlaneView
{
  GtkWidget             parent_instance;

  RoadmapViewState     *state;
  GSignalGroup         *state_signals;
  GSignalGroup         *roadmap_signals;
  GtkAdjustment        *hadjustment, *vadjustment;
  GtkScrollablePolicy   hpolicy, vpolicy;
  GMenuModel           *menu_model;
  RoadmapSwimlaneInput *input;
  RoadmapSwimlaneBars  *bars;

  RoadmapMeasure       *measure;      /* NULL: to be made anew */
  PangoFontDescription *font;         /* what the measure was made with */
  RoadmapSwimlane      *layout;       /* NULL: to be made anew */
  int                   layout_width; /* of the widget the layout was made for */
  RoadmapPalette        palette;

  gboolean              allocating;   /* what the adjustments report now was set by size_allocate itself */
  guint                 sync_id;      /* waits to sync the bars, 0 if it need not be */
  RoadmapItem          *wanted;       /* (not owned) to be scrolled to as soon as it is laid out */
  double                anchor_month; /* stays at anchor_x of the body in the next layout; NAN: the first one seen */
  double                anchor_x;
};

enum { PROP_0, PROP_STATE, PROP_MENU_MODEL, N_PROPS, PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (RoadmapSwimlaneView, roadmap_swimlane_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
invalidate_layout (RoadmapSwimlaneView *self)
{
  g_clear_pointer (&self->layout, roadmap_swimlane_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_name_width (RoadmapSwimlaneView *self)
{
  double em = self->measure != NULL ? roadmap_measure_get_em (self->measure, ROADMAP_SIZE_BODY) : 0.0;

  return floor (MIN (NAME_EMS * em, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0));
}

static double
get_head_height (RoadmapSwimlaneView *self)
{
  return self->layout != NULL ? roadmap_scene_get_height (roadmap_swimlane_get_years (self->layout)) : 0.0;
}

static double
get_body_width (RoadmapSwimlaneView *self)
{
  return MAX (0.0, gtk_widget_get_width (GTK_WIDGET (self)) - get_name_width (self));
}

static double
get_body_height (RoadmapSwimlaneView *self)
{
  return MAX (0.0, gtk_widget_get_height (GTK_WIDGET (self)) - get_head_height (self));
}

static void
ensure_measure (RoadmapSwimlaneView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->measure != NULL)
    return;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));
  self->measure = roadmap_measure_new (context, roadmap_view_state_get_words (self->state));
}

static void
ensure_layout (RoadmapSwimlaneView *self)
{
  if (self->state == NULL || roadmap_view_state_get_roadmap (self->state) == NULL)
    {
      g_clear_pointer (&self->layout, roadmap_swimlane_unref);
      return;
    }
  if (self->layout != NULL && self->layout_width == gtk_widget_get_width (GTK_WIDGET (self)))
    return;

  ensure_measure (self);
  g_clear_pointer (&self->layout, roadmap_swimlane_unref);
  self->layout = roadmap_swimlane_fit (self->state, self->measure, get_name_width (self), get_body_width (self));
  self->layout_width = gtk_widget_get_width (GTK_WIDGET (self));
}

/* Keeps the anchored time in its place when the scale has changed. */
static double
get_anchored_value (RoadmapSwimlaneView *self)
{
  double x;

  if (isnan (self->anchor_month))
    return gtk_adjustment_get_value (self->hadjustment);
  x = roadmap_axis_month_to_x (roadmap_swimlane_get_axis (self->layout), self->anchor_month) - self->anchor_x;
  self->anchor_month = NAN;
  return x;
}

static void
configure_adjustments (RoadmapSwimlaneView *self)
{
  RoadmapScene *body = roadmap_swimlane_get_body (self->layout);
  double page_width = get_body_width (self);
  double page_height = get_body_height (self);
  double width = MAX (roadmap_scene_get_width (body), page_width);
  double height = MAX (roadmap_scene_get_height (body), page_height);

  gtk_adjustment_configure (self->hadjustment, CLAMP (get_anchored_value (self), 0, width - page_width), 0, width,
                            page_width * 0.1, page_width * 0.9, page_width);
  gtk_adjustment_configure (self->vadjustment,
                            CLAMP (gtk_adjustment_get_value (self->vadjustment), 0, height - page_height), 0, height,
                            page_height * 0.1, page_height * 0.9, page_height);
}

/* What the body shows now, in its own coordinates. */
static RoadmapRect
get_visible_rect (RoadmapSwimlaneView *self)
{
  return (RoadmapRect) { gtk_adjustment_get_value (self->hadjustment), gtk_adjustment_get_value (self->vadjustment),
                         get_body_width (self), get_body_height (self) };
}

static RoadmapSwimlanePort
get_port (RoadmapSwimlaneView *self)
{
  return (RoadmapSwimlanePort) { self->state, self->layout, &self->palette, get_visible_rect (self),
                                 get_name_width (self), get_head_height (self) };
}

static void
sync_bars (RoadmapSwimlaneView *self)
{
  RoadmapSwimlanePort port = get_port (self);

  roadmap_swimlane_bars_sync (self->bars, &port);
}

static gboolean
sync_cb (gpointer user_data)
{
  RoadmapSwimlaneView *self = user_data;

  self->sync_id = 0;
  if (self->layout != NULL)
    sync_bars (self);
  return G_SOURCE_REMOVE;
}

static void
allocate_bars (RoadmapSwimlaneView *self)
{
  RoadmapSwimlanePort port = get_port (self);

  if (!roadmap_swimlane_bars_allocate (self->bars, &port) && self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

static void
scroll_to_wanted (RoadmapSwimlaneView *self)
{
  RoadmapItem *wanted = g_steal_pointer (&self->wanted);
  RoadmapSwimlanePort port = get_port (self);

  if (wanted != NULL)
    roadmap_swimlane_scroll_to (&port, wanted, self->hadjustment, self->vadjustment);
}

static void
roadmap_swimlane_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (widget);

  self->allocating = TRUE;
  ensure_layout (self);
  if (self->layout != NULL)
    {
      configure_adjustments (self);
      scroll_to_wanted (self);
      allocate_bars (self);
    }
  roadmap_swimlane_input_allocate (self->input);
  self->allocating = FALSE;
}

static void
roadmap_swimlane_view_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (widget);
  RoadmapSwimlanePort port;

  if (self->layout == NULL)
    return;

  port = get_port (self);
  roadmap_swimlane_paint_body (&port, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (port.x, port.y, port.seen.width, port.seen.height));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_BAR_CHILD (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
  roadmap_swimlane_paint_heads (&port, snapshot);
}

/* Tab enters at the selected bar, or the first, and leaves: within, the arrow keys go from bar to bar. */
static gboolean
roadmap_swimlane_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (widget);
  RoadmapItem *selected = self->state != NULL ? roadmap_view_state_get_selected (self->state) : NULL;
  GtkWidget *child = NULL;

  if (self->layout == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (selected != NULL)
    child = roadmap_swimlane_view_reveal (self, selected);
  if (child == NULL)
    child = gtk_widget_get_first_child (widget);
  return child != NULL && gtk_widget_grab_focus (child);
}

static void
roadmap_swimlane_view_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (widget);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  GTK_WIDGET_CLASS (roadmap_swimlane_view_parent_class)->css_changed (widget, change);
  if (self->font == NULL || pango_font_description_equal (self->font, pango_context_get_font_description (context)))
    return;
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  invalidate_layout (self);
}

static void
roadmap_swimlane_view_system_setting_changed (GtkWidget        *widget,
                                              GtkSystemSetting  setting)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (widget);

  GTK_WIDGET_CLASS (roadmap_swimlane_view_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  invalidate_layout (self);
}

static void
theme_changed_cb (RoadmapSwimlaneView *self)
{
  self->palette = *roadmap_palette_get (roadmap_theme_get_current ());
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scrolled_cb (RoadmapSwimlaneView *self)
{
  if (self->allocating)
    return;
  if (self->layout != NULL)
    sync_bars (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selected_cb (RoadmapSwimlaneView *self)
{
  self->wanted = roadmap_view_state_get_selected (self->state);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
language_cb (RoadmapSwimlaneView *self)
{
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  roadmap_swimlane_bars_clear (self->bars);
  invalidate_layout (self);
}

static void
roadmap_cb (RoadmapSwimlaneView *self)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);

  self->wanted = NULL;
  g_signal_group_set_target (self->roadmap_signals, roadmap);
  language_cb (self);
}

static void
edited_cb (RoadmapSwimlaneView *self,
           const RoadmapEdit   *edit,
           Roadmap             *roadmap)
{
  roadmap_swimlane_bars_update_words (self->bars, self->state);
  if (edit->type == ROADMAP_EDIT_REMOVE && self->wanted != NULL && roadmap_item_is_within (self->wanted, edit->item))
    self->wanted = NULL;
  invalidate_layout (self);
}

static void
set_adjustment (RoadmapSwimlaneView  *self,
                GtkAdjustment       **place,
                GtkAdjustment        *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);

  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
roadmap_swimlane_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HPOLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VPOLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_swimlane_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_swimlane_view_set_state (self, g_value_get_object (value));
      break;
    case PROP_MENU_MODEL:
      g_set_object (&self->menu_model, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HPOLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VPOLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_swimlane_view_dispose (GObject *object)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  g_clear_pointer (&self->input, roadmap_swimlane_input_free);
  g_clear_pointer (&self->bars, roadmap_swimlane_bars_free);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);
  g_clear_object (&self->state);
  g_clear_object (&self->menu_model);
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->hadjustment, scrolled_cb, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (roadmap_swimlane_view_parent_class)->dispose (object);
}

static void
roadmap_swimlane_view_finalize (GObject *object)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (object);

  g_clear_pointer (&self->layout, roadmap_swimlane_unref);
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (roadmap_swimlane_view_parent_class)->finalize (object);
}

static void
roadmap_swimlane_view_class_init (RoadmapSwimlaneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = roadmap_swimlane_view_get_property;
  object_class->set_property = roadmap_swimlane_view_set_property;
  object_class->dispose = roadmap_swimlane_view_dispose;
  object_class->finalize = roadmap_swimlane_view_finalize;
  widget_class->size_allocate = roadmap_swimlane_view_size_allocate;
  widget_class->snapshot = roadmap_swimlane_view_snapshot;
  widget_class->focus = roadmap_swimlane_view_focus;
  widget_class->css_changed = roadmap_swimlane_view_css_changed;
  widget_class->system_setting_changed = roadmap_swimlane_view_system_setting_changed;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "swimlanes");
}

static void
connect_state (RoadmapSwimlaneView *self)
{
  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::chart", G_CALLBACK (invalidate_layout), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::today", G_CALLBACK (invalidate_layout), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::zoom", G_CALLBACK (invalidate_layout), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (language_cb), self);

  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect_swapped (self->roadmap_signals, "changed", G_CALLBACK (edited_cb), self);
}

static void
roadmap_swimlane_view_init (RoadmapSwimlaneView *self)
{
  self->bars = roadmap_swimlane_bars_new (GTK_WIDGET (self));
  self->anchor_month = NAN;
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  connect_state (self);

  roadmap_theme_connect (self, G_CALLBACK (theme_changed_cb));
  theme_changed_cb (self);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  self->input = roadmap_swimlane_input_new (self);
}

RoadmapViewState *
roadmap_swimlane_view_get_state (RoadmapSwimlaneView *self)
{
  g_return_val_if_fail (ROADMAP_IS_SWIMLANE_VIEW (self), NULL);

  return self->state;
}

void
roadmap_swimlane_view_set_state (RoadmapSwimlaneView *self,
                                 RoadmapViewState    *state)
{
  g_return_if_fail (ROADMAP_IS_SWIMLANE_VIEW (self));

  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  if (state != NULL)
    roadmap_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

RoadmapSwimlane *
roadmap_swimlane_view_get_layout (RoadmapSwimlaneView *self)
{
  return self->layout;
}

void
roadmap_swimlane_view_get_head (RoadmapSwimlaneView *self,
                                double              *name_width,
                                double              *head_height)
{
  *name_width = get_name_width (self);
  *head_height = get_head_height (self);
}

GtkAdjustment *
roadmap_swimlane_view_get_hadjustment (RoadmapSwimlaneView *self)
{
  return self->hadjustment;
}

GtkAdjustment *
roadmap_swimlane_view_get_vadjustment (RoadmapSwimlaneView *self)
{
  return self->vadjustment;
}

GMenuModel *
roadmap_swimlane_view_get_menu_model (RoadmapSwimlaneView *self)
{
  return self->menu_model;
}

GtkWidget *
roadmap_swimlane_view_reveal (RoadmapSwimlaneView *self,
                              RoadmapItem         *item)
{
  RoadmapSwimlanePort port;

  if (self->layout == NULL || roadmap_scene_find_group (roadmap_swimlane_get_body (self->layout), item) == NULL)
    return NULL;

  port = get_port (self);
  roadmap_swimlane_scroll_to (&port, item, self->hadjustment, self->vadjustment);
  sync_bars (self);
  return roadmap_swimlane_bars_find (self->bars, item);
}

void
roadmap_swimlane_view_zoom_at (RoadmapSwimlaneView *self,
                               double               zoom,
                               double               x)
{
  if (self->layout == NULL || self->state == NULL)
    return;

  self->anchor_x = CLAMP (x - get_name_width (self), 0, get_body_width (self));
  self->anchor_month = roadmap_axis_x_to_month (roadmap_swimlane_get_axis (self->layout),
                                                gtk_adjustment_get_value (self->hadjustment) + self->anchor_x);
  roadmap_view_state_set_zoom (self->state, zoom);
}
