/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-drag-private.h"

#include <math.h>

#include "widgets/swimlane-edit.h"

/* So far beyond its lane a bar is still in it: a hand does not move along a line. */
#define SLACK 10.0

#define DIMMED 0.35

static RoadmapSheetView *
get_view (RoadmapSwimlaneDrag *self)
{
  return ROADMAP_SHEET_VIEW (self->view);
}

static RoadmapViewState *
get_state (RoadmapSwimlaneDrag *self)
{
  return roadmap_sheet_view_get_state (get_view (self));
}

static double
get_rows_x (const RoadmapSheetPort *port,
            double                  x)
{
  return x - port->x + floor (port->seen.x);
}

static double
get_rows_y (const RoadmapSheetPort *port,
            double                  y)
{
  return y - port->y + floor (port->seen.y);
}

/* Beginning */

static gboolean
find_box (const RoadmapSheetPlace *place,
          RoadmapScene            *scene,
          RoadmapShapeFlags       *flags)
{
  for (guint i = 0; i < place->group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, place->group->first + i);

      if (shape->form == ROADMAP_FORM_BOX)
        {
          *flags = shape->flags;
          return TRUE;
        }
    }
  return FALSE;
}

const RoadmapAxis *
roadmap_swimlane_drag_get_axis (const RoadmapSheetPort *port)
{
  return roadmap_swimlane_sheet_get_axis (ROADMAP_SWIMLANE_SHEET (port->sheet));
}

RoadmapGrip
roadmap_swimlane_drag_find_grip (RoadmapSwimlaneDrag     *self,
                                 const RoadmapSheetPlace *place,
                                 double                   x)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (get_view (self));
  RoadmapShapeFlags flags;

  if (!find_box (place, roadmap_sheet_get_body (sheet, place->row), &flags))
    return ROADMAP_GRIP_WHOLE;
  return roadmap_grip_find (&place->group->box, flags, x);
}

static gboolean
begin_on_bar (RoadmapSwimlaneDrag *self,
              RoadmapSheetPlace   *place,
              const RoadmapRect   *point)
{
  if (!roadmap_swimlane_may_edit (self->view, place->group->item))
    return FALSE;
  self->mode = ROADMAP_DRAG_BAR;
  self->item = g_object_ref (place->group->item);
  self->grip = roadmap_swimlane_drag_find_grip (self, place, point->x);
  self->grab_y = CLAMP (point->y - place->group->box.y, 0, place->group->box.height);
  return TRUE;
}

gboolean
roadmap_swimlane_drag_begin (RoadmapSwimlaneDrag *self,
                             double               x,
                             double               y,
                             GdkModifierType      modifiers)
{
  gboolean banded = (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  RoadmapSheetPlace place = { .row = G_MAXUINT };
  RoadmapSheetPort port;
  RoadmapRect point;
  RoadmapItem *lane;

  roadmap_swimlane_drag_cancel (self);
  if (!roadmap_sheet_view_get_port (get_view (self), &port) || x < port.x || y < port.y)
    return FALSE;
  self->press_x = x;
  self->press_y = y;
  roadmap_sheet_view_pick (get_view (self), x, y, &place, &point);
  if (place.row != G_MAXUINT && place.group != NULL)
    return begin_on_bar (self, &place, &point);

  self->start_row = place.row;
  self->start_y = place.row != G_MAXUINT ? point.y : get_rows_y (&port, y) - roadmap_sheet_get_height (port.sheet);
  self->keep = (modifiers & GDK_CONTROL_MASK) != 0;
  lane = place.row != G_MAXUINT ? roadmap_sheet_get_row_item (port.sheet, place.row) : NULL;
  self->mode = !banded && lane != NULL && roadmap_swimlane_may_add_bar (self->view, lane) ? ROADMAP_DRAG_NEW
                                                                                          : ROADMAP_DRAG_BAND;
  if (self->mode == ROADMAP_DRAG_NEW)
    self->item = g_object_ref (lane);
  return TRUE;
}

/* Under way */

/* What is moved stands paler where it still is. */
static void
dim (RoadmapSwimlaneDrag *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ROADMAP_IS_SHEET_CHILD (child))
      {
        RoadmapItem *item = roadmap_sheet_child_get_item (ROADMAP_SHEET_CHILD (child));
        gboolean held = self->move != NULL && roadmap_bar_move_has (self->move, item);

        gtk_widget_set_opacity (child, held ? DIMMED : 1.0);
      }
}

static void
start (RoadmapSwimlaneDrag    *self,
       const RoadmapSheetPort *port)
{
  self->under_way = TRUE;
  self->roadmap = g_object_ref (roadmap_view_state_get_roadmap (port->state));
  self->start_x = get_rows_x (port, self->press_x);
  self->axis_first = roadmap_swimlane_drag_get_axis (port)->first;
  self->changed_id = g_signal_connect_swapped (self->roadmap, "changed", G_CALLBACK (roadmap_swimlane_drag_cancel), self);
  if (self->mode == ROADMAP_DRAG_BAR)
    {
      g_autoptr (GPtrArray) items = roadmap_swimlane_list_moved (self->view, self->item, self->grip);

      self->move = roadmap_bar_move_new (self->roadmap, items, self->grip, roadmap_swimlane_drag_get_axis (port));
    }
}

/* The lane under the pointer, if it is another one than the bar's; whether the bar may come to stand there. */
static RoadmapItem *
find_lane (RoadmapSwimlaneDrag    *self,
           const RoadmapSheetPort *port,
           double                  y,
           gboolean               *refused)
{
  double last = MIN (port->seen.y + port->seen.height, roadmap_sheet_get_height (port->sheet)) - 1;
  RoadmapItem *lane;
  double top;
  guint home, row;

  *refused = FALSE;
  if (self->grip != ROADMAP_GRIP_WHOLE || roadmap_bar_move_get_n_items (self->move) > 1 ||
      !roadmap_sheet_find_row_of (port->sheet, self->item, &home))
    return NULL;
  y = CLAMP (y, port->seen.y, last);
  top = roadmap_sheet_get_row_y (port->sheet, home);
  if (y >= top - SLACK && y < top + roadmap_sheet_get_row_height (port->sheet, home) + SLACK)
    return NULL;
  row = roadmap_sheet_find_row_at (port->sheet, y);
  lane = roadmap_sheet_get_row_item (port->sheet, row);
  if (row == home || lane == NULL || lane == roadmap_item_get_parent (self->item))
    return NULL;
  *refused = !roadmap_bar_move_may_enter (self->move, lane) || roadmap_swimlane_is_ghost (self->view, lane);
  return *refused ? NULL : lane;
}

static void
move_bar (RoadmapSwimlaneDrag    *self,
          const RoadmapSheetPort *port,
          double                  x,
          double                  y)
{
  self->pointer_y = get_rows_y (port, y);
  roadmap_bar_move_pull (self->move, get_rows_x (port, x) - self->start_x);
  roadmap_bar_move_set_lane (self->move, find_lane (self, port, self->pointer_y, &self->refused));
  dim (self);
}

double
roadmap_swimlane_drag_get_start_y (RoadmapSwimlaneDrag    *self,
                                   const RoadmapSheetPort *port)
{
  if (self->start_row >= roadmap_sheet_get_n_rows (port->sheet))
    return roadmap_sheet_get_height (port->sheet) + self->start_y;
  return roadmap_sheet_get_row_y (port->sheet, self->start_row) + self->start_y;
}

/* Calls @visit for each bar or milestone whose box lies in the band. */
static void
collect_touched (RoadmapSwimlaneDrag    *self,
                 const RoadmapSheetPort *port)
{
  double bottom = roadmap_rect_get_bottom (&self->band);

  g_ptr_array_set_size (self->touched, 0);
  for (guint row = roadmap_sheet_find_row_at (port->sheet, self->band.y); row < roadmap_sheet_get_n_rows (port->sheet); row++)
    {
      double y = roadmap_sheet_get_row_y (port->sheet, row);
      RoadmapScene *body;

      if (y >= bottom)
        break;
      body = roadmap_sheet_get_body (port->sheet, row);
      for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
        {
          const RoadmapGroup *group = roadmap_scene_get_group (body, i);
          RoadmapRect box = group->box;

          box.y += y;
          if (roadmap_rect_overlaps (&box, &self->band) && !roadmap_swimlane_is_ghost (self->view, group->item))
            g_ptr_array_add (self->touched, g_object_ref (group->item));
        }
    }
}

static void
stretch_band (RoadmapSwimlaneDrag    *self,
              const RoadmapSheetPort *port,
              double                  x,
              double                  y)
{
  double start_y = roadmap_swimlane_drag_get_start_y (self, port);
  double rows_x = CLAMP (get_rows_x (port, x), port->seen.x, port->seen.x + port->seen.width);
  double rows_y = CLAMP (get_rows_y (port, y), port->seen.y, port->seen.y + port->seen.height);

  self->band = (RoadmapRect) { MIN (self->start_x, rows_x), MIN (start_y, rows_y), fabs (rows_x - self->start_x),
                               fabs (rows_y - start_y) };
  collect_touched (self, port);
}

void
roadmap_swimlane_drag_update (RoadmapSwimlaneDrag *self,
                              double               x,
                              double               y)
{
  RoadmapSheetPort port;

  if (self->mode == ROADMAP_DRAG_NONE || !roadmap_sheet_view_get_port (get_view (self), &port))
    return;
  if (!self->under_way)
    start (self, &port);
  /* Something else is shown. */
  if (roadmap_swimlane_drag_get_axis (&port)->first != self->axis_first ||
      roadmap_view_state_get_roadmap (port.state) != self->roadmap)
    {
      roadmap_swimlane_drag_cancel (self);
      return;
    }
  if (self->mode == ROADMAP_DRAG_BAR)
    move_bar (self, &port, x, y);
  else if (self->mode == ROADMAP_DRAG_NEW)
    self->span = roadmap_axis_draw_span (roadmap_swimlane_drag_get_axis (&port), self->start_x, get_rows_x (&port, x));
  else
    stretch_band (self, &port, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* Ending */

static void
reset (RoadmapSwimlaneDrag *self)
{
  if (self->roadmap != NULL)
    g_clear_signal_handler (&self->changed_id, self->roadmap);
  g_clear_object (&self->roadmap);
  self->mode = ROADMAP_DRAG_NONE;
  self->under_way = FALSE;
  self->refused = FALSE;
  g_clear_object (&self->item);
  if (self->move != NULL)
    {
      g_clear_pointer (&self->move, roadmap_bar_move_free);
      dim (self);
    }
  g_ptr_array_set_size (self->touched, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

void
roadmap_swimlane_drag_cancel (RoadmapSwimlaneDrag *self)
{
  if (self->mode != ROADMAP_DRAG_NONE)
    reset (self);
}

static void
select_touched (RoadmapSwimlaneDrag *self)
{
  RoadmapViewState *state = get_state (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->keep)
    g_ptr_array_extend (items, roadmap_view_state_get_selection (state), (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  for (guint i = 0; i < self->touched->len; i++)
    if (!g_ptr_array_find (items, g_ptr_array_index (self->touched, i), NULL))
      g_ptr_array_add (items, g_object_ref (g_ptr_array_index (self->touched, i)));
  if (items->len > 0)
    roadmap_view_state_set_selection (state, items, NULL);
  else
    roadmap_view_state_set_selected (state, NULL);
}

void
roadmap_swimlane_drag_end (RoadmapSwimlaneDrag *self)
{
  g_autoptr (RoadmapBarMove) move = g_steal_pointer (&self->move);
  g_autoptr (RoadmapItem) item = self->item != NULL ? g_object_ref (self->item) : NULL;
  gboolean done = self->under_way && !self->refused;
  RoadmapDragMode mode = self->mode;

  if (done && mode == ROADMAP_DRAG_BAND)
    select_touched (self);
  reset (self);
  dim (self);
  if (done && mode == ROADMAP_DRAG_BAR && !roadmap_bar_move_is_idle (move))
    roadmap_swimlane_carry_out (self->view, move);
  else if (done && mode == ROADMAP_DRAG_NEW)
    roadmap_swimlane_draw_bar (self->view, item, &self->span);
}

gboolean
roadmap_swimlane_drag_is_under_way (RoadmapSwimlaneDrag *self)
{
  return self->under_way;
}

gboolean
roadmap_swimlane_drag_changes_rows (RoadmapSwimlaneDrag *self)
{
  return self->mode == ROADMAP_DRAG_BAND ||
         (self->move != NULL && self->grip == ROADMAP_GRIP_WHOLE && roadmap_bar_move_get_n_items (self->move) == 1);
}

RoadmapSwimlaneDrag *
roadmap_swimlane_drag_new (RoadmapSwimlaneView *view)
{
  RoadmapSwimlaneDrag *self = g_new0 (RoadmapSwimlaneDrag, 1);

  self->view = view;
  self->touched = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
roadmap_swimlane_drag_free (RoadmapSwimlaneDrag *self)
{
  roadmap_swimlane_drag_cancel (self);
  g_ptr_array_unref (self->touched);
  g_free (self);
}
