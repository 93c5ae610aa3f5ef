/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/followup.h"

#include "model/status.h"

/* A record that repeats one that repeats … ends somewhere, unless the file has a ring of them. */
#define MAX_REPEATS 16

static int
get_year_of_date (Roadmap         *roadmap,
                  RoadmapCalendar  calendar,
                  const GDate     *date)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  RoadmapPoint point = roadmap_point_at (calendar, ROADMAP_UNIT_YEAR, roadmap_month_of_date (date), fiscal_start);

  return roadmap_point_get_year (&point, fiscal_start);
}

int
roadmap_followup_get_year (Roadmap     *roadmap,
                           RoadmapItem *followup)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  const char *year = roadmap_item_get (followup, "year");
  const char *date = roadmap_item_get (followup, "date");
  RoadmapPoint point;
  GDate day;

  if (year != NULL && roadmap_point_parse (year, fiscal_start, &point))
    return roadmap_point_get_year (&point, fiscal_start);
  if (date == NULL || !roadmap_date_parse (date, &day))
    return 0;
  return get_year_of_date (roadmap, roadmap_get_calendar (roadmap, followup), &day);
}

static gboolean
has_words (RoadmapItem *followup)
{
  if (roadmap_item_get (followup, "progress") != NULL || roadmap_item_get (followup, "plan") != NULL)
    return TRUE;
  for (guint i = 0; i < roadmap_item_get_n_children (followup); i++)
    if (roadmap_item_is (roadmap_item_get_child (followup, i), "paragraph"))
      return TRUE;
  return FALSE;
}

RoadmapItem *
roadmap_followup_get_source (Roadmap     *roadmap,
                             RoadmapItem *followup)
{
  for (guint i = 0; i < MAX_REPEATS && !has_words (followup); i++)
    {
      RoadmapItem *repeated = roadmap_get_linked (roadmap, followup, "repeats");

      if (repeated == NULL)
        break;
      followup = repeated;
    }
  return followup;
}

/* Dates are written so that the later one is the greater string; of one day, the one written down later is the newer. */
static int
compare_by_date (gconstpointer a,
                 gconstpointer b)
{
  RoadmapItem *first = *(RoadmapItem **) a;
  RoadmapItem *second = *(RoadmapItem **) b;
  int order = g_strcmp0 (roadmap_item_get (first, "date"), roadmap_item_get (second, "date"));

  return order != 0 ? order : (int) roadmap_item_get_position (first) - (int) roadmap_item_get_position (second);
}

/* (transfer container): those of the years from @first to @last. */
static GPtrArray *
list_between (Roadmap     *roadmap,
              RoadmapItem *item,
              int          first,
              int          last)
{
  GPtrArray *followups = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    {
      RoadmapItem *child = roadmap_item_get_child (item, i);
      int year = roadmap_item_is (child, "followup") ? roadmap_followup_get_year (roadmap, child) : 0;

      if (year != 0 && year >= first && year <= last)
        g_ptr_array_add (followups, child);
    }
  g_ptr_array_sort (followups, compare_by_date);
  return followups;
}

GPtrArray *
roadmap_list_followups (Roadmap     *roadmap,
                        RoadmapItem *item,
                        int          year)
{
  return list_between (roadmap, item, year, year);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return compare_by_date (b, a);
}

GPtrArray *
roadmap_list_all_followups (RoadmapItem *item)
{
  GPtrArray *followups = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (roadmap_item_is (roadmap_item_get_child (item, i), "followup"))
      g_ptr_array_add (followups, roadmap_item_get_child (item, i));
  g_ptr_array_sort (followups, compare_newest_first);
  return followups;
}

static int
compare_newest_year_first (gconstpointer a,
                           gconstpointer b)
{
  return ((const RoadmapYear *) b)->year - ((const RoadmapYear *) a)->year;
}

GArray *
roadmap_list_followup_years (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) followups = roadmap_list (roadmap, NULL, "followup");
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (RoadmapYear));

  for (guint i = 0; i < followups->len; i++)
    {
      RoadmapItem *followup = g_ptr_array_index (followups, i);
      RoadmapYear year = { roadmap_followup_get_year (roadmap, followup), roadmap_get_calendar (roadmap, followup) };

      if (year.year != 0 && g_hash_table_add (seen, GINT_TO_POINTER (year.year)))
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_newest_year_first);
  return years;
}

/* (transfer container): a bar's measures; none of anything else. */
static GPtrArray *
list_measures (Roadmap     *roadmap,
               RoadmapItem *item)
{
  if (roadmap_item_is (item, "bar") && roadmap_item_get (item, "measures") != NULL)
    return roadmap_get_links (roadmap, item, "measures");
  return g_ptr_array_new ();
}

static gboolean
has_own (Roadmap     *roadmap,
         RoadmapItem *item,
         int          year)
{
  g_autoptr (GPtrArray) followups = roadmap_list_followups (roadmap, item, year);

  return followups->len > 0;
}

gboolean
roadmap_has_followup (Roadmap     *roadmap,
                      RoadmapItem *item,
                      int          year)
{
  g_autoptr (GPtrArray) measures = list_measures (roadmap, item);
  gboolean has = has_own (roadmap, item, year);

  for (guint i = 0; i < measures->len && !has; i++)
    has = has_own (roadmap, g_ptr_array_index (measures, i), year);
  return has;
}

static int
find_last_year (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) followups = roadmap_list (roadmap, NULL, "followup");
  int last = 0;

  for (guint i = 0; i < followups->len; i++)
    last = MAX (last, roadmap_followup_get_year (roadmap, g_ptr_array_index (followups, i)));
  return last;
}

/* The first chart in force, or failing that the first of all, or NULL. */
static RoadmapItem *
find_first_chart (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) charts = roadmap_list (roadmap, NULL, "chart");

  for (guint i = 0; i < charts->len; i++)
    if (g_strcmp0 (roadmap_item_get (g_ptr_array_index (charts, i), "role"), "earlier") != 0)
      return g_ptr_array_index (charts, i);
  return charts->len > 0 ? g_ptr_array_index (charts, 0) : NULL;
}

/* Where there is no record to say. */
static int
get_fallback_year (Roadmap     *roadmap,
                   const GDate *today)
{
  RoadmapItem *chart = find_first_chart (roadmap);
  RoadmapSpan span;

  if (today != NULL)
    return get_year_of_date (roadmap, roadmap_get_calendar (roadmap, chart != NULL ? chart : roadmap_get_root (roadmap)),
                             today);
  if (chart != NULL && roadmap_get_span (roadmap, chart, &span))
    return roadmap_point_get_year (&span.start, roadmap_get_fiscal_start (roadmap));
  return 0;
}

RoadmapFollowupYear
roadmap_choose_followup_year (Roadmap     *roadmap,
                              int          year,
                              const GDate *today)
{
  RoadmapFollowupYear chosen = { year, find_last_year (roadmap) };

  if (chosen.year == 0)
    chosen.year = chosen.last > 0 ? chosen.last : get_fallback_year (roadmap, today);
  return chosen;
}

/* What the last of the item's records until @year says that says a status; a repeated one may say it for the other. */
static RoadmapItem *
find_recorded_status (Roadmap     *roadmap,
                      RoadmapItem *item,
                      int          year)
{
  g_autoptr (GPtrArray) followups = list_between (roadmap, item, 1, year);
  RoadmapItem *status = NULL;

  for (guint i = followups->len; i > 0 && status == NULL; i--)
    {
      RoadmapItem *followup = g_ptr_array_index (followups, i - 1);

      status = roadmap_get_status (roadmap, followup);
      if (status == NULL)
        status = roadmap_get_status (roadmap, roadmap_followup_get_source (roadmap, followup));
    }
  return status;
}

RoadmapItem *
roadmap_get_status_of_year (Roadmap                   *roadmap,
                            RoadmapItem               *item,
                            const RoadmapFollowupYear *year)
{
  g_autoptr (GPtrArray) measures = NULL;
  RoadmapItem *status;

  if (year->year >= year->last)
    return roadmap_find_status (roadmap, item);
  status = find_recorded_status (roadmap, item, year->year);
  measures = list_measures (roadmap, item);
  for (guint i = 0; i < measures->len && status == NULL; i++)
    status = find_recorded_status (roadmap, g_ptr_array_index (measures, i), year->year);
  return status;
}
