/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Finding all items that hold one letter; the floor is strstr() from one occurrence to the next in the same folded text.
 *   bench-search NAME LIMIT RUNS FILE LETTER */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "document/document.h"
#include "model/search-index.h"

typedef struct
{
  RoadmapSearchIndex *index;
  const char         *letter;
  guint               n_found;
} Search;

static double
find_cb (gpointer data)
{
  Search *search = data;
  gint64 start = g_get_monotonic_time ();
  GPtrArray *found = roadmap_search_index_find (search->index, search->letter);
  double elapsed = bench_since (start);

  search->n_found = found->len;
  g_ptr_array_unref (found);
  return elapsed;
}

static double
pass_cb (gpointer data)
{
  Search *search = data;
  const char *at = roadmap_search_index_get_text (search->index);
  gint64 start = g_get_monotonic_time ();

  while ((at = strstr (at, search->letter)) != NULL)
    at += strlen (search->letter);
  return bench_since (start);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  Search search = { NULL };
  Bench bench;
  gint64 start;
  int result;

  if (argc != 6)
    {
      g_printerr ("Usage: bench-search NAME LIMIT RUNS FILE LETTER\n");
      return EXIT_FAILURE;
    }
  document = roadmap_document_open_path (argv[4], &error);
  if (document == NULL)
    g_error ("%s", error->message);

  start = g_get_monotonic_time ();
  search.index = roadmap_search_index_new (roadmap_document_get_roadmap (document));
  search.letter = argv[5];
  printf ("# index: %.1f ms, %.1f MB\n", bench_since (start), roadmap_search_index_get_size (search.index) / 1e6);
  bench = (Bench) { argv[1], "ms", g_ascii_strtod (argv[2], NULL), strtoul (argv[3], NULL, 10) };
  result = bench_compare (&bench, find_cb, pass_cb, &search);
  printf ("# found: %u\n", search.n_found);
  roadmap_search_index_free (search.index);
  return result;
}
