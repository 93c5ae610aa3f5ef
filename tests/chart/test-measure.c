/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "chart/measure.h"

#include <pango/pangocairo.h>

static const RoadmapTextStyle bar_style = { ROADMAP_SIZE_BAR, 0 };

/* The text with "|" where lines break. */
static char *
break_lines (RoadmapMeasure   *measure,
             const char       *text,
             RoadmapTextStyle  style,
             double            ems)
{
  double em = roadmap_measure_get_em (measure, style.size);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, text, style, ems * em);
  GString *lines = g_string_new (NULL);

  g_assert_cmpstr (pango_layout_get_text (layout), ==, text);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;

      g_string_append (lines, line->start_index > 0 ? "|" : "");
      g_string_append_len (lines, text + line->start_index, line->length);
    }
  return g_string_free (lines, FALSE);
}

static void
test_line_breaks (void)
{
  static const struct
  {
    const char       *text;
    RoadmapTextFlags  flags;
    double            ems;
    const char       *lines;
  } rows[] = {
    /* closing brackets, commas and ／ do not begin a line, opening brackets do not end one */
    { "標準化／匿名化", 0, 3.2, "標準|化／匿|名化" },
    { "倫理的、法的", 0, 3.2, "倫理|的、法|的" },
    { "研究（厚労）", 0, 3.2, "研究|（厚|労）" },
    /* short words in katakana stay whole, long ones cannot */
    { "技術支援のガイド作成", 0, 7.2, "技術支援の|ガイド作成" },
    { "改定案のパブコメ", 0, 5.2, "改定案の|パブコメ" },
    { "結果（パブコメ）、案", 0, 5.2, "結果（パブ|コメ）、案" },
    { "アノテーション", 0, 5.2, "アノテー|ション" },
    /* English breaks between words, and not behind a hyphen */
    { "prepare the full-scale analysis", 0, 9, "prepare the |full-scale analysis" },
    /* a lonely letter gets company */
    { "倫理指針の改正", ROADMAP_TEXT_EVEN, 6.2, "倫理指針の|改正" },
    { "倫理指針の改正", 0, 6.2, "倫理指針の改|正" },
    { "倫理指針（改正）", ROADMAP_TEXT_EVEN, 6.2, "倫理指針|（改正）" },
    { "一\n二", 0, 6.2, "一|二" },
  };
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapTextStyle style = { ROADMAP_SIZE_BAR, rows[i].flags };
      g_autofree char *lines = break_lines (measure, rows[i].text, style, rows[i].ems);

      g_assert_cmpstr (lines, ==, rows[i].lines);
    }
}

/* Lines of a title end between phrases; what is too long for that between words, and then anywhere. */
static void
test_phrases (void)
{
  static const struct
  {
    const char *text;
    double      ems;
    const char *plain;
    const char *lines;
  } rows[] = {
    { "議論の整理と今後の方向性（令和元年６月28日策定）を踏まえた工程表について", 25,
      "議論の整理と今後の方向性（令和元年６月28日策定）|を踏まえた工程表について",
      "議論の整理と今後の方向性|（令和元年６月28日策定）を踏まえた工程表について" },
    { "利活用が期待できる領域", 10.2, "利活用が期待できる領|域", "利活用が期待できる|領域" },
    { "予防領域におけるAI開発", 9.7, "予防領域におけるAI|開発", "予防領域における|AI開発" },
    { "コミュニケーション支援等", 10.2, "コミュニケーション支|援等", "コミュニケーション|支援等" },
    { "データ転送・標準化／匿名化", 8.2, "データ転送・標準|化／匿名化", "データ転送・|標準化／匿名化" },
    { "倫理審査委員会規程", 4.2, "倫理審査|委員会規|程", "倫理審査|委員会規|程" },
    { "Roadmap of the harbour", 8, "Roadmap of the |harbour", "Roadmap of the |harbour" },
  };
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_PHRASES };
      g_autofree char *plain = break_lines (measure, rows[i].text, bar_style, rows[i].ems);
      g_autofree char *lines = break_lines (measure, rows[i].text, style, rows[i].ems);

      g_assert_cmpstr (plain, ==, rows[i].plain);
      g_assert_cmpstr (lines, ==, rows[i].lines);
    }
}

/* Lines of a list are indented behind its bullets. */
static void
test_lists (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  double em = roadmap_measure_get_em (measure, ROADMAP_SIZE_BAR);
  g_autoptr (PangoLayout) list = roadmap_measure_text (measure, "・画像データ提供\n・支援", bar_style, 6 * em);
  g_autoptr (PangoLayout) plain = roadmap_measure_text (measure, "・画像データ提供\n支援", bar_style, 6 * em);

  g_assert_cmpint (pango_layout_get_indent (list), <, 0);
  g_assert_cmpint (pango_layout_get_indent (plain), ==, 0);
}

/* What does not wrap is as wide as its words and what stands before them. */
static void
test_indent (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (10, "en");
  RoadmapTextStyle indented = { .size = ROADMAP_SIZE_BAR, .indent = 20 };
  g_autoptr (PangoLayout) plain_layout = roadmap_measure_text (measure, "words", bar_style, ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) indented_layout = roadmap_measure_text (measure, "words", indented, ROADMAP_UNWRAPPED);
  double plain_width, indented_width;

  roadmap_layout_get_size (plain_layout, &plain_width, NULL);
  roadmap_layout_get_size (indented_layout, &indented_width, NULL);
  g_assert_cmpfloat_with_epsilon (indented_width, plain_width + 20, 0.01);
}

static void
test_cache (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  RoadmapTextStyle bold = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_BOLD };
  g_autoptr (PangoLayout) first = roadmap_measure_text (measure, "工程 & 表", bar_style, 100);
  g_autoptr (PangoLayout) again = roadmap_measure_text (measure, "工程 & 表", bar_style, 100);
  g_autoptr (PangoLayout) wider = roadmap_measure_text (measure, "工程 & 表", bar_style, 101);
  g_autoptr (PangoLayout) heavier = roadmap_measure_text (measure, "工程 & 表", bold, 100);

  g_assert_true (first == again);
  g_assert_true (first != wider);
  g_assert_true (first != heavier);
}

static void
test_cache_is_bounded (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");

  for (int i = 0; i < 40000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, text, bar_style, ROADMAP_UNWRAPPED);

      g_assert_cmpstr (pango_layout_get_text (layout), ==, text);
    }
}

/* Steps keep their proportions, but none is too small to be printed. */
static void
test_sizes (void)
{
  g_autoptr (RoadmapMeasure) usual = roadmap_measure_new_for_paper (13, "ja");
  g_autoptr (RoadmapMeasure) tiny = roadmap_measure_new_for_paper (6.5, "ja");

  g_assert_cmpfloat_with_epsilon (roadmap_measure_get_em (usual, ROADMAP_SIZE_SMALL), 11, 1e-9);
  g_assert_cmpfloat_with_epsilon (roadmap_measure_get_em (usual, ROADMAP_SIZE_TITLE), 22, 1e-9);
  g_assert_cmpfloat_with_epsilon (roadmap_measure_get_em (tiny, ROADMAP_SIZE_SMALL), 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (roadmap_measure_get_em (tiny, ROADMAP_SIZE_TITLE), 11, 1e-9);
}

static void
test_screen (void)
{
  g_autoptr (GObject) context = G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK JP 9");
  PangoLanguage *before = pango_context_get_language (PANGO_CONTEXT (context));
  g_autoptr (RoadmapMeasure) measure = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  pango_context_set_font_description (PANGO_CONTEXT (context), font);
  pango_cairo_context_set_resolution (PANGO_CONTEXT (context), 96);
  measure = roadmap_measure_new (PANGO_CONTEXT (context), "ja");
  layout = roadmap_measure_text (measure, "工程表", bar_style, ROADMAP_UNWRAPPED);

  /* 9 points of 96 to the inch are 12 pixels for the step BODY. */
  g_assert_cmpfloat_with_epsilon (roadmap_measure_get_em (measure, ROADMAP_SIZE_BODY), 12, 1e-9);
  g_assert_cmpstr (roadmap_measure_get_language (measure), ==, "ja");
  g_assert_cmpstr (pango_language_to_string (pango_context_get_language (pango_layout_get_context (layout))), ==, "ja");
  g_assert_true (pango_context_get_language (PANGO_CONTEXT (context)) == before);
  pango_font_description_free (font);
}

static void
test_notes (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");
  g_autofree char *mark = roadmap_measure_dup_note_markup (measure, ROADMAP_SIZE_BAR, "<1>");
  g_autofree char *markup = g_strconcat ("構築", mark, NULL);
  g_autoptr (PangoLayout) noted = roadmap_measure_markup (measure, markup, bar_style, ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) plain = roadmap_measure_text (measure, "構築", bar_style, ROADMAP_UNWRAPPED);
  double noted_height, plain_height;

  g_assert_cmpstr (pango_layout_get_text (noted), ==, "構築<1>");
  roadmap_layout_get_size (noted, NULL, &noted_height);
  roadmap_layout_get_size (plain, NULL, &plain_height);
  g_assert_cmpfloat_with_epsilon (noted_height, plain_height, 0.01);
}

static void
test_longest_word (void)
{
  static const struct
  {
    const char *markup;
    const char *word; /* as wide as the longest of the markup */
  } rows[] = {
    { "an abcdefgh a", "abcdefgh" },
    { "a\nabcdefgh\nb", "abcdefgh" },
    { "倫理指針", "理" },
    { "full-scale &amp; co", "full-scale" },
    { "", "" },
  };
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, "ja");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PangoLayout) word = roadmap_measure_text (measure, rows[i].word, bar_style, ROADMAP_UNWRAPPED);
      double longest = roadmap_measure_get_longest_word (measure, rows[i].markup, bar_style);
      double width;

      roadmap_layout_get_size (word, &width, NULL);
      g_assert_cmpfloat_with_epsilon (longest, width, 0.01);
      g_assert_cmpfloat (roadmap_measure_get_longest_word (measure, rows[i].markup, bar_style), ==, longest);
    }
}

/* Running text fills its lines with the beginnings of long words in katakana; other text keeps them whole. */
static void
test_running (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (10, "ja");
  const char *text = "医療情報を扱うための新しいプログラムの利用";
  RoadmapTextStyle style = { ROADMAP_SIZE_BODY, 0 };
  g_autoptr (PangoLayout) kept = roadmap_measure_text (measure, text, style, 155);
  g_autoptr (PangoLayout) running = NULL;

  style.flags = ROADMAP_TEXT_RUNNING;
  running = roadmap_measure_text (measure, text, style, 155);
  g_assert_cmpint (pango_layout_get_line_readonly (kept, 0)->length, ==, strlen ("医療情報を扱うための新しい"));
  g_assert_cmpint (pango_layout_get_line_readonly (running, 0)->length, ==, strlen ("医療情報を扱うための新しいプロ"));
}

/* A letter below the other, with some air between them. */
static void
test_vertical (void)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (10, "ja");
  RoadmapTextStyle style = { ROADMAP_SIZE_BODY, ROADMAP_TEXT_VERTICAL };
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, "審査の質", style, ROADMAP_UNWRAPPED);
  double length, across;

  roadmap_layout_get_size (layout, &length, &across);
  g_assert_cmpfloat (length, >=, 4 * 10);
  g_assert_cmpfloat (length, <, 4 * 12);
  g_assert_cmpfloat (across, <, 15);
  g_assert_cmpint (pango_context_get_gravity (pango_layout_get_context (layout)), ==, PANGO_GRAVITY_EAST);
}

/* What stands at the beginning of the first text that is measured is not taken for what all texts have. */
static void
test_first_text (void)
{
  const RoadmapTextStyle style = { ROADMAP_SIZE_BODY, 0 };
  g_autoptr (RoadmapMeasure) fresh = roadmap_measure_new_for_paper (9, "ja");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (9, "ja");
  g_autofree char *number = roadmap_measure_dup_note_markup (measure, ROADMAP_SIZE_BODY, "1");
  g_autoptr (PangoLayout) first = roadmap_measure_markup (measure, number, style, 200);
  g_autofree char *noted = g_strconcat ("工程表", number, NULL);
  g_autoptr (PangoLayout) noted_text = roadmap_measure_markup (measure, noted, style, 200);
  g_autoptr (PangoLayout) text = roadmap_measure_text (measure, "工程表", style, 200);
  g_autoptr (PangoLayout) expected = roadmap_measure_text (fresh, "工程表", style, 200);
  double first_height, noted_height, height, expected_height;
  PangoRectangle extents;

  roadmap_layout_get_size (first, NULL, &first_height);
  roadmap_layout_get_size (noted_text, NULL, &noted_height);
  pango_layout_get_extents (noted_text, NULL, &extents);
  g_assert_cmpfloat_with_epsilon (noted_height, extents.height / (double) PANGO_SCALE, 0.01);
  roadmap_layout_get_size (text, NULL, &height);
  roadmap_layout_get_size (expected, NULL, &expected_height);
  g_assert_cmpfloat (first_height, >, 0);
  g_assert_cmpfloat (height, ==, expected_height);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/line-breaks", test_line_breaks);
  g_test_add_func ("/measure/phrases", test_phrases);
  g_test_add_func ("/measure/lists", test_lists);
  g_test_add_func ("/measure/indent", test_indent);
  g_test_add_func ("/measure/cache", test_cache);
  g_test_add_func ("/measure/cache-is-bounded", test_cache_is_bounded);
  g_test_add_func ("/measure/sizes", test_sizes);
  g_test_add_func ("/measure/screen", test_screen);
  g_test_add_func ("/measure/notes", test_notes);
  g_test_add_func ("/measure/longest-word", test_longest_word);
  g_test_add_func ("/measure/running", test_running);
  g_test_add_func ("/measure/vertical", test_vertical);
  g_test_add_func ("/measure/first-text", test_first_text);
  return g_test_run ();
}
