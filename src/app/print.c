/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "chart/pages.h"
#include "document/file.h"
#include "export/pdf.h"
#include "model/filter-set.h"

#define DEFAULT_PAPER  GTK_PAPER_NAME_A3
#define DEFAULT_MARGIN 28.35 /* points: 10 mm */

/* What was chosen last, for the next time in this session. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

typedef struct
{
  Roadmap          *roadmap;
  GPtrArray        *charts;
  char             *language;
  GDate            *today;
  RoadmapFilter    *filter; /* NULL: all */
  RoadmapFilterSet *shown;  /* NULL: all */

  /* From begin-print on. */
  GtkPageSetup     *page_setup;
  RoadmapPages     *pages;
} Job;

static Job *
create_job (const RoadmapPrintOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->roadmap = g_object_ref (options->roadmap);
  job->charts = g_ptr_array_ref (options->charts);
  job->language = g_strdup (options->language != NULL ? options->language : roadmap_get_language (options->roadmap));
  job->today = options->today != NULL ? g_date_copy (options->today) : NULL;
  job->filter = roadmap_filter_ref (options->filter);
  if (options->filter != NULL)
    job->shown = roadmap_filter_set_new (options->roadmap, options->filter, options->today);
  return job;
}

static void
free_job (Job *job)
{
  g_clear_object (&job->roadmap);
  g_clear_pointer (&job->charts, g_ptr_array_unref);
  g_clear_pointer (&job->language, g_free);
  g_clear_pointer (&job->today, g_date_free);
  g_clear_pointer (&job->shown, roadmap_filter_set_free);
  g_clear_pointer (&job->filter, roadmap_filter_unref);
  g_clear_object (&job->page_setup);
  g_clear_pointer (&job->pages, roadmap_pages_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

/* (transfer full) */
static GtkPageSetup *
get_page_setup (void)
{
  g_autoptr (GtkPaperSize) size = NULL;
  GtkPageSetup *setup;

  if (last_page_setup != NULL)
    return g_object_ref (last_page_setup);

  size = gtk_paper_size_new (DEFAULT_PAPER);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

/* The pages have one margin on all sides: none smaller than what the printer cannot reach. */
static RoadmapPaper
describe_paper (GtkPageSetup *setup)
{
  RoadmapPaper paper = {
    .width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
    .height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
    .margin = DEFAULT_MARGIN,
  };

  paper.margin = MAX (paper.margin, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  paper.margin = MAX (paper.margin, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  paper.margin = MAX (paper.margin, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
  paper.margin = MAX (paper.margin, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
  return paper;
}

static gboolean
show_cb (RoadmapItem *item,
         gpointer     shown)
{
  return roadmap_filter_set_shows (shown, item);
}

static RoadmapPages *
paginate (const Job    *job,
          GtkPageSetup *setup)
{
  const RoadmapPagesOptions options = {
    .roadmap = job->roadmap,
    .charts = job->charts,
    .language = job->language,
    .paper = describe_paper (setup),
    .today = job->today,
    .show = job->shown != NULL ? show_cb : NULL,
    .show_data = job->shown,
    .filter = job->filter,
  };

  return roadmap_pages_new (&options);
}

/* A file is found again by its title; on a printer there is nothing to describe. */
static void
describe_document (const Job       *job,
                   GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, roadmap_pages_get_title (job->pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, roadmap_pages_get_author (job->pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, roadmap_pages_get_subject (job->pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, PACKAGE_NAME " " PACKAGE_VERSION);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  g_set_object (&job->page_setup, gtk_print_context_get_page_setup (context));
  g_clear_pointer (&job->pages, roadmap_pages_unref);
  job->pages = paginate (job, job->page_setup);
  gtk_print_operation_set_n_pages (operation, roadmap_pages_get_n_pages (job->pages));
  describe_document (job, context);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  roadmap_pages_draw (job->pages, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;

  g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  g_set_object (&last_page_setup, job->page_setup);
}

GtkPrintOperation *
roadmap_print_operation_new (const RoadmapPrintOptions *options)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = get_page_setup ();
  g_autofree char *title = NULL;
  Job *job;

  g_return_val_if_fail (options != NULL, NULL);

  job = create_job (options);
  title = roadmap_item_dup_title (roadmap_get_root (job->roadmap), job->language);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, last_settings);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);

  g_object_set_data_full (G_OBJECT (operation), "roadmap-job", job, (GDestroyNotify) free_job);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  return operation;
}

typedef struct
{
  RoadmapPrintFailedFunc failed;
  gpointer               user_data;
} Report;

static void
report_cb (GtkPrintOperation       *operation,
           GtkPrintOperationResult  result,
           GtkWindow               *parent)
{
  const Report *report = g_object_get_data (G_OBJECT (operation), "roadmap-report");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    report->failed (error, report->user_data);
}

void
roadmap_print_run (GtkWindow                 *parent,
                   const RoadmapPrintOptions *options,
                   RoadmapPrintFailedFunc     failed,
                   gpointer                   user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  Report *report;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (failed != NULL);

  operation = roadmap_print_operation_new (options);
  g_return_if_fail (operation != NULL);

  report = g_new (Report, 1);
  *report = (Report) { failed, user_data };
  g_object_set_data_full (G_OBJECT (operation), "roadmap-report", report, g_free);
  /* Printing can outlast the window, and then nobody is there to be told. */
  g_signal_connect_object (operation, "done", G_CALLBACK (report_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static gboolean
write_whole (GFile   *target,
             GBytes  *bytes,
             GError **error)
{
  g_autofree char *path = g_file_get_path (target);

  if (path != NULL)
    return roadmap_file_write (path, bytes, ROADMAP_FILE_WRITE_NONE, error);

  /* On another computer its own protocol decides how a file is replaced. */
  return g_file_replace_contents (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

gboolean
roadmap_print_to_pdf (GFile                      *target,
                      const RoadmapPrintOptions  *options,
                      GError                    **error)
{
  g_autoptr (Job) job = NULL;
  g_autoptr (GtkPageSetup) setup = get_page_setup ();
  g_autoptr (RoadmapPages) pages = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  job = create_job (options);
  pages = paginate (job, setup);
  if (!roadmap_pdf_write (pages, now, stream, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  return write_whole (target, bytes, error);
}
