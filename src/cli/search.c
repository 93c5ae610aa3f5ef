/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "model/query.h"

#define EXCERPT_WIDTH 60 /* characters */

static RoadmapCliResult
search (const char *path,
        const char *query)
{
  g_autoptr (RoadmapDocument) document = roadmap_cli_open (path);
  g_autoptr (GPtrArray) found = NULL;

  if (document == NULL)
    return ROADMAP_CLI_TROUBLE;

  found = roadmap_query_search (roadmap_document_get_roadmap (document), query);
  for (guint i = 0; i < found->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (found, i);
      g_autofree char *excerpt = roadmap_query_excerpt (item, query, EXCERPT_WIDTH);

      printf ("%s:%u: %s: %s\n", path, roadmap_item_get_line (item), roadmap_item_get_id (item), excerpt);
    }
  return found->len > 0 ? ROADMAP_CLI_DONE : ROADMAP_CLI_FINDING;
}

RoadmapCliResult
roadmap_cli_search (GOptionContext   *context,
                    char           ***words)
{
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *joined = NULL;
  g_autofree char *query = NULL;
  g_autofree char *folded = NULL;

  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments == NULL || arguments[1] == NULL)
    return roadmap_cli_fail_usage (_("name the file and the text to look for"));

  /* Words are looked for one by one, so quoting them makes no difference. */
  joined = g_strjoinv (" ", arguments + 1);
  query = roadmap_cli_dup_text (joined);
  if (query == NULL)
    return ROADMAP_CLI_TROUBLE;
  folded = roadmap_query_fold (query);
  if (*g_strstrip (folded) == '\0')
    return roadmap_cli_fail_usage (_("the text to look for is empty"));
  return search (arguments[0], query);
}
