/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/value-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/markup.h"

/* The words of CHOICE fields. */
static const struct
{
  const char *word, *label;
} choices[] = {
  { "editor",    N_ ("Editor") },
  { "current",   N_ ("Current") },
  { "earlier",   N_ ("Earlier plan") },
  { "fiscal",    N_ ("Fiscal years") },
  { "calendar",  N_ ("Calendar years") },
  { "year",      N_ ("Years") },
  { "half",      N_ ("Half-years") },
  { "quarter",   N_ ("Quarters") },
  { "month",     N_ ("Months") },
  { "stated",    N_ ("Stated") },
  { "inferred",  N_ ("Inferred") },
  { "confirmed", N_ ("Confirmed") },
  { "plain",     N_ ("Plain") },
  { "hatched",   N_ ("Hatched") },
  { "struck",    N_ ("Struck through") },
};

static char *
describe_choice (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (strcmp (choices[i].word, word) == 0)
      return g_strdup (_(choices[i].label));
  return g_strdup (word);
}

static char *
describe_links (Roadmap    *roadmap,
                const char *value,
                const char *language)
{
  g_auto (GStrv) ids = g_strsplit (value, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *comma = g_strcmp0 (language != NULL ? language : roadmap_get_language (roadmap), "ja") == 0 ? "、" : ", ";

  for (char **id = ids; *id != NULL; id++)
    {
      RoadmapItem *item = roadmap_lookup (roadmap, *id);
      g_autofree char *label = item != NULL ? roadmap_item_dup_label (item, language) : g_strdup ("");

      g_string_append_printf (words, "%s%s", words->len > 0 ? comma : "", *label != '\0' ? label : *id);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
describe_time (Roadmap            *roadmap,
               const RoadmapField *field,
               const char         *value,
               const char         *language)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  const char *words = language != NULL ? language : roadmap_get_language (roadmap);
  RoadmapPoint point;
  GDate date;

  if (field->type == ROADMAP_FIELD_DATE)
    return roadmap_date_parse (value, &date) ? roadmap_date_describe (&date, words) : g_strdup (value);
  return roadmap_point_parse (value, fiscal_start, &point) ? roadmap_point_describe (&point, fiscal_start, words)
                                                           : g_strdup (value);
}

char *
roadmap_value_describe (Roadmap            *roadmap,
                        const RoadmapField *field,
                        const char         *value,
                        const char         *language)
{
  if (value == NULL)
    return g_strdup ("–");

  switch (field->type)
    {
    case ROADMAP_FIELD_MARKUP:
      return roadmap_markup_to_text (value);
    case ROADMAP_FIELD_BOOLEAN:
      return g_strdup (strcmp (value, "true") == 0 ? _("Yes") : _("No"));
    case ROADMAP_FIELD_CHOICE:
      return describe_choice (value);
    case ROADMAP_FIELD_POINT:
    case ROADMAP_FIELD_DATE:
      return describe_time (roadmap, field, value, language);
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return describe_links (roadmap, value, language);
    default:
      return g_strdup (value);
    }
}
