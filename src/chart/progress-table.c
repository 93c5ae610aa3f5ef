/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-table.h"

#include "chart/scene-text.h"
#include "chart/style.h"
#include "chart/words.h"

#include <math.h>
#include <string.h>

/* What names and bars have at least, and which share of the rest goes to bars. */
#define MIN_NAME_EMS 8
#define MIN_BAR_EMS 6
#define BAR_SHARE 0.55

/* What a figure has at least, what each of its digits needs, and a sign of per cent. */
#define MIN_FIGURE_EMS 2
#define DIGIT_EMS 0.62
#define PERCENT_EMS 1

/* Lanes in lanes stand so far behind them, in ems. */
#define INDENT_EMS 1.2

/* How wide the edge before the name of a stage is, at the usual size. */
#define EDGE 3

/* How high the line of samples in the heads is. */
#define SAMPLE_LINE 18

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };

/* A column of figures: a key, or a sum. */
typedef enum
{
  FIGURE_KEY,
  FIGURE_TOTAL,
  FIGURE_CLOSED, /* in per cent */
  FIGURE_OVERDUE,
  FIGURE_RECORDED,
} Figure;

typedef struct
{
  Figure  figure;
  guint   key;
  char   *title;
  double  width;
} Column;

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

static double
get_pad (const RoadmapProgressTable *self)
{
  return 4 * self->parts->unit;
}

static double
measure_word (const RoadmapProgressTable *self,
              const char                 *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return roadmap_measure_get_longest_word (self->parts->options->measure, markup, head_style);
}

/* Columns */

static double
get_figure_width (const RoadmapProgressTable *self,
                  Figure                      figure)
{
  g_autofree char *longest = g_strdup_printf ("%u", self->parts->all.n_bars);
  double ems = MAX (strlen (longest), figure == FIGURE_CLOSED ? 3 : 0) * DIGIT_EMS;

  return MAX (MIN_FIGURE_EMS, ems + (figure == FIGURE_CLOSED ? PERCENT_EMS : 0)) * self->parts->em;
}

static void
add_column (RoadmapProgressTable *self,
            Figure                figure,
            guint                 key,
            const char           *title)
{
  double em = roadmap_measure_get_em (self->parts->options->measure, ROADMAP_SIZE_SMALL);
  Column column = { figure, key, g_strdup (title), 0 };
  gboolean shown = self->has_titles || figure != FIGURE_KEY;
  /* Japanese may break anywhere, but does not look good in pieces of one or two letters. */
  double word = shown ? MIN (MAX (measure_word (self, title), MIN (g_utf8_strlen (title, -1), 4) * em *
                                  (g_unichar_iswide (g_utf8_get_char (title)) ? 1 : 0)), 8 * em) : 0;

  double sample = figure == FIGURE_KEY ? roadmap_progress_get_sample_width (self->parts, key) : 0;

  column.width = ceil (MAX (word, MAX (get_figure_width (self, figure), sample)) + 2 * get_pad (self));
  g_array_append_val (self->columns, column);
}

static void
find_columns (RoadmapProgressTable *self)
{
  static const struct { Figure figure; RoadmapWord word; gboolean status; } sums[] = {
    { FIGURE_TOTAL, ROADMAP_WORD_TOTAL, FALSE },
    { FIGURE_CLOSED, ROADMAP_WORD_CLOSED_SHARE, TRUE },
    { FIGURE_OVERDUE, ROADMAP_WORD_OVERDUE, TRUE },
    { FIGURE_RECORDED, ROADMAP_WORD_RECORDS, FALSE },
  };
  const RoadmapProgressParts *parts = self->parts;

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < parts->keys->len; i++)
    add_column (self, FIGURE_KEY, i, g_array_index (parts->keys, RoadmapProgressKey, i).title);
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    if ((parts->has_status || !sums[i].status) && (parts->ask.month != 0 || sums[i].figure != FIGURE_OVERDUE))
      add_column (self, sums[i].figure, 0, roadmap_word (sums[i].word, parts->options->language));
}

static double
get_figures_width (const RoadmapProgressTable *self)
{
  double width = 0;

  for (guint i = 0; i < self->columns->len; i++)
    width += g_array_index (self->columns, Column, i).width;
  return width;
}

/* Titles give way to letters alone, then bars to figures. */
void
roadmap_progress_table_init (RoadmapProgressTable *self,
                             RoadmapProgressParts *parts)
{
  double em = parts->em;
  double least;

  *self = (RoadmapProgressTable) { .parts = parts, .has_titles = TRUE };
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  find_columns (self);
  if (get_figures_width (self) + (MIN_NAME_EMS + MIN_BAR_EMS) * em > parts->width)
    {
      self->has_titles = FALSE;
      find_columns (self);
    }
  least = get_figures_width (self) + MIN_NAME_EMS * em;
  parts->width = MAX (parts->width, ceil (least));
  if (parts->width - least >= MIN_BAR_EMS * em)
    self->bar_width = floor (MAX (MIN_BAR_EMS * em, (parts->width - get_figures_width (self)) * BAR_SHARE));
  self->name_width = parts->width - get_figures_width (self) - self->bar_width;
}

void
roadmap_progress_table_clear (RoadmapProgressTable *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
}

/* Heads */

static PangoLayout *
lay_out_head (const RoadmapProgressTable *self,
              const Column               *column)
{
  gboolean shown = self->has_titles || column->figure != FIGURE_KEY;

  return roadmap_measure_text (self->parts->options->measure, shown ? column->title : "", head_style,
                               column->width - self->parts->unit);
}

static void
add_sample (const RoadmapProgressTable *self,
            const Column               *column,
            double                      x,
            RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;

  if (column->figure == FIGURE_KEY)
    roadmap_progress_add_sample (parts, column->key,
                                 x + (column->width - roadmap_progress_get_sample_width (parts, column->key)) / 2,
                                 3 * parts->unit, SAMPLE_LINE * parts->unit, scene);
}

/* Titles of keys stand below their samples, those of sums at the foot. */
static void
add_head (const RoadmapProgressTable *self,
          const Column               *column,
          double                      x,
          double                      height,
          RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  g_autoptr (PangoLayout) layout = lay_out_head (self, column);
  double top = (SAMPLE_LINE + 3) * parts->unit;

  if (column->figure != FIGURE_KEY)
    top = height - roadmap_layout_get_height (layout) - 3 * parts->unit;
  if (*pango_layout_get_text (layout) != '\0')
    roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, NULL, x + parts->unit / 2,
                                   top);
}

static void
add_rule (const RoadmapProgressTable *self,
          RoadmapInk                  ink,
          double                      y,
          RoadmapScene               *scene)
{
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ink, 0, (RoadmapRect) { 0, y, self->parts->width, 0 });
}

/* A line between the keys and the sums. */
static void
add_divisions (const RoadmapProgressTable *self,
               double                      height,
               RoadmapScene               *scene)
{
  double x = self->name_width + self->bar_width;

  for (guint i = 0; i < self->parts->keys->len; i++)
    x += g_array_index (self->columns, Column, i).width;
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { x, 0, 0, height });
}

/* What names and bars are. */
static void
add_left_heads (const RoadmapProgressTable *self,
                double                      height,
                RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
  RoadmapWord by = parts->has_status || parts->ask.month == 0 ? ROADMAP_WORD_BY_STATUS : ROADMAP_WORD_BY_PLAN;
  const struct { double x, width; RoadmapWord word; } heads[] = {
    { EDGE * parts->unit + get_pad (self), self->name_width, ROADMAP_WORD_STAGE },
    { self->name_width, self->bar_width, by },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      if (heads[i].width == 0)
        continue;
      layout = roadmap_measure_text (parts->options->measure, roadmap_word (heads[i].word, parts->options->language), style,
                                     heads[i].width - 3 * get_pad (self));
      roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, NULL, heads[i].x,
                                     height - roadmap_layout_get_height (layout) - 3 * parts->unit);
    }
}

void
roadmap_progress_table_add_heads (const RoadmapProgressTable *self,
                                  RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  double height = 0, x;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      g_autoptr (PangoLayout) layout = lay_out_head (self, column);

      height = MAX (height, roadmap_layout_get_height (layout) +
                              (column->figure == FIGURE_KEY ? SAMPLE_LINE * parts->unit : 0));
    }
  height = ceil (height + 6 * parts->unit);
  x = self->name_width + self->bar_width;

  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, (RoadmapRect) { 0, 0, parts->width, height });
  add_rule (self, ROADMAP_INK_STRONG_GRID, 0, scene);
  add_rule (self, ROADMAP_INK_STRONG_GRID, height, scene);
  add_divisions (self, height, scene);
  /* Words after all samples, so that nothing comes between them where they are read out. */
  for (guint pass = 0; pass < 2; pass++)
    {
      double left = x;

      if (pass == 1)
        add_left_heads (self, height, scene);
      for (guint i = 0; i < self->columns->len; i++)
        {
          const Column *column = &g_array_index (self->columns, Column, i);

          if (pass == 0)
            add_sample (self, column, left, scene);
          else
            add_head (self, column, left, height, scene);
          left += column->width;
        }
    }
  roadmap_scene_extend (scene, parts->width, height);
}

/* Rows */

static char *
dup_figure (const RoadmapProgressTable *self,
            const Column               *column,
            const RoadmapProgress      *progress)
{
  switch (column->figure)
    {
    case FIGURE_KEY:
      return g_strdup_printf ("%u", roadmap_progress_parts_get (self->parts, progress, column->key));
    case FIGURE_TOTAL:
      return g_strdup_printf ("%u", progress->n_bars);
    case FIGURE_CLOSED:
      return g_strdup_printf ("%.0f%%", progress->n_bars > 0 ? 100.0 * progress->n_closed / progress->n_bars : 0);
    case FIGURE_OVERDUE:
      return g_strdup_printf ("%u", progress->n_overdue);
    case FIGURE_RECORDED:
      return g_strdup_printf ("%u", progress->n_recorded);
    default:
      g_assert_not_reached ();
    }
}

/* Figures stand below each other at the right; noughts are pale, so that the others are seen. */
static void
add_figures (const RoadmapProgressTable *self,
             const RoadmapProgress      *progress,
             gboolean                    total,
             double                      height,
             RoadmapScene               *scene)
{
  double x = self->name_width + self->bar_width;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      g_autofree char *figure = dup_figure (self, column, progress);
      /* In the middle below the head, as far as their longest allows. */
      double right = x + (column->width + get_figure_width (self, column->figure)) / 2;
      gboolean bold = total || column->figure == FIGURE_TOTAL;
      RoadmapTextStyle style = { ROADMAP_SIZE_BAR, bold ? ROADMAP_TEXT_BOLD : 0 };
      g_autoptr (PangoLayout) layout = NULL;
      double width;

      layout = roadmap_measure_text (self->parts->options->measure, figure, style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (layout, &width, NULL);
      if (column->figure != FIGURE_CLOSED)
        right -= MAX (0, get_figure_width (self, column->figure) - 2 * DIGIT_EMS * self->parts->em) / 2;
      roadmap_scene_add_tagged_text (scene, layout, figure[0] == '0' ? ROADMAP_INK_DIM_TEXT : ROADMAP_INK_TEXT,
                                     ROADMAP_TAG_CELL, NULL, right - width,
                                     (height - roadmap_layout_get_height (layout)) / 2);
      x += column->width;
    }
}

static guint32
get_hue (RoadmapItem *item)
{
  gboolean lane = item != NULL && (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"));

  return lane ? roadmap_lane_get_hue (item) : 0;
}

static void
add_grounds (const RoadmapProgressTable *self,
             RoadmapItem                *item,
             gboolean                    total,
             double                      height,
             RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  guint32 hue = get_hue (item);

  if (total)
    {
      roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_PANEL, 0, (RoadmapRect) { 0, 0, parts->width, height });
      add_rule (self, ROADMAP_INK_STRONG_GRID, 0, scene);
    }
  else if (hue != 0)
    roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HUE, hue,
                             (RoadmapRect) { 0, 2 * parts->unit, EDGE * parts->unit, height - 4 * parts->unit });
}

void
roadmap_progress_table_add_row (const RoadmapProgressTable *self,
                                RoadmapItem                *item,
                                const char                 *name,
                                guint                       depth,
                                gboolean                    total,
                                const RoadmapProgress      *progress,
                                RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  double x = EDGE * parts->unit + get_pad (self) + depth * INDENT_EMS * parts->em;
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_EVEN | (total ? ROADMAP_TEXT_BOLD : 0) };
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (x > self->name_width / 2)
    x = EDGE * parts->unit + get_pad (self);
  layout = roadmap_measure_text (parts->options->measure, name, style, self->name_width - x - get_pad (self));
  height = ceil (MAX (roadmap_layout_get_height (layout) + 6 * parts->unit, 20 * parts->unit));
  add_grounds (self, item, total, height, scene);
  roadmap_progress_begin_item (parts, item, scene);
  roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, item, x,
                                 (height - roadmap_layout_get_height (layout)) / 2);
  roadmap_progress_end_item (parts, item, (RoadmapRect) { 0, 0, self->name_width, height }, scene);
  if (self->bar_width > 0 && progress->n_bars > 0)
    roadmap_progress_add_bar (parts, progress, ROADMAP_SIZE_SMALL,
                              (RoadmapRect) { self->name_width, (height - 14 * parts->unit) / 2,
                                              self->bar_width - 2 * get_pad (self), 14 * parts->unit },
                              scene);
  add_figures (self, progress, total, height, scene);
  add_divisions (self, height, scene);
  add_rule (self, total ? ROADMAP_INK_STRONG_GRID : ROADMAP_INK_GRID, height, scene);
  roadmap_scene_extend (scene, parts->width, height);
}

void
roadmap_progress_table_add_title (const RoadmapProgressTable *self,
                                  const char                 *title,
                                  RoadmapScene               *scene)
{
  const RoadmapProgressParts *parts = self->parts;
  RoadmapTextStyle style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_EVEN };
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  layout = roadmap_measure_text (parts->options->measure, title, style, parts->width);
  height = ceil (roadmap_layout_get_height (layout) + 14 * parts->unit);
  roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_HEADING, NULL, 0, 10 * parts->unit);
  add_rule (self, ROADMAP_INK_STRONG_GRID, height, scene);
  roadmap_scene_extend (scene, parts->width, height);
}
