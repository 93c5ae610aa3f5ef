/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/line-breaks.h"

#include <string.h>

/* Words in katakana of up to so many letters are not broken, if they fill no more than this share of a line.  Of the shortest,
 * a line holds little more: half of one cannot be read at all. */
#define KATAKANA_WORD 8
#define KATAKANA_SHARE 0.45
#define SHORT_WORD 4
#define SHORT_SHARE 0.8

/* Characters that may not begin a line though Unicode's rules would let them (UAX #14 has them in class ID, JIS X 4051
 * does not). */
static const gunichar no_line_start[] = { 0xff0f /* ／ */, 0xff5e /* ～ */ };

static gboolean
is_no_line_start (gunichar character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (no_line_start); i++)
    if (character == no_line_start[i])
      return TRUE;
  return FALSE;
}

static void
forbid_breaks (GArray     *kept,
               const char *text,
               const char *first,
               const char *after,
               gboolean    word)
{
  RoadmapKeptPiece piece = { first - text, after - text, word };

  g_array_append_val (kept, piece);
}

/* Ties each such character to the one before it. */
static void
forbid_line_starts (GArray     *kept,
                    const char *text)
{
  const char *previous = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p > text && is_no_line_start (g_utf8_get_char (p)))
        forbid_breaks (kept, text, previous, g_utf8_next_char (p), FALSE);
      previous = p;
    }
}

/* No line ends with the hyphen of a compound: readers of PDF would take it for one of theirs and drop it. */
static void
keep_compounds (GArray     *kept,
                const char *text)
{
  for (const char *p = strchr (text, '-'); p != NULL; p = strchr (p + 1, '-'))
    if (p > text && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]))
      forbid_breaks (kept, text, p, p + 2, FALSE);
}

static gboolean
is_katakana (gunichar character)
{
  return (character >= 0x30a1 && character <= 0x30fa) || character == 0x30fc /* ー */;
}

/* The brackets, commas and the like that go with a word. */
static int
count_tied (const char *text,
            const char *first,
            const char *after)
{
  int n = 0;

  for (const char *p = first; p > text; n++)
    {
      p = g_utf8_prev_char (p);
      if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_OPEN_PUNCTUATION)
        break;
    }
  for (const char *p = after; g_unichar_ispunct (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n += g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_OPEN_PUNCTUATION;
  return n;
}

/* Whether lines have room for a word of @n letters from @first up to @after. */
static gboolean
has_room (const char *text,
          const char *first,
          const char *after,
          int         n,
          double      line_ems,
          double      mark_ems)
{
  if (n <= MIN (KATAKANA_WORD, (int) (KATAKANA_SHARE * line_ems)))
    return TRUE;
  return n <= SHORT_WORD && n + count_tied (text, first, after) + mark_ems <= SHORT_SHARE * line_ems;
}

static void
keep_katakana_words (GArray     *kept,
                     const char *text,
                     double      line_ems,
                     double      mark_ems)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *first = p;
      int n = 0;

      for (; is_katakana (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        n++;
      if (n > 1 && has_room (text, first, p, n, line_ems, mark_ems))
        forbid_breaks (kept, text, first, p, TRUE);
      if (n == 0)
        p = g_utf8_next_char (p);
    }
}

void
roadmap_line_breaks_find (const char *text,
                          double      line_ems,
                          double      mark_ems,
                          GArray     *kept)
{
  g_array_set_size (kept, 0);
  forbid_line_starts (kept, text);
  keep_compounds (kept, text);
  if (line_ems >= 0)
    keep_katakana_words (kept, text, line_ems, mark_ems);
}

void
roadmap_line_breaks_add (PangoAttrList *attributes,
                         GArray        *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const RoadmapKeptPiece *piece = &g_array_index (kept, RoadmapKeptPiece, i);
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = piece->start;
      attribute->end_index = piece->end;
      pango_attr_list_insert (attributes, attribute);
    }
}

double
roadmap_line_breaks_get_bullet_width (const char *text)
{
  static const struct
  {
    const char *bullet;
    double      width;
  } bullets[] = { { "・", 1 }, { "○", 1 }, { "• ", 0.55 } };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gboolean all = TRUE;

      for (char **line = lines; *line != NULL; line++)
        all = all && g_str_has_prefix (*line, bullets[i].bullet);
      if (all)
        return bullets[i].width;
    }
  return 0;
}
