/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/become.h"
#include "model/diff-words.h"
#include "model/history.h"
#include "model/rules.h"

#include "mutate.h"
#include "sample.h"

#define N_ROUNDS 600

/* The differences that @edits, divided by semicolons, make in the sample, in words. */
static char *
describe (const char *edits)
{
  g_autoptr (Roadmap) old = sample_parse (sample_text);
  g_autoptr (Roadmap) new = sample_parse (sample_text);
  g_auto (GStrv) list = g_strsplit (edits, "; ", -1);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  roadmap_set_wording_locked (new, FALSE);
  for (char **text = list; *text != NULL; text++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (new, *text);
      g_autoptr (GError) error = NULL;

      roadmap_apply (new, edit, &error);
      g_assert_no_error (error);
    }
  differences = roadmap_diff (old, new, NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = roadmap_diff_describe (g_ptr_array_index (differences, i), old, new, NULL);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *edits, *words;
  } table[] = {
    { "set irb.b1 status=running", "Bar “改正”: Status: 完了 → 実施中" },
    { "set irb.b1 status", "Bar “改正”: Status: 完了 → –" },
    { "set irb.b2 measures=irb.m2", "Bar “ガイダンス”: Measures: 指針の改正、周知 → 周知" },
    { "set irb title@en=Review", "Stage “① IRBの審査”: Title (en): Ethics review → Review" },
    { "set irb.b1 end=FY2021", "Bar “改正”: To: 令和2年度第3四半期 → 令和3年度" },
    { "set irb.b2 open", "Bar “ガイダンス”: Runs on: Yes → –" },
    { "set irb.b1 basis=confirmed", "Bar “改正”: Basis of the span: Inferred → Confirmed" },
    { "set irb.b1.f2 date=2022-04-01", "Follow-up “irb.b1.f2”: Recorded on: 令和4年3月31日 → 令和4年4月1日" },
    { "set irb.r1.i1 text=<ref to=\"n1\">※</ref>A&amp;B", "Issue “※A&B”: Text: 委員に※AI&MLの専門家がいない → ※A&B" },
    { "remove irb.b1.f1", "Follow-up “irb.b1.f1”: Removed" },
    { "insert irb 0 bar x | start=FY2020 | end=FY2020 | title=新規", "Bar “新規”: Added" },
    /* What comes or goes along is no news; what leaves it before, or comes into it, is. */
    { "remove ic", "Stage “② 同意”: Removed" },
    { "move ic.b1 irb -1; remove ic", "Bar “改正”: Moved from “② 同意” to “① IRBの審査”\nStage “② 同意”: Removed" },
    { "insert plan -1 stage x | title=新規; insert x -1 bar y | start=FY2020 | end=FY2020 | title=z; move ic.b1 x 0",
      "Stage “新規”: Added\nBar “改正”: Moved from “② 同意” to “新規”" },
    { "move irb.b1 irb -1", "Bar “改正”: Moved within “① IRBの審査”" },
    /* An id that stands for something else now. */
    { "remove irb.ms; insert irb 0 bar irb.ms | start=FY2020 | end=FY2020 | title=答申", "Bar “答申”: Added\nMilestone “答申”: Removed" },
    /* In the order of the file. */
    { "set genome.b1 title=x; set irb.b4 title=y; remove irb.b3; set roadmap title=z",
      "Roadmap “z”: Title: 工程表 → z\nBar “人材育成”: Removed\nBar “y”: Title: 見直し → y\n"
      "Bar “x”: Title: 整備 → x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = describe (table[i].edits);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* Edits that were applied, as what follows a roadmap sees them. */
static void
count_cb (Roadmap           *roadmap,
          const RoadmapEdit *edit,
          gpointer           n)
{
  (*(guint *) n)++;
}

static void
assert_becomes (Roadmap *old,
                Roadmap *new)
{
  g_autoptr (Roadmap) roadmap = roadmap_copy (old);
  g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
  g_autoptr (GPtrArray) rest = NULL;
  g_autofree char *before = sample_dump (roadmap);
  g_autofree char *expected = sample_dump (new);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;

  roadmap_history_begin (history, "become");
  g_assert_true (roadmap_become (roadmap, new, &error));
  g_assert_no_error (error);
  g_assert_true (roadmap_history_commit (history, &error));
  g_assert_no_error (error);
  after = sample_dump (roadmap);
  g_assert_cmpstr (after, ==, expected);
  rest = roadmap_diff (roadmap, new, NULL);
  g_assert_cmpuint (rest->len, ==, 0);

  /* One step back. */
  roadmap_history_undo (history);
  back = sample_dump (roadmap);
  g_assert_cmpstr (back, ==, before);
}

static void
test_random (void)
{
  guint n_differences[4] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Roadmap) old = sample_parse (sample_text);
      g_autoptr (Roadmap) new = NULL;
      g_autoptr (GPtrArray) differences = NULL;

      mutate (old, round % 7, "o");
      new = roadmap_copy (old);
      /* The same ids may come back as other kinds. */
      mutate (new, g_test_rand_int_range (0, 40), round % 3 == 0 ? "o" : "n");
      differences = roadmap_diff (old, new, NULL);
      for (guint i = 0; i < differences->len; i++)
        n_differences[((const RoadmapDifference *) g_ptr_array_index (differences, i))->type]++;
      assert_becomes (old, new);
      assert_becomes (new, old);
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_differences); i++)
    {
      g_test_message ("%u differences of type %u", n_differences[i], i);
      g_assert_cmpuint (n_differences[i], >, N_ROUNDS / 2);
    }
}

/* As few edits as it takes: what stays is not touched. */
static void
test_few_edits (void)
{
  static const char *const edits[] = {
    "set irb.b1 status=running", "set roadmap title@en", "move irb.b1 irb -1", "move irb.ms irb 0",
    "insert irb 3 bar x | start=FY2020 | end=FY2020 | title=新規", "remove ic.x1", "move ic.b1 irb 2", "remove ic",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Roadmap) old = sample_parse (sample_text);
      g_autoptr (Roadmap) new = sample_parse (sample_text);
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (new, edits[i]);
      guint n = 0;

      roadmap_set_wording_locked (new, FALSE);
      g_assert_true (roadmap_apply (new, edit, NULL));
      g_signal_connect (old, "changed", G_CALLBACK (count_cb), &n);
      g_assert_true (roadmap_become (old, new, NULL));
      g_assert_cmpuint (n, ==, 1);
      g_assert_true (roadmap_get_wording_locked (old));
    }
}

/* A stage is put into what was inside it, and two lanes change their order and place. */
static void
test_inside_out (void)
{
  static const char *const texts[] = {
    "roadmap r | title=t\n  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=t\n"
    "    lane a | title=a\n      lane b | title=b\n        lane d | title=d\n    lane e | title=e\n",
    "roadmap r | title=t\n  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=t\n"
    "    lane e | title=e\n    lane d | title=d\n      lane b | title=b\n        lane a | title=a\n",
    /* Now a stage: what was in the lane is another, by the same ids. */
    "roadmap r | title=t\n  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=t\n"
    "    stage a | title=a\n      measure b | title=b\n    lane e | title=e\n      lane d | title=d\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (Roadmap) old = sample_parse (texts[i]);
        g_autoptr (Roadmap) new = sample_parse (texts[j]);

        assert_becomes (old, new);
      }
}

static void
test_strangers (void)
{
  g_autoptr (Roadmap) old = sample_parse ("roadmap r | title=t\n");
  g_autoptr (Roadmap) new = sample_parse ("roadmap s | title=t\n");
  g_autoptr (RoadmapItem) root = sample_parse_item ("roadmap r | title=t\n");
  g_autoptr (Roadmap) english = roadmap_new (root, "en", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (roadmap_diff (old, new, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (roadmap_become (old, english, &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/words", test_words);
  g_test_add_func ("/diff/random", test_random);
  g_test_add_func ("/diff/few-edits", test_few_edits);
  g_test_add_func ("/diff/inside-out", test_inside_out);
  g_test_add_func ("/diff/strangers", test_strangers);

  return g_test_run ();
}
