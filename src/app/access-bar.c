/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/access-bar.h"

#include <glib/gi18n-lib.h>

#include "widgets/wrap-layout.h"

struct _RoadmapAccessBar
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkWidget   *content;
  GtkLabel    *message;
};

G_DEFINE_FINAL_TYPE (RoadmapAccessBar, roadmap_access_bar, ADW_TYPE_BIN)

static void
roadmap_access_bar_class_init (RoadmapAccessBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/access-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapAccessBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAccessBar, content);
  gtk_widget_class_bind_template_child (widget_class, RoadmapAccessBar, message);
}

static void
roadmap_access_bar_init (RoadmapAccessBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->content, roadmap_wrap_layout_new (8));
}

void
roadmap_access_bar_set_access (RoadmapAccessBar *self,
                               RoadmapAccess     access)
{
  static const char *const messages[] = {
    [ROADMAP_ACCESS_PROTECTED] = N_("Read-only: you may not write this file. What you change can be saved as another one."),
    [ROADMAP_ACCESS_NEWER] = N_("Read-only: the file was made by a newer version of this program. It can be looked at, printed "
                                "and copied, but not changed."),
  };

  g_return_if_fail (ROADMAP_IS_ACCESS_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, access != ROADMAP_ACCESS_FULL);
  /* On its way out it says what it said. */
  if (access != ROADMAP_ACCESS_FULL)
    gtk_label_set_label (self->message, _(messages[access]));
}
