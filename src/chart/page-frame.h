/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/* For pages: what stands on a page around the rows and their heads.
 *
 *   title                  part, edition     ┐ top
 *   ┌──────┬──────┬──────┐                   ┘
 *   │      │ 2020 │ 2021 │                   ┐ heads
 *   ├──────┼──────┴──────┤                   ┘
 *   │ ①    │ ▭▭▭▭▭       │                     rows
 *   └──────┴─────────────┘
 *   legend
 *   ─────────────────────
 *   source                          n / N    } foot
 */
typedef struct _RoadmapPageFrame
{
  const RoadmapPagesOptions *options;
  RoadmapMeasure            *measure;
} RoadmapPageFrame;

/* The step BODY of texts at most, in proportion to the paper: larger paper holds more and reads from further away. */
double roadmap_page_frame_get_points (const RoadmapPageFrame *self);
/* Of everything between the margins. */
double roadmap_page_frame_get_width (const RoadmapPageFrame *self);
/* Whether pages are as high as they have to be. */
gboolean roadmap_page_frame_is_endless (const RoadmapPageFrame *self);
/* Where the foot begins, from the top of the paper; without an end, further down than anything stands. */
double roadmap_page_frame_get_foot  (const RoadmapPageFrame *self);
/* Between rows and legend. */
double roadmap_page_frame_get_gap   (const RoadmapPageFrame *self);

/* Adds the title of a chapter, whose @first page it may be, and opposite of it part of the source, edition and day;
 * returns where the heads begin. */
double roadmap_page_frame_add_top   (const RoadmapPageFrame *self,
                                     const RoadmapChapter   *chapter,
                                     gboolean                first,
                                     RoadmapScene           *scene);
/* Where the heads begin below a title of one line. */
double roadmap_page_frame_get_top   (const RoadmapPageFrame *self);
/* Adds the rules around heads and rows. */
void   roadmap_page_frame_add_rules (const RoadmapPageFrame *self,
                                     RoadmapScene           *scene,
                                     const RoadmapRect      *rect);
/* Adds source and page number; on paper without an end, below all that @scene has. */
void   roadmap_page_frame_add_foot  (const RoadmapPageFrame *self,
                                     RoadmapScene           *scene,
                                     const char             *page_label);

G_END_DECLS
