/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/pages.h"

#include "chart/page-run.h"
#include "chart/paint.h"

/* Scenes that are kept; a window shows no more pages at a time. */
#define MAX_KEPT 12

typedef struct
{
  guint         page;
  RoadmapScene *scene;
} KeptScene;

struct _RoadmapPages
{
  RoadmapPagesOptions  options; /* its pointers are owned */
  GDate                today;
  RoadmapPageFrame     frame;
  GPtrArray           *runs;      /* RoadmapPageRun */
  guint                n_pages;
  GQueue               scenes;    /* KeptScene, the newest first */
  GArray              *bookmarks;
  char                *title;
  char                *author;
  char                *subject;
  char                *keywords;
};

/* Runs */

static RoadmapPageRun *
get_run (RoadmapPages *self,
         guint         index)
{
  return g_ptr_array_index (self->runs, index);
}

/* The run in which @page is, which becomes the page of the run; NULL if there are no pages at all. */
static RoadmapPageRun *
find_run (RoadmapPages *self,
          guint        *page)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      RoadmapPageRun *run = get_run (self, i);

      if (*page < run->pages->len)
        return run;
      *page -= run->pages->len;
    }
  return NULL;
}

static char *
dup_mark_text (RoadmapPages          *self,
               RoadmapPageRun        *run,
               const RoadmapPageMark *mark)
{
  const RoadmapChapter *chapter = g_ptr_array_index (run->chapters, mark->chapter);

  if (mark->item != NULL)
    return roadmap_item_dup_label (mark->item, self->options.language);
  if (chapter->item != NULL && !roadmap_item_is (chapter->item, "stage") && !roadmap_item_is (chapter->item, "lane"))
    return roadmap_item_dup_label (chapter->item, self->options.language);
  return g_strdup (chapter->title);
}

/* The items around it that are in the table of contents, too, for whatever stands in a chart. */
static guint
get_level (const RoadmapPageMark *mark)
{
  guint level = 1;

  if (mark->item == NULL)
    return 0;
  for (RoadmapItem *item = roadmap_item_get_parent (mark->item); item != NULL; item = roadmap_item_get_parent (item))
    level += roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane");
  return level;
}

static void
add_bookmarks (RoadmapPages   *self,
               RoadmapPageRun *run,
               guint           first_page)
{
  for (guint i = 0; i < run->marks->len; i++)
    {
      const RoadmapPageMark *mark = &g_array_index (run->marks, RoadmapPageMark, i);
      RoadmapBookmark bookmark = { dup_mark_text (self, run, mark), first_page + mark->page, mark->y,
                                   get_level (mark) };

      if (bookmark.text != NULL)
        g_array_append_val (self->bookmarks, bookmark);
    }
}

static void
find_bookmarks (RoadmapPages *self)
{
  g_array_set_size (self->bookmarks, 0);
  self->n_pages = 0;
  for (guint i = 0; i < self->runs->len; i++)
    {
      add_bookmarks (self, get_run (self, i), self->n_pages);
      self->n_pages += get_run (self, i)->pages->len;
    }
  self->n_pages = MAX (self->n_pages, 1);
}

static void
add_run (RoadmapPages    *self,
         RoadmapLayoutId  id)
{
  const RoadmapLayout *layout = roadmap_layout_find_id (id);

  if (layout != NULL && layout->applies (&self->options))
    g_ptr_array_add (self->runs, roadmap_page_run_choose (&self->frame, layout));
}

static void
add_runs (RoadmapPages *self)
{
  g_autoptr (GArray) pack = roadmap_layout_list_pack (&self->options);
  guint n_front = self->options.pack ? roadmap_layout_get_n_front () : 0;

  for (guint i = 0; i < self->options.n_layouts; i++)
    add_run (self, self->options.layouts[i]);
  for (guint i = 0; self->options.n_layouts == 0 && self->options.pack && i < pack->len; i++)
    add_run (self, g_array_index (pack, RoadmapLayoutId, i));
  if (self->options.n_layouts == 0 && !self->options.pack)
    add_run (self, ROADMAP_LAYOUT_SWIMLANE);

  find_bookmarks (self);
  for (guint i = 0; i < n_front; i++)
    g_ptr_array_insert (self->runs, i, roadmap_page_run_new_front (&self->frame, i, self));
  if (n_front > 0)
    find_bookmarks (self);
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

static char *
create_keywords (RoadmapPages *self)
{
  g_autoptr (GPtrArray) domains = roadmap_list (self->options.roadmap, NULL, "domain");
  GString *keywords = g_string_new (NULL);

  for (guint i = 0; i < domains->len; i++)
    {
      const char *title = roadmap_item_get_in (g_ptr_array_index (domains, i), "title", self->options.language);

      if (title != NULL)
        g_string_append_printf (keywords, "%s%s", keywords->len > 0 ? ", " : "", title);
    }
  return g_string_free (keywords, FALSE);
}

static void
own_options (RoadmapPages              *self,
             const RoadmapPagesOptions *options)
{
  self->options = *options;
  g_object_ref (self->options.roadmap);
  self->options.charts = options->charts != NULL ? g_ptr_array_ref (options->charts)
                                                 : roadmap_list_charts (options->roadmap);
  if (options->since != NULL)
    g_object_ref (self->options.since);
  self->options.layouts = g_memdup2 (options->layouts, options->n_layouts * sizeof (RoadmapLayoutId));
  self->options.since_name = g_strdup (options->since_name);
  self->options.since_edition = g_strdup (options->since_edition);
  self->options.file_name = g_strdup (options->file_name);
  self->options.fingerprint = g_strdup (options->fingerprint);
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

  own_options (self, options);
  self->frame.options = &self->options;
  self->frame.measure = roadmap_measure_new_for_paper (roadmap_page_frame_get_points (&self->frame), options->language);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_page_run_free);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (RoadmapBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
  self->title = dup_or_empty (roadmap_item_get_in (root, "title", options->language));
  self->author = dup_or_empty (roadmap_item_get_in (root, "organisation", options->language));
  self->subject = create_subject (self);
  self->keywords = create_keywords (self);
  add_runs (self);
  return self;
}

RoadmapPages *
roadmap_pages_ref (RoadmapPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
free_kept (gpointer data)
{
  KeptScene *kept = data;

  roadmap_scene_unref (kept->scene);
  g_free (kept);
}

static void
finalize (gpointer data)
{
  RoadmapPages *self = data;

  g_queue_clear_full (&self->scenes, free_kept);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->frame.measure, roadmap_measure_unref);
  g_clear_pointer (&self->bookmarks, g_array_unref);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free ((char *) self->options.language);
  g_free ((RoadmapLayoutId *) self->options.layouts);
  g_free ((char *) self->options.since_name);
  g_free ((char *) self->options.since_edition);
  g_free ((char *) self->options.file_name);
  g_free ((char *) self->options.fingerprint);
  g_clear_object (&self->options.since);
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
  return self->n_pages;
}

double
roadmap_pages_get_height (RoadmapPages *self,
                          guint         page)
{
  const RoadmapPaper *paper = &self->options.paper;

  if (!roadmap_page_frame_is_endless (&self->frame))
    return paper->height;
  return roadmap_scene_get_height (roadmap_pages_get_scene (self, page)) + paper->margin;
}

char *
roadmap_pages_dup_label (RoadmapPages *self,
                         guint         page)
{
  return g_strdup_printf ("%u / %u", page + 1, self->n_pages);
}

static RoadmapScene *
create_scene (RoadmapPages *self,
              guint         page)
{
  g_autofree char *label = roadmap_pages_dup_label (self, page);
  RoadmapPageRun *run = find_run (self, &page);
  RoadmapScene *scene = run != NULL ? roadmap_page_run_create_scene (run, page) : roadmap_scene_new ();

  roadmap_page_frame_add_foot (&self->frame, scene, label);
  return scene;
}

static GList *
find_kept (RoadmapPages *self,
           guint         page)
{
  for (GList *link = self->scenes.head; link != NULL; link = link->next)
    if (((KeptScene *) link->data)->page == page)
      return link;
  return NULL;
}

RoadmapScene *
roadmap_pages_get_scene (RoadmapPages *self,
                         guint         page)
{
  GList *link;
  KeptScene *kept;

  g_return_val_if_fail (page < self->n_pages, NULL);

  link = find_kept (self, page);
  if (link != NULL)
    {
      g_queue_unlink (&self->scenes, link);
      g_queue_push_head_link (&self->scenes, link);
      return ((KeptScene *) link->data)->scene;
    }

  if (self->scenes.length == MAX_KEPT)
    free_kept (g_queue_pop_tail (&self->scenes));
  kept = g_new (KeptScene, 1);
  *kept = (KeptScene) { page, create_scene (self, page) };
  g_queue_push_head (&self->scenes, kept);
  return kept->scene;
}

void
roadmap_pages_forget_scene (RoadmapPages *self,
                            guint         page)
{
  GList *link;

  g_return_if_fail (page < self->n_pages);

  link = find_kept (self, page);
  if (link == NULL)
    return;
  free_kept (link->data);
  g_queue_delete_link (&self->scenes, link);
}

/* The pages on which the row is, the first of them with a group of @item. */
static gboolean
find_in_row (RoadmapPages *self,
             guint         first_page,
             RoadmapPageRun *run,
             guint         chapter,
             guint         row,
             RoadmapItem  *item,
             guint        *page,
             double       *y)
{
  gboolean found = FALSE;

  for (guint i = 0; i < run->pages->len; i++)
    {
      const RoadmapPagePlan *plan = &g_array_index (run->pages, RoadmapPagePlan, i);
      const RoadmapGroup *group;

      if (plan->chapter != chapter || plan->rows.last < row || plan->rows.row > row)
        continue;
      group = roadmap_scene_find_group (roadmap_pages_get_scene (self, first_page + i), item);
      if (group != NULL || !found)
        {
          *page = first_page + i;
          *y = group != NULL ? group->bounds.y : self->options.paper.margin;
        }
      if (group != NULL)
        return TRUE;
      found = TRUE;
    }
  return found;
}

gboolean
roadmap_pages_find (RoadmapPages *self,
                    RoadmapItem  *item,
                    guint        *page,
                    double       *y)
{
  guint first_page = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      RoadmapPageRun *run = get_run (self, i);
      guint row;

      for (guint j = 0; j < run->chapters->len; j++)
        {
          const RoadmapChapter *chapter = g_ptr_array_index (run->chapters, j);

          if (roadmap_sheet_find_row_of (chapter->sheet, item, &row) &&
              find_in_row (self, first_page, run, j, row, item, page, y))
            return TRUE;
        }
      first_page += run->pages->len;
    }
  return FALSE;
}

double
roadmap_pages_get_text_size (RoadmapPages *self,
                             guint         page)
{
  const RoadmapPageRun *run;

  g_return_val_if_fail (page < self->n_pages, 0);

  run = find_run (self, &page);
  return run != NULL ? run->points : roadmap_page_frame_get_points (&self->frame);
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

const char *
roadmap_pages_get_keywords (RoadmapPages *self)
{
  return self->keywords;
}

const char *
roadmap_pages_get_language (RoadmapPages *self)
{
  return self->options.language;
}

Roadmap *
roadmap_pages_get_roadmap (RoadmapPages *self)
{
  return self->options.roadmap;
}
