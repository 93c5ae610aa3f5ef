/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* A document from opening to saving, with the roadmaps of the repository. */

#include <glib/gstdio.h>

#include "document/document.h"
#include "fixture.h"

static RoadmapDocument *
open_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  RoadmapDocument *document = roadmap_document_open (file, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_equal (roadmap_document_get_file (document), file));
  return document;
}

static void
test_open_and_save (gconstpointer path)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RoadmapDocument) document = open_document (path);
  gint64 opened = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = fixture_load (path);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *checksum = roadmap_document_dup_checksum (document);
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *folder = g_dir_make_tmp ("koteihyo-document-XXXXXX", &error);
  g_autofree char *copy = g_build_filename (folder, "copy.xml", NULL);

  g_assert_cmpstr (checksum, ==, expected);
  g_assert_true (g_bytes_equal (roadmap_document_get_text (document), bytes));
  g_test_message ("opened in %.1f ms", (opened - start) / 1000.0);

  start = g_get_monotonic_time ();
  roadmap_document_save_copy (document, copy, &error);
  g_assert_no_error (error);
  g_test_message ("saved in %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  saved = fixture_load (copy);
  fixture_assert_bytes ("saved", saved, bytes);

  g_unlink (copy);
  g_rmdir (folder);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  *n += 1;
}

/* A roadmap that was made here gets its file later, and is saved there from then on. */
static void
test_new (void)
{
  g_autofree char *text = fixture_wrap ("");
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autoptr (RoadmapDocument) document = roadmap_document_new (roadmap);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("koteihyo-document-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "new.xml", NULL);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RoadmapDocument) again = NULL;
  guint n_notified = 0;

  g_signal_connect (document, "notify::file", G_CALLBACK (count_cb), &n_notified);
  g_assert_null (roadmap_document_get_file (document));
  g_assert_null (roadmap_document_get_text (document));
  g_assert_null (roadmap_document_dup_checksum (document));
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  g_assert_true (roadmap_document_get_roadmap (document) == roadmap);

  g_assert_true (roadmap_document_save_as (document, file, &error));
  g_assert_cmpuint (n_notified, ==, 1);
  fixture_edit (roadmap, "set r title T\ninsert r 0 part p P");
  g_assert_true (roadmap_document_save (document, &error));
  again = open_document (path);
  g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap_document_get_roadmap (again)), "title"), ==, "T");

  g_unlink (path);
  g_unlink (backup);
  g_rmdir (folder);
}

static void
test_properties (void)
{
  g_autofree char *path = fixture_dup_odd_path ();
  g_autoptr (RoadmapDocument) document = open_document (path);
  g_autoptr (GFile) file = NULL;
  g_autoptr (Roadmap) roadmap = NULL;

  g_object_get (document, "file", &file, "roadmap", &roadmap, NULL);
  g_assert_true (file == roadmap_document_get_file (document));
  g_assert_true (roadmap == roadmap_document_get_roadmap (document));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  g_autofree char *odd = NULL;

  g_test_init (&argc, &argv, NULL);
  data = fixture_dup_data_path ();
  odd = fixture_dup_odd_path ();

  g_test_add_data_func ("/document/open-and-save/roadmap", data, test_open_and_save);
  g_test_add_data_func ("/document/open-and-save/second", odd, test_open_and_save);
  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/properties", test_properties);
  return g_test_run ();
}
