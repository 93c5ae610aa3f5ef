/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/tree-changes.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/* For item-tree.c: the columns of its view, in the order of item-tree.ui – title, categories, span – and the
 * cells in them that show an item at the moment.  Only rows in view have cells. */
typedef struct _RoadmapItemColumns RoadmapItemColumns;

/* Free it only when @view is gone. */
RoadmapItemColumns *roadmap_item_columns_new       (GtkColumnView      *view);
void                roadmap_item_columns_free      (RoadmapItemColumns *self);

/* Where roadmap and language of the cells come from; not owned.  There is one whenever the view has a model. */
void                roadmap_item_columns_set_state (RoadmapItemColumns *self,
                                                    RoadmapViewState   *state);

/* Shows the columns that something in @chart fills: one that stays empty only takes room from the titles. */
void                roadmap_item_columns_choose    (RoadmapItemColumns *self,
                                                    RoadmapItem        *chart);
/* Gives all columns but that of the titles the width that suits the font. */
void                roadmap_item_columns_fit       (RoadmapItemColumns *self);
/* Whether that choice may be another one after @edit. */
gboolean            roadmap_item_columns_depend_on (const RoadmapEdit  *edit);
/* Shows again what is shown of the items that @changes concern. */
void                roadmap_item_columns_refresh   (RoadmapItemColumns *self,
                                                    RoadmapTreeChanges *changes);

/* The cell with the title in the row at @position, or NULL if that row is out of view. */
GtkWidget          *roadmap_item_columns_find_cell (RoadmapItemColumns *self,
                                                    guint               position);
/* The position of the row that @widget is, stands in or holds a cell of; GTK_INVALID_LIST_POSITION if there is none. */
guint               roadmap_item_columns_find_position (RoadmapItemColumns *self,
                                                        GtkWidget          *widget);

G_END_DECLS
