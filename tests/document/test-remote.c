/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Files that have no path: opened and saved on a server, which may fail in any way. */

#include <string.h>

#include "document/file.h"
#include "far.h"
#include "fixture.h"
#include "place.h"

#define URI    "far://server/plan.xml"
#define BACKUP URI "~"
#define PART   "  <part id='p'><title>%s</title></part>\n"

static char *
make_text (const char *title)
{
  g_autofree char *body = g_strdup_printf (PART, title);

  return fixture_wrap (body);
}

static void
assert_content (const char *uri,
                const char *title)
{
  g_autofree char *content = far_get (uri);
  g_autofree char *expected = title != NULL ? make_text (title) : NULL;

  g_assert_cmpstr (content, ==, expected);
}

static RoadmapDocument *
open_and_change (void)
{
  g_autofree char *text = make_text ("P");
  g_autoptr (GFile) file = g_file_new_for_uri (URI);
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document;

  far_reset ();
  far_set (URI, text);
  document = roadmap_document_open (file, &error);
  g_assert_no_error (error);
  fixture_edit (roadmap_document_get_roadmap (document), "set p title Q");
  return document;
}

static void
assert_fails (RoadmapDocument *document,
              int              code,
              const char      *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_document_save (document, &error));
  g_assert_cmpint (error->code, ==, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_save (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();

  g_assert_cmpstr (roadmap_document_get_display_name (document), ==, "shown plan.xml");
  g_assert_false (roadmap_document_is_read_only (document));
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  place_save (document);
  assert_content (URI, "Q");
  assert_content (BACKUP, "P");
  g_assert_cmpuint (far_count (), ==, 2);

  fixture_edit (roadmap_document_get_roadmap (document), "set p title R");
  place_save (document);
  assert_content (URI, "R");
  assert_content (BACKUP, "Q");
}

static void
test_save_as (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();
  g_autoptr (GFile) other = g_file_new_for_uri ("far://server/other.xml");

  g_assert_true (roadmap_document_save_as (document, other, NULL));
  assert_content ("far://server/other.xml", "Q");
  assert_content (URI, "P");
  g_assert_true (g_file_equal (roadmap_document_get_file (document), other));
  g_assert_cmpstr (roadmap_document_get_display_name (document), ==, "shown other.xml");
}

/* A server that keeps no backups has one made beside the file. */
static void
test_no_backups (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();

  far_server.has_no_backups = TRUE;
  place_save (document);
  assert_content (URI, "Q");
  assert_content (BACKUP, "P");
}

static void
test_changed (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();
  g_autofree char *theirs = make_text ("theirs");

  far_set (URI, theirs);
  g_assert_true (roadmap_document_is_changed_on_disk (document));
  assert_fails (document, ROADMAP_ERROR_CHANGED,
                URI ": somebody else has changed the file since it was opened; compare and merge the two, or save under "
                "another name");
  assert_content (URI, "theirs");
}

static void
test_vanished (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();

  far_set (URI, NULL);
  place_save (document);
  assert_content (URI, "Q");
  g_assert_cmpuint (far_count (), ==, 1);
}

#define NOT_WRITTEN(reason) URI ": the file cannot be written (" reason "); check the connection, or save on this computer"

/* The old content stays or comes back, and the next save succeeds. */
static void
test_failures (void)
{
  static const struct { FarServer server; int code; const char *message; } rows[] = {
    { { .fails_to_write = TRUE }, G_IO_ERROR_NO_SPACE, NOT_WRITTEN ("The server is full") },
    { { .fails_to_close = TRUE }, G_IO_ERROR_NO_SPACE, NOT_WRITTEN ("The server is full") },
    { { .fails_to_write = TRUE, .writes_in_place = TRUE }, G_IO_ERROR_NO_SPACE, NOT_WRITTEN ("The server is full") },
    { { .loses_quietly = TRUE }, G_IO_ERROR_PARTIAL_INPUT, NOT_WRITTEN ("it does not hold what was sent") },
    { { .is_protected = TRUE }, G_IO_ERROR_PERMISSION_DENIED, NOT_WRITTEN ("The server does not allow it") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapDocument) document = open_and_change ();

      far_server = rows[i].server;
      assert_fails (document, rows[i].code, rows[i].message);
      assert_content (URI, "P");
      far_server = (FarServer) { FALSE };
      place_save (document);
      assert_content (URI, "Q");
    }
}

/* All of it has arrived though the server says otherwise: it is saved. */
static void
test_false_alarm (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();

  far_server = (FarServer) { .fails_to_close = TRUE, .writes_in_place = TRUE };
  place_save (document);
  assert_content (URI, "Q");
}

static void
test_damaged (void)
{
  g_autoptr (RoadmapDocument) document = open_and_change ();

  far_server = (FarServer) { .fails_to_write = TRUE, .writes_in_place = TRUE, .stays_broken = TRUE };
  assert_fails (document, G_IO_ERROR_NO_SPACE,
                URI ": the file was damaged while it was written (The server is full); save it on this computer at once");
  assert_content (BACKUP, "P");
}

static void
test_read_errors (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("far://server/none.xml");
  g_autoptr (GFile) nowhere = g_file_new_for_uri ("nowhere://server/none.xml");
  g_autoptr (GError) error = NULL;

  far_reset ();
  g_assert_null (roadmap_document_open (file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "far://server/none.xml: the file cannot be read (No such file on the server); check the "
                                       "connection, or copy it to this computer");
  g_clear_error (&error);
  g_assert_null (roadmap_document_open (nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_read_only (void)
{
  g_autofree char *text = make_text ("P");
  g_autoptr (GFile) file = g_file_new_for_uri (URI);
  g_autoptr (RoadmapDocument) document = NULL;

  far_reset ();
  far_set (URI, text);
  far_server.is_protected = TRUE;
  document = roadmap_document_open (file, NULL);
  g_assert_cmpint (roadmap_document_get_access (document), ==, ROADMAP_ACCESS_PROTECTED);
}

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        text,
          GError        **error)
{
  if (text != NULL)
    return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return FALSE;
}

/* What a function writes is there as a whole, or what was there before. */
static void
test_written (void)
{
  g_autofree char *before = make_text ("P");
  g_autofree char *after = make_text ("Q");
  g_autoptr (GFile) file = g_file_new_for_uri (URI);
  g_autoptr (GError) error = NULL;

  far_reset ();
  g_assert_true (roadmap_file_store_with (file, write_cb, before, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  assert_content (URI, "P");
  g_assert_true (roadmap_file_store_with (file, write_cb, after, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  assert_content (URI, "Q");
  g_assert_cmpuint (far_count (), ==, 1);

  g_assert_false (roadmap_file_store_with (file, write_cb, NULL, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, URI ": enough");
  assert_content (URI, "Q");
  g_clear_error (&error);

  far_server = (FarServer) { .fails_to_write = TRUE, .writes_in_place = TRUE };
  g_assert_false (roadmap_file_store_with (file, write_cb, before, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_cmpstr (error->message, ==, NOT_WRITTEN ("The server is full"));
  assert_content (URI, "Q");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  far_init ();
  g_test_add_func ("/remote/save", test_save);
  g_test_add_func ("/remote/save-as", test_save_as);
  g_test_add_func ("/remote/no-backups", test_no_backups);
  g_test_add_func ("/remote/changed", test_changed);
  g_test_add_func ("/remote/vanished", test_vanished);
  g_test_add_func ("/remote/failures", test_failures);
  g_test_add_func ("/remote/false-alarm", test_false_alarm);
  g_test_add_func ("/remote/damaged", test_damaged);
  g_test_add_func ("/remote/read-errors", test_read_errors);
  g_test_add_func ("/remote/read-only", test_read_only);
  g_test_add_func ("/remote/written", test_written);
  return g_test_run ();
}
