/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout-size.h"

G_BEGIN_DECLS

/* Text layouts for a screen or for paper: fonts, sizes, wrapping, and how large a text becomes.
 *
 * Lines break between any two CJK characters that kinsoku allows and between Latin words, in a word only where it is
 * wider than the line; no line begins with ／.  Layouts are kept and handed out again for the same words, width and
 * style, so nobody may change one.  Lengths are pixels on a screen and points on paper. */

/* Steps of size, in proportion to the step BODY. */
typedef enum
{
  ROADMAP_SIZE_SMALL,   /* 11: months, legend */
  ROADMAP_SIZE_BAR,     /* 12: bars */
  ROADMAP_SIZE_BODY,    /* 13: names of lanes and years */
  ROADMAP_SIZE_NUMBER,  /* 16: numbers of lanes, titles of charts */
  ROADMAP_SIZE_TITLE,   /* 22: titles on paper */
} RoadmapTextSize;

typedef enum
{
  ROADMAP_TEXT_BOLD    = 1 << 0,
  ROADMAP_TEXT_ITALIC  = 1 << 1,
  ROADMAP_TEXT_STRUCK  = 1 << 2,
  ROADMAP_TEXT_CENTRED = 1 << 3, /* within the width, if there is one */
  ROADMAP_TEXT_END     = 1 << 4, /* at the right side of the width */
  ROADMAP_TEXT_EVEN    = 1 << 5, /* with shorter lines where the last would hold only a letter or two */
  ROADMAP_TEXT_RUNNING = 1 << 6, /* whole sentences: even lines matter more than long words in katakana staying whole */
  ROADMAP_TEXT_VERTICAL = 1 << 7, /* lines run downwards, the first at the right: laid out as if the page were turned to
                                   * the left, so that it is painted turned to the right (ROADMAP_SHAPE_VERTICAL) */
  ROADMAP_TEXT_CUT     = 1 << 8, /* one line, which ends with an ellipsis where the width does */
  ROADMAP_TEXT_OPEN    = 1 << 9, /* lines as far apart as pages of running text want them */
  ROADMAP_TEXT_PHRASES = 1 << 10, /* titles and names: lines end between phrases where there is room for that */
  ROADMAP_TEXT_HEADING = ROADMAP_TEXT_BOLD | ROADMAP_TEXT_EVEN | ROADMAP_TEXT_PHRASES,
} RoadmapTextFlags;

typedef struct
{
  RoadmapTextSize  size;
  RoadmapTextFlags flags;
  double           indent; /* of the first line, for something that stands there */
} RoadmapTextStyle;

#define ROADMAP_UNWRAPPED (-1.0)

typedef struct _RoadmapMeasure RoadmapMeasure;

/* For a screen: @context is a widget's own, its font is taken for the step BODY.  @language is the content's, as in
 * xml:lang; it chooses the forms of Han characters.  Make a new one when the font, its scale or the language
 * changes. */
RoadmapMeasure *roadmap_measure_new           (PangoContext     *context,
                                               const char       *language);
/* For paper: "Noto Sans CJK JP", @points at the step BODY, laid out alike on every machine with that font.  No step
 * becomes smaller than ROADMAP_MEASURE_MIN_POINTS. */
RoadmapMeasure *roadmap_measure_new_for_paper (double            points,
                                               const char       *language);
RoadmapMeasure *roadmap_measure_ref           (RoadmapMeasure   *self);
void            roadmap_measure_unref         (RoadmapMeasure   *self);

#define ROADMAP_MEASURE_MIN_POINTS 6.0

const char     *roadmap_measure_get_language  (RoadmapMeasure   *self);
/* The size of a step's font. */
double          roadmap_measure_get_em        (RoadmapMeasure   *self,
                                               RoadmapTextSize   size);

/* (transfer full): @text laid out, wrapped at @width or ROADMAP_UNWRAPPED. */
PangoLayout    *roadmap_measure_text          (RoadmapMeasure   *self,
                                               const char       *text,
                                               RoadmapTextStyle  style,
                                               double            width);
/* The same for Pango markup, whose words the caller has escaped. */
PangoLayout    *roadmap_measure_markup        (RoadmapMeasure   *self,
                                               const char       *markup,
                                               RoadmapTextStyle  style,
                                               double            width);

/* The width of the longest piece that would have to be broken in the middle of a word to become narrower. */
double          roadmap_measure_get_longest_word (RoadmapMeasure *self,
                                               const char       *markup,
                                               RoadmapTextStyle  style);
/* (transfer full): markup for the number of a note, raised and smaller, in a text of @size. */
char           *roadmap_measure_dup_note_markup (RoadmapMeasure *self,
                                               RoadmapTextSize   size,
                                               const char       *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapMeasure, roadmap_measure_unref)

G_END_DECLS
