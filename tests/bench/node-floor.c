/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "node-floor.h"

typedef struct
{
  graphene_rect_t      rect;
  GdkRGBA              colour;
  cairo_scaled_font_t *font;     /* (nullable): glyphs instead of a rectangle */
  cairo_glyph_t       *glyphs;
  guint                n_glyphs;
} Piece;

struct _NodeFloor
{
  GArray          *pieces;
  graphene_rect_t  frame;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->font, cairo_scaled_font_destroy);
  g_free (piece->glyphs);
}

static void
add_rect (NodeFloor             *self,
          const graphene_rect_t *rect,
          const GdkRGBA         *colour)
{
  Piece piece = { .rect = *rect, .colour = *colour };

  g_array_append_val (self->pieces, piece);
}

static void
add_text (NodeFloor     *self,
          GskRenderNode *node,
          double         dx,
          double         dy)
{
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  const PangoGlyphInfo *infos;
  Piece piece = { .colour = *gsk_text_node_get_color (node) };
  double x = dx + offset->x;
  guint n = gsk_text_node_get_num_glyphs (node);

  infos = gsk_text_node_get_glyphs (node, NULL);
  piece.font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (gsk_text_node_get_font (node))));
  piece.glyphs = g_new0 (cairo_glyph_t, n);
  for (guint i = 0; i < n; i++)
    {
      if (infos[i].glyph != PANGO_GLYPH_EMPTY && !(infos[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        piece.glyphs[piece.n_glyphs++] = (cairo_glyph_t) { infos[i].glyph,
                                                           x + infos[i].geometry.x_offset / (double) PANGO_SCALE,
                                                           dy + offset->y + infos[i].geometry.y_offset / (double) PANGO_SCALE };
      x += infos[i].geometry.width / (double) PANGO_SCALE;
    }
  g_array_append_val (self->pieces, piece);
}

static void
gather (NodeFloor             *self,
        GskRenderNode         *node,
        double                 dx,
        double                 dy)
{
  static const GdkRGBA grey = { 0.8, 0.85, 0.9, 1 };
  graphene_rect_t bounds;
  float tx, ty;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_offset (&bounds, dx, dy);
  if (!graphene_rect_intersection (&bounds, &self->frame, &bounds))
    return;

  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        gather (self, gsk_container_node_get_child (node, i), dx, dy);
      break;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &tx, &ty);
      gather (self, gsk_transform_node_get_child (node), dx + tx, dy + ty);
      break;
    case GSK_CLIP_NODE:
      gather (self, gsk_clip_node_get_child (node), dx, dy);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      gather (self, gsk_rounded_clip_node_get_child (node), dx, dy);
      break;
    case GSK_DEBUG_NODE:
      gather (self, gsk_debug_node_get_child (node), dx, dy);
      break;
    case GSK_TEXT_NODE:
      add_text (self, node, dx, dy);
      break;
    case GSK_COLOR_NODE:
      add_rect (self, &bounds, gsk_color_node_get_color (node));
      break;
    default:
      add_rect (self, &bounds, &grey);
    }
}

NodeFloor *
node_floor_new (GskRenderNode *node,
                double         width,
                double         height)
{
  NodeFloor *self = g_new0 (NodeFloor, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  graphene_rect_init (&self->frame, 0, 0, width, height);
  gather (self, node, 0, 0);
  return self;
}

void
node_floor_free (NodeFloor *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

void
node_floor_draw (NodeFloor *self,
                 cairo_t   *cr)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      gdk_cairo_set_source_rgba (cr, &piece->colour);
      if (piece->font != NULL)
        {
          cairo_set_scaled_font (cr, piece->font);
          cairo_show_glyphs (cr, piece->glyphs, piece->n_glyphs);
        }
      else
        {
          cairo_rectangle (cr, piece->rect.origin.x, piece->rect.origin.y, piece->rect.size.width, piece->rect.size.height);
          cairo_fill (cr);
        }
    }
}
