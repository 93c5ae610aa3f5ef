/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/accessible-names.h"

#include <glib/gi18n-lib.h>

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  if (name != NULL && *name != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The first widget of @type below @top, or NULL. */
static GtkWidget *
find_below (GtkWidget *top,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
name_button (GtkWidget *button)
{
  /* With a mnemonic it is named by its label and by the widget that shows the label: “_Save Save”. */
  if (gtk_button_get_label (GTK_BUTTON (button)) != NULL && gtk_button_get_use_underline (GTK_BUTTON (button)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
name_split_button (GtkWidget *button)
{
  GtkWidget *arrow = find_below (button, GTK_TYPE_MENU_BUTTON);

  if (arrow != NULL)
    name_widget (arrow, adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (button)));
}

/* A group with a title has named its list itself. */
static void
name_group (GtkWidget *group)
{
  GtkWidget *list = find_below (group, GTK_TYPE_LIST_BOX);
  GtkWidget *page = gtk_widget_get_ancestor (group, ADW_TYPE_PREFERENCES_PAGE);
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));

  if (list != NULL && page != NULL && (title == NULL || *title == '\0'))
    name_widget (list, adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page)));
}

/* It shows the value in a list of one row without a name. */
static void
hide_value (GtkWidget *row)
{
  GtkWidget *value = find_below (row, GTK_TYPE_LIST_VIEW);

  if (value != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

static void
name_icon_button (GtkWidget *button)
{
  static const struct
  {
    const char *icon;
    const char *name;
  } table[] = {
    { "edit-find-symbolic", N_("Search") },
    { "go-previous-symbolic", N_("Back") },
  };
  const char *icon = gtk_button_get_icon_name (GTK_BUTTON (button));
  GtkWidget *label = find_below (button, GTK_TYPE_LABEL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (icon, table[i].icon) == 0)
      name_widget (button, _(table[i].name));
  if (icon == NULL && label != NULL)
    name_widget (button, gtk_label_get_text (GTK_LABEL (label)));
}

/* In windows that are not ours, nothing else has names either. */
static void
name_parts (GtkWidget *top)
{
  if (GTK_IS_SEARCH_ENTRY (top))
    name_widget (top, _("Search"));
  else if (GTK_IS_MENU_BUTTON (top))
    name_widget (top, _("Sections"));
  else if (GTK_IS_TEXT_VIEW (top))
    name_widget (top, _("Text"));
  else if (GTK_IS_LIST_BOX (top))
    name_widget (top, _("Rows"));
  else if (GTK_IS_BUTTON (top) && gtk_button_get_label (GTK_BUTTON (top)) == NULL &&
           !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (top)) && !GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (top)))
    name_icon_button (top);

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_parts (child);
}

static void
name_all (GtkWidget *top)
{
  if (GTK_IS_SHORTCUTS_WINDOW (top) || ADW_IS_ABOUT_WINDOW (top))
    name_parts (top);

  if (GTK_IS_BUTTON (top))
    name_button (top);
  else if (ADW_IS_SPLIT_BUTTON (top))
    name_split_button (top);
  else if (ADW_IS_PREFERENCES_GROUP (top))
    name_group (top);
  else if (ADW_IS_COMBO_ROW (top))
    hide_value (top);

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_all (child);
}

/* A window with all that is in it, seen or not; buttons that come later. */
static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_ROOT (widget) || GTK_IS_BUTTON (widget))
    name_all (widget);
  return G_SOURCE_CONTINUE;
}

void
roadmap_accessible_names_give (GtkWidget *top)
{
  name_all (top);
}

void
roadmap_accessible_names_init (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET); /* which has the signal only then */

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
