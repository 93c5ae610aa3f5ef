/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-keys.h"

#include "chart/scene-text.h"
#include "chart/style.h"
#include "chart/words.h"
#include "model/era.h"

#include <math.h>

/* What has no status, or no phase that is told by colour. */
#define NEUTRAL_HUE 0x77767b

/* Between pieces, and the air beside the words in one; at the usual size. */
#define PIECE_GAP 1.5
#define PIECE_PAD 2

/* How high a sample is, and how wide at least. */
#define SAMPLE 16

/* Keys */

static void
clear_key (gpointer data)
{
  RoadmapProgressKey *key = data;

  g_free (key->title);
  g_free (key->letter);
}

/* What is closed is dark, what is not is lighter; the stripes of a hatched one are made for words to stand on. */
static RoadmapShape
get_look (RoadmapItem *status)
{
  gboolean closed = roadmap_item_get_boolean (status, "closed");
  const char *pattern = roadmap_item_get (status, "pattern");
  RoadmapShape look = { .form = ROADMAP_FORM_CHIP, .hue = roadmap_status_get_hue (status) };

  look.ink = closed ? ROADMAP_INK_STATUS : ROADMAP_INK_HUE_HINT;
  if (g_strcmp0 (pattern, "hatched") == 0)
    {
      look.form = ROADMAP_FORM_BOX;
      look.ink = ROADMAP_INK_BAR_TINT;
      look.flags = ROADMAP_SHAPE_HATCHED;
    }
  else if (g_strcmp0 (pattern, "struck") == 0)
    {
      look.flags = ROADMAP_SHAPE_STRUCK;
    }
  return look;
}

static void
add_key (RoadmapProgressParts *self,
         const char           *title,
         const char           *letter,
         RoadmapItem          *status,
         RoadmapShape          look)
{
  RoadmapProgressKey key = { g_strdup (title != NULL ? title : ""), g_strdup (letter), status, look };

  key.look.corner = 2.5 * self->unit;
  g_array_append_val (self->keys, key);
}

static void
add_statuses (RoadmapProgressParts *self)
{
  const char *language = self->options->language;

  for (guint i = 0; i < self->ask.statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (self->ask.statuses, i);

      add_key (self, roadmap_item_get_in (status, "title", language), roadmap_item_get_in (status, "letter", language),
               status, get_look (status));
    }
  add_key (self, roadmap_word (ROADMAP_WORD_NO_STATUS, language), NULL, NULL,
           (RoadmapShape) { .form = ROADMAP_FORM_BOX, .ink = ROADMAP_INK_BACKGROUND, .hue = NEUTRAL_HUE,
                            .flags = ROADMAP_SHAPE_DASHED });
}

static void
add_phases (RoadmapProgressParts *self)
{
  static const struct { RoadmapWord word; RoadmapForm form; RoadmapInk ink; } phases[] = {
    [ROADMAP_PHASE_BEFORE] = { ROADMAP_WORD_PHASE_BEFORE, ROADMAP_FORM_BOX, ROADMAP_INK_BACKGROUND },
    [ROADMAP_PHASE_DURING] = { ROADMAP_WORD_PHASE_DURING, ROADMAP_FORM_BOX, ROADMAP_INK_BAR_TINT },
    [ROADMAP_PHASE_AFTER] = { ROADMAP_WORD_PHASE_AFTER, ROADMAP_FORM_CHIP, ROADMAP_INK_HUE_HINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    add_key (self, roadmap_word (phases[i].word, self->options->language), NULL, NULL,
             (RoadmapShape) { .form = phases[i].form, .ink = phases[i].ink, .hue = NEUTRAL_HUE });
}

GPtrArray *
roadmap_progress_list_bars (const RoadmapProgressOptions *options,
                            RoadmapItem                  *top)
{
  GPtrArray *bars = roadmap_list (options->roadmap, top, "bar");

  for (guint i = bars->len; i > 0 && options->show != NULL; i--)
    if (!options->show (g_ptr_array_index (bars, i - 1), options->show_data))
      g_ptr_array_remove_index (bars, i - 1);
  return bars;
}

void
roadmap_progress_parts_count (const RoadmapProgressParts *self,
                              GPtrArray                  *bars,
                              RoadmapProgress            *progress)
{
  for (guint i = 0; i < bars->len; i++)
    roadmap_progress_add (progress, &self->ask, g_ptr_array_index (bars, i));
}

void
roadmap_progress_parts_init (RoadmapProgressParts         *self,
                             const RoadmapProgressOptions *options)
{
  *self = (RoadmapProgressParts) {
    .options = options,
    .keys = g_array_new (FALSE, FALSE, sizeof (RoadmapProgressKey)),
    .bars = g_ptr_array_new (),
    .width = options->width,
    .unit = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY) / 13,
    .em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BAR),
  };
  g_array_set_clear_func (self->keys, clear_key);
  roadmap_progress_ask_init (&self->ask, options->roadmap, options->year, options->today);
  for (guint i = 0; i < options->charts->len; i++)
    {
      g_autoptr (GPtrArray) bars = roadmap_progress_list_bars (options, g_ptr_array_index (options->charts, i));

      g_ptr_array_extend (self->bars, bars, NULL, NULL);
    }
  roadmap_progress_parts_count (self, self->bars, &self->all);
  self->has_status = roadmap_progress_get (&self->all, self->ask.statuses->len) < self->all.n_bars;
  if (self->has_status || self->ask.month == 0)
    add_statuses (self);
  else
    add_phases (self);
}

void
roadmap_progress_parts_clear (RoadmapProgressParts *self)
{
  roadmap_progress_clear (&self->all);
  g_clear_pointer (&self->bars, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  roadmap_progress_ask_clear (&self->ask);
}

guint
roadmap_progress_parts_get (const RoadmapProgressParts *self,
                            const RoadmapProgress      *progress,
                            guint                       key)
{
  if (self->has_status || self->ask.month == 0)
    return roadmap_progress_get (progress, key);
  return progress->n_in_phase[key];
}

char *
roadmap_progress_dup_year (const RoadmapProgressParts *self,
                           int                         before)
{
  const RoadmapProgressOptions *options = self->options;
  RoadmapItem *item = options->charts->len > 0 ? g_ptr_array_index (options->charts, 0)
                                               : roadmap_get_root (options->roadmap);

  return roadmap_year_describe (roadmap_get_calendar (options->roadmap, item), self->ask.year.year - before,
                                ROADMAP_YEAR_ERA, options->language);
}

/* Pieces */

/* (transfer full) (nullable): the words of a piece that have room in it. */
static PangoLayout *
lay_out_words (const RoadmapProgressParts *self,
               const RoadmapProgressKey   *key,
               guint                       n_bars,
               RoadmapTextSize             size,
               const RoadmapRect          *rect)
{
  RoadmapTextStyle style = { size, ROADMAP_TEXT_BOLD };
  g_autofree char *figure = g_strdup_printf ("%u", n_bars);
  g_autofree char *both = key->letter != NULL ? g_strdup_printf ("%s %s", key->letter, figure) : g_strdup (figure);
  /* A figure alone would not say of what, and figures stand beside the bar. */
  const char *const words[] = { both, key->letter != NULL ? key->letter : figure };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      double width, height;

      layout = roadmap_measure_text (self->options->measure, words[i], style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (layout, &width, &height);
      if (width + 2 * PIECE_PAD * self->unit <= rect->width && height <= rect->height + 2 * self->unit)
        return g_steal_pointer (&layout);
    }
  return NULL;
}

/* The line through a struck piece leaves out its words: with a line through them they could not be read. */
static void
add_strike (const RoadmapProgressParts *self,
            PangoLayout                *words,
            const RoadmapRect          *rect,
            RoadmapScene               *scene)
{
  double thick = 1.2 * self->unit, pad = PIECE_PAD * self->unit, width = 0, side;

  if (words != NULL)
    {
      roadmap_layout_get_size (words, &width, NULL);
      width += 2 * pad;
    }
  side = (rect->width - width) / 2 - pad;
  if (side <= pad)
    return;
  for (guint i = 0; i < 2; i++)
    roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_BACKGROUND, 0,
                             (RoadmapRect) { i == 0 ? rect->x + pad : roadmap_rect_get_right (rect) - pad - side,
                                             rect->y + (rect->height - thick) / 2, side, thick });
}

/* A chip has its words in its middle; in a box they are a text of their own. */
static void
add_piece (const RoadmapProgressParts *self,
           const RoadmapProgressKey   *key,
           PangoLayout                *words,
           RoadmapRect                 rect,
           RoadmapScene               *scene)
{
  RoadmapShape piece = key->look;
  double width, height;

  piece.flags &= ~ROADMAP_SHAPE_STRUCK;
  piece.rect = rect;
  /* Figures and titles beside it say the same. */
  piece.tag = ROADMAP_TAG_ARTIFACT;
  if (piece.form == ROADMAP_FORM_CHIP)
    piece.layout = words;
  roadmap_scene_add (scene, &piece);
  if (key->look.flags & ROADMAP_SHAPE_STRUCK)
    add_strike (self, words, &rect, scene);
  if (words == NULL || piece.form == ROADMAP_FORM_CHIP)
    return;
  roadmap_layout_get_size (words, &width, &height);
  roadmap_scene_add_tagged_text (scene, words, ROADMAP_INK_TEXT, ROADMAP_TAG_ARTIFACT, NULL,
                                 rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2);
}

void
roadmap_progress_add_bar (const RoadmapProgressParts *self,
                          const RoadmapProgress      *progress,
                          RoadmapTextSize             size,
                          RoadmapRect                 rect,
                          RoadmapScene               *scene)
{
  double gap = PIECE_GAP * self->unit;
  guint n_before = 0;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const RoadmapProgressKey *key = &g_array_index (self->keys, RoadmapProgressKey, i);
      guint n_bars = roadmap_progress_parts_get (self, progress, i);
      RoadmapRect piece = rect;
      g_autoptr (PangoLayout) words = NULL;

      if (n_bars == 0)
        continue;
      piece.x += rect.width * n_before / progress->n_bars;
      n_before += n_bars;
      piece.width = rect.width * n_bars / progress->n_bars;
      if (n_before < progress->n_bars)
        piece.width = MAX (piece.width - gap, piece.width / 2);
      words = lay_out_words (self, key, n_bars, size, &piece);
      add_piece (self, key, words, piece, scene);
    }
}

/* (transfer full) (nullable) */
static PangoLayout *
lay_out_letter (const RoadmapProgressParts *self,
                guint                       index)
{
  const RoadmapProgressKey *key = &g_array_index (self->keys, RoadmapProgressKey, index);
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };

  if (key->letter == NULL)
    return NULL;
  return roadmap_measure_text (self->options->measure, key->letter, style, ROADMAP_UNWRAPPED);
}

double
roadmap_progress_get_sample_width (const RoadmapProgressParts *self,
                                   guint                       key)
{
  g_autoptr (PangoLayout) letter = lay_out_letter (self, key);
  double width = 0;

  if (letter != NULL)
    roadmap_layout_get_size (letter, &width, NULL);
  return MAX (SAMPLE * self->unit, width + 2 * PIECE_PAD * self->unit);
}

void
roadmap_progress_add_sample (const RoadmapProgressParts *self,
                             guint                       index,
                             double                      x,
                             double                      y,
                             double                      line_height,
                             RoadmapScene               *scene)
{
  const RoadmapProgressKey *key = &g_array_index (self->keys, RoadmapProgressKey, index);
  g_autoptr (PangoLayout) letter = lay_out_letter (self, index);
  double height = SAMPLE * self->unit;
  RoadmapRect rect = { x, y + (line_height - height) / 2, roadmap_progress_get_sample_width (self, index), height };

  add_piece (self, key, letter, rect, scene);
}

/* Items */

void
roadmap_progress_begin_item (const RoadmapProgressParts *self,
                             RoadmapItem                *item,
                             RoadmapScene               *scene)
{
  if (item != NULL && !self->options->paged)
    roadmap_scene_begin_group (scene, item, 0, 0);
}

void
roadmap_progress_end_item (const RoadmapProgressParts *self,
                           RoadmapItem                *item,
                           RoadmapRect                 area,
                           RoadmapScene               *scene)
{
  g_autofree char *target = NULL;

  if (item == NULL)
    return;
  if (!self->options->paged)
    {
      roadmap_scene_end_group (scene);
      return;
    }
  target = g_strconcat ("#", roadmap_item_get_id (item), NULL);
  roadmap_scene_add_link (scene, area, target);
}
