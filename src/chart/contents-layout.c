/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/contents-layout.h"

#include "chart/page-target.h"

#include <math.h>

/* Bookmarks deeper than this are for readers on a screen. */
#define MAX_LEVEL 1

/* In ems. */
#define INDENT 1.4
#define NUMBER 2.6       /* room for the number of a page */
#define CHAPTER_GAP 0.7  /* above a chapter */
#define LINE_GAP 0.18    /* above anything else */
#define COLUMN_GAP 3
#define MAX_LINE 46
#define MIN_COLUMN 24
#define DOT 0.55         /* from one dot to the next */
#define DOTS_END 1.8     /* between the last dot and the edge */
#define TOP 0.8          /* below the title */

/* A column that is so full ends with a chapter rather than in one. */
#define FULL_SHARE 0.5

/* Entries that fill no more of a column are left in one. */
#define SHORT_SHARE 0.5

/* Few entries stand in larger letters. */
static const double scales[] = { 1.5, 1.35, 1.2, 1.1, 1 };
#define MANY_ENTRIES 400

struct _RoadmapContentsLayout
{
  RoadmapSheet    parent_instance;

  RoadmapPages   *pages;
  RoadmapMeasure *measure;
  double          em;
  double          width;        /* of a column */
  guint           n_bookmarks;  /* of what comes after the front matter */
  GArray         *entries;
  guint           n_rows;
};

G_DEFINE_FINAL_TYPE (RoadmapContentsLayout, roadmap_contents_layout, ROADMAP_TYPE_SHEET)

typedef struct
{
  guint  bookmark; /* among the last ones */
  guint  level;
  double height;
  guint  row;      /* where it stands */
  double x, y;
} Entry;

static const RoadmapBookmark *
get_bookmark (RoadmapContentsLayout *self,
              const Entry           *entry)
{
  guint n_before = roadmap_pages_get_n_bookmarks (self->pages) - self->n_bookmarks;

  return roadmap_pages_get_bookmark (self->pages, n_before + entry->bookmark);
}

static double
get_x (RoadmapContentsLayout *self,
       const Entry           *entry)
{
  return entry->level * INDENT * self->em;
}

/* (transfer full) */
static PangoLayout *
lay_out_words (RoadmapContentsLayout *self,
               const Entry           *entry)
{
  RoadmapTextStyle style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_EVEN | ROADMAP_TEXT_PHRASES };

  if (entry->level == 0)
    style.flags |= ROADMAP_TEXT_BOLD;
  return roadmap_measure_text (self->measure, get_bookmark (self, entry)->text, style,
                               self->width - get_x (self, entry) - NUMBER * self->em);
}

static double
get_gap (RoadmapContentsLayout *self,
         const Entry           *entry)
{
  return (entry->level == 0 ? CHAPTER_GAP : LINE_GAP) * self->em;
}

/* Rows */

/* Ends at @right. */
static void
add_text (RoadmapScene *scene,
          PangoLayout  *layout,
          RoadmapInk    ink,
          RoadmapTag    tag,
          double        right,
          double        y)
{
  RoadmapShape shape = { .form = ROADMAP_FORM_TEXT, .ink = ink, .tag = tag, .layout = layout, .rect = { .y = y } };

  roadmap_layout_get_size (layout, &shape.rect.width, &shape.rect.height);
  shape.rect.x = right - shape.rect.width;
  roadmap_scene_add (scene, &shape);
}

/* Dots between two places, at the same places in all lines. */
static void
add_dots (RoadmapContentsLayout *self,
          RoadmapScene          *scene,
          double                 left,
          double                 right,
          double                 y)
{
  int n = (int) floor ((right - left) / (DOT * self->em));
  g_autoptr (GString) dots = g_string_new (NULL);
  g_autofree char *markup = NULL;
  g_autoptr (PangoLayout) dot = roadmap_measure_text (self->measure, "·", (RoadmapTextStyle) { ROADMAP_SIZE_BODY, 0 },
                                                      ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (n < 3)
    return;
  roadmap_layout_get_size (dot, &width, NULL);
  for (int i = 0; i < n; i++)
    g_string_append (dots, "·");
  markup = g_strdup_printf ("<span letter_spacing=\"%d\">%s</span>", (int) ((DOT * self->em - width) * PANGO_SCALE),
                            dots->str);
  layout = roadmap_measure_markup (self->measure, markup, (RoadmapTextStyle) { ROADMAP_SIZE_BODY, 0 },
                                   ROADMAP_UNWRAPPED);
  add_text (scene, layout, ROADMAP_INK_DIM_TEXT, ROADMAP_TAG_ARTIFACT, right, y);
}

/* The last line of words is a shape of its own: dots follow it, beside the longer ones above.  Returns how far it reaches. */
static double
add_words (RoadmapContentsLayout *self,
           RoadmapScene          *scene,
           const Entry           *entry,
           double                 line_height)
{
  g_autoptr (PangoLayout) words = lay_out_words (self, entry);
  guint n_lines = pango_layout_get_line_count (words);
  RoadmapShape shape = {
    .form = ROADMAP_FORM_TEXT, .ink = ROADMAP_INK_TEXT, .tag = ROADMAP_TAG_PARAGRAPH, .layout = words,
    .rect = { .x = entry->x + get_x (self, entry), .y = entry->y },
  };
  PangoRectangle last;

  roadmap_layout_get_size (words, &shape.rect.width, &shape.rect.height);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (words, n_lines - 1), NULL, &last);
  if (n_lines > 1)
    {
      shape.n_lines = n_lines - 1;
      shape.rect.height -= line_height;
      roadmap_scene_add (scene, &shape);
      shape.first_line = n_lines - 1;
      shape.n_lines = 1;
      shape.rect.y += shape.rect.height;
      shape.rect.height = line_height;
      shape.rect.width = last.width / (double) PANGO_SCALE;
    }
  roadmap_scene_add (scene, &shape);
  return roadmap_rect_get_right (&shape.rect);
}

/* Dots and number stand on the last line of the words. */
static void
add_entry (RoadmapContentsLayout *self,
           RoadmapScene          *scene,
           const Entry           *entry)
{
  const RoadmapBookmark *bookmark = get_bookmark (self, entry);
  g_autofree char *number = g_strdup_printf ("%u", bookmark->page + 1);
  RoadmapTextStyle style = { ROADMAP_SIZE_BODY, entry->level == 0 ? ROADMAP_TEXT_BOLD : 0 };
  g_autoptr (PangoLayout) page = roadmap_measure_text (self->measure, number, style, ROADMAP_UNWRAPPED);
  g_autofree char *target = roadmap_page_target_new (bookmark->page, bookmark->y);
  double x = entry->x + get_x (self, entry);
  double right = entry->x + self->width;
  double page_width, page_height, y, end;

  roadmap_layout_get_size (page, &page_width, &page_height);
  end = add_words (self, scene, entry, page_height);
  y = entry->y + entry->height - page_height;
  add_dots (self, scene, end + DOT * self->em, right - MAX (page_width + DOT * self->em, DOTS_END * self->em), y);
  add_text (scene, page, ROADMAP_INK_TEXT, ROADMAP_TAG_PARAGRAPH, right, y);
  roadmap_scene_add_link (scene, (RoadmapRect) { x, entry->y, right - x, entry->height }, target);
}

static void
roadmap_contents_layout_lay_out (RoadmapSheet *sheet,
                                 guint         index,
                                 RoadmapScene *names,
                                 RoadmapScene *body)
{
  RoadmapContentsLayout *self = ROADMAP_CONTENTS_LAYOUT (sheet);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).row == index)
      add_entry (self, body, &g_array_index (self->entries, Entry, i));
  roadmap_scene_extend (body, roadmap_sheet_get_body_width (sheet), 0);
}

/* Places */

/* The first entry after @first that does not fit into a column of @height below it, or the chapter it is of. */
static guint
fill_column (RoadmapContentsLayout *self,
             guint                  first,
             double                 height)
{
  guint chapter = first;
  double y = 0, chapter_y = 0;
  guint i;

  for (i = first; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->level == 0)
        {
          chapter = i;
          chapter_y = y;
        }
      y += (i > first ? get_gap (self, entry) : 0) + entry->height;
      if (y > height && i > first)
        break;
    }
  /* A chapter stays with what is next in it. */
  if (i < self->entries->len && chapter > first && (chapter_y > FULL_SHARE * height || chapter + 1 == i))
    return chapter;
  return i;
}

static gboolean
begins_chapter (RoadmapContentsLayout *self,
                guint                  index)
{
  return index >= self->entries->len || g_array_index (self->entries, Entry, index).level == 0;
}

/* Whether all from @first on fits into columns of @height, none of which begins with the last entry of a chapter. */
static gboolean
fits_well (RoadmapContentsLayout *self,
           guint                  first,
           guint                  n_columns,
           double                 height)
{
  for (guint i = 0; i < n_columns; i++)
    {
      first = fill_column (self, first, height);
      if (!begins_chapter (self, first) && begins_chapter (self, first + 1))
        return FALSE;
    }
  return first == self->entries->len;
}

/* Puts the entries on pages, those of the last in columns of about equal height, or in one if they are few. */
static void
place_entries (RoadmapContentsLayout *self,
               guint                  n_columns,
               double                 height)
{
  guint next = 0;

  while (next < self->entries->len)
    {
      gboolean few = fill_column (self, next, SHORT_SHARE * height) == self->entries->len;
      double filled = height;

      for (double less = height - self->em; !few && less > 0; less -= self->em / 2)
        if (fits_well (self, next, n_columns, less))
          filled = less;
      for (guint column = 0; column < n_columns; column++)
        {
          guint end = fill_column (self, next, filled);
          double y = TOP * self->em;

          for (guint first = next; next < end; next++)
            {
              Entry *entry = &g_array_index (self->entries, Entry, next);

              y += next > first ? get_gap (self, entry) : 0;
              entry->row = self->n_rows;
              entry->x = column * (self->width + COLUMN_GAP * self->em);
              entry->y = y;
              y += entry->height;
            }
        }
      self->n_rows++;
    }
}

static void
list_entries (RoadmapContentsLayout *self)
{
  for (guint i = 0; i < self->n_bookmarks; i++)
    {
      Entry entry = { .bookmark = i, .level = roadmap_pages_get_bookmark (self->pages, i)->level };
      g_autoptr (PangoLayout) words = NULL;

      if (entry.level > MAX_LEVEL)
        continue;
      words = lay_out_words (self, &entry);
      roadmap_layout_get_size (words, NULL, &entry.height);
      g_array_append_val (self->entries, entry);
    }
}

static void
roadmap_contents_layout_finalize (GObject *object)
{
  RoadmapContentsLayout *self = ROADMAP_CONTENTS_LAYOUT (object);

  g_array_unref (self->entries);
  g_clear_pointer (&self->measure, roadmap_measure_unref);

  G_OBJECT_CLASS (roadmap_contents_layout_parent_class)->finalize (object);
}

static void
roadmap_contents_layout_class_init (RoadmapContentsLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_contents_layout_finalize;
  ROADMAP_SHEET_CLASS (klass)->lay_out = roadmap_contents_layout_lay_out;
}

static void
roadmap_contents_layout_init (RoadmapContentsLayout *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

/* Lays all out in letters @scale times as large as those of the pages. */
static void
lay_out_all (RoadmapContentsLayout        *self,
             const RoadmapContentsOptions *options,
             double                        scale)
{
  double points = roadmap_measure_get_em (options->measure, ROADMAP_SIZE_BODY) * scale;
  double gap = COLUMN_GAP * points;
  guint n_columns = 1;

  g_clear_pointer (&self->measure, roadmap_measure_unref);
  self->measure = roadmap_measure_new_for_paper (points, options->language);
  self->em = points;
  while ((options->width + gap) / n_columns - gap > MAX_LINE * points &&
         (options->width + gap) / (n_columns + 1) - gap >= MIN_COLUMN * points)
    n_columns++;
  self->width = (options->width + gap) / n_columns - gap;
  self->n_rows = 0;
  g_array_set_size (self->entries, 0);
  list_entries (self);
  place_entries (self, n_columns, options->height - TOP * points);
}

RoadmapSheet *
roadmap_contents_layout_new (const RoadmapContentsOptions *options)
{
  RoadmapContentsLayout *self = g_object_new (ROADMAP_TYPE_CONTENTS_LAYOUT, NULL);
  RoadmapSheet *sheet = ROADMAP_SHEET (self);

  self->pages = options->pages;
  self->n_bookmarks = roadmap_pages_get_n_bookmarks (options->pages);
  for (gsize i = self->n_bookmarks > MANY_ENTRIES ? G_N_ELEMENTS (scales) - 1 : 0; i < G_N_ELEMENTS (scales); i++)
    {
      lay_out_all (self, options, scales[i]);
      if (self->n_rows <= 1)
        break;
    }
  roadmap_sheet_set_widths (sheet, 0, options->width);
  for (guint i = 0; i < MAX (self->n_rows, 1); i++)
    roadmap_sheet_add_row (sheet, NULL, options->height);
  return sheet;
}
