/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
roadmap_cli_page_choice_add_options (RoadmapCliPageChoice *self,
                                     GOptionContext       *context)
{
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &self->layout, N_("What to print: swimlane"), N_("LAYOUT") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, N_("Paper: A3, A4, B4, B5 or Letter"), N_("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &self->portrait, N_("Use the paper upright"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
find_paper (const RoadmapCliPageChoice *self,
            RoadmapPaper               *paper)
{
  return roadmap_paper_find (self->paper != NULL ? self->paper : "a3", !self->portrait, paper);
}

gboolean
roadmap_cli_page_choice_check (const RoadmapCliPageChoice *self)
{
  g_autofree char *names = NULL;
  RoadmapPaper paper;

  if (self->layout != NULL && strcmp (self->layout, "swimlane") != 0)
    {
      roadmap_cli_fail_usage (_("the only layout is swimlane"));
      return FALSE;
    }
  if (find_paper (self, &paper))
    return TRUE;
  names = g_strjoinv (" ", (char **) roadmap_paper_get_names ());
  roadmap_cli_fail (_("there is no paper “%s”; choose one of: %s"), self->paper, names);
  return FALSE;
}

RoadmapPages *
roadmap_cli_page_choice_lay_out (const RoadmapCliPageChoice *self,
                                 const RoadmapCliChoice     *choice)
{
  RoadmapPagesOptions options = {
    .roadmap = choice->roadmap,
    .charts = choice->found_charts,
    .language = choice->found_language,
    .today = &choice->found_today,
    .show = choice->shown != NULL ? roadmap_cli_choice_shows_cb : NULL,
    .show_data = choice->shown,
    .filter = choice->found_filter,
  };
  gboolean is_found = find_paper (self, &options.paper);

  g_return_val_if_fail (is_found, NULL);

  return roadmap_pages_new (&options);
}

void
roadmap_cli_page_choice_clear (RoadmapCliPageChoice *self)
{
  g_free (self->layout);
  g_free (self->paper);
}
