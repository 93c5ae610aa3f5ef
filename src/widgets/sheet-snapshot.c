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

static void
append_drawing_within (GtkSnapshot           *snapshot,
                       const RoadmapShape    *shape,
                       const RoadmapPalette  *palette,
                       const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  roadmap_paint_shape (cr, shape, palette);
  cairo_destroy (cr);
}

/* Edges stand out of their rectangle a little. */
static void
append_drawing (GtkSnapshot          *snapshot,
                const RoadmapShape   *shape,
                const RoadmapPalette *palette)
{
  RoadmapRect rect = roadmap_shape_get_bounds (shape);
  double room = ceil (palette->edge_width);
  double x = floor (rect.x) - room;
  double y = floor (rect.y) - room;

  append_drawing_within (snapshot, shape, palette,
                         &GRAPHENE_RECT_INIT (x, y, ceil (rect.x + rect.width) + room - x,
                                              ceil (rect.y + rect.height) + room - y));
}

/* A line along or down, as an area on the pixels. */
static void
append_line (GtkSnapshot   *snapshot,
             const GdkRGBA *ink,
             double         width,
             double         from_x,
             double         from_y,
             double         to_x,
             double         to_y)
{
  double left = round (MIN (from_x, to_x) - width / 2);
  double top = round (MIN (from_y, to_y) - width / 2);

  gtk_snapshot_append_color (snapshot, ink, &GRAPHENE_RECT_INIT (left, top, round (fabs (to_x - from_x)) + width,
                                                                 round (fabs (to_y - from_y)) + width));
}

/* As paint_connector() in chart/paint.c; of what may be long, only the head is left to cairo. */
static void
append_connector (GtkSnapshot          *snapshot,
                  const RoadmapShape   *shape,
                  const RoadmapPalette *palette)
{
  const RoadmapRect *rect = &shape->rect;
  gboolean down_first = (shape->flags & ROADMAP_SHAPE_DOWN_FIRST) != 0;
  gboolean level = down_first || rect->height == 0; /* at its end */
  double width = MAX (1.0, round (palette->edge_width));
  double end_x = rect->x + rect->width;
  double end_y = rect->y + rect->height;
  double turn_x = down_first ? rect->x : end_x;
  double turn_y = down_first ? end_y : rect->y;
  double length = shape->corner;
  double back = (level ? rect->width : rect->height) < 0 ? -length : length;
  GdkRGBA ink = get_ink (palette, shape);

  if (level)
    end_x -= back;
  else
    end_y -= back;
  append_line (snapshot, &ink, width, rect->x, rect->y, level && !down_first ? end_x : turn_x, turn_y);
  append_line (snapshot, &ink, width, level && !down_first ? end_x : turn_x, turn_y, end_x, end_y);

  end_x = floor (level ? end_x + back / 2 : end_x) - ceil (length);
  end_y = floor (level ? end_y : end_y + back / 2) - ceil (length);
  append_drawing_within (snapshot, shape, palette,
                         &GRAPHENE_RECT_INIT (end_x, end_y, 2 * ceil (length) + 1, 2 * ceil (length) + 1));
}

/* Boxes.  What cairo draws goes through an image of its own, so only what has a head or a notch is left to it: the rest is
 * an area, an edge, and for dashes gaps that are repeated along it.  All lie on whole pixels: what does not is blended at its
 * rim, which takes several times as long. */
typedef struct
{
  GtkSnapshot     *snapshot;
  GdkRGBA          tint;
  GdkRGBA          hue;
  double           edge;
  double           corner;
  double           left, right, top, bottom; /* of the part with an edge */
  gboolean         open_left, open_right;    /* where the rest goes on */
} Box;

static void
append_gaps (const Box             *box,
             const graphene_rect_t *along,
             gboolean               level)
{
  double dash = round (3.5 * box->edge);
  double gap = round (2 * box->edge);
  graphene_rect_t period = *along;
  graphene_rect_t hole;

  if (along->size.width <= 0 || along->size.height <= 0)
    return;
  if (level)
    {
      period.size.width = dash + gap;
      hole = period;
      hole.origin.x += dash;
      hole.size.width = gap;
    }
  else
    {
      period.size.height = dash + gap;
      hole = period;
      hole.origin.y += dash;
      hole.size.height = gap;
    }
  gtk_snapshot_push_repeat (box->snapshot, along, &period);
  gtk_snapshot_append_color (box->snapshot, &box->tint, &hole);
  gtk_snapshot_pop (box->snapshot);
}

static void
append_all_gaps (const Box *box)
{
  double left = box->open_left ? box->left : box->left + box->corner;
  double width = (box->open_right ? box->right : box->right - box->corner) - left;
  double top = box->top + box->corner;
  double height = box->bottom - box->corner - top;

  append_gaps (box, &GRAPHENE_RECT_INIT (left, box->top, width, box->edge), TRUE);
  append_gaps (box, &GRAPHENE_RECT_INIT (left, box->bottom - box->edge, width, box->edge), TRUE);
  if (!box->open_left)
    append_gaps (box, &GRAPHENE_RECT_INIT (box->left, top, box->edge, height), FALSE);
  if (!box->open_right)
    append_gaps (box, &GRAPHENE_RECT_INIT (box->right - box->edge, top, box->edge, height), FALSE);
}

/* An area inset by the edge lies within round corners whose radius is not over 4 edges. */
static void
append_part (const Box *box,
             gboolean   dashed)
{
  double left = box->open_left ? box->left : box->left + box->edge;
  double right = box->open_right ? box->right : box->right - box->edge;
  double outer_left = box->open_left ? box->left - 2 * box->corner : box->left;
  double outer_right = box->open_right ? box->right + 2 * box->corner : box->right;
  float widths[4] = { box->edge, box->edge, box->edge, box->edge };
  GdkRGBA colours[4] = { box->hue, box->hue, box->hue, box->hue };
  GskRoundedRect outline;

  gtk_snapshot_append_color (box->snapshot, &box->tint,
                             &GRAPHENE_RECT_INIT (left, box->top + box->edge, right - left,
                                                  box->bottom - box->top - 2 * box->edge));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (outer_left, box->top, outer_right - outer_left,
                                                                  box->bottom - box->top), box->corner);
  if (box->open_left || box->open_right)
    gtk_snapshot_push_clip (box->snapshot, &GRAPHENE_RECT_INIT (box->left, box->top, box->right - box->left,
                                                                box->bottom - box->top));
  gtk_snapshot_append_border (box->snapshot, &outline, widths, colours);
  if (box->open_left || box->open_right)
    gtk_snapshot_pop (box->snapshot);
  if (dashed)
    append_all_gaps (box);
}

static void
append_box (GtkSnapshot          *snapshot,
            const RoadmapShape   *shape,
            const RoadmapPalette *palette)
{
  RoadmapColour hue = roadmap_palette_get_ink (palette, ROADMAP_INK_HUE, shape->hue);
  double side = ceil (MAX (shape->corner, roadmap_shape_get_head (shape)) + palette->edge_width);
  graphene_rect_t rect = snap (&shape->rect);
  double right = rect.origin.x + rect.size.width;
  Box box = {
    .snapshot = snapshot,
    .tint = get_ink (palette, shape),
    .hue = get_rgba (&hue),
    .edge = MAX (1.0, round (palette->edge_width)),
    .corner = round (shape->corner),
    .top = rect.origin.y,
    .bottom = rect.origin.y + rect.size.height,
    .open_left = (shape->flags & ROADMAP_SHAPE_BEGINS_BEFORE) != 0,
    .open_right = (shape->flags & (ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_ENDS_AFTER)) != 0,
  };

  if (shape->flags & (ROADMAP_SHAPE_HATCHED | ROADMAP_SHAPE_THIN) || rect.size.width < 4 * side ||
      rect.size.height < 3 * shape->corner)
    {
      append_drawing (snapshot, shape, palette);
      return;
    }

  box.left = box.open_left ? rect.origin.x + side : rect.origin.x;
  box.right = box.open_right ? right - side : right;
  append_part (&box, (shape->flags & ROADMAP_SHAPE_DASHED) != 0);
  if (box.open_left)
    append_drawing_within (snapshot, shape, palette,
                           &GRAPHENE_RECT_INIT (rect.origin.x - 1, box.top - 1, side + 1, rect.size.height + 2));
  if (box.open_right)
    append_drawing_within (snapshot, shape, palette,
                           &GRAPHENE_RECT_INIT (box.right, box.top - 1, side + 1, rect.size.height + 2));
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
    case ROADMAP_FORM_CONNECTOR:
      append_connector (snapshot, shape, palette);
      break;
    case ROADMAP_FORM_BOX:
      append_box (snapshot, shape, palette);
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

static void
append_following (GtkSnapshot          *snapshot,
                  const RoadmapShape   *shape,
                  const RoadmapPalette *palette,
                  const char           *query,
                  const RoadmapReach   *seen)
{
  double shift = seen != NULL ? roadmap_shape_follow (shape, seen) : 0;

  if (shift == 0)
    {
      append_shape (snapshot, shape, palette, query);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (shift, 0));
  append_shape (snapshot, shape, palette, query);
  gtk_snapshot_restore (snapshot);
}

void
roadmap_snapshot_shapes (GtkSnapshot          *snapshot,
                         const RoadmapScene   *scene,
                         guint                 first,
                         guint                 after,
                         const RoadmapPalette *palette,
                         const char           *query,
                         const RoadmapReach   *seen)
{
  for (guint i = first; i < after; i++)
    append_following (snapshot, roadmap_scene_get_shape (scene, i), palette, query, seen);
}

void
roadmap_snapshot_background (GtkSnapshot          *snapshot,
                             const RoadmapScene   *scene,
                             const RoadmapPalette *palette,
                             const char           *query,
                             const RoadmapReach   *seen)
{
  guint next = 0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);

      roadmap_snapshot_shapes (snapshot, scene, next, group->first, palette, query, seen);
      next = group->first + group->n_shapes;
    }
  roadmap_snapshot_shapes (snapshot, scene, next, roadmap_scene_get_n_shapes (scene), palette, query, seen);
}
