/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/choice.h"

#include <glib/gi18n-lib.h>

#include "chart/layout.h"
#include "model/as-of.h"
#include "model/pairs.h"

/* In millimetres. */
#define MAX_MARGIN 60

void
roadmap_cli_page_choice_add_options (RoadmapCliPageChoice *self,
                                     GOptionContext       *context)
{
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &self->layout,
      N_("What to print, several with commas between them: swimlane, table, domains, map, follow-up, progress, changes, "
         "narrative, or pack for a meeting pack with cover and contents; else swimlane"), N_("LAYOUTS") },
    { "earlier", 0, 0, G_OPTION_ARG_NONE, &self->earlier, N_("Print the chart of the earlier plan, too"), NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &self->since,
      N_("For changes: compare with this edition or file; else with the edition before the last"), N_("EDITION|FILE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &self->year, N_("For follow-up: the fiscal year of the records; else the newest"),
      N_("YEAR") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, N_("Paper: A3, A4, B4, B5 or Letter"), N_("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &self->portrait, N_("Use the paper upright"), NULL },
    { "margin", 0, 0, G_OPTION_ARG_STRING, &self->margin, N_("Margin on every side, in millimetres"), N_("MM") },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
find_paper (const RoadmapCliPageChoice *self,
            RoadmapPaper               *paper)
{
  if (!roadmap_paper_find (self->paper != NULL ? self->paper : "a3", !self->portrait, paper))
    return FALSE;
  if (self->endless && self->paper == NULL)
    paper->height = 0;
  if (self->margin != NULL)
    paper->margin = g_ascii_strtod (self->margin, NULL) * ROADMAP_PAPER_MM;
  return TRUE;
}

/* (transfer full): what can be given for a layout. */
static char *
dup_layout_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < roadmap_layout_get_n_layouts (); i++)
    g_string_append_printf (names, "%s ", roadmap_layout_get (i)->name);
  g_string_append (names, ROADMAP_LAYOUT_PACK_NAME);
  return g_string_free (names, FALSE);
}

static gboolean
check_layouts (const RoadmapCliPageChoice *self)
{
  g_auto (GStrv) words = g_strsplit (self->layout != NULL ? self->layout : "swimlane", ",", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *names = NULL;

      if (g_ascii_strcasecmp (*word, ROADMAP_LAYOUT_PACK_NAME) == 0 || roadmap_layout_find (*word) != NULL)
        continue;
      names = dup_layout_names ();
      roadmap_cli_fail (_("there is no layout “%s”; choose one or several, with commas between them, of: %s"), *word,
                        names);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_margin (const RoadmapCliPageChoice *self)
{
  char *end = NULL;
  double margin = self->margin != NULL ? g_ascii_strtod (self->margin, &end) : 0;

  if (self->margin == NULL || (end != self->margin && *end == '\0' && margin >= 0 && margin <= MAX_MARGIN))
    return TRUE;
  roadmap_cli_fail (_("“%s” is no margin; give millimetres from 0 to %d, such as 12.5"), self->margin, MAX_MARGIN);
  return FALSE;
}

gboolean
roadmap_cli_page_choice_check (const RoadmapCliPageChoice *self)
{
  g_autofree char *names = NULL;
  RoadmapPaper paper;

  if (!check_layouts (self) || !check_margin (self))
    return FALSE;
  if (find_paper (self, &paper))
    return TRUE;
  names = g_strjoinv (" ", (char **) roadmap_paper_get_names ());
  roadmap_cli_fail (_("there is no paper “%s”; choose one of: %s"), self->paper, names);
  return FALSE;
}

/* An edition of the roadmap, or failing that a file. */
static gboolean
find_since (RoadmapCliPageChoice   *self,
            const RoadmapCliChoice *choice,
            RoadmapPagesOptions    *options)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (choice->roadmap);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (self->since == NULL)
    return TRUE;
  for (guint i = 0; i < editions->len; i++)
    {
      options->since_edition = roadmap_item_get_id (g_ptr_array_index (editions, i));
      if (g_strcmp0 (options->since_edition, self->since) == 0)
        return TRUE;
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", options->since_edition);
    }
  options->since_edition = NULL;
  if (!g_file_test (self->since, G_FILE_TEST_EXISTS))
    {
      roadmap_cli_fail (_("“%s” is neither a file nor an edition of the roadmap; name a file or one of: %s"), self->since,
                        ids->str);
      return FALSE;
    }
  self->since_document = roadmap_cli_open (self->since);
  if (self->since_document == NULL)
    return FALSE;
  options->since = roadmap_document_get_roadmap (self->since_document);
  options->since_name = roadmap_document_get_display_name (self->since_document);
  if (roadmap_pairs_check (options->since, choice->roadmap, &error))
    return TRUE;
  roadmap_cli_fail ("%s: %s", self->since, error->message);
  return FALSE;
}

/* (transfer container): RoadmapLayoutId; NULL if the roadmap has nothing for one of them, which it says. */
static GArray *
find_layouts (const RoadmapCliPageChoice *self,
              RoadmapPagesOptions        *options)
{
  g_auto (GStrv) words = g_strsplit (self->layout != NULL ? self->layout : "swimlane", ",", -1);
  g_autoptr (GArray) layouts = g_array_new (FALSE, FALSE, sizeof (RoadmapLayoutId));

  for (char **word = words; *word != NULL; word++)
    {
      const RoadmapLayout *layout = roadmap_layout_find (*word);

      if (layout == NULL)
        options->pack = TRUE;
      else if (roadmap_layout_applies (layout, options))
        g_array_append_val (layouts, layout->id);
      else
        {
          if (options->charts->len == 0)
            roadmap_cli_fail (_("the roadmap has no chart to print"));
          else
            roadmap_cli_fail (_("the roadmap has nothing to print in the layout “%s”"), *word);
          return NULL;
        }
    }
  options->layouts = (const RoadmapLayoutId *) (gconstpointer) layouts->data;
  options->n_layouts = layouts->len;
  return g_steal_pointer (&layouts);
}

RoadmapPages *
roadmap_cli_page_choice_lay_out (RoadmapCliPageChoice   *self,
                                 const RoadmapCliChoice *choice)
{
  g_autofree char *fingerprint = roadmap_document_dup_checksum (choice->document);
  g_autoptr (GArray) layouts = NULL;
  RoadmapPagesOptions options = {
    .roadmap = choice->roadmap,
    .charts = choice->found_charts,
    .language = choice->found_language,
    .today = &choice->found_today,
    .show = choice->shown != NULL ? roadmap_filter_set_show_func : NULL,
    .show_data = choice->shown,
    .filter = choice->found_filter,
    .earlier = self->earlier,
    .fiscal_year = self->year,
    .file_name = roadmap_document_get_display_name (choice->document),
    .fingerprint = fingerprint,
  };
  gboolean is_found = find_paper (self, &options.paper);

  g_return_val_if_fail (is_found, NULL);

  if (!find_since (self, choice, &options))
    return NULL;
  layouts = find_layouts (self, &options);
  return layouts != NULL ? roadmap_pages_new (&options) : NULL;
}

void
roadmap_cli_page_choice_clear (RoadmapCliPageChoice *self)
{
  g_free (self->layout);
  g_free (self->since);
  g_free (self->paper);
  g_free (self->margin);
  g_clear_object (&self->since_document);
}
