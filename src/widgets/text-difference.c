/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/text-difference.h"

#include <string.h>

RoadmapTextDifference
roadmap_text_compare (const char *old_text,
                      const char *new_text)
{
  const char *old_end, *new_end;
  RoadmapTextDifference difference = { 0, 0, 0 };

  g_return_val_if_fail (old_text != NULL && new_text != NULL, difference);

  while (*old_text != '\0' && g_utf8_get_char (old_text) == g_utf8_get_char (new_text))
    {
      old_text = g_utf8_next_char (old_text);
      new_text = g_utf8_next_char (new_text);
      difference.start++;
    }

  old_end = old_text + strlen (old_text);
  new_end = new_text + strlen (new_text);
  while (old_end > old_text && new_end > new_text &&
         g_utf8_get_char (g_utf8_prev_char (old_end)) == g_utf8_get_char (g_utf8_prev_char (new_end)))
    {
      old_end = g_utf8_prev_char (old_end);
      new_end = g_utf8_prev_char (new_end);
    }
  difference.old_end = difference.start + g_utf8_strlen (old_text, old_end - old_text);
  difference.new_end = difference.start + g_utf8_strlen (new_text, new_end - new_text);
  return difference;
}
