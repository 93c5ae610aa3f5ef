/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/history.h"

#include "sample.h"

#include <string.h>

static void
apply (Roadmap    *roadmap,
       const char *text)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, text);
  g_autoptr (GError) error = NULL;

  roadmap_apply (roadmap, edit, &error);
  g_assert_no_error (error);
}

static void
assert_dump (Roadmap    *roadmap,
             const char *expected)
{
  g_autofree char *dump = sample_dump (roadmap);

  g_assert_cmpstr (dump, ==, expected);
}

/* A story in a string.  A letter adds itself to the title, as a step of its own or behind ( as part of one; ) ends the
 * step, ! rolls it back.  < undoes, > redoes, * is a save, + joins the last two steps and - cannot. */
static const struct
{
  const char *story;
  const char *title;
  gboolean    can_undo, can_redo, modified;
} stories[] = {
  { "", "", FALSE, FALSE, FALSE },
  { "a", "a", TRUE, FALSE, TRUE },
  { "abc", "abc", TRUE, FALSE, TRUE },
  { "abc<", "ab", TRUE, TRUE, TRUE },
  { "abc<<<", "", FALSE, TRUE, FALSE },
  { "abc<<<<<", "", FALSE, TRUE, FALSE },
  { "abc<<<>>", "ab", TRUE, TRUE, TRUE },
  { "abc<<<>>>>>", "abc", TRUE, FALSE, TRUE },
  { "abc<<d", "ad", TRUE, FALSE, TRUE },
  { "abc<<d<", "a", TRUE, TRUE, TRUE },
  { "abc<<d<>>", "ad", TRUE, FALSE, TRUE },
  { "a<>b<", "a", TRUE, TRUE, TRUE },
  { "a<>b<<", "", FALSE, TRUE, FALSE },
  { ">a", "a", TRUE, FALSE, TRUE },
  { "<a", "a", TRUE, FALSE, TRUE },

  { "(abc)", "abc", TRUE, FALSE, TRUE },
  { "(abc)<", "", FALSE, TRUE, FALSE },
  { "(abc)<>", "abc", TRUE, FALSE, TRUE },
  { "a(bc)d<<", "a", TRUE, TRUE, TRUE },
  { "a(bc)d<<>", "abc", TRUE, TRUE, TRUE },
  { "()", "", FALSE, FALSE, FALSE },
  { "a()<", "", FALSE, TRUE, FALSE },
  /* An empty step does not make what was undone unreachable. */
  { "ab<()>", "ab", TRUE, FALSE, TRUE },
  { "(ab!", "", FALSE, FALSE, FALSE },
  { "a(bc!d", "ad", TRUE, FALSE, TRUE },
  { "ab<(c!>", "ab", TRUE, FALSE, TRUE },
  { "ab<(c)>", "ac", TRUE, FALSE, TRUE },

  { "*", "", FALSE, FALSE, FALSE },
  { "a*", "a", TRUE, FALSE, FALSE },
  { "a*b", "ab", TRUE, FALSE, TRUE },
  { "a*b<", "a", TRUE, TRUE, FALSE },
  { "a*b<<", "", FALSE, TRUE, TRUE },
  { "a*b<<>", "a", TRUE, TRUE, FALSE },
  { "a*b<<>>", "ab", TRUE, FALSE, TRUE },
  { "a*(b!", "a", TRUE, FALSE, FALSE },
  { "a*()", "a", TRUE, FALSE, FALSE },
  /* Undone past the saved state and gone another way: no undo leads back to what the file holds. */
  { "ab*<c", "ac", TRUE, FALSE, TRUE },
  { "ab*<c<", "a", TRUE, TRUE, TRUE },
  { "ab*<c<<", "", FALSE, TRUE, TRUE },
  { "ab*<<c<", "", FALSE, TRUE, TRUE },
  { "ab*<b", "ab", TRUE, FALSE, TRUE },
  { "ab*<cd", "acd", TRUE, FALSE, TRUE },
  { "ab*<c<d", "ad", TRUE, FALSE, TRUE },
  { "ab*<c*", "ac", TRUE, FALSE, FALSE },
  { "ab*<c*<", "a", TRUE, TRUE, TRUE },
  { "ab*<c*<>", "ac", TRUE, FALSE, FALSE },
  /* Gone another way behind the saved state. */
  { "a*b<c", "ac", TRUE, FALSE, TRUE },
  { "a*b<c<", "a", TRUE, TRUE, FALSE },
  { "*a<b<", "", FALSE, TRUE, FALSE },

  { "ab+", "ab", TRUE, FALSE, TRUE },
  { "ab+<", "", FALSE, TRUE, FALSE },
  { "ab+<>", "ab", TRUE, FALSE, TRUE },
  { "abc+<", "a", TRUE, TRUE, TRUE },
  { "ab+c+<", "", FALSE, TRUE, FALSE },
  { "ab+c+d<", "abc", TRUE, TRUE, TRUE },
  { "a(bc)(de)+<", "a", TRUE, TRUE, TRUE },
  { "a(bc)(de)+<>", "abcde", TRUE, FALSE, TRUE },
  /* There are no two. */
  { "-", "", FALSE, FALSE, FALSE },
  { "a-", "a", TRUE, FALSE, TRUE },
  { "ab<-", "a", TRUE, TRUE, TRUE },
  { "ab<->", "ab", TRUE, FALSE, TRUE },
  { "ab+-", "ab", TRUE, FALSE, TRUE },
  /* What was undone can still be redone. */
  { "abc<+<", "", FALSE, TRUE, FALSE },
  { "abc<+<>>", "abc", TRUE, FALSE, TRUE },
  /* An undo leads back to what the file holds, and joining what it holds does not change that it does. */
  { "a*b-<", "a", TRUE, TRUE, FALSE },
  { "a*b-<<", "", FALSE, TRUE, TRUE },
  { "ab*+", "ab", TRUE, FALSE, FALSE },
  { "ab*+<", "", FALSE, TRUE, TRUE },
  { "ab*+<>", "ab", TRUE, FALSE, FALSE },
  { "ab*+c", "abc", TRUE, FALSE, TRUE },
  { "ab*+c-<", "ab", TRUE, TRUE, FALSE },
  { "*ab+<", "", FALSE, TRUE, FALSE },
};

static void
add_letter (Roadmap *roadmap,
            char     letter)
{
  const char *title = roadmap_item_get (roadmap_get_root (roadmap), "title");
  g_autofree char *text = g_strdup_printf ("set r title=%s%c", title, letter);

  apply (roadmap, text);
}

static void
tell (Roadmap        *roadmap,
      RoadmapHistory *history,
      const char     *story)
{
  for (const char *c = story; *c != '\0'; c++)
    switch (*c)
      {
      case '(':
        roadmap_history_begin (history, "step");
        break;
      case ')':
        g_assert_true (roadmap_history_commit (history, NULL));
        break;
      case '!':
        roadmap_history_rollback (history);
        break;
      case '<':
        roadmap_history_undo (history);
        break;
      case '>':
        roadmap_history_redo (history);
        break;
      case '*':
        roadmap_history_mark_saved (history);
        break;
      case '+':
        g_assert_true (roadmap_history_join (history));
        break;
      case '-':
        g_assert_false (roadmap_history_join (history));
        break;
      default:
        add_letter (roadmap, *c);
        break;
      }
}

static void
test_stories (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=\n");
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);

      g_test_message ("%s", stories[i].story);
      roadmap_set_wording_locked (roadmap, FALSE);
      tell (roadmap, history, stories[i].story);
      g_assert_cmpstr (roadmap_item_get (roadmap_get_root (roadmap), "title"), ==, stories[i].title);
      g_assert_cmpint (roadmap_history_get_can_undo (history), ==, stories[i].can_undo);
      g_assert_cmpint (roadmap_history_get_can_redo (history), ==, stories[i].can_redo);
      g_assert_cmpint (roadmap_history_get_modified (history), ==, stories[i].modified);
    }
}

static void
test_names (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);

  g_assert_null (roadmap_history_get_undo_name (history));
  g_assert_null (roadmap_history_get_redo_name (history));

  roadmap_history_begin (history, "Record progress");
  apply (roadmap, "set irb.b4 status=done");
  g_assert_true (roadmap_history_commit (history, NULL));
  apply (roadmap, "set irb.b3 status=done");
  g_assert_true (roadmap_history_get_can_undo (history));
  g_assert_null (roadmap_history_get_undo_name (history));

  roadmap_history_undo (history);
  g_assert_cmpstr (roadmap_history_get_undo_name (history), ==, "Record progress");
  roadmap_history_undo (history);
  g_assert_null (roadmap_history_get_undo_name (history));
  g_assert_cmpstr (roadmap_history_get_redo_name (history), ==, "Record progress");
  roadmap_history_redo (history);
  roadmap_history_redo (history);
  g_assert_true (roadmap_history_join (history));
  g_assert_cmpstr (roadmap_history_get_undo_name (history), ==, "Record progress");
}

/* Steps that cannot stand: nothing of them remains, in the roadmap or in the history. */
static void
test_failed_commits (void)
{
  static const struct
  {
    const char *edits; /* divided by " ; " */
    const char *message;
  } rows[] = {
    { "set irb.b1 end=FY2019", "*irb.b1*FY2019*" },
    { "set irb.b1 status=running ; set irb.b1 start=FY2021 ; set ic.b1 status=done", "*irb.b1*" },
    { "set irb.b1 end", "*irb.b1*end*" },
    { "set irb title", "*irb*title*" },
    { "remove irb.m1", "*irb.m1*" },
    { "remove irb.b1", "*irb.b1*" },
    { "move irb.b4 ic 0 ; remove irb.r2 ; set irb.b4 status=done", "*irb.r2*" },
    { "remove ed", "*roadmap*ed*" },
    { "insert ic 0 measure x | roadblocks=irb.r1 ; set x title=x ; remove irb.r1", "*irb.r1*" },
    { "insert ic 0 measure x", "*x*title*" },
    { "insert ic 0 bar x | start=FY2021 | end=FY2020 | title=x", "*x*FY2020*" },
    { "insert ic 0 bar x | start=FY2021 | end=FY2021 | measures=absent | title=x", "*absent*" },
    { "set roadmap fiscal-start=1 ; set irb.b1 start=2020-12 ; set irb.b1 end=FY2020-Q3", "*irb.b1*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_auto (GStrv) edits = g_strsplit (rows[i].edits, " ; ", -1);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].edits);
      roadmap_set_wording_locked (roadmap, FALSE);
      roadmap_history_begin (history, "step");
      for (char **edit = edits; *edit != NULL; edit++)
        apply (roadmap, *edit);
      g_assert_false (roadmap_history_commit (history, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      g_assert_true (g_pattern_match_simple (rows[i].message, error->message));

      assert_dump (roadmap, sample_text);
      g_assert_false (roadmap_history_get_can_undo (history));
      g_assert_false (roadmap_history_get_modified (history));
      /* The history goes on. */
      apply (roadmap, "set irb.b1 status=running");
      g_assert_true (roadmap_history_get_can_undo (history));
    }
}

/* What is broken in between may be mended before the end of the step. */
static void
test_mended_commits (void)
{
  static const char *const rows[] = {
    "set irb.b1 start=FY2022 ; set irb.b1 end=FY2022",
    "remove irb.m1 ; set irb.b1 measures ; set irb.b2 measures=irb.m2",
    "set irb.b1 measures ; set irb.b2 measures ; remove irb.m1",
    "insert ic 0 bar x | start=FY2021 | end=FY2021 | measures=y | title=x ; insert ic 0 measure y | title=y",
    "insert ic 0 measure x ; remove x",
    "set irb.b4 title ; remove irb.b4",
    "remove irb.b4 ; insert ic 0 bar irb.b4 | start=FY2020 | end=FY2020 | title=別の",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_auto (GStrv) edits = g_strsplit (rows[i], " ; ", -1);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", rows[i]);
      roadmap_set_wording_locked (roadmap, FALSE);
      roadmap_history_begin (history, "step");
      for (char **edit = edits; *edit != NULL; edit++)
        apply (roadmap, *edit);
      roadmap_history_commit (history, &error);
      g_assert_no_error (error);

      after = sample_dump (roadmap);
      roadmap_set_wording_locked (roadmap, TRUE);
      roadmap_history_undo (history);
      assert_dump (roadmap, sample_text);
      roadmap_history_redo (history);
      assert_dump (roadmap, after);
    }
}

typedef struct
{
  guint    n;
  gboolean can_undo, can_redo, modified;
} Notified;

static void
notify_cb (RoadmapHistory *history,
           GParamSpec     *pspec,
           Notified       *notified)
{
  g_autofree char *undo_name = NULL;
  g_autofree char *redo_name = NULL;

  notified->n++;
  g_object_get (history, "can-undo", &notified->can_undo, "can-redo", &notified->can_redo,
                "modified", &notified->modified, "undo-name", &undo_name, "redo-name", &redo_name, NULL);
  g_assert_cmpstr (undo_name, ==, roadmap_history_get_undo_name (history));
  g_assert_cmpstr (redo_name, ==, roadmap_history_get_redo_name (history));
}

/* After each story: how often "can-undo" and "modified" were notified, and that listeners saw the state as it is. */
static void
test_notifications (void)
{
  static const struct
  {
    const char *story;
    guint       n_undo, n_modified;
  } rows[] = {
    { "a", 1, 1 },  { "(bc", 0, 0 }, { ")", 1, 1 },  { "<", 1, 1 }, { "*", 0, 1 },
    { ">", 1, 1 },  { ">", 0, 0 },   { "(d!", 0, 0 }, { "()", 0, 0 }, { "<<", 2, 2 },
  };
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=\n");
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  Notified undo = { 0 }, modified = { 0 };

  roadmap_set_wording_locked (roadmap, FALSE);
  g_signal_connect (history, "notify::can-undo", G_CALLBACK (notify_cb), &undo);
  g_signal_connect (history, "notify::modified", G_CALLBACK (notify_cb), &modified);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      undo.n = modified.n = 0;
      g_test_message ("%s", rows[i].story);
      tell (roadmap, history, rows[i].story);
      g_assert_cmpuint (undo.n, ==, rows[i].n_undo);
      g_assert_cmpuint (modified.n, ==, rows[i].n_modified);
      if (undo.n > 0)
        g_assert_cmpint (undo.can_redo, ==, roadmap_history_get_can_redo (history));
      if (undo.n > 0)
        g_assert_cmpint (undo.can_undo, ==, roadmap_history_get_can_undo (history));
      if (modified.n > 0)
        g_assert_cmpint (modified.modified, ==, roadmap_history_get_modified (history));
    }
}

static void
edited_cb (RoadmapHistory *history,
           RoadmapEdit    *edit,
           GString        *record)
{
  g_string_append (record, edit->value != NULL ? edit->value : "-");
}

static void
stepped_cb (RoadmapHistory *history,
            int             type,
            const char     *name,
            GString        *record)
{
  static const char marks[] = { [ROADMAP_STEP_DONE] = ';', [ROADMAP_STEP_UNDONE] = '<', [ROADMAP_STEP_REDONE] = '>' };

  g_string_append_printf (record, "%c%s%s ", marks[type], name != NULL ? name : "",
                          roadmap_history_get_can_redo (history) ? "~" : "");
}

static void
rolled_back_cb (RoadmapHistory *history,
                GString        *record)
{
  g_string_append (record, "! ");
}

/* What is announced of a story: the values that were set, and behind each step its mark and its name, and "~" if there is
 * something to redo.  The title is a word of the letters added so far. */
static void
test_record (void)
{
  static const struct
  {
    const char *story;
    const char *record;
  } rows[] = {
    { "a", "a; " },
    { "(ab)", "aab;step " },
    { "(ab)<", "aab;step a<step~ " },
    { "(ab)<>", "aab;step a<step~ aab>step " },
    { "()", "" },
    { "<>*", "" },
    { "(!", "" },
    { "(ab!", "aaba! " },
    { "a(b!<", "a; aba! <~ " },
    { "a<b", "a; <~ b; " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | title=\n");
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_autoptr (GString) record = g_string_new (NULL);

      roadmap_set_wording_locked (roadmap, FALSE);
      g_signal_connect (history, "edited", G_CALLBACK (edited_cb), record);
      g_signal_connect (history, "stepped", G_CALLBACK (stepped_cb), record);
      g_signal_connect (history, "rolled-back", G_CALLBACK (rolled_back_cb), record);
      tell (roadmap, history, rows[i].story);
      g_assert_cmpstr (record->str, ==, rows[i].record);
    }
}

/* A step that fails its checks is told as rolled back. */
static void
test_failed_record (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GString) record = g_string_new (NULL);

  g_signal_connect (history, "stepped", G_CALLBACK (stepped_cb), record);
  g_signal_connect (history, "rolled-back", G_CALLBACK (rolled_back_cb), record);
  roadmap_history_begin (history, "step");
  apply (roadmap, "set irb.b1 end=FY2019");
  g_assert_false (roadmap_history_commit (history, NULL));
  g_assert_cmpstr (record->str, ==, "! ");
}

/* A roadmap may outlive its history. */
static void
test_lifetime (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  RoadmapHistory *history = roadmap_history_new (roadmap);

  roadmap_history_begin (history, "never ended");
  apply (roadmap, "set irb.b4 status=done");
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (history);
  g_assert_null (history);
  apply (roadmap, "set irb.b4 status=running");
  g_assert_cmpstr (roadmap_item_get (sample_get (roadmap, "irb.b4"), "status"), ==, "running");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/stories", test_stories);
  g_test_add_func ("/history/names", test_names);
  g_test_add_func ("/history/failed-commits", test_failed_commits);
  g_test_add_func ("/history/mended-commits", test_mended_commits);
  g_test_add_func ("/history/notifications", test_notifications);
  g_test_add_func ("/history/record", test_record);
  g_test_add_func ("/history/failed-record", test_failed_record);
  g_test_add_func ("/history/lifetime", test_lifetime);

  return g_test_run ();
}
