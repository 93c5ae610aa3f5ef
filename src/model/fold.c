/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/fold.h"

#include <string.h>

#define HALFWIDTH_VOICED_MARK      0xff9e
#define HALFWIDTH_SEMI_VOICED_MARK 0xff9f
#define HALFWIDTH_HANGUL_FIRST     0xffa0
#define HALFWIDTH_HANGUL_LAST      0xffdc

/* Whether normalisation can join @c to the character before it. */
static gboolean
is_joined (gunichar c)
{
  GUnicodeBreakType type;

  /* Most of what is written needs no look into a table. */
  if (c < 0x300 || (c >= 0x3000 && c <= 0x3029) || (c >= 0x30a0 && c <= 0x9fff) || (c >= 0xff01 && c <= 0xff5e))
    return FALSE;
  if (c == HALFWIDTH_VOICED_MARK || c == HALFWIDTH_SEMI_VOICED_MARK || g_unichar_ismark (c))
    return TRUE;

  /* Hangul written in letters, of which several make a syllable. */
  type = g_unichar_break_type (c);
  return type == G_UNICODE_BREAK_HANGUL_V_JAMO || type == G_UNICODE_BREAK_HANGUL_T_JAMO ||
         (c >= HALFWIDTH_HANGUL_FIRST && c <= HALFWIDTH_HANGUL_LAST);
}

static const char *
find_cluster_end (const char *text,
                  const char *end)
{
  for (text = g_utf8_next_char (text); text < end; text = g_utf8_next_char (text))
    if (!is_joined (g_utf8_get_char (text)))
      break;
  return text;
}

/* Each katakana stands a fixed distance behind its hiragana; of the few voiced ones without, only the mark is extra. */
static void
append_kana (GString  *folded,
             gunichar  c)
{
  static const char *const voiced[] = { "わ\u3099", "ゐ\u3099", "ゑ\u3099", "を\u3099" }; /* ヷ ヸ ヹ ヺ */

  if ((c >= 0x30a1 && c <= 0x30f6) || c == 0x30fd || c == 0x30fe)
    g_string_append_unichar (folded, c - 0x60);
  else if (c >= 0x30f7 && c <= 0x30fa)
    g_string_append (folded, voiced[c - 0x30f7]);
  else
    g_string_append_unichar (folded, c);
}

/* A single character that needs no table: most of what is written.  Returns FALSE for others. */
static gboolean
append_plain (GString  *folded,
              gunichar  c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  else if (c == 0x3000)
    c = ' ';

  if (c < 0x80)
    g_string_append_c (folded, g_ascii_tolower (c));
  else if (c >= 0x3041 && c <= 0x30fe && c != 0x309b && c != 0x309c)
    append_kana (folded, c);
  else if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3001 && c <= 0x3029))
    g_string_append_unichar (folded, c);
  else
    return FALSE;
  return TRUE;
}

static void
append_cluster (GString    *folded,
                const char *text,
                gsize       length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_NFKC);
  g_autofree char *lower = g_utf8_casefold (normal, -1);
  /* Case folding can undo the composition (ǰ); without this the same word has two forms. */
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKC);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    append_kana (folded, g_utf8_get_char (p));
}

static gboolean
folds_to_itself (gunichar c)
{
  if (c < 0x80)
    return c < 'A' || c > 'Z';
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x3001 && c <= 0x3029) ||
         c == 0x30fb || c == 0x30fc;
}

/* The end of the characters from @text on that fold to themselves and with which nothing combines. */
static const char *
skip_folded (const char *text,
             const char *end)
{
  const char *last = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_joined (c))
        return last;
      if (!folds_to_itself (c))
        return p;
      last = p;
    }
  return end;
}

GArray *
roadmap_fold_map_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RoadmapFoldPlace));
}

void
roadmap_fold_append (GString    *folded,
                     const char *text,
                     gssize      length,
                     GArray     *map)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  RoadmapFoldPlace place;

  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c;

      /* Without a map these need not be looked at one by one. */
      next = map == NULL ? skip_folded (p, end) : p;
      if (next > p)
        {
          g_string_append_len (folded, p, next - p);
          continue;
        }

      c = g_utf8_get_char (p);
      next = find_cluster_end (p, end);
      place = (RoadmapFoldPlace) { p - text, folded->len };
      if (map != NULL)
        g_array_append_val (map, place);
      if (next != g_utf8_next_char (p) || !append_plain (folded, c))
        append_cluster (folded, p, next - p);
    }
  place = (RoadmapFoldPlace) { end - text, folded->len };
  if (map != NULL)
    g_array_append_val (map, place);
}

static gboolean
is_spaced_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  if (c >= 0x2e80 || !g_unichar_isalpha (c))
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the letter at @place goes on with a word. */
static gboolean
is_inside_word (const char *folded,
                const char *place)
{
  while (place > folded)
    {
      gunichar c;

      place = g_utf8_prev_char (place);
      c = g_utf8_get_char (place);
      if (!g_unichar_ismark (c))
        return is_spaced_letter (c);
    }
  return FALSE;
}

const char *
roadmap_fold_find (const char *folded,
                   const char *from,
                   const char *word)
{
  gboolean spaced = is_spaced_letter (g_utf8_get_char (word));
  const char *place;

  for (place = strstr (from, word); place != NULL; place = strstr (g_utf8_next_char (place), word))
    if (!spaced || !is_inside_word (folded, place))
      break;
  return place;
}
