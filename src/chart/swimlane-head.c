/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/swimlane-head.h"

#include "chart/bar-place.h"
#include "chart/words.h"

#include <math.h>
#include <string.h>

/* How the years are written, so that the longest name fits its column: 令和2年度（2020）, the same in two lines, or 2020年度
 * and only where there is room. */
typedef enum
{
  YEARS_IN_ONE_LINE,
  YEARS_IN_TWO_LINES,
  YEARS_SHORT,
} YearStyle;

/* A year's name: the era, and lighter what stands behind it. */
typedef struct
{
  PangoLayout *era;
  PangoLayout *rest;  /* (nullable) */
  double       era_width;
  double       rest_width;
  double       height;
} YearName;

typedef struct
{
  const RoadmapSwimlaneOptions *options;
  RoadmapScene                 *scene;
  double                        unit;
  double                        year_height;
  double                        height;
} Head;

static const RoadmapTextStyle era_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle rest_style = { ROADMAP_SIZE_BODY, 0 };
static const RoadmapTextStyle small_style = { ROADMAP_SIZE_SMALL, 0 };
static const RoadmapTextStyle small_bold_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };

static double
get_unit_length (const RoadmapSwimlaneOptions *options)
{
  return roadmap_bar_metrics (options->measure).unit;
}

static double
get_natural_width (const RoadmapSwimlaneOptions *options,
                   const char                   *text,
                   RoadmapTextStyle              style)
{
  g_autoptr (PangoLayout) layout = roadmap_measure_text (options->measure, text, style, ROADMAP_UNWRAPPED);
  double width;

  roadmap_layout_get_size (layout, &width, NULL);
  return width;
}

/* On paper nobody zooms: quarters are fine enough for a plan that does not itself go by months. */
static gboolean
wants_months (const RoadmapSwimlaneOptions *options)
{
  if (!options->paged)
    return TRUE;
  for (guint i = 0; i < options->charts->len; i++)
    if (g_strcmp0 (roadmap_item_get (g_ptr_array_index (options->charts, i), "columns"), "month") == 0)
      return TRUE;
  return FALSE;
}

RoadmapUnit
roadmap_swimlane_choose_unit (const RoadmapSwimlaneOptions *options)
{
  double widest = 0;
  double widths[4] = { 0, };

  for (RoadmapMonth month = 0; month < 12; month++)
    {
      RoadmapTick tick = { .point = { .first = month } };
      g_autofree char *label = roadmap_tick_describe (&tick, options->language);

      widest = MAX (widest, get_natural_width (options, label, small_style));
    }
  widest += 6 * get_unit_length (options);
  widths[ROADMAP_UNIT_MONTH] = wants_months (options) ? widest : G_MAXDOUBLE;
  widths[ROADMAP_UNIT_QUARTER] = widths[ROADMAP_UNIT_HALF] = widest;
  return roadmap_axis_choose_unit (&options->axis, widths);
}

/* Names of years */

static char *
describe_year (const RoadmapSwimlaneOptions *options,
               const RoadmapTick            *tick,
               RoadmapYearForm               form)
{
  int year = roadmap_point_get_year (&tick->point, options->axis.fiscal_start);

  return roadmap_year_describe (options->axis.calendar, year, form, options->language);
}

static void
clear_year_name (YearName *name)
{
  g_clear_object (&name->era);
  g_clear_object (&name->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YearName, clear_year_name)

/* The long form is the era's form with more behind it. */
static void
lay_out_year (const RoadmapSwimlaneOptions *options,
              const RoadmapTick            *tick,
              gboolean                      last,
              YearName                     *name)
{
  g_autofree char *era = describe_year (options, tick, ROADMAP_YEAR_ERA);
  g_autofree char *full = describe_year (options, tick, ROADMAP_YEAR_LONG);
  const char *onwards = last && options->axis.open ? roadmap_word (ROADMAP_WORD_ONWARDS, options->language) : "";
  g_autofree char *rest = g_strconcat (g_str_has_prefix (full, era) ? full + strlen (era) : "", onwards, NULL);

  *name = (YearName) { 0, };
  name->era = roadmap_measure_text (options->measure, era, era_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (name->era, &name->era_width, &name->height);
  if (*rest == '\0')
    return;
  name->rest = roadmap_measure_text (options->measure, rest, rest_style, ROADMAP_UNWRAPPED);
  roadmap_layout_get_size (name->rest, &name->rest_width, NULL);
}

static YearStyle
choose_year_style (const RoadmapSwimlaneOptions *options,
                   GArray                       *ticks)
{
  YearStyle style = YEARS_IN_ONE_LINE;
  double pad = 8 * get_unit_length (options);

  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      g_auto (YearName) name;

      lay_out_year (options, tick, i + 1 == ticks->len, &name);
      if (MAX (name.era_width, name.rest_width) + pad > tick->width)
        return YEARS_SHORT;
      if (name.era_width + name.rest_width + pad > tick->width)
        style = YEARS_IN_TWO_LINES;
    }
  return style;
}

/* A part of @words, which stay in view within @room. */
static void
add_words (Head               *head,
           PangoLayout        *layout,
           RoadmapInk          ink,
           double              x,
           double              y,
           const RoadmapReach *words,
           const RoadmapReach *room)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_TEXT, .ink = ink, .layout = layout, .rect = { .x = x, .y = y },
                         .words = *words, .room = *room };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  roadmap_scene_add (head->scene, &shape);
}

static void
add_text (Head        *head,
          PangoLayout *layout,
          RoadmapInk   ink,
          double       x,
          double       y)
{
  static const RoadmapReach none = { 0, };

  add_words (head, layout, ink, x, y, &none, &none);
}

static void
add_year (Head              *head,
          const RoadmapTick *tick,
          YearName          *name,
          YearStyle          style)
{
  double middle = tick->x + tick->width / 2;
  double top = (head->year_height - name->height * (style == YEARS_IN_TWO_LINES ? 2 : 1)) / 2;
  double pad = 4 * head->unit;
  double width = (style == YEARS_IN_TWO_LINES ? MAX (name->era_width, name->rest_width)
                                              : name->era_width + name->rest_width) + 2 * pad;
  RoadmapReach words = { middle - width / 2, middle + width / 2 };
  RoadmapReach room = { tick->x, tick->x + tick->width };

  if (style == YEARS_IN_TWO_LINES)
    {
      add_words (head, name->era, ROADMAP_INK_TEXT, middle - name->era_width / 2, top, &words, &room);
      if (name->rest != NULL)
        add_words (head, name->rest, ROADMAP_INK_DIM_TEXT, middle - name->rest_width / 2, top + name->height, &words, &room);
      return;
    }

  middle -= (name->era_width + name->rest_width) / 2;
  add_words (head, name->era, ROADMAP_INK_TEXT, middle, top, &words, &room);
  if (name->rest != NULL)
    add_words (head, name->rest, ROADMAP_INK_DIM_TEXT, middle + name->era_width, top, &words, &room);
}

/* In columns too narrow for any name, as many years as keep apart. */
static void
add_short_years (Head   *head,
                 GArray *ticks)
{
  const RoadmapSwimlaneOptions *options = head->options;
  double axis_width = roadmap_axis_get_width (&options->axis);
  double free_from = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      g_autofree char *text = describe_year (options, tick, ROADMAP_YEAR_WEST);
      g_autoptr (PangoLayout) layout = NULL;
      double width, height, x;

      layout = roadmap_measure_text (options->measure, text, small_bold_style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (layout, &width, &height);
      x = MIN (tick->x + MAX (tick->width - width, 4 * head->unit) / 2, axis_width - width);
      if (x < free_from)
        continue;
      add_text (head, layout, ROADMAP_INK_TEXT, x, (head->year_height - height) / 2);
      free_from = x + width + 4 * head->unit;
    }
}

static void
add_years (Head      *head,
           GArray    *ticks,
           YearStyle  style)
{
  if (style == YEARS_SHORT)
    {
      add_short_years (head, ticks);
      return;
    }
  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      g_auto (YearName) name;

      lay_out_year (head->options, tick, i + 1 == ticks->len, &name);
      add_year (head, tick, &name, style);
    }
}

/* The second row */

static gboolean
shows_today (const RoadmapSwimlaneOptions *options)
{
  return options->today != NULL && roadmap_axis_shows_date (&options->axis, options->today);
}

static RoadmapRect
get_today_rect (Head        *head,
                PangoLayout *layout)
{
  double width, height, x;

  roadmap_layout_get_size (layout, &width, &height);
  width += 14 * head->unit;
  height += 2 * head->unit;
  x = roadmap_axis_date_to_x (&head->options->axis, head->options->today) - width / 2;
  x = MAX (MIN (x, roadmap_axis_get_width (&head->options->axis) - width), 0);
  return (RoadmapRect) { x, (head->year_height + head->height - height) / 2, width, height };
}

static void
add_today (Head        *head,
           RoadmapRect *rect)
{
  const char *word = roadmap_word (ROADMAP_WORD_TODAY, head->options->language);
  g_autoptr (PangoLayout) layout = NULL;
  RoadmapShape shape = { .form = ROADMAP_FORM_LABEL, .ink = ROADMAP_INK_TODAY };

  layout = roadmap_measure_text (head->options->measure, word, small_bold_style, ROADMAP_UNWRAPPED);
  shape.layout = layout;
  shape.rect = *rect = get_today_rect (head, layout);
  roadmap_scene_add (head->scene, &shape);
}

/* Labels that the label of today would cover are left out. */
static void
add_labels (Head              *head,
            RoadmapUnit        unit,
            const RoadmapRect *today)
{
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&head->options->axis, unit);
  RoadmapRect near_today = { today->x - 4 * head->unit, today->y, today->width + 8 * head->unit, today->height };

  for (guint i = 0; i < ticks->len; i++)
    {
      const RoadmapTick *tick = &g_array_index (ticks, RoadmapTick, i);
      g_autofree char *text = roadmap_tick_describe (tick, head->options->language);
      g_autoptr (PangoLayout) layout = NULL;
      double width, height;
      RoadmapRect rect;

      layout = roadmap_measure_text (head->options->measure, text, small_style, ROADMAP_UNWRAPPED);
      roadmap_layout_get_size (layout, &width, &height);
      rect = (RoadmapRect) { tick->x + (tick->width - width) / 2, (head->year_height + head->height - height) / 2,
                             width, height };
      if (!roadmap_rect_overlaps (&rect, &near_today))
        add_text (head, layout, ROADMAP_INK_DIM_TEXT, rect.x, rect.y);
    }
}

static void
add_rule (Head        *head,
          RoadmapInk   ink,
          RoadmapRect  rect)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_RULE, .ink = ink, .rect = rect };

  roadmap_scene_add (head->scene, &shape);
}

static void
add_ground (Head   *head,
            double  width)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_FILL, .ink = ROADMAP_INK_HEAD, .rect = { 0, 0, width, head->height } };

  roadmap_scene_add (head->scene, &shape);
}

static void
add_rules (Head        *head,
           RoadmapUnit  unit,
           GArray      *years)
{
  double width = roadmap_axis_get_width (&head->options->axis);
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (&head->options->axis, unit);

  for (guint i = 1; i < ticks->len && unit < ROADMAP_UNIT_YEAR; i++)
    add_rule (head, ROADMAP_INK_GRID, (RoadmapRect) { g_array_index (ticks, RoadmapTick, i).x, head->year_height, 0,
                                                      head->height - head->year_height });
  for (guint i = 1; i < years->len; i++)
    add_rule (head, ROADMAP_INK_STRONG_GRID,
              (RoadmapRect) { g_array_index (years, RoadmapTick, i).x, 0, 0, head->height });
  add_rule (head, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { 0, head->height - head->unit, width, 0 });
}

RoadmapScene *
roadmap_swimlane_create_years (const RoadmapSwimlaneOptions *options,
                               RoadmapUnit                   unit)
{
  Head head = { options, roadmap_scene_new (), get_unit_length (options) };
  g_autoptr (GArray) years = roadmap_axis_list_ticks (&options->axis, ROADMAP_UNIT_YEAR);
  YearStyle style = choose_year_style (options, years);
  RoadmapRect today = { 0, };

  head.year_height = ceil ((style == YEARS_IN_TWO_LINES ? 44 : 30) * head.unit);
  head.height = head.year_height;
  if (unit < ROADMAP_UNIT_YEAR || shows_today (options))
    head.height += ceil (22 * head.unit);

  add_ground (&head, roadmap_axis_get_width (&options->axis));
  add_rules (&head, unit, years);
  add_years (&head, years, style);
  if (shows_today (options))
    add_today (&head, &today);
  if (unit < ROADMAP_UNIT_YEAR)
    add_labels (&head, unit, &today);
  return head.scene;
}

/* The corner */

static const char *
find_heading (RoadmapItem *chart,
              const char  *language)
{
  const char *kind = NULL;

  for (guint i = 0; i < roadmap_item_get_n_children (chart) && kind == NULL; i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
        kind = roadmap_item_get_kind (item)->name;
    }
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *item = roadmap_item_get_child (chart, i);

      if (roadmap_item_is (item, "heading") && g_strcmp0 (roadmap_item_get (item, "for"), kind) == 0)
        return roadmap_item_get_in (item, "title", language);
    }
  return roadmap_item_get_in (chart, "name", language);
}

/* Below the heading stands whose plan the ghosts are. */
static PangoLayout *
lay_out_heading (const RoadmapSwimlaneOptions *options,
                 const char                   *heading,
                 double                        width)
{
  RoadmapItem *earlier = options->earlier != NULL && options->earlier->len > 0 ? g_ptr_array_index (options->earlier, 0)
                                                                               : NULL;
  const char *name = earlier != NULL ? roadmap_item_get_in (earlier, "name", options->language) : NULL;
  g_autofree char *markup = NULL;

  if (name == NULL)
    return heading != NULL ? roadmap_measure_text (options->measure, heading, small_bold_style, width) : NULL;
  markup = g_markup_printf_escaped ("<b>%s</b>%s┅ %s", heading != NULL ? heading : "", heading != NULL ? "\n" : "", name);
  return roadmap_measure_markup (options->measure, markup, small_style, width);
}

RoadmapScene *
roadmap_swimlane_create_corner (const RoadmapSwimlaneOptions *options,
                                double                        height)
{
  Head head = { options, roadmap_scene_new (), get_unit_length (options), height, height };
  const char *heading = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double text_height;

  add_ground (&head, options->name_width);
  add_rule (&head, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { options->name_width - head.unit, 0, 0, height });
  add_rule (&head, ROADMAP_INK_STRONG_GRID, (RoadmapRect) { 0, height - head.unit, options->name_width, 0 });
  if (options->charts->len == 1)
    heading = find_heading (g_ptr_array_index (options->charts, 0), options->language);
  layout = lay_out_heading (options, heading, options->name_width - 20 * head.unit);
  if (layout == NULL)
    return head.scene;

  roadmap_layout_get_size (layout, NULL, &text_height);
  if (text_height <= height)
    add_text (&head, layout, ROADMAP_INK_DIM_TEXT, 12 * head.unit, (height - text_height) / 2);
  return head.scene;
}
