/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/lane-bars.h"

/* Rounding must not make neighbours overlap. */
#define TOLERANCE 0.01

static RoadmapBarPlace *
get_place (RoadmapLaneBars *self,
           guint            index)
{
  return &g_array_index (self->places, RoadmapBarPlace, index);
}

/* Marks the lines on which one of the first @n places is in the way of @place. */
static void
find_taken_lines (RoadmapLaneBars       *self,
                  const RoadmapBarPlace *place,
                  guint                  n,
                  gboolean              *taken)
{
  for (guint i = 0; i < n; i++)
    {
      const RoadmapBarPlace *other = get_place (self, i);

      if (other->room_left < place->room_right - TOLERANCE && place->room_left < other->room_right - TOLERANCE)
        taken[other->line] = TRUE;
    }
}

/* The line of the first of the items linked by @field that is among the first @n places; -1 if there is none. */
static int
find_line_of_linked (RoadmapLaneBars       *self,
                     Roadmap               *roadmap,
                     const RoadmapBarPlace *place,
                     guint                  n,
                     const char            *field)
{
  g_autoptr (GPtrArray) links = roadmap_get_links (roadmap, place->item, field);

  for (guint i = 0; i < n && links->len > 0; i++)
    if (g_ptr_array_find (links, get_place (self, i)->item, NULL))
      return get_place (self, i)->line;
  return -1;
}

/* A step stands behind the one it follows, if it can, and a milestone in or below the line of its bar; all others
 * stand in the first line that is free. */
static guint
choose_line (RoadmapLaneBars *self,
             Roadmap         *roadmap,
             guint            index,
             guint            n_lines)
{
  RoadmapBarPlace *place = get_place (self, index);
  g_autofree gboolean *taken = g_new0 (gboolean, n_lines + 1);
  int preferred = find_line_of_linked (self, roadmap, place, index, place->milestone ? "of" : "after");
  guint line = place->milestone && preferred >= 0 ? (guint) preferred : 0;

  find_taken_lines (self, place, index, taken);
  if (preferred >= 0 && !taken[preferred])
    return preferred;
  while (line < n_lines && taken[line])
    line++;
  return line;
}

static guint
pack (RoadmapLaneBars *self,
      Roadmap         *roadmap)
{
  guint n_lines = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      guint line = choose_line (self, roadmap, i, n_lines);

      get_place (self, i)->line = line;
      n_lines = MAX (n_lines, line + 1);
    }
  return n_lines;
}

static void
stack_lines (RoadmapLaneBars              *self,
             const RoadmapSwimlaneOptions *options,
             guint                         n_lines)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics_for (options);
  double y = metrics.margin;

  g_array_set_size (self->lines, n_lines);
  for (guint i = 0; i < self->places->len; i++)
    {
      const RoadmapBarPlace *place = get_place (self, i);
      RoadmapLine *line = &g_array_index (self->lines, RoadmapLine, place->line);

      line->height = MAX (line->height, roadmap_bar_place_get_height (place, &metrics));
    }
  for (guint i = 0; i < n_lines; i++)
    {
      RoadmapLine *line = &g_array_index (self->lines, RoadmapLine, i);

      line->y = y;
      y += line->height + metrics.between;
    }
  self->height = n_lines > 0 ? y - metrics.between + metrics.margin : 0;
}

/* The left edge of what comes next on the place's line; the end of the axis if nothing does. */
static double
find_next_on_line (RoadmapLaneBars              *self,
                   const RoadmapSwimlaneOptions *options,
                   const RoadmapBarPlace        *place)
{
  double next = roadmap_axis_get_width (&options->axis);

  for (guint i = 0; i < self->places->len; i++)
    {
      const RoadmapBarPlace *other = get_place (self, i);

      if (other != place && other->line == place->line && other->room_left >= place->room_right - TOLERANCE)
        next = MIN (next, other->room_left);
    }
  return next;
}

/* Words of narrow boxes go beside them where they fill room that nobody needs. */
static void
use_free_room (RoadmapLaneBars              *self,
               const RoadmapSwimlaneOptions *options)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      RoadmapBarPlace *place = get_place (self, i);

      roadmap_bar_place_use_room (place, options, find_next_on_line (self, options, place));
    }
}

RoadmapLaneBars *
roadmap_lane_bars_new_for (const RoadmapSwimlaneOptions *options,
                           GPtrArray                    *bars)
{
  RoadmapLaneBars *self = g_new0 (RoadmapLaneBars, 1);
  guint n_lines;

  self->lines = g_array_new (FALSE, TRUE, sizeof (RoadmapLine));
  self->places = g_array_new (FALSE, FALSE, sizeof (RoadmapBarPlace));
  g_array_set_clear_func (self->places, (GDestroyNotify) roadmap_bar_place_clear);
  for (guint i = 0; i < bars->len; i++)
    {
      RoadmapBarPlace place;

      if (roadmap_bar_place_init (&place, options, g_ptr_array_index (bars, i)))
        g_array_append_val (self->places, place);
    }
  n_lines = pack (self, options->roadmap);
  use_free_room (self, options);
  stack_lines (self, options, n_lines);
  return self;
}

RoadmapLaneBars *
roadmap_lane_bars_new (const RoadmapSwimlaneOptions *options,
                       RoadmapItem                  *lane)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (roadmap_swimlane_options_shows (options, roadmap_item_get_child (lane, i)))
      g_ptr_array_add (bars, roadmap_item_get_child (lane, i));
  return roadmap_lane_bars_new_for (options, bars);
}

void
roadmap_lane_bars_free (RoadmapLaneBars *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}
