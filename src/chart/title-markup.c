/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/title-markup.h"

#include <string.h>

#include "model/mark.h"

void
roadmap_mark_append_markup (GString         *markup,
                            Roadmap         *roadmap,
                            RoadmapItem     *item,
                            const char      *language,
                            RoadmapMeasure  *measure,
                            RoadmapTextSize  size)
{
  gboolean japanese = language != NULL && g_str_has_prefix (language, "ja");
  double small = roadmap_measure_get_em (measure, ROADMAP_SIZE_SMALL) / roadmap_measure_get_em (measure, size);
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, language);
  g_autofree char *escaped = mark != NULL ? g_markup_escape_text (mark, -1) : NULL;

  if (mark != NULL)
    g_string_append_printf (markup, "<span size=\"%d%%\" weight=\"normal\">%s%s%s</span>", (int) (100 * MIN (small, 1)),
                            japanese ? "（" : " (", escaped, japanese ? "）" : ")");
}

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
  GString *markup = g_string_new (NULL);

  if (title == NULL || *title == '\0')
    return g_string_free (markup, FALSE);

  last = g_utf8_prev_char (title + strlen (title));
  start = g_markup_escape_text (title, last - title);
  end = g_markup_escape_text (last, -1);
  g_string_append_printf (markup, notes->len > 0 ? "%s<span allow_breaks=\"false\">%s" : "%s%s", start, end);
  for (guint i = 0; i < notes->len; i++)
    {
      const char *number = roadmap_item_get (g_ptr_array_index (notes, i), "number");
      g_autofree char *mark = roadmap_measure_dup_note_markup (measure, size, number);

      g_string_append (markup, mark);
    }
  if (notes->len > 0)
    g_string_append (markup, "</span>");
  roadmap_mark_append_markup (markup, roadmap, item, language, measure, size);
  return g_string_free (markup, FALSE);
}
