/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/compare-view.h"

#include <glib/gi18n-lib.h>

#include "widgets/compare-row.h"

struct _RoadmapCompareView
{
  AdwBin              parent_instance;

  GPtrArray          *sections;
  GListStore         *entries;
  GtkSingleSelection *selection;
  gboolean            filling;

  GtkDropDown        *filter;
  GtkLabel           *count;
  GtkListView        *list;
  GtkStack           *pages;
};

G_DEFINE_FINAL_TYPE (RoadmapCompareView, roadmap_compare_view, ADW_TYPE_BIN)

enum { ITEM_SELECTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the order of the choices in the template: which types of difference are listed. */
static const guint masks[] = {
  ~0u,
  1 << ROADMAP_DIFFERENCE_INSERTED,
  1 << ROADMAP_DIFFERENCE_REMOVED,
  1 << ROADMAP_DIFFERENCE_MOVED,
  1 << ROADMAP_DIFFERENCE_SET,
};

static void
show_count (RoadmapCompareView *self,
            guint               n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  gtk_label_set_label (self->count, words);
}

/* Conflicts are listed whatever the filter: they wait for an answer. */
static void
fill (RoadmapCompareView *self)
{
  guint mask = masks[MIN (gtk_drop_down_get_selected (self->filter), G_N_ELEMENTS (masks) - 1)];
  guint n = 0;

  self->filling = TRUE;
  g_list_store_remove_all (self->entries);
  for (guint i = 0; i < self->sections->len; i++)
    {
      RoadmapCompareSection *section = g_ptr_array_index (self->sections, i);

      n += roadmap_compare_section_count (section, mask);
      roadmap_compare_section_list (section, mask, self->entries);
    }
  self->filling = FALSE;
  show_count (self, n);
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "empty");
}

static void
filter_cb (RoadmapCompareView *self)
{
  if (self->sections != NULL)
    fill (self);
}

static void
selected_cb (RoadmapCompareView *self)
{
  RoadmapCompareEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling && entry != NULL && entry->item != NULL)
    g_signal_emit (self, signals[ITEM_SELECTED], 0, entry->item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          RoadmapCompareView *self)
{
  gtk_list_item_set_child (list_item, roadmap_compare_row_create ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         RoadmapCompareView *self)
{
  RoadmapCompareEntry *entry = gtk_list_item_get_item (list_item);

  gtk_list_item_set_selectable (list_item, entry->item != NULL);
  gtk_list_item_set_activatable (list_item, entry->item != NULL);
  roadmap_compare_row_show (gtk_list_item_get_child (list_item), entry);
}

static void
roadmap_compare_view_dispose (GObject *object)
{
  RoadmapCompareView *self = ROADMAP_COMPARE_VIEW (object);

  if (self->entries != NULL)
    g_list_store_remove_all (self->entries);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (roadmap_compare_view_parent_class)->dispose (object);
}

static void
roadmap_compare_view_class_init (RoadmapCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_compare_view_dispose;
  signals[ITEM_SELECTED] = g_signal_new ("item-selected", ROADMAP_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, ROADMAP_TYPE_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareView, selection);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareView, filter);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareView, count);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, RoadmapCompareView, pages);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
release_section (gpointer section)
{
  roadmap_compare_section_release (section);
}

static void
roadmap_compare_view_init (RoadmapCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_ptr_array_new_with_free_func (release_section);
  self->entries = g_list_store_new (ROADMAP_TYPE_COMPARE_ENTRY);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  fill (self);
}

GtkWidget *
roadmap_compare_view_new (void)
{
  return g_object_new (ROADMAP_TYPE_COMPARE_VIEW, NULL);
}

void
roadmap_compare_view_add_section (RoadmapCompareView    *self,
                                  RoadmapCompareSection *section)
{
  g_return_if_fail (ROADMAP_IS_COMPARE_VIEW (self));
  g_return_if_fail (section != NULL);

  g_ptr_array_add (self->sections, section);
  fill (self);
}

void
roadmap_compare_view_add_diff (RoadmapCompareView *self,
                               const char         *heading,
                               Roadmap            *old,
                               Roadmap            *new,
                               const char         *language)
{
  RoadmapCompareSection *section = roadmap_compare_section_new_diff (heading, old, new, language, NULL);

  if (section != NULL)
    roadmap_compare_view_add_section (self, section);
}
