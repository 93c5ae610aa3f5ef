/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/properties-dialog.h"
#include "app/window-private.h"

static void
properties_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (roadmap_properties_dialog_new (GTK_WINDOW (self), self->history,
                                                                 roadmap_view_state_get_roadmap (self->state),
                                                                 roadmap_view_state_get_today (self->state),
                                                                 roadmap_view_state_get_language (self->state))));
}

void
roadmap_window_init_properties (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.properties", NULL, properties_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
}
