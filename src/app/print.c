/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print.h"

#include <cairo-pdf.h>
#include <math.h>

#include "document/file.h"
#include "export/pdf.h"

/* Two papers are the same if they differ by less: names of papers round to tenths of a millimetre. */
#define SAME_PAPER 1.0 /* points */

/* What was chosen last, for the next time in this session. */
static GtkPrintSettings *last_settings;

typedef struct
{
  RoadmapPrintJob *job;
  RoadmapPages    *pages; /* from begin-print on */
} Printing;

static Printing *
create_printing (RoadmapPrintJob *job)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->job = roadmap_print_job_ref (job);
  return printing;
}

static void
free_printing (Printing *printing)
{
  g_clear_pointer (&printing->pages, roadmap_pages_unref);
  g_clear_pointer (&printing->job, roadmap_print_job_unref);
  g_free (printing);
}

/* (transfer full): the size as GTK knows it, so that a printer's own name for it is found. */
static GtkPaperSize *
find_size (double width,
           double height)
{
  static const char *const names[] = {
    GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A5, "jis_b4", "jis_b5", GTK_PAPER_NAME_LETTER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkPaperSize) size = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - width) < SAME_PAPER &&
          fabs (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) < SAME_PAPER)
        return g_steal_pointer (&size);
    }
  return gtk_paper_size_new_custom ("roadmap", "", width, height, GTK_UNIT_POINTS);
}

/* (transfer full): a page setup always names the paper upright. */
static GtkPageSetup *
create_page_setup (const RoadmapPaper *paper)
{
  gboolean landscape = paper->width > paper->height;
  g_autoptr (GtkPaperSize) size = find_size (MIN (paper->width, paper->height), MAX (paper->width, paper->height));
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/* (transfer full): the pages that were seen before printing, unless another paper was chosen since. */
static RoadmapPages *
find_pages (RoadmapPrintJob *job,
            GtkPageSetup    *setup)
{
  RoadmapPages *pages = roadmap_print_job_get_pages (job);
  RoadmapPaper paper = *roadmap_pages_get_paper (pages);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

  if (fabs (width - paper.width) < SAME_PAPER && fabs (height - paper.height) < SAME_PAPER)
    return roadmap_pages_ref (pages);
  paper.width = width;
  paper.height = height;
  return roadmap_print_job_lay_out (job, &paper);
}

/* A file is found again by its title; on a printer there is nothing to describe. */
static void
describe_document (RoadmapPages    *pages,
                   GtkPrintContext *context)
{
  cairo_surface_t *surface = cairo_get_target (gtk_print_context_get_cairo_context (context));

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, roadmap_pages_get_title (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, roadmap_pages_get_author (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, roadmap_pages_get_subject (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, PACKAGE_NAME " " PACKAGE_VERSION);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  g_clear_pointer (&printing->pages, roadmap_pages_unref);
  printing->pages = find_pages (printing->job, gtk_print_context_get_page_setup (context));
  gtk_print_operation_set_n_pages (operation, roadmap_pages_get_n_pages (printing->pages));
  describe_document (printing->pages, context);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  roadmap_pages_draw (printing->pages, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
}

static gboolean
end_preview_cb (gpointer preview)
{
  gtk_print_operation_preview_end_preview (preview);
  return G_SOURCE_REMOVE;
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (preview), g_object_unref);
}

/* The dialog's button “Preview” would look for another program to show the pages.  They were looked at before the dialog
 * came, and are in view again as soon as it has gone. */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  /* GTK wants somewhere to draw. */
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

/* (transfer full) (nullable): which printer and how, but not on which paper: that is the pages'. */
static GtkPrintSettings *
create_settings (GtkPageSetup *setup)
{
  GtkPrintSettings *settings = last_settings != NULL ? gtk_print_settings_copy (last_settings)
                                                     : gtk_print_settings_new ();

  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  gtk_print_settings_set_orientation (settings, gtk_page_setup_get_orientation (setup));
  return settings;
}

GtkPrintOperation *
roadmap_print_operation_new (RoadmapPrintJob *job)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  RoadmapPages *pages;
  Printing *printing;

  g_return_val_if_fail (job != NULL, NULL);

  pages = roadmap_print_job_get_pages (job);
  setup = create_page_setup (roadmap_pages_get_paper (pages));
  settings = create_settings (setup);
  printing = create_printing (job);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, roadmap_pages_get_n_pages (pages));
  gtk_print_operation_set_job_name (operation, roadmap_pages_get_title (pages));
  gtk_print_operation_set_allow_async (operation, TRUE);

  g_object_set_data_full (G_OBJECT (operation), "roadmap-printing", printing, (GDestroyNotify) free_printing);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
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
roadmap_print_run (GtkWindow              *parent,
                   RoadmapPrintJob        *job,
                   guint                   page,
                   RoadmapPrintFailedFunc  failed,
                   gpointer                user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  Report *report;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (failed != NULL);

  operation = roadmap_print_operation_new (job);
  g_return_if_fail (operation != NULL);

  report = g_new (Report, 1);
  *report = (Report) { failed, user_data };
  g_object_set_data_full (G_OBJECT (operation), "roadmap-report", report, g_free);
  /* Printing can outlast the window, and then nobody is there to be told. */
  g_signal_connect_object (operation, "done", G_CALLBACK (report_cb), parent, 0);
  gtk_print_operation_set_current_page (operation, page);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
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
  const Writing *writing = data;

  return roadmap_pdf_write (writing->pages, writing->created, stream, NULL, error);
}

gboolean
roadmap_print_to_pdf (GFile            *target,
                      RoadmapPrintJob  *job,
                      GDateTime        *created,
                      GError          **error)
{
  Writing writing;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);
  g_return_val_if_fail (job != NULL && created != NULL, FALSE);

  writing = (Writing) { roadmap_print_job_get_pages (job), created };
  return roadmap_file_store_with (target, write_cb, &writing, ROADMAP_FILE_WRITE_NONE, error);
}
