/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/pages.h"

#include "chart/bar-place.h"
#include "chart/legend.h"
#include "chart/page-frame.h"
#include "chart/paint.h"

#include <math.h>

#define MM (72 / 25.4)

/* The step BODY at most, on A4 landscape; it grows with the square root of the width, so that larger paper holds more and
 * reads from further away. */
#define BODY_POINTS 9.0
#define BODY_PAPER_WIDTH (297 * MM)
/* Smaller steps are tried down to this share of it where that saves a page … */
#define MIN_SHARE 0.85
#define SHARE_STEP 0.05
/* … and smaller ones only for a line of bars that is higher than a page. */
#define SHRINK 0.9

/* Of the width of the table. */
#define NAME_SHARE 0.15

/* Lanes stay whole unless that leaves more than this share of a page empty. */
#define MAX_EMPTY_SHARE 0.35

static const struct
{
  const char *name;
  double      short_side; /* mm */
  double      long_side;
  double      margin;
} papers[] = {
  { "a3", 297, 420, 15 },
  { "a4", 210, 297, 12 },
  { "b4", 257, 364, 13 },
  { "b5", 182, 257, 11 },
  { "letter", 215.9, 279.4, 12.7 },
};

struct _RoadmapPages
{
  RoadmapPagesOptions  options; /* its pointers are owned */
  GDate                today;
  GPtrArray           *scenes;
  GArray              *bookmarks;
  char                *title;
  char                *author;
  char                *subject;
};

/* A chart while it is put on pages.
 *
 *   title                  part, edition     ┐ top
 *   ┌──────┬──────┬──────┐                   ┘
 *   │      │ 2020 │ 2021 │                   ┐ head
 *   ├──────┼──────┴──────┤                   ┘
 *   │ ①    │ ▭▭▭▭▭       │                     rows, from one break to another
 *   └──────┴─────────────┘
 *   legend
 *   ─────────────────────
 *   source                          n / N    } foot
 */
typedef struct
{
  RoadmapItem     *chart;
  RoadmapSwimlane *swimlane;
  double           rows_y;
  double           rows_after; /* where rows and legend must end */
  GArray          *ends;       /* double: the breaks with which the pages end */
} Layout;

/* All charts in one size of text. */
typedef struct
{
  RoadmapPageFrame  frame;
  GPtrArray        *layouts;
  guint             n_pages;
  gboolean          fits;
} Draft;

const char *const *
roadmap_paper_get_names (void)
{
  static const char *names[G_N_ELEMENTS (papers) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    names[i] = papers[i].name;
  return names;
}

gboolean
roadmap_paper_find (const char   *name,
                    gboolean      landscape,
                    RoadmapPaper *paper)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        paper->width = (landscape ? papers[i].long_side : papers[i].short_side) * MM;
        paper->height = (landscape ? papers[i].short_side : papers[i].long_side) * MM;
        paper->margin = papers[i].margin * MM;
        return TRUE;
      }
  return FALSE;
}

/* Drafts */

static void
free_layout (gpointer data)
{
  Layout *layout = data;

  g_clear_pointer (&layout->swimlane, roadmap_swimlane_unref);
  g_clear_pointer (&layout->ends, g_array_unref);
  g_free (layout);
}

static void
free_draft (Draft *draft)
{
  g_clear_pointer (&draft->layouts, g_ptr_array_unref);
  g_clear_pointer (&draft->frame.measure, roadmap_measure_unref);
  g_free (draft);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, free_draft)

static RoadmapScene *
create_legend (const Draft  *draft,
               const Layout *layout,
               double        from,
               double        to)
{
  RoadmapLegendOptions options = {
    .roadmap = draft->frame.options->roadmap,
    .chart = layout->chart,
    .language = draft->frame.options->language,
    .measure = draft->frame.measure,
    .width = roadmap_page_frame_get_width (&draft->frame),
  };
  g_autoptr (RoadmapScene) rows = roadmap_scene_new ();

  roadmap_swimlane_add_rows (layout->swimlane, rows, 0, 0, from, to);
  return roadmap_legend_create (&options, rows);
}

static double
get_legend_gap (const Draft *draft)
{
  return 8 * roadmap_bar_metrics (draft->frame.measure).unit;
}

static gboolean
fits_on_page (const Draft  *draft,
              const Layout *layout,
              double        from,
              double        to)
{
  double room = layout->rows_after - layout->rows_y - (to - from);
  g_autoptr (RoadmapScene) legend = NULL;

  if (room < 0)
    return FALSE;
  legend = create_legend (draft, layout, from, to);
  return roadmap_scene_get_height (legend) + get_legend_gap (draft) <= room;
}

/* Whether a break lies between two rows, not inside one. */
static gboolean
is_between_rows (const Layout *layout,
                 double        y)
{
  const RoadmapSwimlaneRow *row = roadmap_swimlane_find_row (layout->swimlane, y);

  return row == NULL || row->y == y;
}

/* The end of the page that begins at @from: the last break up to which rows and legend fit, or of those between rows the
 * last if that does not waste too much; if none fits, the next break. */
static double
find_page_end (Draft        *draft,
               const Layout *layout,
               double        from)
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
paginate (Draft  *draft,
          Layout *layout)
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
add_layout (Draft       *draft,
            RoadmapItem *chart)
{
  g_autoptr (RoadmapScene) top = roadmap_scene_new ();
  Layout *layout = g_new0 (Layout, 1);
  RoadmapScene *years;

  layout->chart = chart;
  layout->swimlane = create_swimlane (&draft->frame, chart);
  layout->ends = g_array_new (FALSE, FALSE, sizeof (double));
  years = roadmap_swimlane_get_years (layout->swimlane);
  layout->rows_y = roadmap_page_frame_add_top (&draft->frame, chart, top) + roadmap_scene_get_height (years);
  layout->rows_after = roadmap_page_frame_get_foot (&draft->frame) - get_legend_gap (draft) / 2;
  paginate (draft, layout);
  draft->n_pages += layout->ends->len;
  g_ptr_array_add (draft->layouts, layout);
}

static Draft *
create_draft (const RoadmapPagesOptions *options,
              double                     points)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->frame.options = options;
  draft->frame.measure = roadmap_measure_new_for_paper (points, options->language);
  draft->layouts = g_ptr_array_new_with_free_func (free_layout);
  draft->fits = TRUE;
  for (guint i = 0; i < options->charts->len; i++)
    add_layout (draft, g_ptr_array_index (options->charts, i));
  return draft;
}

static gboolean
is_better (const Draft *a,
           const Draft *b)
{
  return a->fits != b->fits ? a->fits : a->n_pages < b->n_pages;
}

/* The largest text in which there are as few pages as can be. */
static Draft *
choose_draft (const RoadmapPagesOptions *options)
{
  double most = BODY_POINTS * sqrt (options->paper.width / BODY_PAPER_WIDTH);
  Draft *best = create_draft (options, most);

  for (double points = most * (1 - SHARE_STEP); points > ROADMAP_MEASURE_MIN_POINTS;
       points = points > most * MIN_SHARE ? points - most * SHARE_STEP : points * SHRINK)
    {
      g_autoptr (Draft) draft = NULL;

      if (points < most * MIN_SHARE && best->fits)
        break;
      draft = create_draft (options, points);
      if (is_better (draft, best))
        {
          free_draft (best);
          best = g_steal_pointer (&draft);
        }
    }
  return best;
}

/* Pages */

static void
add_bookmark (RoadmapPages *self,
              char         *text,
              double        y,
              guint         level)
{
  RoadmapBookmark bookmark = { text, self->scenes->len, y, level };

  g_array_append_val (self->bookmarks, bookmark);
}

/* For the rows that begin between the two breaks. */
static void
add_row_bookmarks (RoadmapPages *self,
                   const Layout *layout,
                   double        from,
                   double        to)
{
  for (guint i = 0; i < roadmap_swimlane_get_n_rows (layout->swimlane); i++)
    {
      const RoadmapSwimlaneRow *row = roadmap_swimlane_get_row (layout->swimlane, i);

      if (row->y >= from && row->y < to && !roadmap_item_is (row->item, "chart"))
        add_bookmark (self, roadmap_item_dup_label (row->item, self->options.language),
                      layout->rows_y + row->y - from, row->depth + 1);
    }
}

static void
add_page (RoadmapPages *self,
          const Draft  *draft,
          const Layout *layout,
          double        from,
          double        to)
{
  RoadmapScene *scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) legend = create_legend (draft, layout, from, to);
  double left = self->options.paper.margin;
  double top = roadmap_page_frame_add_top (&draft->frame, layout->chart, scene);
  double bottom = layout->rows_y + to - from;

  if (from == 0)
    add_bookmark (self, roadmap_item_dup_label (layout->chart, self->options.language), self->options.paper.margin, 0);
  add_row_bookmarks (self, layout, from, to);
  roadmap_swimlane_add_head (layout->swimlane, scene, left, top);
  roadmap_swimlane_add_rows (layout->swimlane, scene, left, layout->rows_y, from, to);
  roadmap_page_frame_add_table (&draft->frame, scene, top, bottom);
  roadmap_scene_add_scene (scene, legend, left, bottom + get_legend_gap (draft));
  g_ptr_array_add (self->scenes, scene);
}

static void
add_pages (RoadmapPages *self,
           const Draft  *draft)
{
  for (guint i = 0; i < draft->layouts->len; i++)
    {
      const Layout *layout = g_ptr_array_index (draft->layouts, i);
      double from = 0;

      for (guint j = 0; j < layout->ends->len; j++)
        {
          double to = g_array_index (layout->ends, double, j);

          add_page (self, draft, layout, from, to);
          from = to;
        }
    }
  if (self->scenes->len == 0)
    g_ptr_array_add (self->scenes, roadmap_scene_new ());
  for (guint i = 0; i < self->scenes->len; i++)
    {
      g_autofree char *label = roadmap_pages_dup_label (self, i);

      roadmap_page_frame_add_foot (&draft->frame, g_ptr_array_index (self->scenes, i), label);
    }
}

/* The document */

static void
clear_bookmark (gpointer data)
{
  RoadmapBookmark *bookmark = data;

  g_clear_pointer (&bookmark->text, g_free);
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
create_subject (RoadmapPages *self)
{
  GString *subject = g_string_new (NULL);

  for (guint i = 0; i < self->options.charts->len; i++)
    {
      const char *title = roadmap_item_get_in (g_ptr_array_index (self->options.charts, i), "title",
                                               self->options.language);

      g_string_append_printf (subject, "%s%s", i > 0 ? " / " : "", title != NULL ? title : "");
    }
  return g_string_free (subject, FALSE);
}

static void
own_options (RoadmapPages              *self,
             const RoadmapPagesOptions *options)
{
  self->options = *options;
  g_object_ref (self->options.roadmap);
  g_ptr_array_ref (self->options.charts);
  self->options.language = g_strdup (options->language);
  if (options->today != NULL)
    {
      self->today = *options->today;
      self->options.today = &self->today;
    }
}

RoadmapPages *
roadmap_pages_new (const RoadmapPagesOptions *options)
{
  RoadmapPages *self = g_rc_box_new0 (RoadmapPages);
  RoadmapItem *root = roadmap_get_root (options->roadmap);
  g_autoptr (Draft) draft = NULL;

  own_options (self, options);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_scene_unref);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (RoadmapBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->title = dup_or_empty (roadmap_item_get_in (root, "title", options->language));
  self->author = dup_or_empty (roadmap_item_get_in (root, "organisation", options->language));
  self->subject = create_subject (self);

  draft = choose_draft (&self->options);
  add_pages (self, draft);
  return self;
}

RoadmapPages *
roadmap_pages_ref (RoadmapPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  RoadmapPages *self = data;

  g_clear_pointer (&self->scenes, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_array_unref);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free ((char *) self->options.language);
  g_ptr_array_unref (self->options.charts);
  g_object_unref (self->options.roadmap);
}

void
roadmap_pages_unref (RoadmapPages *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, finalize);
}

const RoadmapPaper *
roadmap_pages_get_paper (RoadmapPages *self)
{
  return &self->options.paper;
}

guint
roadmap_pages_get_n_pages (RoadmapPages *self)
{
  return self->scenes->len;
}

char *
roadmap_pages_dup_label (RoadmapPages *self,
                         guint         page)
{
  return g_strdup_printf ("%u / %u", page + 1, self->scenes->len);
}

RoadmapScene *
roadmap_pages_get_scene (RoadmapPages *self,
                         guint         page)
{
  g_return_val_if_fail (page < self->scenes->len, NULL);

  return g_ptr_array_index (self->scenes, page);
}

void
roadmap_pages_draw (RoadmapPages *self,
                    guint         page,
                    cairo_t      *cr)
{
  roadmap_paint_scene (cr, roadmap_pages_get_scene (self, page), roadmap_palette_get (ROADMAP_THEME_PAPER), NULL);
}

guint
roadmap_pages_get_n_bookmarks (RoadmapPages *self)
{
  return self->bookmarks->len;
}

const RoadmapBookmark *
roadmap_pages_get_bookmark (RoadmapPages *self,
                            guint         index)
{
  g_return_val_if_fail (index < self->bookmarks->len, NULL);

  return &g_array_index (self->bookmarks, RoadmapBookmark, index);
}

const char *
roadmap_pages_get_title (RoadmapPages *self)
{
  return self->title;
}

const char *
roadmap_pages_get_author (RoadmapPages *self)
{
  return self->author;
}

const char *
roadmap_pages_get_subject (RoadmapPages *self)
{
  return self->subject;
}
