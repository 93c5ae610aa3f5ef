/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-cut.h"

#include "chart/legend.h"
#include "chart/scene-slice.h"

/* Rounding of the heights of rows. */
#define NEAR 0.01

/* A row stays whole unless that leaves more than this share of a page empty. */
#define MAX_EMPTY_SHARE 0.35

/* Groups higher than this share of what a page holds are cut: the legend may need the rest. */
#define MAX_GROUP_SHARE 0.7

/* On so many pages rows stay laid out until they are drawn; those of all would take too much memory. */
#define LAID_OUT_PAGES 256

/* What has an entry in the table of contents. */
static const char *const marked_kinds[] = { "stage", "lane", "measure", "section" };

typedef struct
{
  RoadmapPageRun       *run;
  const RoadmapChapter *chapter;
  guint                 index;
  double                top;    /* of the heads, on a page */
  double                rows_y; /* on the page */
  double                room;   /* of rows and legend */
  guint                 n_rows;
  GArray               *bands;  /* RoadmapReach */
} Cutter;

/* Where a page begins. */
typedef struct
{
  guint  row;
  double from;
  double shown;
} Begin;

/* Legend */

static gboolean
has_legend (const RoadmapChapter *chapter)
{
  return (chapter->flags & (ROADMAP_CHAPTER_LEGEND | ROADMAP_CHAPTER_CATEGORIES)) != 0;
}

RoadmapScene *
roadmap_page_cut_create_legend (const RoadmapPageRun  *run,
                                const RoadmapPagePlan *page,
                                const RoadmapScene    *table)
{
  const RoadmapPagesOptions *pages = run->frame->options;
  const RoadmapChapter *chapter = g_ptr_array_index (run->chapters, page->chapter);
  RoadmapLegendOptions options = {
    .roadmap = pages->roadmap,
    .chart = chapter->item,
    .language = pages->language,
    .measure = run->measure,
    .width = roadmap_page_frame_get_width (run->frame),
    .notes = chapter->flags & ROADMAP_CHAPTER_NOTES,
    .categories = page->first && chapter->flags & ROADMAP_CHAPTER_CATEGORIES,
  };

  if (!has_legend (chapter))
    return roadmap_scene_new ();
  return roadmap_legend_create (&options, table);
}

/* With the space above it. */
static double
get_legend_height (Cutter                *cutter,
                   const RoadmapPagePlan *page)
{
  g_autoptr (RoadmapScene) table = roadmap_scene_new ();
  g_autoptr (RoadmapScene) legend = NULL;
  double height;

  /* Pages of text have none, and their rows need not be put together to find that out. */
  if (!has_legend (cutter->chapter))
    return 0;
  roadmap_page_rows_add (&page->rows, cutter->chapter->sheet, table, 0, 0);
  legend = roadmap_page_cut_create_legend (cutter->run, page, table);
  height = roadmap_scene_get_height (legend);
  return height > 0 ? height + roadmap_page_frame_get_gap (cutter->run->frame) : 0;
}

/* Filling a page */

/* The rest of the row from @begin on, as far as it has room; FALSE if nothing of it has. */
static gboolean
cut_row (Cutter          *cutter,
         RoadmapPageRows *rows,
         double           room,
         Begin           *begin)
{
  RoadmapSheet *sheet = cutter->chapter->sheet;
  RoadmapScene *body = roadmap_sheet_get_body (sheet, begin->row);
  RoadmapSheetPiece all = { 0, roadmap_sheet_get_row_height (sheet, begin->row), FALSE };
  g_autoptr (RoadmapScene) own_names = roadmap_sheet_create_names (sheet, begin->row, &all);
  RoadmapScene *names = NULL;
  RoadmapSlice slice = { .from = begin->from, .shown = begin->shown, .most = rows->most };
  RoadmapPageRows piece = *rows;
  double next;

  /* Names that are laid out again for each piece do not say where it may end. */
  if (own_names == NULL)
    names = roadmap_sheet_get_names (sheet, begin->row);
  if (!roadmap_slice_cut (&slice, body, names, room, &next))
    return FALSE;
  piece.last = begin->row;
  piece.to = slice.to;
  if (roadmap_page_rows_get_height (&piece, sheet, begin->row) > room + NEAR)
    return FALSE;
  *rows = piece;
  if (next == G_MAXDOUBLE)
    *begin = (Begin) { begin->row + 1, 0, -1 };
  else
    *begin = (Begin) { begin->row, next, slice.to };
  return TRUE;
}

/* Headings go to the next page, together with what they head. */
static void
move_headings (Cutter          *cutter,
               RoadmapPageRows *rows,
               Begin           *next)
{
  while (next->from == 0 && next->row < cutter->n_rows && rows->last > rows->row &&
         roadmap_sheet_is_kept_with_next (cutter->chapter->sheet, rows->last))
    {
      *next = (Begin) { rows->last, 0, -1 };
      rows->last--;
      rows->to = roadmap_sheet_get_row_height (cutter->chapter->sheet, rows->last);
    }
}

/* Whether the row, which has no room below others, is better cut than left to the next page. */
static gboolean
should_cut (Cutter *cutter,
            Begin  *begin,
            double  left)
{
  double rest = roadmap_sheet_get_row_height (cutter->chapter->sheet, begin->row) - begin->from;

  return rest > cutter->room || left > MAX_EMPTY_SHARE * cutter->room;
}

/* Puts as much on the page as @room has, at least something; moves @begin to where the next begins. */
static void
fill_page (Cutter          *cutter,
           double           room,
           RoadmapPageRows *rows,
           Begin           *begin)
{
  RoadmapSheet *sheet = cutter->chapter->sheet;
  double y = 0;

  *rows = (RoadmapPageRows) { begin->row, begin->from, begin->shown, begin->row, 0, MAX_GROUP_SHARE * cutter->room };
  while (begin->row < cutter->n_rows)
    {
      RoadmapPageRows longer = *rows;
      double height;

      longer.last = begin->row;
      longer.to = G_MAXDOUBLE;
      height = roadmap_page_rows_get_height (&longer, sheet, begin->row);
      if (y + height > room + NEAR)
        break;
      longer.to = roadmap_sheet_get_row_height (sheet, begin->row);
      *rows = longer;
      *begin = (Begin) { begin->row + 1, 0, -1 };
      y += height;
      if (cutter->chapter->flags & ROADMAP_CHAPTER_ROW_A_PAGE && !roadmap_page_frame_is_endless (cutter->run->frame))
        return;
    }
  if (begin->row == cutter->n_rows)
    return;

  if ((y == 0 || should_cut (cutter, begin, room - y)) && cut_row (cutter, rows, room - y, begin))
    return;
  if (y == 0)
    {
      /* Nothing has room: better a piece that is cut than none. */
      cutter->run->sound = FALSE;
      rows->last = begin->row;
      rows->to = begin->from + MAX (room, 1);
      *begin = (Begin) { begin->row, rows->to, rows->to };
      if (begin->from >= roadmap_sheet_get_row_height (sheet, begin->row))
        *begin = (Begin) { begin->row + 1, 0, -1 };
      return;
    }
  move_headings (cutter, rows, begin);
}

/* The legend says what occurs on the page, so that less may be on it when there is less on the page. */
static void
find_page (Cutter          *cutter,
           RoadmapPagePlan *page,
           Begin           *begin)
{
  const Begin first = *begin;
  gboolean sound = cutter->run->sound;
  double legend = 0;

  for (;;)
    {
      double height = 0;
      double needed;

      fill_page (cutter, cutter->room - legend, &page->rows, begin);
      needed = get_legend_height (cutter, page);
      for (guint row = page->rows.row; row <= page->rows.last && row < cutter->n_rows; row++)
        height += roadmap_page_rows_get_height (&page->rows, cutter->chapter->sheet, row);
      if (height + needed <= cutter->room + NEAR)
        return;
      if (needed <= legend + NEAR)
        break;
      legend = needed;
      cutter->run->sound = sound;
      *begin = first;
    }
  cutter->run->sound = FALSE;
}

/* Marks */

static gboolean
is_marked (RoadmapItem *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marked_kinds); i++)
    if (roadmap_item_is (item, marked_kinds[i]))
      return TRUE;
  return FALSE;
}

static void
add_mark (Cutter      *cutter,
          RoadmapItem *item,
          double       y)
{
  RoadmapPageMark mark = { item, cutter->index, cutter->run->pages->len, y };

  g_array_append_val (cutter->run->marks, mark);
}

/* Items in the body of a row that begin on the page. */
static void
add_marks_in_row (Cutter                *cutter,
                  const RoadmapPageRows *rows,
                  guint                  row,
                  double                 y)
{
  RoadmapScene *body = roadmap_sheet_get_body (cutter->chapter->sheet, row);
  RoadmapItem *own = roadmap_sheet_get_row_item (cutter->chapter->sheet, row);
  double from = row == rows->row ? rows->from : 0;
  double shown = row == rows->row ? rows->shown : -1;
  double to = row == rows->last ? rows->to : G_MAXDOUBLE;

  for (guint i = 0; i < roadmap_scene_get_n_groups (body); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (body, i);

      if (group->item != own && is_marked (group->item) && group->bounds.y >= shown && group->bounds.y < to)
        add_mark (cutter, group->item, y + MAX (group->bounds.y - from, 0));
    }
}

static void
add_marks (Cutter                *cutter,
           const RoadmapPagePlan *page)
{
  double y = cutter->rows_y;

  if (page->first && !(cutter->chapter->flags & ROADMAP_CHAPTER_CONTINUES))
    add_mark (cutter, NULL, cutter->run->frame->options->paper.margin);
  if (page->first && cutter->chapter->item != NULL && is_marked (cutter->chapter->item))
    add_mark (cutter, cutter->chapter->item, cutter->run->frame->options->paper.margin);
  for (guint row = page->rows.row; row <= page->rows.last && row < cutter->n_rows; row++)
    {
      RoadmapItem *item = roadmap_sheet_get_row_item (cutter->chapter->sheet, row);

      if (item != NULL && is_marked (item) && !(row == page->rows.row && page->rows.from > 0))
        add_mark (cutter, item, y);
      add_marks_in_row (cutter, &page->rows, row, y);
      y += roadmap_page_rows_get_height (&page->rows, cutter->chapter->sheet, row);
    }
}

/* Chapters */

static void
check_row (Cutter *cutter,
           guint   row)
{
  RoadmapSlice slice = { .most = MAX_GROUP_SHARE * cutter->room };

  if (roadmap_slice_cuts_groups (&slice, roadmap_sheet_get_body (cutter->chapter->sheet, row)))
    cutter->run->sound = FALSE;
}

/* Adds a page for each band. */
static void
add_page (Cutter   *cutter,
          Begin    *begin,
          gboolean  first)
{
  const RoadmapPageFrame *frame = cutter->run->frame;
  RoadmapPagePlan page = { .chapter = cutter->index, .first = first };

  cutter->rows_y = cutter->top + roadmap_sheet_get_row_head_height (cutter->chapter->sheet, begin->row);
  cutter->room = roadmap_page_frame_get_foot (frame) - roadmap_page_frame_get_gap (frame) / 2 - cutter->rows_y;
  find_page (cutter, &page, begin);
  add_marks (cutter, &page);
  if (begin->from > 0)
    check_row (cutter, begin->row);
  for (guint i = 0; i < cutter->bands->len; i++)
    {
      page.rows.band = g_array_index (cutter->bands, RoadmapReach, i);
      g_array_append_val (cutter->run->pages, page);
      page.first = FALSE;
    }
  if (cutter->run->pages->len > LAID_OUT_PAGES)
    roadmap_page_rows_forget (&page.rows, cutter->chapter->sheet);
}

/* Between columns, so that each band has room beside the names; one without a width where all has. */
static GArray *
find_bands (Cutter *cutter)
{
  RoadmapSheet *sheet = cutter->chapter->sheet;
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (RoadmapReach));
  double names = roadmap_sheet_get_names_width (sheet);
  double body = roadmap_sheet_get_body_width (sheet);
  double width = roadmap_page_frame_get_width (cutter->run->frame);
  guint n_breaks;
  const double *breaks = roadmap_sheet_get_column_breaks (sheet, &n_breaks);
  RoadmapReach band = { 0, 0 };

  for (guint i = 0; i <= n_breaks && names + body > width + NEAR; i++)
    {
      double end = i < n_breaks ? breaks[i] : body;

      if (band.to > band.from && names + end - band.from > width + NEAR)
        {
          g_array_append_val (bands, band);
          band.from = band.to;
        }
      band.to = end;
    }
  g_array_append_val (bands, band);
  return bands;
}

void
roadmap_page_cut_add_pages (RoadmapPageRun *run,
                            guint           index)
{
  const RoadmapPageFrame *frame = run->frame;
  const RoadmapChapter *chapter = g_ptr_array_index (run->chapters, index);
  g_autoptr (RoadmapScene) top = roadmap_scene_new ();
  Cutter cutter = { run, chapter, index };
  guint n_before = run->pages->len;
  double width = roadmap_sheet_get_names_width (chapter->sheet) + roadmap_sheet_get_body_width (chapter->sheet);
  g_autoptr (GArray) bands = NULL;
  Begin begin = { 0, 0, -1 };
  guint wanted;

  cutter.top = roadmap_page_frame_add_top (frame, chapter, TRUE, top);
  cutter.n_rows = roadmap_sheet_get_n_rows (chapter->sheet);
  cutter.bands = bands = find_bands (&cutter);
  do
    add_page (&cutter, &begin, run->pages->len == n_before);
  while (begin.row < cutter.n_rows);

  wanted = chapter->flags & ROADMAP_CHAPTER_ROW_A_PAGE ? MAX (cutter.n_rows, 1) : 1;
  if (chapter->flags & ROADMAP_CHAPTER_ONE_PAGE && run->pages->len - n_before > wanted)
    run->whole = FALSE;
  if (width > roadmap_page_frame_get_width (frame) + NEAR)
    {
      run->sound = FALSE;
      run->share = MIN (run->share, roadmap_page_frame_get_width (frame) / width);
    }
}
