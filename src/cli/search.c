/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "model/filter-set.h"
#include "model/query.h"

#define EXCERPT_WIDTH 60 /* characters */

typedef struct
{
  char **words; /* the file, then the words to look for */
  char  *filter;
  char  *today;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->words);
  g_free (arguments->filter);
  g_free (arguments->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static RoadmapCliResult
search (const Arguments *arguments,
        const GDate     *today,
        const char      *query)
{
  const char *path = arguments->words[0];
  g_autoptr (RoadmapDocument) document = roadmap_cli_open (path);
  Roadmap *roadmap = document != NULL ? roadmap_document_get_roadmap (document) : NULL;
  g_autoptr (RoadmapFilter) filter = NULL;
  g_autoptr (RoadmapFilterSet) shown = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint n_found = 0;

  if (document == NULL || !roadmap_cli_read_filter (arguments->filter, roadmap, &filter))
    return ROADMAP_CLI_TROUBLE;

  shown = roadmap_filter_set_new (roadmap, filter, today);
  found = roadmap_query_search (roadmap, query);
  for (guint i = 0; i < found->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (found, i);
      g_autofree char *excerpt = NULL;

      if (!roadmap_filter_set_holds (shown, item))
        continue;
      excerpt = roadmap_query_excerpt (item, query, EXCERPT_WIDTH);
      printf ("%s:%u: %s: %s\n", path, roadmap_item_get_line (item), roadmap_item_get_id (item), excerpt);
      n_found++;
    }
  return n_found > 0 ? ROADMAP_CLI_DONE : ROADMAP_CLI_FINDING;
}

RoadmapCliResult
roadmap_cli_search (GOptionContext   *context,
                    char           ***words)
{
  g_auto (Arguments) arguments = { NULL };
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_STRING, &arguments.filter,
      N_("Search only in what passes, such as “category:A status:delayed year:2021 basis:inferred late”"), N_("FILTER") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &arguments.today, N_("Find out on this day what is late"), N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *joined = NULL;
  g_autofree char *query = NULL;
  g_autofree char *folded = NULL;
  GDate today;

  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments.words == NULL || arguments.words[1] == NULL)
    return roadmap_cli_fail_usage (_("name the file and the text to look for"));

  /* Words are looked for one by one, so quoting them makes no difference. */
  joined = g_strjoinv (" ", arguments.words + 1);
  query = roadmap_cli_dup_text (joined);
  if (query == NULL || !roadmap_cli_read_today (arguments.today, &today))
    return ROADMAP_CLI_TROUBLE;
  folded = roadmap_query_fold (query);
  if (*g_strstrip (folded) == '\0')
    return roadmap_cli_fail_usage (_("the text to look for is empty"));
  return search (&arguments, &today, query);
}
