/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/pages.h"
#include "document/file.h"
#include "export/image.h"
#include "model/as-of.h"
#include "model/filter-set.h"

typedef struct
{
  char     **files;
  char     **charts; /* ids; NULL: those in force */
  char      *layout;
  char      *paper;
  char      *language;
  char      *today;
  char      *filter;
  char      *edition;
  char      *output;
  gboolean   portrait;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->files);
  g_strfreev (arguments->charts);
  g_free (arguments->layout);
  g_free (arguments->paper);
  g_free (arguments->language);
  g_free (arguments->today);
  g_free (arguments->filter);
  g_free (arguments->edition);
  g_free (arguments->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static RoadmapCliResult
parse_arguments (GOptionContext   *context,
                 char           ***words,
                 Arguments        *arguments)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments->output, N_("Write the pages to OUT"), N_("OUT") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &arguments->layout, N_("What to print: swimlane"), N_("LAYOUT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &arguments->paper, N_("Paper: A3, A4, B4, B5 or Letter"), N_("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &arguments->portrait, N_("Use the paper upright"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &arguments->language,
      N_("Language of the pages, one that the roadmap has, such as en; else its own"), N_("LANGUAGE") },
    { "chart", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments->charts,
      N_("Print this chart; may be given several times. Else those in force"), N_("ID") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &arguments->today, N_("Mark this day as today, and date the file with it"),
      N_("YYYY-MM-DD") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &arguments->filter,
      N_("Print only what passes, such as “category:A status:delayed year:2021 basis:inferred late”"), N_("FILTER") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &arguments->edition,
      N_("Print the roadmap as it was adopted in this edition"), N_("ID") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!roadmap_cli_parse (context, entries, words))
    return ROADMAP_CLI_TROUBLE;
  if (arguments->files == NULL || arguments->files[1] != NULL || arguments->output == NULL)
    return roadmap_cli_fail_usage (_("name one file and, with -o, where to write the pages"));
  if (arguments->layout != NULL && strcmp (arguments->layout, "swimlane") != 0)
    return roadmap_cli_fail_usage (_("the only layout is swimlane"));
  if (roadmap_cli_is_same_file (arguments->files[0], arguments->output))
    return roadmap_cli_fail (_("%s: the pages would take the place of the roadmap; choose another name for them"),
                             arguments->output);
  return ROADMAP_CLI_DONE;
}

/* (transfer container): the charts to print; says what is wrong and returns NULL. */
static GPtrArray *
find_charts (Roadmap  *roadmap,
             char    **ids)
{
  g_autoptr (GPtrArray) charts = NULL;

  if (ids == NULL)
    charts = roadmap_list_charts (roadmap);
  else
    charts = g_ptr_array_new ();
  for (char **id = ids; id != NULL && *id != NULL; id++)
    {
      RoadmapItem *chart = roadmap_lookup (roadmap, *id);

      if (chart == NULL || !roadmap_item_is (chart, "chart"))
        {
          roadmap_cli_fail (_("there is no chart “%s”; “status --json” lists the ids of charts"), *id);
          return NULL;
        }
      g_ptr_array_add (charts, chart);
    }

  if (charts->len > 0)
    return g_steal_pointer (&charts);
  roadmap_cli_fail (_("the roadmap has no chart to print"));
  return NULL;
}

static gboolean
find_paper (const Arguments *arguments,
            RoadmapPaper    *paper)
{
  const char *name = arguments->paper != NULL ? arguments->paper : "a3";
  g_autofree char *names = NULL;

  if (roadmap_paper_find (name, !arguments->portrait, paper))
    return TRUE;
  names = g_strjoinv (" ", (char **) roadmap_paper_get_names ());
  roadmap_cli_fail (_("there is no paper “%s”; choose one of: %s"), name, names);
  return FALSE;
}

/* Wording in another language would stand there in the roadmap's own, as if it were a translation. */
static gboolean
find_language (const char  *name,
               Roadmap     *roadmap,
               char       **language)
{
  g_auto (GStrv) languages = roadmap_list_languages (roadmap);
  g_autofree char *names = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    if (name == NULL || g_ascii_strcasecmp (languages[i], name) == 0)
      {
        *language = g_strdup (languages[i]);
        return TRUE;
      }
  names = g_strjoinv (" ", languages);
  roadmap_cli_fail (_("the roadmap has no wording in the language “%s”; choose one of: %s"), name, names);
  return FALSE;
}

/* The day to mark, and the time the file says it was made at.  With a day given, a roadmap gives the same file. */
static gboolean
find_today (const char  *text,
            GDate       *today,
            GDateTime  **created)
{
  if (!roadmap_cli_read_today (text, today))
    return FALSE;
  *created = text == NULL ? g_date_time_new_now_local ()
                          : g_date_time_new_utc (g_date_get_year (today), g_date_get_month (today),
                                                 g_date_get_day (today), 0, 0, 0);
  return TRUE;
}

/* (transfer full): the roadmap as it was in the edition @id (NULL: as it is); says what is wrong and returns NULL. */
static Roadmap *
find_roadmap (Roadmap    *roadmap,
              const char *id)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);
  RoadmapItem *edition = id != NULL ? roadmap_lookup (roadmap, id) : NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Roadmap *past;

  if (id == NULL)
    return g_object_ref (roadmap);
  for (guint i = 0; i < editions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", roadmap_item_get_id (g_ptr_array_index (editions, i)));
  if (edition == NULL || !g_ptr_array_find (editions, edition, NULL))
    {
      roadmap_cli_fail (_("there is no edition “%s” of the roadmap; choose one of: %s"), id, ids->str);
      return NULL;
    }

  past = roadmap_as_of (roadmap, edition, &error);
  if (past == NULL)
    roadmap_cli_fail ("%s", error->message);
  return past;
}

static gboolean
show_cb (RoadmapItem *item,
         gpointer     shown)
{
  return roadmap_filter_set_shows (shown, item);
}

/* Takes away the charts in which nothing is shown; says so and returns FALSE if none is left. */
static gboolean
keep_shown (GPtrArray        *charts,
            RoadmapFilterSet *shown)
{
  for (guint i = charts->len; i > 0; i--)
    if (!roadmap_filter_set_shows (shown, g_ptr_array_index (charts, i - 1)))
      g_ptr_array_remove_index (charts, i - 1);
  if (charts->len > 0)
    return TRUE;
  roadmap_cli_fail (_("the filter leaves nothing to print"));
  return FALSE;
}

static RoadmapCliResult
write_pages (RoadmapPages *pages,
             GDateTime    *created,
             const char   *output)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!roadmap_image_write_pdf (pages, created, stream, NULL, &error) ||
      !g_output_stream_close (stream, NULL, &error))
    return roadmap_cli_fail ("%s: %s", output, error->message);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  if (!roadmap_file_write (output, bytes, ROADMAP_FILE_WRITE_NONE, &error))
    return roadmap_cli_fail ("%s", error->message);
  return ROADMAP_CLI_DONE;
}

RoadmapCliResult
roadmap_cli_print (GOptionContext   *context,
                   char           ***words)
{
  g_auto (Arguments) arguments = { NULL };
  RoadmapPagesOptions options = { NULL };
  GDate today;
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (RoadmapFilter) filter = NULL;
  g_autoptr (RoadmapFilterSet) shown = NULL;
  g_autoptr (RoadmapPages) pages = NULL;
  g_autofree char *language = NULL;

  if (parse_arguments (context, words, &arguments) != ROADMAP_CLI_DONE ||
      !find_paper (&arguments, &options.paper) || !find_today (arguments.today, &today, &created))
    return ROADMAP_CLI_TROUBLE;
  document = roadmap_cli_open (arguments.files[0]);
  if (document == NULL)
    return ROADMAP_CLI_TROUBLE;

  options.roadmap = roadmap = find_roadmap (roadmap_document_get_roadmap (document), arguments.edition);
  if (roadmap == NULL || !find_language (arguments.language, options.roadmap, &language))
    return ROADMAP_CLI_TROUBLE;
  options.language = language;
  options.today = &today;
  options.charts = charts = find_charts (options.roadmap, arguments.charts);
  if (charts == NULL || !roadmap_cli_read_filter (arguments.filter, options.roadmap, &filter))
    return ROADMAP_CLI_TROUBLE;
  if (filter != NULL)
    {
      shown = roadmap_filter_set_new (options.roadmap, filter, &today);
      if (!keep_shown (charts, shown))
        return ROADMAP_CLI_TROUBLE;
      options.show = show_cb;
      options.show_data = shown;
      options.filter = filter;
    }

  pages = roadmap_pages_new (&options);
  return write_pages (pages, created, arguments.output);
}
