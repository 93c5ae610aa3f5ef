/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "form-driver.h"

#include <string.h>

#include "model/era.h"
#include "widgets/item-picker.h"
#include "widgets/link-rows.h"
#include "widgets/point-row.h"
#include "widgets/text-card.h"

RoadmapFormField *
form_get (RoadmapItemForm *form,
          const char      *name,
          const char      *language)
{
  RoadmapFormField *field = roadmap_item_form_find_field (form, name, language);

  g_assert_nonnull (field);
  return field;
}

GtkWidget *
form_find_below (GtkWidget *top,
                 GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : form_find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Picks the entry of this text. */
static gboolean
pick_words (AdwComboRow *row,
            const char  *words)
{
  GListModel *list = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkStringObject) entry = g_list_model_get_item (list, i);

      if (strcmp (gtk_string_object_get_string (entry), words) == 0)
        {
          adw_combo_row_set_selected (row, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* Turns to one unit of time after the other. */
static void
enter_point (RoadmapItemForm *form,
             RoadmapPointRow *row,
             const char      *value)
{
  GtkWidget *button = form_find_below (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON);
  GtkWidget *list = form_find_below (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX);
  int fiscal_start = roadmap_get_fiscal_start (form->roadmap);
  g_autofree char *words = NULL;
  RoadmapPoint point;

  if (value == NULL)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
      return;
    }
  g_assert_true (roadmap_point_parse (value, fiscal_start, &point));
  words = roadmap_point_describe (&point, fiscal_start, form->language);
  if (pick_words (ADW_COMBO_ROW (row), words))
    return;
  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    {
      g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));
      if (pick_words (ADW_COMBO_ROW (row), words))
        return;
    }
  g_test_fail_printf ("%s is not offered", value);
}

static void
enter_links (RoadmapItemForm *form,
             RoadmapLinkRows *rows,
             const char      *value)
{
  GtkWidget *button = roadmap_link_rows_get_button (rows);
  GtkPopover *picker = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_auto (GStrv) ids = value != NULL ? g_strsplit (value, " ", -1) : NULL;

  while (roadmap_link_rows_get_ids (rows) != NULL)
    {
      GtkWidget *lines = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (rows)));

      g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (lines)), "clicked");
    }
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_signal_emit_by_name (picker, "picked", roadmap_lookup (form->roadmap, ids[i]));
}

static void
enter_choice (AdwComboRow *row,
              const char  *value)
{
  const char *const *words = g_object_get_data (G_OBJECT (row), "words");

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], value != NULL ? value : "") == 0)
      adw_combo_row_set_selected (row, i);
}

void
form_enter (RoadmapItemForm  *form,
            RoadmapFormField *field,
            const char       *value)
{
  GtkWidget *widget = roadmap_field_row_get_widget (field->row);
  const char *text = value != NULL ? value : "";

  switch (field->field->type)
    {
    case ROADMAP_FIELD_TEXT:
    case ROADMAP_FIELD_MARKUP:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (roadmap_text_card_get_view (ROADMAP_TEXT_CARD (widget)))),
                                text, -1);
      break;
    case ROADMAP_FIELD_NUMBER:
      gtk_editable_set_text (GTK_EDITABLE (form_find_below (widget, GTK_TYPE_SPIN_BUTTON)), text);
      break;
    case ROADMAP_FIELD_BOOLEAN:
      gtk_switch_set_active (GTK_SWITCH (form_find_below (widget, GTK_TYPE_SWITCH)), strcmp (text, "true") == 0);
      break;
    case ROADMAP_FIELD_CHOICE:
      enter_choice (ADW_COMBO_ROW (widget), value);
      break;
    case ROADMAP_FIELD_POINT:
      enter_point (form, ROADMAP_POINT_ROW (widget), value);
      break;
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      enter_links (form, ROADMAP_LINK_ROWS (widget), value);
      break;
    default:
      gtk_editable_set_text (GTK_EDITABLE (widget), text);
    }
}

/* NULL if nothing else can be linked to. */
static char *
dup_other_link (RoadmapItemForm  *form,
                RoadmapFormField *field)
{
  g_auto (GStrv) kinds = g_strsplit (field->field->target, " ", -1);

  for (char **kind = kinds; *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) items = roadmap_list (form->roadmap, NULL, *kind);

      for (guint i = 0; i < items->len; i++)
        if (g_ptr_array_index (items, i) != (gpointer) form->item &&
            g_strcmp0 (roadmap_item_get_id (g_ptr_array_index (items, i)), field->value) != 0)
          return g_strdup (roadmap_item_get_id (g_ptr_array_index (items, i)));
    }
  return NULL;
}

static char *
dup_other_word (RoadmapFormField *field)
{
  g_auto (GStrv) words = g_strsplit (field->field->choices, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_strcmp0 (*word, field->value) != 0)
      return g_strdup (*word);
  return NULL;
}

/* A little before or after the chart, where it is offered, so that an end does not come before its start. */
static char *
dup_other_point (RoadmapItemForm  *form,
                 RoadmapFormField *field)
{
  RoadmapItem *chart = roadmap_item_find_around (form->item, "chart");
  g_autoptr (GPtrArray) charts = roadmap_list (form->roadmap, NULL, "chart");
  int fiscal_start = roadmap_get_fiscal_start (form->roadmap);
  RoadmapPoint point;
  RoadmapSpan span;

  g_assert_true (roadmap_get_span (form->roadmap, chart != NULL ? chart : g_ptr_array_index (charts, 0), &span));
  if (strcmp (field->field->name, "end") == 0)
    point = roadmap_point_at (ROADMAP_CALENDAR_CIVIL, ROADMAP_UNIT_MONTH, roadmap_span_get_after (&span) + 2, fiscal_start);
  else
    point = roadmap_point_at (ROADMAP_CALENDAR_CIVIL, ROADMAP_UNIT_QUARTER, roadmap_span_get_first (&span) - 7, fiscal_start);
  return roadmap_point_format (&point, fiscal_start);
}

char *
form_dup_other (RoadmapItemForm  *form,
                RoadmapFormField *field)
{
  switch (field->field->type)
    {
    case ROADMAP_FIELD_NUMBER:
      return g_strdup (g_strcmp0 (field->value, "7") != 0 ? "7" : "8");
    case ROADMAP_FIELD_BOOLEAN:
      return g_strdup (g_strcmp0 (field->value, "true") != 0 ? "true" : NULL);
    case ROADMAP_FIELD_CHOICE:
      return dup_other_word (field);
    case ROADMAP_FIELD_POINT:
      return dup_other_point (form, field);
    case ROADMAP_FIELD_DATE:
      return g_strdup ("2031-12-24");
    case ROADMAP_FIELD_COLOUR:
      return g_strdup ("#123abc");
    case ROADMAP_FIELD_URI:
      return g_strdup ("https://www.example.org/other");
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return dup_other_link (form, field);
    default:
      return g_strconcat (field->value != NULL ? field->value : "", "改", NULL);
    }
}
