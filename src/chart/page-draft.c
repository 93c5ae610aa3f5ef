/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/page-draft.h"

#include "chart/bar-place.h"
#include "chart/legend.h"

#include <math.h>

/* The step BODY at most, on A4 landscape; it grows with the square root of the width, so that larger paper holds more
 * and reads from further away. */
#define BODY_POINTS 9.0
#define BODY_PAPER_WIDTH (297 * 72 / 25.4)
/* Smaller steps are tried down to this share of it where that saves a page … */
#define MIN_SHARE 0.85
#define SHARE_STEP 0.05
/* … and smaller ones only for a line of bars that is higher than a page. */
#define SHRINK 0.9

/* Of the width of the table. */
#define NAME_SHARE 0.15

/* Lanes stay whole unless that leaves more than this share of a page empty. */
#define MAX_EMPTY_SHARE 0.35

static void
free_layout (gpointer data)
{
  RoadmapPageLayout *layout = data;

  g_clear_pointer (&layout->swimlane, roadmap_swimlane_unref);
  g_clear_pointer (&layout->ends, g_array_unref);
  g_free (layout);
}

void
roadmap_page_draft_free (RoadmapPageDraft *self)
{
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->frame.measure, roadmap_measure_unref);
  g_free (self);
}

RoadmapScene *
roadmap_page_draft_create_legend (const RoadmapPageDraft  *self,
                                  const RoadmapPageLayout *layout,
                                  double                   from,
                                  double                   to)
{
  RoadmapLegendOptions options = {
    .roadmap = self->frame.options->roadmap,
    .chart = layout->chart,
    .language = self->frame.options->language,
    .measure = self->frame.measure,
    .width = roadmap_page_frame_get_width (&self->frame),
  };
  g_autoptr (RoadmapScene) rows = roadmap_scene_new ();

  roadmap_swimlane_add_rows (layout->swimlane, rows, 0, 0, from, to);
  return roadmap_legend_create (&options, rows);
}

double
roadmap_page_draft_get_legend_gap (const RoadmapPageDraft *self)
{
  return 8 * roadmap_bar_metrics (self->frame.measure).unit;
}

static gboolean
fits_on_page (const RoadmapPageDraft  *draft,
              const RoadmapPageLayout *layout,
              double                   from,
              double                   to)
{
  double room = layout->rows_after - layout->rows_y - (to - from);
  g_autoptr (RoadmapScene) legend = NULL;

  if (room < 0)
    return FALSE;
  legend = roadmap_page_draft_create_legend (draft, layout, from, to);
  return roadmap_scene_get_height (legend) + roadmap_page_draft_get_legend_gap (draft) <= room;
}

/* Whether a break lies between two rows, not inside one. */
static gboolean
is_between_rows (const RoadmapPageLayout *layout,
                 double                   y)
{
  const RoadmapSwimlaneRow *row = roadmap_swimlane_find_row (layout->swimlane, y);

  return row == NULL || row->y == y;
}

/* The end of the page that begins at @from: the last break up to which rows and legend fit, or of those between rows
 * the last if that does not waste too much; if none fits, the next break. */
static double
find_page_end (RoadmapPageDraft        *draft,
               const RoadmapPageLayout *layout,
               double                   from)
{
  double room = layout->rows_after - layout->rows_y;
  double last = 0;
  guint n_breaks, i;
  const double *breaks = roadmap_swimlane_get_breaks (layout->swimlane, &n_breaks);

  for (i = n_breaks; i > 0 && breaks[i - 1] > from; i--)
    {
      double end = breaks[i - 1];

      if (last != 0 && last - end > MAX_EMPTY_SHARE * room)
        return last;
      if (last != 0 ? !is_between_rows (layout, end) : !fits_on_page (draft, layout, from, end))
        continue;
      if (is_between_rows (layout, end))
        return end;
      last = end;
    }
  if (last != 0)
    return last;
  draft->fits = FALSE;
  return breaks[i];
}

static void
paginate (RoadmapPageDraft  *draft,
          RoadmapPageLayout *layout)
{
  double height = roadmap_scene_get_height (roadmap_swimlane_get_body (layout->swimlane));
  double end = 0;

  do
    {
      end = height > 0 ? find_page_end (draft, layout, end) : 0;
      g_array_append_val (layout->ends, end);
    }
  while (end < height);
}

static RoadmapSwimlane *
create_swimlane (const RoadmapPageFrame *frame,
                 RoadmapItem            *chart)
{
  const RoadmapPagesOptions *pages = frame->options;
  double width = roadmap_page_frame_get_width (frame);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapSwimlaneOptions options = {
    .roadmap = pages->roadmap,
    .charts = charts,
    .language = pages->language,
    .name_width = floor (width * NAME_SHARE),
    .today = pages->today,
    .measure = frame->measure,
    .paged = TRUE,
    .show = pages->show,
    .show_data = pages->show_data,
  };

  g_ptr_array_add (charts, chart);
  options.axis = roadmap_axis_for_charts (pages->roadmap, charts, 0);
  roadmap_axis_set_width (&options.axis, width - options.name_width);
  return roadmap_swimlane_new (&options);
}

static void
add_layout (RoadmapPageDraft *draft,
            RoadmapItem      *chart)
{
  g_autoptr (RoadmapScene) top = roadmap_scene_new ();
  RoadmapPageLayout *layout = g_new0 (RoadmapPageLayout, 1);
  RoadmapScene *years;

  layout->chart = chart;
  layout->swimlane = create_swimlane (&draft->frame, chart);
  layout->ends = g_array_new (FALSE, FALSE, sizeof (double));
  years = roadmap_swimlane_get_years (layout->swimlane);
  layout->rows_y = roadmap_page_frame_add_top (&draft->frame, chart, top) + roadmap_scene_get_height (years);
  layout->rows_after = roadmap_page_frame_get_foot (&draft->frame) - roadmap_page_draft_get_legend_gap (draft) / 2;
  paginate (draft, layout);
  draft->n_pages += layout->ends->len;
  g_ptr_array_add (draft->layouts, layout);
}

static RoadmapPageDraft *
create_draft (const RoadmapPagesOptions *options,
              double                     points)
{
  RoadmapPageDraft *draft = g_new0 (RoadmapPageDraft, 1);

  draft->frame.options = options;
  draft->frame.measure = roadmap_measure_new_for_paper (points, options->language);
  draft->layouts = g_ptr_array_new_with_free_func (free_layout);
  draft->fits = TRUE;
  for (guint i = 0; i < options->charts->len; i++)
    add_layout (draft, g_ptr_array_index (options->charts, i));
  return draft;
}

static gboolean
is_better (const RoadmapPageDraft *a,
           const RoadmapPageDraft *b)
{
  return a->fits != b->fits ? a->fits : a->n_pages < b->n_pages;
}

RoadmapPageDraft *
roadmap_page_draft_choose (const RoadmapPagesOptions *options)
{
  double most = BODY_POINTS * sqrt (options->paper.width / BODY_PAPER_WIDTH);
  RoadmapPageDraft *best = create_draft (options, most);

  for (double points = most * (1 - SHARE_STEP); points > ROADMAP_MEASURE_MIN_POINTS;
       points = points > most * MIN_SHARE ? points - most * SHARE_STEP : points * SHRINK)
    {
      g_autoptr (RoadmapPageDraft) draft = NULL;

      if (points < most * MIN_SHARE && best->fits)
        break;
      draft = create_draft (options, points);
      if (is_better (draft, best))
        {
          roadmap_page_draft_free (best);
          best = g_steal_pointer (&draft);
        }
    }
  return best;
}

