/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/reading-chapters.h"

#include "chart/changes-layout.h"
#include "chart/contents-layout.h"
#include "chart/cover-layout.h"
#include "chart/filter-words.h"
#include "chart/narrative-layout.h"
#include "chart/words.h"
#include "model/as-of.h"
#include "model/pairs.h"

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

/* (transfer full) (nullable): the edition to compare with, by its id or failing that the one before the last. */
static Roadmap *
create_edition (const RoadmapPagesOptions *options)
{
  g_autoptr (GPtrArray) editions = roadmap_list_editions (options->roadmap);

  for (guint i = 0; i < editions->len; i++)
    {
      RoadmapItem *edition = g_ptr_array_index (editions, i);

      if (options->since_edition != NULL ? g_str_equal (roadmap_item_get_id (edition), options->since_edition)
                                         : i + 2 == editions->len)
        return roadmap_as_of (options->roadmap, edition, NULL);
    }
  return NULL;
}

/* (transfer full) (nullable): what to compare with, a version of the same roadmap. */
static Roadmap *
find_since (const RoadmapPagesOptions *options)
{
  g_autoptr (Roadmap) since = options->since != NULL ? g_object_ref (options->since) : create_edition (options);

  if (since == NULL || !roadmap_pairs_check (since, options->roadmap, NULL))
    return NULL;
  return g_steal_pointer (&since);
}

gboolean
roadmap_changes_applies (const RoadmapPagesOptions *options)
{
  g_autoptr (Roadmap) since = find_since (options);

  return since != NULL;
}

void
roadmap_changes_add_chapters (const RoadmapChapterContext *context,
                              GPtrArray                   *chapters)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autoptr (Roadmap) since = find_since (pages);
  RoadmapChangesOptions options = {
    .roadmap = pages->roadmap,
    .since = since,
    .language = pages->language,
    .width = context->width,
    .measure = context->measure,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };
  RoadmapSheet *sheet = since != NULL ? roadmap_changes_layout_new (&options, NULL) : NULL;
  g_autofree char *title = NULL;

  if (sheet == NULL)
    return;
  title = roadmap_changes_dup_title (since, pages->since != NULL ? pages->since_name : NULL, pages->language);
  roadmap_chapter_add (chapters, NULL, title, sheet, ROADMAP_CHAPTER_BARE);
}

void
roadmap_cover_add_chapter (const RoadmapChapterContext *context,
                           GPtrArray                   *chapters)
{
  const RoadmapPagesOptions *pages = context->options;
  g_autofree char *shown = roadmap_filter_dup_words (pages->filter, pages->roadmap, pages->language);
  RoadmapCoverOptions options = {
    .roadmap = pages->roadmap,
    .charts = pages->charts,
    .language = pages->language,
    .width = context->width,
    .height = roadmap_chapter_context_get_height (context, NULL, NULL),
    .points = roadmap_measure_get_em (context->measure, ROADMAP_SIZE_BODY),
    .today = pages->today,
    .shown = shown,
    .file_name = pages->file_name,
    .fingerprint = pages->fingerprint,
  };

  roadmap_chapter_add (chapters, NULL, NULL, roadmap_cover_layout_new (&options), ROADMAP_CHAPTER_BARE);
}

void
roadmap_contents_add_chapter (const RoadmapChapterContext *context,
                              GPtrArray                   *chapters)
{
  const char *title = roadmap_word (ROADMAP_WORD_CONTENTS, context->options->language);
  RoadmapContentsOptions options = {
    .pages = context->pages,
    .language = context->options->language,
    .width = context->width,
    .height = roadmap_chapter_context_get_height (context, NULL, title),
    .measure = context->measure,
  };

  roadmap_chapter_add (chapters, NULL, title, roadmap_contents_layout_new (&options),
                       ROADMAP_CHAPTER_ROW_A_PAGE | ROADMAP_CHAPTER_BARE);
}
