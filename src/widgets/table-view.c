/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/table-view.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "chart/table-layout.h"
#include "widgets/table-words.h"

struct _RoadmapTableView
{
  RoadmapSheetView parent_instance;
};

G_DEFINE_FINAL_TYPE (RoadmapTableView, roadmap_table_view, ROADMAP_TYPE_SHEET_VIEW)

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

static RoadmapSheet *
roadmap_table_view_create_sheet (RoadmapSheetView *view,
                                 RoadmapViewState *state,
                                 RoadmapMeasure   *measure,
                                 double            width)
{
  g_autoptr (GPtrArray) charts = list_charts (state);
  const RoadmapTableOptions options = {
    .roadmap = roadmap_view_state_get_roadmap (state),
    .charts = charts,
    .language = roadmap_view_state_get_words (state),
    .width = width,
    .today = roadmap_view_state_get_today (state),
    .measure = measure,
    .compact = roadmap_view_state_get_density (state) == ROADMAP_DENSITY_COMPACT,
    .show = roadmap_view_state_get_filter (state) != NULL ? roadmap_view_state_show_func : NULL,
    .show_data = state,
  };

  return roadmap_table_new (&options);
}

/* Whether columns, heads or the notes of several rows may come of the edit. */
static gboolean
changes_table (const RoadmapEdit *edit)
{
  static const char *const kinds[] = { "heading", "column", "roadblock", "addressed", "measure", "paragraph", "note", NULL };
  static const char *const fields[] = { "domain", "notes", "text", NULL };

  if (edit->type != ROADMAP_EDIT_SET)
    return g_strv_contains (kinds, roadmap_item_get_kind (edit->item)->name);
  return roadmap_item_is (edit->item, "note") || g_strv_contains (fields, edit->field->name);
}

static gboolean
roadmap_table_view_keep_sheet (RoadmapSheetView  *view,
                               RoadmapSheet      *sheet,
                               const RoadmapEdit *edit)
{
  return !changes_table (edit) && ROADMAP_SHEET_VIEW_CLASS (roadmap_table_view_parent_class)->keep_sheet (view, sheet, edit);
}

static char *
roadmap_table_view_dup_name (RoadmapSheetView *view,
                             RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_table_dup_cell_name (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_table_view_dup_place (RoadmapSheetView *view,
                              RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_table_dup_cell_place (roadmap_view_state_get_roadmap (state), item,
                                       roadmap_view_state_get_words (state));
}

/* All words of a cell can be seen. */
static char *
roadmap_table_view_dup_tooltip (RoadmapSheetView *view,
                                RoadmapItem      *item)
{
  if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "milestone"))
    return NULL;
  return ROADMAP_SHEET_VIEW_CLASS (roadmap_table_view_parent_class)->dup_tooltip (view, item);
}

static void
roadmap_table_view_class_init (RoadmapTableViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  view_class->create_sheet = roadmap_table_view_create_sheet;
  view_class->child_role = GTK_ACCESSIBLE_ROLE_GRID_CELL;
  view_class->keep_sheet = roadmap_table_view_keep_sheet;
  view_class->dup_name = roadmap_table_view_dup_name;
  view_class->dup_place = roadmap_table_view_dup_place;
  view_class->dup_tooltip = roadmap_table_view_dup_tooltip;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "table");
}

static void
roadmap_table_view_init (RoadmapTableView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Table"), -1);
}
