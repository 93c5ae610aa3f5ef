/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/followup-record.h"

#include "chart/bullets.h"
#include "chart/linked-text.h"
#include "chart/status-chip.h"
#include "chart/words.h"
#include "model/era.h"

#include <string.h>

/* Links look as people know them. */
#define LINK_HUE 0x1c71d8

static const RoadmapTextStyle small_style = { ROADMAP_SIZE_SMALL, 0 };

/* Words are added below each other in the column of progress. */
typedef struct
{
  const RoadmapFollowupTable *table;
  RoadmapItem                *followup;
  RoadmapItem                *source; /* whose words these are */
  RoadmapScene               *scene;
  RoadmapBulletStyle          style;
  double                      x;
  double                      width;
  double                      y;
} Writer;

static gboolean
is_japanese (const RoadmapFollowupTable *table)
{
  return g_str_has_prefix (table->options->language, "ja");
}

static RoadmapBulletStyle
create_style (const RoadmapFollowupTable *table,
              RoadmapItem                *item)
{
  return (RoadmapBulletStyle) {
    .measure = table->options->measure,
    .style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_RUNNING | ROADMAP_TEXT_EVEN },
    .ink = ROADMAP_INK_TEXT,
    .tag = ROADMAP_TAG_CELL,
    .item = item,
  };
}

/* Returns the rectangle. */
static RoadmapRect
add_layout (RoadmapScene *scene,
            PangoLayout  *layout,
            RoadmapInk    ink,
            RoadmapItem  *item,
            double        x,
            double        y)
{
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ink,
    .hue = ink == ROADMAP_INK_HUE_TEXT ? LINK_HUE : 0,
    .tag = ROADMAP_TAG_CELL,
    .item = item,
    .layout = layout,
    .rect = { .x = x, .y = y },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
  return shape.rect;
}

char *
roadmap_followup_dup_reference (const RoadmapFollowupTable *table,
                                RoadmapItem                *where)
{
  const char *language = table->options->language;
  g_autofree char *label = NULL;

  if (where == NULL)
    return g_strdup (roadmap_word (ROADMAP_WORD_REPEATED, language));
  label = roadmap_item_dup_label (where, language);
  return roadmap_word_with (ROADMAP_WORD_REPEATED_FROM, language, label);
}

/* When, where and by whom */

static char *
dup_date (RoadmapItem *followup,
          const char  *language)
{
  const char *value = roadmap_item_get (followup, "date");
  GDate date;

  if (value == NULL || !roadmap_date_parse (value, &date))
    return NULL;
  return roadmap_date_describe (&date, language);
}

static void
append (GString    *line,
        const char *part,
        gboolean    japanese)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, japanese ? "　" : " · ");
  g_string_append (line, part);
}

/* The status that was recorded stands here if the item has come further since. */
static RoadmapItem *
find_other_status (const Writer *writer)
{
  Roadmap *roadmap = writer->table->options->roadmap;
  RoadmapItem *status = roadmap_get_linked (roadmap, writer->followup, "status");
  RoadmapItem *shown = roadmap_get_status_of_year (roadmap, roadmap_item_get_parent (writer->followup),
                                                   &writer->table->year);

  return status != shown ? status : NULL;
}

static void
add_circumstances (Writer *writer)
{
  const RoadmapFollowupOptions *options = writer->table->options;
  RoadmapItem *status = find_other_status (writer);
  g_autofree char *date = dup_date (writer->followup, options->language);
  g_autoptr (GString) line = g_string_new (date);
  RoadmapTextStyle style = small_style;
  g_autoptr (PangoLayout) layout = NULL;
  double line_height;

  append (line, roadmap_item_get_in (writer->followup, "meeting", options->language), is_japanese (writer->table));
  append (line, roadmap_item_get (writer->followup, "author"), is_japanese (writer->table));
  if (line->len == 0)
    return;
  style.indent = roadmap_status_chip_get_width (options->measure, status, options->language);
  layout = roadmap_measure_text (options->measure, line->str, style, writer->width);
  roadmap_layout_get_size (layout, NULL, &line_height);
  line_height /= roadmap_layout_get_n_lines (layout);
  roadmap_status_chip_add (writer->scene, options->measure, status, options->language, writer->followup, writer->x,
                           writer->y, line_height);
  writer->y += add_layout (writer->scene, layout, ROADMAP_INK_DIM_TEXT, writer->followup, writer->x, writer->y).height;
  /* A chip is higher than its line. */
  writer->y += status != NULL ? writer->table->gap : writer->table->unit;
}

/* Words */

static void
add_text (Writer     *writer,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  writer->y += roadmap_bullets_add_text (&writer->style, text, writer->x, writer->y, writer->width, writer->table->gap,
                                         writer->scene);
}

static void
add_paragraph (Writer      *writer,
               RoadmapItem *item,
               const char  *marker,
               double       indent)
{
  const RoadmapFollowupOptions *options = writer->table->options;
  g_autoptr (RoadmapLinkedText) text = NULL;
  RoadmapShape words;

  text = roadmap_linked_text_new (options->roadmap, roadmap_item_get_in (item, "text", options->language),
                                  options->measure, writer->style.style.size);
  writer->y += roadmap_bullets_add_point (&writer->style, marker, text->markup, writer->x + indent, writer->y,
                                          writer->width - indent, writer->scene, &words);
  roadmap_linked_text_add (text, writer->scene, &words);
}

/* Paragraphs stand in each other as their points do. */
static void
add_paragraphs (Writer      *writer,
                RoadmapItem *container,
                double       indent,
                double       top)
{
  if (indent > writer->width / 2)
    indent = 0;
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);
      const char *marker;

      if (!roadmap_item_is (item, "paragraph"))
        continue;
      marker = roadmap_item_get (item, "marker");
      marker = marker != NULL ? marker : "";
      if (writer->y > top)
        writer->y += writer->table->gap;
      add_paragraph (writer, item, marker, indent);
      add_paragraphs (writer, item, indent + roadmap_bullets_get_indent (&writer->style, marker), top);
    }
}

/* Japanese in an address is written in numbers, which nobody reads; what would no longer be the address stays. */
static char *
dup_readable (const char *address)
{
  g_autofree char *readable = g_uri_unescape_string (address, " \t\n\r/?#%&+");

  if (readable == NULL || !g_utf8_validate (readable, -1, NULL))
    return g_strdup (address);
  return g_steal_pointer (&readable);
}

static void
add_evidence (Writer *writer)
{
  const RoadmapFollowupOptions *options = writer->table->options;
  const char *address = roadmap_item_get (writer->source, "evidence");
  g_autofree char *readable = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  RoadmapRect rect;

  if (address == NULL)
    return;
  writer->y += writer->table->gap;
  readable = dup_readable (address);
  text = g_strconcat (roadmap_word (ROADMAP_WORD_EVIDENCE, options->language), readable, NULL);
  layout = roadmap_measure_text (options->measure, text, small_style, writer->width);
  rect = add_layout (writer->scene, layout, ROADMAP_INK_HUE_TEXT, writer->followup, writer->x, writer->y);
  roadmap_scene_add_link (writer->scene, rect, address);
  writer->y += rect.height;
}

/* Whether the record that this one repeats is printed itself, so that its words need not be. */
static gboolean
is_printed (const Writer *writer,
            RoadmapItem  *record)
{
  const RoadmapFollowupOptions *options = writer->table->options;

  return roadmap_followup_get_year (options->roadmap, record) == writer->table->year.year &&
         (options->show == NULL || options->show (roadmap_item_get_parent (record), options->show_data));
}

/* Returns where the plans end. */
static double
add_plan (Writer *writer,
          double  y)
{
  const RoadmapFollowupTable *table = writer->table;
  const char *plan = roadmap_item_get_in (writer->source, "plan", table->options->language);

  if (plan == NULL || *plan == '\0')
    return y;
  return y + roadmap_bullets_add_text (&writer->style, plan, table->x[ROADMAP_FOLLOWUP_PLAN] + table->pad_x, y,
                                       table->width[ROADMAP_FOLLOWUP_PLAN] - 2 * table->pad_x, table->gap, writer->scene);
}

static void
add_repeated (Writer      *writer,
              RoadmapItem *repeated,
              RoadmapItem *top)
{
  RoadmapItem *owner = roadmap_item_get_parent (repeated);
  RoadmapItem *where = roadmap_followup_find_top (owner);
  RoadmapItem *target = is_printed (writer, repeated) ? repeated : owner;
  g_autofree char *title = roadmap_item_dup_title (owner, writer->table->options->language);
  g_autofree char *reference = roadmap_followup_dup_reference (writer->table, where != top ? where : NULL);
  g_autofree char *text = g_strconcat (title, is_japanese (writer->table) ? "" : " ", reference, NULL);
  g_autofree char *link = g_strconcat ("#", roadmap_item_get_id (target), NULL);
  g_autoptr (PangoLayout) layout = NULL;
  RoadmapRect rect;

  layout = roadmap_measure_text (writer->table->options->measure, text, writer->style.style, writer->width);
  rect = add_layout (writer->scene, layout, ROADMAP_INK_TEXT, writer->followup, writer->x, writer->y);
  roadmap_scene_add_link (writer->scene, rect, link);
  writer->y += rect.height;
}

double
roadmap_followup_add_record (const RoadmapFollowupTable *table,
                             RoadmapItem                *top,
                             RoadmapItem                *followup,
                             guint                       line,
                             double                      y,
                             RoadmapScene               *scene)
{
  const RoadmapFollowupOptions *options = table->options;
  RoadmapItem *repeated = roadmap_get_linked (options->roadmap, followup, "repeats");
  Writer writer = {
    .table = table,
    .followup = followup,
    .source = roadmap_followup_get_source (options->roadmap, followup),
    .scene = scene,
    .style = create_style (table, followup),
    .x = table->x[ROADMAP_FOLLOWUP_PROGRESS] + table->pad_x,
    .width = table->width[ROADMAP_FOLLOWUP_PROGRESS] - 2 * table->pad_x,
    .y = y,
  };
  double begin, end;

  if (options->paged)
    roadmap_scene_begin_group (scene, followup, ROADMAP_FOLLOWUP_PROGRESS, line);
  add_circumstances (&writer);
  if (repeated != NULL)
    add_repeated (&writer, repeated, top);
  begin = end = writer.y;
  if (writer.source == followup || !is_printed (&writer, writer.source))
    {
      add_text (&writer, roadmap_item_get_in (writer.source, "progress", options->language));
      add_paragraphs (&writer, writer.source, 0, begin);
      add_evidence (&writer);
      end = add_plan (&writer, begin);
    }
  if (options->paged)
    roadmap_scene_end_group (scene);
  return MAX (writer.y, end) - y;
}
