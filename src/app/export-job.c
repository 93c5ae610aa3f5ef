/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/export-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/layout.h"
#include "document/file.h"
#include "model/filter-set.h"

struct _RoadmapExportJob
{
  Roadmap             *roadmap; /* a copy, which the thread has for itself */
  RoadmapExportChoice  choice;  /* its pointers are owned, but that to the format */
  GDate                today;
};

/* One run. */
typedef struct
{
  RoadmapExportJob *job;
  GFile            *target;
  gboolean          replace;
  GCancellable     *cancellable; /* not owned */
  RoadmapFilterSet *shown;       /* (nullable) */
  RoadmapPages     *pages;       /* (nullable) */
  GPtrArray        *files;       /* GFile: those that were written */
} Run;

RoadmapExportJob *
roadmap_export_job_new (Roadmap                   *roadmap,
                        const RoadmapExportChoice *choice)
{
  RoadmapExportJob *self = g_atomic_rc_box_new0 (RoadmapExportJob);

  self->roadmap = roadmap_copy (roadmap);
  if (roadmap_is_past (roadmap))
    roadmap_set_past (self->roadmap);
  self->choice = *choice;
  self->choice.language = g_strdup (choice->language);
  self->choice.chart = g_strdup (choice->chart);
  self->choice.filter = roadmap_filter_ref (choice->filter);
  self->choice.file_name = g_strdup (choice->file_name);
  self->choice.fingerprint = g_strdup (choice->fingerprint);
  self->choice.layout = g_strdup (choice->layout);
  if (choice->today != NULL)
    {
      self->today = *choice->today;
      self->choice.today = &self->today;
    }
  return self;
}

RoadmapExportJob *
roadmap_export_job_ref (RoadmapExportJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize_job (gpointer data)
{
  RoadmapExportJob *self = data;

  g_object_unref (self->roadmap);
  g_free ((char *) self->choice.language);
  g_free ((char *) self->choice.chart);
  roadmap_filter_unref (self->choice.filter);
  g_free ((char *) self->choice.file_name);
  g_free ((char *) self->choice.fingerprint);
  g_free ((char *) self->choice.layout);
}

void
roadmap_export_job_unref (RoadmapExportJob *self)
{
  g_atomic_rc_box_release_full (self, finalize_job);
}

static void
free_run (gpointer data)
{
  Run *run = data;

  roadmap_export_job_unref (run->job);
  g_object_unref (run->target);
  g_clear_pointer (&run->pages, roadmap_pages_unref);
  g_clear_pointer (&run->shown, roadmap_filter_set_free);
  g_clear_pointer (&run->files, g_ptr_array_unref);
  g_free (run);
}

/* (transfer container) (nullable): what was chosen, without what the filter leaves nothing of. */
static GPtrArray *
list_charts (Run     *run,
             GError **error)
{
  RoadmapExportJob *job = run->job;
  RoadmapItem *chart = job->choice.chart != NULL ? roadmap_lookup (job->roadmap, job->choice.chart) : NULL;
  g_autoptr (GPtrArray) charts = NULL;

  if (chart != NULL)
    {
      charts = g_ptr_array_new ();
      g_ptr_array_add (charts, chart);
    }
  else
    charts = roadmap_list_charts (job->roadmap);
  if (run->shown != NULL)
    roadmap_filter_set_keep_shown (run->shown, charts);
  if (charts->len > 0 || run->shown == NULL)
    return g_steal_pointer (&charts);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The filter leaves nothing to export."));
  return NULL;
}

static RoadmapPages *
lay_out (Run                        *run,
         const RoadmapExportOptions *options,
         GPtrArray                  *charts)
{
  const RoadmapExportChoice *choice = &run->job->choice;
  const RoadmapLayout *layout = roadmap_layout_find (choice->layout != NULL ? choice->layout : "swimlane");
  RoadmapPagesOptions pages = {
    .roadmap = options->roadmap,
    .charts = charts,
    .language = options->language != NULL ? options->language : roadmap_get_language (options->roadmap),
    .paper = choice->paper,
    .today = options->today,
    .show = options->show,
    .show_data = options->show_data,
    .filter = options->filter,
    .layouts = layout != NULL ? &layout->id : NULL,
    .n_layouts = layout != NULL,
    .pack = g_strcmp0 (choice->layout, ROADMAP_LAYOUT_PACK_NAME) == 0,
    .file_name = choice->file_name,
    .fingerprint = choice->fingerprint,
  };

  return roadmap_pages_new (&pages);
}

/* What is being written. */
typedef struct
{
  Run                        *run;
  const RoadmapExportOptions *options;
} Writing;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  const Writing *writing = data;

  return writing->run->job->choice.format->write (writing->options, stream, writing->run->cancellable, error);
}

static gboolean
write_file (Run                        *run,
            const RoadmapExportOptions *options,
            GFile                      *file,
            GError                    **error)
{
  Writing writing = { run, options };
  gboolean written = roadmap_file_store_with (file, write_cb, &writing, ROADMAP_FILE_WRITE_NONE, error);

  if (written)
    g_ptr_array_add (run->files, g_object_ref (file));
  return written;
}

/* (transfer full): the files that there will be, from the first page on. */
static GPtrArray *
list_targets (Run *run)
{
  guint n_pages = run->pages != NULL && run->job->choice.format->uses & ROADMAP_EXPORT_USES_PAGE
                    ? roadmap_pages_get_n_pages (run->pages) : 1;
  g_autoptr (GFile) folder = g_file_get_parent (run->target);
  g_autofree char *name = g_file_get_basename (run->target);
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_pages == 1 || folder == NULL)
    {
      g_ptr_array_add (targets, g_object_ref (run->target));
      return targets;
    }
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *numbered = roadmap_export_dup_numbered_name (name, page + 1, n_pages);

      g_ptr_array_add (targets, g_file_get_child (folder, numbered));
    }
  return targets;
}

static gboolean
check_targets (Run        *run,
               GPtrArray  *targets,
               GError    **error)
{
  for (guint i = 0; i < targets->len && !run->replace; i++)
    if (g_file_query_exists (g_ptr_array_index (targets, i), run->cancellable))
      {
        g_autofree char *name = roadmap_file_dup_display_name (g_ptr_array_index (targets, i));

        /* Translators: %s is the name of a file */
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file “%s” already."), name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
write_all (Run     *run,
           GError **error)
{
  RoadmapExportJob *job = run->job;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  RoadmapExportOptions options = {
    .roadmap = job->roadmap,
    .language = job->choice.language,
    .today = job->choice.today,
    .created = now,
    .file_name = job->choice.file_name,
    .flags = job->choice.mark ? ROADMAP_EXPORT_MARK : 0,
    .scale = job->choice.scale,
  };

  if (job->choice.filter != NULL && job->choice.format->uses & ROADMAP_EXPORT_USES_CHARTS)
    {
      run->shown = roadmap_filter_set_new (job->roadmap, job->choice.filter, job->choice.today);
      options.show = roadmap_filter_set_show_func;
      options.show_data = run->shown;
      options.filter = job->choice.filter;
    }
  charts = list_charts (run, error);
  if (charts == NULL)
    return FALSE;
  options.charts = job->choice.chart != NULL ? charts : NULL;
  if (job->choice.format->uses & ROADMAP_EXPORT_USES_PAGES)
    options.pages = run->pages = lay_out (run, &options, charts);

  targets = list_targets (run);
  if (!check_targets (run, targets, error))
    return FALSE;
  for (options.page = 0; options.page < targets->len; options.page++)
    if (!write_file (run, &options, g_ptr_array_index (targets, options.page), error))
      return FALSE;
  return TRUE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  run->cancellable = cancellable;
  if (write_all (run, &error))
    g_task_return_pointer (task, g_ptr_array_ref (run->files), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
roadmap_export_job_run (RoadmapExportJob    *self,
                        GFile               *target,
                        gboolean             replace,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->job = roadmap_export_job_ref (self);
  run->target = g_object_ref (target);
  run->replace = replace;
  run->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, run, free_run);
  g_task_run_in_thread (task, run_in_thread);
}

GPtrArray *
roadmap_export_job_finish (RoadmapExportJob  *self,
                           GAsyncResult      *result,
                           GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
