/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/combo-row.h"

/* Neither GTK 4.8 nor libadwaita 1.2 tells a screen reader which entry is picked. */
static void
tell_value_cb (AdwComboRow *row)
{
  GtkStringObject *value = adw_combo_row_get_selected_item (row);

  if (value != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (value), -1);
}

static GtkWidget *
find_inside (GtkWidget *top,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_inside (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Scrolling moves no focus, and keys would go on from the first entry. */
static void
focus_entry (GtkWidget  *list,
             const char *text)
{
  for (GtkWidget *entry = gtk_widget_get_first_child (list); entry != NULL; entry = gtk_widget_get_next_sibling (entry))
    {
      GtkWidget *label = find_inside (entry, GTK_TYPE_LABEL);

      if (label != NULL && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
        gtk_widget_grab_focus (entry);
    }
}

static gboolean
show_picked_cb (gpointer row)
{
  GtkWidget *list = find_inside (find_inside (row, GTK_TYPE_POPOVER), GTK_TYPE_LIST_VIEW);
  GtkStringObject *picked = adw_combo_row_get_selected_item (row);

  if (list != NULL && picked != NULL)
    {
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", adw_combo_row_get_selected (row));
      focus_entry (list, gtk_string_object_get_string (picked));
    }
  return G_SOURCE_REMOVE;
}

/* Only a list that has its size can be scrolled. */
static void
popover_visible_cb (GtkWidget   *popover,
                    GParamSpec  *pspec,
                    AdwComboRow *row)
{
  if (gtk_widget_get_visible (popover))
    g_idle_add_full (G_PRIORITY_LOW, show_picked_cb, g_object_ref (row), g_object_unref);
}

/* AdwComboRow opens its list at the top, which is years away from the entry that is picked; GtkDropDown does it so. */
static void
open_at_picked (AdwComboRow *row)
{
  GtkWidget *popover = find_inside (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  if (popover != NULL)
    g_signal_connect_object (popover, "notify::visible", G_CALLBACK (popover_visible_cb), row, 0);
}

void
roadmap_combo_row_prepare (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  adw_combo_row_set_use_subtitle (row, TRUE);
  open_at_picked (row);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_value_cb), NULL);
}
