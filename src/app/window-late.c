/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include "app/accessible-names.h"
#include "app/recent.h"
#include "app/window-arrange.h"

/* What is not needed for the first frame.  A roadmap is read on its views: they are seen the sooner the less is made before
 * them, and what stands around them follows a frame later. */

static void
ensure_menus (RoadmapWindow *self)
{
  g_autoptr (GMenuModel) recent = NULL;

  roadmap_window_ensure_arrange (self);
  if (gtk_menu_button_get_menu_model (self->menu_button) != NULL)
    return;
  recent = roadmap_recent_create_menu ();
  adw_split_button_set_menu_model (self->open_button, recent);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (self->primary_menu));
  gtk_menu_button_set_menu_model (self->view_button, self->view_menu);
}

static void
ensure_details (RoadmapWindow *self)
{
  if (adw_bin_get_child (self->details_place) != NULL)
    return;
  adw_bin_set_child (self->details_place, g_object_new (ROADMAP_TYPE_DETAIL_PANE, "state", self->state, NULL));
  roadmap_accessible_names_give (GTK_WIDGET (self->details_place));
}

/* The focus begins in the outline, or where that is not shown in the view. */
static void
enter (RoadmapWindow *self)
{
  GtkWidget *first = adw_flap_get_reveal_flap (self->sidebar_flap) ? GTK_WIDGET (self->trees)
                                                                   : adw_view_stack_get_visible_child (self->views);

  if (self->has_entered)
    return;
  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  if (roadmap_document_get_file (self->document) != NULL)
    roadmap_recent_add (roadmap_document_get_file (self->document));
  self->has_entered = TRUE;
}

static gboolean
complete_cb (gpointer user_data)
{
  RoadmapWindow *self = user_data;

  self->complete_id = 0;
  ensure_menus (self);
  if (self->document == NULL)
    return G_SOURCE_REMOVE;

  roadmap_window_ensure_tree (self);
  ensure_details (self);
  enter (self);
  return G_SOURCE_REMOVE;
}

/* A frame is being made: when the main loop is idle again, it has been painted. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (self->complete_id == 0)
    self->complete_id = g_idle_add (complete_cb, self);
  return G_SOURCE_REMOVE;
}

void
roadmap_window_queue_complete (RoadmapWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}
