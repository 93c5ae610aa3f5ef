/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Files whose content a function writes piece by piece: all of it, or the file as it was. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "document/file.h"
#include "fixture.h"
#include "place.h"

typedef struct
{
  guint    n_pieces;
  gboolean fails;    /* after the pieces, with an error of its own */
  gboolean careless; /* does not say that the stream failed */
  guint    n_calls;
} Writer;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        data,
          GError        **error)
{
  Writer *writer = data;

  writer->n_calls++;
  for (guint i = 0; i < writer->n_pieces; i++)
    if (!g_output_stream_write_all (stream, "0123456789", 10, NULL, NULL, writer->careless ? NULL : error) &&
        !writer->careless)
      return FALSE;
  if (writer->fails)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return !writer->fails;
}

static void
test_written (Place         *place,
              gconstpointer  data)
{
  Writer writer = { 3 };
  g_autofree char *path = place_dup_path (place, "a.txt");
  g_autofree char *link = place_dup_path (place, "link.txt");
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (roadmap_file_write_with (path, write_cb, &writer, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  place_assert_content (path, "012345678901234567890123456789");

  /* Through a link, with a backup; permissions stay. */
  g_chmod (path, 0600);
  g_assert_cmpint (symlink ("a.txt", link), ==, 0);
  writer.n_pieces = 1;
  g_assert_true (roadmap_file_write_with (link, write_cb, &writer, ROADMAP_FILE_WRITE_BACKUP, &error));
  g_assert_no_error (error);
  place_assert_content (path, "0123456789");
  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  place_assert_folder (place, "a.txt a.txt~ link.txt 工程表.xml");
  g_assert_cmpuint (writer.n_calls, ==, 2);
}

static void
test_own_error (Place         *place,
                gconstpointer  data)
{
  Writer writer = { 3, .fails = TRUE };
  g_autofree char *expected = g_strdup_printf ("%s: enough", place->path);
  g_autofree char *other = place_dup_path (place, "a.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_file_write_with (place->path, write_cb, &writer, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, expected);
  place_assert_content (place->path, place->text);
  g_assert_false (roadmap_file_write_with (other, write_cb, &writer, ROADMAP_FILE_WRITE_NONE, NULL));
  place_assert_folder (place, "工程表.xml");
}

/* Whatever the writer makes of it, the disk's error is the one that is told. */
static void
test_full (Place         *place,
           gconstpointer  data)
{
  g_autofree char *other = place_dup_path (place, "a.txt");
  struct rlimit old, new;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  new = old;
  for (guint i = 0; i < 8; i++)
    {
      Writer writer = { 10, .fails = (i & 1) != 0, .careless = (i & 2) != 0 };
      const char *path = i & 4 ? other : place->path;
      g_autoptr (GError) error = NULL;
      gboolean written;

      new.rlim_cur = 55;
      setrlimit (RLIMIT_FSIZE, &new);
      written = roadmap_file_write_with (path, write_cb, &writer, ROADMAP_FILE_WRITE_NONE, &error);
      setrlimit (RLIMIT_FSIZE, &old);
      g_assert_false (written);
      g_assert_true (g_str_has_prefix (error->message, path));
      g_assert_nonnull (strstr (error->message, ": the file cannot be written (File too large)"));
      place_assert_content (place->path, place->text);
      place_assert_folder (place, "工程表.xml");
    }
}

static void
test_device (Place         *place,
             gconstpointer  data)
{
  Writer writer = { 10, .careless = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_file_write_with ("/dev/full", write_cb, &writer, ROADMAP_FILE_WRITE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (roadmap_file_write_with ("/dev/null", write_cb, &writer, ROADMAP_FILE_WRITE_NONE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); } tests[] = {
    { "/write-with/written", test_written },
    { "/write-with/own-error", test_own_error },
    { "/write-with/full", test_full },
    { "/write-with/device", test_device },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  return g_test_run ();
}
