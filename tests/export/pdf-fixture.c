/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "pdf-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "../chart/plan.h"
#include "export/pdf.h"

RoadmapPages *
pdf_create_pages (Roadmap    *roadmap,
                  const char *language)
{
  g_autoptr (GPtrArray) charts = plan_list (roadmap, "stages earlier");
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = charts, .language = language };

  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  return roadmap_pages_new (&options);
}

GBytes *
pdf_write (RoadmapPages *pages)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_pdf_write (pages, created, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

GBytes *
pdf_create (Roadmap    *roadmap,
            const char *language)
{
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, language);

  return pdf_write (pages);
}

char *
pdf_run (GBytes     *pdf,
         const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("koteihyo-XXXXXX.pdf", &path, &error);
  int status;

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  for (char **word = words; *word != NULL; word++)
    if (strcmp (*word, "FILE") == 0)
      {
        g_free (*word);
        *word = g_strdup (path);
      }
  g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&output);
}

guint
pdf_count (GBytes     *pdf,
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
