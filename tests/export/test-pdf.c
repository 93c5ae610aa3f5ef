/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/image.h"

#include <string.h>

#include "../chart/plan.h"
#include "../model/sample.h"

/* A stream that takes so many bytes and then fails, as a full disk does. */

#define TEST_TYPE_SMALL_STREAM (test_small_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestSmallStream, test_small_stream, TEST, SMALL_STREAM, GOutputStream)

struct _TestSmallStream
{
  GOutputStream parent_instance;
  gsize         room;
};

G_DEFINE_FINAL_TYPE (TestSmallStream, test_small_stream, G_TYPE_OUTPUT_STREAM)

static gssize
test_small_stream_write (GOutputStream  *stream,
                         const void     *buffer,
                         gsize           count,
                         GCancellable   *cancellable,
                         GError        **error)
{
  TestSmallStream *self = TEST_SMALL_STREAM (stream);
  gsize n_written = MIN (count, self->room);

  if (n_written == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return -1;
    }
  self->room -= n_written;
  return n_written;
}

static void
test_small_stream_class_init (TestSmallStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = test_small_stream_write;
}

static void
test_small_stream_init (TestSmallStream *self)
{
}

static RoadmapPages *
create_pages (Roadmap    *roadmap,
              const char *language)
{
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages earlier");
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = charts, .language = language };

  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  return roadmap_pages_new (&options);
}

static GBytes *
create_pdf (Roadmap    *roadmap,
            const char *language)
{
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, language);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_image_write_pdf (pages, created, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What a program that reads the file "-" says. */
static char *
run (GBytes     *input,
     const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv ((const char *const *) words, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static char *
remove_spaces (const char *text)
{
  GString *rest = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
      g_string_append_unichar (rest, g_utf8_get_char (p));
  return g_string_free (rest, FALSE);
}

static void
assert_has_titles (Roadmap    *roadmap,
                   GBytes     *pdf,
                   const char *language,
                   const char *command)
{
  g_autofree char *output = run (pdf, command);
  g_autofree char *text = remove_spaces (output);
  RoadmapItem *root = roadmap_get_root (roadmap);

  for (RoadmapItem *item = roadmap_item_next (root, root); item != NULL; item = roadmap_item_next (item, root))
    {
      g_autofree char *title = NULL;

      if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "milestone") && !roadmap_item_is (item, "chart"))
        continue;
      title = remove_spaces (roadmap_item_get_in (item, "title", language));
      g_test_message ("%s", title);
      g_assert_nonnull (strstr (text, title));
    }
}

/* The wording can be found, letter by letter, in the order of reading and in that of drawing. */
static void
test_text (void)
{
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) usual = sample_parse (plan_text);
  g_autoptr (Roadmap) wordy = plan_create_wordy ();
  Roadmap *roadmaps[] = { usual, wordy };

  for (gsize i = 0; i < G_N_ELEMENTS (roadmaps); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (GBytes) pdf = create_pdf (roadmaps[i], languages[j]);

        assert_has_titles (roadmaps[i], pdf, languages[j], "pdftotext -raw - -");
        if (roadmaps[i] == usual)
          assert_has_titles (roadmaps[i], pdf, languages[j], "pdftotext - -");
      }
}

static void
test_same_bytes (void)
{
  g_autoptr (Roadmap) first_roadmap = sample_parse (plan_text);
  g_autoptr (Roadmap) second_roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) first = create_pdf (first_roadmap, "ja");
  g_autoptr (GBytes) second = create_pdf (second_roadmap, "ja");

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_properties (void)
{
  static const char *const expected[] = {
    "Title:           工程表\n",
    "Subject:         ロードブロック解消のための工程表 / 以前の工程表\n",
    "Author:          協議会\n",
    "Creator:         " PACKAGE_NAME " " PACKAGE_VERSION "\n",
    "Pages:           2\n",
    "CreationDate:    20260102030405Z\n",
    "ModDate:         20260102030405Z\n",
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) pdf = create_pdf (roadmap, "ja");
  g_autofree char *properties = run (pdf, "pdfinfo -rawdates -");

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (properties, expected[i]));
    }
}

/* Every font is embedded, in part, and knows which characters its glyphs are. */
static void
test_fonts (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) pdf = create_pdf (roadmap, "ja");
  g_autofree char *fonts = run (pdf, "pdffonts -");
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  for (char **line = lines + 2; *line != NULL && **line != '\0'; line++, n_fonts++)
    {
      g_assert_nonnull (strstr (*line, "+NotoSansCJKjp-"));
      g_assert_nonnull (strstr (*line, " yes yes yes "));
    }
  g_assert_cmpuint (n_fonts, ==, 2);
}

static guint
count (GBytes     *pdf,
       const char *needle)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  gsize length = strlen (needle);
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    n += memcmp (data + i, needle, length) == 0;
  return n;
}

/* Bookmarks and page labels stand in the file; cairo writes them outside of its compressed streams. */
static void
test_bookmarks (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "ja");
  g_autoptr (GBytes) pdf = create_pdf (roadmap, "ja");

  g_assert_cmpuint (count (pdf, "/Type /Outlines"), ==, 1);
  g_assert_cmpuint (count (pdf, "/Dest ["), ==, roadmap_pages_get_n_bookmarks (pages));
  g_assert_cmpuint (count (pdf, "/PageLabels"), ==, 1);
}

static void
test_errors (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "ja");
  g_autoptr (GBytes) pdf = create_pdf (roadmap, "ja");
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  gsize size = g_bytes_get_size (pdf);
  const gsize rooms[] = { 0, 1, 1000, size / 2, size - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (TestSmallStream) stream = g_object_new (TEST_TYPE_SMALL_STREAM, NULL);
      g_autoptr (GError) error = NULL;

      stream->room = rooms[i];
      g_assert_false (roadmap_image_write_pdf (pages, created, G_OUTPUT_STREAM (stream), NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
test_cancel (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = create_pages (roadmap, "ja");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (roadmap_image_write_pdf (pages, created, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/properties", test_properties);
  g_test_add_func ("/pdf/fonts", test_fonts);
  g_test_add_func ("/pdf/bookmarks", test_bookmarks);
  g_test_add_func ("/pdf/errors", test_errors);
  g_test_add_func ("/pdf/cancel", test_cancel);
  return g_test_run ();
}
