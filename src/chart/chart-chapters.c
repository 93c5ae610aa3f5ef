/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/chart-chapters.h"

#include <math.h>

#include "chart/map-layout.h"
#include "chart/swimlane-sheet.h"
#include "chart/table-layout.h"

/* Of the width of the table. */
#define NAME_SHARE 0.15

/* Ems of a year at least: an axis of more years is divided. */
#define MIN_YEAR 3.5

gboolean
roadmap_timeline_applies (const RoadmapPagesOptions *options)
{
  return options->charts->len > 0;
}

/* Some years of a chart that has more than a page is wide. */
typedef struct
{
  const RoadmapPagesOptions *options;
  RoadmapMonth               first;
  RoadmapMonth               after;
} Years;

static gboolean
shows_in_years (RoadmapItem *item,
                gpointer     data)
{
  const Years *years = data;
  RoadmapSpan span;

  if (years->options->show != NULL && !years->options->show (item, years->options->show_data))
    return FALSE;
  if (!roadmap_get_span (years->options->roadmap, item, &span))
    return TRUE;
  return roadmap_span_get_first (&span) < years->after && roadmap_span_get_after (&span) > years->first;
}

static guint
count_years (const RoadmapAxis *axis)
{
  return MAX (1, (axis->after - axis->first + 11) / 12);
}

/* (transfer full): "2020年度～2041年度" · "FY2020–FY2041": the years of a part. */
static char *
describe_years (const RoadmapAxis *axis,
                const char        *language)
{
  g_autoptr (GArray) ticks = roadmap_axis_list_ticks (axis, ROADMAP_UNIT_YEAR);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < ticks->len; i++)
    {
      int year = roadmap_point_get_year (&g_array_index (ticks, RoadmapTick, i).point, axis->fiscal_start);

      g_free (to);
      to = roadmap_year_describe (axis->calendar, year, ROADMAP_YEAR_WEST, language);
      if (from == NULL)
        from = g_strdup (to);
    }
  return g_strconcat (from, g_str_has_prefix (language, "ja") ? "～" : "–", to, NULL);
}

/* In how many parts of equally many years an axis of this width has to be divided, so that years can be read. */
static guint
count_parts (const RoadmapChapterContext *context,
             const RoadmapAxis           *axis,
             double                       width)
{
  double em = roadmap_measure_get_em (context->measure, ROADMAP_SIZE_BODY);
  guint most = MAX (1, (guint) (width / (MIN_YEAR * em)));

  return (count_years (axis) + most - 1) / most;
}

/* The part @index of @n_parts of the years of @chart. */
static RoadmapSheet *
create_timeline (const RoadmapChapterContext *context,
                 RoadmapItem                 *chart,
                 const RoadmapAxis           *axis,
                 double                       names_width,
                 guint                        index,
                 guint                        n_parts)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  int n_years = (count_years (axis) + n_parts - 1) / n_parts;
  RoadmapSwimlaneOptions options = {
    .roadmap = pages->roadmap,
    .charts = charts,
    .language = pages->language,
    .axis = *axis,
    .name_width = names_width,
    .today = pages->today,
    .measure = context->measure,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };
  g_autofree Years *years = g_new0 (Years, 1);
  RoadmapSheet *sheet;

  g_ptr_array_add (charts, chart);
  if (n_parts > 1)
    {
      options.axis.first += 12 * n_years * (int) index;
      options.axis.after = MIN (options.axis.first + 12 * n_years, axis->after);
      options.axis.open = axis->open && options.axis.after == axis->after;
      *years = (Years) { pages, options.axis.first, options.axis.after };
      options.show = shows_in_years;
      options.show_data = years;
    }
  roadmap_axis_set_width (&options.axis, context->width - names_width);
  sheet = roadmap_swimlane_sheet_new (&options);
  g_object_set_data_full (G_OBJECT (sheet), "roadmap-years", g_steal_pointer (&years), g_free);
  return sheet;
}

/* A chapter of which a filter leaves nothing is left out.  @part (nullable) is behind the title. */
static void
add_chapter (const RoadmapChapterContext *context,
             GPtrArray                   *chapters,
             RoadmapItem                 *item,
             const char                  *part,
             RoadmapSheet                *sheet,
             RoadmapChapterFlags          flags)
{
  const char *title = roadmap_item_get_in (item, "title", context->options->language);
  g_autofree char *both = g_strjoin ("　", title != NULL ? title : "", part, NULL);

  if (context->options->show != NULL && roadmap_sheet_get_n_rows (sheet) == 0)
    g_object_unref (sheet);
  else
    roadmap_chapter_add (chapters, item, both, sheet, flags);
}

/* (transfer full): the charts to print, and with them those of the earlier plan if that is asked for. */
static GPtrArray *
list_charts (const RoadmapPagesOptions *options)
{
  g_autoptr (GPtrArray) earlier = roadmap_list_earlier_charts (options->roadmap);
  GPtrArray *charts = g_ptr_array_copy (options->charts, NULL, NULL);

  for (guint i = 0; options->earlier && i < earlier->len; i++)
    if (!g_ptr_array_find (charts, g_ptr_array_index (earlier, i), NULL))
      g_ptr_array_add (charts, g_ptr_array_index (earlier, i));
  return charts;
}

static void
add_timeline (const RoadmapChapterContext *context,
              RoadmapItem                 *chart,
              GPtrArray                   *chapters)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  double names_width = floor (context->width * NAME_SHARE);
  RoadmapAxis axis;
  guint n_parts;

  g_ptr_array_add (charts, chart);
  axis = roadmap_axis_for_charts (context->options->roadmap, charts, 0);
  n_parts = count_parts (context, &axis, context->width - names_width);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (RoadmapSheet) sheet = create_timeline (context, chart, &axis, names_width, i, n_parts);
      const RoadmapAxis *part = roadmap_swimlane_sheet_get_axis (ROADMAP_SWIMLANE_SHEET (sheet));
      g_autofree char *years = n_parts > 1 ? describe_years (part, context->options->language) : NULL;

      if (n_parts == 1 || roadmap_sheet_get_n_rows (sheet) > 0)
        add_chapter (context, chapters, chart, years, g_steal_pointer (&sheet),
                     ROADMAP_CHAPTER_LEGEND | ROADMAP_CHAPTER_NOTES);
    }
}

void
roadmap_timeline_add_chapters (const RoadmapChapterContext *context,
                               GPtrArray                   *chapters)
{
  g_autoptr (GPtrArray) charts = list_charts (context->options);

  for (guint i = 0; i < charts->len; i++)
    add_timeline (context, g_ptr_array_index (charts, i), chapters);
}

/* Tables */

static gboolean
has_stages (RoadmapItem *chart)
{
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    if (roadmap_item_is (roadmap_item_get_child (chart, i), "stage"))
      return TRUE;
  return FALSE;
}

/* Whether there is a chart with stages, or one without. */
static gboolean
has_chart (const RoadmapPagesOptions *options,
           gboolean                   of_stages)
{
  g_autoptr (GPtrArray) charts = list_charts (options);

  for (guint i = 0; i < charts->len; i++)
    if (has_stages (g_ptr_array_index (charts, i)) == of_stages)
      return TRUE;
  return FALSE;
}

static RoadmapSheet *
create_table (const RoadmapChapterContext *context,
              RoadmapItem                 *chart)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapTableOptions options = {
    .roadmap = pages->roadmap,
    .charts = charts,
    .language = pages->language,
    .width = context->width,
    .today = pages->today,
    .measure = context->measure,
    .compact = TRUE,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };

  g_ptr_array_add (charts, chart);
  return roadmap_table_new (&options);
}

static void
add_tables (const RoadmapChapterContext *context,
            GPtrArray                   *chapters,
            gboolean                     of_stages,
            RoadmapChapterFlags          flags)
{
  g_autoptr (GPtrArray) charts = list_charts (context->options);

  for (guint i = 0; i < charts->len; i++)
    if (has_stages (g_ptr_array_index (charts, i)) == of_stages)
      add_chapter (context, chapters, g_ptr_array_index (charts, i), NULL,
                   create_table (context, g_ptr_array_index (charts, i)),
                   flags | ROADMAP_CHAPTER_LEGEND | ROADMAP_CHAPTER_ONE_PAGE);
}

gboolean
roadmap_stages_apply (const RoadmapPagesOptions *options)
{
  return has_chart (options, TRUE);
}

void
roadmap_stages_add_chapters (const RoadmapChapterContext *context,
                             GPtrArray                   *chapters)
{
  add_tables (context, chapters, TRUE, ROADMAP_CHAPTER_ROW_A_PAGE | ROADMAP_CHAPTER_CATEGORIES);
}

gboolean
roadmap_domains_apply (const RoadmapPagesOptions *options)
{
  return has_chart (options, FALSE);
}

void
roadmap_domains_add_chapters (const RoadmapChapterContext *context,
                              GPtrArray                   *chapters)
{
  add_tables (context, chapters, FALSE, 0);
}

/* Map */

gboolean
roadmap_map_applies (const RoadmapPagesOptions *options)
{
  return roadmap_map_find (options->roadmap) != NULL;
}

void
roadmap_map_add_chapters (const RoadmapChapterContext *context,
                          GPtrArray                   *chapters)
{
  const RoadmapPagesOptions *pages = context->options;
  RoadmapItem *map = roadmap_map_find (pages->roadmap);
  RoadmapMapOptions options = {
    .roadmap = pages->roadmap,
    .map = map,
    .language = pages->language,
    .width = context->width,
    .measure = context->measure,
    .untitled = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };

  RoadmapSheet *sheet;

  /* A map is as high as it is to be, rounded up. */
  options.height = floor (roadmap_chapter_context_get_height (context, map,
                                                              roadmap_item_get_in (map, "title", pages->language)));
  sheet = roadmap_map_layout_new (&options);
  /* A map cannot be cut, but a list can. */
  if (roadmap_sheet_get_height (sheet) > options.height && !roadmap_map_layout_is_list (ROADMAP_MAP_LAYOUT (sheet)))
    {
      g_object_unref (sheet);
      options.listed = TRUE;
      sheet = roadmap_map_layout_new (&options);
    }
  add_chapter (context, chapters, map, NULL, sheet, ROADMAP_CHAPTER_ONE_PAGE | ROADMAP_CHAPTER_BARE);
}
