/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-child.h"

#include <math.h>

#include "chart/paint.h"
#include "widgets/sheet-snapshot.h"

struct _RoadmapSheetChild
{
  GtkWidget             parent_instance;

  RoadmapItem          *item;
  gboolean              is_name;
  RoadmapScene         *scene;
  const RoadmapPalette *palette; /* not owned */
  char                 *query;
  RoadmapEmphasis       emphasis;
  graphene_rect_t       visible_area;
  double                shift;   /* of its words, so that they are in that area */
};

G_DEFINE_FINAL_TYPE (RoadmapSheetChild, roadmap_sheet_child, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const RoadmapGroup *
find_group (RoadmapSheetChild *self)
{
  return self->scene != NULL ? roadmap_scene_find_group (self->scene, self->item) : NULL;
}

/* What is seen of the scene. */
static RoadmapReach
get_seen (RoadmapSheetChild  *self,
          const RoadmapGroup *group)
{
  double from = self->visible_area.origin.x - ROADMAP_SHEET_CHILD_MARGIN + floor (group->bounds.x);

  return (RoadmapReach) { from, from + self->visible_area.size.width };
}

static double
get_shift (RoadmapSheetChild *self)
{
  const RoadmapGroup *group = find_group (self);
  double shift = 0;
  RoadmapReach seen;

  if (group == NULL)
    return 0;
  seen = get_seen (self, group);
  for (guint i = 0; i < group->n_shapes && shift == 0; i++)
    shift = roadmap_shape_follow (roadmap_scene_get_shape (self->scene, group->first + i), &seen);
  return shift;
}

static void
trace_outline (RoadmapSheetChild  *self,
               cairo_t            *cr,
               const RoadmapGroup *group,
               double              width)
{
  if (self->is_name)
    cairo_rectangle (cr, group->bounds.x + width / 2, group->bounds.y + width / 2, group->bounds.width - width,
                     group->bounds.height - width);
  else
    roadmap_paint_outline (cr, self->scene, group, width / 2);
}

static void
stroke_outline (RoadmapSheetChild   *self,
                cairo_t             *cr,
                const RoadmapGroup  *group,
                const RoadmapColour *colour,
                double               width)
{
  roadmap_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  trace_outline (self, cr, group, width);
  cairo_stroke (cr);
}

static void
draw_outlines (RoadmapSheetChild  *self,
               GtkSnapshot        *snapshot,
               const RoadmapGroup *group)
{
  GtkStateFlags flags = gtk_widget_get_state_flags (GTK_WIDGET (self));
  gboolean hovered = (flags & GTK_STATE_FLAG_PRELIGHT) != 0;
  gboolean focused = (flags & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0 && gtk_widget_has_focus (GTK_WIDGET (self));
  double margin = ROADMAP_SHEET_CHILD_MARGIN;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (group->bounds.x - margin, group->bounds.y - margin,
                                               group->bounds.width + 2 * margin, group->bounds.height + 2 * margin);
  RoadmapColour hue;
  cairo_t *cr;

  if (!hovered && !focused && self->emphasis == ROADMAP_EMPHASIS_NONE)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  hue = roadmap_palette_get_ink (self->palette, ROADMAP_INK_HUE, roadmap_item_get_hue (self->item));
  if (hovered)
    stroke_outline (self, cr, group, &hue, 1.5);
  if (self->emphasis != ROADMAP_EMPHASIS_NONE)
    stroke_outline (self, cr, group, &self->palette->accent, self->emphasis == ROADMAP_EMPHASIS_SELECTED ? 2.5 : 1.5);
  if (focused)
    stroke_outline (self, cr, group, &self->palette->accent, 3.5);
  cairo_destroy (cr);
}

static void
roadmap_sheet_child_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  RoadmapSheetChild *self = ROADMAP_SHEET_CHILD (widget);
  const RoadmapGroup *group = find_group (self);
  RoadmapReach seen;

  if (group == NULL || self->palette == NULL)
    return;
  seen = get_seen (self, group);

  /* By whole pixels, as the view places the child: what the scene has on the pixels stays on them. */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (ROADMAP_SHEET_CHILD_MARGIN - floor (group->bounds.x),
                                                          ROADMAP_SHEET_CHILD_MARGIN - floor (group->bounds.y)));
  roadmap_snapshot_shapes (snapshot, self->scene, group->first, group->first + group->n_shapes, self->palette,
                           self->query, &seen);
  draw_outlines (self, snapshot, group);
  gtk_snapshot_restore (snapshot);
}

static void
roadmap_sheet_child_measure (GtkWidget      *widget,
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
roadmap_sheet_child_contains (GtkWidget *widget,
                              double     x,
                              double     y)
{
  RoadmapSheetChild *self = ROADMAP_SHEET_CHILD (widget);
  double margin = ROADMAP_SHEET_CHILD_MARGIN;

  return graphene_rect_contains_point (&self->visible_area, &GRAPHENE_POINT_INIT (x, y)) &&
         x >= margin && x < gtk_widget_get_width (widget) - margin &&
         y >= margin && y < gtk_widget_get_height (widget) - margin;
}

static void
roadmap_sheet_child_state_flags_changed (GtkWidget     *widget,
                                         GtkStateFlags  previous)
{
  GtkStateFlags drawn = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;

  if ((gtk_widget_get_state_flags (widget) ^ previous) & drawn)
    gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (roadmap_sheet_child_parent_class)->state_flags_changed (widget, previous);
}

static void
activate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
roadmap_sheet_child_dispose (GObject *object)
{
  RoadmapSheetChild *self = ROADMAP_SHEET_CHILD (object);

  g_clear_pointer (&self->scene, roadmap_scene_unref);
  g_clear_pointer (&self->query, g_free);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (roadmap_sheet_child_parent_class)->dispose (object);
}

static void
roadmap_sheet_child_class_init (RoadmapSheetChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_sheet_child_dispose;
  widget_class->measure = roadmap_sheet_child_measure;
  widget_class->snapshot = roadmap_sheet_child_snapshot;
  widget_class->contains = roadmap_sheet_child_contains;
  widget_class->state_flags_changed = roadmap_sheet_child_state_flags_changed;

  signals[ACTIVATED] = g_signal_new ("activated", ROADMAP_TYPE_SHEET_CHILD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "item.activate", NULL, activate_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "item.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "item.activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "sheetchild");
}

static void
roadmap_sheet_child_init (RoadmapSheetChild *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
roadmap_sheet_child_new (RoadmapItem       *item,
                         gboolean           is_name,
                         GtkAccessibleRole  role)
{
  RoadmapSheetChild *self;

  g_return_val_if_fail (ROADMAP_IS_ITEM (item), NULL);

  self = g_object_new (ROADMAP_TYPE_SHEET_CHILD,
                       "accessible-role", is_name ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : role,
                       NULL);
  self->item = g_object_ref (item);
  self->is_name = is_name;
  return GTK_WIDGET (self);
}

RoadmapItem *
roadmap_sheet_child_get_item (RoadmapSheetChild *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_CHILD (self), NULL);

  return self->item;
}

gboolean
roadmap_sheet_child_is_name (RoadmapSheetChild *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_CHILD (self), FALSE);

  return self->is_name;
}

RoadmapScene *
roadmap_sheet_child_get_scene (RoadmapSheetChild *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_CHILD (self), NULL);

  return self->scene;
}

void
roadmap_sheet_child_set_scene (RoadmapSheetChild *self,
                               RoadmapScene      *scene)
{
  g_return_if_fail (ROADMAP_IS_SHEET_CHILD (self));

  if (self->scene == scene)
    return;
  g_clear_pointer (&self->scene, roadmap_scene_unref);
  self->scene = roadmap_scene_ref (scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_sheet_child_set_look (RoadmapSheetChild    *self,
                              const RoadmapPalette *palette,
                              const char           *query)
{
  g_return_if_fail (ROADMAP_IS_SHEET_CHILD (self));

  self->palette = palette;
  g_free (self->query);
  self->query = g_strdup (query);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_sheet_child_set_emphasis (RoadmapSheetChild *self,
                                  RoadmapEmphasis    emphasis)
{
  g_return_if_fail (ROADMAP_IS_SHEET_CHILD (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               emphasis == ROADMAP_EMPHASIS_SELECTED, -1);
  if (self->emphasis == emphasis)
    return;
  self->emphasis = emphasis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_sheet_child_set_words (RoadmapSheetChild *self,
                               const char        *name,
                               const char        *place)
{
  g_return_if_fail (ROADMAP_IS_SHEET_CHILD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place,
                                  -1);
}

void
roadmap_sheet_child_set_visible_area (RoadmapSheetChild     *self,
                                      const graphene_rect_t *area)
{
  double shift;

  g_return_if_fail (ROADMAP_IS_SHEET_CHILD (self));

  self->visible_area = *area;
  shift = get_shift (self);
  if (shift == self->shift)
    return;
  self->shift = shift;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
