/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/start-page.h"

#include "app/recent.h"

struct _RoadmapStartPage
{
  AdwBin      parent_instance;

  GtkWidget  *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (RoadmapStartPage, roadmap_start_page, ADW_TYPE_BIN)

/* "~/Documents" for "file:///home/me/Documents/roadmap.xml". */
static char *
dup_folder (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (below != NULL)
    return g_build_filename ("~", below, NULL);
  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

static GtkWidget *
create_row (GtkRecentInfo *info)
{
  g_autofree char *folder = dup_folder (info);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  return row;
}

static void
fill_list (RoadmapStartPage *self)
{
  g_autoptr (GPtrArray) recent = roadmap_recent_list ();
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < recent->len; i++)
    gtk_list_box_append (self->recent_list, create_row (g_ptr_array_index (recent, i)));
  gtk_widget_set_visible (self->recent_group, recent->len > 0);
}

/* A window that opens with a roadmap never shows this page, and need not read the list. */
static void
roadmap_start_page_map (GtkWidget *widget)
{
  fill_list (ROADMAP_START_PAGE (widget));
  GTK_WIDGET_CLASS (roadmap_start_page_parent_class)->map (widget);
}

static void
roadmap_start_page_class_init (RoadmapStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = roadmap_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, RoadmapStartPage, recent_list);
}

static void
roadmap_start_page_init (RoadmapStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
