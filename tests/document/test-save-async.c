/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Saving while the roadmap goes on being changed. */

#include "fixture.h"
#include "place.h"

typedef struct
{
  guint    n_done;
  gboolean saved;
  GError  *error; /* of the last one */
} Outcome;

static void
done_cb (GObject      *document,
         GAsyncResult *result,
         gpointer      data)
{
  Outcome *outcome = data;

  g_clear_error (&outcome->error);
  outcome->saved = roadmap_document_save_finish (ROADMAP_DOCUMENT (document), result, &outcome->error);
  outcome->n_done++;
}

static void
wait_for (Outcome *outcome,
          guint    n)
{
  while (outcome->n_done < n)
    g_main_context_iteration (NULL, TRUE);
}

/* What is in the file is the roadmap as it was when the save began. */
static void
test_edits_meanwhile (Place         *place,
                      gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *later = fixture_wrap ("  <part id=\"p\" page=\"2\">\n    <title>R</title>\n  </part>\n");
  Outcome outcome = { 0 };

  roadmap_document_save_async (document, NULL, done_cb, &outcome);
  g_assert_true (roadmap_document_is_saving (document));
  fixture_edit (roadmap_document_get_roadmap (document), "set p title R\nset p page 2");
  wait_for (&outcome, 1);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.saved);
  g_assert_false (roadmap_document_is_saving (document));
  place_assert_content (place->path, place->text_changed);
  g_assert_false (roadmap_document_is_changed_on_disk (document));

  place_save (document);
  place_assert_content (place->path, later);
}

static void
test_one_at_a_time (Place         *place,
                    gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 }, second = { 0 };

  roadmap_document_save_async (document, NULL, done_cb, &outcome);
  roadmap_document_save_async (document, NULL, done_cb, &second);
  g_assert_false (roadmap_document_save (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  wait_for (&outcome, 1);
  wait_for (&second, 1);
  g_assert_true (outcome.saved);
  g_assert_false (second.saved);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_PENDING);
  place_assert_content (place->path, place->text_changed);
  g_clear_error (&second.error);
}

/* What a save that failed would have brought into the file, the next one does. */
static void
test_failure (Place         *place,
              gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *other = place_dup_path (place, "none/other.xml");
  g_autoptr (GFile) file = g_file_new_for_path (other);
  g_autofree char *later = fixture_wrap ("  <part id=\"p\" page=\"2\">\n    <title>Q</title>\n  </part>\n");
  Outcome outcome = { 0 };

  roadmap_document_save_async (document, file, done_cb, &outcome);
  fixture_edit (roadmap_document_get_roadmap (document), "set p page 2");
  wait_for (&outcome, 1);
  g_assert_false (outcome.saved);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (g_file_peek_path (roadmap_document_get_file (document)), ==, place->path);
  g_clear_error (&outcome.error);

  place_save (document);
  place_assert_content (place->path, later);
}

static void
test_save_as (Place         *place,
              gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *other = place_dup_path (place, "other.xml");
  g_autoptr (GFile) file = g_file_new_for_path (other);
  Outcome outcome = { 0 };

  roadmap_document_save_async (document, file, done_cb, &outcome);
  wait_for (&outcome, 1);
  g_assert_true (outcome.saved);
  place_assert_content (other, place->text_changed);
  place_assert_content (place->path, place->text);
  g_assert_true (g_file_equal (roadmap_document_get_file (document), file));
}

/* The document is kept as long as it is being saved. */
static void
test_let_go (Place         *place,
             gconstpointer  data)
{
  RoadmapDocument *document = place_open_and_change (place->path);
  Outcome outcome = { 0 };

  roadmap_document_save_async (document, NULL, done_cb, &outcome);
  g_object_unref (document);
  wait_for (&outcome, 1);
  g_assert_true (outcome.saved);
  place_assert_content (place->path, place->text_changed);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); } tests[] = {
    { "/save-async/edits-meanwhile", test_edits_meanwhile },
    { "/save-async/one-at-a-time", test_one_at_a_time },
    { "/save-async/failure", test_failure },
    { "/save-async/save-as", test_save_as },
    { "/save-async/let-go", test_let_go },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  return g_test_run ();
}
