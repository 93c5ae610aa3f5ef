/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/line-breaks.h"

#include <string.h>

/* Words in katakana of up to so many letters are not broken, if they fill no more than this share of a line. */
#define KATAKANA_WORD 8
#define KATAKANA_SHARE 0.45

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

static void
keep_katakana_words (GArray     *kept,
                     const char *text,
                     int         longest)
{
  for (const char *p = text; *p != '\0';)
    {
      const char *first = p;
      int n = 0;

      for (; is_katakana (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        n++;
      if (n > 1 && n <= longest)
        forbid_breaks (kept, text, first, p, TRUE);
      if (n == 0)
        p = g_utf8_next_char (p);
    }
}

void
roadmap_line_breaks_find (const char *text,
                          double      line_ems,
                          GArray     *kept)
{
  g_array_set_size (kept, 0);
  forbid_line_starts (kept, text);
  keep_compounds (kept, text);
  if (line_ems >= 0)
    keep_katakana_words (kept, text, MIN (KATAKANA_WORD, KATAKANA_SHARE * line_ems));
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
