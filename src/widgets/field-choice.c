/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/value-words.h"
#include "widgets/combo-row.h"
#include "widgets/field-row-private.h"

/* The words in the order of the list; the first is empty where there need not be any. */
static char **
list_words (const RoadmapField *field)
{
  g_autofree char *words = g_strconcat (field->flags & ROADMAP_FIELD_REQUIRED ? "" : " ", field->choices, NULL);

  return g_strsplit (words, " ", -1);
}

static void
describe_cb (RoadmapFieldRow *row,
             GParamSpec      *pspec,
             AdwComboRow     *combo)
{
  GtkStringObject *picked = adw_combo_row_get_selected_item (combo);

  roadmap_field_row_describe (row, picked != NULL ? gtk_string_object_get_string (picked) : NULL);
  roadmap_field_row_changed (row);
}

static GtkWidget *
create_choice (RoadmapFieldRow *row)
{
  Roadmap *roadmap = roadmap_field_row_get_context (row)->roadmap;
  const RoadmapField *field = roadmap_field_row_get_field (row);
  GtkWidget *widget = g_object_new (ADW_TYPE_COMBO_ROW, "use-underline", TRUE, "title", roadmap_field_row_get_label (row),
                                    NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  char **words = list_words (field);

  roadmap_combo_row_prepare (ADW_COMBO_ROW (widget));
  for (char **word = words; *word != NULL; word++)
    gtk_string_list_take (list, **word != '\0' ? roadmap_value_describe (roadmap, field, *word, NULL) : g_strdup (_("None")));
  g_object_set_data_full (G_OBJECT (widget), "words", words, (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (list));
  g_signal_connect_object (widget, "notify::selected-item", G_CALLBACK (describe_cb), row, G_CONNECT_SWAPPED);
  return widget;
}

static char *
read_choice (GtkWidget *widget)
{
  char **words = g_object_get_data (G_OBJECT (widget), "words");
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (widget));

  if (selected == GTK_INVALID_LIST_POSITION || *words[selected] == '\0')
    return NULL;
  return g_strdup (words[selected]);
}

static void
show_choice (GtkWidget  *widget,
             const char *value)
{
  const char *const *words = g_object_get_data (G_OBJECT (widget), "words");
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], value != NULL ? value : "") == 0)
      position = i;
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), position);
}

static GtkWidget *
get_self (GtkWidget *widget)
{
  return widget;
}

const RoadmapFieldWidget roadmap_field_choice = {
  create_choice, read_choice, show_choice, gtk_widget_set_sensitive, get_self,
};

static GtkWidget *
get_switch (GtkWidget *widget)
{
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));
}

static GtkWidget *
create_switch (RoadmapFieldRow *row)
{
  GtkWidget *button = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-underline", TRUE, "title", roadmap_field_row_get_label (row),
                                    NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), button);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);
  return widget;
}

/* What is not so need not be said. */
static char *
read_switch (GtkWidget *widget)
{
  return gtk_switch_get_active (GTK_SWITCH (get_switch (widget))) ? g_strdup ("true") : NULL;
}

static void
show_switch (GtkWidget  *widget,
             const char *value)
{
  gtk_switch_set_active (GTK_SWITCH (get_switch (widget)), g_strcmp0 (value, "true") == 0);
}

const RoadmapFieldWidget roadmap_field_boolean = {
  create_switch, read_switch, show_switch, gtk_widget_set_sensitive, get_switch,
};
