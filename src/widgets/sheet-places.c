/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

#include <math.h>

#include "widgets/sheet-scroll.h"

/* Places of a sheet in its view: where they are, and how one gets there. */

GtkWidget *
roadmap_sheet_view_reveal (RoadmapSheetView        *self,
                           const RoadmapSheetPlace *place)
{
  if (roadmap_sheet_view_get_sheet (self) == NULL)
    return NULL;
  roadmap_sheet_rows_go_to (roadmap_sheet_view_get_rows (self), place);
  roadmap_sheet_view_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return roadmap_sheet_children_find (roadmap_sheet_view_get_children (self), roadmap_sheet_view_get_sheet (self), place);
}

void
roadmap_sheet_view_go_to (RoadmapSheetView        *self,
                          const RoadmapSheetPlace *place)
{
  GtkWidget *child = roadmap_sheet_view_reveal (self, place);

  if (child != NULL)
    gtk_widget_grab_focus (child);
}

void
roadmap_sheet_view_zoom_at (RoadmapSheetView *self,
                            double            zoom,
                            double            x,
                            double            y)
{
  RoadmapSheetViewClass *klass = ROADMAP_SHEET_VIEW_GET_CLASS (self);
  RoadmapSheetPort port;

  if (klass->set_zoom == NULL || !roadmap_sheet_view_get_port (self, &port))
    return;

  roadmap_sheet_rows_hold_point (roadmap_sheet_view_get_rows (self), x - port.x, y - port.y, klass->zooms_height);
  klass->set_zoom (self, zoom);
}

void
roadmap_sheet_view_hold_x (RoadmapSheetView *self,
                           double            x)
{
  g_return_if_fail (ROADMAP_IS_SHEET_VIEW (self));

  roadmap_sheet_rows_hold_x (roadmap_sheet_view_get_rows (self), x);
}

gboolean
roadmap_sheet_view_get_focused (RoadmapSheetView  *self,
                                RoadmapSheetPlace *place)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  RoadmapSheet *sheet = child != NULL ? roadmap_sheet_view_get_sheet (self) : NULL;

  return sheet != NULL && roadmap_sheet_children_get_place (roadmap_sheet_view_get_children (self), sheet, child, place);
}

void
roadmap_sheet_view_get_bounds (RoadmapSheetView        *self,
                               const RoadmapSheetPlace *place,
                               GdkRectangle            *bounds)
{
  RoadmapRect rect = { 0, };
  RoadmapSheetPort port;

  if (roadmap_sheet_view_get_port (self, &port))
    {
      rect = roadmap_sheet_get_bounds (port.sheet, place);
      rect.x += place->in_names ? 0 : port.x - port.seen.x;
      rect.y += port.y - port.seen.y;
    }
  *bounds = (GdkRectangle) { rect.x, rect.y, rect.width, rect.height };
}

gboolean
roadmap_sheet_view_find_row (RoadmapSheetView  *self,
                             double             x,
                             double             y,
                             RoadmapSheetPlace *place,
                             RoadmapRect       *point)
{
  RoadmapSheetPort port;
  double row_y;

  if (!roadmap_sheet_view_get_port (self, &port))
    return FALSE;
  row_y = y - port.y + floor (port.seen.y);
  if (y < port.y || row_y >= roadmap_sheet_get_height (port.sheet))
    return FALSE;
  *place = (RoadmapSheetPlace) { roadmap_sheet_find_row_at (port.sheet, row_y), x < port.x, NULL };
  *point = (RoadmapRect) { place->in_names ? x : x - port.x + floor (port.seen.x),
                           row_y - roadmap_sheet_get_row_y (port.sheet, place->row), 0, 0 };
  return TRUE;
}

RoadmapItem *
roadmap_sheet_view_pick (RoadmapSheetView  *self,
                         double             x,
                         double             y,
                         RoadmapSheetPlace *place,
                         RoadmapRect       *point)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (self);
  RoadmapScene *scene;
  RoadmapItem *item;

  if (sheet == NULL || !roadmap_sheet_view_find_row (self, x, y, place, point))
    return NULL;
  scene = place->in_names ? roadmap_sheet_get_names (sheet, place->row) : roadmap_sheet_get_body (sheet, place->row);
  item = roadmap_scene_pick (scene, point->x, point->y);
  place->group = item != NULL ? roadmap_scene_find_group (scene, item) : NULL;
  return item;
}

GtkWidget *
roadmap_sheet_view_find_entrance (RoadmapSheetView *self)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self);
  RoadmapItem *selected = roadmap_view_state_get_selected (state);
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (self);
  GtkWidget *first_name = NULL;
  RoadmapSheetPlace place;

  if (selected != NULL && roadmap_sheet_find_shown (sheet, roadmap_view_state_get_roadmap (state), selected, &place))
    return roadmap_sheet_view_reveal (self, &place);
  roadmap_sheet_view_sync (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!ROADMAP_IS_SHEET_CHILD (child))
        continue;
      if (!roadmap_sheet_child_is_name (ROADMAP_SHEET_CHILD (child)))
        return child;
      first_name = first_name != NULL ? first_name : child;
    }
  return first_name;
}
