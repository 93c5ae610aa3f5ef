/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-columns.h"

#include "chart/words.h"

#include <math.h>
#include <string.h>

/* Each column's share of the width, and what it needs at least, in ems of its text.  Years count by the year. */
static const struct
{
  const char  *kind;
  RoadmapWord  word;
  double       share;
  double       min_ems;
} traits[ROADMAP_N_TABLE_COLUMNS] = {
  [ROADMAP_TABLE_DOMAIN] = { "domain", ROADMAP_WORD_DOMAIN, 0, 0 }, /* as wide as its words */
  [ROADMAP_TABLE_ROADBLOCK] = { "roadblock", ROADMAP_WORD_ROADBLOCK, 24.5, 17 },
  [ROADMAP_TABLE_ADDRESSED] = { "addressed", ROADMAP_WORD_ADDRESSED, 19, 14 },
  [ROADMAP_TABLE_MEASURE] = { "measure", ROADMAP_WORD_MEASURE, 13, 10 },
  [ROADMAP_TABLE_YEARS] = { NULL, 0, 14.6, 9.5 },
};

#define MAX_YEARS_SHARE 60

/* Ems of the columns of names. */
#define VERTICAL_NAME 3.2
#define MIN_NAME 6
#define MAX_NAME 11
#define LANE_NUMBER 2 /* with the gap behind it */

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_CENTRED };
static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };

RoadmapTableMetrics
roadmap_table_metrics (const RoadmapTableOptions *options)
{
  RoadmapTextSize size = options->compact ? ROADMAP_SIZE_BAR : ROADMAP_SIZE_BODY;
  double unit = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY) / 13;

  return (RoadmapTableMetrics) {
    .unit = unit,
    .em = roadmap_measure_get_em (options->measure, size),
    .pad_x = (options->compact ? 6 : 8) * unit,
    .pad_y = (options->compact ? 5 : 8) * unit,
    .gap = (options->compact ? 2 : 4) * unit,
    .size = size,
  };
}

const char *
roadmap_table_column_get_kind (RoadmapTableColumn column)
{
  return traits[column].kind;
}

/* What a chart has */

static gboolean
is_lane (RoadmapItem *item)
{
  return roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
}

static void
look_at (RoadmapTableColumns *self,
         RoadmapItem         *item)
{
  if (roadmap_item_is (item, "roadblock"))
    {
      self->has[ROADMAP_TABLE_ROADBLOCK] = TRUE;
      self->has[ROADMAP_TABLE_DOMAIN] |= roadmap_item_get (item, "domain") != NULL;
    }
  else if (roadmap_item_is (item, "addressed"))
    self->has[ROADMAP_TABLE_ADDRESSED] |= roadmap_item_get_n_children (item) > 0;
  else if (roadmap_item_is (item, "measure"))
    self->has[ROADMAP_TABLE_MEASURE] = TRUE;
}

static void
look_into (RoadmapTableColumns *self,
           RoadmapItem         *container,
           guint                depth)
{
  for (guint i = 0; i < roadmap_item_get_n_children (container); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (container, i);

      if (is_lane (item))
        {
          self->n_levels = MAX (self->n_levels, depth + 1);
          look_into (self, item, depth + 1);
        }
      else
        look_at (self, item);
    }
}

void
roadmap_table_columns_init (RoadmapTableColumns       *self,
                            const RoadmapTableOptions *options,
                            RoadmapItem               *chart)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapMonth fallback = options->today != NULL ? roadmap_month_of_date (options->today) : 0;

  *self = (RoadmapTableColumns) { .chart = chart, .n_levels = 1, .max_years = G_MAXDOUBLE };
  look_into (self, chart, 0);
  self->has[ROADMAP_TABLE_YEARS] = TRUE;
  g_ptr_array_add (charts, chart);
  self->axis = roadmap_axis_for_charts (options->roadmap, charts, fallback);
}

/* Headings */

RoadmapItem *
roadmap_table_find_heading (RoadmapItem *stage,
                            const char  *kind)
{
  for (guint i = 0; i < roadmap_item_get_n_children (stage); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (stage, i);

      if (roadmap_item_is (item, "heading") && g_strcmp0 (roadmap_item_get (item, "for"), kind) == 0)
        return item;
    }
  return NULL;
}

char *
roadmap_table_dup_heading_for (RoadmapItem *item,
                               const char  *kind,
                               const char  *language)
{
  RoadmapItem *heading = NULL;

  for (; item != NULL && heading == NULL; item = roadmap_item_get_parent (item))
    heading = roadmap_table_find_heading (item, kind);
  if (heading != NULL)
    return roadmap_item_dup_title (heading, language);
  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    if (g_strcmp0 (traits[i].kind, kind) == 0)
      return g_strdup (roadmap_word (traits[i].word, language));
  return NULL;
}

char *
roadmap_table_dup_heading (RoadmapItem *item,
                           const char  *language)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  return roadmap_table_dup_heading_for (item, roadmap_item_get_kind (item)->name, language);
}

/* Widths */

static double
get_longest_word (const RoadmapTableOptions *options,
                  const char                *text,
                  RoadmapTextStyle           style)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return roadmap_measure_get_longest_word (options->measure, markup, style);
}

static guint
count_years (const RoadmapTableColumns *self)
{
  return MAX (1, (self->axis.after - self->axis.first + 11) / 12);
}

/* The domains that the roadblocks are in are few, so all of the roadmap's may decide. */
static double
get_domain_width (const RoadmapTableColumns *self,
                  const RoadmapTableOptions *options)
{
  g_autoptr (GPtrArray) domains = roadmap_list (options->roadmap, NULL, "domain");
  g_autofree char *heading = roadmap_table_dup_heading_for (self->chart, "domain", options->language);
  RoadmapTableMetrics metrics = roadmap_table_metrics (options);
  double width = MAX (2 * metrics.em, get_longest_word (options, heading, head_style));

  for (guint i = 0; i < domains->len; i++)
    {
      g_autofree char *title = roadmap_item_dup_title (g_ptr_array_index (domains, i), options->language);

      width = MAX (width, get_longest_word (options, title, (RoadmapTextStyle) { metrics.size, 0 }));
    }
  return ceil (MIN (width, 8 * metrics.em) + 2 * metrics.pad_x);
}

static double
get_min_width (const RoadmapTableColumns *self,
               const RoadmapTableOptions *options,
               RoadmapTableColumn         column)
{
  double em = roadmap_table_metrics (options).em;

  if (!self->has[column])
    return 0;
  switch (column)
    {
    case ROADMAP_TABLE_DOMAIN:
      return get_domain_width (self, options);
    case ROADMAP_TABLE_YEARS:
      return MIN (traits[column].min_ems * em * count_years (self), self->max_years);
    default:
      return traits[column].min_ems * em;
    }
}

static double
get_share (const RoadmapTableColumns *self,
           RoadmapTableColumn         column)
{
  if (!self->has[column])
    return 0;
  return column == ROADMAP_TABLE_YEARS ? MIN (traits[column].share * count_years (self), MAX_YEARS_SHARE)
                                       : traits[column].share;
}

double
roadmap_table_columns_get_min_width (const RoadmapTableColumns *self,
                                     const RoadmapTableOptions *options)
{
  double width = 0;

  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    width += ceil (get_min_width (self, options, i));
  return width;
}

/* Columns whose share is less than they need take what they need, the others divide the rest. */
void
roadmap_table_columns_set_width (RoadmapTableColumns       *self,
                                 const RoadmapTableOptions *options,
                                 double                     width)
{
  gboolean fixed[ROADMAP_N_TABLE_COLUMNS] = { FALSE, };
  double rest = width, shares = 0, x = 0;
  gboolean again = TRUE;

  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    shares += get_share (self, i);
  while (again)
    {
      again = FALSE;
      for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
        {
          double needed = get_min_width (self, options, i);

          if (!self->has[i] || fixed[i] || (get_share (self, i) > 0 && rest * get_share (self, i) / shares >= needed))
            continue;
          self->width[i] = ceil (needed);
          rest -= self->width[i];
          shares -= get_share (self, i);
          fixed[i] = again = TRUE;
        }
    }
  for (int i = 0; i < ROADMAP_N_TABLE_COLUMNS; i++)
    {
      if (!fixed[i])
        self->width[i] = self->has[i] ? floor (rest * get_share (self, i) / shares) : 0;
      self->x[i] = x;
      x += self->width[i];
    }
  /* What rounding left over. */
  self->width[ROADMAP_TABLE_YEARS] += MAX (width - x, 0);
  roadmap_axis_set_width (&self->axis, self->width[ROADMAP_TABLE_YEARS]);
}

gboolean
roadmap_table_columns_has_vertical_names (const RoadmapTableColumns *self,
                                          const RoadmapTableOptions *options)
{
  return self->has[ROADMAP_TABLE_ROADBLOCK] && self->n_levels == 1 && options->language != NULL &&
         g_str_has_prefix (options->language, "ja");
}

/* What a name likes to have: a lane, whose row is low, all of its words beside each other. */
static double
get_name_width (const RoadmapTableOptions *options,
                RoadmapItem               *item)
{
  g_autofree char *title = roadmap_item_dup_title (item, options->language);
  double em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY);
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (!roadmap_item_is (item, "lane"))
    return get_longest_word (options, title, name_style) + 2 * em;
  layout = roadmap_measure_text (options->measure, title, name_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (layout, &width, NULL);
  return width + (roadmap_item_get (item, "number") != NULL ? LANE_NUMBER : 0) * em + 2 * em;
}

double
roadmap_table_columns_get_names_width (const RoadmapTableColumns *self,
                                       const RoadmapTableOptions *options,
                                       gboolean                   vertical)
{
  double em = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY);
  double width = MIN_NAME * em;

  if (vertical)
    return ceil (VERTICAL_NAME * em);
  for (guint i = 0; i < roadmap_item_get_n_children (self->chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (self->chart, i);

      if (is_lane (item))
        width = MAX (width, get_name_width (options, item));
    }
  return ceil (MIN (width, MAX_NAME * em)) * self->n_levels;
}

void
roadmap_table_add_text (RoadmapScene *scene,
                        PangoLayout  *layout,
                        RoadmapInk    ink,
                        double        x,
                        double        y,
                        RoadmapItem  *item)
{
  RoadmapShape shape = { ROADMAP_FORM_TEXT, ink, .rect = { .x = x, .y = y }, .layout = layout, .item = item };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (scene, &shape);
}
