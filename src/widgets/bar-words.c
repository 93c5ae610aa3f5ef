/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/bar-words.h"

#include "model/era.h"
#include "model/mark.h"
#include "model/status.h"

/* (transfer full): when it is and how far it is, with @comma between; NULL if neither is known. */
static char *
dup_time_and_status (Roadmap     *roadmap,
                     RoadmapItem *item,
                     const char  *language)
{
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  const char *comma = g_str_has_prefix (language, "ja") ? "、" : ", ";
  g_autofree char *status_title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;
  g_autofree char *time = NULL;
  RoadmapSpan span;

  if (roadmap_get_span (roadmap, item, &span))
    time = roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);
  if (time == NULL || status_title == NULL)
    return g_strdup (time != NULL ? time : status_title);
  return g_strconcat (time, comma, status_title, NULL);
}

char *
roadmap_bar_dup_name (Roadmap     *roadmap,
                      RoadmapItem *item,
                      const char  *language)
{
  const char *comma = g_str_has_prefix (language, "ja") ? "、" : ", ";
  g_autofree char *title = roadmap_item_dup_title (item, language);
  g_autofree char *rest = dup_time_and_status (roadmap, item, language);
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, language);

  return g_strconcat (title, rest != NULL ? comma : "", rest != NULL ? rest : "", mark != NULL ? comma : "", mark, NULL);
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

char *
roadmap_bar_dup_all (Roadmap     *roadmap,
                     RoadmapItem *item,
                     const char  *language)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (roadmap, item, "notes");
  g_autofree char *rest = dup_time_and_status (roadmap, item, language);
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, language);
  GString *lines = g_string_new (NULL);

  append_line (lines, roadmap_item_get_in (item, "title", language));
  append_line (lines, roadmap_item_get_in (item, "detail", language));
  append_line (lines, rest);
  append_line (lines, mark);
  for (guint i = 0; i < notes->len; i++)
    {
      RoadmapItem *note = g_ptr_array_index (notes, i);
      g_autofree char *text = roadmap_item_dup_text (note, "text", language);
      g_autofree char *line = g_strdup_printf ("%s %s", roadmap_item_get (note, "number"), text);

      append_line (lines, line);
    }
  return g_string_free (lines, FALSE);
}

char *
roadmap_bar_dup_place (RoadmapItem *item,
                       const char  *language)
{
  RoadmapItem *lane = roadmap_item_find_around (item, "stage");

  if (lane == NULL)
    lane = roadmap_item_find_around (item, "lane");
  if (lane == NULL)
    lane = roadmap_item_find_around (item, "chart");
  return lane != NULL ? roadmap_item_dup_label (lane, language) : g_strdup ("");
}
