/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "pdf-floor.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "chart/box-path.h"
#include "chart/style.h"

typedef struct
{
  RoadmapShape  shape; /* without its layout */
  RoadmapColour colour;
  RoadmapColour edge;  /* of a box */
} Area;

/* Glyphs of one font that follow each other on a line. */
typedef struct
{
  cairo_scaled_font_t  *font; /* the layout's font has it */
  char                 *text;
  cairo_glyph_t        *glyphs;
  cairo_text_cluster_t *clusters;
  int                   n_glyphs;
  int                   n_clusters;
} Run;

typedef struct
{
  double                x, y, turn;
  RoadmapColour         colour;

  PangoContext         *context;
  PangoFontDescription *font;
  PangoAttrList        *attributes;
  char                 *text;
  int                   width;
  int                   indent;
  PangoAlignment        alignment;
  PangoEllipsizeMode    cut;

  Run                  *runs;
  guint                 n_runs;
} Words;

typedef struct
{
  GArray *areas; /* Area */
  GArray *words; /* Words */
} Page;

struct _PdfFloor
{
  double     width, height;
  GPtrArray *pages; /* Page */
  gsize      n_bytes;
};

static void
clear_words (gpointer data)
{
  Words *words = data;

  for (guint i = 0; i < words->n_runs; i++)
    {
      cairo_scaled_font_destroy (words->runs[i].font);
      g_free (words->runs[i].text);
      g_free (words->runs[i].glyphs);
      g_free (words->runs[i].clusters);
    }
  g_free (words->runs);
  g_free (words->text);
  g_object_unref (words->context);
  pango_font_description_free (words->font);
  g_clear_pointer (&words->attributes, pango_attr_list_unref);
}

static void
free_page (gpointer data)
{
  Page *page = data;

  g_array_unref (page->areas);
  g_array_unref (page->words);
  g_free (page);
}

/* Taking down */

static void
append_run (GArray          *runs,
            PangoLayout     *layout,
            PangoLayoutIter *iter)
{
  PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle extents;
  PangoGlyphItemIter clusters;
  Run copy = { NULL };
  double x, y;

  if (run == NULL)
    return;
  pango_layout_iter_get_run_extents (iter, NULL, &extents);
  x = extents.x;
  y = pango_layout_iter_get_run_baseline (iter);
  copy.font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  copy.text = g_strndup (text + run->item->offset, run->item->length);
  copy.glyphs = g_new (cairo_glyph_t, run->glyphs->num_glyphs);
  copy.clusters = g_new (cairo_text_cluster_t, run->glyphs->num_glyphs);
  for (gboolean more = pango_glyph_item_iter_init_start (&clusters, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&clusters))
    {
      int before = copy.n_glyphs;

      for (int i = clusters.start_glyph; i < clusters.end_glyph; i++)
        {
          const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

          if (info->glyph != PANGO_GLYPH_EMPTY)
            copy.glyphs[copy.n_glyphs++] = (cairo_glyph_t) { info->glyph, (x + info->geometry.x_offset) / PANGO_SCALE,
                                                             (y + info->geometry.y_offset) / PANGO_SCALE };
          x += info->geometry.width;
        }
      copy.clusters[copy.n_clusters++] = (cairo_text_cluster_t) { clusters.end_index - clusters.start_index,
                                                                  copy.n_glyphs - before };
    }
  g_array_append_val (runs, copy);
}

static void
take_runs (Words       *words,
           PangoLayout *layout)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize n_runs;

  do
    append_run (runs, layout, iter);
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  words->runs = g_array_steal (runs, &n_runs);
  words->n_runs = n_runs;
  g_array_unref (runs);
}

static void
take_words (Page                 *page,
            const RoadmapShape   *shape,
            const RoadmapPalette *palette)
{
  PangoLayout *layout = shape->layout;
  gboolean upwards = (shape->flags & ROADMAP_SHAPE_UPWARDS) != 0;
  gboolean turned = upwards || shape->flags & ROADMAP_SHAPE_VERTICAL;
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  Words words = {
    .x = shape->rect.x + (turned && !upwards ? shape->rect.width : 0),
    .y = shape->rect.y + (upwards ? shape->rect.height : 0),
    .turn = !turned ? 0 : upwards ? -G_PI_2 : G_PI_2,
    .colour = roadmap_palette_get_ink (palette, shape->ink, shape->hue),
    .context = g_object_ref (pango_layout_get_context (layout)),
    .font = pango_font_description_copy (pango_layout_get_font_description (layout)),
    .attributes = attributes != NULL ? pango_attr_list_ref (attributes) : NULL,
    .text = g_strdup (pango_layout_get_text (layout)),
    .width = pango_layout_get_width (layout),
    .indent = pango_layout_get_indent (layout),
    .alignment = pango_layout_get_alignment (layout),
    .cut = pango_layout_get_ellipsize (layout),
  };

  if (shape->form != ROADMAP_FORM_TEXT)
    words.colour = (RoadmapColour) { 1, 1, 1 };
  take_runs (&words, layout);
  g_array_append_val (page->words, words);
}

static Page *
take_page (RoadmapScene *scene)
{
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_PAPER);
  Page *page = g_new0 (Page, 1);

  page->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  page->words = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (page->words, clear_words);
  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);
      Area area = { *shape, roadmap_palette_get_ink (palette, shape->ink, shape->hue),
                    roadmap_palette_get_ink (palette, ROADMAP_INK_HUE, shape->hue) };

      if (shape->form == ROADMAP_FORM_RULE)
        area.shape.rect = (RoadmapRect) { shape->rect.x, shape->rect.y, MAX (shape->rect.width, palette->rule_width),
                                          MAX (shape->rect.height, palette->rule_width) };
      if (shape->form != ROADMAP_FORM_TEXT)
        g_array_append_val (page->areas, area);
      if (shape->layout != NULL)
        take_words (page, shape, palette);
    }
  return page;
}

PdfFloor *
pdf_floor_new (RoadmapPages *pages)
{
  PdfFloor *self = g_new0 (PdfFloor, 1);

  self->width = roadmap_pages_get_paper (pages)->width;
  self->height = roadmap_pages_get_paper (pages)->height;
  self->pages = g_ptr_array_new_with_free_func (free_page);
  for (guint i = 0; i < roadmap_pages_get_n_pages (pages); i++)
    g_ptr_array_add (self->pages, take_page (roadmap_pages_get_scene (pages, i)));
  return self;
}

void
pdf_floor_free (PdfFloor *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}

/* Drawing */

static cairo_status_t
count_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  PdfFloor *self = data;

  self->n_bytes += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_colour (cairo_t             *cr,
            const RoadmapColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* The outline of a shape, as the program draws it. */
static void
trace (cairo_t            *cr,
       const RoadmapShape *shape)
{
  RoadmapShape plain = { .form = shape->form };

  switch ((int) shape->form)
    {
    case ROADMAP_FORM_BOX:
      roadmap_trace_box (cr, shape, &shape->rect, shape->corner);
      break;
    case ROADMAP_FORM_CHIP:
      roadmap_trace_box (cr, &plain, &shape->rect, shape->corner);
      break;
    case ROADMAP_FORM_LABEL:
      roadmap_trace_box (cr, &plain, &shape->rect, shape->rect.height / 2);
      break;
    case ROADMAP_FORM_DIAMOND:
      roadmap_trace_diamond (cr, &shape->rect);
      break;
    case ROADMAP_FORM_CONNECTOR:
      cairo_move_to (cr, shape->rect.x, shape->rect.y);
      cairo_line_to (cr, shape->rect.x + shape->rect.width, shape->rect.y);
      cairo_line_to (cr, shape->rect.x + shape->rect.width, shape->rect.y + shape->rect.height);
      break;
    default:
      cairo_rectangle (cr, shape->rect.x, shape->rect.y, shape->rect.width, shape->rect.height);
    }
}

static void
draw_area (cairo_t    *cr,
           const Area *area)
{
  const double dashes[] = { 3, 2 };
  gboolean edged = area->shape.form == ROADMAP_FORM_BOX || area->shape.form == ROADMAP_FORM_DIAMOND;

  trace (cr, &area->shape);
  set_colour (cr, &area->colour);
  if (area->shape.form == ROADMAP_FORM_CONNECTOR)
    {
      cairo_stroke (cr);
      return;
    }
  if (!edged)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  set_colour (cr, &area->edge);
  cairo_set_dash (cr, dashes, area->shape.flags & ROADMAP_SHAPE_DASHED ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, dashes, 0, 0);
}

static void
draw_layout (cairo_t     *cr,
             const Words *words)
{
  PangoLayout *layout = pango_layout_new (words->context);

  pango_layout_set_font_description (layout, words->font);
  pango_layout_set_text (layout, words->text, -1);
  pango_layout_set_attributes (layout, words->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (layout, words->indent);
  pango_layout_set_alignment (layout, words->alignment);
  pango_layout_set_ellipsize (layout, words->cut);
  pango_layout_set_width (layout, words->width);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_glyphs (cairo_t     *cr,
             const Words *words)
{
  for (guint i = 0; i < words->n_runs; i++)
    {
      const Run *run = &words->runs[i];

      cairo_set_scaled_font (cr, run->font);
      cairo_show_text_glyphs (cr, run->text, -1, run->glyphs, run->n_glyphs, run->clusters, run->n_clusters, 0);
    }
}

static void
draw_page (cairo_t    *cr,
           const Page *page,
           void      (*draw_words) (cairo_t *, const Words *))
{
  for (guint i = 0; i < page->areas->len; i++)
    draw_area (cr, &g_array_index (page->areas, Area, i));
  for (guint i = 0; i < page->words->len; i++)
    {
      const Words *words = &g_array_index (page->words, Words, i);

      cairo_save (cr);
      cairo_translate (cr, words->x, words->y);
      if (words->turn != 0)
        cairo_rotate (cr, words->turn);
      set_colour (cr, &words->colour);
      draw_words (cr, words);
      cairo_restore (cr);
    }
}

static gsize
draw (PdfFloor *self,
      void    (*draw_words) (cairo_t *, const Words *))
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, self, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  self->n_bytes = 0;
  for (guint i = 0; i < self->pages->len; i++)
    {
      draw_page (cr, g_ptr_array_index (self->pages, i), draw_words);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return self->n_bytes;
}

gsize
pdf_floor_draw_layouts (PdfFloor *self)
{
  return draw (self, draw_layout);
}

gsize
pdf_floor_draw_glyphs (PdfFloor *self)
{
  return draw (self, draw_glyphs);
}
