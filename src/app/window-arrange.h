/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "app/window-private.h"
#include "model/arrange.h"

G_BEGIN_DECLS

/* For the files window-*.c: what is done with whole items – adding, doubling, deleting, moving, the clipboard. */

void       roadmap_window_init_arrange      (RoadmapWindowClass *klass);
void       roadmap_window_init_clipboard    (RoadmapWindowClass *klass);
/* The actions that have a state of their own. */
void       roadmap_window_add_arrange       (RoadmapWindow      *self);
/* Which of the actions can be used, and what their menus offer, by what is selected. */
void       roadmap_window_update_arrange    (RoadmapWindow      *self);
void       roadmap_window_update_arrange_menus (RoadmapWindow   *self);
/* Puts the actions into the menus, once. */
void       roadmap_window_ensure_arrange    (RoadmapWindow      *self);

/* Whether the roadmap that is shown may be changed. */
gboolean   roadmap_window_may_edit          (RoadmapWindow      *self);
/* (transfer full) (nullable): what is selected, in the order of the file, without what stands inside another of it and what
 * holds all others; NULL for nothing. */
GPtrArray *roadmap_window_list_selected     (RoadmapWindow      *self);
/* (nullable): what is added or pasted at: the selected item that leads, else the chart that is browsed, else the
 * roadmap. */
RoadmapItem *roadmap_window_get_target      (RoadmapWindow      *self);
/* (transfer full): @one, in which %s is the title of the only one of @items, or @many, in which %u is their number. */
char      *roadmap_window_describe          (RoadmapWindow      *self,
                                             GPtrArray          *items,
                                             const char         *one,
                                             const char         *many);
/* What was done or, if @error, why not.  What was done can be undone from the message. */
void       roadmap_window_toast_done        (RoadmapWindow      *self,
                                             const char         *message);
void       roadmap_window_toast_error       (RoadmapWindow      *self,
                                             const GError       *error);
/* Asks what @item, which belongs to no roadmap yet, is to be, adds it at @place and selects it; cancelling leaves no
 * trace. */
void       roadmap_window_add               (RoadmapWindow      *self,
                                             RoadmapItem        *item,
                                             const RoadmapPlace *place);
/* Deletes @items and selects what stands beside them; FALSE if it was refused, which has been told. */
gboolean   roadmap_window_delete            (RoadmapWindow      *self,
                                             GPtrArray          *items,
                                             const char         *name);
/* Puts down the items that @text holds, at @place or, where that is NULL, at @at, and tells what came of it. */
gboolean   roadmap_window_paste             (RoadmapWindow      *self,
                                             const char         *text,
                                             RoadmapItem        *at,
                                             const RoadmapPlace *place);
/* Has what is dropped on @tree, a RoadmapItemTree, moved or pasted. */
void       roadmap_window_accept_drops      (RoadmapWindow      *self,
                                             GtkWidget          *tree);

G_END_DECLS
