/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/pages.h"

G_BEGIN_DECLS

/* Where links of a page lead (RoadmapSceneLink): besides an URI, "#ID" of an item, and "#page:N:Y", a height on a page
 * that counts from 0.  No id has a colon. */

/* (transfer full) */
char    *roadmap_page_target_new  (guint         page,
                                   double        y);
/* Whether @target leads to a place in @pages, and where that is. */
gboolean roadmap_page_target_find (RoadmapPages *pages,
                                   const char   *target,
                                   guint        *page,
                                   double       *y);

G_END_DECLS
