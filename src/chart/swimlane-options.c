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
  if (copy->earlier != NULL)
    g_ptr_array_ref (copy->earlier);
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
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
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

/* Whether a filter leaves anything of an earlier plan in the lane or in those below it. */
static gboolean
has_ghosts (const RoadmapSwimlaneOptions *self,
            RoadmapItem                  *lane)
{
  const RoadmapSwimlaneRow row = { .item = lane };
  g_autoptr (GPtrArray) ghosts = NULL;

  if (self->earlier == NULL)
    return FALSE;
  ghosts = roadmap_swimlane_options_list_ghosts (self, &row);
  if (ghosts->len > 0)
    return TRUE;
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)) && has_ghosts (self, roadmap_item_get_child (lane, i)))
      return TRUE;
  return FALSE;
}

static void
add_lane (const RoadmapSwimlaneOptions *self,
          RoadmapItem                  *lane,
          guint                         depth,
          GArray                       *rows)
{
  RoadmapSwimlaneRow row = { .item = lane, .depth = depth };

  if (!has_shown (self, lane) && !has_ghosts (self, lane))
    return;

  row.collapsed = self->collapsed != NULL && self->collapsed (lane, self->collapsed_data);
  g_array_append_val (rows, row);
  for (guint i = 0; !row.collapsed && i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)))
      add_lane (self, roadmap_item_get_child (lane, i), depth + 1, rows);
}

static void
add_shown (const RoadmapSwimlaneOptions *self,
           RoadmapItem                  *lane,
           gboolean                      with_lanes,
           GPtrArray                    *bars)
{
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (lane, i);

      if (roadmap_swimlane_options_shows (self, item))
        g_ptr_array_add (bars, item);
      else if (with_lanes && is_lane (item))
        add_shown (self, item, TRUE, bars);
    }
}

GPtrArray *
roadmap_swimlane_options_list_bars (const RoadmapSwimlaneOptions *self,
                                    const RoadmapSwimlaneRow     *row)
{
  GPtrArray *bars = g_ptr_array_new ();

  if (!row->band)
    add_shown (self, row->item, row->collapsed, bars);
  return bars;
}

/* The lane with the title of @lane, the document's own, below @top. */
static RoadmapItem *
find_same_title (RoadmapItem *top,
                 RoadmapItem *lane)
{
  const char *title = roadmap_item_get (lane, "title");

  for (guint i = 0; i < roadmap_item_get_n_children (top); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (top, i);
      RoadmapItem *found;

      if (!is_lane (item))
        continue;
      found = g_strcmp0 (roadmap_item_get (item, "title"), title) == 0 ? item : find_same_title (item, lane);
      if (found != NULL)
        return found;
    }
  return NULL;
}

RoadmapItem *
roadmap_find_continued_lane (Roadmap     *roadmap,
                             GPtrArray   *earlier,
                             RoadmapItem *lane)
{
  RoadmapItem *continued = roadmap_get_linked (roadmap, lane, "continues");

  for (guint i = 0; continued == NULL && i < earlier->len; i++)
    continued = find_same_title (g_ptr_array_index (earlier, i), lane);
  if (continued == NULL || !g_ptr_array_find (earlier, roadmap_item_find_around (continued, "chart"), NULL))
    return NULL;
  return continued;
}

/* Whether @chart is the one among those shown that an earlier plan has become. */
static gboolean
continues_earlier (const RoadmapSwimlaneOptions *self,
                   RoadmapItem                  *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);

      if (is_lane (item) && roadmap_find_continued_lane (self->roadmap, self->earlier, item) != NULL)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
roadmap_swimlane_options_list_ghosts (const RoadmapSwimlaneOptions *self,
                                      const RoadmapSwimlaneRow     *row)
{
  GPtrArray *ghosts = g_ptr_array_new ();
  RoadmapItem *continued;

  if (self->earlier == NULL || row->band || row->collapsed)
    return ghosts;

  if (roadmap_item_is (row->item, "chart"))
    {
      for (guint i = 0; i < self->earlier->len && continues_earlier (self, row->item); i++)
        add_shown (self, g_ptr_array_index (self->earlier, i), FALSE, ghosts);
      return ghosts;
    }
  continued = roadmap_find_continued_lane (self->roadmap, self->earlier, row->item);
  if (continued != NULL)
    add_shown (self, continued, TRUE, ghosts);
  return ghosts;
}

/* Whether a row for milestones of the chart itself would have any. */
static gboolean
has_milestones (const RoadmapSwimlaneOptions *self,
                const RoadmapSwimlaneRow     *row)
{
  g_autoptr (GPtrArray) milestones = roadmap_swimlane_options_list_bars (self, row);
  g_autoptr (GPtrArray) ghosts = roadmap_swimlane_options_list_ghosts (self, row);
  RoadmapSpan span;

  for (guint i = 0; i < milestones->len; i++)
    if (roadmap_get_span (self->roadmap, g_ptr_array_index (milestones, i), &span))
      return TRUE;
  return ghosts->len > 0;
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
  if (has_milestones (self, &milestones))
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
