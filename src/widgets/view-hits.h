/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/hit-list.h"

G_BEGIN_DECLS

/* For view-state.c: what the query finds, and which of it was gone to last.  That one stays so wherever it stands after an
 * edit, until it is no hit any more. */

typedef struct _RoadmapViewHits RoadmapViewHits;

/* @changed is called when another position is the one gone to last. */
RoadmapViewHits *roadmap_view_hits_new      (RoadmapHitFunc    may_find,
                                             void            (*changed) (gpointer user_data),
                                             gpointer          user_data);
void             roadmap_view_hits_free     (RoadmapViewHits  *self);

/* (transfer none) */
RoadmapHitList  *roadmap_view_hits_get_list (RoadmapViewHits  *self);
/* The position gone to last; G_MAXUINT for none. */
guint            roadmap_view_hits_get      (RoadmapViewHits  *self);
void             roadmap_view_hits_set      (RoadmapViewHits  *self,
                                             guint             position);
/* The position @step from there, from the last on with the first; G_MAXUINT if there is no hit. */
guint            roadmap_view_hits_step     (RoadmapViewHits  *self,
                                             int               step);

G_END_DECLS
