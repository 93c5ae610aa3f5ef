/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-layout.h"

#include "chart/table-columns.h"
#include "chart/table-grid.h"
#include "chart/table-move.h"
#include "chart/table-names.h"
#include "chart/table-notes.h"
#include "chart/table-row.h"

#include <math.h>

typedef enum
{
  ROW_BAND,  /* the title of a chart */
  ROW_CELLS, /* a stage or lane, or the milestones of a chart */
  ROW_NOTES, /* of a chart */
} RowKind;

typedef struct
{
  RowKind    kind;
  guint      chart; /* index */
  GPtrArray *notes; /* owned */
} TableRow;

struct _RoadmapTable
{
  RoadmapSheet         parent_instance;

  RoadmapTableOptions  options;  /* its pointers are owned, but for show_data */
  GDate                today;
  GArray              *columns;  /* RoadmapTableColumns, by chart */
  GArray              *rows;     /* TableRow */
  gboolean             vertical; /* names run downwards */
};

G_DEFINE_FINAL_TYPE (RoadmapTable, roadmap_table, ROADMAP_TYPE_SHEET)

static const RoadmapTableColumns *
get_columns (RoadmapTable *self,
             guint         chart)
{
  return &g_array_index (self->columns, RoadmapTableColumns, chart);
}

static void
roadmap_table_lay_out (RoadmapSheet *sheet,
                       guint         index,
                       RoadmapScene *names,
                       RoadmapScene *body)
{
  RoadmapTable *self = ROADMAP_TABLE (sheet);
  const TableRow *row = &g_array_index (self->rows, TableRow, index);
  RoadmapTablePart part = {
    .options = &self->options,
    .columns = get_columns (self, row->chart),
    .vertical = self->vertical,
    .names_width = roadmap_sheet_get_names_width (sheet),
    .body_width = roadmap_sheet_get_body_width (sheet),
  };

  switch (row->kind)
    {
    case ROW_BAND:
      /* The heads of the first chart stand over the sheet. */
      roadmap_table_row_add_band (&part, row->chart > 0, names, body);
      break;
    case ROW_NOTES:
      roadmap_table_row_add_notes (&part, row->notes, names, body);
      break;
    default:
      roadmap_table_row_add (&part, roadmap_sheet_get_row_item (sheet, index), row->notes, names, body);
      break;
    }
}

/* Names that run downwards stand in the middle of each piece; of lanes in lanes each name stands beside its own
 * bars. */
static gboolean
roadmap_table_lay_out_names (RoadmapSheet            *sheet,
                             guint                    index,
                             const RoadmapSheetPiece *piece,
                             RoadmapScene            *names)
{
  RoadmapTable *self = ROADMAP_TABLE (sheet);
  const TableRow *row = &g_array_index (self->rows, TableRow, index);
  RoadmapTableNames column = { &self->options, get_columns (self, row->chart)->n_levels, self->vertical,
                               roadmap_sheet_get_names_width (sheet) };

  if (row->kind != ROW_CELLS || column.n_levels > 1)
    return FALSE;
  roadmap_table_names_add_piece (&column, roadmap_sheet_get_row_item (sheet, index), piece->from > 0,
                                 piece->to - piece->from, names);
  return TRUE;
}

/* Rows */

/* Takes over @notes. */
static void
add_row (RoadmapTable *self,
         RowKind       kind,
         guint         chart,
         RoadmapItem  *item,
         GPtrArray    *notes,
         double        ems)
{
  TableRow row = { kind, chart, notes };
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  g_array_append_val (self->rows, row);
  roadmap_sheet_add_row (sheet, item, ems * roadmap_table_metrics (&self->options).em);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    roadmap_sheet_add_to_row (sheet, self->rows->len - 1, g_ptr_array_index (notes, i));
}

/* How high a row will be: near enough for a scroll bar. */
static double
estimate (RoadmapItem *top)
{
  guint roadblocks = 0, bars = 0;

  for (RoadmapItem *item = roadmap_item_next (top, top); item != NULL; item = roadmap_item_next (item, top))
    {
      roadblocks += roadmap_item_is (item, "roadblock");
      bars += roadmap_item_is (item, "bar");
    }
  return MAX (roadblocks * 13, MAX (bars * 3, 5));
}

/* Without a filter everything has a row. */
static gboolean
has_shown (RoadmapTable *self,
           RoadmapItem  *top)
{
  g_autoptr (RoadmapTableGrid) grid = NULL;

  if (self->options.show == NULL && !roadmap_item_is (top, "chart"))
    return TRUE;
  grid = roadmap_table_grid_new (&self->options, top);
  return !roadmap_table_grid_is_empty (grid);
}

/* @noted (nullable) is the chart if the row has its notes, too. */
static void
add_top (RoadmapTable *self,
         guint         chart,
         RoadmapItem  *top,
         RoadmapItem  *noted,
         GPtrArray    *lists)
{
  GPtrArray *notes;

  if (!has_shown (self, top))
    return;
  notes = roadmap_table_list_notes (self->options.roadmap, noted, top);
  g_ptr_array_add (lists, notes);
  add_row (self, ROW_CELLS, chart, top, notes, estimate (top));
}

static gboolean
has_milestones (RoadmapItem *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (roadmap_item_is (roadmap_item_get_child (chart, i), "milestone"))
      return TRUE;
  return FALSE;
}

static void
add_chart (RoadmapTable *self,
           guint         index)
{
  RoadmapItem *chart = get_columns (self, index)->chart;
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  RoadmapItem *noted = NULL;
  GPtrArray *notes;

  /* A stage has a page of its own in print, with all that it refers to; below short rows of lanes, the notes of the chart
   * stand all together at the end. */
  if (get_columns (self, index)->has[ROADMAP_TABLE_ROADBLOCK] && roadmap_table_has_notes (chart))
    noted = chart;
  if (self->columns->len > 1)
    add_row (self, ROW_BAND, index, chart, NULL, index > 0 ? 5 : 2.5);
  if (has_milestones (chart) && has_shown (self, chart))
    add_row (self, ROW_CELLS, index, chart, g_ptr_array_new (), 3);
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
        add_top (self, index, item, noted, lists);
    }
  notes = roadmap_table_list_other_notes (chart, lists);
  if (notes->len > 0)
    add_row (self, ROW_NOTES, index, NULL, notes, 2 * notes->len);
  else
    g_ptr_array_unref (notes);
}

/* Construction */

static void
find_columns (RoadmapTable *self)
{
  self->vertical = TRUE;
  for (guint i = 0; i < self->options.charts->len; i++)
    {
      RoadmapTableColumns columns;

      roadmap_table_columns_init (&columns, &self->options, g_ptr_array_index (self->options.charts, i));
      g_array_append_val (self->columns, columns);
      self->vertical = self->vertical && roadmap_table_columns_has_vertical_names (&columns, &self->options);
    }
}

/* All charts are as wide as the one that needs most. */
static void
divide_width (RoadmapTable *self)
{
  double names = 0, body;

  for (guint i = 0; i < self->columns->len; i++)
    names = MAX (names, roadmap_table_columns_get_names_width (get_columns (self, i), &self->options, self->vertical));
  body = self->options.width - names;
  for (guint i = 0; self->options.paged && i < self->columns->len; i++)
    g_array_index (self->columns, RoadmapTableColumns, i).max_years = MAX (floor (body), 0);
  for (guint i = 0; i < self->columns->len; i++)
    body = MAX (body, roadmap_table_columns_get_min_width (get_columns (self, i), &self->options));
  for (guint i = 0; i < self->columns->len; i++)
    roadmap_table_columns_set_width (&g_array_index (self->columns, RoadmapTableColumns, i), &self->options, body);
  roadmap_sheet_set_widths (ROADMAP_SHEET (self), names, body);
  for (int i = 0; self->columns->len == 1 && i < ROADMAP_N_TABLE_COLUMNS; i++)
    if (get_columns (self, 0)->has[i] && get_columns (self, 0)->x[i] > 0)
      roadmap_sheet_add_column_break (ROADMAP_SHEET (self), get_columns (self, 0)->x[i]);
}

/* The heads of a chart; returns their height. */
static double
add_heads (RoadmapTable *self,
           guint         chart,
           double        height)
{
  RoadmapScene *corner = roadmap_scene_new ();
  RoadmapScene *head = roadmap_scene_new ();
  double names_width = roadmap_sheet_get_names_width (ROADMAP_SHEET (self));

  height = roadmap_table_columns_add_heads (get_columns (self, chart), &self->options, names_width, 0, height, corner, head);
  roadmap_sheet_take_heads (ROADMAP_SHEET (self), corner, head);
  return height;
}

/* Those of all charts are as high as the highest. */
static void
add_charts (RoadmapTable *self)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    height = MAX (height, add_heads (self, i, 0));
  for (guint i = 0; i < self->columns->len; i++)
    {
      add_heads (self, i, height);
      add_chart (self, i);
    }
}

static void
own_options (RoadmapTable              *self,
             const RoadmapTableOptions *options)
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

RoadmapSheet *
roadmap_table_new (const RoadmapTableOptions *options)
{
  RoadmapTable *self = g_object_new (ROADMAP_TYPE_TABLE, NULL);

  own_options (self, options);
  find_columns (self);
  divide_width (self);
  add_charts (self);
  return ROADMAP_SHEET (self);
}

static void
roadmap_table_finalize (GObject *object)
{
  RoadmapTable *self = ROADMAP_TABLE (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free ((char *) self->options.language);
  g_clear_pointer (&self->options.measure, roadmap_measure_unref);
  g_clear_pointer (&self->options.charts, g_ptr_array_unref);
  g_clear_object (&self->options.roadmap);

  G_OBJECT_CLASS (roadmap_table_parent_class)->finalize (object);
}

static void
roadmap_table_class_init (RoadmapTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_table_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_table_lay_out;
  ROADMAP_SHEET_CLASS (klass)->lay_out_names = roadmap_table_lay_out_names;
  ROADMAP_SHEET_CLASS (klass)->move = roadmap_table_move;
}

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((TableRow *) data)->notes, g_ptr_array_unref);
}

static void
roadmap_table_init (RoadmapTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (RoadmapTableColumns));
  self->rows = g_array_new (FALSE, FALSE, sizeof (TableRow));
  g_array_set_clear_func (self->rows, clear_row);
}
