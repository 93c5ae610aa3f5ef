/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-scroll.h"

#include "model/outline.h"

/* Left around what is scrolled to. */
#define AIR 16.0

/* Nothing that is shown is nested deeper than this, so what seems to be is a ring of links. */
#define MAX_DEPTH 8

static gboolean
find_below (RoadmapSheet      *sheet,
            Roadmap           *roadmap,
            RoadmapItem       *item,
            guint              depth,
            RoadmapSheetPlace *place)
{
  g_autoptr (GPtrArray) children = roadmap_outline_children (roadmap, item);

  for (guint i = 0; depth < MAX_DEPTH && i < children->len; i++)
    {
      RoadmapItem *child = g_ptr_array_index (children, i);

      if (roadmap_sheet_find (sheet, child, place) || find_below (sheet, roadmap, child, depth + 1, place))
        return TRUE;
    }
  return FALSE;
}

gboolean
roadmap_sheet_find_shown (RoadmapSheet      *sheet,
                          Roadmap           *roadmap,
                          RoadmapItem       *item,
                          RoadmapSheetPlace *place)
{
  if (roadmap_sheet_find (sheet, item, place))
    return TRUE;
  /* Others have no rows of their own below which one could look without end. */
  if (!roadmap_item_is (item, "roadblock") && !roadmap_item_is (item, "measure"))
    return FALSE;
  return find_below (sheet, roadmap, item, 0, place);
}

static void
show_vertically (const RoadmapRect *bounds,
                 const RoadmapRect *seen,
                 GtkAdjustment     *adjustment)
{
  if (bounds->height + 2 * AIR > seen->height)
    gtk_adjustment_set_value (adjustment, bounds->y - AIR);
  else
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

static gboolean
is_seen_in_good_part (const RoadmapRect *bounds,
                      const RoadmapRect *seen)
{
  double shown = MIN (bounds->y + bounds->height, seen->y + seen->height) - MAX (bounds->y, seen->y);

  return shown >= MIN (bounds->height, seen->height / 3);
}

void
roadmap_sheet_scroll_to (RoadmapSheet            *sheet,
                         const RoadmapSheetPlace *place,
                         const RoadmapRect       *seen,
                         GtkAdjustment           *hadjustment,
                         GtkAdjustment           *vadjustment)
{
  RoadmapRect bounds = roadmap_sheet_get_bounds (sheet, place);

  /* A high cell, too, may be seen only in part. */
  if (!(bounds.height + 2 * AIR > seen->height && is_seen_in_good_part (&bounds, seen)))
    show_vertically (&bounds, seen, vadjustment);
  if (!place->in_names)
    show_horizontally (&bounds, seen, hadjustment);
}
