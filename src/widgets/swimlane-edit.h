/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/bar-move.h"
#include "widgets/swimlane-view.h"

G_BEGIN_DECLS

/* For the files swimlane-*.c: what may be changed on a timeline, and how it comes into the roadmap.  What the roadmap
 * refuses is told by the view's signal "refused". */

/* (nullable): the chart @item stands in or is, if it is an earlier plan's that is shown with others. */
RoadmapItem *roadmap_swimlane_find_earlier (RoadmapViewState    *state,
                                            RoadmapItem         *item);
gboolean     roadmap_swimlane_is_ghost     (RoadmapSwimlaneView *view,
                                            RoadmapItem         *item);

/* Whether @item is a bar or milestone whose time may be changed; whether a new bar may be put into @lane. */
gboolean     roadmap_swimlane_may_edit     (RoadmapSwimlaneView *view,
                                            RoadmapItem         *item);
gboolean     roadmap_swimlane_may_add_bar  (RoadmapSwimlaneView *view,
                                            RoadmapItem         *lane);
/* (transfer full): what moves when @item is moved, itself first: all that are selected, if it is one of them.  An end
 * is that of one bar. */
GPtrArray   *roadmap_swimlane_list_moved   (RoadmapSwimlaneView *view,
                                            RoadmapItem         *item,
                                            RoadmapGrip          grip);

/* Does it, and brings the first item into view with the focus on it.  FALSE: it was refused. */
gboolean     roadmap_swimlane_carry_out    (RoadmapSwimlaneView *view,
                                            RoadmapBarMove      *move);
/* Tells by the view's signal "drawn" that a bar is to be added to @lane. */
void         roadmap_swimlane_draw_bar     (RoadmapSwimlaneView *view,
                                            RoadmapItem         *lane,
                                            const RoadmapSpan   *span);

G_END_DECLS
