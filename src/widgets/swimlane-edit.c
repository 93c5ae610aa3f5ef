/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-edit.h"

#include "model/new-item.h"
#include "widgets/sheet-view-private.h"

static RoadmapViewState *
get_state (RoadmapSwimlaneView *view)
{
  return roadmap_sheet_view_get_state (ROADMAP_SHEET_VIEW (view));
}

/* What may be changed */

RoadmapItem *
roadmap_swimlane_find_earlier (RoadmapViewState *state,
                               RoadmapItem      *item)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");

  if (chart == NULL || chart == roadmap_view_state_get_chart (state) ||
      g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") != 0)
    return NULL;
  return chart;
}

gboolean
roadmap_swimlane_is_ghost (RoadmapSwimlaneView *view,
                           RoadmapItem         *item)
{
  return roadmap_swimlane_find_earlier (get_state (view), item) != NULL;
}

static gboolean
may_change (RoadmapSwimlaneView *view)
{
  RoadmapHistory *history = roadmap_swimlane_view_get_history (view);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (get_state (view));

  return history != NULL && roadmap_history_get_roadmap (history) == roadmap && !roadmap_get_read_only (roadmap);
}

gboolean
roadmap_swimlane_may_edit (RoadmapSwimlaneView *view,
                           RoadmapItem         *item)
{
  RoadmapSpan span;

  return may_change (view) &&
         (roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone")) &&
         roadmap_get_span (roadmap_view_state_get_roadmap (get_state (view)), item, &span) &&
         !roadmap_swimlane_is_ghost (view, item);
}

gboolean
roadmap_swimlane_may_add_bar (RoadmapSwimlaneView *view,
                              RoadmapItem         *lane)
{
  return may_change (view) &&
         roadmap_kind_may_contain (roadmap_item_get_kind (lane), "bar") &&
         !roadmap_view_state_is_collapsed (get_state (view), lane) && !roadmap_swimlane_is_ghost (view, lane);
}

GPtrArray *
roadmap_swimlane_list_moved (RoadmapSwimlaneView *view,
                             RoadmapItem         *item,
                             RoadmapGrip          grip)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *selection = roadmap_view_state_get_selection (get_state (view));

  g_ptr_array_add (items, g_object_ref (item));
  if (grip != ROADMAP_GRIP_WHOLE || !roadmap_view_state_is_selected (get_state (view), item))
    return items;
  for (guint i = 0; i < selection->len; i++)
    {
      RoadmapItem *other = g_ptr_array_index (selection, i);

      if (other != item && roadmap_swimlane_may_edit (view, other))
        g_ptr_array_add (items, g_object_ref (other));
    }
  return items;
}

/* How it comes into the roadmap */

void
roadmap_swimlane_view_go_to (RoadmapSwimlaneView *view,
                             RoadmapItem         *item)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (ROADMAP_SHEET_VIEW (view));
  RoadmapSheetPlace place;

  if (sheet != NULL && roadmap_sheet_find (sheet, item, &place))
    roadmap_sheet_view_go_to (ROADMAP_SHEET_VIEW (view), &place);
}

gboolean
roadmap_swimlane_carry_out (RoadmapSwimlaneView *view,
                            RoadmapBarMove      *move)
{
  g_autoptr (GError) error = NULL;

  if (!roadmap_bar_move_carry_out (move, roadmap_swimlane_view_get_history (view),
                                   roadmap_view_state_get_words (get_state (view)), &error))
    {
      roadmap_swimlane_view_refuse (view, error);
      return FALSE;
    }
  roadmap_swimlane_view_go_to (view, roadmap_bar_move_get_item (move, 0));
  return TRUE;
}

void
roadmap_swimlane_draw_bar (RoadmapSwimlaneView *view,
                           RoadmapItem         *lane,
                           const RoadmapSpan   *span)
{
  RoadmapViewState *state = get_state (view);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (state);
  const RoadmapKind *kind = roadmap_schema_find_kind ("bar");
  const GDate *today = roadmap_view_state_get_today (state);
  g_autoptr (RoadmapItem) bar = NULL;
  RoadmapPlace place;
  GDate day;

  if (!roadmap_find_addition (roadmap, kind, lane, ROADMAP_ADD_INSIDE, &place))
    g_return_if_reached ();
  /* A bar has no day, but anything new may have one: where the view shows none, that of its first month will do. */
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, roadmap_span_get_first (span) % 12 + 1, roadmap_span_get_first (span) / 12);
  bar = roadmap_new_item (roadmap, kind, &place, today != NULL ? today : &day, span);
  roadmap_swimlane_view_tell_drawn (view, bar, &place);
}
