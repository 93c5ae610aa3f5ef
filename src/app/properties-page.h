/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A page of the properties dialog: an item and what kinds of items it holds, or the items of one kind in it.  Its rows and
 * buttons activate actions, each with the ids of items:
 *
 *   "properties.edit" (s), "properties.open" (ss: an item, and a kind or nothing), "properties.add" (ss: in an item, of a kind),
 *   "properties.remove" (s), "properties.move" (si: up or down). */

/* Kinds that an outline shows are left out, and those that the program itself makes. @kind may be NULL. */
GtkWidget  *roadmap_properties_page_new       (Roadmap           *roadmap,
                                               RoadmapItem       *item,
                                               const RoadmapKind *kind,
                                               const char        *language);
/* Whether there is a page for what @item holds. */
gboolean    roadmap_properties_has_contents   (RoadmapItem       *item);
/* (transfer none): the button that does @action to the item with this id, or its row for "properties.edit"; NULL: none. */
GtkWidget  *roadmap_properties_page_find      (GtkWidget         *page,
                                               const char        *action,
                                               const char        *id);

G_END_DECLS
