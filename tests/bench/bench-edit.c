/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* One edit of a bar in view, as a step of the history, from the edit to the frame that shows it: the whole window with outline,
 * timeline and details, after a search.
 *   bench-edit NAME LIMIT RUNS title|status|span|insert|remove|undo FILE SMALL-FILE
 * The floor is the same edit of the same bar of a small roadmap, in a window of the same process. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "app/application.h"
#include "app/window-private.h"
#include "bench.h"
#include "widgets/sheet-view-private.h"

#define STAGE "l0"
#define BAR   "l0.bar-1"

typedef struct
{
  RoadmapWindow *window;
  Roadmap       *roadmap;
  RoadmapItem   *bar;
  guint          n_edits; /* so that each is another one */
} Place;

typedef void (*EditFunc) (Place *place);

typedef struct
{
  const char *name;
  EditFunc    prepare; /* unmeasured, nullable */
  EditFunc    edit;
} Kind;

static const Kind *kind;

static void
apply (Place       *place,
       RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (place->window->history, "Edit");
  if (!roadmap_apply (place->roadmap, owned, &error) || !roadmap_history_commit (place->window->history, &error))
    g_error ("%s", error->message);
  place->n_edits++;
}

static void
set (Place      *place,
     const char *field,
     const char *value)
{
  apply (place, roadmap_edit_new_set (place->bar, roadmap_kind_find_field (roadmap_item_get_kind (place->bar), field), NULL, value));
}

static void
set_title (Place *place)
{
  set (place, "title", place->n_edits % 2 == 0 ? "題名を改めた棒である" : "もう一つの題名である");
}

static void
set_status (Place *place)
{
  g_autoptr (GPtrArray) statuses = roadmap_list (place->roadmap, roadmap_get_root (place->roadmap), "status");

  set (place, "status", roadmap_item_get_id (g_ptr_array_index (statuses, place->n_edits % statuses->len)));
}

static void
set_span (Place *place)
{
  set (place, "end", place->n_edits % 2 == 0 ? "FY2023-Q4" : "FY2023-Q3");
}

static void
insert (Place *place)
{
  g_autofree char *id = g_strdup_printf ("new-%u", place->n_edits);
  const RoadmapKind *bar = roadmap_item_get_kind (place->bar);
  const RoadmapValue values[] = {
    { roadmap_kind_find_field (bar, "start"), NULL, "FY2020-Q1" },
    { roadmap_kind_find_field (bar, "end"), NULL, "FY2021-Q4" },
    { roadmap_kind_find_field (bar, "title"), NULL, "新しい棒" },
  };
  g_autoptr (RoadmapItem) item = roadmap_item_new_with_values (bar, id, values, G_N_ELEMENTS (values));

  apply (place, roadmap_edit_new_insert (roadmap_item_get_parent (place->bar), roadmap_item_get_position (place->bar), item));
}

/* What insert() inserted. */
static void
remove_inserted (Place *place)
{
  RoadmapItem *stage = roadmap_item_get_parent (place->bar);

  apply (place, roadmap_edit_new_remove (roadmap_item_get_child (stage, roadmap_item_get_position (place->bar) - 1)));
}

static void
undo (Place *place)
{
  roadmap_history_undo (place->window->history);
}

static const Kind kinds[] = {
  { "title", NULL, set_title },
  { "status", NULL, set_status },
  { "span", NULL, set_span },
  { "insert", NULL, insert },
  { "remove", insert, remove_inserted },
  { "undo", set_title, undo },
};

/* Whatever is left to do. */
static void
settle (void)
{
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 20; g_get_monotonic_time () < end; )
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* The frame that has just been painted shows the lane with the bar in it. */
static void
check_shown (Place *place)
{
  RoadmapSheetPort port;
  guint row;

  g_assert_true (roadmap_sheet_view_get_port (ROADMAP_SHEET_VIEW (place->window->timeline), &port));
  g_assert_true (roadmap_sheet_find_row_of (port.sheet, place->bar, &row));
  g_assert_true (roadmap_sheet_is_laid_out (port.sheet, row));
}

static double
measure_edit (Place *place)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (place->window));
  gboolean painted = FALSE;
  gulong handler;
  double start, elapsed;

  if (kind->prepare != NULL)
    {
      kind->prepare (place);
      settle ();
    }

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  start = bench_get_thread_time ();
  kind->edit (place);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  elapsed = bench_get_thread_time () - start;
  g_signal_handler_disconnect (clock, handler);
  check_shown (place);
  settle ();
  return elapsed;
}

static double
large_cb (gpointer data)
{
  return measure_edit (&((Place *) data)[0]);
}

static double
small_cb (gpointer data)
{
  return measure_edit (&((Place *) data)[1]);
}

/* A search builds the index, which has to follow from then on. */
static void
open_place (Place          *place,
            AdwApplication *application,
            const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  place->window = roadmap_window_new (application, NULL);
  gtk_window_set_default_size (GTK_WINDOW (place->window), 1600, 1000);
  gtk_window_present (GTK_WINDOW (place->window));
  roadmap_window_open (place->window, file);
  settle ();
  place->roadmap = roadmap_view_state_get_roadmap (place->window->state);
  roadmap_set_wording_locked (place->roadmap, FALSE);
  place->bar = roadmap_lookup (place->roadmap, BAR);
  roadmap_view_state_set_selected (place->window->state, place->bar);
  roadmap_view_state_set_query (place->window->state, "電子");
  settle ();
  roadmap_view_state_set_query (place->window->state, NULL);
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .name = argv[1], .unit = "ms", .limit = g_ascii_strtod (argv[2], NULL), .runs = strtoul (argv[3], NULL, 10) };
  g_autoptr (RoadmapApplication) application = NULL;
  Place places[2] = { { NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, argv[4]))
      kind = &kinds[i];
  g_assert_nonnull (kind);

  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = g_object_new (ROADMAP_TYPE_APPLICATION, "application-id", APPLICATION_ID ".Bench", "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/org/koteihyo/Koteihyo", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  open_place (&places[0], ADW_APPLICATION (application), argv[5]);
  open_place (&places[1], ADW_APPLICATION (application), argv[6]);
  return bench_compare (&bench, large_cb, small_cb, places);
}
