/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/page-column.h"

G_BEGIN_DECLS

/* Pages to be read.  Page Up, Page Down and the space bar go on reading, with Control by whole pages; the arrows
 * scroll, Home and End go to the first page and the last.  Control with the wheel, or two fingers, zoom; dragging moves the
 * paper.
 *
 * Its size is a scale of which 1 is that of the paper itself, or follows the room there is.
 *
 * Properties: those of RoadmapPageColumn, and
 *   "fit" string: "width", "page", or "free" for a scale of its own.
 *
 * Actions: "page.follow" with the target of a link (chart/page-target.h), to which Tab goes from its page.
 *
 * Signals: "open-uri" (RoadmapPageView *self, const char *uri): a link leads out of the pages. */

#define ROADMAP_PAGE_SCALE_MIN 0.1
#define ROADMAP_PAGE_SCALE_MAX 8.0

#define ROADMAP_TYPE_PAGE_VIEW (roadmap_page_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPageView, roadmap_page_view, ROADMAP, PAGE_VIEW, RoadmapPageColumn)

const char *roadmap_page_view_get_fit       (RoadmapPageView *self);
void        roadmap_page_view_set_fit       (RoadmapPageView *self,
                                             const char      *fit);
/* As it is shown at present. */
double      roadmap_page_view_get_scale     (RoadmapPageView *self);
/* Sets "fit" to "free".  What is in the middle stays there. */
void        roadmap_page_view_set_scale     (RoadmapPageView *self,
                                             double           scale);
/* To the next (@step 1) of the scales that people know, or the one before (-1). */
void        roadmap_page_view_step_scale    (RoadmapPageView *self,
                                             int              step);

/* How many pixels a point is large on the display the view is on. */
double      roadmap_page_view_get_resolution (RoadmapPageView *self);

G_END_DECLS
