/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/page-frame.h"
#include "chart/page-rows.h"

G_BEGIN_DECLS

/* For pages: the chapters of one layout in one size of text, and where their pages end. */

typedef struct
{
  guint           chapter; /* index */
  gboolean        first;   /* of its chapter */
  RoadmapPageRows rows;
} RoadmapPagePlan;

/* Where something begins that has a bookmark. */
typedef struct
{
  RoadmapItem *item;  /* (not owned) (nullable): NULL for a chapter */
  guint        chapter;
  guint        page;  /* of the run */
  double       y;
} RoadmapPageMark;

typedef struct
{
  const RoadmapPageFrame *frame;
  RoadmapMeasure         *measure;
  double                  points;   /* the step BODY */
  GPtrArray              *chapters; /* RoadmapChapter */
  GArray                 *pages;    /* RoadmapPagePlan */
  GArray                 *marks;    /* RoadmapPageMark */
  gboolean                sound;    /* everything that should stay whole has room on a page */
  double                  share;    /* of what they need that the widest rows have; below 1 they are divided */
  gboolean                whole;    /* every chapter that wants to be on one page is */
} RoadmapPageRun;

/* (transfer full): @layout in the size of text that needs as few pages as can be, of these the largest; what is to be on
 * one page in the largest in which it is.  @frame must outlive it. */
RoadmapPageRun *roadmap_page_run_choose       (const RoadmapPageFrame *frame,
                                               const RoadmapLayout    *layout);
/* (transfer full): one piece of the front matter of a pack before @pages, as chart/layout.h counts them. */
RoadmapPageRun *roadmap_page_run_new_front    (const RoadmapPageFrame *frame,
                                               guint                   index,
                                               RoadmapPages           *pages);
void            roadmap_page_run_free         (RoadmapPageRun         *self);

/* (transfer full): a page without its foot. */
RoadmapScene   *roadmap_page_run_create_scene (RoadmapPageRun         *self,
                                               guint                   page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapPageRun, roadmap_page_run_free)

G_END_DECLS
