/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>
#include <unistd.h>

#include "document/document.h"

static char *
remove_space (const char *text)
{
  g_autoptr (GString) dense = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (dense, g_utf8_get_char (c));
  return g_string_free (g_steal_pointer (&dense), FALSE);
}

/* The words of a PDF as a reader finds them, in the order they were drawn. */
static char *
read_words (Process    *process,
            const char *name)
{
  g_autofree char *words = process_run_other (process, "pdftotext", "-raw", name, "-", NULL);

  return remove_space (words);
}

/* All bars and lanes of the chart, in @language. */
static void
assert_has_titles (const char      *words,
                   RoadmapDocument *document,
                   const char      *chart,
                   const char      *language)
{
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  RoadmapItem *top = roadmap_lookup (roadmap, chart);
  guint n_bars = 0;

  for (RoadmapItem *item = top; item != NULL; item = roadmap_item_next (item, top))
    {
      g_autofree char *title = roadmap_item_dup_title (item, language);
      g_autofree char *dense = remove_space (title);

      if (!roadmap_item_is (item, "bar") && !roadmap_item_is (item, "stage") && !roadmap_item_is (item, "lane"))
        continue;
      if (strstr (words, dense) == NULL)
        g_error ("“%s” is not in the pages", title);
      n_bars += roadmap_item_is (item, "bar");
    }
  g_assert_cmpuint (n_bars, >, 10);
}

/* "name type encoding emb sub uni": a line a font behind two lines of heads. */
static void
assert_fonts_embedded (Process    *process,
                       const char *name)
{
  g_autofree char *fonts = process_run_other (process, "pdffonts", name, NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (char **line = lines + 2; *line != NULL; line++)
    if (!g_regex_match_simple (" yes yes yes +[0-9]+ +[0-9]+$", *line, 0, 0))
      g_error ("not embedded as a subset with Unicode: %s", *line);
}

static void
test_roadmap (Process       *process,
              gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (roadmap, NULL);
  g_autofree char *words = NULL;
  g_autofree char *info = NULL;

  process_run (process, "print", roadmap, "-o", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  assert_fonts_embedded (process, "out.pdf");

  /* Both charts in force, in the roadmap's own language, not the plan of 2017. */
  words = read_words (process, "out.pdf");
  assert_has_titles (words, document, "stages", NULL);
  assert_has_titles (words, document, "domains", NULL);
  g_assert_nonnull (strstr (words, "令和2年度"));

  info = process_run_other (process, "qpdf", "--check", "out.pdf", NULL);
  g_assert_nonnull (strstr (info, "No syntax or stream encoding errors found"));
  g_free (info);
  info = process_run_other (process, "pdfinfo", "out.pdf", NULL);
  g_assert_nonnull (strstr (info, "Keywords:        共通, 医療機器\n"));
  g_assert_true (g_regex_match_simple ("Page size: +1190\\.55 x 841\\.89 pts", info, 0, 0));
  g_assert_nonnull (strstr (info, "保健医療分野AI開発加速コンソーシアム"));
}

static void
test_options (Process       *process,
              gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (roadmap, NULL);
  g_autofree char *words = NULL;
  g_autofree char *info = NULL;

  process_run (process, "print", roadmap, "--layout", "swimlane", "--paper", "a4", "--portrait", "--lang", "en",
               "--chart", "domains", "--today", "2020-06-18", "--output", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  words = read_words (process, "out.pdf");
  assert_has_titles (words, document, "domains", "en");
  g_assert_nonnull (strstr (words, "FY2020"));
  g_assert_null (strstr (words, "令和2年度"));

  info = process_run_other (process, "pdfinfo", "-isodates", "out.pdf", NULL);
  g_assert_true (g_regex_match_simple ("Page size: +595\\.2\\d* x 841\\.8\\d* pts", info, 0, 0));
  g_assert_true (g_regex_match_simple ("CreationDate: +2020-06-18T", info, 0, 0));
}

/* Several layouts in one file, in the order in which they are named. */
static void
test_layouts (Process       *process,
              gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *words = NULL;
  g_autofree char *info = NULL;
  const char *map, *table, *domains, *earlier;

  process_run (process, "print", roadmap, "--layout=map,table,domains", "--earlier", "--verbose", "-o", "out.pdf", NULL);
  process_assert (process, 0, "",
                  "pages 1 to * of 12: text of *\npages 11 to 12 of 12: text of *\n");
  info = process_run_other (process, "pdfinfo", "out.pdf", NULL);
  g_assert_true (g_regex_match_simple ("Pages: +12\\n", info, 0, 0));
  words = read_words (process, "out.pdf");
  map = strstr (words, "健康・医療・介護・福祉分野においてAIの開発・利活用が期待できる領域");
  table = strstr (words, "ロードブロック解消のための工程表");
  domains = strstr (words, "AI活用に向けた工程表（俯瞰図に基づく");
  earlier = strstr (words, "（参考）AIの活用に向けた工程表");
  g_assert_true (map != NULL && map < table && table < domains && domains < earlier);
}

static void
test_margin (Process       *process,
             gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *box = NULL;

  process_run (process, "print", roadmap, "--layout=map", "--margin=50.8", "--paper=a4", "-o", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  box = process_run_other (process, "pdftotext", "-bbox", "out.pdf", "-", NULL);
  /* 50.8 mm are 144 points. */
  g_assert_true (g_regex_match_simple ("yMin=\"1[45]\\d\\.", box, 0, 0));
  g_assert_false (g_regex_match_simple ("xMin=\"(\\d\\d|1[0-3]\\d)\\.", box, 0, 0));
}

/* The charts that are named, in that order. */
static void
test_charts (Process       *process,
             gconstpointer  data)
{
  g_autofree char *roadmap = process_get_roadmap ();
  g_autofree char *words = NULL;
  const char *earlier, *stages;

  process_run (process, "print", roadmap, "--chart=plan-2017", "--chart=stages", "--output=out.pdf", NULL);
  process_assert (process, 0, "", "");
  words = read_words (process, "out.pdf");
  earlier = strstr (words, "（参考）AIの活用に向けた工程表");
  stages = strstr (words, "ロードブロック解消のための工程表");
  g_assert_true (earlier != NULL && stages != NULL && earlier < stages);
  g_assert_null (strstr (words, "支払業務の効率化"));
}

/* Only what passes, and no empty chart. */
static void
test_filter (Process       *process,
             gconstpointer  data)
{
  g_autofree char *words = NULL;

  process_write (process, "a.xml", process_sample);
  process_run (process, "print", "a.xml", "--filter", "stage:genome.sub", "-o", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  words = read_words (process, "out.pdf");
  g_assert_nonnull (strstr (words, "改正指針"));
  g_assert_null (strstr (words, "ＡＩの活用"));
  process_run (process, "print", "a.xml", "--filter=year:2019", "-o", "none.pdf", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *filter*\n");
  g_assert_false (process_has (process, "none.pdf"));
}

/* The same day, the same bytes; the line of another day is elsewhere. */
static void
test_today (Process       *process,
            gconstpointer  data)
{
  static const char *const days[] = { "2020-06-18", "2020-06-18", "2022-02-01" };
  g_autofree char *roadmap = process_get_roadmap ();
  g_auto (GStrv) sums = g_new0 (char *, G_N_ELEMENTS (days) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      process_run (process, "print", roadmap, "--today", days[i], "-o", "out.pdf", NULL);
      process_assert (process, 0, "", "");
      sums[i] = process_run_other (process, "sha256sum", "out.pdf", NULL);
    }
  g_assert_cmpstr (sums[0], ==, sums[1]);
  g_assert_cmpstr (sums[0], !=, sums[2]);
}

static void
test_refused (Process       *process,
              gconstpointer  data)
{
  static const struct
  {
    const char *option;
    const char *errors;
  } rows[] = {
    { "--paper=A9", "koteihyo-cli: *A9*a3 a4*\n" },
    { "--paper=", "koteihyo-cli: *\n" },
    { "--layout=mapp", "koteihyo-cli: *mapp*swimlane table domains map*pack*\n" },
    { "--layout=swimlane,", "koteihyo-cli: *swimlane table domains map*pack*\n" },
    { "--layout=swimlane,map", "koteihyo-cli: *nothing*map*\n" },
    { "--margin=", "koteihyo-cli: *0 to 60*\n" },
    { "--margin=-1", "koteihyo-cli: *-1*0 to 60*\n" },
    { "--margin=12mm", "koteihyo-cli: *12mm*0 to 60*\n" },
    { "--margin=nan", "koteihyo-cli: *nan*0 to 60*\n" },
    { "--since=absent", "koteihyo-cli: *absent*\n" },
    { "--today=2021-02-29", "koteihyo-cli: *2021-02-29*\n" },
    { "--filter=category:A", "koteihyo-cli: --filter: *category:A*\n" },
    { "--filter=late:1", "koteihyo-cli: --filter: *late:1*\n" },
    { "--today=tomorrow", "koteihyo-cli: *tomorrow*\n" },
    { "--lang=fr", "koteihyo-cli: *fr*: ja en\n" },
    { "--lang=", "koteihyo-cli: *: ja en\n" },
    { "--chart=absent", "koteihyo-cli: *absent*\n" },
    { "--chart=genome", "koteihyo-cli: *genome*\n" },
  };

  process_write (process, "a.xml", process_sample);
  process_write (process, "there.pdf", "kept");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *there = NULL;

      g_test_message ("%s", rows[i].option);
      process_run (process, "print", "a.xml", rows[i].option, "-o", "there.pdf", NULL);
      process_assert (process, 2, "", rows[i].errors);
      there = process_read (process, "there.pdf");
      g_assert_cmpstr (there, ==, "kept");
    }

  process_run (process, "print", "a.xml", "-o", "absent/out.pdf", NULL);
  process_assert (process, 2, "", "koteihyo-cli: absent/out.pdf: *\n");
  process_run (process, "print", "a.xml", "-o", "/dev/full", NULL);
  process_assert (process, 2, "", "koteihyo-cli: /dev/full: the file cannot be written (No space left on device); *\n");
}

/* The same bytes go into a pipe. */
static void
test_pipe (Process       *process,
           gconstpointer  data)
{
  g_autofree char *file = NULL;

  process_write (process, "a.xml", process_sample);
  process_run (process, "print", "a.xml", "--today=2020-06-18", "-o", "out.pdf", NULL);
  process_assert (process, 0, "", "");
  file = process_run_other (process, "sh", "-c",
                            "\"$KOTEIHYO_CLI\" print a.xml --today=2020-06-18 -o /dev/stdout | cmp - out.pdf && echo same", NULL);
  g_assert_cmpstr (file, ==, "same\n");
}

/* A slip of the hand must not put a PDF in the place of the roadmap. */
static void
test_output_is_input (Process       *process,
                      gconstpointer  data)
{
  g_autofree char *link = g_build_filename (process->folder, "link.pdf", NULL);
  g_autofree char *after = NULL;

  process_write (process, "a.xml", process_sample);
  g_assert_cmpint (symlink ("a.xml", link), ==, 0);
  process_run (process, "print", "a.xml", "-o", "./a.xml", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *a.xml*\n");
  process_run (process, "print", "a.xml", "-o", "link.pdf", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *link.pdf*\n");
  after = process_read (process, "a.xml");
  g_assert_cmpstr (after, ==, process_sample);
}

static void
test_no_chart (Process       *process,
               gconstpointer  data)
{
  process_write (process, "a.xml",
                 "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"roadmap\">"
                 "<title>x</title></roadmap>");
  process_run (process, "print", "a.xml", "-o", "out.pdf", NULL);
  process_assert (process, 2, "", "koteihyo-cli: *no chart*\n");
  g_assert_false (process_has (process, "out.pdf"));
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
    { "/cli-print/roadmap", test_roadmap },
    { "/cli-print/options", test_options },
    { "/cli-print/layouts", test_layouts },
    { "/cli-print/margin", test_margin },
    { "/cli-print/charts", test_charts },
    { "/cli-print/filter", test_filter },
    { "/cli-print/today", test_today },
    { "/cli-print/refused", test_refused },
    { "/cli-print/pipe", test_pipe },
    { "/cli-print/output-is-input", test_output_is_input },
    { "/cli-print/no-chart", test_no_chart },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Process, NULL, process_set_up, tests[i].run, process_tear_down);

  return g_test_run ();
}
