/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-part.h"

#include "chart/style.h"
#include "chart/swimlane-names.h"

#include <math.h>

static const RoadmapSwimlaneEntry *
get_entry (const RoadmapSwimlanePart *part,
           guint                      index)
{
  return g_ptr_array_index (part->entries, index);
}

double
roadmap_swimlane_entry_get_name_height (const RoadmapSwimlaneEntry   *entry,
                                        const RoadmapSwimlaneOptions *options)
{
  double height = roadmap_swimlane_get_name_height (options, &entry->row, 0);
  RoadmapNameFlags flags = entry->row.depth > 0 ? ROADMAP_NAME_WITH_PARENT : 0;

  if (!options->paged)
    return height;
  if (roadmap_swimlane_entry_get_n_lines (entry) > 1)
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

guint
roadmap_swimlane_entry_get_n_lines (const RoadmapSwimlaneEntry *entry)
{
  return entry->bars != NULL ? entry->bars->lines->len : 0;
}

double
roadmap_swimlane_entry_get_end (const RoadmapSwimlaneEntry *entry)
{
  return entry->row.y + entry->row.height;
}

/* Where the row lies in the part, cut to it; FALSE if it does not. */
static gboolean
cut_row (const RoadmapSwimlanePart  *part,
         const RoadmapSwimlaneEntry *entry,
         RoadmapRect                *rect)
{
  double top = MAX (entry->row.y, part->from);
  double bottom = MIN (roadmap_swimlane_entry_get_end (entry), part->to);

  *rect = (RoadmapRect) { part->x, part->y + top - part->from, 0, bottom - top };
  return top < bottom;
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

/* The lines of the row that begin in the part. */
static RoadmapLanePart
cut_lines (const RoadmapSwimlanePart *part,
           guint                      index)
{
  const RoadmapSwimlaneEntry *entry = get_entry (part, index);
  RoadmapLanePart lines = {
    .x = part->x,
    .y = part->y + entry->row.y - part->from + get_top (entry),
    .lane = index,
    .first_line = entry->first_line + get_n_ghost_lines (entry),
  };

  for (guint i = 0; i < roadmap_swimlane_entry_get_n_lines (entry); i++)
    {
      double y = entry->row.y + get_top (entry) + g_array_index (entry->bars->lines, RoadmapLine, i).y;

      if (y < part->from)
        lines.first = i + 1;
      if (y < part->to)
        lines.after = i + 1;
    }
  return lines;
}

static void
add_row_tints (const RoadmapSwimlanePart *part)
{
  for (guint i = 0; i < part->entries->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_entry (part, i);
      RoadmapShape shape = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_ROW_TINT, .item = entry->row.item };

      if (!cut_row (part, entry, &shape.rect))
        continue;
      shape.rect.width = roadmap_axis_get_width (&part->options->axis);
      if (entry->row.band)
        shape.ink = ROADMAP_INK_PANEL;
      else
        shape.hue = roadmap_item_get_hue (entry->row.item);
      roadmap_scene_add (part->scene, &shape);
    }
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
  x = part->x + roadmap_axis_date_to_x (&part->options->axis, part->options->today);
  roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_TODAY, 0,
                           (RoadmapRect) { x, rect->y, 0, rect->height });
}

/* Grid lines and today stand in the rows but not in the bands, whose words they would cross. */
static void
add_grid (const RoadmapSwimlanePart *part)
{
  double width = roadmap_axis_get_width (&part->options->axis);
  double bottom = part->y + part->to - part->from;

  for (guint i = 0; i < part->entries->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_entry (part, i);
      RoadmapRect rect;

      if (!cut_row (part, entry, &rect))
        continue;
      if (!entry->row.band)
        {
          if (part->unit < ROADMAP_UNIT_YEAR)
            add_columns (part, &rect, part->unit, ROADMAP_INK_GRID);
          add_columns (part, &rect, ROADMAP_UNIT_YEAR, ROADMAP_INK_STRONG_GRID);
          add_today (part, &rect);
        }
      if (rect.y > part->y || part->follows)
        roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                                 (RoadmapRect) { part->x, rect.y, width, 0 });
    }
  if (part->entries->len > 0 && !part->goes_on)
    roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                             (RoadmapRect) { part->x, bottom, width, 0 });
}

static void
add_band_titles (const RoadmapSwimlanePart *part)
{
  for (guint i = 0; i < part->entries->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_entry (part, i);
      RoadmapRect rect;

      if (entry->row.band && cut_row (part, entry, &rect))
        roadmap_swimlane_add_band_title (part->options, &entry->row, part->scene, &rect);
    }
}

typedef void (*AddFunc) (RoadmapLaneBars              *bars,
                         const RoadmapSwimlaneOptions *options,
                         RoadmapScene                 *scene,
                         const RoadmapLanePart        *part);

/* Ghosts are not cut: paper has none. */
static void
add_bars (const RoadmapSwimlanePart *part,
          guint                      index,
          AddFunc                    add)
{
  const RoadmapSwimlaneEntry *entry = get_entry (part, index);
  RoadmapLanePart lines = cut_lines (part, index);
  RoadmapLanePart ghosts = { part->x, part->y + entry->row.y - part->from, 0, get_n_ghost_lines (entry), index,
                             entry->first_line };

  if (entry->ghosts != NULL)
    {
      RoadmapSwimlaneOptions look = get_ghosts_options (part->options);

      add (entry->ghosts, &look, part->scene, &ghosts);
    }
  if (lines.first < lines.after && !(entry->row.collapsed && add == roadmap_lane_bars_add_connectors))
    {
      RoadmapSwimlaneOptions look = get_bars_options (part->options, &entry->row);

      add (entry->bars, &look, part->scene, &lines);
    }
}

void
roadmap_swimlane_part_add_body (const RoadmapSwimlanePart *part)
{
  add_row_tints (part);
  add_grid (part);
  add_band_titles (part);
  for (guint i = 0; i < part->entries->len; i++)
    add_bars (part, i, roadmap_lane_bars_add_connectors);
  for (guint i = 0; i < part->entries->len; i++)
    add_bars (part, i, roadmap_lane_bars_add_groups);
}

/* A lane in a lane whose heading row lies before the part has the name of the other above its own. */
static RoadmapNameFlags
get_name_flags (const RoadmapSwimlanePart  *part,
                const RoadmapSwimlaneEntry *entry)
{
  RoadmapNameFlags flags = entry->row.y < part->from ? ROADMAP_NAME_CONTINUED : 0;

  if (entry->row.depth > 0 && entry->row.y <= part->from && !part->follows)
    flags |= ROADMAP_NAME_WITH_PARENT;
  return flags;
}

void
roadmap_swimlane_part_add_names (const RoadmapSwimlanePart *part)
{
  double bottom = part->y + part->to - part->from;

  for (guint i = 0; i < part->entries->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_entry (part, i);
      RoadmapRect rect;

      if (!cut_row (part, entry, &rect))
        continue;
      rect.width = part->options->name_width;
      roadmap_scene_begin_group (part->scene, entry->row.item, i, i);
      roadmap_swimlane_add_name (part->options, &entry->row, get_name_flags (part, entry), part->scene, &rect);
      roadmap_scene_end_group (part->scene);
      if (rect.y > part->y || part->follows)
        roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                                 (RoadmapRect) { rect.x, rect.y, rect.width, 0 });
    }
  if (part->entries->len > 0 && !part->goes_on)
    roadmap_scene_add_plain (part->scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                             (RoadmapRect) { part->x, bottom, part->options->name_width, 0 });
}

