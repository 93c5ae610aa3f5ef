/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/title-markup.h"

#include <string.h>

char *
roadmap_title_dup_markup (Roadmap         *roadmap,
                          RoadmapItem     *item,
                          const char      *language,
                          RoadmapMeasure  *measure,
                          RoadmapTextSize  size)
{
  const char *title = roadmap_item_get_in (item, "title", language);
  g_autoptr (GPtrArray) notes = roadmap_get_links (roadmap, item, "notes");
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  const char *last;
  GString *markup;

  if (title == NULL || *title == '\0' || notes->len == 0)
    return g_markup_escape_text (title != NULL ? title : "", -1);

  last = g_utf8_prev_char (title + strlen (title));
  start = g_markup_escape_text (title, last - title);
  end = g_markup_escape_text (last, -1);
  markup = g_string_new (NULL);
  g_string_append_printf (markup, "%s<span allow_breaks=\"false\">%s", start, end);
  for (guint i = 0; i < notes->len; i++)
    {
      const char *number = roadmap_item_get (g_ptr_array_index (notes, i), "number");
      g_autofree char *mark = roadmap_measure_dup_note_markup (measure, size, number);

      g_string_append (markup, mark);
    }
  g_string_append (markup, "</span>");
  return g_string_free (markup, FALSE);
}
