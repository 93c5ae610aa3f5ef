/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"
#include "paths.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "document/validate.h"

/* KOTEIHYO_DATADIR is for a program that is not installed. */
static char *
find_schema (void)
{
  const char *folder = g_getenv ("KOTEIHYO_DATADIR");

  return g_build_filename (folder != NULL ? folder : PKGDATADIR, "roadmap.rng", NULL);
}

/* Here what is wrong in a file is the result, not trouble. */
static RoadmapCliResult
report (const GError *error,
        gboolean      about_file)
{
  if (!about_file)
    return roadmap_cli_fail ("%s", error->message);

  printf ("%s\n", error->message);
  return ROADMAP_CLI_FINDING;
}

/* First as the program itself reads it, which knows where links lead and what follows what; then by the schema, which
 * also minds what the program passes over. */
static RoadmapCliResult
validate (const char *path,
          const char *schema)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  if (document == NULL)
    return report (error, error->domain == ROADMAP_ERROR);
  if (roadmap_validate (roadmap_document_get_text (document), path, schema, &error))
    return ROADMAP_CLI_DONE;

  /* The file was read already: another error is about the schema. */
  return report (error, g_error_matches (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID));
}

RoadmapCliResult
roadmap_cli_validate (GOptionContext   *context,
                      char           ***words)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *schema = find_schema ();
  RoadmapCliResult worst = ROADMAP_CLI_DONE;

  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (files == NULL)
    return roadmap_cli_fail_usage (_("name the files to check"));

  for (char **file = files; *file != NULL; file++)
    {
      RoadmapCliResult result = validate (*file, schema);

      worst = MAX (worst, result);
    }
  return worst;
}
