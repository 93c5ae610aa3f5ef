/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/legend.h"

#include "chart/bar-place.h"
#include "chart/style.h"
#include "chart/words.h"
#include "model/item-order.h"
#include "model/status.h"

#include <string.h>

/* The samples have no lane, so they are grey. */
#define SAMPLE_HUE 0x77767b

/* Notes stand in two columns where each is at least so wide, in ems. */
#define NOTE_COLUMN_EMS 30

static const RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle bold_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };

typedef struct
{
  const RoadmapLegendOptions *options;
  RoadmapScene               *scene;
  RoadmapBarMetrics           metrics;
  double                      line_height;
  const char                 *heading;    /* (nullable): before the next entry */
  double                      row_height; /* of the entries beside each other */
  double                      left;       /* of entries, behind the heading */
  double                      x;    /* where the next entry begins */
  double                      y;
} Legend;

/* What occurs */

static gboolean
has_flag (const RoadmapScene *table,
          RoadmapForm         form,
          RoadmapShapeFlags   flag)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (table); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (table, i);

      if (shape->form == form && (shape->flags & flag) == flag)
        return TRUE;
    }
  return FALSE;
}

/* @flags: 0 or dashed, as the milestones are that are asked for. */
static gboolean
has_milestone (const RoadmapScene *table,
               RoadmapShapeFlags   flags)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (table); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (table, i);

      if (shape->form == ROADMAP_FORM_DIAMOND && (shape->flags & ROADMAP_SHAPE_DASHED) == flags)
        return TRUE;
    }
  return FALSE;
}

/* (transfer container): the items that the shown items link to by @field, in the order of the file.  Those of the page, not of
 * the whole roadmap, for there may be thousands of pages. */
static GPtrArray *
list_linked (Legend             *legend,
             const RoadmapScene *table,
             const char         *field)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < roadmap_scene_get_n_groups (table); i++)
    {
      RoadmapItem *item = roadmap_scene_get_group (table, i)->item;
      g_autoptr (GPtrArray) links = NULL;

      if ((!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "measure")) || roadmap_item_get (item, field) == NULL)
        continue;
      links = roadmap_get_links (legend->options->roadmap, item, field);
      for (guint j = 0; j < links->len; j++)
        if (g_hash_table_add (linked, g_ptr_array_index (links, j)))
          g_ptr_array_add (found, g_ptr_array_index (links, j));
    }
  g_ptr_array_sort (found, roadmap_item_compare_place);
  return found;
}

/* Entries in a row */

static void
add_text (Legend      *legend,
          PangoLayout *layout,
          double       x,
          double       y)
{
  roadmap_scene_add_text (legend->scene, layout, ROADMAP_INK_TEXT, 0, x, y);
}

static void
begin_line (Legend *legend)
{
  if (legend->x > 0)
    legend->y += MAX (legend->row_height, legend->line_height);
  legend->row_height = 0;
  legend->x = legend->left;
}

static void
add_heading (Legend     *legend,
             const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  layout = roadmap_measure_text (legend->options->measure, text, bold_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (layout, &width, NULL);
  add_text (legend, layout, legend->x, legend->y);
  legend->x += width + 10 * legend->metrics.unit;
  legend->left = legend->x;
}

/* Ends what the last heading began. */
static void
end_section (Legend *legend)
{
  legend->heading = NULL;
  legend->left = 0;
  begin_line (legend);
}

/* The heading of a section is only added when it has an entry. */
static void
begin_section (Legend      *legend,
               RoadmapWord  heading)
{
  legend->heading = roadmap_word (heading, legend->options->language);
}

/* A sample and what it means; @sample has its size, and is put in its place, in the middle of the first line. */
static void
add_entry (Legend       *legend,
           RoadmapShape *sample,
           const char   *text)
{
  double unit = legend->metrics.unit;
  g_autoptr (PangoLayout) layout = NULL;
  double room, text_width, text_height, width;

  if (legend->heading != NULL)
    add_heading (legend, legend->heading);
  legend->heading = NULL;
  room = legend->options->width - legend->left - sample->rect.width - 4 * unit;
  layout = roadmap_measure_text (legend->options->measure, text, style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (layout, &text_width, NULL);
  if (text_width > room)
    {
      g_object_unref (layout);
      layout = roadmap_measure_text (legend->options->measure, text, style, room);
    }
  roadmap_layout_get_size (layout, &text_width, &text_height);
  width = sample->rect.width + 4 * unit + text_width;
  if (legend->x > legend->left && legend->x + width > legend->options->width)
    begin_line (legend);
  legend->row_height = MAX (legend->row_height, text_height);

  text_height /= roadmap_layout_get_n_lines (layout);
  sample->rect.x = legend->x;
  sample->rect.y = legend->y + (text_height - sample->rect.height) / 2;
  roadmap_scene_add (legend->scene, sample);
  add_text (legend, layout, legend->x + sample->rect.width + 4 * unit, legend->y);
  legend->x += width + 14 * unit;
}

static void
add_box_entry (Legend            *legend,
               RoadmapShapeFlags  flags,
               RoadmapWord        word)
{
  double unit = legend->metrics.unit;
  RoadmapShape sample = {
    .form = ROADMAP_FORM_BOX,
    .ink = ROADMAP_INK_BAR_TINT,
    .flags = flags,
    .hue = SAMPLE_HUE,
    .rect = { .width = 26 * unit, .height = 11 * unit },
    .corner = 2.5 * unit,
  };

  add_entry (legend, &sample, roadmap_word (word, legend->options->language));
}

static void
add_milestone_entry (Legend            *legend,
                     RoadmapShapeFlags  flags,
                     RoadmapWord        word)
{
  double side = 11 * legend->metrics.unit;
  RoadmapShape sample = {
    .form = ROADMAP_FORM_DIAMOND,
    .ink = ROADMAP_INK_HUE,
    .flags = flags,
    .hue = SAMPLE_HUE,
    .rect = { .width = side, .height = side },
  };

  add_entry (legend, &sample, roadmap_word (word, legend->options->language));
}

static void
add_forms (Legend             *legend,
           const RoadmapScene *table)
{
  static const struct
  {
    RoadmapShapeFlags flag;
    RoadmapWord       word;
  } boxes[] = {
    { ROADMAP_SHAPE_DASHED, ROADMAP_WORD_INFERRED },
    { ROADMAP_SHAPE_OPEN_END, ROADMAP_WORD_OPEN_END },
    { ROADMAP_SHAPE_BEGINS_BEFORE, ROADMAP_WORD_BEGINS_BEFORE },
    { ROADMAP_SHAPE_ENDS_AFTER, ROADMAP_WORD_ENDS_AFTER },
  };
  const RoadmapBarMetrics *metrics = &legend->metrics;
  RoadmapShape arrow = { .form = ROADMAP_FORM_CONNECTOR, .ink = ROADMAP_INK_HUE, .hue = SAMPLE_HUE };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (has_flag (table, ROADMAP_FORM_BOX, boxes[i].flag))
      add_box_entry (legend, boxes[i].flag, boxes[i].word);
  if (has_milestone (table, 0))
    add_milestone_entry (legend, 0, ROADMAP_WORD_MILESTONE);
  if (has_milestone (table, ROADMAP_SHAPE_DASHED))
    add_milestone_entry (legend, ROADMAP_SHAPE_DASHED, ROADMAP_WORD_INFERRED_MILESTONE);
  if (has_flag (table, ROADMAP_FORM_CONNECTOR, 0))
    {
      arrow.rect.width = 20 * metrics->unit;
      arrow.corner = metrics->corner;
      add_entry (legend, &arrow, roadmap_word (ROADMAP_WORD_NEXT_STEP, legend->options->language));
    }
}

/* Whether a chip has this letter in the colour of @status: what an item was in an earlier year may not be what it is. */
static gboolean
has_chip (const RoadmapScene *table,
          RoadmapItem        *status,
          const char         *letter)
{
  for (guint i = 0; i < roadmap_scene_get_n_shapes (table); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (table, i);

      if (shape->form == ROADMAP_FORM_CHIP && shape->layout != NULL && shape->hue == roadmap_status_get_hue (status) &&
          g_strcmp0 (pango_layout_get_text (shape->layout), letter) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_statuses (Legend             *legend,
              const RoadmapScene *table)
{
  const RoadmapLegendOptions *options = legend->options;
  g_autoptr (GPtrArray) statuses = roadmap_list (options->roadmap, NULL, "status");

  for (guint i = 0; i < statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (statuses, i);
      const char *letter = roadmap_item_get_in (status, "letter", options->language);
      const char *title = roadmap_item_get_in (status, "title", options->language);
      g_autoptr (PangoLayout) layout = NULL;
      RoadmapShape sample = { .form = ROADMAP_FORM_CHIP, .ink = ROADMAP_INK_STATUS };

      if (letter == NULL || !has_chip (table, status, letter))
        continue;
      layout = roadmap_measure_text (options->measure, letter, bold_style, ROADMAP_UNWRAPPED);
      sample.layout = layout;
      sample.hue = roadmap_status_get_hue (status);
      sample.rect.width = sample.rect.height = legend->line_height;
      sample.corner = 3 * legend->metrics.unit;
      add_entry (legend, &sample, title != NULL ? title : "");
    }
}

/* All categories, whether they occur or not: the letters have a meaning together. */
static void
add_categories (Legend *legend)
{
  const RoadmapLegendOptions *options = legend->options;
  g_autoptr (GPtrArray) categories = roadmap_list (options->roadmap, NULL, "category");

  begin_section (legend, ROADMAP_WORD_CATEGORY);
  for (guint i = 0; i < categories->len; i++)
    {
      RoadmapItem *category = g_ptr_array_index (categories, i);
      const char *label = roadmap_item_get_in (category, "label", options->language);
      const char *title = roadmap_item_get_in (category, "title", options->language);
      g_autoptr (PangoLayout) layout = NULL;
      RoadmapShape sample = { .form = ROADMAP_FORM_TEXT, .ink = ROADMAP_INK_TEXT };

      layout = roadmap_measure_text (options->measure, label != NULL ? label : "", bold_style, ROADMAP_UNWRAPPED);
      sample.layout = layout;
      roadmap_layout_get_size (layout, &sample.rect.width, &sample.rect.height);
      add_entry (legend, &sample, title != NULL ? title : "");
    }
  end_section (legend);
}

/* Notes */

/* Adds "１ text" in a column; returns the height. */
static double
add_note (Legend      *legend,
          RoadmapItem *note,
          double       x,
          double       y,
          double       width)
{
  RoadmapMeasure *measure = legend->options->measure;
  const char *number = roadmap_item_get (note, "number");
  g_autofree char *text = roadmap_item_dup_text (note, "text", legend->options->language);
  g_autoptr (PangoLayout) number_layout = NULL;
  g_autoptr (PangoLayout) text_layout = NULL;
  double number_width, height;

  number_layout = roadmap_measure_text (measure, number != NULL ? number : "", style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (number_layout, &number_width, NULL);
  number_width += 6 * legend->metrics.unit;
  text_layout = roadmap_measure_text (measure, text != NULL ? text : "", style, width - number_width);
  roadmap_layout_get_size (text_layout, NULL, &height);
  add_text (legend, number_layout, x, y);
  add_text (legend, text_layout, x + number_width, y);
  return height;
}

static const char *
get_notes_heading (Legend *legend)
{
  RoadmapItem *chart = legend->options->chart;

  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (item, "heading") && g_strcmp0 (roadmap_item_get (item, "for"), "note") == 0)
        return roadmap_item_get_in (item, "title", legend->options->language);
    }
  return roadmap_word (ROADMAP_WORD_NOTES, legend->options->language);
}

static void
add_notes (Legend             *legend,
           const RoadmapScene *table)
{
  g_autoptr (GPtrArray) notes = list_linked (legend, table, "notes");
  double em = roadmap_measure_get_em (legend->options->measure, ROADMAP_SIZE_SMALL);
  double gap = 2 * em;
  double room, width, y = 0, bottom = 0;
  guint n_columns, n_rows;

  if (notes->len == 0)
    return;

  add_heading (legend, get_notes_heading (legend));
  room = legend->options->width - legend->left;
  n_columns = notes->len > 1 && room > 2 * NOTE_COLUMN_EMS * em ? 2 : 1;
  width = (room - gap * (n_columns - 1)) / n_columns;
  n_rows = (notes->len + n_columns - 1) / n_columns;
  for (guint i = 0; i < notes->len; i++)
    {
      double x = legend->left + i / n_rows * (width + gap);

      if (i % n_rows == 0)
        y = legend->y;
      y += add_note (legend, g_ptr_array_index (notes, i), x, y, width);
      bottom = MAX (bottom, y);
    }
  legend->y = bottom;
  legend->left = legend->x = 0;
}

static void
add_sentence (Legend     *legend,
              const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  layout = roadmap_measure_text (legend->options->measure, text, style, legend->options->width);
  roadmap_layout_get_size (layout, NULL, &height);
  add_text (legend, layout, 0, legend->y);
  legend->y += height;
}

static void
add_sentences (Legend *legend)
{
  const RoadmapLegendOptions *options = legend->options;
  const char *credit = options->chart != NULL ? roadmap_item_get_in (options->chart, "credit", options->language) : NULL;
  const char *adopted = roadmap_get_language (options->roadmap);

  if (credit != NULL)
    {
      g_autofree char *sentence = roadmap_word_with (ROADMAP_WORD_TAKEN_FROM, options->language, credit);

      add_sentence (legend, sentence);
    }
  if (adopted != NULL && strncmp (adopted, options->language, 2) != 0)
    add_sentence (legend, roadmap_word (ROADMAP_WORD_TRANSLATED, options->language));
}

RoadmapScene *
roadmap_legend_create (const RoadmapLegendOptions *options,
                       const RoadmapScene         *table)
{
  Legend legend = {
    .options = options,
    .scene = roadmap_scene_new (),
    .metrics = roadmap_bar_metrics (options->measure),
  };

  legend.line_height = 16 * legend.metrics.unit;
  if (options->categories)
    add_categories (&legend);
  begin_section (&legend, ROADMAP_WORD_LEGEND);
  add_forms (&legend, table);
  add_statuses (&legend, table);
  end_section (&legend);
  if (options->notes)
    add_notes (&legend, table);
  add_sentences (&legend);
  roadmap_scene_extend (legend.scene, options->width, legend.y);
  return legend.scene;
}
