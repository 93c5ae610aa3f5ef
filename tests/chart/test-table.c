/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "../model/sample.h"
#include "plan.h"
#include "table-sound.h"

#include <string.h>

/* Everything a table can show. */
static const char table_text[] =
  "roadmap roadmap | edition=ed | date=2020-06-18 | title=工程表 | title@en=Roadmap\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  domain common | title=共通 | title@en=Common\n"
  "  domain devices | title=医療機器 | title@en=Devices\n"
  "  category b | label=B | title=運用の変更\n"
  "  category c | label=C | title=制度の周知\n"
  "  status running | colour=#1c71d8 | pattern=plain | title=実施中 | letter=実 | letter@en=P\n"
  "  chart stages | calendar=fiscal | start=FY2020 | end=FY2022 | open=true | name=段階 | title=ロードブロック解消\n"
  "    heading h.stage | for=stage | title=開発段階 | title@en=Stage\n"
  "    heading h.roadblock | for=roadblock | title=障壁 | title@en=Barriers\n"
  "    heading h.addressed | for=addressed | title=着手済み | title@en=Started\n"
  "    column col.2020 | start=FY2020 | end=FY2020 | title=令和２年（2020年）度\n"
  "    stage irb | number=① | hue=#3584e4 | title=IRB\n"
  "      roadblock irb.r1 | domain=common | categories=b c | title=【審査の質を均一化する必要があるのではないか】 | "
      "title@en=Does the quality of review need to be made uniform?\n"
  "        issue irb.r1.i1 | marker=○ | text=施設ごとに倫理審査の承認され易さが異なるため、標準的な基準が必要ではないか。\n"
  "          paragraph irb.r1.i1.1 | marker=・ | text=分野毎の特性\n"
  "      roadblock irb.r2 | domain=common | categories=c | title=【相談できるAI-IRBが必要ではないか】\n"
  "        issue irb.r2.i1 | marker=○ | text=全ての施設でAI-IRBの設置は困難である。\n"
  "      roadblock irb.r3 | domain=devices | title=専門家が不足している\n"
  "      addressed irb.a1 | roadblocks=irb.r2 irb.r3\n"
  "        paragraph irb.a1.1 | marker=○ | text=下記のとおり確認した。\n"
  "          paragraph irb.a1.1.1 | text=＜指針上可能なこと＞\n"
  "            paragraph irb.a1.1.1.1 | marker=・ | text=学会の倫理審査委員会で一括して審査すること。\n"
  "      measure irb.m1 | roadblocks=irb.r1 irb.r2 irb.r3 | title=倫理指針の見直し | title@en=Review of the guidelines\n"
  "      bar irb.b1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | measures=irb.m1 | title=倫理指針の改正\n"
  "      bar irb.b2 | start=FY2020-Q4 | end=FY2022 | open=true | measures=irb.m1 | after=irb.b1 | title=周知活動 | "
      "detail=倫理指針の改正に伴い、多機関共同研究の場合、原則一括審査とすること等を周知する。\n"
  "      milestone irb.ms | start=2020-08 | of=irb.b1 | title=答申\n"
  "    stage approval | number=⑦ | hue=#d56199 | title=審査等／薬事承認 | title@en=Review and approval\n"
  "      heading approval.h | for=addressed | title=対応済み | title@en=Done\n"
  "      roadblock approval.r1 | domain=devices | title=【薬事制度の整備が必要ではないか】\n"
  "      roadblock approval.r2 | domain=devices | title=【国民への周知が必要ではないか】\n"
  "      addressed approval.a1 | roadblocks=approval.r1\n"
  "        paragraph approval.a1.1 | text=改正薬機法<ref to=\"note-1\">※</ref>において言及されている。\n"
  "      measure approval.m1 | roadblocks=approval.r1 approval.r2 | title=品質、有効性及び安全性の確保\n"
  "      measure approval.m2 | roadblocks=approval.r1 | status=running | title=薬事制度の整備\n"
  "      bar approval.b1 | start=FY2020-Q1 | end=FY2021 | measures=approval.m1 | title=政省令の整備\n"
  "      bar approval.b2 | start=FY2021-Q1 | end=FY2021-Q4 | measures=approval.m2 | status=running | title=検討\n"
  "    stage other | number=⑨ | title=その他 | title@en=Other\n"
  "      roadblock other.r1 | title=【普及啓発】\n"
  "      roadblock other.r2 | title=【人材育成】\n"
  "      roadblock other.r3 | title=【品質】\n"
  "      measure other.m1 | roadblocks=other.r3 | title=標準化\n"
  "      measure other.m2 | title=どの障壁にもよらない取組\n"
  "      bar other.b1 | start=FY2020 | end=FY2022 | roadblocks=other.r1 | title=引き続き周知する\n"
  "      bar other.b2 | start=FY2021 | end=FY2021 | title=どれにもよらない帯\n"
  "      note other.n1 | number=* | text=段階の注\n"
  "    note note-1 | number=※ | text=医薬品医療機器等法\n"
  "    note note-2 | number=２ | text=どこからも参照されない注\n"
  "  chart works | calendar=calendar | start=2020 | end=2021 | title=領域別\n"
  "    lane care | number=A | title=介護\n"
  "      lane care.robots | title=介護ロボット\n"
  "        bar care.robots.1 | start=2020 | end=2020-Q2 | notes=works.n1 | title=試作機の開発\n"
  "      lane care.plans | title=ケアプラン\n"
  "        bar care.plans.1 | start=2020-Q3 | end=2021 | title=課題の整理\n"
  "    lane genome | number=B | title=ゲノム\n"
  "      bar genome.1 | start=2020 | end=2021 | title=先行解析\n"
  "    milestone works.ms | start=2021 | title=報酬改定\n"
  "    note works.n1 | number=１ | text=研究事業\n";

static RoadmapSheet *
lay_out (Roadmap    *roadmap,
         const char *charts,
         const char *language,
         double      width)
{
  g_autoptr (GPtrArray) list = plan_list (roadmap, charts);

  return table_lay_out (roadmap, list, language, width);
}

/* Golden scenes */

static void
assert_golden (const char *name,
               const char *charts,
               const char *language,
               double      width)
{
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, charts, language, width);
  g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
  g_autofree char *text = roadmap_scene_dump (scene);

  plan_assert_golden (name, text);
}

static void
test_golden_ja (void)
{
  assert_golden ("table-ja", "stages", "ja", 1100);
}

static void
test_golden_en (void)
{
  assert_golden ("table-en-narrow", "stages", "en", 400);
}

static void
test_golden_lanes (void)
{
  assert_golden ("table-lanes", "works", "ja", 700);
}

static void
test_golden_both (void)
{
  assert_golden ("table-both", "works stages", "ja", 900);
}

/* Soundness */

static void
test_sound (void)
{
  static const char *const charts[] = { "stages", "works", "stages works" };
  static const char *const languages[] = { "ja", "en" };
  static const double widths[] = { 200, 700, 1000, 1600, 3000 };
  g_autoptr (Roadmap) usual = sample_parse (table_text);
  g_autoptr (Roadmap) amended = sample_parse (table_text);
  Roadmap *roadmaps[] = { usual, amended };

  plan_amend (amended);
  for (gsize n = 0; n < G_N_ELEMENTS (roadmaps); n++)
    for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        for (gsize k = 0; k < G_N_ELEMENTS (widths); k++)
          {
            g_autoptr (GPtrArray) list = plan_list (roadmaps[n], charts[i]);
            g_autoptr (RoadmapSheet) sheet = table_lay_out (roadmaps[n], list, languages[j], widths[k]);

            g_test_message ("roadmap %zu, %s, %s, %g", n, charts[i], languages[j], widths[k]);
            table_assert_sound (roadmaps[n], sheet, list, languages[j]);
            table_assert_beside (roadmaps[n], sheet, list);
          }
}

/* Measures that serve each a random few of the roadblocks: not all can lie beside all of theirs, but nothing is lost. */
static void
test_random_links (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new ("roadmap r | title=計画\n"
                                               "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表\n"
                                               "    stage s | title=段階\n");
      guint n = g_rand_int_range (random, 1, 6);
      g_autoptr (GPtrArray) charts = NULL;
      g_autoptr (Roadmap) roadmap = NULL;
      g_autoptr (RoadmapSheet) sheet = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "      roadblock r%u | title=障壁%u\n", i, i);
      for (guint i = 0; i < 6; i++)
        {
          guint a = g_rand_int_range (random, 0, n);
          guint b = g_rand_int_range (random, 0, n);
          g_autofree char *more = a != b ? g_strdup_printf (" r%u", b) : g_strdup ("");

          g_string_append_printf (text, "      measure m%u | roadblocks=r%u%s | title=取組%u\n", i, a, more, i);
          g_string_append_printf (text, "      addressed a%u | roadblocks=r%u%s\n", i, a, more);
          g_string_append_printf (text, "        paragraph a%u.1 | text=着手した。\n", i);
        }
      for (guint i = 0; i < 5; i++)
        g_string_append_printf (text, "      bar b%u | start=FY2020 | end=FY2021 | measures=m%u m%u | title=帯\n", i,
                                g_rand_int_range (random, 0, 3), g_rand_int_range (random, 3, 6));
      g_test_message ("seed %u", seed);
      roadmap = sample_parse (text->str);
      charts = plan_list (roadmap, "c");
      sheet = table_lay_out (roadmap, charts, "ja", 800);
      table_assert_sound (roadmap, sheet, charts, "ja");
    }
}

/* Columns */

static gboolean
has_head_at (RoadmapSheet *sheet,
             double        y,
             const char   *words)
{
  RoadmapScene *corner, *head;

  roadmap_sheet_find_heads (sheet, y, &corner, &head);

  for (guint i = 0; i < roadmap_scene_get_n_shapes (head); i++)
    if (roadmap_scene_get_shape (head, i)->layout != NULL &&
        g_strcmp0 (pango_layout_get_text (roadmap_scene_get_shape (head, i)->layout), words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_head (RoadmapSheet *sheet,
          const char   *words)
{
  return has_head_at (sheet, 0, words);
}

/* Heads come from the roadmap where it has them, and columns without content are left out. */
static void
test_columns (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapSheet) stages = lay_out (roadmap, "stages", "ja", 1100);
  g_autoptr (RoadmapSheet) works = lay_out (roadmap, "works", "ja", 1100);

  g_assert_true (has_head (stages, "障壁"));
  g_assert_true (has_head (stages, "着手済み"));
  g_assert_true (has_head (stages, "取組事項"));
  g_assert_true (has_head (stages, "令和２年（2020年）度"));
  g_assert_true (has_head (stages, "令和4年度（2022）以降"));
  g_assert_false (has_head (works, "取組事項"));
  g_assert_false (has_head (works, "ロードブロック"));
  g_assert_true (has_head (works, "令和3年（2021）"));
}

/* Of several charts, each has its own heads. */
static void
test_heads (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "works stages", "ja", 1100);
  double end;

  roadmap_sheet_lay_out (sheet, 0, 10000);
  end = roadmap_sheet_get_height (sheet) - 1;
  g_assert_true (has_head_at (sheet, 0, "令和3年（2021）"));
  g_assert_false (has_head_at (sheet, 0, "障壁"));
  g_assert_true (has_head_at (sheet, end, "障壁"));
  g_assert_false (has_head_at (sheet, end, "令和3年（2021）"));
}

static void
test_heading (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autofree char *common = roadmap_table_dup_heading (sample_get (roadmap, "irb.a1"), "ja");
  g_autofree char *own = roadmap_table_dup_heading (sample_get (roadmap, "approval.a1"), "ja");
  g_autofree char *usual = roadmap_table_dup_heading (sample_get (roadmap, "irb.m1"), "en");
  g_autofree char *none = roadmap_table_dup_heading (sample_get (roadmap, "irb.b1"), "en");

  g_assert_cmpstr (common, ==, "着手済み");
  g_assert_cmpstr (own, ==, "対応済み");
  g_assert_cmpstr (usual, ==, "Measures");
  g_assert_null (none);
}

/* Notes stand at the foot of what refers to them, the others at the end. */
static void
test_notes (void)
{
  static const struct { const char *note; const char *row; } cases[] = {
    { "other.n1", "other" }, { "note-1", "approval" }, { "note-2", NULL },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "stages", "ja", 1100);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RoadmapSheetPlace place;
      RoadmapItem *row;

      g_assert_true (roadmap_sheet_find (sheet, sample_get (roadmap, cases[i].note), &place));
      row = roadmap_sheet_get_row_item (sheet, place.row);
      g_assert_cmpstr (row != NULL ? roadmap_item_get_id (row) : NULL, ==, cases[i].row);
    }
}

/* Filter */

static gboolean
is_named (RoadmapItem *item,
          gpointer     ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  return g_strv_contains ((const char *const *) words, roadmap_item_get_id (item));
}

/* The items that have cells, in the order of the rows. */
static char *
list_cells (RoadmapSheet *sheet)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *body = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_groups (body); j++)
        if (!roadmap_item_is (roadmap_scene_get_group (body, j)->item, "note"))
          g_ptr_array_add (items, roadmap_scene_get_group (body, j)->item);
    }
  return sample_join_ids (items);
}

static void
test_filter (void)
{
  static const struct { const char *charts; const char *shown; const char *cells; } cases[] = {
    { "stages", "irb.r2", "irb.r2 irb.a1" },
    { "stages", "irb.m1 irb.r1", "irb.r1 irb.m1" },
    /* What nothing else would show, is kept around it. */
    { "stages", "approval.b2", "approval.r1 approval.a1 approval.m2 approval.b2" },
    { "stages", "irb.ms", "irb.r1 irb.r2 irb.r3 irb.a1 irb.m1 irb.ms" },
    { "stages", "other.b2", "other.b2" },
    { "works", "care.plans.1", "care.plans.1" },
    { "works", "", "" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) charts = plan_list (roadmap, cases[i].charts);
      RoadmapTableOptions options = { roadmap, charts, "ja", 1000, .measure = measure,
                                      .show = is_named, .show_data = (char *) cases[i].shown };
      g_autoptr (RoadmapSheet) sheet = roadmap_table_new (&options);
      g_autofree char *cells = list_cells (sheet);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

/* Arrow keys */

static void
assert_move (Roadmap          *roadmap,
             RoadmapSheet     *sheet,
             const char       *from,
             RoadmapDirection  direction,
             const char       *to)
{
  RoadmapSheetPlace start, end;
  gboolean moved;

  g_assert_true (roadmap_sheet_find (sheet, sample_get (roadmap, from), &start));
  moved = roadmap_sheet_move (sheet, &start, direction, &end);
  g_assert_cmpstr (moved ? roadmap_item_get_id (end.group->item) : NULL, ==, to);
}

static void
test_move (void)
{
  static const struct { const char *from; RoadmapDirection direction; const char *to; } cases[] = {
    { "irb.r1", ROADMAP_DIRECTION_DOWN, "irb.r2" },
    { "irb.r3", ROADMAP_DIRECTION_DOWN, "approval.r1" },
    { "approval.r1", ROADMAP_DIRECTION_UP, "irb.r3" },
    { "irb.r1", ROADMAP_DIRECTION_UP, NULL },
    { "irb.r1", ROADMAP_DIRECTION_LEFT, "irb" },
    { "irb.r1", ROADMAP_DIRECTION_RIGHT, "irb.m1" }, /* nothing was addressed beside it */
    { "irb.r2", ROADMAP_DIRECTION_RIGHT, "irb.a1" },
    { "irb.a1", ROADMAP_DIRECTION_LEFT, "irb.r2" },
    { "irb.a1", ROADMAP_DIRECTION_RIGHT, "irb.m1" },
    { "irb.m1", ROADMAP_DIRECTION_RIGHT, "irb.b1" },
    { "irb.b1", ROADMAP_DIRECTION_RIGHT, "irb.b2" },
    { "irb.b2", ROADMAP_DIRECTION_LEFT, "irb.b1" },
    { "irb.b1", ROADMAP_DIRECTION_LEFT, "irb.m1" },
    { "irb.b1", ROADMAP_DIRECTION_DOWN, "irb.ms" },
    { "irb.a1", ROADMAP_DIRECTION_DOWN, "approval.a1" },
    { "approval.a1", ROADMAP_DIRECTION_DOWN, "other.r1" }, /* no such cell in the rows below */
    { "irb.m1", ROADMAP_DIRECTION_DOWN, "approval.m2" },   /* which stands above approval.m1 */
    { "approval.m2", ROADMAP_DIRECTION_DOWN, "approval.m1" },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (table_text);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "stages", "ja", 1100);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_move (roadmap, sheet, cases[i].from, cases[i].direction, cases[i].to);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/golden-ja", test_golden_ja);
  g_test_add_func ("/table/golden-en", test_golden_en);
  g_test_add_func ("/table/golden-lanes", test_golden_lanes);
  g_test_add_func ("/table/golden-both", test_golden_both);
  g_test_add_func ("/table/sound", test_sound);
  g_test_add_func ("/table/random-links", test_random_links);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/heads", test_heads);
  g_test_add_func ("/table/heading", test_heading);
  g_test_add_func ("/table/notes", test_notes);
  g_test_add_func ("/table/filter", test_filter);
  g_test_add_func ("/table/move", test_move);
  return g_test_run ();
}
