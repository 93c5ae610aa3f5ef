/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/record-chapters.h"

#include "chart/followup-layout.h"
#include "chart/progress-layout.h"
#include "chart/words.h"
#include "model/followup.h"

static RoadmapFollowupOptions
get_followup_options (const RoadmapPagesOptions *pages)
{
  return (RoadmapFollowupOptions) {
    .roadmap = pages->roadmap,
    .language = pages->language,
    .year = pages->fiscal_year,
    .today = pages->today,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };
}

static gboolean
has_rows (const RoadmapFollowupOptions *options,
          RoadmapItem                  *item)
{
  return (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane")) && roadmap_followup_has_rows (options, item);
}

gboolean
roadmap_followup_applies (const RoadmapPagesOptions *options)
{
  RoadmapFollowupOptions followup = get_followup_options (options);

  for (guint i = 0; i < options->charts->len; i++)
    {
      RoadmapItem *chart = g_ptr_array_index (options->charts, i);

      for (guint j = 0; j < roadmap_item_get_n_children (chart); j++)
        if (has_rows (&followup, roadmap_item_get_child (chart, j)))
          return TRUE;
    }
  return FALSE;
}

gboolean
roadmap_followup_has_records (const RoadmapPagesOptions *options)
{
  return roadmap_choose_followup_year (options->roadmap, options->fiscal_year, options->today).last > 0;
}

/* "ロードブロック解消のための工程表（令和3年度フォローアップ）" */
static char *
dup_title (const RoadmapFollowupOptions *options,
           RoadmapItem                  *chart)
{
  const char *title = roadmap_item_get_in (chart, "title", options->language);
  g_autofree char *year = roadmap_followup_dup_title (options, chart);

  if (title == NULL)
    return g_steal_pointer (&year);
  return g_strdup_printf (g_str_has_prefix (options->language, "ja") ? "%s（%s）" : "%s (%s)", title, year);
}

static void
add_followup_chart (const RoadmapChapterContext *context,
                    RoadmapItem                 *chart,
                    GPtrArray                   *chapters)
{
  RoadmapFollowupOptions options = get_followup_options (context->options);
  RoadmapChapterFlags flags = ROADMAP_CHAPTER_LEGEND;
  g_autofree char *title = dup_title (&options, chart);

  options.measure = context->measure;
  options.width = context->width;
  for (guint i = 0; i < roadmap_item_get_n_children (chart); i++)
    {
      RoadmapItem *top = roadmap_item_get_child (chart, i);
      g_autoptr (GPtrArray) tops = g_ptr_array_new ();

      if (!has_rows (&options, top))
        continue;
      g_ptr_array_add (tops, top);
      options.tops = tops;
      roadmap_chapter_add (chapters, top, title, roadmap_followup_sheet_new (&options), flags);
      flags |= ROADMAP_CHAPTER_CONTINUES;
    }
}

void
roadmap_followup_add_chapters (const RoadmapChapterContext *context,
                               GPtrArray                   *chapters)
{
  for (guint i = 0; i < context->options->charts->len; i++)
    add_followup_chart (context, g_ptr_array_index (context->options->charts, i), chapters);
}

/* Summary */

static RoadmapProgressOptions
get_progress_options (const RoadmapPagesOptions *pages)
{
  return (RoadmapProgressOptions) {
    .roadmap = pages->roadmap,
    .charts = pages->charts,
    .language = pages->language,
    .year = pages->fiscal_year,
    .today = pages->today,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };
}

gboolean
roadmap_progress_applies (const RoadmapPagesOptions *options)
{
  RoadmapProgressOptions progress = get_progress_options (options);

  return roadmap_progress_has_bars (&progress);
}

void
roadmap_progress_add_chapters (const RoadmapChapterContext *context,
                               GPtrArray                   *chapters)
{
  RoadmapProgressOptions options = get_progress_options (context->options);
  g_autofree char *title = roadmap_progress_dup_title (&options);

  options.measure = context->measure;
  options.width = context->width;
  roadmap_chapter_add (chapters, NULL, title, roadmap_progress_sheet_new (&options),
                       ROADMAP_CHAPTER_ONE_PAGE | ROADMAP_CHAPTER_BARE);
}
