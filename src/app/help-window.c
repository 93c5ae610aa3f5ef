/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/help-window.h"

#include <glib/gi18n-lib.h>

#include "app/help-topics.h"
#include "widgets/legend-sample.h"

struct _RoadmapHelpWindow
{
  AdwWindow       parent_instance;

  AdwLeaflet     *leaflet;
  GtkListBox     *list;
  AdwWindowTitle *topic_title;
  GtkStack       *stack; /* a page per row of the list */
};

G_DEFINE_FINAL_TYPE (RoadmapHelpWindow, roadmap_help_window, ADW_TYPE_WINDOW)

static GtkWidget *
create_entry (const RoadmapHelpEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "help-entry");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(entry->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(entry->text));
  if (entry->sample.rect.width > 0)
    {
      const char *letter = entry->letter != NULL ? g_dpgettext2 (NULL, "status", entry->letter) : NULL;
      RoadmapShape shape = entry->sample;
      GtkWidget *sample;

      /* As wide as the others, for the titles to stand below each other. */
      sample = roadmap_legend_sample_new (&shape, letter);
      gtk_widget_set_size_request (sample, 52, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), sample);
    }
  return row;
}

static GtkWidget *
create_page (const RoadmapHelpTopic *topic)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (const RoadmapHelpEntry *entry = topic->entries; entry->title != NULL; entry++)
    adw_preferences_group_add (group, create_entry (entry));
  adw_preferences_page_set_title (page, _(topic->title));
  adw_preferences_page_add (page, group);
  return GTK_WIDGET (page);
}

static GtkWidget *
create_topic_row (const RoadmapHelpTopic *topic)
{
  GtkWidget *label = gtk_label_new (_(topic->title));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(topic->title), -1);
  return row;
}

static void
row_selected_cb (RoadmapHelpWindow *self,
                 GtkListBoxRow     *row)
{
  const RoadmapHelpTopic *topic;

  if (row == NULL)
    return;
  topic = &roadmap_help_get_topics ()[gtk_list_box_row_get_index (row)];
  gtk_stack_set_visible_child_name (self->stack, topic->id);
  adw_window_title_set_title (self->topic_title, _(topic->title));
}

static void
row_activated_cb (RoadmapHelpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapHelpWindow *self = ROADMAP_HELP_WINDOW (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
roadmap_help_window_class_init (RoadmapHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RoadmapHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoadmapHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, RoadmapHelpWindow, topic_title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapHelpWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
roadmap_help_window_init (RoadmapHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const RoadmapHelpTopic *topic = roadmap_help_get_topics (); topic->id != NULL; topic++)
    {
      gtk_stack_add_named (self->stack, create_page (topic), topic->id);
      gtk_list_box_append (self->list, create_topic_row (topic));
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

void
roadmap_help_window_present (GtkApplication *application,
                             GtkWindow      *parent)
{
  g_autoptr (GtkWindowGroup) group = NULL;
  GtkWindow *help;

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ROADMAP_IS_HELP_WINDOW (l->data))
      {
        gtk_window_present (l->data);
        return;
      }
  help = g_object_new (ROADMAP_TYPE_HELP_WINDOW,
                       "application", application,
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       NULL);
  /* In a group of its own it can be read while a dialog waits for an answer. */
  group = gtk_window_group_new ();
  gtk_window_group_add_window (group, help);
  gtk_window_present (help);
}
