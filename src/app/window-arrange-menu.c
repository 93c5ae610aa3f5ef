/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-arrange.h"

#include <glib/gi18n-lib.h>

/* The menus of what is done with whole items, which depend on what is selected. */

static Roadmap *
get_roadmap (RoadmapWindow *self)
{
  return roadmap_view_state_get_roadmap (self->state);
}

/* (transfer full): the statuses stand in the outermost item. */
static GPtrArray *
list_statuses (RoadmapWindow *self)
{
  RoadmapItem *root = get_roadmap (self) != NULL ? roadmap_get_root (get_roadmap (self)) : NULL;
  GPtrArray *statuses = g_ptr_array_new ();

  for (guint i = 0; root != NULL && i < roadmap_item_get_n_children (root); i++)
    if (roadmap_item_is (roadmap_item_get_child (root, i), "status"))
      g_ptr_array_add (statuses, roadmap_item_get_child (root, i));
  return statuses;
}

static void
append_addition (RoadmapWindow         *self,
                 GMenu                 *menu,
                 const RoadmapAddition *addition,
                 gboolean               twice)
{
  /* Translators: in the menu “Add”, of a kind of item that can stand inside its own kind, such as “Lane” */
  g_autofree char *label = twice ? g_strdup_printf (_("%s Inside"), _(addition->kind->label)) : NULL;
  g_autoptr (GMenuItem) item = g_menu_item_new (label != NULL ? label : _(addition->kind->label), NULL);

  g_menu_item_set_action_and_target (item, "win.add-item", "(us)", addition->where, addition->kind->name);
  g_menu_append_item (menu, item);
}

/* A section for what goes beside or inside, and one for what goes around. */
static void
fill_add_menu (RoadmapWindow *self,
               RoadmapItem   *target)
{
  g_autoptr (GArray) additions = target != NULL ? roadmap_list_additions (get_roadmap (self), target) : NULL;
  g_autoptr (GMenu) near = g_menu_new ();
  g_autoptr (GMenu) around = g_menu_new ();
  const RoadmapKind *beside = NULL;

  g_menu_remove_all (self->add_menu);
  for (guint i = 0; additions != NULL && i < additions->len; i++)
    {
      const RoadmapAddition *addition = &g_array_index (additions, RoadmapAddition, i);

      append_addition (self, addition->where == ROADMAP_ADD_AROUND ? around : near, addition, addition->kind == beside);
      if (addition->where == ROADMAP_ADD_BESIDE)
        beside = addition->kind;
    }
  g_menu_append_section (self->add_menu, NULL, G_MENU_MODEL (near));
  g_menu_append_section (self->add_menu, NULL, G_MENU_MODEL (around));
}

static void
fill_status_menu (RoadmapWindow *self)
{
  g_autoptr (GPtrArray) statuses = list_statuses (self);
  g_autoptr (GMenu) named = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();

  g_menu_remove_all (self->status_menu);
  for (guint i = 0; i < statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (statuses, i);
      g_autofree char *title = roadmap_item_dup_title (status, roadmap_view_state_get_words (self->state));
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "win.set-status", "s", roadmap_item_get_id (status));
      g_menu_append_item (named, item);
    }
  g_menu_append (none, C_("status", "None"), "win.set-status::");
  g_menu_append_section (self->status_menu, NULL, G_MENU_MODEL (named));
  g_menu_append_section (self->status_menu, NULL, G_MENU_MODEL (none));
}

/* What the menus depend on: they are filled again only where that is another one, since views keep them made. */
static char *
describe_menus (RoadmapWindow *self,
                RoadmapItem   *target)
{
  g_autoptr (GString) text = g_string_new (roadmap_view_state_get_words (self->state));
  g_autoptr (GPtrArray) statuses = list_statuses (self);
  RoadmapItem *parent = target != NULL ? roadmap_item_get_parent (target) : NULL;

  g_string_append_printf (text, "|%s|%s", target != NULL ? roadmap_item_get_kind (target)->name : "",
                          parent != NULL ? roadmap_item_get_kind (parent)->name : "");
  for (guint i = 0; i < statuses->len; i++)
    {
      RoadmapItem *status = g_ptr_array_index (statuses, i);

      g_string_append_printf (text, "|%s=%s", roadmap_item_get_id (status),
                              roadmap_item_get_in (status, "title", roadmap_view_state_get_words (self->state)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
roadmap_window_update_arrange_menus (RoadmapWindow *self)
{
  RoadmapItem *target = roadmap_window_get_target (self);
  g_autofree char *described = NULL;

  if (self->add_menu == NULL)
    return;
  described = describe_menus (self, target);
  if (g_strcmp0 (described, self->menus_for) == 0)
    return;
  g_free (self->menus_for);
  self->menus_for = g_steal_pointer (&described);
  fill_add_menu (self, target);
  fill_status_menu (self);
}

void
roadmap_window_ensure_arrange (RoadmapWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GMenu) section = NULL;
  GMenuModel *menu;

  if (self->add_menu != NULL)
    return;
  builder = gtk_builder_new_from_resource ("/org/koteihyo/Koteihyo/ui/arrange-menu.ui");
  menu = G_MENU_MODEL (gtk_builder_get_object (builder, "arrange_menu"));
  self->add_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "add_menu")));
  self->status_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "status_menu")));
  roadmap_window_update_arrange_menus (self);
  g_menu_insert_section (G_MENU (self->item_menu), 1, NULL, menu);
  section = g_menu_new ();
  g_menu_append_submenu (section, _("_Items"), menu);
  g_menu_insert_section (self->primary_menu, g_menu_model_get_n_items (G_MENU_MODEL (self->primary_menu)) - 1, NULL,
                         G_MENU_MODEL (section));
}
