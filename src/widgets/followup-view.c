/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/followup-view.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "chart/followup-layout.h"
#include "model/followup.h"
#include "widgets/record-words.h"
#include "widgets/table-words.h"

struct _RoadmapFollowupView
{
  RoadmapSheetView parent_instance;
};

G_DEFINE_FINAL_TYPE (RoadmapFollowupView, roadmap_followup_view, ROADMAP_TYPE_SHEET_VIEW)

/* (transfer container): the outermost stages and lanes of what is browsed. */
static GPtrArray *
list_tops (RoadmapViewState *state)
{
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap_view_state_get_roadmap (state));
  RoadmapItem *browsed = roadmap_view_state_get_chart (state);
  GPtrArray *tops = g_ptr_array_new ();

  for (guint i = 0; i < (browsed != NULL ? 1 : charts->len); i++)
    {
      RoadmapItem *chart = browsed != NULL ? browsed : g_ptr_array_index (charts, i);

      for (guint j = 0; j < roadmap_item_get_n_children (chart); j++)
        {
          RoadmapItem *item = roadmap_item_get_child (chart, j);

          if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
            g_ptr_array_add (tops, item);
        }
    }
  return tops;
}

static RoadmapSheet *
roadmap_followup_view_create_sheet (RoadmapSheetView *view,
                                    RoadmapViewState *state,
                                    RoadmapMeasure   *measure,
                                    double            width)
{
  g_autoptr (GPtrArray) tops = list_tops (state);
  const RoadmapFollowupOptions options = {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .tops = tops,
    .language = roadmap_view_state_get_words (state),
    .width = width,
    .today = roadmap_view_state_get_today (state),
    .measure = measure,
    .show = roadmap_view_state_get_filter (state) != NULL ? roadmap_view_state_show_func : NULL,
    .show_data = state,
  };

  return roadmap_followup_sheet_new (&options);
}

/* What is reported once is referred to elsewhere, and a new record may begin a new year. */
static gboolean
roadmap_followup_view_keep_sheet (RoadmapSheetView  *view,
                                  RoadmapSheet      *sheet,
                                  const RoadmapEdit *edit)
{
  RoadmapItem *item = edit->type == ROADMAP_EDIT_SET ? edit->item : edit->parent;

  return roadmap_item_find_around (item, "chart") == NULL && !roadmap_item_is (item, "status") &&
         !roadmap_item_is (edit->item, "chart") && !roadmap_item_is (item, "category");
}

static char *
roadmap_followup_view_dup_name (RoadmapSheetView *view,
                                RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  int year = roadmap_choose_followup_year (roadmap, 0, roadmap_view_state_get_today (state)).year;

  return roadmap_record_dup_name (roadmap, item, year, roadmap_view_state_get_words (state));
}

static char *
roadmap_followup_view_dup_place (RoadmapSheetView *view,
                                 RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_table_dup_cell_place (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

/* All words can be seen. */
static char *
roadmap_followup_view_dup_tooltip (RoadmapSheetView *view,
                                   RoadmapItem      *item)
{
  return NULL;
}

static void
roadmap_followup_view_class_init (RoadmapFollowupViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  view_class->create_sheet = roadmap_followup_view_create_sheet;
  view_class->keep_sheet = roadmap_followup_view_keep_sheet;
  view_class->dup_name = roadmap_followup_view_dup_name;
  view_class->dup_place = roadmap_followup_view_dup_place;
  view_class->dup_tooltip = roadmap_followup_view_dup_tooltip;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "table");
}

static void
roadmap_followup_view_init (RoadmapFollowupView *self)
{
  /* Translators: the view of what was reported about measures. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Follow-up"), -1);
}
