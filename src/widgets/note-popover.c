/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/note-popover.h"

#include <glib/gi18n-lib.h>

#include "widgets/wording.h"

#define WIDTH 380

GtkWidget *
roadmap_note_popover_new (Roadmap     *roadmap,
                          RoadmapItem *item,
                          const char  *language)
{
  g_autoptr (GPtrArray) notes = roadmap_get_links (roadmap, item, "notes");
  GtkWidget *popover, *box;

  if (notes->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (box, WIDTH, -1);
  /* Else the first label would take the focus, and with it select all its words. */
  gtk_widget_set_focusable (box, TRUE);
  roadmap_wording_append_items (GTK_BOX (box), roadmap, notes, language);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes"), -1);
  return popover;
}
