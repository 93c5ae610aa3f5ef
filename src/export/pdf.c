/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/pdf.h"

#include <cairo-pdf.h>
#include <math.h>

#include "export/pdf-metadata.h"
#include "export/pdf-page.h"
#include "export/pdf-update.h"

/* cairo writes line by line. */
#define BLOCK 65536

/* What the PDF surface writes to; cairo knows only that writing failed, this knows why. */
typedef struct
{
  GOutputStream    *stream;
  GCancellable     *cancellable;
  GString          *block;
  RoadmapPdfUpdate *update;
  GError           *error;
} Sink;

static void
clear_sink (Sink *sink)
{
  g_string_free (sink->block, TRUE);
  roadmap_pdf_update_free (sink->update);
  g_clear_error (&sink->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sink, clear_sink)

static gboolean
write_all (Sink       *sink,
           const char *bytes,
           gsize       length)
{
  gsize n_written = 0;

  if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error) ||
      !g_output_stream_write_all (sink->stream, bytes, length, &n_written, sink->cancellable, &sink->error))
    return FALSE;
  if (n_written == length)
    return TRUE;

  g_set_error (&sink->error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
               "Only %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes were written", n_written, length);
  return FALSE;
}

static gboolean
flush (Sink *sink)
{
  gboolean written;

  if (sink->error != NULL)
    return FALSE;
  roadmap_pdf_update_watch (sink->update, sink->block->str, sink->block->len);
  written = write_all (sink, sink->block->str, sink->block->len);
  g_string_truncate (sink->block, 0);
  return written;
}

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  Sink *sink = data;

  if (sink->error != NULL)
    return CAIRO_STATUS_WRITE_ERROR;
  g_string_append_len (sink->block, (const char *) bytes, length);
  if (sink->block->len < BLOCK || flush (sink))
    return CAIRO_STATUS_SUCCESS;
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
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, roadmap_pages_get_keywords (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, ROADMAP_PDF_CREATOR);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* A bookmark belongs under the last one of a lower level.  cairo 1.16 reads numbers as the locale writes them, so that only
 * whole ones can be read everywhere. */
static void
add_bookmarks (cairo_surface_t *surface,
               RoadmapPages    *pages)
{
  int margin = floor (roadmap_pages_get_paper (pages)->margin);
  g_autoptr (GArray) parents = g_array_new (FALSE, TRUE, sizeof (int)); /* the last one of each level */

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);
      guint level = MIN (bookmark->level, parents->len);
      int parent = level > 0 ? g_array_index (parents, int, level - 1) : CAIRO_PDF_OUTLINE_ROOT;
      char target[64];
      int id;

      g_snprintf (target, sizeof target, "page=%u pos=[%d %d]", bookmark->page + 1, margin, (int) floor (bookmark->y));
      id = cairo_pdf_surface_add_outline (surface, parent, bookmark->text, target,
                                          level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      g_array_set_size (parents, level);
      g_array_append_val (parents, id);
    }
}

static void
draw_pages (cairo_surface_t *surface,
            RoadmapPages    *pages,
            Sink            *sink)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr (RoadmapPdfPage) page = roadmap_pdf_page_new (pages, cr);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < roadmap_pages_get_n_pages (pages) && sink->error == NULL; i++)
    {
      char label[16];

      g_snprintf (label, sizeof label, "%u", i + 1);
      cairo_pdf_surface_set_page_label (surface, label);
      roadmap_pdf_page_draw (page, i);
      if (i + 1 == roadmap_pages_get_n_pages (pages))
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/* Appends what cairo left out, if it can be; FALSE if what it wrote is no whole PDF. */
static gboolean
write_update (Sink         *sink,
              RoadmapPages *pages,
              GDateTime    *created)
{
  g_autofree char *entries = roadmap_pdf_dup_catalog_entries (pages);
  g_autofree char *metadata = roadmap_pdf_dup_metadata (pages, created);
  g_autoptr (GString) section = roadmap_pdf_update_make (sink->update, entries, metadata);

  if (section != NULL)
    return write_all (sink, section->str, section->len);
  if (roadmap_pdf_update_is_whole (sink->update))
    return TRUE;
  g_set_error (&sink->error, G_IO_ERROR, G_IO_ERROR_FAILED, "cairo %s did not write a whole PDF", cairo_version_string ());
  return FALSE;
}

gboolean
roadmap_pdf_write (RoadmapPages   *pages,
                   GDateTime      *created,
                   GOutputStream  *stream,
                   GCancellable   *cancellable,
                   GError        **error)
{
  const RoadmapPaper *paper = roadmap_pages_get_paper (pages);
  g_auto (Sink) sink = { stream, cancellable, g_string_sized_new (2 * BLOCK), roadmap_pdf_update_new () };
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, &sink, paper->width, paper->height);
  cairo_status_t status;

  set_metadata (surface, pages, created);
  draw_pages (surface, pages, &sink);
  add_bookmarks (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (sink.error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&sink.error, G_IO_ERROR, G_IO_ERROR_FAILED, "The pages cannot be drawn: %s", cairo_status_to_string (status));
  if (sink.error == NULL && flush (&sink) && write_update (&sink, pages, created))
    return g_output_stream_flush (stream, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&sink.error));
  return FALSE;
}
