/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-run.h"

#include "chart/page-cut.h"
#include "chart/scene-band.h"

/* Smaller steps than the largest are tried down to this share of it where that saves a page … */
#define MIN_SHARE 0.85
#define SHARE_STEP 0.05
/* … and smaller ones only for what should stay whole. */
#define SHRINK 0.9

/* Widths are rounded. */
#define ALMOST 0.99

/* What is to fill a page may have larger letters, in these steps up to this share. */
#define GROWTH 0.1
#define MAX_SHARE 1.2

/* Of so many pages one less is not worth smaller letters … */
#define SOME_PAGES 16
/* … and so many are not counted again in other sizes at all. */
#define MANY_PAGES 48

void
roadmap_page_run_free (RoadmapPageRun *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->measure, roadmap_measure_unref);
  g_free (self);
}

static RoadmapPageRun *
create_run (const RoadmapPageFrame *frame,
            double                  points)
{
  RoadmapPageRun *self = g_new0 (RoadmapPageRun, 1);

  self->frame = frame;
  self->points = points;
  self->measure = roadmap_measure_new_for_paper (points, frame->options->language);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_chapter_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (RoadmapPagePlan));
  self->marks = g_array_new (FALSE, FALSE, sizeof (RoadmapPageMark));
  self->sound = self->whole = TRUE;
  self->share = 1;
  return self;
}

static RoadmapChapterContext
get_context (RoadmapPageRun *self,
             RoadmapPages   *pages)
{
  return (RoadmapChapterContext) {
    .options = self->frame->options,
    .measure = self->measure,
    .width = roadmap_page_frame_get_width (self->frame),
    .height = roadmap_page_frame_is_endless (self->frame)
                ? 0
                : roadmap_page_frame_get_foot (self->frame) - roadmap_page_frame_get_gap (self->frame) / 2 -
                  roadmap_page_frame_get_top (self->frame),
    .frame = self->frame,
    .pages = pages,
  };
}

static void
add_pages (RoadmapPageRun *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    roadmap_page_cut_add_pages (self, i);
}

static RoadmapPageRun *
create_draft (const RoadmapPageFrame *frame,
              const RoadmapLayout    *layout,
              double                  points)
{
  RoadmapPageRun *self = create_run (frame, points);
  RoadmapChapterContext context = get_context (self, NULL);

  layout->add_chapters (&context, self->chapters);
  add_pages (self);
  return self;
}

static gboolean
is_better (const RoadmapPageRun *a,
           const RoadmapPageRun *b)
{
  if (a->sound != b->sound)
    return a->sound;
  if (a->whole != b->whole)
    return a->whole;
  return a->pages->len < b->pages->len;
}

/* Takes over both and frees one. */
static RoadmapPageRun *
keep_better (RoadmapPageRun *draft,
             RoadmapPageRun *best)
{
  RoadmapPageRun *worse = is_better (draft, best) ? best : draft;
  RoadmapPageRun *better = worse == draft ? best : draft;

  roadmap_page_run_free (worse);
  return better;
}

static gboolean
is_perfect (const RoadmapPageRun *self)
{
  return self->sound && self->whole;
}

/* Whether each chapter, or each row of it, is meant to be a page. */
static gboolean
is_of_single_pages (const RoadmapPageRun *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    if ((((RoadmapChapter *) g_ptr_array_index (self->chapters, i))->flags & ROADMAP_CHAPTER_ONE_PAGE) == 0)
      return FALSE;
  return TRUE;
}

/* The largest letters with which all stays on its page.  Takes over @best. */
static RoadmapPageRun *
grow (const RoadmapLayout *layout,
      RoadmapPageRun      *best)
{
  const RoadmapPageFrame *frame = best->frame;
  double most = best->points;

  for (double share = 1 + GROWTH; share < MAX_SHARE + GROWTH / 2; share += GROWTH)
    {
      RoadmapPageRun *draft = create_draft (frame, layout, most * share);

      if (!is_perfect (draft) || draft->pages->len > best->pages->len)
        {
          roadmap_page_run_free (draft);
          return best;
        }
      roadmap_page_run_free (best);
      best = draft;
    }
  return best;
}

/* Of sizes so small that only what should stay whole is worth it.  Takes over @best. */
static RoadmapPageRun *
shrink (const RoadmapLayout *layout,
        RoadmapPageRun      *best,
        double               points)
{
  RoadmapPageRun *smaller = NULL;

  for (; points > ROADMAP_MEASURE_MIN_POINTS && (smaller == NULL || !is_perfect (smaller)); points *= SHRINK)
    {
      RoadmapPageRun *draft = create_draft (best->frame, layout, points);

      smaller = smaller != NULL ? keep_better (draft, smaller) : draft;
    }
  if (smaller == NULL)
    return best;
  if (smaller->sound > best->sound || (smaller->sound == best->sound && smaller->whole > best->whole))
    return keep_better (smaller, best);
  roadmap_page_run_free (smaller);
  return best;
}

/* The size in which the rows are no wider than a page, if there is one.  Takes over @best. */
static RoadmapPageRun *
narrow (const RoadmapLayout *layout,
        RoadmapPageRun      *best)
{
  double points = best->points * best->share * ALMOST;

  return points > ROADMAP_MEASURE_MIN_POINTS ? keep_better (create_draft (best->frame, layout, points), best) : best;
}

RoadmapPageRun *
roadmap_page_run_choose (const RoadmapPageFrame *frame,
                         const RoadmapLayout    *layout)
{
  double most = roadmap_page_frame_get_points (frame);
  RoadmapPageRun *best = create_draft (frame, layout, most);
  double points;

  if (best->share < 1)
    best = narrow (layout, best);
  if (best->pages->len > MANY_PAGES || roadmap_page_frame_is_endless (frame))
    return best;
  if (best->pages->len > SOME_PAGES && is_perfect (best))
    return best;
  if (is_of_single_pages (best) && is_perfect (best))
    return best->points < most ? best : grow (layout, best);
  points = MIN (most * (1 - SHARE_STEP), best->points);
  for (; points > most * MIN_SHARE && points > ROADMAP_MEASURE_MIN_POINTS; points -= most * SHARE_STEP)
    best = keep_better (create_draft (frame, layout, points), best);
  return is_perfect (best) ? best : shrink (layout, best, points);
}

static void
forget_rows (RoadmapPageRun *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const RoadmapPagePlan *page = &g_array_index (self->pages, RoadmapPagePlan, i);
      const RoadmapChapter *chapter = g_ptr_array_index (self->chapters, page->chapter);

      roadmap_page_rows_forget (&page->rows, chapter->sheet);
    }
}

RoadmapPageRun *
roadmap_page_run_new_front (const RoadmapPageFrame *frame,
                            guint                   index,
                            RoadmapPages           *pages)
{
  RoadmapPageRun *self = create_run (frame, roadmap_page_frame_get_points (frame));
  RoadmapChapterContext context = get_context (self, pages);

  roadmap_layout_add_front (index, &context, self->chapters);
  add_pages (self);
  /* The contents say what page each chapter is on, which changes while there is more to come before it. */
  forget_rows (self);
  return self;
}

static void
add_heads (const RoadmapPageRun  *self,
           const RoadmapPagePlan *page,
           RoadmapSheet          *sheet,
           RoadmapScene          *scene,
           double                 x,
           double                 y)
{
  double names_width = roadmap_sheet_get_names_width (sheet);
  RoadmapScene *corner, *head;
  gboolean has_rows = page->rows.row < roadmap_sheet_get_n_rows (sheet);
  double row_y = has_rows ? roadmap_sheet_get_row_y (sheet, page->rows.row) : 0;

  roadmap_sheet_find_heads (sheet, row_y, &corner, &head);
  roadmap_scene_add_scene (scene, corner, x, y);
  if (page->rows.band.to > page->rows.band.from)
    roadmap_band_add (head, &page->rows.band, scene, x + names_width, y);
  else
    roadmap_scene_add_scene (scene, head, x + names_width, y);
}

/* Of heads and rows: as wide as the page unless it is the last of several bands. */
static double
get_width (RoadmapPageRun        *self,
           const RoadmapPagePlan *page,
           RoadmapSheet          *sheet)
{
  if (page->rows.band.to <= page->rows.band.from)
    return roadmap_page_frame_get_width (self->frame);
  return roadmap_sheet_get_names_width (sheet) + page->rows.band.to - page->rows.band.from;
}

RoadmapScene *
roadmap_page_run_create_scene (RoadmapPageRun *self,
                               guint           index)
{
  const RoadmapPagePlan *page = &g_array_index (self->pages, RoadmapPagePlan, index);
  const RoadmapChapter *chapter = g_ptr_array_index (self->chapters, page->chapter);
  RoadmapScene *scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) table = roadmap_scene_new ();
  g_autoptr (RoadmapScene) legend = NULL;
  RoadmapRect rect = { self->frame->options->paper.margin, 0, get_width (self, page, chapter->sheet), 0 };
  double head = roadmap_sheet_get_row_head_height (chapter->sheet, page->rows.row);

  rect.y = roadmap_page_frame_add_top (self->frame, chapter, page->first, scene);
  add_heads (self, page, chapter->sheet, scene, rect.x, rect.y);
  rect.height = head + roadmap_page_rows_add (&page->rows, chapter->sheet, table, rect.x, rect.y + head);
  roadmap_scene_add_scene (scene, table, 0, 0);
  if (!(chapter->flags & ROADMAP_CHAPTER_BARE))
    roadmap_page_frame_add_rules (self->frame, scene, &rect);
  legend = roadmap_page_cut_create_legend (self, page, table);
  roadmap_scene_add_scene (scene, legend, rect.x,
                           roadmap_rect_get_bottom (&rect) + roadmap_page_frame_get_gap (self->frame));
  roadmap_page_rows_forget (&page->rows, chapter->sheet);
  return scene;
}
