/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/filter-words.h"

#include "chart/words.h"

/* What stands before the values of a facet; those that are late say so themselves. */
static const RoadmapWord labels[] = {
  [ROADMAP_FACET_CATEGORY] = ROADMAP_WORD_CATEGORY,
  [ROADMAP_FACET_STATUS] = ROADMAP_WORD_STATUS,
  [ROADMAP_FACET_DOMAIN] = ROADMAP_WORD_DOMAIN,
  [ROADMAP_FACET_STAGE] = ROADMAP_WORD_STAGE,
  [ROADMAP_FACET_YEAR] = ROADMAP_WORD_YEARS,
  [ROADMAP_FACET_BASIS] = ROADMAP_WORD_BASIS,
};

/* Of the values for which a roadmap has no words. */
static const struct
{
  RoadmapFacet  facet;
  const char   *value;
  RoadmapWord   word;
} values[] = {
  { ROADMAP_FACET_STATUS, ROADMAP_FACET_NONE, ROADMAP_WORD_NO_STATUS },
  { ROADMAP_FACET_BASIS, "stated", ROADMAP_WORD_STATED },
  { ROADMAP_FACET_BASIS, "inferred", ROADMAP_WORD_IS_INFERRED },
  { ROADMAP_FACET_BASIS, "confirmed", ROADMAP_WORD_CONFIRMED },
  { ROADMAP_FACET_LATE, "late", ROADMAP_WORD_OVERDUE },
};

static char *
dup_value (Roadmap      *roadmap,
           RoadmapFacet  facet,
           const char   *value,
           const char   *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].facet == facet && g_strcmp0 (values[i].value, value) == 0)
      return g_strdup (roadmap_word (values[i].word, language));
  return roadmap_facet_dup_label (roadmap, facet, value, language);
}

static void
append_facet (GString           *words,
              Roadmap           *roadmap,
              RoadmapFacet       facet,
              const char *const *chosen,
              const char        *language)
{
  gboolean japanese = g_str_has_prefix (language, "ja");

  if (words->len > 0)
    g_string_append (words, japanese ? "／" : " / ");
  if (facet != ROADMAP_FACET_LATE)
    g_string_append_printf (words, "%s%s", roadmap_word (labels[facet], language), japanese ? "：" : ": ");
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      g_autofree char *value = dup_value (roadmap, facet, chosen[i], language);

      g_string_append_printf (words, "%s%s", i == 0 ? "" : japanese ? "、" : ", ", value != NULL ? value : chosen[i]);
    }
}

char *
roadmap_filter_dup_words (RoadmapFilter *filter,
                          Roadmap       *roadmap,
                          const char    *language)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint facet = 0; facet < ROADMAP_N_FACETS; facet++)
    {
      const char *const *chosen = roadmap_filter_get_values (filter, facet);

      if (chosen != NULL)
        append_facet (words, roadmap, facet, chosen, language);
    }
  return words->len > 0 ? roadmap_word_with (ROADMAP_WORD_FILTERED, language, words->str) : NULL;
}
