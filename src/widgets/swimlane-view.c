/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/swimlane-sheet.h"
#include "widgets/bar-words.h"
#include "widgets/swimlane-edit.h"
#include "widgets/swimlane-gesture.h"
#include "widgets/swimlane-keys.h"
#include "widgets/swimlane-nudge.h"

/* Of the column of names; Latin words are longer. */
#define NAME_EMS 10.5
#define LATIN_NAME_EMS 12.5
/* … but no more than this share of a narrow view, as long as that leaves some letters a line. */
#define NAME_SHARE 0.33
#define MIN_NAME_EMS 6.0

/* A year narrower than this, in em, makes towers of its bars' words; the chart scrolls sideways instead. */
#define MIN_YEAR_EMS 11.0

struct _RoadmapSwimlaneView
{
  RoadmapSheetView  parent_instance;

  GSignalGroup     *state_signals;
  RoadmapAxis       axis;     /* of the latest sheet, */
  Roadmap          *roadmap;  /* of this (not owned, only compared) */

  RoadmapHistory         *history;
  RoadmapSwimlaneGesture *gesture;
  RoadmapSwimlaneNudge   *nudge;
};

enum { PROP_0, PROP_HISTORY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { REFUSED, DRAWN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoadmapSwimlaneView, roadmap_swimlane_view, ROADMAP_TYPE_SHEET_VIEW)

/* (transfer container): an earlier plan has its own axis; all current charts share one, so that the years stay where
 * they are when one turns from stages to domains. */
static GPtrArray *
list_axis_charts (RoadmapViewState *state)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  RoadmapItem *chart = roadmap_view_state_get_chart (state);
  GPtrArray *charts = roadmap_list_charts (roadmap);

  if (chart == NULL || g_ptr_array_find (charts, chart, NULL))
    return charts;
  g_ptr_array_set_size (charts, 0);
  g_ptr_array_add (charts, chart);
  return charts;
}

static GPtrArray *
list_shown_charts (RoadmapViewState *state)
{
  RoadmapItem *chart = roadmap_view_state_get_chart (state);
  GPtrArray *charts = list_axis_charts (state);

  if (chart == NULL)
    return charts;
  g_ptr_array_set_size (charts, 0);
  g_ptr_array_add (charts, chart);
  return charts;
}

/* (transfer container) (nullable): the charts of the earlier plan that are to be shown with others. */
static GPtrArray *
list_earlier (RoadmapViewState *state)
{
  g_autoptr (GPtrArray) earlier = roadmap_list_earlier_charts (roadmap_view_state_get_roadmap (state));
  RoadmapItem *chart = roadmap_view_state_get_chart (state);

  if (!roadmap_view_state_get_earlier (state) || earlier->len == 0 || g_ptr_array_find (earlier, chart, NULL))
    return NULL;
  return g_steal_pointer (&earlier);
}

static gboolean
is_collapsed (RoadmapItem *lane,
              gpointer     state)
{
  return roadmap_view_state_is_collapsed (state, lane);
}

/* The years of an earlier plan come before or behind the others, which stay as wide as they were. */
static RoadmapAxis
create_axis (RoadmapViewState *state,
             RoadmapMeasure   *measure,
             double            body_width)
{
  const GDate *today = roadmap_view_state_get_today (state);
  RoadmapMonth fallback = today != NULL ? roadmap_month_of_date (today) : 2020 * 12;
  g_autoptr (GPtrArray) charts = list_axis_charts (state);
  g_autoptr (GPtrArray) earlier = list_earlier (state);
  double em = roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY);
  RoadmapAxis axis;
  double n_months, fit;

  axis = roadmap_axis_for_charts (roadmap_view_state_get_roadmap (state), charts, fallback);
  n_months = axis.after - axis.first;
  fit = MAX (body_width, MIN_YEAR_EMS * em * n_months / 12.0);
  if (earlier != NULL)
    {
      g_ptr_array_extend (charts, earlier, NULL, NULL);
      axis = roadmap_axis_for_charts (roadmap_view_state_get_roadmap (state), charts, fallback);
      fit *= (axis.after - axis.first) / n_months;
    }

  roadmap_axis_set_width (&axis, floor (fit * roadmap_view_state_get_zoom (state)));
  return axis;
}

/* Years that come or go before those that are seen do not push them away. */
static void
stay_in_time (RoadmapSwimlaneView *self,
              Roadmap             *roadmap,
              const RoadmapAxis   *axis)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  double x = gtk_adjustment_get_value (adjustment);

  if (self->roadmap == roadmap && (axis->first != self->axis.first || axis->after != self->axis.after))
    roadmap_sheet_view_hold_x (ROADMAP_SHEET_VIEW (self),
                               roadmap_axis_month_to_x (axis, roadmap_axis_x_to_month (&self->axis, x)));
  self->axis = *axis;
  self->roadmap = roadmap;
}

static RoadmapSheet *
roadmap_swimlane_view_create_sheet (RoadmapSheetView *view,
                                    RoadmapViewState *state,
                                    RoadmapMeasure   *measure,
                                    double            width)
{
  double em = roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY);
  gboolean is_japanese = g_str_has_prefix (roadmap_view_state_get_words (state), "ja");
  double most = (is_japanese ? NAME_EMS : LATIN_NAME_EMS) * em;
  double name_width = floor (CLAMP (width * NAME_SHARE, MIN_NAME_EMS * em, most));
  g_autoptr (GPtrArray) charts = list_shown_charts (state);
  g_autoptr (GPtrArray) earlier = list_earlier (state);
  const RoadmapSwimlaneOptions options = {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .charts = charts,
    .language = roadmap_view_state_get_words (state),
    .axis = create_axis (state, measure, MAX (width - name_width, 0)),
    .name_width = name_width,
    .today = roadmap_view_state_get_today (state),
    .measure = measure,
    .show = roadmap_view_state_get_filter (state) != NULL ? roadmap_view_state_show_func : NULL,
    .show_data = state,
    .look = roadmap_view_state_get_density (state) == ROADMAP_DENSITY_COMPACT ? ROADMAP_BARS_COMPACT : ROADMAP_BARS_FULL,
    .earlier = earlier,
    .collapsed = is_collapsed,
    .collapsed_data = state,
  };

  stay_in_time (ROADMAP_SWIMLANE_VIEW (view), options.roadmap, &options.axis);
  return roadmap_swimlane_sheet_new (&options);
}

/* The row that has what stands in @lane. */
static gboolean
find_row (RoadmapSheet *sheet,
          RoadmapItem  *lane,
          guint        *row)
{
  return !roadmap_item_is (lane, "chart") && roadmap_sheet_find_row_of (sheet, lane, row) &&
         roadmap_sheet_get_row_item (sheet, *row) == lane;
}

/* A bar that goes from lane to lane changes these two, and a filter may leave out one of them then. */
static gboolean
roadmap_swimlane_view_keep_sheet (RoadmapSheetView  *view,
                                  RoadmapSheet      *sheet,
                                  const RoadmapEdit *edit)
{
  gboolean filtered = roadmap_view_state_get_filter (roadmap_sheet_view_get_state (view)) != NULL;
  guint from, to;

  if (edit->type != ROADMAP_EDIT_MOVE)
    return ROADMAP_SHEET_VIEW_CLASS (roadmap_swimlane_view_parent_class)->keep_sheet (view, sheet, edit);
  if (filtered || !(roadmap_item_is (edit->item, "bar") || roadmap_item_is (edit->item, "milestone")) ||
      !find_row (sheet, edit->parent, &from) || !find_row (sheet, edit->new_parent, &to))
    return FALSE;
  roadmap_sheet_forget_row (sheet, from);
  roadmap_sheet_forget_row (sheet, to);
  return TRUE;
}

static RoadmapScene *
roadmap_swimlane_view_create_links (RoadmapSheetView *view,
                                    RoadmapSheet     *sheet,
                                    double            from,
                                    double            to)
{
  return roadmap_swimlane_sheet_create_links (ROADMAP_SWIMLANE_SHEET (sheet), from, to);
}

static double
roadmap_swimlane_view_get_zoom (RoadmapSheetView *view)
{
  return roadmap_view_state_get_zoom (roadmap_sheet_view_get_state (view));
}

static void
roadmap_swimlane_view_set_zoom (RoadmapSheetView *view,
                                double            zoom)
{
  roadmap_view_state_set_zoom (roadmap_sheet_view_get_state (view), zoom);
}

static char *
roadmap_swimlane_view_dup_name (RoadmapSheetView *view,
                                RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);
  const char *language = roadmap_view_state_get_words (state);
  const char *comma = g_str_has_prefix (language, "ja") ? "、" : ", ";
  RoadmapItem *earlier = roadmap_swimlane_find_earlier (state, item);
  g_autofree char *name = roadmap_bar_dup_name (roadmap_view_state_get_roadmap (state), item, language);
  g_autofree char *plan = NULL;

  if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
    return roadmap_item_dup_label (item, language);
  if (earlier == NULL)
    return g_steal_pointer (&name);
  plan = g_strdup (roadmap_item_get_in (earlier, "name", language));
  if (plan == NULL)
    plan = roadmap_item_dup_label (earlier, language);
  return g_strconcat (plan, comma, name, NULL);
}

static char *
roadmap_swimlane_view_dup_place (RoadmapSheetView *view,
                                 RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
    return g_strdup (roadmap_view_state_is_collapsed (state, item) ? _("Collapsed") : _("Expanded"));
  return roadmap_bar_dup_place (item, roadmap_view_state_get_words (state));
}

static char *
roadmap_swimlane_view_dup_tooltip (RoadmapSheetView *view,
                                   RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);
  const char *language = roadmap_view_state_get_words (state);
  RoadmapItem *earlier = roadmap_swimlane_find_earlier (state, item);
  g_autofree char *all = roadmap_bar_dup_all (roadmap_view_state_get_roadmap (state), item, language);
  g_autofree char *plan = earlier != NULL ? roadmap_item_dup_label (earlier, language) : NULL;

  return plan != NULL ? g_strconcat (all, "\n", plan, NULL) : g_steal_pointer (&all);
}

/* The notes of what is selected. */
static void
show_notes_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoadmapSheetView *view = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (view);
  RoadmapItem *selected = sheet != NULL ? roadmap_view_state_get_selected (roadmap_sheet_view_get_state (view)) : NULL;
  RoadmapSheetPlace place;

  if (selected != NULL && roadmap_sheet_find (sheet, selected, &place))
    roadmap_swimlane_show_notes (view, &place);
}

/* The menu of an item leaves out what cannot be done with it. */
static void
selected_cb (RoadmapSwimlaneView *self)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (ROADMAP_SHEET_VIEW (self));
  RoadmapItem *selected = state != NULL ? roadmap_view_state_get_selected (state) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.show-notes",
                                 selected != NULL && roadmap_item_get (selected, "notes") != NULL);
}

static void
state_cb (RoadmapSwimlaneView *self)
{
  g_signal_group_set_target (self->state_signals, roadmap_sheet_view_get_state (ROADMAP_SHEET_VIEW (self)));
  selected_cb (self);
}

static gboolean
roadmap_swimlane_view_key_pressed (RoadmapSheetView        *view,
                                   const RoadmapSheetPlace *place,
                                   guint                    key,
                                   GdkModifierType          modifiers)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (view);

  return (!place->in_names &&
          roadmap_swimlane_nudge_press (self->nudge, place->group->item, key, modifiers, g_get_monotonic_time ())) ||
         roadmap_swimlane_key_pressed (view, place, key, modifiers);
}

static void
roadmap_swimlane_view_snapshot_over (RoadmapSheetView *view,
                                     GtkSnapshot      *snapshot)
{
  roadmap_swimlane_drag_snapshot (roadmap_swimlane_gesture_get_drag (ROADMAP_SWIMLANE_VIEW (view)->gesture), snapshot);
}

RoadmapHistory *
roadmap_swimlane_view_get_history (RoadmapSwimlaneView *self)
{
  g_return_val_if_fail (ROADMAP_IS_SWIMLANE_VIEW (self), NULL);

  return self->history;
}

static void
stepped_cb (RoadmapSwimlaneView *self)
{
  roadmap_swimlane_nudge_part (self->nudge);
}

void
roadmap_swimlane_view_set_history (RoadmapSwimlaneView *self,
                                   RoadmapHistory      *history)
{
  g_return_if_fail (ROADMAP_IS_SWIMLANE_VIEW (self));

  if (self->history == history)
    return;
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  roadmap_swimlane_drag_cancel (roadmap_swimlane_gesture_get_drag (self->gesture));
  roadmap_swimlane_nudge_part (self->nudge);
  g_set_object (&self->history, history);
  if (history != NULL)
    g_signal_connect_object (history, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
}

void
roadmap_swimlane_view_refuse (RoadmapSwimlaneView *self,
                              const GError        *error)
{
  g_signal_emit (self, signals[REFUSED], 0, error->message);
}

void
roadmap_swimlane_view_tell_drawn (RoadmapSwimlaneView *self,
                                  RoadmapItem         *bar,
                                  const RoadmapPlace  *place)
{
  g_signal_emit (self, signals[DRAWN], 0, bar, place);
}

static void
roadmap_swimlane_view_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_HISTORY)
    g_value_set_object (value, ROADMAP_SWIMLANE_VIEW (object)->history);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
roadmap_swimlane_view_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (id == PROP_HISTORY)
    roadmap_swimlane_view_set_history (ROADMAP_SWIMLANE_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
roadmap_swimlane_view_dispose (GObject *object)
{
  RoadmapSwimlaneView *self = ROADMAP_SWIMLANE_VIEW (object);

  g_clear_object (&self->state_signals);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_pointer (&self->gesture, roadmap_swimlane_gesture_free);
  g_clear_pointer (&self->nudge, roadmap_swimlane_nudge_free);

  G_OBJECT_CLASS (roadmap_swimlane_view_parent_class)->dispose (object);
}

static void
roadmap_swimlane_view_class_init (RoadmapSwimlaneViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->dispose = roadmap_swimlane_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = roadmap_swimlane_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = roadmap_swimlane_view_set_property;
  view_class->create_sheet = roadmap_swimlane_view_create_sheet;
  view_class->keep_sheet = roadmap_swimlane_view_keep_sheet;
  view_class->create_links = roadmap_swimlane_view_create_links;
  view_class->dup_name = roadmap_swimlane_view_dup_name;
  view_class->dup_place = roadmap_swimlane_view_dup_place;
  view_class->dup_tooltip = roadmap_swimlane_view_dup_tooltip;
  view_class->clicked = roadmap_swimlane_clicked;
  view_class->key_pressed = roadmap_swimlane_view_key_pressed;
  view_class->snapshot_over = roadmap_swimlane_view_snapshot_over;
  view_class->get_zoom = roadmap_swimlane_view_get_zoom;
  view_class->set_zoom = roadmap_swimlane_view_set_zoom;

  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, ROADMAP_TYPE_HISTORY, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[REFUSED] = g_signal_new ("refused", ROADMAP_TYPE_SWIMLANE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAWN] = g_signal_new ("drawn", ROADMAP_TYPE_SWIMLANE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, ROADMAP_TYPE_ITEM, G_TYPE_POINTER);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "timeline.show-notes", NULL, show_notes_cb);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swimlanes");
}

static void
roadmap_swimlane_view_init (RoadmapSwimlaneView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self, "notify::state", G_CALLBACK (state_cb), NULL);
  self->gesture = roadmap_swimlane_gesture_new (self);
  self->nudge = roadmap_swimlane_nudge_new (self);
  selected_cb (self);
}
