/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <cairo.h>

#include "chart/paper.h"
#include "chart/scene.h"
#include "chart/swimlane-options.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* A roadmap on paper, in one or several layouts (chart/layout.h) one after another.  Each is laid out in chapters, a
 * chapter in rows, and the rows are put on as many pages as they need.
 *
 * Every page has its chapter's title, what part and edition of the roadmap it shows and as of when, the heads of the
 * columns and the names of the rows, a legend of what occurs on it, and a foot with source and page number; a page that
 * is filtered says by what.  Pages break between rows; a row higher than a page goes on, with its name again, between
 * lines of its texts.
 *
 * Finding out where pages end lays out every row once; a page's scene is made when it is asked for.  So what is kept
 * grows by a few words a page.
 *
 * Lengths are points (1/72 inch); pages count from 0. */

typedef enum
{
  ROADMAP_LAYOUT_SWIMLANE,
  ROADMAP_LAYOUT_TABLE,
  ROADMAP_LAYOUT_DOMAINS,
  ROADMAP_LAYOUT_MAP,
  ROADMAP_LAYOUT_FOLLOWUP,
  ROADMAP_LAYOUT_PROGRESS,
  ROADMAP_LAYOUT_CHANGES,
  ROADMAP_LAYOUT_NARRATIVE,
} RoadmapLayoutId;

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;    /* (nullable): RoadmapItem, in the order of printing; NULL: those in force */
  const char      *language;  /* of content, legend and foot */
  RoadmapPaper     paper;
  const GDate     *today;     /* (nullable): no line for today */
  RoadmapShowFunc  show;      /* (nullable): all */
  gpointer         show_data;
  RoadmapFilter   *filter;    /* (nullable): what @show shows, for words on every page that say so */

  const RoadmapLayoutId *layouts; /* (nullable): one after another; NULL: the swimlane timeline */
  guint            n_layouts;
  gboolean         pack;      /* a meeting pack: cover and contents before them; without layouts the usual ones */
  gboolean         earlier;   /* the chart of the earlier plan, too */
  Roadmap         *since;     /* (nullable): an older version, for what has changed; NULL: as it was … */
  const char      *since_name;  /* (nullable): what @since is called, such as its file; NULL: by the day of its edition */
  const char      *since_edition; /* … (nullable): in this edition; NULL: in the one before the last */
  int              fiscal_year; /* of what is reported in follow-ups; 0: the newest that has any */
  const char      *file_name;  /* (nullable): shown in the foot and on the cover */
  const char      *fingerprint; /* (nullable): of the file's bytes, shown beside it */
} RoadmapPagesOptions;

/* An entry for a reader's table of contents. */
typedef struct
{
  char   *text;
  guint   page;
  double  y;     /* of its upper edge */
  guint   level; /* 0: chapter, 1: stage or lane, 2: measure, or lane in a lane … */
} RoadmapBookmark;

typedef struct _RoadmapPages RoadmapPages;

RoadmapPages          *roadmap_pages_new           (const RoadmapPagesOptions *options);
RoadmapPages          *roadmap_pages_ref           (RoadmapPages              *self);
void                   roadmap_pages_unref         (RoadmapPages              *self);

const RoadmapPaper    *roadmap_pages_get_paper     (RoadmapPages              *self);
/* At least 1. */
guint                  roadmap_pages_get_n_pages   (RoadmapPages              *self);
/* That of the paper, or on paper without an end what the page needs. */
double                 roadmap_pages_get_height    (RoadmapPages              *self,
                                                    guint                      page);
/* "3 / 14" as it stands in the foot. */
char                  *roadmap_pages_dup_label     (RoadmapPages              *self,
                                                    guint                      page);
/* (transfer none): the whole page; its groups are those of what it shows.  Made when it is asked for; it lives until a
 * dozen others have been, keep it longer with a reference. */
RoadmapScene          *roadmap_pages_get_scene     (RoadmapPages              *self,
                                                    guint                      page);
/* Lets go of the scene now: whoever shows one page after another does not ask again, and the next page takes its memory. */
void                   roadmap_pages_forget_scene  (RoadmapPages              *self,
                                                    guint                      page);
/* Where @item stands, or what is around it; FALSE if nowhere.  @y is that of its upper edge on the page. */
gboolean               roadmap_pages_find          (RoadmapPages              *self,
                                                    RoadmapItem               *item,
                                                    guint                     *page,
                                                    double                    *y);
/* The size of the step BODY of the text on a page. */
double                 roadmap_pages_get_text_size (RoadmapPages              *self,
                                                    guint                      page);
/* Paints the page in the palette for paper, the corner of the paper at the origin. */
void                   roadmap_pages_draw          (RoadmapPages              *self,
                                                    guint                      page,
                                                    cairo_t                   *cr);

guint                  roadmap_pages_get_n_bookmarks (RoadmapPages            *self);
const RoadmapBookmark *roadmap_pages_get_bookmark  (RoadmapPages              *self,
                                                    guint                      index);

/* For a document's properties, in the language of the pages: the roadmap's title, who adopted it, and what is printed.
 * Never NULL, empty if not known. */
const char            *roadmap_pages_get_title     (RoadmapPages              *self);
const char            *roadmap_pages_get_author    (RoadmapPages              *self);
const char            *roadmap_pages_get_subject   (RoadmapPages              *self);
/* The titles of the domains, with commas between them. */
const char            *roadmap_pages_get_keywords  (RoadmapPages              *self);
const char            *roadmap_pages_get_language  (RoadmapPages              *self);
Roadmap               *roadmap_pages_get_roadmap   (RoadmapPages              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPages, roadmap_pages_unref)

G_END_DECLS
