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

gboolean
roadmap_swimlane_nudge_press (RoadmapSwimlaneNudge *self,
                              RoadmapItem          *item,
                              guint                 key,
                              GdkModifierType       modifiers,
                              gint64                time)
{
  const Key *found = find_key (key, modifiers);

  if (found == NULL || !roadmap_swimlane_may_edit (self->view, item))
    return FALSE;
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
