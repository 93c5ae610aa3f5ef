/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/merge.h"

#include <string.h>

#include "model/rules.h"

#include "mutate.h"
#include "sample.h"

#define N_ROUNDS 600

/* The sample after edits, which are divided by semicolons. */
static Roadmap *
edit_sample (const char *edits)
{
  Roadmap *roadmap = sample_parse (sample_text);
  g_auto (GStrv) list = g_strsplit (edits, "; ", -1);

  roadmap_set_wording_locked (roadmap, FALSE);
  for (char **text = list; *text != NULL; text++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, *text);
      g_autoptr (GError) error = NULL;

      roadmap_apply (roadmap, edit, &error);
      g_assert_no_error (error);
    }
  return roadmap;
}

/* As "set irb.b1 status: done/running"; what is decided now has a star. */
static char *
list_conflicts (RoadmapMerge *merge)
{
  static const char *const names[] = { "set", "moved", "removed", "kind" };
  GPtrArray *conflicts = roadmap_merge_get_conflicts (merge);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RoadmapConflict *conflict = g_ptr_array_index (conflicts, i);
      RoadmapItem *item = conflict->items[0] != NULL ? conflict->items[0] : conflict->items[1];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", names[conflict->type], roadmap_item_get_id (item));
      if (conflict->field != NULL)
        g_string_append_printf (text, " %s%s%s: %s/%s", conflict->field->name, conflict->language != NULL ? "@" : "",
                                conflict->language != NULL ? conflict->language : "",
                                conflict->values[0] != NULL ? conflict->values[0] : "",
                                conflict->values[1] != NULL ? conflict->values[1] : "");
      g_string_append (text, conflict->choice == ROADMAP_SIDE_OURS ? " <" : " >");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static Roadmap *
create (RoadmapMerge *merge)
{
  g_autoptr (GError) error = NULL;
  Roadmap *merged = roadmap_merge_create (merge, &error);

  g_assert_no_error (error);
  return merged;
}

static void
choose_all (RoadmapMerge *merge,
            RoadmapSide   side)
{
  GPtrArray *conflicts = roadmap_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    roadmap_merge_choose (merge, g_ptr_array_index (conflicts, i), side);
}

/* What the sample is after the two are joined; as edits that lead to the same. */
static void
test_stories (void)
{
  static const struct
  {
    const char *ours, *theirs, *conflicts;
    const char *merged;      /* as decided at first */
    const char *all_ours;    /* NULL: the same */
    const char *all_theirs;  /* NULL: the same */
  } table[] = {
    /* Nothing in common. */
    { "set irb.b1 status=running", "set irb.b2 title=x", "", "set irb.b1 status=running; set irb.b2 title=x", NULL, NULL },
    { "set irb.b1 title=x", "set irb.b1 title@en=y", "", "set irb.b1 title=x; set irb.b1 title@en=y", NULL, NULL },
    { "set irb.b1 title=x", "set irb.b1 title=x", "", "set irb.b1 title=x", NULL, NULL },
    { "remove ic.x1", "remove ic.x1", "", "remove ic.x1", NULL, NULL },
    { "remove ic.x1", "set ic.b1 title=x", "", "remove ic.x1; set ic.b1 title=x", NULL, NULL },
    { "move irb.b4 irb 0", "set irb.b4 title=x", "", "move irb.b4 irb 0; set irb.b4 title=x", NULL, NULL },
    { "move ic.b1 irb 0", "move irb.b4 ic 0", "", "move ic.b1 irb 0; move irb.b4 ic 0", NULL, NULL },
    /* The same value. */
    { "set irb.b1 status=running", "set irb.b1 status=open", "set irb.b1 status: running/open <",
      "set irb.b1 status=running", NULL, "set irb.b1 status=open" },
    { "set irb.b1 title@en=x", "set irb.b1 title@en=y", "set irb.b1 title@en: x/y <",
      "set irb.b1 title@en=x", NULL, "set irb.b1 title@en=y" },
    { "set irb.b1 status", "set irb.b1 status=open", "set irb.b1 status: /open <",
      "set irb.b1 status", NULL, "set irb.b1 status=open" },
    /* Links of a list are joined one by one. */
    { "set irb.b2 measures=irb.m2", "set irb.b2 roadblocks=irb.r1", "",
      "set irb.b2 measures=irb.m2; set irb.b2 roadblocks=irb.r1", NULL, NULL },
    { "set irb.r1 categories=b", "set irb.r1 categories=a", "", "set irb.r1 categories", NULL, NULL },
    { "set irb.m2 roadblocks=irb.r2", "set irb.m2 roadblocks=irb.r1", "", "set irb.m2 roadblocks=irb.r1 irb.r2", NULL, NULL },
    /* The ends of a span belong together if they do not fit. */
    { "set irb.b3 end=FY2023", "set irb.b3 start=FY2020", "", "set irb.b3 end=FY2023; set irb.b3 start=FY2020", NULL, NULL },
    { "set irb.b1 end=FY2020-Q1", "set irb.b1 start=FY2020-Q3",
      "set irb.b1 start: FY2020-Q1/FY2020-Q3 <; set irb.b1 end: FY2020-Q1/FY2020-Q3 <",
      "set irb.b1 end=FY2020-Q1", NULL, "set irb.b1 start=FY2020-Q3" },
    /* Additions in one place: theirs, ours. */
    { "insert ic 0 remark x | text=x", "insert ic 0 remark y | text=y", "",
      "insert ic 0 remark y | text=y; insert ic 1 remark x | text=x", NULL, NULL },
    { "insert ic -1 remark x | text=x", "insert ic -1 remark y | text=y", "",
      "insert ic -1 remark y | text=y; insert ic -1 remark x | text=x", NULL, NULL },
    { "insert irb 3 remark x | text=x", "move irb.b1 irb 0", "",
      "insert irb 3 remark x | text=x; move irb.b1 irb 0", NULL, NULL },
    /* Removed here, changed there. */
    { "remove ic", "set ic.b1 title=x", "removed ic >", "set ic.b1 title=x", "remove ic", "set ic.b1 title=x" },
    { "set ic.b1 title=x", "remove ic", "removed ic <", "set ic.b1 title=x", NULL, "remove ic" },
    { "remove ic", "insert ic 0 remark x | text=x", "removed ic >", "insert ic 0 remark x | text=x", "remove ic",
      "insert ic 0 remark x | text=x" },
    { "remove ic", "move irb.b4 ic 0", "removed ic >", "move irb.b4 ic 0", "remove ic", "move irb.b4 ic 0" },
    { "remove ic", "move ic.b1 irb 0", "removed ic.b1 >", "move ic.b1 irb 0; remove ic", "remove ic",
      "move ic.b1 irb 0; remove ic" },
    /* Removed here, linked to there. */
    { "remove irb.b4", "set irb.b3 after=irb.b4", "removed irb.b4 >", "set irb.b3 after=irb.b4", "remove irb.b4",
      "set irb.b3 after=irb.b4" },
    /* Two places. */
    { "move irb.b4 ic 0", "move irb.b4 genome 0", "moved irb.b4 <", "move irb.b4 ic 0", NULL, "move irb.b4 genome 0" },
    { "insert genome 1 lane x | title=x; move genome.sub x 0", "set genome.sub title=y", "",
      "insert genome 1 lane x | title=x; move genome.sub x 0; set genome.sub title=y", NULL, NULL },
    /* One id, two kinds. */
    { "insert ic 0 remark x | text=x", "insert ic 0 bar x | start=FY2020 | end=FY2020 | title=y", "kind x <",
      "insert ic 0 remark x | text=x", NULL, "insert ic 0 bar x | start=FY2020 | end=FY2020 | title=y" },
    { "insert ic 0 remark x | text=x", "insert ic 0 remark x | text=y", "set x text: x/y <",
      "insert ic 0 remark x | text=x", NULL, "insert ic 0 remark x | text=y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (Roadmap) base = sample_parse (sample_text);
      g_autoptr (Roadmap) ours = edit_sample (table[i].ours);
      g_autoptr (Roadmap) theirs = edit_sample (table[i].theirs);
      g_autoptr (RoadmapMerge) merge = roadmap_merge_new (base, ours, theirs, NULL);
      g_autofree char *conflicts = list_conflicts (merge);
      const char *expected[] = { table[i].merged, table[i].all_ours, table[i].all_theirs };

      g_test_message ("%s | %s", table[i].ours, table[i].theirs);
      g_assert_cmpstr (conflicts, ==, table[i].conflicts);
      for (guint choice = 0; choice < 3; choice++)
        {
          g_autoptr (Roadmap) result = edit_sample (expected[choice] != NULL ? expected[choice] : table[i].merged);
          g_autoptr (Roadmap) merged = NULL;
          g_autofree char *dump = NULL;
          g_autofree char *expected_dump = sample_dump (result);

          if (choice > 0)
            choose_all (merge, choice - 1);
          merged = create (merge);
          dump = sample_dump (merged);
          g_assert_cmpstr (dump, ==, expected_dump);
        }
    }
}

/* Each puts one lane into the other. */
static void
test_ring (void)
{
  static const char head[] = "roadmap r | title=t\n  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=t\n";
  static const char *const tails[] = {
    "    lane a | title=a\n    lane b | title=b\n",
    "    lane b | title=b\n      lane a | title=a\n",
    "    lane a | title=a\n      lane b | title=b\n",
  };
  g_autoptr (GPtrArray) roadmaps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RoadmapMerge) merge = NULL;
  g_autofree char *conflicts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *text = g_strconcat (head, tails[i], NULL);

      g_ptr_array_add (roadmaps, sample_parse (text));
    }
  merge = roadmap_merge_new (g_ptr_array_index (roadmaps, 0), g_ptr_array_index (roadmaps, 1),
                             g_ptr_array_index (roadmaps, 2), NULL);
  conflicts = list_conflicts (merge);
  g_assert_cmpstr (conflicts, ==, "moved b <");
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (Roadmap) merged = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *expected = sample_dump (g_ptr_array_index (roadmaps, 1 + side));

      choose_all (merge, side);
      merged = create (merge);
      dump = sample_dump (merged);
      g_assert_cmpstr (dump, ==, expected);
    }
}

static void
assert_merges_to (Roadmap *base,
                  Roadmap *ours,
                  Roadmap *theirs,
                  Roadmap *expected)
{
  g_autoptr (RoadmapMerge) merge = roadmap_merge_new (base, ours, theirs, NULL);
  g_autoptr (Roadmap) merged = create (merge);
  g_autofree char *dump = sample_dump (merged);
  g_autofree char *expected_dump = sample_dump (expected);

  g_assert_cmpuint (roadmap_merge_get_conflicts (merge)->len, ==, 0);
  g_assert_cmpstr (dump, ==, expected_dump);
}

/* Whatever is decided, the result is sound: roadmap_new() in it checks all there is. */
static void
test_random (void)
{
  guint n_conflicts[4] = { 0 };
  guint n_clean = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Roadmap) base = sample_parse (sample_text);
      g_autoptr (Roadmap) ours = NULL;
      g_autoptr (Roadmap) theirs = NULL;
      g_autoptr (RoadmapMerge) merge = NULL;
      GPtrArray *conflicts;

      mutate (base, round % 5, "o");
      ours = roadmap_copy (base);
      theirs = roadmap_copy (base);
      mutate (ours, g_test_rand_int_range (0, 30), "u");
      mutate (theirs, g_test_rand_int_range (0, 30), round % 3 == 0 ? "u" : "t");

      assert_merges_to (base, ours, base, ours);
      assert_merges_to (base, base, theirs, theirs);
      assert_merges_to (base, ours, ours, ours);

      merge = roadmap_merge_new (base, ours, theirs, NULL);
      conflicts = roadmap_merge_get_conflicts (merge);
      n_clean += conflicts->len == 0;
      for (guint attempt = 0; attempt < 6; attempt++)
        {
          g_autoptr (Roadmap) merged = create (merge);

          for (guint i = 0; i < conflicts->len; i++)
            {
              RoadmapConflict *conflict = g_ptr_array_index (conflicts, i);

              n_conflicts[conflict->type] += attempt == 0;
              roadmap_merge_choose (merge, conflict, attempt < 2 ? attempt : (guint) g_test_rand_bit ());
            }
        }
    }
  g_test_message ("%u rounds without a conflict", n_clean);
  g_assert_cmpuint (n_clean, >, N_ROUNDS / 20);
  for (guint i = 0; i < G_N_ELEMENTS (n_conflicts); i++)
    {
      g_test_message ("%u conflicts of type %u", n_conflicts[i], i);
      g_assert_cmpuint (n_conflicts[i], >, N_ROUNDS / 200);
    }
}

static gboolean
is_in (Roadmap     *roadmap,
       RoadmapItem *item)
{
  RoadmapItem *found = roadmap_lookup (roadmap, roadmap_item_get_id (item));

  return found != NULL && roadmap_item_get_kind (found) == roadmap_item_get_kind (item);
}

/* As first decided, nobody's work goes: an item is gone only if one side removed it and the other left it alone, or if it
 * lost its id to one of another kind, with what stood in it. */
static void
test_nothing_lost (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Roadmap) base = sample_parse (sample_text);
      g_autoptr (Roadmap) ours = roadmap_copy (base);
      g_autoptr (Roadmap) theirs = roadmap_copy (base);
      g_autoptr (RoadmapMerge) merge = NULL;
      g_autoptr (Roadmap) merged = NULL;
      Roadmap *sides[] = { ours, theirs };

      mutate (ours, g_test_rand_int_range (0, 30), "u");
      mutate (theirs, g_test_rand_int_range (0, 30), "t");
      merge = roadmap_merge_new (base, ours, theirs, NULL);
      merged = create (merge);
      for (guint side = 0; side < 2; side++)
        {
          RoadmapItem *root = roadmap_get_root (sides[side]);

          for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
            if (!is_in (base, item) || is_in (sides[1 - side], item))
              g_assert_true (is_in (merged, item));
        }
    }
}

/* Work on parts that have nothing to do with one another comes to the same whoever is who. */
static void
test_commutes (void)
{
  static const char *const ours[] = {
    "set irb.b1 status=running", "remove irb.b4", "move irb.b3 irb 0", "insert irb.b1 0 remark x | text=x",
    "move irb.ms irb 2", "set irb title@en", "set irb.r1 categories=b",
  };
  static const char *const theirs[] = {
    "set ic.b1 status=done", "remove ic.x1", "move genome.b1 genome 0", "insert genome 0 remark y | text=y",
    "set plan title@en=Plan", "remove genome.ms", "move ic.x1 ic 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    for (guint j = 0; j < G_N_ELEMENTS (theirs); j++)
      {
        g_autofree char *both = g_strdup_printf ("%s; %s", ours[i], theirs[j]);
        g_autoptr (Roadmap) base = sample_parse (sample_text);
        g_autoptr (Roadmap) one = edit_sample (ours[i]);
        g_autoptr (Roadmap) other = edit_sample (theirs[j]);
        g_autoptr (Roadmap) expected = edit_sample (both);

        assert_merges_to (base, one, other, expected);
        assert_merges_to (base, other, one, expected);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/stories", test_stories);
  g_test_add_func ("/merge/ring", test_ring);
  g_test_add_func ("/merge/random", test_random);
  g_test_add_func ("/merge/nothing-lost", test_nothing_lost);
  g_test_add_func ("/merge/commutes", test_commutes);

  return g_test_run ();
}
