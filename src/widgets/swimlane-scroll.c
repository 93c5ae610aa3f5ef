/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-scroll.h"

#include "widgets/swimlane-bars.h"

/* Left around what is scrolled to. */
#define AIR 16.0

static void
show_vertically (const RoadmapRect *bounds,
                 GtkAdjustment     *adjustment)
{
  gtk_adjustment_clamp_page (adjustment, bounds->y - AIR, bounds->y + bounds->height + AIR);
}

static void
show_horizontally (const RoadmapRect *bounds,
                   const RoadmapRect *seen,
                   GtkAdjustment     *adjustment)
{
  double end = bounds->x + bounds->width;
  double shown = MIN (end, seen->x + seen->width) - MAX (bounds->x, seen->x);

  if (shown >= MIN (bounds->width, seen->width / 3))
    return;
  if (bounds->x < seen->x || bounds->width + 2 * AIR > seen->width)
    gtk_adjustment_set_value (adjustment, bounds->x - AIR);
  else
    gtk_adjustment_set_value (adjustment, end + AIR - seen->width);
}

static const RoadmapGroup *
find_group (const RoadmapSwimlanePort *port,
            RoadmapItem               *item)
{
  RoadmapScene *body = roadmap_swimlane_get_body (port->layout);
  const RoadmapGroup *group = roadmap_scene_find_group (body, item);

  for (guint i = 0; group == NULL && i < roadmap_scene_get_n_groups (body); i++)
    if (roadmap_swimlane_bars_emphasise (port->state, roadmap_scene_get_group (body, i)->item) != ROADMAP_EMPHASIS_NONE)
      group = roadmap_scene_get_group (body, i);
  return group;
}

static void
show_row (const RoadmapSwimlanePort *port,
          RoadmapItem               *item,
          GtkAdjustment             *adjustment)
{
  for (guint i = 0; i < roadmap_swimlane_get_n_rows (port->layout); i++)
    {
      const RoadmapSwimlaneRow *row = roadmap_swimlane_get_row (port->layout, i);

      if (row->item == item)
        gtk_adjustment_clamp_page (adjustment, row->y, row->y + row->height);
    }
}

void
roadmap_swimlane_scroll_to (const RoadmapSwimlanePort *port,
                            RoadmapItem               *item,
                            GtkAdjustment             *hadjustment,
                            GtkAdjustment             *vadjustment)
{
  const RoadmapGroup *group = find_group (port, item);

  if (group == NULL)
    {
      show_row (port, item, vadjustment);
      return;
    }
  show_vertically (&group->bounds, vadjustment);
  show_horizontally (&group->bounds, &port->seen, hadjustment);
}
