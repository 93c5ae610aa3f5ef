/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/paint.h"

#include "chart/box-path.h"

#include <math.h>
#include <pango/pangocairo.h>

typedef struct
{
  cairo_t              *cr;
  const RoadmapPalette *palette;
  gboolean              snap; /* set lines on the device's pixels */
} Painter;

/* On paper everything stays where the layout put it. */
static gboolean
has_pixels (cairo_t *cr)
{
  switch ((int) cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return FALSE;
    default:
      return TRUE;
    }
}

void
roadmap_set_colour (cairo_t             *cr,
                    const RoadmapColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
set_ink (Painter    *painter,
         RoadmapInk  ink,
         guint32     hue)
{
  RoadmapColour colour = roadmap_palette_get_ink (painter->palette, ink, hue);

  roadmap_set_colour (painter->cr, &colour);
}

/* The point nearest to (x, y) at which four pixels of the device meet. */
static void
snap_point (Painter *painter,
            double  *x,
            double  *y)
{
  if (!painter->snap)
    return;
  cairo_user_to_device (painter->cr, x, y);
  *x = round (*x);
  *y = round (*y);
  cairo_device_to_user (painter->cr, x, y);
}

static RoadmapRect
snap_rect (Painter           *painter,
           const RoadmapRect *rect)
{
  double left = rect->x;
  double top = rect->y;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  snap_point (painter, &left, &top);
  snap_point (painter, &right, &bottom);
  return (RoadmapRect) { left, top, right - left, bottom - top };
}

/* The width of a line of @width, at least a pixel of the device. */
static double
get_rule_width (Painter *painter,
                double   width)
{
  double pixel_x = 1, pixel_y = 0;

  if (!painter->snap)
    return width;
  cairo_device_to_user_distance (painter->cr, &pixel_x, &pixel_y);
  return MAX (1, round (width / fabs (pixel_x))) * fabs (pixel_x);
}

static void
paint_fill (Painter            *painter,
            const RoadmapShape *shape)
{
  RoadmapRect rect = snap_rect (painter, &shape->rect);

  set_ink (painter, shape->ink, shape->hue);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (painter->cr);
}

static void
paint_rule (Painter            *painter,
            const RoadmapShape *shape)
{
  double width = get_rule_width (painter, painter->palette->rule_width * (shape->ink == ROADMAP_INK_TODAY ? 1.5 : 1));
  double offset = painter->snap ? 0 : width / 2;
  RoadmapRect rect = snap_rect (painter, &shape->rect);

  if (shape->rect.width == 0)
    rect = (RoadmapRect) { rect.x - offset, rect.y, width, rect.height };
  else
    rect = (RoadmapRect) { rect.x, rect.y - offset, rect.width, width };
  set_ink (painter, shape->ink, shape->hue);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (painter->cr);
}

static RoadmapRect
inset (const RoadmapRect *rect,
       double             by)
{
  return (RoadmapRect) { rect->x + by, rect->y + by, MAX (rect->width - 2 * by, 0), MAX (rect->height - 2 * by, 0) };
}

/* Stripes from the lower left to the upper right inside the current path, which is used up. */
static void
paint_hatch (Painter            *painter,
             const RoadmapShape *shape,
             const RoadmapRect  *rect)
{
  RoadmapColour colour = roadmap_palette_get_hatch (painter->palette, shape->hue);
  double stripe = shape->corner * 1.25;

  cairo_save (painter->cr);
  cairo_clip (painter->cr);
  roadmap_set_colour (painter->cr, &colour);
  cairo_set_line_width (painter->cr, stripe);
  for (double x = rect->x - rect->height; x < rect->x + rect->width + stripe; x += stripe * 2.5)
    {
      cairo_move_to (painter->cr, x - stripe, rect->y + rect->height + stripe);
      cairo_line_to (painter->cr, x + rect->height + stripe, rect->y - stripe);
    }
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

static void
set_edge (Painter            *painter,
          const RoadmapShape *shape)
{
  double width = painter->palette->edge_width;
  const double dashes[] = { 3.5 * width, 2 * width };

  if (shape->flags & ROADMAP_SHAPE_THIN)
    {
      set_ink (painter, ROADMAP_INK_HUE_HINT, shape->hue);
      width = MIN (width, painter->palette->rule_width);
    }
  else
    set_ink (painter, ROADMAP_INK_HUE, shape->hue);
  cairo_set_line_width (painter->cr, width);
  if (shape->flags & ROADMAP_SHAPE_DASHED)
    cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static void
paint_box (Painter            *painter,
           const RoadmapShape *shape)
{
  RoadmapRect rect = snap_rect (painter, &shape->rect);
  RoadmapRect edge = inset (&rect, painter->palette->edge_width / 2);

  cairo_save (painter->cr);
  roadmap_trace_box (painter->cr, shape, &edge, shape->corner);
  set_ink (painter, shape->ink, shape->hue);
  cairo_fill_preserve (painter->cr);
  if (shape->flags & ROADMAP_SHAPE_HATCHED)
    {
      paint_hatch (painter, shape, &rect);
      roadmap_trace_box (painter->cr, shape, &edge, shape->corner);
    }
  set_edge (painter, shape);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

static void
paint_diamond (Painter            *painter,
               const RoadmapShape *shape)
{
  cairo_save (painter->cr);
  roadmap_trace_diamond (painter->cr, &shape->rect);
  /* An inferred one is hollow: dashes do not show at this size. */
  set_ink (painter, shape->flags & ROADMAP_SHAPE_DASHED ? ROADMAP_INK_BAR_TINT : ROADMAP_INK_HUE, shape->hue);
  cairo_fill_preserve (painter->cr);
  set_ink (painter, ROADMAP_INK_HUE, shape->hue);
  cairo_set_line_width (painter->cr, painter->palette->edge_width);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
}

static void
show_layout (Painter     *painter,
             PangoLayout *layout,
             double       x,
             double       y)
{
  cairo_move_to (painter->cr, x, y);
  pango_cairo_show_layout (painter->cr, layout);
}

/* The lines from @first on, the first of them at the top, each as far in as the layout has it. */
static void
show_lines (Painter     *painter,
            PangoLayout *layout,
            guint        first,
            guint        n_lines,
            double       x,
            double       y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint index = 0;
  int top = 0;

  do
    {
      PangoRectangle logical;

      if (index < first)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (index == first)
        top = logical.y;
      cairo_move_to (painter->cr, x + pango_units_to_double (logical.x),
                     y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - top));
      pango_cairo_show_layout_line (painter->cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (++index < first + n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* White on the colours of statuses, which are made for it; else black or white, whichever is easier to read. */
static void
set_colour_on (Painter    *painter,
               RoadmapInk  ink,
               guint32     hue)
{
  static const RoadmapColour white = { 1, 1, 1 };
  static const RoadmapColour black = { 0, 0, 0 };
  RoadmapColour ground = roadmap_palette_get_ink (painter->palette, ink, hue);
  gboolean is_dark = roadmap_colour_contrast (&white, &ground) >= roadmap_colour_contrast (&black, &ground);

  roadmap_set_colour (painter->cr, is_dark || ink == ROADMAP_INK_STATUS ? &white : &black);
}

/* A chip or label: filled, with its words in the middle, on the ink of the letters and not on the line, since fonts
 * leave more room above than below. */
static void
paint_chip (Painter            *painter,
            const RoadmapShape *shape)
{
  RoadmapRect rect = snap_rect (painter, &shape->rect);
  RoadmapShape plain = { .form = shape->form };
  PangoRectangle ink, logical;
  double x, y;

  roadmap_trace_box (painter->cr, &plain, &rect, shape->form == ROADMAP_FORM_LABEL ? rect.height / 2 : shape->corner);
  set_ink (painter, shape->ink, shape->hue);
  cairo_fill (painter->cr);
  if (shape->layout == NULL)
    return;

  pango_layout_get_extents (shape->layout, &ink, &logical);
  x = rect.x + rect.width / 2 - (ink.x + ink.width / 2.0) / PANGO_SCALE;
  y = rect.y + rect.height / 2 - (ink.y + ink.height / 2.0) / PANGO_SCALE;
  set_colour_on (painter, shape->ink, shape->hue);
  show_layout (painter, shape->layout, x, y);
}

static void
paint_connector (Painter            *painter,
                 const RoadmapShape *shape)
{
  const RoadmapRect *rect = &shape->rect;
  double end_x = rect->x + rect->width;
  double end_y = rect->y + rect->height;
  gboolean down_first = (shape->flags & ROADMAP_SHAPE_DOWN_FIRST) != 0;
  gboolean level = down_first || rect->height == 0; /* at its end */
  double length = shape->corner * ((level ? rect->width : rect->height) < 0 ? -1 : 1);
  double half = shape->corner * 0.6;

  set_ink (painter, shape->ink, shape->hue);
  cairo_set_line_width (painter->cr, painter->palette->edge_width);
  cairo_move_to (painter->cr, rect->x, rect->y);
  cairo_line_to (painter->cr, down_first ? rect->x : end_x, down_first ? end_y : rect->y);
  cairo_line_to (painter->cr, level ? end_x - length : end_x, level ? end_y : end_y - length);
  cairo_stroke (painter->cr);

  cairo_move_to (painter->cr, end_x, end_y);
  cairo_line_to (painter->cr, level ? end_x - length : end_x - half, level ? end_y - half : end_y - length);
  cairo_line_to (painter->cr, level ? end_x - length : end_x + half, level ? end_y + half : end_y - length);
  cairo_close_path (painter->cr);
  cairo_fill (painter->cr);
}

static void
paint_arc (Painter            *painter,
           const RoadmapShape *shape)
{
  const RoadmapRect *rect = &shape->rect;
  double radius = (MIN (rect->width, rect->height) - shape->corner) / 2;

  cairo_new_sub_path (painter->cr);
  cairo_arc (painter->cr, rect->x + rect->width / 2, rect->y + rect->height / 2, MAX (radius, 0),
             (shape->from - 0.25) * 2 * G_PI, (shape->to - 0.25) * 2 * G_PI);
  set_ink (painter, shape->ink, shape->hue);
  cairo_set_line_width (painter->cr, shape->corner);
  cairo_stroke (painter->cr);
}

static void
paint_turned_text (Painter            *painter,
                   const RoadmapShape *shape)
{
  const RoadmapRect *rect = &shape->rect;
  gboolean upwards = (shape->flags & ROADMAP_SHAPE_UPWARDS) != 0;

  cairo_save (painter->cr);
  if (upwards)
    cairo_translate (painter->cr, rect->x, rect->y + rect->height);
  else
    cairo_translate (painter->cr, rect->x + rect->width, rect->y);
  cairo_rotate (painter->cr, upwards ? -G_PI_2 : G_PI_2);
  show_layout (painter, shape->layout, 0, 0);
  cairo_restore (painter->cr);
}

static void
paint_disclosure (Painter            *painter,
                  const RoadmapShape *shape)
{
  const RoadmapRect *rect = &shape->rect;
  gboolean closed = (shape->flags & ROADMAP_SHAPE_CLOSED) != 0;

  set_ink (painter, shape->ink, shape->hue);
  cairo_move_to (painter->cr, rect->x, rect->y);
  if (closed)
    cairo_line_to (painter->cr, rect->x + rect->width, rect->y + rect->height / 2);
  else
    cairo_line_to (painter->cr, rect->x + rect->width, rect->y);
  cairo_line_to (painter->cr, closed ? rect->x : rect->x + rect->width / 2, rect->y + rect->height);
  cairo_close_path (painter->cr);
  cairo_fill (painter->cr);
}

static void
paint_text (Painter            *painter,
            const RoadmapShape *shape)
{
  set_ink (painter, shape->ink, shape->hue);
  if (shape->flags & (ROADMAP_SHAPE_VERTICAL | ROADMAP_SHAPE_UPWARDS))
    {
      paint_turned_text (painter, shape);
      return;
    }
  if (shape->n_lines > 0)
    show_lines (painter, shape->layout, shape->first_line, shape->n_lines, shape->rect.x, shape->rect.y);
  else
    show_layout (painter, shape->layout, shape->rect.x, shape->rect.y);
}

static void
paint_shape (Painter            *painter,
             const RoadmapShape *shape)
{
  static void (*const paint[]) (Painter *, const RoadmapShape *) = {
    [ROADMAP_FORM_FILL] = paint_fill,
    [ROADMAP_FORM_RULE] = paint_rule,
    [ROADMAP_FORM_BOX] = paint_box,
    [ROADMAP_FORM_DIAMOND] = paint_diamond,
    [ROADMAP_FORM_CHIP] = paint_chip,
    [ROADMAP_FORM_LABEL] = paint_chip,
    [ROADMAP_FORM_CONNECTOR] = paint_connector,
    [ROADMAP_FORM_ARC] = paint_arc,
    [ROADMAP_FORM_DISCLOSURE] = paint_disclosure,
    [ROADMAP_FORM_TEXT] = paint_text,
  };

  paint[shape->form] (painter, shape);
}

/* A rule has no area and a connector's head stands out a little: both are given some room. */
static gboolean
touches (const RoadmapShape *shape,
         const RoadmapRect  *clip)
{
  RoadmapRect bounds = roadmap_shape_get_bounds (shape);
  double room = MAX (shape->corner, 2);

  bounds = inset (&bounds, -room);
  return clip == NULL || roadmap_rect_overlaps (&bounds, clip);
}

static Painter
begin (cairo_t              *cr,
       const RoadmapPalette *palette)
{
  return (Painter) { cr, palette, has_pixels (cr) };
}

static void
paint_range (Painter            *painter,
             const RoadmapScene *scene,
             guint               first,
             guint               after,
             const RoadmapRect  *clip)
{
  for (guint i = first; i < after; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (touches (shape, clip))
        paint_shape (painter, shape);
    }
}

void
roadmap_paint_scene (cairo_t              *cr,
                     const RoadmapScene   *scene,
                     const RoadmapPalette *palette,
                     const RoadmapRect    *clip)
{
  Painter painter = begin (cr, palette);

  paint_range (&painter, scene, 0, roadmap_scene_get_n_shapes (scene), clip);
}

void
roadmap_paint_background (cairo_t              *cr,
                          const RoadmapScene   *scene,
                          const RoadmapPalette *palette,
                          const RoadmapRect    *clip)
{
  Painter painter = begin (cr, palette);
  guint next = 0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);

      paint_range (&painter, scene, next, group->first, clip);
      next = group->first + group->n_shapes;
    }
  paint_range (&painter, scene, next, roadmap_scene_get_n_shapes (scene), clip);
}

void
roadmap_paint_group (cairo_t              *cr,
                     const RoadmapScene   *scene,
                     const RoadmapGroup   *group,
                     const RoadmapPalette *palette)
{
  Painter painter = begin (cr, palette);

  paint_range (&painter, scene, group->first, group->first + group->n_shapes, NULL);
}

void
roadmap_paint_shape (cairo_t              *cr,
                     const RoadmapShape   *shape,
                     const RoadmapPalette *palette)
{
  Painter painter = begin (cr, palette);

  paint_shape (&painter, shape);
}

void
roadmap_paint_outline (cairo_t            *cr,
                       const RoadmapScene *scene,
                       const RoadmapGroup *group,
                       double              outset)
{
  Painter painter = { cr, NULL, has_pixels (cr) };

  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);
      RoadmapRect rect;

      if (shape->form != ROADMAP_FORM_BOX && shape->form != ROADMAP_FORM_DIAMOND)
        continue;
      rect = snap_rect (&painter, &shape->rect);
      rect = inset (&rect, -outset);
      if (shape->form == ROADMAP_FORM_DIAMOND)
        roadmap_trace_diamond (cr, &rect);
      else
        roadmap_trace_box (cr, shape, &rect, shape->corner + outset);
      return;
    }
  cairo_rectangle (cr, group->bounds.x - outset, group->bounds.y - outset, group->bounds.width + 2 * outset,
                   group->bounds.height + 2 * outset);
}
