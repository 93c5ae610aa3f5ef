/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-rows.h"

#include "chart/scene-band.h"
#include "chart/scene-slice.h"

static RoadmapSlice
get_slice (const RoadmapPageRows *self,
           RoadmapSheet          *sheet,
           guint                  row)
{
  RoadmapSlice slice = { .shown = -1, .most = self->most };

  roadmap_sheet_get_body (sheet, row);
  slice.to = roadmap_sheet_get_row_height (sheet, row);
  if (row == self->row)
    {
      slice.from = self->from;
      slice.shown = self->shown;
    }
  if (row == self->last)
    slice.to = MIN (slice.to, self->to);
  slice.height = slice.to - slice.from;
  return slice;
}

static gboolean
is_whole (const RoadmapSlice *slice,
          RoadmapSheet       *sheet,
          guint               row)
{
  return slice->from == 0 && slice->to == roadmap_sheet_get_row_height (sheet, row);
}

RoadmapScene *
roadmap_page_rows_create_names (const RoadmapPageRows *self,
                                RoadmapSheet          *sheet,
                                guint                  row)
{
  RoadmapSlice slice = get_slice (self, sheet, row);
  RoadmapSheetPiece piece = { slice.from, slice.to, row == self->row };
  RoadmapScene *names = NULL;

  if (!is_whole (&slice, sheet, row) || piece.on_top)
    names = roadmap_sheet_create_names (sheet, row, &piece);
  if (names != NULL)
    return names;
  if (is_whole (&slice, sheet, row))
    return roadmap_scene_ref (roadmap_sheet_get_names (sheet, row));
  names = roadmap_scene_new ();
  roadmap_slice_add_names (&slice, roadmap_sheet_get_names (sheet, row), names);
  return names;
}

static double
get_height (const RoadmapSlice *slice,
            RoadmapScene       *names)
{
  return MAX (slice->to - slice->from, roadmap_scene_get_height (names));
}

double
roadmap_page_rows_get_height (const RoadmapPageRows *self,
                              RoadmapSheet          *sheet,
                              guint                  row)
{
  RoadmapSlice slice = get_slice (self, sheet, row);
  g_autoptr (RoadmapScene) names = roadmap_page_rows_create_names (self, sheet, row);

  return get_height (&slice, names);
}

static void
add_body (const RoadmapPageRows *self,
          RoadmapSheet          *sheet,
          guint                  row,
          const RoadmapSlice    *slice,
          RoadmapScene          *scene,
          double                 x,
          double                 y)
{
  if (is_whole (slice, sheet, row))
    roadmap_scene_add_scene (scene, roadmap_sheet_get_body (sheet, row), x, y);
  else
    roadmap_slice_add (slice, roadmap_sheet_get_body (sheet, row), scene, x, y);
}

static double
add_row (const RoadmapPageRows *self,
         RoadmapSheet          *sheet,
         guint                  row,
         RoadmapScene          *scene,
         double                 x,
         double                 y)
{
  RoadmapSlice slice = get_slice (self, sheet, row);
  g_autoptr (RoadmapScene) names = roadmap_page_rows_create_names (self, sheet, row);

  slice.height = get_height (&slice, names);
  roadmap_scene_add_scene (scene, names, x, y);
  x += roadmap_sheet_get_names_width (sheet);
  if (self->band.to <= self->band.from)
    add_body (self, sheet, row, &slice, scene, x, y);
  else
    {
      g_autoptr (RoadmapScene) all = roadmap_scene_new ();

      add_body (self, sheet, row, &slice, all, 0, 0);
      roadmap_band_add (all, &self->band, scene, x, y);
    }
  return slice.height;
}

double
roadmap_page_rows_add (const RoadmapPageRows *self,
                       RoadmapSheet          *sheet,
                       RoadmapScene          *scene,
                       double                 x,
                       double                 y)
{
  double top = y;

  for (guint row = self->row; row <= self->last && row < roadmap_sheet_get_n_rows (sheet); row++)
    y += add_row (self, sheet, row, scene, x, y);
  return y - top;
}

void
roadmap_page_rows_forget (const RoadmapPageRows *self,
                          RoadmapSheet          *sheet)
{
  for (guint row = self->row; row <= self->last && row < roadmap_sheet_get_n_rows (sheet); row++)
    if (row < self->last || self->to >= roadmap_sheet_get_row_height (sheet, row))
      roadmap_sheet_forget_row (sheet, row);
}
