/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-nudge.h"

#include "chart/swimlane-sheet.h"
#include "widgets/swimlane-edit.h"

struct _RoadmapSwimlaneNudge
{
  RoadmapSwimlaneView *view;    /* not owned: it owns this */
  RoadmapBarMove      *move;    /* of the last nudge, NULL if there is none to go on with */
  gint64               time;    /* of the last nudge */
  gboolean             parted;  /* it is not the newest step any more */
  gboolean             nudging;
};

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  RoadmapGrip     grip;
  int             quarters;
} Key;

#define CONTROL GDK_CONTROL_MASK
#define SHIFT GDK_SHIFT_MASK

static const Key keys[] = {
  { GDK_KEY_Left,     CONTROL,         ROADMAP_GRIP_WHOLE, -1 },
  { GDK_KEY_KP_Left,  CONTROL,         ROADMAP_GRIP_WHOLE, -1 },
  { GDK_KEY_Right,    CONTROL,         ROADMAP_GRIP_WHOLE, 1 },
  { GDK_KEY_KP_Right, CONTROL,         ROADMAP_GRIP_WHOLE, 1 },
  { GDK_KEY_Left,     CONTROL | SHIFT, ROADMAP_GRIP_END,   -1 },
  { GDK_KEY_KP_Left,  CONTROL | SHIFT, ROADMAP_GRIP_END,   -1 },
  { GDK_KEY_Right,    CONTROL | SHIFT, ROADMAP_GRIP_END,   1 },
  { GDK_KEY_KP_Right, CONTROL | SHIFT, ROADMAP_GRIP_END,   1 },
  { GDK_KEY_comma,    0,               ROADMAP_GRIP_START, -1 },
  { GDK_KEY_less,     SHIFT,           ROADMAP_GRIP_START, -1 },
  { GDK_KEY_period,   0,               ROADMAP_GRIP_START, 1 },
  { GDK_KEY_greater,  SHIFT,           ROADMAP_GRIP_START, 1 },
};

static const Key *
find_key (guint           key,
          GdkModifierType modifiers)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && keys[i].modifiers == modifiers)
      return &keys[i];
  return NULL;
}

static const RoadmapAxis *
get_axis (RoadmapSwimlaneNudge *self)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (self->view));

  return roadmap_swimlane_sheet_get_axis (ROADMAP_SWIMLANE_SHEET (sheet));
}

static gboolean
has_same_items (RoadmapBarMove *move,
                GPtrArray      *items)
{
  if (roadmap_bar_move_get_n_items (move) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (roadmap_bar_move_get_item (move, i) != g_ptr_array_index (items, i))
      return FALSE;
  return TRUE;
}

/* From where they were at first they can come back to how they were written. */
static gboolean
can_go_on (RoadmapSwimlaneNudge *self,
           GPtrArray            *items,
           RoadmapGrip           grip)
{
  const RoadmapAxis *axis = get_axis (self);
  const RoadmapAxis *before = self->move != NULL ? roadmap_bar_move_get_axis (self->move) : NULL;

  return before != NULL && before->first == axis->first && before->after == axis->after &&
         before->calendar == axis->calendar && roadmap_bar_move_get_grip (self->move) == grip &&
         has_same_items (self->move, items) && roadmap_bar_move_still_holds (self->move);
}

static void
take_hold (RoadmapSwimlaneNudge *self,
           RoadmapItem          *item,
           RoadmapGrip           grip)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (ROADMAP_SHEET_VIEW (self->view));
  g_autoptr (GPtrArray) items = roadmap_swimlane_list_moved (self->view, item, grip);

  if (can_go_on (self, items, grip))
    return;
  self->parted = TRUE;
  g_clear_pointer (&self->move, roadmap_bar_move_free);
  self->move = roadmap_bar_move_new (roadmap_view_state_get_roadmap (state), items, grip, get_axis (self));
}

static void
nudge (RoadmapSwimlaneNudge *self,
       gint64                time)
{
  gboolean joins = !self->parted && time - self->time <= ROADMAP_NUDGE_TIME;

  self->time = time;
  self->nudging = TRUE;
  if (!roadmap_swimlane_carry_out (self->view, self->move))
    g_clear_pointer (&self->move, roadmap_bar_move_free);
  else if (joins)
    roadmap_history_join (roadmap_swimlane_view_get_history (self->view));
  self->nudging = FALSE;
  self->parted = FALSE;
}

/* Lanes */

static int
find_lane_step (guint           key,
                GdkModifierType modifiers)
{
  if (modifiers != GDK_CONTROL_MASK)
    return 0;
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return -1;
  return key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : 0;
}

/* The nearest row above or below that can have what is moved; NULL: there is none. */
static RoadmapItem *
find_lane (RoadmapSwimlaneNudge *self,
           RoadmapBarMove       *move,
           int                   step)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (self->view));
  RoadmapItem *item = roadmap_bar_move_get_item (move, 0);
  guint row;

  if (!roadmap_sheet_find_row_of (sheet, item, &row))
    return NULL;
  /* Before the first row the number is too great as well. */
  for (row += step; row < roadmap_sheet_get_n_rows (sheet); row += step)
    {
      RoadmapItem *lane = roadmap_sheet_get_row_item (sheet, row);

      if (lane != NULL && lane != roadmap_item_get_parent (item) && roadmap_bar_move_may_enter (move, lane) &&
          !roadmap_swimlane_is_ghost (self->view, lane))
        return lane;
    }
  return NULL;
}

static void
change_lane (RoadmapSwimlaneNudge *self,
             RoadmapItem          *item,
             int                   step)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (ROADMAP_SHEET_VIEW (self->view));
  g_autoptr (GPtrArray) items = roadmap_swimlane_list_moved (self->view, item, ROADMAP_GRIP_WHOLE);
  g_autoptr (RoadmapBarMove) move = roadmap_bar_move_new (roadmap_view_state_get_roadmap (state), items, ROADMAP_GRIP_WHOLE,
                                                          get_axis (self));
  RoadmapItem *lane = find_lane (self, move, step);

  if (lane == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->view));
      return;
    }
  roadmap_bar_move_set_lane (move, lane);
  roadmap_swimlane_carry_out (self->view, move);
}

gboolean
roadmap_swimlane_nudge_press (RoadmapSwimlaneNudge *self,
                              RoadmapItem          *item,
                              guint                 key,
                              GdkModifierType       modifiers,
                              gint64                time)
{
  const Key *found = find_key (key, modifiers);
  int lane_step = find_lane_step (key, modifiers);

  if ((found == NULL && lane_step == 0) || !roadmap_swimlane_may_edit (self->view, item))
    return FALSE;
  if (found == NULL)
    {
      change_lane (self, item, lane_step);
      return TRUE;
    }
  /* A milestone has no ends. */
  if (found->grip != ROADMAP_GRIP_WHOLE && !roadmap_item_is (item, "bar"))
    return FALSE;
  take_hold (self, item, found->grip);
  if (roadmap_bar_move_step (self->move, found->quarters))
    nudge (self, time);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->view));
  return TRUE;
}

void
roadmap_swimlane_nudge_part (RoadmapSwimlaneNudge *self)
{
  if (!self->nudging)
    self->parted = TRUE;
}

RoadmapSwimlaneNudge *
roadmap_swimlane_nudge_new (RoadmapSwimlaneView *view)
{
  RoadmapSwimlaneNudge *self = g_new0 (RoadmapSwimlaneNudge, 1);

  self->view = view;
  self->parted = TRUE;
  return self;
}

void
roadmap_swimlane_nudge_free (RoadmapSwimlaneNudge *self)
{
  g_clear_pointer (&self->move, roadmap_bar_move_free);
  g_free (self);
}
