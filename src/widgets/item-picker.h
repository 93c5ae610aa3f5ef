/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A popover that searches the items of some kinds and picks one.  Nothing is looked for before it opens, and of however
 * many items only those in view have widgets.
 *
 * signal "picked" (RoadmapItemPicker *self, RoadmapItem *item): the popover closes. */

#define ROADMAP_TYPE_ITEM_PICKER (roadmap_item_picker_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItemPicker, roadmap_item_picker, ROADMAP, ITEM_PICKER, GtkPopover)

/* @kinds are divided by spaces, NULL for all; @except (nullable) is not offered.  Names are in @language.  Roadmap and item
 * have to live as long as the picker can open. */
GtkWidget *roadmap_item_picker_new       (Roadmap     *roadmap,
                                          const char  *kinds,
                                          RoadmapItem *except,
                                          const char  *language);

/* (transfer none): a line that names an item, with its letter and what it stands in.  A long name wraps, or else is cut. */
GtkWidget *roadmap_item_line_new         (gboolean     wrap);
void       roadmap_item_line_set_item    (GtkWidget   *line,
                                          RoadmapItem *item,
                                          const char  *language);

G_END_DECLS
