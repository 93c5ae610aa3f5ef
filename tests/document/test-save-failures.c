/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What is on the disk after saving has failed: what was there before. */

#define _GNU_SOURCE /* setresuid() */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "fixture.h"
#include "place.h"

/* The document, the file and the folder are as they were. */
static void
assert_untouched (Place           *place,
                  RoadmapDocument *document)
{
  place_assert_folder (place, "工程表.xml");
  place_assert_content (place->path, place->text);
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap_document_get_roadmap (document), "p"), "title"), ==, "Q");
}

static void
assert_fails (Place           *place,
              RoadmapDocument *document,
              const char      *path,
              GIOErrorEnum     code)
{
  g_autofree char *prefix = g_strdup_printf ("%s: the file cannot be written (", path);
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_document_save_copy (document, path, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, prefix));
  assert_untouched (place, document);
}

static void
test_bad_places (Place         *place,
                 gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *no_folder = g_build_filename (place->folder, "none", "a.xml", NULL);
  g_autofree char *in_file = g_build_filename (place->path, "a.xml", NULL);
  g_autofree char *long_name = g_strnfill (256, 'x');
  g_autofree char *too_long = place_dup_path (place, long_name);

  assert_fails (place, document, no_folder, G_IO_ERROR_NOT_FOUND);
  assert_fails (place, document, in_file, G_IO_ERROR_NOT_DIRECTORY);
  assert_fails (place, document, too_long, G_IO_ERROR_FILENAME_TOO_LONG);
  assert_fails (place, document, place->folder, G_IO_ERROR_IS_DIRECTORY);
  assert_fails (place, document, "/dev/full", G_IO_ERROR_NO_SPACE);
}

/* Root may do anything, so it becomes somebody else for a while. */
static void
drop_rights (Place *place)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (place->path, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (place->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (setresuid (65534, 65534, 0), ==, 0);
}

static void
take_rights_back (void)
{
  uid_t real, effective, saved;

  getresuid (&real, &effective, &saved);
  g_assert_cmpint (setresuid (saved, saved, saved), ==, 0);
}

static void
assert_denied (Place           *place,
               RoadmapDocument *document,
               mode_t           file_mode,
               mode_t           folder_mode)
{
  g_autoptr (GError) error = NULL;

  g_chmod (place->path, file_mode);
  g_chmod (place->folder, folder_mode);
  g_assert_false (roadmap_document_save (document, &error));
  g_chmod (place->path, 0644);
  g_chmod (place->folder, 0755);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_true (g_str_has_suffix (error->message, "; choose another folder, or ask for the permission"));
  assert_untouched (place, document);
}

/* A file that is write-protected, in a folder that is not; the other way round; and one that cannot even be read. */
static void
test_permissions (Place         *place,
                  gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);

  drop_rights (place);
  assert_denied (place, document, 0444, 0755);
  assert_denied (place, document, 0644, 0555);
  assert_denied (place, document, 0000, 0755);
  take_rights_back ();
}

/* The disk is full in the middle of the file, or no file can be opened. */
static void
test_limits (Place         *place,
             gconstpointer  data)
{
  static const struct { int resource; rlim_t limit; } limits[] = {
    { RLIMIT_FSIZE, 0 }, { RLIMIT_FSIZE, 100 }, { RLIMIT_NOFILE, 0 },
  };
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *other = place_dup_path (place, "other.xml");

  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      struct rlimit old, new;
      gboolean saved, copied;

      getrlimit (limits[i].resource, &old);
      new = old;
      new.rlim_cur = limits[i].limit;
      setrlimit (limits[i].resource, &new);
      saved = roadmap_document_save (document, &error);
      copied = roadmap_document_save_copy (document, other, NULL);
      setrlimit (limits[i].resource, &old);

      g_assert_false (saved);
      g_assert_false (copied);
      g_assert_true (error->domain == G_IO_ERROR);
      assert_untouched (place, document);
    }
  place_save (document);
}

/* What cannot be read again is not written: here, a link to an item that is gone. */
static void
test_unreadable (Place         *place,
                 gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_edit (roadmap_document_get_roadmap (document), "insert r 0 part q P\nset p source q\nremove q");
  g_assert_false (roadmap_document_save (document, &error));
  expected = g_strdup_printf ("%s:4: “source” of “p” leads to “q”, which does not exist; correct the id or remove it",
                              place->path);
  g_assert_cmpstr (error->message, ==, expected);
  assert_untouched (place, document);
}

static void
test_read_errors (Place         *place,
                  gconstpointer  data)
{
  g_autofree char *missing = place_dup_path (place, "none.xml");
  g_autofree char *expected = g_strdup_printf ("%s: the file cannot be read (No such file or directory); check the "
                                               "name and "
                                               "the folder", missing);
  g_autoptr (GError) error = NULL;

  g_assert_null (roadmap_document_open_path (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, expected);
  g_clear_error (&error);

  g_assert_null (roadmap_document_open_path (place->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_null (roadmap_document_open_path ("/dev/zero", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); } tests[] = {
    { "/save-failures/bad-places", test_bad_places },
    { "/save-failures/permissions", test_permissions },
    { "/save-failures/limits", test_limits },
    { "/save-failures/unreadable", test_unreadable },
    { "/save-failures/read-errors", test_read_errors },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  return g_test_run ();
}
