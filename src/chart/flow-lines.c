/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/flow-lines.h"

static const RoadmapFlowText *
get_text (GArray *texts,
          guint   index)
{
  return &g_array_index (texts, RoadmapFlowText, index);
}

/* Whether the line @index goes on in the text of the one before it, below it. */
static gboolean
is_below (GArray *placed,
          guint   index)
{
  const RoadmapFlowPlaced *above = &g_array_index (placed, RoadmapFlowPlaced, index - 1);
  const RoadmapFlowPlaced *below = &g_array_index (placed, RoadmapFlowPlaced, index);

  return above->line->text == below->line->text && above->line->index + 1 == below->line->index && above->x == below->x;
}

static void
add_marker (const RoadmapFlowText   *text,
            const RoadmapFlowPlaced *placed,
            RoadmapScene            *scene)
{
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ROADMAP_INK_TEXT,
    .item = text->item,
    .layout = text->marker,
    .tag = text->tag,
    .rect = { .x = placed->x + text->marker_x, .y = placed->y },
  };

  roadmap_layout_get_size (text->marker, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
  if (text->marker_target != NULL)
    roadmap_scene_add_link (scene, shape.rect, text->marker_target);
}

/* Adds the lines from @first up to @end, of one text and below each other. */
static void
add_piece (GArray       *texts,
           GArray       *placed,
           guint         first,
           guint         end,
           RoadmapScene *scene)
{
  const RoadmapFlowPlaced *top = &g_array_index (placed, RoadmapFlowPlaced, first);
  const RoadmapFlowPlaced *bottom = &g_array_index (placed, RoadmapFlowPlaced, end - 1);
  const RoadmapFlowText *text = get_text (texts, top->line->text);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT,
    .ink = ROADMAP_INK_TEXT,
    .item = text->item,
    .layout = text->layout,
    .tag = text->tag,
    .rect = { top->x + text->x, top->y, 0, bottom->y + bottom->line->height - top->y },
  };

  if ((int) (end - first) < roadmap_layout_get_n_lines (text->layout))
    {
      shape.first_line = top->line->index;
      shape.n_lines = end - first;
    }
  roadmap_layout_get_size (text->layout, &shape.rect.width, NULL);
  if (text->marker != NULL && top->line->index == 0)
    add_marker (text, top, scene);
  roadmap_scene_add (scene, &shape);
  if (text->words != NULL)
    roadmap_linked_text_add (text->words, scene, &shape);
}

void
roadmap_flow_add_placed (GArray       *texts,
                         GArray       *placed,
                         RoadmapScene *scene)
{
  RoadmapItem *item = NULL;
  guint end;

  for (guint first = 0; first < placed->len; first = end)
    {
      const RoadmapFlowText *text = get_text (texts, g_array_index (placed, RoadmapFlowPlaced, first).line->text);

      for (end = first + 1; end < placed->len; end++)
        if (!is_below (placed, end))
          break;
      if (text->item != item)
        {
          if (item != NULL)
            roadmap_scene_end_group (scene);
          item = text->item;
          roadmap_scene_begin_group (scene, item, 0, roadmap_scene_get_n_groups (scene) + 1);
        }
      add_piece (texts, placed, first, end, scene);
    }
  if (item != NULL)
    roadmap_scene_end_group (scene);
}
