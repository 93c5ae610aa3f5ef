/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What is on the disk after saving. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "place.h"

static void
test_save (Place         *place,
           gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *backup = g_strconcat (place->path, "~", NULL);
  g_autofree char *checksum = roadmap_document_dup_checksum (document);
  g_autofree char *new_checksum = NULL;

  g_assert_false (roadmap_document_is_changed_on_disk (document));
  place_save (document);
  place_assert_content (place->path, place->text_changed);
  place_assert_content (backup, place->text);
  place_assert_folder (place, "工程表.xml 工程表.xml~");
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  new_checksum = roadmap_document_dup_checksum (document);
  g_assert_cmpstr (checksum, !=, new_checksum);

  /* what was saved is what the next save starts from */
  fixture_edit (roadmap_document_get_roadmap (document), "set p title P");
  place_save (document);
  place_assert_content (place->path, place->text);
  place_assert_content (backup, place->text_changed);
}

/* A document that says what the file says is not written: no new backup, not even a new time stamp. */
static void
test_unchanged (Place         *place,
                gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  GStatBuf before, after;

  fixture_edit (roadmap_document_get_roadmap (document), "set p title P");
  g_stat (place->path, &before);
  place_save (document);
  g_stat (place->path, &after);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  place_assert_folder (place, "工程表.xml");
}

static void
test_mode_and_group (Place         *place,
                     gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0644, 0664, 0640, 0666, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
      GStatBuf before, after;

      g_chmod (place->path, modes[i]);
      if (geteuid () == 0)
        g_assert_cmpint (chown (place->path, 1, 2), ==, 0);
      g_chmod (place->path, modes[i]);
      g_stat (place->path, &before);
      fixture_edit (roadmap_document_get_roadmap (document), i % 2 ? "set p title P" : "set p title Q");
      place_save (document);
      g_stat (place->path, &after);
      g_assert_cmpuint (after.st_mode & 07777, ==, modes[i]);
      g_assert_cmpuint (after.st_uid, ==, before.st_uid);
      g_assert_cmpuint (after.st_gid, ==, before.st_gid);
    }
}

static void
test_symlink (Place         *place,
              gconstpointer  data)
{
  static const char *const targets[] = { "工程表.xml", "to", "./missing.xml" };
  static const char *const names[] = { "to", "to-to", "dangling" };
  g_autoptr (RoadmapDocument) document = NULL;
  g_autofree char *missing = place_dup_path (place, "missing.xml");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *link = place_dup_path (place, names[i]);

      g_assert_cmpint (symlink (targets[i], link), ==, 0);
      if (i < 2)
        {
          g_clear_object (&document);
          document = place_open_and_change (link);
          fixture_edit (roadmap_document_get_roadmap (document), i == 0 ? "set p title Q" : "set p title P");
          place_save (document);
        }
      else
        roadmap_document_save_copy (document, link, NULL);
      g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
      place_assert_content (place->path, i == 0 ? place->text_changed : place->text);
    }
  g_assert_false (g_file_test (missing, G_FILE_TEST_IS_SYMLINK));
  place_assert_content (missing, place->text);
}

/* Somebody else's work is not written over, and stays; nor is ours lost. */
static void
test_changed_on_disk (Place         *place,
                      gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, "<theirs/>", -1, NULL);
  g_assert_true (roadmap_document_is_changed_on_disk (document));
  g_assert_false (roadmap_document_save (document, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED);
  expected = g_strdup_printf ("%s: somebody else has changed the file since it was opened; compare and merge the two, "
                              "or "
                              "save under another name", place->path);
  g_assert_cmpstr (error->message, ==, expected);
  place_assert_content (place->path, "<theirs/>");
  place_assert_folder (place, "工程表.xml");

  /* the same content by another hand is no change */
  g_file_set_contents (place->path, place->text, -1, NULL);
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  place_save (document);
  place_assert_content (place->path, place->text_changed);
}

/* That version and no other may be replaced, and only once. */
static void
test_overwrite (Place         *place,
                gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "<theirs/>", -1);
  g_autofree char *own = roadmap_document_dup_checksum (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_document_expects (document, own));
  g_assert_false (roadmap_document_expects (document, checksum));
  roadmap_document_allow_overwriting (document, checksum);
  g_assert_true (roadmap_document_expects (document, checksum));
  g_file_set_contents (place->path, "<others/>", -1, NULL);
  g_assert_false (roadmap_document_save (document, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED);
  place_assert_content (place->path, "<others/>");

  g_file_set_contents (place->path, "<theirs/>", -1, NULL);
  place_save (document);
  place_assert_content (place->path, place->text_changed);
  g_assert_false (roadmap_document_expects (document, checksum));
  g_file_set_contents (place->path, "<theirs/>", -1, NULL);
  g_clear_error (&error);
  g_assert_false (roadmap_document_save (document, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_CHANGED);
}

static void
test_vanished (Place         *place,
               gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);

  g_unlink (place->path);
  g_assert_false (roadmap_document_is_changed_on_disk (document));
  place_save (document);
  place_assert_content (place->path, place->text_changed);
  place_assert_folder (place, "工程表.xml");
}

static void
test_save_as (Place         *place,
              gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *other = place_dup_path (place, "other.xml");
  g_autofree char *copy = place_dup_path (place, "copy.xml");
  g_autoptr (GFile) file = g_file_new_for_path (other);
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_document_save_copy (document, copy, &error));
  place_assert_content (copy, place->text_changed);
  g_assert_cmpstr (g_file_peek_path (roadmap_document_get_file (document)), ==, place->path);

  g_assert_true (roadmap_document_save_as (document, file, &error));
  place_assert_content (other, place->text_changed);
  place_assert_content (place->path, place->text);
  g_assert_true (g_file_equal (roadmap_document_get_file (document), file));
  place_assert_folder (place, "copy.xml other.xml 工程表.xml");
  g_assert_no_error (error);
}

typedef struct
{
  const char *path;
  GString    *record;
} Watch;

/* The file as it is at this moment. */
static void
writing_cb (const char *checksum,
            gpointer    user_data)
{
  Watch *watch = user_data;
  g_autofree char *content = NULL;
  gsize size;
  g_autofree char *now = NULL;

  if (g_file_get_contents (watch->path, &content, &size, NULL))
    now = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, size);
  g_string_append_printf (watch->record, "writing %s over %s\n", checksum, now != NULL ? now : "nothing");
}

static void
saved_cb (RoadmapDocument *document,
          Watch           *watch)
{
  g_autofree char *checksum = roadmap_document_dup_checksum (document);

  g_string_append_printf (watch->record, "saved %s\n", checksum);
}

/* What is about to be written is told before it is there, and that it is there afterwards; a copy is nobody's business. */
static void
test_announced (Place         *place,
                gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *copy = g_strconcat (place->path, ".copy", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (copy);
  g_autofree char *old = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place->text, -1);
  g_autofree char *new = g_compute_checksum_for_string (G_CHECKSUM_SHA256, place->text_changed, -1);
  g_autoptr (GString) record = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("writing %s over %s\nsaved %s\n" "writing %s over %s\nsaved %s\n"
                                               "writing %s over %s\nsaved %s\n",
                                               new, old, new, new, new, new, new, new, new);
  Watch watch = { place->path, record };

  roadmap_document_set_writing_func (document, writing_cb, &watch);
  g_signal_connect (document, "saved", G_CALLBACK (saved_cb), &watch);
  place_save (document);
  place_save (document);
  g_assert_true (roadmap_document_save_copy (document, copy, NULL));
  g_assert_true (roadmap_document_save_as (document, other, NULL));
  roadmap_document_set_writing_func (document, NULL, NULL);
  fixture_edit (roadmap_document_get_roadmap (document), "set p title P");
  g_signal_handlers_disconnect_by_func (document, saved_cb, &watch);
  place_save (document);
  g_assert_cmpstr (record->str, ==, expected);
}

static void
test_special_files (Place         *place,
                    gconstpointer  data)
{
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *long_name = g_strnfill (255, 'x');
  g_autofree char *long_path = place_dup_path (place, long_name);
  g_autoptr (GError) error = NULL;
  GStatBuf null;

  g_assert_true (roadmap_document_save_copy (document, "/dev/null", &error));
  g_stat ("/dev/null", &null);
  g_assert_true (S_ISCHR (null.st_mode));
  g_assert_true (roadmap_document_save_copy (document, long_path, &error));
  place_assert_content (long_path, place->text_changed);
  g_assert_no_error (error);
}

/* A file in an encoding of old is kept in it as long as nothing changes, and becomes UTF-8 then. */
static void
test_encoding (Place         *place,
               gconstpointer  data)
{
  g_autofree char *text = fixture_wrap ("  <part id='p'><title>日本</title></part>\n");
  g_auto (GStrv) parts = g_strsplit (text, "<?xml version=\"1.0\"?>", 2);
  g_autofree char *declared = g_strconcat ("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>", parts[1], NULL);
  g_autofree char *expected = fixture_wrap ("  <part id='p'><title>Q</title></part>\n");
  g_autofree char *copy = place_dup_path (place, "copy.xml");
  g_autofree char *encoded = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *utf8 = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  gsize size, copied_size;

  encoded = g_convert (declared, -1, "Shift_JIS", "UTF-8", NULL, &size, NULL);
  g_file_set_contents (place->path, encoded, size, NULL);
  document = roadmap_document_open_path (place->path, NULL);
  g_assert_cmpstr (roadmap_item_get (roadmap_lookup (roadmap_document_get_roadmap (document), "p"), "title"), ==, "日本");
  g_assert_true (roadmap_document_save_copy (document, copy, NULL));
  g_file_get_contents (copy, &copied, &copied_size, NULL);
  g_assert_cmpmem (copied, copied_size, encoded, size);

  fixture_edit (roadmap_document_get_roadmap (document), "set p title Q");
  place_save (document);
  utf8 = g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", strchr (expected, '\n'), NULL);
  place_assert_content (place->path, utf8);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); } tests[] = {
    { "/save/save", test_save },
    { "/save/unchanged", test_unchanged },
    { "/save/mode-and-group", test_mode_and_group },
    { "/save/symlink", test_symlink },
    { "/save/changed-on-disk", test_changed_on_disk },
    { "/save/overwrite", test_overwrite },
    { "/save/vanished", test_vanished },
    { "/save/save-as", test_save_as },
    { "/save/announced", test_announced },
    { "/save/special-files", test_special_files },
    { "/save/encoding", test_encoding },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  return g_test_run ();
}
