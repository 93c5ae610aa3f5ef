/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-region.h"

#include "chart/bar-place.h"
#include "chart/style.h"
#include "chart/title-markup.h"

/* All in units, which are pixels at the usual size of text. */
#define GAP 8            /* between regions */
#define PAD 8            /* between the edge of a region and what is in it */
#define PAD_ALONE 7      /* the same above and below a head without cells */
#define HEAD_GAP 4       /* between head and cells */
#define CELL_GAP 7       /* between cells */
#define CELL_PAD_X 8
#define CELL_PAD_Y 5
#define ARROW 13         /* more room between cells with an arrow */
#define ARROW_HEAD 6
#define CORNER 8
#define CELL_CORNER 5

static const RoadmapTextStyle cell_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_CENTRED | ROADMAP_TEXT_EVEN | ROADMAP_TEXT_PHRASES };

static double
get_unit (RoadmapMapRegion *self)
{
  return roadmap_bar_metrics (self->options->measure).unit;
}

static RoadmapMapCell *
get_cell (RoadmapMapRegion *self,
          guint             index)
{
  return g_ptr_array_index (self->cells, index);
}

/* Reading */

static double
get_number (RoadmapItem *item,
            const char  *field,
            double       least)
{
  const char *value = roadmap_item_get (item, field);

  return value != NULL ? MAX (g_ascii_strtod (value, NULL), least) : least;
}

RoadmapRect
roadmap_map_get_grid (RoadmapItem *item)
{
  return (RoadmapRect) { get_number (item, "x", 0), get_number (item, "y", 0), get_number (item, "width", 1),
                         get_number (item, "height", 1) };
}

static void
free_cell (gpointer data)
{
  RoadmapMapCell *cell = data;

  g_clear_object (&cell->text);
  g_clear_pointer (&cell->next, g_ptr_array_unref);
  g_clear_pointer (&cell->markup, g_free);
  g_clear_object (&cell->item);
  g_free (cell);
}

static void
add_cell (RoadmapMapRegion *self,
          RoadmapItem      *item)
{
  RoadmapMapCell *cell = g_new0 (RoadmapMapCell, 1);

  cell->item = g_object_ref (item);
  cell->grid = roadmap_map_get_grid (item);
  cell->next = roadmap_get_links (self->options->roadmap, item, "next");
  cell->markup = roadmap_title_dup_markup (self->options->roadmap, item, self->options->language,
                                           self->options->measure, cell_style.size);
  g_ptr_array_add (self->cells, cell);

  /* A cell that lies outside of its region makes it larger. */
  {
    double right = MAX (roadmap_rect_get_right (&self->grid), roadmap_rect_get_right (&cell->grid));
    double bottom = MAX (roadmap_rect_get_bottom (&self->grid), roadmap_rect_get_bottom (&cell->grid));

    self->grid.x = MIN (self->grid.x, cell->grid.x);
    self->grid.y = MIN (self->grid.y, cell->grid.y);
    self->grid.width = right - self->grid.x;
    self->grid.height = bottom - self->grid.y;
  }
}

static gboolean
has_shown (const RoadmapMapOptions *options,
           RoadmapItem             *lane)
{
  for (RoadmapItem *item = roadmap_item_next (lane, lane); item != NULL; item = roadmap_item_next (item, lane))
    if ((roadmap_item_is (item, "bar") || roadmap_item_is (item, "milestone")) &&
        options->show (item, options->show_data))
      return TRUE;
  return FALSE;
}

RoadmapMapRegion *
roadmap_map_region_new (const RoadmapMapOptions *options,
                        RoadmapItem             *item,
                        gboolean                 with_columns)
{
  RoadmapMapRegion *self = g_new0 (RoadmapMapRegion, 1);
  RoadmapItem *lane = roadmap_map_find_lane (options->roadmap, item);
  g_autofree char *columns = NULL;

  if (with_columns)
    columns = roadmap_map_dup_columns (options->roadmap, item, options->language);
  self->options = options;
  self->item = g_object_ref (item);
  /* An item without a lane has the neutral hue. */
  self->hue = roadmap_item_get_hue (lane != NULL ? lane : item);
  self->pale = lane != NULL && options->show != NULL && !has_shown (options, lane);
  self->grid = roadmap_map_get_grid (item);
  self->head = roadmap_map_head_new (options, item, columns);
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  for (guint i = 0; i < roadmap_item_get_n_children (item); i++)
    if (roadmap_item_is (roadmap_item_get_child (item, i), "cell"))
      add_cell (self, roadmap_item_get_child (item, i));
  return self;
}

void
roadmap_map_region_free (RoadmapMapRegion *self)
{
  g_clear_pointer (&self->head, roadmap_map_head_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->item);
  g_free (self);
}

gboolean
roadmap_map_region_is_drawn (RoadmapMapRegion *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (guint j = i + 1; j < self->cells->len; j++)
      if (roadmap_rect_overlaps (&get_cell (self, i)->grid, &get_cell (self, j)->grid))
        return FALSE;
  return TRUE;
}

void
roadmap_map_region_make_list (RoadmapMapRegion *self)
{
  self->grid = (RoadmapRect) { 0, 0, 1, self->cells->len + 1 };
  for (guint i = 0; i < self->cells->len; i++)
    get_cell (self, i)->grid = (RoadmapRect) { 0, i + 1, 1, 1 };
}

double
roadmap_map_region_get_first (RoadmapMapRegion *self)
{
  double first = roadmap_rect_get_bottom (&self->grid);

  for (guint i = 0; i < self->cells->len; i++)
    first = MIN (first, get_cell (self, i)->grid.y);
  return first;
}

/* Widths */

double
roadmap_map_region_get_min_width (RoadmapMapRegion *self,
                                  RoadmapMapFit     fit)
{
  return (GAP + 2 * PAD) * get_unit (self) + roadmap_map_head_get_min_width (self->head, fit);
}

static gboolean
leads_right (RoadmapMapRegion *self,
             RoadmapMapCell   *cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->grid.x >= roadmap_rect_get_right (&cell->grid) &&
        g_ptr_array_find (cell->next, get_cell (self, i)->item, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
leads_down (RoadmapMapRegion *self,
            RoadmapMapCell   *cell)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->grid.y >= roadmap_rect_get_bottom (&cell->grid) &&
        g_ptr_array_find (cell->next, get_cell (self, i)->item, NULL))
      return TRUE;
  return FALSE;
}

/* What lies between the lines of the grid and the card of a cell. */
typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} Insets;

/* Where cells begin in the first row of the region, they leave room for its head. */
static double
get_first_inset (RoadmapMapRegion *self)
{
  return roadmap_map_region_get_head_need (self) + CELL_GAP / 2.0 * get_unit (self);
}

static Insets
get_insets (RoadmapMapRegion *self,
            RoadmapMapCell   *cell)
{
  double unit = get_unit (self);
  double outer = (GAP / 2.0 + PAD) * unit;
  double inner = CELL_GAP / 2.0 * unit;
  Insets insets = {
    cell->grid.x <= self->grid.x ? outer : inner,
    roadmap_rect_get_right (&cell->grid) >= roadmap_rect_get_right (&self->grid) ? outer : inner,
    cell->grid.y <= self->grid.y ? get_first_inset (self) : inner,
    roadmap_rect_get_bottom (&cell->grid) >= roadmap_rect_get_bottom (&self->grid) ? outer : inner,
  };

  if (leads_right (self, cell))
    insets.right += ARROW * unit;
  else if (leads_down (self, cell))
    insets.bottom += ARROW * unit;
  return insets;
}

double
roadmap_map_region_get_pad (RoadmapMapRegion *self)
{
  return (GAP / 2.0 + PAD - CELL_GAP / 2.0) * get_unit (self);
}

double
roadmap_map_cell_get_min_width (RoadmapMapRegion *self,
                                RoadmapMapCell   *cell,
                                RoadmapMapFit     fit)
{
  Insets insets = get_insets (self, cell);

  return insets.left + insets.right + (2 * CELL_PAD_X + 1) * get_unit (self) +
         roadmap_map_fit_get_width (fit, self->options->measure, cell->markup, cell_style);
}

/* Heights */

void
roadmap_map_region_set_width (RoadmapMapRegion *self,
                              double            width)
{
  roadmap_map_head_set_width (self->head, width - (GAP + 2 * PAD) * get_unit (self));
}

double
roadmap_map_region_get_head_need (RoadmapMapRegion *self)
{
  double around = self->cells->len > 0 ? GAP / 2.0 + PAD + HEAD_GAP : GAP + 2 * PAD_ALONE;

  return roadmap_map_head_get_height (self->head) + around * get_unit (self);
}

double
roadmap_map_cell_set_width (RoadmapMapRegion *self,
                            RoadmapMapCell   *cell,
                            double            width)
{
  double unit = get_unit (self);
  Insets insets = get_insets (self, cell);
  double height;

  g_clear_object (&cell->text);
  cell->text = roadmap_measure_markup (self->options->measure, cell->markup, cell_style,
                                       width - insets.left - insets.right - 2 * CELL_PAD_X * unit);
  roadmap_layout_get_size (cell->text, NULL, &height);
  return insets.top + insets.bottom + height + 2 * CELL_PAD_Y * unit;
}

/* Places */

void
roadmap_map_region_set_place (RoadmapMapRegion  *self,
                              const RoadmapRect *place,
                              double             head_room)
{
  double inset = GAP / 2.0 * get_unit (self);

  /* Alone, a head stands in the middle; above cells it is in line with those beside it. */
  if (self->cells->len == 0)
    self->head_top = (place->height - roadmap_map_head_get_height (self->head)) / 2 - inset;
  else
    self->head_top = PAD * get_unit (self) + head_room / 2;

  self->rect = (RoadmapRect) { place->x + inset, place->y + inset, place->width - 2 * inset, place->height - 2 * inset };
}

void
roadmap_map_cell_set_place (RoadmapMapRegion  *self,
                            RoadmapMapCell    *cell,
                            const RoadmapRect *place)
{
  Insets insets = get_insets (self, cell);

  cell->rect = (RoadmapRect) { place->x + insets.left, place->y + insets.top,
                               place->width - insets.left - insets.right, place->height - insets.top - insets.bottom };
}

/* Shapes */

static void
add_panel (RoadmapMapRegion *self,
           RoadmapScene     *scene,
           double            dx,
           double            dy)
{
  RoadmapShape panel = {
    .form = ROADMAP_FORM_BOX,
    .ink = self->pale ? ROADMAP_INK_BACKGROUND : ROADMAP_INK_NAME_TINT,
    .flags = self->pale ? ROADMAP_SHAPE_THIN : 0,
    .hue = self->hue,
    .rect = { self->rect.x + dx, self->rect.y + dy, self->rect.width, self->rect.height },
    .corner = CORNER * get_unit (self),
    .item = self->item,
  };

  roadmap_scene_add (scene, &panel);
}

static void
add_cell_group (RoadmapMapRegion *self,
                RoadmapMapCell   *cell,
                RoadmapScene     *scene,
                double            dx,
                double            dy)
{
  double unit = get_unit (self);
  RoadmapShape card = {
    .form = ROADMAP_FORM_BOX,
    .ink = ROADMAP_INK_BACKGROUND,
    .flags = ROADMAP_SHAPE_THIN,
    .hue = self->hue,
    .rect = { cell->rect.x + dx, cell->rect.y + dy, cell->rect.width, cell->rect.height },
    .corner = CELL_CORNER * unit,
    .item = cell->item,
  };
  double room = cell->rect.width - 2 * CELL_PAD_X * unit;
  double height;

  /* A layout with even lines may be narrower than the room for it. */
  room -= pango_layout_get_width (cell->text) / (double) PANGO_SCALE;
  roadmap_layout_get_size (cell->text, NULL, &height);
  roadmap_scene_begin_group (scene, cell->item, 0, 0);
  roadmap_scene_add (scene, &card);
  roadmap_scene_add_text (scene, cell->text, self->pale ? ROADMAP_INK_DIM_TEXT : ROADMAP_INK_TEXT, 0,
                          card.rect.x + CELL_PAD_X * unit + room / 2, card.rect.y + (card.rect.height - height) / 2);
  roadmap_scene_end_group (scene);
}

/* From the middle of a side to the middle of the opposite one where the cells stand beside or above each other; else
 * along first, then up or down. */
static RoadmapRect
get_arrow (const RoadmapRect *from,
           const RoadmapRect *to)
{
  double from_x = from->x + from->width / 2, to_x = to->x + to->width / 2;
  double from_y = from->y + from->height / 2, to_y = to->y + to->height / 2;
  double top = MAX (from->y, to->y), bottom = MIN (roadmap_rect_get_bottom (from), roadmap_rect_get_bottom (to));
  double left = MAX (from->x, to->x), right = MIN (roadmap_rect_get_right (from), roadmap_rect_get_right (to));

  if (top < bottom)
    {
      double begin = from_x < to_x ? roadmap_rect_get_right (from) : from->x;
      double end = from_x < to_x ? to->x : roadmap_rect_get_right (to);

      return (RoadmapRect) { begin, (top + bottom) / 2, end - begin, 0 };
    }
  if (left < right)
    {
      double begin = from_y < to_y ? roadmap_rect_get_bottom (from) : from->y;
      double end = from_y < to_y ? to->y : roadmap_rect_get_bottom (to);

      return (RoadmapRect) { (left + right) / 2, begin, 0, end - begin };
    }
  left = from_x < to_x ? roadmap_rect_get_right (from) : from->x;
  bottom = from_y < to_y ? to->y : roadmap_rect_get_bottom (to);
  return (RoadmapRect) { left, from_y, to_x - left, bottom - from_y };
}

/* Arrows lie on the panel, below the cards, and belong to the region. */
static void
add_arrows (RoadmapMapRegion *self,
            RoadmapScene     *scene,
            double            dx,
            double            dy)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (guint j = 0; j < self->cells->len; j++)
      {
        RoadmapMapCell *from = get_cell (self, i);
        RoadmapMapCell *to = get_cell (self, j);
        RoadmapShape arrow = { ROADMAP_FORM_CONNECTOR, ROADMAP_INK_HUE, .hue = self->hue };

        if (i == j || !g_ptr_array_find (from->next, to->item, NULL))
          continue;
        arrow.corner = ARROW_HEAD * get_unit (self);
        arrow.rect = get_arrow (&from->rect, &to->rect);
        arrow.rect.x += dx;
        arrow.rect.y += dy;
        roadmap_scene_add (scene, &arrow);
      }
}

void
roadmap_map_region_add (RoadmapMapRegion *self,
                        RoadmapScene     *scene,
                        double            dx,
                        double            dy)
{
  roadmap_scene_begin_group (scene, self->item, 0, 0);
  add_panel (self, scene, dx, dy);
  roadmap_map_head_add (self->head, scene, self->hue, self->pale, self->rect.x + dx + PAD * get_unit (self),
                        self->rect.y + dy + self->head_top);
  add_arrows (self, scene, dx, dy);
  roadmap_scene_end_group (scene);
  for (guint i = 0; i < self->cells->len; i++)
    add_cell_group (self, get_cell (self, i), scene, dx, dy);
}
