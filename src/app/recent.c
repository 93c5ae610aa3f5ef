/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/recent.h"

#define MIME_TYPE   "application/x-koteihyo-roadmap+xml"
#define MAX_ENTRIES 8

void
roadmap_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = { .mime_type = (char *) MIME_TYPE, .app_name = (char *) APPLICATION_ID, .app_exec = command };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
append_entry (GMenu         *menu,
              GtkRecentInfo *info)
{
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

GPtrArray *
roadmap_recent_list (void)
{
  GPtrArray *recent = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visited);

  for (GList *l = infos; l != NULL && recent->len < MAX_ENTRIES; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) == 0 && gtk_recent_info_exists (l->data))
      g_ptr_array_add (recent, gtk_recent_info_ref (l->data));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return recent;
}

static void
fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) recent = roadmap_recent_list ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < recent->len; i++)
    append_entry (menu, g_ptr_array_index (recent, i));
}

GMenuModel *
roadmap_recent_create_menu (void)
{
  GMenu *menu = g_menu_new ();

  fill_menu (menu);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_menu), menu,
                           G_CONNECT_SWAPPED);
  return G_MENU_MODEL (menu);
}
