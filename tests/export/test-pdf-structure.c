/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What a reader finds in a PDF beside the pages: language, bookmarks, labels, links, and what the texts are. */

#include "config.h"

#include "pdf-fixture.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "../chart/plan.h"
#include "../model/sample.h"
#include "export/pdf.h"

/* The objects of the pages, as "3 0 R". */
static char **
list_pages (GBytes *pdf)
{
  g_autofree char *pages = pdf_run (pdf, "qpdf --show-pages FILE");
  g_auto (GStrv) lines = g_strsplit (pages, "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    if (g_regex_match_simple ("^page [0-9]+: ", *line, 0, 0))
      g_strv_builder_add (builder, strchr (*line, ':') + 2);
  return g_strv_builder_end (builder);
}

/* Everything in the file that @pattern finds, as its first group. */
static char **
find_all (GBytes     *pdf,
          const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW | G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GMatchInfo) info = NULL;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_regex_match_full (regex, data, size, 0, 0, &info, NULL);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *group = g_match_info_fetch (info, 1);

      g_strv_builder_add (builder, group);
    }
  return g_strv_builder_end (builder);
}

static void
assert_whole (GBytes *pdf)
{
  g_autofree char *report = pdf_run (pdf, "qpdf --check FILE");

  g_assert_nonnull (strstr (report, "No syntax or stream encoding errors found"));
  g_assert_null (strstr (report, "WARNING"));
}

static void
test_catalog (void)
{
  static const char *const languages[] = { "ja", "en" };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = pdf_create (roadmap, languages[i]);
      g_autofree char *entry = g_strdup_printf ("   /Lang (%s)\n", languages[i]);
      g_autofree char *metadata = pdf_run (pdf, "pdfinfo -meta FILE");
      g_autofree char *language = g_strdup_printf ("<dc:language><rdf:Bag><rdf:li>%s</rdf:li>", languages[i]);

      assert_whole (pdf);
      g_assert_cmpuint (pdf_count (pdf, entry), ==, 1);
      g_assert_cmpuint (pdf_count (pdf, "/DisplayDocTitle true"), ==, 1);
      g_assert_nonnull (strstr (metadata, language));
      g_assert_nonnull (strstr (metadata, i == 0 ? ">工程表<" : ">Roadmap<"));
      g_assert_nonnull (strstr (metadata, "<xmp:CreateDate>2026-01-02T03:04:05Z<"));
    }
}

/* A bookmark for each, on its page, at its height. */
static void
test_bookmarks (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  g_autoptr (GBytes) pdf = pdf_write (pages);
  g_auto (GStrv) objects = list_pages (pdf);
  g_auto (GStrv) ends = find_all (pdf, "^   /Dest \\[([^]]*)\\]$");
  double height = roadmap_pages_get_paper (pages)->height;

  g_assert_cmpuint (g_strv_length (objects), ==, 2);
  g_assert_cmpuint (g_strv_length (ends), ==, roadmap_pages_get_n_bookmarks (pages));
  g_assert_cmpuint (pdf_count (pdf, "/Type /Outlines"), ==, 1);
  g_assert_cmpuint (pdf_count (pdf, "/PageMode /UseOutlines"), ==, 1);
  g_assert_cmpuint (pdf_count (pdf, "/PageLabels"), ==, 2); /* and once more in the catalog that is appended */
  for (guint i = 0; ends[i] != NULL; i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);
      g_auto (GStrv) words = g_strsplit (ends[i], " /XYZ ", 2);
      g_auto (GStrv) numbers = g_strsplit (words[1], " ", -1);

      g_test_message ("%s: %s", bookmark->text, ends[i]);
      g_assert_cmpstr (words[0], ==, objects[bookmark->page]);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (numbers[1], NULL), height - floor (bookmark->y), 0.01);
    }
}

/* In the order of reading; what stands on every page is left out. */
static void
test_structure (void)
{
  static const char *const order[] = {
    "Document", "ロードブロック解消のための工程表", "IRB", "医学研究等に係る倫理指針の改正", "改正指針のガイダンス作成", "以前の工程表",
    "試作機の開発",
  };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) pdf = pdf_create (roadmap, "ja");
  g_autofree char *structure = pdf_run (pdf, "pdfinfo -struct-text FILE");
  g_autofree char *properties = pdf_run (pdf, "pdfinfo FILE");
  const char *rest = structure;

  g_assert_true (g_str_has_prefix (structure, "Document\n"));
  g_assert_nonnull (strstr (properties, "Tagged:          yes\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_test_message ("%s", order[i]);
      rest = strstr (rest, order[i]);
      g_assert_nonnull (rest);
    }
}

static RoadmapShape
create_text (PangoLayout *layout,
             RoadmapTag   tag,
             double       x,
             double       y)
{
  return (RoadmapShape) {
    .form = ROADMAP_FORM_TEXT, .layout = layout, .tag = tag, .rect = { x, y, 40, 10 },
  };
}

/* Two rows of cells are a table with two rows; an artifact is no element. */
static void
test_tags (void)
{
  static const struct
  {
    RoadmapTag  tag;
    const char *text;
    double      x, y;
  } texts[] = {
    { ROADMAP_TAG_TITLE, "title", 40, 500 },      { ROADMAP_TAG_HEADING, "heading", 40, 510 },
    { ROADMAP_TAG_SUBHEADING, "sub", 40, 520 },   { ROADMAP_TAG_HEAD_CELL, "one", 40, 530 },
    { ROADMAP_TAG_HEAD_CELL, "two", 80, 530 },    { ROADMAP_TAG_CELL, "three", 40, 540 },
    { ROADMAP_TAG_CELL, "four", 80, 540 },        { ROADMAP_TAG_NOTE, "note", 40, 550 },
    { ROADMAP_TAG_PARAGRAPH, "words", 40, 560 },  { ROADMAP_TAG_ARTIFACT, "artifact", 40, 570 },
  };
  static const char expected[] = "  H1 (block)\n    \"title\"\n"
                                 "  H2 (block)\n    \"heading\"\n"
                                 "  H3 (block)\n    \"sub\"\n"
                                 "  Table (block)\n"
                                 "    TR\n      TH\n        \"one\"\n      TH\n        \"two\"\n"
                                 "    TR\n      TD\n        \"three\"\n      TD\n        \"four\"\n"
                                 "  Note (inline)\n    \"note\"\n"
                                 "  P (block)\n    \"words\"\n";
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (8, "en");
  RoadmapScene *scene = roadmap_pages_get_scene (pages, 0);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, texts[i].text, (RoadmapTextStyle) { ROADMAP_SIZE_BODY },
                                                             ROADMAP_UNWRAPPED);
      RoadmapShape shape = create_text (layout, texts[i].tag, texts[i].x, texts[i].y);

      roadmap_scene_add (scene, &shape);
    }
  pdf = pdf_write (pages);
  assert_whole (pdf);
  structure = pdf_run (pdf, "pdfinfo -struct-text FILE");
  if (strstr (structure, expected) == NULL)
    g_error ("%s", structure);
  g_assert_null (strstr (structure, "artifact"));
}

/* The pieces of a text are one element, another text is one of its own. */
static void
test_pieces (void)
{
  static const RoadmapTextStyle style = { ROADMAP_SIZE_BODY };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (8, "en");
  RoadmapScene *scene = roadmap_pages_get_scene (pages, 0);
  g_autoptr (PangoLayout) layout = roadmap_measure_text (measure, "upper\nlower", style, ROADMAP_UNWRAPPED);
  g_autoptr (PangoLayout) other = roadmap_measure_text (measure, "12", style, ROADMAP_UNWRAPPED);
  RoadmapShape upper = create_text (layout, ROADMAP_TAG_PARAGRAPH, 40, 500);
  RoadmapShape lower = create_text (layout, ROADMAP_TAG_PARAGRAPH, 40, 510);
  RoadmapShape number = create_text (other, ROADMAP_TAG_PARAGRAPH, 80, 510);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *structure = NULL;

  upper.n_lines = lower.n_lines = 1;
  lower.first_line = 1;
  roadmap_scene_add (scene, &upper);
  roadmap_scene_add (scene, &lower);
  roadmap_scene_add (scene, &number);
  pdf = pdf_write (pages);
  structure = pdf_run (pdf, "pdfinfo -struct-text FILE");
  g_assert_true (g_regex_match_simple ("P \\(block\\)\n +\"upper\\s*lower\"\n +P \\(block\\)\n +\"12\"\n", structure, 0, 0));
}

/* Forwards, backwards, to the same page, and out; nothing leads to what is not on paper. */
static void
test_links (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (RoadmapPages) pages = pdf_create_pages (roadmap, "ja");
  static const struct
  {
    guint       page;
    const char *target;
  } links[] = {
    { 0, "#care.robots.1" }, { 0, "#care.plans.2" },   { 0, "#irb.2" },
    { 0, "#nothing" },       { 0, "#ed" },             { 0, "https://example.org/it's(a\\b) ü?q=1" },
    { 1, "#irb.1" },         { 1, "#care.robots.2" },  { 1, "mailto:a@example.org" },
  };
  const RoadmapRect rect = { 100.5, 20.25, 30.5, 10 };
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) objects = NULL, direct = NULL, named = NULL, ends = NULL;
  g_autofree char *addresses = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    roadmap_scene_add_link (roadmap_pages_get_scene (pages, links[i].page), rect, links[i].target);
  pdf = pdf_write (pages);
  assert_whole (pdf);
  objects = list_pages (pdf);

  /* Two forwards, by name. */
  named = find_all (pdf, "/StructParent [0-9]+\n(?:[^>]*\n)*?   /Dest \\((end[0-9]+)\\)");
  ends = find_all (pdf, "^   \\(end[0-9]+\\) \\[([0-9]+ 0 R) ");
  g_assert_cmpuint (g_strv_length (named), ==, 2);
  g_assert_cmpuint (g_strv_length (ends), ==, 2);
  g_assert_cmpstr (ends[0], ==, objects[1]);
  g_assert_cmpstr (ends[1], ==, objects[1]);

  /* And three, by their pages: the links come before the bookmarks in the file. */
  direct = find_all (pdf, "/StructParent [0-9]+\n(?:[^>]*\n)*?   /Dest \\[([0-9]+ 0 R) ");
  g_assert_cmpuint (g_strv_length (direct), ==, 3);
  g_assert_cmpstr (direct[0], ==, objects[0]);
  g_assert_cmpstr (direct[1], ==, objects[0]);
  g_assert_cmpstr (direct[2], ==, objects[1]);

  addresses = pdf_run (pdf, "pdfinfo -url FILE");
  g_assert_nonnull (strstr (addresses, " https://example.org/it%27s%28a%5Cb%29%20%C3%BC?q=1\n"));
  g_assert_nonnull (strstr (addresses, " mailto:a@example.org\n"));
  g_assert_cmpuint (pdf_count (pdf, "/Subtype /Link"), ==, 7);
}

/* With so many pages there is an element for many texts; every text is in one. */
static void
test_many_pages (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GPtrArray) two = plan_list (roadmap, "stages earlier");
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  RoadmapPagesOptions options = { .roadmap = roadmap, .charts = charts, .language = "ja" };
  g_autoptr (RoadmapPages) few = pdf_create_pages (roadmap, "ja");
  g_autoptr (RoadmapPages) many = NULL;
  g_autoptr (GBytes) few_pdf = pdf_write (few);
  g_autoptr (GBytes) many_pdf = NULL;
  g_autofree char *structure = NULL;
  guint times = 101;

  for (guint i = 0; i < times; i++)
    g_ptr_array_extend (charts, two, NULL, NULL);
  g_assert_true (roadmap_paper_find ("a4", TRUE, &options.paper));
  many = roadmap_pages_new (&options);
  g_assert_cmpuint (roadmap_pages_get_n_pages (many), ==, 2 * times);
  many_pdf = pdf_write (many);
  assert_whole (many_pdf);
  g_assert_cmpuint (pdf_count (many_pdf, "/S /P\n") * 3, <, pdf_count (few_pdf, "/S /P\n") * times);
  structure = pdf_run (many_pdf, "pdfinfo -struct-text FILE");
  g_assert_nonnull (strstr (structure, "改正指針のガイダンス作成"));
  g_assert_cmpuint (roadmap_pages_get_n_bookmarks (many), ==, roadmap_pages_get_n_bookmarks (few) * times);
}

/* Where numbers are written with a comma, cairo 1.16 reads them so, too. */
static void
test_decimal_comma (void)
{
  g_autofree char *folder = g_dir_make_tmp ("koteihyo-locale-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *const localedef[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", path, NULL };
  const char *const rm[] = { "rm", "-r", folder, NULL };
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autoptr (GBytes) before = pdf_create (roadmap, "ja");
  g_autoptr (GBytes) after = NULL;
  g_autofree char *comma = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) localedef, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  g_setenv ("LOCPATH", folder, TRUE);
  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  comma = g_strdup_printf ("%.1f", 0.5);
  g_assert_cmpstr (comma, ==, "0,5");
  after = pdf_create (roadmap, "ja");
  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");
  g_spawn_sync (NULL, (char **) rm, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-structure/catalog", test_catalog);
  g_test_add_func ("/pdf-structure/bookmarks", test_bookmarks);
  g_test_add_func ("/pdf-structure/structure", test_structure);
  g_test_add_func ("/pdf-structure/tags", test_tags);
  g_test_add_func ("/pdf-structure/pieces", test_pieces);
  g_test_add_func ("/pdf-structure/links", test_links);
  g_test_add_func ("/pdf-structure/many-pages", test_many_pages);
  g_test_add_func ("/pdf-structure/decimal-comma", test_decimal_comma);
  return g_test_run ();
}
