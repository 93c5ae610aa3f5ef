/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/choice.h"

#include <glib/gi18n-lib.h>

#include "document/file.h"
#include "export/pdf.h"

typedef struct
{
  char     **files;
  char      *output;
  gboolean   verbose;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->files);
  g_free (arguments->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static RoadmapCliResult
parse_arguments (GOptionContext        *context,
                 char                ***words,
                 Arguments             *arguments,
                 RoadmapCliPageChoice  *page_choice,
                 RoadmapCliChoice      *choice)
{
  const GOptionEntry output[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output, N_("Write the pages to OUT"), N_("OUT") },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &arguments->verbose, N_("Say how many pages there are, and how large their text is"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry files[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, output, GETTEXT_PACKAGE);
  roadmap_cli_page_choice_add_options (page_choice, context);
  roadmap_cli_choice_add_options (choice, context);
  if (!roadmap_cli_parse (context, files, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments->files == NULL || arguments->files[1] != NULL || arguments->output == NULL)
    return roadmap_cli_fail_usage (_("name one file and, with -o, where to write the pages"));
  if (!roadmap_cli_page_choice_check (page_choice))
    return ROADMAP_CLI_TROUBLE;
  if (roadmap_cli_is_same_file (arguments->files[0], arguments->output))
    return roadmap_cli_fail (_("%s: the pages would take the place of the roadmap; choose another name for them"),
                             arguments->output);
  return ROADMAP_CLI_DONE;
}

/* Each size once, with the pages that have it. */
static void
say_sizes (RoadmapPages *pages)
{
  guint n_pages = roadmap_pages_get_n_pages (pages);

  for (guint first = 0, after; first < n_pages; first = after)
    {
      double size = roadmap_pages_get_text_size (pages, first);

      for (after = first + 1; after < n_pages && roadmap_pages_get_text_size (pages, after) == size; after++)
        continue;
      g_printerr (_("pages %u to %u of %u: text of %.1f points\n"), first + 1, after, n_pages, size);
    }
}

typedef struct
{
  RoadmapPages *pages;
  GDateTime    *created;
} Writing;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  Writing *writing = data;

  return roadmap_pdf_write (writing->pages, writing->created, stream, NULL, error);
}

static RoadmapCliResult
write_pages (RoadmapPages *pages,
             GDateTime    *created,
             const char   *output)
{
  Writing writing = { pages, created };
  g_autoptr (GError) error = NULL;

  if (!roadmap_file_write_with (output, write_cb, &writing, ROADMAP_FILE_WRITE_NONE, &error))
    return roadmap_cli_fail ("%s", error->message);
  return ROADMAP_CLI_DONE;
}

RoadmapCliResult
roadmap_cli_print (GOptionContext   *context,
                   char           ***words)
{
  g_auto (Arguments) arguments = { NULL };
  g_auto (RoadmapCliPageChoice) page_choice = { NULL };
  g_auto (RoadmapCliChoice) choice = { NULL };
  g_autoptr (RoadmapPages) pages = NULL;

  if (parse_arguments (context, words, &arguments, &page_choice, &choice) != ROADMAP_CLI_DONE ||
      !roadmap_cli_choice_open (&choice, arguments.files[0]))
    return ROADMAP_CLI_TROUBLE;

  pages = roadmap_cli_page_choice_lay_out (&page_choice, &choice);
  if (pages == NULL)
    return ROADMAP_CLI_TROUBLE;
  if (arguments.verbose)
    say_sizes (pages);
  return write_pages (pages, choice.created, arguments.output);
}
