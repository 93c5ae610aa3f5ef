/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/progress-lists.h"

#include "chart/followup-entries.h"
#include "chart/scene-text.h"
#include "chart/status-chip.h"
#include "chart/title-markup.h"
#include "chart/words.h"
#include "model/era.h"

#include <math.h>

#define N_COLUMNS 4

/* What it is, in which stage, and two facts about it. */
static const double shares[N_COLUMNS] = { 0.4, 0.2, 0.17, 0.23 };

static const RoadmapTextStyle head_style = { ROADMAP_SIZE_SMALL, ROADMAP_TEXT_BOLD };
static const RoadmapTextStyle title_style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_BOLD };

/* Lists */

static int
compare_since (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const RoadmapProgressParts *parts = user_data;
  RoadmapMonth first = 0, second = 0;

  roadmap_progress_ask_overdue (&parts->ask, *(RoadmapItem **) a, &first);
  roadmap_progress_ask_overdue (&parts->ask, *(RoadmapItem **) b, &second);
  return first - second;
}

static gboolean
is_in (const RoadmapProgressParts *parts,
       RoadmapProgressList         list,
       RoadmapItem                *bar)
{
  RoadmapItem *before;
  RoadmapMonth since;

  if (list == ROADMAP_PROGRESS_OVERDUE)
    return roadmap_progress_ask_overdue (&parts->ask, bar, &since);
  before = roadmap_progress_ask_status_before (&parts->ask, bar);
  return before != NULL && before != roadmap_progress_ask_status (&parts->ask, bar);
}

GPtrArray *
roadmap_progress_list (const RoadmapProgressParts *parts,
                       RoadmapProgressList         list)
{
  GPtrArray *bars = g_ptr_array_new ();

  /* Without any status everything that has ended would be overdue. */
  for (guint i = 0; parts->has_status && i < parts->bars->len; i++)
    if (is_in (parts, list, g_ptr_array_index (parts->bars, i)))
      g_ptr_array_add (bars, g_ptr_array_index (parts->bars, i));
  if (list == ROADMAP_PROGRESS_OVERDUE)
    g_ptr_array_sort_with_data (bars, compare_since, (gpointer) parts);
  return bars;
}

/* Columns */

static double
get_x (const RoadmapProgressParts *parts,
       guint                       column)
{
  double x = 0;

  for (guint i = 0; i < column; i++)
    x += floor (parts->width * shares[i]);
  return x;
}

static double
get_room (const RoadmapProgressParts *parts,
          guint                       column)
{
  double right = column + 1 < N_COLUMNS ? get_x (parts, column + 1) : parts->width;

  return right - get_x (parts, column) - 8 * parts->unit;
}

/* (transfer full) */
static char *
dup_head (const RoadmapProgressParts *parts,
          RoadmapProgressList         list,
          guint                       n_bars,
          gboolean                    continued,
          guint                       column)
{
  static const RoadmapWord titles[] = {
    [ROADMAP_PROGRESS_OVERDUE] = ROADMAP_WORD_OVERDUE_LIST,
    [ROADMAP_PROGRESS_CHANGED] = ROADMAP_WORD_CHANGED_LIST,
  };
  const char *language = parts->options->language;
  g_autofree char *figure = g_strdup_printf ("%u", n_bars);
  g_autofree char *title = NULL;

  if (column == 0)
    {
      title = roadmap_word_with (titles[list], language, figure);
      return g_strconcat (title, continued ? roadmap_word (ROADMAP_WORD_CONTINUED, language) : "", NULL);
    }
  if (column == 1)
    return g_strdup (roadmap_word (ROADMAP_WORD_STAGE, language));
  if (list == ROADMAP_PROGRESS_CHANGED)
    return roadmap_progress_dup_year (parts, column == 2 ? 1 : 0);
  return g_strdup (roadmap_word (column == 2 ? ROADMAP_WORD_PLANNED_END : ROADMAP_WORD_OVERDUE_FOR, language));
}

void
roadmap_progress_list_heads (const RoadmapProgressParts *parts,
                             RoadmapProgressList         list,
                             guint                       n_bars,
                             gboolean                    continued,
                             double                      height,
                             RoadmapScene               *scene)
{
  PangoLayout *layouts[N_COLUMNS];
  double above = (continued ? 2 : 12) * parts->unit;
  double below = 3 * parts->unit;
  double words = 0, foot;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *head = dup_head (parts, list, n_bars, continued, i);

      layouts[i] = roadmap_measure_text (parts->options->measure, head, i == 0 ? title_style : head_style,
                                         get_room (parts, i));
      words = MAX (words, roadmap_layout_get_height (layouts[i]));
    }
  foot = MAX (ceil (above + words + below), height) - below;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      roadmap_scene_add_tagged_text (scene, layouts[i], ROADMAP_INK_TEXT,
                                     i == 0 ? ROADMAP_TAG_HEADING : ROADMAP_TAG_HEAD_CELL, NULL, get_x (parts, i),
                                     foot - roadmap_layout_get_height (layouts[i]));
      g_object_unref (layouts[i]);
    }
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_STRONG_GRID, 0,
                           (RoadmapRect) { 0, foot + below, parts->width, 0 });
  roadmap_scene_extend (scene, parts->width, foot + below);
}

/* Rows */

static double
add_status (const RoadmapProgressParts *parts,
            RoadmapItem                *status,
            const char                 *text,
            guint                       column,
            double                      y,
            RoadmapItem                *item,
            RoadmapScene               *scene)
{
  const RoadmapProgressOptions *options = parts->options;
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_EVEN };
  double x = get_x (parts, column);
  g_autoptr (PangoLayout) layout = NULL;
  double line_height;

  style.indent = roadmap_status_chip_get_width (options->measure, status, options->language);
  layout = roadmap_measure_markup (options->measure, text, style, get_room (parts, column));
  line_height = roadmap_layout_get_height (layout) / roadmap_layout_get_n_lines (layout);
  roadmap_status_chip_add (scene, options->measure, status, options->language, item, x, y, line_height);
  return roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_CELL, item, x, y);
}

static double
add_plain (const RoadmapProgressParts *parts,
           const char                 *text,
           guint                       column,
           double                      y,
           RoadmapItem                *item,
           RoadmapScene               *scene)
{
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_EVEN };
  g_autoptr (PangoLayout) layout = roadmap_measure_text (parts->options->measure, text, style, get_room (parts, column));

  return roadmap_scene_add_tagged_text (scene, layout, ROADMAP_INK_TEXT, ROADMAP_TAG_CELL, item, get_x (parts, column),
                                        y);
}

static char *
dup_status_title (const RoadmapProgressParts *parts,
                  RoadmapItem                *status)
{
  g_autofree char *title = NULL;

  if (status == NULL)
    return g_strdup (roadmap_word (ROADMAP_WORD_NO_STATUS, parts->options->language));
  title = roadmap_item_dup_title (status, parts->options->language);
  return g_markup_escape_text (title, -1);
}

/* "1年3か月" · "1 yr 3 mo" */
static char *
dup_length (const RoadmapProgressParts *parts,
            int                         months)
{
  const char *language = parts->options->language;
  g_autofree char *n_years = g_strdup_printf ("%d", months / 12);
  g_autofree char *n_months = g_strdup_printf ("%d", months % 12);
  g_autofree char *years = roadmap_word_with (ROADMAP_WORD_YEARS_LONG, language, n_years);
  g_autofree char *rest = roadmap_word_with (ROADMAP_WORD_MONTHS_LONG, language, n_months);

  if (months < 12)
    return g_steal_pointer (&rest);
  if (months % 12 == 0)
    return g_steal_pointer (&years);
  return g_strconcat (years, g_str_has_prefix (language, "ja") ? "" : " ", rest, NULL);
}

/* "令和3年7月から（9か月）" · "July 2021 (9 mo)": whole months, not counting the one that runs. */
static char *
dup_since (const RoadmapProgressParts *parts,
           RoadmapMonth                since)
{
  const char *language = parts->options->language;
  int fiscal_start = roadmap_get_fiscal_start (parts->options->roadmap);
  RoadmapPoint point = roadmap_point_at (ROADMAP_CALENDAR_CIVIL, ROADMAP_UNIT_MONTH, since, fiscal_start);
  g_autofree char *month = roadmap_point_describe (&point, fiscal_start, language);
  g_autofree char *from = roadmap_word_with (ROADMAP_WORD_SINCE_MONTH, language, month);
  g_autofree char *length = dup_length (parts, parts->ask.month - since);

  if (parts->ask.month == since)
    return g_steal_pointer (&from);
  return g_strdup_printf (g_str_has_prefix (language, "ja") ? "%s（%s）" : "%s (%s)", from, length);
}

static double
add_overdue (const RoadmapProgressParts *parts,
             RoadmapItem                *bar,
             double                      y,
             RoadmapScene               *scene)
{
  const RoadmapProgressOptions *options = parts->options;
  g_autofree char *end = NULL;
  g_autofree char *length = NULL;
  RoadmapMonth since = 0;
  RoadmapSpan span;
  double end_height, length_height;

  if (!roadmap_get_span (options->roadmap, bar, &span) || !roadmap_progress_ask_overdue (&parts->ask, bar, &since))
    return 0;
  end = roadmap_point_describe (&span.end, roadmap_get_fiscal_start (options->roadmap), options->language);
  length = dup_since (parts, since);
  end_height = add_plain (parts, end, 2, y, bar, scene);
  length_height = add_plain (parts, length, 3, y, bar, scene);
  return MAX (end_height, length_height);
}

static double
add_change (const RoadmapProgressParts *parts,
            RoadmapItem                *bar,
            double                      y,
            RoadmapScene               *scene)
{
  RoadmapItem *before = roadmap_progress_ask_status_before (&parts->ask, bar);
  RoadmapItem *now = roadmap_progress_ask_status (&parts->ask, bar);
  g_autofree char *before_title = dup_status_title (parts, before);
  g_autofree char *now_title = dup_status_title (parts, now);
  double before_height = add_status (parts, before, before_title, 2, y, bar, scene);
  double now_height = add_status (parts, now, now_title, 3, y, bar, scene);

  return MAX (before_height, now_height);
}

void
roadmap_progress_list_row (const RoadmapProgressParts *parts,
                           RoadmapProgressList         list,
                           RoadmapItem                *bar,
                           RoadmapScene               *scene)
{
  const RoadmapProgressOptions *options = parts->options;
  RoadmapItem *top = roadmap_followup_find_top (bar);
  RoadmapItem *status = list == ROADMAP_PROGRESS_OVERDUE ? roadmap_progress_ask_status (&parts->ask, bar) : NULL;
  g_autofree char *title = roadmap_title_dup_markup (options->roadmap, bar, options->language, options->measure,
                                                     ROADMAP_SIZE_BAR);
  g_autofree char *where = top != NULL ? roadmap_item_dup_label (top, options->language) : g_strdup ("");
  double y = 4 * parts->unit;
  double title_height, where_height, facts_height, height;

  roadmap_progress_begin_item (parts, bar, scene);
  title_height = add_status (parts, status, title, 0, y, bar, scene);
  where_height = add_plain (parts, where, 1, y, bar, scene);
  if (list == ROADMAP_PROGRESS_OVERDUE)
    facts_height = add_overdue (parts, bar, y, scene);
  else
    facts_height = add_change (parts, bar, y, scene);
  height = ceil (MAX (title_height, MAX (where_height, facts_height)) + 2 * y);
  roadmap_progress_end_item (parts, bar, (RoadmapRect) { 0, 0, get_x (parts, 1), height }, scene);
  roadmap_scene_add_plain (scene, ROADMAP_FORM_RULE, ROADMAP_INK_GRID, 0, (RoadmapRect) { 0, height, parts->width, 0 });
  roadmap_scene_extend (scene, parts->width, height);
}
