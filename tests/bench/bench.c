/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "bench.h"

#include <stdlib.h>
#include <time.h>

double
bench_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

double
bench_get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

double
bench_percentile (double *values,
                  guint   n_values,
                  double  percent)
{
  g_return_val_if_fail (n_values > 0, 0.0);

  qsort (values, n_values, sizeof (double), compare);
  return values[(guint) (percent / 100.0 * (n_values - 1) + 0.5)];
}

int
bench_report (const Bench *bench,
              double       work,
              double       floor)
{
  double ratio = work / floor;

  g_print ("%-22s %9.2f %s  floor %9.2f %s  ratio %6.3f  limit %6.3f  %s\n", bench->name, work, bench->unit, floor,
           bench->unit, ratio, bench->limit, ratio <= bench->limit ? "kept" : "OVER");
  return ratio <= bench->limit ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
bench_compare (const Bench *bench,
               BenchFunc    work,
               BenchFunc    floor,
               gpointer     data)
{
  g_autofree double *works = g_new (double, bench->runs);
  g_autofree double *floors = g_new (double, bench->runs);

  /* Files are in the page cache and libraries are loaded from then on. */
  work (data);
  floor (data);
  for (guint i = 0; i < bench->runs; i++)
    {
      works[i] = work (data);
      floors[i] = floor (data);
    }
  return bench_report (bench, bench_percentile (works, bench->runs, 50), bench_percentile (floors, bench->runs, 50));
}
