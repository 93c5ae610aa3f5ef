/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart/axis.h"
#include "export/csv.h"
#include "export/html.h"
#include "export/icalendar.h"
#include "export/mspdi.h"
#include "export/pdf.h"
#include "export/picture.h"

#define USES_LANGUAGE ROADMAP_EXPORT_USES_LANGUAGE
#define USES_CHARTS   ROADMAP_EXPORT_USES_CHARTS
#define USES_TODAY    ROADMAP_EXPORT_USES_TODAY
#define USES_MARK     ROADMAP_EXPORT_USES_MARK
#define USES_PAGES    ROADMAP_EXPORT_USES_PAGES
#define USES_PAGE     ROADMAP_EXPORT_USES_PAGE
#define USES_SCALE    ROADMAP_EXPORT_USES_SCALE

static gboolean
write_pdf (const RoadmapExportOptions  *options,
           GOutputStream               *stream,
           GCancellable                *cancellable,
           GError                     **error)
{
  return roadmap_pdf_write (options->pages, options->created, stream, cancellable, error);
}

static const RoadmapExportFormat formats[] = {
  { "pdf", N_("PDF"), "pdf", "application/pdf",
    N_("Pages to read and print: what is not drawn on them is not in the file."),
    USES_PAGES | USES_LANGUAGE | USES_CHARTS | USES_TODAY, write_pdf },
  { "html", N_("Web page"), "html", "text/html",
    N_("One page to read in a browser: it cannot be opened as a roadmap again, and the history of edits is not in it."),
    USES_LANGUAGE | USES_CHARTS | USES_TODAY, roadmap_html_write },
  { "svg", N_("Picture (SVG)"), "svg", "image/svg+xml",
    N_("A chart as a picture that can be enlarged: its words cannot be searched or changed, and what is not drawn is not in "
       "it."),
    USES_PAGES | USES_PAGE | USES_LANGUAGE | USES_CHARTS | USES_TODAY, roadmap_picture_write_svg },
  { "png", N_("Picture (PNG)"), "png", "image/png",
    N_("A chart as pixels for slides: its words cannot be searched, and what is not drawn is not in it."),
    USES_PAGES | USES_PAGE | USES_SCALE | USES_LANGUAGE | USES_CHARTS | USES_TODAY, roadmap_picture_write_png },
  { "csv", N_("CSV table"), "csv", "text/csv",
    N_("One row for each item, with all of its fields, for spreadsheets and machines: not what it looks like on pages."),
    USES_LANGUAGE | USES_CHARTS | USES_MARK, roadmap_csv_write },
  { "icalendar", N_("Calendar (iCalendar)"), "ics", "text/calendar",
    N_("The days on which bars end and milestones fall: not when bars begin, nor what runs on without an end."),
    USES_LANGUAGE | USES_CHARTS, roadmap_icalendar_write },
  { "mspdi", N_("Project plan (Microsoft Project XML)"), "xml", "application/xml",
    N_("Bars and milestones as tasks with dates, links and an outline: not the narrative, the map, follow-ups and what has no "
       "time; a bar that serves several measures stands under the first."),
    USES_LANGUAGE | USES_CHARTS, roadmap_mspdi_write },
  { NULL },
};

const RoadmapExportFormat *
roadmap_export_get_formats (void)
{
  return formats;
}

const RoadmapExportFormat *
roadmap_export_find_format (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const RoadmapExportFormat *format = formats; format->id != NULL; format++)
    if (g_ascii_strcasecmp (format->id, id) == 0)
      return format;
  return NULL;
}

const RoadmapExportFormat *
roadmap_export_find_format_of (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, NULL);

  dot = strrchr (name, '.');
  for (const RoadmapExportFormat *format = formats; dot != NULL && format->id != NULL; format++)
    if (g_ascii_strcasecmp (format->suffix, dot + 1) == 0)
      return format;
  return NULL;
}

char *
roadmap_export_dup_numbered_name (const char *name,
                                  guint       number,
                                  guint       n_pages)
{
  g_autofree char *last = g_strdup_printf ("%u", n_pages);
  const char *slash = strrchr (name, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash + 1 : name, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (name, dot - name) : g_strdup (name);

  return g_strdup_printf ("%s-%0*u%s", stem, (int) strlen (last), number, dot != NULL ? dot : "");
}

GPtrArray *
roadmap_export_list_charts (const RoadmapExportOptions *options)
{
  return options->charts != NULL ? g_ptr_array_ref (options->charts) : roadmap_list_charts (options->roadmap);
}

gboolean
roadmap_export_shows (const RoadmapExportOptions *options,
                      RoadmapItem                *item)
{
  return options->show == NULL || options->show (item, options->show_data);
}

gboolean
roadmap_export_write_text (GString        *text,
                           GOutputStream  *stream,
                           GCancellable   *cancellable,
                           GError        **error)
{
  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error) &&
         g_output_stream_flush (stream, cancellable, error);
}
