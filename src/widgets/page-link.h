/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/* A link on a page that is shown: it is not seen until the pointer or the focus is on it.  A click or Enter activates
 * the action "page.follow" with its target, the focus "page.reveal". */

#define ROADMAP_TYPE_PAGE_LINK (roadmap_page_link_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapPageLink, roadmap_page_link, ROADMAP, PAGE_LINK, GtkWidget)

/* @name says where it leads. */
GtkWidget         *roadmap_page_link_new      (const RoadmapSceneLink *link,
                                               const char             *name);
/* Where it is on the page, in points. */
const RoadmapRect *roadmap_page_link_get_rect (RoadmapPageLink        *self);

G_END_DECLS
