/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swimlane-ghost.h"

#include <math.h>

#include "chart/bar-place.h"
#include "chart/paint.h"
#include "model/era.h"
#include "widgets/sheet-snapshot.h"
#include "widgets/sheet-view-private.h"

#define REFUSED_OPACITY 0.45
#define OUTLINE 2.0
#define BAND_OPACITY 0.14

/* Between a label and what it stands over, and around its words. */
#define LABEL_GAP 4.0
#define LABEL_PAD_X 9.0
#define LABEL_PAD_Y 3.0

typedef struct
{
  RoadmapSheetView  *view;
  RoadmapSheetPort   port;
  RoadmapBarMetrics  metrics;
  RoadmapRect        body;    /* where the rows are seen, in the view */
  double             dx, dy;  /* from the rows to the view */
} Place;

static gboolean
init_place (Place            *place,
            RoadmapSheetView *view)
{
  const RoadmapSheetPort *port = &place->port;

  place->view = view;
  if (!roadmap_sheet_view_get_port (view, &place->port))
    return FALSE;
  place->metrics = roadmap_bar_metrics (roadmap_sheet_view_get_measure (view));
  place->body = (RoadmapRect) { port->x, port->y, ceil (port->seen.width), ceil (port->seen.height) };
  place->dx = port->x - floor (port->seen.x);
  place->dy = port->y - floor (port->seen.y);
  return TRUE;
}

static graphene_rect_t
get_graphene (const RoadmapRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

/* Its box in the view, with what flags it has. */
static RoadmapRect
get_box (const Place        *place,
         const RoadmapGhost *ghost,
         RoadmapShapeFlags  *flags)
{
  gboolean milestone = roadmap_item_is (ghost->item, "milestone");
  RoadmapReach reach = roadmap_bar_place_find_box (ghost->axis, &place->metrics, &ghost->span, milestone, flags);
  double half = place->metrics.unit / 2;
  double width = reach.to - reach.from;

  if (milestone)
    return (RoadmapRect) { place->dx + reach.from, place->dy + ghost->y + (ghost->height - width) / 2, width, width };
  return (RoadmapRect) { place->dx + reach.from + half, place->dy + ghost->y, width - 2 * half, ghost->height };
}

/* (transfer full): all words of the title if they fit into the box, else as much of one line as does. */
static PangoLayout *
lay_out_title (const Place *place,
               RoadmapItem *item,
               double       width,
               double       height)
{
  RoadmapMeasure *measure = roadmap_sheet_view_get_measure (place->view);
  g_autofree char *title = roadmap_item_dup_title (item, roadmap_measure_get_language (measure));
  PangoLayout *layout = roadmap_measure_text (measure, title, (RoadmapTextStyle) { ROADMAP_SIZE_BAR, }, width);
  double needed, needed_width;

  roadmap_layout_get_size (layout, &needed_width, &needed);
  if (needed <= height && needed_width <= width)
    return layout;
  g_object_unref (layout);
  return roadmap_measure_text (measure, title, (RoadmapTextStyle) { ROADMAP_SIZE_BAR, ROADMAP_TEXT_CUT }, width);
}

static void
add_title (const Place        *place,
           RoadmapScene       *scene,
           const RoadmapGhost *ghost,
           const RoadmapRect  *box,
           RoadmapShapeFlags   flags)
{
  double width = box->width - 2 * place->metrics.pad_x;
  double x = box->x + place->metrics.pad_x + (flags & ROADMAP_SHAPE_BEGINS_BEFORE ? place->metrics.head : 0);
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (flags & (ROADMAP_SHAPE_OPEN_END | ROADMAP_SHAPE_ENDS_AFTER))
    width -= place->metrics.head;
  if (ghost->is_new || width < 3 * roadmap_measure_get_em (roadmap_sheet_view_get_measure (place->view), ROADMAP_SIZE_BAR))
    return;
  layout = lay_out_title (place, ghost->item, width, box->height);
  roadmap_layout_get_size (layout, NULL, &height);
  if (height <= box->height)
    roadmap_scene_add_text (scene, layout, ROADMAP_INK_TEXT, 0, x, box->y + (box->height - height) / 2);
}

/* Above the box, or where there is no room below it; within what is seen. */
static void
add_label (const Place        *place,
           RoadmapScene       *scene,
           const RoadmapGhost *ghost,
           const RoadmapRect  *box)
{
  RoadmapMeasure *measure = roadmap_sheet_view_get_measure (place->view);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (place->port.state);
  g_autofree char *words = roadmap_span_describe (&ghost->span, roadmap_get_fiscal_start (roadmap),
                                                  roadmap_measure_get_language (measure));
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, words,
                                                         (RoadmapTextStyle) { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD },
                                                         ROADMAP_UNWRAPPED);
  RoadmapShape label = { .form = ROADMAP_FORM_LABEL, .ink = ROADMAP_INK_TODAY, .layout = layout };
  const RoadmapRect *body = &place->body;
  double left = MAX (box->x, body->x);
  double right = MIN (roadmap_rect_get_right (box), roadmap_rect_get_right (body));

  roadmap_layout_get_size (layout, &label.rect.width, &label.rect.height);
  label.rect.width += 2 * LABEL_PAD_X;
  label.rect.height += 2 * LABEL_PAD_Y;
  label.rect.x = CLAMP ((left + right - label.rect.width) / 2, body->x + LABEL_GAP,
                        MAX (body->x + LABEL_GAP, roadmap_rect_get_right (body) - label.rect.width - LABEL_GAP));
  label.rect.y = box->y - label.rect.height - LABEL_GAP;
  if (label.rect.y < body->y + LABEL_GAP)
    label.rect.y = MIN (roadmap_rect_get_bottom (box) + LABEL_GAP,
                        roadmap_rect_get_bottom (body) - label.rect.height - LABEL_GAP);
  roadmap_scene_add (scene, &label);
}

static void
stroke_box (GtkSnapshot         *snapshot,
            const RoadmapScene  *scene,
            const RoadmapColour *colour)
{
  const RoadmapGroup *group = roadmap_scene_get_group (scene, 0);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (group->bounds.x - 2 * OUTLINE, group->bounds.y - 2 * OUTLINE,
                                               group->bounds.width + 4 * OUTLINE, group->bounds.height + 4 * OUTLINE);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  roadmap_set_colour (cr, colour);
  cairo_set_line_width (cr, OUTLINE);
  roadmap_paint_outline (cr, scene, group, OUTLINE / 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
roadmap_swimlane_snapshot_ghost (RoadmapSheetView   *view,
                                 GtkSnapshot        *snapshot,
                                 const RoadmapGhost *ghost)
{
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  RoadmapShape box = { .form = ROADMAP_FORM_BOX, .ink = ROADMAP_INK_BAR_TINT, .hue = ghost->hue };
  RoadmapPalette palette = *roadmap_sheet_view_get_palette (view);
  Place place;

  if (!init_place (&place, view))
    return;
  box.rect = get_box (&place, ghost, &box.flags);
  box.corner = place.metrics.corner;
  if (roadmap_item_is (ghost->item, "milestone"))
    {
      box.form = ROADMAP_FORM_DIAMOND;
      box.ink = ROADMAP_INK_HUE;
    }
  roadmap_scene_begin_group (scene, ghost->item, 0, 0);
  roadmap_scene_add (scene, &box);
  if (box.form == ROADMAP_FORM_BOX)
    add_title (&place, scene, ghost, &box.rect, box.flags);
  roadmap_scene_end_group (scene);
  if (ghost->labelled && !ghost->refused)
    add_label (&place, scene, ghost, &box.rect);

  /* The label has the ink of today's, which stands in the same table, and the colour of what is selected. */
  palette.today = palette.accent;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (place.body.x, place.body.y, place.body.width, place.body.height));
  gtk_snapshot_push_opacity (snapshot, ghost->refused ? REFUSED_OPACITY : 1.0);
  roadmap_snapshot_shapes (snapshot, scene, 0, roadmap_scene_get_n_shapes (scene), &palette, NULL, NULL);
  stroke_box (snapshot, scene, ghost->refused ? &palette.dim_text : &palette.accent);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_frame (GtkSnapshot         *snapshot,
              const RoadmapRect   *rect,
              const RoadmapColour *colour,
              float                width,
              double               fill)
{
  GdkRGBA rgba = { colour->red, colour->green, colour->blue, fill };
  const GdkRGBA edge = { colour->red, colour->green, colour->blue, 1.0 };
  graphene_rect_t bounds = get_graphene (rect);
  GskRoundedRect outline;

  if (fill > 0)
    gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, fill > 0 ? 0 : 4);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
snapshot_frame (RoadmapSheetView  *view,
                GtkSnapshot       *snapshot,
                const RoadmapRect *rect,
                float              width,
                double             fill)
{
  RoadmapRect moved = *rect;
  Place place;

  if (!init_place (&place, view))
    return;
  moved.x = round (moved.x + place.dx);
  moved.y = round (moved.y + place.dy);
  moved.width = MAX (1, round (moved.width));
  moved.height = MAX (1, round (moved.height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (place.body.x, place.body.y, place.body.width, place.body.height));
  append_frame (snapshot, &moved, &roadmap_sheet_view_get_palette (view)->accent, width, fill);
  gtk_snapshot_pop (snapshot);
}

void
roadmap_swimlane_snapshot_band (RoadmapSheetView  *view,
                                GtkSnapshot       *snapshot,
                                const RoadmapRect *band)
{
  snapshot_frame (view, snapshot, band, 1, BAND_OPACITY);
}

void
roadmap_swimlane_snapshot_frame (RoadmapSheetView        *view,
                                 GtkSnapshot             *snapshot,
                                 const RoadmapSheetPlace *place)
{
  RoadmapRect rect = place->group->box;

  rect.y += roadmap_sheet_get_row_y (roadmap_sheet_view_get_sheet (view), place->row);
  rect = (RoadmapRect) { rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4 };
  snapshot_frame (view, snapshot, &rect, OUTLINE, 0);
}
