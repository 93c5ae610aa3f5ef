/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/bar-child.h"

#include "chart/paint.h"

struct _RoadmapBarChild
{
  GtkWidget             parent_instance;

  RoadmapItem          *item;
  RoadmapScene         *scene;
  const RoadmapPalette *palette; /* not owned */
  RoadmapEmphasis       emphasis;
  graphene_rect_t       visible_area;
};

G_DEFINE_FINAL_TYPE (RoadmapBarChild, roadmap_bar_child, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const RoadmapGroup *
find_group (RoadmapBarChild *self)
{
  return self->scene != NULL ? roadmap_scene_find_group (self->scene, self->item) : NULL;
}

static void
stroke_outline (RoadmapBarChild     *self,
                cairo_t             *cr,
                const RoadmapGroup  *group,
                const RoadmapColour *colour,
                double               width)
{
  roadmap_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  roadmap_paint_outline (cr, self->scene, group, width / 2);
  cairo_stroke (cr);
}

static void
draw_outlines (RoadmapBarChild    *self,
               cairo_t            *cr,
               const RoadmapGroup *group)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  RoadmapColour hue = roadmap_palette_get_ink (self->palette, ROADMAP_INK_HUE, roadmap_item_get_hue (self->item));

  if (flags & GTK_STATE_FLAG_PRELIGHT)
    stroke_outline (self, cr, group, &hue, 1.5);
  if (self->emphasis != ROADMAP_EMPHASIS_NONE)
    stroke_outline (self, cr, group, &self->palette->accent, self->emphasis == ROADMAP_EMPHASIS_SELECTED ? 2.5 : 1.5);
  if (flags & GTK_STATE_FLAG_FOCUS_VISIBLE && gtk_widget_has_focus (GTK_WIDGET (self)))
    stroke_outline (self, cr, group, &self->palette->accent, 3.5);
}

static void
roadmap_bar_child_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  RoadmapBarChild *self = ROADMAP_BAR_CHILD (widget);
  const RoadmapGroup *group = find_group (self);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (group == NULL || self->palette == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, ROADMAP_BAR_CHILD_MARGIN - group->bounds.x, ROADMAP_BAR_CHILD_MARGIN - group->bounds.y);
  roadmap_paint_group (cr, self->scene, group, self->palette);
  draw_outlines (self, cr, group);
  cairo_destroy (cr);
}

static void
roadmap_bar_child_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  /* The scene says how large it is; see the view's size_allocate. */
  *minimum = *natural = 0;
}

static gboolean
roadmap_bar_child_contains (GtkWidget *widget,
                            double     x,
                            double     y)
{
  RoadmapBarChild *self = ROADMAP_BAR_CHILD (widget);
  double margin = ROADMAP_BAR_CHILD_MARGIN;

  return graphene_rect_contains_point (&self->visible_area, &GRAPHENE_POINT_INIT (x, y)) &&
         x >= margin && x < gtk_widget_get_width (widget) - margin &&
         y >= margin && y < gtk_widget_get_height (widget) - margin;
}

static void
roadmap_bar_child_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  previous)
{
  GtkStateFlags drawn = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;

  if ((gtk_widget_get_state_flags (widget) ^ previous) & drawn)
    gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (roadmap_bar_child_parent_class)->state_flags_changed (widget, previous);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
roadmap_bar_child_dispose (GObject *object)
{
  RoadmapBarChild *self = ROADMAP_BAR_CHILD (object);

  g_clear_pointer (&self->scene, roadmap_scene_unref);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (roadmap_bar_child_parent_class)->dispose (object);
}

static void
roadmap_bar_child_class_init (RoadmapBarChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_bar_child_dispose;
  widget_class->measure = roadmap_bar_child_measure;
  widget_class->snapshot = roadmap_bar_child_snapshot;
  widget_class->contains = roadmap_bar_child_contains;
  widget_class->state_flags_changed = roadmap_bar_child_state_flags_changed;

  signals[ACTIVATED] = g_signal_new ("activated", ROADMAP_TYPE_BAR_CHILD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "bar.activate", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "bar.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "bar.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "bar.activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "bar");
}

static void
roadmap_bar_child_init (RoadmapBarChild *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
roadmap_bar_child_new (RoadmapItem *item)
{
  RoadmapBarChild *self;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  self = g_object_new (ROADMAP_TYPE_BAR_CHILD, NULL);
  self->item = g_object_ref (item);
  return GTK_WIDGET (self);
}

RoadmapItem *
roadmap_bar_child_get_item (RoadmapBarChild *self)
{
  g_return_val_if_fail (ROADMAP_IS_BAR_CHILD (self), NULL);

  return self->item;
}

void
roadmap_bar_child_set_scene (RoadmapBarChild *self,
                             RoadmapScene    *scene)
{
  g_return_if_fail (ROADMAP_IS_BAR_CHILD (self));

  if (self->scene == scene)
    return;
  g_clear_pointer (&self->scene, roadmap_scene_unref);
  self->scene = roadmap_scene_ref (scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_bar_child_set_palette (RoadmapBarChild      *self,
                               const RoadmapPalette *palette)
{
  g_return_if_fail (ROADMAP_IS_BAR_CHILD (self));

  self->palette = palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_bar_child_set_emphasis (RoadmapBarChild *self,
                                RoadmapEmphasis  emphasis)
{
  g_return_if_fail (ROADMAP_IS_BAR_CHILD (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               emphasis == ROADMAP_EMPHASIS_SELECTED, -1);
  if (self->emphasis == emphasis)
    return;
  self->emphasis = emphasis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_bar_child_set_words (RoadmapBarChild *self,
                             const char      *name,
                             const char      *place)
{
  g_return_if_fail (ROADMAP_IS_BAR_CHILD (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place,
                                  -1);
}

void
roadmap_bar_child_set_visible_area (RoadmapBarChild       *self,
                                    const graphene_rect_t *area)
{
  g_return_if_fail (ROADMAP_IS_BAR_CHILD (self));

  self->visible_area = *area;
}
