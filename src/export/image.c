/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/image.h"

#include <cairo-pdf.h>

/* What the PDF surface writes to; cairo knows only that writing failed, this knows why. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Sink;

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  Sink *sink = data;
  gsize n_written = 0;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error) ||
      !g_output_stream_write_all (sink->stream, bytes, length, &n_written, sink->cancellable, &sink->error))
    return CAIRO_STATUS_WRITE_ERROR;
  if (n_written == length)
    return CAIRO_STATUS_SUCCESS;

  g_set_error (&sink->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "Only %" G_GSIZE_FORMAT " of %u bytes were written",
               n_written, length);
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (cairo_surface_t *surface,
              RoadmapPages    *pages,
              GDateTime       *created)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (created);
  g_autofree char *date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, roadmap_pages_get_title (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, roadmap_pages_get_author (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, roadmap_pages_get_subject (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, PACKAGE_NAME " " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* A bookmark belongs under the last one of a lower level. */
static void
add_bookmarks (cairo_surface_t *surface,
               RoadmapPages    *pages)
{
  double margin = roadmap_pages_get_paper (pages)->margin;
  g_autoptr (GArray) parents = g_array_new (FALSE, TRUE, sizeof (int)); /* the last one of each level */

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *target = NULL;
      int parent, id;

      g_array_set_size (parents, MAX (parents->len, bookmark->level));
      parent = bookmark->level > 0 ? g_array_index (parents, int, bookmark->level - 1) : CAIRO_PDF_OUTLINE_ROOT;
      target = g_strdup_printf ("page=%u pos=[%s %s]", bookmark->page + 1,
                                g_ascii_formatd (x, sizeof x, "%.2f", margin),
                                g_ascii_formatd (y, sizeof y, "%.2f", bookmark->y));
      id = cairo_pdf_surface_add_outline (surface, parent, bookmark->text, target,
                                          bookmark->level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      g_array_set_size (parents, bookmark->level);
      g_array_append_val (parents, id);
    }
}

static void
draw_pages (cairo_surface_t *surface,
            RoadmapPages    *pages)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < roadmap_pages_get_n_pages (pages); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      roadmap_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

gboolean
roadmap_image_write_pdf (RoadmapPages   *pages,
                         GDateTime      *created,
                         GOutputStream  *stream,
                         GCancellable   *cancellable,
                         GError        **error)
{
  const RoadmapPaper *paper = roadmap_pages_get_paper (pages);
  Sink sink = { stream, cancellable };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, paper->width, paper->height);
  cairo_status_t status;

  set_metadata (surface, pages, created);
  draw_pages (surface, pages);
  add_bookmarks (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The pages cannot be drawn: %s",
                   cairo_status_to_string (status));
      return FALSE;
    }
  return g_output_stream_flush (stream, cancellable, error);
}
