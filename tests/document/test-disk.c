/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What a file holds is compared with what was known of it, and summed up where it differs. */

#include <glib/gstdio.h>
#include <string.h>

#include "document/disk.h"

#define N_BYTES 200000 /* several pieces of a read */

typedef struct
{
  gboolean         done;
  RoadmapDiskState state;
  char            *checksum;
} Result;

static void
looked_cb (GObject      *source,
           GAsyncResult *async_result,
           gpointer      data)
{
  Result *result = data;

  result->state = roadmap_disk_look_finish (async_result, &result->checksum);
  result->done = TRUE;
}

static void
look (const char *path,
      GBytes     *known,
      Result     *result)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  *result = (Result) { FALSE, ROADMAP_DISK_UNREADABLE, NULL };
  roadmap_disk_look_async (file, known, NULL, looked_cb, result);
  while (!result->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_look (const char *path,
             GBytes     *content,
             GBytes     *known)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  gboolean same = known != NULL && g_bytes_equal (content, known);
  Result result;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL));
  look (path, known, &result);
  g_assert_cmpint (result.state, ==, same ? ROADMAP_DISK_SAME : ROADMAP_DISK_READ);
  g_assert_cmpstr (result.checksum, ==, same ? NULL : sum);
  g_free (result.checksum);
}

static GBytes *
create (gsize size,
        gssize changed)
{
  guint8 *data = g_malloc0 (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = i % 251;
  if (changed >= 0)
    data[changed]++;
  return g_bytes_new_take (data, size);
}

static void
test_look (void)
{
  static const struct { gsize size; gssize changed; } contents[] = {
    { N_BYTES, -1 }, { N_BYTES, 0 }, { N_BYTES, 100000 }, { N_BYTES, N_BYTES - 1 },
    { N_BYTES - 1, -1 }, { N_BYTES + 1, -1 }, { 65536, -1 }, { 1, -1 }, { 0, -1 },
  };
  g_autofree char *folder = g_dir_make_tmp ("koteihyo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  g_autoptr (GBytes) known = create (N_BYTES, -1);
  Result result;

  look (path, known, &result);
  g_assert_cmpint (result.state, ==, ROADMAP_DISK_GONE);
  g_assert_null (result.checksum);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) content = create (contents[i].size, contents[i].changed);

      assert_look (path, content, known);
      assert_look (path, content, NULL);
      assert_look (path, content, content);
    }

  look (folder, known, &result);
  g_assert_cmpint (result.state, ==, ROADMAP_DISK_UNREADABLE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disk/look", test_look);
  return g_test_run ();
}
