/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-layout.h"

#include "chart/swimlane-head.h"
#include "chart/swimlane-part.h"

struct _RoadmapSwimlane
{
  RoadmapSwimlaneOptions *options;
  RoadmapUnit             unit;
  GPtrArray              *rows;    /* RoadmapSwimlaneEntry */
  GArray                 *breaks;  /* double */
  double                  height;  /* of names and body */
  RoadmapScene           *corner;
  RoadmapScene           *years;
  RoadmapScene           *names;
  RoadmapScene           *body;
};

static RoadmapSwimlaneEntry *
get_row (RoadmapSwimlane *self,
         guint            index)
{
  return g_ptr_array_index (self->rows, index);
}

/* Rows */

/* Adds a row below the last, as high as its name and bars need. */
static void
add_row (RoadmapSwimlane          *self,
         const RoadmapSwimlaneRow *row)
{
  RoadmapSwimlaneEntry *last = self->rows->len > 0 ? get_row (self, self->rows->len - 1) : NULL;
  RoadmapSwimlaneEntry *entry = roadmap_swimlane_entry_new (self->options, row);

  entry->row.y = self->height;
  entry->first_line = last != NULL ? last->first_line + roadmap_swimlane_entry_get_n_lines (last) : 0;
  g_ptr_array_add (self->rows, entry);
  self->height += entry->row.height;
}

static void
add_rows (RoadmapSwimlane *self)
{
  g_autoptr (GArray) rows = roadmap_swimlane_options_list_rows (self->options);

  for (guint i = 0; i < rows->len; i++)
    add_row (self, &g_array_index (rows, RoadmapSwimlaneRow, i));
}

/* Breaks */

static void
add_break (RoadmapSwimlane *self,
           double           y)
{
  g_array_append_val (self->breaks, y);
}

/* Between lines, where both parts of the row have room for its name. */
static void
add_breaks_inside (RoadmapSwimlane            *self,
                   const RoadmapSwimlaneEntry *entry)
{
  double between = roadmap_bar_metrics (self->options->measure).between;
  double height = roadmap_swimlane_entry_get_name_height (entry, self->options);

  for (guint i = 1; i < roadmap_swimlane_entry_get_n_lines (entry); i++)
    {
      double y = g_array_index (entry->bars->lines, RoadmapLine, i).y - between / 2;

      if (y >= height && entry->row.height - y >= height)
        add_break (self, entry->row.y + y);
    }
}

/* Whether the row is only a heading for the next. */
static gboolean
keeps_with_next (RoadmapSwimlane *self,
                 guint            index)
{
  const RoadmapSwimlaneEntry *entry = get_row (self, index);

  if (index + 1 == self->rows->len)
    return FALSE;
  if (roadmap_swimlane_entry_get_n_lines (entry) > 0)
    return FALSE;
  return entry->row.band || get_row (self, index + 1)->row.depth > entry->row.depth;
}

static void
find_breaks (RoadmapSwimlane *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_row (self, i);

      add_breaks_inside (self, entry);
      if (!keeps_with_next (self, i))
        add_break (self, roadmap_swimlane_entry_get_end (entry));
    }
}

/* The scenes */

static RoadmapSwimlanePart
get_part (RoadmapSwimlane *self,
          RoadmapScene    *scene,
          double           x,
          double           y,
          double           from,
          double           to)
{
  return (RoadmapSwimlanePart) { self->options, self->rows, self->unit, scene, x, y, from, to };
}

static void
create_scenes (RoadmapSwimlane *self)
{
  RoadmapSwimlanePart names, body;

  self->years = roadmap_swimlane_create_years (self->options, self->unit);
  self->corner = roadmap_swimlane_create_corner (self->options, roadmap_scene_get_height (self->years));

  self->names = roadmap_scene_new ();
  roadmap_scene_extend (self->names, self->options->name_width, self->height);
  names = get_part (self, self->names, 0, 0, 0, self->height);
  roadmap_swimlane_part_add_names (&names);

  self->body = roadmap_scene_new ();
  roadmap_scene_extend (self->body, roadmap_axis_get_width (&self->options->axis), self->height);
  body = get_part (self, self->body, 0, 0, 0, self->height);
  roadmap_swimlane_part_add_body (&body);
}

RoadmapSwimlane *
roadmap_swimlane_new (const RoadmapSwimlaneOptions *options)
{
  RoadmapSwimlane *self = g_rc_box_new0 (RoadmapSwimlane);

  self->options = roadmap_swimlane_options_copy (options);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_swimlane_entry_free);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  self->unit = roadmap_swimlane_choose_unit (options);
  add_rows (self);
  find_breaks (self);
  create_scenes (self);
  return self;
}

RoadmapSwimlane *
roadmap_swimlane_ref (RoadmapSwimlane *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapSwimlane *self = data;

  g_clear_pointer (&self->corner, roadmap_scene_unref);
  g_clear_pointer (&self->years, roadmap_scene_unref);
  g_clear_pointer (&self->names, roadmap_scene_unref);
  g_clear_pointer (&self->body, roadmap_scene_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  roadmap_swimlane_options_free (self->options);
}

void
roadmap_swimlane_unref (RoadmapSwimlane *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

RoadmapScene *
roadmap_swimlane_get_corner (RoadmapSwimlane *self)
{
  return self->corner;
}

RoadmapScene *
roadmap_swimlane_get_years (RoadmapSwimlane *self)
{
  return self->years;
}

RoadmapScene *
roadmap_swimlane_get_names (RoadmapSwimlane *self)
{
  return self->names;
}

RoadmapScene *
roadmap_swimlane_get_body (RoadmapSwimlane *self)
{
  return self->body;
}

const RoadmapAxis *
roadmap_swimlane_get_axis (RoadmapSwimlane *self)
{
  return &self->options->axis;
}

RoadmapUnit
roadmap_swimlane_get_unit (RoadmapSwimlane *self)
{
  return self->unit;
}

guint
roadmap_swimlane_get_n_rows (RoadmapSwimlane *self)
{
  return self->rows->len;
}

const RoadmapSwimlaneRow *
roadmap_swimlane_get_row (RoadmapSwimlane *self,
                          guint            index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &get_row (self, index)->row;
}

const RoadmapSwimlaneRow *
roadmap_swimlane_find_row (RoadmapSwimlane *self,
                           double           y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoadmapSwimlaneEntry *entry = get_row (self, i);

      if (y >= entry->row.y && y < roadmap_swimlane_entry_get_end (entry))
        return &entry->row;
    }
  return NULL;
}

const double *
roadmap_swimlane_get_breaks (RoadmapSwimlane *self,
                             guint           *n_breaks)
{
  *n_breaks = self->breaks->len;
  return (const double *) (gconstpointer) self->breaks->data;
}

void
roadmap_swimlane_add_head (RoadmapSwimlane *self,
                           RoadmapScene    *scene,
                           double           x,
                           double           y)
{
  roadmap_scene_add_scene (scene, self->corner, x, y);
  roadmap_scene_add_scene (scene, self->years, x + self->options->name_width, y);
}

void
roadmap_swimlane_add_rows (RoadmapSwimlane *self,
                           RoadmapScene    *scene,
                           double           x,
                           double           y,
                           double           from,
                           double           to)
{
  RoadmapSwimlanePart names = get_part (self, scene, x, y, from, to);
  RoadmapSwimlanePart body = get_part (self, scene, x + self->options->name_width, y, from, to);

  roadmap_swimlane_part_add_names (&names);
  roadmap_swimlane_part_add_body (&body);
}
