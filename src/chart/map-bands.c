/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* The names of bands; the other half of map-frame.h. */
#include "chart/map-frame.h"

#include "chart/style.h"

#include <math.h>

#define CORNER 6 /* in units */

/* The names of bands are broken where they are longer, in ems. */
#define LONG_BAND 24
/* In wrapping, Pango counts the space behind the last letter too. */
#define SLACK 0.5
/* How much longer than its share a line may be to hold whole words. */
#define EVEN 3

static const RoadmapTextStyle band_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };

static GPtrArray *
list_bands (RoadmapMapDraft *draft)
{
  return roadmap_list (draft->options->roadmap, draft->options->map, "band");
}

static gboolean
has_wide_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The name of a band along its side, wrapped at @length: upright letters if they can stand so. */
static PangoLayout *
lay_out_side (RoadmapMapDraft *draft,
              RoadmapItem     *band,
              double           length)
{
  const char *title = roadmap_item_get_in (band, "title", draft->options->language);
  RoadmapTextStyle style = band_style;

  if (title != NULL && has_wide_letters (title))
    style.flags |= ROADMAP_TEXT_VERTICAL;
  return roadmap_map_lay_out_field (draft, band, "title", style, length);
}

/* How long the side of a band must be for its name, in one line or two. */
static double
get_side_length (RoadmapMapDraft *draft,
                 RoadmapItem     *band)
{
  double em = roadmap_measure_get_em (draft->options->measure, band_style.size);
  g_autoptr (PangoLayout) line = lay_out_side (draft, band, ROADMAP_UNWRAPPED);
  double length;

  roadmap_layout_get_size (line, &length, NULL);
  length += SLACK * em;
  return ceil (length <= LONG_BAND * em ? length : MAX (length / 2 + 3 * em, LONG_BAND * em));
}

double
roadmap_map_get_sides_width (RoadmapMapDraft *draft)
{
  g_autoptr (GPtrArray) bands = list_bands (draft);
  double width = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      RoadmapItem *band = g_ptr_array_index (bands, i);
      g_autoptr (PangoLayout) text = lay_out_side (draft, band, get_side_length (draft, band));

      width = MAX (width, roadmap_map_get_text_height (text));
    }
  return width > 0 ? ceil (width) + 2 * ROADMAP_MAP_PLATE_PAD * draft->unit : 0;
}

/* The rows of the grid from the first region of a band to its last; FALSE if it has no region. */
static gboolean
find_rows (RoadmapMapBlock *block,
           RoadmapItem     *band,
           double          *from,
           double          *to)
{
  *from = G_MAXDOUBLE;
  *to = 0;
  for (guint i = 0; i < block->regions->len; i++)
    {
      const RoadmapMapRegion *region = g_ptr_array_index (block->regions, i);

      if (roadmap_item_get_parent (region->item) != band)
        continue;
      *from = MIN (*from, region->grid.y);
      *to = MAX (*to, region->grid.y + region->grid.height);
    }
  return *from < *to;
}

void
roadmap_map_add_side_lengths (RoadmapMapDraft *draft,
                              RoadmapMapBlock *block)
{
  g_autoptr (GPtrArray) bands = list_bands (draft);

  for (guint i = 0; i < bands->len; i++)
    {
      RoadmapItem *band = g_ptr_array_index (bands, i);
      double from, to;

      if (find_rows (block, band, &from, &to))
        roadmap_map_grid_add (block->rows, from, to, get_side_length (draft, band) +
                              (ROADMAP_MAP_GAP + 2 * ROADMAP_MAP_PLATE_PAD) * draft->unit);
    }
}

static void
add_plate (RoadmapMapDraft   *draft,
           RoadmapItem       *item,
           const RoadmapRect *rect)
{
  RoadmapShape plate = {
    .form = ROADMAP_FORM_BOX,
    .ink = ROADMAP_INK_PANEL,
    .flags = ROADMAP_SHAPE_THIN,
    .hue = roadmap_item_get_hue (item),
    .rect = *rect,
    .corner = CORNER * draft->unit,
  };

  roadmap_scene_add (draft->scene, &plate);
}

/* At most @length long; where it takes several lines, they are about as long as each other. */
static PangoLayout *
lay_out_even_side (RoadmapMapDraft *draft,
                   RoadmapItem     *band,
                   double           length)
{
  double em = roadmap_measure_get_em (draft->options->measure, band_style.size);
  g_autoptr (PangoLayout) line = lay_out_side (draft, band, ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) text = lay_out_side (draft, band, length);
  g_autoptr (PangoLayout) even = NULL;
  int n_lines = roadmap_layout_get_n_lines (text);
  double all;

  roadmap_layout_get_size (line, &all, NULL);
  even = lay_out_side (draft, band, MIN (length, all / n_lines + EVEN * em));
  if (n_lines > 1 && roadmap_layout_get_n_lines (even) == n_lines)
    return g_steal_pointer (&even);
  return g_steal_pointer (&text);
}

/* The layout centres its lines in its width, which runs from the upper end if it is vertical, else from the lower. */
static void
add_side (RoadmapMapDraft   *draft,
          RoadmapItem       *band,
          const RoadmapRect *rect)
{
  double room = rect->height - 2 * ROADMAP_MAP_PLATE_PAD * draft->unit;
  g_autoptr (PangoLayout) text = lay_out_even_side (draft, band, room);
  gboolean vertical = PANGO_GRAVITY_IS_VERTICAL (pango_context_get_gravity (pango_layout_get_context (text)));
  double margin = (rect->height - pango_layout_get_width (text) / (double) PANGO_SCALE) / 2;
  RoadmapShape shape = { ROADMAP_FORM_TEXT, ROADMAP_INK_TEXT, .layout = text };
  double length, thickness;

  roadmap_layout_get_size (text, &length, &thickness);
  shape.flags = vertical ? ROADMAP_SHAPE_VERTICAL : ROADMAP_SHAPE_UPWARDS;
  shape.rect = (RoadmapRect) { rect->x + (rect->width - thickness) / 2,
                               vertical ? rect->y + margin : rect->y + rect->height - margin - length, thickness, length };
  add_plate (draft, band, rect);
  roadmap_scene_add (draft->scene, &shape);
}

void
roadmap_map_add_sides (RoadmapMapDraft *draft,
                       RoadmapMapBlock *block,
                       double           width)
{
  g_autoptr (GPtrArray) bands = list_bands (draft);
  double gap = ROADMAP_MAP_GAP * draft->unit;

  for (guint i = 0; i < bands->len; i++)
    {
      double from, to, y;
      RoadmapRect rect;

      if (!find_rows (block, g_ptr_array_index (bands, i), &from, &to))
        continue;
      y = roadmap_map_grid_get (block->rows, from);
      rect = (RoadmapRect) { ROADMAP_MAP_MARGIN * draft->unit, draft->y + y + gap / 2, width,
                             roadmap_map_grid_get (block->rows, to) - y - gap };
      add_side (draft, g_ptr_array_index (bands, i), &rect);
    }
}

void
roadmap_map_add_band_title (RoadmapMapDraft *draft,
                            RoadmapItem     *band)
{
  double pad = ROADMAP_MAP_PLATE_PAD * draft->unit;
  g_autoptr (PangoLayout) title = NULL;
  RoadmapRect rect = { ROADMAP_MAP_MARGIN * draft->unit, draft->y, draft->width, 2 * pad };

  title = roadmap_map_lay_out_field (draft, band, "title", band_style, draft->width - 4 * pad);
  rect.height += roadmap_map_get_text_height (title);
  add_plate (draft, band, &rect);
  roadmap_scene_add_text (draft->scene, title, ROADMAP_INK_TEXT, 0, rect.x + 2 * pad, rect.y + pad);
  draft->y += rect.height + ROADMAP_MAP_GAP / 2.0 * draft->unit;
}
