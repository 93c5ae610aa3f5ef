/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-ring.h"

#include "chart/bar-place.h"
#include "chart/style.h"
#include "model/status.h"

#define DIAMETER 20
#define THICK 5
#define THIN 3
#define TRACK 1.5

/* Between the pieces of a ring, in turns. */
#define GAP 0.025

static const RoadmapTextStyle figure_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle empty_style = { ROADMAP_SIZE_SMALL, 0 };

/* The bars of one status. */
typedef struct
{
  RoadmapItem *status;
  gboolean     closed;
  guint        n_bars;
  PangoLayout *letter; /* (nullable): only of those shown beside the ring */
  PangoLayout *figure; /* (nullable) */
} Piece;

struct _RoadmapProgressRing
{
  double       unit;
  GArray      *pieces; /* Piece, in the order of the ring */
  guint        n_bars;
  PangoLayout *figures;
  double       width;
  double       height;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->letter);
  g_clear_object (&piece->figure);
}

static void
add_pieces (RoadmapProgressRing *self,
            GArray              *counts,
            gboolean             closed)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);
      Piece piece = { .status = count->status, .closed = closed, .n_bars = count->n_bars };

      if (count->status != NULL && count->n_bars > 0 && roadmap_item_get_boolean (count->status, "closed") == closed)
        g_array_append_val (self->pieces, piece);
    }
}

static PangoLayout *
lay_out_figures (RoadmapProgressRing *self,
                 RoadmapMeasure      *measure)
{
  g_autofree char *figures = NULL;
  guint n_closed = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    if (g_array_index (self->pieces, Piece, i).closed)
      n_closed += g_array_index (self->pieces, Piece, i).n_bars;
  if (self->pieces->len == 0)
    figures = g_strdup_printf ("–/%u", self->n_bars);
  else
    figures = g_strdup_printf ("%u/%u", n_closed, self->n_bars);
  return roadmap_measure_text (measure, figures, self->pieces->len > 0 ? figure_style : empty_style, ROADMAP_UNWRAPPED);
}

static void
lay_out_letter (Piece          *piece,
                const char     *language,
                RoadmapMeasure *measure)
{
  const char *letter = roadmap_item_get_in (piece->status, "letter", language);
  g_autofree char *figure = g_strdup_printf ("%u", piece->n_bars);

  if (letter == NULL || g_strcmp0 (roadmap_item_get (piece->status, "pattern"), "hatched") != 0)
    return;
  piece->letter = roadmap_measure_text (measure, letter, figure_style, ROADMAP_UNWRAPPED);
  piece->figure = roadmap_measure_text (measure, figure, figure_style, ROADMAP_UNWRAPPED);
}

/* Walks along what stands beside the ring; adds it to @scene unless that is NULL.  Returns how wide all is. */
static double
add_words (RoadmapProgressRing *self,
           RoadmapScene        *scene,
           double               left,
           double               top)
{
  double chip = 15 * self->unit;
  double x = (DIAMETER + 5) * self->unit;
  double width, height;
  RoadmapShape text = { .form = ROADMAP_FORM_TEXT, .layout = self->figures };

  text.ink = self->pieces->len > 0 ? ROADMAP_INK_TEXT : ROADMAP_INK_DIM_TEXT;
  roadmap_layout_get_size (self->figures, &width, &height);
  text.rect = (RoadmapRect) { left + x, top + (self->height - height) / 2, width, height };
  if (scene != NULL)
    roadmap_scene_add (scene, &text);
  x += width;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      RoadmapShape letter = { .form = ROADMAP_FORM_CHIP, .ink = ROADMAP_INK_STATUS, .corner = 3 * self->unit };

      if (piece->letter == NULL)
        continue;
      x += 7 * self->unit;
      letter.hue = roadmap_status_get_hue (piece->status);
      letter.layout = piece->letter;
      letter.rect = (RoadmapRect) { left + x, top + (self->height - chip) / 2, chip, chip };
      x += chip + 3 * self->unit;
      roadmap_layout_get_size (piece->figure, &width, &height);
      text.layout = piece->figure;
      text.rect = (RoadmapRect) { left + x, top + (self->height - height) / 2, width, height };
      x += width;
      if (scene == NULL)
        continue;
      roadmap_scene_add (scene, &letter);
      roadmap_scene_add (scene, &text);
    }
  return x;
}

RoadmapProgressRing *
roadmap_progress_ring_new (Roadmap        *roadmap,
                           RoadmapItem    *lane,
                           const char     *language,
                           RoadmapMeasure *measure)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, lane);
  g_autoptr (RoadmapProgressRing) self = g_new0 (RoadmapProgressRing, 1);
  double text_height;

  self->unit = roadmap_bar_metrics (measure).unit;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  for (guint i = 0; i < counts->len; i++)
    self->n_bars += g_array_index (counts, RoadmapStatusCount, i).n_bars;
  if (self->n_bars == 0)
    return NULL;
  add_pieces (self, counts, TRUE);
  add_pieces (self, counts, FALSE);
  for (guint i = 0; i < self->pieces->len; i++)
    lay_out_letter (&g_array_index (self->pieces, Piece, i), language, measure);
  self->figures = lay_out_figures (self, measure);
  roadmap_layout_get_size (self->figures, NULL, &text_height);
  self->height = MAX (DIAMETER * self->unit, text_height);
  self->width = add_words (self, NULL, 0, 0);
  return g_steal_pointer (&self);
}

void
roadmap_progress_ring_free (RoadmapProgressRing *self)
{
  g_clear_object (&self->figures);
  g_array_unref (self->pieces);
  g_free (self);
}

void
roadmap_progress_ring_get_size (RoadmapProgressRing *self,
                                double              *width,
                                double              *height)
{
  *width = self->width;
  *height = self->height;
}

/* An arc of a ring whose thickest line touches the square at (@x, @y): thinner ones lie in the middle of its line. */
static void
add_arc (RoadmapProgressRing *self,
         RoadmapScene        *scene,
         RoadmapShape         arc,
         double               thickness,
         double               x,
         double               y)
{
  double inset = (THICK - thickness) / 2 * self->unit;
  double side = DIAMETER * self->unit - 2 * inset;

  arc.form = ROADMAP_FORM_ARC;
  arc.corner = thickness * self->unit;
  arc.rect = (RoadmapRect) { x + inset, y + inset, side, side };
  roadmap_scene_add (scene, &arc);
}

void
roadmap_progress_ring_add (RoadmapProgressRing *self,
                           RoadmapScene        *scene,
                           double               x,
                           double               y)
{
  double top = y + (self->height - DIAMETER * self->unit) / 2;
  guint n = 0;

  add_arc (self, scene, (RoadmapShape) { .ink = ROADMAP_INK_STRONG_GRID, .to = 1 }, TRACK, x, top);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      gboolean whole = piece->n_bars == self->n_bars;
      RoadmapShape arc = { .ink = ROADMAP_INK_HUE, .hue = roadmap_status_get_hue (piece->status) };

      arc.from = (double) n / self->n_bars + (whole ? 0 : GAP / 2);
      n += piece->n_bars;
      arc.to = (double) n / self->n_bars - (whole ? 0 : GAP / 2);
      add_arc (self, scene, arc, piece->closed ? THICK : THIN, x, top);
    }
  add_words (self, scene, x, y);
}
