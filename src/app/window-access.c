/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include "app/access-bar.h"
#include "app/accessible-names.h"

/* Files that must stay as they are. */

void
roadmap_window_update_access (RoadmapWindow *self)
{
  RoadmapAccess access = roadmap_document_check_access (self->document);
  GtkWidget *bar = adw_bin_get_child (self->access_place);

  if (bar == NULL && access == ROADMAP_ACCESS_FULL)
    return;
  if (bar == NULL)
    {
      bar = g_object_new (ROADMAP_TYPE_ACCESS_BAR, NULL);
      adw_bin_set_child (self->access_place, bar);
      roadmap_accessible_names_give (bar);
    }
  roadmap_access_bar_set_access (ROADMAP_ACCESS_BAR (bar), access);
}
