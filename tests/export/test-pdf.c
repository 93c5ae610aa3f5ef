/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "pdf-fixture.h"

#include <string.h>

#include "../chart/plan.h"
#include "../model/sample.h"
#include "export/pdf.h"

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
  g_autofree char *output = pdf_run (pdf, command);
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
        g_autoptr (GBytes) pdf = pdf_create (roadmaps[i], languages[j]);

        assert_has_titles (roadmaps[i], pdf, languages[j], "pdftotext -raw FILE -");
        if (roadmaps[i] == usual)
          assert_has_titles (roadmaps[i], pdf, languages[j], "pdftotext FILE -");
      }
}

static void
test_same_bytes (void)
{
  g_autoptr (Roadmap) first_roadmap = sample_parse (plan_text);
  g_autoptr (Roadmap) second_roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) first = pdf_create (first_roadmap, "ja");
  g_autoptr (GBytes) second = pdf_create (second_roadmap, "ja");

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
  g_autoptr (GBytes) pdf = pdf_create (roadmap, "ja");
  g_autofree char *properties = pdf_run (pdf, "pdfinfo -rawdates FILE");

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
  g_autoptr (GBytes) pdf = pdf_create (roadmap, "ja");
  g_autofree char *fonts = pdf_run (pdf, "pdffonts FILE");
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  for (char **line = lines + 2; *line != NULL && **line != '\0'; line++, n_fonts++)
    {
      g_assert_nonnull (strstr (*line, "+NotoSansCJKjp-"));
      g_assert_nonnull (strstr (*line, " yes yes yes "));
    }
  g_assert_cmpuint (n_fonts, ==, 2);
}

/* Of the end of the file, where the room is tried byte by byte. */
#define LAST_BYTES 40

/* Wherever the room ends, and in whatever pieces it is taken. */
static void
test_errors (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  g_autoptr (GBytes) pdf = pdf_write (pages);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  gsize size = g_bytes_get_size (pdf);
  gsize step = size / 40;

  /* In steps, and at the end byte by byte. */
  for (gsize room = 0; room <= size; room = room + step < size ? room + step : MAX (room + 1, size - LAST_BYTES))
    {
      g_autoptr (TestSmallStream) stream = g_object_new (TEST_TYPE_SMALL_STREAM, NULL);
      g_autoptr (GError) error = NULL;
      gboolean written;

      stream->room = room;
      written = roadmap_pdf_write (pages, created, G_OUTPUT_STREAM (stream), NULL, &error);
      g_assert_cmpint (written, ==, room == size);
      if (!written)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
test_cancel (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (roadmap_pdf_write (pages, created, stream, cancellable, &error));
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
  g_test_add_func ("/pdf/errors", test_errors);
  g_test_add_func ("/pdf/cancel", test_cancel);
  return g_test_run ();
}
