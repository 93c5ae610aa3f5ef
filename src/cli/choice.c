/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "cli/choice.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "model/as-of.h"

void
roadmap_cli_choice_add_options (RoadmapCliChoice *self,
                                GOptionContext   *context)
{
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_("Language of the words, one that the roadmap has, such as en; else its own"), N_("LANGUAGE") },
    { "chart", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->charts,
      N_("Take this chart; may be given several times. Else those in force"), N_("ID") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &self->today, N_("Mark this day as today, and date the file with it"),
      N_("YYYY-MM-DD") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &self->filter,
      N_("Take only what passes, such as “category:A status:delayed year:2021 basis:inferred late”"), N_("FILTER") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &self->edition,
      N_("Take the roadmap as it was adopted in this edition"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* (transfer container): the charts to take; says what is wrong and returns NULL. */
static GPtrArray *
find_charts (Roadmap  *roadmap,
             char    **ids)
{
  g_autoptr (GPtrArray) charts = NULL;

  if (ids == NULL)
    return roadmap_list_charts (roadmap);
  charts = g_ptr_array_new ();
  for (char **id = ids; *id != NULL; id++)
    {
      RoadmapItem *chart = roadmap_lookup (roadmap, *id);

      if (chart == NULL || !roadmap_item_is (chart, "chart"))
        {
          roadmap_cli_fail (_("there is no chart “%s”; “status --json” lists the ids of charts"), *id);
          return NULL;
        }
      g_ptr_array_add (charts, chart);
    }
  return g_steal_pointer (&charts);
}

/* Wording in another language would stand there in the roadmap's own, as if it were a translation. */
static gboolean
find_language (RoadmapCliChoice *self)
{
  g_autofree char *names = NULL;

  self->languages = roadmap_list_languages (self->roadmap);
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (self->language == NULL || g_ascii_strcasecmp (self->languages[i], self->language) == 0)
      {
        self->found_language = self->languages[i];
        return TRUE;
      }
  names = g_strjoinv (" ", self->languages);
  roadmap_cli_fail (_("the roadmap has no wording in the language “%s”; choose one of: %s"), self->language, names);
  return FALSE;
}

static gboolean
find_today (RoadmapCliChoice *self)
{
  const GDate *today = &self->found_today;

  if (!roadmap_cli_read_today (self->today, &self->found_today))
    return FALSE;
  self->created = self->today == NULL ? g_date_time_new_now_local ()
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

/* Takes away the charts in which nothing is shown; says so and returns FALSE if none is left. */
static gboolean
keep_shown (RoadmapCliChoice *self)
{
  roadmap_filter_set_keep_shown (self->shown, self->found_charts);
  if (self->found_charts->len > 0)
    return TRUE;
  roadmap_cli_fail (_("the filter leaves nothing to print"));
  return FALSE;
}

gboolean
roadmap_cli_choice_open (RoadmapCliChoice *self,
                         const char       *path)
{
  if (!find_today (self))
    return FALSE;
  self->document = roadmap_cli_open (path);
  if (self->document == NULL)
    return FALSE;
  self->roadmap = find_roadmap (roadmap_document_get_roadmap (self->document), self->edition);
  if (self->roadmap == NULL || !find_language (self))
    return FALSE;
  self->found_charts = find_charts (self->roadmap, self->charts);
  if (self->found_charts == NULL || !roadmap_cli_read_filter (self->filter, self->roadmap, &self->found_filter))
    return FALSE;
  if (self->found_filter == NULL)
    return TRUE;

  self->shown = roadmap_filter_set_new (self->roadmap, self->found_filter, &self->found_today);
  return keep_shown (self);
}

void
roadmap_cli_choice_clear (RoadmapCliChoice *self)
{
  g_strfreev (self->charts);
  g_free (self->language);
  g_free (self->today);
  g_free (self->filter);
  g_free (self->edition);
  g_clear_pointer (&self->shown, roadmap_filter_set_free);
  g_clear_pointer (&self->found_filter, roadmap_filter_unref);
  g_clear_pointer (&self->found_charts, g_ptr_array_unref);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_strfreev (self->languages);
  g_clear_object (&self->roadmap);
  g_clear_object (&self->document);
}
