/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/amendment.h"
#include "model/former.h"
#include "model/history.h"
#include "model/search-index.h"

#include "sample.h"

#include <string.h>

/* The dump, with the id of the amendment written NEW. */
static char *
dump (Roadmap     *roadmap,
      RoadmapItem *amendment)
{
  g_autofree char *text = sample_dump (roadmap);
  g_auto (GStrv) parts = g_strsplit (text, roadmap_item_get_id (amendment), -1);

  return g_strjoinv ("NEW", parts);
}

static RoadmapItem *
open_amendment (Roadmap *roadmap)
{
  g_autoptr (GError) error = NULL;
  RoadmapItem *amendment = roadmap_open_amendment (roadmap, "2022-03-25", "令和４年３月25日", "推進会議", &error);

  g_assert_no_error (error);
  g_assert_true (amendment == roadmap_get_amendment (roadmap));
  return amendment;
}

static void
change (Roadmap    *roadmap,
        const char *text)
{
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, text);
  g_autoptr (GError) error = NULL;

  roadmap_change (roadmap, edit, &error);
  g_assert_no_error (error);
}

/* Edits one a line, and lines that the dump has after them; those with "-" it has no longer. */
static const struct
{
  const char *name;
  const char *edits;
  const char *lines;
} stories[] = {
  { "wording",
    "set irb.b4 title=総括",
    "      bar irb.b4 | start=FY2022 | end=FY2022 | title=総括\n"
    "        former irb.b4.title.NEW | field=title | until=NEW | text=見直し" },
  { "the second change keeps the first wording",
    "set irb.b4 title=総括\nset irb.b4 title=総括する",
    "      bar irb.b4 | start=FY2022 | end=FY2022 | title=総括する\n"
    "        former irb.b4.title.NEW | field=title | until=NEW | text=見直し" },
  { "changed back", "set irb.b4 title=総括\nset irb.b4 title=見直し",
    "      bar irb.b4 | start=FY2022 | end=FY2022 | title=見直し\n-former" },
  { "not changed", "set irb.b4 title=見直し", "-former" },
  { "the translation goes with the wording",
    "set irb title=倫理審査\nset irb title@en=Ethics",
    "    stage irb | number=① | title=倫理審査 | title@en=Ethics\n"
    "      former irb.title.NEW | field=title | until=NEW | text=IRBの審査 | text@en=Ethics review" },
  { "in any order, and back",
    "set irb title@en=Ethics\nset irb title=倫理審査\nset irb title=IRBの審査\nset irb title@en=Ethics review", "-former" },
  { "what was empty",
    "set irb.b4 detail=総括する",
    "        former irb.b4.detail.NEW | field=detail | until=NEW\n-text=総括" },
  { "time",
    "set irb.b4 end=FY2023\nset irb.b4 open=true",
    "        former irb.b4.end.NEW | field=end | until=NEW | text=FY2022\n"
    "        former irb.b4.open.NEW | field=open | until=NEW" },
  { "progress is none of it", "set irb.b4 status=done\nset irb hue=#3584e4", "-former" },
  { "nor is what is the editor's", "set genome.b1 title=更新\nset genome.b1 end=2018", "-former" },
  { "added", "insert irb 4 bar irb.new | start=FY2023 | end=FY2023 | title=新規",
    "      bar irb.new | edition=NEW | start=FY2023 | end=FY2023 | title=新規\n-former" },
  { "what was added changes freely",
    "insert irb 4 bar irb.new | start=FY2023 | end=FY2023 | title=新規\nset irb.new title=新設\nset irb.new end=FY2024",
    "      bar irb.new | edition=NEW | start=FY2023 | end=FY2024 | title=新設\n-former" },
  { "and goes without a trace",
    "insert irb 4 bar irb.new | start=FY2023 | end=FY2023 | title=新規\nremove irb.new", "-former\n-irb.new\n-withdrawn" },
  { "a copy is as new as any other",
    "insert plan 0 stage s | edition=ed | title=新\n  bar s.b | edition=ed | start=FY2023 | end=FY2023 | title=新規",
    "    stage s | edition=NEW | title=新\n      bar s.b | start=FY2023 | end=FY2023 | title=新規" },
  { "progress belongs to no edition", "insert irb.b4 0 followup f | date=2022-03-31", "        followup f | date=2022-03-31" },
  { "withdrawn",
    "remove irb.b4",
    "  edition NEW | date=2022-03-25 | draft=true | title=令和４年３月25日 | meeting=推進会議\n"
    "    withdrawn NEW.withdrawn\n"
    "      bar irb.b4 | start=FY2022 | end=FY2022 | title=見直し\n"
    "      former irb.children.NEW | field=children | until=NEW | "
      "text=irb.r1 irb.r2 irb.m1 irb.m2 irb.b1 irb.b2 irb.b3 irb.b4 irb.ms" },
  { "links to it are kept",
    "remove irb.m1",
    "      bar irb.b2 | start=FY2020-Q4 | end=FY2021-Q4 | open=true | measures=irb.m2 | after=irb.b1 | notes=n1 | "
      "status=running | title=ガイダンス\n"
    "        former irb.b2.measures.NEW | field=measures | until=NEW | text=irb.m1 irb.m2\n"
    "        former irb.b1.measures.NEW | field=measures | until=NEW | text=irb.m1\n"
    "      measure irb.m1 | roadblocks=irb.r1 irb.r2 | title=指針の改正" },
  { "moved",
    "move irb.b4 irb 0",
    "      former irb.children.NEW | field=children | until=NEW | "
      "text=irb.r1 irb.r2 irb.m1 irb.m2 irb.b1 irb.b2 irb.b3 irb.b4 irb.ms" },
  { "moved back", "move irb.b4 irb 0\nmove irb.b4 ic 0\nmove irb.b4 irb 7", "-former" },
  { "moved into what is new, it stays of its edition",
    "insert plan 0 stage s | title=新\nmove irb.b4 s 0\nset irb.b4 title=総括",
    "      bar irb.b4 | edition=ed | start=FY2022 | end=FY2022 | title=総括\n"
    "        former irb.b4.edition.NEW | field=edition | until=NEW\n"
    "        former irb.b4.title.NEW | field=title | until=NEW | text=見直し" },
  { "it stays readable when that goes",
    "insert plan 0 stage s | title=新\nmove irb.b4 s 0\nremove s", "-stage s \n        former irb.b4.edition.NEW" },
  { "what is new goes with what is withdrawn",
    "insert irb 4 bar irb.new | start=FY2023 | end=FY2023 | title=新規\nremove irb",
    "-irb.new\n    withdrawn NEW.withdrawn\n      stage irb | number=① | title=IRBの審査" },
};

static void
check_lines (const char *text,
             const char *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);

  for (char **line = all; *line != NULL; line++)
    {
      gboolean absent = **line == '-';

      if ((strstr (text, *line + absent) == NULL) != absent)
        g_error ("“%s” in\n%s", *line, text);
    }
}

static void
test_stories (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      g_auto (GStrv) edits = g_strsplit (stories[i].edits, "\n", -1);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *before = NULL;
      g_autofree char *again = NULL;
      g_autoptr (RoadmapItem) amendment = NULL;

      g_test_message ("%s", stories[i].name);
      roadmap_set_wording_locked (roadmap, FALSE);
      roadmap_history_begin (history, "amend");
      amendment = g_object_ref (open_amendment (roadmap));
      for (char **edit = edits; *edit != NULL; edit++)
        {
          /* What is in an item stands on the next line. */
          g_autofree char *whole = edit[1] != NULL && g_str_has_prefix (edit[1], "  ") ? g_strjoin ("\n", edit[0], edit[1], NULL)
                                                                                       : g_strdup (*edit);

          edit += strchr (whole, '\n') != NULL;
          change (roadmap, whole);
        }
      roadmap_history_commit (history, &error);
      g_assert_no_error (error);
      after = dump (roadmap, amendment);
      check_lines (after, stories[i].lines);

      roadmap_history_undo (history);
      before = sample_dump (roadmap);
      g_assert_cmpstr (before, ==, sample_text);
      roadmap_history_redo (history);
      again = dump (roadmap, amendment);
      g_assert_cmpstr (again, ==, after);
    }
}

/* The lock holds in an amendment too: past roadmap_change(), nothing changes that is not kept. */
static void
test_locked (void)
{
  static const char *const refused[] = {
    "set irb.b4 title=総括",
    "remove irb.b4",
    "set irb.b4 origin=editor",
    "set ed draft=true",
    /* Passed off as new, it could be changed without being kept. */
    "set irb.b4 edition=NEW",
    "move irb.b4 new.stage 0",
    /* Taken out, it would be missing in its place. */
    "move genome.ms NEW.withdrawn 0",
    /* What is kept is kept as it was. */
    "set irb.b3 title=x",
    "set irb.b1.title.NEW text=x",
    "remove irb.b1.title.NEW",
    "remove irb.b3",
    "remove NEW.withdrawn",
    "remove NEW",
    "insert irb.b4 0 former x | field=title | until=NEW | text=総括",
    "insert irb.b4 0 former x | field=title | until=ed | text=見直し",
    "insert irb.b1 0 former x | field=title | until=NEW | text=改正した",
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  RoadmapItem *amendment = open_amendment (roadmap);
  g_autofree char *before = NULL;

  change (roadmap, "insert plan 0 stage new.stage | title=新");
  change (roadmap, "set irb.b1 title=改正した");
  change (roadmap, "remove ic.b1");
  change (roadmap, "remove irb.b3");
  before = sample_dump (roadmap);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (GStrv) parts = g_strsplit (refused[i], "NEW", -1);
      g_autofree char *text = g_strjoinv (roadmap_item_get_id (amendment), parts);
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, text);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", text);
      g_assert_false (roadmap_apply (roadmap, edit, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING);
      after = sample_dump (roadmap);
      g_assert_cmpstr (after, ==, before);
    }

  /* Once finished, all of it is as locked as the rest. */
  g_assert_true (roadmap_finish_amendment (roadmap, NULL));
  g_assert_null (roadmap_get_amendment (roadmap));
  for (const char *const *text = (const char *const[]) { "set new.stage title=x", "remove new.stage", "set irb.b1 title=改正",
                                                         NULL }; *text != NULL; text++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, *text);
      g_autoptr (GError) error = NULL;

      g_assert_false (roadmap_change (roadmap, edit, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_LOCKED_WORDING);
    }
}

/* A change that fails has done nothing, though it takes several edits. */
static void
test_whole_or_not (void)
{
  static const char *const refused[] = { "set irb.b4 end=soon", "move irb irb.b4 0", "set irb.b1 measures=absent" };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autofree char *before = NULL;

  open_amendment (roadmap);
  before = sample_dump (roadmap);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, refused[i]);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (roadmap_change (roadmap, edit, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      after = sample_dump (roadmap);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Without an amendment it is roadmap_apply(), but for links to what is removed. */
static void
test_no_amendment (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autofree char *text = NULL;

  roadmap_set_wording_locked (roadmap, FALSE);
  change (roadmap, "set irb.b4 title=総括");
  change (roadmap, "remove irb.m1");
  text = sample_dump (roadmap);
  check_lines (text, "      bar irb.b4 | start=FY2022 | end=FY2022 | title=総括\n-former\n-irb.m1");
}

static void
test_open (void)
{
  static const struct
  {
    const char *from, *to; /* of the sample */
    const char *date;
    const char *message;
  } cases[] = {
    { "", "", "2020-06-17",
      "The amendment cannot be adopted on 2020-06-17, before the last edition of 2020-06-18; enter a later day" },
    { "edition=ed | ", "", "2022-03-25",
      "The roadmap does not say on which day it was adopted; enter that day first" },
    { "domain common", "edition late | date=2022-01-01 | draft=true | title=x\n  domain common", "2022-03-25",
      "An amendment is in progress already; finish it first" },
    { "", "", "25 March", "“date” cannot be “25 March”; it must be a date such as 2020-06-18" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = *cases[i].from != '\0' ? g_strsplit (sample_text, cases[i].from, 2) : NULL;
      g_autofree char *text = parts != NULL ? g_strjoinv (cases[i].to, parts) : g_strdup (sample_text);
      g_autoptr (Roadmap) roadmap = sample_parse (text);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (roadmap_open_amendment (roadmap, cases[i].date, "改定", NULL, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      after = sample_dump (roadmap);
      g_assert_cmpstr (after, ==, text);
    }
}

/* A roadmap that knows its day but no edition gets its first one. */
static void
test_first_edition (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap roadmap | date=2020-06-18 | title=工程表\n");
  g_autoptr (GPtrArray) editions = NULL;

  open_amendment (roadmap);
  editions = roadmap_list_editions (roadmap);
  g_assert_cmpuint (editions->len, ==, 2);
  g_assert_cmpstr (roadmap_item_get (g_ptr_array_index (editions, 0), "date"), ==, "2020-06-18");
  g_assert_true (roadmap_get_linked (roadmap, roadmap_get_root (roadmap), "edition") == g_ptr_array_index (editions, 0));
}

/* Nothing that is withdrawn or former is found by any way that shows what is there. */
static void
test_out_of_sight (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (RoadmapSearchIndex) index = roadmap_search_index_new (roadmap);
  g_autoptr (GPtrArray) bars = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *found = NULL;

  g_signal_connect_swapped (roadmap, "changed", G_CALLBACK (roadmap_search_index_update), index);
  open_amendment (roadmap);
  change (roadmap, "set irb.b4 title=総括");
  change (roadmap, "remove irb.b1");
  bars = roadmap_list (roadmap, NULL, "bar");
  found = sample_join_ids (bars);
  g_assert_cmpstr (found, ==, "irb.b2 irb.b3 irb.b4 ic.b1 genome.b1");
  g_assert_nonnull (roadmap_lookup (roadmap, "irb.b1"));

  hits = roadmap_search_index_find (index, "見直し");
  g_assert_cmpuint (hits->len, ==, 0);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = roadmap_search_index_find (index, "議論");
  g_assert_cmpuint (hits->len, ==, 0);
  measures = roadmap_get_referrers (roadmap, roadmap_lookup (roadmap, "irb.m1"), NULL);
  g_clear_pointer (&found, g_free);
  found = sample_join_ids (measures);
  g_assert_cmpstr (found, ==, "irb.b2");
  g_signal_handlers_disconnect_by_func (roadmap, roadmap_search_index_update, index);
}

/* What is kept says whether it revised what was adopted. */
static void
test_revision (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  RoadmapItem *amendment = open_amendment (roadmap);

  change (roadmap, "set irb title@en=Ethics");
  g_assert_false (roadmap_former_is_revision (roadmap_former_find (sample_get (roadmap, "irb"), "title", amendment)));
  change (roadmap, "set irb title=倫理審査");
  g_assert_true (roadmap_former_is_revision (roadmap_former_find (sample_get (roadmap, "irb"), "title", amendment)));
  change (roadmap, "set irb.b1 basis=confirmed");
  g_assert_false (roadmap_former_is_revision (roadmap_former_find (sample_get (roadmap, "irb.b1"), "basis", amendment)));
  change (roadmap, "remove irb.b2");
  g_assert_false (roadmap_former_is_revision (roadmap_former_find (sample_get (roadmap, "irb"), "children", amendment)));
}

static void
test_rules (void)
{
  static const char *const wrong[] = {
    "        former f | field=colour | until=ed | text=x\n",
    "        former f | field=start | until=ed | text=soon\n",
    "        former f | field=title | until=irb | text=x\n",
    "        former f | field=title | text=x\n",
  };
  static const char bar[] = "      bar irb.b4 | start=FY2022 | end=FY2022 | title=見直し\n";

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (GStrv) parts = g_strsplit (sample_text, bar, 2);
      g_autofree char *text = g_strconcat (parts[0], bar, wrong[i], parts[1], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (sample_try (text, &error));
      g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID);
    }
}

/* Of two editions one is an amendment in progress: the other cannot become one too, wherever it stands. */
static void
test_one_at_a_time (void)
{
  static const char *const orders[] = {
    "  edition open | date=2022-03-25 | draft=true | title=x\n  edition other | date=2021-03-25 | title=y\n",
    "  edition other | date=2021-03-25 | title=y\n  edition open | date=2022-03-25 | draft=true | title=x\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *text = g_strconcat ("roadmap roadmap | date=2020-06-18 | title=工程表\n", orders[i], NULL);
      g_autoptr (Roadmap) roadmap = sample_parse (text);
      g_autoptr (RoadmapHistory) history = roadmap_history_new (roadmap);
      RoadmapItem *other = sample_get (roadmap, "other");
      const RoadmapField *draft = roadmap_kind_find_field (roadmap_item_get_kind (other), "draft");
      g_autoptr (RoadmapEdit) edit = roadmap_edit_new_set (other, draft, NULL, "true");
      g_autoptr (GError) error = NULL;

      roadmap_set_wording_locked (roadmap, FALSE);
      roadmap_history_begin (history, "amend");
      g_assert_true (roadmap_apply (roadmap, edit, NULL));
      g_assert_false (roadmap_history_commit (history, &error));
      g_assert_true (g_str_has_suffix (error->message, "“open” and “other” are both amendments in progress; "
                                                       "finish one of them first"));
      g_assert_false (roadmap_item_get_boolean (other, "draft"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/amendment/stories", test_stories);
  g_test_add_func ("/amendment/locked", test_locked);
  g_test_add_func ("/amendment/whole-or-not", test_whole_or_not);
  g_test_add_func ("/amendment/no-amendment", test_no_amendment);
  g_test_add_func ("/amendment/open", test_open);
  g_test_add_func ("/amendment/first-edition", test_first_edition);
  g_test_add_func ("/amendment/out-of-sight", test_out_of_sight);
  g_test_add_func ("/amendment/revision", test_revision);
  g_test_add_func ("/amendment/rules", test_rules);
  g_test_add_func ("/amendment/one-at-a-time", test_one_at_a_time);

  return g_test_run ();
}
