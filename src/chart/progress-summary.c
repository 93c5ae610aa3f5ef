/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-summary.h"

#include "chart/scene-text.h"
#include "chart/words.h"
#include "model/era.h"

#include <math.h>

static const RoadmapTextStyle small_style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle figure_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle note_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_EVEN | ROADMAP_TEXT_RUNNING };

/* Figures */

typedef struct
{
  char    *label;
  guint    n;
  gboolean shared; /* with its share of all bars */
} Figure;

static void
clear_figure (gpointer data)
{
  g_free (((Figure *) data)->label);
}

static void
add_figure (GArray  *figures,
            char    *label,
            guint    n,
            gboolean shared)
{
  Figure figure = { label, n, shared };

  g_array_append_val (figures, figure);
}

static GArray *
list_figures (const RoadmapProgressParts *parts)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  const char *language = parts->options->language;
  const RoadmapProgress *all = &parts->all;
  g_autofree char *year = roadmap_progress_dup_year (parts, 0);

  g_array_set_clear_func (figures, clear_figure);
  add_figure (figures, g_strdup (roadmap_word (ROADMAP_WORD_BARS, language)), all->n_bars, FALSE);
  if (parts->has_status)
    add_figure (figures, g_strdup (roadmap_word (ROADMAP_WORD_CLOSED, language)), all->n_closed, TRUE);
  if (parts->has_status && parts->ask.month != 0)
    add_figure (figures, g_strdup (roadmap_word (ROADMAP_WORD_OVERDUE, language)), all->n_overdue, TRUE);
  if (!parts->has_status)
    add_figure (figures, g_strdup (roadmap_word (ROADMAP_WORD_WITH_STATUS, language)), 0, TRUE);
  add_figure (figures, roadmap_word_with (ROADMAP_WORD_YEAR_RECORDS, language, year), all->n_recorded, TRUE);
  return figures;
}

/* The share stands behind the figure, on its line. */
static void
add_share (const RoadmapProgressParts *parts,
           PangoLayout                *figure,
           guint                       n,
           double                      x,
           double                      y,
           RoadmapScene               *scene)
{
  g_autofree char *share = g_strdup_printf ("%.0f%%", parts->all.n_bars > 0 ? 100.0 * n / parts->all.n_bars : 0.0);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (parts->options->measure, share, small_style, ROADMAP_UNWRAPPED);
  double rise = (pango_layout_get_baseline (figure) - pango_layout_get_baseline (layout)) / (double) PANGO_SCALE;

  roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_PARAGRAPH, NULL,
                                 x + roadmap_layout_get_width (figure) + 5 * parts->unit, y + rise);
}

/* Beside each other, with a line before each but the first; returns the height. */
static double
add_figures (const RoadmapProgressParts *parts,
             RoadmapScene               *scene)
{
  g_autoptr (GArray) figures = list_figures (parts);
  double width = parts->width / figures->len;
  double pad = 10 * parts->unit;
  double label_height = 0, height = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < figures->len; i++)
      {
        const Figure *figure = &g_array_index (figures, Figure, i);
        g_autofree char *number = g_strdup_printf ("%u", figure->n);
        double x = i * width + (i > 0 ? pad : 0);
        g_autoptr (PangoLayout) label = NULL;
        g_autoptr (PangoLayout) layout = NULL;

        label = roadmap_measure_text (parts->options->measure, figure->label, small_style, width - pad - (i > 0 ? pad : 0));
        layout = roadmap_measure_text (parts->options->measure, number, figure_style, ROADMAP_UNWRAPPED);
        label_height = MAX (label_height, roadmap_layout_get_height (label));
        height = MAX (height, label_height + roadmap_layout_get_height (layout));
        if (pass == 0)
          continue;
        if (i > 0)
          roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0,
                                   (RoadmapRect) { i * width, 2 * parts->unit, 0, height - 4 * parts->unit });
        roadmap_scene_add_tagged_text (scene, label, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_PARAGRAPH, NULL, x, 0);
        roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_PARAGRAPH, NULL, x, label_height);
        if (figure->shared)
          add_share (parts, layout, figure->n, x, label_height, scene);
      }
  return height;
}

/* Legend */

/* "完 完了 6 (25%)" for each key that has bars, in lines; returns the height. */
static double
add_legend (const RoadmapProgressParts *parts,
            double                      top,
            RoadmapScene               *scene)
{
  double x = 0, y = top, line_height = 18 * parts->unit;

  for (guint i = 0; i < parts->keys->len; i++)
    {
      const RoadmapProgressKey *key = &g_array_index (parts->keys, RoadmapProgressKey, i);
      guint n_bars = roadmap_progress_parts_get (parts, &parts->all, i);
      g_autofree char *text = NULL;
      g_autoptr (PangoLayout) layout = NULL;
      double sample = roadmap_progress_get_sample_width (parts, i);

      if (n_bars == 0)
        continue;
      text = g_strdup_printf ("%s %u (%.0f%%)", key->title, n_bars, 100.0 * n_bars / parts->all.n_bars);
      layout = roadmap_measure_text (parts->options->measure, text, small_style, ROADMAP_UNWRAPPED);
      if (x > 0 && x + sample + 4 * parts->unit + roadmap_layout_get_width (layout) > parts->width)
        {
          x = 0;
          y += line_height;
        }
      roadmap_progress_add_sample (parts, i, x, y, line_height, scene);
      x += sample + 4 * parts->unit;
      roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_PARAGRAPH, NULL, x,
                                     y + (line_height - roadmap_layout_get_height (layout)) / 2);
      x += roadmap_layout_get_width (layout) + 14 * parts->unit;
    }
  return y + line_height - top;
}

/* Sentences */

static double
add_sentence (const RoadmapProgressParts *parts,
              const char                 *text,
              double                      y,
              RoadmapScene               *scene)
{
  g_autoptr (PangoLayout) layout = roadmap_measure_text (parts->options->measure, text, note_style, parts->width);

  return roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_NOTE, NULL, 0, y);
}

/* What the bars are divided by, if nobody has said how far they are. */
static double
add_explanation (const RoadmapProgressParts *parts,
                 double                      y,
                 RoadmapScene               *scene)
{
  const char *language = parts->options->language;

  if (parts->has_status)
    return 0;
  if (parts->ask.month == 0)
    return add_sentence (parts, roadmap_word (ROADMAP_WORD_NO_STATUS_YET, language), y, scene);
  return add_sentence (parts, roadmap_word (ROADMAP_WORD_NO_STATUS_BUT_PLAN, language), y, scene);
}

void
roadmap_progress_add_summary (const RoadmapProgressParts *parts,
                              RoadmapScene               *scene)
{
  double y = add_figures (parts, scene) + 8 * parts->unit;
  double explanation;

  explanation = add_explanation (parts, y, scene);
  if (explanation > 0)
    y += explanation + 5 * parts->unit;
  roadmap_progress_add_bar (parts, &parts->all, ROADMAP_SIZE_BAR, (RoadmapRect) { 0, y, parts->width, 22 * parts->unit },
                            scene);
  y += 27 * parts->unit;
  y += add_legend (parts, y, scene);
  roadmap_scene_extend (scene, parts->width, ceil (y + 10 * parts->unit));
}

static gboolean
has_categories (const RoadmapProgressParts *parts)
{
  g_autoptr (GPtrArray) categories = roadmap_list (parts->options->roadmap, NULL, "category");

  return categories->len > 0;
}

void
roadmap_progress_add_notes (const RoadmapProgressParts *parts,
                            RoadmapScene               *scene)
{
  const char *language = parts->options->language;
  g_autofree char *year = roadmap_progress_dup_year (parts, 0);
  g_autofree char *before = roadmap_progress_dup_year (parts, 1);
  g_autofree char *no_records = roadmap_word_with (ROADMAP_WORD_NO_YEAR_RECORDS, language, year);
  g_autofree char *no_before = roadmap_word_with (ROADMAP_WORD_NO_BEFORE, language, before);
  double y = 8 * parts->unit;
  const struct { gboolean said; const char *text; } notes[] = {
    { parts->all.n_recorded == 0, no_records },
    { parts->has_status && parts->all.n_recorded > 0 && !roadmap_progress_ask_knows_before (&parts->ask), no_before },
    { parts->has_status && parts->ask.month != 0, roadmap_word (ROADMAP_WORD_ABOUT_OVERDUE, language) },
    { TRUE, roadmap_word (ROADMAP_WORD_ABOUT_RECORDS, language) },
    { has_categories (parts), roadmap_word (ROADMAP_WORD_ABOUT_CATEGORIES, language) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i].said)
      y += add_sentence (parts, notes[i].text, y, scene);
  roadmap_scene_extend (scene, parts->width, ceil (y));
}
