/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* For pages.c: what stands on a page around the table, in one size of text. */
typedef struct
{
  const RoadmapPagesOptions *options;
  RoadmapMeasure            *measure;
} RoadmapPageFrame;

/* Of everything between the margins. */
double roadmap_page_frame_get_width (const RoadmapPageFrame *self);
/* Where the foot begins, from the top of the paper. */
double roadmap_page_frame_get_foot  (const RoadmapPageFrame *self);

/* Adds the title of a chart, and opposite of it part of the source, edition and day; returns where the table begins. */
double roadmap_page_frame_add_top   (const RoadmapPageFrame *self,
                                     RoadmapItem            *chart,
                                     RoadmapScene           *scene);
/* Adds the rules around the table. */
void   roadmap_page_frame_add_table (const RoadmapPageFrame *self,
                                     RoadmapScene           *scene,
                                     double                  top,
                                     double                  bottom);
/* Adds source and page number. */
void   roadmap_page_frame_add_foot  (const RoadmapPageFrame *self,
                                     RoadmapScene           *scene,
                                     const char             *page_label);

G_END_DECLS
