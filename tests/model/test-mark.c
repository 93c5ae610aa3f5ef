/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/amendment.h"
#include "model/as-of.h"
#include "model/former-words.h"
#include "model/mark.h"

#include "sample.h"

/* Two amendments of the sample, the second still in progress. */
static const char *const first[] = {
  "set irb.b4 title=総括", "set irb.b4 end=FY2023", "set irb.b4 open=true", "set irb title@en=Ethics", "set irb.b1 basis=confirmed",
  "set irb.b2 measures=irb.m1", "insert irb 7 bar irb.new | start=FY2023 | end=FY2023 | title=新規", "set irb.r1.i1 text=専門家<ref to=\"n1\">※</ref>",
  "set irb.b3 detail=育成", "remove ic.b1",
};
static const char *const second[] = { "set irb.b4 title=総括する", "set irb.b3 title=人材", "set irb.b4 start=FY2021" };

static void
change (Roadmap    *roadmap,
        const char *text)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, text);
  g_autoptr (GError) error = NULL;

  roadmap_change (roadmap, edit, &error);
  g_assert_no_error (error);
}

static Roadmap *
create_amended (void)
{
  Roadmap *roadmap = sample_parse (sample_text);

  g_assert_nonnull (roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    change (roadmap, first[i]);
  g_assert_true (roadmap_finish_amendment (roadmap, NULL));
  g_assert_nonnull (roadmap_open_amendment (roadmap, "2023-06-01", "再改定", NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (second); i++)
    change (roadmap, second[i]);
  return roadmap;
}

static const struct
{
  const char *id;
  const char *japanese, *english; /* NULL: no mark */
} marks[] = {
  { "irb.b4", "令和5年6月1日一部見直し", "Partly revised 1 June 2023" },
  { "irb.b3", "令和5年6月1日一部見直し", "Partly revised 1 June 2023" },
  { "irb.b2", "令和4年3月25日一部見直し", "Partly revised 25 March 2022" },
  { "irb.r1.i1", "令和4年3月25日一部見直し", "Partly revised 25 March 2022" },
  { "irb.new", "令和4年3月25日追加", "Added 25 March 2022" },
  /* Neither a translation nor the basis of a span is revised wording, nor is what something stands in. */
  { "irb", NULL, NULL },
  { "irb.b1", NULL, NULL },
  { "ic", NULL, NULL },
  { "irb.r1", NULL, NULL },
  { "roadmap", NULL, NULL },
};

static void
test_marks (void)
{
  g_autoptr (Roadmap) roadmap = create_amended ();

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      RoadmapItem *item = sample_get (roadmap, marks[i].id);
      g_autofree char *japanese = roadmap_mark_describe (roadmap, item, "ja");
      g_autofree char *english = roadmap_mark_describe (roadmap, item, "en");

      g_test_message ("%s", marks[i].id);
      g_assert_cmpstr (japanese, ==, marks[i].japanese);
      g_assert_cmpstr (english, ==, marks[i].english);
    }
}

/* What was revised twice carries, as of the edition between, the mark of the first time. */
static void
test_as_of (void)
{
  g_autoptr (Roadmap) roadmap = create_amended ();
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);
  g_autoptr (Roadmap) between = roadmap_as_of (roadmap, g_ptr_array_index (editions, 1), NULL);
  g_autoptr (Roadmap) before = roadmap_as_of (roadmap, g_ptr_array_index (editions, 0), NULL);
  g_autofree char *twice = roadmap_mark_describe (between, sample_get (between, "irb.b4"), "ja");

  g_assert_cmpstr (twice, ==, "令和4年3月25日一部見直し");
  g_assert_null (roadmap_mark_describe (before, sample_get (before, "irb.b4"), "ja"));
  g_assert_true (roadmap_is_past (between));
  g_assert_false (roadmap_is_past (roadmap));
}

static void
test_editions (void)
{
  g_autoptr (Roadmap) roadmap = create_amended ();
  g_autoptr (GPtrArray) editions = roadmap_list_editions (roadmap);
  RoadmapItem *root = roadmap_get_root (roadmap);
  g_autofree char *draft = roadmap_edition_describe (roadmap, root, "ja");
  g_autofree char *english = roadmap_edition_describe (roadmap, root, "en");
  g_autofree char *finished = NULL;
  g_autofree char *added = NULL;
  RoadmapAmended amended;

  g_assert_cmpstr (draft, ==, "令和2年6月18日版（令和5年6月1日一部見直し案）");
  g_assert_cmpstr (english, ==, "Edition of 18 June 2020, draft of the revision of 1 June 2023");
  g_assert_true (roadmap_finish_amendment (roadmap, NULL));
  finished = roadmap_edition_describe (roadmap, root, "ja");
  g_assert_cmpstr (finished, ==, "令和2年6月18日版（令和5年6月1日一部見直し）");
  added = roadmap_edition_describe (roadmap, sample_get (roadmap, "irb.new"), "en");
  g_assert_cmpstr (added, ==, "Edition of 25 March 2022, partly revised 1 June 2023");

  amended = roadmap_count_amended (roadmap, g_ptr_array_index (editions, 1));
  g_assert_cmpuint (amended.n_added, ==, 1);
  g_assert_cmpuint (amended.n_withdrawn, ==, 1);
  amended = roadmap_count_amended (roadmap, g_ptr_array_index (editions, 2));
  g_assert_cmpuint (amended.n_revised, ==, 2);
  g_assert_cmpuint (amended.n_added + amended.n_withdrawn, ==, 0);
}

static char *
list_words (Roadmap    *roadmap,
            const char *id,
            const char *language)
{
  g_autoptr (GPtrArray) words = roadmap_list_former_words (roadmap, sample_get (roadmap, id), language);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const RoadmapFormerWords *former = g_ptr_array_index (words, i);

      g_string_append_printf (text, "%s %s: %s\n", roadmap_item_get (former->edition, "date"), former->label, former->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_former_words (void)
{
  static const struct { const char *id, *language, *words; } cases[] = {
    /* The time is what it was as a whole, whichever of its ends has changed. */
    { "irb.b4", "ja", "2023-06-01 Title: 総括\n2023-06-01 Time: 令和4年度以降\n"
                      "2022-03-25 Title: 見直し\n2022-03-25 Time: 令和4年度\n" },
    { "irb.b3", "ja", "2023-06-01 Title: 人材育成\n2022-03-25 Explanation: \n" },
    { "irb.b2", "en", "2022-03-25 Measures: 指針の改正, 周知\n" },
    { "irb.r1", "ja", "2022-03-25 Text: 委員に※AI&MLの専門家がいない\n" },
    { "ic", "ja", "2022-03-25 Taken out: 改正\n" },
    { "irb", "ja", "" },
    { "irb.b1", "ja", "" },
  };
  g_autoptr (Roadmap) roadmap = create_amended ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = list_words (roadmap, cases[i].id, cases[i].language);

      sample_assert_text (words, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mark/marks", test_marks);
  g_test_add_func ("/mark/as-of", test_as_of);
  g_test_add_func ("/mark/editions", test_editions);
  g_test_add_func ("/mark/former-words", test_former_words);

  return g_test_run ();
}
