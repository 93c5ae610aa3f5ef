/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-tiles.h"

#include <math.h>

#include "chart/paint.h"

/* Pixels of the device, on each side. */
#define TILE 512
/* How long a frame may paint tiles: most of the time between two. */
#define BUDGET (10 * G_TIME_SPAN_MILLISECOND)
/* Below as many pixels of the device a point letters are small. */
#define SMALL 2.0
/* What is kept besides what was seen last. */
#define MAX_BYTES (64u * 1024 * 1024)

typedef struct
{
  GdkTexture *texture;
  gint64      frame;   /* in which it was seen last */
} Tile;

/* Painted for one size of the page. */
typedef struct
{
  double      zoom;
  int         scale;
  GHashTable *tiles;   /* key, Tile */
} Layer;

struct _RoadmapPageTiles
{
  RoadmapPages *pages; /* nullable */
  Layer         now;
  Layer         before;    /* shows through where the one above is not painted yet */
  gint64        frame;
  gint64        deadline;  /* of that frame */
  gboolean      complete;  /* whether there was time for all that was seen in it */
};

static gpointer
create_key (guint page,
            guint row,
            guint column)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) page << 32 | (gint64) row << 16 | column;
  return key;
}

static guint
get_page (gconstpointer key)
{
  return *(const gint64 *) key >> 32;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_object_unref (tile->texture);
  g_free (tile);
}

/* Where it lies on its page, which is shown @factor times as large as it was painted. */
static void
append_tile (GtkSnapshot  *snapshot,
             const Layer  *layer,
             gconstpointer key,
             const Tile   *tile,
             double        factor)
{
  gint64 place = *(const gint64 *) key;
  double size = factor / layer->scale;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((place & 0xffff) * TILE * size, (place >> 16 & 0xffff) * TILE * size,
                                             gdk_texture_get_width (tile->texture) * size,
                                             gdk_texture_get_height (tile->texture) * size);

  gtk_snapshot_append_texture (snapshot, tile->texture, &rect);
}

static void
init_layer (Layer *layer)
{
  *layer = (Layer) { 1, 1, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_tile) };
}

RoadmapPageTiles *
roadmap_page_tiles_new (void)
{
  RoadmapPageTiles *self = g_new0 (RoadmapPageTiles, 1);

  init_layer (&self->now);
  init_layer (&self->before);
  return self;
}

void
roadmap_page_tiles_free (RoadmapPageTiles *self)
{
  g_clear_pointer (&self->pages, roadmap_pages_unref);
  g_hash_table_unref (self->now.tiles);
  g_hash_table_unref (self->before.tiles);
  g_free (self);
}

static gboolean
have_same_paper (RoadmapPages *a,
                 RoadmapPages *b)
{
  return a != NULL && b != NULL && roadmap_pages_get_paper (a)->width == roadmap_pages_get_paper (b)->width &&
         roadmap_pages_get_paper (a)->height == roadmap_pages_get_paper (b)->height;
}

/* A layer that had not got far shows less than the one before it. */
static void
put_away (RoadmapPageTiles *self)
{
  Layer layer = self->before;

  if (g_hash_table_size (self->now.tiles) == 0)
    return;
  self->before = self->now;
  self->now = layer;
  g_hash_table_remove_all (self->now.tiles);
}

void
roadmap_page_tiles_set (RoadmapPageTiles *self,
                        RoadmapPages     *pages,
                        double            zoom,
                        int               scale)
{
  if (pages == self->pages && zoom == self->now.zoom && scale == self->now.scale)
    return;

  put_away (self);
  if (pages != self->pages && !have_same_paper (pages, self->pages))
    g_hash_table_remove_all (self->before.tiles);
  g_clear_pointer (&self->pages, roadmap_pages_unref);
  self->pages = pages != NULL ? roadmap_pages_ref (pages) : NULL;
  self->now.zoom = zoom;
  self->now.scale = scale;
  self->complete = FALSE;
}

/* (transfer full): a piece of the page that begins at (@x, @y), in pixels of the device, @factor times as large. */
static cairo_surface_t *
draw (RoadmapPageTiles *self,
      guint             page,
      int               x,
      int               y,
      int               width,
      int               height,
      int               factor)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_t *cr = cairo_create (surface);
  double zoom = self->now.zoom * self->now.scale;
  const RoadmapRect clip = { x / zoom, y / zoom, width / zoom, height / zoom };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -x * factor, -y * factor);
  cairo_scale (cr, zoom * factor, zoom * factor);
  roadmap_paint_scene (cr, roadmap_pages_get_scene (self->pages, page), roadmap_palette_get (ROADMAP_THEME_PAPER),
                       &clip);
  cairo_destroy (cr);
  return surface;
}

/* (transfer full): the surface, which is taken over, in half its size. */
static cairo_surface_t *
halve (cairo_surface_t *large)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (large) / 2,
                                                         cairo_image_surface_get_height (large) / 2);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 0.5, 0.5);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
  return surface;
}

static void
unref_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/* Small letters are drawn larger, since cairo sets each on whole pixels, where they would stand unevenly. */
static GdkTexture *
paint (RoadmapPageTiles *self,
       guint             page,
       int               x,
       int               y,
       int               width,
       int               height)
{
  gboolean small = self->now.zoom * self->now.scale < SMALL;
  cairo_surface_t *surface = draw (self, page, x, y, width, height, small ? 2 : 1);
  g_autoptr (GBytes) bytes = NULL;
  int stride;

  if (small)
    surface = halve (surface);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * stride, unref_surface,
                                      surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static gboolean
is_old (gpointer key,
        gpointer tile,
        gpointer frame)
{
  return ((Tile *) tile)->frame < *(gint64 *) frame;
}

static gsize
get_bytes (const Layer *layer)
{
  GHashTableIter iter;
  gpointer tile;
  gsize bytes = 0;

  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    bytes += 4 * gdk_texture_get_width (((Tile *) tile)->texture) * gdk_texture_get_height (((Tile *) tile)->texture);
  return bytes;
}

static void
begin_frame (RoadmapPageTiles *self,
             gint64            frame)
{
  if (self->complete)
    g_hash_table_remove_all (self->before.tiles);
  if (get_bytes (&self->now) > MAX_BYTES)
    g_hash_table_foreach_remove (self->now.tiles, is_old, &self->frame);
  self->frame = frame;
  self->deadline = g_get_monotonic_time () + BUDGET;
  self->complete = TRUE;
}

/* The part of a layer that is of another size, or older. */
static void
append_before (RoadmapPageTiles *self,
               GtkSnapshot      *snapshot,
               guint             page)
{
  double factor = self->now.zoom / self->before.zoom;
  GHashTableIter iter;
  gpointer key, tile;

  g_hash_table_iter_init (&iter, self->before.tiles);
  while (g_hash_table_iter_next (&iter, &key, &tile))
    if (get_page (key) == page)
      append_tile (snapshot, &self->before, key, tile, factor);
}

/* (transfer none): the tile, painted if there is time, else NULL. */
static Tile *
ensure_tile (RoadmapPageTiles *self,
             gpointer          key,
             gboolean          may_paint)
{
  const RoadmapPaper *paper = roadmap_pages_get_paper (self->pages);
  double zoom = self->now.zoom * self->now.scale;
  gint64 place = *(gint64 *) key;
  int x = (place & 0xffff) * TILE;
  int y = (place >> 16 & 0xffff) * TILE;
  Tile *tile = g_hash_table_lookup (self->now.tiles, key);

  if (tile == NULL && !may_paint)
    return NULL;
  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->texture = paint (self, get_page (key), x, y, MAX (1, MIN (TILE, ceil (paper->width * zoom) - x)),
                             MAX (1, MIN (TILE, ceil (paper->height * zoom) - y)));
      g_hash_table_insert (self->now.tiles, g_memdup2 (key, sizeof (gint64)), tile);
    }
  tile->frame = self->frame;
  return tile;
}

gboolean
roadmap_page_tiles_snapshot (RoadmapPageTiles      *self,
                             GtkSnapshot           *snapshot,
                             guint                  page,
                             const graphene_rect_t *seen,
                             gint64                 frame)
{
  double size = (double) TILE / self->now.scale;
  guint first_row = MAX (0, floor (seen->origin.y / size));
  guint first_column = MAX (0, floor (seen->origin.x / size));
  guint end_row = ceil (MAX (0, seen->origin.y + seen->size.height) / size);
  guint end_column = ceil (MAX (0, seen->origin.x + seen->size.width) / size);
  gboolean complete = TRUE;

  if (self->pages == NULL || page >= roadmap_pages_get_n_pages (self->pages))
    return TRUE;
  if (frame != self->frame)
    begin_frame (self, frame);

  append_before (self, snapshot, page);
  for (guint row = first_row; row < end_row; row++)
    for (guint column = first_column; column < end_column; column++)
      {
        g_autofree gpointer key = create_key (page, row, column);
        Tile *tile = ensure_tile (self, key, g_get_monotonic_time () < self->deadline);

        if (tile != NULL)
          append_tile (snapshot, &self->now, key, tile, 1);
        else
          complete = FALSE;
      }
  self->complete = self->complete && complete;
  return complete;
}

guint
roadmap_page_tiles_count (RoadmapPageTiles *self)
{
  return g_hash_table_size (self->now.tiles) + g_hash_table_size (self->before.tiles);
}
