/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "widgets/passage-row.h"

G_BEGIN_DECLS

/* For document-view.c: the rows of its list that show a passage at the moment, where they stand, and how to get to one.
 * Positions are those of the list's model; places are pixels below the top of what is in view. */
typedef struct _RoadmapPassageRows RoadmapPassageRows;

/* Free it only when @list is gone. */
RoadmapPassageRows *roadmap_passage_rows_new      (GtkListView        *list);
void                roadmap_passage_rows_free     (RoadmapPassageRows *self);

/* @list_item, which is not owned, shows a passage from now on, or no longer. */
void                roadmap_passage_rows_add      (RoadmapPassageRows *self,
                                                   GtkListItem        *list_item);
void                roadmap_passage_rows_remove   (RoadmapPassageRows *self,
                                                   GtkListItem        *list_item);
/* Calls @visit with each GtkListItem that shows a passage, and with @user_data. */
void                roadmap_passage_rows_foreach  (RoadmapPassageRows *self,
                                                   GFunc               visit,
                                                   gpointer            user_data);

/* The widget GTK puts around the row, which has the focus; NULL if the passage at @position has none. */
GtkWidget          *roadmap_passage_rows_find     (RoadmapPassageRows *self,
                                                   guint               position);
/* The row that has the focus or holds what has it; NULL if there is none. */
RoadmapPassageRow  *roadmap_passage_rows_find_focused
                                                  (RoadmapPassageRows *self);
/* The first row that can be read; GTK_INVALID_LIST_POSITION if there is none. */
guint               roadmap_passage_rows_find_top (RoadmapPassageRows *self);
/* Whether all of the passage at @position can be seen. */
gboolean            roadmap_passage_rows_can_see  (RoadmapPassageRows *self,
                                                   guint               position);
/* Scrolls so that the passage at @position comes to stand near the top.  Heights of rows out of view are guesses, so this
 * takes several goes, each in a frame of its own; returns whether it was the last. */
gboolean            roadmap_passage_rows_approach (RoadmapPassageRows *self,
                                                   guint               position);

G_END_DECLS
