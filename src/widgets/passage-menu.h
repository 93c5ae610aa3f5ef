/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/passage-row.h"
#include "widgets/passage-rows.h"

G_BEGIN_DECLS

/* For document-view.c: the menu of a passage, which the right button, Menu and Shift+F10 open. */
typedef struct _RoadmapPassageMenu RoadmapPassageMenu;

/* Called with the row and @user_data before the menu opens; FALSE if the row has no menu. */
typedef gboolean    (*RoadmapPassageMenuFunc)      (RoadmapPassageRow      *row,
                                                    gpointer                user_data);

/* The menu is a child of @view, in which @list has @rows. */
RoadmapPassageMenu *roadmap_passage_menu_new       (GtkWidget              *view,
                                                    GtkListView            *list,
                                                    RoadmapPassageRows     *rows,
                                                    RoadmapPassageMenuFunc  opening,
                                                    gpointer                user_data);
/* After roadmap_passage_menu_set_model (NULL) @view may be gone by then. */
void                roadmap_passage_menu_free      (RoadmapPassageMenu     *self);

GMenuModel         *roadmap_passage_menu_get_model (RoadmapPassageMenu     *self);
/* NULL for no menu. */
void                roadmap_passage_menu_set_model (RoadmapPassageMenu     *self,
                                                    GMenuModel             *model);

G_END_DECLS
