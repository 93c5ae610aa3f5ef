/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children beside each other as wide as they would like to be, and on a further line when there is no more room: as words in a
 * paragraph. */

#define ROADMAP_TYPE_WRAP_LAYOUT (roadmap_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapWrapLayout, roadmap_wrap_layout, ROADMAP, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing is between children and between lines, in pixels. */
GtkLayoutManager *roadmap_wrap_layout_new (int spacing);

G_END_DECLS
