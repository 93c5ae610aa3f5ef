/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"
#include "paths.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "document/import.h"
#include "document/imported.h"

typedef struct
{
  char **files;
  char  *output;
  char  *format;
  char  *language;
  char  *today;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->files);
  g_free (arguments->output);
  g_free (arguments->format);
  g_free (arguments->language);
  g_free (arguments->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

/* What is left out of each. */
static char *
describe_formats (void)
{
  g_autoptr (GString) text = g_string_new (_("Formats:"));

  for (const RoadmapImporter *importer = roadmap_import_get_importers (); importer->id != NULL; importer++)
    g_string_append_printf (text, "\n  %-9s %s\n            %s", importer->id, _(importer->title), _(importer->limits));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static RoadmapCliResult
parse_arguments (GOptionContext   *context,
                 char           ***words,
                 Arguments        *arguments)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output, N_("Write the roadmap to OUT, which must not be there"),
      N_("OUT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &arguments->format, N_("What the file is: csv or mspdi; else it shows by itself"),
      N_("FORMAT") },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &arguments->language,
      N_("Language of its words; else Japanese if they are in kana or kanji, or English"), N_("LANGUAGE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &arguments->today, N_("Date the edition that is begun with this day"),
      N_("YYYY-MM-DD") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_autofree char *formats = describe_formats ();

  g_option_context_set_description (context, formats);
  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments->files == NULL || arguments->files[1] != NULL || arguments->output == NULL)
    return roadmap_cli_fail_usage (_("name one file and, with -o, where to write the roadmap"));
  if (arguments->language != NULL && !roadmap_imported_is_language (arguments->language))
    return roadmap_cli_fail (_("“%s” is no language; write it as ja or en"), arguments->language);
  if (g_file_test (arguments->output, G_FILE_TEST_EXISTS))
    return roadmap_cli_fail (_("%s: there is a file already; choose another name"), arguments->output);
  return ROADMAP_CLI_DONE;
}

static RoadmapCliResult
find_importer (const char             *id,
               const RoadmapImporter **importer)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  *importer = id != NULL ? roadmap_import_find (id) : NULL;
  if (id == NULL || *importer != NULL)
    return ROADMAP_CLI_DONE;
  for (const RoadmapImporter *one = roadmap_import_get_importers (); one->id != NULL; one++)
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", one->id);
  return roadmap_cli_fail (_("there is no format “%s”; choose one of: %s"), id, ids->str);
}

RoadmapCliResult
roadmap_cli_import (GOptionContext   *context,
                    char           ***words)
{
  g_auto (Arguments) arguments = { NULL };
  RoadmapImportOptions options = { NULL };
  const RoadmapImporter *importer;
  g_autoptr (Roadmap) template = NULL;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  if (parse_arguments (context, words, &arguments) != ROADMAP_CLI_DONE ||
      find_importer (arguments.format, &importer) != ROADMAP_CLI_DONE ||
      !roadmap_cli_read_today (arguments.today, &today))
    return ROADMAP_CLI_TROUBLE;

  options.language = arguments.language;
  options.template = template = roadmap_import_open_template (PKGDATADIR);
  options.today = &today;
  roadmap = roadmap_import_path (arguments.files[0], importer, &options, &error);
  /* What is wrong in the file says where, and is no sentence of this program. */
  if (error != NULL && error->domain == ROADMAP_ERROR)
    fprintf (stderr, "%s\n", error->message);
  else if (error != NULL)
    roadmap_cli_fail ("%s", error->message);
  if (roadmap == NULL)
    return ROADMAP_CLI_TROUBLE;

  document = roadmap_document_new (roadmap);
  if (!roadmap_document_save_copy (document, arguments.output, &error))
    return roadmap_cli_fail ("%s", error->message);
  return ROADMAP_CLI_DONE;
}
