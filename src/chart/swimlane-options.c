/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-options.h"

RoadmapSwimlaneOptions *
roadmap_swimlane_options_copy (const RoadmapSwimlaneOptions *self)
{
  RoadmapSwimlaneOptions *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->roadmap);
  g_ptr_array_ref (copy->charts);
  roadmap_measure_ref (copy->measure);
  copy->language = g_strdup (self->language);
  copy->today = self->today != NULL ? g_date_copy (self->today) : NULL;
  return copy;
}

void
roadmap_swimlane_options_free (RoadmapSwimlaneOptions *self)
{
  if (self->today != NULL)
    g_date_free ((GDate *) self->today);
  g_free ((char *) self->language);
  roadmap_measure_unref (self->measure);
  g_ptr_array_unref (self->charts);
  g_object_unref (self->roadmap);
  g_free (self);
}

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

gboolean
roadmap_swimlane_options_shows (const RoadmapSwimlaneOptions *self,
                                RoadmapItem                  *item)
{
  if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "milestone"))
    return FALSE;
  return self->show == NULL || self->show (item, self->show_data);
}

/* Whether a filter leaves anything of the lane. */
static gboolean
has_shown (const RoadmapSwimlaneOptions *self,
           RoadmapItem                  *lane)
{
  if (self->show == NULL)
    return TRUE;

  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (lane, i);

      if (is_lane (item) ? has_shown (self, item) : roadmap_swimlane_options_shows (self, item))
        return TRUE;
    }
  return FALSE;
}

static void
add_lane (const RoadmapSwimlaneOptions *self,
          RoadmapItem                  *lane,
          guint                         depth,
          GArray                       *rows)
{
  RoadmapSwimlaneRow row = { .item = lane, .depth = depth };

  if (!has_shown (self, lane))
    return;

  g_array_append_val (rows, row);
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)))
      add_lane (self, roadmap_item_get_child (lane, i), depth + 1, rows);
}

static gboolean
has_milestones (const RoadmapSwimlaneOptions *self,
                RoadmapItem                  *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);
      RoadmapSpan span;

      if (roadmap_swimlane_options_shows (self, item) && roadmap_get_span (self->roadmap, item, &span))
        return TRUE;
    }
  return FALSE;
}

static void
add_chart (const RoadmapSwimlaneOptions *self,
           RoadmapItem                  *chart,
           GArray                       *rows)
{
  RoadmapSwimlaneRow band = { .item = chart, .band = TRUE };
  RoadmapSwimlaneRow milestones = { .item = chart };

  if (self->charts->len > 1)
    g_array_append_val (rows, band);
  if (has_milestones (self, chart))
    g_array_append_val (rows, milestones);
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (is_lane (roadmap_item_get_child (chart, i)))
      add_lane (self, roadmap_item_get_child (chart, i), 0, rows);
}

GArray *
roadmap_swimlane_options_list_rows (const RoadmapSwimlaneOptions *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (RoadmapSwimlaneRow));

  for (guint i = 0; i < self->charts->len; i++)
    add_chart (self, g_ptr_array_index (self->charts, i), rows);
  return rows;
}
