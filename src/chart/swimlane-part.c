/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-part.h"

#include "chart/style.h"
#include "chart/swimlane-names.h"

#include <math.h>

static guint
get_n_lines (const RoadmapSwimlaneEntry *entry)
{
  return entry->bars != NULL ? entry->bars->lines->len : 0;
}

double
roadmap_swimlane_entry_get_name_height (const RoadmapSwimlaneEntry   *entry,
                                        const RoadmapSwimlaneOptions *options)
{
  double height = roadmap_swimlane_get_name_height (options, &entry->row, 0);
  RoadmapNameFlags flags = entry->row.depth > 0 ? ROADMAP_NAME_WITH_PARENT : 0;

  if (!options->paged)
    return height;
  if (get_n_lines (entry) > 1)
    flags |= ROADMAP_NAME_CONTINUED;
  return MAX (height, roadmap_swimlane_get_name_height (options, &entry->row, flags));
}

static RoadmapSwimlaneOptions
get_bars_options (const RoadmapSwimlaneOptions *options,
                  const RoadmapSwimlaneRow     *row)
{
  RoadmapSwimlaneOptions look = *options;

  if (row->collapsed)
    look.look = ROADMAP_BARS_STRIPS;
  return look;
}

static RoadmapSwimlaneOptions
get_ghosts_options (const RoadmapSwimlaneOptions *options)
{
  RoadmapSwimlaneOptions look = *options;

  look.look = ROADMAP_BARS_GHOSTS;
  return look;
}

static double
get_ghosts_height (const RoadmapSwimlaneEntry *entry)
{
  return entry->ghosts != NULL ? entry->ghosts->height : 0;
}

static double
get_bars_height (const RoadmapSwimlaneEntry *entry)
{
  return entry->bars != NULL ? entry->bars->height : 0;
}

RoadmapSwimlaneEntry *
roadmap_swimlane_entry_new (const RoadmapSwimlaneOptions *options,
                            const RoadmapSwimlaneRow     *row)
{
  RoadmapSwimlaneEntry *entry = g_new0 (RoadmapSwimlaneEntry, 1);
  double name_height;

  entry->row = *row;
  entry->row.item = g_object_ref (row->item);
  entry->row.y = 0;
  if (!row->band)
    {
      g_autoptr (GPtrArray) bars = roadmap_swimlane_options_list_bars (options, row);
      g_autoptr (GPtrArray) ghosts = roadmap_swimlane_options_list_ghosts (options, row);
      RoadmapSwimlaneOptions look = get_bars_options (options, row);
      RoadmapSwimlaneOptions ghost_look = get_ghosts_options (options);

      entry->bars = roadmap_lane_bars_new_for (&look, bars);
      if (ghosts->len > 0)
        entry->ghosts = roadmap_lane_bars_new_for (&ghost_look, ghosts);
    }
  name_height = roadmap_swimlane_entry_get_name_height (entry, options);
  entry->row.height = ceil (MAX (name_height, get_ghosts_height (entry) + get_bars_height (entry)));
  return entry;
}

void
roadmap_swimlane_entry_free (RoadmapSwimlaneEntry *entry)
{
  g_clear_object (&entry->row.item);
  g_clear_pointer (&entry->bars, roadmap_lane_bars_free);
  g_clear_pointer (&entry->ghosts, roadmap_lane_bars_free);
  g_free (entry);
}

static guint
get_n_ghost_lines (const RoadmapSwimlaneEntry *entry)
{
  return entry->ghosts != NULL ? entry->ghosts->lines->len : 0;
}

/* Where the bars begin: below the ghosts; the strips of a collapsed row stand in its middle. */
static double
get_top (const RoadmapSwimlaneEntry *entry)
{
  if (entry->row.collapsed)
    return floor ((entry->row.height - get_bars_height (entry)) / 2);
  return get_ghosts_height (entry);
}

static RoadmapRect
get_rect (const RoadmapSwimlanePart *part)
{
  return (RoadmapRect) { 0, 0, roadmap_axis_get_width (&part->options->axis), part->entry->row.height };
}

static void
add_row_tint (const RoadmapSwimlanePart *part)
{
  const RoadmapSwimlaneRow *row = &part->entry->row;
  RoadmapShape shape = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_ROW_TINT, .item = row->item, .rect = get_rect (part) };

  if (row->band)
    shape.ink = ROADMAP_INK_PANEL;
  else
    shape.hue = roadmap_item_get_hue (row->item);
  roadmap_scene_add (part->scene, &shape);
}

static void
add_columns (const RoadmapSwimlanePart *part,
             const RoadmapRect         *rect,
             RoadmapUnit                unit,
             RoadmapInk                 ink)
{
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&part->options->axis, unit);

  for (guint i = 1; i < ticks->len; i++)
    {
      double x = rect->x + g_array_index (ticks, RoadmapTick, i).x;

      roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { x, rect->y, 0, rect->height });
    }
}

static void
add_today (const RoadmapSwimlanePart *part,
           const RoadmapRect         *rect)
{
  double x;

  if (part->options->today == NULL || !roadmap_axis_shows_date (&part->options->axis, part->options->today))
    return;
  x = roadmap_axis_date_to_x (&part->options->axis, part->options->today);
  roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_TODAY, 0,
                           (RoadmapRect) { x, rect->y, 0, rect->height });
}

static void
add_edges (const RoadmapSwimlanePart *part,
           double                     width)
{
  if (part->follows)
    roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, (RoadmapRect) { 0, 0, width, 0 });
  if (!part->goes_on)
    roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                             (RoadmapRect) { 0, part->entry->row.height, width, 0 });
}

/* Grid lines and today stand in rows but not in a band, whose words they would cross. */
static void
add_grid (const RoadmapSwimlanePart *part)
{
  RoadmapRect rect = get_rect (part);

  if (!part->entry->row.band)
    {
      if (part->unit < ROADMAP_UNIT_YEAR)
        add_columns (part, &rect, part->unit, ROADMAP_INK_GRID);
      add_columns (part, &rect, ROADMAP_UNIT_YEAR, ROADMAP_INK_STRONG_GRID);
      add_today (part, &rect);
    }
  add_edges (part, rect.width);
}

static void
add_band_title (const RoadmapSwimlanePart *part)
{
  RoadmapRect rect = get_rect (part);

  if (part->entry->row.band)
    roadmap_swimlane_add_band_title (part->options, &part->entry->row, part->scene, &rect);
}

typedef void (*AddFunc) (RoadmapLaneBars              *bars,
                         const RoadmapSwimlaneOptions *options,
                         RoadmapScene                 *scene,
                         const RoadmapLanePart        *part);

static void
add_bars (const RoadmapSwimlanePart *part,
          AddFunc                    add)
{
  const RoadmapSwimlaneEntry *entry = part->entry;
  guint n_ghosts = get_n_ghost_lines (entry);
  RoadmapLanePart ghosts = { .after = n_ghosts };
  RoadmapLanePart lines = { .y = get_top (entry), .after = get_n_lines (entry), .first_line = n_ghosts };

  if (entry->ghosts != NULL)
    {
      RoadmapSwimlaneOptions look = get_ghosts_options (part->options);

      add (entry->ghosts, &look, part->scene, &ghosts);
    }
  if (lines.after > 0 && !(entry->row.collapsed && add == roadmap_lane_bars_add_connectors))
    {
      RoadmapSwimlaneOptions look = get_bars_options (part->options, &entry->row);

      add (entry->bars, &look, part->scene, &lines);
    }
}

void
roadmap_swimlane_part_add_body (const RoadmapSwimlanePart *part)
{
  add_row_tint (part);
  add_grid (part);
  add_band_title (part);
  add_bars (part, roadmap_lane_bars_add_connectors);
  add_bars (part, roadmap_lane_bars_add_groups);
}

void
roadmap_swimlane_part_add_names (const RoadmapSwimlanePart *part)
{
  const RoadmapSwimlaneRow *row = &part->entry->row;
  RoadmapRect rect = { 0, 0, part->options->name_width, row->height };

  roadmap_scene_begin_group (part->scene, row->item, 0, 0);
  roadmap_swimlane_add_name (part->options, row, 0, part->scene, &rect);
  roadmap_scene_end_group (part->scene);
  add_edges (part, rect.width);
}
