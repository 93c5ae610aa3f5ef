/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

#include <math.h>

#include "model/outline.h"
#include "widgets/bar-words.h"
#include "widgets/sheet-children.h"
#include "widgets/sheet-paint.h"
#include "widgets/sheet-scroll.h"
#include "widgets/theme.h"

/* Rows so far outside of what is seen are laid out too, so that a short scroll finds them ready … */
#define LOOKAHEAD 160.0
/* … and of those further away than so many screens the scenes are given back. */
#define KEPT_SCREENS 3.0

/* Laying out rows moves others into view; after so many rounds what is left is laid out in the next frame. */
#define MAX_ROUNDS 8

typedef struct
{
  RoadmapViewState     *state;
  GSignalGroup         *state_signals;
  GSignalGroup         *roadmap_signals;
  GtkAdjustment        *hadjustment, *vadjustment;
  GtkScrollablePolicy   hpolicy, vpolicy;
  GMenuModel           *menu_model;
  RoadmapSheetInput    *input;
  RoadmapSheetChildren *children;
  RoadmapSheetPaint    *paint;

  RoadmapMeasure       *measure;      /* NULL: to be made anew */
  PangoFontDescription *font;         /* what the measure was made with */
  RoadmapSheet         *sheet;        /* NULL: to be made anew */
  int                   sheet_width;  /* of the widget the sheet was made for */
  int                   sheet_height;
  RoadmapPalette        palette;

  gboolean              allocating;
  gboolean              adjusting;    /* what the adjustments report now was set by the view itself */
  gboolean              incomplete;   /* groups in view may have no child yet */
  guint                 sync_id;      /* waits to make them, 0 if it need not */
  guint                 ahead_id;     /* waits to lay out rows before they come into view, 0 if it need not */
  RoadmapItem          *wanted;       /* (not owned) to be scrolled to as soon as it is laid out */

  /* What stays in its place in the next sheet. */
  RoadmapItem          *top_item;     /* (nullable): the item of the topmost row seen */
  double                top_offset;   /* how far it is scrolled */
  double                share_x, share_y; /* the point of the sheet, in shares of its size, … */
  double                point_x, point_y; /* … that stays at these pixels of the body; NAN: none does */
} RoadmapSheetViewPrivate;

enum { PROP_0, PROP_STATE, PROP_MENU_MODEL, N_PROPS, PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RoadmapSheetView, roadmap_sheet_view, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (RoadmapSheetView)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static RoadmapSheetViewPrivate *
get_private (RoadmapSheetView *self)
{
  return roadmap_sheet_view_get_instance_private (self);
}

/* The sheet */

static double
get_body_width (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  return MAX (0.0, gtk_widget_get_width (GTK_WIDGET (self)) - roadmap_sheet_get_names_width (priv->sheet));
}

static double
get_body_height (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  return MAX (0.0, gtk_widget_get_height (GTK_WIDGET (self)) - roadmap_sheet_get_head_height (priv->sheet));
}

/* What the body shows now, in its own coordinates. */
static RoadmapRect
get_seen (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  return (RoadmapRect) { gtk_adjustment_get_value (priv->hadjustment), gtk_adjustment_get_value (priv->vadjustment),
                         get_body_width (self), get_body_height (self) };
}

static void
remember_top (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  double y = gtk_adjustment_get_value (priv->vadjustment);
  guint row;

  if (roadmap_sheet_get_n_rows (priv->sheet) == 0)
    return;
  row = roadmap_sheet_find_row_at (priv->sheet, y);
  g_set_object (&priv->top_item, roadmap_sheet_get_row_item (priv->sheet, row));
  priv->top_offset = y - roadmap_sheet_get_row_y (priv->sheet, row);
}

static void
forget_sheet (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (priv->sheet != NULL)
    remember_top (self);
  g_clear_object (&priv->sheet);
}

static void
ensure_measure (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (priv->measure != NULL)
    return;
  g_clear_pointer (&priv->font, pango_font_description_free);
  priv->font = pango_font_description_copy (pango_context_get_font_description (context));
  priv->measure = roadmap_measure_new (context, roadmap_view_state_get_words (priv->state));
}

static gboolean
ensure_sheet (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean same_height = priv->sheet_height == height || !ROADMAP_SHEET_VIEW_GET_CLASS (self)->fills_height;

  if (priv->sheet != NULL && priv->sheet_width == width && same_height)
    return TRUE;
  forget_sheet (self);
  if (priv->state == NULL || roadmap_view_state_get_roadmap (priv->state) == NULL || width <= 0)
    return FALSE;

  ensure_measure (self);
  priv->sheet = ROADMAP_SHEET_VIEW_GET_CLASS (self)->create_sheet (self, priv->state, priv->measure, width);
  priv->sheet_width = width;
  priv->sheet_height = height;
  priv->incomplete = TRUE;
  roadmap_sheet_paint_clear (priv->paint);
  return priv->sheet != NULL;
}

RoadmapSheet *
roadmap_sheet_view_get_sheet (RoadmapSheetView *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_VIEW (self), NULL);

  return ensure_sheet (self) ? get_private (self)->sheet : NULL;
}

gboolean
roadmap_sheet_view_get_port (RoadmapSheetView *self,
                             RoadmapSheetPort *port)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (!ensure_sheet (self))
    return FALSE;
  *port = (RoadmapSheetPort) { priv->state, priv->sheet, &priv->palette, get_seen (self),
                               roadmap_sheet_get_names_width (priv->sheet),
                               roadmap_sheet_get_head_height (priv->sheet) };
  return TRUE;
}

/* Scrolling */

/* Where to be in a new sheet: where one was. */
static void
restore_place (RoadmapSheetView *self,
               double           *x,
               double           *y)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  g_autoptr (RoadmapItem) top_item = g_steal_pointer (&priv->top_item);
  guint row;

  if (top_item != NULL && roadmap_sheet_find_row_of (priv->sheet, top_item, &row))
    *y = roadmap_sheet_get_row_y (priv->sheet, row) + MIN (priv->top_offset, roadmap_sheet_get_row_height (priv->sheet, row));
  if (isnan (priv->point_x))
    return;
  *x = priv->share_x * roadmap_sheet_get_body_width (priv->sheet) - priv->point_x;
  if (ROADMAP_SHEET_VIEW_GET_CLASS (self)->zooms_height)
    *y = priv->share_y * roadmap_sheet_get_height (priv->sheet) - priv->point_y;
  priv->point_x = NAN;
}

/* Lays out the rows in view at @y; what is seen there stays, so @y may change. */
static void
lay_out_rows (RoadmapSheetView *self,
              double           *y)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  double page = get_body_height (self);

  if (roadmap_sheet_get_n_rows (priv->sheet) == 0)
    return;
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      guint top = roadmap_sheet_find_row_at (priv->sheet, *y);
      double offset = *y - roadmap_sheet_get_row_y (priv->sheet, top);

      if (!roadmap_sheet_lay_out (priv->sheet, *y - LOOKAHEAD, *y + page + LOOKAHEAD))
        return;
      *y = roadmap_sheet_get_row_y (priv->sheet, top) + MIN (offset, roadmap_sheet_get_row_height (priv->sheet, top));
    }
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         length,
           double         page)
{
  length = MAX (length, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, length - page), 0, length, page * 0.1, page * 0.9, page);
}

/* Lays out what is in view and sets the adjustments to it. */
static void
update_rows (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  double x = gtk_adjustment_get_value (priv->hadjustment);
  double y = gtk_adjustment_get_value (priv->vadjustment);
  double page = get_body_height (self);
  gboolean was_adjusting = priv->adjusting;
  double bottom = gtk_adjustment_get_upper (priv->vadjustment) - gtk_adjustment_get_page_size (priv->vadjustment);
  gboolean at_bottom = priv->top_item == NULL && y > 0 && y >= bottom - 0.5;

  restore_place (self, &x, &y);
  y = CLAMP (y, 0, MAX (0, roadmap_sheet_get_height (priv->sheet) - page));
  lay_out_rows (self, &y);
  for (guint i = 0; at_bottom && i < MAX_ROUNDS; i++)
    {
      double end = MAX (0, roadmap_sheet_get_height (priv->sheet) - page);

      if (y == end)
        break;
      y = end;
      lay_out_rows (self, &y);
    }

  priv->adjusting = TRUE;
  configure (priv->hadjustment, x, roadmap_sheet_get_body_width (priv->sheet), get_body_width (self));
  configure (priv->vadjustment, y, roadmap_sheet_get_height (priv->sheet), page);
  priv->adjusting = was_adjusting;
}

static void
sync_children (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;
  double kept;

  if (!roadmap_sheet_view_get_port (self, &port))
    {
      roadmap_sheet_children_clear (priv->children);
      return;
    }
  roadmap_sheet_children_sync (priv->children, &port);
  priv->incomplete = FALSE;
  kept = KEPT_SCREENS * port.seen.height;
  roadmap_sheet_forget_outside (priv->sheet, port.seen.y - kept, port.seen.y + port.seen.height + kept);
}

/* Rows above the group may turn out to be higher than it was thought, and push it away. */
static void
scroll_to (RoadmapSheetView        *self,
           const RoadmapSheetPlace *place)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapRect before, after;
  RoadmapSheetPort port;

  priv->adjusting = TRUE;
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      update_rows (self);
      roadmap_sheet_view_get_port (self, &port);
      before = port.seen;
      roadmap_sheet_scroll_to (&port, place, priv->hadjustment, priv->vadjustment);
      after = get_seen (self);
      if (before.x == after.x && before.y == after.y)
        break;
    }
  priv->adjusting = FALSE;
}

/* To the item's group, or failing that to its row. */
static void
scroll_to_wanted (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapItem *wanted = g_steal_pointer (&priv->wanted);
  RoadmapSheetPlace place;
  guint row;

  if (wanted == NULL)
    return;
  priv->incomplete = TRUE;
  if (roadmap_sheet_find_shown (priv->sheet, roadmap_view_state_get_roadmap (priv->state), wanted, &place))
    scroll_to (self, &place);
  else if (roadmap_sheet_find_row_of (priv->sheet, wanted, &row) &&
           roadmap_sheet_get_row_item (priv->sheet, row) == wanted)
    {
      double y = roadmap_sheet_get_row_y (priv->sheet, row);

      priv->adjusting = TRUE;
      gtk_adjustment_clamp_page (priv->vadjustment, y, y + roadmap_sheet_get_row_height (priv->sheet, row));
      priv->adjusting = FALSE;
    }
}

static gboolean
sync_cb (gpointer user_data)
{
  RoadmapSheetView *self = user_data;

  get_private (self)->sync_id = 0;
  if (ensure_sheet (self))
    {
      update_rows (self);
      scroll_to_wanted (self);
    }
  sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not while it is laid out. */
static void
queue_sync (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->incomplete = TRUE;
  if (priv->sync_id == 0)
    priv->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sync_cb, self, NULL);
}

void
roadmap_sheet_view_invalidate (RoadmapSheetView *self)
{
  g_return_if_fail (ROADMAP_IS_SHEET_VIEW (self));

  forget_sheet (self);
  queue_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A row that is not laid out, within a screen of what is seen. */
static gboolean
find_row_ahead (RoadmapSheetView *self,
                guint            *row)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapRect seen = get_seen (self);
  double end = seen.y + 2 * seen.height;

  for (guint i = roadmap_sheet_find_row_at (priv->sheet, seen.y - seen.height); i < roadmap_sheet_get_n_rows (priv->sheet); i++)
    {
      if (roadmap_sheet_get_row_y (priv->sheet, i) >= end)
        return FALSE;
      if (!roadmap_sheet_is_laid_out (priv->sheet, i))
        {
          *row = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* One row each time, so that input and frames need not wait. */
static gboolean
lay_out_ahead_cb (gpointer user_data)
{
  RoadmapSheetView *self = user_data;
  RoadmapSheetViewPrivate *priv = get_private (self);
  double y = gtk_adjustment_get_value (priv->vadjustment);
  guint row, top;
  double offset;

  if (priv->sheet == NULL || !find_row_ahead (self, &row))
    {
      priv->ahead_id = 0;
      return G_SOURCE_REMOVE;
    }

  top = roadmap_sheet_find_row_at (priv->sheet, y);
  offset = y - roadmap_sheet_get_row_y (priv->sheet, top);
  roadmap_sheet_get_body (priv->sheet, row);
  priv->adjusting = TRUE;
  gtk_adjustment_set_upper (priv->vadjustment, MAX (roadmap_sheet_get_height (priv->sheet),
                                                    gtk_adjustment_get_page_size (priv->vadjustment)));
  gtk_adjustment_set_value (priv->vadjustment, roadmap_sheet_get_row_y (priv->sheet, top) + offset);
  priv->adjusting = FALSE;
  return G_SOURCE_CONTINUE;
}

static void
queue_ahead (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (priv->ahead_id == 0)
    priv->ahead_id = g_idle_add_full (G_PRIORITY_LOW, lay_out_ahead_cb, self, NULL);
}

static void
scrolled_cb (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (priv->adjusting)
    return;
  if (priv->sheet != NULL)
    {
      update_rows (self);
      sync_children (self);
      queue_ahead (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
roadmap_sheet_view_reveal (RoadmapSheetView        *self,
                           const RoadmapSheetPlace *place)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (!ensure_sheet (self))
    return NULL;
  scroll_to (self, place);
  sync_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return roadmap_sheet_children_find (priv->children, priv->sheet, place);
}

void
roadmap_sheet_view_go_to (RoadmapSheetView        *self,
                          const RoadmapSheetPlace *place)
{
  GtkWidget *child = roadmap_sheet_view_reveal (self, place);

  if (child != NULL)
    gtk_widget_grab_focus (child);
}

void
roadmap_sheet_view_zoom_at (RoadmapSheetView *self,
                            double            zoom,
                            double            x,
                            double            y)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;

  if (ROADMAP_SHEET_VIEW_GET_CLASS (self)->set_zoom == NULL || !roadmap_sheet_view_get_port (self, &port))
    return;

  priv->point_x = CLAMP (x - port.x, 0, port.seen.width);
  priv->point_y = CLAMP (y - port.y, 0, port.seen.height);
  priv->share_x = (port.seen.x + priv->point_x) / MAX (roadmap_sheet_get_body_width (port.sheet), 1);
  priv->share_y = (port.seen.y + priv->point_y) / MAX (roadmap_sheet_get_height (port.sheet), 1);
  ROADMAP_SHEET_VIEW_GET_CLASS (self)->set_zoom (self, zoom);
}

gboolean
roadmap_sheet_view_get_focused (RoadmapSheetView  *self,
                                RoadmapSheetPlace *place)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && ensure_sheet (self) &&
         roadmap_sheet_children_get_place (priv->children, priv->sheet, child, place);
}

void
roadmap_sheet_view_get_bounds (RoadmapSheetView        *self,
                               const RoadmapSheetPlace *place,
                               GdkRectangle            *bounds)
{
  RoadmapRect rect = { 0, };
  RoadmapSheetPort port;

  if (roadmap_sheet_view_get_port (self, &port))
    {
      rect = roadmap_sheet_get_bounds (port.sheet, place);
      rect.x += place->in_names ? 0 : port.x - port.seen.x;
      rect.y += port.y - port.seen.y;
    }
  *bounds = (GdkRectangle) { rect.x, rect.y, rect.width, rect.height };
}

/* The widget */

/* What points to a part of the view moves with it. */
static void
present_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
roadmap_sheet_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;

  priv->allocating = TRUE;
  if (ensure_sheet (self))
    {
      update_rows (self);
      scroll_to_wanted (self);
      update_rows (self);
      roadmap_sheet_view_get_port (self, &port);
      roadmap_sheet_children_allocate (priv->children, &port);
    }
  if (priv->incomplete)
    queue_sync (self);
  present_popovers (widget);
  priv->allocating = FALSE;
}

static void
append_rows (RoadmapSheetView       *self,
             const RoadmapSheetPort *port,
             GtkSnapshot            *snapshot)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (port->x, port->y, port->seen.width, port->seen.height));
  roadmap_sheet_paint_bodies (priv->paint, port, priv->incomplete, snapshot);
  if (!priv->incomplete)
    roadmap_sheet_children_snapshot (priv->children, snapshot, FALSE);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, port->y, port->x, port->seen.height));
  roadmap_sheet_paint_names (priv->paint, port, priv->incomplete, snapshot);
  if (!priv->incomplete)
    roadmap_sheet_children_snapshot (priv->children, snapshot, TRUE);
  gtk_snapshot_pop (snapshot);
}

static void
roadmap_sheet_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;

  if (priv->sheet == NULL || !roadmap_sheet_view_get_port (self, &port))
    return;
  append_rows (self, &port, snapshot);
  roadmap_sheet_paint_heads (priv->paint, &port, snapshot);
}

/* The group to enter at: the selected one, else the first in view. */
static GtkWidget *
find_entrance (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapItem *selected = roadmap_view_state_get_selected (priv->state);
  GtkWidget *first_name = NULL;
  RoadmapSheetPlace place;

  if (selected != NULL &&
      roadmap_sheet_find_shown (priv->sheet, roadmap_view_state_get_roadmap (priv->state), selected, &place))
    return roadmap_sheet_view_reveal (self, &place);
  sync_children (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!ROADMAP_IS_SHEET_CHILD (child))
        continue;
      if (!roadmap_sheet_child_is_name (ROADMAP_SHEET_CHILD (child)))
        return child;
      first_name = first_name != NULL ? first_name : child;
    }
  return first_name;
}

/* Tab enters and leaves: within, the arrow keys go from group to group. */
static gboolean
roadmap_sheet_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  GtkWidget *child;

  /* The focus also looks for a new place when its child is found to be gone, but then none can be made. */
  if (gtk_widget_get_focus_child (widget) != NULL || get_private (self)->allocating || !ensure_sheet (self))
    return FALSE;
  child = find_entrance (self);
  return child != NULL && gtk_widget_grab_focus (child);
}

static void
forget_measure (RoadmapSheetView *self)
{
  g_clear_pointer (&get_private (self)->measure, roadmap_measure_unref);
  roadmap_sheet_view_invalidate (self);
}

static void
roadmap_sheet_view_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheetViewPrivate *priv = get_private (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  GTK_WIDGET_CLASS (roadmap_sheet_view_parent_class)->css_changed (widget, change);
  if (priv->font != NULL && !pango_font_description_equal (priv->font, pango_context_get_font_description (context)))
    forget_measure (self);
}

static void
roadmap_sheet_view_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (roadmap_sheet_view_parent_class)->system_setting_changed (widget, setting);
  forget_measure (ROADMAP_SHEET_VIEW (widget));
}

/* Changes */

static void
update_looks (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  roadmap_sheet_paint_clear (priv->paint);
  roadmap_sheet_children_update_looks (priv->children);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
theme_changed_cb (RoadmapSheetView *self)
{
  get_private (self)->palette = *roadmap_palette_get (roadmap_theme_get_current ());
  update_looks (self);
}

static void
query_cb (RoadmapSheetView *self)
{
  update_looks (self);
}

static void
selected_cb (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->wanted = roadmap_view_state_get_selected (priv->state);
  roadmap_sheet_children_update_emphasis (priv->children);
  queue_sync (self);
}

static void
language_cb (RoadmapSheetView *self)
{
  roadmap_sheet_children_update_words (get_private (self)->children);
  forget_measure (self);
}

static void
roadmap_cb (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (priv->state);

  priv->wanted = NULL;
  g_signal_group_set_target (priv->roadmap_signals, roadmap);
  roadmap_sheet_children_clear (priv->children);
  forget_measure (self);
  g_clear_object (&priv->top_item);
}

/* What else changes in the state changes what is shown. */
static void
state_cb (RoadmapSheetView *self,
          GParamSpec       *pspec)
{
  static const struct
  {
    const char *property;
    void      (*changed) (RoadmapSheetView *self);
  } reactions[] = {
    { "roadmap", roadmap_cb },
    { "selected", selected_cb },
    { "language", language_cb },
    { "query", query_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reactions); i++)
    if (g_str_equal (pspec->name, reactions[i].property))
      {
        reactions[i].changed (self);
        return;
      }
  roadmap_sheet_children_update_words (get_private (self)->children);
  roadmap_sheet_view_invalidate (self);
}

static gboolean
roadmap_sheet_view_keep_sheet (RoadmapSheetView  *self,
                               RoadmapSheet      *sheet,
                               const RoadmapEdit *edit)
{
  gboolean is_set = edit->type == ROADMAP_EDIT_SET;
  RoadmapItem *item = is_set ? edit->item : edit->parent;
  guint row;

  /* A move may lead from row to row, and a row may come or go with its item. */
  if (edit->type == ROADMAP_EDIT_MOVE || !roadmap_sheet_find_row_of (sheet, item, &row))
    return FALSE;
  if (!is_set && (roadmap_item_get_n_children (edit->item) > 0 || roadmap_item_is (edit->item, "stage") ||
                  roadmap_item_is (edit->item, "lane") || roadmap_item_is (edit->item, "roadblock")))
    return FALSE;
  if (roadmap_item_is (item, "chart"))
    return FALSE;
  roadmap_sheet_forget_row (sheet, row);
  return TRUE;
}

static void
edited_cb (RoadmapSheetView  *self,
           const RoadmapEdit *edit,
           Roadmap           *roadmap)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  roadmap_sheet_children_update_words (priv->children);
  roadmap_sheet_children_update_emphasis (priv->children);
  if (edit->type == ROADMAP_EDIT_REMOVE && priv->wanted != NULL && roadmap_item_is_within (priv->wanted, edit->item))
    priv->wanted = NULL;
  if (priv->sheet == NULL || !ROADMAP_SHEET_VIEW_GET_CLASS (self)->keep_sheet (self, priv->sheet, edit))
    forget_sheet (self);
  queue_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Words, as they are unless a subclass has others */

static char *
roadmap_sheet_view_real_dup_name (RoadmapSheetView *self,
                                  RoadmapItem      *item)
{
  RoadmapViewState *state = get_private (self)->state;

  return roadmap_bar_dup_name (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

static char *
roadmap_sheet_view_real_dup_place (RoadmapSheetView *self,
                                   RoadmapItem      *item)
{
  return roadmap_bar_dup_place (item, roadmap_view_state_get_words (get_private (self)->state));
}

static char *
roadmap_sheet_view_real_dup_tooltip (RoadmapSheetView *self,
                                     RoadmapItem      *item)
{
  RoadmapViewState *state = get_private (self)->state;

  return roadmap_bar_dup_all (roadmap_view_state_get_roadmap (state), item, roadmap_view_state_get_words (state));
}

char *
roadmap_sheet_view_dup_name (RoadmapSheetView *self,
                             RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_name (self, item);
}

char *
roadmap_sheet_view_dup_place (RoadmapSheetView *self,
                              RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_place (self, item);
}

char *
roadmap_sheet_view_dup_tooltip (RoadmapSheetView *self,
                                RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->dup_tooltip (self, item);
}

static gboolean
roadmap_sheet_view_real_is_related (RoadmapSheetView *self,
                                    RoadmapItem      *selected,
                                    RoadmapItem      *item)
{
  if (!roadmap_item_is (selected, "roadblock") && !roadmap_item_is (selected, "measure"))
    return FALSE;
  return roadmap_outline_holds (roadmap_view_state_get_roadmap (get_private (self)->state), selected, item);
}

static gboolean
roadmap_sheet_view_real_open_item (RoadmapSheetView *self,
                                   RoadmapItem      *item)
{
  return FALSE;
}

RoadmapEmphasis
roadmap_sheet_view_get_emphasis (RoadmapSheetView *self,
                                 RoadmapItem      *item)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (get_private (self)->state);

  if (selected == NULL)
    return ROADMAP_EMPHASIS_NONE;
  if (item == selected)
    return ROADMAP_EMPHASIS_SELECTED;
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->is_related (self, selected, item) ? ROADMAP_EMPHASIS_RELATED
                                                                                : ROADMAP_EMPHASIS_NONE;
}

gboolean
roadmap_sheet_view_open_item (RoadmapSheetView *self,
                              RoadmapItem      *item)
{
  return ROADMAP_SHEET_VIEW_GET_CLASS (self)->open_item (self, item);
}

void
roadmap_sheet_view_activate_item (RoadmapSheetView *self,
                                  RoadmapItem      *item)
{
  roadmap_view_state_set_selected (get_private (self)->state, item);
  roadmap_sheet_view_open_item (self, item);
}

/* Properties */

static void
set_adjustment (RoadmapSheetView  *self,
                GtkAdjustment    **place,
                GtkAdjustment     *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);

  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
roadmap_sheet_view_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  RoadmapSheetViewPrivate *priv = get_private (ROADMAP_SHEET_VIEW (object));

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, priv->state);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, priv->menu_model);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;
    case PROP_HPOLICY:
      g_value_set_enum (value, priv->hpolicy);
      break;
    case PROP_VPOLICY:
      g_value_set_enum (value, priv->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_sheet_view_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (object);
  RoadmapSheetViewPrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_STATE:
      roadmap_sheet_view_set_state (self, g_value_get_object (value));
      break;
    case PROP_MENU_MODEL:
      g_set_object (&priv->menu_model, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &priv->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &priv->vadjustment, g_value_get_object (value));
      break;
    case PROP_HPOLICY:
      priv->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VPOLICY:
      priv->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_sheet_view_dispose (GObject *object)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (object);
  RoadmapSheetViewPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->sync_id, g_source_remove);
  g_clear_handle_id (&priv->ahead_id, g_source_remove);
  g_clear_pointer (&priv->input, roadmap_sheet_input_free);
  g_clear_pointer (&priv->children, roadmap_sheet_children_free);
  g_clear_object (&priv->state_signals);
  g_clear_object (&priv->roadmap_signals);
  g_clear_object (&priv->state);
  g_clear_object (&priv->menu_model);
  g_clear_object (&priv->top_item);
  if (priv->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (priv->hadjustment, scrolled_cb, self);
  if (priv->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (priv->vadjustment, scrolled_cb, self);
  g_clear_object (&priv->hadjustment);
  g_clear_object (&priv->vadjustment);

  G_OBJECT_CLASS (roadmap_sheet_view_parent_class)->dispose (object);
}

static void
roadmap_sheet_view_finalize (GObject *object)
{
  RoadmapSheetViewPrivate *priv = get_private (ROADMAP_SHEET_VIEW (object));

  g_clear_object (&priv->sheet);
  g_clear_pointer (&priv->paint, roadmap_sheet_paint_free);
  g_clear_pointer (&priv->measure, roadmap_measure_unref);
  g_clear_pointer (&priv->font, pango_font_description_free);

  G_OBJECT_CLASS (roadmap_sheet_view_parent_class)->finalize (object);
}

static void
roadmap_sheet_view_class_init (RoadmapSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = roadmap_sheet_view_get_property;
  object_class->set_property = roadmap_sheet_view_set_property;
  object_class->dispose = roadmap_sheet_view_dispose;
  object_class->finalize = roadmap_sheet_view_finalize;
  widget_class->size_allocate = roadmap_sheet_view_size_allocate;
  widget_class->snapshot = roadmap_sheet_view_snapshot;
  widget_class->focus = roadmap_sheet_view_focus;
  widget_class->css_changed = roadmap_sheet_view_css_changed;
  widget_class->system_setting_changed = roadmap_sheet_view_system_setting_changed;
  klass->child_role = GTK_ACCESSIBLE_ROLE_LIST_ITEM;
  klass->keep_sheet = roadmap_sheet_view_keep_sheet;
  klass->dup_name = roadmap_sheet_view_real_dup_name;
  klass->dup_place = roadmap_sheet_view_real_dup_place;
  klass->dup_tooltip = roadmap_sheet_view_real_dup_tooltip;
  klass->is_related = roadmap_sheet_view_real_is_related;
  klass->open_item = roadmap_sheet_view_real_open_item;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "sheet");
}

static void
roadmap_sheet_view_init (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->children = roadmap_sheet_children_new (self);
  priv->paint = roadmap_sheet_paint_new ();
  priv->point_x = NAN;
  set_adjustment (self, &priv->hadjustment, NULL);
  set_adjustment (self, &priv->vadjustment, NULL);

  priv->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect_swapped (priv->state_signals, "notify", G_CALLBACK (state_cb), self);
  priv->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect_swapped (priv->roadmap_signals, "changed", G_CALLBACK (edited_cb), self);

  roadmap_theme_connect (self, G_CALLBACK (theme_changed_cb));
  theme_changed_cb (self);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  priv->input = roadmap_sheet_input_new (self);
}

RoadmapViewState *
roadmap_sheet_view_get_state (RoadmapSheetView *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_VIEW (self), NULL);

  return get_private (self)->state;
}

void
roadmap_sheet_view_set_state (RoadmapSheetView *self,
                              RoadmapViewState *state)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  g_return_if_fail (ROADMAP_IS_SHEET_VIEW (self));

  if (!g_set_object (&priv->state, state))
    return;
  g_signal_group_set_target (priv->state_signals, state);
  if (state != NULL)
    roadmap_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

const RoadmapPalette *
roadmap_sheet_view_get_palette (RoadmapSheetView *self)
{
  return &get_private (self)->palette;
}

GMenuModel *
roadmap_sheet_view_get_menu_model (RoadmapSheetView *self)
{
  return get_private (self)->menu_model;
}
