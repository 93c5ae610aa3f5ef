/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/phrases.h"

#include "chart/line-breaks.h"

#include <string.h>

/* A phrase that is kept whole is no longer than this share of a line … */
#define PHRASE_SHARE 0.6
/* … and both are shorter by so many ems: Latin letters may be wider than they are taken for. */
#define ROOM 1

/* The width of a Latin letter in bold, in ems. */
#define LATIN_EM 0.6

typedef enum
{
  SCRIPT_OTHER, /* spaces, too: Unicode's rules are good enough for them */
  SCRIPT_LATIN,
  SCRIPT_HIRAGANA,
  SCRIPT_KATAKANA,
  SCRIPT_KANJI,
  SCRIPT_OPEN,
  SCRIPT_CLOSE,
} Script;

typedef enum
{
  BREAK_NONE,
  BREAK_WORD,
  BREAK_PHRASE,
} Break;

static const struct
{
  gunichar first;
  gunichar last;
  Script   script;
} scripts[] = {
  { '0', '9', SCRIPT_LATIN },
  { 'A', 'Z', SCRIPT_LATIN },
  { 'a', 'z', SCRIPT_LATIN },
  { 0x3001, 0x3002, SCRIPT_CLOSE },    /* 、。 */
  { 0x3005, 0x3007, SCRIPT_KANJI },    /* 々〆〇 */
  { 0x3041, 0x309f, SCRIPT_HIRAGANA },
  { 0x30a1, 0x30fa, SCRIPT_KATAKANA },
  { 0x30fb, 0x30fb, SCRIPT_CLOSE },    /* ・ */
  { 0x30fc, 0x30ff, SCRIPT_KATAKANA }, /* ー */
  { 0x3400, 0x9fff, SCRIPT_KANJI },
  { 0xff0c, 0xff0c, SCRIPT_CLOSE },    /* ， */
  { 0xff0f, 0xff0f, SCRIPT_CLOSE },    /* ／ */
  { 0xff10, 0xff19, SCRIPT_LATIN },    /* ０ to ９ */
  { 0xff21, 0xff3a, SCRIPT_LATIN },    /* Ａ to Ｚ */
  { 0xff41, 0xff5a, SCRIPT_LATIN },
};

static Script
find_script (gunichar character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (character >= scripts[i].first && character <= scripts[i].last)
      return scripts[i].script;
  switch (g_unichar_type (character))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return SCRIPT_OPEN;
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return SCRIPT_CLOSE;
    default:
      return SCRIPT_OTHER;
    }
}

/* What may be between two characters. */
static Break
find_break (Script before,
            Script after)
{
  if (before == SCRIPT_OTHER || after == SCRIPT_OTHER)
    return BREAK_PHRASE;
  if (before == SCRIPT_OPEN || after == SCRIPT_CLOSE || after == SCRIPT_HIRAGANA || before == after)
    return BREAK_NONE;
  if (after == SCRIPT_OPEN || before == SCRIPT_CLOSE || before == SCRIPT_HIRAGANA)
    return BREAK_PHRASE;
  return BREAK_WORD;
}

static double
get_width (gunichar character)
{
  return g_unichar_iswide (character) ? 1 : LATIN_EM;
}

/* Where the phrase, or with BREAK_WORD the word, ends that begins at @begin. */
static const char *
find_end (const char *begin,
          const char *limit,
          Break       least,
          double     *ems)
{
  const char *p = begin;
  Script script = find_script (g_utf8_get_char (p));

  *ems = 0;
  while (p < limit)
    {
      Script next;

      *ems += get_width (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      next = p < limit ? find_script (g_utf8_get_char (p)) : SCRIPT_OTHER;
      if (find_break (script, next) >= least)
        break;
      script = next;
    }
  return p;
}

/* The width of what no line may end before, by Unicode's rules: *（令 behind a word. */
static double
get_tied_width (const char *end)
{
  double ems = 0;

  for (const char *p = end; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      Script script = find_script (g_utf8_get_char (p));
      gboolean ties = script == SCRIPT_OTHER || script == SCRIPT_OPEN;

      if (p == end && !ties)
        break;
      ems += get_width (g_utf8_get_char (p));
      if (!ties)
        break;
    }
  return ems;
}

/* A word in Latin letters alone is whole anyway. */
static void
keep (GArray     *kept,
      const char *text,
      const char *begin,
      const char *end)
{
  RoadmapKeptPiece piece = { begin - text, end - text, TRUE };
  gboolean latin = TRUE;

  for (const char *p = begin; p < end; p = g_utf8_next_char (p))
    latin = latin && find_script (g_utf8_get_char (p)) == SCRIPT_LATIN;
  if (!latin && g_utf8_next_char (begin) < end)
    g_array_append_val (kept, piece);
}

static void
keep_words (GArray     *kept,
            const char *text,
            const char *begin,
            const char *limit,
            double      line_ems)
{
  while (begin < limit)
    {
      double ems;
      const char *end = find_end (begin, limit, BREAK_WORD, &ems);

      if (ems + get_tied_width (end) + ROOM <= line_ems)
        keep (kept, text, begin, end);
      begin = end;
    }
}

void
roadmap_phrases_find (const char *text,
                      double      line_ems,
                      GArray     *kept)
{
  const char *limit = text + strlen (text);

  for (const char *begin = text; begin < limit;)
    {
      double ems;
      const char *end = find_end (begin, limit, BREAK_PHRASE, &ems);

      if (ems <= PHRASE_SHARE * line_ems && ems + get_tied_width (end) + ROOM <= line_ems)
        keep (kept, text, begin, end);
      else
        keep_words (kept, text, begin, end, line_ems);
      begin = end;
    }
}
