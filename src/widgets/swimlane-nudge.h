/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/swimlane-view.h"

G_BEGIN_DECLS

/* For swimlane-view.c: changing bars and milestones by keys: their time, a quarter at a time, and their lane.  What
 * ROADMAP_NUDGE_TIME does not part is one step to undo.  A bar that is brought back to where it was is written as it was. */
typedef struct _RoadmapSwimlaneNudge RoadmapSwimlaneNudge;

/* Microseconds between two keys up to which they are one step. */
#define ROADMAP_NUDGE_TIME G_USEC_PER_SEC

/* @view owns this. */
RoadmapSwimlaneNudge *roadmap_swimlane_nudge_new   (RoadmapSwimlaneView      *view);
void                  roadmap_swimlane_nudge_free  (RoadmapSwimlaneNudge     *self);

/* Something else was done: the next nudge is a step of its own. */
void                  roadmap_swimlane_nudge_part  (RoadmapSwimlaneNudge     *self);

/* Ctrl with Left and Right moves, with Shift as well it is the end, Comma and Period are the start, Ctrl with Up and
 * Down leads to the next lane that can have it.  FALSE: it is another key.
 * @time: when it was pressed, of the monotonic clock. */
gboolean              roadmap_swimlane_nudge_press (RoadmapSwimlaneNudge     *self,
                                                    RoadmapItem              *item,
                                                    guint                     key,
                                                    GdkModifierType           modifiers,
                                                    gint64                    time);

G_END_DECLS
