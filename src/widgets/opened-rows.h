/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a tree (widgets/outline-model.h) that were expanded for somebody and not by hand, so that they can be
 * collapsed again.  A row that is collapsed or expanded by hand is taken off the list and stays as it was left. */

typedef struct _RoadmapOpenedRows RoadmapOpenedRows;

RoadmapOpenedRows *roadmap_opened_rows_new      (void);
void               roadmap_opened_rows_free     (RoadmapOpenedRows *self);

/* As roadmap_outline_model_reveal(). */
guint              roadmap_opened_rows_reveal   (RoadmapOpenedRows *self,
                                                 GtkTreeListModel  *model,
                                                 GPtrArray         *path);
/* Expands all rows. */
void               roadmap_opened_rows_open_all (RoadmapOpenedRows *self,
                                                 GtkTreeListModel  *model);
/* Collapses the rows on the list but those whose item is one of @path (nullable: none stay). */
void               roadmap_opened_rows_close    (RoadmapOpenedRows *self,
                                                 GPtrArray         *path);
/* Leaves all as they are now. */
void               roadmap_opened_rows_forget   (RoadmapOpenedRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoadmapOpenedRows, roadmap_opened_rows_free)

G_END_DECLS
