/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-link.h"

struct _RoadmapPageLink
{
  GtkWidget    parent_instance;

  RoadmapRect  rect;
  char        *target;
};

G_DEFINE_FINAL_TYPE (RoadmapPageLink, roadmap_page_link, GTK_TYPE_WIDGET)

static gboolean
follow_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return gtk_widget_activate_action (widget, "page.follow", "s", ROADMAP_PAGE_LINK (widget)->target);
}

static void
released_cb (GtkWidget *self)
{
  follow_cb (self, NULL, NULL);
}

static void
roadmap_page_link_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
roadmap_page_link_finalize (GObject *object)
{
  g_free (ROADMAP_PAGE_LINK (object)->target);

  G_OBJECT_CLASS (roadmap_page_link_parent_class)->finalize (object);
}

static void
roadmap_page_link_class_init (RoadmapPageLinkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_page_link_finalize;
  widget_class->measure = roadmap_page_link_measure;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, follow_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, follow_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "pagelink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
focus_cb (GtkWidget *self)
{
  if (gtk_widget_has_focus (self))
    gtk_widget_activate_action (self, "page.reveal", NULL);
}

static void
roadmap_page_link_init (RoadmapPageLink *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
roadmap_page_link_new (const RoadmapSceneLink *link,
                       const char             *name)
{
  RoadmapPageLink *self = g_object_new (ROADMAP_TYPE_PAGE_LINK, "tooltip-text", name, NULL);

  self->rect = link->rect;
  self->target = g_strdup (link->target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const RoadmapRect *
roadmap_page_link_get_rect (RoadmapPageLink *self)
{
  g_return_val_if_fail (ROADMAP_IS_PAGE_LINK (self), NULL);

  return &self->rect;
}
