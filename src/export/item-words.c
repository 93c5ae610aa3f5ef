/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/item-words.h"

#include <string.h>

#include "chart/words.h"
#include "model/era.h"
#include "model/facet.h"

const char *
roadmap_export_get_language (const RoadmapExportOptions *options)
{
  return options->language != NULL ? options->language : roadmap_get_language (options->roadmap);
}

/* (transfer container): the items that are the values of a facet, each once. */
static GPtrArray *
list_values (const RoadmapExportOptions *options,
             RoadmapFacet                facet,
             RoadmapItem                *item)
{
  gpointer none = facet == ROADMAP_FACET_STATUS ? roadmap_facet_find_key (options->roadmap, facet, ROADMAP_FACET_NONE)
                                                : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GPtrArray *values = g_ptr_array_new ();

  roadmap_facet_append_keys (options->roadmap, facet, item, NULL, 0, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = g_ptr_array_index (keys, i);

      if (key != none && !g_ptr_array_find (values, key, NULL))
        g_ptr_array_add (values, key);
    }
  return values;
}

GPtrArray *
roadmap_export_list_categories (const RoadmapExportOptions *options,
                                RoadmapItem                *item)
{
  return list_values (options, ROADMAP_FACET_CATEGORY, item);
}

RoadmapItem *
roadmap_export_find_status (const RoadmapExportOptions *options,
                            RoadmapItem                *item)
{
  g_autoptr (GPtrArray) statuses = list_values (options, ROADMAP_FACET_STATUS, item);

  return statuses->len > 0 ? g_ptr_array_index (statuses, 0) : NULL;
}

char *
roadmap_export_dup_place (const RoadmapExportOptions *options,
                          RoadmapItem                *item)
{
  g_autoptr (GString) place = g_string_new (NULL);

  for (RoadmapItem *around = roadmap_item_get_parent (item);
       around != NULL && !roadmap_item_is (around, ROADMAP_KIND_ROOT);
       around = roadmap_item_get_parent (around))
    {
      g_autofree char *label = roadmap_item_dup_label (around, roadmap_export_get_language (options));

      if (place->len > 0 && *label != '\0')
        g_string_prepend (place, " / ");
      g_string_prepend (place, label);
    }
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
append_line (GString    *note,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (note->len > 0)
    g_string_append_c (note, '\n');
  g_string_append (note, line);
}

static void
append_fact (GString     *note,
             RoadmapWord  word,
             const char  *value,
             const char  *language)
{
  g_autofree char *line = g_strconcat (roadmap_word (word, language), roadmap_word (ROADMAP_WORD_COLON, language), value,
                                       NULL);

  append_line (note, line);
}

static void
append_span (GString                    *note,
             const RoadmapExportOptions *options,
             RoadmapItem                *item)
{
  static const RoadmapWord bases[] = {
    [ROADMAP_BASIS_STATED] = ROADMAP_WORD_STATED,
    [ROADMAP_BASIS_INFERRED] = ROADMAP_WORD_IS_INFERRED,
    [ROADMAP_BASIS_CONFIRMED] = ROADMAP_WORD_CONFIRMED,
  };
  const char *language = roadmap_export_get_language (options);
  RoadmapSpan span;
  g_autofree char *words = NULL;

  if (!roadmap_get_span (options->roadmap, item, &span))
    return;
  words = roadmap_span_describe (&span, roadmap_get_fiscal_start (options->roadmap), language);
  append_fact (note, ROADMAP_WORD_SPAN, words, language);
  append_fact (note, ROADMAP_WORD_BASIS, roadmap_word (bases[span.basis], language), language);
}

static void
append_notes (GString                    *note,
              const RoadmapExportOptions *options,
              RoadmapItem                *item)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (options->roadmap, item, "notes");
  const char *language = roadmap_export_get_language (options);

  for (guint i = 0; i < notes->len; i++)
    {
      RoadmapItem *one = g_ptr_array_index (notes, i);
      const char *number = roadmap_item_get (one, "number");
      g_autofree char *text = roadmap_item_dup_text (one, "text", language);
      g_autofree char *line = g_strdup_printf ("%s %s", number != NULL ? number : "", text != NULL ? text : "");

      append_line (note, g_strstrip (line));
    }
}

char *
roadmap_export_dup_note (const RoadmapExportOptions *options,
                         RoadmapItem                *item)
{
  const char *language = roadmap_export_get_language (options);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GPtrArray) categories = roadmap_export_list_categories (options, item);
  RoadmapItem *status = roadmap_export_find_status (options, item);
  g_autofree char *detail = roadmap_item_dup_text (item, "detail", language);
  g_autofree char *place = roadmap_export_dup_place (options, item);

  append_line (note, detail);
  /* Here document/import-mspdi divides the note again. */
  if (note->len > 0)
    append_line (note, "――");
  append_line (note, place);
  append_span (note, options, item);
  append_line (note, roadmap_item_get_in (item, "timing", language));
  if (status != NULL)
    {
      g_autofree char *title = roadmap_item_dup_title (status, language);

      append_fact (note, ROADMAP_WORD_STATUS, title, language);
    }
  for (guint i = 0; i < categories->len; i++)
    {
      RoadmapItem *category = g_ptr_array_index (categories, i);
      g_autofree char *title = roadmap_item_dup_title (category, language);
      g_autofree char *label = g_strdup_printf ("%s %s", roadmap_item_get (category, "label"), title);

      append_fact (note, ROADMAP_WORD_CATEGORY, label, language);
    }
  append_notes (note, options, item);
  return g_string_free (g_steal_pointer (&note), FALSE);
}
