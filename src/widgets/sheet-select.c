/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

/* Selecting several groups of a sheet: one by one, all between two, all of a row. */

static gboolean
is_selectable (RoadmapItem *item)
{
  return !roadmap_item_is (item, "chart") && !roadmap_item_is (item, "map");
}

/* What the rows from @first to @last show within @area (nullable: anywhere), in the coordinates of all bodies. */
static void
add_within (RoadmapSheet      *sheet,
            guint              first,
            guint              last,
            gboolean           in_names,
            const RoadmapRect *area,
            GPtrArray         *items)
{
  for (guint row = first; row <= last; row++)
    {
      RoadmapScene *scene = in_names ? roadmap_sheet_get_names (sheet, row) : roadmap_sheet_get_body (sheet, row);

      for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
        {
          const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
          RoadmapRect bounds = roadmap_sheet_get_bounds (sheet, &(RoadmapSheetPlace) { row, in_names, group });

          if ((area == NULL || roadmap_rect_overlaps (&bounds, area)) && is_selectable (group->item))
            g_ptr_array_add (items, group->item);
        }
    }
}

static RoadmapRect
join (RoadmapRect a,
      RoadmapRect b)
{
  double x = MIN (a.x, b.x);
  double y = MIN (a.y, b.y);

  return (RoadmapRect) { x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

void
roadmap_sheet_view_extend_to (RoadmapSheetView        *self,
                              const RoadmapSheetPlace *place)
{
  RoadmapViewState *state = roadmap_sheet_view_get_state (self);
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (self);
  GPtrArray *selection = roadmap_view_state_get_selection (state);
  RoadmapItem *item = place->group->item;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  RoadmapSheetPlace from;
  RoadmapRect area;

  /* The first one selected is what it is extended from. */
  if (selection->len == 0 || !roadmap_sheet_find (sheet, g_ptr_array_index (selection, 0), &from) ||
      from.in_names != place->in_names)
    {
      if (!roadmap_view_state_is_selected (state, item))
        roadmap_view_state_toggle_selected (state, item);
      return;
    }
  g_ptr_array_add (items, g_ptr_array_index (selection, 0));
  /* Where the last one lies is known once all before it are laid out. */
  for (guint row = MIN (from.row, place->row); row < MAX (from.row, place->row); row++)
    roadmap_sheet_get_body (sheet, row);
  area = join (roadmap_sheet_get_bounds (sheet, &from), roadmap_sheet_get_bounds (sheet, place));
  add_within (sheet, MIN (from.row, place->row), MAX (from.row, place->row), place->in_names, &area, items);
  roadmap_view_state_set_selection (state, items, item);
}

gboolean
roadmap_sheet_view_select_more (RoadmapSheetView        *self,
                                const RoadmapSheetPlace *place,
                                GdkModifierType          modifiers)
{
  RoadmapSheet *sheet = roadmap_sheet_view_get_sheet (self);
  g_autoptr (RoadmapScene) scene = NULL;
  RoadmapItem *item = place->group != NULL ? place->group->item : NULL;

  if (item == NULL || !is_selectable (item) || !(modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return FALSE;
  /* The group must outlive its row, which may be laid out anew on the way. */
  scene = roadmap_scene_ref (place->in_names ? roadmap_sheet_get_names (sheet, place->row)
                                             : roadmap_sheet_get_body (sheet, place->row));
  roadmap_sheet_view_go_to (self, place);
  if (modifiers & GDK_SHIFT_MASK)
    roadmap_sheet_view_extend_to (self, place);
  else
    roadmap_view_state_toggle_selected (roadmap_sheet_view_get_state (self), item);
  return TRUE;
}

void
roadmap_sheet_view_select_row (RoadmapSheetView        *self,
                               const RoadmapSheetPlace *place)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  RoadmapItem *lead = place->group->item;

  add_within (roadmap_sheet_view_get_sheet (self), place->row, place->row, FALSE, NULL, items);
  if (items->len > 0)
    roadmap_view_state_set_selection (roadmap_sheet_view_get_state (self), items,
                                      g_ptr_array_find (items, lead, NULL) ? lead : NULL);
}
