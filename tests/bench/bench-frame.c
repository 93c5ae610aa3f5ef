/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Frames of the timeline, 1920 × 1080, while it scrolls: lay out what comes into view, snapshot, render with cairo.
 *   bench-frame NAME LIMIT median|p99 FILE        ÷ the same rectangles and glyphs drawn by bare cairo
 *   bench-frame NAME LIMIT same FILE SMALL-FILE   the median ÷ that of a small roadmap */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "bench.h"
#include "document/document.h"
#include "node-floor.h"
#include "widgets/swimlane-view.h"

#define WIDTH    1920
#define HEIGHT   1080
#define STEP     60.0
#define N_FRAMES 200

typedef struct
{
  RoadmapDocument  *document;
  RoadmapViewState *state;
  GtkWidget        *window;
  GtkWidget        *view;
  GtkAdjustment    *adjustment;
  double            step;
  cairo_surface_t  *surface;
} Timeline;

static Timeline *
open_timeline (const char *path)
{
  Timeline *self = g_new0 (Timeline, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->document = roadmap_document_open (file, &error);
  g_assert_no_error (error);
  self->state = roadmap_view_state_new ();
  roadmap_view_state_set_roadmap (self->state, roadmap_document_get_roadmap (self->document));
  self->view = g_object_new (ROADMAP_TYPE_SWIMLANE_VIEW, "state", self->state, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < 6; i++)
    gtk_test_widget_wait_for_draw (self->window);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  self->step = STEP;
  return self;
}

static void
close_timeline (Timeline *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  cairo_surface_destroy (self->surface);
  g_object_unref (self->state);
  g_object_unref (self->document);
  g_free (self);
}

/* Down, and at the end up again, so that a small roadmap scrolls as long as a large one. */
static void
scroll (Timeline *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double bottom = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  if (value + self->step > bottom || value + self->step < 0)
    self->step = -self->step;
  gtk_adjustment_set_value (self->adjustment, value + self->step);
}

/* (transfer full) (nullable): the view as GTK would draw it, with the nodes of its children that GTK keeps. */
static GskRenderNode *
create_frame (Timeline *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GtkAllocation place;

  gtk_widget_get_allocation (self->view, &place);
  gtk_widget_size_allocate (self->view, &place, -1);
  GTK_WIDGET_GET_CLASS (self->view)->snapshot (self->view, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static double
measure_creation (Timeline       *self,
                  GskRenderNode **node)
{
  double start = bench_get_thread_time ();

  scroll (self);
  *node = create_frame (self);
  return bench_get_thread_time () - start;
}

static double
measure_drawing (Timeline      *self,
                 GskRenderNode *node)
{
  double start = bench_get_thread_time ();
  cairo_t *cr = cairo_create (self->surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  return bench_get_thread_time () - start;
}

static double
measure_floor (Timeline  *self,
               NodeFloor *bare)
{
  double start = bench_get_thread_time ();
  cairo_t *cr = cairo_create (self->surface);

  node_floor_draw (bare, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  return bench_get_thread_time () - start;
}

/* What GTK does between two frames. */
static void
idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The one that is drawn second finds glyphs and memory in the caches, so they take turns in being first. */
static void
measure (Timeline *self,
         double   *frames,
         double   *floors)
{
  for (guint i = 0; i < N_FRAMES; i++)
    {
      g_autoptr (NodeFloor) bare = NULL;
      GskRenderNode *node;

      frames[i] = measure_creation (self, &node);
      bare = node_floor_new (node, WIDTH, HEIGHT);
      if (i % 2 == 0)
        frames[i] += measure_drawing (self, node);
      floors[i] = measure_floor (self, bare);
      if (i % 2 == 1)
        frames[i] += measure_drawing (self, node);
      gsk_render_node_unref (node);
      idle ();
    }
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .name = argv[1], .unit = "ms", .limit = g_ascii_strtod (argv[2], NULL), .runs = N_FRAMES };
  double frames[N_FRAMES], floors[N_FRAMES], small[N_FRAMES];
  double percent = g_str_equal (argv[3], "p99") ? 99 : 50;
  Timeline *timeline;

  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  timeline = open_timeline (argv[4]);
  measure (timeline, frames, floors);
  close_timeline (timeline);
  if (!g_str_equal (argv[3], "same"))
    return bench_report (&bench, bench_percentile (frames, N_FRAMES, percent), bench_percentile (floors, N_FRAMES, 50));

  timeline = open_timeline (argv[5]);
  measure (timeline, small, floors);
  close_timeline (timeline);
  return bench_report (&bench, bench_percentile (frames, N_FRAMES, 50), bench_percentile (small, N_FRAMES, 50));
}
