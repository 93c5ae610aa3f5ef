/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>

#include "export/formats.h"

/* The table of formats, to the command line.  What the files hold, the export-* tests read. */

static void
test_help (Process       *process,
           gconstpointer  data)
{
  process_run (process, "export", "--help", NULL);
  process_assert (process, 0, "Usage:*--format*Formats:\n*", "");
  for (const RoadmapExportFormat *format = roadmap_export_get_formats (); format->id != NULL; format++)
    {
      g_assert_nonnull (strstr (process->output, format->title));
      g_assert_nonnull (strstr (process->output, format->limits));
    }
}

static void
test_names (Process       *process,
            gconstpointer  data)
{
  g_autofree char *file = NULL;

  process_write (process, "a.xml", process_sample);
  process_run (process, "export", "a.xml", "-o", "out.csv", NULL);
  process_assert (process, 0, "", "");
  file = process_read (process, "out.csv");
  g_assert_true (g_str_has_prefix (file, "id,kind,parent,"));

  process_run (process, "export", "a.xml", "--format=CSV", NULL);
  process_assert (process, 0, file, "");
  process_run (process, "export", "a.xml", "--format=csv", "-o", "out.txt", NULL);
  process_assert (process, 0, "", "");
  g_assert_true (process_has (process, "out.txt"));

  /* Exactly what is printed. */
  process_run (process, "export", "a.xml", "--today=2020-06-18", "-o", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  process_run (process, "print", "a.xml", "--today=2020-06-18", "-o", "print.pdf", NULL);
  g_free (process_run_other (process, "cmp", "out.pdf", "print.pdf", NULL));
}

static void
test_refused (Process       *process,
              gconstpointer  data)
{
  static const struct
  {
    const char *arguments[5];
    const char *errors;
  } rows[] = {
    { { "a.xml" }, "koteihyo-cli: *--format*\n" },
    { { "a.xml", "--format=odt" }, "koteihyo-cli: *odt*pdf*csv*\n" },
    { { "a.xml", "-o", "there.odt" }, "koteihyo-cli: there.odt: *--format*pdf*csv*\n" },
    { { "a.xml", "-o", "a.xml", "--format=csv" }, "koteihyo-cli: a.xml: *take the place*\n" },
    { { "a.xml", "--format=csv", "--paper=a4" }, "koteihyo-cli: *csv*--paper*\n" },
    { { "a.xml", "--format=csv", "--earlier" }, "koteihyo-cli: *csv*--earlier*\n" },
    { { "a.xml", "--format=csv", "--since=e" }, "koteihyo-cli: *csv*--since*\n" },
    { { "a.xml", "--format=html", "--year=2020" }, "koteihyo-cli: *html*--year*\n" },
    { { "a.xml", "--format=html", "--margin=5" }, "koteihyo-cli: *html*--margin*\n" },
    { { "a.xml", "--format=csv", "-o", "/dev/full" }, "koteihyo-cli: /dev/full: *No space left on device*\n" },
    { { "a.xml", "--format=pdf", "--bom" }, "koteihyo-cli: *pdf*--bom*\n" },
    { { "a.xml", "--format=csv", "--scale=2" }, "koteihyo-cli: *csv*--scale*\n" },
    { { "a.xml", "--format=csv", "--page=2" }, "koteihyo-cli: *csv*--page*\n" },
    { { "a.xml", "--format=pdf", "--paper=A9" }, "koteihyo-cli: *A9*\n" },
    { { "a.xml", "--format=csv", "--lang=fr" }, "koteihyo-cli: *fr*: *\n" },
    { { "a.xml", "--format=csv", "--filter=year:2019" }, "koteihyo-cli: *filter*\n" },
    { { "absent.xml", "--format=csv" }, "koteihyo-cli: absent.xml*\n" },
    { { "--format=csv" }, "koteihyo-cli: *one file*\n" },
  };

  process_write (process, "a.xml", process_sample);
  process_write (process, "there.odt", "kept");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *a = rows[i].arguments;
      g_autofree char *there = NULL;
      g_autofree char *roadmap = NULL;

      process_run (process, "export", a[0], a[1], a[2], a[3], a[4], NULL);
      process_assert (process, 2, "", rows[i].errors);
      there = process_read (process, "there.odt");
      roadmap = process_read (process, "a.xml");
      g_assert_cmpstr (there, ==, "kept");
      g_assert_cmpstr (roadmap, ==, process_sample);
    }
}

#define ADD(path, func) g_test_add (path, Process, NULL, process_set_up, func, process_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/export/help", test_help);
  ADD ("/export/names", test_names);
  ADD ("/export/refused", test_refused);
  return g_test_run ();
}
