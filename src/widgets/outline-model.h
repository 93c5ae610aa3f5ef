/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/tree-changes.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* The outline of the state's roadmap (model/outline.h) as a GtkTreeListModel, as far as the state's filter shows it.
 * Its rows are GtkTreeListRows that hold a RoadmapItem; an item that stands in several places has several rows.  At
 * first all rows are collapsed. */
GtkTreeListModel *roadmap_outline_model_new    (RoadmapViewState  *state,
                                                RoadmapItem       *top);
/* Makes the rows follow the roadmap and the filter after items came, went or moved.  What did not change keeps its row,
 * and so its place on the screen and its selection; all rows that stay where they are in the outline stay expanded. */
void              roadmap_outline_model_update (GtkTreeListModel   *self,
                                                RoadmapViewState   *state,
                                                RoadmapItem        *top,
                                                RoadmapTreeChanges *changes);
/* How many rows there are once all are expanded; no more than @most + 1 are counted. */
guint             roadmap_outline_model_count  (RoadmapViewState  *state,
                                                RoadmapItem       *top,
                                                guint              most);
/* Expands the items of @path, from the top down, but for the last, and returns the position of the last one's row, or
 * GTK_INVALID_LIST_POSITION if the path is empty or leads nowhere.  Rows that were not expanded before are appended to
 * @opened, which owns them. */
guint             roadmap_outline_model_reveal (GtkTreeListModel  *self,
                                                GPtrArray         *path,
                                                GPtrArray         *opened);

G_END_DECLS
