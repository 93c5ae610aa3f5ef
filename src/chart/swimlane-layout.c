/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-layout.h"

#include "chart/lane-bars.h"
#include "chart/style.h"
#include "chart/swimlane-head.h"
#include "chart/swimlane-names.h"

#include <math.h>

struct _RoadmapSwimlane
{
  RoadmapSwimlaneOptions  options; /* its pointers are owned */
  GDate                   today;
  RoadmapUnit             unit;
  GPtrArray              *rows;    /* Row */
  GArray                 *breaks;  /* double */
  double                  height;  /* of names and body */
  RoadmapScene           *corner;
  RoadmapScene           *years;
  RoadmapScene           *names;
  RoadmapScene           *body;
};

typedef struct
{
  RoadmapSwimlaneRow  row;
  RoadmapLaneBars    *bars;       /* (nullable) */
  guint               first_line; /* the index of its first line in the body */
} Row;

/* A piece of the table and where it goes. */
typedef struct
{
  RoadmapScene *scene;
  double        x;    /* of the body, or of the names */
  double        y;    /* where `from` comes to lie */
  double        from; /* heights in the body */
  double        to;
} Part;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->row.item);
  g_clear_pointer (&row->bars, roadmap_lane_bars_free);
  g_free (row);
}

static Row *
get_row (RoadmapSwimlane *self,
         guint            index)
{
  return g_ptr_array_index (self->rows, index);
}

static double
get_row_end (const Row *row)
{
  return row->row.y + row->row.height;
}

static guint
get_n_lines (const Row *row)
{
  return row->bars != NULL ? row->bars->lines->len : 0;
}

/* Rows */

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

/* Whether a filter leaves anything of the lane. */
static gboolean
has_shown (RoadmapSwimlane *self,
           RoadmapItem     *lane)
{
  if (self->options.show == NULL)
    return TRUE;

  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (lane, i);

      if (is_lane (item) ? has_shown (self, item)
                         : (roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone")) &&
                               self->options.show (item, self->options.show_data))
        return TRUE;
    }
  return FALSE;
}

/* Adds a row below the last, as high as its name and bars need. */
static void
add_row (RoadmapSwimlane    *self,
         RoadmapSwimlaneRow  values,
         RoadmapLaneBars    *bars)
{
  Row *last = self->rows->len > 0 ? get_row (self, self->rows->len - 1) : NULL;
  Row *row = g_new0 (Row, 1);
  double height = roadmap_swimlane_get_name_height (&self->options, &values, FALSE);

  if (self->options.paged)
    height = MAX (height, roadmap_swimlane_get_name_height (&self->options, &values, TRUE));
  if (bars != NULL)
    height = MAX (height, bars->height);
  row->row = values;
  row->row.item = g_object_ref (values.item);
  row->row.y = self->height;
  row->row.height = ceil (height);
  row->bars = bars;
  row->first_line = last != NULL ? last->first_line + get_n_lines (last) : 0;
  g_ptr_array_add (self->rows, row);
  self->height += row->row.height;
}

static void
add_lane (RoadmapSwimlane *self,
          RoadmapItem     *lane,
          guint            depth)
{
  if (!has_shown (self, lane))
    return;

  add_row (self, (RoadmapSwimlaneRow) { .item = lane, .depth = depth }, roadmap_lane_bars_new (&self->options, lane));
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (is_lane (roadmap_item_get_child (lane, i)))
      add_lane (self, roadmap_item_get_child (lane, i), depth + 1);
}

/* A row for milestones of the chart itself, if it has any. */
static void
add_chart_milestones (RoadmapSwimlane *self,
                      RoadmapItem     *chart)
{
  g_autoptr (RoadmapLaneBars) bars = roadmap_lane_bars_new (&self->options, chart);

  if (bars->lines->len > 0)
    add_row (self, (RoadmapSwimlaneRow) { .item = chart }, g_steal_pointer (&bars));
}

static void
add_chart (RoadmapSwimlane *self,
           RoadmapItem     *chart)
{
  if (self->options.charts->len > 1)
    add_row (self, (RoadmapSwimlaneRow) { .item = chart, .band = TRUE }, NULL);
  add_chart_milestones (self, chart);
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (is_lane (roadmap_item_get_child (chart, i)))
      add_lane (self, roadmap_item_get_child (chart, i), 0);
}

/* Breaks */

static void
add_break (RoadmapSwimlane *self,
           double           y)
{
  g_array_append_val (self->breaks, y);
}

/* Between lines, where both parts of the row have room for its name. */
static void
add_breaks_inside (RoadmapSwimlane *self,
                   const Row       *row)
{
  double between = roadmap_bar_metrics (self->options.measure).between;
  double before = roadmap_swimlane_get_name_height (&self->options, &row->row, FALSE);
  double behind = roadmap_swimlane_get_name_height (&self->options, &row->row, TRUE);

  for (guint i = 1; i < get_n_lines (row); i++)
    {
      double y = g_array_index (row->bars->lines, RoadmapLine, i).y - between / 2;

      if (y >= before && row->row.height - y >= behind)
        add_break (self, row->row.y + y);
    }
}

/* Whether the row is only a heading for the next. */
static gboolean
keeps_with_next (RoadmapSwimlane *self,
                 guint            index)
{
  const Row *row = get_row (self, index);

  if (index + 1 == self->rows->len)
    return FALSE;
  return row->row.band || (get_n_lines (row) == 0 && get_row (self, index + 1)->row.depth > row->row.depth);
}

static void
find_breaks (RoadmapSwimlane *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      add_breaks_inside (self, row);
      if (!keeps_with_next (self, i))
        add_break (self, get_row_end (row));
    }
}

/* Shapes */

/* Where the row lies in the part, cut to it; FALSE if it does not. */
static gboolean
cut_row (const Part  *part,
         const Row   *row,
         RoadmapRect *rect)
{
  double top = MAX (row->row.y, part->from);
  double bottom = MIN (get_row_end (row), part->to);

  *rect = (RoadmapRect) { part->x, part->y + top - part->from, 0, bottom - top };
  return top < bottom;
}

/* The lines of the row that begin in the part. */
static RoadmapLanePart
cut_lines (RoadmapSwimlane *self,
           const Part      *part,
           guint            index)
{
  const Row *row = get_row (self, index);
  RoadmapLanePart lines = {
    .x = part->x,
    .y = part->y + row->row.y - part->from,
    .lane = index,
    .first_line = row->first_line,
  };

  for (guint i = 0; i < get_n_lines (row); i++)
    {
      double y = row->row.y + g_array_index (row->bars->lines, RoadmapLine, i).y;

      if (y < part->from)
        lines.first = i + 1;
      if (y < part->to)
        lines.after = i + 1;
    }
  return lines;
}

static void
add_shape (const Part  *part,
           RoadmapForm  form,
           RoadmapInk   ink,
           guint32      hue,
           RoadmapRect  rect)
{
  RoadmapShape shape = { .form = form, .ink = ink, .hue = hue, .rect = rect };

  roadmap_scene_add (part->scene, &shape);
}

static void
add_row_tints (RoadmapSwimlane *self,
               const Part      *part)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      RoadmapShape shape = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_ROW_TINT, .item = row->row.item };

      if (!cut_row (part, row, &shape.rect))
        continue;
      shape.rect.width = roadmap_axis_get_width (&self->options.axis);
      if (row->row.band)
        shape.ink = ROADMAP_INK_PANEL;
      else
        shape.hue = roadmap_item_get_hue (row->row.item);
      roadmap_scene_add (part->scene, &shape);
    }
}

static void
add_columns (RoadmapSwimlane   *self,
             const Part        *part,
             const RoadmapRect *rect,
             RoadmapUnit        unit,
             RoadmapInk         ink)
{
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&self->options.axis, unit);

  for (guint i = 1; i < ticks->len; i++)
    {
      double x = rect->x + g_array_index (ticks, RoadmapTick, i).x;

      add_shape (part, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { x, rect->y, 0, rect->height });
    }
}

static void
add_today (RoadmapSwimlane   *self,
           const Part        *part,
           const RoadmapRect *rect)
{
  double x;

  if (self->options.today == NULL || !roadmap_axis_shows_date (&self->options.axis, self->options.today))
    return;
  x = part->x + roadmap_axis_date_to_x (&self->options.axis, self->options.today);
  add_shape (part, ROADMAP_FORM_RULE, ROADMAP_INK_TODAY, 0, (RoadmapRect) { x, rect->y, 0, rect->height });
}

/* Grid lines and today stand in the rows but not in the bands, whose words they would cross. */
static void
add_grid (RoadmapSwimlane *self,
          const Part      *part)
{
  double width = roadmap_axis_get_width (&self->options.axis);
  double bottom = part->y + part->to - part->from;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      RoadmapRect rect;

      if (!cut_row (part, row, &rect))
        continue;
      if (!row->row.band)
        {
          if (self->unit < ROADMAP_UNIT_YEAR)
            add_columns (self, part, &rect, self->unit, ROADMAP_INK_GRID);
          add_columns (self, part, &rect, ROADMAP_UNIT_YEAR, ROADMAP_INK_STRONG_GRID);
          add_today (self, part, &rect);
        }
      if (rect.y > part->y)
        add_shape (part, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, (RoadmapRect) { part->x, rect.y, width, 0 });
    }
  if (self->rows->len > 0)
    add_shape (part, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, (RoadmapRect) { part->x, bottom, width, 0 });
}

static void
add_band_titles (RoadmapSwimlane *self,
                 const Part      *part)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      RoadmapRect rect;

      if (row->row.band && cut_row (part, row, &rect))
        roadmap_swimlane_add_band_title (&self->options, &row->row, part->scene, &rect);
    }
}

static void
add_body (RoadmapSwimlane *self,
          const Part      *part)
{
  add_row_tints (self, part);
  add_grid (self, part);
  add_band_titles (self, part);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RoadmapLanePart lines = cut_lines (self, part, i);

      if (lines.first < lines.after)
        roadmap_lane_bars_add_connectors (get_row (self, i)->bars, &self->options, part->scene, &lines);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      RoadmapLanePart lines = cut_lines (self, part, i);

      if (lines.first < lines.after)
        roadmap_lane_bars_add_groups (get_row (self, i)->bars, &self->options, part->scene, &lines);
    }
}

static void
add_names (RoadmapSwimlane *self,
           const Part      *part)
{
  double bottom = part->y + part->to - part->from;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      gboolean continued = row->row.y < part->from;
      RoadmapRect rect;

      if (!cut_row (part, row, &rect))
        continue;
      rect.width = self->options.name_width;
      roadmap_scene_begin_group (part->scene, row->row.item, i, i);
      roadmap_swimlane_add_name (&self->options, &row->row, continued, part->scene, &rect);
      roadmap_scene_end_group (part->scene);
    }
  if (self->rows->len > 0)
    add_shape (part, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
               (RoadmapRect) { part->x, bottom, self->options.name_width, 0 });
}

static void
create_scenes (RoadmapSwimlane *self)
{
  Part part = { .to = self->height };

  self->years = roadmap_swimlane_create_years (&self->options, self->unit);
  self->corner = roadmap_swimlane_create_corner (&self->options, roadmap_scene_get_height (self->years));
  self->names = part.scene = roadmap_scene_new ();
  roadmap_scene_extend (self->names, self->options.name_width, self->height);
  add_names (self, &part);
  self->body = part.scene = roadmap_scene_new ();
  roadmap_scene_extend (self->body, roadmap_axis_get_width (&self->options.axis), self->height);
  add_body (self, &part);
}

static void
own_options (RoadmapSwimlane              *self,
             const RoadmapSwimlaneOptions *options)
{
  self->options = *options;
  g_object_ref (self->options.roadmap);
  g_ptr_array_ref (self->options.charts);
  roadmap_measure_ref (self->options.measure);
  self->options.language = g_strdup (options->language);
  if (options->today != NULL)
    {
      self->today = *options->today;
      self->options.today = &self->today;
    }
}

RoadmapSwimlane *
roadmap_swimlane_new (const RoadmapSwimlaneOptions *options)
{
  RoadmapSwimlane *self = g_rc_box_new0 (RoadmapSwimlane);

  own_options (self, options);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  self->unit = roadmap_swimlane_choose_unit (&self->options);
  for (guint i = 0; i < options->charts->len; i++)
    add_chart (self, g_ptr_array_index (options->charts, i));
  find_breaks (self);
  create_scenes (self);
  return self;
}

RoadmapSwimlane *
roadmap_swimlane_ref (RoadmapSwimlane *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapSwimlane *self = data;

  g_clear_pointer (&self->corner, roadmap_scene_unref);
  g_clear_pointer (&self->years, roadmap_scene_unref);
  g_clear_pointer (&self->names, roadmap_scene_unref);
  g_clear_pointer (&self->body, roadmap_scene_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free ((char *) self->options.language);
  roadmap_measure_unref (self->options.measure);
  g_ptr_array_unref (self->options.charts);
  g_object_unref (self->options.roadmap);
}

void
roadmap_swimlane_unref (RoadmapSwimlane *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

RoadmapScene *
roadmap_swimlane_get_corner (RoadmapSwimlane *self)
{
  return self->corner;
}

RoadmapScene *
roadmap_swimlane_get_years (RoadmapSwimlane *self)
{
  return self->years;
}

RoadmapScene *
roadmap_swimlane_get_names (RoadmapSwimlane *self)
{
  return self->names;
}

RoadmapScene *
roadmap_swimlane_get_body (RoadmapSwimlane *self)
{
  return self->body;
}

const RoadmapAxis *
roadmap_swimlane_get_axis (RoadmapSwimlane *self)
{
  return &self->options.axis;
}

RoadmapUnit
roadmap_swimlane_get_unit (RoadmapSwimlane *self)
{
  return self->unit;
}

guint
roadmap_swimlane_get_n_rows (RoadmapSwimlane *self)
{
  return self->rows->len;
}

const RoadmapSwimlaneRow *
roadmap_swimlane_get_row (RoadmapSwimlane *self,
                          guint            index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &get_row (self, index)->row;
}

const RoadmapSwimlaneRow *
roadmap_swimlane_find_row (RoadmapSwimlane *self,
                           double           y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);

      if (y >= row->row.y && y < get_row_end (row))
        return &row->row;
    }
  return NULL;
}

const double *
roadmap_swimlane_get_breaks (RoadmapSwimlane *self,
                             guint           *n_breaks)
{
  *n_breaks = self->breaks->len;
  return (const double *) (gconstpointer) self->breaks->data;
}

void
roadmap_swimlane_add_head (RoadmapSwimlane *self,
                           RoadmapScene    *scene,
                           double           x,
                           double           y)
{
  roadmap_scene_add_scene (scene, self->corner, x, y);
  roadmap_scene_add_scene (scene, self->years, x + self->options.name_width, y);
}

void
roadmap_swimlane_add_rows (RoadmapSwimlane *self,
                           RoadmapScene    *scene,
                           double           x,
                           double           y,
                           double           from,
                           double           to)
{
  Part names = { scene, x, y, from, to };
  Part body = { scene, x + self->options.name_width, y, from, to };

  add_names (self, &names);
  add_body (self, &body);
}
