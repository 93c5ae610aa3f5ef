/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* Columns and heads; the other half of followup-row.h. */
#include "chart/followup-row.h"

#include "chart/style.h"
#include "chart/table-columns.h"
#include "chart/words.h"
#include "model/era.h"

#include <math.h>

static const RoadmapTextStyle number_style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle figure_style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle head_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };

/* Shares of the width, and what each column has at least, in ems. */
static const struct
{
  double share;
  double min_ems;
} columns[ROADMAP_N_FOLLOWUP_COLUMNS] = {
  [ROADMAP_FOLLOWUP_NAME] = { 0.28, 9 },
  [ROADMAP_FOLLOWUP_PROGRESS] = { 0.43, 12 },
  [ROADMAP_FOLLOWUP_PLAN] = { 0.29, 9 },
};

/* How wide the edge before the name of a stage is. */
#define EDGE 4

void
roadmap_followup_table_init (RoadmapFollowupTable         *self,
                             const RoadmapFollowupOptions *options)
{
  double unit = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY) / 13;
  double em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BAR);
  double width = options->width, x = 0;

  *self = (RoadmapFollowupTable) {
    .options = options,
    .year = roadmap_choose_followup_year (options->roadmap, options->year, options->today),
    .unit = unit,
    .em = em,
    .pad_x = 8 * unit,
    .pad_y = 6 * unit,
    .gap = 3 * unit,
  };
  for (guint i = 0; i < ROADMAP_N_FOLLOWUP_COLUMNS; i++)
    width = MAX (width, ceil (columns[i].min_ems * em / columns[i].share));
  for (guint i = 0; i < ROADMAP_N_FOLLOWUP_COLUMNS; i++)
    {
      self->x[i] = x;
      self->width[i] = i + 1 < ROADMAP_N_FOLLOWUP_COLUMNS ? floor (width * columns[i].share) : width - x;
      x += self->width[i];
    }
}

double
roadmap_followup_table_get_width (const RoadmapFollowupTable *self)
{
  return self->x[ROADMAP_FOLLOWUP_PLAN] + self->width[ROADMAP_FOLLOWUP_PLAN];
}

static char *
describe_year (const RoadmapFollowupTable *self,
               RoadmapItem                *top)
{
  return roadmap_year_describe (roadmap_get_calendar (self->options->roadmap, top), self->year.year, ROADMAP_YEAR_ERA,
                                self->options->language);
}

char *
roadmap_followup_dup_title (const RoadmapFollowupOptions *options,
                            RoadmapItem                  *top)
{
  RoadmapFollowupTable table = {
    .options = options,
    .year = roadmap_choose_followup_year (options->roadmap, options->year, options->today),
  };
  g_autofree char *year = describe_year (&table, top);

  return roadmap_word_with (ROADMAP_WORD_YEAR_FOLLOWUP, options->language, year);
}

static char *
dup_head (const RoadmapFollowupTable *self,
          RoadmapItem                *top,
          RoadmapFollowupColumn       column)
{
  const char *language = self->options->language;
  g_autofree char *year = NULL;

  switch (column)
    {
    case ROADMAP_FOLLOWUP_NAME:
      return roadmap_table_dup_heading_for (top, "measure", language);
    case ROADMAP_FOLLOWUP_PROGRESS:
      year = describe_year (self, top);
      return roadmap_word_with (ROADMAP_WORD_YEAR_PROGRESS, language, year);
    default:
      return g_strdup (roadmap_word (ROADMAP_WORD_PLANS, language));
    }
}

/* The band with the name */

static gboolean
can_be_shown (const RoadmapFollowupTable *self,
              RoadmapItem                *item)
{
  return self->options->show == NULL || self->options->show (item, self->options->show_data);
}

/* "記載 2/5": how many of the bars have a record about the year. */
static char *
describe_recorded (const RoadmapFollowupTable *self,
                   RoadmapItem                *top)
{
  g_autoptr (GPtrArray) bars = roadmap_list (self->options->roadmap, top, "bar");
  guint n_bars = 0, n_recorded = 0;

  for (guint i = 0; i < bars->len; i++)
    if (can_be_shown (self, g_ptr_array_index (bars, i)))
      {
        n_bars++;
        n_recorded += roadmap_has_followup (self->options->roadmap, g_ptr_array_index (bars, i), self->year.year);
      }
  return g_strdup_printf ("%s%u/%u", roadmap_word (ROADMAP_WORD_RECORDED, self->options->language), n_recorded, n_bars);
}

static void
add_text (RoadmapScene *scene,
          PangoLayout  *layout,
          RoadmapInk    ink,
          guint32       hue,
          double        x,
          double        y,
          RoadmapTag    tag,
          RoadmapItem  *item)
{
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .item = item,
    .ink = ink,
    .hue = hue,
    .layout = layout,
    .tag = tag,
    .rect = { .x = x, .y = y },
  };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
}

/* Returns the height. */
static double
add_band (const RoadmapFollowupTable *self,
          RoadmapItem                *top,
          RoadmapScene               *scene)
{
  const RoadmapFollowupOptions *options = self->options;
  const char *number = roadmap_item_get (top, "number");
  g_autofree char *title = roadmap_item_dup_title (top, options->language);
  g_autofree char *recorded = describe_recorded (self, top);
  g_autoptr (PangoLayout) figures = roadmap_measure_text (options->measure, recorded, figure_style, ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) number_layout = NULL;
  g_autoptr (PangoLayout) name = NULL;
  double width = roadmap_followup_table_get_width (self);
  double x = EDGE * self->unit + self->pad_x;
  guint32 hue = roadmap_lane_get_hue (top);
  double right = width - self->pad_x - roadmap_layout_get_width (figures);
  double number_width, height;

  number_layout = roadmap_measure_text (options->measure, number != NULL ? number : "", number_style, ROADMAP_UNWRAPPED);
  number_width = number != NULL ? roadmap_layout_get_width (number_layout) + 6 * self->unit : 0;
  name = roadmap_measure_text (options->measure, title, name_style, MAX (right - self->pad_x - x - number_width, self->em));
  height = ceil (MAX (roadmap_layout_get_height (number_layout), roadmap_layout_get_height (name)) + 8 * self->unit);

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, hue, (RoadmapRect) { 0, 0, width, height });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HUE, hue,
                           (RoadmapRect) { 0, 0, EDGE * self->unit, height });
  if (number != NULL)
    add_text (scene, number_layout, ROADMAP_INK_HUE_TEXT, hue, x,
              (height - roadmap_layout_get_height (number_layout)) / 2, ROADMAP_TAG_HEADING, top);
  add_text (scene, name, ROADMAP_INK_TEXT, 0, x + number_width, (height - roadmap_layout_get_height (name)) / 2,
            ROADMAP_TAG_HEADING, top);
  add_text (scene, figures, ROADMAP_INK_DIM_TEXT, 0, right, (height - roadmap_layout_get_height (figures)) / 2,
            ROADMAP_TAG_NONE, NULL);
  return height;
}

double
roadmap_followup_table_add_heads (const RoadmapFollowupTable *self,
                                  RoadmapItem                *top,
                                  double                      height,
                                  RoadmapScene               *scene)
{
  double band = add_band (self, top, scene);
  double width = roadmap_followup_table_get_width (self);
  PangoLayout *heads[ROADMAP_N_FOLLOWUP_COLUMNS];
  double needed = 0;

  for (guint i = 0; i < ROADMAP_N_FOLLOWUP_COLUMNS; i++)
    {
      g_autofree char *head = dup_head (self, top, i);

      heads[i] = roadmap_measure_text (self->options->measure, head, head_style, self->width[i] - 2 * self->pad_x);
      needed = MAX (needed, roadmap_layout_get_height (heads[i]));
    }
  height = MAX (height, ceil (band + needed + 10 * self->unit));

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, (RoadmapRect) { 0, band, width, height - band });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0, (RoadmapRect) { 0, band, width, 0 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { 0, height - self->unit, width, 0 });
  for (guint i = 0; i < ROADMAP_N_FOLLOWUP_COLUMNS; i++)
    {
      if (i > 0)
        roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                                 (RoadmapRect) { self->x[i], band, 0, height - band });
      add_text (scene, heads[i], ROADMAP_INK_TEXT, 0, self->x[i] + self->pad_x,
                band + (height - band - roadmap_layout_get_height (heads[i])) / 2, ROADMAP_TAG_HEAD_CELL, NULL);
      g_object_unref (heads[i]);
    }
  roadmap_scene_extend (scene, width, height);
  return height;
}
