/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/map-view.h"

#include <glib/gi18n-lib.h>

#include "chart/map-layout.h"
#include "widgets/map-words.h"

struct _RoadmapMapView
{
  RoadmapSheetView parent_instance;
};

G_DEFINE_FINAL_TYPE (RoadmapMapView, roadmap_map_view, ROADMAP_TYPE_SHEET_VIEW)

static RoadmapSheet *
roadmap_map_view_create_sheet (RoadmapSheetView *view,
                               RoadmapViewState *state,
                               RoadmapMeasure   *measure,
                               double            width)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  RoadmapMapOptions options = {
    .roadmap = roadmap,
    .map = roadmap_map_find (roadmap),
    .language = roadmap_view_state_get_words (state),
    .width = width,
    .height = gtk_widget_get_height (GTK_WIDGET (view)),
    .measure = measure,
    .show = roadmap_view_state_get_filter (state) != NULL ? roadmap_view_state_show_func : NULL,
    .show_data = state,
  };

  return options.map != NULL ? roadmap_map_layout_new (&options) : NULL;
}

/* The map is laid out as one piece.  Of what lies outside of it, it shows the lanes' hues and numbers, and how many bars
 * there are of each status. */
static gboolean
roadmap_map_view_keep_sheet (RoadmapSheetView  *view,
                             RoadmapSheet      *sheet,
                             const RoadmapEdit *edit)
{
  return edit->type == ROADMAP_EDIT_SET && roadmap_item_find_around (edit->item, "map") == NULL &&
         roadmap_item_find_around (edit->item, "followup") == NULL && !roadmap_item_is (edit->item, "lane") &&
         !roadmap_item_is (edit->item, "status") && g_strcmp0 (edit->field->name, "status") != 0;
}

static gboolean
roadmap_map_view_is_related (RoadmapSheetView *view,
                             RoadmapItem      *selected,
                             RoadmapItem      *item)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (roadmap_sheet_view_get_state (view));

  return roadmap_item_is (item, "region") && roadmap_map_find_region (roadmap, selected) == item;
}

static gboolean
roadmap_map_view_open_item (RoadmapSheetView *view,
                            RoadmapItem      *item)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (roadmap_sheet_view_get_state (view));
  RoadmapItem *lane = roadmap_map_find_lane (roadmap, item);

  return lane != NULL && gtk_widget_activate_action (GTK_WIDGET (view), "win.show-in-timeline", "s",
                                                     roadmap_item_get_id (lane));
}

static char *
roadmap_map_view_dup_name (RoadmapSheetView *view,
                           RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_map_dup_name (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_map_view_dup_place (RoadmapSheetView *view,
                            RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_map_dup_place (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_map_view_dup_tooltip (RoadmapSheetView *view,
                              RoadmapItem      *item)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (view);

  return roadmap_map_dup_tooltip (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static void
roadmap_map_view_class_init (RoadmapMapViewClass *klass)
{
  RoadmapSheetViewClass *view_class = ROADMAP_SHEET_VIEW_CLASS (klass);

  view_class->create_sheet = roadmap_map_view_create_sheet;
  view_class->keep_sheet = roadmap_map_view_keep_sheet;
  view_class->dup_name = roadmap_map_view_dup_name;
  view_class->dup_place = roadmap_map_view_dup_place;
  view_class->dup_tooltip = roadmap_map_view_dup_tooltip;
  view_class->is_related = roadmap_map_view_is_related;
  view_class->open_item = roadmap_map_view_open_item;
  view_class->fills_height = TRUE;
}

static void
roadmap_map_view_init (RoadmapMapView *self)
{
  /* Translators: the bird’s-eye map, for a screen reader. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Bird’s-eye map"), -1);
}
