/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include <string.h>

#include "chart/changes-layout.h"
#include "chart/layout.h"
#include "chart/schema-words.h"
#include "chart/words.h"
#include "model/amendment.h"
#include "model/as-of.h"

#include "../model/sample.h"
#include "plan.h"
#include "reading-sound.h"

static const char before_text[] =
  "roadmap roadmap | edition=ed | date=2020-06-18 | title=工程表 | title@en=Roadmap\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  status running | title=実施中 | title@en=In progress | letter=実\n"
  "  narrative n | title=議論の整理 | title@en=Discussions\n"
  "    section s | title=【解消】 | title@en=Removing\n"
  "      paragraph s.1 | text=開発促進の観点から議論を進めてきたが、社会実装が始まりつつある。 | "
      "text@en=Development was promoted so far; use in society is beginning.\n"
  "  chart stages | calendar=fiscal | start=FY2020 | end=FY2022 | title=ロードブロック解消のための工程表 | title@en=Removing the roadblocks\n"
  "    stage irb | number=① | title=IRB\n"
  "      bar irb.1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | title=倫理指針の改正 | title@en=Amend the guidelines\n"
  "      bar irb.2 | start=FY2020-Q4 | end=FY2021-Q1 | title=改正指針のガイダンス作成 | title@en=Draw up guidance\n"
  "      bar irb.3 | start=FY2021-Q1 | end=FY2022 | open=true | basis=inferred | title=周知活動実施 | title@en=Make it known\n"
  "    stage data | number=④ | title=データ転送 | title@en=Data transfer\n"
  "      bar data.1 | start=FY2020 | end=FY2020 | title=改定案のパブコメ | title@en=Public comments\n"
  "      bar data.2 | start=FY2020 | end=FY2020 | title=在り方検討 | title@en=Consider the relationship\n"
  "  chart lanes | calendar=fiscal | start=FY2020 | end=FY2022 | title=領域 | title@en=Domains\n"
  "    lane l | number=⑦ | title=予防 | title@en=Prevention\n"
  "      lane l.l | title=拠点 | title@en=Sites\n"
  "        bar l.b | start=FY2020 | end=FY2020 | title=整備 | title@en=Set up\n";

static const char *const amendments[] = {
  "set s.1 text=開発促進及び社会実装の観点から議論を進めてきた。",
  "set irb.1 title=医学系研究に関する倫理指針の改正",
  "set irb.1 title@en=Amend the guidelines for medical research",
  "set irb.1 end=FY2021-Q2",
  "set irb.1 open=true",
  "remove irb.3",
  "move irb.2 data 0",
  "insert data -1 bar data.3 | start=FY2022-Q1 | end=FY2022-Q4 | basis=stated | title=改定後の評価 | title@en=Evaluate the revision",
  "insert stages -1 stage new | number=⑤ | title=クラウド | title@en=Cloud",
  "insert new 0 roadblock new.r | title=【要件】 | title@en=Requirements",
  "insert new.r 0 issue new.i | marker=○ | text=要件が明確でない | text@en=Requirements are not clear",
  "set l.b title=整備及び運用",
};

/* (transfer full): the roadmap with an amendment, and in @since what it was. */
static Roadmap *
create_amended (const char *text,
                Roadmap   **since)
{
  Roadmap *roadmap = sample_parse (text);
  g_autoptr (GError) error = NULL;

  roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (amendments); i++)
    {
      g_autoptr (RoadmapEdit) edit = sample_parse_edit (roadmap, amendments[i]);

      roadmap_change (roadmap, edit, &error);
      g_assert_no_error (error);
    }
  *since = roadmap_as_of (roadmap, sample_get (roadmap, "ed"), &error);
  g_assert_no_error (error);
  return roadmap;
}

static RoadmapSheet *
lay_out (Roadmap         *roadmap,
         Roadmap         *since,
         const char      *language,
         double           width,
         double           points,
         RoadmapShowFunc  show)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (points, language);
  RoadmapChangesOptions options = {
    .roadmap = roadmap, .since = since, .language = language, .width = width, .measure = measure, .show = show,
  };
  g_autoptr (GError) error = NULL;
  RoadmapSheet *sheet = roadmap_changes_layout_new (&options, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
test_golden (void)
{
  static const struct
  {
    const char *name;
    const char *language;
    double      width;
  } cases[] = {
    { "changes-ja", "ja", 760 },
    { "changes-en", "en", 760 },
    { "changes-narrow-ja", "ja", 300 },
  };
  g_autoptr (Roadmap) since = NULL;
  g_autoptr (Roadmap) roadmap = create_amended (before_text, &since);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, since, cases[i].language, cases[i].width, 9, NULL);
      g_autoptr (RoadmapScene) scene = roadmap_sheet_flatten (sheet);
      g_autofree char *text = roadmap_scene_dump (scene);

      plan_assert_golden (cases[i].name, text);
    }
}

/* The heads in each sheet, and texts three times as long. */
static void
test_sound (void)
{
  static const double widths[] = { 160, 320, 527, 760, 1105, 2000 };
  static const double sizes[] = { 7, 9, 15 };
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (GRegex) words = g_regex_new ("((?:title|text)(?:@en)?=)([^|\n]*[^|\n ])", 0, 0, NULL);
  g_autofree char *wordy = g_regex_replace (words, before_text, -1, 0, "\\1\\2、\\2、\\2", 0, NULL);
  const char *const texts[] = { before_text, wordy };

  for (gsize i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths) * G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (Roadmap) since = NULL;
        g_autoptr (Roadmap) roadmap = create_amended (texts[i / 2], &since);
        double width = widths[j % G_N_ELEMENTS (widths)];
        double points = sizes[j / G_N_ELEMENTS (widths)];
        g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, since, languages[i % 2], width, points, NULL);

        g_test_message ("text %zu, %s, width %g, size %g", i / 2, languages[i % 2], width, points);
        reading_assert_sound (sheet, 0);
        g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, 7);
      }
}

static void
assert_words (RoadmapSheet *sheet,
              RoadmapItem  *item,
              const char   *expected)
{
  g_autofree char *found = reading_dup_words (sheet, item);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (Roadmap) since = NULL;
  g_autoptr (Roadmap) roadmap = create_amended (before_text, &since);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, since, "ja", 760, 9, NULL);

  assert_words (sheet, sample_get (roadmap, "irb.1"),
                "帯医学系研究に関する倫理指針の改正表題倫理指針の改正医学系研究に関する倫理指針の改正"
                "期間令和2年度第1四半期から令和2年度第3四半期令和2年度第1四半期以降");
  assert_words (sheet, sample_get (roadmap, "irb.2"), "帯改正指針のガイダンス作成移動①IRB④データ転送");
  assert_words (sheet, sample_get (since, "irb.3"),
                "帯周知活動実施削除周知活動実施期間：令和3年度第1四半期以降（推定）（削除）");
  assert_words (sheet, sample_get (roadmap, "new"),
                "開発段階⑤クラウド新設（新設）⑤クラウドロードブロック：【要件】論点：○要件が明確でない");
}

/* What went is struck, what came underlined, and nothing else. */
static void
test_marks (void)
{
  g_autoptr (Roadmap) since = NULL;
  g_autoptr (Roadmap) roadmap = create_amended (before_text, &since);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, since, "ja", 760, 9, NULL);
  RoadmapSheetPlace place;
  RoadmapScene *scene;
  g_autofree char *markup = NULL;
  GString *underlined = g_string_new (NULL);

  g_assert_true (roadmap_sheet_find (sheet, sample_get (roadmap, "irb.1"), &place));
  scene = roadmap_sheet_get_body (sheet, place.row);
  for (guint i = 0; i < place.group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, place.group->first + i);
      PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (shape->layout));

      do
        {
          PangoAttrInt *underline = (PangoAttrInt *) pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE);
          int start, end;

          pango_attr_iterator_range (iter, &start, &end);
          if (underline != NULL && underline->value == PANGO_UNDERLINE_SINGLE)
            g_string_append_len (underlined, pango_layout_get_text (shape->layout) + start, end - start);
        }
      while (pango_attr_iterator_next (iter));
      pango_attr_iterator_destroy (iter);
    }
  markup = g_string_free (underlined, FALSE);
  g_assert_cmpstr (markup, ==, "医学系研究に関する");
}

static void
test_nothing (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (before_text);
  g_autoptr (Roadmap) same = roadmap_copy (roadmap);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, same, "en", 400, 9, NULL);
  const RoadmapShape *shape = roadmap_scene_get_shape (roadmap_sheet_get_body (sheet, 0), 0);

  g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpstr (pango_layout_get_text (shape->layout), ==, "Nothing has changed.");
  g_assert_cmpfloat (roadmap_sheet_get_head_height (sheet), ==, 0);
}

static gboolean
show_irb_cb (RoadmapItem *item,
             gpointer     data)
{
  return roadmap_item_find_around (item, "stage") != NULL &&
         g_str_equal (roadmap_item_get_id (roadmap_item_find_around (item, "stage")), "irb");
}

/* Of what was removed, where it stood decides. */
static void
test_show (void)
{
  g_autoptr (Roadmap) since = NULL;
  g_autoptr (Roadmap) roadmap = create_amended (before_text, &since);
  g_autoptr (RoadmapSheet) sheet = lay_out (roadmap, since, "ja", 760, 9, show_irb_cb);

  g_assert_cmpuint (roadmap_sheet_get_n_rows (sheet), ==, 2);
  g_assert_true (roadmap_sheet_get_row_item (sheet, 0) == sample_get (roadmap, "irb.1"));
  g_assert_true (roadmap_sheet_get_row_item (sheet, 1) == sample_get (since, "irb.3"));
}

static RoadmapPages *
create_pages (Roadmap    *roadmap,
              const char *language,
              double      width,
              double      height)
{
  const RoadmapLayoutId layout = ROADMAP_LAYOUT_CHANGES;
  RoadmapPagesOptions options = {
    .roadmap = roadmap, .language = language, .paper = { width, height, 30 }, .layouts = &layout, .n_layouts = 1,
  };

  return roadmap_pages_new (&options);
}

/* The group of the item on the page, as text without white space; NULL if it is not there. */
static char *
dup_name_on_page (RoadmapPages *pages,
                  guint         page,
                  RoadmapItem  *item)
{
  RoadmapScene *scene = roadmap_pages_get_scene (pages, page);
  const RoadmapGroup *group = roadmap_scene_find_group (scene, item);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; group != NULL && i < group->n_shapes; i++)
    g_string_append (words, pango_layout_get_text (roadmap_scene_get_shape (scene, group->first + i)->layout));
  return group != NULL ? reading_strip (words->str) : NULL;
}

/* On a page that does not begin with a heading, the first item says what it is in; one that goes on is named again. */
static void
test_pages (void)
{
  g_autoptr (Roadmap) since = NULL;
  g_autofree char *long_words = g_strnfill (3000, 'x');
  g_autofree char *edit = g_strdup_printf ("set data.2 title=%s", long_words);
  g_autoptr (Roadmap) roadmap = create_amended (before_text, &since);
  g_autoptr (RoadmapEdit) revise = sample_parse_edit (roadmap, edit);
  g_autoptr (RoadmapPages) pages = NULL;
  RoadmapItem *item = sample_get (roadmap, "data.2");
  guint n_continued = 0;

  g_assert_true (roadmap_change (roadmap, revise, NULL));
  pages = create_pages (roadmap, "ja", 700, 330);
  for (guint i = 0; i < roadmap_pages_get_n_pages (pages); i++)
    {
      RoadmapRect room = { 0, 0, 700, 330 };
      g_autofree char *name = dup_name_on_page (pages, i, item);

      reading_assert_row (roadmap_pages_get_scene (pages, i), &room);
      if (name == NULL || strstr (name, "（続き）") == NULL)
        continue;
      g_assert_true (g_str_has_prefix (name, "④データ転送帯"));
      n_continued++;
    }
  g_assert_cmpuint (n_continued, >=, 1);
}

static void
test_title (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (before_text);
  g_autofree char *japanese = roadmap_changes_dup_title (roadmap, NULL, "ja");
  g_autofree char *english = roadmap_changes_dup_title (roadmap, NULL, "en");
  g_autofree char *named = roadmap_changes_dup_title (roadmap, "plan.xml", "en");

  g_assert_cmpstr (japanese, ==, "令和2年6月18日からの変更（新旧対照表）");
  g_assert_cmpstr (english, ==, "Changes since 18 June 2020");
  g_assert_cmpstr (named, ==, "Changes since plan.xml");
}

static gboolean
is_ascii (const char *text)
{
  return g_utf8_strlen (text, -1) == (glong) strlen (text);
}

/* Every kind and field of the schema has a Japanese name on paper. */
static void
test_schema_words (void)
{
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      if (is_ascii (roadmap_kind_word (kind, "ja")))
        g_error ("the kind %s has no Japanese name in chart/schema-words.c", kind->name);
      g_assert_cmpstr (roadmap_kind_word (kind, "en"), ==, kind->label);
      for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
        {
          g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "true", " ", -1);

          if (is_ascii (roadmap_field_word (field, "ja")))
            g_error ("the field %s of %s has no Japanese name in chart/schema-words.c", field->name, kind->name);
          for (guint i = 0; field->choices != NULL && choices[i] != NULL; i++)
            {
              g_autofree char *word = roadmap_value_word (NULL, field, choices[i], "ja");

              if (is_ascii (word))
                g_error ("the value %s of %s has no Japanese word in chart/schema-words.c", choices[i], field->name);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/golden", test_golden);
  g_test_add_func ("/changes/sound", test_sound);
  g_test_add_func ("/changes/words", test_words);
  g_test_add_func ("/changes/marks", test_marks);
  g_test_add_func ("/changes/nothing", test_nothing);
  g_test_add_func ("/changes/show", test_show);
  g_test_add_func ("/changes/pages", test_pages);
  g_test_add_func ("/changes/title", test_title);
  g_test_add_func ("/changes/schema-words", test_schema_words);
  return g_test_run ();
}
