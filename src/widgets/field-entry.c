/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/field-entry.h"

#include "widgets/text-difference.h"

/* Undo is the form's, over all of its fields. */
GtkWidget *
roadmap_field_entry_create (RoadmapFieldRow *row)
{
  GtkWidget *widget = g_object_new (ADW_TYPE_ENTRY_ROW, "use-underline", TRUE, "title",
                                    roadmap_field_row_get_label (row), "enable-undo", FALSE, "activates-default", TRUE,
                                    "input-hints", GTK_INPUT_HINT_NO_EMOJI, NULL);

  g_signal_connect_object (widget, "changed", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);
  return widget;
}

char *
roadmap_field_entry_read (GtkWidget *widget)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

void
roadmap_field_entry_show (GtkWidget  *widget,
                          const char *value)
{
  GtkEditable *editable = GTK_EDITABLE (widget);
  g_autofree char *old = g_strdup (gtk_editable_get_text (editable));
  const char *text = value != NULL ? value : "";
  RoadmapTextDifference difference = roadmap_text_compare (old, text);
  int position = difference.start;

  if (difference.old_end == difference.start && difference.new_end == difference.start)
    return;
  gtk_editable_delete_text (editable, difference.start, difference.old_end);
  text = g_utf8_offset_to_pointer (text, difference.start);
  gtk_editable_insert_text (editable, text,
                            g_utf8_offset_to_pointer (text, difference.new_end - difference.start) - text, &position);
  gtk_editable_set_position (editable, position);
}

void
roadmap_field_entry_set_editable (GtkWidget *widget,
                                  gboolean   editable)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (widget), "button");

  gtk_editable_set_editable (GTK_EDITABLE (widget), editable);
  if (button != NULL)
    gtk_widget_set_visible (button, editable);
}

GtkWidget *
roadmap_field_entry_get_focus (GtkWidget *widget)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
}

GtkWidget *
roadmap_field_entry_add_button (GtkWidget  *widget,
                                const char *icon,
                                const char *name,
                                GtkWidget  *popover)
{
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, "valign", GTK_ALIGN_CENTER, "tooltip-text",
                                    name, NULL);

  if (icon != NULL)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (widget), button);
  g_object_set_data (G_OBJECT (widget), "button", button);
  return button;
}

static GtkWidget *
create_uri (RoadmapFieldRow *row)
{
  GtkWidget *widget = roadmap_field_entry_create (row);

  g_object_set (widget, "input-purpose", GTK_INPUT_PURPOSE_URL, "input-hints", GTK_INPUT_HINT_NO_SPELLCHECK, NULL);
  return widget;
}

const RoadmapFieldWidget roadmap_field_string = {
  roadmap_field_entry_create,
  roadmap_field_entry_read,
  roadmap_field_entry_show,
  roadmap_field_entry_set_editable,
  roadmap_field_entry_get_focus,
};

const RoadmapFieldWidget roadmap_field_uri = {
  create_uri,
  roadmap_field_entry_read,
  roadmap_field_entry_show,
  roadmap_field_entry_set_editable,
  roadmap_field_entry_get_focus,
};
