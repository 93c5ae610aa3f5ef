/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/legend-sample.h"

#include "chart/paint.h"
#include "widgets/theme.h"

/* Around the shape, for edges and for what stands out of its rectangle. */
#define MARGIN 3

struct _RoadmapLegendSample
{
  GtkWidget     parent_instance;

  RoadmapShape  shape;
  RoadmapScene *scene; /* of the shape; NULL until it is drawn, since its letter follows the font */
  char         *letter;
};

G_DEFINE_FINAL_TYPE (RoadmapLegendSample, roadmap_legend_sample, GTK_TYPE_WIDGET)

static PangoLayout *
create_letter (RoadmapLegendSample *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->letter);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.8));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static RoadmapScene *
create_scene (RoadmapLegendSample *self)
{
  g_autoptr (PangoLayout) layout = self->letter != NULL ? create_letter (self) : NULL;
  RoadmapShape shape = self->shape;
  RoadmapScene *scene = roadmap_scene_new ();

  shape.layout = layout;
  roadmap_scene_add (scene, &shape);
  return scene;
}

static void
roadmap_legend_sample_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  const RoadmapRect *rect = &ROADMAP_LEGEND_SAMPLE (widget)->shape.rect;

  *minimum = *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? rect->width : rect->height) + 2 * MARGIN;
}

static void
roadmap_legend_sample_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  RoadmapLegendSample *self = ROADMAP_LEGEND_SAMPLE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->scene == NULL)
    self->scene = create_scene (self);
  cairo_translate (cr, MARGIN, (height - self->shape.rect.height) / 2);
  roadmap_paint_scene (cr, self->scene, roadmap_palette_get (roadmap_theme_get_current ()), NULL);
  cairo_destroy (cr);
}

static void
roadmap_legend_sample_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  RoadmapLegendSample *self = ROADMAP_LEGEND_SAMPLE (widget);

  GTK_WIDGET_CLASS (roadmap_legend_sample_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->scene, roadmap_scene_unref);
  gtk_widget_queue_draw (widget);
}

static void
roadmap_legend_sample_finalize (GObject *object)
{
  RoadmapLegendSample *self = ROADMAP_LEGEND_SAMPLE (object);

  g_clear_pointer (&self->scene, roadmap_scene_unref);
  g_free (self->letter);

  G_OBJECT_CLASS (roadmap_legend_sample_parent_class)->finalize (object);
}

static void
roadmap_legend_sample_class_init (RoadmapLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roadmap_legend_sample_finalize;
  widget_class->measure = roadmap_legend_sample_measure;
  widget_class->snapshot = roadmap_legend_sample_snapshot;
  widget_class->css_changed = roadmap_legend_sample_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
roadmap_legend_sample_init (RoadmapLegendSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  roadmap_theme_connect (self, G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
roadmap_legend_sample_new (const RoadmapShape *shape,
                           const char         *letter)
{
  RoadmapLegendSample *self = g_object_new (ROADMAP_TYPE_LEGEND_SAMPLE, NULL);

  self->shape = *shape;
  self->letter = g_strdup (letter);
  return GTK_WIDGET (self);
}
