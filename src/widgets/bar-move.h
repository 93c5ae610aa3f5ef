/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/bar-grip.h"
#include "model/history.h"

G_BEGIN_DECLS

/* A change of when bars and milestones are, and in which lane, while it is being made: what came of it so far is asked for
 * painting, and nothing is done to the roadmap before it is carried out.
 *
 * Several move together by the same number of months, as far as each of them can. */
typedef struct _RoadmapBarMove RoadmapBarMove;

/* @items: bars and milestones with a span; the first is the one that was taken hold of, and alone if not by its whole. */
RoadmapBarMove    *roadmap_bar_move_new        (Roadmap           *roadmap,
                                                GPtrArray         *items,
                                                RoadmapGrip        grip,
                                                const RoadmapAxis *axis);
void               roadmap_bar_move_free       (RoadmapBarMove    *self);

/* How far the first item was pulled all in all; TRUE if that makes another change than before. */
gboolean           roadmap_bar_move_pull       (RoadmapBarMove    *self,
                                                double             dx);
/* So many quarters more; FALSE if there is no room for that. */
gboolean           roadmap_bar_move_step       (RoadmapBarMove    *self,
                                                int                quarters);
/* Whether @lane, any item, may take the items in. */
gboolean           roadmap_bar_move_may_enter  (RoadmapBarMove    *self,
                                                RoadmapItem       *lane);
/* (nullable): the items stay in their lanes. */
void               roadmap_bar_move_set_lane   (RoadmapBarMove    *self,
                                                RoadmapItem       *lane);

RoadmapGrip        roadmap_bar_move_get_grip   (RoadmapBarMove    *self);
const RoadmapAxis *roadmap_bar_move_get_axis   (RoadmapBarMove    *self);
RoadmapItem       *roadmap_bar_move_get_lane   (RoadmapBarMove    *self);
guint              roadmap_bar_move_get_n_items (RoadmapBarMove   *self);
RoadmapItem       *roadmap_bar_move_get_item   (RoadmapBarMove    *self,
                                                guint              index);
/* The span it gets. */
RoadmapSpan        roadmap_bar_move_get_span   (RoadmapBarMove    *self,
                                                guint              index);
gboolean           roadmap_bar_move_has        (RoadmapBarMove    *self,
                                                RoadmapItem       *item);
/* Whether nothing would change. */
gboolean           roadmap_bar_move_is_idle    (RoadmapBarMove    *self);
/* Whether the items are as this left them when it was carried out last. */
gboolean           roadmap_bar_move_still_holds (RoadmapBarMove   *self);

/* Does it, as one step of @history; what it would not change makes no step.  The name of the step has the item's label in
 * @language (nullable).  Fails with what the roadmap refuses, and leaves no trace then.  Can be carried out again after
 * more was added to it. */
gboolean           roadmap_bar_move_carry_out  (RoadmapBarMove    *self,
                                                RoadmapHistory    *history,
                                                const char        *language,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapBarMove, roadmap_bar_move_free)

G_END_DECLS
