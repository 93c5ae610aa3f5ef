/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/edit-text.h"

#include "edits.h"
#include "fixture.h"

#include <string.h>

static const char body[] =
  "  <domain id=\"d\"><title>分野</title><remark id=\"m\"><text>x</text></remark></domain>\n"
  "  <domain id=\"e\"><title>E</title></domain>\n"
  "  <chart id=\"c\" calendar=\"fiscal\" start=\"FY2020\" end=\"FY2023\"><title>C</title>\n"
  "    <note id=\"n\" number=\"1\"><text>a<ref to=\"c\">b</ref></text></note>\n"
  "    <stage id=\"s\"><title>S</title><roadblock id=\"b\" domain=\"e\"><title>B</title></roadblock></stage>\n"
  "  </chart>\n";

static Roadmap *
read_body (void)
{
  g_autofree char *text = fixture_wrap (body);
  Roadmap *roadmap = fixture_read (text);

  roadmap_set_wording_locked (roadmap, FALSE);
  return roadmap;
}

static void
note_cb (RoadmapHistory *history,
         RoadmapEdit    *edit,
         GPtrArray      *lines)
{
  GString *line = g_string_new (NULL);
  Roadmap *roadmap = g_object_get_data (G_OBJECT (history), "roadmap");

  roadmap_edit_text_append (line, roadmap, edit);
  g_assert_null (strpbrk (line->str, "\n\r"));
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

/* (transfer full): a line for each edit of @roadmap from now on. */
static GPtrArray *
note_lines (Roadmap        *roadmap,
            RoadmapHistory *history)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_object_set_data (G_OBJECT (history), "roadmap", roadmap);
  g_signal_connect (history, "edited", G_CALLBACK (note_cb), lines);
  return lines;
}

static void
test_form (void)
{
  g_autoptr (Roadmap) roadmap = read_body ();
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) lines = note_lines (roadmap, history);
  static const char *const expected[] = {
    "set\td\ttitle\t-\t=a\\nb\t=分野",
    "set\td\ttitle\t=en\t=\\tc\\\\d\t-",
    "set\td\ttitle\t=en\t-\t=\\tc\\\\d",
    "move\td\tr\t0\tr\t2",
    "move\tm\td\t0\te\t0",
    "remove\te\tr\t0",
    "insert\tr\t1\t<?xml version=\"1.0\" encoding=\"UTF-8\"?>\\n<fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" "
      "xml:lang=\"ja\">\\n  <domain id=\"new\">\\n    <title>N\\tn</title>\\n  </domain>\\n</fragment>\\n",
  };

  fixture_edit (roadmap, "set d title a\\nb\nset d title@en \tc\\d\nunset d title@en\nmove d r 9\nmove m e 0\nremove e\n"
                         "insert r 1 domain new N\tn");
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, expected[i]);
}

/* Does what @lines say to a roadmap that was as the first one was; at each step it must be the same. */
static void
test_random (gconstpointer path)
{
  guint n = 0;

  for (guint round = 0; round < (g_test_quick () ? 10 : 100); round++)
    {
      FixtureFile file, copy;
      g_autoptr (RoadmapHistory) history = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;

      fixture_open (&file, path);
      fixture_open (&copy, path);
      roadmap_set_wording_locked (copy.roadmap, TRUE);
      history = roadmap_history_new (file.roadmap);
      lines = note_lines (file.roadmap, history);
      for (guint i = 0; i < 80; i++)
        edits_go_on (file.roadmap, history);

      for (guint i = 0; i < lines->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RoadmapEdit) edit = roadmap_edit_text_parse (copy.roadmap, g_ptr_array_index (lines, i), &error);
          g_autoptr (GString) again = g_string_new (NULL);

          g_assert_no_error (error);
          roadmap_replay (copy.roadmap, edit, &error);
          g_assert_no_error (error);
          roadmap_edit_text_append (again, copy.roadmap, edit);
          g_assert_cmpstr (again->str, ==, g_ptr_array_index (lines, i));
          n++;
        }
      expected = fixture_dump (file.roadmap);
      actual = fixture_dump (copy.roadmap);
      fixture_assert_text ("replayed", actual, -1, expected, -1);
      fixture_close (&file);
      fixture_close (&copy);
    }
  g_test_message ("%u edits", n);
  g_assert_cmpuint (n, >, 500);
}

#define FRAGMENT(items) "<fragment xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\">" items "</fragment>"

/* Lines that are none, or that do not fit the roadmap: refused, with a word why, by the parser or when applied. */
static void
test_refused (void)
{
  static const struct
  {
    const char *line;
    const char *message;
  } rows[] = {
    { "", "*cannot be understood" },
    { "set", "*cannot be understood" },
    { "sett\td\ttitle\t-\t=a\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a\t=分野\t", "*cannot be understood" },
    { "set\tx\ttitle\t-\t=a\t=分野", "“x” is not there*" },
    { "set\td\tnone\t-\t=a\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\ta\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a\\\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a\\x\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a\n\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=\xff\t=分野", "*cannot be understood" },
    { "set\td\ttitle\t-\t=a\t=分", "“d” is not as it was*" },
    { "set\td\ttitle\t-\t=a\t-", "“d” is not as it was*" },
    { "set\td\ttitle\t=en\t=a\t=", "“d” is not as it was*" },
    { "set\td\ttitle\t=\t=a\t-", "*cannot be translated*" },
    { "set\td\ttitle\t=ja\t=a\t-", "*cannot be translated*" },
    { "set\td\tpage\t=en\t=a\t-", "*no translations*" },
    { "set\tc\tstart\t-\t=soon\t=FY2020", "*soon*" },
    { "set\tn\ttext\t-\t=<b>\t=a<ref to=\"c\">b</ref>", "*text*" },
    { "remove\tr\tr\t0", "“r” is not as it was*" },
    { "remove\td\te\t0", "“d” is not as it was*" },
    { "remove\td\tr\t1", "“d” is not as it was*" },
    { "remove\td\tr\t00", "*cannot be understood" },
    { "remove\td\tr\t+0", "*cannot be understood" },
    { "remove\td\tr\t-1", "*cannot be understood" },
    { "remove\td\tr\t99999999999999999999", "*cannot be understood" },
    { "move\td\tr\t0\tr\t3", "“r” is not as it was*" },
    { "move\td\tr\t0\tx\t0", "“x” is not there*" },
    { "move\tc\tr\t2\ts\t0", "*inside itself*" },
    { "move\td\tr\t0\te\t0", "A domain cannot stand in a domain*" },
    { "insert\tr\t0\t", "*cannot be understood" },
    { "insert\tr\t4\t" FRAGMENT ("<domain id='x'/>"), "“r” is not as it was*" },
    { "insert\tx\t0\t" FRAGMENT ("<domain id='x'/>"), "“x” is not there*" },
    { "insert\tr\t0\t" FRAGMENT (""), "*cannot be understood" },
    { "insert\tr\t0\t" FRAGMENT ("<domain id='x'/><domain id='y'/>"), "*cannot be understood" },
    { "insert\tr\t0\t" FRAGMENT ("<roadmap id='x'/>"), "*cannot be understood" },
    { "insert\tr\t0\t" FRAGMENT ("<domain id='d'/>"), "*“d” is used twice*" },
    { "insert\tr\t0\t" FRAGMENT ("<domain id='x'><remark id='x'/></domain>"), "*“x” is used twice*" },
    { "insert\tr\t0\t" FRAGMENT ("<bar id='x'/>"), "A bar cannot stand*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = read_body ();
      g_autofree char *before = fixture_dump (roadmap);
      g_autofree char *after = NULL;
      g_autofree char *escaped = g_strescape (rows[i].line, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (RoadmapEdit) edit = roadmap_edit_text_parse (roadmap, rows[i].line, &error);

      g_assert_cmpint (edit == NULL, ==, error != NULL);
      if (edit != NULL)
        roadmap_replay (roadmap, edit, &error);
      g_test_message ("%s: %s", escaped, error != NULL ? error->message : "stands");
      g_assert_true (error != NULL && error->domain == ROADMAP_ERROR);
      g_assert_true (g_pattern_match_simple (rows[i].message, error->message));
      after = fixture_dump (roadmap);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What an undo does backwards may not be asked the questions of a fresh edit: where the link leads, and the lock. */
static void
test_replay (void)
{
  g_autoptr (Roadmap) roadmap = read_body ();
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) lines = note_lines (roadmap, history);
  g_autofree char *before = fixture_dump (roadmap);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (history, "remove");
  fixture_edit (roadmap, "remove e\nunset b domain");
  g_assert_true (roadmap_history_commit (history, &error));
  g_ptr_array_set_size (lines, 0);
  roadmap_history_undo (history);
  roadmap_history_redo (history);
  g_assert_cmpuint (lines->len, ==, 4);

  roadmap_set_wording_locked (roadmap, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RoadmapEdit) edit = roadmap_edit_text_parse (roadmap, g_ptr_array_index (lines, i), &error);

      g_assert_no_error (error);
      if (i == 0)
        g_assert_false (roadmap_apply (roadmap, edit, NULL));
      roadmap_replay (roadmap, edit, &error);
      g_assert_no_error (error);
    }
  after = fixture_dump (roadmap);
  g_assert_cmpstr (after, ==, before);
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

  g_test_add_func ("/edit-text/form", test_form);
  g_test_add_data_func ("/edit-text/random", data, test_random);
  g_test_add_data_func ("/edit-text/random-second", odd, test_random);
  g_test_add_func ("/edit-text/refused", test_refused);
  g_test_add_func ("/edit-text/replay", test_replay);

  return g_test_run ();
}
