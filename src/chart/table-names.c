/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/table-names.h"

#include "chart/style.h"
#include "chart/words.h"

#include <math.h>

/* A name that runs downwards and is longer than this, in ems, is broken into two lines. */
#define MAX_VERTICAL 16
#define MAX_VERTICAL_LINES 2
#define LONGER 1.1

static const RoadmapTextStyle number_style = { ROADMAP_SIZE_NUMBER, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle name_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle narrow_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_HEADING };
static const RoadmapTextStyle vertical_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD | ROADMAP_TEXT_VERTICAL };

/* The words of a name, with their sizes as they stand on the page. */
typedef struct
{
  PangoLayout *number; /* (nullable) */
  PangoLayout *name;
  double       number_width;
  double       number_height;
  double       name_width;
  double       name_height;
  double       gap;    /* between them */
  gboolean     beside; /* the number stands before the name, not above it */
  double       height; /* of both, below each other */
} Words;

static void
clear_words (Words *words)
{
  g_clear_object (&words->number);
  g_clear_object (&words->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static double
get_unit (const RoadmapTableNames *self)
{
  return roadmap_table_metrics (self->options).unit;
}

static double
get_level_width (const RoadmapTableNames *self)
{
  return self->width / self->n_levels;
}

static char *
dup_name (const RoadmapTableNames *self,
          RoadmapItem             *item,
          gboolean                 continued)
{
  const char *name = roadmap_item_get_in (item, "title", self->options->language);

  if (roadmap_item_is (item, "chart"))
    name = roadmap_word (ROADMAP_WORD_MILESTONE, self->options->language);
  return g_strconcat (name != NULL ? name : "",
                      continued ? roadmap_word (ROADMAP_WORD_CONTINUED, self->options->language) : "", NULL);
}

/* In one line, or broken behind ／ or wherever it may be. */
static PangoLayout *
lay_out_vertical (const RoadmapTableNames *self,
                  const char              *name)
{
  RoadmapMeasure *measure = self->options->measure;
  double limit = MAX_VERTICAL * roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY);
  g_auto (GStrv) alternatives = g_strsplit (name, "／", -1);
  g_autofree char *lines = g_strjoinv ("／\n", alternatives);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, name, vertical_style, ROADMAP_UNWRAPPED);
  double length;

  roadmap_layout_get_size (layout, &length, NULL);
  if (length <= limit)
    return g_steal_pointer (&layout);
  g_clear_object (&layout);
  layout = roadmap_measure_text (measure, g_strv_length (alternatives) == 2 ? lines : name, vertical_style, limit);
  /* A narrow column has room for two lines, so that a very long name makes them longer. */
  while (pango_layout_get_line_count (layout) > MAX_VERTICAL_LINES)
    {
      limit *= LONGER;
      g_object_unref (layout);
      layout = roadmap_measure_text (measure, name, vertical_style, limit);
    }
  return g_steal_pointer (&layout);
}

/* In small letters where a word would have to be broken otherwise. */
static PangoLayout *
lay_out_horizontal (const RoadmapTableNames *self,
                    const char              *name,
                    double                   width)
{
  g_autofree char *markup = g_markup_escape_text (name, -1);
  double longest = roadmap_measure_get_longest_word (self->options->measure, markup, name_style);

  return roadmap_measure_text (self->options->measure, name, longest > width ? narrow_style : name_style, width);
}

/* From the top of the words: a number beside the name stands on its line. */
static double
get_name_y (const Words *words)
{
  if (words->beside)
    return (pango_layout_get_baseline (words->number) - pango_layout_get_baseline (words->name)) / (double) PANGO_SCALE;
  return words->number_height + words->gap;
}

/* @width is that of the cell. */
static void
lay_out (const RoadmapTableNames *self,
         RoadmapItem             *item,
         gboolean                 continued,
         double                   width,
         Words                   *words)
{
  const char *number = roadmap_item_get (item, "number");
  g_autofree char *name = dup_name (self, item, continued);

  *words = (Words) { 0, };
  if (number != NULL && *number != '\0')
    {
      words->number = roadmap_measure_text (self->options->measure, number, number_style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (words->number, &words->number_width, &words->number_height);
      words->beside = !self->vertical && roadmap_item_is (item, "lane");
      words->gap = (self->vertical ? 6 : words->beside ? 4 : 2) * get_unit (self);
    }
  if (self->vertical)
    {
      words->name = lay_out_vertical (self, name);
      roadmap_layout_get_size (words->name, &words->name_height, &words->name_width);
    }
  else
    {
      double room = width - 18 * get_unit (self) - (words->beside ? words->number_width + words->gap : 0);

      words->name = lay_out_horizontal (self, name, MAX (room, get_unit (self)));
      roadmap_layout_get_size (words->name, &words->name_width, &words->name_height);
    }
  if (words->beside)
    words->height = MAX (words->number_height, get_name_y (words) + words->name_height);
  else
    words->height = words->number_height + words->gap + words->name_height;
}

static double
get_height (const RoadmapTableNames *self,
            RoadmapItem             *item,
            gboolean                 continued)
{
  g_auto (Words) words;

  lay_out (self, item, continued, get_level_width (self), &words);
  return ceil (words.height + 16 * get_unit (self));
}

double
roadmap_table_names_get_height (const RoadmapTableNames *self,
                                RoadmapItem             *item)
{
  return get_height (self, item, FALSE);
}

static void
add_words (const RoadmapTableNames *self,
           const Words             *words,
           RoadmapItem             *item,
           const RoadmapRect       *rect,
           RoadmapScene            *scene)
{
  double unit = get_unit (self);
  double edge = 4 * unit;
  double middle = rect->x + edge + (rect->width - edge) / 2;
  double x = rect->x + edge + 8 * unit;
  double y = rect->y + 8 * unit;
  RoadmapShape name = { ROADMAP_FORM_TEXT, ROADMAP_INK_TEXT, .layout = words->name };

  if (self->vertical)
    y = MAX (y, rect->y + (rect->height - words->height) / 2);
  if (words->number != NULL)
    {
      RoadmapShape number = { ROADMAP_FORM_TEXT, ROADMAP_INK_HUE_TEXT, .hue = roadmap_item_get_hue (item),
                              .layout = words->number };

      number.rect = (RoadmapRect) { self->vertical ? middle - words->number_width / 2 : x, y, words->number_width,
                                    words->number_height };
      roadmap_scene_add (scene, &number);
    }
  if (self->vertical)
    name.flags = ROADMAP_SHAPE_VERTICAL;
  if (words->beside)
    x += words->number_width + words->gap;
  name.rect = (RoadmapRect) { self->vertical ? middle - words->name_width / 2 : x, y + get_name_y (words),
                              words->name_width, words->name_height };
  roadmap_scene_add (scene, &name);
}

static void
add_cell (const RoadmapTableNames *self,
          RoadmapItem             *item,
          gboolean                 continued,
          guint                    line,
          RoadmapRect              rect,
          RoadmapScene            *scene)
{
  guint32 hue = roadmap_item_get_hue (item);
  double unit = get_unit (self);
  double top = rect.y > 0 ? unit : 0;
  g_auto (Words) words;

  lay_out (self, item, continued, rect.width, &words);
  roadmap_scene_begin_group (scene, item, 0, line);
  /* The group may be drawn after the edges, which stay free. */
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_NAME_TINT, hue,
                           (RoadmapRect) { rect.x, rect.y + top, rect.width - unit, rect.height - top });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_FILL, ROADMAP_INK_HUE, hue,
                           (RoadmapRect) { rect.x, rect.y + top, 4 * unit, rect.height - top });
  add_words (self, &words, item, &rect, scene);
  roadmap_scene_end_group (scene);
  if (rect.y > 0)
    roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                             (RoadmapRect) { rect.x, rect.y, rect.width, 0 });
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { rect.x + rect.width - unit, rect.y, 0, rect.height });
}

static double
get_strip_y (const RoadmapTableGrid *grid,
             guint                   index,
             double                  end)
{
  return index < grid->strips->len ? g_array_index (grid->strips, RoadmapTableStrip, index).y : end;
}

/* Where the strips of @item and of the lanes in it begin and end. */
static gboolean
find_extent (const RoadmapTableGrid *grid,
             RoadmapItem            *item,
             guint                  *first,
             guint                  *after)
{
  gboolean found = FALSE;

  for (guint i = 0; i < grid->strips->len; i++)
    {
      RoadmapItem *strip = g_array_index (grid->strips, RoadmapTableStrip, i).item;

      if (strip == NULL || !roadmap_item_is_within (strip, item))
        continue;
      if (!found)
        *first = i;
      *after = i + 1;
      found = TRUE;
    }
  return found;
}

/* A lane's own name reaches over the levels that it has no lanes for; @height is that of the row. */
static void
add_lane (const RoadmapTableNames *self,
          RoadmapItem             *lane,
          guint                    depth,
          const RoadmapTableGrid  *grid,
          double                   height,
          guint                   *line,
          RoadmapScene            *scene)
{
  double width = get_level_width (self);
  gboolean has_lanes = FALSE;
  guint first, after;

  if (!find_extent (grid, lane, &first, &after))
    return;
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    has_lanes = has_lanes || (roadmap_item_is (roadmap_item_get_child (lane, i), "lane") && depth + 1 < self->n_levels);
  add_cell (self, lane, FALSE, (*line)++,
            (RoadmapRect) { depth * width, get_strip_y (grid, first, height),
                            has_lanes ? width : self->width - depth * width,
                            get_strip_y (grid, after, height) - get_strip_y (grid, first, height) },
            scene);
  for (guint i = 0; i < roadmap_item_get_n_children (lane); i++)
    if (roadmap_item_is (roadmap_item_get_child (lane, i), "lane"))
      add_lane (self, roadmap_item_get_child (lane, i), depth + 1, grid, height, line, scene);
}

void
roadmap_table_names_add (const RoadmapTableNames *self,
                         RoadmapItem             *top,
                         const RoadmapTableGrid  *grid,
                         double                   height,
                         RoadmapScene            *scene)
{
  guint line = 0;

  if (roadmap_item_is (top, "lane"))
    add_lane (self, top, 0, grid, height, &line, scene);
  else
    add_cell (self, top, FALSE, 0, (RoadmapRect) { 0, 0, self->width, height }, scene);
}

void
roadmap_table_names_add_edge (const RoadmapTableNames *self,
                              double                   height,
                              RoadmapScene            *scene)
{
  double unit = get_unit (self);

  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { 0, height - unit, self->width, 0 });
  /* The edge of the column goes on to the row below. */
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { self->width - unit, height - unit, 0, unit });
  roadmap_scene_extend (scene, self->width, height);
}

void
roadmap_table_names_add_piece (const RoadmapTableNames *self,
                               RoadmapItem             *top,
                               gboolean                 continued,
                               double                   height,
                               RoadmapScene            *scene)
{
  height = MAX (height, get_height (self, top, continued));
  add_cell (self, top, continued, 0, (RoadmapRect) { 0, 0, self->width, height - get_unit (self) }, scene);
  roadmap_table_names_add_edge (self, height, scene);
}
