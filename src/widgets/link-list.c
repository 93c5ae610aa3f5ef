/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/link-list.h"

#include <adwaita.h>

#include "model/era.h"
#include "model/status.h"
#include "widgets/chip.h"
#include "widgets/item-markup.h"

/* Titles of measures have room; a paragraph only begins. */
#define TITLE_LINES 5

static char *
describe_span (Roadmap     *roadmap,
               RoadmapItem *item,
               const char  *language)
{
  RoadmapSpan span;

  if (!roadmap_get_span (roadmap, item, &span))
    return NULL;
  return roadmap_span_describe (&span, roadmap_get_fiscal_start (roadmap), language);
}

static GtkWidget *
create_arrow (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", "go-next-symbolic",
                       NULL);
}

static GtkWidget *
create_row (Roadmap     *roadmap,
            RoadmapItem *item,
            const char  *language)
{
  RoadmapItem *status = roadmap_get_status (roadmap, item);
  g_autofree char *label = roadmap_item_dup_label_markup (item, language);
  g_autofree char *time = describe_span (roadmap, item, language);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", label,
                                 "title-lines", TITLE_LINES,
                                 "subtitle", time != NULL ? time : "",
                                 "activatable", TRUE,
                                 "action-name", "details.select-item",
                                 "action-target", g_variant_new_string (roadmap_item_get_id (item)),
                                 NULL);

  if (status != NULL)
    {
      GtkWidget *chip = roadmap_chip_new ();

      roadmap_chip_set_item (ROADMAP_CHIP (chip), status, language);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), chip);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_arrow ());
  return row;
}

GtkWidget *
roadmap_link_list_new (Roadmap    *roadmap,
                       GPtrArray  *items,
                       const char *name,
                       const char *language)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "link-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (roadmap, g_ptr_array_index (items, i), language));
  return list;
}
