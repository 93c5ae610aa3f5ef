/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/era.h"
#include "widgets/field-entry.h"

/* The row's title reads the date out in words, of the era in Japanese. */
static void
show_reading_cb (RoadmapFieldRow *row,
                 GtkEditable     *editable)
{
  const char *label = roadmap_field_row_get_label (row);
  g_autofree char *text = roadmap_field_entry_read (GTK_WIDGET (editable));
  g_autofree char *reading = NULL, *title = NULL;
  GDate date;

  if (text != NULL && roadmap_date_parse (text, &date))
    reading = roadmap_date_describe (&date, roadmap_field_row_get_context (row)->language);
  title = reading != NULL ? g_strdup_printf ("%s · %s", label, reading) : g_strdup (label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editable), title);
}

static void
calendar_shown_cb (GtkCalendar *calendar,
                   GtkWidget   *widget)
{
  g_autofree char *text = roadmap_field_entry_read (widget);
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (text == NULL || !roadmap_date_parse (text, &date))
    return;
  day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  gtk_calendar_select_day (calendar, day);
}

static void
day_selected_cb (GtkWidget   *widget,
                 GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *old = roadmap_field_entry_read (widget);

  /* The calendar tells too when it is only turned to the date that the entry has. */
  if (g_strcmp0 (old, text) != 0)
    roadmap_field_entry_show (widget, text);
}

static GtkWidget *
create (RoadmapFieldRow *row)
{
  GtkWidget *widget = roadmap_field_entry_create (row);
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "child", calendar, NULL);

  g_object_set (widget, "input-hints", GTK_INPUT_HINT_NO_SPELLCHECK, NULL);
  roadmap_field_entry_add_button (widget, "x-office-calendar-symbolic", _("Pick a Date"), popover);
  g_signal_connect_object (widget, "changed", G_CALLBACK (show_reading_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "map", G_CALLBACK (calendar_shown_cb), widget, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), widget, G_CONNECT_SWAPPED);
  return widget;
}

const RoadmapFieldWidget roadmap_field_date = {
  create,
  roadmap_field_entry_read,
  roadmap_field_entry_show,
  roadmap_field_entry_set_editable,
  roadmap_field_entry_get_focus,
};
