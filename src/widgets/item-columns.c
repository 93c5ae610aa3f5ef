/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-columns.h"

#include "model/outline.h"
#include "widgets/item-cells.h"

enum { TITLE, CATEGORIES, N_COLUMNS };

/* Widths are in letters, so that they suit large text as well; the titles take what is left. */
static const struct
{
  const RoadmapItemCell *cell;
  double                 width;
  const char            *field; /* without it in the chart, no column; NULL for a column that is always there */
} kinds[N_COLUMNS] = {
  [TITLE] = { &roadmap_title_cell, 0, NULL },
  [CATEGORIES] = { &roadmap_categories_cell, 4.0, "categories" },
};

typedef struct
{
  RoadmapItemColumns    *owner;
  GtkColumnViewColumn   *column;
  const RoadmapItemCell *cell;
} Column;

typedef struct
{
  const Column   *column;
  GtkTreeListRow *shown; /* what was bound last, while the cell still says what is so of it; nullable */
  gboolean        is_bound;
} Cell;

struct _RoadmapItemColumns
{
  GtkWidget        *view;
  RoadmapViewState *state;
  Column            columns[N_COLUMNS];
  GHashTable       *cells; /* GtkListItem, not owned → Cell */
};

static void
free_cell (Cell *cell)
{
  g_clear_object (&cell->shown);
  g_free (cell);
}

static void
show_cell (GtkListItem *list_item,
           Cell        *cell)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (RoadmapItem) item = gtk_tree_list_row_get_item (row);

  cell->column->cell->show (gtk_list_item_get_child (list_item), cell->column->owner->state, item);
  g_set_object (&cell->shown, row);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          const Column       *column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = column;
  gtk_list_item_set_child (list_item, column->cell->create ());
  g_hash_table_insert (column->owner->cells, list_item, cell);
}

static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item,
             const Column       *column)
{
  g_hash_table_remove (column->owner->cells, list_item);
}

/* Where a row comes or goes, GTK 4.8 binds all rows behind it anew, each to what it was bound to. */
static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         const Column       *column)
{
  Cell *cell = g_hash_table_lookup (column->owner->cells, list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);

  cell->is_bound = TRUE;
  if (cell->shown == gtk_list_item_get_item (list_item))
    return;
  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  show_cell (list_item, cell);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           const Column       *column)
{
  Cell *cell = g_hash_table_lookup (column->owner->cells, list_item);

  cell->is_bound = FALSE;
}

static void
init_column (RoadmapItemColumns *self,
             guint               index)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, index);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Column *column = &self->columns[index];

  *column = (Column) { self, view_column, kinds[index].cell };
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), column);
  gtk_column_view_column_set_factory (view_column, factory);
}

RoadmapItemColumns *
roadmap_item_columns_new (GtkColumnView *view)
{
  RoadmapItemColumns *self = g_new0 (RoadmapItemColumns, 1);

  self->view = GTK_WIDGET (view);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_cell);
  for (guint i = 0; i < N_COLUMNS; i++)
    init_column (self, i);
  return self;
}

void
roadmap_item_columns_free (RoadmapItemColumns *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

void
roadmap_item_columns_set_state (RoadmapItemColumns *self,
                                RoadmapViewState   *state)
{
  self->state = state;
}

static gboolean
is_filled (RoadmapItem *chart,
           const char  *field)
{
  for (RoadmapItem *item = chart; item != NULL; item = roadmap_item_next (item, chart))
    if (roadmap_outline_shows (item) && roadmap_item_get (item, field) != NULL)
      return TRUE;
  return FALSE;
}

/* GTK 4.8 counts the width of hidden columns too. */
static void
set_width (RoadmapItemColumns *self,
           guint               index)
{
  GtkColumnViewColumn *column = self->columns[index].column;
  PangoContext *context = gtk_widget_get_pango_context (self->view);
  int letter = PANGO_PIXELS (pango_font_description_get_size (pango_context_get_font_description (context)));
  gboolean visible = gtk_column_view_column_get_visible (column);

  gtk_column_view_column_set_fixed_width (column, visible ? kinds[index].width * letter : 0);
}

void
roadmap_item_columns_choose (RoadmapItemColumns *self,
                             RoadmapItem        *chart)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean visible = kinds[i].field == NULL || is_filled (chart, kinds[i].field);

      /* A column that was there already keeps the width it was given by hand. */
      if (gtk_column_view_column_get_visible (self->columns[i].column) == visible)
        continue;
      gtk_column_view_column_set_visible (self->columns[i].column, visible);
      set_width (self, i);
    }
}

void
roadmap_item_columns_fit (RoadmapItemColumns *self)
{
  for (guint i = TITLE + 1; i < N_COLUMNS; i++)
    set_width (self, i);
}

/* Values of other fields fill no column, and what stands elsewhere is not looked at. */
gboolean
roadmap_item_columns_depend_on (const RoadmapEdit *edit)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *field = kinds[i].field;

      if (field == NULL)
        continue;
      if (edit->type == ROADMAP_EDIT_SET ? g_str_equal (edit->field->name, field) : is_filled (edit->item, field))
        return TRUE;
    }
  return FALSE;
}

void
roadmap_item_columns_refresh (RoadmapItemColumns *self,
                              RoadmapTreeChanges *changes)
{
  GHashTableIter iter;
  gpointer list_item, value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &list_item, &value))
    {
      Cell *cell = value;
      g_autoptr (RoadmapItem) item = cell->is_bound ? gtk_tree_list_row_get_item (gtk_list_item_get_item (list_item)) : NULL;

      if (item == NULL)
        g_clear_object (&cell->shown);
      else if (roadmap_tree_changes_concern (changes, item))
        show_cell (list_item, cell);
    }
}

GtkWidget *
roadmap_item_columns_find_cell (RoadmapItemColumns *self,
                                guint               position)
{
  GHashTableIter iter;
  gpointer list_item, value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &list_item, &value))
    {
      Cell *cell = value;

      if (cell->is_bound && cell->column == &self->columns[TITLE] && gtk_list_item_get_position (list_item) == position)
        return gtk_list_item_get_child (list_item);
    }
  return NULL;
}

guint
roadmap_item_columns_find_position (RoadmapItemColumns *self,
                                    GtkWidget          *widget)
{
  GHashTableIter iter;
  gpointer list_item, value;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &list_item, &value))
    {
      Cell *cell = value;
      GtkWidget *child = gtk_list_item_get_child (list_item);

      if (cell->is_bound &&
          (child == widget || gtk_widget_is_ancestor (widget, child) || gtk_widget_is_ancestor (child, widget)))
        return gtk_list_item_get_position (list_item);
    }
  return GTK_INVALID_LIST_POSITION;
}
