/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* The rows of the table that have no cells: notes and the titles of charts; the other half of table-row.h. */
#include "chart/table-row.h"

#include "chart/table-text.h"

#include <math.h>

/* Notes are no easier to read in longer lines; ems of their text. */
#define MAX_NOTE 60

static const RoadmapTextStyle band_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };

/* Where the body is wider than it should be, it may be divided before the years. */
static double
get_notes_room (const RoadmapTablePart *part)
{
  double years = part->columns->x[ROADMAP_TABLE_YEARS];

  return years > 0 && part->names_width + part->body_width > part->options->width ? years : part->body_width;
}

double
roadmap_table_add_notes (const RoadmapTablePart *part,
                         GPtrArray              *notes,
                         double                  y,
                         RoadmapScene           *body)
{
  RoadmapTableMetrics metrics = roadmap_table_metrics (part->options);
  double em = roadmap_measure_get_em (part->options->measure, ROADMAP_SIZE_SMALL);
  double width = MIN (get_notes_room (part) - 2 * metrics.pad_x, MAX_NOTE * em);

  if (notes->len == 0)
    return y;
  y += metrics.pad_y;
  for (guint i = 0; i < notes->len; i++)
    {
      RoadmapItem *note = g_ptr_array_index (notes, i);
      g_autoptr (RoadmapScene) words = roadmap_table_text_new (part->options, note, width);

      roadmap_scene_begin_group (body, note, ROADMAP_TABLE_ROADBLOCK, G_MAXUINT16 + i);
      roadmap_scene_add_scene (body, words, metrics.pad_x, y);
      roadmap_scene_end_group (body);
      y += roadmap_scene_get_height (words) + metrics.gap;
    }
  return ceil (y + metrics.pad_y - metrics.gap);
}

void
roadmap_table_row_add_notes (const RoadmapTablePart *part,
                             GPtrArray              *notes,
                             RoadmapScene           *names,
                             RoadmapScene           *body)
{
  RoadmapItem *heading = roadmap_table_find_heading (part->columns->chart, "note");
  RoadmapTableMetrics metrics = roadmap_table_metrics (part->options);
  double y = metrics.pad_y;

  if (heading != NULL)
    {
      const char *title = roadmap_item_get_in (heading, "title", part->options->language);
      RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
      g_autoptr (PangoLayout) layout = roadmap_measure_text (part->options->measure, title, style, ROADMAP_UNWRAPPED);

      roadmap_table_add_text (body, layout, ROADMAP_INK_TEXT, metrics.pad_x, y, heading);
      y = roadmap_scene_get_height (body);
    }
  y = roadmap_table_add_notes (part, notes, y, body);
  roadmap_scene_extend (body, part->body_width, y);
  roadmap_scene_extend (names, part->names_width, y);
}

void
roadmap_table_row_add_band (const RoadmapTablePart *part,
                            gboolean                with_heads,
                            RoadmapScene           *names,
                            RoadmapScene           *body)
{
  const RoadmapTableOptions *options = part->options;
  RoadmapTableMetrics metrics = roadmap_table_metrics (options);
  const char *title = roadmap_item_get_in (part->columns->chart, "title", options->language);
  double pad = 7 * metrics.unit;
  g_autoptr (PangoLayout) layout = NULL;
  double height, heads = 0;

  layout = roadmap_measure_text (options->measure, title != NULL ? title : "", band_style,
                                 part->body_width - 2 * metrics.pad_x);
  roadmap_layout_get_size (layout, NULL, &height);
  height = ceil (height + 2 * pad);
  roadmap_scene_add_plain (names, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0,
                           (RoadmapRect) { 0, 0, part->names_width, height });
  roadmap_scene_begin_group (body, part->columns->chart, ROADMAP_TABLE_ROADBLOCK, 0);
  roadmap_scene_add_plain (body, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0,
                           (RoadmapRect) { 0, 0, part->body_width, height });
  roadmap_table_add_text (body, layout, ROADMAP_INK_TEXT, metrics.pad_x, pad, part->columns->chart);
  roadmap_scene_end_group (body);
  if (with_heads)
    heads = roadmap_table_columns_add_heads (part->columns, options, part->names_width, height, 0, names, body);
  roadmap_scene_extend (body, part->body_width, height + heads);
  roadmap_scene_extend (names, part->names_width, height + heads);
}
