/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-paint.h"

#include <math.h>

#include "widgets/sheet-snapshot.h"

/* So many scenes are kept at most: those of some screens. */
#define MAX_NODES 256

struct _RoadmapSheetPaint
{
  GHashTable   *nodes; /* RoadmapScene (owned) → GskRenderNode */
  RoadmapReach  seen;  /* what the nodes of heads were made for */
};

/* A scene without shapes has no node. */
static void
unref_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

RoadmapSheetPaint *
roadmap_sheet_paint_new (void)
{
  RoadmapSheetPaint *self = g_new0 (RoadmapSheetPaint, 1);

  self->nodes = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) roadmap_scene_unref, unref_node);
  return self;
}

void
roadmap_sheet_paint_free (RoadmapSheetPaint *self)
{
  g_hash_table_unref (self->nodes);
  g_free (self);
}

void
roadmap_sheet_paint_clear (RoadmapSheetPaint *self)
{
  g_hash_table_remove_all (self->nodes);
}

static GskRenderNode *
create_node (const RoadmapSheetPort *port,
             RoadmapScene           *scene,
             const RoadmapReach     *seen)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  roadmap_snapshot_background (snapshot, scene, port->palette, roadmap_view_state_get_query (port->state), seen);
  return gtk_snapshot_free_to_node (snapshot);
}

/* (transfer none) (nullable) */
static GskRenderNode *
get_node (RoadmapSheetPaint      *self,
          const RoadmapSheetPort *port,
          RoadmapScene           *scene,
          const RoadmapReach     *seen)
{
  gpointer node;

  if (g_hash_table_lookup_extended (self->nodes, scene, NULL, &node))
    return node;
  if (g_hash_table_size (self->nodes) >= MAX_NODES)
    g_hash_table_remove_all (self->nodes);
  node = create_node (port, scene, seen);
  g_hash_table_insert (self->nodes, roadmap_scene_ref (scene), node);
  return node;
}

static void
append_scene (RoadmapSheetPaint      *self,
              const RoadmapSheetPort *port,
              RoadmapScene           *scene,
              double                  x,
              double                  y,
              gboolean                whole,
              const RoadmapReach     *seen,
              GtkSnapshot            *snapshot)
{
  GskRenderNode *node = whole ? NULL : get_node (self, port, scene, seen);

  if (node == NULL && !whole)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (whole)
    roadmap_snapshot_shapes (snapshot, scene, 0, roadmap_scene_get_n_shapes (scene), port->palette,
                             roadmap_view_state_get_query (port->state), seen);
  else
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
append_ground (const RoadmapSheetPort *port,
               const graphene_rect_t  *area,
               GtkSnapshot            *snapshot)
{
  const RoadmapColour *colour = &port->palette->background;
  GdkRGBA rgba = { colour->red, colour->green, colour->blue, 1.0 };

  gtk_snapshot_append_color (snapshot, &rgba, area);
}

/* Rows mostly begin with a tint of their own, and what it hides need not be painted. */
static gboolean
hides (RoadmapScene          *scene,
       double                 x,
       double                 y,
       const graphene_rect_t *part)
{
  const RoadmapShape *first = roadmap_scene_get_n_shapes (scene) > 0 ? roadmap_scene_get_shape (scene, 0) : NULL;
  graphene_rect_t tint;

  if (first == NULL || first->form != ROADMAP_FORM_FILL)
    return FALSE;
  tint = GRAPHENE_RECT_INIT (x + first->rect.x, y + first->rect.y, first->rect.width, first->rect.height);
  return graphene_rect_contains_rect (&tint, part);
}

/* @area: where the rows are seen, in the view; the origin of their scenes is at @x. */
static void
paint_rows (RoadmapSheetPaint      *self,
            const RoadmapSheetPort *port,
            RoadmapScene         *(*get_scene) (RoadmapSheet *, guint),
            const graphene_rect_t  *area,
            double                  x,
            gboolean                whole,
            GtkSnapshot            *snapshot)
{
  double bottom = area->origin.y + area->size.height;
  double painted_to = area->origin.y;
  RoadmapReach seen = { area->origin.x - x, area->origin.x - x + area->size.width };

  for (guint row = roadmap_sheet_find_row_at (port->sheet, port->seen.y); row < roadmap_sheet_get_n_rows (port->sheet); row++)
    {
      double y = port->y + roadmap_sheet_get_row_y (port->sheet, row) - floor (port->seen.y);
      double end = MIN (y + roadmap_sheet_get_row_height (port->sheet, row), bottom);
      graphene_rect_t part = GRAPHENE_RECT_INIT (area->origin.x, painted_to, area->size.width, end - painted_to);
      RoadmapScene *scene;

      if (y >= bottom)
        break;
      /* Allocation has laid out what is in view, and a frame is not the time to move rows. */
      if (!roadmap_sheet_is_laid_out (port->sheet, row))
        continue;
      scene = get_scene (port->sheet, row);
      if (!hides (scene, x, y, &part))
        append_ground (port, &part, snapshot);
      append_scene (self, port, scene, x, y, whole, whole ? &seen : NULL, snapshot);
      painted_to = end;
    }
  if (painted_to < bottom)
    append_ground (port, &GRAPHENE_RECT_INIT (area->origin.x, painted_to, area->size.width, bottom - painted_to), snapshot);
}

static void
paint_bodies (RoadmapSheetPaint      *self,
              const RoadmapSheetPort *port,
              gboolean                whole,
              GtkSnapshot            *snapshot)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (port->x, port->y, port->seen.width, port->seen.height);

  paint_rows (self, port, roadmap_sheet_get_body, &area, port->x - floor (port->seen.x), whole, snapshot);
}

static void
paint_names (RoadmapSheetPaint      *self,
             const RoadmapSheetPort *port,
             gboolean                whole,
             GtkSnapshot            *snapshot)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, port->y, port->x, port->seen.height);

  if (port->x > 0)
    paint_rows (self, port, roadmap_sheet_get_names, &area, 0, whole, snapshot);
}

static void
paint_head (RoadmapSheetPaint      *self,
            const RoadmapSheetPort *port,
            RoadmapScene           *scene,
            const graphene_rect_t  *area,
            double                  x,
            GtkSnapshot            *snapshot)
{
  RoadmapReach seen = { area->origin.x - x, area->origin.x - x + area->size.width };

  if (area->size.width <= 0 || area->size.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, area);
  if (!hides (scene, x, 0, area))
    append_ground (port, area, snapshot);
  append_scene (self, port, scene, x, 0, FALSE, &seen, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
paint_heads (RoadmapSheetPaint      *self,
             const RoadmapSheetPort *port,
             GtkSnapshot            *snapshot)
{
  graphene_rect_t head = GRAPHENE_RECT_INIT (port->x, 0, port->seen.width, port->y);
  graphene_rect_t corner = GRAPHENE_RECT_INIT (0, 0, port->x, port->y);
  RoadmapScene *corner_scene, *head_scene;

  roadmap_sheet_find_heads (port->sheet, port->seen.y, &corner_scene, &head_scene);
  if (self->seen.from != port->seen.x || self->seen.to != port->seen.x + port->seen.width)
    {
      g_hash_table_remove (self->nodes, head_scene);
      self->seen = (RoadmapReach) { port->seen.x, port->seen.x + port->seen.width };
    }
  paint_head (self, port, head_scene, &head, port->x - floor (port->seen.x), snapshot);
  paint_head (self, port, corner_scene, &corner, 0, snapshot);
}

/* Those of a screen around, too: arrows may lead through what is seen. */
static void
append_links (RoadmapSheetView       *view,
              const RoadmapSheetPort *port,
              GtkSnapshot            *snapshot)
{
  RoadmapSheetViewClass *klass = ROADMAP_SHEET_VIEW_GET_CLASS (view);
  const RoadmapRect *seen = &port->seen;
  g_autoptr (RoadmapScene) scene = NULL;

  if (klass->create_links == NULL)
    return;
  scene = klass->create_links (view, port->sheet, seen->y - seen->height, seen->y + 2 * seen->height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (port->x - floor (seen->x), port->y - floor (seen->y)));
  roadmap_snapshot_background (snapshot, scene, port->palette, NULL, NULL);
  gtk_snapshot_restore (snapshot);
}

static void
append_rows (RoadmapSheetPaint      *self,
             RoadmapSheetView       *view,
             const RoadmapSheetPort *port,
             RoadmapSheetChildren   *children,
             GtkSnapshot            *snapshot)
{
  GdkRectangle body = { port->x, port->y, ceil (port->seen.width), ceil (port->seen.height) };
  GdkRectangle names = { 0, body.y, body.x, body.height };

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (body.x, body.y, body.width, body.height));
  paint_bodies (self, port, children == NULL, snapshot);
  append_links (view, port, snapshot);
  if (children != NULL)
    roadmap_sheet_children_snapshot (children, snapshot, FALSE, &body);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (names.x, names.y, names.width, names.height));
  paint_names (self, port, children == NULL, snapshot);
  if (children != NULL)
    roadmap_sheet_children_snapshot (children, snapshot, TRUE, &names);
  gtk_snapshot_pop (snapshot);
}

void
roadmap_sheet_paint_snapshot (RoadmapSheetPaint      *self,
                              RoadmapSheetView       *view,
                              const RoadmapSheetPort *port,
                              RoadmapSheetChildren   *children,
                              GtkSnapshot            *snapshot)
{
  append_rows (self, view, port, children, snapshot);
  paint_heads (self, port, snapshot);
}
