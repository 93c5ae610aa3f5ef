/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/edit.h"
#include "model/roadmap.h"
#include "model/rules.h"

#include "sample.h"

#include <string.h>

/* Everything roadmap_apply() can do, and what comes of it. */
static const struct
{
  const char *edit;
  gboolean    unlocked;
  const char *line; /* a new line of the dump; "" if there is less than before, NULL if only the order is another */
} edits[] = {
  { "set irb.b4 status=done", FALSE, "      bar irb.b4 | start=FY2022 | end=FY2022 | status=done | title=見直し" },
  { "set irb.b3 title@en=Training", FALSE,
    "      bar irb.b3 | start=FY2021 | end=FY2021 | roadblocks=irb.r2 | title=人材育成 | title@en=Training" },
  { "set irb title@en=IRB", FALSE, "    stage irb | number=① | title=IRBの審査 | title@en=IRB" },
  { "set irb title@en", FALSE, "    stage irb | number=① | title=IRBの審査" },
  { "set ic.b1 status", FALSE, "      bar ic.b1 | start=FY2020-Q1 | end=FY2020-Q3 | title=改正" },
  { "set ic hue=#3584e4", FALSE, "    stage ic | number=② | hue=#3584e4 | title=同意" },
  { "set irb.b4 end=FY2021", FALSE, "      bar irb.b4 | start=FY2022 | end=FY2021 | title=見直し" },
  /* Wording of the editor's is never locked, also where a parent says whose it is. */
  { "set genome.b1 title=更新", FALSE, "        bar genome.b1 | origin=editor | start=2017 | end=2018-Q2 | title=更新" },
  { "set ic.x1 text=確認", FALSE, "      remark ic.x1 | origin=editor | text=確認" },
  { "set irb.b1.f2 progress=公布", FALSE,
    "        followup irb.b1.f2 | date=2022-03-31 | year=FY2021 | status=done | progress=公布" },
  { "set irb.b4 title=総括", TRUE, "      bar irb.b4 | start=FY2022 | end=FY2022 | title=総括" },
  { "set ic number", TRUE, "    stage ic | title=同意" },
  { "set ic.b1 origin=editor", TRUE,
    "      bar ic.b1 | origin=editor | start=FY2020-Q1 | end=FY2020-Q3 | status=running | title=改正" },

  { "insert ic 0 measure ic.m1 | title=周知", FALSE, "      measure ic.m1 | title=周知" },
  { "insert ic -1 measure ic.m1 | title=周知", FALSE, "      measure ic.m1 | title=周知" },
  { "insert ic 1 bar ic.b2 | start=FY2021 | end=FY2021 | title=x\n  followup ic.b2.f | date=2021-03-31", FALSE,
    "        followup ic.b2.f | date=2021-03-31" },
  { "insert irb.b4 0 followup irb.b4.f | date=2021-03-31 | status=absent", FALSE,
    "        followup irb.b4.f | date=2021-03-31 | status=absent" },

  { "remove irb.b1.f1", FALSE, "" },
  { "remove irb.b1.f2", FALSE, "" },
  { "remove ic.x1", FALSE, "" },
  { "remove genome.b1", FALSE, "" },
  { "remove irb.b4", TRUE, "" },
  { "remove irb", TRUE, "" },

  { "move irb.b4 ic 0", FALSE, NULL },
  { "move irb.b4 ic -1", FALSE, NULL },
  { "move irb.b1 irb 0", FALSE, NULL },
  { "move irb.b1 irb -1", FALSE, NULL },
  { "move ic plan 0", FALSE, NULL },
  { "move genome.sub map 0", FALSE, "    lane genome.sub | title=拠点" },
  { "move n1.p1 irb.b1.f1 0", TRUE, "          paragraph n1.p1 | text=令和３年改正" },
};

static void
note_edit_cb (Roadmap     *roadmap,
              RoadmapEdit *edit,
              GPtrArray   *notes)
{
  g_ptr_array_add (notes, roadmap_edit_copy (edit));
}

static GPtrArray *
note_edits (Roadmap *roadmap)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) roadmap_edit_free);

  g_signal_connect (roadmap, "changed", G_CALLBACK (note_edit_cb), notes);
  return notes;
}

static void
check_signalled (GPtrArray         *notes,
                 guint              n_notes,
                 const RoadmapEdit *edit)
{
  const RoadmapEdit *last = g_ptr_array_index (notes, notes->len - 1);

  g_assert_cmpuint (notes->len, ==, n_notes);
  g_assert_cmpint (last->type, ==, edit->type);
  g_assert_true (last->item == edit->item && last->parent == edit->parent && last->new_parent == edit->new_parent);
  g_assert_cmpuint (last->position, ==, edit->position);
  g_assert_cmpuint (last->new_position, ==, edit->new_position);
  g_assert_cmpstr (last->value, ==, edit->value);
  g_assert_cmpstr (last->old_value, ==, edit->old_value);
}

static void
test_apply (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (GPtrArray) notes = note_edits (roadmap);
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, edits[i].edit);
      g_autoptr (RoadmapEdit) inverse = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *line = edits[i].line != NULL ? g_strdup_printf ("\n%s\n", edits[i].line) : NULL;
      g_autofree char *before = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", edits[i].edit);
      roadmap_set_wording_locked (roadmap, !edits[i].unlocked);
      roadmap_apply (roadmap, edit, &error);
      g_assert_no_error (error);
      check_signalled (notes, 1, edit);

      after = sample_dump (roadmap);
      g_assert_cmpstr (after, !=, sample_text);
      if (edits[i].line != NULL && *edits[i].line != '\0')
        g_assert_true (strstr (after, line) != NULL && strstr (sample_text, line) == NULL);
      else
        g_assert_cmpint (strlen (after) < strlen (sample_text), ==, edits[i].line != NULL);

      /* Back, and there again, with the lock on: it was allowed once. */
      roadmap_set_wording_locked (roadmap, TRUE);
      inverse = roadmap_edit_invert (edit);
      roadmap_revert (roadmap, edit);
      check_signalled (notes, 2, inverse);
      before = sample_dump (roadmap);
      g_assert_cmpstr (before, ==, sample_text);
      roadmap_revert (roadmap, inverse);
      again = sample_dump (roadmap);
      g_assert_cmpstr (again, ==, after);
    }
}

/* Where exactly an item comes to stand. */
static void
test_positions (void)
{
  static const struct
  {
    const char *edit;
    const char *parent, *ids;
  } rows[] = {
    { "insert plan 0 stage x | title=x", "plan", "x irb ic n1" },
    { "insert plan 1 stage x | title=x", "plan", "irb x ic n1" },
    { "insert plan 3 stage x | title=x", "plan", "irb ic n1 x" },
    { "insert plan 99 stage x | title=x", "plan", "irb ic n1 x" },
    { "insert irb.b4 0 remark x | text=x", "irb.b4", "x" },
    { "move irb plan 0", "plan", "irb ic n1" },
    { "move irb plan 1", "plan", "ic irb n1" },
    { "move irb plan 2", "plan", "ic n1 irb" },
    { "move irb plan 99", "plan", "ic n1 irb" },
    { "move n1 plan 0", "plan", "n1 irb ic" },
    { "move n1 map 0", "map", "n1 genome" },
    { "move n1 map -1", "map", "genome n1" },
    { "move irb.ms ic 1", "ic", "ic.b1 irb.ms ic.x1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, rows[i].edit);
      RoadmapItem *parent = sample_get (roadmap, rows[i].parent);
      g_autoptr (GPtrArray) children = g_ptr_array_new ();
      g_autofree char *ids = NULL;
      g_autofree char *before = NULL;

      g_test_message ("%s", rows[i].edit);
      g_assert_true (roadmap_apply (roadmap, edit, NULL));
      for (guint n = 0; n < roadmap_item_get_n_children (parent); n++)
        g_ptr_array_add (children, roadmap_item_get_child (parent, n));
      ids = sample_join_ids (children);
      g_assert_cmpstr (ids, ==, rows[i].ids);

      roadmap_revert (roadmap, edit);
      before = sample_dump (roadmap);
      g_assert_cmpstr (before, ==, sample_text);
    }
}

static const struct
{
  const char   *edit;
  RoadmapError  code;
} refused_edits[] = {
  { "set irb.b1 title=新しい題", ROADMAP_ERROR_LOCKED_WORDING },
  { "set irb.b1 title", ROADMAP_ERROR_LOCKED_WORDING },
  { "set irb.b1 detail=説明", ROADMAP_ERROR_LOCKED_WORDING },
  { "set irb.r1.i1 text=x", ROADMAP_ERROR_LOCKED_WORDING },
  { "set irb number=⑨", ROADMAP_ERROR_LOCKED_WORDING },
  { "set roadmap title=x", ROADMAP_ERROR_LOCKED_WORDING },
  { "remove irb.b4", ROADMAP_ERROR_LOCKED_WORDING },
  { "remove irb", ROADMAP_ERROR_LOCKED_WORDING },
  /* Official wording further down goes with what is around it. */
  { "remove genome", ROADMAP_ERROR_LOCKED_WORDING },
  /* No way round: calling it ours, or putting it where everything is ours. */
  { "set irb.b1 origin=editor", ROADMAP_ERROR_LOCKED_WORDING },
  { "set plan origin=editor", ROADMAP_ERROR_LOCKED_WORDING },
  { "set roadmap origin=editor", ROADMAP_ERROR_LOCKED_WORDING },
  { "move n1.p1 irb.b1.f1 0", ROADMAP_ERROR_LOCKED_WORDING },
  { "set irb.b1 title@ja=新しい題", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@JA=新しい題", ROADMAP_ERROR_INVALID },

  { "set irb.b1 title@=x", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@e n=x", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@en-=x", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@en\n=x", ROADMAP_ERROR_INVALID },
  { "set irb.b1 status@en=done", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@en=a\vb", ROADMAP_ERROR_INVALID },
  { "set irb.b1 title@en=\xff", ROADMAP_ERROR_INVALID },
  { "set irb.b1 start=FY2020-Q5", ROADMAP_ERROR_INVALID },
  { "set irb.b1 start=", ROADMAP_ERROR_INVALID },
  { "set irb.b1 open=yes", ROADMAP_ERROR_INVALID },
  { "set irb.r1.i1 text@en=a & b", ROADMAP_ERROR_INVALID },

  { "set irb.b1 status=absent", ROADMAP_ERROR_INVALID },
  { "set irb.b1 status=a", ROADMAP_ERROR_INVALID },
  { "set irb.b1 measures=irb.m1 absent", ROADMAP_ERROR_INVALID },
  { "set irb.b1 measures=irb.m1 irb.r1", ROADMAP_ERROR_INVALID },
  { "set irb.b1 measures=irb.m1  irb.m2", ROADMAP_ERROR_INVALID },

  { "move genome genome 0", ROADMAP_ERROR_INVALID },
  { "move genome genome.sub 0", ROADMAP_ERROR_INVALID },
  { "move irb.b1 irb.r1 0", ROADMAP_ERROR_INVALID },
  { "move irb.b1 plan 0", ROADMAP_ERROR_INVALID },
  { "insert irb.r1 0 bar x | start=FY2020 | end=FY2020 | title=x", ROADMAP_ERROR_INVALID },
  { "insert ic.x1 0 remark x | text=x", ROADMAP_ERROR_INVALID },
  { "insert ic 0 bar irb.b1 | start=FY2020 | end=FY2020 | title=x", ROADMAP_ERROR_INVALID },
  { "insert ic 0 bar x | start=FY2020 | end=FY2020 | title=x\n  followup x | date=2020-01-01", ROADMAP_ERROR_INVALID },
  { "insert ic 0 bar x | start=FY2020 | end=FY2020 | title=x\n  remark done | text=x", ROADMAP_ERROR_INVALID },
  { "insert ic 0 bar x | start=FY20 | end=FY2020 | title=x", ROADMAP_ERROR_INVALID },
  { "insert ic 0 bar x | start=FY2020 | end=FY2020 | title=x\n  followup y | date=2020-02-30", ROADMAP_ERROR_INVALID },
  { "insert ic 0 measure x | title=x | title@ja=y", ROADMAP_ERROR_INVALID },
};

static void
test_refused_edits (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
  g_autoptr (GPtrArray) notes = note_edits (roadmap);

  for (gsize i = 0; i < G_N_ELEMENTS (refused_edits); i++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, refused_edits[i].edit);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_utf8_make_valid (refused_edits[i].edit, -1);
      g_autofree char *dump = NULL;

      g_test_message ("%s", shown);
      g_assert_false (roadmap_apply (roadmap, edit, &error));
      g_assert_error (error, ROADMAP_ERROR, (int) refused_edits[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strstr (error->message, "(null)"));

      dump = sample_dump (roadmap);
      g_assert_cmpstr (dump, ==, sample_text);
      g_assert_cmpuint (notes->len, ==, 0);
    }
}

/* Rules between several fields may be broken in between, and are checked when asked. */
static void
test_check (void)
{
  static const struct
  {
    const char *edit, *id;
    const char *message; /* NULL: nothing is wrong */
  } rows[] = {
    { "set irb.b1 status", "irb.b1", NULL },
    { "set irb.b1 end=FY2020-Q1", "irb.b1", NULL },
    { "set irb.b1 end=FY2019", "irb.b1", "line 16: *FY2019*FY2020-Q1*" },
    { "set irb.b1 end", "irb.b1", "line 16: *end*" },
    { "remove irb.m2", "irb.b2", "line 19: *irb.m2*" },
    { "remove irb.b1", "irb.ms", "line 22: *irb.b1*" },
    { "insert ic 0 measure x | roadblocks=irb.r1", "x", "line 1: *title*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Roadmap) roadmap = sample_parse (sample_text);
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, rows[i].edit);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].edit);
      roadmap_set_wording_locked (roadmap, FALSE);
      g_assert_true (roadmap_apply (roadmap, edit, NULL));
      g_assert_cmpint (roadmap_check (roadmap, sample_get (roadmap, rows[i].id), &error), ==, rows[i].message == NULL);
      if (rows[i].message != NULL)
        g_assert_true (g_pattern_match_simple (rows[i].message, error->message));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/apply", test_apply);
  g_test_add_func ("/edit/positions", test_positions);
  g_test_add_func ("/edit/refused", test_refused_edits);
  g_test_add_func ("/edit/check", test_check);

  return g_test_run ();
}
