/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/axis.h"
#include "chart/scene.h"

G_BEGIN_DECLS

/* Bars and milestones taken hold of on the time axis, by pointer or keyboard: by what part, how far, and the span that
 * comes of it.  Lengths are pixels.
 *
 * A bar is moved by whole quarters, so that what is no quarter long keeps its place in one.  Its ends are set to quarters
 * of the axis, and come no nearer to each other than to the next.  Nothing is moved off the axis, unless it lay there
 * already. */

typedef enum
{
  ROADMAP_GRIP_WHOLE,
  ROADMAP_GRIP_START,
  ROADMAP_GRIP_END,
} RoadmapGrip;

/* By what part a box on the axis is taken hold of at @x.  @flags are those of its shape: an end that lies off the axis
 * cannot be, but the head of an open bar can. */
RoadmapGrip  roadmap_grip_find           (const RoadmapRect  *box,
                                          RoadmapShapeFlags   flags,
                                          double              x);

/* How many months @span changes when it is pulled by @dx, or by so many @quarters: to the next quarters. */
int          roadmap_grip_pull           (RoadmapGrip         grip,
                                          const RoadmapAxis  *axis,
                                          const RoadmapSpan  *span,
                                          double              dx);
int          roadmap_grip_step           (RoadmapGrip         grip,
                                          const RoadmapAxis  *axis,
                                          const RoadmapSpan  *span,
                                          int                 quarters);
/* So many of @months as the axis has room for; for several that are moved together, the result for each is the @months of
 * the next. */
int          roadmap_grip_limit          (RoadmapGrip         grip,
                                          const RoadmapAxis  *axis,
                                          const RoadmapSpan  *span,
                                          int                 months);
/* Changes @span by as many months.  An open bar whose end is pulled gets an end where its head was pulled to.  FALSE: it
 * cannot be. */
gboolean     roadmap_grip_apply          (RoadmapGrip         grip,
                                          const RoadmapAxis  *axis,
                                          RoadmapSpan        *span,
                                          int                 months);

/* The quarters from @x1 to @x2, in either order, kept on the axis; as years if they are whole ones. */
RoadmapSpan  roadmap_axis_draw_span      (const RoadmapAxis  *axis,
                                          double              x1,
                                          double              x2);

G_END_DECLS
