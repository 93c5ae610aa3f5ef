/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/followup-row.h"

#include "chart/followup-record.h"
#include "chart/scene-text.h"
#include "chart/status-chip.h"
#include "chart/style.h"
#include "chart/table-text.h"
#include "chart/title-markup.h"
#include "chart/words.h"
#include "model/era.h"

#include <math.h>

/* How far bars stand behind their measure, in ems. */
#define INNER 1.0

static const RoadmapTextFlags prose = ROADMAP_TEXT_RUNNING | ROADMAP_TEXT_EVEN;

typedef struct
{
  const RoadmapFollowupTable *table;
  const RoadmapFollowupRow   *row;
  RoadmapItem                *top;
  RoadmapScene               *scene;
} Writer;

static RoadmapMeasure *
get_measure (const Writer *writer)
{
  return writer->table->options->measure;
}

static const char *
get_language (const Writer *writer)
{
  return writer->table->options->language;
}

static void
add_rule (const Writer *writer,
          RoadmapInk    ink,
          RoadmapRect   rect)
{
  roadmap_scene_add_plain (writer->scene, ROADMAP_FORM_RULE, ink, 0, rect);
}

/* What the row stands under */

/* The name of a roadblock with the letters of its categories, or of a lane with its number. */
static char *
dup_around (const Writer *writer)
{
  RoadmapItem *around = writer->row->around;
  g_autofree char *title = NULL;
  g_autofree char *letters = NULL;

  if (around == NULL)
    return g_strdup (roadmap_word (ROADMAP_WORD_OTHER_MEASURES, get_language (writer)));
  if (!roadmap_item_is (around, "roadblock"))
    return roadmap_item_dup_label (around, get_language (writer));
  title = g_strdup (roadmap_item_get_in (around, "title", get_language (writer)));
  letters = roadmap_table_dup_categories (writer->table->options->roadmap, around, get_language (writer));
  if (letters == NULL)
    return g_steal_pointer (&title);
  return g_str_has_suffix (title, "】") ? g_strconcat (title, letters, NULL) : g_strdup_printf ("%s (%s)", title, letters);
}

/* Returns where the row goes on below. */
static double
add_around (const Writer *writer)
{
  const RoadmapFollowupTable *table = writer->table;
  double width = roadmap_followup_table_get_width (table);
  RoadmapItem *around = writer->row->around;
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD | prose };
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  double height;

  if (around == NULL && !writer->row->others)
    return 0;
  text = dup_around (writer);
  layout = roadmap_measure_text (get_measure (writer), text, style, width - 2 * table->pad_x);
  height = ceil (roadmap_layout_get_height (layout) + 6 * table->unit);
  roadmap_scene_add_plain (writer->scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, roadmap_lane_get_hue (writer->top),
                           (RoadmapRect) { 0, 0, width, height });
  if (around != NULL)
    roadmap_scene_begin_group (writer->scene, around, ROADMAP_FOLLOWUP_NAME, 0);
  roadmap_scene_add_tagged_text (writer->scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_SUBHEADING, around, table->pad_x,
                                 3 * table->unit);
  if (around != NULL)
    roadmap_scene_end_group (writer->scene);
  add_rule (writer, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { 0, height - table->unit, width, 0 });
  return height;
}

/* Names */

/* "令和2年度Q1–Q3（推定）"; NULL without a span. */
static char *
dup_span (const Writer *writer,
          RoadmapItem  *bar)
{
  Roadmap *roadmap = writer->table->options->roadmap;
  gboolean japanese = g_str_has_prefix (get_language (writer), "ja");
  const char *inferred = roadmap_word (ROADMAP_WORD_BRIEF_INFERRED, get_language (writer));
  g_autofree char *words = NULL;
  RoadmapSpan span;

  if (!roadmap_item_is (bar, "bar") || !roadmap_get_span (roadmap, bar, &span))
    return NULL;
  words = roadmap_span_abbreviate (&span, roadmap_get_fiscal_start (roadmap), get_language (writer));
  if (span.basis != ROADMAP_BASIS_INFERRED)
    return g_steal_pointer (&words);
  return g_strdup_printf (japanese ? "%s（%s）" : "%s (%s)", words, inferred);
}

/* The title; behind that of one that stands elsewhere with its records, where that is. */
static char *
dup_title (const Writer               *writer,
           const RoadmapFollowupEntry *entry)
{
  const RoadmapFollowupOptions *options = writer->table->options;
  g_autofree char *title = roadmap_title_dup_markup (options->roadmap, entry->item, options->language, options->measure,
                                                     ROADMAP_SIZE_BAR);
  RoadmapItem *top = roadmap_followup_find_top (entry->item);
  g_autofree char *reference = NULL;
  g_autofree char *escaped = NULL;

  if (!entry->repeated)
    return g_steal_pointer (&title);
  reference = roadmap_followup_dup_reference (writer->table, top != writer->top ? top : NULL);
  escaped = g_markup_escape_text (reference, -1);
  return g_strconcat (title, g_str_has_prefix (options->language, "ja") ? "" : " ", escaped, NULL);
}

static double
add_title (const Writer               *writer,
           const RoadmapFollowupEntry *entry,
           double                      x,
           double                      y,
           double                      width)
{
  const RoadmapFollowupOptions *options = writer->table->options;
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, prose };
  RoadmapItem *status = entry->repeated ? NULL : roadmap_get_status_of_year (options->roadmap, entry->item,
                                                                             &writer->table->year);
  g_autofree char *markup = dup_title (writer, entry);
  g_autofree char *target = g_strconcat ("#", roadmap_item_get_id (entry->item), NULL);
  g_autoptr (PangoLayout) layout = NULL;
  RoadmapRect rect = { .x = x, .y = y };
  double line_height;

  if (roadmap_item_is (entry->item, "measure") && !entry->repeated)
    style.flags |= ROADMAP_TEXT_BOLD;
  style.indent = roadmap_status_chip_get_width (options->measure, status, options->language);
  layout = roadmap_measure_markup (options->measure, markup, style, width);
  line_height = roadmap_layout_get_height (layout) / roadmap_layout_get_n_lines (layout);
  roadmap_status_chip_add (writer->scene, options->measure, status, options->language, entry->item, x, y, line_height);
  rect.height = roadmap_scene_add_tagged_text (writer->scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_CELL, entry->item, x,
                                               y);
  if (entry->repeated)
    {
      roadmap_layout_get_size (layout, &rect.width, NULL);
      roadmap_scene_add_link (writer->scene, rect, target);
    }
  return rect.height;
}

/* A measure whose records stand at its bars, and what only leads elsewhere, has nothing in the other columns. */
static gboolean
spans_columns (const Writer               *writer,
               const RoadmapFollowupEntry *entry)
{
  if (entry->repeated)
    return TRUE;
  return writer->row->entries->len > 1 && roadmap_item_is (entry->item, "measure") &&
         !roadmap_has_followup (writer->table->options->roadmap, entry->item, writer->table->year.year);
}

/* Returns the height. */
static double
add_name (const Writer               *writer,
          const RoadmapFollowupEntry *entry,
          double                      y)
{
  const RoadmapFollowupTable *table = writer->table;
  double indent = entry->inner ? INNER * table->em : 0;
  double x = table->x[ROADMAP_FOLLOWUP_NAME] + table->pad_x + indent;
  double room = spans_columns (writer, entry) ? roadmap_followup_table_get_width (table)
                                              : table->width[ROADMAP_FOLLOWUP_NAME];
  double width = room - 2 * table->pad_x - indent;
  g_autofree char *span = entry->repeated ? NULL : dup_span (writer, entry->item);
  double height = add_title (writer, entry, x, y, width);

  if (span != NULL)
    {
      RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, 0 };
      g_autoptr (PangoLayout) layout = roadmap_measure_text (get_measure (writer), span, style, width);

      height += roadmap_scene_add_tagged_text (writer->scene, layout, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_CELL,
                                               entry->item, x, y + height);
    }
  return height;
}

/* Entries */

static double
add_no_record (const Writer *writer,
               RoadmapWord   word,
               double        x,
               double        y)
{
  const RoadmapFollowupTable *table = writer->table;
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, 0 };
  g_autoptr (PangoLayout) layout = NULL;

  layout = roadmap_measure_text (get_measure (writer), roadmap_word (word, get_language (writer)), style,
                                 table->width[ROADMAP_FOLLOWUP_PROGRESS] - 2 * table->pad_x);
  return roadmap_scene_add_tagged_text (writer->scene, layout, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_CELL, NULL,
                                        x + table->pad_x, y);
}

static double
add_records (const Writer               *writer,
             const RoadmapFollowupEntry *entry,
             guint                       line,
             double                      y)
{
  g_autoptr (GPtrArray) followups = NULL;
  double top = y;

  if (spans_columns (writer, entry))
    return 0;
  /* A record of the measure speaks of its bars, too. */
  if (!roadmap_has_followup (writer->table->options->roadmap, entry->item, writer->table->year.year))
    return add_no_record (writer, ROADMAP_WORD_NO_RECORD, writer->table->x[ROADMAP_FOLLOWUP_PROGRESS], y);
  followups = roadmap_list_followups (writer->table->options->roadmap, entry->item, writer->table->year.year);
  for (guint i = 0; i < followups->len; i++)
    {
      if (i > 0)
        y += 2 * writer->table->gap;
      y += roadmap_followup_add_record (writer->table, writer->top, g_ptr_array_index (followups, i), line, y,
                                        writer->scene);
    }
  return y - top;
}

/* Returns where it ends, without air below. */
static double
add_entry (const Writer               *writer,
           const RoadmapFollowupEntry *entry,
           guint                       line,
           double                      y)
{
  double name, records;

  /* A repeated one is found where it stands with its records. */
  if (!entry->repeated)
    roadmap_scene_begin_group (writer->scene, entry->item, ROADMAP_FOLLOWUP_NAME, line);
  name = add_name (writer, entry, y);
  if (!entry->repeated && writer->table->options->paged)
    roadmap_scene_end_group (writer->scene);
  records = add_records (writer, entry, line, y);
  if (!entry->repeated && !writer->table->options->paged)
    roadmap_scene_end_group (writer->scene);
  return y + MAX (name, records);
}

static void
add_column_rules (const Writer *writer,
                  double        from,
                  double        to)
{
  for (guint i = ROADMAP_FOLLOWUP_PROGRESS; i < ROADMAP_N_FOLLOWUP_COLUMNS; i++)
    add_rule (writer, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { writer->table->x[i], from, 0, to - from });
}

static double
add_entries (const Writer *writer,
             double        y)
{
  const RoadmapFollowupTable *table = writer->table;
  double width = roadmap_followup_table_get_width (table);

  for (guint i = 0; i < writer->row->entries->len; i++)
    {
      const RoadmapFollowupEntry *entry = &g_array_index (writer->row->entries, RoadmapFollowupEntry, i);
      double left = entry->inner ? table->pad_x + INNER * table->em : 0;
      double top = y;

      y = ceil (add_entry (writer, entry, i + 1, y + table->pad_y) + table->pad_y);
      if (i > 0)
        add_rule (writer, ROADMAP_INK_GRID, (RoadmapRect) { left, top, width - left, 0 });
      if (!spans_columns (writer, entry))
        add_column_rules (writer, top, y);
    }
  return y;
}

void
roadmap_followup_table_add_row (const RoadmapFollowupTable *self,
                                RoadmapItem                *top,
                                const RoadmapFollowupRow   *row,
                                RoadmapScene               *scene)
{
  Writer writer = { self, row, top, scene };
  double width = roadmap_followup_table_get_width (self);
  double begin = add_around (&writer);
  double end;

  if (row->entries->len > 0)
    end = add_entries (&writer, begin);
  else
    end = ceil (begin + add_no_record (&writer, ROADMAP_WORD_NO_MEASURE, 0, begin + self->pad_y) + 2 * self->pad_y);
  add_rule (&writer, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { 0, end, width, 0 });
  roadmap_scene_extend (scene, width, end + self->unit);
}

void
roadmap_followup_table_add_continued (const RoadmapFollowupTable *self,
                                      RoadmapItem                *item,
                                      double                      height,
                                      RoadmapScene               *scene)
{
  const RoadmapFollowupOptions *options = self->options;
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, prose };
  g_autofree char *title = roadmap_item_dup_title (item, options->language);
  g_autofree char *text = g_strconcat (title, roadmap_word (ROADMAP_WORD_CONTINUED, options->language), NULL);
  g_autoptr (PangoLayout) layout = NULL;
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ROADMAP_INK_DIM_TEXT,
    .tag = ROADMAP_TAG_ARTIFACT,
    .item = item,
    .rect = { .x = self->x[ROADMAP_FOLLOWUP_NAME] + self->pad_x, .y = 2 * self->unit },
  };

  layout = roadmap_measure_text (options->measure, text, style, self->width[ROADMAP_FOLLOWUP_NAME] - 2 * self->pad_x);
  shape.layout = layout;
  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  if (roadmap_rect_get_bottom (&shape.rect) <= height)
    roadmap_scene_add (scene, &shape);
}
