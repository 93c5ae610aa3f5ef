/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/opened-rows.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For item-tree.c: keeps the rows that are selected in a tree the same as what the state has selected, both ways.  An item
 * that stands in several places keeps the row it was chosen in. */
typedef struct _RoadmapTreeSelection RoadmapTreeSelection;

/* The position of the row with the focus, GTK_INVALID_LIST_POSITION for none. */
typedef guint         (*RoadmapFocusFunc)                (gpointer               user_data);

/* The model of @rows is a tree of items (widgets/outline-model.h), or NULL. */
RoadmapTreeSelection *roadmap_tree_selection_new         (GtkMultiSelection     *rows,
                                                          RoadmapFocusFunc       get_focused,
                                                          gpointer               user_data);
void                  roadmap_tree_selection_free        (RoadmapTreeSelection  *self);
/* (nullable), not owned. */
void                  roadmap_tree_selection_set_state   (RoadmapTreeSelection  *self,
                                                          RoadmapViewState      *state);

/* Selects the rows of what the state has selected in @chart.  That of the item that leads is revealed, with the help of
 * @opened; others only where they can be seen.  Returns whether that is another row than before, to scroll to. */
gboolean              roadmap_tree_selection_follow      (RoadmapTreeSelection  *self,
                                                          RoadmapItem           *chart,
                                                          RoadmapOpenedRows     *opened);
/* The model has changed all over. */
void                  roadmap_tree_selection_forget      (RoadmapTreeSelection  *self);

gboolean              roadmap_tree_selection_has_rows    (RoadmapTreeSelection  *self);
/* (nullable): the row of the item that leads. */
GtkTreeListRow       *roadmap_tree_selection_get_lead    (RoadmapTreeSelection  *self);
/* Its position, or GTK_INVALID_LIST_POSITION. */
guint                 roadmap_tree_selection_get_position (RoadmapTreeSelection *self);
/* Selects this row alone. */
void                  roadmap_tree_selection_select      (RoadmapTreeSelection  *self,
                                                          GtkTreeListRow        *row);
/* Selects the row at @position besides the others, or leaves it out. */
void                  roadmap_tree_selection_toggle      (RoadmapTreeSelection  *self,
                                                          guint                  position);

G_END_DECLS
