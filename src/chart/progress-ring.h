/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/measure.h"
#include "chart/scene.h"
#include "model/roadmap.h"

G_BEGIN_DECLS

/* How far the bars of a lane are, as a small ring:
 *
 *   ◔ 2/5  遅 1
 *
 * Clockwise from the top: first the bars with nothing left to do (statuses with `closed`), in a thick line, then the
 * others that have a status, thinner, each piece in the colour of its status; what is left are bars without one.  Beside
 * it the number of closed bars and of all, which need no colour, and, letter by letter, what the vocabulary hatches since
 * it wants attention.
 *
 * As long as no bar has a status the ring is empty and the first number a dash: what nobody has recorded is not the same
 * as nothing done. */

typedef struct _RoadmapProgressRing RoadmapProgressRing;

/* NULL if there is no bar in or under @lane. */
RoadmapProgressRing *roadmap_progress_ring_new      (Roadmap             *roadmap,
                                                     RoadmapItem         *lane,
                                                     const char          *language,
                                                     RoadmapMeasure      *measure);
void                 roadmap_progress_ring_free     (RoadmapProgressRing *self);

void                 roadmap_progress_ring_get_size (RoadmapProgressRing *self,
                                                     double              *width,
                                                     double              *height);
/* Adds it to @scene with its top left corner at (@x, @y). */
void                 roadmap_progress_ring_add      (RoadmapProgressRing *self,
                                                     RoadmapScene        *scene,
                                                     double               x,
                                                     double               y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapProgressRing, roadmap_progress_ring_free)

G_END_DECLS
