/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/disk-bar.h"

#include <glib/gi18n-lib.h>

#include "widgets/wrap-layout.h"

struct _RoadmapDiskBar
{
  AdwBin               parent_instance;

  RoadmapDiskBarState  state;

  GtkRevealer         *revealer;
  GtkWidget           *content;
  GtkWidget           *buttons;
  GtkLabel            *message;
  GtkWidget           *reload_button;
  GtkWidget           *compare_button;
  GtkWidget           *keep_button;
  GtkWidget           *save_button;
  GtkWidget           *save_as_button;
};

G_DEFINE_FINAL_TYPE (RoadmapDiskBar, roadmap_disk_bar, ADW_TYPE_BIN)

static void
roadmap_disk_bar_class_init (RoadmapDiskBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/disk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, content);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, message);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, reload_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, compare_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, save_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapDiskBar, save_as_button);
}

static void
roadmap_disk_bar_init (RoadmapDiskBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->content, roadmap_wrap_layout_new (8));
  gtk_widget_set_layout_manager (self->buttons, roadmap_wrap_layout_new (8));
}

void
roadmap_disk_bar_set_state (RoadmapDiskBar      *self,
                            RoadmapDiskBarState  state)
{
  gboolean changed = state == ROADMAP_DISK_BAR_CHANGED, gone = state == ROADMAP_DISK_BAR_GONE;

  g_return_if_fail (ROADMAP_IS_DISK_BAR (self));

  self->state = state;
  gtk_revealer_set_reveal_child (self->revealer, state != ROADMAP_DISK_BAR_HIDDEN);
  /* On its way out it says what it said. */
  if (state == ROADMAP_DISK_BAR_HIDDEN)
    return;
  gtk_label_set_label (self->message, changed ? _("The file was changed by another program.")
                                              : _("The file was deleted or moved by another program."));
  gtk_widget_set_visible (self->reload_button, changed);
  gtk_widget_set_visible (self->compare_button, changed);
  gtk_widget_set_visible (self->keep_button, changed);
  gtk_widget_set_visible (self->save_button, gone);
  gtk_widget_set_visible (self->save_as_button, gone);
}

RoadmapDiskBarState
roadmap_disk_bar_get_state (RoadmapDiskBar *self)
{
  g_return_val_if_fail (ROADMAP_IS_DISK_BAR (self), ROADMAP_DISK_BAR_HIDDEN);

  return self->state;
}
