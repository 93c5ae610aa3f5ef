/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* The timeline of a roadmap as PDF, from the roadmap in memory to the last byte: laying out, finding the pages, drawing.
 *   bench-pdf NAME LIMIT RUNS layouts FILE           the floor is bare cairo with the same rectangles, and a new PangoLayout
 *                                                    for each of the same texts
 *   bench-pdf NAME LIMIT RUNS glyphs FILE            the same with a table of the glyphs and their places
 *   bench-pdf NAME LIMIT RUNS memory FILE SMALL      what it takes of memory beyond the roadmap, at most; the floor is the
 *                                                    same for the roadmap SMALL, which has fewer pages
 *   bench-pdf --memory FILE                          for the latter: prints the kilobytes, of this process
 * The bytes are counted and go nowhere. */

#include "config.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "document/document.h"
#include "export/pdf.h"
#include "model/roadmap.h"
#include "pdf-floor.h"

typedef struct
{
  Roadmap     *roadmap;
  PdfFloor    *floor;
  gboolean     glyphs;
  const char  *program;
  const char  *files[2]; /* with memory: the work's, the floor's */
} Print;

static RoadmapPages *
create_pages (Roadmap *roadmap)
{
  g_autoptr (GPtrArray) charts = roadmap_list_charts (roadmap);
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = charts, .language = roadmap_get_language (roadmap) };

  roadmap_paper_find ("a3", TRUE, &options.paper);
  return roadmap_pages_new (&options);
}

/* A stream that only counts. */

#define BENCH_TYPE_SINK (bench_sink_get_type ())
G_DECLARE_FINAL_TYPE (BenchSink, bench_sink, BENCH, SINK, GOutputStream)

struct _BenchSink
{
  GOutputStream parent_instance;
  gsize         n_bytes;
};

G_DEFINE_FINAL_TYPE (BenchSink, bench_sink, G_TYPE_OUTPUT_STREAM)

static gssize
bench_sink_write (GOutputStream  *stream,
                  const void     *buffer,
                  gsize           count,
                  GCancellable   *cancellable,
                  GError        **error)
{
  BENCH_SINK (stream)->n_bytes += count;
  return count;
}

static void
bench_sink_class_init (BenchSinkClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = bench_sink_write;
}

static void
bench_sink_init (BenchSink *self)
{
}

static void
write_pages (RoadmapPages *pages)
{
  g_autoptr (BenchSink) sink = g_object_new (BENCH_TYPE_SINK, NULL);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GError) error = NULL;

  if (!roadmap_pdf_write (pages, created, G_OUTPUT_STREAM (sink), NULL, &error))
    g_error ("%s", error->message);
}

static double
print_cb (gpointer data)
{
  Print *print = data;
  double start = bench_get_thread_time ();
  RoadmapPages *pages = create_pages (print->roadmap);

  write_pages (pages);
  roadmap_pages_unref (pages);
  return bench_get_thread_time () - start;
}

static double
floor_cb (gpointer data)
{
  Print *print = data;
  double start = bench_get_thread_time ();

  if (print->glyphs)
    pdf_floor_draw_glyphs (print->floor);
  else
    pdf_floor_draw_layouts (print->floor);
  return bench_get_thread_time () - start;
}

/* Memory */

/* Of the process, in kilobytes: "VmRSS" now, "VmHWM" at most. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    g_error ("there is no /proc");
  line = strstr (status, name);
  g_assert (line != NULL);
  return g_ascii_strtod (line + strlen (name) + 1, NULL);
}

static Roadmap *
read_roadmap (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, &error);

  if (document == NULL)
    g_error ("%s", error->message);
  return g_object_ref (roadmap_document_get_roadmap (document));
}

static int
print_memory (const char *path)
{
  g_autoptr (Roadmap) roadmap = read_roadmap (path);
  g_autoptr (RoadmapPages) pages = NULL;
  double before = get_memory ("VmRSS");

  pages = create_pages (roadmap);
  write_pages (pages);
  printf ("%.0f\n", get_memory ("VmHWM") - before);
  return EXIT_SUCCESS;
}

static double
run_memory (const char *program,
            const char *path)
{
  const char *arguments[] = { program, "--memory", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_ascii_strtod (output, NULL) / 1024.0;
}

static double
memory_cb (gpointer data)
{
  Print *print = data;

  return run_memory (print->program, print->files[0]);
}

static double
memory_floor_cb (gpointer data)
{
  Print *print = data;

  return run_memory (print->program, print->files[1]);
}

static int
compare_times (const Bench *bench,
               const char  *path,
               gboolean     glyphs)
{
  g_autoptr (Roadmap) roadmap = read_roadmap (path);
  g_autoptr (PdfFloor) floor = NULL;
  Print print = { .roadmap = roadmap, .glyphs = glyphs };
  RoadmapPages *pages = create_pages (roadmap);

  print.floor = floor = pdf_floor_new (pages);
  roadmap_pages_unref (pages);
  return bench_compare (bench, print_cb, floor_cb, &print);
}

int
main (int    argc,
      char **argv)
{
  Bench bench;
  gboolean memory;

  if (argc == 3 && g_str_equal (argv[1], "--memory"))
    return print_memory (argv[2]);
  memory = argc > 4 && g_str_equal (argv[4], "memory");
  if (argc != 6 + memory)
    {
      g_printerr ("Usage: bench-pdf NAME LIMIT RUNS layouts|glyphs|memory FILE [SMALL]\n");
      return EXIT_FAILURE;
    }

  bench = (Bench) { argv[1], memory ? "MB" : "ms", g_ascii_strtod (argv[2], NULL), strtoul (argv[3], NULL, 10) };
  if (memory)
    {
      Print print = { .program = argv[0], .files = { argv[5], argv[6] } };

      return bench_compare (&bench, memory_cb, memory_floor_cb, &print);
    }
  return compare_times (&bench, argv[5], g_str_equal (argv[4], "glyphs"));
}
