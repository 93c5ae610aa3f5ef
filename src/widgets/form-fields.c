/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/form-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/era.h"
#include "model/markup.h"
#include "widgets/item-words.h"

static const char *const titles[ROADMAP_N_FORM_PARTS] = {
  [ROADMAP_FORM_WORDING] = N_("Wording"),
  [ROADMAP_FORM_TIME] = N_("Time"),
  [ROADMAP_FORM_PLACE] = N_("Place on the Grid"),
  [ROADMAP_FORM_APPEARANCE] = N_("Appearance"),
  [ROADMAP_FORM_CLASSIFICATION] = N_("Classification"),
  [ROADMAP_FORM_LINKS] = N_("Links"),
  [ROADMAP_FORM_PROVENANCE] = N_("Provenance"),
};

/* Where the type does not say it. */
static const struct
{
  const char      *field;
  RoadmapFormPart  part;
} parts[] = {
  { "draft", ROADMAP_FORM_NOWHERE },
  { "origin", ROADMAP_FORM_PROVENANCE },
  { "edition", ROADMAP_FORM_PROVENANCE },
  { "source", ROADMAP_FORM_PROVENANCE },
  { "page", ROADMAP_FORM_PROVENANCE },
  { "fiscal-start", ROADMAP_FORM_TIME },
  { "calendar", ROADMAP_FORM_TIME },
  { "columns", ROADMAP_FORM_TIME },
  { "open", ROADMAP_FORM_TIME },
  { "basis", ROADMAP_FORM_TIME },
  { "pattern", ROADMAP_FORM_APPEARANCE },
  { "domain", ROADMAP_FORM_CLASSIFICATION },
  { "categories", ROADMAP_FORM_CLASSIFICATION },
  { "status", ROADMAP_FORM_CLASSIFICATION },
};

static const struct
{
  const char *field;
  const char *hint;
} hints[] = {
  { "open", N_("Goes on after the end, without a date.") },
  { "fiscal-start", N_("4: fiscal years begin in April.") },
  { "hue", N_("Without one it is given by order, or by what is around.") },
  { "timing", N_("The words of the source for the span, where it has any.") },
  { "closed", N_("What has this status counts as finished.") },
  { "for", N_("The kind of item that stands in the column, such as stage, roadblock or measure.") },
  { "role", N_("Only plans in force are shown when all charts are.") },
  { "level", N_("On a map, the row of the heads of columns; 1 is the uppermost.") },
};

const char *
roadmap_form_part_get_title (RoadmapFormPart part)
{
  return _(titles[part]);
}

RoadmapFormPart
roadmap_form_find_part (const RoadmapField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].field, field->name) == 0)
      return parts[i].part;

  switch (field->type)
    {
    case ROADMAP_FIELD_TEXT:
    case ROADMAP_FIELD_MARKUP:
      return ROADMAP_FORM_WORDING;
    case ROADMAP_FIELD_STRING:
      return field->flags & ROADMAP_FIELD_OFFICIAL ? ROADMAP_FORM_WORDING : ROADMAP_FORM_CLASSIFICATION;
    case ROADMAP_FIELD_POINT:
    case ROADMAP_FIELD_DATE:
      return ROADMAP_FORM_TIME;
    case ROADMAP_FIELD_NUMBER:
      return ROADMAP_FORM_PLACE;
    case ROADMAP_FIELD_COLOUR:
      return ROADMAP_FORM_APPEARANCE;
    case ROADMAP_FIELD_URI:
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return ROADMAP_FORM_LINKS;
    case ROADMAP_FIELD_BOOLEAN:
    case ROADMAP_FIELD_CHOICE:
    default:
      return ROADMAP_FORM_CLASSIFICATION;
    }
}

const char *
roadmap_form_get_hint (const RoadmapField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (strcmp (hints[i].field, field->name) == 0)
      return _(hints[i].hint);
  if (field->type == ROADMAP_FIELD_MARKUP)
    return _("For < and & write &lt; and &amp;.");
  return NULL;
}

char *
roadmap_form_dup_hint (Roadmap            *roadmap,
                       RoadmapItem        *around,
                       const RoadmapField *field,
                       const char         *value,
                       const char         *language)
{
  const char *inherited;
  RoadmapItem *linked;
  g_autofree char *words = NULL;

  if (roadmap_form_find_part (field) != ROADMAP_FORM_PROVENANCE || value != NULL || around == NULL)
    return g_strdup (roadmap_form_get_hint (field));

  inherited = roadmap_item_get_inherited (around, field->name);
  if (inherited == NULL)
    return NULL;
  if (field->type == ROADMAP_FIELD_CHOICE)
    return g_strdup (_("As what is around: the editor’s, not adopted."));

  linked = roadmap_field_is_link (field) ? roadmap_lookup (roadmap, inherited) : NULL;
  words = linked != NULL ? roadmap_item_dup_name (linked, language) : g_strdup (inherited);
  /* Translators: %s is what an item that says nothing itself has from the item around it, such as “別添１” */
  return g_strdup_printf (_("As what is around: %s"), words);
}

char *
roadmap_form_dup_label (const RoadmapField *field,
                        GString            *taken)
{
  const char *label = _(field->label);

  for (const char *c = field->label; *c != '\0'; c++)
    {
      char letter = g_ascii_tolower (*c);
      const char *place = strchr (label, *c);

      if (!g_ascii_isalpha (letter) || strchr (taken->str, letter) != NULL)
        continue;
      g_string_append_c (taken, letter);
      if (place == NULL)
        return g_strdup_printf ("%s(_%c)", label, g_ascii_toupper (letter));
      return g_strdup_printf ("%.*s_%s", (int) (place - label), label, place);
    }
  return g_strdup (label);
}

char *
roadmap_form_dup_language (const char *language)
{
  if (strcmp (language, "en") == 0)
    return g_strdup (_("English Translation"));
  if (strcmp (language, "ja") == 0)
    return g_strdup (_("Japanese Translation"));
  /* Translators: %s is the code of a language, such as “fr” */
  return g_strdup_printf (_("Translation (%s)"), language);
}

static char *
check_refs (Roadmap    *roadmap,
            const char *markup)
{
  g_auto (GStrv) refs = roadmap_markup_list_refs (markup);

  for (char **ref = refs; *ref != NULL; ref++)
    if (roadmap_lookup (roadmap, *ref) == NULL)
      /* Translators: %s is the id of an item */
      return g_strdup_printf (_("A link leads to “%s”, which does not exist."), *ref);
  return NULL;
}

char *
roadmap_form_check_value (Roadmap            *roadmap,
                          const RoadmapField *field,
                          const char         *language,
                          const char         *value)
{
  /* The sentence calls the field as the form does, not as the file. */
  RoadmapField named = *field;
  g_autoptr (GError) error = NULL;

  named.name = _(field->label);
  if (value == NULL)
    {
      if (!(field->flags & ROADMAP_FIELD_REQUIRED) || language != NULL)
        return NULL;
      /* Translators: %s is the name of a field, such as “Title” */
      return g_strdup_printf (_("“%s” cannot be empty."), named.name);
    }
  if (!roadmap_field_check (&named, value, &error))
    return g_strdup (error->message);
  return field->type == ROADMAP_FIELD_MARKUP ? check_refs (roadmap, value) : NULL;
}

char *
roadmap_form_check_span (Roadmap    *roadmap,
                         const char *start,
                         const char *end,
                         const char *language)
{
  int fiscal_start = roadmap_get_fiscal_start (roadmap);
  RoadmapSpan span = { 0 };
  g_autofree char *start_words = NULL, *end_words = NULL;

  if (start == NULL || end == NULL || !roadmap_point_parse (start, fiscal_start, &span.start) ||
      !roadmap_point_parse (end, fiscal_start, &span.end) || roadmap_span_is_ordered (&span))
    return NULL;

  start_words = roadmap_point_describe (&span.start, fiscal_start, language);
  end_words = roadmap_point_describe (&span.end, fiscal_start, language);
  /* Translators: the first %s is the end, the second the start, such as “FY2020 Q1” */
  return g_strdup_printf (_("The end, %s, is before the start, %s."), end_words, start_words);
}
