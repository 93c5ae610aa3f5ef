/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/page-column.h"

G_BEGIN_DECLS

/* Small pictures of all pages with their numbers.  A click or the arrow keys choose one, which is the current page. */

#define ROADMAP_TYPE_PAGE_THUMBNAILS (roadmap_page_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPageThumbnails, roadmap_page_thumbnails, ROADMAP, PAGE_THUMBNAILS, RoadmapPageColumn)

G_END_DECLS
