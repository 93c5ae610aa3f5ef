/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/bar-place.h"

#include "chart/title-markup.h"
#include "model/status.h"

#include <math.h>
#include <string.h>

/* The narrowest box, in units: enough to see and to grab. */
#define MIN_BOX 6

/* A box narrower than this, in ems, or than its longest word, had better have its words beside it. */
#define NARROW 5
/* The longest word that counts for that, in ems: an address need not push the words of a wide bar out. */
#define LONGEST_WORD 14

/* So many lines in a narrow box, or in any, are a tower. */
#define MAX_NARROW_LINES 6
#define MAX_LINES 12
/* Words beside a box may take so many lines where they fill free room. */
#define MAX_LINES_BESIDE 2

typedef struct
{
  const RoadmapSwimlaneOptions *options;
  RoadmapBarMetrics             metrics;
  double                        axis_width;
  double                        em;
} Context;

RoadmapBarMetrics
roadmap_bar_metrics (RoadmapMeasure *measure)
{
  double unit = roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY) / 13;

  return (RoadmapBarMetrics) {
    .unit = unit,
    .pad_x = 6 * unit,
    .pad_y = 4 * unit,
    .corner = 4 * unit,
    .head = 10 * unit,
    .chip = 16 * unit,
    .chip_gap = 5 * unit,
    .diamond = 13 * unit,
    .gap = 5 * unit,
    .margin = 6 * unit,
    .between = 6 * unit,
  };
}

RoadmapBarMetrics
roadmap_bar_metrics_for (const RoadmapSwimlaneOptions *options)
{
  RoadmapBarMetrics metrics = roadmap_bar_metrics (options->measure);
  double unit = metrics.unit;

  switch (options->look)
    {
    case ROADMAP_BARS_COMPACT:
      metrics.pad_y = 2 * unit;
      metrics.chip = 14 * unit;
      metrics.margin = 4 * unit;
      metrics.between = 3 * unit;
      break;
    case ROADMAP_BARS_STRIPS:
      metrics.pad_y = 0;
      metrics.corner = 2 * unit;
      metrics.chip = 6 * unit;
      metrics.diamond = 8 * unit;
      metrics.margin = 5 * unit;
      metrics.between = 2 * unit;
      break;
    case ROADMAP_BARS_GHOSTS:
      metrics.pad_y = 1 * unit;
      metrics.corner = 3 * unit;
      metrics.chip = 14 * unit;
      metrics.diamond = 10 * unit;
      metrics.between = 3 * unit;
      break;
    default:
      break;
    }
  return metrics;
}

static RoadmapTextSize
get_text_size (const RoadmapSwimlaneOptions *options)
{
  return options->look == ROADMAP_BARS_GHOSTS ? ROADMAP_SIZE_SMALL : ROADMAP_SIZE_BAR;
}

static gboolean
has_words (const RoadmapSwimlaneOptions *options)
{
  return options->look != ROADMAP_BARS_STRIPS;
}

static Context
get_context (const RoadmapSwimlaneOptions *options)
{
  return (Context) {
    .options = options,
    .metrics = roadmap_bar_metrics_for (options),
    .axis_width = roadmap_axis_get_width (&options->axis),
    .em = roadmap_measure_get_em (options->measure, get_text_size (options)),
  };
}

/* Words */

static gboolean
has_pattern (const RoadmapBarPlace *place,
             const char            *pattern)
{
  return place->status != NULL && g_strcmp0 (roadmap_item_get (place->status, "pattern"), pattern) == 0;
}

/* What the words have before them, in the first line or, apart, in all. */
static double
get_chip_width (Context               *context,
                const RoadmapBarPlace *place)
{
  return place->letter != NULL ? context->metrics.chip + context->metrics.chip_gap : 0;
}

static double
get_apart_width (Context               *context,
                 const RoadmapBarPlace *place)
{
  return place->apart ? get_chip_width (context, place) : 0;
}

static RoadmapTextStyle
get_text_style (Context               *context,
                const RoadmapBarPlace *place)
{
  RoadmapTextStyle style = { get_text_size (context->options), ROADMAP_TEXT_EVEN };

  if (context->options->look == ROADMAP_BARS_COMPACT)
    style.flags = ROADMAP_TEXT_CUT;
  if (!place->apart)
    style.indent = get_chip_width (context, place);
  if (has_pattern (place, "struck"))
    style.flags |= ROADMAP_TEXT_STRUCK;
  return style;
}

static PangoLayout *
lay_out_text (Context               *context,
              const RoadmapBarPlace *place,
              double                 width)
{
  return roadmap_measure_markup (context->options->measure, place->markup, get_text_style (context, place), width);
}

static double
get_text_width (Context               *context,
                const RoadmapBarPlace *place)
{
  double width;

  roadmap_layout_get_size (place->text, &width, NULL);
  return width + get_apart_width (context, place);
}

/* Boxes */

/* The room for words in the box. */
static double
get_inner_width (Context               *context,
                 const RoadmapBarPlace *place)
{
  const RoadmapBarMetrics *metrics = &context->metrics;
  double width = place->right - place->left - metrics->unit - 2 * metrics->pad_x - get_apart_width (context, place);

  if (place->flags & ROADMAP_SHAPE_BEGINS_BEFORE)
    width -= metrics->head;
  if (place->flags & (ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_ENDS_AFTER))
    width -= metrics->head;
  return width;
}

/* Keeps the box on the axis and large enough; a bar that lies wholly off the axis becomes a stub at its end. */
static RoadmapReach
keep_on_axis (const RoadmapAxis       *axis,
              const RoadmapBarMetrics *metrics,
              RoadmapReach             reach)
{
  double axis_width = roadmap_axis_get_width (axis);
  double min_width = MIN (MIN_BOX * metrics->unit, axis_width);
  double left = CLAMP (reach.from, 0, axis_width - min_width);

  return (RoadmapReach) { left, CLAMP (reach.to, left + min_width, axis_width) };
}

static RoadmapReach
find_bar (const RoadmapAxis       *axis,
          const RoadmapBarMetrics *metrics,
          const RoadmapSpan       *span,
          RoadmapShapeFlags       *flags)
{
  RoadmapMonth first = roadmap_span_get_first (span);
  RoadmapMonth after = span->open ? MAX (axis->after, roadmap_span_get_after (span)) : roadmap_span_get_after (span);
  RoadmapReach reach = { roadmap_axis_month_to_x (axis, first), roadmap_axis_month_to_x (axis, after) };

  if (first < axis->first)
    *flags |= ROADMAP_SHAPE_BEGINS_BEFORE;
  if (span->open)
    *flags |= ROADMAP_SHAPE_OPEN_END;
  else if (after > axis->after)
    *flags |= ROADMAP_SHAPE_ENDS_AFTER;
  return keep_on_axis (axis, metrics, reach);
}

/* A milestone that is stated to the month is to be reached by its end; any other lies somewhere in its month or year, so it
 * stands in the middle. */
static RoadmapReach
find_milestone (const RoadmapAxis       *axis,
                const RoadmapBarMetrics *metrics,
                const RoadmapSpan       *span)
{
  gboolean stated = span->basis != ROADMAP_BASIS_INFERRED && span->end.unit == ROADMAP_UNIT_MONTH;
  double axis_width = roadmap_axis_get_width (axis);
  double after = roadmap_span_get_after (span);
  double middle = (roadmap_span_get_first (span) + after) / 2.0;
  double x = roadmap_axis_month_to_x (axis, stated ? after : middle);
  double half = MIN (metrics->diamond, axis_width) / 2;

  x = CLAMP (x, half, axis_width - half);
  return (RoadmapReach) { x - half, x + half };
}

RoadmapReach
roadmap_bar_place_find_box (const RoadmapAxis       *axis,
                            const RoadmapBarMetrics *metrics,
                            const RoadmapSpan       *span,
                            gboolean                 milestone,
                            RoadmapShapeFlags       *flags)
{
  return milestone ? find_milestone (axis, metrics, span) : find_bar (axis, metrics, span, flags);
}

static PangoLayout *
lay_out_letter (const RoadmapSwimlaneOptions *options,
                RoadmapItem                  *status)
{
  const char *letter = roadmap_item_get_in (status, "letter", options->language);
  RoadmapTextStyle style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };

  return letter != NULL ? roadmap_measure_text (options->measure, letter, style, ROADMAP_UNWRAPPED) : NULL;
}

/* Words beside the box */

/* To the right if there is room up to the end of the axis, else to the left, else wrapped at the larger side. */
static void
put_text_beside (Context         *context,
                 RoadmapBarPlace *place)
{
  double gap = context->metrics.gap;
  double room_right = context->axis_width - place->right - 2 * gap;
  double room_left = place->left - 2 * gap;
  double room = MAX (room_right, room_left) - get_apart_width (context, place);
  g_autoptr (PangoLayout) text = lay_out_text (context, place, ROADMAP_UNWRAPPED);
  double width;

  g_set_object (&place->text, text);
  width = get_text_width (context, place);
  place->text_place = width <= room_right || room_right >= room_left ? ROADMAP_TEXT_RIGHT : ROADMAP_TEXT_LEFT;
  if (width > MAX (room_right, room_left))
    {
      g_autoptr (PangoLayout) wrapped = lay_out_text (context, place, MAX (room, context->em));

      g_set_object (&place->text, wrapped);
      width = get_text_width (context, place);
    }
  place->room_left = place->left;
  place->room_right = place->right;
  if (place->text_place == ROADMAP_TEXT_RIGHT)
    place->room_right += gap + width;
  else
    place->room_left -= gap + width;
}

static void
put_text_inside (Context         *context,
                 RoadmapBarPlace *place)
{
  double inner = get_inner_width (context, place);
  g_autoptr (PangoLayout) text = lay_out_text (context, place, MAX (inner, context->em));

  g_set_object (&place->text, text);
  place->text_place = ROADMAP_TEXT_INSIDE;
  place->room_left = place->left;
  place->room_right = place->right;
}

/* The room for words in the first line of the box. */
static double
get_first_width (Context               *context,
                 const RoadmapBarPlace *place)
{
  double width = get_inner_width (context, place);

  return place->apart ? width : width - get_chip_width (context, place);
}

static gboolean
is_narrow (Context               *context,
           const RoadmapBarPlace *place)
{
  return get_first_width (context, place) < NARROW * context->em;
}

/* Whether the longest word would have to be broken. */
static gboolean
breaks_words (Context               *context,
              const RoadmapBarPlace *place)
{
  RoadmapTextStyle style = get_text_style (context, place);
  double width = get_first_width (context, place);
  double longest;

  /* Most have room, which need not be measured. */
  if (width >= LONGEST_WORD * context->em || (width >= context->em && roadmap_layout_get_n_lines (place->text) == 1))
    return FALSE;
  longest = roadmap_layout_get_longest_word (place->text);
  if (longest < 0)
    longest = roadmap_measure_get_longest_word (context->options->measure, place->markup, style);
  return width < longest;
}

/* One line in the box, unless that would hide most of it. */
static void
put_compact_text (Context         *context,
                  RoadmapBarPlace *place)
{
  g_autoptr (PangoLayout) whole = lay_out_text (context, place, ROADMAP_UNWRAPPED);
  double width;

  roadmap_layout_get_size (whole, &width, NULL);
  if (get_first_width (context, place) >= MIN (width, NARROW * context->em))
    put_text_inside (context, place);
  else
    put_text_beside (context, place);
}

/* Words that cannot stand in their box want a line with room for them. */
static void
choose_text_place (Context         *context,
                   RoadmapBarPlace *place)
{
  int n_lines;

  if (context->options->look == ROADMAP_BARS_STRIPS)
    {
      put_text_inside (context, place);
      return;
    }
  if (place->milestone)
    {
      put_text_beside (context, place);
      return;
    }
  if (context->options->look == ROADMAP_BARS_COMPACT)
    {
      put_compact_text (context, place);
      return;
    }

  put_text_inside (context, place);
  n_lines = roadmap_layout_get_n_lines (place->text);
  if (breaks_words (context, place) || get_first_width (context, place) < 2 * context->em ||
      n_lines > (is_narrow (context, place) ? MAX_NARROW_LINES : MAX_LINES))
    {
      put_text_beside (context, place);
      if (get_first_width (context, place) >= 2 * context->em && roadmap_layout_get_n_lines (place->text) >= n_lines)
        put_text_inside (context, place);
    }
}

gboolean
roadmap_bar_place_init (RoadmapBarPlace              *self,
                        const RoadmapSwimlaneOptions *options,
                        RoadmapItem                  *item)
{
  Context context = get_context (options);
  RoadmapReach reach;
  RoadmapSpan span;

  *self = (RoadmapBarPlace) { .milestone = roadmap_item_is (item, "milestone") };
  if (!roadmap_get_span (options->roadmap, item, &span))
    return FALSE;

  self->item = g_object_ref (item);
  self->has_words = has_words (options);
  self->status = self->milestone ? NULL : roadmap_get_status (options->roadmap, item);
  if (self->status != NULL && has_words (options) && options->look != ROADMAP_BARS_GHOSTS)
    self->letter = lay_out_letter (options, self->status);
  if (has_words (options))
    self->markup = roadmap_title_dup_markup (options->roadmap, item, options->language, options->measure,
                                             get_text_size (options));
  else
    self->markup = g_strdup ("");
  self->apart = self->letter != NULL && strchr (self->markup, '\n') != NULL;
  if (span.basis == ROADMAP_BASIS_INFERRED || options->look == ROADMAP_BARS_GHOSTS)
    self->flags |= ROADMAP_SHAPE_DASHED;
  if (has_pattern (self, "hatched"))
    self->flags |= ROADMAP_SHAPE_HATCHED;
  reach = roadmap_bar_place_find_box (&options->axis, &context.metrics, &span, self->milestone, &self->flags);
  self->left = reach.from;
  self->right = reach.to;
  /* Dashes need more room than a strip has. */
  if (!self->has_words)
    self->flags &= ~ROADMAP_SHAPE_DASHED;
  choose_text_place (&context, self);
  return TRUE;
}

void
roadmap_bar_place_clear (RoadmapBarPlace *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->markup, g_free);
  g_clear_object (&self->text);
  g_clear_object (&self->letter);
}

void
roadmap_bar_place_use_room (RoadmapBarPlace              *self,
                            const RoadmapSwimlaneOptions *options,
                            double                        next)
{
  Context context = get_context (options);
  double gap = context.metrics.gap;
  double room = next - self->right - 2 * gap - get_apart_width (&context, self);
  g_autoptr (PangoLayout) text = NULL;

  if (self->text_place != ROADMAP_TEXT_INSIDE || !is_narrow (&context, self) ||
      roadmap_layout_get_n_lines (self->text) == 1 || room < 2 * get_inner_width (&context, self))
    return;

  text = lay_out_text (&context, self, room);
  if (roadmap_layout_get_n_lines (text) > MAX_LINES_BESIDE)
    return;

  g_set_object (&self->text, text);
  self->text_place = ROADMAP_TEXT_RIGHT;
  self->room_right = self->right + gap + get_text_width (&context, self);
}

double
roadmap_bar_place_get_height (const RoadmapBarPlace   *self,
                              const RoadmapBarMetrics *metrics)
{
  double height;

  if (!self->has_words)
    return metrics->chip;
  roadmap_layout_get_size (self->text, NULL, &height);
  if (self->text_place == ROADMAP_TEXT_INSIDE || roadmap_layout_get_n_lines (self->text) == 1)
    height += 2 * metrics->pad_y;
  return MAX (ceil (height), metrics->chip + 2 * metrics->pad_y);
}
