/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-drag-private.h"

#include "widgets/swimlane-edit.h"
#include "widgets/swimlane-ghost.h"

/* Height of a bar that is being drawn, in em. */
#define NEW_EMS 2.2

static RoadmapSheetView *
get_view (RoadmapSwimlaneDrag *self)
{
  return ROADMAP_SHEET_VIEW (self->view);
}

static const char *
get_grip_cursor (RoadmapGrip grip,
                 gboolean    held)
{
  if (grip != ROADMAP_GRIP_WHOLE)
    return "col-resize";
  return held ? "grabbing" : "grab";
}

const char *
roadmap_swimlane_drag_get_cursor (RoadmapSwimlaneDrag *self,
                                  double               x,
                                  double               y)
{
  RoadmapSheetPlace place = { .row = G_MAXUINT };
  RoadmapRect point;

  if (self->under_way && self->mode == ROADMAP_DRAG_BAR)
    return self->refused ? "not-allowed" : get_grip_cursor (self->grip, TRUE);
  if (self->under_way)
    return self->mode == ROADMAP_DRAG_NEW ? "col-resize" : "crosshair";
  roadmap_sheet_view_pick (get_view (self), x, y, &place, &point);
  if (place.row == G_MAXUINT || place.in_names || place.group == NULL ||
      !roadmap_swimlane_may_edit (self->view, place.group->item))
    return NULL;
  return get_grip_cursor (roadmap_swimlane_drag_find_grip (self, &place, point.x), FALSE);
}

/* Where a bar that is moved lies among the rows, as high as it was; FALSE: its row is not in view. */
static gboolean
place_ghost (RoadmapSwimlaneDrag    *self,
             const RoadmapSheetPort *port,
             RoadmapItem            *item,
             RoadmapGhost           *ghost)
{
  RoadmapItem *lane = roadmap_bar_move_get_lane (self->move);
  const RoadmapGroup *group;
  double row_y;
  guint row;

  if (!roadmap_sheet_find_row_of (port->sheet, item, &row) || !roadmap_sheet_is_laid_out (port->sheet, row))
    return FALSE;
  group = roadmap_scene_find_group (roadmap_sheet_get_body (port->sheet, row), item);
  if (group == NULL)
    return FALSE;
  ghost->height = group->box.height;
  ghost->y = roadmap_sheet_get_row_y (port->sheet, row) + group->box.y;
  if (lane != NULL && roadmap_sheet_find_row_of (port->sheet, lane, &row))
    {
      row_y = roadmap_sheet_get_row_y (port->sheet, row);
      ghost->y = CLAMP (self->pointer_y - self->grab_y, row_y,
                        MAX (row_y, row_y + roadmap_sheet_get_row_height (port->sheet, row) - ghost->height));
    }
  else if (self->refused)
    ghost->y = self->pointer_y - self->grab_y;
  return TRUE;
}

static void
snapshot_bars (RoadmapSwimlaneDrag    *self,
               const RoadmapSheetPort *port,
               GtkSnapshot            *snapshot)
{
  RoadmapItem *lane = roadmap_bar_move_get_lane (self->move);

  /* The one with the label comes last, over the others. */
  for (guint i = roadmap_bar_move_get_n_items (self->move); i > 0; i--)
    {
      RoadmapItem *item = roadmap_bar_move_get_item (self->move, i - 1);
      RoadmapGhost ghost = {
        .item = item,
        .axis = roadmap_swimlane_drag_get_axis (port),
        .span = roadmap_bar_move_get_span (self->move, i - 1),
        .hue = roadmap_item_get_hue (lane != NULL ? lane : item),
        .labelled = i == 1,
        .refused = self->refused,
      };

      if (place_ghost (self, port, item, &ghost))
        roadmap_swimlane_snapshot_ghost (get_view (self), snapshot, &ghost);
    }
}

static void
snapshot_new (RoadmapSwimlaneDrag    *self,
              const RoadmapSheetPort *port,
              GtkSnapshot            *snapshot)
{
  double height = NEW_EMS * roadmap_measure_get_em (roadmap_sheet_view_get_measure (get_view (self)), ROADMAP_SIZE_BAR);
  RoadmapGhost ghost = {
    .item = self->item,
    .axis = roadmap_swimlane_drag_get_axis (port),
    .span = self->span,
    .hue = roadmap_item_get_hue (self->item),
    .height = height,
    .labelled = TRUE,
    .is_new = TRUE,
  };

  ghost.y = roadmap_swimlane_drag_get_start_y (self, port) - height / 2;
  roadmap_swimlane_snapshot_ghost (get_view (self), snapshot, &ghost);
}

static void
snapshot_band (RoadmapSwimlaneDrag    *self,
               const RoadmapSheetPort *port,
               GtkSnapshot            *snapshot)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      RoadmapSheetPlace place;

      if (roadmap_sheet_find (port->sheet, g_ptr_array_index (self->touched, i), &place))
        roadmap_swimlane_snapshot_frame (get_view (self), snapshot, &place);
    }
  roadmap_swimlane_snapshot_band (get_view (self), snapshot, &self->band);
}

void
roadmap_swimlane_drag_snapshot (RoadmapSwimlaneDrag *self,
                                GtkSnapshot         *snapshot)
{
  RoadmapSheetPort port;

  if (!self->under_way || !roadmap_sheet_view_get_port (get_view (self), &port))
    return;
  if (self->mode == ROADMAP_DRAG_BAR)
    snapshot_bars (self, &port, snapshot);
  else if (self->mode == ROADMAP_DRAG_NEW)
    snapshot_new (self, &port, snapshot);
  else
    snapshot_band (self, &port, snapshot);
}
