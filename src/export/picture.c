/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/picture.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "chart/paint.h"
#include "export/html-markup.h"
#include "model/era.h"

/* CSS pixels in a point. */
#define PIXELS (96 / 72.0)

/* cairo's images have no more pixels on a side, and four bytes each. */
#define MAX_SIDE 32767
#define MAX_PIXELS (1 << 28)

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_string_append_len (data, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
get_size (const RoadmapExportOptions *options,
          double                     *width,
          double                     *height)
{
  *width = roadmap_pages_get_paper (options->pages)->width;
  *height = roadmap_pages_get_height (options->pages, options->page);
}

static void
draw (const RoadmapExportOptions *options,
      cairo_surface_t            *surface,
      double                      scale)
{
  cairo_t *cr = cairo_create (surface);

  roadmap_set_colour (cr, &roadmap_palette_get (ROADMAP_THEME_PAPER)->background);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  roadmap_pages_draw (options->pages, options->page, cr);
  cairo_destroy (cr);
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

/* The first words of a picture: what it is. */
static char *
dup_title (const RoadmapExportOptions *options)
{
  const char *title = NULL;

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (options->pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (options->pages, i);

      if (bookmark->page <= options->page && bookmark->level == 0)
        title = bookmark->text;
    }
  return g_strdup (title != NULL ? title : roadmap_pages_get_title (options->pages));
}

/* What a reader without eyes, or with a pointer on it, is told of an item. */
static char *
dup_name (const RoadmapExportOptions *options,
          RoadmapItem                *item)
{
  Roadmap *roadmap = roadmap_pages_get_roadmap (options->pages);
  const char *language = roadmap_pages_get_language (options->pages);
  g_autofree char *label = roadmap_item_dup_label (item, language);
  g_autofree char *time = NULL;
  RoadmapSpan span;

  if (!roadmap_get_span (roadmap, item, &span) || roadmap_item_is (item, "chart"))
    return g_steal_pointer (&label);
  time = roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);
  return g_strdup_printf (g_str_has_prefix (language, "ja") ? "%s、%s" : "%s, %s", label, time);
}

static void
append_rect (GString           *svg,
             const RoadmapRect *rect)
{
  const double lengths[] = { rect->x, rect->y, rect->width, rect->height };
  static const char *const names[] = { "x", "y", "width", "height" };

  g_string_append (svg, "<rect");
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (svg, " %s=\"%s\"", names[i], g_ascii_formatd (number, sizeof number, "%.1f", lengths[i]));
    }
  g_string_append (svg, "/>");
}

/* Names of items and links to the web, over what is drawn. */
static void
append_names (const RoadmapExportOptions *options,
              GString                    *svg)
{
  RoadmapScene *scene = roadmap_pages_get_scene (options->pages, options->page);

  g_string_append (svg, "<g role=\"list\" fill=\"none\" pointer-events=\"all\">\n");
  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);
      g_autofree char *name = group->item != NULL ? dup_name (options, group->item) : NULL;

      if (name == NULL || *name == '\0')
        continue;
      g_string_append (svg, "<g role=\"listitem\"><title>");
      roadmap_html_append_text (svg, name, strlen (name));
      g_string_append (svg, "</title>");
      append_rect (svg, &group->bounds);
      g_string_append (svg, "</g>\n");
    }
  g_string_append (svg, "</g>\n");
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    {
      const RoadmapSceneLink *link = roadmap_scene_get_link (scene, i);

      if (!roadmap_html_is_web (link->target))
        continue;
      g_string_append (svg, "<a fill=\"none\" pointer-events=\"all\" xlink:href=\"");
      roadmap_html_append_text (svg, link->target, strlen (link->target));
      g_string_append (svg, "\">");
      append_rect (svg, &link->rect);
      g_string_append (svg, "</a>\n");
    }
}

/* cairo numbers its surfaces as long as the program runs; the same picture is to have the same bytes. */
static void
append_drawn (GString    *svg,
              const char *from,
              const char *to)
{
  static const char id[] = "id=\"surface";
  const char *number = g_strstr_len (from, to - from, id);

  if (number != NULL)
    {
      number += strlen (id);
      g_string_append_len (svg, from, number - from);
      from = number + strspn (number, G_CSET_DIGITS);
    }
  g_string_append_len (svg, from, to - from);
}

/* cairo's picture has neither title nor names: they are put behind its first tag and before its last. */
static GString *
add_names (const RoadmapExportOptions *options,
           const GString              *drawn)
{
  const char *root = strstr (drawn->str, "<svg ");
  const char *begin = root != NULL ? strchr (root, '>') : NULL;
  const char *end = g_strrstr_len (drawn->str, drawn->len, "</svg>");
  g_autofree char *title = dup_title (options);
  GString *svg;

  if (begin == NULL || end == NULL)
    return NULL;
  svg = g_string_sized_new (drawn->len + 4096);
  g_string_append_len (svg, drawn->str, begin - drawn->str);
  g_string_append (svg, " role=\"group\" aria-labelledby=\"title\" xml:lang=\"");
  roadmap_html_append_text (svg, roadmap_pages_get_language (options->pages),
                            strlen (roadmap_pages_get_language (options->pages)));
  g_string_append (svg, "\">\n<title id=\"title\">");
  roadmap_html_append_text (svg, title, strlen (title));
  g_string_append (svg, "</title>");
  append_drawn (svg, begin + 1, end);
  append_names (options, svg);
  g_string_append (svg, end);
  return svg;
}

gboolean
roadmap_picture_write_svg (const RoadmapExportOptions  *options,
                           GOutputStream               *stream,
                           GCancellable                *cancellable,
                           GError                     **error)
{
  g_autoptr (GString) drawn = g_string_new (NULL);
  g_autoptr (GString) svg = NULL;
  cairo_surface_t *surface;
  double width, height;
  gboolean right;

  g_return_val_if_fail (options->pages != NULL, FALSE);

  get_size (options, &width, &height);
  surface = cairo_svg_surface_create_for_stream (append_cb, drawn, width, height);
  draw (options, surface, 1);
  cairo_surface_finish (surface);
  right = check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  if (!right)
    return FALSE;

  svg = add_names (options, drawn);
  if (svg == NULL)
    return check_status (CAIRO_STATUS_WRITE_ERROR, error);
  return roadmap_export_write_text (svg, stream, cancellable, error);
}

gboolean
roadmap_picture_write_png (const RoadmapExportOptions  *options,
                           GOutputStream               *stream,
                           GCancellable                *cancellable,
                           GError                     **error)
{
  double scale = (options->scale > 0 ? options->scale : 1) * PIXELS;
  g_autoptr (GString) png = g_string_new (NULL);
  cairo_surface_t *surface;
  double width, height;
  gboolean right;

  g_return_val_if_fail (options->pages != NULL, FALSE);

  get_size (options, &width, &height);
  if (width * scale > MAX_SIDE || height * scale > MAX_SIDE || width * scale * height * scale > MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("A picture of %.0f × %.0f pixels is too large to be written; choose a smaller scale, a paper or SVG"),
                   ceil (width * scale), ceil (height * scale));
      return FALSE;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (width * scale), ceil (height * scale));
  draw (options, surface, scale);
  right = check_status (cairo_surface_write_to_png_stream (surface, append_cb, png), error);
  cairo_surface_destroy (surface);
  return right && roadmap_export_write_text (png, stream, cancellable, error);
}
