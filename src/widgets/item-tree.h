/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <adwaita.h>

#include "widgets/view-state.h"

G_BEGIN_DECLS

/* The outline of one chart as a tree: stages or lanes, and below them roadblocks, measures, bars and milestones, each with
 * its status, and with categories and time in columns.  An item that stands in several places (model/outline.h) has a
 * row in each.
 *
 * The selection is shared with the state both ways: what is selected elsewhere is expanded to and scrolled into view, and
 * the rows expanded for it are collapsed again when the next item is selected elsewhere, unless one was touched by hand;
 * an item that stands in several places keeps the row that was chosen here.  Edits show in place at the next frame.
 *
 * Few rows that a filter leaves are unfolded while it is on; where it leaves none, the tree says so.
 *
 * Properties: "state" (RoadmapViewState, nullable), "chart" (RoadmapItem of kind chart, nullable: an empty tree).  A
 * chart that is not part of the state's roadmap gives an empty tree as well.
 *
 * Rows are dragged to other places of the outline, to other windows and programs; where they may not go they cannot be
 * dropped.
 *
 * Property "menu-model" (GMenuModel, nullable): the context menu of what is selected.
 *
 * signal "items-dropped" (RoadmapItemTree *self, RoadmapDraggedItems *dragged, RoadmapPlace *place, gboolean copy) →
 * gboolean: whether they were put there.  @place is a plain pointer.
 * signal "text-dropped" (RoadmapItemTree *self, char *text, RoadmapItem *at) → gboolean: the same for a text of another
 * program.
 * signal "describe-items" (RoadmapItemTree *self, GPtrArray *items) → char *: what other programs get of what is dragged.
 * signal "activated" (RoadmapItemTree *self, RoadmapItem *item): a row without rows below it was double-clicked, or
 * chosen with Enter.  One with rows below it is expanded or collapsed instead. */

#define ROADMAP_TYPE_ITEM_TREE (roadmap_item_tree_get_type ())
G_DECLARE_FINAL_TYPE (RoadmapItemTree, roadmap_item_tree, ROADMAP, ITEM_TREE, AdwBin)

GtkWidget        *roadmap_item_tree_new       (void);

RoadmapViewState *roadmap_item_tree_get_state (RoadmapItemTree  *self);
void              roadmap_item_tree_set_state (RoadmapItemTree  *self,
                                               RoadmapViewState *state);

RoadmapItem      *roadmap_item_tree_get_chart (RoadmapItemTree  *self);
void              roadmap_item_tree_set_chart (RoadmapItemTree  *self,
                                               RoadmapItem      *chart);

G_END_DECLS
