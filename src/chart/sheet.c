/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/sheet.h"

typedef struct
{
  RoadmapItem  *item;   /* (nullable) */
  double        y;      /* valid below n_placed */
  double        height; /* an estimate until it was laid out once */
  gboolean      kept_with_next;
  RoadmapScene *names;  /* NULL while it is not laid out */
  RoadmapScene *body;
} Row;

typedef struct
{
  guint         first; /* the first row they stand over */
  RoadmapScene *corner;
  RoadmapScene *head;
} Heads;

typedef struct
{
  double        names_width;
  double        body_width;
  GArray       *column_breaks; /* double */
  GArray       *heads;       /* Heads, never empty */
  GArray       *rows;        /* Row */
  guint         n_placed;    /* rows whose y is right */
  GHashTable   *row_by_item; /* RoadmapItem → index */
} RoadmapSheetPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RoadmapSheet, roadmap_sheet, G_TYPE_OBJECT)

static RoadmapSheetPrivate *
get_private (RoadmapSheet *self)
{
  return roadmap_sheet_get_instance_private (self);
}

static Row *
get_row (RoadmapSheet *self,
         guint         index)
{
  RoadmapSheetPrivate *priv = get_private (self);

  g_assert (index < priv->rows->len);
  return &g_array_index (priv->rows, Row, index);
}

static void
forget_scenes (Row *row)
{
  g_clear_pointer (&row->names, roadmap_scene_unref);
  g_clear_pointer (&row->body, roadmap_scene_unref);
}

static Heads *
get_heads (RoadmapSheet *self,
           guint         index)
{
  return &g_array_index (get_private (self)->heads, Heads, index);
}

static void
clear_heads (gpointer data)
{
  Heads *heads = data;

  g_clear_pointer (&heads->corner, roadmap_scene_unref);
  g_clear_pointer (&heads->head, roadmap_scene_unref);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  forget_scenes (row);
  g_clear_object (&row->item);
}

/* Rows below one whose height changes move when they are next asked for. */
static void
place_rows (RoadmapSheet *self,
            guint         until)
{
  RoadmapSheetPrivate *priv = get_private (self);

  for (; priv->n_placed <= until && priv->n_placed < priv->rows->len; priv->n_placed++)
    {
      const Row *above = priv->n_placed > 0 ? get_row (self, priv->n_placed - 1) : NULL;

      get_row (self, priv->n_placed)->y = above != NULL ? above->y + above->height : 0.0;
    }
}

static Row *
ensure_row (RoadmapSheet *self,
            guint         index)
{
  RoadmapSheetPrivate *priv = get_private (self);
  Row *row = get_row (self, index);
  double height;

  if (row->body != NULL)
    return row;

  row->names = roadmap_scene_new ();
  row->body = roadmap_scene_new ();
  ROADMAP_SHEET_GET_CLASS (self)->lay_out (self, index, row->names, row->body);
  height = MAX (roadmap_scene_get_height (row->names), roadmap_scene_get_height (row->body));
  if (height != row->height)
    {
      row->height = height;
      priv->n_placed = MIN (priv->n_placed, index + 1);
    }
  return row;
}

static void
roadmap_sheet_finalize (GObject *object)
{
  RoadmapSheetPrivate *priv = get_private (ROADMAP_SHEET (object));

  g_clear_pointer (&priv->column_breaks, g_array_unref);
  g_clear_pointer (&priv->heads, g_array_unref);
  g_clear_pointer (&priv->row_by_item, g_hash_table_unref);
  g_clear_pointer (&priv->rows, g_array_unref);

  G_OBJECT_CLASS (roadmap_sheet_parent_class)->finalize (object);
}

static void
roadmap_sheet_class_init (RoadmapSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_sheet_finalize;
}

static void
roadmap_sheet_init (RoadmapSheet *self)
{
  RoadmapSheetPrivate *priv = get_private (self);

  priv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (priv->rows, clear_row);
  priv->row_by_item = g_hash_table_new (NULL, NULL);
  priv->column_breaks = g_array_new (FALSE, FALSE, sizeof (double));
  priv->heads = g_array_new (FALSE, FALSE, sizeof (Heads));
  g_array_set_clear_func (priv->heads, clear_heads);
  roadmap_sheet_take_heads (self, roadmap_scene_new (), roadmap_scene_new ());
}

void
roadmap_sheet_set_widths (RoadmapSheet *self,
                          double        names_width,
                          double        body_width)
{
  RoadmapSheetPrivate *priv = get_private (self);

  priv->names_width = names_width;
  priv->body_width = body_width;
}

void
roadmap_sheet_take_heads (RoadmapSheet *self,
                          RoadmapScene *corner,
                          RoadmapScene *head)
{
  RoadmapSheetPrivate *priv = get_private (self);
  Heads heads = { priv->rows->len, corner, head };

  /* Heads that no row was added below make way. */
  if (priv->heads->len > 0 && get_heads (self, priv->heads->len - 1)->first == priv->rows->len)
    g_array_set_size (priv->heads, priv->heads->len - 1);
  g_array_append_val (priv->heads, heads);
}

void
roadmap_sheet_add_column_break (RoadmapSheet *self,
                                double        x)
{
  g_array_append_val (get_private (self)->column_breaks, x);
}

const double *
roadmap_sheet_get_column_breaks (RoadmapSheet *self,
                                 guint        *n_breaks)
{
  GArray *breaks = get_private (self)->column_breaks;

  *n_breaks = breaks->len;
  return (const double *) (gconstpointer) breaks->data;
}

void
roadmap_sheet_add_row (RoadmapSheet *self,
                       RoadmapItem  *item,
                       double        estimated_height)
{
  RoadmapSheetPrivate *priv = get_private (self);
  Row row = { .item = item != NULL ? g_object_ref (item) : NULL, .height = estimated_height };

  g_array_append_val (priv->rows, row);
  if (item != NULL)
    roadmap_sheet_add_to_row (self, priv->rows->len - 1, item);
}

void
roadmap_sheet_add_to_row (RoadmapSheet *self,
                          guint         index,
                          RoadmapItem  *item)
{
  RoadmapSheetPrivate *priv = get_private (self);

  /* The first place of an item is the one to go to. */
  if (!g_hash_table_contains (priv->row_by_item, item))
    g_hash_table_insert (priv->row_by_item, item, GUINT_TO_POINTER (index));
}

void
roadmap_sheet_keep_with_next (RoadmapSheet *self)
{
  g_return_if_fail (roadmap_sheet_get_n_rows (self) > 0);

  get_row (self, roadmap_sheet_get_n_rows (self) - 1)->kept_with_next = TRUE;
}

double
roadmap_sheet_get_names_width (RoadmapSheet *self)
{
  return get_private (self)->names_width;
}

double
roadmap_sheet_get_body_width (RoadmapSheet *self)
{
  return get_private (self)->body_width;
}

double
roadmap_sheet_get_head_height (RoadmapSheet *self)
{
  double height = 0;

  for (guint i = 0; i < get_private (self)->heads->len; i++)
    height = MAX (height, MAX (roadmap_scene_get_height (get_heads (self, i)->corner),
                               roadmap_scene_get_height (get_heads (self, i)->head)));
  return height;
}

double
roadmap_sheet_get_height (RoadmapSheet *self)
{
  guint n_rows = roadmap_sheet_get_n_rows (self);

  return n_rows > 0 ? roadmap_sheet_get_row_y (self, n_rows - 1) + roadmap_sheet_get_row_height (self, n_rows - 1) : 0.0;
}

double
roadmap_sheet_get_row_head_height (RoadmapSheet *self,
                                   guint         index)
{
  guint heads = get_private (self)->heads->len - 1;

  while (heads > 0 && get_heads (self, heads)->first > index)
    heads--;
  if (roadmap_scene_get_height (get_heads (self, heads)->corner) == 0 &&
      roadmap_scene_get_height (get_heads (self, heads)->head) == 0)
    return 0;
  return roadmap_sheet_get_head_height (self);
}

RoadmapScene *
roadmap_sheet_get_corner (RoadmapSheet *self)
{
  return get_heads (self, 0)->corner;
}

RoadmapScene *
roadmap_sheet_get_head (RoadmapSheet *self)
{
  return get_heads (self, 0)->head;
}

void
roadmap_sheet_find_heads (RoadmapSheet  *self,
                          double         y,
                          RoadmapScene **corner,
                          RoadmapScene **head)
{
  guint row = roadmap_sheet_find_row_at (self, y);
  guint index = get_private (self)->heads->len - 1;

  while (index > 0 && get_heads (self, index)->first > row)
    index--;
  *corner = get_heads (self, index)->corner;
  *head = get_heads (self, index)->head;
}

guint
roadmap_sheet_get_n_rows (RoadmapSheet *self)
{
  return get_private (self)->rows->len;
}

RoadmapItem *
roadmap_sheet_get_row_item (RoadmapSheet *self,
                            guint         index)
{
  return get_row (self, index)->item;
}

double
roadmap_sheet_get_row_y (RoadmapSheet *self,
                         guint         index)
{
  place_rows (self, index);
  return get_row (self, index)->y;
}

double
roadmap_sheet_get_row_height (RoadmapSheet *self,
                              guint         index)
{
  return get_row (self, index)->height;
}

gboolean
roadmap_sheet_is_laid_out (RoadmapSheet *self,
                           guint         index)
{
  return get_row (self, index)->body != NULL;
}

gboolean
roadmap_sheet_is_kept_with_next (RoadmapSheet *self,
                                 guint         index)
{
  return get_row (self, index)->kept_with_next;
}

guint
roadmap_sheet_find_row_at (RoadmapSheet *self,
                           double        y)
{
  guint low = 0, high = roadmap_sheet_get_n_rows (self);

  if (high == 0)
    return 0;
  place_rows (self, high - 1);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_row (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gboolean
roadmap_sheet_find_row_of (RoadmapSheet *self,
                           RoadmapItem  *item,
                           guint        *index)
{
  RoadmapSheetPrivate *priv = get_private (self);
  gpointer found;

  for (; item != NULL; item = roadmap_item_get_parent (item))
    if (g_hash_table_lookup_extended (priv->row_by_item, item, NULL, &found))
      {
        *index = GPOINTER_TO_UINT (found);
        return TRUE;
      }
  return FALSE;
}

RoadmapScene *
roadmap_sheet_get_names (RoadmapSheet *self,
                         guint         index)
{
  return ensure_row (self, index)->names;
}

RoadmapScene *
roadmap_sheet_get_body (RoadmapSheet *self,
                        guint         index)
{
  return ensure_row (self, index)->body;
}

RoadmapScene *
roadmap_sheet_create_names (RoadmapSheet            *self,
                            guint                    index,
                            const RoadmapSheetPiece *piece)
{
  RoadmapSheetClass *klass = ROADMAP_SHEET_GET_CLASS (self);
  g_autoptr (RoadmapScene) names = roadmap_scene_new ();

  if (klass->lay_out_names == NULL || !klass->lay_out_names (self, index, piece, names))
    return NULL;
  return g_steal_pointer (&names);
}

gboolean
roadmap_sheet_lay_out (RoadmapSheet *self,
                       double        from,
                       double        to)
{
  gboolean moved = FALSE;

  for (guint i = roadmap_sheet_find_row_at (self, from); i < roadmap_sheet_get_n_rows (self); i++)
    {
      double height = roadmap_sheet_get_row_height (self, i);

      if (roadmap_sheet_get_row_y (self, i) >= to)
        break;
      ensure_row (self, i);
      moved = moved || height != roadmap_sheet_get_row_height (self, i);
    }
  return moved;
}

void
roadmap_sheet_forget_outside (RoadmapSheet *self,
                              double        from,
                              double        to)
{
  guint n_rows = roadmap_sheet_get_n_rows (self);

  if (n_rows == 0)
    return;
  place_rows (self, n_rows - 1);
  for (guint i = 0; i < n_rows; i++)
    {
      Row *row = get_row (self, i);

      if (row->y + row->height < from || row->y > to)
        forget_scenes (row);
    }
}

void
roadmap_sheet_forget_row (RoadmapSheet *self,
                          guint         index)
{
  forget_scenes (get_row (self, index));
}

gboolean
roadmap_sheet_find_in_row (RoadmapSheet      *self,
                           guint              index,
                           RoadmapItem       *item,
                           RoadmapSheetPlace *place)
{
  *place = (RoadmapSheetPlace) { .row = index };
  place->group = roadmap_scene_find_group (roadmap_sheet_get_body (self, index), item);
  if (place->group != NULL)
    return TRUE;
  place->in_names = TRUE;
  place->group = roadmap_scene_find_group (roadmap_sheet_get_names (self, index), item);
  return place->group != NULL;
}

gboolean
roadmap_sheet_find (RoadmapSheet      *self,
                    RoadmapItem       *item,
                    RoadmapSheetPlace *place)
{
  guint index;

  return roadmap_sheet_find_row_of (self, item, &index) && roadmap_sheet_find_in_row (self, index, item, place);
}

RoadmapRect
roadmap_sheet_get_bounds (RoadmapSheet            *self,
                          const RoadmapSheetPlace *place)
{
  RoadmapRect bounds = place->group->bounds;

  bounds.y += roadmap_sheet_get_row_y (self, place->row);
  return bounds;
}

static RoadmapItem *
pick_in (RoadmapSheet *self,
         RoadmapScene *(*get_scene) (RoadmapSheet *, guint),
         double        x,
         double        y)
{
  guint row;

  if (y < 0 || y >= roadmap_sheet_get_height (self))
    return NULL;
  row = roadmap_sheet_find_row_at (self, y);
  return roadmap_scene_pick (get_scene (self, row), x, y - roadmap_sheet_get_row_y (self, row));
}

RoadmapItem *
roadmap_sheet_pick (RoadmapSheet *self,
                    double        x,
                    double        y)
{
  return pick_in (self, roadmap_sheet_get_body, x, y);
}

RoadmapItem *
roadmap_sheet_pick_name (RoadmapSheet *self,
                         double        x,
                         double        y)
{
  return pick_in (self, roadmap_sheet_get_names, x, y);
}

RoadmapScene *
roadmap_sheet_flatten (RoadmapSheet *self)
{
  RoadmapSheetPrivate *priv = get_private (self);
  RoadmapScene *scene = roadmap_scene_new ();
  double top = roadmap_sheet_get_row_head_height (self, 0);

  roadmap_scene_add_scene (scene, get_heads (self, 0)->corner, 0, 0);
  roadmap_scene_add_scene (scene, get_heads (self, 0)->head, priv->names_width, 0);
  for (guint i = 0; i < roadmap_sheet_get_n_rows (self); i++)
    {
      double y = top + roadmap_sheet_get_row_y (self, i);

      roadmap_scene_add_scene (scene, roadmap_sheet_get_names (self, i), 0, y);
      roadmap_scene_add_scene (scene, roadmap_sheet_get_body (self, i), priv->names_width, y);
    }
  return scene;
}
