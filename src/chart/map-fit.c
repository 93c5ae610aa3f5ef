/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-fit.h"

/* In ems.  No text is narrower than a few letters if it need not be; longer words are broken in the end. */
#define MIN_TEXT 4.5
#define MIN_TIGHT_TEXT 3
#define LONGEST_WORD 14
/* A word in katakana is not broken if it has no more letters. */
#define KATAKANA_WORD 10

static gboolean
is_katakana (gunichar character)
{
  return (character >= 0x30a1 && character <= 0x30fa) || character == 0x30fc /* ー */;
}

/* Of the longest word in katakana that is short enough to be kept whole. */
static double
get_katakana_width (RoadmapMeasure   *measure,
                    const char       *markup,
                    RoadmapTextStyle  style)
{
  double longest = 0;

  for (const char *p = markup; *p != '\0';)
    {
      const char *first = p;
      int n = 0;

      for (; is_katakana (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        n++;
      if (n > 1 && n <= KATAKANA_WORD)
        {
          g_autofree char *word = g_strndup (first, p - first);
          g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, word, style, ROADMAP_UNWRAPPED);
          double width;

          roadmap_layout_get_size (layout, &width, NULL);
          longest = MAX (longest, width);
        }
      if (n == 0)
        p = g_utf8_next_char (p);
    }
  return longest;
}

double
roadmap_map_fit_get_width (RoadmapMapFit     fit,
                           RoadmapMeasure   *measure,
                           const char       *markup,
                           RoadmapTextStyle  style)
{
  gboolean tight = fit == ROADMAP_MAP_TIGHT;
  double em = roadmap_measure_get_em (measure, style.size);
  double word = roadmap_measure_get_longest_word (measure, markup, style);
  g_autoptr (PangoLayout) line = roadmap_measure_markup (measure, markup, style, ROADMAP_UNWRAPPED);
  double width;

  roadmap_layout_get_size (line, &width, NULL);
  word = MAX (word, (tight ? MIN_TIGHT_TEXT : MIN_TEXT) * em);
  if (!tight)
    word = MAX (word, get_katakana_width (measure, markup, style));
  return MIN (width, MIN (word, LONGEST_WORD * em));
}
