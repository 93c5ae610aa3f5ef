/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/layout-size.h"

static GQuark extents_quark (void);
G_DEFINE_QUARK (roadmap-extents, extents)

void
roadmap_layout_set_extents (PangoLayout          *layout,
                            const RoadmapExtents *extents)
{
  g_object_set_qdata_full (G_OBJECT (layout), extents_quark (), g_memdup2 (extents, sizeof *extents), g_free);
}

static const RoadmapExtents *
get_extents (PangoLayout *layout)
{
  return g_object_get_qdata (G_OBJECT (layout), extents_quark ());
}

/* Pango leaves the indent of the first line out of the size of a layout that does not wrap. */
static int
get_right_edge (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle line;
  int right = 0;

  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      right = MAX (right, line.x + line.width);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return right;
}

void
roadmap_layout_get_size (PangoLayout *layout,
                         double      *width,
                         double      *height)
{
  const RoadmapExtents *extents = get_extents (layout);
  PangoRectangle logical;

  if (extents != NULL)
    {
      if (width != NULL)
        *width = extents->right / (double) PANGO_SCALE;
      if (height != NULL)
        *height = extents->height / (double) PANGO_SCALE;
      return;
    }
  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (pango_layout_get_indent (layout) == 0 ? logical.x + logical.width : get_right_edge (layout)) /
             (double) PANGO_SCALE;
  if (height != NULL)
    *height = (logical.y + logical.height) / (double) PANGO_SCALE;
}

double
roadmap_layout_get_width (PangoLayout *layout)
{
  double width;

  roadmap_layout_get_size (layout, &width, NULL);
  return width;
}

double
roadmap_layout_get_height (PangoLayout *layout)
{
  double height;

  roadmap_layout_get_size (layout, NULL, &height);
  return height;
}

int
roadmap_layout_get_n_lines (PangoLayout *layout)
{
  const RoadmapExtents *extents = get_extents (layout);

  return extents != NULL ? extents->n_lines : pango_layout_get_line_count (layout);
}

double
roadmap_layout_get_baseline (PangoLayout *layout)
{
  const RoadmapExtents *extents = get_extents (layout);

  return (extents != NULL ? extents->baseline : pango_layout_get_baseline (layout)) / (double) PANGO_SCALE;
}

static double
find_longest_word (PangoLayout *layout)
{
  int n_attributes, index = 0, start = 0, longest = 0;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_char_extents (iter, &extents);
      if (index == 0 || attributes[index].is_line_break || extents.x < start)
        start = extents.x;
      if (!attributes[index].is_white)
        longest = MAX (longest, extents.x + extents.width - start);
      index++;
    }
  while (pango_layout_iter_next_char (iter) && index < n_attributes);
  pango_layout_iter_free (iter);
  return longest / (double) PANGO_SCALE;
}

double
roadmap_layout_get_longest_word (PangoLayout *layout)
{
  const RoadmapExtents *extents = get_extents (layout);

  if (extents != NULL)
    return extents->longest_word / (double) PANGO_SCALE;
  return pango_layout_get_width (layout) < 0 ? find_longest_word (layout) : -1;
}
