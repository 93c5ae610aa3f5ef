/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/reading-chapters.h"

#include "chart/narrative-layout.h"

/* Of the body of official documents in Japan, on paper of any size: a larger one has more columns. */
#define NARRATIVE_POINTS 10.5

gboolean
roadmap_narrative_applies (const RoadmapPagesOptions *options)
{
  g_autoptr (GPtrArray) narratives = roadmap_list (options->roadmap, NULL, "narrative");

  return narratives->len > 0;
}

void
roadmap_narrative_add_chapters (const RoadmapChapterContext *context,
                                GPtrArray                   *chapters)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autoptr (GPtrArray) narratives = roadmap_list (pages->roadmap, NULL, "narrative");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (NARRATIVE_POINTS, pages->language);

  for (guint i = 0; i < narratives->len; i++)
    {
      RoadmapItem *narrative = g_ptr_array_index (narratives, i);
      const char *title = roadmap_item_get_in (narrative, "title", pages->language);
      RoadmapNarrativeOptions options = {
        .roadmap = pages->roadmap,
        .narrative = narrative,
        .language = pages->language,
        .width = context->width,
        .height = roadmap_chapter_context_get_height (context, narrative, title),
        .measure = measure,
        .untitled = TRUE,
        .show = pages->show,
        .show_data = pages->show_data,
      };

      roadmap_chapter_add (chapters, narrative, title, roadmap_narrative_layout_new (&options),
                           ROADMAP_CHAPTER_ROW_A_PAGE | ROADMAP_CHAPTER_BARE);
    }
}
