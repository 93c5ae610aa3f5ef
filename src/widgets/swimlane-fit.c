/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-fit.h"

#include <math.h>

/* A year narrower than this, in em, makes towers of its bars' words; the chart scrolls sideways instead. */
#define MIN_YEAR_EMS 11.0

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

RoadmapSwimlane *
roadmap_swimlane_fit (RoadmapViewState *state,
                      RoadmapMeasure   *measure,
                      double            name_width,
                      double            body_width)
{
  g_autoptr (GPtrArray) charts = list_shown_charts (state);
  const RoadmapSwimlaneOptions options = {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .charts = charts,
    .language = roadmap_view_state_get_words (state),
    .axis = create_axis (state, measure, body_width),
    .name_width = name_width,
    .today = roadmap_view_state_get_today (state),
    .measure = measure,
  };

  return roadmap_swimlane_new (&options);
}
