/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What is read from a file, and what is said about files that cannot be. */

#include <string.h>

#include "document/reader.h"
#include "document/xml.h"
#include "fixture.h"

static void
assert_dump (const char *body,
             const char *expected)
{
  g_autofree char *text = fixture_wrap (body);
  g_autofree char *wanted = g_strconcat ("roadmap r in ja\n  title=R\n", expected, NULL);
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autofree char *dump = fixture_dump (roadmap);

  fixture_assert_text (body, dump, -1, wanted, -1);
}

static void
test_values (void)
{
  static const struct { const char *body, *expected; } samples[] = {
    /* text is what a parser makes of it */
    { "<part id='p'><title>a &lt;b&gt; &amp; <![CDATA[<c>&amp;]]>&#x3042;</title></part>",
      "part p in r\n  title=a <b> & <c>&amp;\\343\\201\\202\n" },
    { "<part id='p'><title>a<!-- not this -->b<?nor this?>c</title></part>", "part p in r\n  title=abc\n" },
    { "<part id='p'><title>\n  a\r\nb&#13;\n</title></part>", "part p in r\n  title=\\n  a\\nb\\r\\n\n" },
    { "<part id='p'><title/></part>", "part p in r\n  title=\n" },
    /* markup is what stands there */
    { "<remark id='m'><text>plain</text></remark>", "remark m in r\n  text=plain\n" },
    { "<narrative id='n'><title>N</title><paragraph id='p'><text>a\r\n"
      "<ref to=\"m\">1</ref> &lt;<!-- c --></text></paragraph>"
      "</narrative>",
      "narrative n in r\n  title=N\nparagraph p in n\n  text=a\\n<ref to=\\\"m\\\">1</ref> &lt;<!-- c -->\n" },
    /* languages */
    { "<part id='p'><title xml:lang='en'>E</title><title>J</title><title xml:lang='fr'>F</title></part>",
      "part p in r\n  title=J\n  title@en=E\n  title@fr=F\n" },
    { "<part id='p'><title xml:lang='JA'>J</title><heading xml:lang=''>H</heading></part>",
      "part p in r\n  title=J\n  heading=H\n" },
    /* attributes */
    { "<part page='1&#9;&amp;2' id='p' x='?' y:page='3' xmlns:y='urn:y' title='no'><title>P</title></part>",
      "part p in r\n  page=1\\t&2\n  title=P\n" },
    /* what is not ours is passed over */
    { "<part id='p'><title>P</title><heading xmlns=''>no</heading><later>no</later><stage id='s'/></part>",
      "part p in r\n  title=P\n" },
    { "<x:part xmlns:x='urn:x' id='p'/><x:remark xmlns:x='https://koteihyo.org/ns/roadmap' id='m'><x:text>T</x:text>"
      "</x:remark>",
      "remark m in r\n  text=T\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    assert_dump (samples[i].body, samples[i].expected);
}

static void
test_lines (void)
{
  g_autofree char *text = fixture_wrap ("<!--\n-->\n<part\n  id='p'><title>P</title>\n"
                                        "  <remark id='m'><text/></remark></part>");
  g_autoptr (Roadmap) roadmap = fixture_read (text);

  g_assert_cmpuint (roadmap_item_get_line (roadmap_get_root (roadmap)), ==, 2);
  g_assert_cmpuint (roadmap_item_get_line (roadmap_lookup (roadmap, "p")), ==, 6);
  g_assert_cmpuint (roadmap_item_get_line (roadmap_lookup (roadmap, "m")), ==, 8);
}

typedef struct
{
  const char  *text;
  RoadmapError code;
  const char  *message; /* behind "bad.xml:"; what libxml2 says is in its words, and * here */
} Bad;

static void
assert_bad (const char   *text,
            gsize         size,
            RoadmapError  code,
            const char   *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size);
  g_autofree char *expected = g_strconcat ("bad.xml:", message, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = roadmap_read (bytes, "bad.xml", &error);

  g_assert_null (roadmap);
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (!g_pattern_match_simple (expected, error->message))
    g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, ROADMAP_ERROR, (int) code);
}

#define HEAD "<roadmap xmlns='https://koteihyo.org/ns/roadmap' "

static void
test_bad_files (void)
{
  static const Bad bad[] = {
    /* not XML */
    { "", ROADMAP_ERROR_SYNTAX, "1: the file is empty; open another one, or a backup of it" },
    { " \n\t", ROADMAP_ERROR_SYNTAX, "1: the file is empty; open another one, or a backup of it" },
    { "Roadmap\n", ROADMAP_ERROR_SYNTAX, "1: this is not an XML file; choose a roadmap, which begins with <?xml" },
    { "<a>\n<b>\n</a>\n", ROADMAP_ERROR_SYNTAX,
      "3: this is not well-formed XML (*); correct it, or open a backup of the file" },
    { "<a>\n<b", ROADMAP_ERROR_SYNTAX,
      "2: the file ends too early (*); it was cut off: get it again, or open a backup" },
    { "<a>\n<b>text", ROADMAP_ERROR_SYNTAX,
      "2: the file ends too early (*); it was cut off: get it again, or open a backup" },
    { "<a>\n&nbsp;</a>", ROADMAP_ERROR_SYNTAX,
      "2: this is not well-formed XML (*); correct it, or open a backup of the file" },
    { "<a>\n<x:b/></a>", ROADMAP_ERROR_SYNTAX,
      "2: this is not well-formed XML (*); correct it, or open a backup of the file" },
    { "<a b='1' b='2'/>", ROADMAP_ERROR_SYNTAX,
      "1: this is not well-formed XML (*); correct it, or open a backup of the file" },
    { "<a>\n\x01</a>", ROADMAP_ERROR_SYNTAX,
      "2: this is not well-formed XML (*); correct it, or open a backup of the file" },
    /* libxml2 quotes fifty bytes, which end in the middle of a character */
    { "<a><![CDATA[字字字字字字字字字字字字字字字字字字字字", ROADMAP_ERROR_SYNTAX,
      "1: the file ends too early (*); it was cut off: get it again, or open a backup" },
    /* doors to elsewhere */
    { "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>", ROADMAP_ERROR_SYNTAX,
      "2: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
    { "<!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>", ROADMAP_ERROR_SYNTAX,
      "1: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
    { "<!DOCTYPE a [<!ENTITY x '0123456789'><!ENTITY y '&x;&x;&x;&x;'><!ENTITY z '&y;&y;&y;&y;'>]><a>&z;</a>",
      ROADMAP_ERROR_SYNTAX, "1: a roadmap must not have a <!DOCTYPE> declaration; remove it" },
    /* encodings */
    { "<a>\n\x83\x65</a>", ROADMAP_ERROR_SYNTAX,
      "2: this line is not in UTF-8, as the file should be; save it as UTF-8 and open it again" },
    { "<?xml version='1.0' encoding='EUC-JP'?><a>\xa4</a>", ROADMAP_ERROR_SYNTAX,
      "1: the file is not in “EUC-JP”, the encoding it names; save it as UTF-8 and open it again" },
    { "<?xml version='1.0' encoding='utf-16'?><a/>", ROADMAP_ERROR_SYNTAX,
      "1: the file is not in “utf-16”, the encoding it names; save it as UTF-8 and open it again" },
    { "<?xml version='1.0' encoding='klingon'?><a/>", ROADMAP_ERROR_SYNTAX,
      "1: the file is not in “klingon”, the encoding it names; save it as UTF-8 and open it again" },
    /* not a roadmap */
    { "<html/>", ROADMAP_ERROR_FORMAT,
      "1: this is XML but not a roadmap, which begins with <roadmap xmlns=\"https://koteihyo.org/ns/roadmap\">; choose "
      "another file" },
    { "\n<roadmap version='1' xml:lang='ja' id='r'/>", ROADMAP_ERROR_FORMAT,
      "2: this is XML but not a roadmap, which begins with <roadmap xmlns=\"https://koteihyo.org/ns/roadmap\">; choose "
      "another file" },
    { "<roadmap xmlns='https://koteihyo.org/ns/other'/>", ROADMAP_ERROR_FORMAT,
      "1: this is XML but not a roadmap, which begins with <roadmap xmlns=\"https://koteihyo.org/ns/roadmap\">; choose "
      "another file" },
    { HEAD "xml:lang='ja' id='r'/>", ROADMAP_ERROR_FORMAT,
      "1: the <roadmap> does not say which version of the format it has; add version=\"1\"" },
    { HEAD "version='2' xml:lang='ja' id='r'/>", ROADMAP_ERROR_FORMAT,
      "1: the file was made by a newer version of this program; update the program to open it" },
    { HEAD "version='1.1' xml:lang='ja' id='r'/>", ROADMAP_ERROR_FORMAT,
      "1: the file was made by a newer version of this program; update the program to open it" },
    { HEAD "version='one' xml:lang='ja' id='r'/>", ROADMAP_ERROR_FORMAT,
      "1: this version of the format is not known; the <roadmap> must have version=\"1\"" },
    { HEAD "version='1' id='r'/>", ROADMAP_ERROR_FORMAT,
      "1: the <roadmap> does not say which language it is written in; add for example xml:lang=\"ja\"" },
    { HEAD "version='1' xml:lang='ja'><title/></roadmap>", ROADMAP_ERROR_INVALID,
      "1: this <roadmap> has no id; give it one that no other element has" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_bad (bad[i].text, strlen (bad[i].text), bad[i].code, bad[i].message);

  assert_bad ("<a>\n\n\0</a>", 10, ROADMAP_ERROR_SYNTAX,
              "3: there is a NUL byte, so this is no XML or damaged; open another file, or a backup");
}

/* The first line of the body is the fourth of the file. */
static void
test_bad_roadmaps (void)
{
#define CHART "<chart id='c' calendar='fiscal' start='FY2020' end='FY2023'><title/>\n<stage id='s'><title/>\n"
#define CHART_END "</stage></chart>"
  static const struct { const char *body, *message; } bad[] = {
    { "\n<part><title/></part>", "5: this <part> has no id; give it one that no other element has" },
    { "<part id=''><title/></part>",
      "4: “” cannot be an id; it must begin with a letter and have only the letters a to z, digits, dots, hyphens and "
      "underscores" },
    { "<part id='第1部'><title/></part>",
      "4: “第1部” cannot be an id; it must begin with a letter and have only the letters a to z, digits, dots, hyphens "
      "and "
      "underscores" },
    { "<part id='p'><title/></part>\n<part id='p'><title/></part>",
      "5: the id “p” is used twice; give one of the two items another id" },
    { "<part id='r'><title/></part>", "4: the id “r” is used twice; give one of the two items another id" },
    { "<part id='p'>\n<title>a</title>\n<title>b</title></part>",
      "6: “p” has a second <title> in the language “ja”; remove one of them, or correct its xml:lang" },
    { "<part id='p'><title/><title xml:lang='en'>a</title>\n<title xml:lang='en'>b</title></part>",
      "5: “p” has a second <title> in the language “en”; remove one of them, or correct its xml:lang" },
    { "\n<part id='p'/>", "5: the part “p” has no “title”; add one" },
    { "<part id='p'><title xml:lang='en'>P</title></part>", "4: the part “p” has no “title”; add one" },
    { "<edition id='e'><title/></edition>", "4: the edition “e” has no “date”; add one" },
    { "<edition id='e' date='2020-2-30'><title/></edition>",
      "4: “date” cannot be “2020-2-30”; it must be a date such as 2020-06-18" },
    { "<edition id='e' date='2021-02-29'><title/></edition>",
      "4: “date” cannot be “2021-02-29”; it must be a date such as 2020-06-18" },
    { "<part id='p' edition='none'><title/></part>",
      "4: “edition” of “p” leads to “none”, which does not exist; correct the id or remove it" },
    { "<part id='p' edition='p'><title/></part>",
      "4: “edition” of “p” leads to “p”, which is of the kind part; it must lead to: edition" },
    { CHART "\n<bar id='b' start='FY2021' end='FY2020'><title/></bar>" CHART_END,
      "7: “b” ends (FY2020) before it starts (FY2021); exchange the two or correct one" },
    { CHART "<bar id='b' start='FY2021' end='2021-13'><title/></bar>" CHART_END,
      "6: “end” cannot be “2021-13”; it must be a year, quarter or month such as FY2020, FY2020-Q3, 2020-Q1 or "
      "2020-08" },
    { CHART "<bar id='b' start='FY2021' end='FY2021' status='started'><title/></bar>" CHART_END,
      "6: “status” of “b” leads to “started”, which does not exist; correct the id or remove it" },
    { CHART "<bar id='b' start='FY2021' end='FY2021' open='yes'><title/></bar>" CHART_END,
      "6: “open” cannot be “yes”; it must be “true” or “false”" },
    { CHART "<bar id='b' start='FY2021' end='FY2021' basis='guess'><title/></bar>" CHART_END,
      "6: “basis” cannot be “guess”; it must be one of: stated inferred confirmed" },
    { "<remark id='m'>\n<text/></remark><narrative id='n'><title/><paragraph id='p'>\n"
      "<text>a <b>b</b></text></paragraph></narrative>",
      "6: “text” cannot be “a <b>b</b>”; it must be text with complete <ref> and <link> tags and nothing else" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = fixture_wrap (bad[i].body);

      assert_bad (text, strlen (text), ROADMAP_ERROR_INVALID, bad[i].message);
    }
}

/* In attributes too the characters stand that are meant, however they are written. */
static void
test_references (void)
{
  g_autofree char *text = fixture_wrap ("<part id='p' page='1 &amp; 2 &lt;&#x65e5;&#26412;&quot;\n3'>"
                                        "<title>&lt;a&gt; &amp;&#x65e5;<![CDATA[&amp;]]></title></part>");
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  RoadmapItem *part = roadmap_lookup (roadmap, "p");

  g_assert_cmpstr (roadmap_item_get (part, "page"), ==, "1 & 2 <日本\" 3");
  g_assert_cmpstr (roadmap_item_get (part, "title"), ==, "<a> &日&amp;");
}

/* What could be read but not saved again is not read. */
static void
test_long_text (void)
{
  g_autofree char *title = g_strnfill (10 * 1000 * 1000 + 1, 'a');
  g_autofree char *part = g_strdup_printf ("<part id='p'>\n<title>%s</title></part>", title);
  g_autofree char *text = fixture_wrap (part);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  assert_bad (text, strlen (text), ROADMAP_ERROR_SYNTAX, "5: the text that ends here is too long for a roadmap; shorten it");
  g_assert_null (roadmap_xml_parse (bytes, "test.xml", &error));
}

/* A file that is cut off anywhere is refused with one sentence, or is still complete. */
static void
test_cut (void)
{
  g_autofree char *text = fixture_wrap ("  <part id=\"p\" page='1'>\n"
                                        "    <title>日本 &amp; <![CDATA[x]]></title><!-- c --></part>\n");
  const gsize size = strlen (text);

  for (gsize length = 0; length <= size; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (text, length), length);
      g_autoptr (GError) error = NULL;
      g_autoptr (Roadmap) roadmap = roadmap_read (bytes, "cut.xml", &error);

      g_assert_cmpint (roadmap != NULL, ==, length >= size - 1);
      g_assert_cmpint (error == NULL, ==, roadmap != NULL);
      g_assert_true (error == NULL || g_str_has_prefix (error->message, "cut.xml:"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/values", test_values);
  g_test_add_func ("/reader/lines", test_lines);
  g_test_add_func ("/reader/bad-files", test_bad_files);
  g_test_add_func ("/reader/bad-roadmaps", test_bad_roadmaps);
  g_test_add_func ("/reader/references", test_references);
  g_test_add_func ("/reader/long-text", test_long_text);
  g_test_add_func ("/reader/cut", test_cut);
  return g_test_run ();
}
