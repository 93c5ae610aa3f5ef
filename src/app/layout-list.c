/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/layout-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const RoadmapLayout *layout;
  guint                place;  /* in the table */
  AdwActionRow        *row;
  GtkCheckButton      *check;
  GtkWidget           *earlier; /* the buttons that move it */
  GtkWidget           *later;
} Entry;

struct _RoadmapLayoutList
{
  AdwBin               parent_instance;

  RoadmapPrintChoices *choices;
  GtkListBox          *list;
  GPtrArray           *entries;  /* Entry */
  char               **shown;    /* the names of those that are printed, in order */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (RoadmapLayoutList, roadmap_layout_list, ADW_TYPE_BIN)

/* Its place among those that are printed; G_MAXUINT if it is not. */
static guint
find_place (RoadmapLayoutList   *self,
            const RoadmapLayout *layout)
{
  for (guint i = 0; self->shown != NULL && self->shown[i] != NULL; i++)
    if (g_str_equal (self->shown[i], layout->name))
      return i;
  return G_MAXUINT;
}

static Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "roadmap-entry");
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       self)
{
  guint place_a = find_place (self, get_entry (a)->layout);
  guint place_b = find_place (self, get_entry (b)->layout);

  if (place_a != place_b)
    return place_a < place_b ? -1 : 1;
  return get_entry (a)->place < get_entry (b)->place ? -1 : 1;
}

static void
show_entry (RoadmapLayoutList *self,
            Entry             *entry,
            guint              n_shown)
{
  guint place = find_place (self, entry->layout);
  gboolean shown = place != G_MAXUINT;

  gtk_check_button_set_active (entry->check, shown);
  /* Something is always printed. */
  gtk_widget_set_sensitive (GTK_WIDGET (entry->check), !(shown && n_shown == 1));
  gtk_widget_set_visible (entry->earlier, shown && n_shown > 1);
  gtk_widget_set_visible (entry->later, shown && n_shown > 1);
  gtk_widget_set_sensitive (entry->earlier, place > 0);
  gtk_widget_set_sensitive (entry->later, place + 1 < n_shown);
}

/* What is printed: these, in this order. */
static void
show (RoadmapLayoutList  *self,
      const char *const  *names)
{
  guint n_shown = g_strv_length ((char **) names);
  char **before = self->shown;

  self->shown = g_strdupv ((char **) names);
  g_strfreev (before);
  self->updating = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    show_entry (self, g_ptr_array_index (self->entries, i), n_shown);
  self->updating = FALSE;
  gtk_list_box_invalidate_sort (self->list);
}

/* It is shown at once, so that the next click is about it. */
static void
choose (RoadmapLayoutList *self,
        GPtrArray         *names)
{
  g_ptr_array_add (names, NULL);
  show (self, (const char *const *) names->pdata);
  g_object_set (self->choices, "layouts", self->shown, NULL);
}

/* (transfer container): the names of those that are printed without @but. */
static GPtrArray *
list_others (RoadmapLayoutList *self,
             const char        *but)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; self->shown != NULL && self->shown[i] != NULL; i++)
    if (!g_str_equal (self->shown[i], but))
      g_ptr_array_add (names, self->shown[i]);
  return names;
}

static void
toggled_cb (GtkCheckButton    *check,
            RoadmapLayoutList *self)
{
  const RoadmapLayout *layout = ((Entry *) g_object_get_data (G_OBJECT (check), "roadmap-entry"))->layout;
  g_autoptr (GPtrArray) names = NULL;

  if (self->updating)
    return;
  names = list_others (self, layout->name);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (names, (char *) layout->name);
  choose (self, names);
}

/* The focus stays with what is moved: where the button can do no more, the other one has it. */
static void
move (RoadmapLayoutList *self,
      Entry             *entry,
      int                step)
{
  g_autoptr (GPtrArray) names = list_others (self, entry->layout->name);
  guint place = find_place (self, entry->layout);
  GtkWidget *used = step < 0 ? entry->earlier : entry->later;

  g_ptr_array_insert (names, CLAMP ((int) place + step, 0, (int) names->len), (char *) entry->layout->name);
  choose (self, names);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (used) ? used : step < 0 ? entry->later : entry->earlier);
}

static void
earlier_cb (GtkWidget         *button,
            RoadmapLayoutList *self)
{
  move (self, g_object_get_data (G_OBJECT (button), "roadmap-entry"), -1);
}

static void
later_cb (GtkWidget         *button,
          RoadmapLayoutList *self)
{
  move (self, g_object_get_data (G_OBJECT (button), "roadmap-entry"), 1);
}

static GtkWidget *
create_button (RoadmapLayoutList *self,
               Entry             *entry,
               const char        *icon,
               const char        *name,
               GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "roadmap-entry", entry);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static Entry *
create_entry (RoadmapLayoutList   *self,
              const RoadmapLayout *layout,
              guint                place)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* Translators: %s is the title of a layout, such as “Bird’s-eye map” */
  g_autofree char *earlier = g_strdup_printf (_("Print “%s” earlier"), _(layout->title));
  /* Translators: %s is the title of a layout, such as “Bird’s-eye map” */
  g_autofree char *later = g_strdup_printf (_("Print “%s” later"), _(layout->title));

  entry->layout = layout;
  entry->place = place;
  entry->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), _(layout->title));
  adw_action_row_set_subtitle (entry->row, _(layout->summary));

  entry->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (entry->check), GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (entry->check), "roadmap-entry", entry);
  g_signal_connect_object (entry->check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_prefix (entry->row, GTK_WIDGET (entry->check));
  adw_action_row_set_activatable_widget (entry->row, GTK_WIDGET (entry->check));

  entry->earlier = create_button (self, entry, "go-up-symbolic", earlier, G_CALLBACK (earlier_cb));
  entry->later = create_button (self, entry, "go-down-symbolic", later, G_CALLBACK (later_cb));
  gtk_box_append (GTK_BOX (buttons), entry->earlier);
  gtk_box_append (GTK_BOX (buttons), entry->later);
  adw_action_row_add_suffix (entry->row, buttons);

  g_object_set_data (G_OBJECT (entry->row), "roadmap-entry", entry);
  gtk_list_box_append (self->list, GTK_WIDGET (entry->row));
  return entry;
}

static void
roadmap_layout_list_finalize (GObject *object)
{
  RoadmapLayoutList *self = ROADMAP_LAYOUT_LIST (object);

  g_clear_object (&self->choices);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_strfreev);

  G_OBJECT_CLASS (roadmap_layout_list_parent_class)->finalize (object);
}

static void
roadmap_layout_list_class_init (RoadmapLayoutListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roadmap_layout_list_finalize;
}

static void
roadmap_layout_list_init (RoadmapLayoutList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Layouts"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  for (guint i = 0; i < roadmap_layout_get_n_layouts (); i++)
    g_ptr_array_add (self->entries, create_entry (self, roadmap_layout_get (i), i));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
}

void
roadmap_layout_list_bind (RoadmapLayoutList   *self,
                          RoadmapPrintChoices *choices)
{
  g_return_if_fail (ROADMAP_IS_LAYOUT_LIST (self));
  g_return_if_fail (ROADMAP_IS_PRINT_CHOICES (choices));

  g_set_object (&self->choices, choices);
}

void
roadmap_layout_list_update (RoadmapLayoutList *self,
                            RoadmapPrintJob   *job)
{
  g_auto (GStrv) names = NULL;

  g_return_if_fail (ROADMAP_IS_LAYOUT_LIST (self));
  g_return_if_fail (job != NULL);

  names = roadmap_print_job_list_layouts (job);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      gtk_widget_set_visible (GTK_WIDGET (entry->row), roadmap_print_job_applies (job, entry->layout));
    }
  show (self, (const char *const *) names);
}
