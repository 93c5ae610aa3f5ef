/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/query.h"

#include <string.h>

#include "model/edition.h"
#include "model/fold.h"
#include "model/markup.h"

char *
roadmap_query_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  roadmap_fold_append (folded, text, -1, NULL);
  return g_string_free (folded, FALSE);
}

char **
roadmap_query_split (const char *query)
{
  g_autofree char *folded = roadmap_query_fold (query != NULL ? query : "");
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (words, *part);
  return g_strv_builder_end (words);
}

static gboolean
is_searched (const RoadmapField *field)
{
  return roadmap_field_is_text (field) || field->flags & ROADMAP_FIELD_SEARCHED ||
         (field->type == ROADMAP_FIELD_STRING && field->flags & ROADMAP_FIELD_OFFICIAL);
}

/* Without the tags of markup. */
static char *
dup_words (const RoadmapField *field,
           const char         *value)
{
  char *text = field->type == ROADMAP_FIELD_MARKUP ? roadmap_markup_to_text (value) : NULL;

  return text != NULL ? text : g_strdup (value);
}

static void
append_words_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            folded)
{
  g_autofree char *text = NULL;

  if (!is_searched (field))
    return;
  if (field->type == ROADMAP_FIELD_MARKUP)
    text = dup_words (field, value);
  roadmap_fold_append (folded, text != NULL ? text : value, -1, NULL);
  g_string_append_c (folded, '\n');
}

void
roadmap_query_append_words (RoadmapItem *item,
                            GString     *folded)
{
  roadmap_item_foreach_value (item, append_words_cb, folded);
}

static gboolean
holds_words (RoadmapItem *item,
             char       **words)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  roadmap_query_append_words (item, folded);
  for (char **word = words; *word != NULL; word++)
    if (roadmap_fold_find (folded->str, folded->str, *word) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
roadmap_query_match (RoadmapItem *item,
                     const char  *query)
{
  g_auto (GStrv) words = roadmap_query_split (query);

  return holds_words (item, words);
}

GPtrArray *
roadmap_query_search (Roadmap    *roadmap,
                      const char *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto (GStrv) words = roadmap_query_split (query);
  RoadmapItem *root = roadmap_get_root (roadmap);

  if (words[0] == NULL)
    return found;
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next_current (item, root))
    if (holds_words (item, words))
      g_ptr_array_add (found, item);
  return found;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const RoadmapRange *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/* In order, and those that touch or overlap as one. */
static void
join_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      RoadmapRange range = g_array_index (ranges, RoadmapRange, i);
      RoadmapRange *last = n > 0 ? &g_array_index (ranges, RoadmapRange, n - 1) : NULL;

      if (last != NULL && range.start <= last->end)
        last->end = MAX (last->end, range.end);
      else
        g_array_index (ranges, RoadmapRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/* The last cluster that begins at or before byte @folded of the folded text. */
static guint
find_cluster (GArray *map,
              guint   folded)
{
  guint low = 0, high = map->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (g_array_index (map, RoadmapFoldPlace, middle).folded <= folded)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* Of a character that folds to several, of which a word holds one, the whole is meant. */
static RoadmapRange
find_range (GArray *map,
            guint   from,
            guint   to)
{
  guint first = find_cluster (map, from), last = find_cluster (map, to - 1);

  return (RoadmapRange) { g_array_index (map, RoadmapFoldPlace, first).text,
                          g_array_index (map, RoadmapFoldPlace, last + 1).text };
}

GArray *
roadmap_query_find_ranges (const char *text,
                           const char *query)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RoadmapRange));
  g_auto (GStrv) words = roadmap_query_split (query);
  g_autoptr (GArray) map = roadmap_fold_map_new ();
  g_autoptr (GString) folded = g_string_new (NULL);

  if (words[0] == NULL)
    return ranges;

  roadmap_fold_append (folded, text, -1, map);
  for (char **word = words; *word != NULL; word++)
    for (const char *at = folded->str; (at = roadmap_fold_find (folded->str, at, *word)) != NULL; at += strlen (*word))
      {
        RoadmapRange range = find_range (map, at - folded->str, at - folded->str + strlen (*word));

        g_array_append_val (ranges, range);
      }
  join_ranges (ranges);
  return ranges;
}

typedef struct
{
  const char *word;
  guint       width;
  char       *excerpt;
} Excerpt;

static char *
cut_excerpt (const char *text,
             gsize       match,
             guint       width)
{
  glong length = g_utf8_strlen (text, -1);
  glong start = g_utf8_strlen (text, match);
  glong from = CLAMP (start - (glong) width / 3, 0, MAX (0, length - (glong) width));
  glong to = MIN (length, from + (glong) width);
  g_autofree char *part = g_utf8_substring (text, from, to);

  return g_strdup_printf ("%s%s%s", from > 0 ? "…" : "", g_strdelimit (part, "\n", ' '), to < length ? "…" : "");
}

static void
find_excerpt_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  Excerpt *wanted = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GArray) ranges = NULL;

  if (wanted->excerpt != NULL || !is_searched (field))
    return;
  text = dup_words (field, value);
  ranges = roadmap_query_find_ranges (text, wanted->word);
  if (ranges->len > 0)
    wanted->excerpt = cut_excerpt (text, g_array_index (ranges, RoadmapRange, 0).start, wanted->width);
}

char *
roadmap_query_excerpt (RoadmapItem *item,
                       const char  *query,
                       guint        width)
{
  g_auto (GStrv) words = roadmap_query_split (query);
  Excerpt wanted = { words[0], width, NULL };

  if (words[0] != NULL)
    roadmap_item_foreach_value (item, find_excerpt_cb, &wanted);
  return wanted.excerpt;
}
