/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "chart/axis.h"
#include "chart/map-layout.h"
#include "widgets/document-view.h"
#include "widgets/followup-view.h"
#include "widgets/map-view.h"
#include "widgets/progress-view.h"
#include "widgets/table-view.h"

/* How a roadmap is shown: which view, with which options, and what there is room for.  All of it is kept in the
 * settings. */

/* Pixels at the usual size of text.  Below these widths the panes lie over the views instead of beside them, and the
 * header leaves out what has a menu entry or a key. */
#define DETAILS_BESIDE 1120
#define SIDEBAR_BESIDE 780
#define FULL_HEADER    700
#define SIDEBAR_WIDTH  344
#define DETAILS_WIDTH  300

/* Views */

typedef struct
{
  const char *name;
  GType     (*get_type) (void);
  gboolean    scrolls; /* it is a GtkScrollable that wants a GtkScrolledWindow around it */
  gboolean    filters; /* it shows nothing but what passes the filter */
} View;

static const View views[] = {
  { "timeline", NULL, TRUE, TRUE },
  { "table", roadmap_table_view_get_type, TRUE, TRUE },
  { "map", roadmap_map_view_get_type, TRUE, FALSE },
  { "document", roadmap_document_view_get_type, FALSE, FALSE },
  { "progress", roadmap_progress_view_get_type, TRUE, TRUE },
  { "follow-up", roadmap_followup_view_get_type, TRUE, TRUE },
};

static const View *
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return &views[i];
  return NULL;
}

/* A view is made when it is first shown. */
static void
ensure_view (RoadmapWindow *self)
{
  const View *view = find_view (adw_view_stack_get_visible_child_name (self->views));
  GtkWidget *place = adw_view_stack_get_visible_child (self->views);
  GtkWidget *child;

  g_object_set (self->filter_empty, "covers", view != NULL && view->filters, NULL);
  if (view == NULL || view->get_type == NULL || adw_bin_get_child (ADW_BIN (place)) != NULL)
    return;
  child = g_object_new (view->get_type (), "state", self->state, "menu-model", self->item_menu, NULL);
  if (view->scrolls)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
      child = scrolled;
    }
  adw_bin_set_child (ADW_BIN (place), child);
}

static void
view_shown_cb (RoadmapWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  /* A key asks for a view that this roadmap has not: the one before stays. */
  if (view != NULL && self->shown_view != NULL &&
      !adw_view_stack_page_get_visible (adw_view_stack_get_page (self->views, view)))
    {
      adw_view_stack_set_visible_child (self->views, self->shown_view);
      return;
    }
  self->shown_view = view;
  ensure_view (self);
  roadmap_window_update_actions (self);
}

GtkWidget *
roadmap_window_show_view (RoadmapWindow *self,
                          const char    *name)
{
  GtkWidget *child;

  adw_view_stack_set_visible_child_name (self->views, name);
  child = adw_view_stack_get_visible_child (self->views);
  if (ADW_IS_BIN (child))
    child = adw_bin_get_child (ADW_BIN (child));
  return GTK_IS_SCROLLED_WINDOW (child) ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (child)) : child;
}

/* Which views there are depends on what the roadmap has. */
void
roadmap_window_update_views (RoadmapWindow *self)
{
  GtkWidget *map = adw_view_stack_get_child_by_name (self->views, "map");
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  gboolean has_map = roadmap_map_find (roadmap) != NULL;

  if (!has_map && adw_view_stack_get_visible_child (self->views) == map)
    adw_view_stack_set_visible_child_name (self->views, views[0].name);
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->views, map), has_map);
}

/* Shows the item where it stands in the source. */
void
roadmap_window_show_in_document (RoadmapWindow *self,
                                 RoadmapItem   *item)
{
  GtkWidget *view = roadmap_window_show_view (self, "document");

  roadmap_view_state_set_selected (self->state, item);
  roadmap_document_view_reveal (ROADMAP_DOCUMENT_VIEW (view), item);
}

/* Shows the item, or the lane that a place on the map stands for, on its chart. */
void
roadmap_window_show_in_timeline (RoadmapWindow *self,
                                 RoadmapItem   *item)
{
  RoadmapItem *chart = roadmap_item_find_around (item, "chart");

  roadmap_window_show_view (self, "timeline");
  if (chart != NULL && roadmap_view_state_get_chart (self->state) != NULL)
    roadmap_view_state_set_chart (self->state, chart);
  roadmap_view_state_set_selected (self->state, item);
}

/* Lanes */

void
roadmap_window_collapse_all (RoadmapWindow *self,
                             gboolean       collapsed)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (RoadmapItem *item = roadmap_get_root (roadmap); item != NULL && collapsed;
       item = roadmap_item_next (item, roadmap_get_root (roadmap)))
    if (roadmap_item_is (item, "stage") || roadmap_item_is (item, "lane"))
      g_strv_builder_add (ids, roadmap_item_get_id (item));
  all = g_strv_builder_end (ids);
  roadmap_view_state_set_collapsed (self->state, (const char *const *) all);
}

/* Charts */

/* The chart that was browsed last, if the roadmap has it, else the first. */
void
roadmap_window_restore_chart (RoadmapWindow *self)
{
  Roadmap *roadmap = roadmap_view_state_get_roadmap (self->state);
  g_autofree char *id = g_settings_get_string (self->settings, "chart");
  RoadmapItem *chart = roadmap_lookup (roadmap, id);
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);

  if (chart != NULL && roadmap_item_is (chart, "chart"))
    roadmap_view_state_set_chart (self->state, chart);
  else if (charts->len > 0 && !g_settings_get_boolean (self->settings, "all-charts"))
    roadmap_view_state_set_chart (self->state, g_ptr_array_index (charts, 0));
}

static void
save_chart (RoadmapWindow *self)
{
  RoadmapItem *chart = roadmap_view_state_get_chart (self->state);

  g_settings_set_boolean (self->settings, "all-charts", chart == NULL);
  g_settings_set_string (self->settings, "chart", chart != NULL ? roadmap_item_get_id (chart) : "");
}

/* Room */

static void
set_folded (AdwFlap  *flap,
            gboolean  folded,
            gboolean  shown)
{
  adw_flap_set_fold_policy (flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (flap, shown && !folded);
}

static gboolean
is_folded (AdwFlap *flap)
{
  return adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_ALWAYS;
}

/* What the header leaves out stands in the main menu. */
static void
set_full_header (RoadmapWindow *self,
                 gboolean       full)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->view_button)) == full)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), full);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), full);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), full);
  if (full)
    {
      adw_split_button_set_label (self->open_button, _("_Open"));
      g_menu_remove (self->primary_menu, 0);
    }
  else
    {
      adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
      g_menu_prepend_section (self->primary_menu, NULL, G_MENU_MODEL (self->narrow_menu));
    }
}

/* How large text is, where 1 is usual. */
static double
get_text_scale (RoadmapWindow *self)
{
  int dpi; /* × 1024 */

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / (96.0 * 1024)) : 1.0;
}

/* Beside the views a pane grows with its text; over them it must leave something of the smallest window. */
static void
place_pane (RoadmapWindow *self,
            AdwFlap       *flap,
            AdwClamp      *pane,
            int            usual_width,
            gboolean       folded,
            const char    *setting)
{
  int width = folded ? usual_width : usual_width * get_text_scale (self);

  gtk_widget_set_size_request (GTK_WIDGET (pane), width, -1);
  adw_clamp_set_maximum_size (pane, width);
  adw_clamp_set_tightening_threshold (pane, width);
  if (is_folded (flap) != folded)
    set_folded (flap, folded, g_settings_get_boolean (self->settings, setting));
}

/* Its buttons are made when they are first needed, and then stay: they slide away with it. */
static void
set_switcher_below (RoadmapWindow *self,
                    gboolean       below)
{
  if (below)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, below);
}

static void
use_room (RoadmapWindow *self,
          int            width)
{
  double scale = get_text_scale (self);
  gboolean full = width >= FULL_HEADER * scale;

  place_pane (self, self->details_flap, self->details_pane, DETAILS_WIDTH, width < DETAILS_BESIDE * scale,
              "details-visible");
  place_pane (self, self->sidebar_flap, self->sidebar_pane, SIDEBAR_WIDTH, width < SIDEBAR_BESIDE * scale,
              "sidebar-visible");
  set_full_header (self, full);
  /* A switcher that is not enabled asks for its room all the same. */
  adw_view_switcher_title_set_stack (self->title, full ? self->views : NULL);
  adw_view_switcher_title_set_view_switcher_enabled (self->title, full && self->document != NULL);
  set_switcher_below (self, self->document != NULL && adw_view_switcher_title_get_title_visible (self->title));
}

/* A window that has no size yet is going to have the one it was given to begin with. */
void
roadmap_window_use_room (RoadmapWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  use_room (self, width);
}

static gboolean
use_room_cb (gpointer user_data)
{
  RoadmapWindow *self = user_data;

  self->room_id = 0;
  roadmap_window_use_room (self);
  return G_SOURCE_REMOVE;
}

/* What is shown must not change while sizes are being given out. */
void
roadmap_window_queue_use_room (RoadmapWindow *self)
{
  if (self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, use_room_cb, self, NULL);
}

/* Only what is beside the views is worth remembering: what lies over them is gone at the next click. */
static void
revealed_cb (AdwFlap       *flap,
             GParamSpec    *pspec,
             RoadmapWindow *self)
{
  if (!is_folded (flap))
    g_settings_set_boolean (self->settings, flap == self->sidebar_flap ? "sidebar-visible" : "details-visible",
                            adw_flap_get_reveal_flap (flap));
}

void
roadmap_window_set_details_shown (RoadmapWindow *self,
                                  gboolean       shown)
{
  adw_flap_set_reveal_flap (self->details_flap, shown);
}

/* Settings */

static gboolean
is_known_view (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  g_value_set_string (value, find_view (name) != NULL ? name : views[0].name);
  return TRUE;
}

static GVariant *
store_string (const GValue       *value,
              const GVariantType *type,
              gpointer            user_data)
{
  const char *text = g_value_get_string (value);

  return g_variant_new_string (text != NULL ? text : "");
}

static gboolean
read_density (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  g_value_set_uint (value, g_variant_get_boolean (variant) ? ROADMAP_DENSITY_COMPACT : ROADMAP_DENSITY_COMFORTABLE);
  return TRUE;
}

static GVariant *
store_density (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  return g_variant_new_boolean (g_value_get_uint (value) == ROADMAP_DENSITY_COMPACT);
}

/* A window begins as the last one was, and then goes its own way. */
static void
bind_settings (RoadmapWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  g_settings_bind_with_mapping (self->settings, "view", self->views, "visible-child-name", flags,
                                is_known_view, store_string, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "compact", self->state, "density", flags, read_density, store_density,
                                NULL, NULL);
  g_settings_bind (self->settings, "earlier-plan", self->state, "earlier", flags);
  g_settings_bind (self->settings, "collapsed-lanes", self->state, "collapsed", flags);
  g_settings_bind (self->settings, "zoom", self->state, "zoom", flags);
  g_settings_bind (self->settings, "filter", self->state, "filter-text", flags);
}

void
roadmap_window_save_view (RoadmapWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (360, width));
  g_settings_set_int (self->settings, "window-height", MAX (294, height));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->document != NULL)
    save_chart (self);
}

/* The view's options cannot stand twice in the .ui file: there they belong to their button. */
static void
complete_narrow_menu (RoadmapWindow *self)
{
  g_menu_append_submenu (self->narrow_menu, _("_View Options"), self->view_menu);
}

static void
restore_size (RoadmapWindow *self)
{
  int width = g_settings_get_int (self->settings, "window-width");

  gtk_window_set_default_size (GTK_WINDOW (self), width, g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  set_folded (self->details_flap, FALSE, g_settings_get_boolean (self->settings, "details-visible"));
  set_folded (self->sidebar_flap, FALSE, g_settings_get_boolean (self->settings, "sidebar-visible"));
  use_room (self, width);
}

void
roadmap_window_init_views (RoadmapWindow *self)
{
  bind_settings (self);
  complete_narrow_menu (self);
  restore_size (self);
  g_signal_connect_object (self->sidebar_flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self, 0);
  g_signal_connect_object (self->details_flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self, 0);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "notify::title-visible", G_CALLBACK (roadmap_window_queue_use_room), self,
                           G_CONNECT_SWAPPED);
  ensure_view (self);
}
