/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* For pages: a scene that is higher than a page, cut into slices.
 *
 *   ┌──────┬──────────┐
 *   │ word │ ┌──────┐ │   Grounds and rules are cut where the slice ends.  What has to stay whole – a line of a text, a bar
 *   │ word │ │ bar  │ │   with its words – stands in the slice in which it ends, if it ends there; else the next slice
 *   ├ ─ ─ ─│─│─ ─ ─ ┼─┤   begins at the top of the first of what was left over.  So slices may overlap, and what has been
 *   │ word │ │      │ │   shown before is left out of the next.
 *   │      │ └──────┘ │
 *
 * A group whose height is more than `most` has to be cut, too: its box like a ground, its text between lines. */

typedef struct
{
  double from;   /* the height that comes to lie at the upper edge */
  double shown;  /* what ends at this height or above it stands in earlier slices; nothing does below 0 */
  double to;     /* what ends at this height or above it stands in this one, at the latest */
  double height; /* of the slice; where it is more than to - from, grounds that reach down to `to` grow */
  double most;   /* groups higher than this are cut */
} RoadmapSlice;

/* Sets `to` so that the slice, with that of @beside (nullable), is no higher than @room, and @next to where the next
 * begins: G_MAXDOUBLE if nothing is left over.  FALSE if not even the first thing has room. */
gboolean roadmap_slice_cut (RoadmapSlice       *self,
                            const RoadmapScene *scene,
                            const RoadmapScene *beside,
                            double              room,
                            double             *next);
/* Whether a group of the scene is so high that it has to be cut. */
gboolean roadmap_slice_cuts_groups (const RoadmapSlice *self,
                                    const RoadmapScene *scene);
/* Adds the slice of @scene to @target, its upper left corner at (@x, @y). */
void     roadmap_slice_add (const RoadmapSlice *self,
                            const RoadmapScene *scene,
                            RoadmapScene       *target,
                            double              x,
                            double              y);
/* The same for names, which stand again in each slice in which the cell they are the name of goes on, if there is
 * room. */
void     roadmap_slice_add_names (const RoadmapSlice *self,
                                  const RoadmapScene *scene,
                                  RoadmapScene       *target);

G_END_DECLS
