/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/text-diff.h"

#include <string.h>

/* The text with its ranges in brackets. */
static char *
bracket (const char *text,
         GArray     *ranges)
{
  g_autoptr (GString) bracketed = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const RoadmapTextRange *range = &g_array_index (ranges, RoadmapTextRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_assert_true (i == 0 ? range->start >= at : range->start > at);
      g_string_append_len (bracketed, text + at, range->start - at);
      g_string_append_printf (bracketed, "[%.*s]", (int) (range->end - range->start), text + range->start);
      at = range->end;
    }
  g_string_append (bracketed, text + at);
  return g_string_free (g_steal_pointer (&bracketed), FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *old, *new, *old_marked, *new_marked;
  } table[] = {
    { "", "", "", "" },
    { "a", "", "[a]", "" },
    { "", "a", "", "[a]" },
    { "same text", "same text", "same text", "same text" },
    { "the old guideline", "the new guideline", "the [old] guideline", "the [new] guideline" },
    { "amend the rules", "amend all the rules", "amend the rules", "amend [all ]the rules" },
    { "a b c d", "a x c y", "a [b] c [d]", "a [x] c [y]" },
    { "FY2020", "FY2021", "[FY2020]", "[FY2021]" },
    { "未着手", "実施中", "[未着手]", "[実施中]" },
    { "指針の改正を行う", "指針の見直しを行う", "指針の[改正]を行う", "指針の[見直し]を行う" },
    { "AI開発を進める", "ＡＩの開発を進める", "[AI]開発を進める", "[ＡＩの]開発を進める" },
    { "が\u3099", "か\u3099", "[が\u3099]", "[か\u3099]" },
    { "x\ny", "x y", "x[\n]y", "x[ ]y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GArray) old_ranges = NULL;
      g_autoptr (GArray) new_ranges = NULL;
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      roadmap_text_diff (table[i].old, table[i].new, &old_ranges, &new_ranges);
      old = bracket (table[i].old, old_ranges);
      new = bracket (table[i].new, new_ranges);
      g_assert_cmpstr (old, ==, table[i].old_marked);
      g_assert_cmpstr (new, ==, table[i].new_marked);
    }
}

static char *
cut_out (const char *text,
         GArray     *ranges)
{
  g_autoptr (GString) rest = g_string_new (text);

  for (guint i = ranges->len; i > 0; i--)
    {
      const RoadmapTextRange *range = &g_array_index (ranges, RoadmapTextRange, i - 1);

      g_string_erase (rest, range->start, range->end - range->start);
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Without what is marked the two are the same, however long they are. */
static void
test_random (void)
{
  static const char *const words[] = { "指", "針", "の", "AI ", "is ", "a", "、", "\n", "é" };

  for (guint round = 0; round < 400; round++)
    {
      GString *texts[2];
      g_autoptr (GArray) old_ranges = NULL;
      g_autoptr (GArray) new_ranges = NULL;
      g_autofree char *old_rest = NULL;
      g_autofree char *new_rest = NULL;

      for (guint i = 0; i < 2; i++)
        {
          texts[i] = g_string_new (NULL);
          for (guint n = g_test_rand_int_range (0, round % 50 == 49 ? 4000 : 60); n > 0; n--)
            g_string_append (texts[i], words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
        }
      roadmap_text_diff (texts[0]->str, texts[1]->str, &old_ranges, &new_ranges);
      old_rest = cut_out (texts[0]->str, old_ranges);
      new_rest = cut_out (texts[1]->str, new_ranges);
      g_assert_cmpstr (old_rest, ==, new_rest);
      g_assert_true (g_utf8_validate (old_rest, -1, NULL));
      g_string_free (texts[0], TRUE);
      g_string_free (texts[1], TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/table", test_table);
  g_test_add_func ("/text-diff/random", test_random);

  return g_test_run ();
}
