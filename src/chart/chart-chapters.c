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

gboolean
roadmap_timeline_applies (const RoadmapPagesOptions *options)
{
  return options->charts->len > 0;
}

static RoadmapSheet *
create_timeline (const RoadmapChapterContext *context,
                 RoadmapItem                 *chart)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapSwimlaneOptions options = {
    .roadmap = pages->roadmap,
    .charts = charts,
    .language = pages->language,
    .name_width = floor (context->width * NAME_SHARE),
    .today = pages->today,
    .measure = context->measure,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };

  g_ptr_array_add (charts, chart);
  options.axis = roadmap_axis_for_charts (pages->roadmap, charts, 0);
  roadmap_axis_set_width (&options.axis, context->width - options.name_width);
  return roadmap_swimlane_sheet_new (&options);
}

/* Of which a filter leaves nothing is left out. */
static void
add_chapter (const RoadmapChapterContext *context,
             GPtrArray                   *chapters,
             RoadmapItem                 *item,
             RoadmapSheet                *sheet,
             RoadmapChapterFlags          flags)
{
  if (context->options->show != NULL && roadmap_sheet_get_n_rows (sheet) == 0)
    g_object_unref (sheet);
  else
    roadmap_chapter_add (chapters, item, roadmap_item_get_in (item, "title", context->options->language), sheet, flags);
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

void
roadmap_timeline_add_chapters (const RoadmapChapterContext *context,
                               GPtrArray                   *chapters)
{
  g_autoptr (GPtrArray) charts = list_charts (context->options);

  for (guint i = 0; i < charts->len; i++)
    add_chapter (context, chapters, g_ptr_array_index (charts, i), create_timeline (context, g_ptr_array_index (charts, i)),
                 ROADMAP_CHAPTER_LEGEND | ROADMAP_CHAPTER_NOTES);
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
      add_chapter (context, chapters, g_ptr_array_index (charts, i), create_table (context, g_ptr_array_index (charts, i)),
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

  options.height = roadmap_chapter_context_get_height (context, map, roadmap_item_get_in (map, "title", pages->language));
  add_chapter (context, chapters, map, roadmap_map_layout_new (&options),
               ROADMAP_CHAPTER_ONE_PAGE | ROADMAP_CHAPTER_BARE);
}
