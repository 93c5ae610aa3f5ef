/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/field-row-private.h"
#include "widgets/item-picker.h"
#include "widgets/item-words.h"
#include "widgets/text-card.h"

#define SPACING 8

static GtkWidget *
create_text (RoadmapFieldRow *row)
{
  GtkWidget *card = roadmap_text_card_new (roadmap_field_row_get_label (row), NULL);

  roadmap_text_card_set_name (ROADMAP_TEXT_CARD (card), roadmap_field_row_get_name (row));
  g_signal_connect_object (card, "changed", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);
  return card;
}

static char *
read_text (GtkWidget *widget)
{
  return roadmap_text_card_dup_text (ROADMAP_TEXT_CARD (widget));
}

static void
show_text (GtkWidget  *widget,
           const char *value)
{
  roadmap_text_card_set_text (ROADMAP_TEXT_CARD (widget), value != NULL ? value : "");
}

static void
set_editable (GtkWidget *widget,
              gboolean   editable)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (widget), "button");

  roadmap_text_card_set_editable (ROADMAP_TEXT_CARD (widget), editable);
  if (button != NULL)
    gtk_widget_set_visible (button, editable);
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  return roadmap_text_card_get_view (ROADMAP_TEXT_CARD (widget));
}

static void
item_picked_cb (RoadmapFieldRow *row,
                RoadmapItem     *item)
{
  const char *language = roadmap_field_row_get_context (row)->language;
  g_autofree char *before = g_markup_printf_escaped ("<ref to=\"%s\">", roadmap_item_get_id (item));
  const char *number = roadmap_item_get (item, "number");
  g_autofree char *name = number != NULL ? g_strdup (number) : roadmap_item_dup_name (item, language);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  roadmap_text_card_wrap_selection (ROADMAP_TEXT_CARD (roadmap_field_row_get_widget (row)), before, escaped, "</ref>");
}

static void
address_entered_cb (RoadmapFieldRow *row,
                    GtkEntry        *entry)
{
  const char *address = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *before = g_markup_printf_escaped ("<link href=\"%s\">", address);
  g_autofree char *escaped = g_markup_escape_text (address, -1);

  if (*address == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  roadmap_text_card_wrap_selection (ROADMAP_TEXT_CARD (roadmap_field_row_get_widget (row)), before, escaped, "</link>");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
give_name (GtkWidget  *widget,
           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* To an item, found by a search, or to an address of the web, which is entered. */
static void
add_link_buttons (RoadmapFieldRow *row,
                  GtkWidget       *card)
{
  const RoadmapFieldContext *context = roadmap_field_row_get_context (row);
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", "https://", "input-purpose", GTK_INPUT_PURPOSE_URL,
                                   "width-chars", 28, NULL);
  GtkWidget *address = g_object_new (GTK_TYPE_POPOVER, "child", entry, NULL);
  GtkWidget *picker = roadmap_item_picker_new (context->roadmap, NULL, context->item, context->language);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  const struct
  {
    const char *icon;
    const char *name;
    GtkWidget  *popover;
  } table[] = {
    { "mail-attachment-symbolic", _("Insert a Link to an Item"), picker },
    { "web-browser-symbolic", _("Insert a Link to a Web Address"), address },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", table[i].icon, "popover", table[i].popover,
                                        "tooltip-text", table[i].name, NULL);

      gtk_widget_add_css_class (button, "flat");
      give_name (button, table[i].name);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  give_name (entry, _("Web Address"));
  gtk_widget_add_css_class (buttons, "text-card-buttons");
  roadmap_text_card_add_button (ROADMAP_TEXT_CARD (card), buttons);
  g_object_set_data (G_OBJECT (card), "button", buttons);
  g_signal_connect_object (picker, "picked", G_CALLBACK (item_picked_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (address_entered_cb), row, G_CONNECT_SWAPPED);
}

static GtkWidget *
create_markup (RoadmapFieldRow *row)
{
  GtkWidget *card = create_text (row);

  add_link_buttons (row, card);
  return card;
}

const RoadmapFieldWidget roadmap_field_text = { create_text, read_text, show_text, set_editable, get_focus };
const RoadmapFieldWidget roadmap_field_markup = { create_markup, read_text, show_text, set_editable, get_focus };
