/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/record-words.h"

#include <glib/gi18n-lib.h>

#include "model/era.h"
#include "model/followup.h"
#include "model/status.h"
#include "widgets/table-words.h"

/* A sentence that has its own full stop needs no comma. */
static void
add (GString    *words,
     const char *piece,
     const char *language)
{
  gboolean japanese = g_str_has_prefix (language, "ja");

  if (piece == NULL || *piece == '\0')
    return;
  if (words->len > 0 && (g_str_has_suffix (words->str, "。") || g_str_has_suffix (words->str, ".")))
    g_string_append (words, japanese ? "" : " ");
  else if (words->len > 0)
    g_string_append (words, japanese ? "、" : ", ");
  g_string_append (words, piece);
}

static void
add_date (GString     *words,
          RoadmapItem *followup,
          const char  *language)
{
  const char *value = roadmap_item_get (followup, "date");
  g_autofree char *day = NULL;
  GDate date;

  if (value == NULL || !roadmap_date_parse (value, &date))
    return;
  day = roadmap_date_describe (&date, language);
  add (words, day, language);
}

static void
add_text (GString     *words,
          RoadmapItem *item,
          const char  *field,
          const char  *language)
{
  g_autofree char *text = roadmap_item_dup_text (item, field, language);

  /* Lines are points of a list, which a voice tells apart by a pause. */
  if (text != NULL)
    g_strdelimit (text, "\n", ' ');
  add (words, text, language);
}

static void
add_followup (GString     *words,
              Roadmap     *roadmap,
              RoadmapItem *followup,
              const char  *language)
{
  RoadmapItem *source = roadmap_followup_get_source (roadmap, followup);
  RoadmapItem *status = roadmap_get_status (roadmap, followup);

  add_date (words, followup, language);
  add (words, roadmap_item_get_in (followup, "meeting", language), language);
  if (status != NULL)
    add_text (words, status, "title", language);
  add_text (words, source, "progress", language);
  for (RoadmapItem *item = roadmap_item_next (source, source); item != NULL; item = roadmap_item_next (item, source))
    if (roadmap_item_is (item, "paragraph"))
      add_text (words, item, "text", language);
  add_text (words, source, "plan", language);
}

char *
roadmap_record_dup_name (Roadmap     *roadmap,
                         RoadmapItem *item,
                         int          year,
                         const char  *language)
{
  g_autofree char *name = roadmap_table_dup_cell_name (roadmap, item, language);
  g_autoptr (GPtrArray) followups = roadmap_list_followups (roadmap, item, year);
  GString *words = g_string_new (name);

  for (guint i = 0; i < followups->len; i++)
    add_followup (words, roadmap, g_ptr_array_index (followups, i), language);
  if (followups->len == 0 && (roadmap_item_is (item, "bar") || roadmap_item_is (item, "measure")))
    /* Translators: read out for a measure or a step about which nothing was reported in the year. */
    add (words, _("no record"), language);
  return g_string_free (words, FALSE);
}

char *
roadmap_record_dup_counts (RoadmapItem              *item,
                           const RoadmapProgressAsk *ask,
                           const RoadmapProgress    *progress,
                           const char               *language)
{
  GString *words = g_string_new (NULL);
  g_autofree char *label = roadmap_item_dup_label (item, language);

  add (words, label, language);
  for (guint i = 0; i <= ask->statuses->len; i++)
    {
      RoadmapItem *status = i < ask->statuses->len ? g_ptr_array_index (ask->statuses, i) : NULL;
      g_autofree char *title = status != NULL ? roadmap_item_dup_title (status, language) : NULL;
      guint n_bars = roadmap_progress_get (progress, i);
      g_autofree char *piece = NULL;

      if (n_bars == 0)
        continue;
      /* Translators: read out for a stage: a status, how many bars have it, and how many bars there are. */
      piece = g_strdup_printf (_("%s %u of %u"), title != NULL ? title : _("no status"), n_bars, progress->n_bars);
      add (words, piece, language);
    }
  return g_string_free (words, FALSE);
}
