/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* What saving does to a file: only what it must. */

#include <string.h>

#include "document/reader.h"
#include "document/rewrite.h"
#include "document/writer.h"
#include "fixture.h"
#include "model/order.h"

/* The same is written by looking only at what changed. */
static void
check_rewritten (GBytes     *original,
                 const char *script,
                 GBytes     *expected)
{
  RoadmapReadFacts facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (Roadmap) roadmap = roadmap_read_any (original, "test.xml", &facts, &error);
  g_autoptr (GArray) extents = facts.extents;
  g_autoptr (RoadmapChanges) changes = NULL;
  g_autoptr (RoadmapRewrite) rewrite = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_no_error (error);
  changes = roadmap_changes_new (roadmap);
  if (script != NULL)
    fixture_edit (roadmap, script);
  rewrite = roadmap_rewrite_new (original, extents, roadmap, changes);
  /* What breaks a rule is left to those who look at the whole. */
  if (rewrite == NULL)
    {
      g_assert_nonnull (script);
      return;
    }
  rewritten = roadmap_rewrite_run (rewrite);
  fixture_assert_bytes (script, rewritten, expected);
  if (script == NULL)
    g_assert_true (rewritten == original);
}

static GBytes *
write_again (const char *text,
             const char *script)
{
  g_autoptr (GBytes) original = g_bytes_new_static (text, strlen (text));
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autoptr (GError) error = NULL;
  GBytes *written;

  if (script != NULL)
    fixture_edit (roadmap, script);
  written = roadmap_write (original, roadmap, &error);
  g_assert_no_error (error);
  check_rewritten (original, script, written);
  return written;
}

static void
assert_written (const char *text,
                const char *script,
                const char *expected)
{
  g_autoptr (GBytes) written = write_again (text, script);
  g_autofree char *again = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autoptr (Roadmap) read_back = fixture_read (again);
  g_autofree char *dump = NULL;
  g_autofree char *dump_back = fixture_dump (read_back);

  fixture_assert_text (script, again, -1, expected, -1);
  if (script != NULL)
    fixture_edit (roadmap, script);
  dump = fixture_dump (roadmap);
  fixture_assert_text (script, dump_back, -1, dump, -1);
}

#define NS "xmlns='https://koteihyo.org/ns/roadmap'"

/* Files as nobody should write them; unchanged, they stay so. */
static void
test_nasty (void)
{
  static const char *const files[] = {
    "<roadmap " NS " version='1' xml:lang='ja' id='r'><title/></roadmap>",
    "\xef\xbb\xbf<?xml version='1.0'?>\r\n<roadmap\r\n\tid = 'r'\txml:lang =\n\"ja\" version='1' " NS "\n>\r\n"
    "<title></title \n>"
    "</roadmap\t>\r\n\r\n<!-- end -->\n<?end?>",
    "<!-- a --><?b c?>\n<!-- -->"
    "<x:roadmap xmlns:x='https://koteihyo.org/ns/roadmap' version='1' xml:lang='ja' id='r'>text"
    "<x:title>&#x41;&amp;<![CDATA[<&]]><!-- in --><?pi?></x:title>\n\n\n"
    "\t<x:part id='p' ><x:title xml:lang='en'>&lt;</x:title>"
    "<x:title y:a='1' xmlns:y='urn:y'/></x:part><part id='no'/><y xmlns='urn:y'><x:part id='p'/></y></x:roadmap>   ",
    "<roadmap " NS " version='1' xml:lang='ja' id='r'>\r\n  <title\r\n  >a\r\nb</title>\r\n"
    "  <narrative id='n' page='&quot;1&quot;&#9;2'><title/><paragraph id='p'><text>a\r\n"
    "<ref to='p'>1</ref><!-- - -->&#x3042;</text>"
    "</paragraph></narrative>\r\n</roadmap>\r\n",
    "<roadmap " NS " version='1' xml:lang='ja' id='r'>\r<title>old Mac\rlines</title>\r</roadmap>\r",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_written (files[i], NULL, files[i]);
}

/* Each row: the body of a roadmap, what is done to it, and the body it has then. */
typedef struct
{
  const char *before, *script, *after;
} Story;

static void
tell (const Story *stories,
      guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = fixture_wrap (stories[i].before);
      g_autofree char *after = fixture_wrap (stories[i].after);

      assert_written (before, stories[i].script, after);
    }
}

static void
test_attributes (void)
{
  static const Story stories[] = {
    /* the value alone is replaced; quotes, order and spacing stay */
    { "  <part  page='1'\n id=\"p\"   x='y' ><title/></part>\n", "set p page 2'\"<&>",
      "  <part  page='2&apos;\"&lt;&amp;>'\n id=\"p\"   x='y' ><title/></part>\n" },
    { "  <part id=\"p\" page = \"1\"><title/></part>\n", "set p page a\tb\"'",
      "  <part id=\"p\" page = \"a&#9;b&quot;'\"><title/></part>\n" },
    /* what is written in another way but says the same is left alone */
    { "  <part id='p' page='&#65;&#x42;'><title>&#67;</title></part>\n", "set p page AB\nset p title C",
      "  <part id='p' page='&#65;&#x42;'><title>&#67;</title></part>\n" },
    /* new ones come in the order of the schema: id origin edition source page, then the kind's own */
    { "  <part id=\"p\"><title/></part>\n", "set p page 1\nset p origin editor",
      "  <part id=\"p\" origin=\"editor\" page=\"1\"><title/></part>\n" },
    { "  <category label='A' id='a' page='1'><title/></category>\n", "set a origin editor",
      "  <category label='A' id='a' origin=\"editor\" page='1'><title/></category>\n" },
    { "  <category id='a' label='A' zoom='1'><title/></category>\n", "set a page 1",
      "  <category id='a' page=\"1\" label='A' zoom='1'><title/></category>\n" },
    /* attributes that stand one on a line go on doing so */
    { "  <part id='p'\n        origin='editor'\n        page='1'><title/></part>\n", "unset p page\nset p source p",
      "  <part id='p'\n        origin='editor'\n        source=\"p\"><title/></part>\n" },
    /* those removed go with the space before them */
    { "  <part id='p' page='1' ><title/></part>\n", "unset p page", "  <part id='p' ><title/></part>\n" },
    { "  <part page='1' id='p'><title/></part>\n", "unset p page", "  <part id='p'><title/></part>\n" },
    /* a foreign attribute of that name is another one */
    { "  <part id='p' x:page='9' xmlns:x='urn:x'><title/></part>\n", "set p page 1",
      "  <part id='p' page=\"1\" x:page='9' xmlns:x='urn:x'><title/></part>\n" },
  };

  tell (stories, G_N_ELEMENTS (stories));
}

static void
test_wording (void)
{
  static const Story stories[] = {
    { "  <part id='p'><title>a</title></part>\n", "set p title b<&>\"'\\n ]]>",
      "  <part id='p'><title>b&lt;&amp;&gt;\"'\n ]]&gt;</title></part>\n" },
    { "  <part id='p'><title x='1' >a<!-- c --></title\n></part>\n", "set p title b",
      "  <part id='p'><title x='1' >b</title\n></part>\n" },
    { "  <part id='p'><title/></part>\n", "set p title b", "  <part id='p'><title>b</title></part>\n" },
    { "  <part id='p'><title x='1' /></part>\n", "set p title b", "  <part id='p'><title x='1'>b</title></part>\n" },
    { "  <part id='p'><title>a</title></part>\n", "set p title ", "  <part id='p'><title></title></part>\n" },
    /* markup is XML already */
    { "  <remark id='m'>\n    <text>a</text>\n  </remark>\n", "set m text <b>&",
      "  <remark id='m'>\n    <text>&lt;b&gt;&amp;</text>\n  </remark>\n" },
    { "  <narrative id='n'><title/><paragraph id='p'><text>a</text></paragraph></narrative>\n",
      "set p text b <ref to=\"p\">1</ref> &amp;",
      "  <narrative id='n'><title/><paragraph id='p'><text>b <ref to=\"p\">1</ref> &amp;</text></paragraph>"
      "</narrative>\n" },
    /* a translation comes behind what it translates, or where the schema has the field */
    { "  <part id='p'>\n    <title>a</title>\n    <heading>h</heading>\n  </part>\n", "set p title@en A",
      "  <part id='p'>\n    <title>a</title>\n    <title xml:lang=\"en\">A</title>\n    <heading>h</heading>\n"
      "  </part>\n" },
    { "  <part id='p'>\n    <title>a</title> <!-- as printed -->\n    <title xml:lang='fr'>F</title>\n  </part>\n",
      "set p title@en A",
      "  <part id='p'>\n    <title>a</title> <!-- as printed -->\n    <title xml:lang=\"en\">A</title>\n"
      "    <title xml:lang='fr'>F</title>\n  </part>\n" },
    { "  <part id='p'>\n    <title xml:lang='en'>A</title>\n    <title>a</title>\n  </part>\n",
      "set p subheading s\nset p heading h",
      "  <part id='p'>\n    <title xml:lang='en'>A</title>\n    <title>a</title>\n    <heading>h</heading>\n"
      "    <subheading>s</subheading>\n  </part>\n" },
    { "\t<part id='p'>\n\t\t<title>a</title>\n\n\t\t<remark id='m'><text/></remark>\n\t</part>\n", "set p title@en A",
      "\t<part id='p'>\n\t\t<title>a</title>\n\t\t<title xml:lang=\"en\">A</title>\n\n"
      "\t\t<remark id='m'><text/></remark>\n"
      "\t</part>\n" },
    { "  <part id='p'><title>a</title></part>\n", "set p title@en A",
      "  <part id='p'><title>a</title>\n    <title xml:lang=\"en\">A</title>\n  </part>\n" },
    { "  <part id='p'><title>a</title><remark id='m'><text/></remark></part>\n", "set p title@en A",
      "  <part id='p'><title>a</title>\n    <title xml:lang=\"en\">A</title>\n"
      "    <remark id='m'><text/></remark></part>\n" },
    /* what goes takes its line along, if it has one */
    { "  <part id='p'>\n    <title>a</title>\n    <title xml:lang='en'>A\nB</title>  \n    <!-- c -->\n  </part>\n",
      "unset p title@en", "  <part id='p'>\n    <title>a</title>\n    <!-- c -->\n  </part>\n" },
    { "  <part id='p'><title>a</title> <title xml:lang='en'>A</title></part>\n", "unset p title@en",
      "  <part id='p'><title>a</title> </part>\n" },
    { "  <part id='p'>\n    <title>a</title><title xml:lang='en'>A</title>\n  </part>\n", "unset p title@en",
      "  <part id='p'>\n    <title>a</title>\n  </part>\n" },
  };

  tell (stories, G_N_ELEMENTS (stories));
}

#define A "  <domain id='a'><title>A</title></domain>\n"
#define B "  <domain id='b'>\n    <title>B</title>\n  </domain>\n"
#define C "  <domain id='c'><title>C</title></domain>\n"
#define D "  <domain id='d'><title>D</title></domain>\n"
#define NEW "  <domain id=\"n\">\n    <title>N</title>\n  </domain>\n"

static void
test_insert_and_remove (void)
{
  static const Story stories[] = {
    { "", "insert r 0 domain n N", NEW },
    { A B, "insert r 0 domain n N", NEW A B },
    { A B, "insert r 1 domain n N", A NEW B },
    { A B, "insert r 9 domain n N", A B NEW },
    { A B, "insert r 1 domain n N\ninsert r 2 domain m M\nremove n",
      A "  <domain id=\"m\">\n    <title>M</title>\n  </domain>\n" B },
    { "  <!-- lanes -->\n" A "  <!-- of B --> \n" B, "insert r 1 domain n N",
      "  <!-- lanes -->\n" A NEW "  <!-- of B --> \n" B },
    { "  <domain id='a'><title/></domain> <!-- of A -->\n" B, "insert r 1 domain n N",
      "  <domain id='a'><title/></domain> <!-- of A -->\n" NEW B },
    { "<domain id='a'><title/></domain><domain id='b'><title/></domain>\n", "insert r 1 domain n N",
      "<domain id='a'><title/></domain>\n" NEW "  <domain id='b'><title/></domain>\n" },
    { A B C, "remove b", A C },
    { A B C, "remove a", B C },
    { A B C, "remove a\nremove b\nremove c", "" },
    { A "\n  <!-- of B -->\n" B "\n" C, "remove b", A "\n  <!-- of B -->\n\n" C },
    { "  <domain id='a'><title/></domain><domain id='b'><title/></domain>\n", "remove a",
      "  <domain id='b'><title/></domain>\n" },
    { "  <domain id='a'><title/></domain><!-- of A -->\n" B, "remove a", "  <!-- of A -->\n" B },
    { A B, "remove a\ninsert r 0 domain n N", NEW B },
    { A B, "remove b\ninsert r 1 domain n N", A NEW },
    /* below an item */
    { A, "insert a 0 remark m M",
      "  <domain id='a'><title>A</title>\n    <remark id=\"m\">\n      <text>M</text>\n    </remark>\n  </domain>\n" },
    { "  <narrative id='n'><title/>\n    <section id='s' />\n  </narrative>\n", "set s title S\ninsert n 0 section t",
      "  <narrative id='n'><title/>\n    <section id=\"t\"/>\n    <section id='s'>\n      <title>S</title>\n"
      "    </section>\n"
      "  </narrative>\n" },
    { "  <domain id='b'>\n    <title>B</title>\n    <remark id='m'><text/></remark>\n  </domain>\n", "remove m", B },
  };

  tell (stories, G_N_ELEMENTS (stories));
}

static void
test_move (void)
{
#define SECTION(id, body) "    <section id='" id "'>\n" body "    </section>\n"
#define P(indent, id) indent "<paragraph id='" id "'>\n" indent "  <text>" id "\n  x</text>\n" indent "</paragraph>\n"
#define N(body) "  <narrative id='n'>\n    <title/>\n" body "  </narrative>\n"
  static const Story stories[] = {
    { A B C D, "move a r 3", B C D A },
    { A B C D, "move d r 0", D A B C },
    { A B C D, "move c r 1", A C B D },
    { A B C D, "move a r 1", B A C D },
    { A B C D, "move a r 3\nmove b r 2", C D B A },
    { A B C D, "move a r 3\nmove a r 0", A B C D },
    /* to another place of the same depth, with what is changed inside */
    { N (SECTION ("s", P ("      ", "p") P ("      ", "q")) SECTION ("t", P ("      ", "u"))), "move p t 0",
      N (SECTION ("s", P ("      ", "q")) SECTION ("t", P ("      ", "p") P ("      ", "u"))) },
    /* nothing is left in the section */
    { N (SECTION ("s", P ("      ", "p")) SECTION ("t", P ("      ", "u"))), "move p t 1",
      N ("    <section id='s'/>\n" SECTION ("t", P ("      ", "u") P ("      ", "p"))) },
    { N (SECTION ("s", P ("      ", "p")) "    <section id='t' />\n"), "move p t 0",
      N ("    <section id='s'/>\n" SECTION ("t", P ("      ", "p"))) },
    /* to another depth: lines between elements follow, lines inside of wording and comments do not */
    { N (SECTION ("s", P ("      ", "p") P ("      ", "q"))), "move p n 0",
      N (P ("    ", "p") SECTION ("s", P ("      ", "q"))) },
    { N (P ("    ", "p") SECTION ("s", P ("      ", "q"))), "move p s 1", N (SECTION ("s", P ("      ", "q") P ("     "
            " ", "p"))) },
    { N ("    <paragraph id='p'><text/>\n"
         "      <!-- two\n      lines -->\n\n"
         "      <x xmlns=''>\n      </x>\n"
         "      <remark id='m'>\n        <text/>\n      </remark>\n"
         "    </paragraph>\n" SECTION ("s", P ("      ", "q"))), "move p s 0\nset p page 1\ninsert p 1 remark n2 N",
      N (SECTION ("s", "      <paragraph id='p' page=\"1\"><text/>\n"
         "        <!-- two\n      lines -->\n\n"
         "        <x xmlns=''>\n      </x>\n"
         "        <remark id='m'>\n          <text/>\n        </remark>\n"
         "        <remark id=\"n2\">\n          <text>N</text>\n        </remark>\n"
         "      </paragraph>\n" P ("      ", "q"))) },
    /* one into the other, and the other way round */
    { N (P ("    ", "p") P ("    ", "q")), "move p q 0",
      N ("    <paragraph id='q'>\n      <text>q\n  x</text>\n" P ("      ", "p") "    </paragraph>\n") },
    { N ("    <paragraph id='q'>\n      <text>q</text>\n" P ("      ", "p") "    </paragraph>\n"),
      "move p n 0\nmove q p 0",
      N ("    <paragraph id='p'>\n      <text>p\n  x</text>\n      <paragraph id='q'>\n        <text>q</text>\n"
         "      </paragraph>\n"
         "    </paragraph>\n") },
    /* into something new */
    { N (P ("    ", "p")), "insert n 1 section s S\nmove p s 0",
      N ("    <section id=\"s\">\n      <title>S</title>\n" P ("      ", "p") "    </section>\n") },
  };

  tell (stories, G_N_ELEMENTS (stories));
}

/* Prefixes and declarations of namespaces, which a moved element may lose. */
static void
test_namespaces (void)
{
#define PREFIXED "<k:roadmap xmlns:k='https://koteihyo.org/ns/roadmap' version='1' xml:lang='ja' id='r'>\n" \
                 "  <k:title>R</k:title>\n"
  assert_written (PREFIXED "</k:roadmap>", "insert r 0 part p P\ninsert p 0 remark m M\nset p title@en E",
                  PREFIXED "  <k:part id=\"p\">\n    <k:title>P</k:title>\n    <k:title xml:lang=\"en\">E</k:title>\n"
                  "    <k:remark id=\"m\">\n      <k:text>M</k:text>\n    </k:remark>\n  </k:part>\n</k:roadmap>");
  assert_written (PREFIXED "  <k:narrative id='n'>\n    <k:title/>\n    <k:section id='s'/>\n  </k:narrative>\n"
                           "</k:roadmap>",
                  "set s title T\nset n title N",
                  PREFIXED "  <k:narrative id='n'>\n    <k:title>N</k:title>\n    <k:section id='s'>\n"
                  "      <k:title>T</k:title>\n    </k:section>\n  </k:narrative>\n</k:roadmap>");
}

static void
test_namespaces_move (void)
{
  static const Story stories[] = {
    { "  <narrative id='n' xmlns:x='urn:&quot;x'><title/>\n    <section id='s' xmlns:y='urn:y' xmlns:z='urn:z'>\n"
      "      <paragraph id='p' x:a='1' xmlns:z='urn:zz'><text/><y:b/></paragraph>\n    </section>\n  </narrative>\n"
      "  <narrative id='m' xmlns:x='urn:other'><title/>\n    <paragraph id='q'><text/></paragraph>\n  </narrative>\n",
      "move p m 1",
      "  <narrative id='n' xmlns:x='urn:&quot;x'><title/>\n    <section id='s' xmlns:y='urn:y' xmlns:z='urn:z'/>\n"
      "  </narrative>\n"
      "  <narrative id='m' xmlns:x='urn:other'><title/>\n    <paragraph id='q'><text/></paragraph>\n"
      "    <paragraph xmlns:x=\"urn:&quot;x\" xmlns:y=\"urn:y\" id='p' x:a='1' xmlns:z='urn:zz'><text/><y:b/>"
      "</paragraph>\n"
      "  </narrative>\n" },
  };

  tell (stories, G_N_ELEMENTS (stories));
}

/* Lines end as those of the file do. */
static void
test_crlf (void)
{
  static const Story story = {
    N (SECTION ("s", P ("      ", "p"))),
    "move p n 0\ninsert n 0 paragraph q <ref to=\"p\">\\n</ref>\nset n title a\\nb\nset n title@en A",
    "  <narrative id='n'>\n    <title>a\nb</title>\n    <title xml:lang=\"en\">A</title>\n"
    "    <paragraph id=\"q\">\n      <text><ref to=\"p\">\n</ref></text>\n    </paragraph>\n" P ("    ", "p")
    "    <section id='s'/>\n  </narrative>\n",
  };
  g_autofree char *before = fixture_wrap (story.before);
  g_autofree char *after = fixture_wrap (story.after);
  g_auto (GStrv) lines_before = g_strsplit (before, "\n", -1);
  g_auto (GStrv) lines_after = g_strsplit (after, "\n", -1);
  g_autofree char *crlf_before = g_strjoinv ("\r\n", lines_before);
  g_autofree char *crlf_after = g_strjoinv ("\r\n", lines_after);

  assert_written (before, story.script, after);
  assert_written (crlf_before, story.script, crlf_after);
}

static void
test_from_nothing (void)
{
  g_autofree char *text = fixture_wrap (A B);
  g_autoptr (Roadmap) roadmap = fixture_read (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;
  const char *expected =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<roadmap xmlns=\"https://koteihyo.org/ns/roadmap\" version=\"1\" xml:lang=\"ja\" id=\"r\" date=\"2020-06-18\">\n"
    "  <title>R</title>\n"
    "  <domain id=\"a\">\n    <title>A</title>\n  </domain>\n"
    "  <domain id=\"b\" origin=\"editor\" page=\"&lt;1>\">\n    <title>B &amp; C</title>\n"
    "    <title xml:lang=\"en\">B &lt;</title>\n    <remark id=\"m\">\n      <text>M</text>\n    </remark>\n"
    "  </domain>\n"
    "</roadmap>\n";

  fixture_edit (roadmap, "set b page <1>\nset b origin editor\nset b title B & C\nset b title@en B <\n"
                         "set r date 2020-06-18\n"
                "insert b 0 remark m M");
  written = roadmap_write (NULL, roadmap, &error);
  g_assert_no_error (error);
  fixture_assert_text ("from nothing", g_bytes_get_data (written, NULL), g_bytes_get_size (written), expected, -1);
}

static void
test_order (void)
{
  static const struct { const char *positions, *stable; } samples[] = {
    { "", "" }, { "0", "y" }, { "012345", "yyyyyy" }, { "123450", "yyyyyn" }, { "501234", "nyyyyy" },
    { "543210", "nnnnny" },
    { "021345", "ynyyyy" }, { "345012", "nnnyyy" }, { "041253", "ynyyny" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) stable = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      for (const char *c = samples[i].positions; *c != '\0'; c++)
        {
          guint position = *c - '0';

          g_array_append_val (positions, position);
        }
      stable = roadmap_order_find_stable (positions);
      for (guint j = 0; j < stable->len; j++)
        g_string_append_c (text, g_array_index (stable, gboolean, j) ? 'y' : 'n');
      g_test_message ("%s", samples[i].positions);
      g_assert_cmpstr (text->str, ==, samples[i].stable);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/nasty", test_nasty);
  g_test_add_func ("/writer/attributes", test_attributes);
  g_test_add_func ("/writer/wording", test_wording);
  g_test_add_func ("/writer/insert-and-remove", test_insert_and_remove);
  g_test_add_func ("/writer/move", test_move);
  g_test_add_func ("/writer/namespaces", test_namespaces);
  g_test_add_func ("/writer/namespaces-move", test_namespaces_move);
  g_test_add_func ("/writer/crlf", test_crlf);
  g_test_add_func ("/writer/from-nothing", test_from_nothing);
  g_test_add_func ("/writer/order", test_order);
  return g_test_run ();
}
