/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/picture.h"

#include <string.h>

#include "chart/axis.h"

#include "../chart/plan.h"
#include "../model/sample.h"

static RoadmapPages *
lay_out (Roadmap         *roadmap,
         RoadmapLayoutId  layout,
         double           height)
{
  RoadmapPagesOptions options = {
    .roadmap = roadmap,
    .language = "ja",
    .paper = { .width = 842, .height = height, .margin = 28 },
    .layouts = &layout,
    .n_layouts = 1,
  };

  return roadmap_pages_new (&options);
}

static GBytes *
write_picture (RoadmapExportFunc  write,
               RoadmapPages      *pages,
               guint              page,
               double             scale)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (write (&(RoadmapExportOptions) { .roadmap = roadmap_pages_get_roadmap (pages),
                                                  .pages = pages,
                                                  .page = page,
                                                  .scale = scale },
                        stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* On paper without an end a chapter is one page that holds all of it and ends below it, whatever the chapter would
 * begin new pages for. */
static void
test_endless (void)
{
  static const RoadmapLayoutId layouts[] = {
    ROADMAP_LAYOUT_SWIMLANE, ROADMAP_LAYOUT_TABLE, ROADMAP_LAYOUT_DOMAINS, ROADMAP_LAYOUT_MAP, ROADMAP_LAYOUT_NARRATIVE,
  };
  g_autoptr (Roadmap) roadmap = plan_create_wordy ();
  guint n_layouts = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (RoadmapPages) sheets = lay_out (roadmap, layouts[i], 595);
      g_autoptr (RoadmapPages) endless = lay_out (roadmap, layouts[i], 0);
      guint n_chapters = 0;

      for (guint k = 0; k < roadmap_pages_get_n_bookmarks (endless); k++)
        n_chapters += roadmap_pages_get_bookmark (endless, k)->level == 0;
      /* The plan has nothing for every layout. */
      if (n_chapters == 0)
        continue;
      n_layouts++;
      g_test_message ("layout %d: %u pages, or %u", layouts[i], roadmap_pages_get_n_pages (sheets),
                      roadmap_pages_get_n_pages (endless));
      g_assert_cmpuint (roadmap_pages_get_n_pages (endless), ==, n_chapters);
      g_assert_cmpuint (roadmap_pages_get_n_pages (endless), <=, roadmap_pages_get_n_pages (sheets));
      g_assert_cmpfloat (roadmap_pages_get_height (sheets, 0), ==, 595);
      for (guint page = 0; page < roadmap_pages_get_n_pages (endless); page++)
        {
          double height = roadmap_pages_get_height (endless, page);

          g_assert_cmpfloat (height, ==, roadmap_scene_get_height (roadmap_pages_get_scene (endless, page)) + 28);
          g_assert_cmpfloat (height, >, 60);
          g_assert_cmpfloat (height, <, 20000);
        }
    }
  g_assert_cmpuint (n_layouts, >=, 2);
}

static guint
read_number (const guint8 *data)
{
  return data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3];
}

static void
test_png (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = lay_out (roadmap, ROADMAP_LAYOUT_SWIMLANE, 0);

  for (int scale = 1; scale <= 2; scale++)
    {
      g_autoptr (GBytes) bytes = write_picture (roadmap_picture_write_png, pages, 0, scale);
      g_autoptr (GBytes) again = write_picture (roadmap_picture_write_png, pages, 0, scale);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpuint (read_number (data + 16), ==, (guint) (842 * 96 * scale + 71) / 72);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_too_large (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = lay_out (roadmap, ROADMAP_LAYOUT_SWIMLANE, 0);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_picture_write_png (
    &(RoadmapExportOptions) { .roadmap = roadmap, .pages = pages, .scale = 40 }, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

typedef struct
{
  GHashTable *titles;
  guint       depth;
  gboolean    in_title;
  guint       n_texts; /* <text>, which would need a font */
} Drawing;

static void
open_cb (GMarkupParseContext  *context,
         const char           *name,
         const char          **names,
         const char          **values,
         gpointer              user_data,
         GError              **error)
{
  Drawing *drawing = user_data;

  drawing->in_title = strcmp (name, "title") == 0;
  drawing->n_texts += strcmp (name, "text") == 0;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Drawing *drawing = user_data;

  if (drawing->in_title)
    g_hash_table_add (drawing->titles, g_strndup (text, length));
  drawing->in_title = FALSE;
}

/* A well-formed picture that looks alike everywhere and says what it shows. */
static void
test_svg (void)
{
  const GMarkupParser parser = { .start_element = open_cb, .text = text_cb };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = lay_out (roadmap, ROADMAP_LAYOUT_SWIMLANE, 0);
  g_autoptr (GBytes) bytes = write_picture (roadmap_picture_write_svg, pages, 0, 0);
  g_autoptr (GBytes) again = write_picture (roadmap_picture_write_svg, pages, 0, 0);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Drawing drawing = { titles };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &drawing, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  g_autoptr (GPtrArray) bars = roadmap_list (roadmap, g_ptr_array_index (charts, 0), "bar");

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (drawing.n_texts, ==, 0);

  g_assert_cmpuint (bars->len, >, 2);
  for (guint i = 0; i < bars->len; i++)
    {
      g_autofree char *label = roadmap_item_dup_label (g_ptr_array_index (bars, i), "ja");
      GHashTableIter iter;
      gpointer title;
      gboolean found = FALSE;

      g_hash_table_iter_init (&iter, titles);
      while (g_hash_table_iter_next (&iter, &title, NULL))
        found |= g_str_has_prefix (title, label);
      g_assert_true (found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/endless", test_endless);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/too-large", test_too_large);
  g_test_add_func ("/picture/svg", test_svg);
  return g_test_run ();
}
