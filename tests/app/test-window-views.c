/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/print-preview.h"
#include "window-fixture.h"

static void
activate_with (Fixture    *fixture,
               const char *action,
               const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", target));
  fixture_settle ();
}

static void
resize (Fixture *fixture,
        int      width)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 600);
  fixture_settle ();
}

static void
test_turns_to_a_view (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const names[] = { "document", "map", "table", "progress", "follow-up", "timeline" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      activate_with (fixture, "win.view", names[i]);
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->views), ==, names[i]);
      g_assert_nonnull (roadmap_window_show_view (fixture->window, names[i]));
    }
}

/* The key of a view that a roadmap has not leaves the one that is shown. */
static void
test_stays_where_it_is (Fixture       *fixture,
                        gconstpointer  data)
{
  AdwViewStack *views = fixture->window->views;

  activate_with (fixture, "win.view", "table");
  adw_view_stack_page_set_visible (adw_view_stack_get_page (views, adw_view_stack_get_child_by_name (views, "map")), FALSE);
  activate_with (fixture, "win.view", "map");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "table");
}

static void
test_shows_where_it_stands (Fixture       *fixture,
                            gconstpointer  data)
{
  activate_with (fixture, "win.show-in-document", "irb.bar-3");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->views), ==, "document");
  g_assert_true (roadmap_view_state_get_selected (fixture->window->state) == fixture_look_up (fixture, "irb.bar-3"));

  activate_with (fixture, "win.show-in-timeline", "genome");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (fixture->window->views), ==, "timeline");
  g_assert_true (roadmap_view_state_get_chart (fixture->window->state) == fixture_look_up (fixture, "domains"));
}

/* What was found need not be in sight to go through it. */
static void
test_steps_through_results (Fixture       *fixture,
                            gconstpointer  data)
{
  RoadmapViewState *state = fixture->window->state;

  roadmap_view_state_set_query (state, "改正");
  adw_flap_set_reveal_flap (fixture->window->sidebar_flap, FALSE);
  fixture_settle ();
  fixture_activate (fixture, "win.next-hit");
  g_assert_cmpuint (roadmap_view_state_get_hit (state), ==, 0);
  g_assert_nonnull (roadmap_view_state_get_selected (state));
  fixture_activate (fixture, "win.next-hit");
  g_assert_cmpuint (roadmap_view_state_get_hit (state), ==, 1);
  fixture_activate (fixture, "win.previous-hit");
  g_assert_cmpuint (roadmap_view_state_get_hit (state), ==, 0);
  g_assert_cmpstr (roadmap_view_state_get_query (state), ==, "改正");
  adw_flap_set_reveal_flap (fixture->window->sidebar_flap, TRUE);
}

/* Over the views in which nothing is left; the document goes on beside the filter. */
static void
test_nothing_passes (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *empty = GTK_WIDGET (fixture->window->filter_empty);

  g_assert_false (gtk_widget_get_mapped (empty));
  g_object_set (fixture->window->state, "filter-text", "category:A basis:confirmed late", NULL);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (empty));
  activate_with (fixture, "win.view", "document");
  g_assert_false (gtk_widget_get_mapped (empty));
  activate_with (fixture, "win.view", "table");
  g_assert_true (gtk_widget_get_mapped (empty));
  roadmap_view_state_set_filter (fixture->window->state, NULL);
  g_assert_false (gtk_widget_get_mapped (empty));
  activate_with (fixture, "win.view", "timeline");
}

static void
test_status_counts_what_is_shown (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->window->status_label), "22 roadblocks · 17 measures · 28 bars"));
  fixture_activate (fixture, "win.all-charts");
  g_assert_nonnull (strstr (gtk_label_get_text (fixture->window->status_label), "54 bars"));
  g_object_set (fixture->window->state, "filter-text", "category:A", NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->window->status_label), "1 roadblock ·"));
  roadmap_view_state_set_filter (fixture->window->state, NULL);
  fixture_activate (fixture, "win.all-charts");
}

static gboolean
turn_to_tree_cb (GtkWidget     *window,
                 GdkFrameClock *clock,
                 gpointer       chart)
{
  gtk_widget_activate_action (window, "win.tree", "s", chart);
  return G_SOURCE_REMOVE;
}

/* Events come within a frame, just before its layout. A view that asks for another layout during that one stays blank, and
 * GTK warns, which ends a test. */
static void
test_every_chart_is_painted (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const charts[] = { "plan-2017", "domains", "plan-2017", "stages" };
  static const int heights[] = { 1000, 600, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1500, heights[i]);
      fixture_settle ();
      for (guint j = 0; j < G_N_ELEMENTS (charts); j++)
        {
          gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), turn_to_tree_cb, (gpointer) charts[j], NULL);
          fixture_settle ();
          g_assert_true (roadmap_view_state_get_chart (fixture->window->state) == fixture_look_up (fixture, charts[j]));
        }
    }
}

static void
test_collapses_all (Fixture       *fixture,
                    gconstpointer  data)
{
  fixture_activate (fixture, "win.collapse-all");
  g_assert_true (roadmap_view_state_is_collapsed (fixture->window->state, fixture_look_up (fixture, "irb")));
  g_assert_true (roadmap_view_state_is_collapsed (fixture->window->state, fixture_look_up (fixture, "genome")));
  fixture_activate (fixture, "win.expand-all");
  g_assert_false (roadmap_view_state_is_collapsed (fixture->window->state, fixture_look_up (fixture, "irb")));
}

static void
test_options_are_kept (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  RoadmapWindow *second;

  fixture_activate (fixture, "win.compact");
  fixture_activate (fixture, "win.earlier");
  fixture_activate (fixture, "win.zoom-in");
  roadmap_view_state_collapse (fixture->window->state, fixture_look_up (fixture, "irb"), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "compact"));
  g_assert_true (g_settings_get_boolean (settings, "earlier-plan"));

  second = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);
  g_assert_cmpint (roadmap_view_state_get_density (second->state), ==, ROADMAP_DENSITY_COMPACT);
  g_assert_true (roadmap_view_state_get_earlier (second->state));
  g_assert_cmpfloat (roadmap_view_state_get_zoom (second->state), ==,
                     roadmap_view_state_get_zoom (fixture->window->state));
  g_assert_true (roadmap_view_state_is_collapsed (second->state, fixture_look_up (fixture, "irb")));

  /* Each window goes its own way from there. */
  roadmap_view_state_set_density (second->state, ROADMAP_DENSITY_COMFORTABLE);
  g_assert_cmpint (roadmap_view_state_get_density (fixture->window->state), ==, ROADMAP_DENSITY_COMPACT);

  for (guint i = 0; i < 4; i++)
    g_settings_reset (settings, (const char *[]) { "compact", "earlier-plan", "zoom", "collapsed-lanes" }[i]);
}

static void
test_chart_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *id = NULL;

  roadmap_view_state_set_chart (fixture->window->state, fixture_look_up (fixture, "domains"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture_settle ();
  id = g_settings_get_string (settings, "chart");
  g_assert_cmpstr (id, ==, "domains");

  fixture->window = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  roadmap_window_open (fixture->window, fixture->file);
  fixture_settle ();
  g_assert_true (roadmap_view_state_get_chart (fixture->window->state) == fixture_look_up (fixture, "domains"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->trees), ==, "domains");
  g_settings_reset (settings, "chart");
}

static void
test_fits_its_width (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  RoadmapWindow *window = fixture->window;
  int minimum;

  g_assert_true (adw_flap_get_reveal_flap (window->details_flap));
  resize (fixture, 1024);
  g_assert_true (adw_flap_get_folded (window->details_flap));
  g_assert_false (adw_flap_get_reveal_flap (window->details_flap));
  g_assert_false (adw_flap_get_folded (window->sidebar_flap));

  resize (fixture, 360);
  g_assert_true (adw_flap_get_folded (window->sidebar_flap));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->undo_button)));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  /* What lies over the views for a moment is not what one wants beside them. */
  fixture_activate (fixture, "win.show-details");
  fixture_activate (fixture, "win.show-details");
  g_assert_true (g_settings_get_boolean (settings, "details-visible"));
  resize (fixture, 1400);
  g_assert_true (adw_flap_get_reveal_flap (window->details_flap));
  g_assert_true (adw_flap_get_reveal_flap (window->sidebar_flap));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->undo_button)));
}

static void
test_starts_empty (Fixture       *fixture,
                   gconstpointer  data)
{
  RoadmapWindow *empty = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);

  gtk_window_present (GTK_WINDOW (empty));
  fixture_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (empty->pages), ==, "empty");
  g_assert_false (adw_view_switcher_title_get_view_switcher_enabled (empty->title));
  g_assert_false (adw_view_switcher_bar_get_reveal (empty->switcher_bar));
}

/* (transfer none): the preview of the window's roadmap, once it has made its pages. */
static RoadmapPrintPreview *
open_print_preview (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  RoadmapPrintPreview *preview = NULL;

  fixture_activate (fixture, "win.print");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ROADMAP_IS_PRINT_PREVIEW (window))
        preview = ROADMAP_PRINT_PREVIEW (window);
    }
  g_assert_nonnull (preview);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (preview)) == GTK_WINDOW (fixture->window));
  do
    fixture_settle ();
  while (roadmap_print_preview_is_busy (preview));
  return preview;
}

/* What the window shows is where the preview begins: its filter, its wording and its roadmap. */
static void
test_prints_what_it_shows (Fixture       *fixture,
                           gconstpointer  data)
{
  RoadmapPrintPreview *preview;
  RoadmapPrintJob *job;
  guint n_pages;

  preview = open_print_preview (fixture);
  job = roadmap_print_preview_get_job (preview);
  g_assert_true (roadmap_print_job_get_roadmap (job) == roadmap_document_get_roadmap (fixture->window->document));
  g_assert_cmpstr (roadmap_print_job_get_language (job), ==, roadmap_view_state_get_words (fixture->window->state));
  n_pages = roadmap_pages_get_n_pages (roadmap_print_job_get_pages (job));
  gtk_window_close (GTK_WINDOW (preview));
  fixture_settle ();

  g_object_set (fixture->window->state, "filter-text", "category:D", NULL);
  preview = open_print_preview (fixture);
  job = roadmap_print_preview_get_job (preview);
  g_assert_cmpuint (roadmap_pages_get_n_pages (roadmap_print_job_get_pages (job)), <, n_pages);
  gtk_window_close (GTK_WINDOW (preview));
  roadmap_view_state_set_filter (fixture->window->state, NULL);
  fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window-views/turns-to-a-view", test_turns_to_a_view },
    { "/window-views/stays-where-it-is", test_stays_where_it_is },
    { "/window-views/shows-where-it-stands", test_shows_where_it_stands },
    { "/window-views/steps-through-results", test_steps_through_results },
    { "/window-views/nothing-passes", test_nothing_passes },
    { "/window-views/status-counts-what-is-shown", test_status_counts_what_is_shown },
    { "/window-views/every-chart-is-painted", test_every_chart_is_painted },
    { "/window-views/collapses-all", test_collapses_all },
    { "/window-views/options-are-kept", test_options_are_kept },
    { "/window-views/chart-is-kept", test_chart_is_kept },
    { "/window-views/fits-its-width", test_fits_its_width },
    { "/window-views/prints-what-it-shows", test_prints_what_it_shows },
    { "/window-views/starts-empty", test_starts_empty },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
