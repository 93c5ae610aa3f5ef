/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/item-dialog.h"
#include "app/progress-dialog.h"
#include "app/window-arrange.h"

#define ZOOM_STEP 1.25

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (self->history != NULL)
    roadmap_history_undo (self->history);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  if (self->history != NULL)
    roadmap_history_redo (self->history);
}

static void
toast_step (RoadmapWindow *self)
{
  const char *name = roadmap_history_get_undo_name (self->history);
  /* Translators: %s is what was done, such as “Record Progress” */
  g_autofree char *message = g_strdup_printf (_("Done: %s"), name != NULL ? name : "");

  roadmap_window_toast_done (self, message);
}

static void
progress_saved_cb (RoadmapProgressDialog *dialog,
                   RoadmapWindow         *self)
{
  g_free (self->author);
  self->author = g_strdup (roadmap_progress_dialog_get_author (dialog));
  toast_step (self);
}

static void
record_progress_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  GtkWidget *dialog = roadmap_progress_dialog_new (GTK_WINDOW (self), self->history,
                                                   roadmap_view_state_get_roadmap (self->state),
                                                   roadmap_view_state_get_selected (self->state),
                                                   roadmap_view_state_get_today (self->state),
                                                   roadmap_view_state_get_language (self->state));

  if (self->author != NULL)
    roadmap_progress_dialog_set_author (ROADMAP_PROGRESS_DIALOG (dialog), self->author);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (progress_saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
item_saved_cb (RoadmapItemDialog *dialog,
               RoadmapWindow     *self)
{
  toast_step (self);
}

static void
edit_item_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  GtkWidget *dialog = roadmap_item_dialog_new (GTK_WINDOW (self), self->history,
                                               roadmap_view_state_get_roadmap (self->state),
                                               roadmap_view_state_get_selected (self->state),
                                               roadmap_view_state_get_language (self->state));

  g_signal_connect_object (dialog, "saved", G_CALLBACK (item_saved_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  roadmap_search_bar_grab (self->search_bar);
}

/* Also while the list of what was found is folded away. */
static void
step_hit_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  roadmap_search_bar_step (ROADMAP_WINDOW (widget)->search_bar, g_strcmp0 (action, "win.next-hit") == 0 ? 1 : -1);
}

/* GTK would make the window of shortcuts with each window; it is made here for who asks for it. */
static void
show_help_overlay_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/koteihyo/Koteihyo/ui/help-overlay.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  RoadmapViewState *state = ROADMAP_WINDOW (widget)->state;
  double zoom = roadmap_view_state_get_zoom (state);

  if (g_strcmp0 (action, "win.zoom-in") == 0)
    zoom *= ZOOM_STEP;
  else if (g_strcmp0 (action, "win.zoom-out") == 0)
    zoom /= ZOOM_STEP;
  else
    zoom = 1.0;
  roadmap_view_state_set_zoom (state, zoom);
}

static void
toggle_flap_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  AdwFlap *flap = g_strcmp0 (action, "win.show-sidebar") == 0 ? self->sidebar_flap : self->details_flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
collapse_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  roadmap_window_collapse_all (ROADMAP_WINDOW (widget), g_strcmp0 (action, "win.collapse-all") == 0);
}

/* The target is the id of an item: those who activate the action know no more. */
static void
show_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *id)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  RoadmapItem *item = roadmap != NULL ? roadmap_lookup (roadmap, g_variant_get_string (id, NULL)) : NULL;

  if (item == NULL)
    return;
  if (g_strcmp0 (action, "win.show-in-document") == 0)
    roadmap_window_show_in_document (self, item);
  else
    roadmap_window_show_in_timeline (self, item);
}

/* The menu of an item: what is selected. */
static void
show_selected_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  RoadmapWindow *self = ROADMAP_WINDOW (widget);
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);

  if (g_strcmp0 (action, "win.show-selected-in-document") == 0)
    roadmap_window_show_in_document (self, selected);
  else
    roadmap_window_show_in_timeline (self, selected);
}

static void
compact_cb (GSimpleAction *action,
            GVariant      *compact,
            gpointer       user_data)
{
  RoadmapWindow *self = user_data;

  roadmap_view_state_set_density (self->state, g_variant_get_boolean (compact) ? ROADMAP_DENSITY_COMPACT
                                                                               : ROADMAP_DENSITY_COMFORTABLE);
}

/* Back to one chart: the one whose tree is shown. */
static void
all_charts_cb (GSimpleAction *action,
               GVariant      *all,
               gpointer       user_data)
{
  RoadmapWindow *self = user_data;
  const char *id = gtk_stack_get_visible_child_name (self->trees);

  if (g_variant_get_boolean (all))
    roadmap_view_state_set_chart (self->state, NULL);
  else if (id != NULL)
    roadmap_view_state_set_chart (self->state, roadmap_lookup (roadmap_view_state_get_roadmap (self->state), id));
}

static void
fullscreen_cb (GSimpleAction *action,
               GVariant      *fullscreen,
               gpointer       user_data)
{
  g_object_set (user_data, "fullscreened", g_variant_get_boolean (fullscreen), NULL);
}

/* Whoever did it, the window manager too.  A GPropertyAction would do the same, but keep its window for ever. */
static void
fullscreened_cb (RoadmapWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

/* The same with the keys of the number pad, with + where it takes Shift, and as other systems have it. */
static void
add_other_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *action;
  } table[] = {
    { GDK_KEY_equal, "win.zoom-in" },
    { GDK_KEY_KP_Add, "win.zoom-in" },
    { GDK_KEY_KP_Subtract, "win.zoom-out" },
    { GDK_KEY_KP_0, "win.zoom-fit" },
    { GDK_KEY_y, "win.redo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_add_binding_action (widget_class, table[i].key, GDK_CONTROL_MASK, table[i].action, NULL);
}

void
roadmap_window_install_actions (RoadmapWindowClass        *klass,
                                const RoadmapWindowAction *actions)
{
  for (const RoadmapWindowAction *action = actions; action->name != NULL; action++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), action->name, action->parameter, action->activate);
}

void
roadmap_window_init_actions (RoadmapWindowClass *klass)
{
  static const RoadmapWindowAction table[] = {
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, redo_cb },
    { "win.record-progress", NULL, record_progress_cb },
    { "win.edit-item", NULL, edit_item_cb },
    { "win.search", NULL, search_cb },
    { "win.next-hit", NULL, step_hit_cb },
    { "win.previous-hit", NULL, step_hit_cb },
    { "win.show-help-overlay", NULL, show_help_overlay_cb },
    { "win.zoom-in", NULL, zoom_cb },
    { "win.zoom-out", NULL, zoom_cb },
    { "win.zoom-fit", NULL, zoom_cb },
    { "win.show-in-document", "s", show_in_cb },
    { "win.show-in-timeline", "s", show_in_cb },
    { "win.show-selected-in-document", NULL, show_selected_cb },
    { "win.show-selected-in-timeline", NULL, show_selected_cb },
    { "win.collapse-all", NULL, collapse_cb },
    { "win.expand-all", NULL, collapse_cb },
    { "win.show-sidebar", NULL, toggle_flap_cb },
    { "win.show-details", NULL, toggle_flap_cb },
    { NULL },
  };

  roadmap_window_install_actions (klass, table);
  roadmap_window_init_arrange (klass);
  roadmap_window_init_clipboard (klass);
  add_other_keys (GTK_WIDGET_CLASS (klass));
}

void
roadmap_window_add_actions (RoadmapWindow *self)
{
  const GActionEntry entries[] = {
    { "all-charts", NULL, NULL, "false", all_charts_cb },
    { "compact", NULL, NULL, "false", compact_cb },
    { "fullscreen", NULL, NULL, "false", fullscreen_cb },
  };
  g_autoptr (GAction) language = g_settings_create_action (self->settings, "content-language");
  g_autoptr (GPropertyAction) view = g_property_action_new ("view", self->views, "visible-child-name");
  g_autoptr (GPropertyAction) tree = g_property_action_new ("tree", self->trees, "visible-child-name");
  g_autoptr (GPropertyAction) earlier = g_property_action_new ("earlier", self->state, "earlier");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  roadmap_window_add_arrange (self);
  g_action_map_add_action (G_ACTION_MAP (self), language);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (tree));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (earlier));
  roadmap_window_add_edition_action (self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

static void
update_toggle (RoadmapWindow *self,
               const char    *name,
               gboolean       enabled,
               gboolean       active)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (active));
}

void
roadmap_window_update_actions (RoadmapWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  RoadmapItem *selected = roadmap_view_state_get_selected (self->state);
  gboolean open = self->document != NULL;
  double zoom = roadmap_view_state_get_zoom (self->state);
  static const char *const need_roadmap[] = {
    "win.save-as", "win.print", "win.export-pdf", "win.export", "win.search", "win.next-hit", "win.previous-hit", "win.show-sidebar",
    "win.show-details", "win.collapse-all", "win.expand-all",
  };
  static const char *const need_file[] = { "win.reload", "win.compare-with-file", "win.keep-mine" };

  for (guint i = 0; i < G_N_ELEMENTS (need_roadmap); i++)
    gtk_widget_action_set_enabled (widget, need_roadmap[i], open);
  for (guint i = 0; i < G_N_ELEMENTS (need_file); i++)
    gtk_widget_action_set_enabled (widget, need_file[i], roadmap_window_get_file (self) != NULL);
  update_toggle (self, "all-charts", open, open && roadmap_view_state_get_chart (self->state) == NULL);
  update_toggle (self, "compact", open, roadmap_view_state_get_density (self->state) == ROADMAP_DENSITY_COMPACT);
  gtk_widget_action_set_enabled (widget, "win.save", roadmap_window_is_modified (self));
  gtk_widget_action_set_enabled (widget, "win.undo", open && roadmap_history_get_can_undo (self->history));
  gtk_widget_action_set_enabled (widget, "win.redo", open && roadmap_history_get_can_redo (self->history));
  gtk_widget_action_set_enabled (widget, "win.record-progress", selected != NULL && roadmap_window_may_edit (self) &&
                                 roadmap_kind_may_contain (roadmap_item_get_kind (selected), "followup"));
  gtk_widget_action_set_enabled (widget, "win.show-selected-in-document", selected != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-selected-in-timeline", selected != NULL &&
                                 roadmap_item_find_around (selected, "chart") != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-item", selected != NULL && roadmap_window_may_edit (self));
  gtk_widget_action_set_enabled (widget, "win.properties", open && roadmap_window_may_edit (self));
  gtk_widget_action_set_enabled (widget, "win.zoom-in", open && zoom < ROADMAP_ZOOM_MAX);
  gtk_widget_action_set_enabled (widget, "win.zoom-out", open && zoom > 1.0);
  gtk_widget_action_set_enabled (widget, "win.zoom-fit", open && zoom != 1.0);
  roadmap_window_update_arrange (self);
  roadmap_window_update_editions (self);
}
