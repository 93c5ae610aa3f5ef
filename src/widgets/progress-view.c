/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/progress-view.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "chart/progress-layout.h"
#include "model/progress.h"
#include "widgets/record-words.h"
#include "widgets/table-words.h"

struct _RoadmapProgressView
{
  RoadmapSheetView parent_instance;
};

G_DEFINE_FINAL_TYPE (RoadmapProgressView, roadmap_progress_view, ROADMAP_TYPE_SHEET_VIEW)

static GPtrArray *
list_charts (RoadmapViewState *state)
{
  RoadmapItem *chart = roadmap_view_state_get_chart (state);
  GPtrArray *charts;

  if (chart == NULL)
    return roadmap_list_charts (roadmap_view_state_get_roadmap (state));
  charts = g_ptr_array_new ();
  g_ptr_array_add (charts, chart);
  return charts;
}

/* @charts: of list_charts(). */
static RoadmapProgressOptions
get_options (RoadmapViewState *state,
             GPtrArray        *charts)
{
  return (RoadmapProgressOptions) {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .charts = charts,
    .language = roadmap_view_state_get_words (state),
    .today = roadmap_view_state_get_today (state),
    .show = roadmap_view_state_get_filter (state) != NULL ? roadmap_view_state_show_func : NULL,
    .show_data = state,
  };
}

static RoadmapSheet *
roadmap_progress_view_create_sheet (RoadmapSheetView *view,
                                    RoadmapViewState *state,
                                    RoadmapMeasure   *measure,
                                    double            width)
{
  g_autoptr (GPtrArray) charts = list_charts (state);
  RoadmapProgressOptions options = get_options (state, charts);

  options.width = width;
  options.measure = measure;
  return roadmap_progress_sheet_new (&options);
}

/* Any row may count what changes in a chart. */
static gboolean
roadmap_progress_view_keep_sheet (RoadmapSheetView  *view,
                                  RoadmapSheet      *sheet,
                                  const RoadmapEdit *edit)
{
  RoadmapItem *item = edit->type == ROADMAP_EDIT_SET ? edit->item : edit->parent;

  return roadmap_item_find_around (item, "chart") == NULL && !roadmap_item_is (item, "status") &&
         !roadmap_item_is (item, "category") && item != roadmap_get_root (roadmap_view_state_get_roadmap (
                                                          roadmap_sheet_view_get_state (view)));
}

static gboolean
holds_bars (RoadmapItem *item)
{
  return roadmap_item_is (item, "chart") || roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

static char *
dup_counts (RoadmapViewState *state,
            RoadmapItem      *item)
{
  g_autoptr (GPtrArray) charts = list_charts (state);
  RoadmapProgressOptions options = get_options (state, charts);
  g_autoptr (GPtrArray) bars = roadmap_progress_list_counted (&options, item);
  g_auto (RoadmapProgressAsk) ask = { NULL };
  g_auto (RoadmapProgress) progress = { 0 };

  roadmap_progress_ask_init (&ask, options.roadmap, options.year, options.today);
  for (guint i = 0; i < bars->len; i++)
    roadmap_progress_add (&progress, &ask, g_ptr_array_index (bars, i));
  return roadmap_record_dup_counts (item, &ask, &progress, options.language);
}

static char *
roadmap_progress_view_dup_name (RoadmapSheetView *view,
                                RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  if (holds_bars (item) || roadmap_item_is (item, "category"))
    return dup_counts (state, item);
  return roadmap_table_dup_cell_name (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_progress_view_dup_place (RoadmapSheetView *view,
                                 RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  if (!roadmap_item_is (item, "bar"))
    return g_strdup ("");
  return roadmap_table_dup_cell_place (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static gboolean
roadmap_progress_view_open_item (RoadmapSheetView *view,
                                 RoadmapItem      *item)
{
  return holds_bars (item) &&
         gtk_widget_activate_action (GTK_WIDGET (view), "win.show-in-timeline", "s", roadmap_item_get_id (item));
}

static void
roadmap_progress_view_class_init (RoadmapProgressViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  view_class->create_sheet = roadmap_progress_view_create_sheet;
  view_class->keep_sheet = roadmap_progress_view_keep_sheet;
  view_class->dup_name = roadmap_progress_view_dup_name;
  view_class->dup_place = roadmap_progress_view_dup_place;
  view_class->open_item = roadmap_progress_view_open_item;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "table");
}

static void
roadmap_progress_view_init (RoadmapProgressView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
}
