/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Saving while the window goes on being used, files that are read-only, and odd files in every view. */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "../document/far.h"
#include "app/window-arrange.h"

static void
wait_until_saved (Fixture *fixture)
{
  while (roadmap_window_is_saving (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_in_file (Fixture    *fixture,
                const char *words,
                gboolean    expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL));
  g_assert_true ((strstr (text, words) != NULL) == expected);
}

/* It begins with that, as the end may be cut off. */
static void
assert_status_says (Fixture    *fixture,
                    const char *words)
{
  const char *text = gtk_label_get_text (fixture->window->status_label);

  if (!g_str_has_prefix (text, words))
    g_error ("the status is “%s”, not “%s …”", text, words);
}

static const char *
get_status (Fixture *fixture)
{
  return roadmap_item_get (fixture_look_up (fixture, "irb.bar-3"), "status");
}

/* What is done while a save is under way is not in the file, and not taken for saved. */
static void
test_edits_meanwhile (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (RoadmapDocument) written = NULL;

  fixture_set_status (fixture, "irb.bar-3", "delayed");
  fixture_activate (fixture, "win.save");
  g_assert_true (roadmap_window_is_saving (fixture->window));
  assert_status_says (fixture, "Saving…");
  fixture_set_status (fixture, "irb.bar-3", "done");
  wait_until_saved (fixture);
  g_assert_true (roadmap_window_is_modified (fixture->window));
  assert_status_says (fixture, "Not saved");

  written = roadmap_document_open (fixture->file, NULL);
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap_document_get_roadmap (written), "irb.bar-3"), "status"), ==,
                   "delayed");
  g_assert_cmpstr (get_status (fixture), ==, "done");

  /* undone, it is what the file holds */
  fixture_activate (fixture, "win.undo");
  g_assert_false (roadmap_window_is_modified (fixture->window));
  assert_status_says (fixture, "Saved ");
}

/* Asked twice, it is saved twice, one after the other. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (RoadmapDocument) written = NULL;

  fixture_set_status (fixture, "irb.bar-3", "delayed");
  fixture_activate (fixture, "win.save");
  fixture_set_status (fixture, "irb.bar-3", "done");
  fixture_activate (fixture, "win.save");
  wait_until_saved (fixture);
  g_assert_false (roadmap_window_is_modified (fixture->window));
  written = roadmap_document_open (fixture->file, NULL);
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap_document_get_roadmap (written), "irb.bar-3"), "status"), ==, "done");
}

static void
test_closing_waits (Fixture       *fixture,
                    gconstpointer  data)
{
  RoadmapWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  fixture_set_status (fixture, "irb.bar-3", "delayed");
  fixture_activate (fixture, "win.save");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  fixture_settle ();
  g_assert_null (window);
  assert_in_file (fixture, "status=\"delayed\"", TRUE);
}

/* (transfer none) (nullable): a window that is a question about the fixture's. */
static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

/* A save that fails says so, and the window that was to be closed after it stays. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *dialog;
  GStatBuf status;

  fixture_set_status (fixture, "irb.bar-3", "delayed");
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0755), ==, 0);
  fixture_activate (fixture, "win.save");
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until_saved (fixture);
  fixture_settle ();
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_true (roadmap_window_is_modified (fixture->window));
  assert_status_says (fixture, "Not saved");
  gtk_window_destroy (dialog);

  g_assert_cmpint (g_rmdir (g_file_peek_path (fixture->file)), ==, 0);
  fixture_activate (fixture, "win.save");
  wait_until_saved (fixture);
  g_assert_false (roadmap_window_is_modified (fixture->window));
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
}

/* (transfer none) (nullable): what the bar says, while it does. */
static const char *
get_notice (Fixture *fixture)
{
  GtkWidget *bar = adw_bin_get_child (fixture->window->access_place);
  GtkWidget *revealer = bar != NULL ? adw_bin_get_child (ADW_BIN (bar)) : NULL;
  GtkWidget *message;

  if (revealer == NULL || !gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    return NULL;
  message = gtk_widget_get_first_child (gtk_revealer_get_child (GTK_REVEALER (revealer)));
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (message)));
}

/* Shows the text in the fixture's window, as another file. */
static void
open_text (Fixture    *fixture,
           const char *uri,
           const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  far_set (uri, text);
  document = roadmap_document_open (file, &error);
  g_assert_no_error (error);
  roadmap_window_show_document (fixture->window, document);
  fixture_settle ();
}

#define ROADMAP(version, body) \
  "<roadmap xmlns='https://koteihyo.org/ns/roadmap' version='" version "' xml:lang='ja' id='r'><title>R</title>" body "</roadmap>"
#define CHART(start, end, body) \
  "<chart id='c' calendar='fiscal' start='" start "' end='" end "'><title>C</title>" body "</chart>"

static void
test_protected (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_null (get_notice (fixture));
  far_reset ();
  far_server.is_protected = TRUE;
  open_text (fixture, "far://server/plan.xml",
             ROADMAP ("1", CHART ("FY2020", "FY2023", "<lane id='l'><title>L</title></lane>")));
  g_assert_cmpstr (get_notice (fixture), ==,
                   "Read-only: you may not write this file. What you change can be saved as another one.");
  g_assert_cmpstr (adw_view_switcher_title_get_subtitle (fixture->window->title), ==, "shown plan.xml");
  g_assert_true (roadmap_window_may_edit (fixture->window));

  /* the file is another from now on */
  roadmap_window_write (fixture->window, fixture->file, NULL);
  wait_until_saved (fixture);
  g_assert_null (get_notice (fixture));
  assert_in_file (fixture, "<title>L</title>", TRUE);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const actions[] = { "win.record-progress", "win.edit-item", "win.delete", "win.duplicate", "win.save" };

  far_reset ();
  open_text (fixture, "far://server/new.xml",
             ROADMAP ("2", CHART ("FY2020", "FY2023", "<lane id='l'><title>L</title><bar id='b' start='FY2020' end='FY2021'>"
                                                      "<title>B</title><later/></bar></lane>")));
  g_assert_cmpstr (get_notice (fixture), ==,
                   "Read-only: the file was made by a newer version of this program. It can be looked at, printed and copied, "
                   "but not changed.");
  roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "b"));
  fixture_settle ();
  g_assert_false (roadmap_window_may_edit (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      fixture_activate (fixture, actions[i]);
      fixture_settle ();
      g_assert_null (find_dialog (fixture));
      g_assert_false (roadmap_window_is_modified (fixture->window));
    }
}

/* Links that lead back to where they come from, and years at the ends of what there is, hang no view. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const views[] = { "timeline", "table", "map", "document", "progress", "follow-up" };
  static const char *const texts[] = {
    ROADMAP ("1", "<chart id='e' role='earlier' calendar='fiscal' start='FY2018' end='FY2021'><title>E</title>"
                  "<lane id='k' continues='l'><title>K</title></lane></chart>"
                  CHART ("FY2020", "FY2023",
                         "<lane id='l' continues='k'><title>L</title>"
                         "<bar id='a' start='FY2020' end='FY2021' after='a b'><title>A</title>"
                         "<followup id='f' date='2021-03-31' repeats='g'/><followup id='g' date='2021-03-31' repeats='f'/></bar>"
                         "<bar id='b' start='FY2020' end='FY2021' after='a'><title>B</title></bar></lane>"
                         "<lane id='m' continues='m'><title>M</title></lane>")
                  "<map id='map' width='4' height='2'><title>M</title><column id='x' x='0' width='2' next='y'><title>1</title>"
                  "</column><column id='y' x='2' width='2' next='x'><title>2</title></column><band id='n' y='0' height='2'>"
                  "<title>N</title><region id='o' lane='l' x='0' y='0' width='4' height='2'><title>O</title>"
                  "<cell id='z1' x='0' y='0' width='1' height='1' next='z2'><title>z1</title></cell>"
                  "<cell id='z2' x='1' y='0' width='1' height='1' next='z1 z2'><title>z2</title></cell>"
                  "</region></band></map>"),
    ROADMAP ("1", CHART ("FY0001", "FY0020", "<lane id='l'><title>L</title><bar id='a' start='FY0001' end='FY0002'><title>A</title>"
                                             "</bar></lane>")),
    ROADMAP ("1", CHART ("FY9980", "FY9999", "<lane id='l'><title>L</title><bar id='a' start='FY9998' end='FY9999'><title>A</title>"
                                             "</bar></lane>")),
  };

  far_reset ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      open_text (fixture, "far://server/odd.xml", texts[i]);
      for (guint j = 0; j < G_N_ELEMENTS (views); j++)
        {
          g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.view", "s", views[j]));
          fixture_settle ();
          roadmap_view_state_set_selected (fixture->window->state, fixture_look_up (fixture, "a"));
          fixture_settle ();
        }
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; void (*run) (Fixture *, gconstpointer); } tests[] = {
    { "/window-saving/edits-meanwhile", test_edits_meanwhile },
    { "/window-saving/again", test_again },
    { "/window-saving/closing-waits", test_closing_waits },
    { "/window-saving/failure", test_failure },
    { "/window-saving/protected", test_protected },
    { "/window-saving/newer", test_newer },
    { "/window-saving/odd", test_odd },
  };

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  far_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
