/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before a roadmap is open: how to open one, an example, and the roadmaps opened lately.  Its buttons
 * activate "win.open", "win.open-example" and "win.open-uri". */

#define ROADMAP_TYPE_START_PAGE (roadmap_start_page_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapStartPage, roadmap_start_page, ROADMAP, START_PAGE, AdwBin)

G_END_DECLS
