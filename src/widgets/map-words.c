/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/map-words.h"

#include "chart/map-layout.h"
#include "model/mark.h"
#include "model/status.h"

static gboolean
is_japanese (const char *language)
{
  return g_str_has_prefix (language, "ja");
}

static const char *
get_comma (const char *language)
{
  return is_japanese (language) ? "、" : ", ";
}

/* NULL if the lane has no bars. */
static char *
describe_progress (Roadmap     *roadmap,
                   RoadmapItem *lane,
                   const char  *language)
{
  g_autoptr (GArray) counts = roadmap_count_status (roadmap, lane);
  guint n_bars = 0, n_closed = 0, n_recorded = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const RoadmapStatusCount *count = &g_array_index (counts, RoadmapStatusCount, i);

      n_bars += count->n_bars;
      n_recorded += count->status != NULL ? count->n_bars : 0;
      if (count->status != NULL && roadmap_item_get_boolean (count->status, "closed"))
        n_closed += count->n_bars;
    }
  if (n_bars == 0)
    return NULL;
  if (is_japanese (language))
    return n_recorded == 0 ? g_strdup_printf ("帯%u本、進捗の記録なし", n_bars)
                           : g_strdup_printf ("帯%u本のうち終了%u本", n_bars, n_closed);
  if (n_recorded == 0)
    return g_strdup_printf (n_bars == 1 ? "%u bar, no progress recorded" : "%u bars, no progress recorded", n_bars);
  return g_strdup_printf (n_bars == 1 ? "%u of %u bar closed" : "%u of %u bars closed", n_closed, n_bars);
}

/* Takes @words over. */
static char *
with_mark (Roadmap     *roadmap,
           RoadmapItem *item,
           const char  *language,
           char        *words)
{
  g_autofree char *plain = words;
  g_autofree char *mark = roadmap_mark_describe (roadmap, item, language);

  return mark != NULL ? g_strconcat (plain, get_comma (language), mark, NULL) : g_steal_pointer (&plain);
}

char *
roadmap_map_dup_name (Roadmap     *roadmap,
                      RoadmapItem *item,
                      const char  *language)
{
  RoadmapItem *lane = roadmap_item_is (item, "region") ? roadmap_map_find_lane (roadmap, item) : NULL;
  const char *number = roadmap_item_get (item, "number");
  g_autofree char *title = roadmap_item_dup_title (item, language);
  g_autofree char *progress = NULL;

  if (lane == NULL)
    return with_mark (roadmap, item, language, roadmap_item_dup_label (item, language));
  if (number == NULL)
    number = roadmap_item_get (lane, "number");
  progress = describe_progress (roadmap, lane, language);
  return with_mark (roadmap, item, language,
                    g_strconcat (number != NULL ? number : "", number != NULL && !is_japanese (language) ? " " : "", title,
                                 progress != NULL ? get_comma (language) : "", progress != NULL ? progress : "", NULL));
}

/* "* text" for each note, with @divider before it. */
static void
append_notes (GString     *words,
              Roadmap     *roadmap,
              RoadmapItem *item,
              const char  *language,
              const char  *divider)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (roadmap, item, "notes");

  for (guint i = 0; i < notes->len; i++)
    {
      const char *number = roadmap_item_get (g_ptr_array_index (notes, i), "number");
      g_autofree char *text = roadmap_item_dup_text (g_ptr_array_index (notes, i), "text", language);

      g_string_append_printf (words, "%s%s %s", divider, number != NULL ? number : "", text != NULL ? text : "");
    }
}

char *
roadmap_map_dup_tooltip (Roadmap     *roadmap,
                         RoadmapItem *item,
                         const char  *language)
{
  g_autofree char *name = roadmap_map_dup_name (roadmap, item, language);
  GString *words = g_string_new (name);

  append_notes (words, roadmap, item, language, "\n");
  return g_string_free (words, FALSE);
}

char *
roadmap_map_dup_place (Roadmap     *roadmap,
                       RoadmapItem *item,
                       const char  *language)
{
  RoadmapItem *parent = roadmap_item_get_parent (item);
  g_autofree char *label = parent != NULL ? roadmap_item_dup_label (parent, language) : g_strdup ("");
  g_autofree char *columns = NULL;
  GString *words = g_string_new (label);

  if (roadmap_item_is (item, "region"))
    columns = roadmap_map_dup_columns (roadmap, item, language);
  if (columns != NULL)
    g_string_append_printf (words, "%s%s", get_comma (language), columns);
  append_notes (words, roadmap, item, language, get_comma (language));
  return g_string_free (words, FALSE);
}
