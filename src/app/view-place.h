/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/view-state.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is selected and browsed, and how far it is scrolled, kept over a change of roadmaps: by ids, so that it is found
 * again in another version. */
typedef struct _RoadmapViewPlace RoadmapViewPlace;

/* @views has what scrolls in it. */
RoadmapViewPlace *roadmap_view_place_save    (RoadmapViewState *state,
                                              GtkWidget        *views);
/* Selects and browses at once, and scrolls as soon as the new roadmap is laid out. */
void              roadmap_view_place_restore (RoadmapViewPlace *self,
                                              RoadmapViewState *state,
                                              GtkWidget        *views);
void              roadmap_view_place_free    (RoadmapViewPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapViewPlace, roadmap_view_place_free)

G_END_DECLS
