/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

/* The heads over the columns; the other half of table-columns.h. */
#include "chart/table-columns.h"

#include "chart/words.h"

#include <math.h>

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };
static const RoadmapTextStyle today_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };

/* The column item of the chart that is this year, or NULL. */
static RoadmapItem *
find_column (const RoadmapTableColumns *self,
             const RoadmapTableOptions *options,
             const RoadmapTick         *tick)
{
  for (guint i = 0; i < roadmap_item_get_n_children (self->chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (self->chart, i);
      RoadmapSpan span;

      if (roadmap_item_is (item, "column") && roadmap_get_span (options->roadmap, item, &span) &&
          roadmap_span_get_first (&span) == tick->point.first &&
          roadmap_span_get_after (&span) == roadmap_point_get_after (&tick->point))
        return item;
    }
  return NULL;
}

static char *
dup_year (const RoadmapTableColumns *self,
          const RoadmapTableOptions *options,
          const RoadmapTick         *tick,
          gboolean                   last)
{
  RoadmapItem *column = find_column (self, options, tick);
  int year = roadmap_point_get_year (&tick->point, self->axis.fiscal_start);
  g_autofree char *name = NULL;

  if (column != NULL)
    return roadmap_item_dup_title (column, options->language);
  name = roadmap_year_describe (self->axis.calendar, year, ROADMAP_YEAR_LONG, options->language);
  return g_strconcat (name, last && self->axis.open ? roadmap_word (ROADMAP_WORD_ONWARDS, options->language) : "", NULL);
}

typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
} Head;

static void
clear_head (gpointer data)
{
  g_clear_object (&((Head *) data)->layout);
}

/* A head that nearly fits may come closer to its edges than to @pad.  One that needs a second line begins it with its brackets:
 * 令和２年 and （2020年）度. */
static PangoLayout *
lay_out_head (const RoadmapTableOptions *options,
              const char                *text,
              double                     width,
              double                     pad)
{
  double most = MAX (width - pad / 2, 1);
  g_autoptr (PangoLayout) line = roadmap_measure_text (options->measure, text, head_style, most);
  g_autoptr (PangoLayout) layout = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "（", 2);
  g_autofree char *lines = g_strjoinv ("\n（", parts);
  g_autoptr (PangoLayout) divided = NULL;

  if (roadmap_layout_get_n_lines (line) == 1)
    return g_steal_pointer (&line);
  width = MAX (width - 2 * pad, 1);
  layout = roadmap_measure_text (options->measure, text, head_style, width);
  if (parts[1] == NULL)
    return g_steal_pointer (&layout);
  divided = roadmap_measure_text (options->measure, lines, head_style, width);
  return roadmap_layout_get_n_lines (divided) == 2 ? g_steal_pointer (&divided) : g_steal_pointer (&layout);
}

static void
add_head (GArray                    *heads,
          const RoadmapTableOptions *options,
          const char                *text,
          double                     x,
          double                     width)
{
  double pad = roadmap_table_metrics (options).unit * 4;
  Head head = { .x = x, .width = width };

  head.layout = lay_out_head (options, text, width, pad);
  g_array_append_val (heads, head);
}

static GArray *
list_heads (const RoadmapTableColumns *self,
            const RoadmapTableOptions *options)
{
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (Head));
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&self->axis, ROADMAP_UNIT_YEAR);

  g_array_set_clear_func (heads, clear_head);
  for (int i = 0; i < ROADMAP_TABLE_YEARS; i++)
    {
      g_autofree char *text = roadmap_table_dup_heading_for (self->chart, roadmap_table_column_get_kind (i), options->language);

      if (self->has[i])
        add_head (heads, options, text, self->x[i], self->width[i]);
    }
  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      g_autofree char *text = dup_year (self, options, tick, i + 1 == ticks->len);

      add_head (heads, options, text, self->x[ROADMAP_TABLE_YEARS] + tick->x, tick->width);
    }
  return heads;
}

static gboolean
shows_today (const RoadmapTableColumns *self,
             const RoadmapTableOptions *options)
{
  return options->today != NULL && roadmap_axis_shows_date (&self->axis, options->today);
}

/* The label of today stands below the years, where the line begins. */
static void
add_today (const RoadmapTableColumns *self,
           const RoadmapTableOptions *options,
           RoadmapScene              *scene,
           double                     bottom)
{
  const char *word = roadmap_word (ROADMAP_WORD_TODAY, options->language);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (options->measure, word, today_style, ROADMAP_UNWRAPPED);
  RoadmapShape shape = { .form = ROADMAP_FORM_LABEL, .ink = ROADMAP_INK_TODAY, .layout = layout };
  double unit = roadmap_table_metrics (options).unit;
  double x = roadmap_axis_date_to_x (&self->axis, options->today);

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  shape.rect.width += 12 * unit;
  shape.rect.height += unit;
  shape.rect.x = MAX (MIN (x - shape.rect.width / 2, self->width[ROADMAP_TABLE_YEARS] - shape.rect.width), 0);
  shape.rect.x += self->x[ROADMAP_TABLE_YEARS];
  shape.rect.y = bottom - shape.rect.height - 2 * unit;
  roadmap_scene_add (scene, &shape);
}

static double
get_text_height (PangoLayout *layout)
{
  double height;

  roadmap_layout_get_size (layout, NULL, &height);
  return height;
}

/* A centred text in the middle of @rect. */
static void
add_head_text (PangoLayout       *layout,
               const RoadmapRect *rect,
               RoadmapScene      *scene)
{
  double width = pango_layout_get_width (layout) / (double) PANGO_SCALE;

  roadmap_table_add_text (scene, layout, ROADMAP_INK_TEXT, rect->x + (rect->width - width) / 2,
                          rect->y + (rect->height - get_text_height (layout)) / 2, NULL);
}

/* The ground of heads with the line below them. */
static void
add_ground (const RoadmapRect *rect,
            double             unit,
            RoadmapScene      *scene)
{
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HEAD, 0, *rect);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { rect->x, rect->y + rect->height - unit, rect->width, 0 });
}

/* What the names are: the heading of the kind that the first of them is. */
static char *
dup_names_heading (const RoadmapTableColumns *self,
                   const RoadmapTableOptions *options)
{
  const char *name = roadmap_item_get_in (self->chart, "name", options->language);
  RoadmapItem *heading = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (self->chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (self->chart, i);

      if (!roadmap_item_is (item, "stage") && !roadmap_item_is (item, "lane"))
        continue;
      heading = roadmap_table_find_heading (self->chart, roadmap_item_get_kind (item)->name);
      break;
    }
  if (heading != NULL)
    return roadmap_item_dup_title (heading, options->language);
  return g_strdup (name != NULL ? name : "");
}

static void
add_corner (const RoadmapRect *rect,
            PangoLayout       *layout,
            double             unit,
            RoadmapScene      *scene)
{
  add_ground (rect, unit, scene);
  add_head_text (layout, rect, scene);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { rect->x + rect->width - unit, rect->y, 0, rect->height });
}

double
roadmap_table_columns_add_heads (const RoadmapTableColumns *self,
                                 const RoadmapTableOptions *options,
                                 double                     names_width,
                                 double                     y,
                                 double                     height,
                                 RoadmapScene              *corner,
                                 RoadmapScene              *head)
{
  g_autoptr (GArray) heads = list_heads (self, options);
  double unit = roadmap_table_metrics (options).unit;
  double label = shows_today (self, options) ? 18 * unit : 0;
  double width = self->x[ROADMAP_TABLE_YEARS] + self->width[ROADMAP_TABLE_YEARS];
  g_autofree char *names = dup_names_heading (self, options);
  g_autoptr (PangoLayout) names_layout = NULL;
  double needed;

  names_layout = roadmap_measure_text (options->measure, names, head_style, MAX (names_width - 8 * unit, 1));
  needed = MAX (get_text_height (names_layout) - label, 0);
  for (guint i = 0; i < heads->len; i++)
    needed = MAX (needed, get_text_height (g_array_index (heads, Head, i).layout));
  height = MAX (height, ceil (needed + 12 * unit + label));

  add_corner (&(RoadmapRect) { 0, y, names_width, height }, names_layout, unit, corner);
  add_ground (&(RoadmapRect) { 0, y, width, height }, unit, head);
  for (guint i = 0; i < heads->len; i++)
    {
      const Head *one = &g_array_index (heads, Head, i);
      RoadmapRect rect = { one->x, y, one->width, height };

      if (one->x > 0)
        roadmap_scene_add_plain (head, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                                 (RoadmapRect) { one->x, y, 0, height });
      if (one->x >= self->x[ROADMAP_TABLE_YEARS])
        rect.height -= label;
      add_head_text (one->layout, &rect, head);
    }
  if (label > 0)
    add_today (self, options, head, y + height);
  return height;
}
