/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/pages.h"
#include "chart/sheet.h"

G_BEGIN_DECLS

/* The table of layouts: in what forms a roadmap can be printed.  A layout turns the roadmap into chapters, each of them
 * a sheet, which chart/pages.h puts on pages.  A new layout is a row here and files of its own. */

/* Where a layout is named, this stands for a meeting pack: cover and contents before the other layouts, or alone before all
 * that apply. */
#define ROADMAP_LAYOUT_PACK_NAME "pack"

typedef enum
{
  ROADMAP_CHAPTER_ROW_A_PAGE = 1 << 0, /* each row begins a page */
  ROADMAP_CHAPTER_ONE_PAGE   = 1 << 1, /* the text becomes smaller, as far as it may, if then all is on a page, or with
                                        * ROW_A_PAGE every row; larger if it is anyway and all chapters are so */
  ROADMAP_CHAPTER_LEGEND     = 1 << 2, /* what occurs on a page is explained below it */
  ROADMAP_CHAPTER_NOTES      = 1 << 3, /* the legend has the notes that the page's bars refer to */
  ROADMAP_CHAPTER_CATEGORIES = 1 << 4, /* the categories of the roadmap stand below the first page */
  ROADMAP_CHAPTER_BARE       = 1 << 5, /* no rules around the rows */
  ROADMAP_CHAPTER_CONTINUES  = 1 << 6, /* it belongs to the one before: a table of contents has only its item */
} RoadmapChapterFlags;

/* What begins on a new page. */
typedef struct
{
  RoadmapItem         *item;  /* (nullable): the chart, map or narrative it shows, for stamp and bookmark; a stage or lane
                               * has an entry of its own in a table of contents, below that of the title */
  char                *title; /* (nullable): at the head of each page; NULL: there is none */
  RoadmapSheet        *sheet; /* in points */
  RoadmapChapterFlags  flags;
} RoadmapChapter;

/* What a layout knows when it makes chapters. */
typedef struct
{
  const RoadmapPagesOptions *options; /* with `charts` */
  RoadmapMeasure            *measure; /* the text in the size that is tried */
  double                     width;   /* of rows with their names */
  double                     height;  /* of a page's rows with their heads, below a title of one line, without legend;
                                      * 0 on paper without an end */
  const struct _RoadmapPageFrame *frame;
  RoadmapPages              *pages;   /* (nullable): for the front matter of a pack, all other pages: when a scene is made
                                       * their bookmarks are right, before that there are as many of them */
} RoadmapChapterContext;

typedef struct
{
  RoadmapLayoutId  id;
  const char      *name;    /* on the command line and in settings */
  const char      *title;   /* for menus; passes through gettext */
  const char      *summary; /* one sentence; passes through gettext */
  /* Whether the roadmap has anything for it; @options have `charts`. */
  gboolean      (* applies)      (const RoadmapPagesOptions   *options);
  /* Adds RoadmapChapter to @chapters. */
  void          (* add_chapters) (const RoadmapChapterContext *context,
                                  GPtrArray                   *chapters);
  /* (nullable): whether it is worth pages of a meeting pack, too; NULL: whenever it applies. */
  gboolean      (* in_pack)      (const RoadmapPagesOptions   *options);
} RoadmapLayout;

guint                roadmap_layout_get_n_layouts (void);
/* By its place in the table. */
const RoadmapLayout *roadmap_layout_get           (guint                 index);
const RoadmapLayout *roadmap_layout_find_id       (RoadmapLayoutId       id);
/* NULL if there is none. */
const RoadmapLayout *roadmap_layout_find          (const char           *name);
/* Whether @options, which need not name charts, have anything for the layout. */
gboolean             roadmap_layout_applies       (const RoadmapLayout  *self,
                                                   const RoadmapPagesOptions *options);
/* What comes before the layouts of a meeting pack, in order: functions as `add_chapters` above. */
guint                roadmap_layout_get_n_front   (void);
void                 roadmap_layout_add_front     (guint                        index,
                                                   const RoadmapChapterContext *context,
                                                   GPtrArray                   *chapters);
/* (transfer container): RoadmapLayoutId, the layouts of a meeting pack that apply to the roadmap, in order. */
GArray              *roadmap_layout_list_pack     (const RoadmapPagesOptions   *options);

/* How high the rows of a page can be, with their heads, in a chapter of this item and title; for a sheet that fills its
 * pages itself.  0 on paper without an end. */
double               roadmap_chapter_context_get_height (const RoadmapChapterContext *self,
                                                   RoadmapItem                 *item,
                                                   const char                  *title);

/* Adds a chapter, taking over @sheet.  @title may be NULL. */
void                 roadmap_chapter_add          (GPtrArray            *chapters,
                                                   RoadmapItem          *item,
                                                   const char           *title,
                                                   RoadmapSheet         *sheet,
                                                   RoadmapChapterFlags   flags);
void                 roadmap_chapter_free         (RoadmapChapter       *self);

G_END_DECLS
