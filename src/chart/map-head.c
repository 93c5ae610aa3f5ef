/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-head.h"

#include "chart/bar-place.h"
#include "chart/progress-ring.h"
#include "chart/title-markup.h"

/* In units, which are pixels at the usual size of text. */
#define NUMBER_GAP 6 /* between number and title */
#define RING_GAP 8
#define RING_GAP_BELOW 2

/* In ems of the title: how much of it a ring must leave. */
#define MIN_BESIDE_RING 9
/* How high above the baseline the middle of letters is. */
#define LETTER_MIDDLE 0.37

static const RoadmapTextStyle number_style = { ROADMAP_SIZE_TITLE, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle title_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle columns_style = { ROADMAP_SIZE_SMALL, 0 };

struct _RoadmapMapHead
{
  RoadmapMeasure      *measure;
  double               unit;
  char                *markup;  /* of the title */
  char                *columns; /* (nullable) */
  PangoLayout         *number;  /* (nullable) */
  double               number_width; /* with the gap behind it */
  RoadmapProgressRing *ring;    /* (nullable) */
  double               ring_width;
  double               ring_height;

  /* For a width. */
  double               width;
  gboolean             ring_below;
  PangoLayout         *title;
  PangoLayout         *caption; /* (nullable): the words of `columns` */
};

RoadmapMapHead *
roadmap_map_head_new (const RoadmapMapOptions *options,
                      RoadmapItem             *region,
                      const char              *columns)
{
  RoadmapMapHead *self = g_new0 (RoadmapMapHead, 1);
  RoadmapItem *lane = roadmap_map_find_lane (options->roadmap, region);
  const char *number = roadmap_item_get (region, "number");

  self->measure = roadmap_measure_ref (options->measure);
  self->unit = roadmap_bar_metrics (options->measure).unit;
  self->markup = roadmap_title_dup_markup (options->roadmap, region, options->language, options->measure,
                                           title_style.size);
  self->columns = g_strdup (columns);
  if (number == NULL && lane != NULL)
    number = roadmap_item_get (lane, "number");
  if (number != NULL)
    {
      self->number = roadmap_measure_text (options->measure, number, number_style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (self->number, &self->number_width, NULL);
      self->number_width += NUMBER_GAP * self->unit;
    }
  if (lane != NULL)
    self->ring = roadmap_progress_ring_new (options->roadmap, lane, options->language, options->measure);
  if (self->ring != NULL)
    roadmap_progress_ring_get_size (self->ring, &self->ring_width, &self->ring_height);
  return self;
}

void
roadmap_map_head_free (RoadmapMapHead *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->caption);
  g_clear_object (&self->number);
  g_clear_pointer (&self->ring, roadmap_progress_ring_free);
  g_free (self->columns);
  g_free (self->markup);
  roadmap_measure_unref (self->measure);
  g_free (self);
}

gboolean
roadmap_map_head_has_ring (RoadmapMapHead *self)
{
  return self->ring != NULL;
}

double
roadmap_map_head_get_min_width (RoadmapMapHead *self,
                                RoadmapMapFit   fit)
{
  double em = roadmap_measure_get_em (self->measure, title_style.size);
  double title = roadmap_map_fit_get_width (fit, self->measure, self->markup, title_style);
  g_autoptr (PangoLayout) line = roadmap_measure_markup (self->measure, self->markup, title_style, ROADMAP_UNWRAPPED);
  double natural;

  if (fit != ROADMAP_MAP_ROOMY)
    return self->number_width + MAX (title, self->ring_width) + self->unit;

  roadmap_layout_get_size (line, &natural, NULL);
  title = MAX (title, MIN (natural, MIN_BESIDE_RING * em));
  return self->number_width + title + (self->ring != NULL ? RING_GAP * self->unit + self->ring_width : 0) + self->unit;
}

void
roadmap_map_head_set_width (RoadmapMapHead *self,
                            double          width)
{
  double room = width - self->number_width;
  double beside = room - self->ring_width - RING_GAP * self->unit;
  double em = roadmap_measure_get_em (self->measure, title_style.size);

  self->width = width;
  self->ring_below = self->ring != NULL && beside < MIN_BESIDE_RING * em;
  if (self->ring != NULL && !self->ring_below)
    room = beside;
  g_clear_object (&self->title);
  g_clear_object (&self->caption);
  self->title = roadmap_measure_markup (self->measure, self->markup, title_style, room);
  if (self->columns != NULL)
    self->caption = roadmap_measure_text (self->measure, self->columns, columns_style, room);
}

/* The first line of the title stands beside the middle of the number, which is a circle or square more often than not,
 * and so does a ring at its other end. */
static double
get_middle (RoadmapMapHead *self)
{
  double em = roadmap_measure_get_em (self->measure, title_style.size);
  double middle = roadmap_layout_get_baseline (self->title) - LETTER_MIDDLE * em;
  PangoRectangle ink;

  if (self->number != NULL)
    {
      pango_layout_get_extents (self->number, &ink, NULL);
      middle = MAX (middle, ink.height / 2.0 / PANGO_SCALE);
    }
  if (self->ring != NULL && !self->ring_below)
    middle = MAX (middle, self->ring_height / 2);
  return middle;
}

static double
get_title_top (RoadmapMapHead *self)
{
  double em = roadmap_measure_get_em (self->measure, title_style.size);

  return get_middle (self) + LETTER_MIDDLE * em - roadmap_layout_get_baseline (self->title);
}

static double
get_number_top (RoadmapMapHead *self)
{
  PangoRectangle ink;

  pango_layout_get_extents (self->number, &ink, NULL);
  return get_middle (self) - (ink.y + ink.height / 2.0) / PANGO_SCALE;
}

static double
get_title_bottom (RoadmapMapHead *self)
{
  double title;

  roadmap_layout_get_size (self->title, NULL, &title);
  return MAX (get_title_top (self) + title, 2 * get_middle (self));
}

static double
get_caption_height (RoadmapMapHead *self)
{
  double height = 0;

  if (self->caption != NULL)
    roadmap_layout_get_size (self->caption, NULL, &height);
  return height;
}

double
roadmap_map_head_get_height (RoadmapMapHead *self)
{
  if (self->title == NULL)
    return 0;
  return get_title_bottom (self) + get_caption_height (self) +
         (self->ring_below ? self->ring_height + RING_GAP_BELOW * self->unit : 0);
}

void
roadmap_map_head_add (RoadmapMapHead *self,
                      RoadmapScene   *scene,
                      guint32         hue,
                      gboolean        pale,
                      double          x,
                      double          y)
{
  double title_x = x + self->number_width;
  double below = y + get_title_bottom (self);

  if (self->number != NULL)
    roadmap_scene_add_text (scene, self->number, ROADMAP_INK_HUE_TEXT, hue, x, y + get_number_top (self));
  roadmap_scene_add_text (scene, self->title, pale ? ROADMAP_INK_DIM_TEXT : ROADMAP_INK_TEXT, 0, title_x,
                          y + get_title_top (self));
  if (self->caption != NULL)
    roadmap_scene_add_text (scene, self->caption, ROADMAP_INK_DIM_TEXT, 0, title_x, below);
  below += get_caption_height (self) + RING_GAP_BELOW * self->unit;
  if (self->ring_below)
    roadmap_progress_ring_add (self->ring, scene, title_x, below);
  else if (self->ring != NULL)
    roadmap_progress_ring_add (self->ring, scene, x + self->width - self->ring_width,
                               y + get_middle (self) - self->ring_height / 2);
}
