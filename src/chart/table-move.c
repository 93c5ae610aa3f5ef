/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-move.h"

#include <math.h>

static double
get_bottom (const RoadmapGroup *group)
{
  return group->box.y + group->box.height;
}

/* How much of their heights two share; negative: how far they are apart. */
static double
get_overlap (const RoadmapGroup *a,
             const RoadmapGroup *b)
{
  return MIN (get_bottom (a), get_bottom (b)) - MAX (a->box.y, b->box.y);
}

static double
get_gap (const RoadmapGroup *a,
         const RoadmapGroup *b)
{
  double gap = MAX (a->box.x, b->box.x) - MIN (a->box.x + a->box.width, b->box.x + b->box.width);

  return MAX (gap, 0);
}

/* Along the row */

/* The nearest bar of the same line on one side. */
static const RoadmapGroup *
move_in_line (RoadmapScene       *body,
              const RoadmapGroup *from,
              int                 sign)
{
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);

      if (group->lane != from->lane || group->line != from->line || sign * (group->box.x - from->box.x) <= 0)
        continue;
      if (best == NULL || sign * (best->box.x - group->box.x) > 0)
        best = group;
    }
  return best;
}

/* Whether @a is the better step to the side than @b: in a nearer column, then where the upper part of @from lies, then
 * the bar that is met first. */
static gboolean
is_better_aside (const RoadmapGroup *from,
                 const RoadmapGroup *a,
                 const RoadmapGroup *b,
                 int                 sign)
{
  int columns_a = ABS ((int) a->lane - (int) from->lane);
  int columns_b = ABS ((int) b->lane - (int) from->lane);

  if (columns_a != columns_b)
    return columns_a < columns_b;
  if (a->line != b->line)
    return a->line < b->line;
  return sign * (b->box.x - a->box.x) > 0;
}

static const RoadmapGroup *
move_to_column (RoadmapScene       *body,
                const RoadmapGroup *from,
                int                 sign)
{
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);

      if (sign * ((int) group->lane - (int) from->lane) <= 0 || get_overlap (from, group) <= 0)
        continue;
      if (best == NULL || is_better_aside (from, group, best, sign))
        best = group;
    }
  return best;
}

/* Within the column */

/* The next line of the column in one direction; from outside, its first.  In a line, what is least far to the side. */
static const RoadmapGroup *
move_in_column (RoadmapScene       *body,
                const RoadmapGroup *from,
                guint               column,
                gboolean            inside,
                int                 sign)
{
  const RoadmapGroup *best = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);
      int ahead;

      if (group->lane != column || (inside && sign * ((int) group->line - (int) from->line) <= 0))
        continue;
      ahead = best != NULL ? sign * ((int) best->line - (int) group->line) : 1;
      if (ahead > 0 || (ahead == 0 && get_gap (from, group) < get_gap (from, best)))
        best = group;
    }
  return best;
}

/* The group at which the next row is entered: in the same column, else in the nearest that has one. */
static const RoadmapGroup *
enter_row (RoadmapScene       *body,
           const RoadmapGroup *from,
           int                 sign)
{
  for (int distance = 0; distance < ROADMAP_N_TABLE_COLUMNS; distance++)
    for (int side = -1; side <= 1; side += 2)
      {
        int column = (int) from->lane + side * distance;
        const RoadmapGroup *group = NULL;

        if (column >= 0)
          group = move_in_column (body, from, column, FALSE, sign);
        if (group != NULL)
          return group;
      }
  return NULL;
}

gboolean
roadmap_table_move (RoadmapSheet            *sheet,
                    const RoadmapSheetPlace *from,
                    RoadmapDirection         direction,
                    RoadmapSheetPlace       *to)
{
  RoadmapScene *body = roadmap_sheet_get_body (sheet, from->row);
  int sign = direction == ROADMAP_DIRECTION_RIGHT || direction == ROADMAP_DIRECTION_DOWN ? 1 : -1;

  to->row = from->row;
  if (direction == ROADMAP_DIRECTION_LEFT || direction == ROADMAP_DIRECTION_RIGHT)
    {
      to->group = move_in_line (body, from->group, sign);
      if (to->group == NULL)
        to->group = move_to_column (body, from->group, sign);
      return to->group != NULL;
    }

  to->group = move_in_column (body, from->group, from->group->lane, TRUE, sign);
  while (to->group == NULL && (sign > 0 ? to->row + 1 < roadmap_sheet_get_n_rows (sheet) : to->row > 0))
    {
      to->row += sign;
      to->group = enter_row (roadmap_sheet_get_body (sheet, to->row), from->group, sign);
    }
  return to->group != NULL;
}
