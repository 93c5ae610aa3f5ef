/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* Going from group to group; the other part of sheet.h. */
#include "chart/sheet.h"

/* Free space between the two boxes, 0 if one stands above the other. */
static double
get_gap (const RoadmapGroup *a,
         const RoadmapGroup *b)
{
  double gap = MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width);

  return MAX (gap, 0.0);
}

/* In the outermost line of the row on the side one comes from, the group that is least far to the side. */
static const RoadmapGroup *
enter_row (RoadmapSheet       *self,
           guint               index,
           const RoadmapGroup *from,
           gboolean            from_above)
{
  RoadmapScene *body = roadmap_sheet_get_body (self, index);
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      gboolean is_nearer = best == NULL || (from_above ? group->line < best->line : group->line > best->line);

      if (is_nearer || (group->line == best->line && get_gap (from, group) < get_gap (from, best)))
        best = group;
    }
  return best;
}

static gboolean
move_among_bars (RoadmapSheet            *self,
                 const RoadmapSheetPlace *from,
                 RoadmapDirection         direction,
                 RoadmapSheetPlace       *to)
{
  gboolean down = direction == ROADMAP_DIRECTION_DOWN;

  to->group = roadmap_scene_move (roadmap_sheet_get_body (self, from->row), from->group, direction);
  if (to->group != NULL || direction == ROADMAP_DIRECTION_LEFT || direction == ROADMAP_DIRECTION_RIGHT)
    return to->group != NULL;

  while (to->group == NULL && (down ? to->row + 1 < roadmap_sheet_get_n_rows (self) : to->row > 0))
    {
      to->row += down ? 1 : -1;
      to->group = enter_row (self, to->row, from->group, down);
    }
  return to->group != NULL;
}

static gboolean
move_in_bodies (RoadmapSheet            *self,
                const RoadmapSheetPlace *from,
                RoadmapDirection         direction,
                RoadmapSheetPlace       *to)
{
  RoadmapSheetClass *klass = ROADMAP_SHEET_GET_CLASS (self);

  *to = (RoadmapSheetPlace) { .row = from->row };
  return klass->move != NULL ? klass->move (self, from, direction, to) : move_among_bars (self, from, direction, to);
}

gboolean
roadmap_sheet_find_row_end (RoadmapSheet            *self,
                            const RoadmapSheetPlace *from,
                            gboolean                 last,
                            RoadmapSheetPlace       *place)
{
  RoadmapScene *body = roadmap_sheet_get_body (self, from->row);
  guint n_groups = roadmap_scene_get_n_groups (body);

  if (n_groups == 0)
    return FALSE;
  *place = *from;
  if (from->in_names)
    *place = (RoadmapSheetPlace) { .row = from->row, .group = roadmap_scene_get_group (body, 0) };
  for (guint i = 0; i < n_groups; i++)
    {
      RoadmapSheetPlace next;

      if (!move_in_bodies (self, place, last ? ROADMAP_DIRECTION_RIGHT : ROADMAP_DIRECTION_LEFT, &next))
        break;
      *place = next;
    }
  return TRUE;
}

/* From the names into the row, and from name to name. */
static gboolean
move_from_name (RoadmapSheet            *self,
                const RoadmapSheetPlace *from,
                RoadmapDirection         direction,
                RoadmapSheetPlace       *to)
{
  int step = direction == ROADMAP_DIRECTION_DOWN ? 1 : -1;
  guint n_rows = roadmap_sheet_get_n_rows (self);

  *to = (RoadmapSheetPlace) { .row = from->row, .in_names = TRUE };
  to->group = roadmap_scene_move (roadmap_sheet_get_names (self, from->row), from->group, direction);
  if (to->group != NULL || direction == ROADMAP_DIRECTION_LEFT)
    return to->group != NULL;
  if (direction == ROADMAP_DIRECTION_RIGHT)
    return roadmap_sheet_find_row_end (self, from, FALSE, to);

  for (guint row = from->row + step; row < n_rows; row += step)
    {
      RoadmapScene *names = roadmap_sheet_get_names (self, row);
      guint n_groups = roadmap_scene_get_n_groups (names);

      if (n_groups == 0)
        continue;
      to->row = row;
      to->group = roadmap_scene_get_group (names, step > 0 ? 0 : n_groups - 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
move_to_name (RoadmapSheet      *self,
              guint              index,
              RoadmapSheetPlace *to)
{
  RoadmapScene *names = roadmap_sheet_get_names (self, index);
  guint n_groups = roadmap_scene_get_n_groups (names);

  if (n_groups == 0)
    return FALSE;
  *to = (RoadmapSheetPlace) { index, TRUE, roadmap_scene_get_group (names, n_groups - 1) };
  return TRUE;
}

gboolean
roadmap_sheet_move (RoadmapSheet            *self,
                    const RoadmapSheetPlace *from,
                    RoadmapDirection         direction,
                    RoadmapSheetPlace       *to)
{
  if (from->in_names)
    return move_from_name (self, from, direction, to);

  if (move_in_bodies (self, from, direction, to))
    return TRUE;
  return direction == ROADMAP_DIRECTION_LEFT && move_to_name (self, from->row, to);
}

/* The group of the row that is nearest to a height in it, or NULL. */
static const RoadmapGroup *
find_near_in_row (RoadmapScene       *body,
                  const RoadmapGroup *from,
                  double              y)
{
  const RoadmapGroup *best = NULL;
  double best_distance = 0.0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      double below = group->box.y - y;
      double above = y - group->box.y - group->box.height;
      double distance = MAX (MAX (below, above), 0.0);

      if (best != NULL && (distance > best_distance ||
                           (distance == best_distance && get_gap (from, group) >= get_gap (from, best))))
        continue;
      best = group;
      best_distance = distance;
    }
  return best;
}

gboolean
roadmap_sheet_find_near (RoadmapSheet            *self,
                         const RoadmapSheetPlace *from,
                         double                   y,
                         RoadmapSheetPlace       *place)
{
  guint n_rows = roadmap_sheet_get_n_rows (self);
  guint first = roadmap_sheet_find_row_at (self, y);
  int step = first >= from->row ? 1 : -1;

  *place = (RoadmapSheetPlace) { .group = NULL };
  for (guint row = first; row < n_rows && place->group == NULL; row += step)
    {
      place->row = row;
      place->group = find_near_in_row (roadmap_sheet_get_body (self, row), from->group,
                                       y - roadmap_sheet_get_row_y (self, row));
    }
  return place->group != NULL;
}

gboolean
roadmap_sheet_find_end (RoadmapSheet      *self,
                        gboolean           last,
                        RoadmapSheetPlace *place)
{
  guint n_rows = roadmap_sheet_get_n_rows (self);

  *place = (RoadmapSheetPlace) { .group = NULL };
  for (guint i = 0; i < n_rows; i++)
    {
      RoadmapScene *body;
      guint n_groups;

      place->row = last ? n_rows - 1 - i : i;
      body = roadmap_sheet_get_body (self, place->row);
      n_groups = roadmap_scene_get_n_groups (body);
      if (n_groups == 0)
        continue;
      place->group = roadmap_scene_get_group (body, last ? n_groups - 1 : 0);
      return TRUE;
    }
  return FALSE;
}
