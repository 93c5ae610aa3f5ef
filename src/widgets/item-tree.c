/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-tree.h"

#include "model/outline.h"
#include "model/status.h"
#include "widgets/item-cells.h"
#include "widgets/outline-model.h"
#include "widgets/theme.h"

enum { TITLE, CATEGORIES, STATUS, SPAN, N_COLUMNS };

typedef struct
{
  RoadmapItemTree       *tree;
  GtkColumnViewColumn   *column;
  const RoadmapItemCell *cell;
} Column;

struct _RoadmapItemTree
{
  AdwBin              parent_instance;

  RoadmapViewState   *state;
  RoadmapItem        *chart;
  GSignalGroup       *state_signals;
  GSignalGroup       *roadmap_signals;

  GtkColumnView      *view;
  Column              columns[N_COLUMNS];
  GtkSingleSelection *selection;
  GtkTreeListModel   *model;   /* the selection's; NULL while there is nothing to show */
  GHashTable         *cells;   /* GtkListItem → Column, neither owned: the cells that show an item at the moment */

  guint               refresh_id;
  gboolean            rows_changed; /* what the next refresh has to do besides showing the cells again */
  guint               scroll_id;
  guint               scroll_frames;
};

G_DEFINE_FINAL_TYPE (RoadmapItemTree, roadmap_item_tree, ADW_TYPE_BIN)

enum { PROP_0, PROP_STATE, PROP_CHART, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Roadmap *
get_roadmap (RoadmapItemTree *self)
{
  return self->state != NULL ? roadmap_view_state_get_roadmap (self->state) : NULL;
}

/* Not owned; NULL for no row. */
static RoadmapItem *
get_row_item (GtkTreeListRow *row)
{
  g_autoptr (RoadmapItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item;
}

static void
show_cell (GtkListItem  *list_item,
           const Column *column)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);

  column->cell->show (gtk_list_item_get_child (list_item), get_roadmap (column->tree), get_row_item (row),
                      roadmap_view_state_get_words (column->tree->state));
}

/* Only rows in view have cells, so the cost does not grow with the roadmap. */
static void
show_cells (RoadmapItemTree *self)
{
  GHashTableIter iter;
  gpointer list_item, column;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &list_item, &column))
    show_cell (list_item, column);
}

/* Whether anything in the chart fills the link: a column that would stay empty only takes room from the titles. */
static gboolean
is_linked (RoadmapItemTree *self,
           const char      *field)
{
  for (RoadmapItem *item = self->chart; item != NULL; item = roadmap_item_next (item, self->chart))
    if (roadmap_outline_shows (item) && roadmap_item_get (item, field) != NULL)
      return TRUE;
  return FALSE;
}

static void
update_columns (RoadmapItemTree *self)
{
  gtk_column_view_column_set_visible (self->columns[CATEGORIES].column, is_linked (self, "categories"));
  gtk_column_view_column_set_visible (self->columns[STATUS].column, is_linked (self, "status"));
}

/* The rows that were just expanded have a height only after a layout, so this waits for one. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (widget);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->scroll_frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_selected (RoadmapItemTree *self)
{
  self->scroll_frames = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* Selects what the state has selected, along its first place in the outline unless another one is selected already. */
static void
follow_state (RoadmapItemTree *self)
{
  RoadmapItem *wanted = self->state != NULL ? roadmap_view_state_get_selected (self->state) : NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  if (get_row_item (gtk_single_selection_get_selected_item (self->selection)) == wanted)
    return;

  if (wanted != NULL && self->model != NULL)
    {
      g_autoptr (GPtrArray) path = roadmap_outline_path (get_roadmap (self), self->chart, wanted);

      position = roadmap_outline_model_reveal (self->model, path);
    }
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
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

static void
rebuild (RoadmapItemTree *self)
{
  Roadmap *roadmap = get_roadmap (self);
  g_autoptr (GtkTreeListModel) model = NULL;

  if (roadmap != NULL && self->chart != NULL && roadmap_item_is_within (self->chart, roadmap_get_root (roadmap)))
    model = roadmap_outline_model_new (roadmap, self->chart);

  self->rows_changed = FALSE;
  self->model = model;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  if (model == NULL)
    return;
  expand_first (self);
  update_columns (self);
  follow_state (self);
}

static gboolean
refresh_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (widget);

  self->refresh_id = 0;
  if (self->model == NULL)
    return G_SOURCE_REMOVE;

  if (self->rows_changed)
    roadmap_outline_model_update (self->model, get_roadmap (self), self->chart);
  self->rows_changed = FALSE;
  update_columns (self);
  show_cells (self);
  follow_state (self);
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
roadmap_changed_cb (Roadmap           *roadmap,
                    const RoadmapEdit *edit,
                    RoadmapItemTree   *self)
{
  if (edit->type != ROADMAP_EDIT_SET || roadmap_field_is_link (edit->field))
    self->rows_changed = TRUE;
  queue_refresh (self);
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
    return;
  follow_state (self);
}

static void
selected_cb (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             RoadmapItemTree    *self)
{
  RoadmapItem *item = get_row_item (gtk_single_selection_get_selected_item (selection));

  if (item != NULL && self->state != NULL)
    roadmap_view_state_set_selected (self->state, item);
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

static void
select_row (RoadmapItemTree *self,
            GtkTreeListRow  *row)
{
  if (row == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_tree_list_row_get_position (row));
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
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || modifiers & gtk_accelerator_get_default_mod_mask ())
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
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          const Column       *column)
{
  gtk_list_item_set_child (list_item, column->cell->create ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         Column             *column)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  g_hash_table_insert (column->tree->cells, list_item, column);
  show_cell (list_item, column);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           Column             *column)
{
  g_hash_table_remove (column->tree->cells, list_item);
}

static void
init_column (RoadmapItemTree       *self,
             guint                  index,
             const RoadmapItemCell *cell)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Column *column = &self->columns[index];

  column->tree = self;
  column->cell = cell;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  gtk_column_view_column_set_factory (column->column, factory);
}

static void
roadmap_item_tree_dispose (GObject *object)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  roadmap_item_tree_set_state (self, NULL);
  g_clear_object (&self->chart);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->roadmap_signals);

  G_OBJECT_CLASS (roadmap_item_tree_parent_class)->dispose (object);
}

static void
roadmap_item_tree_finalize (GObject *object)
{
  RoadmapItemTree *self = ROADMAP_ITEM_TREE (object);

  g_clear_pointer (&self->cells, g_hash_table_unref);

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

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ROADMAP_TYPE_VIEW_STATE, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, ROADMAP_TYPE_ITEM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", ROADMAP_TYPE_ITEM_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, ROADMAP_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/item-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemTree, view);
  gtk_widget_class_bind_template_child (widget_class, RoadmapItemTree, selection);
  gtk_widget_class_bind_template_child_full (widget_class, "title_column", FALSE,
                                             G_STRUCT_OFFSET (RoadmapItemTree, columns[TITLE].column));
  gtk_widget_class_bind_template_child_full (widget_class, "categories_column", FALSE,
                                             G_STRUCT_OFFSET (RoadmapItemTree, columns[CATEGORIES].column));
  gtk_widget_class_bind_template_child_full (widget_class, "status_column", FALSE,
                                             G_STRUCT_OFFSET (RoadmapItemTree, columns[STATUS].column));
  gtk_widget_class_bind_template_child_full (widget_class, "span_column", FALSE,
                                             G_STRUCT_OFFSET (RoadmapItemTree, columns[SPAN].column));
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
roadmap_item_tree_init (RoadmapItemTree *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  init_column (self, TITLE, &roadmap_title_cell);
  init_column (self, CATEGORIES, &roadmap_categories_cell);
  init_column (self, STATUS, &roadmap_status_cell);
  init_column (self, SPAN, &roadmap_span_cell);

  self->state_signals = g_signal_group_new (ROADMAP_TYPE_VIEW_STATE);
  g_signal_group_connect (self->state_signals, "notify::roadmap", G_CALLBACK (roadmap_replaced_cb), self);
  g_signal_group_connect (self->state_signals, "notify::selected", G_CALLBACK (state_selected_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::language", G_CALLBACK (queue_refresh), self);
  self->roadmap_signals = g_signal_group_new (ROADMAP_TYPE_ROADMAP);
  g_signal_group_connect (self->roadmap_signals, "changed", G_CALLBACK (roadmap_changed_cb), self);
  roadmap_theme_connect (self, G_CALLBACK (queue_refresh));
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

  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}
