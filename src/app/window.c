/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/recovery.h"
#include "app/start-page.h"

G_DEFINE_FINAL_TYPE (RoadmapWindow, roadmap_window, ADW_TYPE_APPLICATION_WINDOW)

void
roadmap_window_toast (RoadmapWindow *self,
                      const char    *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
set_undo_tooltip (GtkButton  *button,
                  const char *verb,
                  const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf ("%s: %s", verb, name) : g_strdup (verb);

  /* Each one set asks the display where the pointer is. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (button)), text) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
}

static void
history_cb (RoadmapWindow *self)
{
  set_undo_tooltip (self->undo_button, _("Undo"), roadmap_history_get_undo_name (self->history));
  set_undo_tooltip (self->redo_button, _("Redo"), roadmap_history_get_redo_name (self->history));
  roadmap_window_update_status (self);
  roadmap_window_update_actions (self);
  roadmap_window_update_inhibition (self);
}

static void
chart_cb (RoadmapWindow *self)
{
  if (self->document == NULL || roadmap_view_state_get_roadmap (self->state) == NULL)
    return;
  roadmap_window_show_tree (self, roadmap_view_state_get_chart (self->state));
  roadmap_window_update_status (self);
  roadmap_window_update_actions (self);
}

static void
selected_cb (RoadmapWindow *self)
{
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);

  if (selected != NULL)
    roadmap_window_show_tree (self, roadmap_item_find_around (selected, "chart"));
  roadmap_window_update_actions (self);
}

static void
language_cb (RoadmapWindow *self)
{
  if (self->document == NULL || roadmap_view_state_get_roadmap (self->state) == NULL)
    return;
  roadmap_window_rebuild_trees (self);
  roadmap_window_queue_complete (self);
  roadmap_window_update_status (self);
}

static gboolean
has_translation (Roadmap    *roadmap,
                 const char *language)
{
  RoadmapItem *root = roadmap_get_root (roadmap);
  const RoadmapField *title = roadmap_kind_find_field (roadmap_item_get_kind (root), "title");

  return roadmap_item_get_value (root, title, language) != NULL;
}

/* "auto": the adopted wording for those who read its language, else the translation if there is one. */
static void
apply_language (RoadmapWindow *self)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autofree char *setting = g_settings_get_string (self->settings, "content-language");
  gboolean translate = g_strcmp0 (setting, "en") == 0;

  if (roadmap == NULL)
    return;
  if (g_strcmp0 (setting, "auto") == 0)
    translate = !g_str_has_prefix (g_get_language_names ()[0], roadmap_get_language (roadmap));
  roadmap_view_state_set_language (self->state, translate && has_translation (roadmap, "en") ? "en" : NULL);
  roadmap_window_update_actions (self);
}

void
roadmap_window_show_roadmap (RoadmapWindow *self,
                             Roadmap       *roadmap)
{
  roadmap_view_state_set_roadmap (self->state, NULL);
  roadmap_window_remove_trees (self);
  self->has_tally = FALSE;
  roadmap_view_state_set_roadmap (self->state, roadmap);
  roadmap_swimlane_view_set_history (self->timeline, self->past == NULL ? self->history : NULL);
  apply_language (self);
  roadmap_window_rebuild_trees (self);
  roadmap_window_restore_chart (self);
  roadmap_window_update_views (self);
  roadmap_window_use_room (self);
  roadmap_window_queue_complete (self);
}

void
roadmap_window_show_document (RoadmapWindow   *self,
                              RoadmapDocument *document)
{
  Roadmap *roadmap = roadmap_document_get_roadmap (document);

  g_clear_object (&self->history);
  g_clear_pointer (&self->past, g_free);
  g_set_object (&self->document, document);
  /* Before the history, which announces the step that an edit is. */
  roadmap_window_count (self, roadmap);
  self->history = roadmap_history_new (roadmap);
  roadmap_recovery_attach (self);
  g_clear_pointer (&self->saved_at, g_date_time_unref);

  roadmap_window_show_roadmap (self, roadmap);
  roadmap_window_follow_disk (self);
  gtk_stack_set_visible_child_name (self->pages, "roadmap");
  /* All of it is notified with each step: one of them says that there was one. */
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  history_cb (self);
  roadmap_window_update_access (self);
  self->has_entered = FALSE;
}

gboolean
roadmap_window_has_roadmap (RoadmapWindow *self)
{
  return self->document != NULL;
}

/* Nothing of it is in a file yet. */
void
roadmap_window_show_new (RoadmapWindow *self,
                         Roadmap       *roadmap)
{
  g_autoptr (RoadmapDocument) document = roadmap_document_new (roadmap);

  roadmap_window_show_document (self, document);
  roadmap_history_mark_unsaved (self->history);
}

/* (transfer none): a window of the program that shows this file. */
static RoadmapWindow *
find_window (RoadmapWindow *self,
             GFile         *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data))
      {
        GFile *open = roadmap_window_get_file (l->data);

        if (open != NULL && g_file_equal (open, file))
          return l->data;
      }
  return NULL;
}

void
roadmap_window_open (RoadmapWindow *self,
                     GFile         *file)
{
  RoadmapWindow *window = find_window (self, file);
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ROADMAP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  document = roadmap_document_open (file, &error);
  if (document == NULL && roadmap_window_import_if_other (self, file))
    return;
  if (document == NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      roadmap_compat_tell (GTK_WINDOW (self), _("The Roadmap Cannot Be Opened"), error->message);
      return;
    }

  window = self;
  if (self->document != NULL)
    window = roadmap_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                 roadmap_view_state_get_today (self->state));
  roadmap_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
file_dropped_cb (GtkDropTarget *target,
                 const GValue  *value,
                 double         x,
                 double         y,
                 RoadmapWindow *self)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);

  for (GSList *l = files; l != NULL; l = l->next)
    roadmap_window_open (self, l->data);
  return files != NULL;
}

static gboolean
roadmap_window_close_request (GtkWindow *window)
{
  RoadmapWindow *self = ROADMAP_WINDOW (window);

  if (roadmap_window_hold (self))
    return GDK_EVENT_STOP;
  roadmap_window_save_view (self);
  return GTK_WINDOW_CLASS (roadmap_window_parent_class)->close_request (window);
}

/* Only a window that opens without a roadmap has a start page. */
static void
roadmap_window_show (GtkWidget *widget)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (self->document == NULL && adw_bin_get_child (self->start_place) == NULL)
    adw_bin_set_child (self->start_place, g_object_new (ROADMAP_TYPE_START_PAGE, NULL));
  GTK_WIDGET_CLASS (roadmap_window_parent_class)->show (widget);
}

static void
roadmap_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (self->room_for != width)
    roadmap_window_queue_use_room (self);
  self->room_for = width;
  GTK_WIDGET_CLASS (roadmap_window_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
roadmap_window_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (roadmap_window_parent_class)->system_setting_changed (widget, setting);
  roadmap_window_queue_use_room (ROADMAP_WINDOW (widget));
}

static void
roadmap_window_dispose (GObject *object)
{
  RoadmapWindow *self = ROADMAP_WINDOW (object);

  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_handle_id (&self->complete_id, g_source_remove);
  roadmap_window_end_inhibition (self);
  roadmap_window_dispose_disk (self);
  roadmap_recovery_detach (self);
  g_clear_object (&self->history);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_clear_pointer (&self->author, g_free);
  g_clear_object (&self->add_menu);
  g_clear_object (&self->status_menu);
  g_clear_pointer (&self->menus_for, g_free);
  g_clear_pointer (&self->past, g_free);
  g_clear_pointer (&self->editions, g_free);

  G_OBJECT_CLASS (roadmap_window_parent_class)->dispose (object);
}

static void
roadmap_window_finalize (GObject *object)
{
  g_clear_object (&ROADMAP_WINDOW (object)->state);

  G_OBJECT_CLASS (roadmap_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, narrow_menu);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, view_menu);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, view_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, edition_menu);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, edition_bar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, disk_place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, access_place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, details_pane);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, start_place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, details_flap);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, trees);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, tree_switcher);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, filter_empty);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, views);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, item_menu);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, details_place);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, status_label);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, unlocked_button);
  gtk_widget_class_bind_template_child (widget_class, RoadmapWindow, legend_label);
}

static void
roadmap_window_class_init (RoadmapWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roadmap_window_dispose;
  object_class->finalize = roadmap_window_finalize;
  widget_class->show = roadmap_window_show;
  widget_class->size_allocate = roadmap_window_size_allocate;
  widget_class->system_setting_changed = roadmap_window_system_setting_changed;
  GTK_WINDOW_CLASS (klass)->close_request = roadmap_window_close_request;

  g_type_ensure (ROADMAP_TYPE_EDITION_BAR);
  g_type_ensure (ROADMAP_TYPE_FILTER_BAR);
  g_type_ensure (ROADMAP_TYPE_FILTER_EMPTY);
  g_type_ensure (ROADMAP_TYPE_SEARCH_BAR);
  g_type_ensure (ROADMAP_TYPE_SWIMLANE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/koteihyo/Koteihyo/ui/window.ui");
  bind_children (widget_class);
  roadmap_window_init_actions (klass);
  roadmap_window_init_file_actions (klass);
  roadmap_window_init_export (klass);
  roadmap_window_init_print_actions (klass);
  roadmap_window_init_import (klass);
  roadmap_window_init_properties (klass);
  roadmap_window_init_disk_actions (klass);
  roadmap_window_init_edition_actions (klass);
}

static void
connect_state (RoadmapWindow *self)
{
  g_object_set (self->search_bar, "state", self->state, NULL);
  g_object_set (self->filter_bar, "state", self->state, NULL);
  g_object_set (self->filter_empty, "state", self->state, NULL);
  g_object_set (self->timeline, "state", self->state, NULL);
  g_signal_connect_object (self->timeline, "refused", G_CALLBACK (roadmap_window_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::chart", G_CALLBACK (chart_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::filter", G_CALLBACK (roadmap_window_update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::zoom", G_CALLBACK (roadmap_window_update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
roadmap_window_init (RoadmapWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  self->state = roadmap_view_state_new ();
  roadmap_window_add_actions (self);
  roadmap_window_init_disk (self);
  connect_state (self);
  roadmap_window_init_trees (self);
  roadmap_window_init_views (self);
  g_signal_connect_object (self->settings, "changed::content-language", G_CALLBACK (apply_language), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect (drop, "drop", G_CALLBACK (file_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  roadmap_window_update_actions (self);
  roadmap_window_queue_complete (self);
}

RoadmapWindow *
roadmap_window_new (AdwApplication *application,
                    const GDate    *today)
{
  RoadmapWindow *self = g_object_new (ROADMAP_TYPE_WINDOW, "application", application, NULL);

  roadmap_window_set_today (self, today);
  return self;
}

GFile *
roadmap_window_get_file (RoadmapWindow *self)
{
  g_return_val_if_fail (ROADMAP_IS_WINDOW (self), NULL);

  return self->document != NULL ? roadmap_document_get_file (self->document) : NULL;
}

void
roadmap_window_set_today (RoadmapWindow *self,
                          const GDate   *today)
{
  g_return_if_fail (ROADMAP_IS_WINDOW (self));

  roadmap_view_state_set_today (self->state, today);
}

gboolean
roadmap_window_is_modified (RoadmapWindow *self)
{
  g_return_val_if_fail (ROADMAP_IS_WINDOW (self), FALSE);

  return self->history != NULL && roadmap_history_get_modified (self->history);
}
