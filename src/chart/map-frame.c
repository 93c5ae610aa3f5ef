/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-frame.h"

#include "chart/style.h"
#include "chart/words.h"

#include <string.h>

/* In units. */
#define CORNER 6
#define CHEVRON 4       /* from the head of a column to the notch of the next */
#define COLUMN_PAD 14   /* beside the name of a column */
#define DATELINE_GAP 16 /* between the title and a date line beside it */

static const RoadmapTextStyle title_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle small_title_style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle dateline_style = { ROADMAP_SIZE_BAR, 0 };
static const RoadmapTextStyle column_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };
static const RoadmapTextStyle note_style = { ROADMAP_SIZE_SMALL, 0 };

PangoLayout *
roadmap_map_lay_out_field (RoadmapMapDraft  *draft,
                           RoadmapItem      *item,
                           const char       *field,
                           RoadmapTextStyle  style,
                           double            width)
{
  const char *text = roadmap_item_get_in (item, field, draft->options->language);

  return roadmap_measure_text (draft->options->measure, text != NULL ? text : "", style, width);
}

double
roadmap_map_get_text_height (PangoLayout *layout)
{
  double height;

  roadmap_layout_get_size (layout, NULL, &height);
  return height;
}

/* Title */

static double
get_baseline (PangoLayout *layout)
{
  return roadmap_layout_get_baseline (layout);
}

static void
add_dateline_below (RoadmapMapDraft *draft)
{
  g_autoptr (PangoLayout) dateline = NULL;

  dateline = roadmap_map_lay_out_field (draft, draft->options->map, "dateline", dateline_style, draft->width);
  roadmap_scene_add_text (draft->scene, dateline, ROADMAP_INK_DIM_TEXT, 0, ROADMAP_MAP_MARGIN * draft->unit, draft->y);
  draft->y += roadmap_map_get_text_height (dateline);
}

/* Alone, at the right. */
static void
add_dateline (RoadmapMapDraft *draft)
{
  g_autoptr (PangoLayout) dateline = NULL;
  double width;

  dateline = roadmap_map_lay_out_field (draft, draft->options->map, "dateline", dateline_style, draft->width);
  roadmap_layout_get_size (dateline, &width, NULL);
  if (width == 0)
    return;
  roadmap_scene_add_text (draft->scene, dateline, ROADMAP_INK_DIM_TEXT, 0,
                          ROADMAP_MAP_MARGIN * draft->unit + draft->width - width, draft->y);
  draft->y += roadmap_map_get_text_height (dateline) + ROADMAP_MAP_GAP / 2.0 * draft->unit;
}

/* The date line stands at the right on the line of the title if there is room, else below it. */
void
roadmap_map_add_title (RoadmapMapDraft *draft,
                       gboolean         large)
{
  RoadmapItem *map = draft->options->map;
  RoadmapTextStyle style = large ? title_style : small_title_style;
  double left = ROADMAP_MAP_MARGIN * draft->unit;
  g_autoptr (PangoLayout) title = roadmap_map_lay_out_field (draft, map, "title", style, draft->width);
  g_autoptr (PangoLayout) dateline = NULL;
  double title_width, dateline_width;
  gboolean beside;

  if (draft->options->untitled)
    {
      add_dateline (draft);
      return;
    }
  dateline = roadmap_map_lay_out_field (draft, map, "dateline", dateline_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (title, &title_width, NULL);
  roadmap_layout_get_size (dateline, &dateline_width, NULL);
  beside = title_width + DATELINE_GAP * draft->unit + dateline_width <= draft->width;
  roadmap_scene_add_text (draft->scene, title, ROADMAP_INK_TEXT, 0, left, draft->y);
  if (dateline_width > 0 && beside)
    roadmap_scene_add_text (draft->scene, dateline, ROADMAP_INK_DIM_TEXT, 0, left + draft->width - dateline_width,
                            draft->y + get_baseline (title) - get_baseline (dateline));
  draft->y += roadmap_map_get_text_height (title);
  if (dateline_width > 0 && !beside)
    add_dateline_below (draft);
  draft->y += ROADMAP_MAP_GAP * draft->unit;
}

/* Columns */

static int
get_level (RoadmapItem *column)
{
  const char *level = roadmap_item_get (column, "level");

  return level != NULL ? g_ascii_strtoll (level, NULL, 10) : 0;
}

/* In the order of their levels, and of the file within a level. */
static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  RoadmapItem *left = *(RoadmapItem *const *) a;
  RoadmapItem *right = *(RoadmapItem *const *) b;

  if (get_level (left) != get_level (right))
    return get_level (left) - get_level (right);
  return (int) roadmap_item_get_position (left) - (int) roadmap_item_get_position (right);
}

void
roadmap_map_add_column_widths (RoadmapMapDraft *draft,
                               RoadmapMapBlock *block)
{
  g_autoptr (GPtrArray) columns = roadmap_list (draft->options->roadmap, draft->options->map, "column");

  for (guint i = 0; i < columns->len; i++)
    {
      RoadmapItem *column = g_ptr_array_index (columns, i);
      RoadmapRect grid = roadmap_map_get_grid (column);
      g_autofree char *title = roadmap_item_dup_title (column, draft->options->language);
      g_autofree char *markup = g_markup_escape_text (title, -1);
      double word = roadmap_map_fit_get_width (ROADMAP_MAP_TIGHT, draft->options->measure, markup, column_style);

      roadmap_map_grid_add (block->columns, grid.x, grid.x + grid.width,
                            word + (ROADMAP_MAP_GAP + 2 * COLUMN_PAD + 1) * draft->unit);
    }
}

static gboolean
is_led_to (RoadmapMapDraft *draft,
           RoadmapItem     *column)
{
  g_autoptr (GPtrArray) before = roadmap_get_referrers (draft->options->roadmap, column, "column");

  return before->len > 0;
}

static gboolean
leads_on (RoadmapItem *column)
{
  return roadmap_item_get (column, "next") != NULL;
}

/* A column that leads on is an arrow whose head lies in the notch of the next. */
static void
add_column (RoadmapMapDraft   *draft,
            RoadmapItem       *column,
            const RoadmapRect *rect,
            PangoLayout       *text)
{
  gboolean led_to = is_led_to (draft, column);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_BOX,
    .ink = leads_on (column) || led_to ? ROADMAP_INK_HEAD : ROADMAP_INK_PANEL,
    .flags = ROADMAP_SHAPE_THIN,
    .hue = roadmap_item_get_hue (column),
    .rect = *rect,
    .corner = CORNER * draft->unit,
  };

  if (led_to)
    shape.flags |= ROADMAP_SHAPE_BEGINS_BEFORE;
  if (leads_on (column))
    {
      shape.flags |= ROADMAP_SHAPE_OPEN_END;
      shape.rect.width += roadmap_shape_get_head (&shape) + (ROADMAP_MAP_GAP - CHEVRON) * draft->unit;
    }
  roadmap_scene_add (draft->scene, &shape);
  roadmap_scene_add_text (draft->scene, text, ROADMAP_INK_TEXT, 0, rect->x + COLUMN_PAD * draft->unit,
                          rect->y + (rect->height - roadmap_map_get_text_height (text)) / 2);
}

/* The columns from @first on that are of one level, in one row.  Returns the index after the last. */
static guint
add_level (RoadmapMapDraft *draft,
           RoadmapMapBlock *block,
           GPtrArray       *columns,
           guint            first,
           double           left)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (RoadmapRect));
  int level = get_level (g_ptr_array_index (columns, first));
  double height = 0;
  guint after;

  for (after = first; after < columns->len && get_level (g_ptr_array_index (columns, after)) == level; after++)
    {
      RoadmapItem *column = g_ptr_array_index (columns, after);
      RoadmapRect grid = roadmap_map_get_grid (column);
      double x = roadmap_map_grid_get (block->columns, grid.x);
      double end = roadmap_map_grid_get (block->columns, grid.x + grid.width);
      RoadmapRect rect = { left + x + ROADMAP_MAP_GAP / 2.0 * draft->unit, draft->y,
                           end - x - ROADMAP_MAP_GAP * draft->unit, 0 };
      PangoLayout *text = roadmap_map_lay_out_field (draft, column, "title", column_style,
                                                     rect.width - 2 * COLUMN_PAD * draft->unit);

      g_ptr_array_add (texts, text);
      g_array_append_val (rects, rect);
      height = MAX (height, roadmap_map_get_text_height (text) + 2 * ROADMAP_MAP_PLATE_PAD * draft->unit);
    }
  for (guint i = 0; i < rects->len; i++)
    {
      RoadmapRect *rect = &g_array_index (rects, RoadmapRect, i);

      rect->height = height;
      add_column (draft, g_ptr_array_index (columns, first + i), rect, g_ptr_array_index (texts, i));
    }
  draft->y += height + ROADMAP_MAP_GAP / 2.0 * draft->unit;
  return after;
}

void
roadmap_map_add_columns (RoadmapMapDraft *draft,
                         RoadmapMapBlock *block,
                         double           left)
{
  g_autoptr (GPtrArray) columns = roadmap_list (draft->options->roadmap, draft->options->map, "column");

  g_ptr_array_sort (columns, compare_levels);
  for (guint i = 0; i < columns->len;)
    i = add_level (draft, block, columns, i, left);
}

/* Notes */

static void
add_note (RoadmapMapDraft *draft,
          const char      *text)
{
  g_autoptr (PangoLayout) layout = NULL;

  layout = roadmap_measure_text (draft->options->measure, text, note_style, draft->width);
  roadmap_scene_add_text (draft->scene, layout, ROADMAP_INK_DIM_TEXT, 0, ROADMAP_MAP_MARGIN * draft->unit, draft->y);
  draft->y += roadmap_map_get_text_height (layout) + 2 * draft->unit;
}

static gboolean
has_rings (GPtrArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    {
      const RoadmapMapRegion *region = g_ptr_array_index (regions, i);

      if (roadmap_map_head_has_ring (region->head))
        return TRUE;
    }
  return FALSE;
}

void
roadmap_map_add_notes (RoadmapMapDraft *draft,
                       GPtrArray       *regions)
{
  const RoadmapMapOptions *options = draft->options;
  g_autoptr (GPtrArray) notes = roadmap_list (options->roadmap, options->map, "note");
  const char *adopted = roadmap_get_language (options->roadmap);

  draft->y += ROADMAP_MAP_GAP / 2.0 * draft->unit;
  for (guint i = 0; i < notes->len; i++)
    {
      RoadmapItem *note = g_ptr_array_index (notes, i);
      const char *number = roadmap_item_get (note, "number");
      g_autofree char *text = roadmap_item_dup_text (note, "text", options->language);
      g_autofree char *line = g_strconcat (number != NULL ? number : "", number != NULL ? " " : "", text, NULL);

      add_note (draft, line);
    }
  if (has_rings (regions))
    add_note (draft, roadmap_word (ROADMAP_WORD_RING, options->language));
  if (adopted != NULL && strncmp (adopted, options->language, 2) != 0)
    add_note (draft, roadmap_word (ROADMAP_WORD_TRANSLATED, options->language));
}
