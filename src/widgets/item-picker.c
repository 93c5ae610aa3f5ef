/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/item-picker.h"

#include <glib/gi18n-lib.h>

#include "model/query.h"
#include "widgets/chip.h"
#include "widgets/item-words.h"

#define WIDTH 300
#define HEIGHT_MAX 320
#define SPACING 8
#define LINES_MAX 3

struct _RoadmapItemPicker
{
  GtkPopover          parent_instance;

  Roadmap            *roadmap; /* not owned */
  RoadmapItem        *except;  /* not owned */
  char              **kinds;   /* NULL: all */
  char               *language;
  char               *query;
  GListStore         *items;   /* NULL until it first opens */
  GtkFilter          *filter;
  GtkFilterListModel *found;

  GtkEditable        *entry;
  GtkWidget          *pages;
  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (RoadmapItemPicker, roadmap_item_picker, GTK_TYPE_POPOVER)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
match_cb (gpointer item,
          gpointer picker)
{
  RoadmapItemPicker *self = picker;

  return self->query == NULL || roadmap_query_match (item, self->query);
}

static void
update_page_cb (RoadmapItemPicker *self)
{
  gboolean nothing = g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 &&
                     gtk_filter_list_model_get_pending (self->found) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), nothing ? "nothing" : "found");
}

static gboolean
is_offered (RoadmapItemPicker *self,
            RoadmapItem       *item)
{
  return item != self->except &&
         (self->kinds == NULL || g_strv_contains ((const char *const *) self->kinds, roadmap_item_get_kind (item)->name));
}

/* In one pass and all at once: each by itself would be told to the list. */
static void
fill (RoadmapItemPicker *self)
{
  RoadmapItem *root = roadmap_get_root (self->roadmap);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    if (is_offered (self, item))
      g_ptr_array_add (items, item);

  self->items = g_list_store_new (ROADMAP_TYPE_ITEM);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (self->items));
  update_page_cb (self);
}

/* The roadmap may have changed since it was open last. */
static void
roadmap_item_picker_show (GtkWidget *widget)
{
  RoadmapItemPicker *self = ROADMAP_ITEM_PICKER (widget);

  g_clear_object (&self->items);
  gtk_editable_set_text (self->entry, "");
  fill (self);
  GTK_WIDGET_CLASS (roadmap_item_picker_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
search_cb (RoadmapItemPicker *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  g_free (self->query);
  self->query = *text != '\0' ? g_strdup (text) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page_cb (self);
}

static void
pick (RoadmapItemPicker *self,
      RoadmapItem       *item)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, item);
}

/* The first that matches what the entry says now: the list follows a little later. */
static void
entry_activated_cb (RoadmapItemPicker *self)
{
  search_cb (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (RoadmapItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (match_cb (item, self))
        {
          pick (self, item);
          return;
        }
    }
}

static void
row_activated_cb (RoadmapItemPicker *self,
                  guint              position)
{
  g_autoptr (RoadmapItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL)
    pick (self, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, roadmap_item_line_new (FALSE));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         RoadmapItemPicker        *self)
{
  roadmap_item_line_set_item (gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item), self->language);
}

/* The list may live on for a while and go on filtering. */
static void
roadmap_item_picker_dispose (GObject *object)
{
  RoadmapItemPicker *self = ROADMAP_ITEM_PICKER (object);

  gtk_filter_list_model_set_model (self->found, NULL);
  gtk_filter_list_model_set_filter (self->found, NULL);

  G_OBJECT_CLASS (roadmap_item_picker_parent_class)->dispose (object);
}

static void
roadmap_item_picker_finalize (GObject *object)
{
  RoadmapItemPicker *self = ROADMAP_ITEM_PICKER (object);

  g_clear_object (&self->items);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_strfreev (self->kinds);
  g_free (self->language);
  g_free (self->query);

  G_OBJECT_CLASS (roadmap_item_picker_parent_class)->finalize (object);
}

static void
roadmap_item_picker_class_init (RoadmapItemPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roadmap_item_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = roadmap_item_picker_finalize;
  GTK_WIDGET_CLASS (klass)->show = roadmap_item_picker_show;

  signals[PICKED] = g_signal_new ("picked", ROADMAP_TYPE_ITEM_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ROADMAP_TYPE_ITEM);
}

static void
create_list (RoadmapItemPicker *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (update_page_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  self->list = g_object_new (GTK_TYPE_LIST_VIEW, "single-click-activate", TRUE, "factory", factory, NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Items Found"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
roadmap_item_picker_init (RoadmapItemPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *nothing = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing found"), "vexpand", TRUE, "margin-top", SPACING,
                                     "margin-bottom", SPACING, NULL);
  GtkWidget *scroller;

  create_list (self);
  self->entry = GTK_EDITABLE (g_object_new (GTK_TYPE_SEARCH_ENTRY, "width-request", WIDTH, "placeholder-text", _("Search"),
                                            NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);

  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", HEIGHT_MAX, NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->pages = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_add_named (GTK_STACK (self->pages), scroller, "found");
  gtk_stack_add_named (GTK_STACK (self->pages), nothing, "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->pages);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "item-picker");
}

GtkWidget *
roadmap_item_picker_new (Roadmap     *roadmap,
                         const char  *kinds,
                         RoadmapItem *except,
                         const char  *language)
{
  RoadmapItemPicker *self;

  g_return_val_if_fail (ROADMAP_IS_ROADMAP (roadmap), NULL);

  self = g_object_new (ROADMAP_TYPE_ITEM_PICKER, NULL);
  self->roadmap = roadmap;
  self->kinds = kinds != NULL ? g_strsplit (kinds, " ", -1) : NULL;
  self->except = except;
  self->language = g_strdup (language);
  return GTK_WIDGET (self);
}

/* Many lines that wrap take long to measure. */
static GtkWidget *
create_label (gboolean wrap)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (wrap)
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", LINES_MAX, NULL);
  return label;
}

GtkWidget *
roadmap_item_line_new (gboolean wrap)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *path = create_label (wrap);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (path, "caption");
  gtk_widget_add_css_class (path, "dim-label");
  gtk_box_append (GTK_BOX (words), create_label (wrap));
  gtk_box_append (GTK_BOX (words), path);
  gtk_box_append (GTK_BOX (line), roadmap_chip_new ());
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

void
roadmap_item_line_set_item (GtkWidget   *line,
                            RoadmapItem *item,
                            const char  *language)
{
  GtkWidget *chip = gtk_widget_get_first_child (line);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_last_child (line));
  GtkWidget *path_label = gtk_widget_get_next_sibling (label);
  gboolean lettered = roadmap_item_is (item, "status") || roadmap_item_is (item, "category");
  g_autofree char *name = lettered ? roadmap_item_dup_title (item, language) : roadmap_item_dup_name (item, language);
  g_autofree char *path = roadmap_item_dup_path (item, language);

  roadmap_chip_set_item (ROADMAP_CHIP (chip), lettered ? item : NULL, language);
  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
  gtk_label_set_label (GTK_LABEL (path_label), path != NULL ? path : "");
  gtk_widget_set_visible (path_label, path != NULL);
}
