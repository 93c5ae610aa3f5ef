/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/facet-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"

static const char *const labels[] = {
  [ROADMAP_FACET_CATEGORY] = N_("Category"),
  [ROADMAP_FACET_STATUS] = N_("Status"),
  [ROADMAP_FACET_DOMAIN] = N_("Domain"),
  [ROADMAP_FACET_STAGE] = N_("Stages and Lanes"),
  [ROADMAP_FACET_YEAR] = N_("Years"),
  [ROADMAP_FACET_BASIS] = N_("Basis of the span"),
  [ROADMAP_FACET_LATE] = N_("Time"),
};

const char *
roadmap_facet_get_label (RoadmapFacet facet)
{
  return _(labels[facet]);
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

static const char *
describe_basis (const char *value)
{
  if (strcmp (value, "inferred") == 0)
    /* Translators: a span that an editor inferred, as the source does not state it. */
    return _("Inferred");
  if (strcmp (value, "confirmed") == 0)
    /* Translators: a span that was inferred, and confirmed since. */
    return _("Confirmed");
  /* Translators: a span that the source states. */
  return _("Stated");
}

char *
roadmap_facet_dup_title (Roadmap      *roadmap,
                         RoadmapFacet  facet,
                         const char   *value,
                         const char   *language)
{
  RoadmapItem *item = roadmap_facet_find_item (roadmap, facet, value);
  const char *letter = item != NULL && facet == ROADMAP_FACET_CATEGORY ? roadmap_item_get (item, "label") : NULL;
  g_autofree char *label = item != NULL ? roadmap_item_dup_label (item, language) : NULL;

  if (letter != NULL)
    return g_strdup_printf ("%s %s", letter, label);
  if (label != NULL)
    return g_steal_pointer (&label);

  switch (facet)
    {
    case ROADMAP_FACET_STATUS:
      return g_strdup (strcmp (value, ROADMAP_FACET_NONE) == 0 ? _("No Status") : value);
    case ROADMAP_FACET_YEAR:
      return describe_year (roadmap, g_ascii_strtoll (value, NULL, 10), language);
    case ROADMAP_FACET_BASIS:
      return g_strdup (describe_basis (value));
    case ROADMAP_FACET_LATE:
      /* Translators: the time of a bar is over, and it is not done. */
      return g_strdup (_("Overdue"));
    default:
      return g_strdup (value);
    }
}

char *
roadmap_facet_dup_phrase (Roadmap      *roadmap,
                          RoadmapFacet  facet,
                          const char   *value,
                          const char   *language)
{
  RoadmapItem *item = roadmap_facet_find_item (roadmap, facet, value);
  const char *letter = item != NULL && facet == ROADMAP_FACET_CATEGORY ? roadmap_item_get (item, "label") : NULL;
  g_autofree char *title = letter != NULL ? g_strdup (letter) : roadmap_facet_dup_title (roadmap, facet, value, language);

  if (facet != ROADMAP_FACET_CATEGORY && facet != ROADMAP_FACET_DOMAIN)
    return g_steal_pointer (&title);
  /* Translators: what the view is filtered by, and the value: “Category: A”. */
  return g_strdup_printf (_("%s: %s"), roadmap_facet_get_label (facet), title);
}
