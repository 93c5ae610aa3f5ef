/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-row.h"

#include "chart/style.h"
#include "chart/table-grid.h"
#include "chart/table-names.h"
#include "chart/table-text.h"
#include "chart/table-years.h"

#include <math.h>

/* What a cell that spans strips has of each at least, in ems. */
#define OVERLAP 1.5

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };

/* A row while it is laid out.  Scenes of words are made once: to learn their height, and then to be added. */
typedef struct
{
  const RoadmapTablePart *part;
  RoadmapItem            *top;
  RoadmapTableGrid       *grid;
  RoadmapTableMetrics     metrics;
  GPtrArray              *domains;    /* RoadmapScene, by strip */
  GPtrArray              *roadblocks; /* (nullable) elements */
  GPtrArray              *addressed;  /* by cell; (nullable) elements */
  GPtrArray              *measures;
  GPtrArray              *years;      /* RoadmapTableBars, by piece of the years */
  double                  heads[ROADMAP_N_TABLE_COLUMNS]; /* the room that a heading of the stage's own takes */
} Row;

static void
free_scene (gpointer data)
{
  if (data != NULL)
    roadmap_scene_unref (data);
}

static GPtrArray *
create_scenes (void)
{
  return g_ptr_array_new_with_free_func (free_scene);
}

static void
clear_row (Row *row)
{
  g_clear_pointer (&row->grid, roadmap_table_grid_free);
  g_clear_pointer (&row->domains, g_ptr_array_unref);
  g_clear_pointer (&row->roadblocks, g_ptr_array_unref);
  g_clear_pointer (&row->addressed, g_ptr_array_unref);
  g_clear_pointer (&row->measures, g_ptr_array_unref);
  g_clear_pointer (&row->years, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static RoadmapTableStrip *
get_strip (Row   *row,
           guint  index)
{
  return &g_array_index (row->grid->strips, RoadmapTableStrip, index);
}

static double
get_inner_width (Row                *row,
                 RoadmapTableColumn  column)
{
  return row->part->columns->width[column] - 2 * row->metrics.pad_x;
}

/* Headings of the stage's own */

static PangoLayout *
lay_out_heading (Row                *row,
                 RoadmapTableColumn  column)
{
  const char *kind = roadmap_table_column_get_kind (column);
  RoadmapItem *heading = kind != NULL ? roadmap_table_find_heading (row->top, kind) : NULL;
  g_autofree char *text = NULL;

  if (heading == NULL || !row->part->columns->has[column] || roadmap_item_is (row->top, "chart"))
    return NULL;
  text = roadmap_item_dup_title (heading, row->part->options->language);
  return roadmap_measure_text (row->part->options->measure, text, head_style, get_inner_width (row, column));
}

static void
measure_headings (Row *row)
{
  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    {
      g_autoptr (PangoLayout) layout = lay_out_heading (row, i);
      double height;

      if (layout == NULL)
        continue;
      roadmap_layout_get_size (layout, NULL, &height);
      row->heads[i] = ceil (height + 6 * row->metrics.unit);
    }
}

static void
add_headings (Row          *row,
              RoadmapScene *body)
{
  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    {
      g_autoptr (PangoLayout) layout = lay_out_heading (row, i);
      RoadmapRect rect = { row->part->columns->x[i], 0, row->part->columns->width[i], row->heads[i] };

      if (layout == NULL)
        continue;
      roadmap_scene_add_plain (body, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, rect);
      roadmap_scene_add_plain (body, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                               (RoadmapRect) { rect.x, rect.height, rect.width, 0 });
      roadmap_table_add_text (body, layout, ROADMAP_INK_TEXT, rect.x + row->metrics.pad_x, 3 * row->metrics.unit,
                              roadmap_table_find_heading (row->top, roadmap_table_column_get_kind (i)));
    }
}

/* Measuring */

/* What a cell with these words needs; @first: it is the uppermost of its column. */
static double
get_needed (Row                *row,
            RoadmapScene       *words,
            RoadmapTableColumn  column,
            gboolean            first)
{
  double height = words != NULL ? roadmap_scene_get_height (words) + 2 * row->metrics.pad_y : 0;

  return ceil (height) + (first ? row->heads[column] : 0);
}

static void
measure_strips (Row *row)
{
  const RoadmapTablePart *part = row->part;

  row->domains = create_scenes ();
  row->roadblocks = create_scenes ();
  for (guint i = 0; i < row->grid->strips->len; i++)
    {
      RoadmapTableStrip *strip = get_strip (row, i);
      RoadmapScene *domain = NULL, *roadblock = NULL;

      if (strip->item != NULL && roadmap_item_is (strip->item, "roadblock"))
        {
          if (part->columns->has[ROADMAP_TABLE_DOMAIN])
            domain = roadmap_table_text_new_domain (part->options, strip->item,
                                                    get_inner_width (row, ROADMAP_TABLE_DOMAIN));
          roadblock = roadmap_table_text_new (part->options, strip->item, get_inner_width (row, ROADMAP_TABLE_ROADBLOCK));
        }
      g_ptr_array_add (row->domains, domain);
      g_ptr_array_add (row->roadblocks, roadblock);
      strip->needed = MAX (get_needed (row, domain, ROADMAP_TABLE_DOMAIN, i == 0),
                           get_needed (row, roadblock, ROADMAP_TABLE_ROADBLOCK, i == 0));
    }
}

static GPtrArray *
measure_cells (Row                *row,
               GArray             *cells,
               RoadmapTableColumn  column)
{
  GPtrArray *scenes = create_scenes ();

  for (guint i = 0; i < cells->len; i++)
    {
      RoadmapTableCell *cell = &g_array_index (cells, RoadmapTableCell, i);
      RoadmapScene *words = NULL;

      if (cell->item != NULL)
        words = roadmap_table_text_new (row->part->options, cell->item, get_inner_width (row, column));
      g_ptr_array_add (scenes, words);
      cell->needed = get_needed (row, words, column, i == 0);
    }
  return scenes;
}

static void
measure_years (Row *row)
{
  row->years = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_table_bars_free);
  for (guint i = 0; i < row->grid->years->len; i++)
    {
      RoadmapTableYears *years = &g_array_index (row->grid->years, RoadmapTableYears, i);
      RoadmapTableBars *bars = roadmap_table_bars_new (row->part->options, &row->part->columns->axis, years->bars);

      g_ptr_array_add (row->years, bars);
      years->needed = ceil (roadmap_table_bars_get_height (bars));
    }
}

/* The strip of a lane is as high as its name, and those of the lanes in it together as high as the name around them. */
static void
make_room_for_names (Row                     *row,
                     const RoadmapTableNames *names)
{
  row->grid->needed = roadmap_table_names_get_height (names, row->top);
  for (guint i = 0; i < row->grid->strips->len; i++)
    {
      RoadmapTableStrip *strip = get_strip (row, i);

      if (strip->item != NULL && roadmap_item_is (strip->item, "lane"))
        strip->needed = MAX (strip->needed, roadmap_table_names_get_height (names, strip->item));
    }
}

/* Adding */

static void
add_rule (Row          *row,
          RoadmapScene *body,
          RoadmapInk    ink,
          double        x,
          double        y,
          double        width,
          double        height)
{
  roadmap_scene_add_plain (body, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { x, y, width, height });
}

/* Edges between columns, and between years. */
static void
add_columns (Row          *row,
             double        height,
             RoadmapScene *body)
{
  const RoadmapTableColumns *columns = row->part->columns;
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&columns->axis, ROADMAP_UNIT_YEAR);

  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    if (columns->has[i] && columns->x[i] > 0)
      add_rule (row, body, ROADMAP_INK_STRONG_GRID, columns->x[i], 0, 0, height);
  for (guint i = 1; i < ticks->len; i++)
    add_rule (row, body, ROADMAP_INK_STRONG_GRID, columns->x[ROADMAP_TABLE_YEARS] + g_array_index (ticks, RoadmapTick, i).x, 0,
              0, height);
  if (row->part->options->today != NULL && roadmap_axis_shows_date (&columns->axis, row->part->options->today))
    add_rule (row, body, ROADMAP_INK_TODAY,
              columns->x[ROADMAP_TABLE_YEARS] + roadmap_axis_date_to_x (&columns->axis, row->part->options->today), 0, 0,
              height);
}

/* The edge above a cell. */
static void
add_edge (Row                *row,
          RoadmapScene       *body,
          RoadmapTableColumn  column,
          double              y,
          gboolean            light)
{
  const RoadmapTableColumns *columns = row->part->columns;

  if (columns->has[column])
    add_rule (row, body, light ? ROADMAP_INK_GRID : ROADMAP_INK_STRONG_GRID, columns->x[column], y,
              columns->width[column], 0);
}

static void
add_cell_edges (Row                *row,
                RoadmapScene       *body,
                GArray             *cells,
                RoadmapTableColumn  column)
{
  for (guint i = 1; i < cells->len; i++)
    {
      const RoadmapTableCell *above = &g_array_index (cells, RoadmapTableCell, i - 1);
      const RoadmapTableCell *cell = &g_array_index (cells, RoadmapTableCell, i);

      if (above->item != NULL || cell->item != NULL)
        add_edge (row, body, column, cell->y, cell->light);
    }
}

static void
add_edges (Row          *row,
           RoadmapScene *body)
{
  for (guint i = 1; i < row->grid->strips->len; i++)
    {
      add_edge (row, body, ROADMAP_TABLE_DOMAIN, get_strip (row, i)->y, FALSE);
      add_edge (row, body, ROADMAP_TABLE_ROADBLOCK, get_strip (row, i)->y, FALSE);
    }
  add_cell_edges (row, body, row->grid->addressed, ROADMAP_TABLE_ADDRESSED);
  add_cell_edges (row, body, row->grid->measures, ROADMAP_TABLE_MEASURE);
  for (guint i = 1; i < row->grid->years->len; i++)
    {
      const RoadmapTableYears *above = &g_array_index (row->grid->years, RoadmapTableYears, i - 1);
      const RoadmapTableYears *years = &g_array_index (row->grid->years, RoadmapTableYears, i);

      if (above->bars->len > 0 || years->bars->len > 0)
        add_edge (row, body, ROADMAP_TABLE_YEARS, years->y,
                  g_array_index (row->grid->measures, RoadmapTableCell, years->first).light);
    }
}

/* The ground of a cell leaves its edges free, which were drawn before it.  Paper, which has no tint, needs none: in small print it
 * would come so near that a viewer which rounds to pixels hides the edge. */
static void
add_cell (Row                *row,
          RoadmapScene       *body,
          RoadmapTableColumn  column,
          guint               line,
          RoadmapItem        *item,
          RoadmapScene       *words,
          double              y,
          double              height)
{
  double unit = row->metrics.unit;
  double top = line == 0 ? row->heads[column] : 0;
  double x = row->part->columns->x[column];
  RoadmapRect ground = { x + unit, y + top + unit, row->part->columns->width[column] - 2 * unit, height - top - 2 * unit };

  if (!row->part->columns->has[column])
    return;
  roadmap_scene_begin_group (body, item, column, line);
  if (!row->part->options->paged)
    roadmap_scene_add_plain (body, ROADMAP_FORM_FILL, ROADMAP_INK_ROW_TINT, roadmap_item_get_hue (item), ground);
  roadmap_scene_add_scene (body, words, x + row->metrics.pad_x, y + top + row->metrics.pad_y);
  roadmap_scene_end_group (body);
}

static void
add_strips (Row          *row,
            RoadmapScene *body)
{
  for (guint i = 0; i < row->grid->strips->len; i++)
    {
      const RoadmapTableStrip *strip = get_strip (row, i);
      RoadmapScene *domain = g_ptr_array_index (row->domains, i);
      RoadmapScene *roadblock = g_ptr_array_index (row->roadblocks, i);
      double top = i == 0 ? row->heads[ROADMAP_TABLE_DOMAIN] : 0;

      /* A domain is not an item of the chart, so its words are no group. */
      if (domain != NULL)
        roadmap_scene_add_scene (body, domain, row->part->columns->x[ROADMAP_TABLE_DOMAIN] + row->metrics.pad_x,
                                 strip->y + top + row->metrics.pad_y);
      if (roadblock != NULL)
        add_cell (row, body, ROADMAP_TABLE_ROADBLOCK, i, strip->item, roadblock, strip->y, strip->height);
    }
}

static void
add_cells (Row                *row,
           RoadmapScene       *body,
           GArray             *cells,
           GPtrArray          *words,
           RoadmapTableColumn  column)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const RoadmapTableCell *cell = &g_array_index (cells, RoadmapTableCell, i);

      if (cell->item != NULL)
        add_cell (row, body, column, i, cell->item, g_ptr_array_index (words, i), cell->y, cell->height);
    }
}

static void
add_years (Row          *row,
           RoadmapScene *body)
{
  guint line = 0;

  for (guint i = 0; i < row->grid->years->len; i++)
    {
      const RoadmapTableYears *years = &g_array_index (row->grid->years, RoadmapTableYears, i);

      line += roadmap_table_bars_add (g_ptr_array_index (row->years, i), row->part->options, body,
                                      row->part->columns->x[ROADMAP_TABLE_YEARS], years->y, line);
    }
}

/* Rows */

static void
lay_out (Row                     *row,
         const RoadmapTableNames *names)
{
  measure_headings (row);
  measure_strips (row);
  row->addressed = measure_cells (row, row->grid->addressed, ROADMAP_TABLE_ADDRESSED);
  row->measures = measure_cells (row, row->grid->measures, ROADMAP_TABLE_MEASURE);
  measure_years (row);
  make_room_for_names (row, names);
  roadmap_table_grid_solve (row->grid, OVERLAP * row->metrics.em);
}

void
roadmap_table_row_add (const RoadmapTablePart *part,
                       RoadmapItem            *top,
                       GPtrArray              *notes,
                       RoadmapScene           *names,
                       RoadmapScene           *body)
{
  RoadmapTableNames column = { part->options, part->columns->n_levels, part->vertical, part->names_width };
  g_auto (Row) row = { .part = part, .top = top, .metrics = roadmap_table_metrics (part->options) };
  double height;

  row.grid = roadmap_table_grid_new (part->options, top);
  lay_out (&row, &column);

  /* Paper has no tint, and the ground would cut into the edge of the row above. */
  if (!part->options->paged)
    roadmap_scene_add_plain (body, ROADMAP_FORM_FILL, ROADMAP_INK_ROW_TINT, roadmap_item_get_hue (top),
                             (RoadmapRect) { 0, 0, part->body_width, row.grid->height });
  /* They go on through the edge below, unless notes stand there. */
  add_columns (&row, row.grid->height + (notes->len > 0 ? 0 : row.metrics.unit), body);
  add_edges (&row, body);
  add_headings (&row, body);
  add_strips (&row, body);
  add_cells (&row, body, row.grid->addressed, row.addressed, ROADMAP_TABLE_ADDRESSED);
  add_cells (&row, body, row.grid->measures, row.measures, ROADMAP_TABLE_MEASURE);
  add_years (&row, body);
  if (notes->len > 0)
    add_rule (&row, body, ROADMAP_INK_STRONG_GRID, 0, row.grid->height, part->body_width, 0);
  height = ceil (roadmap_table_add_notes (part, notes, row.grid->height, body) + row.metrics.unit);
  add_rule (&row, body, ROADMAP_INK_STRONG_GRID, 0, height - row.metrics.unit, part->body_width, 0);
  roadmap_scene_extend (body, part->body_width, height);

  roadmap_table_names_add (&column, top, row.grid, height - row.metrics.unit, names);
  roadmap_table_names_add_edge (&column, height, names);
}
