/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/markup.h"

static void
test_text (void)
{
  static const struct
  {
    const char *markup;
    const char *text; /* NULL: refused */
  } rows[] = {
    { "", "" },
    { "とりまとめた<ref to=\"footnote-1\">1</ref>。", "とりまとめた1。" },
    { "<link href=\"https://www.example.org/?a&amp;b\">a &amp; b</link>", "a & b" },
    { "データの利活用が不\n可欠である", "データの利活用が不可欠である" },
    { "AIの\nAI", "AIのAI" },
    { "two\nlines", "two lines" },
    { "a &amp; b &lt;c&gt; &#x2460;", "a & b <c> ①" },
    { "<![CDATA[<b>]]>", "<b>" },
    { "a<!-- no text -->b", "ab" },
    { "a<b>c</b>", NULL },
    { "</text><text>", NULL },
    { "<ref>1</ref>", NULL },
    { "a & b", NULL },
    { "<ref to=\"x\">1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = roadmap_markup_to_text (rows[i].markup);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_refs (void)
{
  static const char *const rows[][2] = {
    { "<ref to='a'>1</ref>, <ref to=\"b\">2</ref>", "a b" },
    { "<link href=\"to\">a</link>", "" },
    { "<ref to='a'>1</ref> & <ref to='b'>2</ref>", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) ids = roadmap_markup_list_refs (rows[i][0]);
      g_autofree char *joined = g_strjoinv (" ", ids);

      g_assert_cmpstr (joined, ==, rows[i][1]);
    }
}

/* "w:words", "r:words>id" or "l:words>URI" a piece, divided by "|". */
static void
append_piece_cb (RoadmapMarkupPiece  piece,
                 const char         *words,
                 const char         *target,
                 gpointer            text)
{
  GString *out = text;

  g_string_append_printf (out, "%s%c:%s%s%s", out->len > 0 ? "|" : "", "wrl"[piece], words, target != NULL ? ">" : "",
                          target != NULL ? target : "");
}

static void
test_pieces (void)
{
  static const struct
  {
    const char *markup;
    gboolean    is_formed;
    const char *pieces;
  } rows[] = {
    { "", TRUE, "" },
    { "a &amp; b", TRUE, "w:a & b" },
    { "検討した<ref to=\"f1\">1</ref>。", TRUE, "w:検討した|r:1>f1|w:。" },
    { "<ref to='a'>1</ref><link href='https://a.example/?b&amp;c'>d\ne</link>", TRUE, "r:1>a|l:d e>https://a.example/?b&c" },
    { "a<ref to='b'>1<![CDATA[<2>]]></ref><ref to='c'/>", TRUE, "w:a|r:1<2>>b" },
    { "a <ref to='b'>1", FALSE, "w:a " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) pieces = g_string_new (NULL);

      g_test_message ("%s", rows[i].markup);
      g_assert_cmpint (roadmap_markup_foreach (rows[i].markup, append_piece_cb, pieces), ==, rows[i].is_formed);
      g_assert_cmpstr (pieces->str, ==, rows[i].pieces);
    }
}

static void
test_uris (void)
{
  g_assert_true (roadmap_uri_is_safe ("https://a.example/"));
  g_assert_true (roadmap_uri_is_safe ("HTTP://a.example/"));
  g_assert_true (roadmap_uri_is_safe ("mailto:a@a.example"));
  g_assert_false (roadmap_uri_is_safe ("file:///etc/passwd"));
  g_assert_false (roadmap_uri_is_safe ("javascript:alert(1)"));
  g_assert_false (roadmap_uri_is_safe ("a.example"));
}

/* What GMarkup lets pass and XML does not: it could be written, and never be read again. */
static void
test_xml (void)
{
  static const struct
  {
    const char *markup;
    gboolean    is_xml;
  } rows[] = {
    { "a &amp; <ref to=\"b\" >1</ref >, <link\n href='c>&#38;d' xml:lang=\"en\">e</link><ref to='f'/>", TRUE },
    { "<!-- a - b -->c<![CDATA[<d> & ]]>&#x2460;&#9;", TRUE },
    { "a > b ]] > c", TRUE },
    { "<link href=\"a<b>c\">d</link>", FALSE },
    { "<ref to=\"a\" to=\"b\">1</ref>", FALSE },
    { "<ref to=\"a\"id=\"b\">1</ref>", FALSE },
    { "<ref to=\"a\" x:y=\"b\">1</ref>", FALSE },
    { "<ref to=\"&#1;\">1</ref>", FALSE },
    { "<ref to=\"&#xd800;\">1</ref>", FALSE },
    { "<ref to=\"&#0;\">1</ref>", FALSE },
    { "a ]]> b", FALSE },
    { "<!-- a -- b -->", FALSE },
    { "<?a b?>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].markup);
      g_assert_cmpint (roadmap_markup_is_xml (rows[i].markup), ==, rows[i].is_xml);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/text", test_text);
  g_test_add_func ("/markup/refs", test_refs);
  g_test_add_func ("/markup/pieces", test_pieces);
  g_test_add_func ("/markup/uris", test_uris);
  g_test_add_func ("/markup/xml", test_xml);
  return g_test_run ();
}
