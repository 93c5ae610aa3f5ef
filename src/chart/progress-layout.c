/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-layout.h"

#include "chart/progress-lists.h"
#include "chart/progress-summary.h"
#include "chart/progress-table.h"
#include "chart/words.h"
#include "model/facet.h"

/* Beside everything on a screen, at the usual size; on paper there is a margin already. */
#define MARGIN 16

typedef enum
{
  ROW_SUMMARY,
  ROW_HEADS,      /* of the table */
  ROW_FIGURES,
  ROW_CATEGORIES, /* the title over them */
  ROW_LIST,       /* the heads of one */
  ROW_BAR,        /* in a list */
  ROW_NOTES,
} RowKind;

typedef struct
{
  RowKind             kind;
  RoadmapItem        *item;  /* (nullable) */
  guint               depth; /* of figures: 0: a total, 1: a stage or lane, 2: one in that … */
  RoadmapProgressList list;
  guint               n_bars; /* in the list */
} Row;

struct _RoadmapProgressSheet
{
  RoadmapSheet           parent_instance;

  RoadmapProgressOptions options; /* its pointers are owned, but for show_data */
  GDate                  today;
  RoadmapProgressParts   parts;
  RoadmapProgressTable   table;
  GArray                *rows;    /* Row */
};

G_DEFINE_FINAL_TYPE (RoadmapProgressSheet, roadmap_progress_sheet, ROADMAP_TYPE_SHEET)

/* Scenes */

/* Adds those of the chart's bars that have the category. */
static void
add_of_category (const RoadmapProgressOptions *options,
                 RoadmapItem                  *chart,
                 RoadmapItem                  *category,
                 GPtrArray                    *bars)
{
  g_autoptr (GPtrArray) all = roadmap_progress_list_bars (options, chart);

  for (guint i = 0; i < all->len; i++)
    {
      RoadmapItem *bar = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) categories = g_ptr_array_new ();

      roadmap_facet_append_keys (options->roadmap, ROADMAP_FACET_CATEGORY, bar, NULL, 0, categories);
      if (g_ptr_array_find (categories, category, NULL))
        g_ptr_array_add (bars, bar);
    }
}

GPtrArray *
roadmap_progress_list_counted (const RoadmapProgressOptions *options,
                               RoadmapItem                  *item)
{
  GPtrArray *bars;

  if (!roadmap_item_is (item, "category"))
    return roadmap_progress_list_bars (options, item);
  bars = g_ptr_array_new ();
  for (guint i = 0; i < options->charts->len; i++)
    add_of_category (options, g_ptr_array_index (options->charts, i), item, bars);
  return bars;
}

/* "A 法改正が必要な事項", "① IRB" */
static char *
dup_name (RoadmapProgressSheet *self,
          RoadmapItem          *item)
{
  const char *language = self->options.language;
  const char *letter = roadmap_item_is (item, "category") ? roadmap_item_get (item, "label") : NULL;
  g_autofree char *label = NULL;

  if (roadmap_item_is (item, "chart") && roadmap_item_get_in (item, "name", language) != NULL)
    return g_strdup (roadmap_item_get_in (item, "name", language));
  label = roadmap_item_dup_label (item, language);
  return letter != NULL ? g_strdup_printf ("%s %s", letter, label) : g_steal_pointer (&label);
}

static void
add_figures (RoadmapProgressSheet *self,
             const Row            *row,
             RoadmapScene         *body)
{
  g_autoptr (GPtrArray) bars = roadmap_progress_list_counted (&self->options, row->item);
  g_auto (RoadmapProgress) progress = { 0 };
  g_autofree char *name = dup_name (self, row->item);

  roadmap_progress_parts_count (&self->parts, bars, &progress);
  roadmap_progress_table_add_row (&self->table, row->item, name, row->depth > 0 ? row->depth - 1 : 0, row->depth == 0,
                                  &progress, body);
}

static void
add_row_scene (RoadmapProgressSheet *self,
               const Row            *row,
               RoadmapScene         *body)
{
  switch (row->kind)
    {
    case ROW_SUMMARY:
      roadmap_progress_add_summary (&self->parts, body);
      break;
    case ROW_HEADS:
      roadmap_progress_table_add_heads (&self->table, body);
      break;
    case ROW_FIGURES:
      add_figures (self, row, body);
      break;
    case ROW_CATEGORIES:
      roadmap_progress_table_add_title (&self->table, roadmap_word (ROADMAP_WORD_BY_CATEGORY, self->options.language),
                                        body);
      break;
    case ROW_LIST:
      roadmap_progress_list_heads (&self->parts, row->list, row->n_bars, FALSE, 0, body);
      break;
    case ROW_BAR:
      roadmap_progress_list_row (&self->parts, row->list, row->item, body);
      break;
    case ROW_NOTES:
      roadmap_progress_add_notes (&self->parts, body);
      break;
    default:
      g_assert_not_reached ();
    }
}

static double
get_margin (RoadmapProgressSheet *self)
{
  return self->options.paged ? 0 : MARGIN * self->parts.unit;
}

static void
roadmap_progress_sheet_lay_out (RoadmapSheet *sheet,
                                guint         index,
                                RoadmapScene *names,
                                RoadmapScene *body)
{
  RoadmapProgressSheet *self = ROADMAP_PROGRESS_SHEET (sheet);
  const Row *row = &g_array_index (self->rows, Row, index);
  g_autoptr (RoadmapScene) scene = roadmap_scene_new ();
  double margin = get_margin (self);
  double above = row->kind == ROW_SUMMARY ? margin : 0;
  double below = row->kind == ROW_NOTES ? margin : 0;

  add_row_scene (self, row, scene);
  roadmap_scene_add_scene (body, scene, margin, above);
  roadmap_scene_extend (body, roadmap_sheet_get_body_width (sheet), above + roadmap_scene_get_height (scene) + below);
  roadmap_scene_extend (names, 0, roadmap_scene_get_height (body));
}

/* Rows */

static void
add_row (RoadmapProgressSheet *self,
         Row                   row,
         double                ems)
{
  g_array_append_val (self->rows, row);
  /* On paper items are looked for where they stand with their words. */
  roadmap_sheet_add_row (ROADMAP_SHEET (self), self->options.paged ? NULL : row.item, ems * self->parts.em);
  if (row.kind == ROW_HEADS || row.kind == ROW_CATEGORIES || row.kind == ROW_LIST)
    roadmap_sheet_keep_with_next (ROADMAP_SHEET (self));
}

/* On paper, heads stand over the rows from here on where a page begins with one; @scene is taken over. */
static void
take_heads (RoadmapProgressSheet *self,
            RoadmapScene         *scene)
{
  if (self->options.paged)
    roadmap_sheet_take_heads (ROADMAP_SHEET (self), roadmap_scene_new (), scene);
  else
    roadmap_scene_unref (scene);
}

static void
add_lanes (RoadmapProgressSheet *self,
           RoadmapItem          *container,
           guint                 depth)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);
      g_autoptr (GPtrArray) bars = NULL;

      if (!roadmap_item_is (item, "stage") && !roadmap_item_is (item, "lane"))
        continue;
      bars = roadmap_progress_list_counted (&self->options, item);
      if (bars->len == 0 && self->options.show != NULL)
        continue;
      add_row (self, (Row) { .kind = ROW_FIGURES, .item = item, .depth = depth }, 1.8);
      add_lanes (self, item, depth + 1);
    }
}

static void
add_categories (RoadmapProgressSheet *self)
{
  g_autoptr (GPtrArray) categories = roadmap_list (self->options.roadmap, NULL, "category");
  gboolean first = TRUE;

  for (guint i = 0; i < categories->len; i++)
    {
      RoadmapItem *category = g_ptr_array_index (categories, i);
      g_autoptr (GPtrArray) bars = roadmap_progress_list_counted (&self->options, category);

      if (bars->len == 0)
        continue;
      if (first)
        add_row (self, (Row) { .kind = ROW_CATEGORIES }, 3);
      add_row (self, (Row) { .kind = ROW_FIGURES, .item = category, .depth = 1 }, 1.8);
      first = FALSE;
    }
}

static void
add_table (RoadmapProgressSheet *self)
{
  RoadmapScene *heads = roadmap_scene_new ();

  add_row (self, (Row) { .kind = ROW_HEADS }, 4);
  roadmap_progress_table_add_heads (&self->table, heads);
  take_heads (self, heads);
  for (guint i = 0; i < self->options.charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (self->options.charts, i);
      g_autoptr (GPtrArray) bars = roadmap_progress_list_counted (&self->options, chart);

      if (bars->len == 0)
        continue;
      add_row (self, (Row) { .kind = ROW_FIGURES, .item = chart }, 1.8);
      roadmap_sheet_keep_with_next (ROADMAP_SHEET (self));
      add_lanes (self, chart, 1);
    }
  add_categories (self);
  take_heads (self, roadmap_scene_new ());
}

static void
add_list (RoadmapProgressSheet *self,
          RoadmapProgressList   list)
{
  g_autoptr (GPtrArray) bars = roadmap_progress_list (&self->parts, list);
  RoadmapScene *heads;

  if (bars->len == 0)
    return;
  add_row (self, (Row) { .kind = ROW_LIST, .list = list, .n_bars = bars->len }, 3);
  heads = roadmap_scene_new ();
  roadmap_progress_list_heads (&self->parts, list, bars->len, TRUE, roadmap_sheet_get_head_height (ROADMAP_SHEET (self)),
                               heads);
  take_heads (self, heads);
  for (guint i = 0; i < bars->len; i++)
    add_row (self, (Row) { .kind = ROW_BAR, .item = g_ptr_array_index (bars, i), .list = list }, 1.8);
  take_heads (self, roadmap_scene_new ());
}

static void
add_rows (RoadmapProgressSheet *self)
{
  add_row (self, (Row) { .kind = ROW_SUMMARY }, 9);
  add_table (self);
  for (guint i = 0; i < ROADMAP_N_PROGRESS_LISTS; i++)
    add_list (self, i);
  add_row (self, (Row) { .kind = ROW_NOTES }, 4);
}

/* Construction */

static void
own_options (RoadmapProgressSheet         *self,
             const RoadmapProgressOptions *options)
{
  self->options = *options;
  g_object_ref (self->options.roadmap);
  g_ptr_array_ref (self->options.charts);
  roadmap_measure_ref (self->options.measure);
  self->options.language = g_strdup (options->language != NULL ? options->language : "");
  if (options->today != NULL)
    {
      self->today = *options->today;
      self->options.today = &self->today;
    }
}

RoadmapSheet *
roadmap_progress_sheet_new (const RoadmapProgressOptions *options)
{
  RoadmapProgressSheet *self = g_object_new (ROADMAP_TYPE_PROGRESS_SHEET, NULL);

  own_options (self, options);
  roadmap_progress_parts_init (&self->parts, &self->options);
  self->parts.width = MAX (self->parts.width - 2 * get_margin (self), 1);
  roadmap_progress_table_init (&self->table, &self->parts);
  roadmap_sheet_set_widths (ROADMAP_SHEET (self), 0, self->parts.width + 2 * get_margin (self));
  add_rows (self);
  return ROADMAP_SHEET (self);
}

gboolean
roadmap_progress_has_bars (const RoadmapProgressOptions *options)
{
  for (guint i = 0; i < options->charts->len; i++)
    {
      g_autoptr (GPtrArray) bars = roadmap_progress_list_bars (options, g_ptr_array_index (options->charts, i));

      if (bars->len > 0)
        return TRUE;
    }
  return FALSE;
}

char *
roadmap_progress_dup_title (const RoadmapProgressOptions *options)
{
  RoadmapProgressParts parts = { .options = options };
  g_autofree char *year = NULL;

  roadmap_progress_ask_init (&parts.ask, options->roadmap, options->year, options->today);
  year = roadmap_progress_dup_year (&parts, 0);
  roadmap_progress_ask_clear (&parts.ask);
  return roadmap_word_with (ROADMAP_WORD_PROGRESS_TITLE, options->language, year);
}

static void
roadmap_progress_sheet_finalize (GObject *object)
{
  RoadmapProgressSheet *self = ROADMAP_PROGRESS_SHEET (object);

  g_clear_pointer (&self->rows, g_array_unref);
  roadmap_progress_table_clear (&self->table);
  roadmap_progress_parts_clear (&self->parts);
  g_free ((char *) self->options.language);
  g_clear_pointer (&self->options.measure, roadmap_measure_unref);
  g_clear_pointer (&self->options.charts, g_ptr_array_unref);
  g_clear_object (&self->options.roadmap);

  G_OBJECT_CLASS (roadmap_progress_sheet_parent_class)->finalize (object);
}

static void
roadmap_progress_sheet_class_init (RoadmapProgressSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_progress_sheet_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_progress_sheet_lay_out;
}

static void
roadmap_progress_sheet_init (RoadmapProgressSheet *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}
