/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/dragged-items.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For item-tree.c: rows that are dragged, and what is dropped on them.  Where it would go is shown while it is dragged:
 * a line between two rows, or the row it would stand under; where it may not go, nothing. */
typedef struct _RoadmapTreeDrag RoadmapTreeDrag;

/* (nullable), not owned: the row of @tree that a widget of its list is, holds or stands in. */
typedef GtkTreeListRow * (*RoadmapRowFunc) (GtkWidget *tree, GtkWidget *widget);

/* Gives widgets of @type the signals "items-dropped", "text-dropped" and "describe-items" (widgets/item-tree.h). */
void             roadmap_tree_drag_install_signals (GType           type);
/* @tree, which has the @list of rows and owns this, emits them. */
RoadmapTreeDrag *roadmap_tree_drag_new      (GtkWidget                  *tree,
                                             GtkWidget                  *list,
                                             RoadmapRowFunc              find_row);
void             roadmap_tree_drag_free     (RoadmapTreeDrag            *self);
/* (nullable), not owned: the state, and the chart that the list shows. */
void             roadmap_tree_drag_set      (RoadmapTreeDrag            *self,
                                             RoadmapViewState           *state,
                                             RoadmapItem                *chart);

/* Where @dragged goes that is held over the row of @item, which stands under @under there, at @y of its @height, both
 * in pixels.  FALSE: nowhere. */
gboolean         roadmap_tree_drag_find     (Roadmap                    *roadmap,
                                             RoadmapDraggedItems        *dragged,
                                             RoadmapItem                *item,
                                             RoadmapItem                *under,
                                             double                      y,
                                             double                      height,
                                             gboolean                    copy,
                                             RoadmapPlace               *place,
                                             RoadmapDropSide            *side);

G_END_DECLS
