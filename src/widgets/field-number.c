/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "widgets/field-entry.h"

#define LARGEST 999999
#define WIDTH 6

/* Numbers that mean something only within limits; all others may be 0 or more. */
static const struct
{
  const char *field;
  int         least;
  int         most;
} limits[] = {
  { "fiscal-start", 1, 12 },
  { "width", 1, LARGEST },
  { "height", 1, LARGEST },
};

static GtkWidget *
get_spin (GtkWidget *widget)
{
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (widget));
}

/* No number is one less than the least, so that the arrows get there. */
static gboolean
output_cb (GtkSpinButton *spin)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);
  double value = gtk_adjustment_get_value (adjustment);
  g_autofree char *text = value > gtk_adjustment_get_lower (adjustment) ? g_strdup_printf ("%.0f", value) : g_strdup ("");

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin,
          double        *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));

  if (*text == '\0')
    *value = gtk_adjustment_get_lower (gtk_spin_button_get_adjustment (spin));
  else
    *value = g_ascii_strtod (text, NULL);
  return TRUE;
}

static GtkWidget *
create (RoadmapFieldRow *row)
{
  const char *field = roadmap_field_row_get_field (row)->name;
  int least = 0, most = LARGEST;
  GtkWidget *spin, *widget;

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (strcmp (limits[i].field, field) == 0)
      {
        least = limits[i].least;
        most = limits[i].most;
      }

  spin = gtk_spin_button_new_with_range (least - 1, most, 1);
  g_object_set (spin, "valign", GTK_ALIGN_CENTER, "width-chars", WIDTH, "max-width-chars", WIDTH, "numeric", TRUE,
                NULL);
  gtk_editable_set_enable_undo (GTK_EDITABLE (spin), FALSE);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect_object (spin, "changed", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);

  widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-underline", TRUE, "title", roadmap_field_row_get_label (row), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), spin);
  return widget;
}

static char *
read_number (GtkWidget *widget)
{
  return roadmap_field_entry_read (get_spin (widget));
}

/* By the spin button's own ways, so that its arrows go on from there. */
static void
show (GtkWidget  *widget,
      const char *value)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (get_spin (widget));
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);

  gtk_adjustment_set_value (adjustment, value != NULL ? g_ascii_strtod (value, NULL) : gtk_adjustment_get_lower (adjustment));
  output_cb (spin);
}

static void
set_editable (GtkWidget *widget,
              gboolean   editable)
{
  gtk_widget_set_sensitive (get_spin (widget), editable);
}

const RoadmapFieldWidget roadmap_field_number = { create, read_number, show, set_editable, get_spin };
