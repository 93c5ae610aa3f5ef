/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* An amendment in a file: it fits the schema, is read back as it was, and changes no line it need not. */

#include <string.h>

#include "document/reader.h"
#include "document/validate.h"
#include "fixture.h"
#include "model/amendment.h"
#include "model/as-of.h"

static void
change (Roadmap     *roadmap,
        RoadmapEdit *edit)
{
  g_autoptr (RoadmapEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  roadmap_change (roadmap, owned, &error);
  g_assert_no_error (error);
}

static void
change_title (Roadmap    *roadmap,
              const char *id,
              const char *language,
              const char *title)
{
  RoadmapItem *item = roadmap_lookup (roadmap, id);

  change (roadmap, roadmap_edit_new_set (item, roadmap_kind_find_field (roadmap_item_get_kind (item), "title"), language, title));
}

static void
open_amendment (Roadmap *roadmap)
{
  g_autoptr (GError) error = NULL;

  roadmap_set_wording_locked (roadmap, TRUE);
  roadmap_open_amendment (roadmap, "2026-03-25", "第二版", "会議", &error);
  g_assert_no_error (error);
}

/* Fits, and is read as it is in memory. */
static void
check_written (Roadmap *roadmap,
               GBytes  *written)
{
  g_autofree char *schema = fixture_dup_schema ();
  g_autofree char *dump = fixture_dump (roadmap);
  g_autofree char *dump_again = NULL;
  g_autoptr (Roadmap) read = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_validate (written, "amended.xml", schema, &error);
  g_assert_no_error (error);
  read = roadmap_read (written, "amended.xml", &error);
  g_assert_no_error (error);
  dump_again = fixture_dump (read);
  fixture_assert_text ("read again", dump_again, -1, dump, -1);
}

static char **
split (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strsplit (text, "\n", -1);
}

/* How many lines of @before are missing in @after, where the others stand in the same order. */
static guint
count_lost_lines (GBytes *before,
                  GBytes *after)
{
  g_auto (GStrv) old = split (before);
  g_auto (GStrv) new = split (after);
  guint n = 0, lost = 0;

  for (guint i = 0; old[i] != NULL; i++)
    {
      guint found = n;

      while (new[found] != NULL && strcmp (old[i], new[found]) != 0)
        found++;
      if (new[found] != NULL)
        n = found + 1;
      else
        lost++;
    }
  return lost;
}

static void
test_one_title (void)
{
  g_autofree char *path = fixture_dup_data_path ();
  FixtureFile file;
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autofree char *text = NULL;

  fixture_open (&file, path);
  open_amendment (file.roadmap);
  opened = fixture_write (file.bytes, file.roadmap);
  check_written (file.roadmap, opened);
  g_assert_cmpuint (count_lost_lines (file.bytes, opened), ==, 0);

  change_title (file.roadmap, "plan-2017.surgery.bar-4", NULL, "AIによる支援");
  written = fixture_write (opened, file.roadmap);
  check_written (file.roadmap, written);
  g_assert_cmpuint (count_lost_lines (opened, written), ==, 1);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_nonnull (strstr (text, "<former id=\"plan-2017.surgery.bar-4.title.edition-"));
  fixture_close (&file);
}

/* What is taken out stands in the edition, and comes back when one looks at the edition before. */
static void
test_withdrawn (gconstpointer path)
{
  FixtureFile file;
  g_autoptr (GPtrArray) bars = NULL;
  g_autoptr (GPtrArray) editions = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (Roadmap) read = NULL;
  g_autoptr (Roadmap) past = NULL;
  g_autofree char *before = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&file, path);
  before = fixture_dump (file.roadmap);
  open_amendment (file.roadmap);
  bars = roadmap_list (file.roadmap, NULL, "bar");
  for (guint i = 0; i < bars->len; i += 3)
    {
      RoadmapItem *bar = g_ptr_array_index (bars, i);
      g_autofree char *title = g_strdup_printf ("%s?", roadmap_item_get (bar, "title"));

      change (file.roadmap, roadmap_edit_new_set (bar, roadmap_kind_find_field (roadmap_item_get_kind (bar), "title"), NULL, title));
      change (file.roadmap, roadmap_edit_new_remove (g_ptr_array_index (bars, MIN (i + 1, bars->len - 1))));
    }
  written = fixture_write (file.bytes, file.roadmap);
  check_written (file.roadmap, written);

  read = roadmap_read (written, "amended.xml", NULL);
  editions = roadmap_list_editions (read);
  past = roadmap_as_of (read, g_ptr_array_index (editions, editions->len - 2), &error);
  g_assert_no_error (error);
  as_of = fixture_dump (past);
  fixture_assert_text ("as of the edition before", as_of, -1, before, -1);
  fixture_close (&file);
}

/* A former value is written as it is, whatever is in it. */
static void
test_texts (void)
{
  g_autofree char *text = fixture_wrap ("<edition id='e' date='2020-01-01'><title>e</title></edition>"
                                        "<narrative id='n'><title> a\n b </title><title xml:lang='en'/>"
                                        "<paragraph id='p'><text>x <ref to='q'>1</ref> &amp; <link href='http://a.example/'>y</link>"
                                        "</text></paragraph></narrative>");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (Roadmap) read = NULL;
  g_autoptr (Roadmap) past = NULL;
  g_autofree char *before = NULL;
  g_autofree char *as_of = NULL;
  RoadmapItem *paragraph = roadmap_lookup (roadmap, "p");

  change (roadmap, roadmap_edit_new_set (roadmap_get_root (roadmap), roadmap_kind_find_field (roadmap_item_get_kind
          (roadmap_get_root (roadmap)), "edition"), NULL, "e"));
  before = fixture_dump (roadmap);
  open_amendment (roadmap);
  change_title (roadmap, "n", NULL, "b");
  change_title (roadmap, "n", "en", NULL);
  change (roadmap, roadmap_edit_new_set (paragraph, roadmap_kind_find_field (roadmap_item_get_kind (paragraph), "text"), NULL, "z"));
  written = fixture_write (bytes, roadmap);
  check_written (roadmap, written);

  read = roadmap_read (written, "amended.xml", NULL);
  past = roadmap_as_of (read, roadmap_lookup (read, "e"), NULL);
  as_of = fixture_dump (past);
  fixture_assert_text ("as of the first edition", as_of, -1, before, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  g_autofree char *odd = NULL;

  g_test_init (&argc, &argv, NULL);
  data = fixture_dup_data_path ();
  odd = fixture_dup_odd_path ();

  g_test_add_func ("/amended/one-title", test_one_title);
  g_test_add_data_func ("/amended/withdrawn/roadmap", data, test_withdrawn);
  g_test_add_data_func ("/amended/withdrawn/second", odd, test_withdrawn);
  g_test_add_func ("/amended/texts", test_texts);
  return g_test_run ();
}
