/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Files that mean harm or are oddly made: each is refused with a sentence that says what is wrong with it, or is read as
 * what it is.  None takes long, nor much memory. */

#define _GNU_SOURCE /* setresuid() */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "place.h"

#define HEAD "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"r\">"
#define TITLE "<title>R</title>"

/* What a process may use: a file of 50 MB is held once as it was read and once as text. */
#define MAX_SECONDS  20 /* of processor time; it is a second on any computer of today, but not with sanitizers */
#define MAX_MEGABYTES 200

typedef GBytes *(*Make) (void);

typedef struct
{
  const char *name;
  Make        make;
  const char *text;     /* instead of make */
  const char *sentence; /* behind the file's name; NULL: it can be read */
} Hostile;

static GBytes *
take (GString *text)
{
  return g_string_free_to_bytes (text);
}

static GBytes *
make_nested (void)
{
  GString *text = g_string_new (HEAD TITLE "\n");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "</a>");
  g_string_append (text, "</roadmap>");
  return take (text);
}

static GBytes *
make_attribute (void)
{
  g_autofree char *value = g_strnfill (50 * 1000 * 1000, 'a');
  GString *text = g_string_new (HEAD TITLE "\n<part id=\"p\" page=\"");

  g_string_append_len (text, value, 50 * 1000 * 1000);
  g_string_append (text, "\"><title/></part></roadmap>");
  return take (text);
}

static GBytes *
make_attributes (void)
{
  GString *text = g_string_new (HEAD TITLE "\n<part id=\"p\"");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, " a%u=\"\"", i);
  g_string_append (text, "><title>P</title></part></roadmap>");
  return take (text);
}

static GBytes *
make_errors (void)
{
  GString *text = g_string_new (HEAD TITLE "\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "<bar id='1' start='never'>&nothing;</baz>\n");
  g_string_append (text, "</roadmap>");
  return take (text);
}

static GBytes *
make_wrong_items (void)
{
  GString *text = g_string_new (HEAD TITLE "\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "<part id='1'><title/><title/></part>\n");
  g_string_append (text, "</roadmap>");
  return take (text);
}

static GBytes *
make_laughs (void)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE roadmap [\n<!ENTITY a0 \"ha\">\n");

  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, "<!ENTITY a%u \"&a%u;&a%u;\">\n", i, i - 1, i - 1);
  g_string_append (text, "]>\n" HEAD "<title>&a99;</title></roadmap>");
  return take (text);
}

static GBytes *
make_zeros (void)
{
  return g_bytes_new_take (g_malloc0 (1000000), 1000000);
}

static GBytes *
make_nul (void)
{
  static const char text[] = HEAD "\n\n<title>a\0b</title></roadmap>";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
make_large (void)
{
  GString *text = g_string_new (HEAD TITLE);
  g_autofree char *space = g_strnfill (1000000, ' ');

  for (guint i = 0; i < 68; i++)
    g_string_append (text, space);
  g_string_append (text, "</roadmap>");
  return take (text);
}

static GBytes *
make_ring (void)
{
  g_autofree char *text = fixture_wrap (
    "<chart id='c' calendar='fiscal' start='FY2020' end='FY2023'><title/>"
    "<lane id='l' continues='k'><title/><bar id='a' start='FY2020' end='FY2021' after='a b'><title/>"
    "<followup id='f' date='2021-03-31' repeats='f'/></bar>"
    "<bar id='b' start='FY2020' end='FY2021' after='a'><title/></bar></lane>"
    "<lane id='k' continues='l'><title/></lane></chart>");

  return g_bytes_new (text, strlen (text));
}

static GBytes *
convert (const char *encoding,
         const char *declared)
{
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?>\n" HEAD
                                           "<title>工程表</title></roadmap>\n", declared);
  gsize size;
  char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &size, NULL);

  g_assert_nonnull (converted);
  return g_bytes_new_take (converted, size);
}

static GBytes *make_utf16 (void)         { return convert ("UTF-16", "UTF-16"); }
static GBytes *make_utf16_no_mark (void) { return convert ("UTF-16BE", "UTF-16"); }
static GBytes *make_shift_jis (void)     { return convert ("SHIFT_JIS", "Shift_JIS"); }
static GBytes *make_euc_jp (void)        { return convert ("EUC-JP", "EUC-JP"); }
static GBytes *make_sjis_as_utf8 (void)  { return convert ("SHIFT_JIS", "UTF-8"); }
static GBytes *make_sjis_as_euc (void)   { return convert ("SHIFT_JIS", "EUC-JP"); }
static GBytes *make_utf8_as_sjis (void)  { return convert ("UTF-8", "ISO-2022-JP"); }

/* UTF-16 with half of a pair. */
static GBytes *
make_lone_surrogate (void)
{
  static const char text[] = "<\0r\0>\0\x00\xd8<\0/\0r\0>\0";

  return g_bytes_new_static (text, sizeof text - 1);
}

#define CHART(start, end) \
  HEAD TITLE "\n<chart id='c' calendar='fiscal' start='" start "' end='" end "'><title/></chart></roadmap>"
#define NOT_WELL_FORMED(message) "this is not well-formed XML (" message "); correct it, or open a backup of the file"
#define NOT_A_POINT(value) "it must be a year, quarter or month such as FY2020, FY2020-Q3, 2020-Q1 or 2020-08"

static const Hostile files[] = {
  { "external-entity", NULL, "<?xml version='1.0'?>\n<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<r>&x;</r>",
    ":2: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
  { "external-subset", NULL, "<!DOCTYPE r SYSTEM 'http://localhost:1/a.dtd'>\n" HEAD TITLE "</roadmap>",
    ":1: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
  { "parameter-entity", NULL, "<!DOCTYPE r [<!ENTITY % x SYSTEM 'file:///dev/zero'>%x;]>\n" HEAD TITLE "</roadmap>",
    ":1: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
  { "inclusion", NULL, HEAD TITLE "<include xmlns='http://www.w3.org/2001/XInclude' href='/dev/zero'/></roadmap>", NULL },
  { "billion-laughs", make_laughs, NULL, ":2: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
  { "nested-a-million-deep", make_nested, NULL,
    ":2: " NOT_WELL_FORMED ("Excessive depth in document: 256 use XML_PARSE_HUGE option") },
  { "attribute-of-50-MB", make_attribute, NULL, ":2: " NOT_WELL_FORMED ("AttValue length too long") },
  { "100000-attributes", make_attributes, NULL,
    ":2: an element here has too many attributes to be part of a roadmap; open another file" },
  { "10000-errors", make_errors, NULL, ":2: " NOT_WELL_FORMED ("Entity 'nothing' not defined") },
  { "10000-wrong-items", make_wrong_items, NULL,
    ":2: “1” cannot be an id; it must begin with a letter and have only the letters a to z, digits, dots, hyphens and "
    "underscores" },
  { "too-large", make_large, NULL, ": the file cannot be read (File too large); choose a smaller file" },
  { "NUL-bytes", make_nul, NULL,
    ":3: there is a NUL byte, so this is no XML or damaged; open another file, or a backup" },
  { "only-NUL-bytes", make_zeros, NULL,
    ":1: there is a NUL byte, so this is no XML or damaged; open another file, or a backup" },
  { "empty", NULL, "", ":1: the file is empty; open another one, or a backup of it" },
  { "byte-order-mark-alone", NULL, "\xef\xbb\xbf", ":1: the file is empty; open another one, or a backup of it" },
  { "plain-text", NULL, "工程表\n", ":1: this is not an XML file; choose a roadmap, which begins with <?xml" },
  { "byte-order-mark", NULL, "\xef\xbb\xbf" HEAD TITLE "</roadmap>", NULL },
  { "UTF-16", make_utf16, NULL, NULL },
  { "UTF-16-without-mark", make_utf16_no_mark, NULL, NULL },
  { "Shift_JIS", make_shift_jis, NULL, NULL },
  { "EUC-JP", make_euc_jp, NULL, NULL },
  { "Shift_JIS-declared-as-UTF-8", make_sjis_as_utf8, NULL,
    ":2: this line is not in UTF-8, as the file should be; save it as UTF-8 and open it again" },
  { "Shift_JIS-declared-as-EUC-JP", make_sjis_as_euc, NULL,
    ":1: the file is not in “EUC-JP”, the encoding it names; save it as UTF-8 and open it again" },
  { "UTF-8-declared-as-ISO-2022-JP", make_utf8_as_sjis, NULL,
    ":1: the file is not in “ISO-2022-JP”, the encoding it names; save it as UTF-8 and open it again" },
  { "unknown-encoding", NULL, "<?xml version='1.0' encoding='x-nothing'?>" HEAD TITLE "</roadmap>",
    ":1: the file is not in “x-nothing”, the encoding it names; save it as UTF-8 and open it again" },
  { "lone-surrogate-in-UTF-16", make_lone_surrogate, NULL,
    ":1: the file is not in “UTF-16LE”, the encoding it names; save it as UTF-8 and open it again" },
  { "lone-surrogate-in-UTF-8", NULL, HEAD "<title>\xed\xa0\x80</title></roadmap>",
    ":1: this line is not in UTF-8, as the file should be; save it as UTF-8 and open it again" },
  { "lone-surrogate-as-reference", NULL, HEAD "<title>&#xd800;</title></roadmap>",
    ":1: " NOT_WELL_FORMED ("xmlParseCharRef: invalid xmlChar value 55296") },
  { "colliding-ids", NULL, HEAD TITLE "\n<part id='p'><title/></part>\n<part id='p'><title/></part></roadmap>",
    ":3: the id “p” is used twice; give one of the two items another id" },
  { "ring-of-links", make_ring, NULL, NULL },
  { "year-0", NULL, CHART ("FY0", "FY2020"), ":2: “start” cannot be “FY0”; " NOT_A_POINT ("FY0") },
  { "year-0000", NULL, CHART ("FY0000", "FY2020"), ":2: “start” cannot be “FY0000”; " NOT_A_POINT ("FY0000") },
  { "year-99999", NULL, CHART ("FY2020", "FY99999"), ":2: “end” cannot be “FY99999”; " NOT_A_POINT ("FY99999") },
  { "year-9999", NULL, CHART ("FY0001", "FY9999"), NULL },
  { "newer-version", NULL,
    "<roadmap xmlns='https://koteihyo.org/ns/roadmap' version='2' xml:lang='ja' id='r' date='tomorrow'>" TITLE
    "<part id='p' origin='machine'><title>P</title><later/></part></roadmap>", NULL },
  { "newer-version-with-other-rules", NULL,
    "<roadmap xmlns='https://koteihyo.org/ns/roadmap' version='3.1' xml:lang='ja' id='r'/>",
    ":1: the file was made by a newer version of this program; update the program to open it" },
};

/* A process that runs away is ended by the limit. */
static void
limit_time (void)
{
  struct rlimit limit = { MAX_SECONDS, MAX_SECONDS };

  setrlimit (RLIMIT_CPU, &limit);
}

static void
open_hostile (Place         *place,
              gconstpointer  data)
{
  const Hostile *file = data;
  g_autoptr (GBytes) bytes = file->make != NULL ? file->make () : g_bytes_new_static (file->text, strlen (file->text));
  g_autofree char *expected = g_strconcat (place->path, file->sentence, NULL);
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  document = roadmap_document_open_path (place->path, &error);
  if (file->sentence != NULL)
    {
      g_assert_null (document);
      g_assert_cmpstr (error->message, ==, expected);
      return;
    }
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

/* Each in a process of its own, so that its memory can be measured. */
static void
test_hostile (Place         *place,
              gconstpointer  data)
{
  pid_t child = fork ();
  struct rusage usage;
  gint64 start = g_get_monotonic_time ();
  int status;

  if (child == 0)
    {
      limit_time ();
      open_hostile (place, data);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_test_message ("%.0f ms, %ld MB", (g_get_monotonic_time () - start) / 1000.0, usage.ru_maxrss / 1024);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (usage.ru_maxrss / 1024, <, MAX_MEGABYTES);
#endif
}

static void
assert_refused (const char *path,
                const char *sentence)
{
  g_autofree char *expected = g_strconcat (path, sentence, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (roadmap_document_open_path (path, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

/* What is no file at all; a pipe must not be waited for. */
static void
test_no_files (Place         *place,
               gconstpointer  data)
{
  g_autofree char *pipe = place_dup_path (place, "pipe");
  g_autofree char *missing = place_dup_path (place, "missing.xml");
  g_autofree char *ring = place_dup_path (place, "ring.xml");
  g_autoptr (RoadmapDocument) document = place_open_and_change (place->path);
  g_autofree char *expected = g_strconcat (pipe, ": the file cannot be written (No such device or address); choose a file, "
                                                 "or have a program read from the pipe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("ring.xml", ring), ==, 0);
  assert_refused (pipe, ": this is not a file but a device or a pipe; choose a file");
  assert_refused ("/dev/zero", ": this is not a file but a device or a pipe; choose a file");
  assert_refused (place->folder, ": the file cannot be read (Is a directory); choose a file instead of the folder");
  assert_refused (missing, ": the file cannot be read (No such file or directory); check the name and the folder");
  assert_refused (ring, ": the file cannot be read (Too many levels of symbolic links); check the disk, or choose another "
                        "one");

  g_assert_false (roadmap_document_save_copy (document, pipe, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_no_permission (Place         *place,
                    gconstpointer  data)
{
  uid_t real, effective, saved;

  g_chmod (place->path, 0);
  if (geteuid () == 0)
    {
      g_chmod (place->folder, 0755);
      g_assert_cmpint (setresuid (65534, 65534, 0), ==, 0);
    }
  assert_refused (place->path, ": the file cannot be read (Permission denied); choose another folder, or ask for the "
                               "permission");
  getresuid (&real, &effective, &saved);
  g_assert_cmpint (setresuid (saved, saved, saved), ==, 0);
}

/* An encoding of old becomes UTF-8 with the first change, and says so. */
static void
test_encodings (Place         *place,
                gconstpointer  data)
{
  static const Make make[] = { make_utf16, make_utf16_no_mark, make_shift_jis, make_euc_jp };

  for (guint i = 0; i < G_N_ELEMENTS (make); i++)
    {
      g_autoptr (GBytes) bytes = make[i] ();
      g_autoptr (RoadmapDocument) document = NULL;
      RoadmapItem *root;

      g_file_set_contents (place->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      document = roadmap_document_open_path (place->path, NULL);
      root = roadmap_get_root (roadmap_document_get_roadmap (document));
      g_assert_cmpstr (roadmap_item_get (root, "title"), ==, "工程表");
      fixture_edit (roadmap_document_get_roadmap (document), "set r title 行程表");
      place_save (document);
      place_assert_content (place->path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" HEAD "<title>行程表</title></roadmap>\n");
    }
}

/* What a newer version wrote can be looked at and copied, but not changed. */
static void
test_newer (Place         *place,
            gconstpointer  data)
{
  static const char text[] =
    "<roadmap xmlns='https://koteihyo.org/ns/roadmap' version='2' xml:lang='ja' id='r' date='tomorrow'>" TITLE
    "<part id='p' origin='machine'><title>P</title><later/></part></roadmap>\n";
  g_autofree char *copy = place_dup_path (place, "copy.xml");
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (RoadmapEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  RoadmapItem *part;

  g_file_set_contents (place->path, text, -1, NULL);
  document = roadmap_document_open_path (place->path, NULL);
  g_assert_cmpint (roadmap_document_get_access (document), ==, ROADMAP_ACCESS_NEWER);
  g_assert_true (roadmap_document_is_read_only (document));

  part = roadmap_lookup (roadmap_document_get_roadmap (document), "p");
  g_assert_cmpstr (roadmap_item_get (part, "title"), ==, "P");
  g_assert_null (roadmap_item_get (part, "origin"));
  edit = roadmap_edit_new_set (part, roadmap_kind_find_field (roadmap_item_get_kind (part), "page"), NULL, "1");
  g_assert_false (roadmap_apply (roadmap_document_get_roadmap (document), edit, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==,
                   "The roadmap was made by a newer version of this program; update the program to change it");

  place_save (document);
  place_assert_content (place->path, text);
  g_assert_true (roadmap_document_save_as (document, file, NULL));
  place_assert_content (copy, text);
  g_assert_cmpint (roadmap_document_get_access (document), ==, ROADMAP_ACCESS_NEWER);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*run) (Place *, gconstpointer); } tests[] = {
    { "/hostile/no-files", test_no_files },
    { "/hostile/no-permission", test_no_permission },
    { "/hostile/encodings", test_encodings },
    { "/hostile/newer", test_newer },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("/hostile/", files[i].name, NULL);

      g_test_add (name, Place, &files[i], place_set_up, test_hostile, place_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  return g_test_run ();
}
