/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "chart/narrative-layout.h"
#include "chart/text-flow.h"

#include "../model/sample.h"
#include "model/amendment.h"
#include "plan.h"
#include "reading-sound.h"

static const char narrative_text[] =
  "roadmap roadmap | edition=ed | date=2020-06-18 | title=工程表 | title@en=Roadmap\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  narrative n | title=議論の整理を踏まえた工程表について | title@en=Roadmap based on the discussions | "
      "dateline=令和２年６月18日 | dateline@en=18 June 2020 | author=コンソーシアム | author@en=Consortium\n"
  "    paragraph p | text=本邦にて取り組むべき事項を検討し、次のとおり工程表をとりまとめた<ref to=\"f1\">1</ref>。 | "
      "text@en=What should be taken up was considered, and the following roadmap was compiled.<ref to=\"f1\">1</ref>\n"
  "    section s | title=【ロードブロック解消に向けた工程表】（別添１） | title@en=Removing the roadblocks (Annex 1)\n"
  "      paragraph s.1 | marker=○ | text=ロードブロックの多くは領域を問わず共通する問題であると確認された。<ref to=\"s.2\">次の段落</ref>を参照。 | "
      "text@en=Most of the roadblocks were found to be common to all domains; see <ref to=\"s.2\">the next paragraph</ref>.\n"
  "      paragraph s.2 | marker=○ | text=データの利活用が不可欠である<ref to=\"f2\">2</ref>。詳しくは"
      "<link href=\"https://www.example.org/roadmap/annex\">別の資料</link>にある。 | "
      "text@en=The use of data is indispensable.<ref to=\"f2\">2</ref> See <link "
      "href=\"https://www.example.org/roadmap/annex\">another document</link>.\n"
  "        paragraph s.2.1 | text=特に、企業で活用する方法については議論となった。 | text@en=Use by companies in particular was discussed.\n"
  "          paragraph s.2.1.1 | marker=・ | text=共同研究の場合 | text@en=in joint research\n"
  "      remark s.r | origin=editor | text=編集者の注記\n"
  "    section t | title=【俯瞰図】（別添２） | title@en=Bird’s-eye map (Annex 2)\n"
  "      paragraph t.1 | marker=○ | text=着実な開発と社会実装を進める必要がある。 | text@en=Development needs to be taken forward.\n"
  "    footnote f1 | number=1 | text=令和元年度までのまとめである。 | text@en=A summary up to FY2019.\n"
  "    footnote f2 | number=2 | text=例えば、説明文書も参考にできる | text@en=Explanatory documents can be consulted.\n"
  "      paragraph f2.p | text=バイオバンク <link href=\"https://www.example.org/biobank/patient/index.html\">"
      "https://www.example.org/biobank/patient/index.html</link> | text@en=Biobank <link "
      "href=\"https://www.example.org/biobank/patient/index.html\">https://www.example.org/biobank/patient/index.html</link>\n"
  "    footnote f3 | number=3 | text=本文のどこからも参照されない注 | text@en=A note that no text refers to\n";

static RoadmapSheet *
lay_out (Roadmap    *roadmap,
         const char *language,
         double      width,
         double      height,
         double      points)
{
  return reading_lay_out_narrative (roadmap, sample_get (roadmap, "n"), language, width, height, points);
}

static void
test_golden (void)
{
  static const struct
  {
    const char *name;
    const char *language;
    double      width, height;
  } cases[] = {
    { "narrative-columns-ja", "ja", 560, 260 },
    { "narrative-pages-en", "en", 280, 300 },
    { "narrative-endless-ja", "ja", 300, 0 },
  };
  g_autoptr (Roadmap) roadmap = sample_parse (narrative_text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, cases[i].language, cases[i].width, cases[i].height, 9);
      g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
      g_autofree char *text = roadmap_scene_dump (scene);

      plan_assert_golden (cases[i].name, text);
    }
}

/* All texts three times as long. */
static Roadmap *
create_wordy (void)
{
  g_auto (GStrv) lines = g_strsplit (narrative_text, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) words = g_regex_new ("((?:title|text)(?:@en)?=)([^|]*[^| ])", 0, 0, NULL);

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_autofree char *wordy = g_regex_replace (words, *line, -1, 0, "\\1\\2、\\2、\\2", 0, NULL);

      g_string_append_printf (text, "%s\n", wordy);
    }
  return sample_parse (text->str);
}

static Roadmap *
create_amended (void)
{
  Roadmap *roadmap = sample_parse (narrative_text);
  g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, "set t.1 text=着実な開発を進める。");

  roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, NULL);
  g_assert_true (roadmap_change (roadmap, edit, NULL));
  return roadmap;
}

/* From a telephone to a wall, on pages of any height: even where a note is higher than a page. */
static void
test_sound (void)
{
  static const double widths[] = { 160, 320, 527, 760, 1105, 2000 };
  static const double heights[] = { 0, 90, 160, 300, 700 };
  static const double sizes[] = { 7, 10.5, 15 };
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) usual = sample_parse (narrative_text);
  g_autoptr (Roadmap) wordy = create_wordy ();
  g_autoptr (Roadmap) amended = create_amended ();
  Roadmap *roadmaps[] = { usual, wordy, amended };

  for (gsize i = 0; i < G_N_ELEMENTS (roadmaps) * G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths) * G_N_ELEMENTS (heights) * G_N_ELEMENTS (sizes); j++)
      {
        Roadmap *roadmap = roadmaps[i / 2];
        double width = widths[j % G_N_ELEMENTS (widths)];
        double height = heights[j / G_N_ELEMENTS (widths) % G_N_ELEMENTS (heights)];
        double points = sizes[j / G_N_ELEMENTS (widths) / G_N_ELEMENTS (heights)];
        g_autoptr (RoadmapSheet) sheet = NULL;

        /* There date and author alone may be higher than the page. */
        if (height > 0 && height < (width < 300 ? 300 : 8 * points))
          continue;
        g_test_message ("roadmap %zu, %s, %g × %g, text %g", i / 2, languages[i % 2], width, height, points);
        sheet = lay_out (roadmap, languages[i % 2], width, height, points);
        reading_assert_sound (sheet, height);
        reading_assert_has_narrative (sheet, roadmap, sample_get (roadmap, "n"), languages[i % 2]);
      }
}

static guint
find_row (RoadmapSheet *sheet,
          RoadmapItem  *item)
{
  guint row;

  g_assert_true (roadmap_sheet_find_row_of (sheet, item, &row));
  return row;
}

/* A heading is never left behind, and a note stands on the page that calls it. */
static void
test_keeps (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (narrative_text);

  for (double height = 150; height < 420; height += 3)
    {
      g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "ja", 300, height, 9);

      g_assert_cmpuint (find_row (sheet, sample_get (roadmap, "s")), ==, find_row (sheet, sample_get (roadmap, "s.1")));
      g_assert_cmpuint (find_row (sheet, sample_get (roadmap, "t")), ==, find_row (sheet, sample_get (roadmap, "t.1")));
      g_assert_cmpuint (find_row (sheet, sample_get (roadmap, "f1")), ==, find_row (sheet, sample_get (roadmap, "p")));
    }
}

static gboolean
has_link (RoadmapSheet *sheet,
          const char   *target)
{
  for (guint i = 0; i < roadmap_sheet_get_n_rows (sheet); i++)
    {
      RoadmapScene *scene = roadmap_sheet_get_body (sheet, i);

      for (guint j = 0; j < roadmap_scene_get_n_links (scene); j++)
        if (g_str_equal (roadmap_scene_get_link (scene, j)->target, target))
          return TRUE;
    }
  return FALSE;
}

/* Numbers lead to their notes and back, words to what they speak of, and addresses out; one that is broken over lines
 * has an area on each. */
static void
test_links (void)
{
  static const char *const targets[] = { "#f1", "#p", "#s.2", "#f2", "https://www.example.org/roadmap/annex",
                                         "https://www.example.org/biobank/patient/index.html" };
  g_autoptr (Roadmap) roadmap = sample_parse (narrative_text);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "ja", 140, 0, 9);
  RoadmapScene *scene = NULL;
  guint n_pieces = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    g_assert_true (has_link (sheet, targets[i]));
  g_assert_false (has_link (sheet, "#f3"));

  scene = roadmap_sheet_get_body (sheet, find_row (sheet, sample_get (roadmap, "f2.p")));
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    n_pieces += g_str_has_suffix (roadmap_scene_get_link (scene, i)->target, "index.html");
  g_assert_cmpuint (n_pieces, >=, 2);
}

static gboolean
show_cb (RoadmapItem *item,
         gpointer     hidden)
{
  return item != hidden;
}

static void
test_show (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (narrative_text);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (9, "ja");
  RoadmapNarrativeOptions options = {
    .roadmap = roadmap,
    .narrative = sample_get (roadmap, "n"),
    .language = "ja",
    .width = 300,
    .measure = measure,
    .untitled = TRUE,
    .show = show_cb,
    .show_data = sample_get (roadmap, "s"),
  };
  g_autoptr (RoadmapSheet) sheet = roadmap_narrative_layout_new (&options);
  g_autofree char *title = reading_dup_words (sheet, sample_get (roadmap, "n"));
  g_autofree char *hidden = reading_dup_words (sheet, sample_get (roadmap, "s.1"));
  g_autofree char *shown = reading_dup_words (sheet, sample_get (roadmap, "t.1"));

  g_assert_cmpstr (title, ==, "令和２年６月18日コンソーシアム");
  g_assert_cmpstr (hidden, ==, "");
  g_assert_cmpstr (shown, ==, "○着実な開発と社会実装を進める必要がある。");
}

/* A narrative without a word is one row, not none. */
static void
test_empty (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap roadmap | title=工程表\n  narrative n | title=無\n");
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, "ja", 300, 200, 9);

  g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, 1);
  reading_assert_sound (sheet, 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/narrative/golden", test_golden);
  g_test_add_func ("/narrative/sound", test_sound);
  g_test_add_func ("/narrative/keeps", test_keeps);
  g_test_add_func ("/narrative/links", test_links);
  g_test_add_func ("/narrative/show", test_show);
  g_test_add_func ("/narrative/empty", test_empty);
  return g_test_run ();
}
