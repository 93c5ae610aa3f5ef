/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html.h"
#include "export/html-markup.h"
#include "export/html-words.h"

#include <string.h>

#include "../chart/plan.h"
#include "../model/sample.h"

static char *
write_page (const RoadmapExportOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  g_assert_true (roadmap_html_write (options, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

static char *
write_roadmap (const char *text)
{
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autoptr (GDateTime) created = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);

  return write_page (&(RoadmapExportOptions) { .roadmap = roadmap, .created = created });
}

static void
assert_has (const char *page,
            const char *piece)
{
  if (strstr (page, piece) == NULL)
    g_error ("the page does not have “%s”", piece);
}

static void
assert_has_not (const char *page,
                const char *piece)
{
  if (strstr (page, piece) != NULL)
    g_error ("the page has “%s”", piece);
}

typedef struct
{
  const char *page;
  guint       n_texts;
} Search;

static void
find_text_cb (const RoadmapField *field,
              const char         *language,
              const char         *value,
              gpointer            user_data)
{
  Search *search = user_data;
  g_autofree char *escaped = NULL;

  if (!roadmap_field_is_text (field))
    return;
  escaped = field->type == ROADMAP_FIELD_MARKUP ? roadmap_html_from_markup (value) : roadmap_html_escape (value);
  assert_has (search->page, escaped);
  search->n_texts++;
}

/* Every wording stands there as it is, in every language. */
static void
test_wording (void)
{
  g_autoptr (Roadmap) roadmap = sample_parse (plan_text);
  g_autofree char *page = write_roadmap (plan_text);
  RoadmapItem *root = roadmap_get_root (roadmap);
  Search search = { page, 0 };

  for (RoadmapItem *item = root; item != NULL; item = roadmap_item_next (item, root))
    /* Heads and years of the printed table are none of the page; parts are named where something stands in them. */
    if (!roadmap_item_is (item, "heading") && !roadmap_item_is (item, "part") &&
        !(roadmap_item_is (item, "column") && !roadmap_item_is (roadmap_item_get_parent (item), "map")))
      roadmap_item_foreach_value (item, find_text_cb, &search);
  g_assert_cmpuint (search.n_texts, >, 40);
}

/* A page of an edition that was revised since must not pass for the roadmap as it is. */
static void
test_past (void)
{
  static const char later[] = "、その後の見直しを含まない";
  g_autoptr (Roadmap) roadmap = sample_parse ("roadmap r | edition=e | title=R\n"
                                               "  edition e | date=2020-06-18 | title=E\n");
  g_autofree char *now = write_page (&(RoadmapExportOptions) { .roadmap = roadmap });
  g_autofree char *past = NULL;

  assert_has_not (now, later);
  roadmap_set_past (roadmap);
  past = write_page (&(RoadmapExportOptions) { .roadmap = roadmap });
  assert_has (past, later);
}

/* Whatever a roadmap says, it is text. */
static void
test_hostile (void)
{
  static const char text[] =
    "roadmap r | title=</title><script>alert(1)</script>\n"
    "  status s.1 | colour=#1c71d8 | title=\"><img src=x onerror=alert(2)> | letter=<b>\n"
    "  category c.1 | label=\"onmouseover=alert(3) | title=&lt;&amp;'\n"
    "  narrative n | title=Words\n"
    "    paragraph n.1 | marker=<u> | text=See <link href=\"javascript:alert(4)\">this</link>, "
    "<link href=\"https://example.org/?a=1&amp;b='2'\">that</link> &lt;script&gt;\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=<!--\n"
    "    stage s | number=\"' | title=</style></script>\n"
    "      bar s.b | start=FY2020 | end=FY2020 | status=s.1 | title=]]></a>\n"
    "        followup s.f | date=2021-03-31 | author=<a href=x> | evidence=javascript:alert(5) | "
    "progress=<svg/onload=alert(6)>\n";
  static const char *const live[] = {
    "<script>alert", "<img",          "<svg",       "<b>\n", "</title><",         "href=\"javascript:",
    "<!--",          "\"onmouseover", "<a href=x>", "<u>",   "</style></script>",
  };
  g_autofree char *page = write_roadmap (text);

  for (gsize i = 0; i < G_N_ELEMENTS (live); i++)
    assert_has_not (page, live[i]);
  assert_has (page, "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  assert_has (page, "href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\"");
  assert_has (page, "&lt;script&gt;</p>");
  assert_has (page, "javascript:alert(5)");
}

static void
test_escape (void)
{
  g_autofree char *escaped = roadmap_html_escape ("a<b>&\"'\r\n\t\x01\x7f\xc2\x85\xef\xbf\xbfé");

  g_assert_cmpstr (escaped, ==, "a&lt;b&gt;&amp;&quot;&#39;&#13;\n\t\uFFFD\uFFFD\uFFFD\uFFFDé");
}

static gboolean
is_wanted_cb (RoadmapItem *item,
              gpointer     wanted)
{
  return roadmap_item_is_within (item, wanted) || roadmap_item_is_within (wanted, item);
}

/* What is left out is not there, and no link leads to it. */
static void
test_filtered (void)
{
  static const char text[] =
    "roadmap r | title=R\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=C\n"
    "    stage a | title=A\n"
    "      bar a.1 | start=FY2020 | end=FY2020 | title=First\n"
    "    stage b | title=B\n"
    "      bar b.1 | start=FY2021 | end=FY2021 | after=a.1 | title=Second\n";
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  RoadmapExportOptions options = { .roadmap = roadmap,
                                   .show = is_wanted_cb,
                                   .show_data = roadmap_lookup (roadmap, "b.1") };
  g_autofree char *whole = write_roadmap (text);
  g_autofree char *page = write_page (&options);

  assert_has (whole, "href=\"#a.1\"");
  assert_has (whole, "id=\"a.1\"");
  assert_has (page, "id=\"b.1\"");
  assert_has_not (page, "id=\"a.1\"");
  assert_has_not (page, "href=\"#a.1\"");
  assert_has_not (page, "id=\"a\"");
}

/* A page in a language the roadmap has begins in it; all others are there as well. */
static void
test_languages (void)
{
  static const char text[] =
    "roadmap r | title=工程表 | title@en=Roadmap\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=表 | title@en=Chart\n"
    "    stage a | title=IRB | title@en=IRB\n"
    "      bar a.1 | start=FY2020-Q1 | end=FY2020-Q3 | title=改正 | title@en=Amendment\n";
  g_autoptr (Roadmap) roadmap = sample_parse (text);
  g_autofree char *page = write_page (&(RoadmapExportOptions) { .roadmap = roadmap, .language = "en" });
  g_autofree char *single = write_roadmap ("roadmap r | title=R\n");

  assert_has (page, "<html lang=\"en\" data-l=\"1\">");
  assert_has (page, "<title>Roadmap</title>");
  assert_has (page, "class=\"r1\" checked>");
  assert_has (page, "<span class=\"w l0\" lang=\"ja\">改正</span><span class=\"w l1\" lang=\"en\">Amendment</span>");
  assert_has (page, "令和2年度第1四半期から令和2年度第3四半期<span class=\"west\">（2020年4月～2020年12月）</span>");
  assert_has (page, "FY2020 Q1 to FY2020 Q3 <span class=\"west\">(April 2020 – December 2020)</span>");
  assert_has_not (single, "class=\"r0\"");
}

/* What an amendment changed says so, and what it said before. */
static void
test_amended (void)
{
  static const char text[] =
    "roadmap r | edition=e | title=R\n"
    "  edition e | date=2020-06-18 | title=令和2年\n"
    "  edition f | date=2022-03-25 | title=令和4年\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=C\n"
    "    stage a | title=A\n"
    "      bar a.1 | start=FY2020 | end=FY2020 | title=改めた\n"
    "        former a.1.f | field=title | until=f | text=元の\n"
    "      bar a.2 | edition=f | start=FY2020 | end=FY2020 | title=加えた\n"
    "      bar a.3 | origin=editor | start=FY2020 | end=FY2020 | title=仮の\n";
  g_autofree char *page = write_roadmap (text);

  assert_has (page, "令和4年3月25日一部見直し");
  assert_has (page, "令和4年3月25日の見直し前 · 表題");
  assert_has (page, "<p class=\"v\" lang=\"ja\">元の</p>");
  assert_has (page, "令和4年3月25日追加");
  assert_has (page, "編集者による追加");
}

/* Records of progress stand with their item, the newest first, and what is repeated with both. */
static void
test_followups (void)
{
  static const char text[] =
    "roadmap r | title=R\n"
    "  status s.1 | colour=#1c71d8 | pattern=hatched | title=実施中 | letter=実\n"
    "  chart c | calendar=fiscal | start=FY2020 | end=FY2021 | title=C\n"
    "    stage a | title=A\n"
    "      bar a.1 | start=FY2020 | end=FY2020 | status=s.1 | title=帯\n"
    "        followup a.1.1 | date=2020-10-01 | progress=古い記録\n"
    "        followup a.1.2 | date=2021-03-31 | year=FY2020 | status=s.1 | author=山田 | "
    "evidence=https://example.org/a | meeting=第15回 | progress=新しい記録 | plan=次\n"
    "      bar a.2 | start=FY2021 | end=FY2021 | title=別の帯\n"
    "        followup a.2.1 | date=2021-04-01 | repeats=a.1.2\n";
  g_autofree char *page = write_roadmap (text);
  const char *article = strstr (page, "<article id=\"a.1\"");
  const char *other = strstr (page, "<article id=\"a.2\"");

  assert_has (page, "class=\"bar hatched\"");
  g_assert_true (strstr (article, "新しい記録") < strstr (article, "古い記録"));
  assert_has (article, "令和3年3月31日（2021年）");
  assert_has (article, "<a href=\"https://example.org/a\" rel=\"noopener noreferrer\">");
  assert_has (article, "山田");
  assert_has (other, "新しい記録");
  assert_has (other, "<a href=\"#a.1\">");
}

/* A roadmap with nothing in it is a page as well, without parts that would be empty. */
static void
test_empty (void)
{
  g_autofree char *page = write_roadmap ("roadmap r | title=R\n");

  assert_has (page, "id=\"ui:overview\"");
  assert_has_not (page, "ui:timeline");
  assert_has_not (page, "ui:details");
  assert_has_not (page, "ui:map");
}

/* The page forbids everything but its own script, by that script's checksum. */
static void
test_policy (void)
{
  g_autofree char *page = write_roadmap (plan_text);
  char *script = strstr (page, "<script>") + strlen ("<script>");
  char *end = strstr (script, "</script>");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *hash = NULL;
  g_autofree char *policy = NULL;

  g_checksum_update (checksum, (const guint8 *) script, end - script);
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);
  policy = g_strdup_printf (
    "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'; base-uri 'none'; "
    "form-action 'none'\"",
    hash);
  assert_has (page, policy);
  g_assert_null (strstr (end + 1, "<script"));
}

/* All that the schema has a name for has one in Japanese. */
static void
test_words (void)
{
  for (const RoadmapKind *kind = roadmap_schema_get_kinds (); kind->name != NULL; kind++)
    {
      g_assert_cmpstr (roadmap_html_word (kind->label, "ja"), !=, kind->label);
      g_assert_cmpstr (roadmap_html_word (kind->label, "fr"), ==, kind->label);
      for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
        g_assert_cmpstr (roadmap_html_word (field->label, "ja"), !=, field->label);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/wording", test_wording);
  g_test_add_func ("/html/past", test_past);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/escape", test_escape);
  g_test_add_func ("/html/filtered", test_filtered);
  g_test_add_func ("/html/languages", test_languages);
  g_test_add_func ("/html/amended", test_amended);
  g_test_add_func ("/html/followups", test_followups);
  g_test_add_func ("/html/empty", test_empty);
  g_test_add_func ("/html/policy", test_policy);
  g_test_add_func ("/html/words", test_words);
  return g_test_run ();
}
