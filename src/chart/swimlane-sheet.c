/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-sheet.h"

#include "chart/swimlane-head.h"
#include "chart/swimlane-part.h"

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
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_swimlane_entry_free);
  RoadmapSwimlaneEntry *entry = roadmap_swimlane_entry_new (self->options, row);
  RoadmapSwimlanePart part = {
    .options = self->options,
    .entries = entries,
    .unit = self->unit,
    .to = entry->row.height,
    .follows = index > 0,
    .goes_on = index + 1 < self->rows->len,
  };

  g_ptr_array_add (entries, entry);
  part.scene = names;
  roadmap_swimlane_part_add_names (&part);
  part.scene = body;
  roadmap_swimlane_part_add_body (&part);
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

static void
add_rows (RoadmapSwimlaneSheet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, i);

      roadmap_sheet_add_row (ROADMAP_SHEET (self), row->item, guess_height (self->options, row));
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

  g_return_val_if_fail (!options->paged, NULL);

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
