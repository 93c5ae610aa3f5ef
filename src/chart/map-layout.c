/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/map-layout.h"

#include "chart/bar-place.h"
#include "chart/map-frame.h"
#include "chart/map-move.h"

#include <math.h>

/* Narrower than so many ems the map is a list; also where its texts need more. */
#define MIN_MAP 44

/* Narrower than so many ems a list does not become. */
#define MIN_LIST 16

/* Filling a high view, a map becomes no higher than so many times its width. */
#define MAX_ASPECT 0.8

/* Rounding: a height that is to be filled is, and no more. */
#define NEAR 0.01

struct _RoadmapMapLayout
{
  RoadmapSheet  parent_instance;

  RoadmapScene *scene;
  gboolean      is_list;
};

G_DEFINE_FINAL_TYPE (RoadmapMapLayout, roadmap_map_layout, ROADMAP_TYPE_SHEET)

static GPtrArray *
create_regions (const RoadmapMapOptions *options,
                RoadmapItem             *top,
                gboolean                 with_columns)
{
  g_autoptr (GPtrArray) items = roadmap_list (options->roadmap, top, "region");
  GPtrArray *regions = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_map_region_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (regions, roadmap_map_region_new (options, g_ptr_array_index (items, i), with_columns));
  return regions;
}

/* How much of the height that is to be filled is left, above the notes. */
static double
get_room_below (RoadmapMapDraft *draft,
                GPtrArray       *regions)
{
  g_autoptr (RoadmapScene) scratch = roadmap_scene_new ();
  RoadmapMapDraft notes = { draft->options, scratch, draft->unit, draft->width, 0 };
  double full = MIN (draft->options->height, MAX_ASPECT * draft->options->width);

  roadmap_map_add_notes (&notes, regions);
  return full - draft->y - notes.y - ROADMAP_MAP_MARGIN * draft->unit;
}

/* FALSE, with nothing drawn, if the map needs more than its width or is not drawn on a grid at all. */
static gboolean
add_map (RoadmapMapDraft *draft,
         RoadmapMapFit    fit)
{
  g_autoptr (GPtrArray) regions = create_regions (draft->options, draft->options->map, FALSE);
  g_autoptr (RoadmapMapBlock) block = roadmap_map_block_new (regions, fit);
  double gap = ROADMAP_MAP_GAP * draft->unit;
  double sides = roadmap_map_get_sides_width (draft);
  /* A block leaves half a gap around its regions. */
  double left = ROADMAP_MAP_MARGIN * draft->unit + (sides > 0 ? sides + gap / 2 : -gap / 2);
  double right = ROADMAP_MAP_MARGIN * draft->unit + draft->width + gap / 2;
  double height;

  if (!roadmap_map_block_is_drawn (block))
    return FALSE;
  roadmap_map_add_column_widths (draft, block);
  if (roadmap_map_block_set_width (block, right - left) > right - left + 0.5)
    return FALSE;

  roadmap_map_add_title (draft, TRUE);
  roadmap_map_add_columns (draft, block, left);
  roadmap_map_add_side_lengths (draft, block);
  height = roadmap_map_block_set_height (block, get_room_below (draft, regions));
  roadmap_map_add_sides (draft, block, sides);
  roadmap_map_block_add (block, draft->scene, left, draft->y);
  draft->y += height;
  roadmap_map_add_notes (draft, regions);
  return TRUE;
}

/* One region over the whole width, its cells as they stand on the map if they can. */
static void
add_listed_region (RoadmapMapDraft  *draft,
                   RoadmapMapRegion *region)
{
  double gap = ROADMAP_MAP_GAP * draft->unit;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (RoadmapMapBlock) block = NULL;
  double height;

  g_ptr_array_add (one, region);
  block = roadmap_map_block_new (one, ROADMAP_MAP_CLOSE);
  if (!roadmap_map_block_is_drawn (block) || roadmap_map_block_set_width (block, draft->width + gap) > draft->width + gap)
    {
      roadmap_map_region_make_list (region);
      g_clear_pointer (&block, roadmap_map_block_free);
      block = roadmap_map_block_new (one, ROADMAP_MAP_TIGHT);
      roadmap_map_block_set_width (block, draft->width + gap);
    }
  height = roadmap_map_block_set_height (block, 0);
  roadmap_map_block_add (block, draft->scene, ROADMAP_MAP_MARGIN * draft->unit - gap / 2, draft->y);
  draft->y += height;
}

static void
add_list (RoadmapMapDraft *draft)
{
  const RoadmapMapOptions *options = draft->options;
  g_autoptr (GPtrArray) bands = roadmap_list (options->roadmap, options->map, "band");
  g_autoptr (GPtrArray) all = create_regions (options, options->map, FALSE);

  roadmap_map_add_title (draft, FALSE);
  for (guint i = 0; i < bands->len; i++)
    {
      g_autoptr (GPtrArray) regions = create_regions (options, g_ptr_array_index (bands, i), TRUE);

      if (regions->len == 0)
        continue;
      roadmap_map_add_band_title (draft, g_ptr_array_index (bands, i));
      for (guint j = 0; j < regions->len; j++)
        add_listed_region (draft, g_ptr_array_index (regions, j));
      draft->y += ROADMAP_MAP_GAP / 2.0 * draft->unit;
    }
  roadmap_map_add_notes (draft, all);
}

static void
draw (RoadmapMapLayout        *self,
      const RoadmapMapOptions *options)
{
  double em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY);
  gboolean is_wide = options->width >= MIN_MAP * em && !options->listed;
  RoadmapMapDraft draft = { .options = options, .scene = self->scene };

  draft.unit = roadmap_bar_metrics (options->measure).unit;
  draft.width = MAX (options->width, MIN_LIST * em) - 2 * ROADMAP_MAP_MARGIN * draft.unit;
  draft.y = ROADMAP_MAP_MARGIN * draft.unit;
  self->is_list = TRUE;
  for (RoadmapMapFit fit = 0; fit < ROADMAP_MAP_N_FITS && self->is_list && is_wide; fit++)
    self->is_list = !add_map (&draft, fit);
  if (self->is_list)
    add_list (&draft);
  roadmap_scene_extend (self->scene, draft.width + 2 * ROADMAP_MAP_MARGIN * draft.unit,
                        ceil (draft.y + ROADMAP_MAP_MARGIN * draft.unit - NEAR));
}

static void
roadmap_map_layout_lay_out (RoadmapSheet *sheet,
                            guint         index,
                            RoadmapScene *names,
                            RoadmapScene *body)
{
  RoadmapMapLayout *self = ROADMAP_MAP_LAYOUT (sheet);

  roadmap_scene_add_scene (body, self->scene, 0, 0);
  roadmap_scene_extend (body, roadmap_scene_get_width (self->scene), roadmap_scene_get_height (self->scene));
}

static gboolean
roadmap_map_layout_move (RoadmapSheet            *sheet,
                         const RoadmapSheetPlace *from,
                         RoadmapDirection         direction,
                         RoadmapSheetPlace       *to)
{
  *to = *from;
  to->group = roadmap_map_move (roadmap_sheet_get_body (sheet, from->row), from->group, direction);
  return to->group != NULL;
}

static void
roadmap_map_layout_finalize (GObject *object)
{
  RoadmapMapLayout *self = ROADMAP_MAP_LAYOUT (object);

  roadmap_scene_unref (self->scene);

  G_OBJECT_CLASS (roadmap_map_layout_parent_class)->finalize (object);
}

static void
roadmap_map_layout_class_init (RoadmapMapLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_map_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_map_layout_lay_out;
  ROADMAP_SHEET_CLASS (klass)->move = roadmap_map_layout_move;
}

static void
roadmap_map_layout_init (RoadmapMapLayout *self)
{
  self->scene = roadmap_scene_new ();
}

RoadmapSheet *
roadmap_map_layout_new (const RoadmapMapOptions *options)
{
  RoadmapMapLayout *self = g_object_new (ROADMAP_TYPE_MAP_LAYOUT, NULL);
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  /* A row is one piece, and so is its width: all is drawn at once. */
  draw (self, options);
  roadmap_sheet_set_widths (sheet, 0, roadmap_scene_get_width (self->scene));
  roadmap_sheet_add_row (sheet, options->map, roadmap_scene_get_height (self->scene));
  return sheet;
}

gboolean
roadmap_map_layout_is_list (RoadmapMapLayout *self)
{
  return self->is_list;
}
