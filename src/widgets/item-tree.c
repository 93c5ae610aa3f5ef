/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-tree.h"

#include <glib/gi18n-lib.h>

#include "model/outline.h"
#include "widgets/filter-empty.h"
#include "widgets/item-columns.h"
#include "widgets/list-menu.h"
#include "widgets/opened-rows.h"
#include "widgets/outline-model.h"
#include "widgets/theme.h"
#include "widgets/tree-drag.h"
#include "widgets/tree-selection.h"

/* Rows: what a filter leaves of no more than these is shown unfolded. */
#define UNFOLD_MOST 50

struct _RoadmapItemTree
{
  AdwBin              parent_instance;

  RoadmapViewState   *state;
  RoadmapItem        *chart;
  GSignalGroup       *state_signals;
  GSignalGroup       *roadmap_signals;

  GtkColumnView      *view;
  RoadmapItemColumns *columns;
  GtkMultiSelection  *rows;
  RoadmapTreeSelection *selection;
  RoadmapTreeDrag    *drag;
  RoadmapListMenu    *menu;
  GtkTreeListModel   *model; /* of the rows; NULL while there is nothing to show */
  RoadmapOpenedRows  *opened;   /* to show the selection */
  RoadmapOpenedRows  *unfolded; /* to show what the filter leaves */
  RoadmapFilter      *filter;   /* that they were unfolded for */

  guint               refresh_id;
  RoadmapTreeChanges *changes;           /* what the next refresh has to show anew */
  gboolean            rows_changed;      /* what it has to do … */
  gboolean            selection_changed; /* … besides … */
  gboolean            filter_changed;
  gboolean            columns_changed;   /* … showing the cells again */
  guint               scroll_id;
  guint               scroll_frame;
};

G_DEFINE_FINAL_TYPE (RoadmapItemTree, roadmap_item_tree, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, PROP_CHART, PROP_MENU_MODEL, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Roadmap *
get_roadmap (RoadmapItemTree *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

/* Not owned. */
static RoadmapItem *
get_row_item (GtkTreeListRow *row)
{
  g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);

  return item;
}

/* The list of rows, which GTK keeps below the column heads. */
static GtkWidget *
get_list (RoadmapItemTree *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

/* (nullable): what has the focus in the list. */
static GtkWidget *
get_focus (RoadmapItemTree *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, get_list (self)) ? focus : NULL;
}

static guint
get_focused_position (gpointer tree)
{
  RoadmapItemTree *self = tree;
  GtkWidget *focus = get_focus (self);

  return focus != NULL ? roadmap_item_columns_find_position (self->columns, focus) : GTK_INVALID_LIST_POSITION;
}

/* Frame by frame: rows that were just expanded have a height only after a layout, and the row scrolled to is there only
 * after another.  If the keyboard is used here, it goes on from the selected row. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (widget);
  guint position = roadmap_tree_selection_get_position (self->selection);
  GtkWidget *cell;

  self->scroll_frame++;
  if (self->scroll_frame == 2 && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", position);
  if (self->scroll_frame < 3)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  cell = roadmap_item_columns_find_cell (self->columns, position);
  if (cell != NULL && get_focus (self) != NULL)
    gtk_widget_grab_focus (cell);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_selected (RoadmapItemTree *self)
{
  self->scroll_frame = 0;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
follow_state (RoadmapItemTree *self)
{
  if (roadmap_tree_selection_follow (self->selection, self->chart, self->opened))
    scroll_to_selected (self);
}

/* The first stage is open so that the structure can be seen; the others are closed so that all stages can. */
static void
expand_first (RoadmapItemTree *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, 0);

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/* What a filter leaves is what one wants to see, if it can be seen at a glance. */
static void
unfold (RoadmapItemTree *self)
{
  if (self->filter != NULL &&
      roadmap_outline_model_count (self->state, self->chart, UNFOLD_MOST) <= UNFOLD_MOST)
    roadmap_opened_rows_open_all (self->unfolded, self->model);
}

static void
forget_changes (RoadmapItemTree *self)
{
  roadmap_tree_changes_clear (self->changes);
  self->rows_changed = FALSE;
  self->selection_changed = FALSE;
  self->filter_changed = FALSE;
  self->columns_changed = FALSE;
}

static void
rebuild (RoadmapItemTree *self)
{
  Roadmap *roadmap = get_roadmap (self);
  g_autoptr (GtkTreeListModel) model = NULL;

  if (roadmap != NULL && self->chart != NULL && roadmap_item_is_within (self->chart, roadmap_get_root (roadmap)))
    model = roadmap_outline_model_new (self->state, self->chart);

  forget_changes (self);
  g_clear_pointer (&self->filter, roadmap_filter_unref);
  self->filter = self->state != NULL ? roadmap_filter_ref (roadmap_view_state_get_filter (self->state)) : NULL;
  roadmap_opened_rows_forget (self->opened);
  roadmap_opened_rows_forget (self->unfolded);
  roadmap_tree_selection_forget (self->selection);
  self->model = model;
  gtk_multi_selection_set_model (self->rows, G_LIST_MODEL (model));
  if (model == NULL)
    return;
  expand_first (self);
  unfold (self);
  roadmap_item_columns_choose (self->columns, self->chart);
  follow_state (self);
}

static gboolean
refresh_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (widget);
  gboolean selected = roadmap_tree_selection_has_rows (self->selection);

  self->refresh_id = 0;
  if (self->model == NULL)
    return G_SOURCE_REMOVE;

  if (self->filter_changed)
    roadmap_opened_rows_close (self->unfolded, NULL);
  if (self->rows_changed)
    roadmap_outline_model_update (self->model, self->state, self->chart, self->changes);
  if (self->filter_changed)
    unfold (self);
  if (self->columns_changed)
    roadmap_item_columns_choose (self->columns, self->chart);
  roadmap_item_columns_refresh (self->columns, self->changes);

  /* A selected row may have been made anew; but where the user has collapsed the rows around it, they stay so. */
  if (selected || self->selection_changed)
    follow_state (self);
  forget_changes (self);
  return G_SOURCE_REMOVE;
}

/* Many edits of one frame cost one refresh. */
static void
queue_refresh (RoadmapItemTree *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), refresh_cb, NULL, NULL);
}

static void
queue_refresh_all (RoadmapItemTree *self)
{
  roadmap_tree_changes_add_all (self->changes);
  queue_refresh (self);
}

static void
roadmap_changed_cb (Roadmap           *roadmap,
                    const RoadmapEdit *edit,
                    RoadmapItemTree   *self)
{
  if (self->chart == NULL || !roadmap_tree_changes_add (self->changes, self->chart, edit))
    return;
  if (edit->type != ROADMAP_EDIT_SET || roadmap_field_is_link (edit->field))
    self->rows_changed = TRUE;
  if (roadmap_item_columns_depend_on (edit))
    self->columns_changed = TRUE;
  queue_refresh (self);
}

static void
filter_changed_cb (RoadmapItemTree *self)
{
  RoadmapFilter *filter = roadmap_view_state_get_filter (self->state);

  /* Or only others pass the same one, of which what was folded by hand takes no notice. */
  if (!roadmap_filter_equal (self->filter, filter))
    {
      g_clear_pointer (&self->filter, roadmap_filter_unref);
      self->filter = roadmap_filter_ref (filter);
      self->filter_changed = TRUE;
    }
  self->rows_changed = TRUE;
  self->selection_changed = TRUE;
  queue_refresh_all (self);
}

static void
roadmap_replaced_cb (RoadmapViewState *state,
                     GParamSpec       *pspec,
                     RoadmapItemTree  *self)
{
  g_signal_group_set_target (self->roadmap_signals, roadmap_view_state_get_roadmap (state));
  rebuild (self);
}

static void
state_selected_cb (RoadmapViewState *state,
                   GParamSpec       *pspec,
                   RoadmapItemTree  *self)
{
  /* What was just inserted has no row yet; the refresh selects it. */
  if (self->rows_changed)
    self->selection_changed = TRUE;
  else
    follow_state (self);
}

static void
activate_cb (GtkColumnView   *view,
             guint            position,
             RoadmapItemTree *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, position);

  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    g_signal_emit (self, signals[ACTIVATED], 0, get_row_item (row));
}

/* In GTK 4.8 the cell and the row around it both take a click with Ctrl, and the second one takes back what the first
 * did. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             RoadmapItemTree *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = roadmap_list_find_row (get_list (self), picked);
  guint position = row != NULL ? roadmap_item_columns_find_position (self->columns, row) : GTK_INVALID_LIST_POSITION;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK || position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  roadmap_tree_selection_toggle (self->selection, position);
}

/* What is done with rows is done with all that are selected, or with the one it was begun on. */
static gboolean
open_menu_cb (GtkWidget *row,
              gpointer   tree)
{
  RoadmapItemTree *self = tree;
  guint position = roadmap_item_columns_find_position (self->columns, row);
  g_autoptr (GtkTreeListRow) tree_row = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  tree_row = gtk_tree_list_model_get_row (self->model, position);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->rows), position))
    roadmap_tree_selection_select (self->selection, tree_row);
  else
    roadmap_view_state_lead_with (self->state, get_row_item (tree_row));
  return TRUE;
}

static GtkTreeListRow *
find_row_of (GtkWidget *tree,
             GtkWidget *widget)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (tree);
  guint position = roadmap_item_columns_find_position (self->columns, widget);
  g_autoptr (GtkTreeListRow) row = self->model != NULL ? gtk_tree_list_model_get_row (self->model, position) : NULL;

  return row;
}

static void
select_row (RoadmapItemTree *self,
            GtkTreeListRow  *row)
{
  if (row == NULL)
    return;
  roadmap_tree_selection_select (self->selection, row);
  scroll_to_selected (self);
}

/* Opens a row or steps to its first child, as in every other tree. */
static void
step_in (RoadmapItemTree *self,
         GtkTreeListRow  *row)
{
  g_autoptr (GtkTreeListRow) child = NULL;

  if (!gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return;
    }
  child = gtk_tree_list_row_get_child_row (row, 0);
  select_row (self, child);
}

static void
step_out (RoadmapItemTree *self,
          GtkTreeListRow  *row)
{
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, FALSE);
      return;
    }
  parent = gtk_tree_list_row_get_parent (row);
  select_row (self, parent);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                RoadmapItemTree       *self)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkTreeListRow *row = roadmap_tree_selection_get_lead (self->selection);

  if (row == NULL || get_focus (self) == NULL || modifiers & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;

  if (key == (right_to_left ? GDK_KEY_Left : GDK_KEY_Right))
    step_in (self, row);
  else if (key == (right_to_left ? GDK_KEY_Right : GDK_KEY_Left))
    step_out (self, row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
roadmap_item_tree_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roadmap_item_tree_parent_class)->realize (widget);

  roadmap_item_columns_fit (ROADMAP_ITEM_TREE (widget)->columns);
}

/* What was selected while another tree or the search was shown. */
static void
roadmap_item_tree_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roadmap_item_tree_parent_class)->map (widget);

  scroll_to_selected (ROADMAP_ITEM_TREE (widget));
}

static void
roadmap_item_tree_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (roadmap_item_tree_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    roadmap_item_columns_fit (ROADMAP_ITEM_TREE (widget)->columns);
}

static void
roadmap_item_tree_dispose (GObject *object)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  roadmap_item_tree_set_state (self, NULL);
  /* The list may still have controllers of the menu, but nothing reaches them any more; what is left is its popover. */
  if (self->menu != NULL)
    roadmap_list_menu_set_model (self->menu, NULL);
  g_clear_object (&self->chart);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);

  G_OBJECT_CLASS (roadmap_item_tree_parent_class)->dispose (object);
}

static void
roadmap_item_tree_finalize (GObject *object)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  g_clear_pointer (&self->columns, roadmap_item_columns_free);
  g_clear_pointer (&self->selection, roadmap_tree_selection_free);
  g_clear_pointer (&self->drag, roadmap_tree_drag_free);
  g_clear_pointer (&self->menu, roadmap_list_menu_free);
  g_clear_pointer (&self->opened, roadmap_opened_rows_free);
  g_clear_pointer (&self->unfolded, roadmap_opened_rows_free);
  g_clear_pointer (&self->changes, roadmap_tree_changes_free);
  g_clear_pointer (&self->filter, roadmap_filter_unref);

  G_OBJECT_CLASS (roadmap_item_tree_parent_class)->finalize (object);
}

static void
roadmap_item_tree_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, roadmap_list_menu_get_model (self->menu));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_item_tree_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  switch (id)
    {
    case PROP_STATE:
      roadmap_item_tree_set_state (self, g_value_get_object (value));
      break;
    case PROP_CHART:
      roadmap_item_tree_set_chart (self, g_value_get_object (value));
      break;
    case PROP_MENU_MODEL:
      roadmap_list_menu_set_model (self->menu, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
roadmap_item_tree_class_init (RoadmapItemTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = roadmap_item_tree_dispose;
  object_class->finalize = roadmap_item_tree_finalize;
  object_class->get_property = roadmap_item_tree_get_property;
  object_class->set_property = roadmap_item_tree_set_property;
  widget_class->realize = roadmap_item_tree_realize;
  widget_class->map = roadmap_item_tree_map;
  widget_class->system_setting_changed = roadmap_item_tree_system_setting_changed;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", ROADMAP_TYPE_ITEM_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, ROADMAP_TYPE_ITEM);
  roadmap_tree_drag_install_signals (ROADMAP_TYPE_ITEM_TREE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/item-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemTree, view);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemTree, rows);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* In the order of the columns, all of which have a head, seen or not. */
static void
name_heads (RoadmapItemTree *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *head = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; i < g_list_model_get_n_items (columns) && head != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      set_name (head, gtk_column_view_column_get_title (column));
      head = gtk_widget_get_next_sibling (head);
    }
}

static void
roadmap_item_tree_init (RoadmapItemTree *self)
{
  g_type_ensure (ROADMAP_TYPE_FILTER_EMPTY);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opened = roadmap_opened_rows_new ();
  self->unfolded = roadmap_opened_rows_new ();
  self->changes = roadmap_tree_changes_new ();
  self->columns = roadmap_item_columns_new (self->view);
  self->selection = roadmap_tree_selection_new (self->rows, get_focused_position, self);
  self->drag = roadmap_tree_drag_new (GTK_WIDGET (self), get_list (self), find_row_of);
  self->menu = roadmap_list_menu_new (GTK_WIDGET (self), get_list (self), open_menu_cb, self);
  /* What GTK builds the view of has no names. */
  set_name (get_list (self), _("Rows"));
  set_name (gtk_widget_get_first_child (GTK_WIDGET (self->view)), _("Column heads"));
  name_heads (self);

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_replaced_cb), self);
  g_signal_group_connect (self->state_signals, "notify::selection", G_CALLBACK (state_selected_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::filter", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (queue_refresh_all), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::query", G_CALLBACK (queue_refresh_all), self);
  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect (self->roadmap_signals, "changed", G_CALLBACK (roadmap_changed_cb), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_refresh_all));
}

GtkWidget *
roadmap_item_tree_new (void)
{
  return g_object_new (ROADMAP_TYPE_ITEM_TREE, NULL);
}

RoadmapViewState *
roadmap_item_tree_get_state (RoadmapItemTree *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_TREE (self), NULL);

  return self->state;
}

void
roadmap_item_tree_set_state (RoadmapItemTree  *self,
                             RoadmapViewState *state)
{
  g_return_if_fail (ROADMAP_IS_ITEM_TREE (self));
  g_return_if_fail (state == NULL || ROADMAP_IS_VIEW_STATE (state));

  if (!g_set_object (&self->state, state))
    return;

  roadmap_item_columns_set_state (self->columns, state);
  roadmap_tree_selection_set_state (self->selection, state);
  roadmap_tree_drag_set (self->drag, state, self->chart);
  g_signal_group_set_target (self->state_signals, state);
  g_signal_group_set_target (self->roadmap_signals, get_roadmap (self));
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

RoadmapItem *
roadmap_item_tree_get_chart (RoadmapItemTree *self)
{
  g_return_val_if_fail (ROADMAP_IS_ITEM_TREE (self), NULL);

  return self->chart;
}

void
roadmap_item_tree_set_chart (RoadmapItemTree *self,
                             RoadmapItem     *chart)
{
  g_return_if_fail (ROADMAP_IS_ITEM_TREE (self));
  g_return_if_fail (chart == NULL || roadmap_item_is (chart, "chart"));

  if (!g_set_object (&self->chart, chart))
    return;
  roadmap_tree_drag_set (self->drag, self->state, chart);

  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}
