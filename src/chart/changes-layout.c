/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/changes-layout.h"

#include "chart/changes-row.h"
#include "chart/words.h"
#include "model/mark.h"

/* In units: of a row. */
#define ESTIMATE 60

static const RoadmapWord heads[] = {
  [ROADMAP_CHANGES_ITEM] = ROADMAP_WORD_ITEM,
  [ROADMAP_CHANGES_WHAT] = ROADMAP_WORD_FIELD,
  [ROADMAP_CHANGES_BEFORE] = ROADMAP_WORD_BEFORE,
  [ROADMAP_CHANGES_AFTER] = ROADMAP_WORD_AFTER,
};

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };

struct _RoadmapChangesLayout
{
  RoadmapSheet         parent_instance;

  RoadmapChangesTable  table; /* its pointers are owned */
  RoadmapChangeList   *list;
  GPtrArray           *shown; /* RoadmapChange of the list, a row each */
};

G_DEFINE_FINAL_TYPE (RoadmapChangesLayout, roadmap_changes_layout, ROADMAP_TYPE_SHEET)

/* Heads */

static void
append_count (GString     *words,
              RoadmapWord  word,
              guint        n,
              const char  *language)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *count = roadmap_word_with (word, language, number);

  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, g_str_has_prefix (language, "ja") ? "、" : ", ");
  g_string_append (words, count);
}

/* (transfer full): how many items of each kind of change are shown. */
static char *
dup_summary (RoadmapChangesLayout *self)
{
  static const RoadmapWord words[] = {
    [ROADMAP_CHANGE_REVISED] = ROADMAP_WORD_N_REVISED,
    [ROADMAP_CHANGE_ADDED] = ROADMAP_WORD_N_ADDED,
    [ROADMAP_CHANGE_REMOVED] = ROADMAP_WORD_N_REMOVED,
  };
  guint n[ROADMAP_N_CHANGE_TYPES] = { 0 };
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < self->shown->len; i++)
    n[((RoadmapChange *) g_ptr_array_index (self->shown, i))->type]++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    append_count (summary, words[i], n[i], self->table.language);
  return g_string_free (summary, FALSE);
}

static RoadmapScene *
create_head (RoadmapChangesLayout *self)
{
  const RoadmapChangesTable *table = &self->table;
  RoadmapScene *scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) words = roadmap_scene_new ();
  g_autofree char *summary = dup_summary (self);
  RoadmapChangesColumn first = table->wide ? ROADMAP_CHANGES_ITEM : ROADMAP_CHANGES_BEFORE;
  double top = roadmap_changes_add_text (table, scene, summary, roadmap_changes_label_style, ROADMAP_INK_DIM_TEXT,
                                         ROADMAP_TAG_PARAGRAPH, -ROADMAP_CHANGES_PAD_X * table->unit, table->width,
                                         -ROADMAP_CHANGES_PAD_Y * table->unit);
  double bottom = top;

  for (RoadmapChangesColumn column = first; column < ROADMAP_N_CHANGES_COLUMNS; column++)
    {
      double end =
        roadmap_changes_add_text (table, words, roadmap_word (heads[column], table->language), head_style,
                                  ROADMAP_INK_TEXT, ROADMAP_TAG_HEAD_CELL, table->x[column], table->x[column + 1], top);

      bottom = MAX (bottom, end);
    }
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0,
                           (RoadmapRect) { 0, top, table->width, bottom - top });
  roadmap_scene_add_scene (scene, words, 0, 0);
  for (RoadmapChangesColumn column = first; column <= ROADMAP_N_CHANGES_COLUMNS; column++)
    roadmap_changes_add_rule (scene, ROADMAP_INK_STRONG_GRID, table->x[column], top, 0, bottom - top);
  roadmap_changes_add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, top, table->width, 0);
  roadmap_changes_add_rule (scene, ROADMAP_INK_STRONG_GRID, 0, bottom, table->width, 0);
  roadmap_scene_extend (scene, table->width, bottom);
  return scene;
}

/* On paper the names are a column of their own; their corner may reach over the rest, of which nothing moves there. */
static void
take_heads (RoadmapChangesLayout *self)
{
  RoadmapScene *all = create_head (self);
  RoadmapScene *other = roadmap_scene_new ();

  roadmap_scene_extend (other, 0, roadmap_scene_get_height (all));
  if (self->table.paged)
    roadmap_sheet_take_heads (ROADMAP_SHEET (self), all, other);
  else
    roadmap_sheet_take_heads (ROADMAP_SHEET (self), other, all);
}

/* Rows */

static gboolean
begins_group (RoadmapChangesLayout *self,
              guint                 index)
{
  const RoadmapChange *change = g_ptr_array_index (self->shown, index);
  const RoadmapChange *before = index > 0 ? g_ptr_array_index (self->shown, index - 1) : NULL;

  if (before == NULL || (change->container == NULL) != (before->container == NULL))
    return TRUE;
  return change->container != NULL &&
         !g_str_equal (roadmap_item_get_id (change->container), roadmap_item_get_id (before->container));
}

static RoadmapChangesRow
get_row (RoadmapChangesLayout *self,
         guint                 index)
{
  return (RoadmapChangesRow) { g_ptr_array_index (self->shown, index), index, begins_group (self, index) };
}

static gboolean
roadmap_changes_layout_lay_out_names (RoadmapSheet            *sheet,
                                      guint                    index,
                                      const RoadmapSheetPiece *piece,
                                      RoadmapScene            *names)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (sheet);
  RoadmapChangesRow row;

  if (!self->table.paged || self->shown->len == 0)
    return FALSE;
  row = get_row (self, index);
  roadmap_changes_row_add_piece (&row, &self->table, piece, piece->to >= roadmap_sheet_get_row_height (sheet, index),
                                 names);
  return TRUE;
}

static void
roadmap_changes_layout_lay_out (RoadmapSheet *sheet,
                                guint         index,
                                RoadmapScene *names,
                                RoadmapScene *body)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (sheet);
  const RoadmapChangesTable *table = &self->table;
  g_autoptr (RoadmapScene) rest = roadmap_scene_new ();
  RoadmapChangesRow row;

  if (self->shown->len == 0)
    {
      const char *words = roadmap_word (ROADMAP_WORD_NO_CHANGES, table->language);
      double bottom = roadmap_changes_add_text (table, body, words, roadmap_changes_cell_style, ROADMAP_INK_TEXT,
                                                ROADMAP_TAG_PARAGRAPH, 0, table->width, 0);

      roadmap_scene_extend (body, table->width, bottom);
      return;
    }
  row = get_row (self, index);
  roadmap_changes_row_add (&row, table, names, rest);
  roadmap_scene_add_scene (body, rest, table->paged ? -table->x[ROADMAP_CHANGES_WHAT] : 0, 0);
  roadmap_scene_extend (body, roadmap_sheet_get_body_width (sheet), roadmap_scene_get_height (rest));
}

static void
roadmap_changes_layout_finalize (GObject *object)
{
  RoadmapChangesLayout *self = ROADMAP_CHANGES_LAYOUT (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->list, roadmap_change_list_free);
  g_clear_pointer (&self->table.measure, roadmap_measure_unref);
  g_clear_object (&self->table.roadmap);
  g_clear_object (&self->table.since);
  g_free (self->table.language);

  G_OBJECT_CLASS (roadmap_changes_layout_parent_class)->finalize (object);
}

static void
roadmap_changes_layout_class_init (RoadmapChangesLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_changes_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_changes_layout_lay_out;
  ROADMAP_SHEET_CLASS (klass)->lay_out_names = roadmap_changes_layout_lay_out_names;
}

static void
roadmap_changes_layout_init (RoadmapChangesLayout *self)
{
  self->shown = g_ptr_array_new ();
}

/* Of what was removed, what it stood in says whether it is shown. */
static gboolean
is_shown (const RoadmapChangesOptions *options,
          const RoadmapChange         *change)
{
  RoadmapItem *item = change->type == ROADMAP_CHANGE_REMOVED ? NULL : change->item;

  if (options->show == NULL)
    return TRUE;
  for (RoadmapItem *around = change->item; item == NULL && around != NULL; around = roadmap_item_get_parent (around))
    if (around != change->item)
      item = roadmap_lookup (options->roadmap, roadmap_item_get_id (around));
  return item == NULL || options->show (item, options->show_data);
}

static void
add_rows (RoadmapChangesLayout        *self,
          const RoadmapChangesOptions *options)
{
  RoadmapSheet *sheet = ROADMAP_SHEET (self);
  double names_width;

  for (guint i = 0; i < self->list->changes->len; i++)
    if (is_shown (options, g_ptr_array_index (self->list->changes, i)))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->list->changes, i));
  self->table.paged = self->table.paged && self->shown->len > 0;
  names_width = self->table.paged ? self->table.x[ROADMAP_CHANGES_WHAT] : 0;
  roadmap_sheet_set_widths (sheet, names_width, self->table.width - names_width);
  if (self->shown->len > 0)
    take_heads (self);
  for (guint i = 0; i < MAX (self->shown->len, 1); i++)
    {
      const RoadmapChange *change = i < self->shown->len ? g_ptr_array_index (self->shown, i) : NULL;

      roadmap_sheet_add_row (sheet, change != NULL ? change->item : NULL, ESTIMATE * self->table.unit);
    }
}

RoadmapSheet *
roadmap_changes_layout_new (const RoadmapChangesOptions  *options,
                            GError                      **error)
{
  RoadmapChangeList *list = roadmap_change_list_new (options->since, options->roadmap, options->language, error);
  RoadmapChangesLayout *self;

  if (list == NULL)
    return NULL;

  self = g_object_new (ROADMAP_TYPE_CHANGES_LAYOUT, NULL);
  self->list = list;
  self->table.roadmap = g_object_ref (options->roadmap);
  self->table.since = g_object_ref (options->since);
  self->table.language = g_strdup (options->language);
  self->table.measure = roadmap_measure_ref (options->measure);
  self->table.width = options->width;
  self->table.paged = options->paged;
  roadmap_changes_table_find_columns (&self->table);
  add_rows (self, options);
  return ROADMAP_SHEET (self);
}

char *
roadmap_changes_dup_title (Roadmap    *since,
                           const char *since_name,
                           const char *language)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (since);
  g_autofree char *day = NULL;

  if (since_name != NULL)
    return roadmap_word_with (ROADMAP_WORD_CHANGES_SINCE, language, since_name);
  if (editions->len == 0)
    return g_strdup (roadmap_word (ROADMAP_WORD_CHANGES, language));
  day = roadmap_edition_dup_day (g_ptr_array_index (editions, editions->len - 1), language);
  return roadmap_word_with (ROADMAP_WORD_CHANGES_SINCE, language, day);
}
