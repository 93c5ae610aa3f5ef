/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/html-markup.h"

#include <string.h>

#include "model/markup.h"

static const char *
find_entity (gunichar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    /* As it is, the parser of the page would make a line feed of it. */
    case '\r':
      return "&#13;";
    default:
      return NULL;
    }
}

/* Controls and noncharacters (HTML, 13.2.3.5). */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe;
}

void
roadmap_html_append_text (GString    *out,
                          const char *text,
                          gsize       length)
{
  const char *end = text + length;
  const char *from = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *entity = find_entity (c);

      if (entity == NULL && is_forbidden (c))
        entity = "\uFFFD";
      if (entity == NULL)
        continue;
      g_string_append_len (out, from, p - from);
      g_string_append (out, entity);
      from = g_utf8_next_char (p);
    }
  g_string_append_len (out, from, end - from);
}

char *
roadmap_html_escape (const char *text)
{
  GString *out = g_string_new (NULL);

  roadmap_html_append_text (out, text, strlen (text));
  return g_string_free (out, FALSE);
}

gboolean
roadmap_html_is_web (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return "";
}

typedef struct
{
  GString    *out;
  const char *closing; /* of the tag that is open, for tags do not nest */
} Writer;

static void
open_tag_cb (GMarkupParseContext  *context,
             const char           *name,
             const char          **names,
             const char          **values,
             gpointer              user_data,
             GError              **error)
{
  Writer *writer = user_data;
  gboolean is_ref = strcmp (name, "ref") == 0;
  const char *target = find_attribute (names, values, is_ref ? "to" : "href");
  g_autofree char *escaped = roadmap_html_escape (target);

  writer->closing = "";
  if (!is_ref && (strcmp (name, "link") != 0 || !roadmap_html_is_web (target)))
    return;
  g_string_append_printf (writer->out, is_ref ? "<sup><a href=\"#%s\">" : "<a href=\"%s\" rel=\"noopener noreferrer\">",
                          escaped);
  writer->closing = is_ref ? "</a></sup>" : "</a>";
}

static void
close_tag_cb (GMarkupParseContext  *context,
              const char           *name,
              gpointer              user_data,
              GError              **error)
{
  Writer *writer = user_data;

  g_string_append (writer->out, writer->closing);
  writer->closing = "";
}

static void
append_text_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  Writer *writer = user_data;
  g_autofree char *words = roadmap_markup_unfold (text, length);

  roadmap_html_append_text (writer->out, words, strlen (words));
}

char *
roadmap_html_from_markup (const char *markup)
{
  const GMarkupParser parser = { .start_element = open_tag_cb, .end_element = close_tag_cb, .text = append_text_cb };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  Writer writer = { out, "" };

  g_return_val_if_fail (markup != NULL, NULL);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &writer, NULL);
  if (!g_markup_parse_context_parse (context, "<text>", -1, NULL) ||
      !g_markup_parse_context_parse (context, markup, -1, NULL) ||
      !g_markup_parse_context_parse (context, "</text>", -1, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    return roadmap_html_escape (markup);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
