/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/pages.h"

#include "chart/page-draft.h"
#include "chart/paint.h"

#define MM (72 / 25.4)

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
add_row_bookmarks (RoadmapPages            *self,
                   const RoadmapPageLayout *layout,
                   double                   from,
                   double                   to)
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
add_page (RoadmapPages            *self,
          const RoadmapPageDraft  *draft,
          const RoadmapPageLayout *layout,
          double                   from,
          double                   to)
{
  RoadmapScene *scene = roadmap_scene_new ();
  g_autoptr (RoadmapScene) legend = roadmap_page_draft_create_legend (draft, layout, from, to);
  double left = self->options.paper.margin;
  double top = roadmap_page_frame_add_top (&draft->frame, layout->chart, scene);
  double bottom = layout->rows_y + to - from;

  if (from == 0)
    add_bookmark (self, roadmap_item_dup_label (layout->chart, self->options.language), self->options.paper.margin, 0);
  add_row_bookmarks (self, layout, from, to);
  roadmap_swimlane_add_head (layout->swimlane, scene, left, top);
  roadmap_swimlane_add_rows (layout->swimlane, scene, left, layout->rows_y, from, to);
  roadmap_page_frame_add_table (&draft->frame, scene, top, bottom);
  roadmap_scene_add_scene (scene, legend, left, bottom + roadmap_page_draft_get_legend_gap (draft));
  g_ptr_array_add (self->scenes, scene);
}

static void
add_pages (RoadmapPages           *self,
           const RoadmapPageDraft *draft)
{
  for (guint i = 0; i < draft->layouts->len; i++)
    {
      const RoadmapPageLayout *layout = g_ptr_array_index (draft->layouts, i);
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
  self->options.filter = roadmap_filter_ref (options->filter);
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
  g_autoptr (RoadmapPageDraft) draft = NULL;

  own_options (self, options);
  self->scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_scene_unref);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (RoadmapBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->title = dup_or_empty (roadmap_item_get_in (root, "title", options->language));
  self->author = dup_or_empty (roadmap_item_get_in (root, "organisation", options->language));
  self->subject = create_subject (self);

  draft = roadmap_page_draft_choose (&self->options);
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
  g_clear_pointer (&self->options.filter, roadmap_filter_unref);
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
