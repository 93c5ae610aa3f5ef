/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

/* Whether elements know where they stand in the file. */

#include <string.h>

#include "document/encoding.h"
#include "document/xml.h"
#include "fixture.h"

static RoadmapXml *
parse (const char *text,
       gsize       size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);
  g_autoptr (GError) error = NULL;
  RoadmapXml *xml = roadmap_xml_parse (bytes, "test.xml", &error);

  g_assert_no_error (error);
  return xml;
}

static char *
dup_part (RoadmapXml *xml,
          gsize       start,
          gsize       end)
{
  gsize size;
  const char *text = roadmap_xml_get_text (xml, &size);

  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, size);
  return g_strndup (text + start, end - start);
}

/* "start tag|content|end tag" */
static char *
describe (RoadmapXml    *xml,
          const xmlNode *element)
{
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (xml, element);
  g_autofree char *start_tag = dup_part (xml, extent->start, extent->content);
  g_autofree char *content = dup_part (xml, extent->content, extent->content_end);
  g_autofree char *end_tag = dup_part (xml, extent->content_end, extent->end);

  return g_strjoin ("|", start_tag, content, end_tag, NULL);
}

static void
test_extents (void)
{
  static const struct { const char *text, *expected; } samples[] = {
    { "<a>x</a>", "<a>|x|</a>" },
    { "<a/>", "<a/>||" },
    { "<a></a>", "<a>||</a>" },
    { "<a />", "<a />||" },
    { "<a\n  b='1'\n/>", "<a\n  b='1'\n/>||" },
    { "<a b=\">/>\" c='\"'>x</a >", "<a b=\">/>\" c='\"'>|x|</a >" },
    { "<a b=\"/\">x</a\n>", "<a b=\"/\">|x|</a\n>" },
    { "<a><!-- <b> </a> -->x</a>", "<a>|<!-- <b> </a> -->x|</a>" },
    { "<a><![CDATA[</a><a>]]></a>", "<a>|<![CDATA[</a><a>]]>|</a>" },
    { "<a><?p <x></a>?></a>", "<a>|<?p <x></a>?>|</a>" },
    { "<a>&lt;&#60;&amp;</a>", "<a>|&lt;&#60;&amp;|</a>" },
    { "<!-- <a> --><?p?>\n<a>保健𠮷医療</a>\n<!-- </a> -->", "<a>|保健𠮷医療|</a>" },
    { "\xef\xbb\xbf<?xml version='1.0'?><属性 値='あ>い'>x</属性>", "<属性 値='あ>い'>|x|</属性>" },
    { "<a>\r\n<b/>\r\n</a>", "<a>|\r\n<b/>\r\n|</a>" },
    { "<?xml version=\"1.0\" encoding=\"utf8\"?><a>é</a>", "<a>|é|</a>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RoadmapXml) xml = parse (samples[i].text, strlen (samples[i].text));
      g_autofree char *description = describe (xml, roadmap_xml_get_root (xml));

      g_assert_cmpstr (description, ==, samples[i].expected);
    }
}

/* The extents of all elements in order: each begins with its name, and inner ones lie in the content of outer ones. */
static void
check_element (RoadmapXml    *xml,
               const xmlNode *element,
               gsize         *position)
{
  const RoadmapXmlExtent *extent = roadmap_xml_get_extent (xml, element);
  const char *text = roadmap_xml_get_text (xml, NULL);

  g_assert_cmpuint (extent->start, >=, *position);
  g_assert_cmpint (text[extent->start], ==, '<');
  g_assert_true (memcmp (text + extent->start + 1, element->name, strlen ((const char *) element->name)) == 0);
  g_assert_cmpint (text[extent->content - 1], ==, '>');
  g_assert_cmpint (text[extent->end - 1], ==, '>');

  *position = extent->content;
  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (xml, child, position);
  g_assert_cmpuint (*position, <=, extent->content_end);
  *position = extent->end;
}

/* A file so long that libxml2 moves its buffer along, with lines beyond what its own 16 bits can count. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("<r>\n");
  g_autoptr (RoadmapXml) xml = NULL;
  gsize position = 0;
  guint line = 2;

  for (guint i = 0; i < 90000; i++)
    g_string_append_printf (text, "<保 n='%u>'>%s<!-- <x> --><b\n"
                                  "/></保>\n", i, i % 7 == 0 ? "漢字&amp;<![CDATA[</保>]]>" : "");
  g_string_append (text, "</r>\n");
  xml = parse (text->str, text->len);

  check_element (xml, roadmap_xml_get_root (xml), &position);
  for (const xmlNode *child = roadmap_xml_get_root (xml)->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        g_assert_cmpuint (roadmap_xml_get_extent (xml, child)->line, ==, line);
        line += 2;
      }
  g_assert_cmpuint (line, ==, 180002);
}

static void
test_lines (void)
{
  const char *text = "<?xml version='1.0'?>\n<!-- a\nb --><a\n\n x='1\n2'><b/>\r\n<c\n/></a>";
  g_autoptr (RoadmapXml) xml = parse (text, strlen (text));
  const xmlNode *root = roadmap_xml_get_root (xml);

  g_assert_cmpuint (roadmap_xml_get_extent (xml, root)->line, ==, 3);
  g_assert_cmpuint (roadmap_xml_get_extent (xml, root->children)->line, ==, 6);
  g_assert_cmpuint (roadmap_xml_get_extent (xml, root->last)->line, ==, 7);
}

/* Nesting is limited, so that no file can exhaust the stack; an error, no crash. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (roadmap_xml_parse (bytes, "deep.xml", &error));
  g_assert_error (error, ROADMAP_ERROR, ROADMAP_ERROR_SYNTAX);
}

static void
test_encodings (void)
{
  static const struct { const char *encoding, *declaration, *expected; } samples[] = {
    { "UTF-8", "<?xml version=\"1.0\"?>", NULL },
    { "UTF-8", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes'?>", NULL },
    { "UTF-8", "", NULL },
    { "SHIFT_JIS", "<?xml version='1.0' encoding='Shift_JIS'?>", "<?xml version='1.0' encoding='UTF-8'?>" },
    { "EUC-JP", "<?xml version='1.0' encoding = \"EUC-JP\" ?>", "<?xml version='1.0' encoding = \"UTF-8\" ?>" },
    { "UTF-16", "<?xml version='1.0' encoding='UTF-16'?>", "<?xml version='1.0' encoding='UTF-8'?>" },
    { "UTF-16", "", "" },
    { "UTF-16BE", "<?xml version='1.0'?>", "<?xml version='1.0'?>" },
    { "UTF-16LE", "<?xml version='1.0'?>", "<?xml version='1.0'?>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const char *expected = samples[i].expected != NULL ? samples[i].expected : samples[i].declaration;
      g_autofree char *text = g_strconcat (samples[i].declaration, "\n<a>工程表</a>\n", NULL);
      g_autofree char *wanted = g_strconcat (expected, "\n<a>工程表</a>\n", NULL);
      g_autoptr (GError) error = NULL;
      gsize size;
      const char *rest = text + (*text == '\n');
      g_autofree char *encoded = g_convert (rest, -1, samples[i].encoding, "UTF-8", NULL, &size, &error);
      g_autoptr (GBytes) bytes = g_bytes_new (encoded, size);
      g_autoptr (GBytes) utf8 = roadmap_encoding_to_utf8 (bytes, "test.xml", &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (utf8, NULL), g_bytes_get_size (utf8),
                       wanted + (*wanted == '\n'), strlen (wanted + (*wanted == '\n')));
      if (samples[i].expected == NULL)
        g_assert_true (utf8 == bytes);
    }
}

static gpointer
parse_often_cb (gpointer text)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (RoadmapXml) xml = parse (text, strlen (text));
      g_autoptr (GBytes) broken = g_bytes_new_static (text, strlen (text) - 3);
      g_autoptr (GError) error = NULL;

      g_assert_null (roadmap_xml_parse (broken, "broken.xml", &error));
      g_assert_true (g_str_has_prefix (error->message, "broken.xml:3: the file ends too early"));
    }
  return NULL;
}

/* Files are read in several threads at once. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parse", parse_often_cb, (gpointer) "<a>\n<b c='d'>e</b>\n</a>");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/extents", test_extents);
  g_test_add_func ("/xml/long", test_long);
  g_test_add_func ("/xml/lines", test_lines);
  g_test_add_func ("/xml/deep", test_deep);
  g_test_add_func ("/xml/encodings", test_encodings);
  g_test_add_func ("/xml/threads", test_threads);
  return g_test_run ();
}
