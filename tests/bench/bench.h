/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A benchmark is a ratio: what the work costs to what its floor costs, a small program of ours that does only what cannot
 * be left out.  Both are measured in the same run, by turns, so that a slow or busy machine slows both. */

/* What doing it once costs, in the benchmark's unit. */
typedef double (*BenchFunc) (gpointer data);

typedef struct
{
  const char *name;  /* of one word */
  const char *unit;  /* "ms", "MB" */
  double      limit; /* the greatest ratio that is good enough */
  guint       runs;  /* of each; the median counts */
} Bench;

/* Does @work and @floor once unmeasured, then by turns, and prints a line.  Returns what main() is to return: 1 if the ratio is
 * over the limit. */
int    bench_compare    (const Bench *bench,
                         BenchFunc    work,
                         BenchFunc    floor,
                         gpointer     data);
/* The line, for a benchmark that does its measuring itself. */
int    bench_report     (const Bench *bench,
                         double       work,
                         double       floor);
/* The value that @percent of @values lie below, 50 for the median.  Sorts them. */
double bench_percentile (double      *values,
                         guint        n_values,
                         double       percent);
/* Milliseconds since @start, a g_get_monotonic_time(). */
double bench_since      (gint64       start);
/* Milliseconds that this thread has worked, for work that never waits: what else the machine does does not count. */
double bench_get_thread_time (void);

G_END_DECLS
