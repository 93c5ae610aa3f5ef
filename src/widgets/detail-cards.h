/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Appends to @box what is known about an item, as cards under small headings: wording, time, progress, links to other
 * items, notes, remarks, source.  Wording is as in widgets/wording.h; what is not wording is in @language alone.
 * Links between items activate the action "details.select-item" with the item's id. */
void roadmap_detail_cards_append (GtkBox      *box,
                                  Roadmap     *roadmap,
                                  RoadmapItem *item,
                                  const char  *language);

G_END_DECLS
