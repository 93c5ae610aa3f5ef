/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>

static const char *const commands[] = { "validate", "status", "set", "search", "print", "export", "import" };

static void
test_version (Process       *process,
              gconstpointer  data)
{
  process_run (process, "--version", NULL);
  process_assert (process, 0, "koteihyo-cli " PACKAGE_VERSION "\n", "");
}

static void
test_help (Process       *process,
           gconstpointer  data)
{
  process_run (process, "--help", NULL);
  process_assert (process, 0, "Usage:*Exit status: 0 done, 1 a finding, 2 trouble.\n", "");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s FILE", commands[i]);

      g_assert_nonnull (strstr (process->output, line));
    }
}

/* The help of a command begins with how it is called. */
static void
test_command_help (Process       *process,
                   gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("Usage:\n  koteihyo-cli %s [OPTION…] FILE*--help*", commands[i]);

      process_run (process, commands[i], "--help", NULL);
      process_assert (process, 0, pattern, "");
    }
}

static void
test_no_command (Process       *process,
                 gconstpointer  data)
{
  process_run (process, NULL);
  process_assert (process, 2, "", "Usage:*");
  process_run (process, "undo", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *no such command*koteihyo-cli --help*\n");
  process_run (process, "--verbose", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *must be a command*\n");
  process_run (process, "", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *\n");
}

/* Whatever is wrong with a command line: one sentence that says so, where to read on, and nothing done. */
static void
test_wrong_arguments (Process       *process,
                      gconstpointer  data)
{
  static const char *const rows[][4] = {
    { "validate" }, { "status" }, { "search" }, { "set" }, { "print" },
    { "status", "a.xml", "b.xml" },
    { "search", "a.xml" },
    { "search", "a.xml", "" },
    { "search", "a.xml", " 　" },
    { "set", "a.xml" },
    { "set", "a.xml", "b1", "--output=out" },
    { "set", "--output=out" },
    { "set", "a.xml", "-o" },
    { "print", "a.xml" },
    { "print", "--output=out" },
    { "print", "a.xml", "b.xml", "--output=out" },
    { "validate", "--wrong", "a.xml" },
    { "status", "--wrong", "a.xml" },
    { "search", "--wrong", "a.xml" },
    { "set", "--wrong", "a.xml" },
    { "print", "--wrong", "a.xml" },
    { "export" }, { "import" },
    { "export", "a.xml" },
    { "export", "a.xml", "b.xml", "--output=out" },
    { "export", "--wrong", "a.xml" },
    { "import", "a.xml" },
    { "import", "a.xml", "b.xml", "--output=out" },
    { "import", "--wrong", "a.xml" },
  };

  process_write (process, "a.xml", process_sample);
  process_write (process, "b.xml", process_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("koteihyo-cli: *; see “koteihyo-cli %s --help”\n", rows[i][0]);

      process_run (process, rows[i][0], rows[i][1], rows[i][2], rows[i][3], NULL);
      process_assert (process, 2, "", pattern);
      g_assert_false (process_has (process, "out"));
    }
}

/* All commands say the same about a file that they cannot read. */
static void
test_unreadable_files (Process       *process,
                       gconstpointer  data)
{
  static const char *const rows[][2] = {
    { "status" },
    { "search", "x" },
    { "set", "--output=out" },
    { "print", "--output=out" },
  };

  process_write (process, "torn.xml", "<roadmap>\n  <title>工程表\n");
  process_write (process, "other.xml", "<html/>\n");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      process_run (process, rows[i][0], "absent.xml", rows[i][1], NULL);
      process_assert (process, 2, "", "koteihyo-cli: absent.xml: *\n");
      process_run (process, rows[i][0], "torn.xml", rows[i][1], NULL);
      process_assert (process, 2, "", "torn.xml:?: *\n");
      process_run (process, rows[i][0], "other.xml", rows[i][1], NULL);
      process_assert (process, 2, "", "other.xml:1: *\n");
      g_assert_false (process_has (process, "out"));
    }
}

/* A result that could not be written is no result. */
static void
test_full_disk (Process       *process,
                gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("'%s' status a.xml >/dev/full; echo $?", g_getenv ("KOTEIHYO_CLI"));
  g_autofree char *output = NULL;

  process_write (process, "a.xml", process_sample);
  output = process_run_other (process, "sh", "-c", command, NULL);
  g_assert_cmpstr (output, ==, "2\n");
  process_assert_match (process->errors, "koteihyo-cli: *written*\n");
}

/* Scripts run in no locale; what they read and write is UTF-8 all the same. */
static void
test_no_locale (Process       *process,
                gconstpointer  data)
{
  process_write (process, "a.xml", process_sample);
  process_run_with (process, "LC_ALL", "C", "search", "a.xml", "ゲノム", NULL);
  process_assert (process, 0, "a.xml:10: genome: ゲノム\n", "");
  process_run_with (process, "LC_ALL", "C", "set", "a.xml", "b2", "title@en=Ｕｓｅ", "-o", "工程.xml", NULL);
  process_assert (process, 0, "", "");
  g_assert_true (process_has (process, "工程.xml"));

  process_run (process, "search", "a.xml", "\xb9\xa9", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *encoding*\n");
}

/* It must run on a machine that has no GTK. */
static void
test_libraries (Process       *process,
                gconstpointer  data)
{
  g_autofree char *libraries = process_run_other (process, "ldd", g_getenv ("KOTEIHYO_CLI"), NULL);

  g_assert_nonnull (strstr (libraries, "libglib-2.0"));
  g_assert_null (strstr (libraries, "libgtk"));
  g_assert_null (strstr (libraries, "libadwaita"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Process *, gconstpointer);
  } tests[] = {
    { "/cli/version", test_version },
    { "/cli/help", test_help },
    { "/cli/command-help", test_command_help },
    { "/cli/no-command", test_no_command },
    { "/cli/wrong-arguments", test_wrong_arguments },
    { "/cli/unreadable-files", test_unreadable_files },
    { "/cli/full-disk", test_full_disk },
    { "/cli/no-locale", test_no_locale },
    { "/cli/libraries", test_libraries },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Process, NULL, process_set_up, tests[i].run, process_tear_down);

  return g_test_run ();
}
