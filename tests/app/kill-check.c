/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "document/orphan.h"

#include "kill-script.h"

/* What is left of a run of tests/app/kill-subject.c that was killed:
 *
 *     kill-check ROADMAP JOURNALS TRACE SEED TIME-OF-DEATH
 *
 * prints the steps that were done, the steps that are there after recovery, how many of them the journal brought, and how long
 * before the end (in ms) the first missing one had been done; and ends with 0, or says what is wrong. */

typedef struct
{
  GArray    *times; /* gint64: when each step was done; first that of the beginning */
  GPtrArray *sums;
} Trace;

static void
read_trace (Trace      *trace,
            const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("there is no trace");
  lines = g_strsplit (text, "\n", -1);
  trace->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  trace->sums = g_ptr_array_new_with_free_func (g_free);
  /* The last one is empty, or a line that was cut off. */
  for (char **line = lines; line[0] != NULL && line[1] != NULL; line++)
    {
      gint64 time = g_ascii_strtoll (*line, NULL, 10);

      g_array_append_val (trace->times, time);
      g_ptr_array_add (trace->sums, g_strdup (strchr (*line, ' ') + 1));
    }
}

/* What the roadmap was after each step, and after one more, of which the trace may not know yet. */
static GPtrArray *
expect (Roadmap     *roadmap,
        const Trace *trace,
        guint        seed)
{
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);
  KillScript script = { g_rand_new_with_seed (seed), 0 };

  for (guint i = 0; i <= trace->sums->len; i++)
    {
      if (i > 0)
        kill_script_step (&script, roadmap, history);
      g_ptr_array_add (sums, kill_script_sum_up (roadmap));
      if (i < trace->sums->len && strcmp (g_ptr_array_index (sums, i), g_ptr_array_index (trace->sums, i)) != 0)
        g_error ("the script does not repeat itself at step %u", i);
    }
  g_rand_free (script.random);
  return sums;
}

static guint
recover (RoadmapDocument *document,
         const char      *journals)
{
  GFile *file = roadmap_document_get_file (document);
  GBytes *content = roadmap_document_get_content (document);
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  g_autoptr (GPtrArray) orphans = roadmap_orphan_list (journals, file);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (orphans->len > 1)
    g_error ("there are %u journals", orphans->len);
  for (guint i = 0; i < orphans->len; i++)
    switch (roadmap_orphan_get_fit (g_ptr_array_index (orphans, i), content))
      {
      case ROADMAP_ORPHAN_FITS:
        n = roadmap_orphan_replay (g_ptr_array_index (orphans, i), content, roadmap, history, &error);
        if (error != NULL)
          g_error ("the journal cannot be replayed: %s", error->message);
        break;
      case ROADMAP_ORPHAN_DONE:
        break;
      case ROADMAP_ORPHAN_CHANGED:
        g_error ("the journal does not fit the file");
      case ROADMAP_ORPHAN_LOST:
      default:
        g_error ("the journal is damaged: %s", roadmap_orphan_get_problem (g_ptr_array_index (orphans, i)));
      }
  return n;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *original = NULL;
  g_autoptr (RoadmapDocument) first = NULL;
  g_autoptr (RoadmapDocument) document = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GError) error = NULL;
  Trace trace;
  gint64 death;
  guint n_restored, n_done, k;
  double late = 0;

  g_assert (argc == 6);
  death = g_ascii_strtoll (argv[5], NULL, 10);
  read_trace (&trace, argv[3]);
  n_done = trace.sums->len - 1;

  original = g_strconcat (argv[1], ".original", NULL);
  first = roadmap_document_open_path (original, &error);
  g_assert_no_error (error);
  expected = expect (roadmap_document_get_roadmap (first), &trace, g_ascii_strtoull (argv[4], NULL, 10));

  document = roadmap_document_open_path (argv[1], &error);
  if (document == NULL)
    g_error ("the file is damaged: %s", error->message);
  n_restored = recover (document, argv[2]);
  sum = kill_script_sum_up (roadmap_document_get_roadmap (document));

  for (k = n_done + 1; k > 0 && strcmp (sum, g_ptr_array_index (expected, k)) != 0; k--)
    ;
  if (strcmp (sum, g_ptr_array_index (expected, k)) != 0)
    g_error ("what is restored never was");
  if (k < n_done)
    late = (death - g_array_index (trace.times, gint64, k + 1)) / 1000.0;
  g_print ("%u %u %u %.1f\n", n_done, k, n_restored, late);
  if (late > 1000)
    g_error ("a step is missing that was done %.0f ms before the end", late);

  g_array_unref (trace.times);
  g_ptr_array_unref (trace.sums);
  return 0;
}
