/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>

/* The commands that only read: validate, status, search. */

static void
test_valid (Process       *process,
            gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();

  process_write (process, "a.xml", process_sample);
  process_run (process, "validate", roadmap, "a.xml", NULL);
  process_assert (process, 0, "", "");
}

/* The sample with @old exchanged. */
static void
write_changed (Process    *process,
               const char *old,
               const char *new)
{
  g_auto (GStrv) parts = g_strsplit (process_sample, old, -1);
  g_autofree char *text = g_strjoinv (new, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  process_write (process, "a.xml", text);
}

static void
test_invalid (Process       *process,
              gconstpointer  data)
{
  static const struct
  {
    const char *old, *new;
    const char *output;
  } rows[] = {
    /* What loading finds. */
    { "after=\"b1\"", "after=\"b9\"", "a.xml:20: *b9*\n" },
    { "end=\"FY2020-Q3\"", "end=\"FY2019\"", "a.xml:14: *b1*FY2019*\n" },
    { "id=\"b2\"", "id=\"b1\"", "a.xml:20: *b1*\n" },
    { "</lane>\n  </chart>", "</chart>", "a.xml:??: *\n" },
    { "status=\"done\"", "status=\"完了\"", "a.xml:14: *\n" },
    { "version=\"1\"", "version=\"2\"", "a.xml:2: *\n" },
    /* What only the schema finds, because the program passes over it. */
    { "status=\"done\"", "colour=\"#ffffff\"", "a.xml:14: *colour*\n" },
    { "<letter>完</letter>", "<letter>完</letter><shape/>", "a.xml:6: *shape*\n" },
    { "<title>計画</title>", "<title>計画</title>計画", "a.xml:?: *\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].new);
      write_changed (process, rows[i].old, rows[i].new);
      process_run (process, "validate", "a.xml", NULL);
      process_assert (process, 1, rows[i].output, "");
      g_assert_true (g_regex_match_simple ("^a\\.xml:[0-9]+: [^\\n]+\\n\\z", process->output, 0, 0));
    }
}

/* Each file is looked at, and the worst decides. */
static void
test_several_files (Process       *process,
                    gconstpointer  data)
{
  process_write (process, "good.xml", process_sample);
  process_write (process, "bad.xml", "<roadmap/>\n");

  process_run (process, "validate", "bad.xml", "good.xml", "bad.xml", NULL);
  process_assert (process, 1, "bad.xml:1: *\nbad.xml:1: *\n", "");
  process_run (process, "validate", "absent.xml", "bad.xml", NULL);
  process_assert (process, 2, "bad.xml:1: *\n", "koteihyo-cli: absent.xml: *\n");
  process_run (process, "validate", "bad.xml", "absent.xml", "good.xml", NULL);
  process_assert (process, 2, "bad.xml:1: *\n", "koteihyo-cli: absent.xml: *\n");
}

/* A schema that is not there, or is none, is trouble and no finding about the file. */
static void
test_no_schema (Process       *process,
                gconstpointer  data)
{
  process_write (process, "a.xml", process_sample);
  process_run_with (process, "KOTEIHYO_DATADIR", "absent", "validate", "a.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: absent/roadmap.rng: *\n");

  process_write (process, "roadmap.rng", "<grammar/>");
  process_run_with (process, "KOTEIHYO_DATADIR", process->folder, "validate", "a.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *roadmap.rng*\n");
  process_write (process, "roadmap.rng", "<grammar");
  process_run_with (process, "KOTEIHYO_DATADIR", process->folder, "validate", "a.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *roadmap.rng*\n");
}

static void
test_status (Process       *process,
             gconstpointer  data)
{
  process_write (process, "a.xml", process_sample);
  process_run (process, "status", "a.xml", NULL);
  g_assert_cmpint (process->status, ==, 0);
  g_assert_cmpstr (process->errors, ==, "");
  g_assert_cmpstr (process->output, ==,
                   "\"工程\\表\"\n"
                   "0 roadblocks · 0 measures · 2 bars\n"
                   "\n"
                   "計画\n"
                   "0 roadblocks · 0 measures · 2 bars\n"
                   "完了 1 · without status 1\n"
                   "  ① ゲノム: 完了 1 · without status 1\n"
                   "    拠点: 完了 1\n");
}

static void
test_status_json (Process       *process,
                  gconstpointer  data)
{
  process_write (process, "a.xml", process_sample);
  process_run (process, "status", "--json", "a.xml", NULL);
  g_assert_cmpint (process->status, ==, 0);
  g_assert_cmpstr (process->errors, ==, "");
  g_assert_cmpstr (process->output, ==,
                   "{\"id\":\"roadmap\",\"title\":\"\\\"工程\\\\表\\\"\",\"roadblocks\":0,\"measures\":0,\"bars\":2,"
                   "\"charts\":[{\"id\":\"plan\",\"title\":\"計画\",\"roadblocks\":0,\"measures\":0,\"bars\":2,"
                   "\"status\":[{\"id\":\"done\",\"bars\":1},{\"id\":null,\"bars\":1}],"
                   "\"lanes\":[{\"id\":\"genome\",\"title\":\"① ゲノム\",\"roadblocks\":0,\"measures\":0,\"bars\":2,"
                   "\"status\":[{\"id\":\"done\",\"bars\":1},{\"id\":null,\"bars\":1}],"
                   "\"lanes\":[{\"id\":\"genome.sub\",\"title\":\"拠点\",\"roadblocks\":0,\"measures\":0,\"bars\":1,"
                   "\"status\":[{\"id\":\"done\",\"bars\":1},{\"id\":null,\"bars\":0}],\"lanes\":[]}]}]}]}\n");
}

/* The numbers of the adopted roadmap: 22 roadblocks, counted by hand in the source. */
static void
test_status_of_roadmap (Process       *process,
                        gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();

  process_run (process, "status", roadmap, NULL);
  process_assert (process, 0, "*\n22 roadblocks · *① IRB: *⑨ *\n", "");
}

static void
test_search (Process       *process,
             gconstpointer  data)
{
  static const struct
  {
    const char *query;
    int         status;
    const char *output;
  } rows[] = {
    { "AI", 0, "a.xml:20: b2: ＡＩの活用\n" },
    { "ａｉ", 0, "a.xml:20: b2: ＡＩの活用\n" },
    { "ゲノム", 0, "a.xml:10: genome: ゲノム\n" },
    { "amend", 0, "a.xml:14: b1: Amend\n" },
    { "周知 改正", 0, "a.xml:14: b1: 改正指針の 周知\n" },
    { "活用 改正", 1, "" },
    { "そんな言葉", 1, "" },
  };

  process_write (process, "a.xml", process_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].query);
      process_run (process, "search", "a.xml", rows[i].query, NULL);
      process_assert (process, rows[i].status, rows[i].output, "");
    }

  /* Words without quotation marks are the same. */
  process_run (process, "search", "a.xml", "周知", "改正", NULL);
  process_assert (process, 0, "a.xml:14: b1: *\n", "");
}

/* In the sample, ノ is の. */
#define GENOME "a.xml:10: genome: ゲノム\n"

static void
test_search_filter (Process       *process,
                    gconstpointer  data)
{
  static const struct
  {
    const char *filter, *today;
    int         status;
    const char *output, *error;
  } rows[] = {
    { "year:2021", "2020-06-18", 0, GENOME "a.xml:20: b2: ＡＩの活用\n", "" },
    { "year:2020", "2020-06-18", 0, GENOME "a.xml:14: b1: *\na.xml:20: b2: ＡＩの活用\n", "" },
    { "stage:拠点", "2020-06-18", 0, GENOME "a.xml:14: b1: *\n", "" },
    { "late", "2022-03-31", 1, "", "" },
    { "late", "2022-04-01", 0, GENOME "a.xml:20: b2: ＡＩの活用\n", "" },
    { "", "2020-06-18", 0, GENOME "a.xml:14: b1: *\na.xml:20: b2: ＡＩの活用\n", "" },
    { "stage:none", "2020-06-18", 2, "", "koteihyo-cli: --filter: *stage:none*genome*\n" },
    { "colour:red", "2020-06-18", 2, "", "koteihyo-cli: --filter: *colour*category*\n" },
    { "late", "tomorrow", 2, "", "koteihyo-cli: *tomorrow*\n" },
  };

  process_write (process, "a.xml", process_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].filter);
      process_run (process, "search", "a.xml", "--filter", rows[i].filter, "--today", rows[i].today, "の", NULL);
      process_assert (process, rows[i].status, rows[i].output, rows[i].error);
    }
}

/* Lines are those of the file: each begins the element that has the id. */
static void
test_search_lines (Process       *process,
                   gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) hits = NULL;
  gsize skipped = strlen (roadmap) + 1;

  process_run (process, "search", roadmap, "AI", NULL);
  g_assert_cmpint (process->status, ==, 0);
  g_assert_true (g_file_get_contents (roadmap, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  hits = g_strsplit (g_strchomp (process->output), "\n", -1);
  g_assert_cmpuint (g_strv_length (hits), >, 50);
  for (char **hit = hits; *hit != NULL; hit++)
    {
      g_auto (GStrv) parts = g_strsplit (*hit + skipped, ": ", 3);
      guint64 line = g_ascii_strtoull (parts[0], NULL, 10);
      g_autofree char *id = g_strdup_printf (" id=\"%s\"", parts[1]);

      g_assert_cmpuint (line, <, g_strv_length (lines));
      g_assert_nonnull (strstr (lines[line - 1], id));
    }
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
    { "/cli-read/valid", test_valid },
    { "/cli-read/invalid", test_invalid },
    { "/cli-read/several-files", test_several_files },
    { "/cli-read/no-schema", test_no_schema },
    { "/cli-read/status", test_status },
    { "/cli-read/status-json", test_status_json },
    { "/cli-read/status-of-roadmap", test_status_of_roadmap },
    { "/cli-read/search", test_search },
    { "/cli-read/search-filter", test_search_filter },
    { "/cli-read/search-lines", test_search_lines },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Process, NULL, process_set_up, tests[i].run, process_tear_down);

  return g_test_run ();
}
