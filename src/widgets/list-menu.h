/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of a row of a list, which the right button, Menu and Shift+F10 open. */
typedef struct _RoadmapListMenu RoadmapListMenu;

/* Called with the row, which is a widget of GTK's around what the list's factory made, and @user_data before the menu
 * opens; FALSE if the row has no menu. */
typedef gboolean (*RoadmapListMenuFunc)      (GtkWidget            *row,
                                              gpointer              user_data);

/* The menu is a child of @view, in which @list has the rows. */
RoadmapListMenu *roadmap_list_menu_new       (GtkWidget            *view,
                                              GtkWidget            *list,
                                              RoadmapListMenuFunc   opening,
                                              gpointer              user_data);
/* After roadmap_list_menu_set_model (NULL) @view may be gone by then. */
void             roadmap_list_menu_free      (RoadmapListMenu      *self);

GMenuModel      *roadmap_list_menu_get_model (RoadmapListMenu      *self);
/* NULL for no menu. */
void             roadmap_list_menu_set_model (RoadmapListMenu      *self,
                                              GMenuModel           *model);

/* (nullable): the row of @list that @widget stands in or is. */
GtkWidget       *roadmap_list_find_row       (GtkWidget            *list,
                                              GtkWidget            *widget);

G_END_DECLS
