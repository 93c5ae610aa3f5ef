/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/bar-child.h"
#include "widgets/swimlane-port.h"

G_BEGIN_DECLS

/* The children of a swimlane view: a RoadmapBarChild for each bar that is in view or near it, and none for the others. */
typedef struct _RoadmapSwimlaneBars RoadmapSwimlaneBars;

/* Children become children of @view, which owns this. */
RoadmapSwimlaneBars *roadmap_swimlane_bars_new          (GtkWidget             *view);
void                 roadmap_swimlane_bars_free         (RoadmapSwimlaneBars   *self);

/* Makes and drops children so that they are those of what is in view; the one with the focus stays.  Not while the view
 * is being allocated: a new child asks for another layout. */
void                 roadmap_swimlane_bars_sync         (RoadmapSwimlaneBars       *self,
                                                         const RoadmapSwimlanePort *port);
/* Places the children there are.  FALSE: some of what is in view has no child yet, so they should be synced. */
gboolean             roadmap_swimlane_bars_allocate     (RoadmapSwimlaneBars       *self,
                                                         const RoadmapSwimlanePort *port);
/* Their names have changed. */
void                 roadmap_swimlane_bars_update_words (RoadmapSwimlaneBars       *self,
                                                         RoadmapViewState          *state);
void                 roadmap_swimlane_bars_clear        (RoadmapSwimlaneBars       *self);
/* The child of @item, or NULL. */
GtkWidget           *roadmap_swimlane_bars_find         (RoadmapSwimlaneBars       *self,
                                                         RoadmapItem               *item);
/* Whether @item is selected, or stands under what is. */
RoadmapEmphasis      roadmap_swimlane_bars_emphasise    (RoadmapViewState          *state,
                                                         RoadmapItem               *item);

G_END_DECLS
