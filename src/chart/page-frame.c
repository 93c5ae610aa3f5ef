/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-frame.h"

#include "chart/bar-place.h"
#include "chart/edition-words.h"
#include "chart/filter-words.h"
#include "chart/fingerprint.h"
#include "chart/words.h"

#include <math.h>

static const RoadmapTextStyle title_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle source_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_EVEN };
static const RoadmapTextStyle end_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_END };

/* Of the width between the margins. */
#define MAX_STAMP_SHARE 0.3
#define NUMBER_SHARE 0.09

/* The step BODY at most, on A4 landscape; it grows with the square root of the width. */
#define BODY_POINTS 9.0
#define BODY_PAPER_WIDTH (297 * ROADMAP_PAPER_MM)

/* Where the foot of paper without an end would be. */
#define ENDLESS 1e9

double
roadmap_page_frame_get_points (const RoadmapPageFrame *self)
{
  return BODY_POINTS * sqrt (self->options->paper.width / BODY_PAPER_WIDTH);
}

gboolean
roadmap_page_frame_is_endless (const RoadmapPageFrame *self)
{
  return self->options->paper.height == 0;
}

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

double
roadmap_page_frame_get_gap (const RoadmapPageFrame *self)
{
  return 8 * get_unit_length (self);
}

static void
add_text (RoadmapScene *scene,
          PangoLayout  *layout,
          RoadmapTag    tag,
          RoadmapInk    ink,
          double        x,
          double        y)
{
  RoadmapShape shape = { ROADMAP_FORM_TEXT, ink, .tag = tag, .layout = layout, .rect = { .x = x, .y = y } };
  int width = pango_layout_get_width (layout);

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  if (width >= 0)
    shape.rect.width = MAX (shape.rect.width, width / (double) PANGO_SCALE);
  roadmap_scene_add (scene, &shape);
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

/* What the longest line of @stamp needs, so that the title has all the rest. */
static double
get_stamp_width (const RoadmapPageFrame *self,
                 const char             *stamp)
{
  g_autoptr (PangoLayout) layout = roadmap_measure_text (self->measure, stamp, source_style, ROADMAP_UNWRAPPED);
  double width;

  roadmap_layout_get_size (layout, &width, NULL);
  return ceil (width);
}

/* What stands opposite the title: part of the source and edition, on a line if it is no longer than @most, and today. */
static char *
create_stamp (const RoadmapPageFrame *self,
              RoadmapItem            *item,
              double                  most)
{
  const char *part_id = roadmap_item_get_inherited (item, "source");
  RoadmapItem *part = part_id != NULL ? roadmap_lookup (self->options->roadmap, part_id) : NULL;
  const char *part_title = part != NULL ? roadmap_item_get_in (part, "title", self->options->language) : NULL;
  g_autofree char *edition = roadmap_edition_dup_words (self->options->roadmap, item, self->options->language);
  const char *space = part_title != NULL && edition != NULL ? "　" : "";
  g_autofree char *both = g_strconcat (part_title != NULL ? part_title : "", space,
                                       edition != NULL ? edition : "", NULL);
  GString *lines = g_string_new (NULL);

  if (get_stamp_width (self, both) <= most)
    append_line (lines, both);
  else
    {
      append_line (lines, part_title);
      append_line (lines, edition);
    }
  if (self->options->today != NULL)
    {
      g_autofree char *day = roadmap_date_describe (self->options->today, self->options->language);
      g_autofree char *as_of = roadmap_word_with (ROADMAP_WORD_AS_OF, self->options->language, day);

      append_line (lines, as_of);
    }
  return g_string_free (lines, FALSE);
}

/* (transfer full) (nullable): below the title, for a page from which something was left out must not pass for the
 * whole. */
static PangoLayout *
create_filter (const RoadmapPageFrame *self,
               double                  width)
{
  const RoadmapPagesOptions *options = self->options;
  g_autofree char *words = roadmap_filter_dup_words (options->filter, options->roadmap, options->language);

  return words != NULL ? roadmap_measure_text (self->measure, words, source_style, width) : NULL;
}

/* (transfer full) (nullable) */
static PangoLayout *
create_title (const RoadmapPageFrame *self,
              const char             *title,
              double                  width)
{
  return title != NULL ? roadmap_measure_text (self->measure, title, title_style, width) : NULL;
}

static double
get_height (PangoLayout *layout)
{
  double height = 0;

  if (layout != NULL)
    roadmap_layout_get_size (layout, NULL, &height);
  return height;
}

double
roadmap_page_frame_add_top (const RoadmapPageFrame *self,
                            const RoadmapChapter   *chapter,
                            gboolean                first,
                            RoadmapScene           *scene)
{
  double margin = self->options->paper.margin;
  double width = roadmap_page_frame_get_width (self);
  RoadmapItem *item = chapter->item != NULL ? chapter->item : roadmap_get_root (self->options->roadmap);
  double most = width * MAX_STAMP_SHARE;
  g_autofree char *stamp = create_stamp (self, item, most);
  double stamp_width = MIN (get_stamp_width (self, stamp), most);
  double title_width = width - stamp_width - 2 * roadmap_page_frame_get_gap (self);
  g_autoptr (PangoLayout) title = create_title (self, chapter->title, title_width);
  g_autoptr (PangoLayout) filter = create_filter (self, title_width);
  g_autoptr (PangoLayout) stamp_layout = roadmap_measure_text (self->measure, stamp, end_style, stamp_width);
  double bottom;

  if (title == NULL && chapter->item == NULL)
    return margin;
  bottom = margin + MAX (get_height (title) + get_height (filter), get_height (stamp_layout));
  if (title != NULL)
    add_text (scene, title, first ? ROADMAP_TAG_TITLE : ROADMAP_TAG_ARTIFACT, ROADMAP_INK_TEXT, margin,
              bottom - get_height (filter) - get_height (title));
  if (filter != NULL)
    add_text (scene, filter, ROADMAP_TAG_PARAGRAPH, ROADMAP_INK_DIM_TEXT, margin, bottom - get_height (filter));
  add_text (scene, stamp_layout, ROADMAP_TAG_ARTIFACT, ROADMAP_INK_DIM_TEXT, margin + width - stamp_width,
            bottom - get_height (stamp_layout));
  return bottom + roadmap_page_frame_get_gap (self);
}

double
roadmap_page_frame_get_top (const RoadmapPageFrame *self)
{
  g_autoptr (PangoLayout) title = create_title (self, "A", ROADMAP_UNWRAPPED);

  return self->options->paper.margin + get_height (title) + roadmap_page_frame_get_gap (self);
}

double
roadmap_chapter_context_get_height (const RoadmapChapterContext *self,
                                    RoadmapItem                 *item,
                                    const char                  *title)
{
  const RoadmapChapter chapter = { .item = item, .title = (char *) title };
  g_autoptr (RoadmapScene) scratch = roadmap_scene_new ();

  if (roadmap_page_frame_is_endless (self->frame))
    return 0;
  return roadmap_page_frame_get_foot (self->frame) - roadmap_page_frame_get_gap (self->frame) / 2 -
         roadmap_page_frame_add_top (self->frame, &chapter, TRUE, scratch);
}

/* (transfer full) (nullable): name and short fingerprint, which tells versions of a file apart; a cover has it whole. */
static char *
describe_file (const RoadmapPagesOptions *options)
{
  g_autofree char *fingerprint = NULL;

  if (options->file_name == NULL || options->fingerprint == NULL)
    return g_strdup (options->file_name);
  fingerprint = roadmap_fingerprint_abbreviate (options->fingerprint);
  return g_strdup_printf ("%s　SHA-256 %s", options->file_name, fingerprint);
}

/* Who the roadmap is by and in which file it is: beside the page number. */
static PangoLayout *
create_origin (const RoadmapPageFrame *self)
{
  RoadmapItem *root = roadmap_get_root (self->options->roadmap);
  const char *organisation = roadmap_item_get_in (root, "organisation", self->options->language);
  g_autofree char *file = describe_file (self->options);
  const char *space = organisation != NULL && file != NULL ? "　" : "";
  g_autofree char *text = g_strconcat (organisation != NULL ? organisation : "", space, file != NULL ? file : "", NULL);

  return roadmap_measure_text (self->measure, text, source_style,
                               roadmap_page_frame_get_width (self) * (1 - NUMBER_SHARE));
}

/* (transfer full) (nullable): below both, over the whole width. */
static PangoLayout *
create_attribution (const RoadmapPageFrame *self)
{
  const char *text = roadmap_item_get_in (roadmap_get_root (self->options->roadmap), "attribution",
                                          self->options->language);

  if (text == NULL || *text == '\0')
    return NULL;
  return roadmap_measure_text (self->measure, text, source_style, roadmap_page_frame_get_width (self));
}

double
roadmap_page_frame_get_foot (const RoadmapPageFrame *self)
{
  g_autoptr (PangoLayout) origin = create_origin (self);
  g_autoptr (PangoLayout) attribution = create_attribution (self);
  double unit = get_unit_length (self);

  if (roadmap_page_frame_is_endless (self))
    return ENDLESS;
  return self->options->paper.height - self->options->paper.margin -
         MAX (get_height (origin), 15 * unit) - get_height (attribution) - 5 * unit;
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
  double y = roadmap_page_frame_is_endless (self) ? roadmap_scene_get_height (scene) + roadmap_page_frame_get_gap (self)
                                                  : roadmap_page_frame_get_foot (self);
  g_autoptr (PangoLayout) origin = create_origin (self);
  g_autoptr (PangoLayout) attribution = create_attribution (self);
  g_autoptr (PangoLayout) number = roadmap_measure_text (self->measure, page_label, end_style, width * NUMBER_SHARE);

  add_rule (scene, (RoadmapRect) { margin, y, width, 0 });
  y += 5 * get_unit_length (self);
  add_text (scene, origin, ROADMAP_TAG_ARTIFACT, ROADMAP_INK_DIM_TEXT, margin, y);
  add_text (scene, number, ROADMAP_TAG_ARTIFACT, ROADMAP_INK_DIM_TEXT, margin + width * (1 - NUMBER_SHARE), y);
  if (attribution != NULL)
    add_text (scene, attribution, ROADMAP_TAG_ARTIFACT, ROADMAP_INK_DIM_TEXT, margin,
              y + MAX (get_height (origin), 15 * get_unit_length (self)));
}

void
roadmap_page_frame_add_rules (const RoadmapPageFrame *self,
                              RoadmapScene           *scene,
                              const RoadmapRect      *rect)
{
  add_rule (scene, (RoadmapRect) { rect->x, rect->y, rect->width, 0 });
  add_rule (scene, (RoadmapRect) { rect->x, roadmap_rect_get_bottom (rect), rect->width, 0 });
  add_rule (scene, (RoadmapRect) { rect->x, rect->y, 0, rect->height });
  add_rule (scene, (RoadmapRect) { roadmap_rect_get_right (rect), rect->y, 0, rect->height });
}
