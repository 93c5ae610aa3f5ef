/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Files of other programs in the window: each becomes a new roadmap that is not saved yet. */

#include <glib/gstdio.h>
#include <string.h>

#include "window-fixture.h"

#define TABLE "件名,開始,終了,分野\n周知,2020-04-01,2021-03-31,審査\n指針改正,令和3年度,,審査\n"
#define PLAN                                                                                                  \
  "<?xml version=\"1.0\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Harbour</Title><Tasks>" \
  "<Task><UID>1</UID><Name>Survey</Name><OutlineLevel>1</OutlineLevel><Start>2024-01-01T08:00:00</Start>"          \
  "<Finish>2024-12-31T17:00:00</Finish></Task></Tasks></Project>\n"

/* Writes the file, opens it as Open and dropping do, and takes it away. */
static void
open_text (Fixture    *fixture,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  roadmap_window_open (fixture->window, file);
  fixture_settle ();
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The window beside the fixture's, or NULL. */
static RoadmapWindow *
find_other (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)); l != NULL; l = l->next)
    if (ROADMAP_IS_WINDOW (l->data) && l->data != fixture->window)
      return l->data;
  return NULL;
}

static GtkWindow *
find_message (Fixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return window;
    }
  return NULL;
}

static void
assert_new (RoadmapWindow *window,
            const char    *title,
            guint          n_bars)
{
  Roadmap *roadmap;
  g_autoptr (GPtrArray) bars = NULL;

  g_assert_nonnull (window);
  roadmap = roadmap_view_state_get_roadmap (window->state);
  bars = roadmap_list (roadmap, NULL, "bar");
  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap), "title"), ==, title);
  g_assert_cmpuint (bars->len, ==, n_bars);
  g_assert_null (roadmap_window_get_file (window));
  g_assert_true (roadmap_window_is_modified (window));
}

static void
close_other (RoadmapWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  RoadmapWindow *other;

  open_text (fixture, "計画.csv", TABLE);
  other = find_other (fixture);
  assert_new (other, "計画", 2);
  g_assert_true (g_file_equal (roadmap_window_get_file (fixture->window), fixture->file));
  close_other (other);
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  RoadmapWindow *other;

  open_text (fixture, "plan.xml", PLAN);
  other = find_other (fixture);
  assert_new (other, "Harbour", 1);
  close_other (other);
}

/* It says what is wrong, and on which line; no window comes up. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWindow *message;
  g_autofree char *body = NULL;

  open_text (fixture, "bad.csv", "title,start\nA,someday\n");
  message = find_message (fixture);
  g_assert_nonnull (message);
  g_object_get (message, "body", &body, NULL);
  g_assert_nonnull (strstr (body, "bad.csv:2: “someday”"));
  g_assert_null (find_other (fixture));
  gtk_window_destroy (message);
}

/* Chosen in the dialog, but nothing that can be read. */
static void
test_neither (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *message;

  roadmap_window_import (fixture->window, fixture->file, NULL);
  fixture_settle ();
  message = find_message (fixture);
  g_assert_nonnull (message);
  g_assert_null (find_other (fixture));
  gtk_window_destroy (message);
}

/* A window without a roadmap takes it in itself. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GDate *today = g_date_new_dmy (18, 6, 2020);
  RoadmapWindow *empty = roadmap_window_new (ADW_APPLICATION (fixture_application), today);

  gtk_window_present (GTK_WINDOW (empty));
  fixture_settle ();
  g_assert_true (g_file_set_contents (path, TABLE, -1, NULL));
  roadmap_window_open (empty, file);
  fixture_settle ();
  assert_new (empty, "a", 2);
  g_assert_true (find_other (fixture) == empty);
  close_other (empty);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_date_free (today);
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
    { "/import/table", test_table },
    { "/import/plan", test_plan },
    { "/import/bad", test_bad },
    { "/import/neither", test_neither },
    { "/import/empty", test_empty },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
