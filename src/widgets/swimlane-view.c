/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/swimlane-sheet.h"

#define NAME_EMS 10.5

/* A year narrower than this, in em, makes towers of its bars' words; the chart scrolls sideways instead. */
#define MIN_YEAR_EMS 11.0

struct _RoadmapSwimlaneView
{
  RoadmapSheetView parent_instance;
};

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

static RoadmapAxis
create_axis (RoadmapViewState *state,
             RoadmapMeasure   *measure,
             double            body_width)
{
  const GDate *today = roadmap_view_state_get_today (state);
  RoadmapMonth fallback = today != NULL ? roadmap_month_of_date (today) : 2020 * 12;
  g_autoptr (GPtrArray) charts = list_axis_charts (state);
  RoadmapAxis axis = roadmap_axis_for_charts (roadmap_view_state_get_roadmap (state), charts, fallback);
  double em = roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY);
  double fit = MAX (body_width, MIN_YEAR_EMS * em * (axis.after - axis.first) / 12.0);

  roadmap_axis_set_width (&axis, floor (fit * roadmap_view_state_get_zoom (state)));
  return axis;
}

static RoadmapSheet *
roadmap_swimlane_view_create_sheet (RoadmapSheetView *view,
                                    RoadmapViewState *state,
                                    RoadmapMeasure   *measure,
                                    double            width)
{
  double em = roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY);
  double name_width = floor (MIN (NAME_EMS * em, width / 2.0));
  g_autoptr (GPtrArray) charts = list_shown_charts (state);
  const RoadmapSwimlaneOptions options = {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .charts = charts,
    .language = roadmap_view_state_get_words (state),
    .axis = create_axis (state, measure, MAX (width - name_width, 0)),
    .name_width = name_width,
    .today = roadmap_view_state_get_today (state),
    .measure = measure,
  };

  return roadmap_swimlane_sheet_new (&options);
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

static void
roadmap_swimlane_view_class_init (RoadmapSwimlaneViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  view_class->create_sheet = roadmap_swimlane_view_create_sheet;
  view_class->get_zoom = roadmap_swimlane_view_get_zoom;
  view_class->set_zoom = roadmap_swimlane_view_set_zoom;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swimlanes");
}

static void
roadmap_swimlane_view_init (RoadmapSwimlaneView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
}
