/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "process.h"

#include <string.h>

#include "document/document.h"
#include "model/amendment.h"

/* Amended files on the command line. */

/* A copy of the shipped roadmap, "amended.xml", with an amendment of one title: in progress, or finished. */
static void
write_amended (Process  *process,
               gboolean  finished)
{
  g_autofree char *path = process_get_roadmap ();
  g_autofree char *copy = g_build_filename (process->folder, "amended.xml", NULL);
  g_autoptr (RoadmapDocument) document = roadmap_document_open_path (path, NULL);
  Roadmap *roadmap = roadmap_document_get_roadmap (document);
  RoadmapItem *bar = roadmap_lookup (roadmap, "irb.bar-1");
  g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (bar, roadmap_kind_find_field (roadmap_item_get_kind (bar), "title"), NULL,
                                                       "指針の再改正");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (roadmap_open_amendment (roadmap, "2022-03-25", "令和４年３月25日", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (roadmap_change (roadmap, edit, NULL));
  if (finished)
    g_assert_true (roadmap_finish_amendment (roadmap, NULL));
  roadmap_document_save_copy (document, copy, &error);
  g_assert_no_error (error);
}

/* Without spaces, as lines may break anywhere. */
static char *
print (Process    *process,
       const char *edition)
{
  g_autofree char *words = NULL;
  GString *dense = g_string_new (NULL);

  process_run (process, "print", "amended.xml", "--chart", "stages", "--today", "2022-04-01", "-o", "out.pdf",
               edition != NULL ? "--edition" : NULL, edition, NULL);
  process_assert (process, 0, "", "");
  words = process_run_other (process, "pdftotext", "-raw", "out.pdf", "-", NULL);
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (dense, g_utf8_get_char (c));
  return g_string_free (dense, FALSE);
}

static void
test_print (Process       *process,
            gconstpointer  data)
{
  g_autofree char *now = NULL;
  g_autofree char *past = NULL;

  write_amended (process, TRUE);
  now = print (process, NULL);
  g_assert_nonnull (strstr (now, "指針の再改正（令和4年3月25日一部見直し）"));
  g_assert_nonnull (strstr (now, "令和2年6月18日版（令和4年3月25日一部見直し）"));
  g_assert_null (strstr (now, "その後の見直しを含まない"));

  past = print (process, "edition.2020");
  g_assert_nonnull (strstr (past, "医学研究等に係る倫理指針の改正"));
  g_assert_null (strstr (past, "再改正"));
  g_assert_null (strstr (past, "一部見直し"));
  g_assert_nonnull (strstr (past, "令和2年6月18日版、その後の見直しを含まない"));

  process_run (process, "print", "amended.xml", "-o", "out.pdf", "--edition", "edition.2017", NULL);
  process_assert (process, 2, "", "*there is no edition “edition.2017” of the roadmap; choose one of: edition.2020 edition-*");
}

static void
test_set (Process       *process,
          gconstpointer  data)
{
  g_autofree char *text = NULL;

  write_amended (process, FALSE);
  process_run (process, "set", "amended.xml", "irb.bar-2", "title=ガイダンス", "-o", "out.xml", NULL);
  process_assert (process, 0, "", "");
  text = process_read (process, "out.xml");
  g_assert_nonnull (strstr (text, "<former id=\"irb.bar-2.title.edition-"));

  /* Set back, nothing is kept any more. */
  process_run (process, "set", "out.xml", "irb.bar-2", "title=改正指針のガイダンス作成", "-o", "back.xml", NULL);
  process_assert (process, 0, "", "");
  g_clear_pointer (&text, g_free);
  text = process_read (process, "back.xml");
  g_assert_null (strstr (text, "irb.bar-2.title.edition-"));

  write_amended (process, TRUE);
  process_run (process, "set", "amended.xml", "irb.bar-2", "title=ガイダンス", "-o", "out.xml", NULL);
  process_assert (process, 2, "", "*locked*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli-editions/print", Process, NULL, process_set_up, test_print, process_tear_down);
  g_test_add ("/cli-editions/set", Process, NULL, process_set_up, test_set, process_tear_down);

  return g_test_run ();
}
