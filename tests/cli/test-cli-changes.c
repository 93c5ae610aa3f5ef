/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "process.h"

static void
assert_has (const char *words,
            const char *wanted)
{
  if (strstr (words, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, words);
}

/* Two files beside each other. */
static void
test_file (Process       *process,
           gconstpointer  data)
{
  g_autofree char *path = process_get_roadmap ();
  g_autofree char *words = NULL;

  process_run (process, "set", path, "--unlock", "imaging", "title=画像診断の支援", "-o", "new.xml", NULL);
  process_assert (process, 0, "*", "*");
  process_run (process, "print", "new.xml", "--layout", "changes", "--since", path, "--paper", "A4", "-o", "changes.pdf", NULL);
  process_assert (process, 0, "", "");
  words = process_run_other (process, "pdftotext", "-raw", "changes.pdf", "-", NULL);
  assert_has (words, "roadmap.xmlからの変更（新旧対照表）");
  assert_has (words, "変更1件");
  assert_has (words, "② 画像診断の支援");
  assert_has (words, "画像診断支援");
}

/* The one edition of the shipped roadmap, of which nothing has been changed since. */
static void
test_edition (Process       *process,
              gconstpointer  data)
{
  g_autofree char *path = process_get_roadmap ();
  g_autofree char *words = NULL;

  process_run (process, "print", path, "--layout", "changes", "--since", "edition.2020", "--lang", "en", "-o", "changes.pdf",
               NULL);
  process_assert (process, 0, "", "");
  words = process_run_other (process, "pdftotext", "changes.pdf", "-", NULL);
  assert_has (words, "Changes since 18 June 2020");
  assert_has (words, "Nothing has changed.");
}

static void
test_stranger (Process       *process,
               gconstpointer  data)
{
  g_autofree char *path = process_get_roadmap ();
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, "data", "second.xml", NULL);

  process_run (process, "print", path, "--layout", "changes", "--since", other, "-o", "changes.pdf", NULL);
  process_assert (process, 2, "", "*second.xml: *");
  g_assert_false (process_has (process, "changes.pdf"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-changes/file", Process, NULL, process_set_up, test_file, process_tear_down);
  g_test_add ("/cli-changes/edition", Process, NULL, process_set_up, test_edition, process_tear_down);
  g_test_add ("/cli-changes/stranger", Process, NULL, process_set_up, test_stranger, process_tear_down);
  return g_test_run ();
}
