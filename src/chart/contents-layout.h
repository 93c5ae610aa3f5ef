/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/pages.h"
#include "chart/sheet.h"

G_BEGIN_DECLS

/* The contents of a meeting pack: chapters with their stages, lanes and sections, dots, and the number of the page;
 * each leads there.  A sheet whose rows are pages, in columns where the lines would become too long.
 *
 *   Roadmap for removing the roadblocks ······ 4
 *     ① IRB ·································· 4
 *     ② Informed consent ····················· 5
 *
 * It is made before it is known on which pages the chapters are; what the bookmarks say must be known.  The numbers are
 * looked up when a row is laid out. */

typedef struct
{
  RoadmapPages    *pages;     /* (not owned): must outlive the sheet; its last bookmarks are those it has now */
  const char      *language;
  double           width;     /* points */
  double           height;    /* of a page */
  RoadmapMeasure  *measure;
} RoadmapContentsOptions;

#define ROADMAP_TYPE_CONTENTS_LAYOUT (roadmap_contents_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapContentsLayout, roadmap_contents_layout, ROADMAP, CONTENTS_LAYOUT, RoadmapSheet)

RoadmapSheet *roadmap_contents_layout_new (const RoadmapContentsOptions *options);

G_END_DECLS
