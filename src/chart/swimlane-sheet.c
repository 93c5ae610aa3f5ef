/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-sheet.h"

#include "chart/lane-bars.h"
#include "chart/style.h"
#include "chart/swimlane-head.h"
#include "chart/swimlane-names.h"
#include "chart/swimlane-part.h"

#include <math.h>

/* A guess at how many bars stand in a line, and how many lines of words in a bar. */
#define BARS_IN_LINE 1.6
#define WORDS_IN_BAR 1.5

struct _RoadmapSwimlaneSheet
{
  RoadmapSheet            parent_instance;

  RoadmapSwimlaneOptions *options;
  GArray                 *rows; /* RoadmapSwimlaneRow */
  RoadmapUnit             unit;
};

G_DEFINE_FINAL_TYPE (RoadmapSwimlaneSheet, roadmap_swimlane_sheet, ROADMAP_TYPE_SHEET)

static void
roadmap_swimlane_sheet_lay_out (RoadmapSheet *sheet,
                                guint         index,
                                RoadmapScene *names,
                                RoadmapScene *body)
{
  RoadmapSwimlaneSheet *self = ROADMAP_SWIMLANE_SHEET (sheet);
  const RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, index);
  RoadmapSwimlaneEntry *entry = roadmap_swimlane_entry_new (self->options, row);
  RoadmapSwimlanePart part = {
    .options = self->options,
    .entry = entry,
    .unit = self->unit,
    .follows = index > 0,
    .goes_on = index + 1 < self->rows->len,
  };

  part.scene = names;
  roadmap_swimlane_part_add_names (&part);
  part.scene = body;
  roadmap_swimlane_part_add_body (&part);
  roadmap_swimlane_entry_free (entry);
}

/* The bars of the row need not be laid out again: the names alone say how high they are. */
static gboolean
roadmap_swimlane_sheet_lay_out_names (RoadmapSheet            *sheet,
                                      guint                    index,
                                      const RoadmapSheetPiece *piece,
                                      RoadmapScene            *names)
{
  RoadmapSwimlaneSheet *self = ROADMAP_SWIMLANE_SHEET (sheet);
  const RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, index);
  RoadmapNameFlags flags = piece->from > 0 ? ROADMAP_NAME_CONTINUED : 0;
  RoadmapRect rect = { .width = self->options->name_width };

  if (row->depth > 0 && piece->on_top)
    flags |= ROADMAP_NAME_WITH_PARENT;
  rect.height = MAX (piece->to - piece->from, ceil (roadmap_swimlane_get_name_height (self->options, row, flags)));
  roadmap_scene_begin_group (names, row->item, 0, 0);
  roadmap_swimlane_add_name (self->options, row, flags, names, &rect);
  roadmap_scene_end_group (names);
  if (!piece->on_top)
    roadmap_scene_add_plain (names, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, (RoadmapRect) { 0, 0, rect.width, 0 });
  roadmap_scene_extend (names, rect.width, rect.height);
  return TRUE;
}

static void
roadmap_swimlane_sheet_finalize (GObject *object)
{
  RoadmapSwimlaneSheet *self = ROADMAP_SWIMLANE_SHEET (object);

  g_clear_pointer (&self->options, roadmap_swimlane_options_free);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (roadmap_swimlane_sheet_parent_class)->finalize (object);
}

static void
roadmap_swimlane_sheet_class_init (RoadmapSwimlaneSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_swimlane_sheet_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_swimlane_sheet_lay_out;
  ROADMAP_SHEET_CLASS (klass)->lay_out_names = roadmap_swimlane_sheet_lay_out_names;
}

static void
roadmap_swimlane_sheet_init (RoadmapSwimlaneSheet *self)
{
}

static double
guess_height (const RoadmapSwimlaneOptions *options,
              const RoadmapSwimlaneRow     *row)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics (options->measure);
  double words = 1.4 * roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BAR);
  guint n_bars = row->band || row->collapsed ? 0 : roadmap_item_get_n_children (row->item);
  double lines = n_bars / BARS_IN_LINE;

  return 2 * metrics.margin + 2 * words + lines * (WORDS_IN_BAR * words + 2 * metrics.pad_y + metrics.between);
}

/* The band of a chart is its first row, but its milestones stand in the next. */
static void
add_milestones_to_row (RoadmapSwimlaneSheet *self,
                       guint                 index,
                       RoadmapItem          *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (roadmap_item_is (roadmap_item_get_child (chart, i), "milestone"))
      roadmap_sheet_add_to_row (ROADMAP_SHEET (self), index, roadmap_item_get_child (chart, i));
}

/* Whether the row is only a heading for the next. */
static gboolean
is_heading (RoadmapSwimlaneSheet *self,
            guint                 index)
{
  const RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, index);
  g_autoptr (GPtrArray) bars = NULL;

  if (index + 1 == self->rows->len)
    return FALSE;
  if (row->band)
    return TRUE;
  if (g_array_index (self->rows, RoadmapSwimlaneRow, index + 1).depth <= row->depth)
    return FALSE;
  bars = roadmap_swimlane_options_list_bars (self->options, row);
  return bars->len == 0;
}

static void
add_rows (RoadmapSwimlaneSheet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, i);

      roadmap_sheet_add_row (ROADMAP_SHEET (self), row->item, guess_height (self->options, row));
      if (self->options->paged && is_heading (self, i))
        roadmap_sheet_keep_with_next (ROADMAP_SHEET (self));
      if (!row->band && roadmap_item_is (row->item, "chart"))
        add_milestones_to_row (self, i, row->item);
    }
}

static void
create_heads (RoadmapSwimlaneSheet *self)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);
  RoadmapScene *head = roadmap_swimlane_create_years (self->options, self->unit);
  RoadmapScene *corner = roadmap_swimlane_create_corner (self->options, roadmap_scene_get_height (head));

  roadmap_sheet_set_widths (sheet, self->options->name_width, roadmap_axis_get_width (&self->options->axis));
  roadmap_sheet_take_heads (sheet, corner, head);
}

RoadmapSheet *
roadmap_swimlane_sheet_new (const RoadmapSwimlaneOptions *options)
{
  RoadmapSwimlaneSheet *self = g_object_new (ROADMAP_TYPE_SWIMLANE_SHEET, NULL);

  self->options = roadmap_swimlane_options_copy (options);
  self->unit = roadmap_swimlane_choose_unit (options);
  self->rows = roadmap_swimlane_options_list_rows (options);
  create_heads (self);
  add_rows (self);
  return ROADMAP_SHEET (self);
}

const RoadmapAxis *
roadmap_swimlane_sheet_get_axis (RoadmapSwimlaneSheet *self)
{
  g_return_val_if_fail (ROADMAP_IS_SWIMLANE_SHEET (self), NULL);

  return &self->options->axis;
}

RoadmapUnit
roadmap_swimlane_sheet_get_unit (RoadmapSwimlaneSheet *self)
{
  g_return_val_if_fail (ROADMAP_IS_SWIMLANE_SHEET (self), ROADMAP_UNIT_YEAR);

  return self->unit;
}

/* Arrows between rows */

/* The item's group in a row that is laid out and not collapsed. */
static gboolean
find_step (RoadmapSwimlaneSheet *self,
           RoadmapItem          *item,
           RoadmapSheetPlace    *place)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  if (!roadmap_sheet_find_row_of (sheet, item, &place->row) || !roadmap_sheet_is_laid_out (sheet, place->row) ||
      g_array_index (self->rows, RoadmapSwimlaneRow, place->row).collapsed)
    return FALSE;
  place->in_names = FALSE;
  place->group = roadmap_scene_find_group (roadmap_sheet_get_body (sheet, place->row), item);
  return place->group != NULL;
}

static void
add_link (RoadmapSwimlaneSheet    *self,
          const RoadmapSheetPlace *step,
          const RoadmapSheetPlace *next,
          RoadmapScene            *scene)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);
  RoadmapBarMetrics metrics = roadmap_bar_metrics_for (self->options);
  RoadmapRect from = step->group->box;
  RoadmapRect to = next->group->box;
  const RoadmapRect *bounds = &step->group->bounds;

  from.y += roadmap_sheet_get_row_y (sheet, step->row);
  to.y += roadmap_sheet_get_row_y (sheet, next->row);
  roadmap_lane_add_connector (scene, &metrics, &from, bounds->x + bounds->width, &to, ROADMAP_INK_HUE_HINT,
                              roadmap_item_get_hue (next->group->item));
}

static void
add_links_to (RoadmapSwimlaneSheet    *self,
              const RoadmapSheetPlace *next,
              RoadmapScene            *scene)
{
  g_autoptr (GPtrArray) before = NULL;

  if (roadmap_item_get (next->group->item, "after") == NULL)
    return;
  before = roadmap_get_links (self->options->roadmap, next->group->item, "after");
  for (guint i = 0; i < before->len; i++)
    {
      RoadmapSheetPlace step;

      if (find_step (self, g_ptr_array_index (before, i), &step) && step.row != next->row)
        add_link (self, &step, next, scene);
    }
}

RoadmapScene *
roadmap_swimlane_sheet_create_links (RoadmapSwimlaneSheet *self,
                                     double                from,
                                     double                to)
{
  RoadmapScene *scene = roadmap_scene_new ();
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  for (guint row = roadmap_sheet_find_row_at (sheet, from);
       row < roadmap_sheet_get_n_rows (sheet) && roadmap_sheet_get_row_y (sheet, row) < to; row++)
    {
      RoadmapScene *body = roadmap_sheet_is_laid_out (sheet, row) ? roadmap_sheet_get_body (sheet, row) : NULL;

      for (guint i = 0; body != NULL && i < roadmap_scene_get_n_groups (body); i++)
        {
          RoadmapSheetPlace next = { row, FALSE, roadmap_scene_get_group (body, i) };

          if (!g_array_index (self->rows, RoadmapSwimlaneRow, row).collapsed)
            add_links_to (self, &next, scene);
        }
    }
  return scene;
}
