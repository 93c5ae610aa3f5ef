/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/era.h"

#include <string.h>

/* Newest first.  The first fiscal year of an era is the one its first 1 April lies in, except for 令和: see era.h. */
static const struct
{
  const char *name;
  char        letter;
  int         year, month, day;
  int         first_fiscal_year;
} eras[] = {
  { "令和", 'R', 2019, 5, 1, 2019 },
  { "平成", 'H', 1989, 1, 8, 1989 },
  { "昭和", 'S', 1926, 12, 25, 1927 },
  { "大正", 'T', 1912, 7, 30, 1913 },
  { "明治", 'M', 1868, 10, 23, 1869 },
};

static const char *const english_months[] = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
};

static gboolean
is_japanese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "ja");
}

/* 令和2, 令和元; before 明治, the Western year. */
static char *
format_era_year (gsize era,
                 int   year)
{
  int n;

  if (era == G_N_ELEMENTS (eras))
    return g_strdup_printf ("%d", year);

  n = year - eras[era].year + 1;
  return n == 1 ? g_strdup_printf ("%s元", eras[era].name) : g_strdup_printf ("%s%d", eras[era].name, n);
}

static gsize
find_era_of_day (int year,
                 int month,
                 int day)
{
  int wanted = year * 10000 + month * 100 + day;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (eras); i++)
    if (wanted >= eras[i].year * 10000 + eras[i].month * 100 + eras[i].day)
      break;
  return i;
}

static gsize
find_era_of_fiscal_year (int year)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (eras); i++)
    if (year >= eras[i].first_fiscal_year)
      break;
  return i;
}

/* A civil year in which the era changed has two names: 平成31年・令和元年. */
static char *
describe_civil_year (int year)
{
  gsize first = find_era_of_day (year, 1, 1);
  gsize last = find_era_of_day (year, 12, 31);
  g_autofree char *early = format_era_year (first, year);
  g_autofree char *late = NULL;

  if (first == last)
    return g_strdup_printf ("%s年", early);

  late = format_era_year (last, year);
  return g_strdup_printf ("%s年・%s年", early, late);
}

static char *
describe_fiscal_year (int year)
{
  g_autofree char *name = format_era_year (find_era_of_fiscal_year (year), year);

  return g_strdup_printf ("%s年度", name);
}

char *
roadmap_year_describe (RoadmapCalendar  calendar,
                       int              year,
                       RoadmapYearForm  form,
                       const char      *language)
{
  gboolean fiscal = calendar == ROADMAP_CALENDAR_FISCAL;
  g_autofree char *era = NULL;

  if (!is_japanese (language))
    return g_strdup_printf (fiscal ? "FY%d" : "%d", year);
  if (form == ROADMAP_YEAR_WEST)
    return g_strdup_printf (fiscal ? "%d年度" : "%d年", year);

  era = fiscal ? describe_fiscal_year (year) : describe_civil_year (year);
  return form == ROADMAP_YEAR_ERA ? g_steal_pointer (&era) : g_strdup_printf ("%s（%d）", era, year);
}

static char *
describe_month (RoadmapMonth  month,
                const char   *language)
{
  int year = month / 12;
  int number = month % 12 + 1;
  g_autofree char *era_year = NULL;

  if (!is_japanese (language))
    return g_strdup_printf ("%s %d", english_months[number - 1], year);

  /* A month in which the era changes is named for the era it ends in. */
  era_year = format_era_year (find_era_of_day (year, number, 31), year);
  return g_strdup_printf ("%s年%d月", era_year, number);
}

char *
roadmap_point_describe (const RoadmapPoint *point,
                        int                 fiscal_start,
                        const char         *language)
{
  int ordinal = roadmap_point_get_ordinal (point, fiscal_start);
  gboolean japanese = is_japanese (language);
  g_autofree char *year = NULL;

  if (point->unit == ROADMAP_UNIT_MONTH)
    return describe_month (point->first, language);

  year = roadmap_year_describe (point->calendar, roadmap_point_get_year (point, fiscal_start),
                                ROADMAP_YEAR_ERA, language);
  switch (point->unit)
    {
    case ROADMAP_UNIT_QUARTER:
      return g_strdup_printf (japanese ? "%s第%d四半期" : "%s Q%d", year, ordinal);
    case ROADMAP_UNIT_HALF:
      return japanese ? g_strdup_printf ("%s%s", year, ordinal == 1 ? "上半期" : "下半期")
                      : g_strdup_printf ("%s H%d", year, ordinal);
    default:
      return g_steal_pointer (&year);
    }
}

char *
roadmap_span_describe (const RoadmapSpan *span,
                       int                fiscal_start,
                       const char        *language)
{
  gboolean japanese = is_japanese (language);
  g_autofree char *start = roadmap_point_describe (&span->start, fiscal_start, language);
  g_autofree char *end = NULL;

  /* An open span has no end to name: the last period drawn is only as far as the source's paper went. */
  if (span->open)
    return g_strdup_printf (japanese ? "%s以降" : "%s onwards", start);
  if (span->start.first == span->end.first && span->start.unit == span->end.unit)
    return g_steal_pointer (&start);

  end = roadmap_point_describe (&span->end, fiscal_start, language);
  return g_strdup_printf (japanese ? "%sから%s" : "%s to %s", start, end);
}

/* Within the year: "Q1", "H1", "上期", "8月"; empty for the year itself. */
static char *
abbreviate_part (const RoadmapPoint *point,
                 int                 fiscal_start,
                 gboolean            japanese)
{
  int ordinal = roadmap_point_get_ordinal (point, fiscal_start);

  switch (point->unit)
    {
    case ROADMAP_UNIT_MONTH:
      return japanese ? g_strdup_printf ("%d月", ordinal) : g_strndup (english_months[ordinal - 1], 3);
    case ROADMAP_UNIT_QUARTER:
      return g_strdup_printf ("Q%d", ordinal);
    case ROADMAP_UNIT_HALF:
      return japanese ? g_strdup (ordinal == 1 ? "上期" : "下期") : g_strdup_printf ("H%d", ordinal);
    default:
      return g_strdup ("");
    }
}

/* The year the point lies in; of a month, that of the calendar on the wall, by the era the month ends in. */
static char *
abbreviate_year (const RoadmapPoint *point,
                 int                 fiscal_start,
                 const char         *language)
{
  int year = roadmap_point_get_year (point, fiscal_start);
  g_autofree char *era_year = NULL;

  if (point->unit != ROADMAP_UNIT_MONTH)
    return roadmap_year_describe (point->calendar, year, ROADMAP_YEAR_ERA, language);

  year = point->first / 12;
  if (!is_japanese (language))
    return g_strdup_printf ("%d", year);
  era_year = format_era_year (find_era_of_day (year, point->first % 12 + 1, 31), year);
  return g_strdup_printf ("%s年", era_year);
}

/* "令和2年度" and "令和3年度" share the name of the era, which need not be said twice. */
static const char *
skip_common_era (const char *start,
                 const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
    if (g_str_has_prefix (start, eras[i].name) && g_str_has_prefix (end, eras[i].name))
      return end + strlen (eras[i].name);
  return end;
}

char *
roadmap_span_abbreviate (const RoadmapSpan *span,
                         int                fiscal_start,
                         const char        *language)
{
  gboolean japanese = is_japanese (language);
  const char *space = japanese ? "" : "\u00a0";
  g_autofree char *first_year = abbreviate_year (&span->start, fiscal_start, language);
  g_autofree char *last_year = abbreviate_year (&span->end, fiscal_start, language);
  g_autofree char *first_part = abbreviate_part (&span->start, fiscal_start, japanese);
  g_autofree char *last_part = abbreviate_part (&span->end, fiscal_start, japanese);
  g_autofree char *start = g_strconcat (first_year, *first_part != '\0' ? space : "", first_part, NULL);

  if (span->open)
    return g_strconcat (start, "–", NULL);
  if (span->start.first == span->end.first && span->start.unit == span->end.unit)
    return g_steal_pointer (&start);
  if (g_str_equal (first_year, last_year) && *first_part != '\0' && *last_part != '\0')
    return g_strconcat (start, "–", last_part, NULL);
  return g_strconcat (start, "–", skip_common_era (first_year, last_year), *last_part != '\0' ? space : "", last_part,
                      NULL);
}

char *
roadmap_date_describe (const GDate *date,
                       const char  *language)
{
  int year = g_date_get_year (date);
  int month = g_date_get_month (date);
  int day = g_date_get_day (date);
  g_autofree char *era_year = NULL;

  if (!is_japanese (language))
    return g_strdup_printf ("%d %s %d", day, english_months[month - 1], year);

  era_year = format_era_year (find_era_of_day (year, month, day), year);
  return g_strdup_printf ("%s年%d月%d日", era_year, month, day);
}

const char *
roadmap_era_parse_year (const char *text,
                        int        *year)
{
  for (gsize i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      const char *digits = NULL;
      char *end;
      guint64 n;

      if (g_str_has_prefix (text, eras[i].name))
        digits = text + strlen (eras[i].name);
      else if (g_ascii_toupper (*text) == eras[i].letter && g_ascii_isdigit (text[1]))
        digits = text + 1;
      else
        continue;

      if (g_str_has_prefix (digits, "元"))
        {
          *year = eras[i].year;
          return digits + strlen ("元");
        }
      n = g_ascii_isdigit (*digits) ? g_ascii_strtoull (digits, &end, 10) : 0;
      if (n == 0 || n > 99)
        return NULL;
      *year = eras[i].year + (int) n - 1;
      return end;
    }
  return NULL;
}
