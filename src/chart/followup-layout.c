/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/followup-layout.h"

#include "chart/followup-row.h"

struct _RoadmapFollowupSheet
{
  RoadmapSheet           parent_instance;

  RoadmapFollowupOptions options; /* its pointers are owned, but for show_data */
  GDate                  today;
  RoadmapFollowupTable   table;
  GPtrArray             *rows;    /* Row */
};

G_DEFINE_FINAL_TYPE (RoadmapFollowupSheet, roadmap_followup_sheet, ROADMAP_TYPE_SHEET)

/* A row of the sheet. */
typedef struct
{
  RoadmapItem              *top;
  const RoadmapFollowupRow *row;  /* NULL: the band of a further stage or lane */
  GPtrArray                *kept; /* (nullable): the rows of the stage or lane, of which this is the last; owned */
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->kept, g_ptr_array_unref);
  g_free (row);
}

static void
roadmap_followup_sheet_lay_out (RoadmapSheet *sheet,
                                guint         index,
                                RoadmapScene *names,
                                RoadmapScene *body)
{
  RoadmapFollowupSheet *self = ROADMAP_FOLLOWUP_SHEET (sheet);
  const Row *row = g_ptr_array_index (self->rows, index);

  if (row->row == NULL)
    roadmap_followup_table_add_heads (&self->table, row->top, roadmap_sheet_get_head_height (sheet), body);
  else
    roadmap_followup_table_add_row (&self->table, row->top, row->row, body);
  roadmap_scene_extend (names, 0, roadmap_scene_get_height (body));
}

/* Names again on a further page */

/* What stands in the column of names at @y or below it is nearest to @y; G_MAXDOUBLE if nothing does. */
static double
find_next_name (RoadmapFollowupSheet *self,
                RoadmapScene         *body,
                double                y)
{
  double next = G_MAXDOUBLE;

  for (guint i = 0; i < roadmap_scene_get_n_shapes (body); i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (body, i);

      if (shape->layout != NULL && shape->rect.x < self->table.x[ROADMAP_FOLLOWUP_PROGRESS] &&
          roadmap_rect_get_bottom (&shape->rect) > y)
        next = MIN (next, shape->rect.y);
    }
  return next;
}

/* The measure or bar whose records go on at @y, or NULL. */
static RoadmapItem *
find_continued (RoadmapScene *body,
                double        y)
{
  RoadmapItem *item = NULL;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);

      if (group->lane == ROADMAP_FOLLOWUP_NAME && group->line > 0 && group->bounds.y < y)
        item = group->item;
    }
  return item;
}

static gboolean
roadmap_followup_sheet_lay_out_names (RoadmapSheet            *sheet,
                                      guint                    index,
                                      const RoadmapSheetPiece *piece,
                                      RoadmapScene            *names)
{
  RoadmapFollowupSheet *self = ROADMAP_FOLLOWUP_SHEET (sheet);
  RoadmapScene *body = roadmap_sheet_get_body (sheet, index);
  RoadmapItem *item = piece->from > 0 ? find_continued (body, piece->from) : NULL;
  double height = piece->to - piece->from;
  double next;

  if (item == NULL)
    return FALSE;
  next = find_next_name (self, body, piece->from) - piece->from;
  roadmap_scene_extend (names, 0, height);
  roadmap_followup_table_add_continued (&self->table, item, MIN (next, height), names);
  return TRUE;
}

/* Rows */

static Row *
add_row (RoadmapFollowupSheet     *self,
         RoadmapItem              *top,
         const RoadmapFollowupRow *followup_row,
         RoadmapItem              *item,
         double                    ems)
{
  Row *row = g_new0 (Row, 1);

  row->top = top;
  row->row = followup_row;
  g_ptr_array_add (self->rows, row);
  roadmap_sheet_add_row (ROADMAP_SHEET (self), item, ems * self->table.em);
  return row;
}

/* A measure is found in its row with its bars; of what is repeated there, in the row where it stands. */
static Row *
add_followup_row (RoadmapFollowupSheet     *self,
                  RoadmapItem              *top,
                  const RoadmapFollowupRow *followup_row)
{
  Row *row = add_row (self, top, followup_row, NULL, 2 + 4 * followup_row->entries->len);

  if (followup_row->around != NULL)
    roadmap_sheet_add_to_row (ROADMAP_SHEET (self), self->rows->len - 1, followup_row->around);
  for (guint i = 0; i < followup_row->entries->len; i++)
    {
      const RoadmapFollowupEntry *entry = &g_array_index (followup_row->entries, RoadmapFollowupEntry, i);

      if (!entry->repeated)
        roadmap_sheet_add_to_row (ROADMAP_SHEET (self), self->rows->len - 1, entry->item);
    }
  return row;
}

/* Takes over @rows, which is not empty. */
static void
add_top (RoadmapFollowupSheet *self,
         RoadmapItem          *top,
         GPtrArray            *rows,
         double                head_height)
{
  RoadmapScene *head = roadmap_scene_new ();
  Row *last = NULL;

  roadmap_followup_table_add_heads (&self->table, top, head_height, head);
  roadmap_sheet_take_heads (ROADMAP_SHEET (self), roadmap_scene_new (), head);
  if (self->rows->len > 0)
    add_row (self, top, NULL, NULL, 4);
  for (guint i = 0; i < rows->len; i++)
    last = add_followup_row (self, top, g_ptr_array_index (rows, i));
  last->kept = rows;
}

/* Construction */

static double
find_head_height (RoadmapFollowupSheet *self)
{
  double height = 0;

  for (guint i = 0; i < self->options.tops->len; i++)
    {
      g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
      double needed = roadmap_followup_table_add_heads (&self->table, g_ptr_array_index (self->options.tops, i), 0, scene);

      height = MAX (height, needed);
    }
  return height;
}

static void
add_rows (RoadmapFollowupSheet *self)
{
  double head_height = find_head_height (self);

  for (guint i = 0; i < self->options.tops->len; i++)
    {
      RoadmapItem *top = g_ptr_array_index (self->options.tops, i);
      GPtrArray *rows = roadmap_followup_list_rows (&self->options, top);

      if (rows->len > 0)
        add_top (self, top, rows, head_height);
      else
        g_ptr_array_unref (rows);
    }
}

static void
own_options (RoadmapFollowupSheet         *self,
             const RoadmapFollowupOptions *options)
{
  self->options = *options;
  g_object_ref (self->options.roadmap);
  g_ptr_array_ref (self->options.tops);
  roadmap_measure_ref (self->options.measure);
  self->options.language = g_strdup (options->language != NULL ? options->language : "");
  if (options->today != NULL)
    {
      self->today = *options->today;
      self->options.today = &self->today;
    }
}

RoadmapSheet *
roadmap_followup_sheet_new (const RoadmapFollowupOptions *options)
{
  RoadmapFollowupSheet *self = g_object_new (ROADMAP_TYPE_FOLLOWUP_SHEET, NULL);

  own_options (self, options);
  roadmap_followup_table_init (&self->table, &self->options);
  roadmap_sheet_set_widths (ROADMAP_SHEET (self), 0, roadmap_followup_table_get_width (&self->table));
  add_rows (self);
  return ROADMAP_SHEET (self);
}

gboolean
roadmap_followup_has_rows (const RoadmapFollowupOptions *options,
                           RoadmapItem                  *top)
{
  g_autoptr (GPtrArray) rows = roadmap_followup_list_rows (options, top);

  return rows->len > 0;
}

static void
roadmap_followup_sheet_finalize (GObject *object)
{
  RoadmapFollowupSheet *self = ROADMAP_FOLLOWUP_SHEET (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free ((char *) self->options.language);
  g_clear_pointer (&self->options.measure, roadmap_measure_unref);
  g_clear_pointer (&self->options.tops, g_ptr_array_unref);
  g_clear_object (&self->options.roadmap);

  G_OBJECT_CLASS (roadmap_followup_sheet_parent_class)->finalize (object);
}

static void
roadmap_followup_sheet_class_init (RoadmapFollowupSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_followup_sheet_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_followup_sheet_lay_out;
  ROADMAP_SHEET_CLASS (klass)->lay_out_names = roadmap_followup_sheet_lay_out_names;
}

static void
roadmap_followup_sheet_init (RoadmapFollowupSheet *self)
{
  self->rows = g_ptr_array_new_with_free_func (free_row);
}
