/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-snapshot.h"

#include <math.h>

#include "chart/paint.h"
#include "model/query.h"

static GdkRGBA
get_rgba (const RoadmapColour *colour)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, 1.0 };
}

static GdkRGBA
get_ink (const RoadmapPalette *palette,
         const RoadmapShape   *shape)
{
  RoadmapColour colour = roadmap_palette_get_ink (palette, shape->ink, shape->hue);

  return get_rgba (&colour);
}

/* On the pixels, so that neighbours meet and edges are sharp. */
static graphene_rect_t
snap (const RoadmapRect *rect)
{
  double x = round (rect->x);
  double y = round (rect->y);

  return GRAPHENE_RECT_INIT (x, y, round (rect->x + rect->width) - x, round (rect->y + rect->height) - y);
}

static void
append_fill (GtkSnapshot          *snapshot,
             const RoadmapShape   *shape,
             const RoadmapPalette *palette)
{
  graphene_rect_t rect = snap (&shape->rect);
  GdkRGBA ink = get_ink (palette, shape);

  gtk_snapshot_append_color (snapshot, &ink, &rect);
}

static void
append_rule (GtkSnapshot          *snapshot,
             const RoadmapShape   *shape,
             const RoadmapPalette *palette)
{
  double width = MAX (1.0, round (palette->rule_width * (shape->ink == ROADMAP_INK_TODAY ? 1.5 : 1.0)));
  graphene_rect_t rect = snap (&shape->rect);
  GdkRGBA ink = get_ink (palette, shape);

  if (shape->rect.width == 0)
    rect.size.width = width;
  else
    rect.size.height = width;
  gtk_snapshot_append_color (snapshot, &ink, &rect);
}

/* The part of one line that lies between two bytes of the layout's text. */
static void
append_mark_in_line (GtkSnapshot        *snapshot,
                     PangoLayoutIter    *iter,
                     const RoadmapRange *range,
                     const GdkRGBA      *colour)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  gsize start = MAX (range->start, (gsize) line->start_index);
  gsize end = MIN (range->end, (gsize) line->start_index + line->length);
  PangoRectangle extents;
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      double from = ranges[2 * i] / (double) PANGO_SCALE;
      double to = ranges[2 * i + 1] / (double) PANGO_SCALE;

      gtk_snapshot_append_color (snapshot, colour,
                                 &GRAPHENE_RECT_INIT (from, extents.y / (double) PANGO_SCALE, to - from,
                                                      extents.height / (double) PANGO_SCALE));
    }
}

static void
append_mark (GtkSnapshot        *snapshot,
             PangoLayout        *layout,
             const RoadmapRange *range,
             const GdkRGBA      *colour)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    append_mark_in_line (snapshot, iter, range, colour);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Returns whether there are any. */
static gboolean
append_marks (GtkSnapshot          *snapshot,
              PangoLayout          *layout,
              const RoadmapPalette *palette,
              const char           *query)
{
  g_autoptr (GArray) ranges = roadmap_query_find_ranges (pango_layout_get_text (layout), query);
  GdkRGBA colour = get_rgba (&palette->mark);

  for (guint i = 0; i < ranges->len; i++)
    append_mark (snapshot, layout, &g_array_index (ranges, RoadmapRange, i), &colour);
  return ranges->len > 0;
}

static void
append_text (GtkSnapshot          *snapshot,
             const RoadmapShape   *shape,
             const RoadmapPalette *palette,
             const char           *query)
{
  GdkRGBA ink = get_ink (palette, shape);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (shape->rect.x, shape->rect.y));
  /* Not every hue can be read on the mark. */
  if (query != NULL && append_marks (snapshot, shape->layout, palette, query) && shape->ink == ROADMAP_INK_HUE_TEXT)
    ink = get_rgba (&palette->text);
  gtk_snapshot_append_layout (snapshot, shape->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* Edges and heads stand out of their rectangle a little. */
static void
append_drawing (GtkSnapshot          *snapshot,
                const RoadmapShape   *shape,
                const RoadmapPalette *palette)
{
  RoadmapRect rect = roadmap_shape_get_bounds (shape);
  double room = ceil (MAX (palette->edge_width, shape->form == ROADMAP_FORM_CONNECTOR ? shape->corner : 0));
  double x = floor (rect.x) - room;
  double y = floor (rect.y) - room;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, ceil (rect.x + rect.width) + room - x,
                                               ceil (rect.y + rect.height) + room - y);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  roadmap_paint_shape (cr, shape, palette);
  cairo_destroy (cr);
}

/* Letters that stand upright in vertical lines are turned by their font, which not every renderer of GTK knows of: cairo
 * draws them. */
static void
append_turned_text (GtkSnapshot          *snapshot,
                    const RoadmapShape   *shape,
                    const RoadmapPalette *palette,
                    const char           *query)
{
  const RoadmapRect *rect = &shape->rect;
  gboolean upwards = (shape->flags & ROADMAP_SHAPE_UPWARDS) != 0;

  gtk_snapshot_save (snapshot);
  if (upwards)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect->x, rect->y + rect->height));
  else
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect->x + rect->width, rect->y));
  gtk_snapshot_rotate (snapshot, upwards ? -90 : 90);
  if (query != NULL)
    append_marks (snapshot, shape->layout, palette, query);
  gtk_snapshot_restore (snapshot);
  append_drawing (snapshot, shape, palette);
}

static void
append_shape (GtkSnapshot          *snapshot,
              const RoadmapShape   *shape,
              const RoadmapPalette *palette,
              const char           *query)
{
  switch (shape->form)
    {
    case ROADMAP_FORM_FILL:
      append_fill (snapshot, shape, palette);
      break;
    case ROADMAP_FORM_RULE:
      append_rule (snapshot, shape, palette);
      break;
    case ROADMAP_FORM_TEXT:
      if (shape->flags & (ROADMAP_SHAPE_VERTICAL | ROADMAP_SHAPE_UPWARDS))
        append_turned_text (snapshot, shape, palette, query);
      else
        append_text (snapshot, shape, palette, query);
      break;
    default:
      append_drawing (snapshot, shape, palette);
    }
}

void
roadmap_snapshot_shapes (GtkSnapshot          *snapshot,
                         const RoadmapScene   *scene,
                         guint                 first,
                         guint                 after,
                         const RoadmapPalette *palette,
                         const char           *query)
{
  for (guint i = first; i < after; i++)
    append_shape (snapshot, roadmap_scene_get_shape (scene, i), palette, query);
}

void
roadmap_snapshot_background (GtkSnapshot          *snapshot,
                             const RoadmapScene   *scene,
                             const RoadmapPalette *palette,
                             const char           *query)
{
  guint next = 0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);

      roadmap_snapshot_shapes (snapshot, scene, next, group->first, palette, query);
      next = group->first + group->n_shapes;
    }
  roadmap_snapshot_shapes (snapshot, scene, next, roadmap_scene_get_n_shapes (scene), palette, query);
}
