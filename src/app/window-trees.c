/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include "app/window-arrange.h"
#include "chart/axis.h"
#include "widgets/item-tree.h"

/* The trees of the sidebar, one for each chart.  A tree is made when it is first shown: only one is seen when a roadmap
 * opens, and that one after the first frame. */

static void
tree_activated_cb (RoadmapItemTree *tree,
                   RoadmapItem     *item,
                   RoadmapWindow   *self)
{
  roadmap_window_set_details_shown (self, TRUE);
}

void
roadmap_window_ensure_tree (RoadmapWindow *self)
{
  GtkWidget *place = gtk_stack_get_visible_child (self->trees);
  const char *id = gtk_stack_get_visible_child_name (self->trees);
  GtkWidget *tree;

  if (place == NULL || adw_bin_get_child (ADW_BIN (place)) != NULL)
    return;
  tree = g_object_new (ROADMAP_TYPE_ITEM_TREE,
                       "state", self->state,
                       "chart", roadmap_lookup (roadmap_view_state_get_roadmap (self->state), id),
                       "menu-model", self->item_menu,
                       NULL);
  roadmap_window_accept_drops (self, tree);
  g_signal_connect_object (tree, "activated", G_CALLBACK (tree_activated_cb), self, 0);
  adw_bin_set_child (ADW_BIN (place), tree);
}

/* A stack switcher would be as wide as its longest title for each: here long ones give way. */
static GtkWidget *
create_button (const char *id,
               const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tree");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  return button;
}

static void
add_place (RoadmapWindow *self,
           RoadmapItem   *chart)
{
  const char *language = roadmap_view_state_get_words (self->state);
  const char *name = roadmap_item_get_in (chart, "name", language);
  g_autofree char *title = name != NULL ? g_strdup (name) : roadmap_item_dup_title (chart, language);

  gtk_stack_add_named (self->trees, adw_bin_new (), roadmap_item_get_id (chart));
  gtk_box_append (self->tree_switcher, create_button (roadmap_item_get_id (chart), title));
}

void
roadmap_window_remove_trees (RoadmapWindow *self)
{
  GtkWidget *place;

  while ((place = gtk_widget_get_first_child (GTK_WIDGET (self->trees))) != NULL)
    gtk_stack_remove (self->trees, place);
  while ((place = gtk_widget_get_first_child (GTK_WIDGET (self->tree_switcher))) != NULL)
    gtk_box_remove (self->tree_switcher, place);
}

void
roadmap_window_rebuild_trees (RoadmapWindow *self)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_autoptr (GPtrArray) earlier = roadmap_list_earlier_charts (roadmap);
  g_autofree char *shown = g_strdup (gtk_stack_get_visible_child_name (self->trees));

  g_ptr_array_extend (charts, earlier, NULL, NULL);
  g_signal_handler_block (self->trees, self->tree_shown_id);
  roadmap_window_remove_trees (self);
  for (guint i = 0; i < charts->len; i++)
    add_place (self, g_ptr_array_index (charts, i));
  if (shown != NULL && gtk_stack_get_child_by_name (self->trees, shown) != NULL)
    gtk_stack_set_visible_child_name (self->trees, shown);
  g_signal_handler_unblock (self->trees, self->tree_shown_id);
  gtk_widget_set_visible (GTK_WIDGET (self->tree_switcher), charts->len > 1);
}

void
roadmap_window_show_tree (RoadmapWindow *self,
                          RoadmapItem   *chart)
{
  if (chart != NULL && gtk_stack_get_child_by_name (self->trees, roadmap_item_get_id (chart)) != NULL)
    gtk_stack_set_visible_child_name (self->trees, roadmap_item_get_id (chart));
}

/* While all charts are shown in one timeline, turning to another tree leaves the timeline as it is. */
static void
tree_shown_cb (RoadmapWindow *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->trees);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);

  if (id == NULL || roadmap == NULL)
    return;
  /* Not in the frame that turns to it: widgets made between its events and its layout stay blank. */
  roadmap_window_queue_complete (self);
  if (roadmap_view_state_get_chart (self->state) != NULL)
    roadmap_view_state_set_chart (self->state, roadmap_lookup (roadmap, id));
}

void
roadmap_window_init_trees (RoadmapWindow *self)
{
  self->tree_shown_id = g_signal_connect_object (self->trees, "notify::visible-child", G_CALLBACK (tree_shown_cb), self,
                                                 G_CONNECT_SWAPPED);
}
