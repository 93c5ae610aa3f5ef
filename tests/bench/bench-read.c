/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Reading a file into a roadmap; the floor is libxml2's own reading of it into a tree.
 *   bench-read NAME LIMIT RUNS FILE */

#include "config.h"

#include <libxml/parser.h>
#include <stdlib.h>

#include "bench.h"
#include "document/document.h"

static double
read_cb (gpointer path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  RoadmapDocument *document = roadmap_document_open_path (path, &error);
  double elapsed = bench_since (start);

  if (document == NULL)
    g_error ("%s", error->message);
  g_object_unref (document);
  return elapsed;
}

static double
parse_cb (gpointer path)
{
  gint64 start = g_get_monotonic_time ();
  xmlDoc *tree = xmlReadFile (path, NULL, XML_PARSE_NONET);
  double elapsed = bench_since (start);

  g_assert (tree != NULL);
  xmlFreeDoc (tree);
  return elapsed;
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { NULL };

  if (argc != 5)
    {
      g_printerr ("Usage: bench-read NAME LIMIT RUNS FILE\n");
      return EXIT_FAILURE;
    }
  bench = (Bench) { argv[1], "ms", g_ascii_strtod (argv[2], NULL), strtoul (argv[3], NULL, 10) };
  return bench_compare (&bench, read_cb, parse_cb, argv[4]);
}
