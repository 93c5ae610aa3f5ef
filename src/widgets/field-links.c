/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/field-row-private.h"
#include "widgets/link-rows.h"

static GtkWidget *
create (RoadmapFieldRow *row)
{
  const RoadmapFieldContext *context = roadmap_field_row_get_context (row);
  const RoadmapField *field = roadmap_field_row_get_field (row);
  GtkWidget *widget = roadmap_link_rows_new (context->roadmap, context->item, field, context->language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), roadmap_field_row_get_label (row));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (widget), TRUE);
  roadmap_link_rows_set_name (ROADMAP_LINK_ROWS (widget), roadmap_field_row_get_label (row),
                              roadmap_field_row_get_name (row));
  g_signal_connect_object (widget, "changed", G_CALLBACK (roadmap_field_row_changed), row, G_CONNECT_SWAPPED);
  return widget;
}

static char *
read_links (GtkWidget *widget)
{
  return g_strdup (roadmap_link_rows_get_ids (ROADMAP_LINK_ROWS (widget)));
}

static void
show (GtkWidget  *widget,
      const char *value)
{
  roadmap_link_rows_set_ids (ROADMAP_LINK_ROWS (widget), value);
}

static void
set_editable (GtkWidget *widget,
              gboolean   editable)
{
  roadmap_link_rows_set_editable (ROADMAP_LINK_ROWS (widget), editable);
}

static GtkWidget *
get_focus (GtkWidget *widget)
{
  return roadmap_link_rows_get_button (ROADMAP_LINK_ROWS (widget));
}

const RoadmapFieldWidget roadmap_field_ref = { create, read_links, show, set_editable, get_focus };
const RoadmapFieldWidget roadmap_field_refs = { create, read_links, show, set_editable, get_focus };
