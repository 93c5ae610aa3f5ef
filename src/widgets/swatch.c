/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/swatch.h"

#include <string.h>

#include "chart/style.h"

#define SIZE 20
#define CORNER 4
#define LENGTH 7 /* of #rrggbb: less is still being typed */

struct _RoadmapSwatch
{
  GtkWidget  parent_instance;

  gboolean   filled;
  GdkRGBA    colour;
};

G_DEFINE_FINAL_TYPE (RoadmapSwatch, roadmap_swatch, GTK_TYPE_WIDGET)

/* The edge, which shows the patch on a ground of the same colour too, is the style sheet's. */
static void
roadmap_swatch_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  RoadmapSwatch *self = ROADMAP_SWATCH (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect shape;

  if (!self->filled)
    return;
  gsk_rounded_rect_init_from_rect (&shape, &bounds, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &self->colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
roadmap_swatch_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
roadmap_swatch_class_init (RoadmapSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = roadmap_swatch_snapshot;
  widget_class->measure = roadmap_swatch_measure;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
roadmap_swatch_init (RoadmapSwatch *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
roadmap_swatch_new (void)
{
  return g_object_new (ROADMAP_TYPE_SWATCH, NULL);
}

void
roadmap_swatch_set_colour (RoadmapSwatch *self,
                           const char    *colour)
{
  guint32 hue;

  g_return_if_fail (ROADMAP_IS_SWATCH (self));

  self->filled = colour != NULL && strlen (colour) == LENGTH && roadmap_hue_parse (colour, &hue);
  if (self->filled)
    {
      RoadmapColour plain = roadmap_colour_from_hue (hue);

      self->colour = (GdkRGBA) { plain.red, plain.green, plain.blue, 1 };
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
