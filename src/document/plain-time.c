/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/plain-time.h"

#include <stdlib.h>
#include <string.h>

#include "model/era.h"
#include "model/span.h"

/* What a form has in its groups, in the order of writing. */
typedef enum
{
  PARTS_YEAR,
  PARTS_YEAR_MONTH,
  PARTS_YEAR_MONTH_DAY,
  PARTS_DAY_MONTH_YEAR,
  PARTS_SLASHES, /* a day and a month, in this order or the other, and a year */
  PARTS_YEAR_QUARTER,
  PARTS_QUARTER_YEAR,
  PARTS_YEAR_HALF,
} Parts;

/* After the year of an era has become a Western one, and "年" and "月" with digits behind them hyphens. */
static const struct
{
  const char *pattern;
  Parts       parts;
  gboolean    is_fiscal;
} forms[] = {
  { "^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})日?(?:[T ].*)?$", PARTS_YEAR_MONTH_DAY, FALSE },
  { "^(\\d{4})(\\d{2})(\\d{2})$", PARTS_YEAR_MONTH_DAY, FALSE },
  { "^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?: .*)?$", PARTS_DAY_MONTH_YEAR, FALSE },
  { "^(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?$", PARTS_SLASHES, FALSE },
  { "^(\\d{4})[-/.](\\d{1,2})月?$", PARTS_YEAR_MONTH, FALSE },
  { "^(?:FY *(\\d{4})|(\\d{4})年度)$", PARTS_YEAR, TRUE },
  { "^(?:FY *(\\d{4})|(\\d{4})年度)[- ]?(?:第?([1-4])四半期|Q([1-4])|([1-4])Q)$", PARTS_YEAR_QUARTER, TRUE },
  { "^(?:FY *(\\d{4})|(\\d{4})年度)[- ]?(?:H([12])|(上半?期|前期)|(下半?期|後期))$", PARTS_YEAR_HALF, TRUE },
  { "^(\\d{4})年?$", PARTS_YEAR, FALSE },
  { "^(\\d{4})年?[- ]?(?:第?([1-4])四半期|Q([1-4]))$", PARTS_YEAR_QUARTER, FALSE },
  { "^Q([1-4])[- /]?(\\d{4})$", PARTS_QUARTER_YEAR, FALSE },
  { "^(\\d{4})年?[- ]?(?:H([12])|(上半期)|(下半期))$", PARTS_YEAR_HALF, FALSE },
};

typedef struct
{
  GRegex *brackets; /* with what stands in them */
  GRegex *marks;    /* of years and months before digits */
  GRegex *forms[G_N_ELEMENTS (forms)];
} Patterns;

/* Compiled once: a table has a time in most of its rows. */
static const Patterns *
get_patterns (void)
{
  static Patterns patterns;
  static gsize are_made;

  if (g_once_init_enter (&are_made))
    {
      patterns.brackets = g_regex_new ("\\s*\\([^)]*\\)\\s*", G_REGEX_OPTIMIZE, 0, NULL);
      patterns.marks = g_regex_new ("[年月](?=\\d)", G_REGEX_OPTIMIZE, 0, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
        patterns.forms[i] = g_regex_new (forms[i].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&are_made, TRUE);
    }
  return &patterns;
}

/* (transfer full) (nullable): one form of writing for all: half-width, Western years, nothing in brackets. */
static char *
simplify (const Patterns *patterns,
          const char     *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *stripped = NULL;
  g_autofree char *western = NULL;
  const char *after;
  int year;

  if (narrow == NULL)
    return NULL;
  stripped = g_regex_replace_literal (patterns->brackets, g_strstrip (narrow), -1, 0, "", 0, NULL);
  after = roadmap_era_parse_year (stripped, &year);
  western = after != NULL ? g_strdup_printf ("%04d%s", year, after) : g_strdup (stripped);
  return g_regex_replace_literal (patterns->marks, western, -1, 0, "-", 0, NULL);
}

/* The groups that hold something. */
static void
fetch_numbers (GMatchInfo *match,
               char       *texts[3])
{
  guint n = 0;

  for (int i = 1; i < g_match_info_get_match_count (match) && n < 3; i++)
    {
      char *text = g_match_info_fetch (match, i);

      if (*text != '\0')
        texts[n++] = text;
      else
        g_free (text);
    }
}

static gboolean
set_months (RoadmapPlainTime *time,
            RoadmapMonth      first,
            int               n_months)
{
  if (first < 12 || first / 12 > 9998)
    return FALSE;
  roadmap_month_get_first_day (first, &time->first);
  roadmap_month_get_first_day (first + n_months, &time->last);
  g_date_subtract_days (&time->last, 1);
  return TRUE;
}

static gboolean
set_day (RoadmapPlainTime *time,
         int               year,
         int               month,
         int               day)
{
  if (year < 1 || year > 9998 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (&time->first, 1);
  g_date_set_dmy (&time->first, day, month, year);
  time->last = time->first;
  return TRUE;
}

/* 15/4/2020 and 4/15/2020 can only be one day each. */
static gboolean
set_slashes (RoadmapPlainTime *time,
             int               year,
             int               first,
             int               second)
{
  if (first > 12 || first == second)
    return set_day (time, year, second, first);
  return second > 12 && set_day (time, year, first, second);
}

static int
get_half (const char *text)
{
  if (g_str_has_prefix (text, "上") || g_str_has_prefix (text, "前"))
    return 1;
  return g_str_has_prefix (text, "下") || g_str_has_prefix (text, "後") ? 2 : atoi (text);
}

static gboolean
set_parts (RoadmapPlainTime *time,
           Parts             parts,
           char             *texts[3],
           int               fiscal_start)
{
  const char *year = texts[parts == PARTS_QUARTER_YEAR ? 1 : 0];
  RoadmapMonth start = atoi (year) * 12 + (time->is_fiscal ? fiscal_start - 1 : 0);
  int month;

  switch (parts)
    {
    case PARTS_YEAR:
      return set_months (time, start, 12);
    case PARTS_YEAR_QUARTER:
      return set_months (time, start + (atoi (texts[1]) - 1) * 3, 3);
    case PARTS_QUARTER_YEAR:
      return set_months (time, start + (atoi (texts[0]) - 1) * 3, 3);
    case PARTS_YEAR_HALF:
      return set_months (time, start + (get_half (texts[1]) - 1) * 6, 6);
    case PARTS_YEAR_MONTH:
      month = atoi (texts[1]);
      return month >= 1 && month <= 12 && set_months (time, start + month - 1, 1);
    case PARTS_YEAR_MONTH_DAY:
      return set_day (time, atoi (texts[0]), atoi (texts[1]), atoi (texts[2]));
    case PARTS_DAY_MONTH_YEAR:
      return set_day (time, atoi (texts[2]), atoi (texts[1]), atoi (texts[0]));
    case PARTS_SLASHES:
      return set_slashes (time, atoi (texts[2]), atoi (texts[0]), atoi (texts[1]));
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
roadmap_plain_time_parse (const char       *text,
                          int               fiscal_start,
                          RoadmapPlainTime *time)
{
  const Patterns *patterns = get_patterns ();
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL && time != NULL, FALSE);

  plain = simplify (patterns, text);
  for (gsize i = 0; plain != NULL && i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      char *texts[3] = { NULL };
      gboolean is_right;

      if (!g_regex_match (patterns->forms[i], plain, 0, &match))
        continue;
      fetch_numbers (match, texts);
      time->is_fiscal = forms[i].is_fiscal;
      is_right = set_parts (time, forms[i].parts, texts, fiscal_start);
      for (gsize t = 0; t < G_N_ELEMENTS (texts); t++)
        g_free (texts[t]);
      return is_right;
    }
  return FALSE;
}
