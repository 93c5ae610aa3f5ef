/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-job.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "document/file.h"
#include "model/as-of.h"
#include "model/error.h"
#include "model/filter-set.h"

struct _RoadmapPrintJob
{
  RoadmapPagesOptions  options; /* its pointers are owned, or point to: */
  GDate                today;
  RoadmapFilterSet    *shown;   /* NULL: all */
  GArray              *layouts; /* RoadmapLayoutId */
  RoadmapPages        *pages;   /* NULL: not laid out yet */
};

/* Wording in a language that the roadmap has not would stand there in its own, as if it were a translation. */
static char *
find_language (Roadmap    *roadmap,
               const char *chosen,
               const char *otherwise)
{
  g_auto (GStrv) languages = roadmap_list_languages (roadmap);

  if (g_strv_contains ((const char *const *) languages, chosen))
    return g_strdup (chosen);
  return g_strdup (otherwise != NULL ? otherwise : roadmap_get_language (roadmap));
}

/* (transfer full): as it is, or as it was in the edition, if there is one of this id. */
static Roadmap *
find_roadmap (Roadmap     *roadmap,
              const char  *id,
              GError     **error)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);
  RoadmapItem *edition = *id != '\0' ? roadmap_lookup (roadmap, id) : NULL;

  if (edition == NULL || !g_ptr_array_find (editions, edition, NULL))
    return g_object_ref (roadmap);
  return roadmap_as_of (roadmap, edition, error);
}

/* (transfer container): the chosen one if there is one of this id, else those in force; of these what the filter
 * leaves. */
static GPtrArray *
find_charts (RoadmapPrintJob *self,
             const char      *id)
{
  RoadmapItem *chart = *id != '\0' ? roadmap_lookup (self->options.roadmap, id) : NULL;
  GPtrArray *charts;

  if (chart != NULL && roadmap_item_is (chart, "chart"))
    {
      charts = g_ptr_array_new ();
      g_ptr_array_add (charts, chart);
    }
  else
    charts = roadmap_list_charts (self->options.roadmap);
  if (self->shown != NULL)
    roadmap_filter_set_keep_shown (self->shown, charts);
  return charts;
}

/* Whether there is anything for the layout without the filter. */
static gboolean
would_apply (RoadmapPrintJob     *self,
             const RoadmapLayout *layout)
{
  RoadmapPagesOptions options = self->options;

  options.charts = NULL;
  options.show = NULL;
  options.filter = NULL;
  return roadmap_layout_applies (layout, &options);
}

/* The first that applies takes the place of layouts that this roadmap has nothing for, but not of what is filtered away:
 * nobody would expect that. */
static void
find_layouts (RoadmapPrintJob   *self,
              const char *const *names)
{
  gboolean filtered_away = FALSE;

  for (; names != NULL && *names != NULL; names++)
    {
      const RoadmapLayout *layout = roadmap_layout_find (*names);

      if (layout == NULL)
        continue;
      if (roadmap_print_job_applies (self, layout))
        g_array_append_val (self->layouts, layout->id);
      else
        filtered_away = filtered_away || would_apply (self, layout);
    }
  for (guint i = 0; i < roadmap_layout_get_n_layouts () && self->layouts->len == 0 && !filtered_away; i++)
    if (roadmap_print_job_applies (self, roadmap_layout_get (i)))
      g_array_append_val (self->layouts, roadmap_layout_get (i)->id);
}

/* An edition that is there; NULL: the one before the last. */
static char *
find_since (RoadmapPrintJob *self,
            const char      *id)
{
  return *id != '\0' && roadmap_lookup (self->options.roadmap, id) != NULL ? g_strdup (id) : NULL;
}

/* (transfer full) (nullable): the file of the older version. */
static char *
dup_since_name (RoadmapPrintChoices *choices)
{
  GFile *file = roadmap_print_choices_get_since_file (choices);

  return file != NULL ? roadmap_file_dup_display_name (file) : NULL;
}

static void
use_filter (RoadmapPrintJob *self,
            RoadmapFilter   *filter)
{
  self->options.filter = roadmap_filter_restrict (filter, self->options.roadmap);
  if (self->options.filter == NULL)
    return;
  self->shown = roadmap_filter_set_new (self->options.roadmap, self->options.filter, self->options.today);
  self->options.show = roadmap_filter_set_show_func;
  self->options.show_data = self->shown;
}

RoadmapPrintJob *
roadmap_print_job_new (const RoadmapPrintSource  *source,
                       RoadmapPrintChoices       *choices,
                       Roadmap                   *since,
                       GError                   **error)
{
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (RoadmapPrintJob) self = NULL;

  g_return_val_if_fail (source != NULL && ROADMAP_IS_ROADMAP (source->roadmap), NULL);
  g_return_val_if_fail (ROADMAP_IS_PRINT_CHOICES (choices), NULL);
  g_return_val_if_fail (since == NULL || ROADMAP_IS_ROADMAP (since), NULL);

  roadmap = find_roadmap (source->roadmap, roadmap_print_choices_get_edition (choices), error);
  if (roadmap == NULL)
    return NULL;

  self = g_rc_box_new0 (RoadmapPrintJob);
  self->options.roadmap = g_steal_pointer (&roadmap);
  self->options.paper = roadmap_print_choices_get_paper (choices);
  self->options.language = find_language (self->options.roadmap, roadmap_print_choices_get_language (choices),
                                          source->language);
  if (source->today != NULL)
    {
      self->today = *source->today;
      self->options.today = &self->today;
    }
  if (source->filter != NULL && roadmap_print_choices_get_filtered (choices))
    use_filter (self, source->filter);
  self->options.charts = find_charts (self, roadmap_print_choices_get_chart (choices));
  self->options.pack = roadmap_print_choices_get_pack (choices);
  self->options.earlier = roadmap_print_choices_get_earlier (choices);
  self->options.since = since != NULL ? g_object_ref (since) : NULL;
  self->options.since_name = since != NULL ? dup_since_name (choices) : NULL;
  self->options.since_edition = find_since (self, roadmap_print_choices_get_since (choices));
  self->options.fiscal_year = roadmap_print_choices_get_year (choices);
  self->options.file_name = g_strdup (source->file_name);
  self->options.fingerprint = g_strdup (source->fingerprint);

  self->layouts = g_array_new (FALSE, FALSE, sizeof (RoadmapLayoutId));
  find_layouts (self, roadmap_print_choices_get_layouts (choices));
  self->options.layouts = (const RoadmapLayoutId *) self->layouts->data;
  self->options.n_layouts = self->layouts->len;
  if (self->layouts->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                       self->shown != NULL ? _("The filter leaves nothing to print") : _("There is nothing to print"));
  return NULL;
}

RoadmapPrintJob *
roadmap_print_job_ref (RoadmapPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapPrintJob *self = data;

  g_clear_pointer (&self->pages, roadmap_pages_unref);
  g_clear_pointer (&self->layouts, g_array_unref);
  g_clear_pointer (&self->shown, roadmap_filter_set_free);
  g_clear_pointer (&self->options.charts, g_ptr_array_unref);
  g_clear_pointer (&self->options.filter, roadmap_filter_unref);
  g_clear_object (&self->options.since);
  g_free ((char *) self->options.language);
  g_free ((char *) self->options.since_name);
  g_free ((char *) self->options.since_edition);
  g_free ((char *) self->options.file_name);
  g_free ((char *) self->options.fingerprint);
  g_clear_object (&self->options.roadmap);
}

void
roadmap_print_job_unref (RoadmapPrintJob *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

RoadmapPages *
roadmap_print_job_get_pages (RoadmapPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->pages == NULL)
    self->pages = roadmap_pages_new (&self->options);
  return self->pages;
}

RoadmapPages *
roadmap_print_job_lay_out (RoadmapPrintJob    *self,
                           const RoadmapPaper *paper)
{
  RoadmapPagesOptions options;

  g_return_val_if_fail (self != NULL && paper != NULL, NULL);

  options = self->options;
  options.paper = *paper;
  return roadmap_pages_new (&options);
}

Roadmap *
roadmap_print_job_get_roadmap (RoadmapPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->options.roadmap;
}

const char *
roadmap_print_job_get_language (RoadmapPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->options.language;
}

gboolean
roadmap_print_job_applies (RoadmapPrintJob     *self,
                           const RoadmapLayout *layout)
{
  g_return_val_if_fail (self != NULL && layout != NULL, FALSE);

  return roadmap_layout_applies (layout, &self->options);
}

static char **
list_names (GArray *layouts)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < layouts->len; i++)
    g_strv_builder_add (names, roadmap_layout_find_id (g_array_index (layouts, RoadmapLayoutId, i))->name);
  return g_strv_builder_end (names);
}

char **
roadmap_print_job_list_layouts (RoadmapPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_names (self->layouts);
}

char **
roadmap_print_job_list_pack (RoadmapPrintJob *self)
{
  g_autoptr (GArray) layouts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  layouts = roadmap_layout_list_pack (&self->options);
  return list_names (layouts);
}
