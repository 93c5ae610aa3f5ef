/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What is said about a text without laying it out is what Pango makes of it, to the unit. */

#include "config.h"

#include "chart/text-ruler.h"

#include <string.h>

#include "chart/line-breaks.h"
#include "chart/measure.h"
#include "chart/paper-rulers.h"

static const char *const texts[] = {
  "医",
  "標準化／匿名化",
  "医学研究等に係る倫理指針の改正、必要に応じて周知（令和２年度中）",
  "AI-IRBの取扱いに関するガイドライン第２版を公表し、AMED研究（令和3年度～令和5年度）で利活用",
  "ディープラーニングを用いたプログラム医療機器、ソフトウェアのデータベース・アノテーション",
  "「がん」「ゲノム」等の…、――及び“その他”、‘全て’のもの",
  "一つ\n二つ、三つ\nよっつ",
  "Amend the Ethical Guidelines for Medical Research",
  "AV. To WAVE, Yes: Tokyo's (P.A.) \"quoted\" 1/2 and/or 12,345.67 %; it’s – all — well…",
  "Collect and store surgical data in an integrated way; see https://www.example.org/path/to/page?x=1",
  "médecine, Ärzte, naïve façade",
  "①②③④⑤※→○●△☆〇々〆ヶヵゝゞ",
};
static const double widths[] = { 3.3, 5, 7.77, 10, 11.5, 16, 22.2, 31, 60, -1 };
static const double sizes[] = { 6, 7.13, 8.890625, 9.5, 13.37, 22 };

typedef struct
{
  PangoContext         *context;
  PangoFontDescription *font;
  RoadmapTextRuler     *ruler;
  guint                 n_known;
  guint                 n_asked;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  language)
{
  fixture->context = roadmap_paper_context_new ();
  fixture->font = pango_font_description_from_string (ROADMAP_PAPER_FONT);
  pango_context_set_language (fixture->context, pango_language_from_string (language));
  fixture->ruler = roadmap_text_ruler_new (fixture->context, fixture->font);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  roadmap_text_ruler_free (fixture->ruler);
  pango_font_description_free (fixture->font);
  g_object_unref (fixture->context);
}

static PangoLayout *
create_layout (Fixture                *fixture,
               const char             *text,
               PangoAttrList          *attributes,
               int                     size,
               const RoadmapTextFrame *frame)
{
  PangoLayout *layout = pango_layout_new (fixture->context);

  pango_font_description_set_absolute_size (fixture->font, size);
  pango_layout_set_font_description (layout, fixture->font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, frame->alignment);
  pango_layout_set_indent (layout, frame->indent);
  pango_layout_set_width (layout, frame->width);
  return layout;
}

static void
compare (Fixture                *fixture,
         const char             *text,
         int                     size,
         const RoadmapTextFrame *frame)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (RoadmapKeptPiece));
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutLine *last;
  RoadmapTextLines lines;
  double right;

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  roadmap_line_breaks_find (text, frame->width < 0 ? -1 : frame->width / (double) size, 0, kept);
  roadmap_line_breaks_add (attributes, kept);
  fixture->n_asked++;
  if (!roadmap_text_ruler_read (fixture->ruler, text, kept, NULL, size) ||
      !roadmap_text_ruler_wrap (fixture->ruler, frame, &lines))
    return;

  fixture->n_known++;
  layout = create_layout (fixture, text, attributes, size, frame);
  roadmap_layout_get_size (layout, &right, NULL);
  last = pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1);
  if (lines.n_lines != pango_layout_get_line_count (layout) || lines.last_start != last->start_index ||
      lines.right != (int) (right * PANGO_SCALE))
    g_error ("“%s” in %d, width %d, indent %d: %d lines to %d, the last at %d, but Pango has %d to %d, at %d", text, size,
             frame->width, frame->indent, lines.n_lines, lines.right, lines.last_start, pango_layout_get_line_count (layout),
             (int) (right * PANGO_SCALE), last->start_index);
}

static void
compare_all (Fixture    *fixture,
             const char *text)
{
  static const RoadmapTextFrame frames[] = {
    { .alignment = PANGO_ALIGN_LEFT },   { .indent = 2, .alignment = PANGO_ALIGN_LEFT },
    { .indent = -1 },                    { .alignment = PANGO_ALIGN_CENTER },
    { .alignment = PANGO_ALIGN_RIGHT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (frames); k++)
        {
          int size = sizes[i] * PANGO_SCALE;
          RoadmapTextFrame frame = frames[k];

          frame.width = widths[j] < 0 ? -1 : widths[j] * size;
          frame.indent *= size;
          compare (fixture, text, size, &frame);
        }
}

static void
test_same_as_pango (Fixture       *fixture,
                    gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    compare_all (fixture, texts[i]);
  g_test_message ("%u of %u", fixture->n_known, fixture->n_asked);
  g_assert_cmpuint (fixture->n_known, >, fixture->n_asked * 2 / 3);
}

/* The wording of the repository's roadmaps. */
static void
test_wording (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const files[] = { "../data/roadmap.xml", "data/second.xml" };
  g_autoptr (GRegex) regex = g_regex_new (">([^<>\n&]+)<", 0, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, files[i], NULL);
      g_autofree char *content = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_regex_match (regex, content, 0, &match);
      for (guint n = 0; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
        {
          g_autofree char *text = g_match_info_fetch (match, 1);
          int size = sizes[n % G_N_ELEMENTS (sizes)] * PANGO_SCALE;
          RoadmapTextFrame narrow = { .width = 9.3 * size };
          RoadmapTextFrame wide = { .width = 25 * size };

          compare (fixture, text, size, &narrow);
          compare (fixture, text, size, &wide);
        }
    }
  g_test_message ("%u of %u", fixture->n_known, fixture->n_asked);
  g_assert_cmpuint (fixture->n_asked, >, 1000);
  g_assert_cmpuint (fixture->n_known, >, fixture->n_asked * 3 / 5);
}

/* What it does not know it does not guess. */
static void
test_not_simple (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const odd[] = {
    "", "\n", "一\n", "一\n\n二", "space ", "e\xcc\x81", "か\xe3\x82\x99", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xe0\xb8\xaa\xe0\xb8\xa7", "a\tb", "a\xe2\x80\x8b" "b", "efficient", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac",
  };
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (RoadmapKeptPiece));
  const RoadmapTextFrame frame = { .width = 4 * 10240 };
  RoadmapTextLines lines;

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_test_message ("%s", odd[i]);
      g_assert_false (roadmap_text_ruler_read (fixture->ruler, odd[i], kept, NULL, 10240));
    }
  /* A word without room. */
  g_assert_true (roadmap_text_ruler_read (fixture->ruler, "Transportation", kept, NULL, 10240));
  g_assert_false (roadmap_text_ruler_wrap (fixture->ruler, &frame, &lines));
}

/* A measure for paper and Pango say the same, whatever the style. */
static void
test_measure (Fixture       *fixture,
              gconstpointer  language)
{
  static const RoadmapTextFlags flags[] = {
    0, ROADMAP_TEXT_BOLD, ROADMAP_TEXT_EVEN, ROADMAP_TEXT_EVEN | ROADMAP_TEXT_BOLD, ROADMAP_TEXT_CENTRED, ROADMAP_TEXT_END,
    ROADMAP_TEXT_RUNNING, ROADMAP_TEXT_OPEN, ROADMAP_TEXT_STRUCK | ROADMAP_TEXT_EVEN, ROADMAP_TEXT_CUT, ROADMAP_TEXT_ITALIC,
  };
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (9.13, language);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (flags); k++)
        {
          RoadmapTextStyle style = { k % 2 ? ROADMAP_SIZE_BAR : ROADMAP_SIZE_TITLE, flags[k] };
          double width = widths[j] < 0 ? ROADMAP_UNWRAPPED : widths[j] * roadmap_measure_get_em (measure, style.size);
          g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, texts[i], style, width);
          double said_width, said_height;
          PangoRectangle logical;

          roadmap_layout_get_size (layout, &said_width, &said_height);
          pango_layout_get_extents (layout, NULL, &logical);
          g_test_message ("“%s” %g %x", texts[i], widths[j], flags[k]);
          g_assert_cmpint (said_height * PANGO_SCALE, ==, logical.y + logical.height);
          g_assert_cmpint (roadmap_layout_get_n_lines (layout), ==, pango_layout_get_line_count (layout));
          g_assert_cmpint (roadmap_layout_get_baseline (layout) * PANGO_SCALE, ==, pango_layout_get_baseline (layout));
          if (pango_layout_get_indent (layout) == 0)
            g_assert_cmpint (said_width * PANGO_SCALE, ==, logical.x + logical.width);
        }
}

/* The numbers of notes, smaller and raised, that stay with the last letter. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  language)
{
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (9.13, language);
  RoadmapTextStyle style = { ROADMAP_SIZE_BAR, ROADMAP_TEXT_EVEN };
  g_autofree char *one = roadmap_measure_dup_note_markup (measure, style.size, "１");
  g_autofree char *two = roadmap_measure_dup_note_markup (measure, style.size, "12");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        double width = widths[j] < 0 ? ROADMAP_UNWRAPPED : widths[j] * roadmap_measure_get_em (measure, style.size);
        g_autofree char *plain = g_markup_escape_text (texts[i], -1);
        g_autofree char *markup = g_strdup_printf ("%s<span allow_breaks=\"false\">末%s%s</span>", plain, one, two);
        g_autoptr (PangoLayout) layout = roadmap_measure_markup (measure, markup, style, width);
        double said_width, said_height;
        PangoRectangle logical;

        roadmap_layout_get_size (layout, &said_width, &said_height);
        pango_layout_get_extents (layout, NULL, &logical);
        g_test_message ("%s %g", markup, widths[j]);
        g_assert_cmpint (said_width * PANGO_SCALE, ==, logical.x + logical.width);
        g_assert_cmpint (said_height * PANGO_SCALE, ==, logical.y + logical.height);
        g_assert_cmpint (roadmap_layout_get_n_lines (layout), ==, pango_layout_get_line_count (layout));
      }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "same-as-pango", test_same_as_pango },
    { "wording", test_wording },
    { "not-simple", test_not_simple },
    { "measure", test_measure },
    { "notes", test_notes },
  };
  static const char *const languages[] = { "ja", "en" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *path = g_strdup_printf ("/text-ruler/%s/%s", tests[i].name, languages[j]);

        g_test_add (path, Fixture, languages[j], set_up, tests[i].run, tear_down);
      }
  return g_test_run ();
}
