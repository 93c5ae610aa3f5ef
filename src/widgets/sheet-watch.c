/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-watch.h"

struct _RoadmapSheetWatch
{
  gpointer              view; /* not owned */
  RoadmapSheetReaction  reaction;
  RoadmapViewState     *state;
  GSignalGroup         *state_signals;
  GSignalGroup         *roadmap_signals;
};

static void
roadmap_changed (RoadmapSheetWatch *self)
{
  g_signal_group_set_target (self->roadmap_signals, roadmap_view_state_get_roadmap (self->state));
  self->reaction.changed (self->view, ROADMAP_SHEET_CHANGE_ROADMAP);
}

/* What is not listed changes what is shown. */
static RoadmapSheetChange
find_change (const char *property)
{
  static const struct
  {
    const char         *property;
    RoadmapSheetChange  change;
  } changes[] = {
    { "selected", ROADMAP_SHEET_CHANGE_SELECTED },
    { "selection", ROADMAP_SHEET_CHANGE_EMPHASIS },
    { "language", ROADMAP_SHEET_CHANGE_WORDS | ROADMAP_SHEET_CHANGE_MEASURE },
    { "query", ROADMAP_SHEET_CHANGE_LOOKS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (property, changes[i].property))
      return changes[i].change;
  return ROADMAP_SHEET_CHANGE_WORDS | ROADMAP_SHEET_CHANGE_SHEET;
}

/* With another roadmap much else changes too, and may be notified before it: the view must have let go of the old one. */
static void
state_cb (RoadmapSheetWatch *self,
          GParamSpec        *pspec)
{
  g_autoptr (GObject) followed = g_signal_group_dup_target (self->roadmap_signals);

  if (followed != (gpointer) roadmap_view_state_get_roadmap (self->state))
    roadmap_changed (self);
  if (!g_str_equal (pspec->name, "roadmap"))
    self->reaction.changed (self->view, find_change (pspec->name));
}

static void
edited_cb (RoadmapSheetWatch *self,
           const RoadmapEdit *edit,
           Roadmap           *roadmap)
{
  self->reaction.edited (self->view, edit);
}

void
roadmap_sheet_watch_set_state (RoadmapSheetWatch *self,
                               RoadmapViewState  *state)
{
  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  if (state != NULL)
    roadmap_changed (self);
}

RoadmapSheetWatch *
roadmap_sheet_watch_new (gpointer                    view,
                         const RoadmapSheetReaction *reaction)
{
  RoadmapSheetWatch *self = g_new0 (RoadmapSheetWatch, 1);

  self->view = view;
  self->reaction = *reaction;
  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify", G_CALLBACK (state_cb), self);
  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect_swapped (self->roadmap_signals, "changed", G_CALLBACK (edited_cb), self);
  return self;
}

void
roadmap_sheet_watch_free (RoadmapSheetWatch *self)
{
  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);
  g_clear_object (&self->state);
  g_free (self);
}
