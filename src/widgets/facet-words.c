/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/facet-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  g_autofree char *label = roadmap_facet_dup_label (roadmap, facet, value, language);

  if (label != NULL)
    return g_steal_pointer (&label);

  switch (facet)
    {
    case ROADMAP_FACET_STATUS:
      return g_strdup (strcmp (value, ROADMAP_FACET_NONE) == 0 ? _("No Status") : value);
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
