/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/fold.h"
#include "model/query.h"

#include "sample.h"

#include <string.h>

/* All of a row are the same word. */
static void
test_fold (void)
{
  static const char *const rows[][5] = {
    { "ai", "AI", "Ai", "ＡＩ", "ａｉ" },
    { "がいどらいん", "ガイドライン", "ｶﾞｲﾄﾞﾗｲﾝ", "カ\u3099イト\u3099ライン", "ガイドらいん" },
    { "ゔゎゕ・ーゝ", "ヴヮヵ・ーヽ", "ウ\u3099ヮヵ･ｰヽ", NULL },
    { "わ\u3099", "ヷ", "ワ\u3099", "わ\u3099", "ﾜﾞ" },
    { "각", "\u1100\u1161\u11a8", NULL },
    { "か", "カ", "ｶ", "㋕", NULL },
    { "(株)", "㈱", "（株）", "（株)", NULL },
    { "令和2年", "令和２年", "令和②年", NULL },
    { "strasse", "Straße", "STRASSE", NULL },
    { "ぱぶこめ", "パブコメ", "ﾊﾟﾌﾞｺﾒ", "ぱぶこめ", NULL },
    { "a b", "a\u3000b", "a\u00a0b", NULL },
    { "é", "É", "e\u0301", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize n = 0; n < G_N_ELEMENTS (rows[i]) && rows[i][n] != NULL; n++)
      {
        g_autofree char *folded = roadmap_query_fold (rows[i][n]);

        g_test_message ("%s", rows[i][n]);
        g_assert_cmpstr (folded, ==, rows[i][0]);
      }
}

/* Folding with a map, and folding piece by piece, come to the same. */
static void
test_fold_map (void)
{
  static const char *const pieces[] = {
    "a", "A", "あ", "ア", "ｱ", "か", "か\u3099", "ｶﾞ", "開", "㈱", "e\u0301", "Ａ", "　", "ー", "・", "ß", "각", "\n", "〜", "ヷ",
  };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) mapped = g_string_new (NULL);
      g_autoptr (GString) wanted = g_string_new (NULL);
      g_autoptr (GArray) map = roadmap_fold_map_new ();
      g_autofree char *folded = NULL;

      for (int n = g_test_rand_int_range (0, 9); n > 0; n--)
        {
          const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
          g_autofree char *part = roadmap_query_fold (piece);

          g_string_append (text, piece);
          g_string_append (wanted, part);
        }
      folded = roadmap_query_fold (text->str);
      roadmap_fold_append (mapped, text->str, -1, map);
      g_assert_cmpstr (folded, ==, wanted->str);
      g_assert_cmpstr (mapped->str, ==, wanted->str);
      for (guint n = 0; n + 1 < map->len; n++)
        {
          const RoadmapFoldPlace *at = &g_array_index (map, RoadmapFoldPlace, n);
          g_autofree char *cluster = g_strndup (text->str + at[0].text, at[1].text - at[0].text);
          g_autofree char *part = roadmap_query_fold (cluster);

          g_assert_true (strncmp (mapped->str + at[0].folded, part, at[1].folded - at[0].folded) == 0);
          g_assert_cmpuint (strlen (part), ==, at[1].folded - at[0].folded);
        }
    }
}

static void
test_match (void)
{
  static const struct
  {
    const char *item, *query;
    gboolean    match;
  } rows[] = {
    { "bar b | title=ＡＩの開発", "ai", TRUE },
    { "bar b | title=aiの開発", "ＡＩ", TRUE },
    { "bar b | title=AIの開発", "ai", TRUE },
    { "bar b | title=改正指針のｶﾞｲﾀﾞﾝｽ", "ガイダンス", TRUE },
    { "bar b | title=改正指針のガイダンス", "ｶﾞｲﾀﾞﾝｽ", TRUE },
    { "bar b | title=改正指針のガイダンス", "カイダンス", FALSE },
    { "bar b | title=改正指針のガイダンス", "がいだんす", TRUE },
    { "bar b | title=いのちを守るとりくみ", "イノチ", TRUE },
    { "bar b | title=㈱と連携", "(株)", TRUE },
    { "bar b | title=（株）と連携", "㈱", TRUE },

    /* A Latin word is found at its beginning, next to whatever; the other scripts put no spaces between words. */
    { "bar b | title=maintain it", "ai", FALSE },
    { "bar b | title=maintain ai", "ai", TRUE },
    { "bar b | title=医療AI開発", "ai", TRUE },
    { "bar b | title=open-ai, l'AI (ai)", "ai", TRUE },
    { "bar b | title=AIs", "ai", TRUE },
    { "bar b | title=5G", "g", TRUE },
    { "bar b | title=㎏", "g", FALSE },
    { "bar b | title=l'autorité", "Autorité", TRUE },
    { "bar b | title=e\u0301ai", "ai", FALSE },
    { "bar b | title=порт", "орт", FALSE },
    { "bar b | title=порт", "ПОРТ", TRUE },
    { "bar b | title=医療AI開発", "i開", FALSE },
    { "bar b | title=医療AI開発", "開", TRUE },

    /* Several words: all of them, anywhere, in any order. */
    { "bar b | title=改正指針のガイダンス", "指針 ガイダンス", TRUE },
    { "bar b | title=改正指針のガイダンス", "ガイダンス　指針", TRUE },
    { "bar b | title=改正指針のガイダンス", "  指針   改正 ", TRUE },
    { "bar b | title=改正指針のガイダンス", "指針 周知", FALSE },
    { "bar b | title=改正 | detail=多機関共同研究", "改正 共同", TRUE },
    { "bar b | title=改正 | title@en=Amend the guidelines", "amend GUIDELINES", TRUE },
    { "bar b | title=改正 | title@en=Amend the guidelines", "改正 amend", TRUE },
    /* A word does not run on from one text into the next. */
    { "bar b | title=改正 | detail=指針", "改正指針", FALSE },

    /* Numbers as printed; not ids, dates and other data. */
    { "stage s | number=① | title=IRB", "①", TRUE },
    { "stage s | number=① | title=IRB", "1", TRUE },
    { "bar irb.bar-1 | start=FY2020 | end=FY2020 | title=x", "irb", FALSE },
    { "bar b | start=FY2020 | end=FY2020 | title=x", "FY2020", FALSE },
    { "bar b | basis=inferred | title=x", "inferred", FALSE },
    { "bar b | page=7-8 | title=x", "7-8", FALSE },

    { "followup f | date=2024-03-01 | author=H. Lind | meeting=第3回会合", "lind 会合", TRUE },
    { "followup f | date=2024-03-01 | author=H. Lind", "2024", FALSE },

    /* Markup is searched as it reads. */
    { "issue i | text=委員に<ref to=\"note\">※</ref>AI&amp;ML", "に※AI&ML", TRUE },
    { "issue i | text=委員に<ref to=\"note\">※</ref>", "note", FALSE },
    { "issue i | text=委員に<ref to=\"note\">※</ref>", "ref", FALSE },

    { "bar b | title=x", "", TRUE },
    { "bar b | title=x", "　", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapItem) item = sample_parse_item (rows[i].item);

      g_test_message ("“%s” in %s", rows[i].query, rows[i].item);
      g_assert_cmpint (roadmap_query_match (item, rows[i].query), ==, rows[i].match);
    }
}

/* What is marked stands in brackets. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *query, *marked;
  } rows[] = {
    { "ai", "[AI]開発と[ai]、[ＡＩ]。maintain" },
    { "ガイド", "[ガイド]と[ｶﾞｲﾄﾞ]と[がいど]と[カ\u3099イト\u3099]" },
    { "がい", "[ガイ]ドと[ｶﾞｲ]ﾄﾞ" },
    { "カ", "ガ[かカｶ]ｶﾞ" },
    { "株", "[㈱]と[株]" },
    { "(株", "[㈱]と[（株]）" },
    { "2 4", "第[２]回、令和[②]年[4]月" },
    { "改正 指針", "[指針]の[改正]、[指針改正]" },
    { "正指 改正", "[改正指]針" },
    { "ああ", "[ああああ]あ" },
    { "é", "[e\u0301]tés" },
    { "ss", "Straße" },
    { "strass", "[Straß]e" },
    { "改\n正", "[改]と[正]" },
    { "x", "改正" },
    { "x", "" },
    { "", "改正" },
    { " 　", "改正" },
    { NULL, "改正" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (rows[i].marked, "[]", -1);
      g_autofree char *text = g_strjoinv (NULL, parts);
      g_autoptr (GArray) ranges = roadmap_query_find_ranges (text, rows[i].query);
      g_autoptr (GString) marked = g_string_new (text);

      for (guint n = ranges->len; n > 0; n--)
        {
          g_string_insert_c (marked, g_array_index (ranges, RoadmapRange, n - 1).end, ']');
          g_string_insert_c (marked, g_array_index (ranges, RoadmapRange, n - 1).start, '[');
        }
      g_test_message ("“%s”", rows[i].query);
      g_assert_cmpstr (marked->str, ==, rows[i].marked);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *query, *ids;
  } rows[] = {
    { "指針", "irb.m1 n1" },
    { "改正", "a irb.m1 irb.b1 ic.b1 n1.p1" },
    { "Ethics", "irb" },
    { "roadmap", "roadmap" },
    { "審査", "irb irb.r1" },
    { "審査 質", "irb.r1" },
    { "ない", "irb.r1.i1" },
    { "告示", "irb.b1.f2" },
    { "推定", "ic.x1" },
    { "そんな言葉", "" },
    { "", "" },
    { " 　\t", "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (sample_text);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) found = roadmap_query_search (roadmap, rows[i].query);
      g_autofree char *ids = sample_join_ids (found);

      g_test_message ("%s", rows[i].query);
      g_assert_cmpstr (ids, ==, rows[i].ids);
    }
}

static void
test_excerpt (void)
{
  static const struct
  {
    const char *item, *query;
    guint       width;
    const char *excerpt;
  } rows[] = {
    { "bar b | title=0123456789甲乙丙丁戊己", "0", 40, "0123456789甲乙丙丁戊己" },
    { "bar b | title=0123456789甲乙丙丁戊己", "0", 16, "0123456789甲乙丙丁戊己" },
    { "bar b | title=0123456789甲乙丙丁戊己", "0", 6, "012345…" },
    { "bar b | title=0123456789甲乙丙丁戊己", "7", 6, "…56789甲…" },
    { "bar b | title=0123456789甲乙丙丁戊己", "己", 6, "…甲乙丙丁戊己" },
    { "bar b | title=0123456789甲乙丙丁戊己", "丙丁戊己 0", 6, "…甲乙丙丁戊己" },
    { "bar b | title=工程表の改正", "改正 工程", 3, "…の改正" },
    /* Folding changes lengths. */
    { "bar b | title=㈱㈱㈱㈱㈱改正", "改正", 3, "…㈱改正" },
    { "bar b | title=ｶﾞｶﾞｶﾞｶﾞ改正", "改正", 4, "…ｶﾞ改正" },
    /* The first text that holds it, without markup and on one line. */
    { "bar b | title=改正 | title@en=Amend", "amend", 9, "Amend" },
    { "bar b | title=改正 | detail=改正の周知", "周知", 9, "改正の周知" },
    { "issue i | text=a<ref to=\"n\">※</ref>&amp;b", "b", 9, "a※&b" },
    { "bar b | title=改正", "周知", 9, NULL },
    { "bar b | title=改正", "", 9, NULL },
    { "bar b | start=FY2020 | title=改正", "FY2020", 9, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RoadmapItem) item = sample_parse_item (rows[i].item);
      g_autofree char *excerpt = roadmap_query_excerpt (item, rows[i].query, rows[i].width);

      g_test_message ("“%s” in %s", rows[i].query, rows[i].item);
      g_assert_cmpstr (excerpt, ==, rows[i].excerpt);
    }
}

static void
test_excerpt_is_a_line (void)
{
  g_autoptr (RoadmapItem) item = sample_parse_item ("bar b");
  g_autofree char *excerpt = NULL;

  roadmap_item_init_value (item, sample_get_field (item, "title"), NULL, "改正\n指針");
  excerpt = roadmap_query_excerpt (item, "指針", 9);
  g_assert_cmpstr (excerpt, ==, "改正 指針");
}

/* Every place, every width: never longer than asked for, always text of the item, and the word is in it if it fits. */
static void
test_excerpt_bounds (void)
{
  static const char *const text = "工程表は、人工知能開発の各段階におけるｺｽﾄを整理し、㈱等の取組を含む。";
  g_autofree char *line = g_strdup_printf ("bar b | title=%s", text);
  g_autoptr (RoadmapItem) item = sample_parse_item (line);
  glong length = g_utf8_strlen (text, -1);

  for (guint width = 1; width <= length + 2; width++)
    for (glong from = 0; from < length; from++)
      {
        g_autofree char *word = g_utf8_substring (text, from, MIN (from + 3, length));
        g_autofree char *excerpt = roadmap_query_excerpt (item, word, width);
        const char *start = g_str_has_prefix (excerpt, "…") ? excerpt + strlen ("…") : excerpt;
        gsize n = strlen (start) - (g_str_has_suffix (start, "…") ? strlen ("…") : 0);
        g_autofree char *inner = g_strndup (start, n);

        g_assert_cmpint (g_utf8_strlen (inner, -1), ==, MIN (width, length));
        g_assert_nonnull (strstr (text, inner));
        if (width >= 9)
          g_assert_nonnull (strstr (inner, word));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/fold", test_fold);
  g_test_add_func ("/query/fold-map", test_fold_map);
  g_test_add_func ("/query/match", test_match);
  g_test_add_func ("/query/ranges", test_ranges);
  g_test_add_func ("/query/search", test_search);
  g_test_add_func ("/query/excerpt", test_excerpt);
  g_test_add_func ("/query/excerpt-is-a-line", test_excerpt_is_a_line);
  g_test_add_func ("/query/excerpt-bounds", test_excerpt_bounds);

  return g_test_run ();
}
