/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/compare-entry.h"

G_BEGIN_DECLS

/* A list of what differs between versions of a roadmap, and of what is to be decided where two are joined, item by item.
 *
 * signal "item-selected" (RoadmapCompareView *self, RoadmapItem *item): the row of this item, which belongs to one of the
 * roadmaps that are compared, was selected by its user. */

#define ROADMAP_TYPE_COMPARE_VIEW (roadmap_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapCompareView, roadmap_compare_view, ROADMAP, COMPARE_VIEW, AdwBin)

GtkWidget *roadmap_compare_view_new         (void);
/* Appends a section, which the view takes. */
void       roadmap_compare_view_add_section (RoadmapCompareView    *self,
                                             RoadmapCompareSection *section);
/* Appends one of what differs between two roadmaps; nothing if they are not versions of one. */
void       roadmap_compare_view_add_diff    (RoadmapCompareView    *self,
                                             const char            *heading,
                                             Roadmap               *old,
                                             Roadmap               *new,
                                             const char            *language);

G_END_DECLS
