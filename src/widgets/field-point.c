/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/field-row-private.h"
#include "widgets/point-row.h"

static void
describe_cb (RoadmapFieldRow *row,
             GParamSpec      *pspec,
             RoadmapPointRow *widget)
{
  g_autofree char *words = roadmap_point_row_describe (widget);

  roadmap_field_row_describe (row, words != NULL ? words : _("None"));
}

static GtkWidget *
create (RoadmapFieldRow *row)
{
  const RoadmapFieldContext *context = roadmap_field_row_get_context (row);
  const RoadmapField *field = roadmap_field_row_get_field (row);
  GtkWidget *widget = roadmap_point_row_new (context->roadmap, context->around, context->language,
                                             !(field->flags & ROADMAP_FIELD_REQUIRED), strcmp (field->name, "end") == 0);

  g_object_set (widget, "use-underline", TRUE, "title", roadmap_field_row_get_label (row), NULL);
  g_signal_connect_object (widget, "notify::selected-item", G_CALLBACK (describe_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "changed", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);
  return widget;
}

static char *
read_point (GtkWidget *widget)
{
  return roadmap_point_row_dup_point (ROADMAP_POINT_ROW (widget));
}

static void
show (GtkWidget  *widget,
      const char *value)
{
  roadmap_point_row_set_point (ROADMAP_POINT_ROW (widget), value);
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  return widget;
}

const RoadmapFieldWidget roadmap_field_point = { create, read_point, show, gtk_widget_set_sensitive, get_focus };
