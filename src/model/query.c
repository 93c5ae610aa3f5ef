/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/query.h"

#include <string.h>

#include "model/markup.h"

char *
roadmap_query_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal, -1);

  /* Folding can undo the composition (ﾊﾞ, İ); without this the same word has two forms. */
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
}

static char **
fold_words (const char *query)
{
  g_autofree char *folded = roadmap_query_fold (query);

  return g_strsplit_set (g_strstrip (folded), " \t\n", -1);
}

static gboolean
is_searched (const RoadmapField *field)
{
  return roadmap_field_is_text (field) || (field->type == ROADMAP_FIELD_STRING && field->flags & ROADMAP_FIELD_OFFICIAL);
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
                 gpointer            words)
{
  g_autofree char *text = NULL;

  if (!is_searched (field))
    return;
  text = dup_words (field, value);
  g_string_append (words, text);
  g_string_append_c (words, '\n');
}

static gboolean
holds_words (RoadmapItem *item,
             char       **words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  roadmap_item_foreach_value (item, append_words_cb, text);
  folded = roadmap_query_fold (text->str);
  for (char **word = words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
roadmap_query_match (RoadmapItem *item,
                     const char  *query)
{
  g_auto (GStrv) words = fold_words (query);

  return holds_words (item, words);
}

GPtrArray *
roadmap_query_search (Roadmap    *roadmap,
                      const char *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto (GStrv) words = fold_words (query);
  RoadmapItem *root = roadmap_get_root (roadmap);

  if (words[0] == NULL || *words[0] == '\0')
    return found;
  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (holds_words (item, words))
      g_ptr_array_add (found, item);
  return found;
}

typedef struct
{
  const char *word; /* folded */
  guint       width;
  char       *excerpt;
} Excerpt;

/* Folding changes lengths (㈱ becomes three characters), so the place is found by folding ever shorter beginnings: the
 * longest beginning that does not yet hold the word ends just before the word is complete. */
static glong
find_word (const char *text,
           const char *word)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  while (low < high)
    {
      glong middle = (low + high) / 2;
      g_autofree char *beginning = g_utf8_substring (text, 0, middle);
      g_autofree char *folded = roadmap_query_fold (beginning);

      if (strstr (folded, word) != NULL)
        high = middle;
      else
        low = middle + 1;
    }
  return MAX (0, low - g_utf8_strlen (word, -1));
}

static char *
cut_excerpt (const char *text,
             glong       start,
             guint       width)
{
  glong length = g_utf8_strlen (text, -1);
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
  g_autofree char *folded = NULL;

  if (wanted->excerpt != NULL || !is_searched (field))
    return;
  text = dup_words (field, value);
  folded = roadmap_query_fold (text);
  if (strstr (folded, wanted->word) != NULL)
    wanted->excerpt = cut_excerpt (text, find_word (text, wanted->word), wanted->width);
}

char *
roadmap_query_excerpt (RoadmapItem *item,
                       const char  *query,
                       guint        width)
{
  g_auto (GStrv) words = fold_words (query);
  Excerpt wanted = { words[0], width, NULL };

  if (words[0] != NULL && *words[0] != '\0')
    roadmap_item_foreach_value (item, find_excerpt_cb, &wanted);
  return wanted.excerpt;
}
