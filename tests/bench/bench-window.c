/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Opening a roadmap, from the start of the process to the first frame, or the memory it then takes.
 *   bench-window [--parse] [--memory] NAME LIMIT RUNS OPEN-WINDOW EMPTY-WINDOW FILE
 * The floor is an empty window; with --parse also xmllint's reading of the file; with --memory also ten times the file's size. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench.h"

static gboolean with_parse, with_memory;

static const GOptionEntry options[] = {
  { "parse", 0, 0, G_OPTION_ARG_NONE, &with_parse },
  { "memory", 0, 0, G_OPTION_ARG_NONE, &with_memory },
  { NULL },
};

typedef struct
{
  const char *open_window, *empty_window, *file;
} Programs;

/* Starts a program and returns the milliseconds until it says something or, with --memory, the MB that it says. */
static double
run_window (const char *program,
            const char *file)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, file, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;
  double elapsed;

  if (process == NULL)
    g_error ("%s: %s", program, error->message);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  elapsed = bench_since (start);
  g_subprocess_wait (process, NULL, NULL);
  if (line == NULL)
    g_error ("%s ended without a word", program);
  return with_memory ? g_ascii_strtod (line, NULL) / 1024.0 : elapsed;
}

static double
run_parse (const char *file)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xmllint", "--noout", file, NULL);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    g_error ("xmllint cannot read %s", file);
  return bench_since (start);
}

static double
open_cb (gpointer data)
{
  Programs *programs = data;

  return run_window (programs->open_window, programs->file);
}

static double
floor_cb (gpointer data)
{
  Programs *programs = data;
  double floor = run_window (programs->empty_window, NULL);
  GStatBuf status;

  if (with_parse)
    floor += run_parse (programs->file);
  if (with_memory && g_stat (programs->file, &status) == 0)
    floor += 10.0 * status.st_size / (1024.0 * 1024.0);
  return floor;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("NAME LIMIT RUNS OPEN-WINDOW EMPTY-WINDOW FILE");
  Bench bench = { NULL };
  Programs programs;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 7)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return EXIT_FAILURE;
    }

  bench.name = argv[1];
  bench.limit = g_ascii_strtod (argv[2], NULL);
  bench.runs = strtoul (argv[3], NULL, 10);
  bench.unit = with_memory ? "MB" : "ms";
  if (with_memory)
    g_setenv ("KOTEIHYO_BENCH_MEMORY", "1", TRUE);
  programs = (Programs) { argv[4], argv[5], argv[6] };
  return bench_compare (&bench, open_cb, floor_cb, &programs);
}
