/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "app/compare-dialog.h"
#include "app/recovery.h"
#include "document/orphan.h"
#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define BAR "irb.bar-3"

static RoadmapWindow *
open_window (Fixture *fixture,
             GFile   *file)
{
  RoadmapWindow *window = roadmap_window_new (ADW_APPLICATION (fixture_application), NULL);

  gtk_window_present (GTK_WINDOW (window));
  if (file != NULL)
    roadmap_window_open (window, file);
  fixture->window = window;
  return window;
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

/* (transfer none): the window of this type, which comes in a moment. */
static GtkWindow *
wait_for_window (GType type)
{
  for (guint i = 0; i < 60 && find_window (type) == NULL; i++)
    fixture_settle ();
  g_assert_nonnull (find_window (type));
  return find_window (type);
}

/* (transfer none): a roadmap's window besides @window, which comes in a moment. */
static RoadmapWindow *
wait_for_other_window (RoadmapWindow *window)
{
  for (guint i = 0; i < 60; i++)
    {
      for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_application)); l != NULL; l = l->next)
        if (ROADMAP_IS_WINDOW (l->data) && l->data != (gpointer) window)
          return l->data;
      fixture_settle ();
    }
  g_assert_not_reached ();
}

static void
answer (const char *response)
{
  GtkWindow *dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  /* A click does both. */
  gtk_window_destroy (dialog);
  fixture_settle ();
}

static guint
count_journals (void)
{
  g_autofree char *folder = roadmap_journal_dup_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    n += g_str_has_suffix (name, ".journal");
  return n;
}

static void
assert_journals (guint n)
{
  for (guint i = 0; i < 60 && count_journals () != n; i++)
    fixture_settle ();
  g_assert_cmpuint (count_journals (), ==, n);
}

static void
remove_journals (void)
{
  g_autofree char *folder = roadmap_journal_dup_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* The program goes down with the window as it is. */
static void
crash (Fixture *fixture)
{
  g_assert_true (roadmap_journal_flush (fixture->window->journal, NULL));
  roadmap_journal_abandon (fixture->window->journal);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static void
work_and_crash (Fixture *fixture)
{
  fixture_set_status (fixture, BAR, "done");
  crash (fixture);
  assert_journals (1);
}

static const char *
get_status (Fixture *fixture)
{
  return roadmap_item_get (fixture_look_up (fixture, BAR), "status");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_tear_down (fixture, data);
  remove_journals ();
}

/* It does so in a moment. */
static void
assert_status (Fixture    *fixture,
               const char *status)
{
  for (guint i = 0; i < 60 && g_strcmp0 (get_status (fixture), status) != 0; i++)
    fixture_settle ();
  g_assert_cmpstr (get_status (fixture), ==, status);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  const char *body;

  work_and_crash (fixture);
  open_window (fixture, fixture->file);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG)));
  g_assert_nonnull (strstr (body, "roadmap.xml"));
  g_assert_nonnull (strstr (body, "1 step can be restored"));
  g_assert_null (get_status (fixture));
  answer ("restore");
  assert_status (fixture, "done");
  g_assert_true (roadmap_window_is_modified (fixture->window));
  /* That of the window now. */
  assert_journals (1);
  fixture_activate (fixture, "win.undo");
  g_assert_null (get_status (fixture));

  /* Down once more, before anything was saved. */
  fixture_activate (fixture, "win.redo");
  crash (fixture);
  open_window (fixture, fixture->file);
  answer ("restore");
  assert_status (fixture, "done");
  fixture_activate (fixture, "win.save");
  assert_journals (0);
}

static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  work_and_crash (fixture);
  for (guint i = 0; i < 2; i++)
    {
      open_window (fixture, fixture->file);
      answer ("later");
      g_assert_null (get_status (fixture));
      assert_journals (1);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  work_and_crash (fixture);
  open_window (fixture, fixture->file);
  answer ("discard");
  g_assert_null (get_status (fixture));
  assert_journals (0);
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  work_and_crash (fixture);
  open_window (fixture, fixture->file);
  answer ("compare");
  g_assert_null (get_status (fixture));
  gtk_window_close (wait_for_window (ROADMAP_TYPE_COMPARE_DIALOG));
  fixture_settle ();
  g_assert_null (get_status (fixture));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  assert_journals (1);

  open_window (fixture, fixture->file);
  answer ("compare");
  gtk_widget_activate_action (GTK_WIDGET (wait_for_window (ROADMAP_TYPE_COMPARE_DIALOG)), "dialog.accept", NULL);
  fixture_settle ();
  assert_status (fixture, "done");
  g_assert_null (find_window (ROADMAP_TYPE_COMPARE_DIALOG));
  assert_journals (1);
}

static void
rewrite (Fixture    *fixture,
         const char *old,
         const char *new)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL));
  parts = g_strsplit (text, old, 2);
  joined = g_strjoinv (new, parts);
  g_assert_cmpstr (joined, !=, text);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), joined, -1, NULL));
}

/* Somebody else has saved the file meanwhile: both are there. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  work_and_crash (fixture);
  rewrite (fixture, "fiscal-start=\"4\"", "fiscal-start=\"4\" page=\"77\"");
  open_window (fixture, fixture->file);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG))),
                            "somebody else"));
  answer ("restore");
  assert_status (fixture, "done");
  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap_document_get_roadmap (fixture->window->document)), "page"), ==,
                   "77");
  assert_journals (1);
  fixture_activate (fixture, "win.undo");
  g_assert_null (get_status (fixture));
  g_assert_false (roadmap_window_is_modified (fixture->window));
}

/* What both changed is decided, not guessed. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  work_and_crash (fixture);
  rewrite (fixture, "<bar id=\"" BAR "\"", "<bar id=\"" BAR "\" status=\"in-progress\"");
  open_window (fixture, fixture->file);
  answer ("restore");
  assert_status (fixture, "in-progress");
  gtk_widget_activate_action (GTK_WIDGET (wait_for_window (ROADMAP_TYPE_COMPARE_DIALOG)), "dialog.accept", NULL);
  fixture_settle ();
  assert_status (fixture, "done");
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = roadmap_journal_dup_folder ();
  g_autoptr (GDir) directory = NULL;
  const char *name;

  work_and_crash (fixture);
  directory = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".journal"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_true (g_file_set_contents (path, "koteihyo-journal 1\nnothing of what should be here, and that at some length, "
                                            "so that it is not taken for a beginning of it", -1, NULL));
      }
  open_window (fixture, fixture->file);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG))),
                            "damaged at its beginning"));
  answer ("later");
  assert_journals (1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  open_window (fixture, fixture->file);
  answer ("discard");
  assert_journals (0);
}

/* At a start without a file everything that is left is offered, the newest first. */
static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RoadmapItem) root = NULL;
  g_autoptr (Roadmap) roadmap = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  RoadmapWindow *window;

  root = roadmap_item_copy (roadmap_get_root (roadmap_document_get_roadmap (fixture->window->document)));
  work_and_crash (fixture);

  roadmap = roadmap_new (root, "ja", NULL);
  document = roadmap_document_new (roadmap);
  window = open_window (fixture, NULL);
  roadmap_window_show_document (window, document);
  g_usleep (1100 * 1000); /* the times in journals are seconds */
  fixture_set_status (fixture, BAR, "in-progress");
  crash (fixture);
  assert_journals (2);

  window = open_window (fixture, NULL);
  roadmap_recovery_offer_left (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG))),
                            "a new roadmap"));
  answer ("restore");
  assert_status (fixture, "in-progress");
  g_assert_null (roadmap_window_get_file (window));
  g_assert_true (roadmap_window_is_modified (window));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG))),
                            "roadmap.xml"));
  answer ("restore");

  /* The other one in a window of its own. */
  fixture->window = wait_for_other_window (window);
  g_assert_true (g_file_equal (roadmap_window_get_file (fixture->window), fixture->file));
  assert_status (fixture, "done");
}

/* A window that is closed has nothing to be restored, whether its work was saved or not. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  fixture_set_status (fixture, BAR, "done");
  g_assert_true (roadmap_journal_flush (fixture->window->journal, NULL));
  assert_journals (1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  assert_journals (0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*run) (Fixture       *fixture,
                      gconstpointer  data);
  } tests[] = {
    { "/recovery/restore", test_restore },
    { "/recovery/later", test_later },
    { "/recovery/discard", test_discard },
    { "/recovery/compare", test_compare },
    { "/recovery/changed", test_changed },
    { "/recovery/conflict", test_conflict },
    { "/recovery/damaged", test_damaged },
    { "/recovery/start", test_start },
    { "/recovery/closed", test_closed },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, tear_down);
  return g_test_run ();
}
