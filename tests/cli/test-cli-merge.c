/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

/* Versions of the sample, made by the program itself. */
static void
write_version (Process    *process,
               const char *name,
               const char *id,
               const char *assignment)
{
  process_write (process, "base.xml", process_sample);
  process_run (process, "set", "base.xml", id, assignment, "--unlock", "-o", name, NULL);
  process_assert (process, 0, "", "");
}

static void
test_same (Process       *process,
           gconstpointer  data)
{
  process_write (process, "base.xml", process_sample);
  process_run (process, "diff", "base.xml", "base.xml", NULL);
  process_assert (process, 0, "", "");
  process_run (process, "diff", "--json", "base.xml", "base.xml", NULL);
  process_assert (process, 0, "[]\n", "");
}

static void
test_diff (Process       *process,
           gconstpointer  data)
{
  write_version (process, "new.xml", "b1", "status=");
  process_run (process, "diff", "base.xml", "new.xml", NULL);
  process_assert (process, 1, "new.xml:14: b1: Bar “改正指針の 周知”: Status: 完了 → –\n", "");
  process_run (process, "diff", "new.xml", "base.xml", "--json", NULL);
  process_assert (process, 1,
                  "[{\"id\":\"b1\",\"kind\":\"bar\",\"change\":\"set\",\"field\":\"status\",\"language\":null,"
                  "\"old\":null,\"new\":\"done\"}]\n",
                  "");
}

static void
test_diff_of_items (Process       *process,
                    gconstpointer  data)
{
  g_autofree char *second = g_strdup (process_sample);
  char *place = g_strrstr (second, "<bar id=\"b2\"");
  g_autofree char *head = g_strndup (second, place - second);
  g_autofree char *text = g_strconcat (head, "<bar id=\"b3\" start=\"FY2020\" end=\"FY2020\"><title>x</title></bar>",
                                       place, NULL);

  process_write (process, "base.xml", process_sample);
  process_write (process, "new.xml", text);
  process_run (process, "diff", "base.xml", "new.xml", NULL);
  process_assert (process, 1, "new.xml:20: b3: Bar “x”: Added\n", "");
  process_run (process, "diff", "new.xml", "base.xml", "--json", NULL);
  process_assert (process, 1,
                  "[{\"id\":\"b3\",\"kind\":\"bar\",\"change\":\"removed\",\"old\":{\"parent\":\"genome\",\"position\":1}}]\n",
                  "");
}

static void
test_merge (Process       *process,
            gconstpointer  data)
{
  g_autofree char *merged = NULL;
  g_autofree char *expected = NULL;

  write_version (process, "ours.xml", "b1", "status=");
  write_version (process, "theirs.xml", "b2", "title@en=Use");
  process_run (process, "merge", "base.xml", "ours.xml", "theirs.xml", "-o", "merged.xml", NULL);
  process_assert (process, 0, "", "");
  merged = process_read (process, "merged.xml");
  process_run (process, "set", "ours.xml", "b2", "title@en=Use", "-o", "expected.xml", NULL);
  expected = process_read (process, "expected.xml");
  g_assert_cmpstr (merged, ==, expected);
}

static void
test_conflict (Process       *process,
               gconstpointer  data)
{
  g_autofree char *merged = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  write_version (process, "ours.xml", "b1", "title@en=One");
  write_version (process, "theirs.xml", "b1", "title@en=Other");
  ours = process_read (process, "ours.xml");
  theirs = process_read (process, "theirs.xml");
  process_run (process, "merge", "base.xml", "ours.xml", "theirs.xml", "-o", "ours.xml", NULL);
  process_assert (process, 1, "",
                  "ours.xml:14: Bar “改正指針の 周知”: Title (en): both changed it; taken: One (ours), not taken: Other\n");
  merged = process_read (process, "ours.xml");
  g_assert_cmpstr (merged, ==, ours);

  process_run (process, "merge", "base.xml", "ours.xml", "theirs.xml", "--take", "theirs", "-o", "merged.xml", NULL);
  process_assert (process, 0, "", "");
  g_clear_pointer (&merged, g_free);
  merged = process_read (process, "merged.xml");
  g_assert_cmpstr (merged, ==, theirs);
}

static void
test_trouble (Process       *process,
              gconstpointer  data)
{
  process_write (process, "base.xml", process_sample);
  process_run (process, "diff", "base.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: name the two files*");
  process_run (process, "diff", "base.xml", "absent.xml", NULL);
  process_assert (process, 2, "", "*absent.xml*");
  process_run (process, "diff", "base.xml", "/dev/null", NULL);
  process_assert (process, 2, "", "*/dev/null*");
  process_run (process, "merge", "base.xml", "base.xml", "base.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: name the three files*");
  process_run (process, "merge", "base.xml", "base.xml", "base.xml", "--take", "mine", "-o", "out.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: --take is*");
  g_assert_false (process_has (process, "out.xml"));
}

static void
test_strangers (Process       *process,
                gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *second = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "second.xml", NULL);

  process_run (process, "diff", roadmap, second, NULL);
  process_assert (process, 2, "", "koteihyo-cli: the two are not versions of one roadmap: *");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Process       *process,
                       gconstpointer  data);
  } tests[] = {
    { "/cli-diff/same", test_same },
    { "/cli-diff/value", test_diff },
    { "/cli-diff/items", test_diff_of_items },
    { "/cli-diff/strangers", test_strangers },
    { "/cli-merge/both", test_merge },
    { "/cli-merge/conflict", test_conflict },
    { "/cli-merge/trouble", test_trouble },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Process, NULL, process_set_up, tests[i].test, process_tear_down);

  return g_test_run ();
}
