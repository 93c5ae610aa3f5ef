/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-frame.h"

#include "chart/bar-place.h"
#include "chart/filter-words.h"
#include "chart/words.h"
#include "model/mark.h"

static const RoadmapTextStyle title_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_EVEN };
static const RoadmapTextStyle source_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_EVEN };
static const RoadmapTextStyle end_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_END };

double
roadmap_page_frame_get_width (const RoadmapPageFrame *self)
{
  return self->options->paper.width - 2 * self->options->paper.margin;
}

static double
get_unit_length (const RoadmapPageFrame *self)
{
  return roadmap_bar_metrics (self->measure).unit;
}

static void
add_text (RoadmapScene *scene,
          PangoLayout  *layout,
          RoadmapInk    ink,
          double        x,
          double        y)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_TEXT, .ink = ink, .layout = layout, .rect = { .x = x, .y = y } };
  int width = pango_layout_get_width (layout);

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  if (width >= 0)
    shape.rect.width = MAX (shape.rect.width, width / (double) PANGO_SCALE);
  roadmap_scene_add (scene, &shape);
}

/* The edition a chart belongs to, or failing that the day the roadmap was adopted.  What is printed as it was says so. */
static char *
describe_edition (const RoadmapPageFrame *self,
                  RoadmapItem            *chart)
{
  const char *language = self->options->language;
  g_autofree char *edition = roadmap_edition_describe (self->options->roadmap, chart, language);

  if (edition == NULL || !roadmap_is_past (self->options->roadmap))
    return g_steal_pointer (&edition);
  return roadmap_word_with (ROADMAP_WORD_PAST_EDITION, language, edition);
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* What stands opposite the title: part of the source, edition, today. */
static char *
create_stamp (const RoadmapPageFrame *self,
              RoadmapItem            *chart)
{
  const char *part_id = roadmap_item_get_inherited (chart, "source");
  RoadmapItem *part = part_id != NULL ? roadmap_lookup (self->options->roadmap, part_id) : NULL;
  const char *part_title = part != NULL ? roadmap_item_get_in (part, "title", self->options->language) : NULL;
  g_autofree char *edition = describe_edition (self, chart);
  const char *space = part_title != NULL && edition != NULL ? "　" : "";
  g_autofree char *both = g_strconcat (part_title != NULL ? part_title : "", space,
                                       edition != NULL ? edition : "", NULL);
  GString *lines = g_string_new (NULL);

  append_line (lines, both);
  if (self->options->today != NULL)
    {
      g_autofree char *day = roadmap_date_describe (self->options->today, self->options->language);
      g_autofree char *as_of = roadmap_word_with (ROADMAP_WORD_AS_OF, self->options->language, day);

      append_line (lines, as_of);
    }
  return g_string_free (lines, FALSE);
}

/* (transfer full) (nullable): below the title, for a page from which something was left out must not pass for the whole. */
static PangoLayout *
create_filter (const RoadmapPageFrame *self,
               double                  width)
{
  const RoadmapPagesOptions *options = self->options;
  g_autofree char *words = roadmap_filter_dup_words (options->filter, options->roadmap, options->language);

  return words != NULL ? roadmap_measure_text (self->measure, words, source_style, width) : NULL;
}

double
roadmap_page_frame_add_top (const RoadmapPageFrame *self,
                            RoadmapItem            *chart,
                            RoadmapScene           *scene)
{
  double margin = self->options->paper.margin;
  double width = roadmap_page_frame_get_width (self);
  const char *title = roadmap_item_get_in (chart, "title", self->options->language);
  g_autofree char *stamp = create_stamp (self, chart);
  g_autoptr (PangoLayout) title_layout = NULL;
  g_autoptr (PangoLayout) filter_layout = create_filter (self, width * 0.76);
  g_autoptr (PangoLayout) stamp_layout = NULL;
  double title_height, stamp_height, filter_height = 0;
  double bottom;

  title_layout = roadmap_measure_text (self->measure, title != NULL ? title : "", title_style, width * 0.76);
  stamp_layout = roadmap_measure_text (self->measure, stamp, end_style, width * 0.22);
  roadmap_layout_get_size (title_layout, NULL, &title_height);
  roadmap_layout_get_size (stamp_layout, NULL, &stamp_height);
  if (filter_layout != NULL)
    roadmap_layout_get_size (filter_layout, NULL, &filter_height);
  bottom = margin + MAX (title_height + filter_height, stamp_height);
  add_text (scene, title_layout, ROADMAP_INK_TEXT, margin, bottom - filter_height - title_height);
  if (filter_layout != NULL)
    add_text (scene, filter_layout, ROADMAP_INK_DIM_TEXT, margin, bottom - filter_height);
  add_text (scene, stamp_layout, ROADMAP_INK_DIM_TEXT, margin + width * 0.78, bottom - stamp_height);
  return bottom + 8 * get_unit_length (self);
}

static PangoLayout *
create_source (const RoadmapPageFrame *self)
{
  RoadmapItem *root = roadmap_get_root (self->options->roadmap);
  const char *organisation = roadmap_item_get_in (root, "organisation", self->options->language);
  const char *attribution = roadmap_item_get_in (root, "attribution", self->options->language);
  GString *lines = g_string_new (NULL);
  g_autofree char *text = NULL;

  append_line (lines, organisation);
  append_line (lines, attribution);
  text = g_string_free (lines, FALSE);
  return roadmap_measure_text (self->measure, text, source_style, roadmap_page_frame_get_width (self) * 0.9);
}

double
roadmap_page_frame_get_foot (const RoadmapPageFrame *self)
{
  g_autoptr (PangoLayout) source = create_source (self);
  double unit = get_unit_length (self);
  double height;

  roadmap_layout_get_size (source, NULL, &height);
  return self->options->paper.height - self->options->paper.margin - MAX (height, 15 * unit) - 5 * unit;
}

static void
add_rule (RoadmapScene *scene,
          RoadmapRect   rect)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_RULE, .ink = ROADMAP_INK_STRONG_GRID, .rect = rect };

  roadmap_scene_add (scene, &shape);
}

void
roadmap_page_frame_add_foot (const RoadmapPageFrame *self,
                             RoadmapScene           *scene,
                             const char             *page_label)
{
  double margin = self->options->paper.margin;
  double width = roadmap_page_frame_get_width (self);
  double y = roadmap_page_frame_get_foot (self);
  g_autoptr (PangoLayout) source = create_source (self);
  g_autoptr (PangoLayout) number = roadmap_measure_text (self->measure, page_label, end_style, width * 0.09);

  add_rule (scene, (RoadmapRect) { margin, y, width, 0 });
  y += 5 * get_unit_length (self);
  add_text (scene, source, ROADMAP_INK_DIM_TEXT, margin, y);
  add_text (scene, number, ROADMAP_INK_DIM_TEXT, margin + width * 0.91, y);
}

void
roadmap_page_frame_add_table (const RoadmapPageFrame *self,
                              RoadmapScene           *scene,
                              double                  top,
                              double                  bottom)
{
  double left = self->options->paper.margin;
  double width = roadmap_page_frame_get_width (self);

  add_rule (scene, (RoadmapRect) { left, top, width, 0 });
  add_rule (scene, (RoadmapRect) { left, top, 0, bottom - top });
  add_rule (scene, (RoadmapRect) { left + width, top, 0, bottom - top });
}

