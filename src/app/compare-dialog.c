/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/compare-dialog.h"

struct _RoadmapCompareDialog
{
  AdwWindow           parent_instance;

  AdwWindowTitle     *title;
  GtkButton          *cancel_button;
  GtkButton          *accept_button;
  AdwHeaderBar       *header;
  GtkLabel           *explanation;
  RoadmapCompareView *view;
};

G_DEFINE_FINAL_TYPE (RoadmapCompareDialog, roadmap_compare_dialog, ADW_TYPE_WINDOW)

enum { ACCEPTED, ITEM_SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
accept_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_autoptr (GtkWidget) self = g_object_ref (widget);

  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
item_selected_cb (RoadmapCompareDialog *self,
                  RoadmapItem          *item)
{
  g_signal_emit (self, signals[ITEM_SELECTED], 0, item);
}

static void
roadmap_compare_dialog_class_init (RoadmapCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACCEPTED] = g_signal_new ("accepted", ROADMAP_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[ITEM_SELECTED] = g_signal_new ("item-selected", ROADMAP_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, ROADMAP_TYPE_ITEM);

  g_type_ensure (ROADMAP_TYPE_COMPARE_VIEW);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, header);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, item_selected_cb);
}

static void
roadmap_compare_dialog_init (RoadmapCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
roadmap_compare_dialog_new (GtkWindow  *parent,
                            const char *title,
                            const char *explanation,
                            const char *accept)
{
  RoadmapCompareDialog *self = g_object_new (ROADMAP_TYPE_COMPARE_DIALOG, "transient-for", parent, "title", title, NULL);

  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->explanation, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), accept != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), accept != NULL);
  adw_header_bar_set_show_end_title_buttons (self->header, accept == NULL);
  if (accept != NULL)
    gtk_button_set_label (self->accept_button, accept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", accept != NULL);
  return GTK_WIDGET (self);
}

RoadmapCompareView *
roadmap_compare_dialog_get_view (RoadmapCompareDialog *self)
{
  g_return_val_if_fail (ROADMAP_IS_COMPARE_DIALOG (self), NULL);

  return self->view;
}
