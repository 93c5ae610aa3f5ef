/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-thumbnails.h"

#include <glib/gi18n-lib.h>

#define MARGIN 14
/* Upright pages are not higher than this, so that several are in view. */
#define MAX_HEIGHT 168
/* How far Page Up and Page Down go. */
#define STRIDE 5

struct _RoadmapPageThumbnails
{
  RoadmapPageColumn  parent_instance;
};

G_DEFINE_FINAL_TYPE (RoadmapPageThumbnails, roadmap_page_thumbnails, ROADMAP_TYPE_PAGE_COLUMN)

static double
roadmap_page_thumbnails_get_zoom (RoadmapPageColumn  *column,
                                  const RoadmapPaper *paper,
                                  int                 width,
                                  int                 height)
{
  return MAX (1, MIN (width / paper->width * 1000, MAX_HEIGHT / paper->height * 1000)) / 1000;
}

static void
pressed_cb (RoadmapPageColumn *self,
            int                n_press,
            double             x,
            double             y)
{
  guint page;

  if (!roadmap_page_column_find (self, x, y, &page))
    return;
  roadmap_page_column_set_page (self, page);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *step,
         gpointer   user_data)
{
  roadmap_page_column_step (ROADMAP_PAGE_COLUMN (widget), g_variant_get_int32 (step));
  return TRUE;
}

static gboolean
go_to_cb (GtkWidget *widget,
          GVariant  *page,
          gpointer   user_data)
{
  roadmap_page_column_set_page (ROADMAP_PAGE_COLUMN (widget), g_variant_get_uint32 (page));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int   step;
  } table[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Page_Up, -STRIDE }, { GDK_KEY_KP_Page_Up, -STRIDE },
    { GDK_KEY_Page_Down, STRIDE }, { GDK_KEY_KP_Page_Down, STRIDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_add_binding (klass, table[i].key, 0, step_cb, "i", table[i].step);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, go_to_cb, "u", 0u);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Home, 0, go_to_cb, "u", 0u);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, go_to_cb, "u", G_MAXUINT32);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_End, 0, go_to_cb, "u", G_MAXUINT32);
}

static void
roadmap_page_thumbnails_class_init (RoadmapPageThumbnailsClass *klass)
{
  RoadmapPageColumnClass *column_class = ROADMAP_PAGE_COLUMN_CLASS (klass);

  column_class->margin = MARGIN;
  column_class->numbered = TRUE;
  column_class->get_zoom = roadmap_page_thumbnails_get_zoom;
  add_keys (GTK_WIDGET_CLASS (klass));
}

static void
roadmap_page_thumbnails_init (RoadmapPageThumbnails *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_css_class (GTK_WIDGET (self), "thumbnails");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Page thumbnails"), -1);
}
