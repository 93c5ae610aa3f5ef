/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/selection-pane.h"

#include <glib/gi18n-lib.h>

/* So many are listed by their titles; of the others there is the number. */
#define MOST_LISTED 12

struct _RoadmapSelectionPane
{
  GtkBox         parent_instance;

  GtkLabel      *heading;
  GtkLabel      *kinds;
  GtkListBox    *list;
  GtkLabel      *more;
  GtkMenuButton *status;
  GMenu         *statuses;
};

G_DEFINE_FINAL_TYPE (RoadmapSelectionPane, roadmap_selection_pane, GTK_TYPE_BOX)

static gboolean
has_status (RoadmapItem *item)
{
  return roadmap_kind_find_field (roadmap_item_get_kind (item), "status") != NULL;
}

/* “Bar × 2 · Measure × 1”, in the order of the schema. */
static char *
describe_kinds (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      guint n = 0;

      for (guint i = 0; i < items->len; i++)
        n += roadmap_item_get_kind (g_ptr_array_index (items, i)) == kind;
      if (n > 0)
        g_string_append_printf (text, "%s%s × %u", text->len > 0 ? " · " : "", _(kind->label), n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
create_row (RoadmapItem *item,
            const char  *language)
{
  g_autofree char *label = roadmap_item_dup_label (item, language);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL,
                                   "label", *label != '\0' ? label : _(roadmap_item_get_kind (item)->label),
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", 2,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "margin-start", 12,
                                   "margin-end", 12,
                                   "margin-top", 8,
                                   "margin-bottom", 8,
                                   NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "details.select-item");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", roadmap_item_get_id (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (words)),
                                  -1);
  return row;
}

static void
show_list (RoadmapSelectionPane *self,
           GPtrArray            *items,
           const char           *language)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (items->len, MOST_LISTED); i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (items, i), language));

  gtk_widget_set_visible (GTK_WIDGET (self->more), items->len > MOST_LISTED);
  if (items->len > MOST_LISTED)
    {
      guint n = items->len - MOST_LISTED;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gtk_label_set_text (self->more, more);
    }
}

static void
show_statuses (RoadmapSelectionPane *self,
               RoadmapViewState     *state,
               GPtrArray            *items)
{
  RoadmapItem *root = roadmap_get_root (roadmap_view_state_get_roadmap (state));
  gboolean useful = FALSE;

  for (guint i = 0; i < items->len; i++)
    useful = useful || has_status (g_ptr_array_index (items, i));
  gtk_widget_set_visible (GTK_WIDGET (self->status), useful);

  g_menu_remove_all (self->statuses);
  for (guint i = 0; i < roadmap_item_get_n_children (root); i++)
    {
      RoadmapItem *status = roadmap_item_get_child (root, i);
      g_autofree char *title = NULL;
      g_autoptr (GMenuItem) entry = NULL;

      if (!roadmap_item_is (status, "status"))
        continue;
      title = roadmap_item_dup_title (status, roadmap_view_state_get_words (state));
      entry = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (entry, "win.set-status", "s", roadmap_item_get_id (status));
      g_menu_append_item (self->statuses, entry);
    }
  g_menu_append (self->statuses, C_("status", "None"), "win.set-status::");
}

void
roadmap_selection_pane_show (RoadmapSelectionPane *self,
                             RoadmapViewState     *state)
{
  GPtrArray *items;
  g_autofree char *heading = NULL;
  g_autofree char *kinds = NULL;

  g_return_if_fail (ROADMAP_IS_SELECTION_PANE (self));
  g_return_if_fail (ROADMAP_IS_VIEW_STATE (state));

  items = roadmap_view_state_get_selection (state);
  heading = g_strdup_printf (ngettext ("%u Item Selected", "%u Items Selected", items->len), items->len);
  kinds = describe_kinds (items);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->kinds, kinds);
  show_list (self, items, roadmap_view_state_get_words (state));
  show_statuses (self, state, items);
}

static void
roadmap_selection_pane_dispose (GObject *object)
{
  g_clear_object (&ROADMAP_SELECTION_PANE (object)->statuses);

  G_OBJECT_CLASS (roadmap_selection_pane_parent_class)->dispose (object);
}

static void
roadmap_selection_pane_class_init (RoadmapSelectionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roadmap_selection_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/selection-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapSelectionPane, heading);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSelectionPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSelectionPane, list);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSelectionPane, more);
  gtk_widget_class_bind_template_child (widget_class, RoadmapSelectionPane, status);
}

static void
roadmap_selection_pane_init (RoadmapSelectionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->statuses = g_menu_new ();
  gtk_menu_button_set_menu_model (self->status, G_MENU_MODEL (self->statuses));
}
