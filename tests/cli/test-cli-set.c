/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>
#include <unistd.h>

/* The only line that differs, as "-OLD+NEW"; NULL unless it is exactly one. */
static char *
find_difference (const char *old,
                 const char *new)
{
  g_auto (GStrv) old_lines = g_strsplit (old, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (new, "\n", -1);
  g_autofree char *difference = NULL;

  if (g_strv_length (old_lines) != g_strv_length (new_lines))
    return NULL;
  for (guint i = 0; old_lines[i] != NULL; i++)
    if (strcmp (old_lines[i], new_lines[i]) != 0)
      {
        if (difference != NULL)
          return NULL;
        difference = g_strdup_printf ("-%s+%s", g_strstrip (old_lines[i]), g_strstrip (new_lines[i]));
      }
  return g_steal_pointer (&difference);
}

static void
test_load_and_save (Process       *process,
                    gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  process_run (process, "set", roadmap, "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  g_assert_true (g_file_get_contents (roadmap, &before, NULL, NULL));
  after = process_read (process, "out.xml");
  g_assert_cmpstr (after, ==, before);
}

static void
test_one_status (Process       *process,
                 gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *difference = NULL;

  process_run (process, "set", roadmap, "irb.bar-1", "status=done", "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  g_assert_true (g_file_get_contents (roadmap, &before, NULL, NULL));
  after = process_read (process, "out.xml");
  difference = find_difference (before, after);
  process_assert_match (difference, "-<bar id=\"irb.bar-1\"*>+<bar id=\"irb.bar-1\"* status=\"done\"*>");

  /* What it made, it reads; and the way back leads to the file as it was. */
  process_run (process, "validate", "out.xml", NULL);
  process_assert (process, 0, "", "");
  process_run (process, "set", "out.xml", "irb.bar-1", "status=", "-o", "back.xml", NULL);
  process_assert (process, 0, "", "");
  g_clear_pointer (&after, g_free);
  after = process_read (process, "back.xml");
  g_assert_cmpstr (after, ==, before);
}

/* Each changes one line of the sample. */
static void
test_fields (Process       *process,
             gconstpointer  data)
{
  static const struct
  {
    const char *id, *assignment, *option;
    const char *difference;
  } rows[] = {
    { "b2", "status=done", NULL, "-<bar id=\"b2\"*>+<bar id=\"b2\"* status=\"done\">" },
    { "b1", "status=", NULL, "-<bar id=\"b1\"* status=\"done\">+<bar id=\"b1\"*\">" },
    { "b1", "title@en=Amend & spread", NULL, "-*en\">Amend<*+<title xml:lang=\"en\">Amend &amp; spread</title>" },
    { "b2", "end=FY2021-Q1", NULL, "-*end=\"FY2021\"*+*end=\"FY2021-Q1\"*" },
    { "genome", "hue=#3584e4", NULL, "-<lane*+<lane* hue=\"#3584e4\"*" },
    { "b2", "title=AIの活用", "--unlock", "-<title>ＡＩの活用</title>+<title>AIの活用</title>" },
    /* The roadmap's own language is no translation. */
    { "b2", "title@ja=AIの活用", "--unlock", "-<title>ＡＩの活用</title>+<title>AIの活用</title>" },
    /* Only the first equals sign counts. */
    { "b1", "title@en=a=b@c", NULL, "-*Amend*+*a=b@c*" },
  };

  process_write (process, "a.xml", process_sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = NULL;
      g_autofree char *difference = NULL;

      g_test_message ("%s %s", rows[i].id, rows[i].assignment);
      process_run (process, "set", "a.xml", rows[i].id, rows[i].assignment, "--output=out.xml", rows[i].option, NULL);
      process_assert (process, 0, "", "");
      after = process_read (process, "out.xml");
      difference = find_difference (process_sample, after);
      g_assert_nonnull (difference);
      process_assert_match (difference, rows[i].difference);
    }
}

static void
test_refused (Process       *process,
              gconstpointer  data)
{
  static const struct
  {
    const char *id, *assignment;
    const char *errors;
  } rows[] = {
    { "b2", "title=AIの活用", "koteihyo-cli: *b2*locked*--unlock*\n" },
    { "b2", "title@ja=AIの活用", "koteihyo-cli: *locked*\n" },
    { "b2", "detail=説明", "koteihyo-cli: *locked*\n" },
    { "b2", "origin=editor", "koteihyo-cli: *locked*\n" },
    { "absent", "status=done", "koteihyo-cli: *absent*a.xml*\n" },
    { "b2", "colour=#3584e4", "koteihyo-cli: *bar*colour*status*\n" },
    { "b2", "status", "koteihyo-cli: *status*=*\n" },
    { "b2", "=done", "koteihyo-cli: *\n" },
    { "b2", "status=absent", "a.xml:20: *absent*\n" },
    { "b2", "status=b1", "a.xml:20: *b1*bar*status*\n" },
    { "b2", "start=FY2020-Q5", "koteihyo-cli: *start*FY2020-Q5*\n" },
    { "b2", "start=", "a.xml:20: *b2*start*\n" },
    { "b2", "start=FY2023", "a.xml:20: *b2*FY2021*FY2023*\n" },
    { "b2", "status@en=done", "koteihyo-cli: *status*\n" },
    { "b2", "title@e n=x", "koteihyo-cli: *e n*\n" },
    { "b2", "title@en=a\vb", "koteihyo-cli: *control*\n" },
    { "b2", "title@en=\xb9\xa9", "koteihyo-cli: *encoding*\n" },
  };

  process_write (process, "a.xml", process_sample);
  process_write (process, "there.xml", "kept");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = g_utf8_make_valid (rows[i].assignment, -1);
      g_autofree char *original = NULL;
      g_autofree char *there = NULL;

      g_test_message ("%s %s", rows[i].id, shown);
      process_run (process, "set", "a.xml", rows[i].id, rows[i].assignment, "-o", "out.xml", NULL);
      process_assert (process, 2, "", rows[i].errors);
      g_assert_false (process_has (process, "out.xml"));

      /* The right one before it has not been done either, and a file that was there is as it was. */
      process_run (process, "set", "a.xml", "b2", "status=done", rows[i].id, rows[i].assignment,
                   "-o", "there.xml", NULL);
      process_assert (process, 2, "", rows[i].errors);
      there = process_read (process, "there.xml");
      g_assert_cmpstr (there, ==, "kept");
      process_run (process, "set", "a.xml", "b2", "status=done", rows[i].id, rows[i].assignment,
                   "-o", "a.xml", NULL);
      process_assert (process, 2, "", rows[i].errors);
      original = process_read (process, "a.xml");
      g_assert_cmpstr (original, ==, process_sample);
    }
}

/* Together they are right, in either order. */
static void
test_one_step (Process       *process,
               gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  process_write (process, "a.xml", process_sample);
  process_run (process, "set", "a.xml", "b2", "start=FY2023", "b2", "end=FY2024", "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  text = process_read (process, "out.xml");
  g_assert_nonnull (strstr (text, "<bar id=\"b2\" start=\"FY2023\" end=\"FY2024\""));

  process_run (process, "set", "out.xml", "b2", "end=FY2020", "b2", "start=FY2019", "-o", "again.xml", NULL);
  process_assert (process, 0, "", "");
  again = process_read (process, "again.xml");
  g_assert_nonnull (strstr (again, "<bar id=\"b2\" start=\"FY2019\" end=\"FY2020\""));
}

/* OUT is FILE: what it held is kept beside it. */
static void
test_in_place (Process       *process,
               gconstpointer  data)
{
  g_autofree char *after = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *through_link = NULL;
  g_autofree char *link = g_build_filename (process->folder, "link.xml", NULL);

  process_write (process, "a.xml", process_sample);
  process_run (process, "set", "a.xml", "b2", "status=done", "-o", "./a.xml", NULL);
  process_assert (process, 0, "", "");
  after = process_read (process, "a.xml");
  g_assert_cmpstr (after, !=, process_sample);
  backup = process_read (process, "a.xml~");
  g_assert_cmpstr (backup, ==, process_sample);

  /* The same through a symbolic link, which stays one. */
  g_assert_cmpint (symlink ("a.xml", link), ==, 0);
  process_run (process, "set", "a.xml", "b2", "status=", "-o", "link.xml", NULL);
  process_assert (process, 0, "", "");
  through_link = process_read (process, "a.xml");
  g_assert_cmpstr (through_link, ==, process_sample);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* Only the result remains, also of a file that was there. */
static void
test_output (Process       *process,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  process_write (process, "a.xml", process_sample);
  process_write (process, "out.xml", "old");
  process_run (process, "set", "a.xml", "b2", "status=done", "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  process_run (process, "set", "--output=second.xml", "a.xml", "b2", "status=done", NULL);
  process_assert (process, 0, "", "");
  first = process_read (process, "out.xml");
  second = process_read (process, "second.xml");
  g_assert_cmpstr (first, ==, second);
  g_assert_false (process_has (process, "out.xml~"));

  process_run (process, "set", "a.xml", "-o", "absent/out.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: absent/out.xml: *\n");
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
    { "/cli-set/load-and-save", test_load_and_save },
    { "/cli-set/one-status", test_one_status },
    { "/cli-set/fields", test_fields },
    { "/cli-set/refused", test_refused },
    { "/cli-set/one-step", test_one_step },
    { "/cli-set/in-place", test_in_place },
    { "/cli-set/output", test_output },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Process, NULL, process_set_up, tests[i].run, process_tear_down);

  return g_test_run ();
}
