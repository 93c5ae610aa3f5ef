/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/sheet-view-private.h"

#include "model/edition.h"
#include "widgets/sheet-children.h"
#include "widgets/sheet-paint.h"
#include "widgets/sheet-rows.h"
#include "widgets/sheet-scroll.h"
#include "widgets/sheet-watch.h"
#include "widgets/theme.h"

typedef struct
{
  RoadmapViewState     *state;
  RoadmapSheetWatch    *watch;
  GtkScrollablePolicy   hpolicy, vpolicy;
  GMenuModel           *menu_model;
  RoadmapSheetInput    *input;
  RoadmapSheetChildren *children;
  RoadmapSheetPaint    *paint;
  RoadmapSheetRows     *rows;         /* has the sheet; none: it is to be made anew */

  RoadmapMeasure       *measure;      /* NULL: to be made anew */
  PangoFontDescription *font;         /* what the measure was made with */
  int                   sheet_width;  /* of the widget the sheet was made for */
  int                   sheet_height;
  RoadmapPalette        palette;

  gboolean              allocating;
  gboolean              incomplete;   /* groups in view may have no child yet */
  guint                 sync_id;      /* waits to make them, 0 if it need not */
  RoadmapItem          *wanted;       /* (not owned) to be scrolled to as soon as it is laid out */
} RoadmapSheetViewPrivate;

enum { PROP_0, PROP_STATE, PROP_MENU_MODEL, N_PROPS,
       PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
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

static RoadmapSheet *
get_sheet (RoadmapSheetView *self)
{
  return roadmap_sheet_rows_get_sheet (get_private (self)->rows);
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
  g_autoptr (RoadmapSheet) sheet = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean same_height = priv->sheet_height == height || !ROADMAP_SHEET_VIEW_GET_CLASS (self)->fills_height;

  if (get_sheet (self) != NULL && priv->sheet_width == width && same_height)
    return TRUE;
  roadmap_sheet_rows_set_sheet (priv->rows, NULL);
  if (priv->state == NULL || roadmap_view_state_get_roadmap (priv->state) == NULL || width <= 0)
    return FALSE;

  ensure_measure (self);
  sheet = ROADMAP_SHEET_VIEW_GET_CLASS (self)->create_sheet (self, priv->state, priv->measure, width);
  roadmap_sheet_rows_set_sheet (priv->rows, sheet);
  priv->sheet_width = width;
  priv->sheet_height = height;
  priv->incomplete = TRUE;
  roadmap_sheet_paint_clear (priv->paint);
  return sheet != NULL;
}

RoadmapSheet *
roadmap_sheet_view_get_sheet (RoadmapSheetView *self)
{
  g_return_val_if_fail (ROADMAP_IS_SHEET_VIEW (self), NULL);

  return ensure_sheet (self) ? get_sheet (self) : NULL;
}

gboolean
roadmap_sheet_view_get_port (RoadmapSheetView *self,
                             RoadmapSheetPort *port)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheet *sheet;

  if (!ensure_sheet (self))
    return FALSE;
  sheet = get_sheet (self);
  *port = (RoadmapSheetPort) { priv->state, sheet, &priv->palette, roadmap_sheet_rows_get_seen (priv->rows),
                               roadmap_sheet_get_names_width (sheet), roadmap_sheet_get_head_height (sheet) };
  return TRUE;
}

RoadmapMeasure *
roadmap_sheet_view_get_measure (RoadmapSheetView *self)
{
  ensure_measure (self);
  return get_private (self)->measure;
}

RoadmapSheetRows *
roadmap_sheet_view_get_rows (RoadmapSheetView *self)
{
  return get_private (self)->rows;
}

RoadmapSheetChildren *
roadmap_sheet_view_get_children (RoadmapSheetView *self)
{
  return get_private (self)->children;
}

/* Scrolling */

void
roadmap_sheet_view_sync (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;

  if (!roadmap_sheet_view_get_port (self, &port))
    {
      roadmap_sheet_children_clear (priv->children);
      return;
    }
  roadmap_sheet_children_sync (priv->children, &port);
  priv->incomplete = FALSE;
  roadmap_sheet_rows_trim (priv->rows);
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
  if (roadmap_sheet_find_shown (get_sheet (self), roadmap_view_state_get_roadmap (priv->state), wanted, &place))
    roadmap_sheet_rows_go_to (priv->rows, &place);
  else if (roadmap_sheet_find_row_of (get_sheet (self), wanted, &row) &&
           roadmap_sheet_get_row_item (get_sheet (self), row) == wanted)
    roadmap_sheet_rows_show (priv->rows, row);
}

static gboolean
sync_cb (gpointer user_data)
{
  RoadmapSheetView *self = user_data;
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->sync_id = 0;
  if (ensure_sheet (self))
    {
      roadmap_sheet_rows_update (priv->rows);
      scroll_to_wanted (self);
    }
  roadmap_sheet_view_sync (self);
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

/* The rows may become so many more or fewer that a scroll bar comes or goes, for which the scrolled window around us
 * asks for another layout. That is too late if only we are being laid out and not the widgets around it: they would stay
 * blank. */
static void
queue_rows (RoadmapSheetView *self)
{
  queue_sync (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
roadmap_sheet_view_invalidate (RoadmapSheetView *self)
{
  g_return_if_fail (ROADMAP_IS_SHEET_VIEW (self));

  roadmap_sheet_rows_set_sheet (get_private (self)->rows, NULL);
  queue_rows (self);
}

static void
scrolled (GtkWidget *widget)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheetViewPrivate *priv = get_private (self);

  if (get_sheet (self) != NULL)
    {
      roadmap_sheet_rows_update (priv->rows);
      roadmap_sheet_view_sync (self);
      roadmap_sheet_rows_queue_ahead (priv->rows);
    }
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
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
      roadmap_sheet_rows_update (priv->rows);
      scroll_to_wanted (self);
      roadmap_sheet_rows_update (priv->rows);
      roadmap_sheet_view_get_port (self, &port);
      roadmap_sheet_children_allocate (priv->children, &port);
    }
  if (priv->incomplete)
    queue_sync (self);
  present_popovers (widget);
  priv->allocating = FALSE;
}

static void
roadmap_sheet_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RoadmapSheetView *self = ROADMAP_SHEET_VIEW (widget);
  RoadmapSheetViewPrivate *priv = get_private (self);
  RoadmapSheetPort port;

  if (get_sheet (self) == NULL || !roadmap_sheet_view_get_port (self, &port))
    return;
  roadmap_sheet_paint_snapshot (priv->paint, self, &port, priv->incomplete ? NULL : priv->children, snapshot);
  if (ROADMAP_SHEET_VIEW_GET_CLASS (self)->snapshot_over != NULL)
    ROADMAP_SHEET_VIEW_GET_CLASS (self)->snapshot_over (self, snapshot);
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
  child = roadmap_sheet_view_find_entrance (self);
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
selected_changed (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->wanted = roadmap_view_state_get_selected (priv->state);
  queue_sync (self);
}

static void
roadmap_changed (RoadmapSheetView *self)
{
  RoadmapSheetViewPrivate *priv = get_private (self);

  priv->wanted = NULL;
  roadmap_sheet_children_clear (priv->children);
  forget_measure (self);
  roadmap_sheet_rows_forget_place (priv->rows);
}

static void
changed (gpointer           user_data,
         RoadmapSheetChange what)
{
  RoadmapSheetView *self = user_data;

  if (what & ROADMAP_SHEET_CHANGE_ROADMAP)
    roadmap_changed (self);
  if (what & ROADMAP_SHEET_CHANGE_SELECTED)
    selected_changed (self);
  if (what & ROADMAP_SHEET_CHANGE_EMPHASIS)
    roadmap_sheet_children_update_emphasis (get_private (self)->children);
  /* The chart goes before its roadmap, whose children have no more words then. */
  if (what & ROADMAP_SHEET_CHANGE_WORDS && roadmap_view_state_get_roadmap (get_private (self)->state) != NULL)
    roadmap_sheet_children_update_words (get_private (self)->children);
  if (what & ROADMAP_SHEET_CHANGE_LOOKS)
    update_looks (self);
  if (what & ROADMAP_SHEET_CHANGE_MEASURE)
    forget_measure (self);
  if (what & ROADMAP_SHEET_CHANGE_SHEET)
    roadmap_sheet_view_invalidate (self);
}

static void
edited (gpointer           user_data,
        const RoadmapEdit *edit)
{
  RoadmapSheetView *self = user_data;
  RoadmapSheetViewPrivate *priv = get_private (self);

  roadmap_sheet_children_update_words (priv->children);
  roadmap_sheet_children_update_emphasis (priv->children);
  if (roadmap_edit_takes_out (edit) && priv->wanted != NULL && roadmap_item_is_within (priv->wanted, edit->item))
    priv->wanted = NULL;
  if (get_sheet (self) == NULL || !ROADMAP_SHEET_VIEW_GET_CLASS (self)->keep_sheet (self, get_sheet (self), edit))
    roadmap_sheet_rows_set_sheet (priv->rows, NULL);
  queue_rows (self);
}

/* Properties */

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
      g_value_set_object (value, roadmap_sheet_rows_get_adjustment (priv->rows, GTK_ORIENTATION_HORIZONTAL));
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, roadmap_sheet_rows_get_adjustment (priv->rows, GTK_ORIENTATION_VERTICAL));
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
      roadmap_sheet_rows_set_adjustment (priv->rows, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      roadmap_sheet_rows_set_adjustment (priv->rows, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
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
  g_clear_pointer (&priv->input, roadmap_sheet_input_free);
  g_clear_pointer (&priv->children, roadmap_sheet_children_free);
  g_clear_pointer (&priv->watch, roadmap_sheet_watch_free);
  g_clear_object (&priv->state);
  g_clear_object (&priv->menu_model);

  G_OBJECT_CLASS (roadmap_sheet_view_parent_class)->dispose (object);
}

static void
roadmap_sheet_view_finalize (GObject *object)
{
  RoadmapSheetViewPrivate *priv = get_private (ROADMAP_SHEET_VIEW (object));

  g_clear_pointer (&priv->rows, roadmap_sheet_rows_free);
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
  roadmap_sheet_view_class_set_defaults (klass);

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
  priv->rows = roadmap_sheet_rows_new (GTK_WIDGET (self), scrolled);
  priv->watch = roadmap_sheet_watch_new (self, &(RoadmapSheetReaction) { changed, edited });

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
  roadmap_sheet_watch_set_state (priv->watch, state);
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
