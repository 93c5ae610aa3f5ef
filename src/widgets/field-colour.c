/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/style.h"
#include "widgets/field-entry.h"
#include "widgets/swatch.h"

#define COLUMNS 5

static void
show_colour_cb (GtkWidget     *widget,
                RoadmapSwatch *swatch)
{
  g_autofree char *text = roadmap_field_entry_read (widget);

  roadmap_swatch_set_colour (swatch, text);
}

static void
hue_clicked_cb (GtkWidget *button,
                GtkWidget *widget)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  roadmap_field_entry_show (widget, gtk_widget_get_name (button));
}

/* A hue of the family that charts take theirs from. */
static GtkWidget *
create_hue_button (GtkWidget *widget,
                   guint32    hue)
{
  g_autofree char *colour = g_strdup_printf ("#%06x", hue);
  GtkWidget *swatch = roadmap_swatch_new ();
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", swatch, "name", colour, "tooltip-text", colour, NULL);

  roadmap_swatch_set_colour (ROADMAP_SWATCH (swatch), colour);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, colour, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hue_clicked_cb), widget, 0);
  return button;
}

static GtkWidget *
create_popover (GtkWidget *widget)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_hues;
  const guint32 *hues = roadmap_hue_get_family (&n_hues);

  for (guint i = 0; i < n_hues; i++)
    gtk_grid_attach (GTK_GRID (grid), create_hue_button (widget, hues[i]), i % COLUMNS, i / COLUMNS, 1, 1);
  return g_object_new (GTK_TYPE_POPOVER, "child", grid, NULL);
}

static GtkWidget *
create (RoadmapFieldRow *row)
{
  GtkWidget *widget = roadmap_field_entry_create (row);
  GtkWidget *swatch = roadmap_swatch_new ();

  g_object_set (widget, "input-hints", GTK_INPUT_HINT_NO_SPELLCHECK, NULL);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (widget), swatch);
  roadmap_field_entry_add_button (widget, "pan-down-symbolic", _("Pick a Colour"), create_popover (widget));
  g_signal_connect_object (widget, "changed", G_CALLBACK (show_colour_cb), swatch, 0);
  return widget;
}

const RoadmapFieldWidget roadmap_field_colour = {
  create,
  roadmap_field_entry_read,
  roadmap_field_entry_show,
  roadmap_field_entry_set_editable,
  roadmap_field_entry_get_focus,
};
