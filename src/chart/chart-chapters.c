/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/chart-chapters.h"

#include <math.h>

#include "chart/swimlane-sheet.h"

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

void
roadmap_timeline_add_chapters (const RoadmapChapterContext *context,
                               GPtrArray                   *chapters)
{
  const RoadmapPagesOptions *options = context->options;

  for (guint i = 0; i < options->charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (options->charts, i);

      roadmap_chapter_add (chapters, chart, roadmap_item_get_in (chart, "title", options->language),
                           create_timeline (context, chart), ROADMAP_CHAPTER_LEGEND | ROADMAP_CHAPTER_NOTES);
    }
}
