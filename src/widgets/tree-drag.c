/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/tree-drag.h"

#include <glib/gi18n-lib.h>

#include "widgets/list-menu.h"

/* Which part of a row, at either end, stands for the gap beside it. */
#define EDGE 0.3

struct _RoadmapTreeDrag
{
  GtkWidget        *tree; /* not owned, as the next three */
  GtkWidget        *list;
  RoadmapViewState *state;
  RoadmapItem      *chart;
  RoadmapRowFunc    find_row;

  GtkDropTarget    *target;
  GtkWidget        *marked; /* the row that shows where it would go; not owned */
};

enum { ITEMS_DROPPED, TEXT_DROPPED, DESCRIBE_ITEMS, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const mark_classes[] = {
  [ROADMAP_DROP_BEFORE] = "drop-before",
  [ROADMAP_DROP_AFTER] = "drop-after",
  [ROADMAP_DROP_ONTO] = "drop-onto",
};

static Roadmap *
get_roadmap (RoadmapTreeDrag *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

/* Not owned. */
static RoadmapItem *
get_item (GtkTreeListRow *row)
{
  g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);

  return item;
}

static RoadmapItem *
get_under (RoadmapTreeDrag *self,
           GtkTreeListRow  *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  return parent != NULL ? get_item (parent) : self->chart;
}

/* Taking */

static GtkTreeListRow *
find_row_at (RoadmapTreeDrag  *self,
             double            x,
             double            y,
             GtkWidget       **widget)
{
  *widget = roadmap_list_find_row (self->list, gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT));
  return *widget != NULL ? self->find_row (self->tree, *widget) : NULL;
}

/* The row that is taken with all others that are selected, or alone. */
static GdkContentProvider *
prepare_cb (GtkDragSource   *source,
            double           x,
            double           y,
            RoadmapTreeDrag *self)
{
  GtkWidget *widget;
  GtkTreeListRow *row = find_row_at (self, x, y, &widget);
  g_autoptr (RoadmapDraggedItems) dragged = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];

  if (row == NULL || get_roadmap (self) == NULL)
    return NULL;
  roadmap_view_state_lead_with (self->state, get_item (row));
  dragged = roadmap_dragged_items_new (get_roadmap (self), roadmap_view_state_get_selection (self->state),
                                       get_under (self, row));
  providers[0] = gdk_content_provider_new_typed (ROADMAP_TYPE_DRAGGED_ITEMS, dragged);
  g_signal_emit (self->tree, signals[DESCRIBE_ITEMS], 0, dragged->items, &text);
  if (text == NULL)
    return providers[0];
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
drag_begin_cb (GtkDragSource   *source,
               GdkDrag         *drag,
               RoadmapTreeDrag *self)
{
  guint n = roadmap_view_state_get_selection (self->state)->len;
  RoadmapItem *lead = roadmap_view_state_get_selected (self->state);
  g_autofree char *title = roadmap_item_dup_label (lead, roadmap_view_state_get_words (self->state));
  g_autofree char *number = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  GtkWidget *label = gtk_label_new (n > 1 ? number : title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dragged-items");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* Dropping */

static void
set_mark (RoadmapTreeDrag *self,
          GtkWidget       *row,
          RoadmapDropSide  side)
{
  if (self->marked != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (mark_classes); i++)
        gtk_widget_remove_css_class (self->marked, mark_classes[i]);
      g_object_remove_weak_pointer (G_OBJECT (self->marked), (gpointer *) &self->marked);
    }
  self->marked = row;
  if (row == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &self->marked);
  gtk_widget_add_css_class (row, mark_classes[side]);
}

/* Items of another roadmap, and copies, need only be such as may stand there. */
static gboolean
may_drop (Roadmap             *roadmap,
          RoadmapDraggedItems *dragged,
          RoadmapItem         *item,
          RoadmapItem         *under,
          RoadmapDropSide      side,
          gboolean             copy,
          RoadmapPlace        *place)
{
  for (guint i = 0; i < dragged->items->len; i++)
    if (!roadmap_find_drop (roadmap, roadmap_item_get_kind (g_ptr_array_index (dragged->items, i)), item, under, side, place))
      return FALSE;
  return dragged->items->len > 0 &&
         (copy || dragged->roadmap != roadmap || roadmap_arrange_can_move (roadmap, dragged->items, dragged->from, place));
}

gboolean
roadmap_tree_drag_find (Roadmap             *roadmap,
                        RoadmapDraggedItems *dragged,
                        RoadmapItem         *item,
                        RoadmapItem         *under,
                        double               y,
                        double               height,
                        gboolean             copy,
                        RoadmapPlace        *place,
                        RoadmapDropSide     *side)
{
  RoadmapDropSide beside = y < height / 2 ? ROADMAP_DROP_BEFORE : ROADMAP_DROP_AFTER;
  gboolean at_edge = y < height * EDGE || y > height * (1 - EDGE);
  /* Where the one may not be, the other is meant. */
  const RoadmapDropSide sides[] = { at_edge ? beside : ROADMAP_DROP_ONTO, at_edge ? ROADMAP_DROP_ONTO : beside };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (may_drop (roadmap, dragged, item, under, sides[i], copy, place))
      {
        *side = sides[i];
        return TRUE;
      }
  return FALSE;
}

/* What is dragged inside the program; NULL for a text from elsewhere. */
static RoadmapDraggedItems *
get_dragged (RoadmapTreeDrag *self)
{
  const GValue *value = gtk_drop_target_get_value (self->target);

  return value != NULL && G_VALUE_HOLDS (value, ROADMAP_TYPE_DRAGGED_ITEMS) ? g_value_get_boxed (value) : NULL;
}

/* The pointer says so with Ctrl. */
static gboolean
is_copy (RoadmapTreeDrag *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (self->target);

  return drop != NULL && !(gdk_drop_get_actions (drop) & GDK_ACTION_MOVE);
}

/* The place for what is held over a point of the list. */
static gboolean
find_place (RoadmapTreeDrag      *self,
            RoadmapDraggedItems  *dragged,
            double                x,
            double                y,
            RoadmapPlace         *place,
            RoadmapDropSide      *side,
            GtkWidget           **widget)
{
  GtkTreeListRow *row = find_row_at (self, x, y, widget);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (*widget, self->list, &bounds))
    return FALSE;
  return roadmap_tree_drag_find (get_roadmap (self), dragged, get_item (row), get_under (self, row), y - bounds.origin.y,
                                 bounds.size.height, is_copy (self), place, side);
}

static gboolean
may_change (RoadmapTreeDrag *self)
{
  Roadmap *roadmap = get_roadmap (self);

  return roadmap != NULL && self->chart != NULL && !roadmap_get_read_only (roadmap);
}

static GdkDragAction
motion_cb (GtkDropTarget   *target,
           double           x,
           double           y,
           RoadmapTreeDrag *self)
{
  RoadmapDraggedItems *dragged = get_dragged (self);
  RoadmapDropSide side = ROADMAP_DROP_ONTO;
  GtkWidget *widget = NULL;
  RoadmapPlace place;
  gboolean found = FALSE;

  if (!may_change (self))
    return 0;
  if (dragged != NULL)
    found = find_place (self, dragged, x, y, &place, &side, &widget);
  else
    found = find_row_at (self, x, y, &widget) != NULL;
  set_mark (self, found ? widget : NULL, side);
  if (!found)
    return 0;
  return dragged == NULL || dragged->roadmap != get_roadmap (self) || is_copy (self) ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget   *target,
          RoadmapTreeDrag *self)
{
  set_mark (self, NULL, ROADMAP_DROP_ONTO);
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         RoadmapTreeDrag *self)
{
  RoadmapDraggedItems *dragged =
    G_VALUE_HOLDS (value, ROADMAP_TYPE_DRAGGED_ITEMS) ? g_value_get_boxed (value) : NULL;
  gboolean done = FALSE;
  GtkTreeListRow *row;
  RoadmapDropSide side;
  RoadmapPlace place;
  GtkWidget *widget;

  set_mark (self, NULL, ROADMAP_DROP_ONTO);
  if (!may_change (self))
    return FALSE;
  row = find_row_at (self, x, y, &widget);
  if (dragged == NULL && row != NULL)
    g_signal_emit (self->tree, signals[TEXT_DROPPED], 0, g_value_get_string (value), get_item (row), &done);
  else if (dragged != NULL && find_place (self, dragged, x, y, &place, &side, &widget))
    g_signal_emit (self->tree, signals[ITEMS_DROPPED], 0, dragged, &place, is_copy (self), &done);
  return done;
}

/* Setting up */

static void
add_source (RoadmapTreeDrag *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (source));
}

static void
add_target (RoadmapTreeDrag *self)
{
  GType types[] = { ROADMAP_TYPE_DRAGGED_ITEMS, G_TYPE_STRING };

  self->target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (self->target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (self->target, TRUE);
  g_signal_connect (self->target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (self->target));
}

void
roadmap_tree_drag_install_signals (GType type)
{
  signals[ITEMS_DROPPED] = g_signal_new ("items-dropped", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                                         NULL, NULL, G_TYPE_BOOLEAN, 3,
                                         ROADMAP_TYPE_DRAGGED_ITEMS | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_POINTER,
                                         G_TYPE_BOOLEAN);
  signals[TEXT_DROPPED] = g_signal_new ("text-dropped", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                                        NULL, G_TYPE_BOOLEAN, 2, G_TYPE_STRING, ROADMAP_TYPE_ITEM);
  signals[DESCRIBE_ITEMS] = g_signal_new ("describe-items", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins,
                                          NULL, NULL, G_TYPE_STRING, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

RoadmapTreeDrag *
roadmap_tree_drag_new (GtkWidget      *tree,
                       GtkWidget      *list,
                       RoadmapRowFunc  find_row)
{
  RoadmapTreeDrag *self = g_new0 (RoadmapTreeDrag, 1);

  self->tree = tree;
  self->list = list;
  self->find_row = find_row;
  add_source (self);
  add_target (self);
  return self;
}

void
roadmap_tree_drag_free (RoadmapTreeDrag *self)
{
  set_mark (self, NULL, ROADMAP_DROP_ONTO);
  g_free (self);
}

void
roadmap_tree_drag_set (RoadmapTreeDrag  *self,
                       RoadmapViewState *state,
                       RoadmapItem      *chart)
{
  self->state = state;
  self->chart = chart;
}
