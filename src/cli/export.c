/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/choice.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "document/file.h"
#include "export/formats.h"

typedef struct
{
  char                      **files;
  char                       *output;
  char                       *format_id;
  gboolean                    mark;
  double                      scale;
  int                         page;   /* from 1; 0: all */

  const RoadmapExportFormat  *format; /* found */
  RoadmapCliChoice            choice;
  RoadmapCliPageChoice        page_choice;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->files);
  g_free (arguments->output);
  g_free (arguments->format_id);
  roadmap_cli_choice_clear (&arguments->choice);
  roadmap_cli_page_choice_clear (&arguments->page_choice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

/* "pdf   PDF" and below it what it cannot carry, for each format. */
static char *
describe_formats (void)
{
  g_autoptr (GString) text = g_string_new (_("Formats:"));

  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    g_string_append_printf (text, "\n  %-9s %s\n            %s", format->id, _(format->title), _(format->limits));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static RoadmapCliResult
find_format (Arguments *arguments)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (arguments->format_id == NULL && arguments->output == NULL)
    return roadmap_cli_fail_usage (_("name a format with --format"));
  arguments->format = arguments->format_id != NULL ? roadmap_export_find_format (arguments->format_id)
                                                   : roadmap_export_find_format_of (arguments->output);
  if (arguments->format != NULL)
    return ROADMAP_CLI_DONE;

  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", format->id);
  if (arguments->format_id != NULL)
    return roadmap_cli_fail (_("there is no format “%s”; choose one of: %s"), arguments->format_id, ids->str);
  return roadmap_cli_fail (_("%s: no format ends like this; choose one with --format: %s"), arguments->output, ids->str);
}

/* An option that would be passed over was meant to do something. */
static RoadmapCliResult
check_options (const Arguments *arguments)
{
  const struct
  {
    const char        *name;
    gboolean           is_given;
    RoadmapExportUses  use;
  } options[] = {
    { "bom", arguments->mark, ROADMAP_EXPORT_USES_MARK },
    { "scale", arguments->scale != 0, ROADMAP_EXPORT_USES_SCALE },
    { "page", arguments->page != 0, ROADMAP_EXPORT_USES_PAGE },
    { "layout", arguments->page_choice.layout != NULL, ROADMAP_EXPORT_USES_PAGES },
    { "earlier", arguments->page_choice.earlier, ROADMAP_EXPORT_USES_PAGES },
    { "since", arguments->page_choice.since != NULL, ROADMAP_EXPORT_USES_PAGES },
    { "year", arguments->page_choice.year != 0, ROADMAP_EXPORT_USES_PAGES },
    { "paper", arguments->page_choice.paper != NULL, ROADMAP_EXPORT_USES_PAGES },
    { "portrait", arguments->page_choice.portrait, ROADMAP_EXPORT_USES_PAGES },
    { "margin", arguments->page_choice.margin != NULL, ROADMAP_EXPORT_USES_PAGES },
    { "chart", arguments->choice.charts != NULL, ROADMAP_EXPORT_USES_CHARTS },
    { "filter", arguments->choice.filter != NULL, ROADMAP_EXPORT_USES_CHARTS },
    { "lang", arguments->choice.language != NULL, ROADMAP_EXPORT_USES_LANGUAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].is_given && (arguments->format->uses & options[i].use) == 0)
      return roadmap_cli_fail (_("the format %s has no use for --%s; leave it out"), arguments->format->id,
                               options[i].name);
  if (arguments->scale < 0 || arguments->scale > 16)
    return roadmap_cli_fail (_("the scale must be between 0 and 16"));
  return ROADMAP_CLI_DONE;
}

static RoadmapCliResult
parse_arguments (GOptionContext   *context,
                 char           ***words,
                 Arguments        *arguments)
{
  const GOptionEntry first[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &arguments->format_id, N_("One of the formats below; else as OUT ends"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output, N_("Write to OUT; else to the standard output"),
      N_("OUT") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry last[] = {
    { "page", 0, 0, G_OPTION_ARG_INT, &arguments->page, N_("Of a format with one page a file: only this page"),
      N_("NUMBER") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &arguments->scale, N_("Pixels: 1 is 96 an inch, 2 twice as many"),
      N_("NUMBER") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &arguments->mark,
      N_("Begin with a byte order mark, by which some spreadsheet programs know UTF-8"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *formats = describe_formats ();

  g_option_context_set_description (context, formats);
  g_option_context_add_main_entries (context, first, GETTEXT_PACKAGE);
  roadmap_cli_choice_add_options (&arguments->choice, context);
  roadmap_cli_page_choice_add_options (&arguments->page_choice, context);
  if (!roadmap_cli_parse (context, last, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments->files == NULL || arguments->files[1] != NULL)
    return roadmap_cli_fail_usage (_("name one file"));
  if (find_format (arguments) != ROADMAP_CLI_DONE || check_options (arguments) != ROADMAP_CLI_DONE ||
      !roadmap_cli_page_choice_check (&arguments->page_choice))
    return ROADMAP_CLI_TROUBLE;
  if (arguments->output != NULL && roadmap_cli_is_same_file (arguments->files[0], arguments->output))
    return roadmap_cli_fail (_("%s: the export would take the place of the roadmap; choose another name for it"),
                             arguments->output);
  return ROADMAP_CLI_DONE;
}

/* What is being written. */
typedef struct
{
  const RoadmapExportFormat  *format;
  const RoadmapExportOptions *options;
} Writing;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  const Writing *writing = data;

  return writing->format->write (writing->options, stream, NULL, error);
}

/* Whether all of it was written shows when the program ends. */
static RoadmapCliResult
write_to_output (Writing *writing)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  if (!write_cb (stream, writing, &error))
    return roadmap_cli_fail ("%s: %s", writing->format->id, error->message);
  fwrite (g_memory_output_stream_get_data (memory), 1, g_memory_output_stream_get_data_size (memory), stdout);
  return ROADMAP_CLI_DONE;
}

/* @output (nullable): a path; NULL: the standard output. */
static RoadmapCliResult
write_one (const RoadmapExportFormat  *format,
           const RoadmapExportOptions *options,
           const char                 *output)
{
  Writing writing = { format, options };
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return write_to_output (&writing);
  if (!roadmap_file_write_with (output, write_cb, &writing, ROADMAP_FILE_WRITE_NONE, &error))
    return roadmap_cli_fail ("%s", error->message);
  return ROADMAP_CLI_DONE;
}

static RoadmapCliResult
write_pages (const Arguments      *arguments,
             RoadmapExportOptions *options)
{
  guint n_pages = roadmap_pages_get_n_pages (options->pages);

  if (arguments->page < 0 || (guint) arguments->page > n_pages)
    return roadmap_cli_fail (_("there is no page %d; the last one is %u"), arguments->page, n_pages);
  if (arguments->page > 0 || n_pages == 1)
    {
      options->page = MAX (arguments->page, 1) - 1;
      return write_one (arguments->format, options, arguments->output);
    }
  if (arguments->output == NULL)
    return roadmap_cli_fail (_("there are %u pages; name where to write them with -o, or choose one with --page"), n_pages);

  for (options->page = 0; options->page < n_pages; options->page++)
    {
      g_autofree char *name = roadmap_export_dup_numbered_name (arguments->output, options->page + 1, n_pages);

      if (write_one (arguments->format, options, name) != ROADMAP_CLI_DONE)
        return ROADMAP_CLI_TROUBLE;
    }
  return ROADMAP_CLI_DONE;
}

RoadmapCliResult
roadmap_cli_export (GOptionContext   *context,
                    char           ***words)
{
  g_auto (Arguments) arguments = { NULL };
  RoadmapExportOptions options = { NULL };
  g_autoptr (RoadmapPages) pages = NULL;
  g_autofree char *file_name = NULL;

  if (parse_arguments (context, words, &arguments) != ROADMAP_CLI_DONE ||
      !roadmap_cli_choice_open (&arguments.choice, arguments.files[0]))
    return ROADMAP_CLI_TROUBLE;

  file_name = g_filename_display_basename (arguments.files[0]);
  options.roadmap = arguments.choice.roadmap;
  options.language = arguments.choice.found_language;
  /* Not chosen, they are for the format to say. */
  options.charts = arguments.choice.charts != NULL ? arguments.choice.found_charts : NULL;
  options.show = arguments.choice.shown != NULL ? roadmap_filter_set_show_func : NULL;
  options.show_data = arguments.choice.shown;
  options.filter = arguments.choice.found_filter;
  options.today = &arguments.choice.found_today;
  options.created = arguments.choice.created;
  options.file_name = file_name;
  options.flags = arguments.mark ? ROADMAP_EXPORT_MARK : 0;
  options.scale = arguments.scale;
  if (arguments.format->uses & ROADMAP_EXPORT_USES_PAGES)
    {
      /* A picture of a whole chart, unless pages are asked for by their paper. */
      arguments.page_choice.endless = (arguments.format->uses & ROADMAP_EXPORT_USES_PAGE) != 0;
      options.pages = pages = roadmap_cli_page_choice_lay_out (&arguments.page_choice, &arguments.choice);
      if (pages == NULL)
        return ROADMAP_CLI_TROUBLE;
    }
  if (arguments.format->uses & ROADMAP_EXPORT_USES_PAGE)
    return write_pages (&arguments, &options);
  return write_one (arguments.format, &options, arguments.output);
}
