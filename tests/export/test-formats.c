/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/formats.h"

#include <string.h>

#include "../chart/plan.h"
#include "../model/sample.h"

/* What every row of the table must keep, whoever adds it. */

static GBytes *
write_plan (const RoadmapExportFormat *format)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages earlier");
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  RoadmapPagesOptions pages_options = { .roadmap = roadmap, .charts = charts, .language = "ja" };
  g_autoptr (RoadmapPages) pages = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_paper_find ("a4", TRUE, &pages_options.paper));
  pages = roadmap_pages_new (&pages_options);
  g_assert_true (format->write (&(RoadmapExportOptions) { .roadmap = roadmap,
                                                          .language = "ja",
                                                          .charts = charts,
                                                          .created = created,
                                                          .pages = pages },
                                stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_rows (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    {
      g_autofree char *name = g_strconcat ("plan.", format->suffix, NULL);

      g_assert_true (g_hash_table_add (ids, (gpointer) format->id));
      g_assert_true (roadmap_export_find_format (format->id) == format);
      g_assert_cmpstr (roadmap_export_find_format_of (name)->suffix, ==, format->suffix);
      g_assert_nonnull (strchr (format->media_type, '/'));
      /* A sentence. */
      g_assert_true (g_str_has_suffix (format->limits, "."));
      g_assert_null (strchr (format->limits, '\n'));
    }
  g_assert_cmpuint (g_hash_table_size (ids), >, 0);
  g_assert_true (roadmap_export_find_format ("PDF") == roadmap_export_find_format ("pdf"));
  g_assert_null (roadmap_export_find_format ("odt"));
  g_assert_null (roadmap_export_find_format_of ("pdf"));
  g_assert_null (roadmap_export_find_format_of ("plan.odt"));
}

static void
test_numbered (void)
{
  static const struct { const char *name; guint number, n_pages; const char *numbered; } names[] = {
    { "plan.png", 3, 9, "plan-3.png" },
    { "plan.png", 3, 12, "plan-03.png" },
    { "a.b/plan", 1, 2, "a.b/plan-1" },
    { "plan.v2.svg", 10, 10, "plan.v2-10.svg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *numbered = roadmap_export_dup_numbered_name (names[i].name, names[i].number, names[i].n_pages);

      g_assert_cmpstr (numbered, ==, names[i].numbered);
    }
}

/* With the same date the same bytes. */
static void
test_again (void)
{
  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    {
      g_autoptr (GBytes) once = write_plan (format);
      g_autoptr (GBytes) again = write_plan (format);

      g_test_message ("%s: %" G_GSIZE_FORMAT " bytes", format->id, g_bytes_get_size (once));
      g_assert_cmpuint (g_bytes_get_size (once), >, 0);
      g_assert_true (g_bytes_equal (once, again));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages");
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  RoadmapPagesOptions pages_options = { .roadmap = roadmap, .charts = charts, .language = "ja" };
  g_autoptr (RoadmapPages) pages = NULL;

  g_assert_true (roadmap_paper_find ("a4", TRUE, &pages_options.paper));
  pages = roadmap_pages_new (&pages_options);
  g_cancellable_cancel (cancellable);
  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_false (format->write (&(RoadmapExportOptions) { .roadmap = roadmap,
                                                               .language = "ja",
                                                               .charts = charts,
                                                               .created = created,
                                                               .pages = pages },
                                     stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/rows", test_rows);
  g_test_add_func ("/formats/numbered", test_numbered);
  g_test_add_func ("/formats/again", test_again);
  g_test_add_func ("/formats/cancelled", test_cancelled);
  return g_test_run ();
}
