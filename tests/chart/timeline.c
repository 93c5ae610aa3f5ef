/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "timeline.h"

#include "chart/swimlane-sheet.h"

struct _Timeline
{
  RoadmapSheet *sheet;
  GArray       *rows; /* RoadmapSwimlaneRow */
  RoadmapScene *names;
  RoadmapScene *body;
};

/* Adds a row's scene at @y, its groups in the lane @lane and in lines from @line on; returns how many lines it has. */
static guint
add_scene (RoadmapScene *target,
           RoadmapScene *scene,
           double        y,
           guint         lane,
           guint         line)
{
  guint next = 0, n_lines = 0;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (scene); i++)
    {
      gboolean is_left = next < roadmap_scene_get_n_groups (scene);
      const RoadmapGroup *group = is_left ? roadmap_scene_get_group (scene, next) : NULL;
      RoadmapShape shape = *roadmap_scene_get_shape (scene, i);

      if (group != NULL && i == group->first)
        roadmap_scene_begin_group (target, group->item, lane, line + group->line);
      shape.rect.y += y;
      roadmap_scene_add (target, &shape);
      if (group == NULL || i + 1 != group->first + group->n_shapes)
        continue;
      roadmap_scene_end_group (target);
      n_lines = MAX (n_lines, group->line + 1);
      next++;
    }
  roadmap_scene_extend (target, roadmap_scene_get_width (scene), y + roadmap_scene_get_height (scene));
  return n_lines;
}

Timeline *
timeline_new (const RoadmapSwimlaneOptions *options)
{
  Timeline *self = g_new0 (Timeline, 1);
  guint line = 0;

  self->sheet = roadmap_swimlane_sheet_new (options);
  self->rows = roadmap_swimlane_options_list_rows (options);
  self->names = roadmap_scene_new ();
  self->body = roadmap_scene_new ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      RoadmapSwimlaneRow *row = &g_array_index (self->rows, RoadmapSwimlaneRow, i);

      roadmap_sheet_get_body (self->sheet, i);
      row->y = roadmap_sheet_get_row_y (self->sheet, i);
      row->height = roadmap_sheet_get_row_height (self->sheet, i);
      add_scene (self->names, roadmap_sheet_get_names (self->sheet, i), row->y, i, i);
      line += add_scene (self->body, roadmap_sheet_get_body (self->sheet, i), row->y, i, line);
    }
  return self;
}

void
timeline_free (Timeline *self)
{
  g_clear_pointer (&self->names, roadmap_scene_unref);
  g_clear_pointer (&self->body, roadmap_scene_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->sheet);
  g_free (self);
}

RoadmapScene *
timeline_get_corner (Timeline *self)
{
  return roadmap_sheet_get_corner (self->sheet);
}

RoadmapScene *
timeline_get_years (Timeline *self)
{
  return roadmap_sheet_get_head (self->sheet);
}

RoadmapScene *
timeline_get_names (Timeline *self)
{
  return self->names;
}

RoadmapScene *
timeline_get_body (Timeline *self)
{
  return self->body;
}

guint
timeline_get_n_rows (Timeline *self)
{
  return self->rows->len;
}

const RoadmapSwimlaneRow *
timeline_get_row (Timeline *self,
                  guint     index)
{
  g_assert_cmpuint (index, <, self->rows->len);

  return &g_array_index (self->rows, RoadmapSwimlaneRow, index);
}

const RoadmapSwimlaneRow *
timeline_find_row (Timeline *self,
                   double    y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoadmapSwimlaneRow *row = timeline_get_row (self, i);

      if (y >= row->y && y < row->y + row->height)
        return row;
    }
  return NULL;
}
