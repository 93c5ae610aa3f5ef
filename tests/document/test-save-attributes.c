/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What a file keeps besides its content when it is saved, what saving leaves in the folder, and folders that take no new
 * names. */

#define _GNU_SOURCE /* setresuid() */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "document/file.h"
#include "document/replace.h"
#include "fixture.h"
#include "place.h"

#define ACCESS_LIST "system.posix_acl_access"

/* user::rw-, user:1234:rw-, group::r--, mask::rw-, other::--- as the kernel has it. */
static const guint8 access_list[] = {
  2, 0, 0, 0,
  0x01, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
  0x02, 0, 6, 0, 0xd2, 0x04, 0, 0,
  0x04, 0, 4, 0, 0xff, 0xff, 0xff, 0xff,
  0x10, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
  0x20, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,
};

/* A folder for the state of programs that anybody may write to. */
static char *state_folder;

static gboolean
set_attribute (Place      *place,
               const char *name,
               const void *value,
               gsize       size)
{
  if (setxattr (place->path, name, value, size, 0) == 0)
    return TRUE;
  g_test_skip ("the file system has no such attributes");
  return FALSE;
}

static void
assert_attribute (const char *path,
                  const char *name,
                  const void *value,
                  gsize       size)
{
  guint8 buffer[256];
  gssize length = getxattr (path, name, buffer, sizeof buffer);

  g_assert_cmpint (length, >=, 0);
  g_assert_cmpmem (buffer, length, value, size);
}

static void
test_extended_attributes (Place         *place,
                          gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *backup = g_strconcat (place->path, "~", NULL);

  if (!set_attribute (place, "user.origin", "会議", strlen ("会議")) || !set_attribute (place, "user.empty", "", 0))
    return;
  place_save (document);
  place_assert_content (place->path, place->text_changed);
  assert_attribute (place->path, "user.origin", "会議", strlen ("会議"));
  assert_attribute (place->path, "user.empty", "", 0);
  assert_attribute (backup, "user.origin", "会議", strlen ("会議"));
}

static void
test_access_list (Place         *place,
                  gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  GStatBuf status;

  if (!set_attribute (place, ACCESS_LIST, access_list, sizeof access_list))
    return;
  place_save (document);
  assert_attribute (place->path, ACCESS_LIST, access_list, sizeof access_list);
  g_stat (place->path, &status);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0660);
}

static void
test_new_file (Place         *place,
               gconstpointer  data)
{
  static const mode_t masks[] = { 022, 077, 027 };
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *name = g_strdup_printf ("new-%u.xml", i);
      g_autofree char *path = place_dup_path (place, name);
      mode_t old = umask (masks[i]);
      GStatBuf status;

      g_assert_true (roadmap_document_save_copy (document, path, NULL));
      umask (old);
      g_stat (path, &status);
      g_assert_cmpuint (status.st_mode & 0777, ==, 0666 & ~masks[i]);
    }
  place_assert_folder (place, "new-0.xml new-1.xml new-2.xml 工程表.xml");
}

/* The file is replaced in one step, which another name of it cannot follow. */
static void
test_hard_link (Place         *place,
                gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *other = place_dup_path (place, "other.xml");

  g_assert_cmpint (link (place->path, other), ==, 0);
  place_save (document);
  place_assert_content (place->path, place->text_changed);
  place_assert_content (other, place->text);
}

/* What programs that were killed have left goes; what belongs to a program that lives, or to another file, stays. */
static void
test_left_over (Place         *place,
                gconstpointer  data)
{
  g_autofree char *prefix = g_strdup_printf (".koteihyo-%08x-", g_str_hash ("工程表.xml"));
  g_autofree char *dead = g_strconcat (place->folder, "/", prefix, "aaaaaa", NULL);
  g_autofree char *dead_backup = g_strconcat (dead, "~", NULL);
  g_autofree char *lone_backup = g_strconcat (place->folder, "/", prefix, "bbbbbb~", NULL);
  g_autofree char *living = g_strconcat (place->folder, "/", prefix, "cccccc", NULL);
  g_autofree char *living_backup = g_strconcat (living, "~", NULL);
  g_autofree char *others = place_dup_path (place, ".koteihyo-00000000-aaaaaa");
  g_autofree char *expected = g_strdup_printf (".koteihyo-00000000-aaaaaa %scccccc %scccccc~ 工程表.xml 工程表.xml~", prefix, prefix);
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  const char *const files[] = { dead, dead_backup, lone_backup, living, living_backup, others };
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_file_set_contents (files[i], "?", -1, NULL);
  fd = g_open (living, O_RDWR, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  place_save (document);
  place_assert_folder (place, expected);
  close (fd);
}

/* Runs @test as somebody who is not root, in a process of its own. */
static void
run_as_nobody (Place  *place,
               void  (*test) (Place *))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (geteuid () == 0)
        g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
      test (place);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static void
save_in_place (Place *place)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *rescue = roadmap_replace_dup_rescue_path (place->path);
  GStatBuf before, after;

  g_stat (place->path, &before);
  place_save (document);
  g_stat (place->path, &after);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  place_assert_content (place->path, place->text_changed);
  place_assert_content (rescue, place->text);

  /* a shorter one leaves nothing of the longer one behind */
  fixture_edit (roadmap_document_get_roadmap (document), "remove p");
  place_save (document);
  place_assert_content (rescue, place->text_changed);
}

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        text,
          GError        **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error);
}

/* A content that comes piece by piece is there as a whole before. */
static void
write_in_place (Place *place)
{
  g_autofree char *rescue = roadmap_replace_dup_rescue_path (place->path);
  g_autoptr (GError) error = NULL;

  roadmap_file_write_with (place->path, write_cb, place->text_changed, ROADMAP_FILE_WRITE_NONE, &error);
  g_assert_no_error (error);
  place_assert_content (place->path, place->text_changed);
  place_assert_content (rescue, place->text);
  roadmap_file_write_with (place->path, write_cb, place->text, ROADMAP_FILE_WRITE_NONE, &error);
  g_assert_no_error (error);
}

/* The file may be written, but the folder takes no new names: it is write-protected, or sticky and the file another's. */
static void
test_in_place (Place         *place,
               gconstpointer  data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can make such folders");
      return;
    }
  g_chmod (place->path, 0666);
  g_chmod (place->folder, GPOINTER_TO_UINT (data));
  run_as_nobody (place, write_in_place);
  run_as_nobody (place, save_in_place);
  place_assert_folder (place, "工程表.xml");
}

static void
fail_to_open (Place *place)
{
  g_autofree char *rescue = roadmap_replace_dup_rescue_path (place->path);
  g_autofree char *expected = g_strdup_printf ("%s:1: the file is empty; open another one, or a backup of it. What it held "
                                               "before the last save is in “%s”", place->path, rescue);
  g_autoptr (GError) error = NULL;

  save_in_place (place);
  g_file_set_contents_full (place->path, "", 0, G_FILE_SET_CONTENTS_NONE, 0666, NULL);
  g_assert_cmpint (truncate (place->path, 0), ==, 0);
  g_assert_null (roadmap_document_open_path (place->path, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

/* The computer went off while the file was written in place. */
static void
test_damaged_in_place (Place         *place,
                       gconstpointer  data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can make such folders");
      return;
    }
  g_chmod (place->path, 0666);
  g_chmod (place->folder, 0555);
  run_as_nobody (place, fail_to_open);
}

static void
save_is_refused (Place *place)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autoptr (GError) error = NULL;

  g_chmod (state_folder, 0);
  g_assert_true (roadmap_document_is_read_only (document) == (g_access (place->path, W_OK) != 0));
  g_assert_false (roadmap_document_save (document, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  place_assert_content (place->path, place->text);
}

/* Without a place for what the file holds it is not written in place; and not at all if it is write-protected. */
static void
test_refused (Place         *place,
              gconstpointer  data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can make such folders");
      return;
    }
  g_chmod (place->path, GPOINTER_TO_UINT (data));
  g_chmod (place->folder, 0555);
  g_chmod (state_folder, 0);
  run_as_nobody (place, save_is_refused);
  g_chmod (state_folder, 0777);
  place_assert_folder (place, "工程表.xml");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); guint data; } tests[] = {
    { "/save-attributes/extended-attributes", test_extended_attributes, 0 },
    { "/save-attributes/access-list", test_access_list, 0 },
    { "/save-attributes/new-file", test_new_file, 0 },
    { "/save-attributes/hard-link", test_hard_link, 0 },
    { "/save-attributes/left-over", test_left_over, 0 },
    { "/save-attributes/in-place/protected", test_in_place, 0555 },
    { "/save-attributes/in-place/sticky", test_in_place, 01777 },
    { "/save-attributes/in-place/damaged", test_damaged_in_place, 0 },
    { "/save-attributes/refused/no-other-place", test_refused, 0666 },
    { "/save-attributes/refused/protected", test_refused, 0444 },
  };
  g_autofree char *rescues = NULL;
  int result;

  state_folder = g_dir_make_tmp ("koteihyo-state-XXXXXX", NULL);
  g_chmod (state_folder, 0777);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, GUINT_TO_POINTER (tests[i].data), place_set_up, tests[i].run, place_tear_down);
  result = g_test_run ();

  rescues = g_strdup_printf ("rm -rf '%s'", state_folder);
  g_spawn_command_line_sync (rescues, NULL, NULL, NULL, NULL);
  g_free (state_folder);
  return result;
}
