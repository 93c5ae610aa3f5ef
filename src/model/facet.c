/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/facet.h"

#include <string.h>

#include "model/era.h"
#include "model/query.h"
#include "model/status.h"

typedef struct
{
  const char *name;
  const char *kinds; /* of the items that are its values, divided by spaces; NULL if they are no items */
  const char *short_name; /* a field of these that is written instead of the id; NULL: the id is */
} Facet;

static const Facet facets[] = {
  [ROADMAP_FACET_CATEGORY] = { "category", "category", "label" },
  [ROADMAP_FACET_STATUS] = { "status", "status", NULL },
  [ROADMAP_FACET_DOMAIN] = { "domain", "domain", NULL },
  [ROADMAP_FACET_STAGE] = { "stage", "stage lane", NULL },
  [ROADMAP_FACET_YEAR] = { "year", NULL, NULL },
  [ROADMAP_FACET_BASIS] = { "basis", NULL, NULL },
  [ROADMAP_FACET_LATE] = { "late", NULL, NULL },
};

static const char *const bases[] = {
  [ROADMAP_BASIS_STATED] = "stated",
  [ROADMAP_BASIS_INFERRED] = "inferred",
  [ROADMAP_BASIS_CONFIRMED] = "confirmed",
  NULL
};

/* Stands for the status of what has none; no item has this address. */
static const char no_status;

#define NO_STATUS_KEY    ((gpointer) &no_status)
#define LATE_KEY         GINT_TO_POINTER (1)
#define BASIS_KEY(basis) GINT_TO_POINTER (1 + (int) (basis))
#define YEAR_KEY(year)   GINT_TO_POINTER (year)

const char *
roadmap_facet_get_name (RoadmapFacet facet)
{
  return facets[facet].name;
}

gboolean
roadmap_facet_find (const char   *name,
                    RoadmapFacet *facet)
{
  for (guint i = 0; i < ROADMAP_N_FACETS; i++)
    if (strcmp (facets[i].name, name) == 0)
      {
        *facet = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_of_kinds (RoadmapItem *item,
             const char  *kinds)
{
  g_auto (GStrv) names = g_strsplit (kinds, " ", -1);

  return g_strv_contains ((const char *const *) names, roadmap_item_get_kind (item)->name);
}

/* (transfer container): all items that can be values of @facet, in the order of the file. */
static GPtrArray *
list_items (Roadmap      *roadmap,
            RoadmapFacet  facet)
{
  GPtrArray *items = roadmap_list (roadmap, NULL, NULL);

  for (guint i = items->len; i > 0; i--)
    if (!is_of_kinds (g_ptr_array_index (items, i - 1), facets[facet].kinds))
      g_ptr_array_remove_index (items, i - 1);
  return items;
}

typedef struct
{
  const char *wanted; /* folded */
  gboolean    found;
} Name;

static void
compare_name_cb (const RoadmapField *field,
                 const char         *language,
                 const char         *value,
                 gpointer            user_data)
{
  static const char *const names[] = { "label", "number", "letter", "title", NULL };
  Name *name = user_data;
  g_autofree char *folded = NULL;

  if (name->found || !g_strv_contains (names, field->name))
    return;
  folded = roadmap_query_fold (value);
  name->found = strcmp (folded, name->wanted) == 0;
}

RoadmapItem *
roadmap_facet_find_item (Roadmap      *roadmap,
                         RoadmapFacet  facet,
                         const char   *word)
{
  RoadmapItem *item = facets[facet].kinds != NULL ? roadmap_lookup (roadmap, word) : NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *folded = NULL;

  if (facets[facet].kinds == NULL || (item != NULL && is_of_kinds (item, facets[facet].kinds)))
    return item;

  items = list_items (roadmap, facet);
  folded = roadmap_query_fold (word);
  for (guint i = 0; i < items->len; i++)
    {
      Name name = { folded, FALSE };

      roadmap_item_foreach_value (g_ptr_array_index (items, i), compare_name_cb, &name);
      if (name.found)
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

/* The short name, if that leads back to the item. */
static char *
dup_item_value (Roadmap      *roadmap,
                RoadmapFacet  facet,
                RoadmapItem  *item)
{
  const char *name = facets[facet].short_name != NULL ? roadmap_item_get (item, facets[facet].short_name) : NULL;

  if (name != NULL && *name != '\0' && strpbrk (name, " \t\n,:") == NULL &&
      roadmap_facet_find_item (roadmap, facet, name) == item)
    return g_strdup (name);
  return g_strdup (roadmap_item_get_id (item));
}

static gboolean
parse_year (const char *word,
            int        *year)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 1, 9999, &number, NULL))
    return FALSE;
  *year = number;
  return TRUE;
}

static gboolean
is_none (RoadmapFacet  facet,
         const char   *word)
{
  return facet == ROADMAP_FACET_STATUS && strcmp (word, ROADMAP_FACET_NONE) == 0;
}

/* By the calendar of the first chart that shows the year; charts hardly ever have different ones. */
static char *
describe_year (Roadmap    *roadmap,
               int         year,
               const char *language)
{
  g_autoptr (GPtrArray) charts = roadmap_list (roadmap, NULL, "chart");
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  RoadmapCalendar calendar = ROADMAP_CALENDAR_FISCAL;

  for (guint i = charts->len; i > 0; i--)
    {
      RoadmapItem *chart = g_ptr_array_index (charts, i - 1);
      RoadmapSpan span;

      if (roadmap_get_span (roadmap, chart, &span) && year >= roadmap_point_get_year (&span.start, fiscal_start) &&
          year <= roadmap_point_get_year (&span.end, fiscal_start))
        calendar = roadmap_get_calendar (roadmap, chart);
    }
  return roadmap_year_describe (calendar, year, ROADMAP_YEAR_WEST, language);
}

char *
roadmap_facet_dup_label (Roadmap      *roadmap,
                         RoadmapFacet  facet,
                         const char   *value,
                         const char   *language)
{
  RoadmapItem *item = roadmap_facet_find_item (roadmap, facet, value);
  const char *letter = item != NULL && facet == ROADMAP_FACET_CATEGORY ? roadmap_item_get (item, "label") : NULL;
  g_autofree char *label = item != NULL ? roadmap_item_dup_label (item, language) : NULL;
  int year;

  if (letter != NULL)
    return g_strdup_printf ("%s %s", letter, label);
  if (label == NULL && facet == ROADMAP_FACET_YEAR && parse_year (value, &year))
    return describe_year (roadmap, year, language);
  return g_steal_pointer (&label);
}

gpointer
roadmap_facet_find_key (Roadmap      *roadmap,
                        RoadmapFacet  facet,
                        const char   *value)
{
  int year;

  if (is_none (facet, value))
    return NO_STATUS_KEY;
  if (facets[facet].kinds != NULL)
    return roadmap_facet_find_item (roadmap, facet, value);
  if (facet == ROADMAP_FACET_YEAR)
    return parse_year (value, &year) ? YEAR_KEY (year) : NULL;
  if (facet == ROADMAP_FACET_LATE)
    return strcmp (value, facets[facet].name) == 0 ? LATE_KEY : NULL;
  for (guint i = 0; bases[i] != NULL; i++)
    if (strcmp (bases[i], value) == 0)
      return BASIS_KEY (i);
  return NULL;
}

char *
roadmap_facet_dup_value (Roadmap      *roadmap,
                         RoadmapFacet  facet,
                         const char   *word)
{
  gpointer key = roadmap_facet_find_key (roadmap, facet, word);

  if (key == NULL)
    return NULL;
  if (facet == ROADMAP_FACET_YEAR)
    return g_strdup_printf ("%d", GPOINTER_TO_INT (key));
  if (facets[facet].kinds == NULL || is_none (facet, word))
    return g_strdup (word);
  return dup_item_value (roadmap, facet, key);
}

static gboolean
is_in_force (RoadmapItem *chart)
{
  return roadmap_item_is (chart, "chart") && g_strcmp0 (roadmap_item_get (chart, "role"), "earlier") != 0;
}

static void
append_years (Roadmap      *roadmap,
              GStrvBuilder *values)
{
  g_autoptr (GPtrArray) charts = roadmap_list (roadmap, NULL, "chart");
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < charts->len; i++)
    {
      RoadmapSpan span;

      if (!is_in_force (g_ptr_array_index (charts, i)) ||
          !roadmap_get_span (roadmap, g_ptr_array_index (charts, i), &span))
        continue;
      first = MIN (first, roadmap_point_get_year (&span.start, fiscal_start));
      last = MAX (last, roadmap_point_get_year (&span.end, fiscal_start));
    }
  for (int year = first; year <= last; year++)
    {
      g_autofree char *value = g_strdup_printf ("%d", year);

      g_strv_builder_add (values, value);
    }
}

static void
append_items (Roadmap      *roadmap,
              RoadmapFacet  facet,
              GStrvBuilder *values)
{
  g_autoptr (GPtrArray) items = list_items (roadmap, facet);

  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);
      g_autofree char *value = NULL;

      if (facet == ROADMAP_FACET_STAGE && !is_in_force (roadmap_item_get_parent (item)))
        continue;
      value = dup_item_value (roadmap, facet, item);
      g_strv_builder_add (values, value);
    }
}

char **
roadmap_facet_list_values (Roadmap      *roadmap,
                           RoadmapFacet  facet)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  if (facets[facet].kinds != NULL)
    append_items (roadmap, facet, values);
  else if (facet == ROADMAP_FACET_YEAR)
    append_years (roadmap, values);
  else if (facet == ROADMAP_FACET_BASIS)
    g_strv_builder_addv (values, (const char **) bases);
  else
    g_strv_builder_add (values, facets[facet].name);

  if (facet == ROADMAP_FACET_STATUS)
    g_strv_builder_add (values, ROADMAP_FACET_NONE);
  return g_strv_builder_end (values);
}

static void
append_links (Roadmap     *roadmap,
              RoadmapItem *item,
              const char  *field,
              GPtrArray   *keys)
{
  g_autoptr (GPtrArray) links = roadmap_item_get (item, field) != NULL ? roadmap_get_links (roadmap, item, field) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    g_ptr_array_add (keys, g_ptr_array_index (links, i));
}

/* What @field links to in the roadblocks that @item is or serves, itself or by its measures. */
static void
append_of_roadblocks (Roadmap     *roadmap,
                      RoadmapItem *item,
                      const char  *field,
                      GPtrArray   *keys)
{
  static const char *const served[] = { "roadblocks", "measures" };

  if (roadmap_item_is (item, "roadblock"))
    {
      append_links (roadmap, item, field, keys);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (served); i++)
    {
      g_autoptr (GPtrArray) links =
        roadmap_item_get (item, served[i]) != NULL ? roadmap_get_links (roadmap, item, served[i]) : NULL;

      for (guint n = 0; links != NULL && n < links->len; n++)
        append_of_roadblocks (roadmap, g_ptr_array_index (links, n), field, keys);
    }
}

static void
append_status (Roadmap     *roadmap,
               RoadmapItem *item,
               GPtrArray   *keys)
{
  guint n_before = keys->len;
  RoadmapItem *status = roadmap_get_status (roadmap, item);

  if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "measure"))
    return;
  if (status != NULL)
    {
      g_ptr_array_add (keys, status);
      return;
    }
  if (roadmap_item_get (item, "measures") != NULL)
    {
      g_autoptr (GPtrArray) measures = roadmap_get_links (roadmap, item, "measures");

      for (guint i = 0; i < measures->len; i++)
        append_links (roadmap, g_ptr_array_index (measures, i), "status", keys);
    }
  if (keys->len == n_before)
    g_ptr_array_add (keys, NO_STATUS_KEY);
}

static gboolean
is_open_end (Roadmap     *roadmap,
             RoadmapItem *bar)
{
  g_autoptr (GPtrArray) statuses = g_ptr_array_new ();

  append_status (roadmap, bar, statuses);
  for (guint i = 0; i < statuses->len; i++)
    {
      gpointer status = g_ptr_array_index (statuses, i);

      if (status == NO_STATUS_KEY || !roadmap_item_get_boolean (status, "closed"))
        return TRUE;
    }
  return FALSE;
}

static void
append_time (Roadmap           *roadmap,
             RoadmapFacet       facet,
             RoadmapItem       *item,
             const RoadmapSpan *span,
             const GDate       *today,
             int                horizon,
             GPtrArray         *keys)
{
  if (facet == ROADMAP_FACET_BASIS)
    {
      g_ptr_array_add (keys, BASIS_KEY (span->basis));
    }
  else if (facet == ROADMAP_FACET_YEAR)
    {
      RoadmapCalendar calendar = roadmap_get_calendar (roadmap, item);
      int fiscal_start = roadmap_get_fiscal_start (roadmap);
      RoadmapPoint first = roadmap_point_at (calendar, ROADMAP_UNIT_YEAR, roadmap_span_get_first (span), fiscal_start);
      RoadmapPoint last = roadmap_point_at (calendar, ROADMAP_UNIT_YEAR, roadmap_span_get_after (span) - 1, fiscal_start);
      int end = roadmap_point_get_year (&last, fiscal_start);

      if (span->open)
        end = MAX (end, horizon);
      for (int year = roadmap_point_get_year (&first, fiscal_start); year <= end; year++)
        g_ptr_array_add (keys, YEAR_KEY (year));
    }
  else if (roadmap_item_is (item, "bar") && today != NULL && !span->open &&
           roadmap_span_get_after (span) <= roadmap_month_of_date (today) && is_open_end (roadmap, item))
    {
      g_ptr_array_add (keys, LATE_KEY);
    }
}

static void
append_stages (RoadmapItem *item,
               GPtrArray   *keys)
{
  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
      g_ptr_array_add (keys, item);
}

void
roadmap_facet_append_keys (Roadmap      *roadmap,
                           RoadmapFacet  facet,
                           RoadmapItem  *item,
                           const GDate  *today,
                           int           horizon,
                           GPtrArray    *keys)
{
  gboolean timed = roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone");
  RoadmapItem *bar = roadmap_item_is (item, "milestone") ? roadmap_get_linked (roadmap, item, "of") : NULL;
  RoadmapSpan span;

  switch (facet)
    {
    case ROADMAP_FACET_CATEGORY:
      append_of_roadblocks (roadmap, bar != NULL ? bar : item, "categories", keys);
      break;
    case ROADMAP_FACET_DOMAIN:
      append_of_roadblocks (roadmap, bar != NULL ? bar : item, "domain", keys);
      break;
    case ROADMAP_FACET_STATUS:
      append_status (roadmap, bar != NULL ? bar : item, keys);
      break;
    case ROADMAP_FACET_STAGE:
      append_stages (item, keys);
      break;
    case ROADMAP_FACET_YEAR:
    case ROADMAP_FACET_BASIS:
      if (timed && roadmap_get_span (roadmap, item, &span))
        append_time (roadmap, facet, item, &span, today, horizon, keys);
      break;
    case ROADMAP_FACET_LATE:
      /* A milestone is as late as its bar. */
      if (roadmap_get_span (roadmap, bar != NULL ? bar : item, &span))
        append_time (roadmap, facet, bar != NULL ? bar : item, &span, today, horizon, keys);
      break;
    default:
      g_assert_not_reached ();
    }
}
