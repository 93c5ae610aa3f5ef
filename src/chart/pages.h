/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <cairo.h>

#include "chart/swimlane-layout.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* The swimlane timeline on paper: one chart after another, each on an axis of its own that fills the width, on as many
 * pages as it needs.  Every page has the chart's title, the heads of the years, the names of its lanes, a legend of
 * what occurs on it, and a foot with source, edition and page number; a page that is filtered says by what.  Pages break
 * between lines of bars.
 *
 * Lengths are points (1/72 inch); pages count from 0. */

typedef struct
{
  double width;
  double height;
  double margin; /* on every side */
} RoadmapPaper;

/* @name is one of roadmap_paper_get_names(), in upper or lower case.  FALSE if it is not known; @paper stays as it
 * is. */
gboolean           roadmap_paper_find          (const char     *name,
                                                gboolean        landscape,
                                                RoadmapPaper   *paper);
/* "a3", "a4", "b4", "b5", "letter": B as in Japan (JIS P 0138). Ends with NULL. */
const char *const *roadmap_paper_get_names     (void);

typedef struct
{
  Roadmap         *roadmap;
  GPtrArray       *charts;    /* RoadmapItem, in the order of printing */
  const char      *language;  /* of content, legend and foot */
  RoadmapPaper     paper;
  const GDate     *today;     /* (nullable): no line for today */
  RoadmapShowFunc  show;      /* (nullable): all */
  gpointer         show_data;
  RoadmapFilter   *filter;    /* (nullable): what @show shows, for words on every page that say so */
} RoadmapPagesOptions;

/* An entry for a reader's table of contents. */
typedef struct
{
  char   *text;
  guint   page;
  double  y;     /* of its upper edge */
  guint   level; /* 0: chart, 1: lane, 2: lane in a lane … */
} RoadmapBookmark;

typedef struct _RoadmapPages RoadmapPages;

RoadmapPages          *roadmap_pages_new           (const RoadmapPagesOptions *options);
RoadmapPages          *roadmap_pages_ref           (RoadmapPages              *self);
void                   roadmap_pages_unref         (RoadmapPages              *self);

const RoadmapPaper    *roadmap_pages_get_paper     (RoadmapPages              *self);
/* At least 1. */
guint                  roadmap_pages_get_n_pages   (RoadmapPages              *self);
/* "3 / 14" as it stands in the foot. */
char                  *roadmap_pages_dup_label     (RoadmapPages              *self,
                                                    guint                      page);
/* (transfer none): the whole page, its groups the lanes' names, bars and milestones. */
RoadmapScene          *roadmap_pages_get_scene     (RoadmapPages              *self,
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPages, roadmap_pages_unref)

G_END_DECLS
