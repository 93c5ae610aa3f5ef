/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/even-lines.h"

#include <string.h>

/* A last line of a single letter looks lost, one of two does not; more would tear words apart to no use. */
#define MIN_LAST_LETTERS 2

/* Brackets and the numbers of notes are none. */
static int
count_letters (const char *begin,
               const char *end)
{
  int n = 0;

  for (const char *p = begin; p < end; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n;
}

static int
count_last_letters (PangoLayout *layout)
{
  PangoLayoutLine *last = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  const char *begin = pango_layout_get_text (layout) + last->start_index;

  return count_letters (begin, begin + last->length);
}

void
roadmap_even_layout (PangoLayout *layout,
                     double       em)
{
  int n_lines = pango_layout_get_line_count (layout);
  int width = pango_layout_get_width (layout);

  if (n_lines == 1 || count_last_letters (layout) >= MIN_LAST_LETTERS)
    return;

  for (int shorter = 1; shorter * em * PANGO_SCALE < width / 2; shorter++)
    {
      pango_layout_set_width (layout, width - shorter * em * PANGO_SCALE);
      if (pango_layout_get_line_count (layout) > n_lines)
        break;
      if (count_last_letters (layout) >= MIN_LAST_LETTERS)
        return;
    }
  pango_layout_set_width (layout, width);
}

gboolean
roadmap_even_frame (RoadmapTextRuler *ruler,
                    const char       *text,
                    double            em,
                    RoadmapTextFrame *frame,
                    RoadmapTextLines *lines)
{
  const char *end = text + strlen (text);
  RoadmapTextFrame narrow = *frame;
  RoadmapTextLines narrow_lines;

  if (lines->n_lines == 1 || count_letters (text + lines->last_start, end) >= MIN_LAST_LETTERS)
    return TRUE;

  for (int shorter = 1; shorter * em * PANGO_SCALE < frame->width / 2; shorter++)
    {
      narrow.width = frame->width - shorter * em * PANGO_SCALE;
      if (!roadmap_text_ruler_wrap (ruler, &narrow, &narrow_lines))
        return FALSE;
      if (narrow_lines.n_lines > lines->n_lines)
        return TRUE;
      if (count_letters (text + narrow_lines.last_start, end) >= MIN_LAST_LETTERS)
        {
          *frame = narrow;
          *lines = narrow_lines;
          return TRUE;
        }
    }
  return TRUE;
}
