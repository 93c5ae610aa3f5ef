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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/text", test_text);
  g_test_add_func ("/markup/refs", test_refs);
  return g_test_run ();
}
