/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Printing and exporting against the command line, which KOTEIHYO_CLI names. */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "app/print.h"
#include "dialog-fixture.h"

#define TODAY "2021-04-01"

static GDateTime *
get_created (void)
{
  return g_date_time_new_utc (2021, 4, 1, 0, 0, 0);
}

/* (transfer full) */
static RoadmapPrintJob *
create_job (DialogFixture       *fixture,
            RoadmapPrintChoices *choices)
{
  GDate today;
  g_autofree char *fingerprint = roadmap_document_dup_checksum (fixture->document);
  const RoadmapPrintSource source = {
    .roadmap = fixture->roadmap,
    .today = &today,
    .file_name = roadmap_document_get_display_name (fixture->document),
    .fingerprint = fingerprint,
  };
  g_autoptr (GError) error = NULL;
  RoadmapPrintJob *job;

  g_date_set_dmy (&today, 1, 4, 2021);
  job = roadmap_print_job_new (&source, choices, NULL, &error);
  g_assert_no_error (error);
  return job;
}

static void
set_up (DialogFixture *fixture,
        gconstpointer  data)
{
  dialog_reset_settings (APPLICATION_ID ".Print");
  dialog_set_up (fixture, data);
}

static char *
build_path (DialogFixture *fixture,
            const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Runs a program that must succeed, and returns what it prints. */
static char *
run (const char *program,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list list;

  g_ptr_array_add (arguments, (char *) program);
  va_start (list, program);
  for (const char *argument = va_arg (list, const char *); argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

typedef struct
{
  char   *text;
  double  x, y; /* points */
  guint   page;
} Word;

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *one = a;
  const Word *other = b;

  if (one->page != other->page)
    return one->page < other->page ? -1 : 1;
  if (!g_str_equal (one->text, other->text))
    return strcmp (one->text, other->text);
  if (fabs (one->y - other->y) > 1)
    return one->y < other->y ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

/* The words of a PDF and where they stand, in an order of ours: that of the file is not the eye's. */
static GArray *
read_words (const char *path)
{
  g_autofree char *output = run ("pdftotext", "-bbox", path, "-", NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  g_autoptr (GRegex) regex = g_regex_new ("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\".*>(.*)</word>", 0, 0, NULL);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint page = 0;

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *x = NULL;
      g_autofree char *y = NULL;
      Word word;

      page += strstr (lines[i], "<page") != NULL;
      if (!g_regex_match (regex, lines[i], 0, &match))
        continue;
      x = g_match_info_fetch (match, 1);
      y = g_match_info_fetch (match, 2);
      word = (Word) { g_match_info_fetch (match, 3), g_ascii_strtod (x, NULL), g_ascii_strtod (y, NULL), page };
      g_array_append_val (words, word);
    }
  g_array_sort (words, compare_words);
  return words;
}

static void
assert_same_words (const char *a,
                   const char *b)
{
  g_autoptr (GArray) words_a = read_words (a);
  g_autoptr (GArray) words_b = read_words (b);

  g_assert_cmpuint (words_a->len, >, 100);
  g_assert_cmpuint (words_a->len, ==, words_b->len);
  for (guint i = 0; i < words_a->len; i++)
    {
      const Word *one = &g_array_index (words_a, Word, i);
      const Word *other = &g_array_index (words_b, Word, i);

      g_assert_cmpuint (one->page, ==, other->page);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpfloat_with_epsilon (one->x, other->x, 0.01);
      g_assert_cmpfloat_with_epsilon (one->y, other->y, 0.01);
    }
}

static void
assert_same_bytes (const char *a,
                   const char *b)
{
  g_autofree char *content_a = NULL;
  g_autofree char *content_b = NULL;
  gsize length_a, length_b;

  g_assert_true (g_file_get_contents (a, &content_a, &length_a, NULL));
  g_assert_true (g_file_get_contents (b, &content_b, &length_b, NULL));
  g_assert_cmpuint (length_a, >, 10000);
  g_assert_cmpmem (content_a, length_a, content_b, length_b);
}

static void
print_to_file (RoadmapPrintJob *job,
               const char      *path)
{
  g_autoptr (GtkPrintOperation) operation = roadmap_print_operation_new (job);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

/* The window's PDF is the command line's byte for byte, and the printer gets the same words in the same places. */
static void
test_same_as_command_line (DialogFixture *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *layouts;
    const char *paper;
    const char *orientation; /* of the command line */
    const char *language;
    double      margin;
    gboolean    earlier;
  } table[] = {
    { "swimlane", "a3", NULL, "ja", 15, FALSE },
    { "table,map", "a4", NULL, "ja", 20, FALSE },
    { "domains", "b4", "--portrait", "en", 13, TRUE },
    { "pack", "a4", NULL, "ja", 12, FALSE },
  };
  g_autofree char *source = g_file_get_path (roadmap_document_get_file (fixture->document));
  g_autofree char *theirs = build_path (fixture, "cli.pdf");
  g_autofree char *ours = build_path (fixture, "window.pdf");
  g_autofree char *printed = build_path (fixture, "printed.pdf");
  g_autoptr (GDateTime) created = get_created ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
      g_autoptr (RoadmapPrintJob) job = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (ours);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) layouts = g_strsplit (table[i].layouts, ",", -1);
      g_autofree char *margin = g_strdup_printf ("%g", table[i].margin);

      /* The command line's “pack” is a cover before the usual layouts. */
      if (g_str_equal (table[i].layouts, "pack"))
        {
          job = create_job (fixture, choices);
          g_strfreev (layouts);
          layouts = roadmap_print_job_list_pack (job);
          g_clear_pointer (&job, roadmap_print_job_unref);
        }
      g_object_set (choices, "layouts", layouts, "pack", g_str_equal (table[i].layouts, "pack"), "paper",
                    table[i].paper, "language", table[i].language, "margin", table[i].margin, "earlier", table[i].earlier, "orientation",
                    table[i].orientation != NULL ? "portrait" : "landscape", NULL);
      job = create_job (fixture, choices);
      g_assert_true (roadmap_print_to_pdf (file, job, created, &error));
      g_assert_no_error (error);
      g_free (run (g_getenv ("KOTEIHYO_CLI"), "print", source, "-o", theirs, "--today", TODAY, "--layout",
                   table[i].layouts, "--paper", table[i].paper, "--lang", table[i].language, "--margin", margin,
                   table[i].earlier ? "--earlier" : table[i].orientation,
                   table[i].earlier ? table[i].orientation : NULL, NULL));
      assert_same_bytes (ours, theirs);

      print_to_file (job, printed);
      assert_same_words (ours, printed);
    }
  g_remove (theirs);
  g_remove (ours);
  g_remove (printed);
}

/* The print dialog begins with the paper of the pages. */
static void
test_page_setup (DialogFixture *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char         *paper;
    const char         *orientation;
    const char         *name; /* PWG 5101.1 */
    GtkPageOrientation  set;
  } table[] = {
    { "a3", "landscape", "iso_a3", GTK_PAGE_ORIENTATION_LANDSCAPE },
    { "a4", "portrait", "iso_a4", GTK_PAGE_ORIENTATION_PORTRAIT },
    { "b4", "landscape", "jis_b4", GTK_PAGE_ORIENTATION_LANDSCAPE },
    { "b5", "portrait", "jis_b5", GTK_PAGE_ORIENTATION_PORTRAIT },
    { "letter", "landscape", "na_letter", GTK_PAGE_ORIENTATION_LANDSCAPE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
      g_autoptr (RoadmapPrintJob) job = NULL;
      g_autoptr (GtkPrintOperation) operation = NULL;
      GtkPageSetup *setup;

      g_object_set (choices, "paper", table[i].paper, "orientation", table[i].orientation, NULL);
      job = create_job (fixture, choices);
      operation = roadmap_print_operation_new (job);
      setup = gtk_print_operation_get_default_page_setup (operation);
      g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==, table[i].name);
      g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, table[i].set);
      g_assert_cmpint (gtk_print_settings_get_orientation (gtk_print_operation_get_print_settings (operation)), ==,
                       table[i].set);
      g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==, -1);
    }
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int               *n_pages)
{
  g_object_get (operation, "n-pages", n_pages, NULL);
}

/* On other paper than the pages were made for they are made anew; what else is chosen leaves them. */
static void
test_other_paper (DialogFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
  g_autoptr (RoadmapPrintJob) job = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPaperSize) a5 = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autofree char *path = build_path (fixture, "a5.pdf");
  g_autofree char *info = NULL;
  int n_pages = 0;

  g_object_set (choices, "layouts", (const char *[]) { "narrative", NULL }, NULL);
  job = create_job (fixture, choices);
  operation = roadmap_print_operation_new (job);
  gtk_print_settings_set_paper_size (settings, a5);
  gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect_after (operation, "begin-print", G_CALLBACK (begin_print_cb), &n_pages);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpint (n_pages, >, roadmap_pages_get_n_pages (roadmap_print_job_get_pages (job)));
  info = run ("pdfinfo", path, NULL);
  g_assert_nonnull (strstr (info, "419.5")); /* points: 148 mm */
  g_remove (path);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gboolean                *done)
{
  *done = TRUE;
}

/* “Preview” in the print dialog leads back to the pages that are in view already, and starts no program. */
static void
test_preview (DialogFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
  g_autoptr (RoadmapPrintJob) job = create_job (fixture, choices);
  g_autoptr (GtkPrintOperation) operation = roadmap_print_operation_new (job);
  g_autofree char *started = build_path (fixture, "started");
  g_autofree char *command = g_strdup_printf ("touch %s", started);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command", command, NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 60 && !done; i++)
    dialog_pump (SHORTLY);
  g_assert_true (done);
  dialog_pump (SHORTLY);
  g_assert_false (g_file_test (started, G_FILE_TEST_EXISTS));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-print-preview-command");
}

static void
test_nowhere (DialogFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (RoadmapPrintChoices) choices = roadmap_print_choices_new ();
  g_autoptr (RoadmapPrintJob) job = create_job (fixture, choices);
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "none", "nowhere.pdf", NULL);
  g_autoptr (GDateTime) created = get_created ();
  g_autoptr (GError) error = NULL;

  g_assert_false (roadmap_print_to_pdf (nowhere, job, created, &error));
  g_assert_nonnull (error);
}

#define ADD(path, test) g_test_add (path, DialogFixture, NULL, set_up, test, dialog_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();

  ADD ("/print/same-as-command-line", test_same_as_command_line);
  ADD ("/print/page-setup", test_page_setup);
  ADD ("/print/other-paper", test_other_paper);
  ADD ("/print/preview", test_preview);
  ADD ("/print/nowhere", test_nowhere);
  return g_test_run ();
}
